/** Weighted counts of a group's answers: Σ weight over those who chose an option, exactly. */
import type { Group, Plan, QuestionId, UnitId } from '../plan/plan.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import type { TallyEntry } from '../returns/batch.ts';
import { type Exact, exact } from '../stats/exact.ts';
import type { Tally } from '../tallies.ts';
import type { KeptWeights } from './kept.ts';

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
  const { plan, group, kept } = source;
  const form = plan.forms.find(({ id }) => id === group.form);
  const scales = new Map(plan.scales.map(({ id, options }) => [id, options]));
  const codes = new Map(
    (form?.questions ?? [])
      .filter(({ kind }) => kind === 'scale')
      .map(({ id, scale }) => [id, (scales.get(scale ?? '') ?? []).map(({ code }) => code)]),
  );
  const sums = new Sums();
  const ratings = source.ratings.forms.find((one) => one.form === group.form);
  if (ratings !== undefined) addRatings(source, ratings, sums);
  for (const { entry, cell } of source.entries) {
    const weight = kept.wholes[cell] ?? 0n;
    for (const [place, code] of (codes.get(entry.question) ?? []).entries()) {
      sums.add(entry.unit, entry.question, place, weight * BigInt(entry.counts[code] ?? 0));
    }
  }
  return (tally) => {
    const options = codes.get(tally.question);
    if (tally.group !== group.id || options === undefined) return tally;
    const weighted = options.map((code, place): [string, Exact] => {
      return [code, exact(sums.of(tally.unit, tally.question, place), kept.unit)];
    });
    return { ...tally, weighted: Object.fromEntries(weighted) };
  };
}

/** Whole numbers by unit, question and place of the option. */
class Sums {
  readonly #all = new Map<string, bigint[]>();

  add(unit: UnitId, question: QuestionId, place: number, value: bigint): void {
    const key = `${unit}\n${question}`;
    const held = this.#all.get(key) ?? [];
    held[place] = (held[place] ?? 0n) + value;
    this.#all.set(key, held);
  }

  of(unit: UnitId, question: QuestionId, place: number): bigint {
    return this.#all.get(`${unit}\n${question}`)?.[place] ?? 0n;
  }
}

/** Ratings alike in unit and weight are counted in whole numbers first, and weighed together. */
function addRatings(source: CountSource, form: FormRatings, sums: Sums): void {
  const { plan, kept } = source;
  const kinds = ratingKinds(source, form);
  for (const [column, question] of form.questions.entries()) {
    const answers = form.answers[column] ?? new Int16Array(0);
    const options = answers.reduce((most, place) => Math.max(most, place + 1), 0);
    const counts = countsOf(answers, kinds.kindOf, kinds.all.length, options);
    for (const [kind, { unit, cell }] of kinds.all.entries()) {
      const id = plan.units[unit]?.id ?? '';
      for (let place = 0; place < options; place++) {
        const count = counts[kind * options + place] ?? 0;
        if (count > 0) sums.add(id, question, place, (kept.wholes[cell] ?? 0n) * BigInt(count));
      }
    }
  }
}

interface RatingKinds {
  readonly all: readonly { readonly unit: number; readonly cell: number }[];
  /** By rating, its kind; -1: of another group, or without a weight. */
  readonly kindOf: Int32Array;
}

function ratingKinds({ plan, group, cellOf, kept }: CountSource, form: FormRatings): RatingKinds {
  const position = plan.groups.findIndex(({ id }) => id === group.id);
  const kindOf = new Int32Array(form.count).fill(-1);
  const numbers = new Map<number, number>();
  const all: { unit: number; cell: number }[] = [];
  for (let rating = 0; rating < form.count; rating++) {
    const cell = cellOf[form.sheet[rating] ?? 0] ?? -1;
    if (form.group[rating] !== position || cell < 0) continue;
    const unit = form.unit[rating] ?? 0;
    const key = unit * kept.wholes.length + cell;
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
