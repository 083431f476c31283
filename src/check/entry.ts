/** Two entries of the same sheets, field by field: what differs, and how often each keyer's fields do. */
import type { Plan, QuestionId } from '../plan/plan.ts';
import { type Exact, exact, percentOf } from '../stats/exact.ts';
import type { Field, Pair, Pairing } from './pairs.ts';

export interface Difference {
  readonly pair: Pair;
  /** Null: whether the sheet counts. */
  readonly field: Field | null;
  readonly first: string | null;
  readonly second: string | null;
}

/** Fields compared, and those of them that differ. */
export interface Rate {
  readonly compared: number;
  readonly differing: number;
  /** Percent, exact; null where nothing was compared. */
  readonly percent: Exact | null;
}

export interface KeyerRate extends Rate {
  /** Null: the file does not name who keyed it. */
  readonly keyer: string | null;
  readonly entry: 'first' | 'second';
  readonly sheets: number;
}

export interface EntryComparison {
  readonly sheets: number;
  readonly whole: Rate;
  /** By name, the first entry before the second. */
  readonly keyers: readonly KeyerRate[];
  readonly questions: readonly (Rate & { readonly question: QuestionId | null })[];
  readonly differences: readonly Difference[];
}

/** A share of fields; 1 of 3 is exactly 100/3 percent. */
export function rate(compared: number, differing: number): Rate {
  return { compared, differing, percent: percentOf(exact(differing), exact(compared)) };
}

interface Count {
  compared: number;
  differing: number;
  readonly sheets: Set<string>;
}

/** Questions in words are not compared: two people never write the same commas. */
export function compareEntries(plan: Plan, pairing: Pairing): EntryComparison {
  const differences: Difference[] = [];
  const keyers = new Map<string, Count>();
  const questions = new Map<QuestionId | null, Count>();
  const whole = newCount();
  for (const pair of pairing.pairs()) {
    const counts = [
      whole,
      countOf(keyers, JSON.stringify([pair.first.keyedBy, 0])),
      countOf(keyers, JSON.stringify([pair.second.keyedBy, 1])),
    ];
    for (const difference of fieldsOf(pair, pairing)) {
      const differs = difference.first !== difference.second;
      if (differs) differences.push(difference);
      const question = difference.field?.question.id ?? null;
      for (const count of [...counts, countOf(questions, question)]) add(count, pair, differs);
    }
  }
  return {
    sheets: whole.sheets.size,
    whole: rate(whole.compared, whole.differing),
    keyers: keyerRates(keyers),
    questions: questionRates(plan, questions),
    differences,
  };
}

function fieldsOf(pair: Pair, pairing: Pairing): readonly Difference[] {
  const validity = { first: pair.first.voidReason, second: pair.second.voidReason };
  // Why a sheet does not count may be worded in two ways.
  const isVoid = [validity.first, validity.second].map((reason) => reason !== null);
  const second = isVoid[0] === isVoid[1] ? validity.first : validity.second;
  return [
    ...pairing.fields(pair).map((field) => {
      return { pair, field, first: field.first, second: field.second };
    }),
    { pair, field: null, first: validity.first, second },
  ];
}

function newCount(): Count {
  return { compared: 0, differing: 0, sheets: new Set() };
}

function countOf<K>(counts: Map<K, Count>, key: K): Count {
  const count = counts.get(key) ?? newCount();
  counts.set(key, count);
  return count;
}

function add(count: Count, { sheet }: Pair, differs: boolean): void {
  count.compared += 1;
  if (differs) count.differing += 1;
  count.sheets.add(sheet);
}

function keyerRates(keyers: ReadonlyMap<string, Count>): readonly KeyerRate[] {
  return [...keyers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { compared, differing, sheets }]) => {
      const [keyer, entry] = JSON.parse(key) as [string | null, number];
      return {
        keyer,
        entry: entry === 0 ? 'first' : 'second',
        sheets: sheets.size,
        ...rate(compared, differing),
      };
    });
}

function questionRates(
  { forms }: Plan,
  counts: ReadonlyMap<QuestionId | null, Count>,
): EntryComparison['questions'] {
  const order = [...new Set(forms.flatMap(({ questions }) => questions.map(({ id }) => id))), null];
  return order.flatMap((question) => {
    const count = counts.get(question);
    return count === undefined ? [] : [{ question, ...rate(count.compared, count.differing) }];
  });
}
