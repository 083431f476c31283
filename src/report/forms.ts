/** Forms: quota, issued, returned, valid and void, per quota row with totals. */
import type { PageCell, PageRow } from '../page.ts';
import { borrowedFrom } from '../plan/borrowed.ts';
import type { QuotaRow, Quotas } from '../quotas/quota.ts';
import { exact, percentOf } from '../stats/exact.ts';
import type { Custody, Tallies } from '../tallies.ts';
import {
  countColumn,
  figure,
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';

/** Null: not known. */
interface Line {
  readonly name: string;
  readonly quota: number | null;
  readonly issued: number | null;
  readonly returned: number;
  readonly valid: number;
  readonly void: number;
  /** Valid forms that the quota asks for: what a row has beyond its own makes up for nothing elsewhere. */
  readonly covered: number;
}

export function formsPage(setting: Setting, quotas: Quotas, tallies: Tallies): ReportPage {
  const { plan, words } = setting;
  const asked = plan.groups.filter((group) => borrowedFrom(group) === null);
  const borrowed = plan.groups.flatMap((group) => {
    const from = borrowedFrom(group);
    return from === null ? [] : [words.borrowed(group.name, from)];
  });
  const groups = asked.map((group) => {
    const quota = quotas.groups.find((one) => one.group === group.id);
    const custody = tallies.custody.filter((one) => one.group === group.id);
    const lines = linesOf(setting, quota?.rows ?? [], custody);
    const total = { ...sumOf(group.name, lines), quota: quota?.total ?? null };
    const whole = lines.length === 1 && quota?.rows[0]?.target.kind === 'group';
    return { total, lines: whole ? [] : lines };
  });
  const totals = groups.map(({ total }) => total);
  return {
    file: 'forms',
    name: words.formsName,
    title: titleLines(setting, words.formsTitle),
    columns: [
      textColumn('target', words.target, 48),
      countColumn('quota', words.quota),
      countColumn('issued', words.issued),
      countColumn('returned', words.returned),
      countColumn('valid', words.valid),
      countColumn('void', words.void),
      figureColumn('quota_reached', words.validShare, setting),
    ],
    rows: [
      ...groups.flatMap(({ total, lines }) => [
        pageRow('group', total, setting),
        ...lines.map((line) => pageRow('row', line, setting)),
      ]),
      pageRow('total', { ...sumOf(words.grandTotal, totals), quota: quotas.total }, setting),
    ],
    notes: [words.formsNote, ...partialNotes(setting, quotas, tallies), ...borrowed],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** Names the rows whose forms were counted in rounds and are not all there. */
function partialNotes(
  { plan, words }: Setting,
  quotas: Quotas,
  tallies: Tallies,
): readonly string[] {
  const names = new Map(plan.groups.map(({ id, name }) => [id, name]));
  const partial = tallies.custody.filter((one) => one.partial);
  const rows = quotas.groups.flatMap((quota) =>
    quota.rows.filter((row) =>
      partial.some(
        (one) => one.group === row.group && isFor(one, row) && one.valid < (row.size ?? Infinity),
      ),
    ),
  );
  const found = rows.map((row) => {
    const group = names.get(row.group) ?? row.group;
    return group === row.name ? group : `${group}, ${row.name}`;
  });
  return found.length === 0 ? [] : [words.partial(found.join('; '))];
}

/** A line for each quota row, then for returns that no quota row expects: nothing is left out. */
function linesOf(
  setting: Setting,
  rows: readonly QuotaRow[],
  custody: readonly Custody[],
): readonly Line[] {
  const left = new Set(custody);
  const expected = rows.map((row): Line => {
    const found = custody.filter((one) => isFor(one, row));
    for (const one of found) left.delete(one);
    const line = custodySum(row.name, found);
    return { ...line, quota: row.size, covered: Math.min(line.valid, row.size ?? line.valid) };
  });
  const others = [...left].map((one): Line => {
    const { plan, words } = setting;
    const unit = plan.units.find(({ id }) => id === one.unit)?.name;
    const place = plan.places.find(({ id }) => id === one.place)?.name;
    return { ...custodySum(unit ?? place ?? words.elsewhere, [one]), quota: null, covered: 0 };
  });
  return [...expected, ...others];
}

function isFor(custody: Custody, { target }: QuotaRow): boolean {
  switch (target.kind) {
    case 'group':
      return custody.unit === null && custody.place === null;
    case 'unit':
      return custody.unit === target.unit && custody.place === null;
    case 'place':
      return custody.place === target.place;
  }
}

function custodySum(name: string, parts: readonly Custody[]): Line {
  return sumOf(
    name,
    parts.map((part) => ({ ...part, name, quota: null, covered: 0 })),
  );
}

/** Sheets issued are known only when every part says so. */
function sumOf(name: string, lines: readonly Line[]): Line {
  const add = (field: 'returned' | 'valid' | 'void' | 'covered') =>
    lines.reduce((sum, line) => sum + line[field], 0);
  const issued = lines.reduce<number | null>(
    (sum, line) => (sum === null || line.issued === null ? null : sum + line.issued),
    lines.length === 0 ? null : 0,
  );
  const [returned, valid, spoilt] = [add('returned'), add('valid'), add('void')];
  return { name, quota: null, issued, returned, valid, void: spoilt, covered: add('covered') };
}

function pageRow(style: PageRow['style'], line: Line, setting: Setting): PageRow {
  const share = line.quota === null ? null : percentOf(exact(line.covered), exact(line.quota));
  const cells: readonly PageCell[] = [
    line.name,
    line.quota,
    line.issued,
    line.returned,
    line.valid,
    line.void,
    figure(share, setting),
  ];
  return { style, cells };
}
