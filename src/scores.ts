/**
 * Plan + tallies + points → scores: leaf by leaf, up the tree, then percent, rank and class.
 * Everything is exact; ranks and classes are decided before any rounding.
 */
import { finding } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import { classBands } from './plan/criteria.ts';
import type { Index, Plan, Question, Scale, Unit } from './plan/plan.ts';
import { ratedUnits } from './plan/rated.ts';
import type { PlanWhere } from './plan/where.ts';
import type { Points } from './points.ts';
import { classAsPrinted, classOf } from './scores/classes.ts';
import { gapFindings } from './scores/gaps.ts';
import type { CriterionScore, Part, Scores, UnitScore } from './scores/score.ts';
import { criterionScore, leavesOf, type Sources, sumOf } from './scores/tree.ts';
import { percentOf } from './stats/exact.ts';
import { jointRanks } from './stats/rank.ts';
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
  const sources = sourcesOf(plan, tallies, points);
  const units = withRanks(
    plan.units.map((unit) => unitScore(unit, index, sources)),
    index,
  );
  const findings = [
    ...gapFindings(plan, units, where),
    ...classFindings(plan, index, units, where),
  ];
  return { ok: true, value: { units }, findings };
}

/** Which of the two is a rehearsal while the other is not; null when they agree or one is empty. */
function mixedRehearsal(tallies: Tallies, points: Points): 'points' | 'returns' | null {
  if (tallies.batches.length === 0 || points.entries.length === 0) return null;
  const [returned, given] = [tallies.simulated.length > 0, points.simulated.length > 0];
  if (returned === given) return null;
  return given ? 'points' : 'returns';
}

function unitScore(unit: Unit, index: Index, sources: Sources): UnitScore {
  const criteria = index.criteria.map((criterion) => criterionScore(criterion, unit.id, sources));
  const total = sumOf(criteria);
  const percent = total.points === null ? null : percentOf(total.points, total.max);
  return {
    unit: unit.id,
    block: unit.block,
    ranked: unit.ranked,
    criteria,
    total,
    appraised: partOf(criteria, 'appraised'),
    survey: partOf(criteria, 'survey'),
    percent,
    rank: null,
    class: percent === null ? null : classOf(percent, classBands(index, unit.block)),
  };
}

function partOf(criteria: readonly CriterionScore[], kind: 'appraised' | 'survey'): Part {
  return sumOf(leavesOf(criteria).filter(({ leaf }) => leaf?.kind === kind));
}

/** Ranks restart in every block, or run over all units; units out of the ranking take no rank up. */
function withRanks(scores: readonly UnitScore[], index: Index): readonly UnitScore[] {
  const { within, on } = index.rank;
  const lists = new Map<string, UnitScore[]>();
  for (const score of scores) {
    const name = within === 'block' ? score.block : '';
    const list = lists.get(name);
    if (list === undefined) lists.set(name, [score]);
    else list.push(score);
  }
  const ranks = new Map<string, number | null>();
  for (const list of lists.values()) {
    const values = list.map((score) => {
      if (!score.ranked || score.percent === null) return null;
      return on === 'percent' ? score.percent : score.total.points;
    });
    const order = jointRanks(values);
    for (const [at, score] of list.entries()) ranks.set(score.unit, order[at] ?? null);
  }
  return scores.map((score) => ({ ...score, rank: ranks.get(score.unit) ?? null }));
}

function sourcesOf(plan: Plan, tallies: Tallies, points: Points): Sources {
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
    tally: (group, unit, question) => cells.get(key(group, unit, question)) ?? null,
    options: (question) => scales.get(questions.get(question)?.scale ?? null)?.options ?? [],
    rates: (group, unit) => rated.get(group)?.has(unit) ?? false,
    points: (unit, criterion) => entries.get(key(unit, criterion)) ?? null,
  };
}

/** Ids and codes hold no line ends. */
function key(...parts: readonly string[]): string {
  return parts.join('\n');
}

function classFindings(
  plan: Plan,
  index: Index,
  scores: readonly UnitScore[],
  where: PlanWhere,
): readonly Finding[] {
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  return scores.flatMap(({ unit, block, percent, class: label }): readonly Finding[] => {
    const bands = classBands(index, block);
    if (percent === null || bands.length === 0) return [];
    const name = names.get(unit) ?? unit;
    const seen = classAsPrinted(percent, bands, index.rounding);
    const edge =
      seen === null
        ? []
        : [
            finding('scores/class-edge', where.unit(unit), {
              unit: name,
              printed: seen.printed,
              class: label ?? '',
              looksLike: seen.class ?? '',
            }),
          ];
    if (label !== null) return edge;
    return [...edge, finding('scores/no-class', where.unit(unit), { unit: name })];
  });
}
