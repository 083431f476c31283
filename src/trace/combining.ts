/** How the criteria under a criterion, or the fields of the index, came together. */
import type { Combine, Criterion } from '../plan/criterion.ts';
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
import type { Fact } from './step.ts';

export interface Combined {
  readonly combine: Combine;
  /** Its own, or that of the index. */
  readonly max: Exact;
  readonly children: readonly Criterion[];
  readonly scores: readonly CriterionScore[];
  readonly dropped: readonly string[];
}

interface Counted {
  readonly points: Exact;
  readonly max: Exact;
  readonly weight: Exact;
}

/** Those that count: they apply and were not left out. Null: one of them has no points. */
function countedOf({ children, scores, dropped }: Combined): readonly Counted[] | null {
  const counting = scores.filter(({ applies, code }) => applies && !dropped.includes(code));
  const weights = new Map(children.map(({ code, weight }) => [code, weight]));
  const counted = counting.flatMap(({ code, points, max }): readonly Counted[] =>
    points === null ? [] : [{ points, max, weight: weights.get(code) ?? exact(1) }],
  );
  return counted.length < counting.length || counted.length === 0 ? null : counted;
}

/** All ways in which the plan may have put them together; only one comes to the result. */
export function combinations(combined: Combined): readonly Candidate[] {
  const counted = countedOf(combined);
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

/** What is to be said beside the arithmetic. */
export function combiningFacts(combined: Combined, isKept: boolean): readonly Fact[] {
  const { combine, scores, dropped } = combined;
  const applying = scores.filter(({ applies }) => applies);
  const out = scores.filter(({ applies }) => !applies).map(({ code }) => code);
  const zeros = applying.filter(({ points }) => points !== null && isZero(points));
  const isProduct = combine === 'geometric' || combine === 'harmonic';
  return [
    ...(out.length === 0 ? [] : [{ fact: 'left-out', codes: out, kept: isKept } as const]),
    ...(dropped.length === 0 ? [] : [{ fact: 'dropped', codes: dropped } as const]),
    ...(isProduct && zeros.length > 0
      ? [{ fact: 'zero', codes: zeros.map(({ code }) => code) } as const]
      : []),
    ...(combine === 'all' || combine === 'any' ? [fullFact(combine, applying)] : []),
  ];
}

function fullFact(need: 'all' | 'any', applying: readonly CriterionScore[]): Fact {
  const isFull = ({ points, max }: CriterionScore): boolean => points?.equals(max) === true;
  return {
    fact: 'full',
    need,
    full: applying.filter(isFull).map(({ code }) => code),
    others: applying.filter((one) => !isFull(one)).map(({ code }) => code),
  };
}
