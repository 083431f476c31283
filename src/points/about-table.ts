/** What a whole table of points is about where its columns do not say: one unit, one stage of the appraisal. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { matchName, type NameIndex, nameKey, skeleton } from '../names.ts';
import type { Unit } from '../plan/plan.ts';
import { type Table, whereIn } from '../table.ts';
import { type Round, unitColumnMissing, whichNamed } from './columns.ts';

/** Where it is told. */
export type Source = 'above' | 'sheet' | 'file';

interface Told<T> {
  readonly value: T;
  readonly source: Source;
}

/** The unit that a line above the headings (“Đơn vị: …”), the sheet or the file is named after; null: none, or several that differ, which is said. */
export function unitOfTable(
  table: Table,
  units: NameIndex<Unit>,
  say: (found: Finding) => void,
): Unit | null {
  const told = namesOf(table, ['đơn vị', 'tên đơn vị', 'cơ quan', 'cơ quan, đơn vị']).flatMap(
    ({ value, source }): readonly Told<Unit>[] => {
      const match = matchName(value, units);
      if (match.kind === 'exact') return [{ value: match.found, source }];
      const alike = units.candidates.filter(({ name }) => skeleton(name) === skeleton(value));
      return source === 'file' && alike.length === 1 && alike[0] !== undefined
        ? [{ value: alike[0], source }]
        : [];
    },
  );
  const [first, ...others] = told;
  if (first === undefined) {
    say(unitColumnMissing(table));
    return null;
  }
  const other = others.find(({ value }) => value !== first.value);
  const where = whereIn(table, null);
  if (other !== undefined) {
    const args = { first: first.value.name, second: other.value.name };
    say(finding('points/two-units', where, args));
    return null;
  }
  say(finding('points/unit-of-file', where, { unit: first.value.name, source: first.source }));
  return first.value;
}

/** The stage that a line above the headings, the sheet or the file is named after. */
export function roundOfTable(table: Table, say: (found: Finding) => void): Round | null {
  const labels = ['lần', 'lần thẩm định', 'vòng', 'vòng thẩm định', 'nội dung', 'loại điểm'];
  for (const { value, source } of namesOf(table, labels)) {
    const which = whichNamed(value) ?? (source === 'file' ? whichOfFile(value) : null);
    if (which === null || which === 'explanation' || which === 'evidence') continue;
    say(finding('points/round-of-file', whereIn(table, null), { round: which, source }));
    return which;
  }
  return null;
}

/** `tham-dinh-lan-2` */
function whichOfFile(stem: string) {
  const slugs: Readonly<Record<string, Round>> = {
    tudanhgia: 'self',
    tucham: 'self',
    thamdinh: 'first',
    thamdinhlan1: 'first',
    thamdinhlan2: 'second',
    thamdinhlai: 'second',
  };
  const key = skeleton(stem);
  return Object.hasOwn(slugs, key) ? (slugs[key] ?? null) : null;
}

/** Texts that may name it, the nearest to the table first. */
function namesOf(table: Table, labels: readonly string[]): readonly Told<string>[] {
  const wanted = new Set(labels.map(nameKey));
  const above = (table.above ?? []).flatMap((cells) =>
    cells.flatMap((cell, at) => {
      const [, label = cell, text = ''] = /^([^:]{1,60}):\s*(.*)$/s.exec(cell) ?? [];
      const value = text === '' ? (cells[at + 1] ?? '') : text;
      if (wanted.has(nameKey(label)) && value !== '') return [value];
      return whichNamed(cell) === null ? [] : [cell];
    }),
  );
  const stem = table.file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  return [
    ...above.map((value) => ({ value, source: 'above' as const })),
    ...(table.sheet === null ? [] : [{ value: table.sheet, source: 'sheet' as const }]),
    { value: stem, source: 'file' },
  ];
}
