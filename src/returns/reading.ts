/** Reading one row's context cells: names looked up, faults and disagreements reported at their cell. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { cellFault } from '../formats/cell-fault.ts';
import type { FormId, GroupId } from '../plan/plan.ts';
import type { DateFormat } from '../table/date-text.ts';
import { isWhole, type TableHead, type TableRow, whereIn } from '../table.ts';
import { isBorrowed } from './borrowed.ts';
import type { Columns } from './columns.ts';
import type { Field, Kind } from './fields.ts';
import type { Known, NamedThing } from './known.ts';

/** What the user says about the whole file, where the file itself does not. */
export interface Asked {
  /** Null: told by the headings. */
  readonly kind: Kind | null;
  readonly group: GroupId | null;
  readonly form: FormId | null;
  /** The decimal mark of its numbers; null: Vietnamese writing, and what is ambiguous is asked. */
  readonly decimal: 'comma' | 'point' | null;
  /** How its dates are written; null: day first, or as ISO writes them. */
  readonly dates: DateFormat | null;
  /** Hashes of the invitation codes of a group of people; null: none were given out. */
  readonly invited: (people: string) => ReadonlySet<string> | null;
}

/** One file being read. */
export interface Reading {
  readonly known: Known;
  readonly table: TableHead;
  readonly columns: Columns;
  readonly asked: Asked;
  /** The first row that names a unit; null when none does. */
  readonly firstNamed: number | null;
}

/** Whether a row above names its unit and this one does not, as where cells were merged in Excel. */
export function isBelowNamed(reading: Reading, row: TableRow): boolean {
  return reading.firstNamed !== null && reading.firstNamed < row.row;
}

/** A name in a row: `given` is false when its cells are blank; `id` is null when it could not be read. */
export interface Name {
  readonly given: boolean;
  readonly id: string | null;
  /** Heading of the cell it was read from. */
  readonly column: string | null;
}

const absent: Name = { given: false, id: null, column: null };

export function cellOf(row: TableRow, column: number): string {
  return row.cells[column] ?? '';
}

/** Text of a field that stands in one column; blank when the file has no such column. */
export function fieldText(reading: Reading, row: TableRow, field: Field): string {
  const column = reading.columns.fields.get(field)?.[0];
  return column === undefined ? '' : cellOf(row, column);
}

export function fieldHeading(reading: Reading, field: Field): string | null {
  const column = reading.columns.fields.get(field)?.[0];
  return column === undefined ? null : (reading.table.columns[column] ?? null);
}

const noFindings: readonly Finding[] = [];

/** Cells of the row that hold no trustworthy text, in columns that are used; a shifted row as a whole. */
export function faultFindings(
  { table }: Reading,
  row: TableRow,
  isUsed: (column: number) => boolean,
): readonly Finding[] {
  if (row.faults.length === 0) return noFindings;
  const whole = isWhole(row);
  return row.faults
    .filter(({ column, reason }) => (whole ? isUsed(column) : reason.endsWith('-cells')))
    .map((fault) => cellFault(table, row, fault));
}

/** Looks up the name in the field's column or columns (an id and a name must agree). */
export function nameIn(
  reading: Reading,
  row: TableRow,
  thing: NamedThing,
  reasons: Finding[],
): Name {
  let name = absent;
  for (const column of reading.columns.fields.get(thing) ?? []) {
    const text = cellOf(row, column);
    if (text === '') continue;
    const heading = reading.table.columns[column] ?? null;
    const id = lookUp(reading, row, thing, text, heading, reasons);
    if (name.id !== null && id !== null && id !== name.id) {
      const other = reading.known.nameOf(thing, name.id);
      const args = { thing, written: text, other, source: name.column ?? '' };
      reasons.push(finding('returns/disagrees', whereIn(reading.table, row, heading), args));
    }
    name = name.given ? { ...name, id: name.id ?? id } : { given: true, id, column: heading };
  }
  return name;
}

function lookUp(
  reading: Reading,
  row: TableRow,
  thing: NamedThing,
  text: string,
  heading: string | null,
  reasons: Finding[],
): string | null {
  const found = reading.known.find[thing](text);
  if (found.kind === 'one') return found.id;
  const at = whereIn(reading.table, row, heading);
  reasons.push(
    found.kind === 'several'
      ? finding('returns/ambiguous-name', at, {
          thing,
          name: text,
          among: found.ids.map((id) => `${id} (${reading.known.nameOf(thing, id)})`),
        })
      : finding('returns/unknown-name', at, { thing, name: text, near: found.near }),
  );
  return null;
}

/** The group and the form of a row. A group on several forms may be named as written: the form tells which it is. */
export function groupAndForm(
  reading: Reading,
  row: TableRow,
  reasons: Finding[],
): { readonly group: Name; readonly form: Name } {
  const group = nameOrAsked(reading, row, 'group', reasons);
  const form = nameOrAsked(reading, row, 'form', reasons);
  const groups = reading.known.onForms.get(group.id ?? '');
  if (groups === undefined) return { group, form };
  const id = groups.find((one) => one.form === form.id)?.id ?? null;
  // A printed sheet has its form already.
  const isPrinted = fieldText(reading, row, 'serial') !== '';
  if (id === null && (!isPrinted || isBorrowed(reading.known, group.id ?? ''))) {
    const at = whereIn(reading.table, row, fieldHeading(reading, 'group'));
    const names = groups.map(({ name }) => name);
    reasons.push(finding('returns/group-needed', at, { groups: names }));
  }
  return { group: { ...group, id }, form };
}

/** The group or form of a row: its own cell, else what the user said about the file. */
function nameOrAsked(
  reading: Reading,
  row: TableRow,
  thing: 'group' | 'form',
  reasons: Finding[],
): Name {
  const name = nameIn(reading, row, thing, reasons);
  const asked = reading.asked[thing];
  if (asked === null) return name;
  if (!name.given) return { given: true, id: asked, column: null };
  const { onForms } = reading.known;
  const among = (people: string | null, id: string | null): boolean =>
    (onForms.get(people ?? '') ?? []).some((group) => group.id === id);
  if (thing === 'group' && among(asked, name.id)) return name;
  if (thing === 'group' && among(name.id, asked)) return { ...name, id: asked };
  if (name.id !== null && name.id !== asked) {
    const { nameOf } = reading.known;
    const [written, other] = [nameOf(thing, name.id), nameOf(thing, asked)];
    const args = { thing, written, other, source: `--${thing}` };
    reasons.push(finding('returns/disagrees', whereIn(reading.table, row, name.column), args));
  }
  return name;
}

/** Where something stands in this file, in words that need no language: `phieu.csv:12`. */
export function rowName({ table }: Reading, row: number): string {
  return `${table.file.replace(/^.*[/\\]/, '')}:${row}`;
}
