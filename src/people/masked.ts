/**
 * A list with nobody's name on it, for rehearsals: it has the same rows, units, places and columns to draw by, and the same
 * rows are one person, so that every count stays what it is.
 */
import { nameKey } from '../names.ts';
import type { PeopleFrame, PeopleList } from '../people.ts';

export interface MaskedColumns {
  /** Headings whose cells are kept: what people are divided and weighed by. */
  readonly kept: readonly string[];
  /** Headings that a draw is sorted by; they may hold names, so row numbers stand in them. */
  readonly ordered: readonly string[];
}

export function maskedList(
  list: PeopleList,
  { same, lists }: PeopleFrame,
  { kept, ordered }: MaskedColumns,
): { readonly columns: readonly string[]; readonly rows: string[][] } {
  const numbers = new Map(
    same.flatMap(({ rows }, at) => rows.map((row) => [row, `M${at + 1}`] as const)),
  );
  const file = [...lists.keys()].indexOf(list.file) + 1;
  const own = ['unit', 'place', 'name', 'code'];
  const keys = new Set(own.map(nameKey));
  const extra = [...new Set([...kept, ...ordered])].filter((one) => !keys.has(nameKey(one)));
  const position = new Map(list.table.columns.map((heading, at) => [nameKey(heading), at]));
  const rows = list.people.map((person) => {
    const { unit, place, row } = person;
    const code = numbers.get(person) ?? `P${file}-${row}`;
    const cells = extra.map((heading) =>
      kept.includes(heading)
        ? (person.cells[position.get(nameKey(heading)) ?? -1] ?? '')
        : String(row).padStart(7, '0'),
    );
    return [unit ?? '', place ?? '', `Người ${code}`, code, ...cells];
  });
  return { columns: [...own, ...extra], rows };
}
