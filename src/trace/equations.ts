/** Arithmetic that is held against what scoring came to before it is shown: no equation is written that is not true. */
import { isRational, nearly, type Term, termValue } from '../stats/arithmetic.ts';
import { approximate, type Exact, exact } from '../stats/exact.ts';
import type { Equation, EquationRule } from './step.ts';

export interface Candidate {
  readonly rule: EquationRule;
  readonly term: Term;
}

/** How far a root, which is worked out in binary here, may be off. */
const tolerance = 1e-9;

/** Of what scoring keeps to 30 digits: standard scores, and percents of answers whose weights an iteration came to. */
const kept: readonly EquationRule[] = ['z-score', 'question-weighted'];
const keptTolerance = exact(1n, 10n ** 20n);

function isTrue({ rule, term }: Candidate, result: Exact): boolean {
  const value = isRational(term) ? termValue(term) : null;
  if (value !== null && !kept.includes(rule)) return value.equals(result);
  if (value !== null) return value.sub(result).abs().lte(keptTolerance);
  if (isRational(term)) return false;
  const wanted = approximate(result);
  return Math.abs(nearly(term) - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
}

/** The first that comes to the result; null: none does. */
export function equationFor(result: Exact, candidates: readonly Candidate[]): Equation | null {
  const found = candidates.find((one) => isTrue(one, result));
  return found === undefined ? null : { ...found, result };
}
