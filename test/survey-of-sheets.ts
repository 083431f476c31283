/** A survey from sheets: who said what about whom → ratings, tallies, scores, influences. For tests of uncertainty. */
import type { Criterion, Group, Index, Option, Place, Plan, QuotaRule } from '../src/plan/plan.ts';
import type { Quotas } from '../src/quotas/quota.ts';
import { quotas } from '../src/quotas.ts';
import type { Ratings } from '../src/ratings.ts';
import type { Batch, Rating, TallyEntry } from '../src/returns/batch.ts';
import type { Scores } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import { noneMissing } from '../src/stats/missing.ts';
import type { Tallies } from '../src/tallies.ts';
import { counted } from './counted.ts';
import { group as plainGroup, plainIndex, question, unit, where } from './hand-worked.ts';
import { emptyPlan } from './plan-literals.ts';
import { batch } from './returns-plan.ts';

/** One sheet: answers by unit, one for each question; null is blank. */
export interface Sheet {
  readonly group: string;
  /** Unit or place of its packet; null: the group as a whole. */
  readonly from: { readonly unit: string | null; readonly place: string | null };
  readonly ratings: Readonly<Record<string, readonly (string | null)[]>>;
}

export interface SurveySpec {
  readonly units: readonly string[];
  readonly groups: readonly Group[];
  readonly questions: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly levels?: readonly string[];
  readonly places?: readonly Place[];
  /** Points by option code. */
  readonly points?: Readonly<Record<string, number>>;
  readonly plan?: Partial<Plan>;
  readonly rules?: Partial<Index>;
}

export interface RatedSurvey {
  readonly plan: Plan & { readonly index: NonNullable<Plan['index']> };
  readonly quotas: Quotas;
  readonly ratings: Ratings;
  readonly tallies: Tallies;
  readonly scores: Scores;
}

const five = { 5: 100, 4: 75, 3: 50, 2: 25, 1: 0 };

export function planOf(spec: SurveySpec): RatedSurvey['plan'] {
  const points = Object.entries(spec.points ?? five);
  const options = points.map(([code, value]): Option => {
    return {
      code,
      label: code,
      points: exact(Math.round(value * 1000), 1000),
      positive: value > 50,
    };
  });
  const index = { ...plainIndex, criteria: spec.criteria, max: exact(100), ...spec.rules };
  return {
    ...emptyPlan,
    blocks: [{ id: 'xa', name: 'Xã', units: spec.units }],
    units: spec.units.map((id) => unit(id, id)),
    levels: spec.levels ?? [],
    places: spec.places ?? [],
    groups: spec.groups,
    scales: [{ id: 'hai-long', options }],
    forms: [...new Set(spec.groups.map(({ form }) => form))].map((id) => {
      const named = { id, code: id, title: 'Phiếu', request: null, howTo: null };
      return { ...named, questions: spec.questions.map(question) };
    }),
    ...spec.plan,
    index,
  };
}

export function surveyOf(
  spec: SurveySpec,
  sheets: readonly Sheet[],
  paper: readonly TallyEntry[] = [],
): RatedSurvey {
  const plan = planOf(spec);
  const asked = quotas(plan, where);
  const rows = sheets.flatMap((sheet, at) =>
    Object.entries(sheet.ratings).map(([about, answers]) =>
      ratingOf(plan, sheet, about, answers, at),
    ),
  );
  const none = { tallies: [], custody: [] };
  const batches: Batch[] = [batch('a', { kind: 'rows', ratings: rows, ...none })];
  if (paper.length > 0) {
    batches.push(batch('b', { kind: 'tallies', ratings: [], tallies: paper, custody: [] }));
  }
  const { tallies, ratings } = counted(plan, batches);
  const scored = score(
    plan,
    tallies,
    { entries: [], adjustments: [], figures: [], simulated: [] },
    where,
  );
  if (!scored.ok) throw new Error(scored.findings.map(({ code }) => code).join(' '));
  return { plan, quotas: asked.quotas, ratings, tallies, scores: scored.value };
}

function ratingOf(
  plan: Plan,
  { group, from }: Sheet,
  about: string,
  answers: readonly (string | null)[],
  at: number,
): Rating {
  const own = plan.groups.find(({ id }) => id === group);
  const form = plan.forms.find(({ id }) => id === own?.form);
  return {
    serial: `T24-${String(at).padStart(5, '0')}`,
    form: form?.id ?? '',
    group,
    unit: about,
    from,
    questions: form?.questions.map(({ id }) => id) ?? [],
    answers,
    voidReason: null,
    reply: null,
    at: null,
    collector: null,
    keyedBy: null,
    row: at + 2,
  };
}

/** Counts of a paper tally for the options 5 4 3 2 1. */
export function paperTally(
  group: string,
  form: string,
  about: string,
  q: string,
  counts: readonly number[],
): TallyEntry {
  const [five = 0, four = 0, three = 0, two = 0, one = 0] = counts;
  return {
    form,
    group,
    unit: about,
    place: null,
    part: null,
    question: q,
    counts: { 5: five, 4: four, 3: three, 2: two, 1: one },
    answered: null,
    missing: noneMissing,
    row: 2,
  };
}

/** A group whose members rate their own unit, so many of each; everybody, where `census`. */
export function ownGroup(id: string, units: readonly string[], rule: QuotaRule): Group {
  return plainGroup(id, id, {
    form: '01',
    over: { kind: 'units', units },
    quota: rule,
  });
}

/** A group that rates all these units on one sheet. */
export function gridGroup(id: string, units: readonly string[], total: number): Group {
  return plainGroup(id, id, {
    form: '01',
    about: { kind: 'units', units },
    over: { kind: 'whole' },
    quota: { rule: 'total', total },
  });
}
