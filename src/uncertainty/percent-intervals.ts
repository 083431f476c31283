/** Intervals of fields and of units: of percents that several leaves make. */
import type { Index, Plan } from '../plan/plan.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { approximate } from '../stats/exact.ts';
import type { FieldInterval, Interval, LeafInterval, UnitInterval } from '../uncertainty.ts';
import type { Influences, TalliedError } from './influence.ts';
import {
  type Basis,
  type Bootstrap,
  type Chance,
  domainBasis,
  intervalOf,
  type PaperShare,
  respondentsOf,
  type Sureness,
  surenessOf,
} from './interval.ts';
import { paperBy, shareOf } from './paper-shares.ts';
import type { Reach } from './reach.ts';
import { percentOf, type Scope, type Spread } from './spread.ts';
import { domainVariances } from './variance.ts';

/** `leaves`: the intervals of all leaves. */
export function fieldIntervals(
  plan: Plan,
  index: Index,
  scores: Scores,
  moves: Influences,
  { fields }: Spread,
  leaves: readonly LeafInterval[],
): readonly FieldInterval[] {
  const sureness = surenessOf(index);
  const byLeaf = intervalsByLeaf(leaves);
  const byField = fields.map((scope) => {
    return scope === null ? null : percentInterval(plan, moves, scope, sureness, byLeaf);
  });
  return scores.units.flatMap(({ unit, criteria }, at) =>
    criteria.flatMap((field, place): readonly FieldInterval[] => {
      const estimate = percentOf(field);
      if (estimate === null) return [];
      const ends = fields[place]?.isBounded ? { least: 0, most: 100 } : endless;
      const found = byField[place]?.(at, estimate, ends) ?? null;
      if (found === null) return [];
      return [{ unit, criterion: field.code, estimate, interval: found.interval }];
    }),
  );
}

export function unitIntervals(
  plan: Plan,
  index: Index,
  scores: Scores,
  moves: Influences,
  { whole }: Spread,
  leaves: readonly LeafInterval[],
): readonly UnitInterval[] {
  const find = percentInterval(plan, moves, whole, surenessOf(index), intervalsByLeaf(leaves));
  return scores.units.flatMap((score, at): readonly UnitInterval[] => {
    if (score.percent === null) return [];
    const estimate = approximate(score.percent);
    const found = find(at, estimate, whole.isBounded ? endsOf(index, score) : endless);
    return found === null ? [] : [{ unit: score.unit, estimate, ...found }];
  });
}

type Ends = Pick<Basis, 'least' | 'most'>;

const endless: Ends = { least: null, most: null };

/** Bonus and penalty move both ends, for they are as they are; a highest percent cuts the upper one. */
function endsOf({ highest }: Index, { bonus, penalty, total }: UnitScore): Ends {
  const given = ((+(bonus ?? 0) - +(penalty ?? 0)) * 100) / total.max.valueOf();
  return {
    least: given,
    most: Math.min(100 + given, highest?.valueOf() ?? Number.POSITIVE_INFINITY),
  };
}

interface Found {
  readonly respondents: number;
  readonly interval: Interval;
}

type FindInterval = (unit: number, estimate: number, ends: Ends) => Found | null;

/** Null: nobody has a say in it. */
function percentInterval(
  plan: Plan,
  moves: Influences,
  scope: Scope,
  sureness: Sureness,
  byLeaf: IntervalsByLeaf,
): FindInterval {
  const basisOf = percentBasis(plan, moves, scope);
  const bootstrapOf = bootstraps(moves, scope);
  const only = onlyLeaf(plan, moves, scope);
  return (unit, estimate, ends) => {
    const basis: Basis = { ...basisOf(unit), estimate, bootstrap: bootstrapOf(unit), ...ends };
    const respondents = respondentsOf(basis);
    if (respondents === 0) return null;
    const one = only(unit);
    const leaf = one === null ? undefined : byLeaf(plan.units[unit]?.id ?? '', one.leaf);
    const interval =
      one !== null && leaf?.interval.method === 'wilson'
        ? carried(leaf, one.slope, estimate)
        : intervalOf(basis, sureness);
    return { respondents, interval };
  };
}

type IntervalsByLeaf = (unit: string, criterion: string) => LeafInterval | undefined;

function intervalsByLeaf(leaves: readonly LeafInterval[]): IntervalsByLeaf {
  const found = new Map(leaves.map((one) => [`${one.unit}\n${one.criterion}`, one]));
  return (unit, criterion) => found.get(`${unit}\n${criterion}`);
}

/** The one leaf that moves a unit's percent along a line; null: there are several, or it is no line. */
function onlyLeaf(
  plan: Plan,
  { leaves }: Influences,
  { slopes, isLinear }: Scope,
): (unit: number) => { readonly leaf: string; readonly slope: number } | null {
  if (slopes === null || !isLinear) return () => null;
  const width = leaves.length;
  const found = plan.units.map((_, unit) => {
    const own = slopes.subarray(unit * width, (unit + 1) * width);
    const at = own.findIndex((slope) => slope !== 0);
    const [leaf, slope] = [leaves[at], own[at]];
    if (leaf === undefined || slope === undefined) return null;
    return own.every((other, place) => place === at || other === 0) ? { leaf, slope } : null;
  });
  return (unit) => found[unit] ?? null;
}

/** An interval of a leaf as one of what it alone decides, so that one share has one interval wherever it is shown. */
function carried({ estimate: from, interval }: LeafInterval, slope: number, to: number): Interval {
  const along = (end: number | null): number | null =>
    end === null ? null : to + slope * (end - from);
  const error = interval.error === null ? null : Math.abs(slope) * interval.error;
  return { ...interval, low: along(interval.low), high: along(interval.high), error };
}

/** By unit: leaves that move its percent, each by its slope. Without slopes whoever has a say counts. */
function percentBasis(
  plan: Plan,
  moves: Influences,
  { slopes, leaves }: Scope,
): (unit: number) => Omit<Basis, 'estimate' | 'bootstrap' | 'least' | 'most'> {
  const width = moves.leaves.length;
  const slope = (unit: number, leaf: number): number =>
    slopes === null ? (leaves[leaf] ?? 0) : (slopes[unit * width + leaf] ?? 0);
  const found = domainVariances(moves, {
    count: plan.units.length,
    of: (unit, leaf) => (slope(unit, leaf) === 0 ? -1 : unit),
    factor: slope,
  });
  const paper = paperBy(moves, ({ unit, leaf }) => (slope(unit, leaf) === 0 ? -1 : unit));
  return (unit) => {
    const shares = sharesByGroup(paper.get(unit) ?? [], ({ group }) => group, slope);
    return { ...domainBasis(found, unit), paper: shares };
  };
}

function sharesByGroup(
  paper: readonly TalliedError[],
  keyOf: (one: TalliedError) => number,
  slope: (unit: number, leaf: number) => number,
): readonly PaperShare[] {
  const byKey = new Map<number, TalliedError[]>();
  for (const one of paper) byKey.set(keyOf(one), [...(byKey.get(keyOf(one)) ?? []), one]);
  return [...byKey.values()].map((own) =>
    shareOf(own, ({ unit, leaf }) => Math.abs(slope(unit, leaf))),
  );
}

function bootstraps(
  moves: Influences,
  { slopes, errors, reach }: Scope,
): (unit: number) => Bootstrap | null {
  if (slopes !== null) return () => null;
  const others = reach === null ? null : othersBy(moves, reach);
  return (unit) => {
    const error = errors?.[unit] ?? Number.NaN;
    return { error: Number.isNaN(error) ? null : error, others: others?.(unit) ?? null };
  };
}

/** By list: what the answers about its units leave to chance. */
function othersBy(moves: Influences, reach: Reach): (unit: number) => Chance {
  const { leaves, list, lists, ranked } = reach;
  const listOf = (unit: number, leaf: number): number =>
    leaves[leaf] === 1 && ranked[unit] === 1 ? (list[unit] as number) : -1;
  const found = domainVariances(moves, { count: lists, of: listOf, factor: () => 1 });
  const paper = paperBy(moves, ({ unit, leaf }) => listOf(unit, leaf));
  const chances = Array.from({ length: lists }, (_, at): Chance => {
    const { strata, drawn, allStrata } = domainBasis(found, at);
    // Forms of one group about one unit are the same ones, those about two are not known to be.
    const groups = new Map<number, number>();
    const own = paper.get(at) ?? [];
    for (const { group } of own) groups.set(group, groups.get(group) ?? groups.size);
    const keyOf = ({ unit, group }: TalliedError): number =>
      unit * groups.size + (groups.get(group) ?? 0);
    return { strata, drawn, allStrata, paper: sharesByGroup(own, keyOf, () => 1) };
  });
  return (unit) => chances[list[unit] as number] ?? noChance;
}

const noChance: Chance = { strata: 0, drawn: 0, allStrata: 0, paper: [] };
