/** How the criteria under a criterion, or the fields of the index, came together. */
import { countedOf, hasMaximum } from '../plan/combining.ts';
import type { Combine, Criterion } from '../plan/criterion.ts';
import type { Index } from '../plan/index-rules.ts';
import type { CriterionScore } from '../scores/score.ts';
import {
  minusTerm,
  numberTerm,
  overTerm,
  powerTerm,
  productTerm,
  sumTerm,
  type Term,
} from '../stats/arithmetic.ts';
import { type Exact, exact, isZero, sumExact } from '../stats/exact.ts';
import type { Candidate } from './equations.ts';
import type { Fact, LeftOut } from './facts.ts';

export interface Combined {
  readonly combine: Combine;
  /** Its own, or that of the index. */
  readonly max: Exact;
  readonly criteria: readonly Criterion[];
  readonly scores: readonly CriterionScore[];
  readonly rules: Pick<Index, 'notApplicable' | 'missing'>;
}

interface Counted {
  readonly points: Exact;
  readonly max: Exact;
  readonly weight: Exact;
}

/** Null: one of them has no points. */
function knownOf(combined: Combined): readonly Counted[] | null {
  const { counted } = countedOf(combined, combined.scores, combined.rules);
  const known = counted.flatMap(
    ({ criterion: { weight }, score: { points, max } }): readonly Counted[] =>
      points === null ? [] : [{ points, max, weight }],
  );
  return known.length < counted.length || known.length === 0 ? null : known;
}

/** All ways in which the plan may have put them together; only one comes to the result. */
export function combinations(combined: Combined): readonly Candidate[] {
  const counted = knownOf(combined);
  if (counted === null) return [];
  const max = numberTerm(combined.max);
  const points = sumTerm(counted.map((one) => numberTerm(one.points)));
  const maxima = sumTerm(counted.map((one) => numberTerm(one.max)));
  switch (combined.combine) {
    case 'sum':
      return [
        { rule: 'sum', term: points },
        { rule: 'kept', term: overTerm(productTerm(max, points), maxima) },
      ];
    case 'mean':
      return [{ rule: 'mean', term: productTerm(max, meanTerm(counted)) }];
    case 'geometric':
      return [{ rule: 'geometric', term: productTerm(max, geometricTerm(counted)) }];
    case 'harmonic':
      return [{ rule: 'harmonic', term: productTerm(max, harmonicTerm(counted)) }];
    default:
      return [];
  }
}

/** What is added to the points of the fields, and taken off. */
export function withAdjustments(term: Term, bonus: Exact | null, penalty: Exact | null): Term {
  const added = bonus === null || isZero(bonus) ? term : sumTerm([term, numberTerm(bonus)]);
  return penalty === null || isZero(penalty) ? added : minusTerm(added, numberTerm(penalty));
}

function weightSum(counted: readonly Counted[]): Exact {
  return sumExact(counted.map(({ weight }) => weight));
}

function isEven(counted: readonly Counted[]): boolean {
  return counted.every(({ weight }) => weight.equals(counted[0]?.weight ?? exact(1)));
}

function shareTerm({ points, max }: Counted): Term {
  return overTerm(numberTerm(points), numberTerm(max));
}

function meanTerm(counted: readonly Counted[]): Term {
  if (isEven(counted)) return overTerm(sumTerm(counted.map(shareTerm)), numberTerm(counted.length));
  const terms = counted.map((one) => productTerm(numberTerm(one.weight), shareTerm(one)));
  const sum = weightSum(counted);
  return sum.equals(exact(1)) ? sumTerm(terms) : overTerm(sumTerm(terms), numberTerm(sum));
}

function geometricTerm(counted: readonly Counted[]): Term {
  const one = numberTerm(1);
  const [first] = counted;
  if (counted.length === 1 && first !== undefined) return shareTerm(first);
  if (isEven(counted)) {
    return powerTerm(
      productTerm(...counted.map(shareTerm)),
      overTerm(one, numberTerm(counted.length)),
    );
  }
  const powers = counted.map((part) => powerTerm(shareTerm(part), numberTerm(part.weight)));
  const sum = weightSum(counted);
  const product = productTerm(...powers);
  return sum.equals(exact(1)) ? product : powerTerm(product, overTerm(one, numberTerm(sum)));
}

function harmonicTerm(counted: readonly Counted[]): Term {
  const inverse = ({ points, max }: Counted): Term => overTerm(numberTerm(max), numberTerm(points));
  if (isEven(counted)) {
    return overTerm(numberTerm(counted.length), sumTerm(counted.map(inverse)));
  }
  const terms = counted.map((one) => productTerm(numberTerm(one.weight), inverse(one)));
  return overTerm(numberTerm(weightSum(counted)), sumTerm(terms));
}

/** What becomes of the maximum where something under it does not apply. */
export function leftOut({ combine, rules }: Pick<Combined, 'combine' | 'rules'>): LeftOut {
  if (combine !== 'sum') return 'others';
  return rules.notApplicable === 'keep' ? 'filled' : 'out';
}

/** What is to be said beside the arithmetic. */
export function combiningFacts(combined: Combined): readonly Fact[] {
  const { combine, scores, rules } = combined;
  const { applying, counted, dropped } = countedOf(combined, scores, rules);
  const isCounted = new Set(applying.map(({ score }) => score));
  const out = scores.filter(({ applies }) => !applies);
  const weightless = scores.filter((score) => score.applies && !isCounted.has(score));
  const isProduct = combine === 'geometric' || combine === 'harmonic';
  const known = isProduct ? counted.map(({ score }) => score) : [];
  const negative = known.filter(({ points }) => points?.lt(0) === true);
  const zeros = known.filter(({ points }) => points !== null && isZero(points));
  const leaves = leftOut(combined);
  return [
    ...named(out, (codes) => ({ fact: 'left-out', codes, leaves })),
    ...named(weightless, (codes) => ({ fact: 'weightless', codes })),
    ...(dropped.length === 0 ? [] : [{ fact: 'dropped', codes: dropped } as const]),
    ...named(negative, (codes) => ({ fact: 'negative', codes })),
    ...(negative.length > 0 ? [] : named(zeros, (codes) => ({ fact: 'zero', codes }))),
    ...(combine === 'all' || combine === 'any'
      ? [
          fullFact(
            combine,
            applying.map(({ score }) => score),
          ),
        ]
      : []),
  ];
}

function named(
  scores: readonly CriterionScore[],
  fact: (codes: readonly string[]) => Fact,
): readonly Fact[] {
  return scores.length === 0 ? [] : [fact(scores.map(({ code }) => code))];
}

function fullFact(need: 'all' | 'any', applying: readonly CriterionScore[]): Fact {
  const isFull = (score: CriterionScore): boolean => hasMaximum(score) === true;
  return {
    fact: 'full',
    need,
    full: applying.filter(isFull).map(({ code }) => code),
    others: applying.filter((one) => !isFull(one)).map(({ code }) => code),
  };
}

/** Codes of the lowest criteria whose missing points leave it without; empty where it is not for want of points. */
export function missingIn(combined: Combined): readonly string[] {
  const { applying, counted } = countedOf(combined, combined.scores, combined.rules);
  // Where all are dropped nothing is left to score.
  return (counted.length > 0 ? counted : applying).flatMap(({ criterion, score }) => {
    if (score.points !== null) return [];
    const below =
      criterion.children.length === 0
        ? []
        : missingIn(combinedOf(criterion, score, combined.rules));
    return below.length > 0 ? below : [score.code];
  });
}

export function combinedOf(
  { combine, max, children }: Criterion,
  score: CriterionScore,
  rules: Combined['rules'],
): Combined {
  return { combine, max, criteria: children, scores: score.children, rules };
}
