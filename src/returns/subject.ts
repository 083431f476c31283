/** Whom one row is about: told by its serial, or by its unit, group and form where there is no serial. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { RegisteredSheet, SerialReading } from '../packets.ts';
import type { FormId, GroupId, UnitId } from '../plan/plan.ts';
import { type TableRow, whereIn } from '../table.ts';
import type { Rating } from './batch.ts';
import { isBorrowed } from './borrowed.ts';
import { type KnownGroup, mayLackSerial } from './known.ts';
import {
  fieldHeading,
  fieldText,
  groupAndForm,
  isBelowNamed,
  type Name,
  nameIn,
  type Reading,
} from './reading.ts';

/** Null where it could not be told; the row is rejected then, and the reasons say why. */
export interface Subject {
  readonly serial: string | null;
  readonly form: FormId | null;
  readonly group: GroupId | null;
  readonly unit: UnitId | null;
  readonly from: Rating['from'];
}

/** The names that stand in the row itself. */
interface Said {
  readonly unit: Name;
  readonly place: Name;
  readonly group: Name;
  readonly form: Name;
}

export function readSubject(reading: Reading, row: TableRow, reasons: Finding[]): Subject {
  const said: Said = {
    unit: nameIn(reading, row, 'unit', reasons),
    place: nameIn(reading, row, 'place', reasons),
    ...groupAndForm(reading, row, reasons),
  };
  const typed = fieldText(reading, row, 'serial');
  if (typed === '' || isNumberedElsewhere(reading, said.group, typed)) {
    return withoutSerial(reading, row, said, reasons);
  }
  const sheet = sheetOf(reading, row, typed, reasons);
  if (sheet !== null) return ofSheet(reading, row, sheet, said, reasons);
  const { form, group, unit } = said;
  const from = { unit: null, place: null };
  return { serial: null, form: form.id, group: group.id, unit: unit.id, from };
}

/** Another survey may number its own forms, under the same heading. */
function isNumberedElsewhere({ known }: Reading, group: Name, typed: string): boolean {
  if (!isBorrowed(known, group.id ?? '')) return false;
  const read = known.readSerial(dashed(typed));
  return read.kind !== 'ok' || known.sheets.partOf(read) === undefined;
}

/** Whether rows of the group may come without a serial. */
function sheetOf(
  reading: Reading,
  row: TableRow,
  typed: string,
  reasons: Finding[],
): RegisteredSheet | null {
  const read = reading.known.readSerial(dashed(typed));
  const found = read.kind === 'ok' ? (reading.known.sheets.find(read) ?? null) : null;
  if (found === null) reasons.push(noSheet(reading, row, typed, read));
  return found;
}

/** Why what stands as a serial names no sheet of this survey. */
function noSheet(reading: Reading, row: TableRow, typed: string, read: SerialReading): Finding {
  const at = whereIn(reading.table, row, fieldHeading(reading, 'serial'));
  switch (read.kind) {
    case 'bad-shape': {
      const example = reading.known.sheets.first ?? reading.known.serials.prefix;
      return finding('returns/serial-unreadable', at, { typed, example });
    }
    case 'bad-check':
      return finding('returns/serial-mistyped', at, { typed });
    case 'other-prefix': {
      const { prefix } = reading.known.serials;
      return finding('returns/serial-of-another-survey', at, { typed, prefix });
    }
    case 'ok':
      return finding('returns/serial-not-printed', at, { serial: read.serial });
  }
}

/** Dots, slashes and the like between the parts of a serial stand for its dashes. */
export function dashed(typed: string): string {
  if (!mark.test(typed)) return typed;
  return typed.replace(/(?<=[\p{L}\p{N}])\s*[._/\\|,:;·•]+\s*(?=[\p{L}\p{N}])/gu, '-');
}

const mark = /[._/\\|,:;·•]/;

function ofSheet(
  reading: Reading,
  row: TableRow,
  sheet: RegisteredSheet,
  said: Said,
  reasons: Finding[],
): Subject {
  for (const thing of ['group', 'form'] as const) {
    agree(reading, row, thing, said[thing], sheet[thing], sheet.serial, reasons);
  }
  if (sheet.place !== null) {
    agree(reading, row, 'place', said.place, sheet.place, sheet.serial, reasons);
  }
  const { serial, form, group, place } = sheet;
  const unit = ratedUnit(reading, row, sheet.rates, said.unit, sheet.serial, reasons);
  return { serial, form, group, unit, from: { unit: sheet.unit, place } };
}

function agree(
  reading: Reading,
  row: TableRow,
  thing: 'group' | 'form' | 'place',
  name: Name,
  printed: string,
  serial: string,
  reasons: Finding[],
): void {
  if (name.id === null || name.id === printed) return;
  const at = whereIn(reading.table, row, name.column);
  const { nameOf } = reading.known;
  const [written, other] = [nameOf(thing, name.id), nameOf(thing, printed)];
  const args = { thing, written, other, source: serial };
  reasons.push(finding('returns/disagrees', at, args));
}

/** The unit that the row rates, which must be one of those its sheet (or group) rates. */
function ratedUnit(
  reading: Reading,
  row: TableRow,
  rates: readonly UnitId[],
  unit: Name,
  source: string,
  reasons: Finding[],
): UnitId | null {
  if (!unit.given) {
    if (rates.length === 1) return rates[0] ?? null;
    const at = whereIn(reading.table, row, fieldHeading(reading, 'unit'));
    const args = { source, units: named(reading, rates), isBelow: isBelowNamed(reading, row) };
    reasons.push(finding('returns/unit-needed', at, args));
    return null;
  }
  if (unit.id === null || rates.includes(unit.id)) return unit.id;
  const at = whereIn(reading.table, row, unit.column);
  const args = {
    unit: reading.known.nameOf('unit', unit.id),
    source,
    units: named(reading, rates),
  };
  reasons.push(finding('returns/not-rated', at, args));
  return null;
}

function named({ known }: Reading, units: readonly UnitId[]): readonly string[] {
  return units.map((id) => known.nameOf('unit', id));
}

function withoutSerial(reading: Reading, row: TableRow, said: Said, reasons: Finding[]): Subject {
  const none = { serial: null, form: said.form.id, unit: said.unit.id } as const;
  const from = { unit: null, place: null };
  const known = openGroup(reading, row, said, reasons);
  if (known === null) return { ...none, group: said.group.id, from };
  const { group, isGrid, rates } = known;
  // The ratings of one sheet are told together by its serial, or by who sent it.
  const isTold = (['reply', 'invitation'] as const).some(
    (field) => fieldText(reading, row, field) !== '',
  );
  if (isGrid && !isTold) {
    const args = { group: group.name, units: rates.length };
    reasons.push(finding('returns/grid-without-serial', serialPlace(reading, row), args));
    return { ...none, group: group.id, from };
  }
  const placeUnit = placeUnitOf(reading, said.place);
  const unit =
    !said.unit.given && placeUnit !== null
      ? placeUnit
      : ratedUnit(reading, row, rates, said.unit, group.name, reasons);
  if (unit !== null && placeUnit !== null && unit !== placeUnit) {
    const args = {
      thing: 'unit',
      written: reading.known.nameOf('unit', unit),
      other: reading.known.nameOf('unit', placeUnit),
      source: reading.known.nameOf('place', said.place.id ?? ''),
    } as const;
    reasons.push(finding('returns/disagrees', whereIn(reading.table, row, said.unit.column), args));
  }
  return { serial: null, form: group.form, group: group.id, unit, from: fromOf(known, unit, said) };
}

function serialPlace(reading: Reading, row: TableRow) {
  return whereIn(reading.table, row, fieldHeading(reading, 'serial'));
}

function placeUnitOf(reading: Reading, place: Name): UnitId | null {
  return place.id === null ? null : (reading.known.placeUnits.get(place.id) ?? null);
}

/** Whose packet a reply without serial counts for: only what the row itself says. */
function fromOf({ group }: KnownGroup, unit: UnitId | null, said: Said): Rating['from'] {
  if (group.over.kind === 'places') return { unit, place: said.place.id };
  if (group.over.kind === 'units' && group.about.kind === 'own') return { unit, place: null };
  return { unit: null, place: null };
}

/** The one group that a row without serial can belong to, among those that may come without. */
function openGroup(
  reading: Reading,
  row: TableRow,
  said: Said,
  reasons: Finding[],
): KnownGroup | null {
  const at = serialPlace(reading, row);
  const { groups } = reading.known;
  if (said.group.given) {
    const known = said.group.id === null ? undefined : groups.get(said.group.id);
    if (known === undefined) return null;
    if (!mayLackSerial(known)) {
      reasons.push(finding('returns/serial-missing', at, { groups: [known.group.name] }));
      return null;
    }
    const { nameOf } = reading.known;
    const written = nameOf('form', said.form.id ?? '');
    const args = { thing: 'form', written, other: known.form.code } as const;
    if (said.form.id !== null && said.form.id !== known.group.form) {
      const formAt = whereIn(reading.table, row, said.form.column);
      reasons.push(finding('returns/disagrees', formAt, { ...args, source: known.group.name }));
    }
    return known;
  }
  const open = [...groups.values()].filter(mayLackSerial);
  // In a file with serials a blank one was forgotten, unless the row says that its group needs none.
  if (open.length === 0 || reading.columns.fields.has('serial')) {
    reasons.push(finding('returns/serial-missing', at, { groups: [] }));
    return null;
  }
  const fitting = open.filter(({ group, rates }) => fits(said, group.form, rates));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return only;
  const among = (fitting.length > 0 ? fitting : open).map(({ group }) => group.name);
  const groupAt = whereIn(reading.table, row, fieldHeading(reading, 'group'));
  reasons.push(finding('returns/group-needed', groupAt, { groups: among }));
  return null;
}

function fits(said: Said, form: FormId, rates: readonly UnitId[]): boolean {
  const formFits = said.form.id === null || said.form.id === form;
  return formFits && (said.unit.id === null || rates.includes(said.unit.id));
}
