/** A table → a list of people. Units and places are found as everywhere: by id or by name. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { matchName, type Named, type NameIndex, nameKey } from '../names.ts';
import { hasControl } from '../table/control.ts';
import { isWhole, type Table, type TableRow, whereIn } from '../table.ts';
import { type PeopleColumn, type PeopleList, type Person, peopleColumns } from './list.ts';
import { isRuined, lacksZeros, marksOf, plainCode } from './marks.ts';

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
  const empty: PeopleList = { file, table, positions, people: [] };
  const lacking = lackingColumns(source, positions);
  if (lacking.length > 0) return { list: empty, findings: lacking };
  const findings: Finding[] = [...spoiltNumbers(empty)];
  const people = table.rows
    .filter(isWhole)
    .flatMap((row) => personOf(source, empty, row, known, findings));
  return { list: { ...empty, people }, findings };
}

function columnsOf({ columns }: Table): PeopleList['positions'] {
  const plain = columns.map(nameKey);
  const bare = columns.map((heading) => nameKey(heading.replace(/\([^)]*\)/g, ' ')));
  const position = (column: PeopleColumn): number => {
    for (const keys of [plain, bare]) {
      const found = peopleColumns[column].map(nameKey).find((heading) => keys.includes(heading));
      if (found !== undefined) return keys.indexOf(found);
    }
    return -1;
  };
  return Object.fromEntries(
    (Object.keys(peopleColumns) as PeopleColumn[]).map((column) => [column, position(column)]),
  ) as Record<PeopleColumn, number>;
}

/** What tells a row's unit or place, and who it is. */
function lackingColumns(
  { table, needs }: PeopleSource,
  positions: PeopleList['positions'],
): readonly Finding[] {
  const missing = (['unit', 'place'] as const).filter(
    (column) => needs.has(column) && positions[column] < 0,
  );
  const naming = ['name', 'given', 'code', 'citizen'] as const;
  const nameless = naming.every((column) => positions[column] < 0) ? (['name'] as const) : [];
  return [...missing, ...nameless].map((column) => {
    const args = { column, known: peopleColumns[column] };
    return finding('sample/column-missing', whereIn(table, null), args);
  });
}

/** Numbers that a spreadsheet has spoilt: once for a column, at the first of them. */
function spoiltNumbers({ table, positions }: PeopleList): readonly Finding[] {
  return (['citizen', 'code'] as const).flatMap((column) => {
    const position = positions[column];
    const rows = (spoilt: (text: string) => boolean): readonly TableRow[] =>
      position < 0 ? [] : table.rows.filter(({ cells }) => spoilt(cells[position] ?? ''));
    const heading = table.columns[position] ?? '';
    const ruined = rows(isRuined);
    const short = column === 'citizen' ? rows(lacksZeros) : [];
    return [
      ...ruined.slice(0, 1).map((row) => {
        const args = { column: heading, count: ruined.length };
        return finding('sample/number-ruined', whereIn(table, row, heading), args);
      }),
      ...short.slice(0, 1).map((row) => {
        const args = { column: heading, count: short.length };
        return finding('sample/zeros-lost', whereIn(table, row, heading), args);
      }),
    ];
  });
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
  const name = text('name') || [text('family'), text('given')].filter(Boolean).join(' ');
  const [code, citizen] = [text('code'), text('citizen')];
  const [unitText, placeText] = [text('unit'), text('place')];
  const others = { email: text('email'), phone: text('phone') };
  const about = { position: text('position'), born: text('born') };
  findings.push(...unseen(list, row));
  if (findings.length > before) return [];
  const at = (column: PeopleColumn) =>
    whereIn(list.table, row, list.table.columns[list.positions[column]] ?? null);
  if (name === '' && code === '' && citizen === '') {
    const column = (['name', 'given', 'code'] as const).find((one) => list.positions[one] >= 0);
    findings.push(finding('sample/blank-cell', at(column ?? 'citizen'), { column: 'name' }));
  }
  const whose = (column: 'unit' | 'place', written: string): string | null => {
    if (written === '' && needs.has(column)) {
      findings.push(finding('sample/blank-cell', at(column), { column }));
    }
    if (written === '') return null;
    const index = column === 'unit' ? known.units : known.places;
    const found = named(column, written, index, at(column));
    if (typeof found === 'string') return found;
    if (needs.has(column)) findings.push(found);
    return null;
  };
  const [unit, place] = [whose('unit', unitText), whose('place', placeText)];
  if (findings.length > before) return [];
  const { cells } = row;
  const sortKey = [plainCode(code || citizen), nameKey(name), ...cells].join('\u0000');
  const marks = marksOf({ name, code, citizen, ...others, ...about });
  const { email } = others;
  return [{ file: list.file, row: row.row, cells, unit, place, name, email, marks, sortKey }];
}

/** Every cell goes into the lists that people print and mail from. */
function unseen({ table }: PeopleList, row: TableRow): readonly Finding[] {
  return row.cells.flatMap((text, column) => {
    if (!hasControl(text)) return [];
    return [finding('sample/control-character', whereIn(table, row, table.columns[column]), {})];
  });
}

/** Its id, or what is wrong with the name. A cell of a row that has slipped may hold anything, so its text is not repeated. */
function named(
  thing: 'unit' | 'place',
  text: string,
  index: NameIndex<Named>,
  at: Finding['at'],
): string | Finding {
  const match = matchName(text, index);
  if (match.kind === 'exact') return match.found.id;
  if (match.kind === 'none') return finding('sample/unknown-home', at, { thing, near: match.near });
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
