/** Why points are missing: one finding per cause, naming every unit and criterion it leaves without points. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { CriterionScore, UnitScore } from './score.ts';
import { leavesOf } from './tree.ts';

interface Cause {
  /** The silent group; null: the appraisal. */
  readonly group: string | null;
  readonly questions: readonly string[];
  readonly criteria: readonly string[];
}

/** Units that lack the same points for the same reason come together in one finding. */
export function gapFindings(
  plan: Plan,
  scores: readonly UnitScore[],
  where: PlanWhere,
): readonly Finding[] {
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const causes = new Map<string, { readonly cause: Cause; readonly units: string[] }>();
  for (const score of scores) {
    for (const cause of causesOf(score)) {
      const key = JSON.stringify(cause);
      const known = causes.get(key) ?? { cause, units: [] };
      known.units.push(names.get(score.unit) ?? score.unit);
      causes.set(key, known);
    }
  }
  return [...causes.values()].map(({ cause, units }) => {
    const { group, questions, criteria } = cause;
    if (group !== null) {
      const name = plan.groups.find(({ id }) => id === group)?.name ?? group;
      const args = { group: name, units, questions, criteria };
      return finding('scores/no-answers', where.group(group), args);
    }
    return finding('scores/no-points', where.criterion(criteria[0] ?? ''), { units, criteria });
  });
}

function causesOf(score: UnitScore): readonly Cause[] {
  const missing = leavesOf(score.criteria).filter((leaf) => leaf.applies && leaf.points === null);
  const appraised = missing.filter(({ leaf }) => leaf?.kind === 'appraised');
  const groups = new Map<string, { questions: Set<string>; criteria: Set<string> }>();
  for (const leaf of missing) {
    for (const { group, question } of silences(leaf)) {
      const silent = groups.get(group) ?? { questions: new Set(), criteria: new Set() };
      silent.questions.add(question);
      silent.criteria.add(leaf.code);
      groups.set(group, silent);
    }
  }
  return [
    ...(appraised.length === 0
      ? []
      : [{ group: null, questions: [], criteria: appraised.map(({ code }) => code) }]),
    ...[...groups].map(([group, { questions, criteria }]) => {
      return { group, questions: [...questions], criteria: [...criteria] };
    }),
  ];
}

function silences(score: CriterionScore): readonly { group: string; question: string }[] {
  if (score.leaf?.kind !== 'survey') return [];
  return score.leaf.parts.flatMap(({ group, questions }) =>
    questions
      .filter(({ percent }) => percent === null)
      .map(({ question }) => ({ group, question })),
  );
}
