/** Groups that another survey asks: what has been brought in of them, beside the table of our own forms. */
import type { Lang } from '../findings/finding.ts';
import { borrowedFrom } from '../plan/borrowed.ts';
import type { Plan } from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';
import type { Tallies } from '../tallies.ts';
import { ratingCounts } from './gaps.ts';

export interface Borrowed {
  readonly group: { readonly id: string; readonly name: string };
  /** The survey it is taken from. */
  readonly from: string;
  /** Valid forms brought in; one that rates several units counts for each. */
  readonly valid: number;
  /** Units without any. */
  readonly missing: readonly { readonly id: string; readonly name: string }[];
}

/** In the order of the plan. */
export function borrowedGroups(plan: Plan, tallies: Tallies): readonly Borrowed[] {
  const counts = ratingCounts(tallies);
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  return plan.groups.flatMap((group): readonly Borrowed[] => {
    const from = borrowedFrom(group);
    if (from === null) return [];
    const { id, name } = group;
    const units = ratedUnits(plan, group).map((unit) => ({
      id: unit,
      name: names.get(unit) ?? unit,
      valid: counts.get(`${id}\n${unit}`) ?? 0,
    }));
    const valid = units.reduce((total, unit) => total + unit.valid, 0);
    const missing = units.filter((unit) => unit.valid === 0);
    return [
      { group: { id, name }, from, valid, missing: missing.map(({ valid: _, ...unit }) => unit) },
    ];
  });
}

export function borrowedNotes(groups: readonly Borrowed[], lang: Lang): readonly string[] {
  return groups.map((one) => texts[lang](one));
}

/** Names that a note lists at most. */
const named = 5;

function list(names: readonly { readonly name: string }[]): string {
  const shown = names.slice(0, named).map(({ name }) => name);
  return `${shown.join('; ')}${names.length > named ? '; …' : ''}`;
}

const texts = {
  vi: ({ group, from, valid, missing }: Borrowed): string => {
    if (valid === 0) return `${group.name}: lấy từ ${from}; chưa nhập số liệu.`;
    const lack =
      missing.length === 0
        ? ''
        : `; chưa có số liệu của ${missing.length} đơn vị (${list(missing)})`;
    return `${group.name}: lấy từ ${from}: ${valid} phiếu hợp lệ, không tính vào bảng này${lack}.`;
  },
  en: ({ group, from, valid, missing }: Borrowed): string => {
    if (valid === 0) return `${group.name}: taken from ${from}; nothing has been imported yet.`;
    const units = missing.length === 1 ? 'unit' : 'units';
    const lack =
      missing.length === 0 ? '' : `; nothing yet of ${missing.length} ${units} (${list(missing)})`;
    const forms = valid === 1 ? 'form' : 'forms';
    return `${group.name}: taken from ${from}: ${valid} valid ${forms}, not counted in this table${lack}.`;
  },
} as const;
