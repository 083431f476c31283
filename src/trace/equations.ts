/** Arithmetic that is held against what scoring came to before it is shown: no equation is written that is not true. */
import { isRational, nearly, type Term, termValue } from '../stats/arithmetic.ts';
import { approximate, type Exact } from '../stats/exact.ts';
import type { Equation, EquationRule } from './step.ts';

export interface Candidate {
  readonly rule: EquationRule;
  readonly term: Term;
}

/** How far a root, which is worked out in binary here, may be off; and a standard score, which is kept to 30 digits. */
const tolerance = 1e-9;

function isTrue({ rule, term }: Candidate, result: Exact): boolean {
  if (isRational(term) && rule !== 'z-score') return termValue(term)?.equals(result) === true;
  const wanted = approximate(result);
  return Math.abs(nearly(term) - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}

/** The first that comes to the result; null: none does. */
export function equationFor(result: Exact, candidates: readonly Candidate[]): Equation | null {
  const found = candidates.find((one) => isTrue(one, result));
  return found === undefined ? null : { ...found, result };
}
