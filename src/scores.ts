/**
 * Plan + tallies + points → scores: leaf by leaf, up the tree, then percent, rank and class.
 * Everything is exact; ranks and classes are decided before any rounding.
 */
import { finding } from './findings/catalogue.ts';
import type { Checked } from './findings/finding.ts';
import { type Figures, figuresByUnit } from './plan/named-values.ts';
import type { Index, Plan, Question, Scale, Unit, UnitId } from './plan/plan.ts';
import { ratedUnits } from './plan/rated.ts';
import type { PlanWhere } from './plan/where.ts';
import type { Points } from './points.ts';
import { faultFindings } from './scores/faults.ts';
import { gapFindings } from './scores/gaps.ts';
import { ranked } from './scores/ranking.ts';
import type { CriterionScore, Scores, UnitScore } from './scores/score.ts';
import { totalsOf } from './scores/totals.ts';
import { criterionScores } from './scores/tree.ts';
import type { Sources } from './scores/values.ts';
import { type Exact, zero } from './stats/exact.ts';
import type { Tallies } from './tallies.ts';

/** Missing points and answers are warnings, their scores null; a rehearsal mixed with real figures is an error. */
export function score(
  plan: Plan,
  tallies: Tallies,
  points: Points,
  where: PlanWhere,
): Checked<Scores> {
  const { index } = plan;
  if (index === null) {
    return { ok: false, findings: [finding('scores/no-index', where.file(), {})] };
  }
  const mixed = mixedRehearsal(tallies, points);
  if (mixed !== null) {
    const args = { simulated: mixed };
    return { ok: false, findings: [finding('scores/mixed-rehearsal', where.file(), args)] };
  }
  const figures = figuresByUnit(plan, points);
  const scored = unitScores(plan, index, tallies, points, figures);
  const standing = ranked(plan, index, scored, figures, where);
  const findings = [
    ...gapFindings(plan, index, standing.scores.units, where),
    ...faultFindings(plan, index, standing.scores.units, points, where),
    ...standing.findings,
  ];
  return { ok: true, value: standing.scores, findings };
}

/** In the order of the plan, without rank and class. */
function unitScores(
  plan: Plan,
  index: Index,
  tallies: Tallies,
  points: Points,
  figures: ReadonlyMap<UnitId, Figures>,
): readonly UnitScore[] {
  const sources = sourcesOf(plan, tallies, points, figures);
  const surveyHeld = heldIn(plan, index, tallies);
  const scoring = { units: plan.units, index, sources, surveyHeld };
  const columns = index.criteria.map((criterion) => criterionScores(criterion, scoring));
  const given = adjustmentsIn(index, points);
  return plan.units.map((unit, at) => {
    const criteria = columns.flatMap((column) => column[at] ?? []);
    return unitScore(unit, index, criteria, given(unit.id), surveyHeld(unit.block));
  });
}

/** Which of the two is a rehearsal while the other is not; null when they agree or one is empty. */
function mixedRehearsal(tallies: Tallies, points: Points): 'points' | 'returns' | null {
  const { entries, adjustments, figures } = points;
  const isEmpty = entries.length + adjustments.length + figures.length === 0;
  if (tallies.batches.length === 0 || isEmpty) return null;
  const [returned, given] = [tallies.simulated.length > 0, points.simulated.length > 0];
  if (returned === given) return null;
  return given ? 'points' : 'returns';
}

function unitScore(
  unit: Unit,
  index: Index,
  criteria: readonly CriterionScore[],
  given: Pick<UnitScore, 'bonus' | 'penalty'>,
  surveyHeld: boolean,
): UnitScore {
  return {
    unit: unit.id,
    block: unit.block,
    ranked: unit.ranked,
    criteria,
    ...totalsOf(index, criteria, given),
    surveyHeld,
    rank: null,
    tieBrokenBy: null,
    missedClasses: [],
    class: null,
  };
}

/** Only where the survey is optional may a block go without: no answer came back about any of its units. */
function heldIn(plan: Plan, index: Index, tallies: Tallies): (block: string) => boolean {
  if (index.survey === 'required') return () => true;
  const blocks = new Map(plan.units.map(({ id, block }) => [id, block]));
  const held = new Set(tallies.cells.map(({ unit }) => blocks.get(unit)));
  return (block) => held.has(block);
}

/** What was appraised of bonus and penalty; a unit that was given none has 0. */
function adjustmentsIn(
  { bonus, penalty }: Index,
  points: Points,
): (unit: UnitId) => Pick<UnitScore, 'bonus' | 'penalty'> {
  const given = new Map(
    points.adjustments.map(({ unit, kind, appraised }) => [key(kind, unit), appraised]),
  );
  const of = (most: Exact | null, kind: string, unit: UnitId): Exact | null =>
    most === null ? null : (given.get(key(kind, unit)) ?? zero);
  return (unit) => ({
    bonus: of(bonus, 'bonus', unit),
    penalty: of(penalty, 'penalty', unit),
  });
}

function sourcesOf(
  plan: Plan,
  tallies: Tallies,
  points: Points,
  figures: ReadonlyMap<UnitId, Figures>,
): Sources {
  const cells = new Map(
    tallies.cells.map((cell) => [key(cell.group, cell.unit, cell.question), cell]),
  );
  const entries = new Map(points.entries.map((entry) => [key(entry.unit, entry.criterion), entry]));
  const rated = new Map(plan.groups.map((group) => [group.id, new Set(ratedUnits(plan, group))]));
  const scales = new Map<string | null, Scale>(plan.scales.map((scale) => [scale.id, scale]));
  const questions = new Map<string, Question>(
    plan.forms.flatMap((form) => form.questions.map((question) => [question.id, question])),
  );
  return {
    tally: (group, unit, question) => cells.get(`${group}\n${unit}\n${question}`) ?? null,
    options: (question) => scales.get(questions.get(question)?.scale ?? null)?.options ?? [],
    rates: (group, unit) => rated.get(group)?.has(unit) ?? false,
    points: (unit, criterion) => entries.get(key(unit, criterion)) ?? null,
    figures: (unit) => figures.get(unit) ?? (() => null),
  };
}

/** Ids and codes hold no line ends. */
function key(...parts: readonly string[]): string {
  return parts.join('\n');
}
