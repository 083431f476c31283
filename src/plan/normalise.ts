/**
 * PlanFile → Plan: defaults filled, alternatives resolved. Total: what cannot be resolved is left out,
 * because the rules say so; the result of a plan with errors is never handed on.
 */
import { type BlockEntry, type PlaceEntry, record, type UnitEntry } from './entries.ts';
import { normaliseForms, normaliseScales } from './normalise-forms.ts';
import { normaliseGroups } from './normalise-groups.ts';
import { normaliseIndex } from './normalise-index.ts';
import { samplingOf } from './normalise-sampling.ts';
import { calendarOf, costsOf, normaliseTask, statedDatesOf } from './normalise-tasks.ts';
import type {
  Fieldwork,
  Figure,
  GroupId,
  Place,
  Plan,
  PlanDocument,
  Stated,
  StatedTotal,
  UnitId,
} from './plan.ts';
import { withoutMarks } from './scalars.ts';
import type { PlanFile } from './schema.ts';

/** The plan's sections with units, places and rosters already gathered from wherever they are written. */
export interface Gathered {
  readonly file: PlanFile;
  readonly blocks: readonly BlockEntry[];
  readonly units: readonly UnitEntry[];
  readonly places: readonly PlaceEntry[];
  /** People per unit, by roster file; a file that is not there is not in the map. */
  readonly rosters: ReadonlyMap<string, Readonly<Record<UnitId, number>>>;
}

export function normalise(gathered: Gathered): Plan {
  const { file, blocks } = gathered;
  const groups = normaliseGroups(gathered);
  const fieldwork = normaliseFieldwork(file.fieldwork);
  return {
    survey: file.survey,
    serialPrefix: file.serial ?? serialFrom(file.survey),
    title: file.title,
    scheme: file.scheme ?? null,
    document: normaliseDocument(file.document),
    fieldwork,
    figures: normaliseFigures(file.figures),
    blocks: blocks.map(({ id, name, units }) => ({
      id,
      name,
      units: units.map((unit) => unit.id),
    })),
    units: blocks.flatMap((block) =>
      block.units.map(({ at: _at, nameAt: _nameAt, ...unit }) => ({ ...unit, block: block.id })),
    ),
    levels: file.places?.levels ?? [],
    places: normalisePlaces(gathered.places, new Set(gathered.units.map((unit) => unit.id))),
    groups,
    stated: normaliseStated(
      file.stated,
      groups.map((group) => group.id),
    ),
    scales: normaliseScales(file.scales),
    forms: normaliseForms(file),
    index: file.index === undefined ? null : normaliseIndex(file.index, gathered),
    tasks: (file.tasks ?? []).map(normaliseTask),
    bodies: file.bodies ?? null,
    statedDates: statedDatesOf(file.stated_dates),
    calendar: calendarOf(file.calendar),
    sampling: samplingOf(file.sample),
    costs: costsOf(
      file.costs,
      groups.map((group) => group.id),
    ),
  };
}

/** `soc-trang-2023` → `ST23`: initials (or two letters of a single word) and the last two digits of a year. */
export function serialFrom(survey: string): string {
  const parts = withoutMarks(survey).toUpperCase().split('-');
  const year = parts.findLast((part) => /^(19|20|21)\d\d$/.test(part)) ?? '';
  const words = parts.filter((part) => /^[A-Z]/.test(part));
  const [only = ''] = words;
  const initials =
    words.length === 1 ? only.slice(0, 2) : words.map((word) => word.charAt(0)).join('');
  return initials.slice(0, 6) + year.slice(2);
}

function normaliseDocument(written: PlanFile['document']): PlanDocument {
  const { date, signer } = written ?? {};
  return {
    kind: written?.kind ?? 'KẾ HOẠCH',
    abstract: written?.abstract ?? null,
    purpose: written?.purpose ?? [],
    requirements: written?.requirements ?? [],
    sections: written?.sections ?? [],
    issuer: written?.issuer ?? null,
    parent: written?.parent ?? null,
    number: written?.number ?? null,
    place: written?.place ?? null,
    // A draft leaves the day blank; a month is no date.
    date: date === undefined || date.month ? null : date.from,
    month: date === undefined ? null : date.from.slice(0, 7),
    basis: written?.basis ?? [],
    recipients: written?.recipients ?? [],
    signer:
      signer === undefined
        ? null
        : { capacity: signer.capacity ?? '', title: signer.title, name: signer.name },
  };
}

function normaliseFigures(written: PlanFile['figures']): Readonly<Record<string, Figure>> {
  return record(
    Object.entries(written ?? {}).map(([key, { name, counts, value }]) => [
      key,
      { name: name ?? null, counts: counts ?? null, value: value ?? null },
    ]),
  );
}

function normaliseFieldwork(written: PlanFile['fieldwork']): Fieldwork {
  return {
    opens: written?.opens ?? null,
    closes: written?.closes ?? null,
    modes: written?.modes ?? ['paper'],
    address: written?.address ?? null,
    windows: (written?.windows ?? []).map(({ name, from, to, daily }) => {
      return { name, from, to, daily: daily ?? null };
    }),
  };
}

function normalisePlaces(
  entries: readonly PlaceEntry[],
  units: ReadonlySet<string>,
): readonly Place[] {
  const inherited = new Map<string, UnitId | null>();
  return entries.map(({ unit, at: _at, parentAt: _parentAt, unitAt: _unitAt, ...place }) => {
    const own = unit !== null && units.has(unit) ? unit : null;
    const above = place.parent === null ? null : (inherited.get(place.parent) ?? null);
    const rated = own ?? above;
    inherited.set(place.id, rated);
    return { ...place, unit: rated };
  });
}

type StatedFile = number | { readonly about: number };

export function statedOf(written: StatedFile): Stated {
  return typeof written === 'number'
    ? { value: written, about: false }
    : { value: written.about, about: true };
}

function normaliseStated(
  written: PlanFile['stated'],
  all: readonly GroupId[],
): readonly StatedTotal[] {
  if (written === undefined) return [];
  if (typeof written === 'number' || 'about' in written) {
    return [{ name: null, groups: all, ...statedOf(written) }];
  }
  const known = new Set(all);
  return written.map(({ name, groups, total }) => ({
    name: name ?? null,
    groups: groups?.filter((group) => known.has(group)) ?? all,
    ...statedOf(total),
  }));
}
