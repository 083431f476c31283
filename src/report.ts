/**
 * Scores → report: the tables a council reads, with how and from what they were made. Pages are values;
 * workbook, CSV and JSON show the same figures, each rounded once, here.
 */
import type { Lang } from './findings/finding.ts';
import type { Index, Plan } from './plan/plan.ts';
import type { Quotas } from './quotas/quota.ts';
import { choicesPages } from './report/choices.ts';
import { classesPage } from './report/classes.ts';
import { correctionsPage } from './report/corrections.ts';
import { criteriaPages } from './report/criteria.ts';
import { detailPages } from './report/detail.ts';
import { formsPage } from './report/forms.ts';
import { methodPage } from './report/method.ts';
import type { Provenance } from './report/provenance.ts';
import { rankingPages } from './report/ranking.ts';
import { selfPages } from './report/self.ts';
import { type ReportPage, settingOf } from './report/sheet.ts';
import { voidsPage } from './report/voids.ts';
import type { Scores } from './scores/score.ts';
import type { Tallies } from './tallies.ts';

export interface Report {
  readonly title: string;
  readonly lang: Lang;
  /** Every page carries the warning when it is. */
  readonly simulated: boolean;
  readonly provenance: Provenance;
  readonly pages: readonly ReportPage[];
}

/** A plan that was scored: `score` refuses one without an index. */
export interface ScoredPlan extends Plan {
  readonly index: Index;
}

export function report(
  plan: ScoredPlan,
  quotas: Quotas,
  tallies: Tallies,
  scores: Scores,
  provenance: Provenance,
  lang: Lang,
): Report {
  const simulated = provenance.simulated.length > 0;
  const setting = settingOf(plan, plan.index, lang, simulated);
  const classes = classesPage(setting, scores);
  const corrected = correctionsPage(setting, provenance);
  const voids = voidsPage(setting, tallies);
  const pages = [
    ...rankingPages(setting, scores),
    ...(classes === null ? [] : [classes]),
    ...criteriaPages(setting, scores),
    ...selfPages(setting, scores),
    ...detailPages(setting, tallies),
    ...choicesPages(setting, tallies),
    formsPage(setting, quotas, tallies),
    ...(corrected === null ? [] : [corrected]),
    ...(voids === null ? [] : [voids]),
    methodPage(setting, provenance),
  ];
  return { title: plan.title, lang, simulated, provenance, pages };
}
