/**
 * Whether the percent of a leaf leaves only one thing that a small group can have answered. Answers are whole people: of one
 * answer on four options only four percents are possible, and the percents of a partner of six are few as well, so that a sum
 * of both often has one solution, above all at the ends (100 is 100 for everybody).
 */
import { type Cells, hiddenTerms, type Leaf, type Term } from './hidden-leaves.ts';

/** Which sums a group can reach, by table and number of answers: the same for all units, so kept. */
export type ReachableSums = (term: Term) => Reachable | null;

interface Reachable {
  /** Whether so many steps are the sum of some answers. */
  readonly at: (sum: number) => boolean;
  readonly all: () => readonly number[];
  /** Sum of what was answered, in steps. */
  readonly actual: (term: Term) => number;
  /** Percent of one step where one person answered. */
  readonly step: number;
}

/** Sums beyond it are not tried; so is work beyond `mostTries` for one leaf: then what cannot be shown to be open counts as told. */
const mostSteps = 1_000_000;
const mostOwn = 2_000;
const mostTries = 20_000;
const tolerance = 1e-6;

/** `own`: members. False where the leaf says nothing of them, or nothing else is hidden (that is `isGivenAway`'s), or weights blur it. */
export function isOnlySolution(
  leaf: Leaf,
  hidden: Cells,
  own: Cells,
  reachable: ReachableSums,
): boolean {
  if (!leaf.isPublished) return false;
  const terms = hiddenTerms(leaf, hidden);
  const isOwn = ({ members }: Term): boolean => members.every((member) => own.has(member));
  const mine = terms.filter(isOwn);
  const rest = terms.filter((term) => !isOwn(term)).sort((a, b) => a.base - b.base);
  if (mine.length === 0 || rest.length === 0) return false;
  if (terms.some(({ isWeighted }) => isWeighted)) return false;
  const parts = [mine, rest].map((of) => of.map((term) => summand(term, reachable)));
  const [owned, others] = parts.map((of) => of.filter((one) => one !== null));
  if (owned === undefined || others === undefined) return true;
  if (owned.length < mine.length || others.length < rest.length) return true;
  return !hasOther(owned, others);
}

interface Summand {
  readonly sums: Reachable;
  readonly actual: number;
  /** What one step counts in the percent of the leaf. */
  readonly worth: number;
}

function summand(term: Term, reachable: ReachableSums): Summand | null {
  const sums = reachable(term);
  if (sums === null) return null;
  return { sums, actual: sums.actual(term), worth: (term.factor * sums.step) / term.base };
}

/** Whether the owned ones can have another total than they have, and the others make up for it. */
function hasOther(owned: readonly Summand[], others: readonly Summand[]): boolean {
  let tries = 0;
  const makesUp = (needed: number, at: number): boolean => {
    const one = others[at];
    if (one === undefined) return Math.abs(needed) < tolerance;
    if (at === others.length - 1) {
      tries++;
      const steps = one.actual + needed / one.worth;
      const whole = Math.round(steps);
      return Math.abs(steps - whole) < tolerance && one.sums.at(whole);
    }
    return one.sums
      .all()
      .some((sum) => tries < mostTries && makesUp(needed - (sum - one.actual) * one.worth, at + 1));
  };
  // One question answered otherwise mostly does; only then all of them are looked at together.
  const isOpen = owned.some(({ sums, actual, worth }) =>
    sums.all().some((sum) => sum !== actual && makesUp((actual - sum) * worth, 0)),
  );
  if (isOpen || owned.length < 2) return isOpen;
  const differences = totalDifferences(owned);
  return differences?.some((difference) => makesUp(-difference, 0)) === true;
}

/** From the total that they have; smallest first. Null: too many. */
function totalDifferences(owned: readonly Summand[]): readonly number[] | null {
  let totals: readonly number[] = [0];
  for (const { sums, actual, worth } of owned) {
    const own = sums.all();
    if (own.length * totals.length > mostOwn * 10) return null;
    const next = totals.flatMap((total) => own.map((sum) => total + (sum - actual) * worth));
    totals = [...new Map(next.map((one) => [Math.round(one / tolerance), one])).values()];
    if (totals.length > mostOwn) return null;
  }
  return totals
    .filter((one) => Math.abs(one) > tolerance)
    .sort((one, other) => Math.abs(one) - Math.abs(other));
}

export function reachableSums(): ReachableSums {
  const tables = new Map<string, ReachableOf>();
  const known = new WeakMap<Term['table'], ReachableOf>();
  return (term) => {
    const same = known.get(term.table);
    if (same !== undefined) return same(term.base);
    const key = Object.entries(term.table)
      .map(([option, { s, n, d }]) => `${option}=${s * n}/${d}`)
      .join('\n');
    const of = tables.get(key) ?? reachableOf(term);
    tables.set(key, of);
    known.set(term.table, of);
    return of(term.base);
  };
}

type ReachableOf = (base: number) => Reachable | null;

function reachableOf({ table }: Term): ReachableOf {
  const percents = Object.values(table);
  const bottom = percents.reduce((all, { d }) => all * d, 1n);
  const tops = percents.map(({ s, n, d }) => (s * n * bottom) / d);
  const [least = 0n] = tops.toSorted((one, other) => Number(one - other));
  const divisor = tops.reduce((all, top) => greatestDivisor(all, top - least), 0n) || 1n;
  // Answers on the least option count 0 steps.
  const steps = tops.map((top) => (top - least) / divisor);
  const most = steps.toSorted((one, other) => Number(one - other)).at(-1) ?? 0n;
  const byOption = new Map(Object.keys(table).map((option, at) => [option, Number(steps[at])]));
  /** Sums as bits, by number of answers. */
  const bits: bigint[] = [1n];
  const made = new Map<number, Reachable>();
  return (base) => {
    if (BigInt(base) * most > BigInt(mostSteps)) return null;
    const found = made.get(base);
    if (found !== undefined) return found;
    for (let people = bits.length; people <= base; people++) {
      const before = bits[people - 1] ?? 0n;
      bits.push(steps.reduce((all, step) => all | (before << step), 0n));
    }
    const text = (bits[base] ?? 0n).toString(2);
    const at = (sum: number): boolean => sum >= 0 && text[text.length - 1 - sum] === '1';
    let all: readonly number[] | null = null;
    const one: Reachable = {
      at,
      all: () => {
        all ??= [...Array(text.length).keys()].filter(at);
        return all;
      },
      actual: ({ counts }) =>
        [...byOption].reduce((sum, [option, step]) => sum + (counts[option] ?? 0) * step, 0),
      step: Number(divisor) / Number(bottom),
    };
    made.set(base, one);
    return one;
  };
}

function greatestDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
