/**
 * A list with nobody's name on it, for rehearsals: it has the same rows, units, places and columns to draw by, and the same
 * rows are one person, so that every count stays what it is.
 */
import { nameKey } from '../names.ts';
import { compareText, type PeopleFrame, type PeopleList, type Person } from '../people.ts';

export interface MaskedColumns {
  /** Headings of sizes, whose cells are kept. */
  readonly sizes: readonly string[];
  /** Headings that people are divided by; letters stand for their values, in the same order. */
  readonly parts: readonly string[];
  /** Headings that a draw is sorted by; they may hold names, so row numbers stand in them. */
  readonly ordered: readonly string[];
}

export function maskedList(
  list: PeopleList,
  { same, lists }: PeopleFrame,
  { sizes, parts, ordered }: MaskedColumns,
): { readonly columns: readonly string[]; readonly rows: string[][] } {
  const numbers = new Map(
    same.flatMap(({ rows }, at) => rows.map((row) => [row, `M${at + 1}`] as const)),
  );
  const file = [...lists.keys()].indexOf(list.file) + 1;
  const own = ['unit', 'place', 'name', 'code'];
  const keys = new Set(own.map(nameKey));
  const extra = [...new Set([...sizes, ...parts, ...ordered])].filter(
    (one) => !keys.has(nameKey(one)),
  );
  const position = new Map(list.table.columns.map((heading, at) => [nameKey(heading), at]));
  const textOf = (person: Person, heading: string): string =>
    person.cells[position.get(nameKey(heading)) ?? -1] ?? '';
  const letters = new Map(
    parts.map((heading) => [heading, lettersFor(list.people.map((one) => textOf(one, heading)))]),
  );
  const masked = (person: Person, heading: string): string => {
    const text = textOf(person, heading);
    if (sizes.includes(heading)) return text;
    return letters.get(heading)?.get(nameKey(text)) ?? String(person.row).padStart(7, '0');
  };
  const rows = list.people.map((person) => {
    const { unit, place, row } = person;
    const code = numbers.get(person) ?? `P${file}X${row}`;
    const cells = extra.map((heading) => masked(person, heading));
    return [unit ?? '', place ?? '', `Người ${code}`, code, ...cells];
  });
  return { columns: [...own, ...extra], rows };
}

/** `A`, `B` … for the values in their order, all of one length, so that they sort alike; a blank stays one. */
function lettersFor(texts: readonly string[]): ReadonlyMap<string, string> {
  const keys = [...new Set(texts.map(nameKey))].filter((key) => key !== '').sort(compareText);
  const length = Math.max(1, Math.ceil(Math.log(Math.max(1, keys.length)) / Math.log(26)));
  const letter = (rank: number, place: number): string =>
    String.fromCharCode(65 + (Math.floor(rank / 26 ** place) % 26));
  const named = keys.map((key, rank): [string, string] => {
    const letters = Array.from({ length }, (_, at) => letter(rank, length - 1 - at));
    return [key, letters.join('')];
  });
  return new Map([['', ''], ...named]);
}
