/** The plan scored as if everybody had said what they are expected to: which criteria apply, and what no survey decides. */
import type { Index, Plan } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { Points } from '../points.ts';
import type { Scores } from '../scores/score.ts';
import { score } from '../scores.ts';
import { noneMissing } from '../stats/missing.ts';
import type { Tallies, Tally } from '../tallies.ts';
import type { PowerDesign } from './design.ts';
import type { Shares } from './respondents.ts';

/** Answers of a million sheets: so many that nobody's minimum is missed. */
const many = 1e6;

export function expectedScores(
  plan: Plan,
  index: Index,
  design: PowerDesign,
  expected: Shares,
  points: Points,
  where: PlanWhere,
): Scores | null {
  const scored = score(
    { ...plan, index },
    talliesOf(plan, design, expected, points),
    points,
    where,
  );
  return scored.ok ? scored.value : null;
}

function talliesOf(
  plan: Plan,
  { rows, questions }: PowerDesign,
  { stride, shares }: Shares,
  points: Points,
): Tallies {
  const cells = new Map<string, Tally>();
  for (const row of rows) {
    const [group = ''] = row.id.split('\n');
    for (const { unit, question } of row.answers) {
      const asked = questions[question];
      const id = plan.units[unit]?.id ?? '';
      const key = `${group}\n${id}\n${question}`;
      if (asked === undefined || cells.has(key)) continue;
      const from = (unit * questions.length + question) * stride;
      const counts = asked.options.map(({ code }, at) => {
        return [code, Math.round(many * (shares[from + at] as number))] as const;
      });
      cells.set(key, {
        form: plan.groups.find((one) => one.id === group)?.form ?? '',
        group,
        unit: id,
        question: asked.id,
        counts: Object.fromEntries(counts),
        weighted: null,
        answered: null,
        missing: noneMissing,
        batches: [],
      });
    }
  }
  const rest = { custody: [], days: [], voids: [], batches: [] };
  return { cells: [...cells.values()], ...rest, simulated: points.simulated };
}
