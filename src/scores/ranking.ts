/**
 * Where each unit stands: rank, what decided between equal results, class. All of it on exact values, before any rounding.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { classBands } from '../plan/criteria.ts';
import { type Figures, scoreValues, tieValue } from '../plan/named-values.ts';
import type { Index, Plan, TieBreaker, UnitId } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { Exact } from '../stats/exact.ts';
import type { Values } from '../stats/expression.ts';
import { type Place, placesOf } from '../stats/rank.ts';
import { classAsPrinted, classFindings, classOf, type Standing } from './classes.ts';
import { hiddenAnswers } from './hidden.ts';
import { overallScore } from './overall.ts';
import type { ExposedGroup, Scores, UnitScore } from './score.ts';

export interface Ranked {
  /** Units in the order given, with rank, tieBrokenBy, class and missedClasses filled in. */
  readonly scores: Scores;
  readonly findings: readonly Finding[];
}

/** `figures`: what the conditions of classes are told about a unit, beside its scores. */
export function ranked(
  plan: Plan,
  index: Index,
  scores: readonly UnitScore[],
  figures: ReadonlyMap<UnitId, Figures>,
  where: PlanWhere,
): Ranked {
  const lists = listsOf(index, scores).map((list) => placeList(plan, index, list));
  const placed = new Map(
    lists.flatMap((list) => list.map((one) => [one.score.unit, one] as const)),
  );
  const standings = scores.map((score): Standing => {
    const one = placed.get(score.unit);
    const result = { score, place: one?.place ?? null, of: one?.of ?? 0 };
    const bands = classBands(index, score.block);
    const isPlain = bands.every(({ onlyIf }) => onlyIf.length === 0);
    const values = isPlain ? nothing : scoreValues(score, figures.get(score.unit) ?? unknown);
    const asPrinted = classAsPrinted(result, bands, values, index.rounding);
    return { ...result, ...classOf(result, bands, values), asPrinted };
  });
  const units = standings.map(withStanding);
  const hidden = hiddenAnswers(units, index.hideBelow);
  return {
    scores: { units, overall: overallScore(plan, index, units), ...hidden },
    findings: [
      ...lists.flatMap((list) => tieFindings(plan, index, list, where)),
      ...classFindings(plan, index, standings, where),
      ...exposedFindings(plan, index, hidden.exposed, where),
    ],
  };
}

function withStanding({ score, place, class: name, missed }: Standing): UnitScore {
  const missedClasses = missed.map(({ class: missedClass, conditions }) => {
    return { class: missedClass, conditions: conditions.map(({ text }) => text) };
  });
  const rank = place?.rank ?? null;
  return { ...score, rank, tieBrokenBy: breakerOf(place), class: name, missedClasses };
}

/** One finding for each group and the same criteria, with all units it concerns. */
function exposedFindings(
  plan: Plan,
  { hideBelow }: Index,
  exposed: readonly ExposedGroup[],
  where: PlanWhere,
): readonly Finding[] {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const groups = new Map(plan.groups.map(({ id, name }) => [id, name]));
  const found = new Map<string, { group: string; criteria: readonly string[]; units: string[] }>();
  for (const { unit, group, criteria } of exposed) {
    const same = found.get([group, ...criteria].join(' ')) ?? { group, criteria, units: [] };
    same.units.push(names.get(unit) ?? unit);
    found.set([group, ...criteria].join(' '), same);
  }
  return [...found.values()].map(({ group, criteria, units }) => {
    const args = { group: groups.get(group) ?? group, criteria, units, fewest: hideBelow };
    return finding('scores/small-group-exposed', where.group(group), args);
  });
}

/** What conditions are told where there are none. */
const unknown = (): null => null;
const nothing: Values = { figure: unknown, part: unknown };

/** A unit of a list that is ranked together. */
interface Placed {
  readonly score: UnitScore;
  /** What it is ranked on, then what its tie-breakers look at; null: it has no rank. */
  readonly keys: readonly (Exact | null)[] | null;
  readonly place: Place | null;
  /** Ranked units of the list. */
  readonly of: number;
}

/** Ranks restart in every block, or run over all units. */
function listsOf({ rank }: Index, scores: readonly UnitScore[]): readonly (readonly UnitScore[])[] {
  if (rank.within === 'all') return [scores];
  const lists = new Map<string, UnitScore[]>();
  for (const score of scores) {
    const list = lists.get(score.block);
    if (list === undefined) lists.set(score.block, [score]);
    else list.push(score);
  }
  return [...lists.values()];
}

/** Units out of the ranking, and those without points, take no rank up. */
function placeList(plan: Plan, { rank }: Index, list: readonly UnitScore[]): readonly Placed[] {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const keys = list.map((score) => {
    const result = rank.on === 'percent' ? score.percent : score.total.points;
    if (!score.ranked || score.percent === null || result === null) return null;
    return [result, ...rank.tieBreakers.map((one) => tieValue(one, score))];
  });
  const order = namesInOrder(list.map(({ unit }) => [names.get(unit) ?? unit, unit]));
  const places = placesOf(keys, rank.ties, order);
  const of = places.filter((place) => place !== null).length;
  return list.map((score, at) => {
    return { score, keys: keys[at] ?? null, place: places[at] ?? null, of };
  });
}

/** As a Vietnamese list goes (An, Ăn, Ân, …, D, Đ; Phường 2 before Phường 10); names that are the same by id. */
function namesInOrder(
  named: readonly (readonly [name: string, id: string])[],
): (one: number, other: number) => number {
  const { compare } = new Intl.Collator('vi', { numeric: true });
  return (one, other) => {
    const [[name = '', id = ''] = [], [otherName = '', otherId = ''] = []] = [
      named[one],
      named[other],
    ];
    return compare(name, otherName) || Number(id > otherId) - Number(id < otherId);
  };
}

function breakerOf(place: Place | null): UnitScore['tieBrokenBy'] {
  if (place === null || place.decidedBy === null) return null;
  return place.decidedBy === 'rest' ? 'name' : place.decidedBy - 1;
}

/** Equal units that only their names put in order, and those whose tie-breaker had nothing to go by. */
function tieFindings(
  plan: Plan,
  index: Index,
  list: readonly Placed[],
  where: PlanWhere,
): readonly Finding[] {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const namesOf = (some: readonly Placed[]): readonly string[] =>
    some
      .toSorted((one, other) => (one.place?.rank ?? 0) - (other.place?.rank ?? 0))
      .map(({ score }) => names.get(score.unit) ?? score.unit);
  const byName = list.filter(({ place }) => place?.decidedBy === 'rest');
  const at = where.ranking('rank');
  const missing = index.rank.tieBreakers.flatMap((breaker, position): readonly Finding[] => {
    const without = tied(list).filter(
      ({ keys, place }) => isLookedAt(place, position) && keys?.[position + 1] === null,
    );
    if (without.length === 0) return [];
    const args = { units: namesOf(without), tieBreaker: breaker.kind, code: codeOf(breaker) };
    return [finding('scores/tie-breaker-missing', at, args)];
  });
  if (byName.length === 0) return missing;
  return [...missing, finding('scores/placed-by-name', at, { units: namesOf(byName) })];
}

/** Those with the same result as another. */
function tied(list: readonly Placed[]): readonly Placed[] {
  const seen = new Map<string, number>();
  const result = ({ keys }: Placed): string => keys?.[0]?.toFraction() ?? '';
  for (const one of list) seen.set(result(one), (seen.get(result(one)) ?? 0) + 1);
  return list.filter((one) => one.keys !== null && (seen.get(result(one)) ?? 0) > 1);
}

function isLookedAt(place: Place | null, position: number): boolean {
  return typeof place?.decidedBy !== 'number' || position < place.decidedBy;
}

function codeOf(breaker: TieBreaker): string | null {
  return breaker.kind === 'criterion' ? breaker.code : null;
}
