/**
 * Scores → report: the tables a council reads, with how and from what they were made. Pages are values;
 * workbook, CSV and JSON show the same figures, each rounded once, here.
 */
import type { Changes } from './changes.ts';
import type { Lang } from './findings/finding.ts';
import type { Index, Plan } from './plan/plan.ts';
import type { Quotas } from './quotas/quota.ts';
import { changesPages } from './report/changes.ts';
import { choicesPages } from './report/choices.ts';
import { classesPage } from './report/classes.ts';
import { correctionsPage, withheldCorrections } from './report/corrections.ts';
import { criteriaPages } from './report/criteria.ts';
import { detailPages } from './report/detail.ts';
import { formsPage } from './report/forms.ts';
import { methodPage } from './report/method.ts';
import { overallPage } from './report/overall.ts';
import type { Provenance } from './report/provenance.ts';
import { rankingPages } from './report/ranking.ts';
import { ranksPages } from './report/ranks.ts';
import { selfPages } from './report/self.ts';
import { type Sensitive, sensitivityPages } from './report/sensitivity.ts';
import { type ReportPage, settingOf } from './report/sheet.ts';
import { type Traced, tracePage } from './report/trace.ts';
import { uncertaintyPages } from './report/uncertainty.ts';
import { valuesPage } from './report/values.ts';
import { voidsPage } from './report/voids.ts';
import { weightsPages } from './report/weights.ts';
import type { Scores } from './scores/score.ts';
import type { Tallies } from './tallies.ts';
import type { Uncertainty } from './uncertainty.ts';
import type { Weights } from './weights.ts';

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

/** What is reported. Null: there is none, and it has no page. */
export interface Results {
  readonly quotas: Quotas;
  readonly tallies: Tallies;
  readonly scores: Scores;
  readonly provenance: Provenance;
  readonly changes: Changes | null;
  readonly traced: Traced | null;
  readonly weights: Weights | null;
  readonly uncertainty: Uncertainty | null;
  /** Only where it was asked for. */
  readonly sensitive?: Sensitive | null;
}

export function report(plan: ScoredPlan, results: Results, lang: Lang): Report {
  const { quotas, tallies, scores, changes, traced, weights, uncertainty } = results;
  const simulated = results.provenance.simulated.length > 0;
  const setting = settingOf(plan, plan.index, lang, simulated);
  const { corrections } = results.provenance;
  const provenance = {
    ...results.provenance,
    corrections: withheldCorrections(setting, tallies, scores.hidden, corrections),
  };
  const overall = overallPage(setting, scores);
  const classes = classesPage(setting, scores);
  const values = valuesPage(setting, scores);
  const corrected = correctionsPage(setting, provenance);
  const voids = voidsPage(setting, tallies);
  const pages = [
    ...rankingPages(setting, scores),
    ...ranksPages(setting, scores, uncertainty?.ranks ?? null),
    ...sensitivityPages(setting, scores, results.sensitive ?? null),
    ...(overall === null ? [] : [overall]),
    ...(classes === null ? [] : [classes]),
    ...criteriaPages(setting, scores),
    ...(values === null ? [] : [values]),
    ...changesPages(setting, changes),
    ...selfPages(setting, scores),
    ...detailPages(setting, tallies, scores.hidden),
    ...choicesPages(setting, tallies, scores.hidden),
    formsPage(setting, quotas, tallies),
    ...(corrected === null ? [] : [corrected]),
    ...(voids === null ? [] : [voids]),
    ...weightsPages(setting, weights),
    ...uncertaintyPages(setting, uncertainty),
    ...(traced === null ? [] : [tracePage(setting, scores, traced)]),
    methodPage(setting, provenance, changes),
  ];
  return { title: plan.title, lang, simulated, provenance, pages };
}
