/** Paper tallies, line by line: one question of one unit (wide), or one option of it (long). */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { PlaceId, QuestionId, UnitId } from '../plan/plan.ts';
import { isWhole, type TableRow, whereIn } from '../table.ts';
import { isCodeHeading } from './fields.ts';
import type { Finder, Found, KnownGroup, KnownQuestion } from './known.ts';
import { questionFinder } from './question-names.ts';
import {
  cellOf,
  faultFindings,
  fieldHeading,
  groupAndForm,
  isBelowNamed,
  type Name,
  nameIn,
  type Reading,
} from './reading.ts';
import { type Count, type Counted, readCount, readCounts } from './tally-counts.ts';

export const custodyFields = ['issued', 'returned', 'valid', 'void'] as const;

export type CustodyField = (typeof custodyFields)[number];

export interface TallyLine extends Counted {
  readonly row: TableRow;
  readonly group: KnownGroup | null;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  readonly question: KnownQuestion | null;
  readonly custody: Readonly<Record<CustodyField, Count>>;
  /** Later checks add to it. */
  readonly reasons: Finding[];
}

export type LineReader = (row: TableRow) => TallyLine;

export function lineReader(reading: Reading): LineReader {
  const { known, columns } = reading;
  const ofForm = new Map(
    [...known.forms.values()].map((form) => [form.id, questionFinder(form.questions)]),
  );
  const ofAny = questionFinder([...known.questions.values()].map(({ question }) => question));
  const ignored = new Set(columns.fields.get('unused'));
  return (row) => {
    const reasons: Finding[] = [...faultFindings(reading, row, (column) => !ignored.has(column))];
    if (!isWhole(row)) return unreadable(row, reasons);
    const { group, unit, place } = readPiece(reading, row, reasons);
    const find = ofForm.get(group?.form.id ?? '') ?? ofAny;
    const question = readQuestion(reading, row, group, find, reasons);
    const custody = readCustody(reading, row, reasons);
    const given = question === null ? nothing : readCounts(reading, row, question, reasons);
    return { row, group, unit, place, question, ...given, custody, reasons };
  };
}

const nothing: Counted = { counts: new Map(), blank: null };

const noCustody = { issued: 'blank', returned: 'blank', valid: 'blank', void: 'blank' } as const;

function unreadable(row: TableRow, reasons: Finding[]): TallyLine {
  const about = { group: null, unit: null, place: null, question: null };
  return { row, ...about, ...nothing, custody: noCustody, reasons };
}

function readCustody(reading: Reading, row: TableRow, reasons: Finding[]): TallyLine['custody'] {
  const read = (field: CustodyField): Count => {
    const column = reading.columns.fields.get(field)?.[0];
    return column === undefined ? 'blank' : readCount(reading, row, column, reasons);
  };
  const [issued, returned, valid, notValid] = custodyFields.map(read);
  return {
    issued: issued ?? 'blank',
    returned: returned ?? 'blank',
    valid: valid ?? 'blank',
    void: notValid ?? 'blank',
  };
}

type Piece = Pick<TallyLine, 'group' | 'unit' | 'place'>;

function readPiece(reading: Reading, row: TableRow, reasons: Finding[]): Piece {
  const before = reasons.length;
  const said = nameIn(reading, row, 'unit', reasons);
  const place = nameIn(reading, row, 'place', reasons);
  const { group, form } = groupAndForm(reading, row, reasons);
  const unit = unitOf(reading, row, said, place, reasons);
  const broken = reasons.length > before;
  return {
    group: broken ? null : groupOf(reading, row, unit, group, form, reasons),
    unit,
    place: place.id,
  };
}

function unitOf(
  reading: Reading,
  row: TableRow,
  said: Name,
  place: Name,
  reasons: Finding[],
): UnitId | null {
  const there = place.id === null ? null : (reading.known.placeUnits.get(place.id) ?? null);
  if (!said.given) {
    if (there === null && !place.given) {
      const at = whereIn(reading.table, row, fieldHeading(reading, 'unit'));
      const isBelow = isBelowNamed(reading, row);
      reasons.push(finding('returns/unit-needed', at, { source: '', units: [], isBelow }));
    }
    return there;
  }
  if (said.id !== null && there !== null && said.id !== there) {
    const { nameOf } = reading.known;
    const [written, other] = [nameOf('unit', said.id), nameOf('unit', there)];
    const args = {
      thing: 'unit',
      written,
      other,
      source: nameOf('place', place.id ?? ''),
    } as const;
    reasons.push(finding('returns/disagrees', whereIn(reading.table, row, said.column), args));
  }
  return said.id;
}

/** The group the row names, or the only one that its unit and form leave. */
function groupOf(
  reading: Reading,
  row: TableRow,
  unit: UnitId | null,
  said: Name,
  form: Name,
  reasons: Finding[],
): KnownGroup | null {
  const { groups } = reading.known;
  if (said.id === null) {
    const fitting = [...groups.values()].filter(
      ({ group, rates }) =>
        (form.id === null || form.id === group.form) && (unit === null || rates.includes(unit)),
    );
    const [only, ...others] = fitting;
    if (only !== undefined && others.length === 0) return only;
    const among = fitting.map(({ group }) => group.name);
    const at = whereIn(reading.table, row, fieldHeading(reading, 'group'));
    reasons.push(finding('returns/group-needed', at, { groups: among }));
    return null;
  }
  const known = groups.get(said.id) ?? null;
  if (known === null) return null;
  if (form.id !== null && form.id !== known.group.form) {
    const at = whereIn(reading.table, row, form.column);
    const written = reading.known.nameOf('form', form.id);
    const args = { thing: 'form', written, other: known.form.code } as const;
    reasons.push(finding('returns/disagrees', at, { ...args, source: known.group.name }));
  }
  if (unit !== null && !known.rates.includes(unit)) {
    const at = whereIn(reading.table, row, fieldHeading(reading, 'unit'));
    const { nameOf } = reading.known;
    const units = known.rates.map((id) => nameOf('unit', id));
    const args = { unit: nameOf('unit', unit), source: known.group.name, units };
    reasons.push(finding('returns/not-rated', at, args));
    return null;
  }
  return known;
}

/** The question of a line: a code decides, and a text beside it must not name another question. */
function readQuestion(
  reading: Reading,
  row: TableRow,
  group: KnownGroup | null,
  find: Finder,
  reasons: Finding[],
): KnownQuestion | null {
  const written = questionCells(reading, row);
  const [chosen = { text: '', heading: fieldHeading(reading, 'question') }] = written;
  const at = whereIn(reading.table, row, chosen.heading);
  const id = foundQuestion(reading, find(chosen.text), chosen.text, group, at, reasons);
  if (id === null) return null;
  for (const { text, heading } of written.slice(1)) {
    const other = find(text);
    if (other.kind !== 'one' || other.id === id) continue;
    const args = { thing: 'question', written: text, other: id, source: chosen.text } as const;
    reasons.push(finding('returns/disagrees', whereIn(reading.table, row, heading), args));
    return null;
  }
  const known = reading.known.questions.get(id) ?? null;
  if (known?.scale !== null) return known;
  reasons.push(finding('returns/open-question', at, { question: id }));
  return null;
}

/** The cells that name the question and are not blank; those of code columns come first. */
function questionCells({ columns, table }: Reading, row: TableRow) {
  return [...(columns.fields.get('question') ?? [])]
    .map((column) => ({ text: cellOf(row, column), heading: table.columns[column] ?? null }))
    .filter(({ text }) => text !== '')
    .sort(
      (one, other) => Number(isCodeHeading(other.heading)) - Number(isCodeHeading(one.heading)),
    );
}

function foundQuestion(
  reading: Reading,
  found: Found,
  text: string,
  group: KnownGroup | null,
  at: Where,
  reasons: Finding[],
): QuestionId | null {
  if (found.kind === 'one') return found.id;
  if (found.kind === 'several') {
    const args = { thing: 'question', name: text, among: found.ids } as const;
    reasons.push(finding('returns/ambiguous-name', at, args));
    return null;
  }
  const elsewhere = group !== null && reading.known.questions.has(text);
  reasons.push(
    elsewhere
      ? finding('returns/not-on-form', at, { question: text, form: group.form.code })
      : finding('returns/unknown-name', at, { thing: 'question', name: text, near: found.near }),
  );
  return null;
}
