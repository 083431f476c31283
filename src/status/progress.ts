/** What each row of the quota, each group, each unit and the whole survey have: issued, returned, valid, missing. */
import type { Lang } from '../findings/finding.ts';
import { borrowedFrom } from '../plan/borrowed.ts';
import type { GroupId, PlaceId, Plan, UnitId } from '../plan/plan.ts';
import type { QuotaRow, Quotas } from '../quotas/quota.ts';
import { sumKnown } from '../stats/known.ts';
import type { Custody, Tallies } from '../tallies.ts';
import type { Surplus } from './gaps.ts';

/** What one row, one group or the whole survey has; null: not known. */
export interface Progress {
  readonly quota: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly issued: number | null;
  readonly returned: number;
  readonly valid: number;
  /** Valid forms still to come; a surplus elsewhere does not make up for them. */
  readonly missing: number | null;
  /** Valid forms that the quota asks for: a row's surplus is not among them. */
  readonly covered: number;
  /** Counted in rounds, of which more are to be expected: the quota is not reached. */
  readonly partial: boolean;
}

export interface Line {
  readonly name: string;
  readonly group: GroupId;
  /** Target of the quota row: both null for a whole group. */
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  /** Forms printed for it, spares included; null: not known, or not what bounds its forms. */
  readonly printed: number | null;
  readonly progress: Progress;
}

export interface GroupLines {
  readonly group: GroupId;
  readonly name: string;
  readonly lines: readonly Line[];
  readonly total: Progress;
}

/** What all groups have of one unit together. */
export interface UnitLines {
  readonly unit: UnitId;
  readonly name: string;
  readonly total: Progress;
  readonly lines: readonly Line[];
}

/** Groups that another survey asks are left out. */
export function groupLines(
  plan: Plan,
  quotas: Quotas,
  tallies: Tallies,
  printed: (row: QuotaRow) => number | null,
  lang: Lang,
): readonly GroupLines[] {
  const byGroup = new Map<GroupId, Custody[]>();
  for (const one of tallies.custody) {
    const same = byGroup.get(one.group) ?? [];
    byGroup.set(one.group, same);
    same.push(one);
  }
  return quotas.groups.flatMap(({ group: id, rows }): readonly GroupLines[] => {
    const group = plan.groups.find((one) => one.id === id);
    if (group !== undefined && borrowedFrom(group) !== null) return [];
    const left = new Map((byGroup.get(id) ?? []).map((one) => [keyOf(one), one]));
    const lines = rows.map((row): Line => {
      const target = targetOf(row);
      const found = left.get(keyOf(target)) ?? null;
      left.delete(keyOf(target));
      const about = { name: row.name, group: id, ...target };
      return { ...about, printed: printed(row), progress: progressOf(row, found) };
    });
    const others = [...left.values()].map((one): Line => {
      const { unit, place } = one;
      const about = { name: outsideName(plan, one, lang), group: id, unit, place };
      return { ...about, printed: null, progress: outside(one) };
    });
    const all = [...lines, ...others];
    const total = sumProgress(all.map(({ progress }) => progress));
    return [{ group: id, name: group?.name ?? id, lines: all, total }];
  });
}

/** Units with a row of their own, in the order of the plan; forms of whole groups belong to none. */
export function unitLines(plan: Plan, groups: readonly GroupLines[]): readonly UnitLines[] {
  const byUnit = new Map<UnitId, Line[]>();
  for (const line of groups.flatMap((group) => group.lines)) {
    if (line.unit === null) continue;
    const lines = byUnit.get(line.unit) ?? [];
    byUnit.set(line.unit, lines);
    lines.push(line);
  }
  return plan.units.flatMap(({ id, name }): readonly UnitLines[] => {
    const lines = byUnit.get(id);
    if (lines === undefined) return [];
    return [{ unit: id, name, total: sumProgress(lines.map(({ progress }) => progress)), lines }];
  });
}

/** A sum with an unknown part is unknown; forms issued to a row that nothing came back from do not count yet. */
export function sumProgress(parts: readonly Progress[]): Progress {
  const reporting = parts.filter(({ issued, returned }) => issued !== null || returned > 0);
  const missing = sumKnown(parts.map((part) => part.missing));
  return {
    quota: sumKnown(parts.map(({ quota }) => quota)),
    least: null,
    most: null,
    issued: reporting.length === 0 ? null : sumKnown(reporting.map(({ issued }) => issued)),
    returned: parts.reduce((total, part) => total + part.returned, 0),
    valid: parts.reduce((total, part) => total + part.valid, 0),
    missing,
    covered: parts.reduce((total, part) => total + part.covered, 0),
    partial: parts.some(({ partial }) => partial),
  };
}

export function surplusesOf({ name: group, lines }: GroupLines): readonly Surplus[] {
  return lines.flatMap(({ name: line, printed, progress }): readonly Surplus[] => {
    const { quota, most, valid, issued } = progress;
    const name = line === group ? group : `${group}, ${line}`;
    const over: Surplus[] = [];
    // Where a rule allows a band, replies above its least are what was asked for.
    const limit = most ?? quota;
    if (limit !== null && valid > limit) {
      over.push({ kind: most === null ? 'valid' : 'over-most', name, count: valid, limit });
    }
    if (issued !== null && printed !== null && issued > printed) {
      over.push({ kind: 'issued', name, count: issued, limit: printed });
    }
    return over;
  });
}

function targetOf({ target }: QuotaRow): Pick<Line, 'unit' | 'place'> {
  return {
    unit: target.kind === 'group' ? null : target.unit,
    place: target.kind === 'place' ? target.place : null,
  };
}

function keyOf({ unit, place }: Pick<Custody, 'unit' | 'place'>): string {
  return `${unit ?? ''}\n${place ?? ''}`;
}

function progressOf(row: QuotaRow, found: Custody | null): Progress {
  const { size, least, most } = row;
  const { issued, returned, valid } = found ?? { issued: null, returned: 0, valid: 0 };
  const missing = size === null ? null : Math.max(0, size - valid);
  const covered = Math.min(valid, size ?? valid);
  const partial = found?.partial === true && missing !== 0;
  return { quota: size, least, most, issued, returned, valid, missing, covered, partial };
}

/** Forms that came back for no row of the quota: a tally of a unit whose quota stands by place. */
function outside({ issued, returned, valid, partial }: Custody): Progress {
  const none = { quota: 0, least: null, most: null, missing: 0, covered: 0 };
  return { ...none, issued, returned, valid, partial };
}

function outsideName(plan: Plan, { unit, place }: Custody, lang: Lang): string {
  const found =
    plan.places.find((one) => one.id === place) ?? plan.units.find((one) => one.id === unit);
  return `${found?.name ?? ''} ${outsideWords[lang]}`.trim();
}

const outsideWords = { vi: '(ngoài bảng phân bổ)', en: '(outside the quotas)' } as const;
