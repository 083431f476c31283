/** Findings of the plan and its frame files, one file per subject. */
import { planAnswerFindings } from './plan-answers.ts';
import { planCombiningFindings } from './plan-combining.ts';
import { planDateFindings } from './plan-dates.ts';
import { planExpressionFindings } from './plan-expressions.ts';
import { planFormFindings } from './plan-forms.ts';
import { planGroupFindings } from './plan-groups.ts';
import { planIndexFindings } from './plan-index.ts';
import { planNameFindings } from './plan-names.ts';
import { planPointFindings } from './plan-points.ts';
import { planQuotaFindings } from './plan-quotas.ts';
import { planRankingFindings } from './plan-ranking.ts';
import { planTaskFindings } from './plan-tasks.ts';
import { planTextFindings } from './plan-text.ts';
import { planUnitFindings } from './plan-units.ts';
import { planValueFindings } from './plan-values.ts';
import { planWeightFindings } from './plan-weights.ts';
import { planYamlFindings } from './plan-yaml.ts';

export const planFindings = {
  ...planTextFindings,
  ...planYamlFindings,
  ...planValueFindings,
  ...planNameFindings,
  ...planGroupFindings,
  ...planDateFindings,
  ...planFormFindings,
  ...planAnswerFindings,
  ...planIndexFindings,
  ...planExpressionFindings,
  ...planCombiningFindings,
  ...planRankingFindings,
  ...planWeightFindings,
  ...planPointFindings,
  ...planQuotaFindings,
  ...planUnitFindings,
  ...planTaskFindings,
};
