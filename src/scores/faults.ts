/** What scoring has to say of values that are there but give no points, and of totals out of the ordinary. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { UnitFigure } from '../findings/scoring.ts';
import type { Criterion, Index, Plan, UnitId } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { Points } from '../points.ts';
import { type Exact, exactText, hundred, roundExact, zero } from '../stats/exact.ts';
import type { CriterionScore, UnitScore } from './score.ts';
import { fullTotal } from './totals.ts';

interface Scored {
  readonly unit: UnitScore;
  readonly score: CriterionScore;
}

interface Faults {
  readonly plan: Plan;
  readonly index: Index;
  readonly units: readonly UnitScore[];
  readonly where: PlanWhere;
  readonly name: (unit: UnitId) => string;
}

export function faultFindings(
  plan: Plan,
  index: Index,
  units: readonly UnitScore[],
  points: Points,
  where: PlanWhere,
): readonly Finding[] {
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const faults = { plan, index, units, where, name: (id: UnitId) => names.get(id) ?? id };
  return [
    ...index.criteria.flatMap((criterion, at) => {
      const column = units.flatMap((unit): readonly Scored[] => {
        const score = unit.criteria[at];
        return score === undefined ? [] : [{ unit, score }];
      });
      return criterionFaults(criterion, column, faults);
    }),
    ...negativeTotals(faults),
    ...scoredWithout(faults),
    ...notHeld(faults),
    ...unusualTotals(faults),
    ...notAppraised(points, faults),
  ];
}

function criterionFaults(
  criterion: Criterion,
  column: readonly Scored[],
  faults: Faults,
): readonly Finding[] {
  const below = criterion.children.flatMap((child, at) => {
    const own = column.flatMap(({ unit, score }): readonly Scored[] => {
      const inner = score.children[at];
      return inner === undefined ? [] : [{ unit, score: inner }];
    });
    return criterionFaults(child, own, faults);
  });
  const found = [...below, ...beyond(criterion, column, faults)];
  const pointless = column.filter(({ score }) => score.applies && score.points === null);
  if (pointless.length === 0) return found;
  return [
    ...found,
    ...outside(criterion, pointless, faults),
    ...noBand(criterion, pointless, faults),
    ...notNormalised(criterion, pointless, faults),
    ...negativeChildren(criterion, pointless, faults),
  ];
}

/** The one way of normalising that has no ends. */
function beyond(
  { code, max, normalise }: Criterion,
  all: readonly Scored[],
  faults: Faults,
): readonly Finding[] {
  if (normalise?.method !== 'z-score') return [];
  const units = all.flatMap(({ unit, score: { points } }) => {
    const isBeyond = points !== null && (points.lt(0) || points.gt(max));
    return isBeyond ? figureOf(unit, points, faults) : [];
  });
  const args = { criterion: code, max: exactText(max), units };
  return units.length === 0
    ? []
    : [finding('scores/z-score-beyond', faults.where.criterion(code), args)];
}

/** Points of a figure or formula that no unit can have. */
function outside(criterion: Criterion, all: readonly Scored[], faults: Faults): readonly Finding[] {
  const { code, max, bands, normalise } = criterion;
  if (bands.length > 0 || normalise !== null) return [];
  const units = all.flatMap(({ unit, score: { leaf } }) => {
    if (leaf?.kind === 'appraised') return figureOf(unit, leaf.second ?? leaf.first, faults);
    return leaf?.kind === 'figure' || leaf?.kind === 'formula'
      ? figureOf(unit, leaf.value, faults)
      : [];
  });
  const args = { criterion: code, max: exactText(max), units };
  return units.length === 0
    ? []
    : [finding('scores/outside-maximum', faults.where.criterion(code), args)];
}

function noBand(criterion: Criterion, all: readonly Scored[], faults: Faults): readonly Finding[] {
  const { code, bands } = criterion;
  const units = all.flatMap(({ unit, score }) => figureOf(unit, score.value, faults));
  const lowest = exactText(bands.at(-1)?.from ?? zero);
  return bands.length === 0 || units.length === 0
    ? []
    : [finding('scores/no-band', faults.where.criterion(code), { criterion: code, lowest, units })];
}

function figureOf(unit: UnitScore, value: Exact | null, faults: Faults): readonly UnitFigure[] {
  return value === null ? [] : [{ unit: faults.name(unit.unit), figure: shown(value) }];
}

/** As many decimals as tell it from a bound, but no endless quotient. */
function shown(value: Exact): string {
  const text = exactText(value);
  return /^-?\d+(?:\.\d{1,8})?$/.test(text) ? text : roundExact(value, 8, 'half-up');
}

/** Once for each list of units that are set against each other. */
function notNormalised(
  { code, normalise }: Criterion,
  all: readonly Scored[],
  { plan, where }: Faults,
): readonly Finding[] {
  if (normalise === null) return [];
  const lists = new Map<string | null, Scored>();
  for (const one of all) {
    if (one.score.value === null) continue;
    const list = normalise.within === 'all' ? null : one.unit.block;
    if (!lists.has(list)) lists.set(list, one);
  }
  return [...lists].map(([list, { score }]) => {
    const block = plan.blocks.find(({ id }) => id === list)?.name ?? list;
    const value = score.value === null ? null : shown(score.value);
    const args = { criterion: code, block, units: score.against?.units ?? 0, value };
    return finding('scores/cannot-normalise', where.criterion(code), args);
  });
}

function negativeChildren(
  { code, combine }: Criterion,
  all: readonly Scored[],
  { where, name }: Faults,
): readonly Finding[] {
  if (combine !== 'geometric' && combine !== 'harmonic') return [];
  const units = all.filter(({ score }) => hasNegative(score.children));
  const args = { criterion: code, combine, units: units.map(({ unit }) => name(unit.unit)) };
  return units.length === 0
    ? []
    : [finding('scores/negative-in-mean', where.criterion(code), args)];
}

function negativeTotals({ index, units, where, name }: Faults): readonly Finding[] {
  const { combine } = index;
  if (combine !== 'geometric' && combine !== 'harmonic') return [];
  const negative = units.filter(
    ({ total, criteria }) => total.points === null && hasNegative(criteria),
  );
  const args = { criterion: null, combine, units: negative.map(({ unit }) => name(unit)) };
  return negative.length === 0 ? [] : [finding('scores/negative-in-mean', where.file(), args)];
}

function hasNegative(scores: readonly CriterionScore[]): boolean {
  return scores.some(({ applies, points }) => applies && points?.lt(0) === true);
}

/** Units that lack the same criteria come together. */
function scoredWithout({ index, units, where, name }: Faults): readonly Finding[] {
  if (index.missing === 'none') return [];
  const alike = new Map<string, { criteria: readonly string[]; units: string[] }>();
  for (const { unit, criteria, total } of units) {
    if (total.points === null) continue;
    const left = [
      ...criteria
        .filter(({ applies, points }) => applies && points === null)
        .map(({ code }) => code),
      ...criteria.flatMap(droppedIn),
    ];
    if (left.length === 0) continue;
    const key = left.join('\n');
    const same = alike.get(key) ?? { criteria: left, units: [] };
    same.units.push(name(unit));
    alike.set(key, same);
  }
  return [...alike.values()].map((args) =>
    finding('scores/scored-without', where.criterion(args.criteria[0] ?? ''), args),
  );
}

function droppedIn({ dropped, children }: CriterionScore): readonly string[] {
  return [...dropped, ...children.flatMap(droppedIn)];
}

function notHeld({ plan, index, units, where }: Faults): readonly Finding[] {
  if (!hasSurvey(index.criteria)) return [];
  const without = new Set(units.filter((unit) => !unit.surveyHeld).map(({ block }) => block));
  const blocks = plan.blocks.filter(({ id }) => without.has(id)).map(({ name }) => name);
  return blocks.length === 0 ? [] : [finding('scores/survey-not-held', where.file(), { blocks })];
}

function hasSurvey(criteria: readonly Criterion[]): boolean {
  return criteria.some(({ source, children }) => source?.kind === 'survey' || hasSurvey(children));
}

function unusualTotals({ index, units, where, name }: Faults): readonly Finding[] {
  const { highest } = index;
  const negative = units.flatMap(({ unit, total: { points }, penalty }): readonly UnitFigure[] => {
    const fell = points?.lt(0) === true && penalty?.gt(0) === true;
    return fell ? [{ unit: name(unit), figure: shown(points) }] : [];
  });
  const held = (highest === null ? [] : units).filter((unit) => {
    const full = fullTotal(index, unit.criteria, unit).points;
    return full !== null && unit.total.points?.lt(full) === true;
  });
  const most = {
    highest: exactText(highest ?? hundred),
    units: held.map(({ unit }) => name(unit)),
  };
  return [
    ...(negative.length === 0
      ? []
      : [finding('scores/below-zero', where.file(), { units: negative })]),
    ...(held.length === 0 ? [] : [finding('scores/capped', where.file(), most)]),
  ];
}

/** At the cell of the first unit's own points. */
function notAppraised(
  { adjustments, where: placeOf }: Points,
  { where, name }: Faults,
): readonly Finding[] {
  return (['bonus', 'penalty'] as const).flatMap((kind) => {
    const claimed = adjustments.filter(
      (one) => one.kind === kind && one.appraised === null && one.self?.gt(0) === true,
    );
    const [first] = claimed;
    if (first === undefined) return [];
    const args = { kind, units: claimed.map(({ unit }) => name(unit)) };
    const at = placeOf?.(first.unit, kind, 'self') ?? where.file();
    return [finding('scores/adjustment-not-appraised', at, args)];
  });
}
