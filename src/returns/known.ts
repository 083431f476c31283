/** What the plan and the printed packets say, arranged for looking up what stands in a returned file. */
import { matchName, type Named, nameIndex } from '../names.ts';
import {
  type SerialReading,
  type SerialShape,
  type SheetRegister,
  serialReader,
  serialShape,
} from '../packets.ts';
import { borrowedFrom } from '../plan/borrowed.ts';
import { gridGroups } from '../plan/grids.ts';
import type {
  Form,
  FormId,
  Group,
  GroupId,
  PlaceId,
  Plan,
  QuestionId,
  UnitId,
} from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';
import { peopleOnForms } from '../plan/written-groups.ts';
import { type KnownQuestion, knownQuestion, knownScale, missingCodes } from './answers.ts';
import { type ClerkReason, clerkReasons } from './void.ts';

export type NamedThing = 'unit' | 'group' | 'form' | 'place';

export type Found =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'none'; readonly near: readonly string[] };

export type Finder = (typed: string) => Found;

export type { KnownQuestion } from './answers.ts';

export interface KnownGroup {
  readonly group: Group;
  readonly form: Form;
  /** In the order of the plan. */
  readonly rates: readonly UnitId[];
  /** The same, for looking up: every line of a tally asks. */
  readonly rated: ReadonlySet<UnitId>;
  /** Every sheet rates several units: one row per sheet and unit. */
  readonly isGrid: boolean;
  /** Another survey asked it: its rows have no serial of ours, and none of our forms were handed out. */
  readonly isBorrowed: boolean;
}

/** Whether sheets of the group may come without a serial of ours. */
export function mayLackSerial({ group, isBorrowed }: KnownGroup): boolean {
  return isBorrowed || group.serial === 'optional';
}

export interface Known {
  readonly plan: Plan;
  readonly serials: SerialShape;
  /** Takes a typed serial apart. */
  readonly readSerial: (typed: string) => SerialReading;
  readonly sheets: SheetRegister;
  /** Printed sheets, spares included, by `printedKey`. */
  readonly printed: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<GroupId, KnownGroup>;
  /** Groups that stand for a written one on several forms, by its id. */
  readonly onForms: ReadonlyMap<GroupId, readonly Group[]>;
  readonly forms: ReadonlyMap<FormId, Form>;
  readonly questions: ReadonlyMap<QuestionId, KnownQuestion>;
  /** The unit that people found at a place rate. */
  readonly placeUnits: ReadonlyMap<PlaceId, UnitId | null>;
  readonly find: Readonly<Record<NamedThing, Finder>>;
  /** A clerk's reason for a void form, as the plan names it. */
  readonly voidReason: (text: string) => ClerkReason;
  /** What people call it: the name that belongs to an id, and the id itself where there is none. */
  readonly nameOf: (thing: NamedThing, id: string) => string;
}

/** `sheets` is the register of everything printed. */
export function known(plan: Plan, sheets: SheetRegister): Known {
  const scales = new Map(plan.scales.map((scale) => [scale.id, knownScale(scale)]));
  const forms = new Map(plan.forms.map((form) => [form.id, form]));
  const missing = missingCodes(plan.returns);
  const questions = new Map<QuestionId, KnownQuestion>();
  for (const question of plan.forms.flatMap((form) => form.questions)) {
    const scale = question.scale === null ? null : (scales.get(question.scale) ?? null);
    questions.set(question.id, knownQuestion(question, scale, missing, plan.returns));
  }
  const people = peopleOnForms(plan);
  const names = new Map(
    [
      ...people.map(({ id, name }) => ['group', id, name] as const),
      ...plan.units.map(({ id, name }) => ['unit', id, name] as const),
      ...plan.groups.map(({ id, name }) => ['group', id, name] as const),
      ...plan.forms.map(({ id, code }) => ['form', id, code] as const),
      ...plan.places.map(({ id, name }) => ['place', id, name] as const),
    ].map(([thing, id, name]) => [`${thing}\n${id}`, name]),
  );
  return {
    plan,
    serials: serialShape(plan),
    readSerial: serialReader(serialShape(plan)),
    sheets,
    printed: printedCounts(sheets),
    groups: new Map(plan.groups.map((group) => [group.id, knownGroup(plan, group, forms)])),
    onForms: new Map(people.map(({ id, groups }) => [id, groups])),
    forms,
    questions,
    placeUnits: new Map(plan.places.map((place) => [place.id, place.unit])),
    find: {
      unit: finder(plan.units),
      group: finder([...plan.groups, ...people]),
      form: finder(plan.forms.map(({ id, code }) => ({ id, name: code }))),
      place: finder(plan.places),
    },
    voidReason: clerkReasons(plan.returns),
    nameOf: (thing, id) => names.get(`${thing}\n${id}`) ?? id,
  };
}

/** What a count of printed sheets is kept under: the quota row that they were printed for. */
export function printedKey(group: GroupId, unit: UnitId | null, place: PlaceId | null): string {
  return [group, unit ?? '', place ?? ''].join('\n');
}

function printedCounts({ parts }: SheetRegister): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group, unit, place, count } of parts) {
    const key = printedKey(group, unit, place);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}

function knownGroup(plan: Plan, group: Group, forms: ReadonlyMap<FormId, Form>): KnownGroup {
  const form = forms.get(group.form);
  if (form === undefined) throw new Error(`Group “${group.id}” has no form in the plan`);
  const isBorrowed = borrowedFrom(group) !== null;
  const isGrid = !isBorrowed && gridGroups(plan).has(group.id);
  const rates = ratedUnits(plan, group);
  return { group, form, rates, rated: new Set(rates), isGrid, isBorrowed };
}

/** Looks a name up once, then remembers: a file of a million rows names forty units. */
export function finder(candidates: readonly Named[]): Finder {
  const index = nameIndex(candidates);
  const remembered = new Map<string, Found>();
  return (typed) => {
    const before = remembered.get(typed);
    if (before !== undefined) return before;
    const match = matchName(typed, index);
    const found: Found =
      match.kind === 'exact'
        ? { kind: 'one', id: match.found.id }
        : match.kind === 'ambiguous'
          ? { kind: 'several', ids: match.among.map(({ id }) => id) }
          : match;
    remembered.set(typed, found);
    return found;
  };
}
