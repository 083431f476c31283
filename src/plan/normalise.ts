/**
 * PlanFile → Plan: defaults filled, alternatives resolved. Total: what cannot be resolved is left out,
 * because the rules say so; the result of a plan with errors is never handed on.
 */
import type { PeopleFrame } from '../people.ts';
import type { BlockEntry, PlaceEntry, UnitEntry } from './entries.ts';
import { checksOf } from './normalise-checks.ts';
import { normaliseForms, normaliseScales } from './normalise-forms.ts';
import { normaliseGroups } from './normalise-groups.ts';
import { normaliseIndex } from './normalise-index.ts';
import { returnsOf } from './normalise-returns.ts';
import { samplingOf } from './normalise-sampling.ts';
import { calendarOf, costsOf, normaliseTasks, statedDatesOf } from './normalise-tasks.ts';
import type {
  Fieldwork,
  Figure,
  Group,
  Place,
  Plan,
  PlanDocument,
  Stated,
  StatedTotal,
  Unit,
  UnitId,
} from './plan.ts';
import { withoutMarks } from './scalars.ts';
import type { PlanFile } from './schema.ts';
import { expandedGroups } from './written-groups.ts';

/** The plan's sections with units, places and rosters already gathered from wherever they are written. */
export interface Gathered {
  readonly file: PlanFile;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly blocks: readonly BlockEntry[];
  readonly units: readonly UnitEntry[];
  readonly places: readonly PlaceEntry[];
  /** People asked per unit, by roster file; a file that is not there is not in the map. */
  readonly rosters: ReadonlyMap<string, Readonly<Record<UnitId, number>>>;
  readonly people: PeopleFrame;
}

export function normalise(gathered: Gathered): Plan {
  const { file, blocks } = gathered;
  const groups = normaliseGroups(gathered);
  const forms = normaliseForms(file);
  const fieldwork = normaliseFieldwork(file.fieldwork);
  const calendar = calendarOf(file.calendar);
  return {
    survey: file.survey,
    serialPrefix: file.serial ?? serialFrom(file.survey),
    title: file.title,
    scheme: file.scheme ?? null,
    document: normaliseDocument(file.document),
    fieldwork,
    figures: gathered.figures,
    blocks: blocks.map(({ id, name, units }) => ({
      id,
      name,
      units: units.map((unit) => unit.id),
    })),
    units: normaliseUnits(blocks),
    levels: file.places?.levels ?? [],
    places: normalisePlaces(gathered.places, new Set(gathered.units.map((unit) => unit.id))),
    groups,
    stated: normaliseStated(file.stated, groups),
    scales: normaliseScales(file.scales),
    forms,
    returns: returnsOf(file.returns),
    index:
      file.index === undefined ? null : normaliseIndex(file.index, gathered, { groups, forms }),
    tasks: normaliseTasks(file.tasks ?? [], calendar),
    bodies: file.bodies ?? null,
    statedDates: statedDatesOf(file.stated_dates),
    calendar,
    sampling: samplingOf(file.sample),
    costs: costsOf(file.costs, groups),
    checks: checksOf(file.checks),
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

function normaliseFieldwork(written: PlanFile['fieldwork']): Fieldwork {
  return {
    opens: written?.opens ?? null,
    closes: written?.closes ?? null,
    modes: written?.modes ?? ['paper'],
    address: written?.address ?? null,
    windows: (written?.windows ?? []).map(({ name, from, to, daily }) => {
      return { name, from, to, daily: daily ?? null };
    }),
    times: written?.times ?? 'minute',
  };
}

function normaliseUnits(blocks: readonly BlockEntry[]): readonly Unit[] {
  return blocks.flatMap((block) =>
    block.units.map(({ at: _at, nameAt: _nameAt, figureAt: _figureAt, wasAt: _wasAt, ...unit }) => {
      return { ...unit, block: block.id };
    }),
  );
}

function normalisePlaces(
  entries: readonly PlaceEntry[],
  units: ReadonlySet<string>,
): readonly Place[] {
  const above = new Map<string, Pick<Place, 'unit' | 'type'>>();
  return entries.map((entry) => {
    const {
      unit,
      at: _at,
      parentAt: _parentAt,
      unitAt: _unitAt,
      figureAt: _figureAt,
      ...place
    } = entry;
    const parent = place.parent === null ? undefined : above.get(place.parent);
    const own = {
      unit: (unit !== null && units.has(unit) ? unit : null) ?? parent?.unit ?? null,
      type: place.type ?? parent?.type ?? null,
    };
    above.set(place.id, own);
    return { ...place, ...own };
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
  groups: readonly Group[],
): readonly StatedTotal[] {
  if (written === undefined) return [];
  const all = groups.map(({ id }) => id);
  if (typeof written === 'number' || 'about' in written) {
    return [{ name: null, groups: all, ...statedOf(written) }];
  }
  return written.map(({ name, groups: some, total }) => ({
    name: name ?? null,
    groups: some === undefined ? all : expandedGroups(some, groups),
    ...statedOf(total),
  }));
}
