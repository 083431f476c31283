/** Two entries of the same sheets, field by field: what differs, and how often each keyer's fields do. */
import type { Plan, QuestionId } from '../plan/plan.ts';
import type { Settlement } from '../returns/settlement.ts';
import { type Exact, exact, percentOf } from '../stats/exact.ts';
import type { Field, Pair, Pairing } from './pairs.ts';

export interface Difference {
  readonly pair: Pair;
  /** Null: whether the sheet counts. */
  readonly field: Field | null;
  readonly first: string | null;
  readonly second: string | null;
  /** What the paper says, as a correction has it; null: nobody has looked yet. */
  readonly settled: Settlement | null;
}

/** Null: the value, as it was keyed the first time, is not settled. */
export type Settled = (difference: Omit<Difference, 'settled'>) => Settlement | null;

/** Which of the two entries the paper proves wrong; null: it is not settled. */
export function wrongEntries({
  field,
  first,
  second,
  settled,
}: Difference): { readonly first: boolean; readonly second: boolean } | null {
  if (settled === null) return null;
  const { value } = settled;
  // Why a sheet does not count may be worded in many ways.
  const isWrong = (keyed: string | null): boolean =>
    field === null ? (keyed === null) !== (value === null) : keyed !== value;
  return { first: isWrong(first), second: isWrong(second) };
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
  /** Of those that differ: nobody has looked at the paper yet. */
  readonly unsettled: number;
  /** Of those that differ: the paper says that this keyer was wrong. */
  readonly wrong: number;
  /** Percent, exact: wrong, or not settled yet, which counts for both. */
  readonly errors: Exact | null;
}

export interface EntryComparison {
  readonly sheets: number;
  /** Of the fields that differ. */
  readonly unsettled: number;
  /** Sheets that the same person keyed both times. */
  readonly sameKeyer: readonly string[];
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
  unsettled: number;
  wrong: number;
  readonly sheets: Set<string>;
}

/**
 * As the ratings were keyed: a slip stays a slip when it is settled. Questions in words are not compared: two people never write
 * the same commas.
 */
export function compareEntries(
  plan: Plan,
  pairing: Pairing,
  settledBy: Settled = () => null,
): EntryComparison {
  const differences: Difference[] = [];
  const keyers = new Map<string, Count>();
  const questions = new Map<QuestionId | null, Count>();
  const sameKeyer = new Set<string>();
  const whole = newCount();
  for (const pair of pairing.pairs()) {
    const { keyedBy } = pair.first;
    if (keyedBy !== null && keyedBy === pair.second.keyedBy) sameKeyer.add(pair.name);
    const one = countOf(keyers, JSON.stringify([keyedBy, 0]));
    const other = countOf(keyers, JSON.stringify([pair.second.keyedBy, 1]));
    for (const compared of fieldsOf(pair, pairing)) {
      const differs = compared.first !== compared.second;
      const settled = differs ? settledBy(compared) : null;
      const wrong = wrongEntries({ ...compared, settled });
      if (differs) differences.push({ ...compared, settled });
      const question = compared.field?.question.id ?? null;
      for (const count of [whole, countOf(questions, question)]) add(count, pair, differs, wrong);
      add(one, pair, differs, wrong, wrong?.first);
      add(other, pair, differs, wrong, wrong?.second);
    }
  }
  return {
    sheets: whole.sheets.size,
    unsettled: whole.unsettled,
    sameKeyer: [...sameKeyer],
    whole: rate(whole.compared, whole.differing),
    keyers: keyerRates(keyers),
    questions: questionRates(plan, questions),
    differences,
  };
}

function fieldsOf(pair: Pair, pairing: Pairing): readonly Omit<Difference, 'settled'>[] {
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
  return { compared: 0, differing: 0, unsettled: 0, wrong: 0, sheets: new Set() };
}

function countOf<K>(counts: Map<K, Count>, key: K): Count {
  const count = counts.get(key) ?? newCount();
  counts.set(key, count);
  return count;
}

function add(
  count: Count,
  { sheet }: Pair,
  differs: boolean,
  settled: ReturnType<typeof wrongEntries>,
  isWrong = false,
): void {
  count.compared += 1;
  if (differs) count.differing += 1;
  if (differs && settled === null) count.unsettled += 1;
  if (isWrong) count.wrong += 1;
  count.sheets.add(sheet);
}

function keyerRates(keyers: ReadonlyMap<string, Count>): readonly KeyerRate[] {
  return [...keyers]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, { compared, differing, unsettled, wrong, sheets }]) => {
      const [keyer, entry] = JSON.parse(key) as [string | null, number];
      return {
        keyer,
        entry: entry === 0 ? 'first' : 'second',
        sheets: sheets.size,
        unsettled,
        wrong,
        errors: percentOf(exact(wrong + unsettled), exact(compared)),
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
