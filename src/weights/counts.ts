/** Weighted counts of a group's answers: Σ weight over those who chose an option. */
import type { Group, Plan, QuestionId, UnitId } from '../plan/plan.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import type { TallyEntry } from '../returns/batch.ts';
import { type Exact, exact } from '../stats/exact.ts';
import type { Tally } from '../tallies.ts';
import type { KeptWeights } from './kept.ts';
import { type UnitScale, unitScales } from './unit-scales.ts';

export interface CountSource {
  readonly plan: Plan;
  readonly group: Group;
  readonly ratings: Ratings;
  /** Paper tallies of the group, each with its cell. */
  readonly entries: readonly { readonly entry: TallyEntry; readonly cell: number }[];
  /** By sheet number, its cell; -1: none. */
  readonly cellOf: Int32Array;
  readonly kept: KeptWeights;
}

/** Fills in `weighted` of the group's tallies; other tallies are handed back as they are. */
export function weightedTallies(source: CountSource): (tally: Tally) => Tally {
  const { plan, group } = source;
  const form = plan.forms.find(({ id }) => id === group.form);
  const options = new Map(plan.scales.map((scale) => [scale.id, scale.options]));
  const codes = new Map(
    (form?.questions ?? [])
      .filter(({ kind }) => kind === 'scale')
      .map(({ id, scale }) => [id, (options.get(scale ?? '') ?? []).map(({ code }) => code)]),
  );
  const ratings = source.ratings.forms.find((one) => one.form === group.form);
  const kinds = ratings === undefined ? noKinds : ratingKinds(source, ratings);
  const scales = unitScales(source, kinds.all);
  const sums = new Sums();
  if (ratings !== undefined) addRatings(plan, ratings, kinds, scales, sums);
  for (const { entry, cell } of source.entries) {
    const weight = scales.get(entry.unit)?.whole(cell) ?? 0n;
    for (const [place, code] of (codes.get(entry.question) ?? []).entries()) {
      sums.add(entry.unit, entry.question, place, weight, entry.counts[code] ?? 0);
    }
  }
  return (tally) => {
    const own = codes.get(tally.question);
    if (tally.group !== group.id || own === undefined) return tally;
    const weighted = own.map((code, place): [string, Exact] => {
      return [
        code,
        exact(sums.of(tally.unit, tally.question, place), scales.get(tally.unit)?.one ?? 1n),
      ];
    });
    const fewestAlike = sums.fewestAlike(tally.unit, tally.question);
    return { ...tally, weighted: Object.fromEntries(weighted), fewestAlike };
  };
}

/** Answers to a question about a unit. */
interface Answered {
  /** Whole numbers, by place of the option. */
  readonly weights: bigint[];
  /** Answers by weight: two kinds of respondents that weigh the same are not told apart. */
  readonly alike: Map<bigint, number>;
}

class Sums {
  readonly #all = new Map<string, Answered>();

  /** `count` answers of one weight. */
  add(unit: UnitId, question: QuestionId, place: number, weight: bigint, count: number): void {
    if (count === 0) return;
    const key = `${unit}\n${question}`;
    const held = this.#all.get(key) ?? { weights: [], alike: new Map() };
    held.weights[place] = (held.weights[place] ?? 0n) + weight * BigInt(count);
    held.alike.set(weight, (held.alike.get(weight) ?? 0) + count);
    this.#all.set(key, held);
  }

  of(unit: UnitId, question: QuestionId, place: number): bigint {
    return this.#all.get(`${unit}\n${question}`)?.weights[place] ?? 0n;
  }

  fewestAlike(unit: UnitId, question: QuestionId): number {
    const alike = this.#all.get(`${unit}\n${question}`)?.alike.values() ?? [];
    return [...alike].reduce((one, other) => Math.min(one, other), Number.MAX_SAFE_INTEGER);
  }
}

/** Ratings alike in unit and weight are counted in whole numbers first, and weighed together. */
function addRatings(
  plan: Plan,
  form: FormRatings,
  kinds: RatingKinds,
  scales: ReadonlyMap<UnitId, UnitScale>,
  sums: Sums,
): void {
  for (const [column, question] of form.questions.entries()) {
    const answers = form.answers[column] ?? new Int16Array(0);
    const options = answers.reduce((most, place) => Math.max(most, place + 1), 0);
    const counts = countsOf(answers, kinds.kindOf, kinds.all.length, options);
    for (const [kind, { unit, cell }] of kinds.all.entries()) {
      const id = plan.units[unit]?.id ?? '';
      const weight = scales.get(id)?.whole(cell) ?? 0n;
      for (let place = 0; place < options; place++) {
        const count = counts[kind * options + place] ?? 0;
        sums.add(id, question, place, weight, count);
      }
    }
  }
}

interface RatingKinds {
  readonly all: readonly { readonly unit: number; readonly cell: number }[];
  /** By rating, its kind; -1: of another group, or without a weight. */
  readonly kindOf: Int32Array;
}

const noKinds: RatingKinds = { all: [], kindOf: new Int32Array(0) };

function ratingKinds({ plan, group, cellOf, kept }: CountSource, form: FormRatings): RatingKinds {
  const position = plan.groups.findIndex(({ id }) => id === group.id);
  const kindOf = new Int32Array(form.count).fill(-1);
  const numbers = new Map<number, number>();
  const all: { unit: number; cell: number }[] = [];
  for (let rating = 0; rating < form.count; rating++) {
    const cell = cellOf[form.sheet[rating] ?? 0] ?? -1;
    if (form.group[rating] !== position || cell < 0) continue;
    const unit = form.unit[rating] ?? 0;
    const key = unit * kept.exact.length + cell;
    const number = numbers.get(key) ?? all.push({ unit, cell }) - 1;
    numbers.set(key, number);
    kindOf[rating] = number;
  }
  return { all, kindOf };
}

/** By kind, and within it by place of the option. Column by column and row by row, as they lie in memory. */
function countsOf(
  answers: Int16Array,
  kindOf: Int32Array,
  kinds: number,
  options: number,
): Int32Array {
  const counts = new Int32Array(kinds * options);
  for (let rating = 0; rating < answers.length; rating++) {
    const place = answers[rating] as number;
    const kind = kindOf[rating] as number;
    if (place < 0 || kind < 0) continue;
    const at = kind * options + place;
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}
