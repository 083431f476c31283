/** Whose forms a line of a paper tally counts: group, unit, place and round of counting. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { PlaceId, UnitId } from '../plan/plan.ts';
import { type TableRow, whereIn } from '../table.ts';
import type { KnownGroup } from './known.ts';
import {
  fieldHeading,
  fieldText,
  groupAndForm,
  isBelowNamed,
  type Name,
  nameIn,
  type Reading,
} from './reading.ts';
import { partKey } from './tally-headings.ts';

/** Whose forms a line counts; null where it could not be told, which is reported. */
export interface LinePiece {
  readonly group: KnownGroup | null;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  /** The round of counting; null: all that came back. */
  readonly part: string | null;
}

/** `fileUnit`: the unit that the whole file is about, where its lines name none. */
export function readPiece(
  reading: Reading,
  row: TableRow,
  fileUnit: UnitId | null,
  reasons: Finding[],
): LinePiece {
  const before = reasons.length;
  const written = nameIn(reading, row, 'unit', reasons);
  const said = written.given || fileUnit === null ? written : ofFile(fileUnit);
  const place = nameIn(reading, row, 'place', reasons);
  const { group, form } = groupAndForm(reading, row, reasons);
  const unit = unitOf(reading, row, said, place, reasons);
  const broken = reasons.length > before;
  return {
    group: broken ? null : groupOf(reading, row, unit, group, form, reasons),
    unit,
    place: place.id,
    part: partKey(fieldText(reading, row, 'part')),
  };
}

function ofFile(unit: UnitId): Name {
  return { given: true, id: unit, column: null };
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
      ({ group, rated }) =>
        (form.id === null || form.id === group.form) && (unit === null || rated.has(unit)),
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
  if (unit !== null && !known.rated.has(unit)) {
    const at = whereIn(reading.table, row, fieldHeading(reading, 'unit'));
    const { nameOf } = reading.known;
    const units = known.rates.map((id) => nameOf('unit', id));
    const args = { unit: nameOf('unit', unit), source: known.group.name, units };
    reasons.push(finding('returns/not-rated', at, args));
    return null;
  }
  return known;
}
