/** Class (xếp loại) of a unit: by its percent or by its place, and by further conditions. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { bordersOf, classBands } from '../plan/criteria.ts';
import type { ClassBand, Index, Plan } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { isZero, parseExact, roundExact } from '../stats/exact.ts';
import { type Expression, evaluate, namesIn, type Values } from '../stats/expression.ts';
import type { Place } from '../stats/rank.ts';
import type { CriterionScore, UnitScore } from './score.ts';

/** What the class of a unit depends on beside its conditions. */
export interface Result {
  readonly score: Pick<UnitScore, 'percent'>;
  /** Null: not ranked. */
  readonly place: Pick<Place, 'better'> | null;
  /** How many are ranked with it. */
  readonly of: number;
}

export interface Classed {
  readonly class: string | null;
  /** Classes that it reaches but whose conditions it misses, best first. */
  readonly missed: readonly Missed[];
}

interface Missed {
  readonly class: string;
  readonly conditions: readonly {
    readonly text: string;
    readonly isKnown: boolean;
    /** Codes of the criteria that it names. */
    readonly criteria: readonly string[];
  }[];
}

/** A unit with its place and class. */
export interface Standing extends Classed {
  readonly score: UnitScore;
  readonly place: Place | null;
  readonly of: number;
  /** The class that its percent as printed would get. */
  readonly asPrinted: string | null;
}

/**
 * The first class from the top that the unit reaches and all of whose conditions hold; null when there is none.
 * A condition that cannot be told does not hold.
 */
export function classOf(result: Result, bands: readonly ClassBand[], values: Values): Classed {
  const missed: Missed[] = [];
  const borders = bordersOf(bands, result.of);
  for (const [at, band] of bands.entries()) {
    if (!reaches(result, band, borders[at] ?? 0)) continue;
    const conditions = band.onlyIf.flatMap((condition) => fault(condition, values));
    if (conditions.length === 0) return { class: band.name, missed };
    missed.push({ class: band.name, conditions });
  }
  return { class: null, missed };
}

/** Equal units have the same number of better ones, so all of them get the better class at a border. */
function reaches({ score, place }: Result, { from }: ClassBand, border: number): boolean {
  if (score.percent === null) return false;
  if (from !== null) return score.percent.gte(from);
  return place !== null && place.better <= border;
}

/** Empty when it holds. */
function fault(condition: Expression, values: Values): Missed['conditions'] {
  const value = evaluate(condition, values);
  const holds = typeof value === 'boolean' || value === null ? value : !isZero(value);
  if (holds === true) return [];
  const criteria = namesIn(condition).parts.map(({ of }) => of);
  return [{ text: condition.text, isKnown: holds !== null, criteria }];
}

/**
 * The class that the percentage as printed would get: 89.996 is printed as 90.00 yet does not reach 90. Classes by place do not
 * depend on what is printed.
 */
export function classAsPrinted(
  result: Result,
  bands: readonly ClassBand[],
  values: Values,
  rounding: Index['rounding'],
): string | null {
  const printed = printedPercent(result.score, rounding);
  if (printed === null) return null;
  const score = { percent: parseExact(printed) };
  return classOf({ ...result, score }, bands, values).class;
}

function printedPercent(
  { percent }: Pick<UnitScore, 'percent'>,
  { decimals, mode }: Index['rounding'],
): string | null {
  return percent === null ? null : roundExact(percent, decimals, mode);
}

export function classFindings(
  plan: Plan,
  index: Index,
  standings: readonly Standing[],
  where: PlanWhere,
): readonly Finding[] {
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const own = standings.flatMap((standing): readonly Finding[] => {
    const { unit, block, percent, ranked } = standing.score;
    const bands = classBands(index, block);
    if (percent === null || bands.length === 0) return [];
    const name = names.get(unit) ?? unit;
    const edge = edgeFindings(name, standing, index, where);
    // Who is not ranked has no place that a class by share could go by.
    const isPlaced = ranked || bands.every(({ from }) => from !== null);
    if (standing.class !== null || !isPlaced) return edge;
    const missed = standing.missed.flatMap(({ conditions }) => conditions.map(({ text }) => text));
    return [...edge, finding('scores/no-class', where.unit(unit), { unit: name, missed })];
  });
  return [...own, ...unknownConditions(standings, names, where)];
}

function edgeFindings(
  unit: string,
  { score, class: own, asPrinted }: Standing,
  { rounding }: Index,
  where: PlanWhere,
): readonly Finding[] {
  const printed = printedPercent(score, rounding);
  if (printed === null || own === asPrinted) return [];
  const args = { unit, printed, class: own ?? '', looksLike: asPrinted ?? '' };
  return [finding('scores/class-edge', where.unit(score.unit), args)];
}

interface Untold {
  readonly class: string;
  readonly condition: string;
  /** Those of its criteria that do not apply to the units; none: something is missing. */
  readonly criteria: readonly string[];
  readonly units: string[];
}

/** One finding for each condition that could not be told, and why, with all units that lost a class to it. */
function unknownConditions(
  standings: readonly Standing[],
  names: ReadonlyMap<string, string>,
  where: PlanWhere,
): readonly Finding[] {
  const found = new Map<string, Untold>();
  for (const { score, missed } of standings) {
    const notFor = new Set(score.criteria.flatMap(notApplying));
    for (const one of missed) {
      for (const { text, criteria: named } of one.conditions.filter(({ isKnown }) => !isKnown)) {
        const criteria = named.filter((code) => notFor.has(code));
        const key = [one.class, text, ...criteria].join('\n');
        const same = found.get(key) ?? { class: one.class, condition: text, criteria, units: [] };
        same.units.push(names.get(score.unit) ?? score.unit);
        found.set(key, same);
      }
    }
  }
  const at = where.ranking('classes');
  return [...found.values()].map(({ criteria, ...args }) =>
    criteria.length === 0
      ? finding('scores/class-condition-unknown', at, args)
      : finding('scores/class-condition-not-for', at, { ...args, criteria }),
  );
}

/** Codes of the criteria that do not apply to the unit. */
function notApplying({ code, applies, children }: CriterionScore): readonly string[] {
  return [...(applies ? [] : [code]), ...children.flatMap(notApplying)];
}
