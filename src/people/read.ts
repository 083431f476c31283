/** A table → a list of people. Units and places are found as everywhere: by id or by name. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { matchName, type Named, type NameIndex, nameKey, skeleton } from '../names.ts';
import { isWhole, type Table, type TableRow, whereIn } from '../table.ts';
import {
  type PeopleColumn,
  type PeopleList,
  type Person,
  type PersonMarks,
  peopleColumns,
} from './list.ts';

export interface PeopleSource {
  readonly file: string;
  readonly table: Table;
  /** Columns that its groups need: their cells must be filled in and must name something of the plan. */
  readonly needs: ReadonlySet<'unit' | 'place'>;
}

export interface KnownPlaces {
  readonly units: NameIndex<Named>;
  readonly places: NameIndex<Named>;
}

/** A row that cannot be used is a finding and is left out. */
export function readPeople(
  source: PeopleSource,
  known: KnownPlaces,
): { readonly list: PeopleList; readonly findings: readonly Finding[] } {
  const { file, table } = source;
  const positions = columnsOf(table);
  const missing = (['unit', 'place'] as const).filter(
    (column) => source.needs.has(column) && positions[column] < 0,
  );
  const nameless = positions.name < 0 && positions.code < 0 ? (['name'] as const) : [];
  const lacking = [...missing, ...nameless].map((column) => {
    const args = { column, known: peopleColumns[column].slice(0, 4) };
    return finding('sample/column-missing', whereIn(table, null), args);
  });
  const empty: PeopleList = { file, table, positions, people: [] };
  if (lacking.length > 0) return { list: empty, findings: lacking };
  const findings: Finding[] = [];
  const people = table.rows
    .filter(isWhole)
    .flatMap((row) => personOf(source, empty, row, known, findings));
  return { list: { ...empty, people }, findings };
}

function columnsOf({ columns }: Table): PeopleList['positions'] {
  const keys = columns.map(nameKey);
  const position = (column: PeopleColumn): number => {
    const wanted = peopleColumns[column].map(nameKey);
    return keys.indexOf(wanted.find((heading) => keys.includes(heading)) ?? '\u0000');
  };
  return Object.fromEntries(
    (Object.keys(peopleColumns) as PeopleColumn[]).map((column) => [column, position(column)]),
  ) as Record<PeopleColumn, number>;
}

function personOf(
  { needs }: PeopleSource,
  list: PeopleList,
  row: TableRow,
  known: KnownPlaces,
  findings: Finding[],
): readonly Person[] {
  const before = findings.length;
  const text = (column: PeopleColumn): string => cellOf(list, row, column, findings);
  const name = text('name');
  const code = text('code');
  const [unitText, placeText] = [text('unit'), text('place')];
  const others = { email: text('email'), phone: text('phone') };
  const marks = marksOf({ name, code, ...others, position: text('position'), born: text('born') });
  if (findings.length > before) return [];
  const blank = (column: PeopleColumn): void => {
    const at = whereIn(list.table, row, list.table.columns[list.positions[column]] ?? null);
    findings.push(finding('plan/empty-value', at, { key: column }));
  };
  if (name === '' && code === '') blank(list.positions.name >= 0 ? 'name' : 'code');
  const whose = (column: 'unit' | 'place', written: string): string | null => {
    if (written === '' && needs.has(column)) blank(column);
    if (written === '') return null;
    const at = whereIn(list.table, row, list.table.columns[list.positions[column]] ?? null);
    const index = column === 'unit' ? known.units : known.places;
    const found = named(column, written, index, at);
    if (typeof found === 'string') return found;
    if (needs.has(column)) findings.push(found);
    return null;
  };
  const unit = whose('unit', unitText);
  const place = whose('place', placeText);
  if (findings.length > before) return [];
  const { file } = list;
  const person = { file, row: row.row, cells: row.cells, unit, place, name };
  return [{ ...person, email: others.email, marks }];
}

/** Its id, or what is wrong with the name. */
function named(
  thing: 'unit' | 'place',
  text: string,
  index: NameIndex<Named>,
  at: Finding['at'],
): string | Finding {
  const match = matchName(text, index);
  if (match.kind === 'exact') return match.found.id;
  if (match.kind === 'none') {
    return finding('plan/unknown-name', at, { thing, text, near: match.near });
  }
  const among = match.among.map(({ id, name }) => `${name} (${id})`);
  return finding('plan/ambiguous-name', at, { thing, text, among });
}

function cellOf(
  { table, positions }: PeopleList,
  row: TableRow,
  column: PeopleColumn,
  findings: Finding[],
): string {
  const position = positions[column];
  const fault = row.faults.find((one) => one.column === position);
  if (position < 0) return '';
  if (fault === undefined) return row.cells[position] ?? '';
  const at = whereIn(table, row, table.columns[position] ?? null);
  findings.push(finding('plan/frame-cell', at, { reason: fault.reason }));
  return '';
}

type Written = Readonly<Record<'name' | 'code' | 'email' | 'phone' | 'position' | 'born', string>>;

/** Each mark in one spelling, so that two ways of writing it are equal. */
export function marksOf(written: Written): PersonMarks {
  return {
    name: nameKey(written.name),
    letters: skeleton(written.name),
    code: written.code
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.-]/g, ''),
    email: written.email.normalize('NFKC').toLowerCase().replace(/\s/g, ''),
    phone: phoneOf(written.phone),
    position: nameKey(written.position),
    born: bornOf(written.born),
  };
}

/** `+84 912.345.678` → `0912345678`. */
function phoneOf(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits.replace(/^(00)?84(?=\d{9}$)/, '0');
}

/** `1/2/1980` and `01-02-1980` → `1980-02-01`; a year stays a year. */
function bornOf(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain) ?? [];
  if (year !== undefined) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}/.test(plain) ? plain.slice(0, 10) : plain.replace(/\s/g, '');
}
