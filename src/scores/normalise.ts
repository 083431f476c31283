/** Values of a criterion set against those of the other units. */
import type { Criterion, Normalise, Unit } from '../plan/plan.ts';
import { type Exact, exact } from '../stats/exact.ts';
import {
  percentRank,
  placeFromBelow,
  rescaled,
  spreadOf,
  standardiser,
} from '../stats/normalise.ts';
import type { CriterionScore, NormalisedAgainst } from './score.ts';

/** Value → points of the criterion; null: the units that take part cannot be told apart. */
interface Yardstick {
  readonly against: NormalisedAgainst;
  readonly points: ((value: Exact) => Exact) | null;
}

/**
 * `scores` in the order of `units`, their points still what `value` says. Ranked units of the block (or of all) to which the criterion
 * applies and that have a value take part; all others are placed among them by the same rule.
 */
export function normalisedScores(
  { normalise, max }: Criterion,
  scores: readonly CriterionScore[],
  units: readonly Unit[],
): readonly CriterionScore[] {
  if (normalise === null) return scores;
  const listOf = ({ block }: Unit): string => (normalise.within === 'all' ? '' : block);
  const taking = new Map<string, Exact[]>();
  for (const [at, unit] of units.entries()) {
    const list = taking.get(listOf(unit)) ?? [];
    taking.set(listOf(unit), list);
    const value = scores[at]?.value ?? null;
    if (unit.ranked && value !== null) list.push(value);
  }
  const yardsticks = new Map(
    [...taking].map(([list, values]) => [list, yardstick(normalise, max, values)]),
  );
  return scores.map((score, at) => {
    const unit = units[at];
    const found = unit === undefined ? undefined : yardsticks.get(listOf(unit));
    if (found === undefined || !score.applies) return score;
    const { value } = score;
    const points = value === null || found.points === null ? null : found.points(value);
    return { ...score, points, max, against: found.against };
  });
}

function yardstick(rule: Normalise, max: Exact, values: readonly Exact[]): Yardstick {
  const sorted = values.toSorted((one, other) => one.compare(other));
  const [least = null, most = null] = [sorted[0], sorted.at(-1)];
  const units = values.length;
  const share = (number: Exact): Exact => max.mul(number).div(rule.high);
  if (rule.goals !== null) {
    const { goals } = rule;
    const against = { units, low: goals.worst, high: goals.best };
    return { against, points: (value) => share(rescaled(value, goals, rule)) };
  }
  const isScore = rule.method === 'z-score';
  const spread = isScore ? spreadOf(sorted) : null;
  const bounds = rule.method === 'min-max' ? { low: least, high: most } : nothing;
  const against = { units, ...(isScore ? spreadBounds(spread) : bounds) };
  if (least === null || most === null || least.equals(most)) return { against, points: null };
  if (isScore) {
    if (spread === null) return { against, points: null };
    const to = { base: rule.low, step: rule.reversed ? rule.high.neg() : rule.high };
    return { against, points: standardiser(spread, to) };
  }
  if (rule.method === 'min-max') {
    const ends = rule.reversed ? { worst: most, best: least } : { worst: least, best: most };
    return { against, points: (value) => share(rescaled(value, ends, rule)) };
  }
  const place = placing(sorted, rule.reversed);
  if (rule.method === 'rank') {
    return { against, points: (value) => max.mul(exact(place(value), units)) };
  }
  const { low, high } = rule;
  return {
    against,
    points: (value) =>
      share(
        high
          .sub(low)
          .mul(percentRank(place(value), units))
          .add(low),
      ),
  };
}

const nothing = { low: null, high: null } as const;

function spreadBounds(
  spread: ReturnType<typeof spreadOf>,
): Pick<NormalisedAgainst, 'low' | 'high'> {
  return spread === null ? nothing : { low: spread.mean, high: spread.deviation };
}

/** Places from below; of a negative indicator the largest value is the first. */
function placing(sorted: readonly Exact[], reversed: boolean): (value: Exact) => number {
  if (!reversed) return (value) => placeFromBelow(value, sorted);
  const turned = sorted.map((value) => value.neg()).reverse();
  return (value) => placeFromBelow(value.neg(), turned);
}
