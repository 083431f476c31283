/** Ratings in columns + scores → influences, stratum by stratum. */
import { leafCriteria } from '../plan/criteria.ts';
import type { Plan } from '../plan/plan.ts';
import type { Quotas } from '../quotas/quota.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import type { Scores } from '../scores/score.ts';
import type { Tallies } from '../tallies.ts';
import type { SheetWeights } from '../weights.ts';
import { clusterFraction, clustersOf, type SeatSheets, sheetFraction } from './draws.ts';
import type { Influences, Stratum } from './influence.ts';
import { type SheetStrata, type StratumHead, sheetStrata } from './strata.ts';
import { talliedErrors } from './tallied.ts';
import { surveyLeaves, type Terms, termsOf } from './terms.ts';

/**
 * `weights`: by sheet; null: every respondent counts alike. Leaves without a value have no influences. Scores must be those
 * of these ratings, tallies and weights.
 */
export function influences(
  plan: Plan,
  quotas: Quotas,
  ratings: Ratings,
  weights: SheetWeights | null,
  tallies: Tallies,
  scores: Scores,
): Influences {
  const leaves = leafCriteria(plan.index?.criteria ?? [])
    .filter(({ source }) => source?.kind === 'survey')
    .map(({ code }) => code);
  const values = surveyLeaves(plan, scores, leaves);
  const strata = sheetStrata(plan, quotas, ratings);
  const order = orderOf(strata);
  const entries = entriesOf(plan, ratings, weights, termsOf(plan, values), order.place);
  return {
    leaves,
    strata: strata.heads.map((head, at) => stratumOf(head, at, strata, order, entries)),
    tallied: talliedErrors(plan, quotas, ratings, weights, tallies, values),
  };
}

/** Sheets in the order of their strata, within one in the order of their numbers. */
interface Order {
  readonly sheets: Int32Array;
  /** Where a sheet stands in it. */
  readonly place: Int32Array;
  /** Those of stratum h: from `start[h]` to `start[h + 1]`. */
  readonly start: Int32Array;
}

function orderOf({ heads, seats, seat }: SheetStrata): Order {
  const stratum = seat.map((at) => seats[at]?.stratum ?? -1);
  const start = new Int32Array(heads.length + 1);
  for (const at of stratum) start[at + 1] = (start[at + 1] as number) + 1;
  addUp(start);
  const next = start.slice();
  const [sheets, place] = [new Int32Array(stratum.length), new Int32Array(stratum.length)];
  for (const [sheet, at] of stratum.entries()) {
    const to = next[at] as number;
    next[at] = to + 1;
    sheets[to] = sheet;
    place[sheet] = to;
  }
  return { sheets, place, start };
}

/** Counts, each one place too far, become starts. */
function addUp(counts: Int32Array): void {
  for (let at = 1; at < counts.length; at++) {
    counts[at] = (counts[at] as number) + (counts[at - 1] as number);
  }
}

/** Entries of all sheets, in the order of their strata. */
interface Entries {
  /** Those of the sheet at place i: from `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array;
  readonly unit: Int32Array;
  readonly leaf: Int16Array;
  readonly value: Float64Array;
}

/** Counted first and then filled in, so that nothing has to grow. */
function entriesOf(
  plan: Plan,
  ratings: Ratings,
  weights: SheetWeights | null,
  terms: Terms,
  place: Int32Array,
): Entries {
  const start = new Int32Array(ratings.sheets + 1);
  const forms = ratings.forms.map((form) => ({ form, resolve: resolver(plan, form, terms) }));
  for (const { form, resolve } of forms) countEntries(form, resolve, place, start);
  addUp(start);
  const count = start[ratings.sheets] ?? 0;
  const entries = {
    start,
    unit: new Int32Array(count),
    leaf: new Int16Array(count),
    value: new Float64Array(count),
  };
  const next = start.slice();
  for (const { form, resolve } of forms) fillEntries(form, resolve, weights, place, next, entries);
  return entries;
}

/** A rating with at least one answer that counts for a leaf is an entry; blanks leave the base of their question only. */
function countEntries(
  form: FormRatings,
  resolve: Resolve,
  place: Int32Array,
  start: Int32Array,
): void {
  for (let row = 0; row < form.count; row++) {
    const at = (place[form.sheet[row] as number] as number) + 1;
    const terms = resolve(form.group[row] as number, form.unit[row] as number);
    for (let term = 0; term < terms.length; term++) {
      if (hasAnswer((terms[term] as ResolvedTerm).columns, row)) {
        start[at] = (start[at] as number) + 1;
      }
    }
  }
}

function hasAnswer(columns: readonly ReadColumn[], row: number): boolean {
  for (let at = 0; at < columns.length; at++) {
    if (!Number.isNaN(moveOf(columns[at] as ReadColumn, row))) return true;
  }
  return false;
}

function fillEntries(
  form: FormRatings,
  resolve: Resolve,
  weights: SheetWeights | null,
  place: Int32Array,
  next: Int32Array,
  entries: Entries,
): void {
  for (let row = 0; row < form.count; row++) {
    const sheet = form.sheet[row] as number;
    const unit = form.unit[row] as number;
    const weight = weights === null ? 1 : (weights[sheet] as number);
    const seat = place[sheet] as number;
    const terms = resolve(form.group[row] as number, unit);
    for (let term = 0; term < terms.length; term++) {
      const { leaf, columns } = terms[term] as ResolvedTerm;
      let z = Number.NaN;
      for (let column = 0; column < columns.length; column++) {
        const move = moveOf(columns[column] as ReadColumn, row);
        if (!Number.isNaN(move)) z = Number.isNaN(z) ? move : z + move;
      }
      if (Number.isNaN(z)) continue;
      const at = next[seat] as number;
      next[seat] = at + 1;
      entries.unit[at] = unit;
      entries.leaf[at] = leaf;
      entries.value[at] = z * weight;
    }
  }
}

/** NaN: blank, or the answer does not count. */
function moveOf({ answers, by }: ReadColumn, row: number): number {
  const option = answers[row] as number;
  return option < 0 ? Number.NaN : (by[option] as number);
}

type Resolve = (group: number, unit: number) => readonly ResolvedTerm[];

interface ReadColumn {
  readonly answers: Int16Array;
  readonly by: Float64Array;
}

interface ResolvedTerm {
  readonly leaf: number;
  readonly columns: readonly ReadColumn[];
}

/** Terms with the columns of answers that they read; of questions that the form does not ask there are none. */
function resolver(plan: Plan, { questions, answers }: FormRatings, terms: Terms): Resolve {
  const known = new Map<number, readonly ResolvedTerm[]>();
  return (group, unit) => {
    const key = group * plan.units.length + unit;
    const before = known.get(key);
    if (before !== undefined) return before;
    const resolved = terms(group, unit).map(({ leaf, columns }): ResolvedTerm => {
      const read = columns.flatMap(({ question, by }) => {
        const column = answers[questions.indexOf(question)];
        return column === undefined ? [] : [{ answers: column, by }];
      });
      return { leaf, columns: read };
    });
    known.set(key, resolved);
    return resolved;
  };
}

/** A window on the entries; only the starts are counted anew. */
function stratumOf(
  head: StratumHead,
  at: number,
  strata: SheetStrata,
  order: Order,
  entries: Entries,
): Stratum {
  const [from, to] = [order.start[at] as number, order.start[at + 1] as number];
  const first = entries.start[from] as number;
  const last = entries.start[to] as number;
  const { draw, group, row, population, census, named } = head;
  const sheets = to - from;
  const clusters = draw === null ? null : clustersOf(sheetsBySeat(strata, order, from, to));
  return {
    group,
    row,
    sheets,
    population,
    census,
    named,
    fraction:
      draw === null || clusters === null
        ? sheetFraction(population, sheets)
        : clusterFraction(draw, clusters),
    clusters,
    start: entries.start.subarray(from, to + 1).map((one) => one - first),
    unit: entries.unit.subarray(first, last),
    leaf: entries.leaf.subarray(first, last),
    value: entries.value.subarray(first, last),
  };
}

function sheetsBySeat(
  { seats, seat }: SheetStrata,
  { sheets }: Order,
  from: number,
  to: number,
): readonly SeatSheets[] {
  const found = new Map<number, number[]>();
  for (let at = from; at < to; at++) {
    const number = seat[sheets[at] as number] as number;
    const own = found.get(number);
    if (own === undefined) found.set(number, [at - from]);
    else own.push(at - from);
  }
  return [...found].flatMap(([number, own]): readonly SeatSheets[] => {
    const of = seats[number];
    return of === undefined ? [] : [{ seat: of, sheets: own }];
  });
}
