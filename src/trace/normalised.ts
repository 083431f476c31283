/** A value set against the other units', or turned into points by a table. */
import type { Criterion, Normalise, PointBand } from '../plan/criterion.ts';
import type { CriterionScore, NormalisedAgainst } from '../scores/score.ts';
import {
  minusTerm,
  numberTerm,
  overTerm,
  productTerm,
  sumTerm,
  type Term,
} from '../stats/arithmetic.ts';
import { type Exact, exact, isZero } from '../stats/exact.ts';
import { type Candidate, equationFor } from './equations.ts';
import type { Fact } from './facts.ts';
import type { Equation } from './step.ts';

export interface Turned {
  readonly equations: readonly Equation[];
  readonly facts: readonly Fact[];
}

/** From the value of a criterion to its points; nothing where the value is the points. */
export function turned(criterion: Criterion, score: CriterionScore): Turned {
  const { value, points } = score;
  if (value === null) return { equations: [], facts: [] };
  if (criterion.bands.length > 0)
    return { equations: [], facts: bandFacts(criterion.bands, value) };
  if (criterion.normalise === null) return { equations: [], facts: [] };
  return againstOthers(criterion.normalise, score, value, points);
}

/** `bands`: highest threshold first. */
function bandFacts(bands: readonly PointBand[], value: Exact): readonly Fact[] {
  const at = bands.findIndex(({ from }) => value.gte(from));
  const band = bands[at];
  const lowest = bands.at(-1);
  if (band === undefined) {
    return lowest === undefined ? [] : [{ fact: 'below-bands', value, lowest: lowest.from }];
  }
  return [
    { fact: 'band', value, from: band.from, points: band.points, next: bands[at - 1] ?? null },
  ];
}

function againstOthers(
  rule: Normalise,
  { against, max }: CriterionScore,
  value: Exact,
  points: Exact | null,
): Turned {
  if (against === null) return { equations: [], facts: [] };
  const { method, within, reversed } = rule;
  const { units, low, high } = against;
  const facts: Fact[] = [{ fact: 'against', method, within, units, low, high, reversed }];
  if (points === null) return { equations: [], facts: [...facts, { fact: 'all-alike', units }] };
  const inside = insideTerm(rule, against, value);
  if (inside?.isBeyond === true) facts.push({ fact: 'beyond', points });
  const given = { rule, against, value, max, points };
  const equation = equationFor(points, candidates(given, inside?.term ?? null));
  if (equation === null) return { equations: [], facts: [...facts, { fact: 'unwritten' }] };
  // Beyond the ends there is nothing to work out.
  return { equations: equation.term.op === 'number' ? [] : [equation], facts };
}

/** Between the bounds; who lies beyond them gets the bound. */
function insideTerm(
  { method, low, high, goals, reversed }: Normalise,
  against: NormalisedAgainst,
  value: Exact,
): { readonly term: Term; readonly isBeyond: boolean } | null {
  const ends = method === 'goalposts' ? goalEnds(goals) : otherEnds(against, reversed);
  if (ends === null || isZero(ends.best.sub(ends.worst))) return null;
  const { worst, best } = ends;
  if (method !== 'min-max' && method !== 'goalposts') return null;
  const share = value.sub(worst).div(best.sub(worst));
  if (share.lt(exact(0))) return { term: numberTerm(low), isBeyond: true };
  if (share.gt(exact(1))) return { term: numberTerm(high), isBeyond: true };
  const [top, bottom] = best.gt(worst)
    ? [
        minusTerm(numberTerm(value), numberTerm(worst)),
        minusTerm(numberTerm(best), numberTerm(worst)),
      ]
    : [
        minusTerm(numberTerm(worst), numberTerm(value)),
        minusTerm(numberTerm(worst), numberTerm(best)),
      ];
  const width = isZero(low) ? numberTerm(high) : minusTerm(numberTerm(high), numberTerm(low));
  const term = overTerm(productTerm(width, top), bottom);
  return { term: isZero(low) ? term : sumTerm([numberTerm(low), term]), isBeyond: false };
}

interface Ends {
  readonly worst: Exact;
  readonly best: Exact;
}

function goalEnds(goals: Normalise['goals']): Ends | null {
  return goals;
}

function otherEnds({ low, high }: NormalisedAgainst, reversed: boolean): Ends | null {
  if (low === null || high === null) return null;
  return reversed ? { worst: high, best: low } : { worst: low, best: high };
}

interface Given {
  readonly rule: Normalise;
  readonly against: NormalisedAgainst;
  readonly value: Exact;
  readonly max: Exact;
  readonly points: Exact;
}

function candidates(given: Given, inside: Term | null): readonly Candidate[] {
  const { rule, max } = given;
  const { method, high } = rule;
  if (method === 'z-score') return scoreCandidates(given);
  if (method === 'rank') return rankCandidates(given);
  const term = method === 'percentile' ? percentileTerm(given) : inside;
  if (term === null) return [];
  const whole = overTerm(productTerm(numberTerm(max), term), numberTerm(high));
  return [
    { rule: method, term },
    { rule: method, term: whole },
  ];
}

/** low + high × (value − mean) ÷ deviation. */
function scoreCandidates({ rule, against, value }: Given): readonly Candidate[] {
  const { low: mean, high: deviation } = against;
  if (mean === null || deviation === null || isZero(deviation)) return [];
  const [from, less] = rule.reversed ? [mean, value] : [value, mean];
  const far = minusTerm(numberTerm(from), numberTerm(less));
  const steps = overTerm(productTerm(numberTerm(rule.high), far), numberTerm(deviation));
  const term = isZero(rule.low) ? steps : sumTerm([numberTerm(rule.low), steps]);
  return [{ rule: 'z-score', term }];
}

/** Its place from below, which the points tell. */
function rankCandidates({ against: { units }, max, points }: Given): readonly Candidate[] {
  const place = isZero(max) ? null : points.mul(units).div(max);
  if (place === null || !isWhole(place)) return [];
  const term = overTerm(productTerm(numberTerm(max), numberTerm(place)), numberTerm(units));
  return [{ rule: 'rank', term }];
}

/** low + (high − low) × (place − 1) ÷ (units − 1). */
function percentileTerm({ rule, against: { units }, max, points }: Given): Term | null {
  const { low, high } = rule;
  const width = high.sub(low);
  if (units < 2 || isZero(width) || isZero(max)) return null;
  const reached = points.mul(high).div(max);
  const place = reached
    .sub(low)
    .mul(units - 1)
    .div(width)
    .add(1);
  if (!isWhole(place)) return null;
  const above = minusTerm(numberTerm(place), numberTerm(1));
  const steps = overTerm(productTerm(numberTerm(width), above), numberTerm(units - 1));
  return isZero(low) ? steps : sumTerm([numberTerm(low), steps]);
}

function isWhole(value: Exact): boolean {
  return value.d === 1n;
}
