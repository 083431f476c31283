/** How sure the scores of a survey are; null where nothing was surveyed. */
import { type Uncertainty, uncertainty } from '../uncertainty.ts';
import type { ScoredSurvey } from './read-scores.ts';

export function uncertaintyOf(survey: ScoredSurvey): Uncertainty | null {
  const { plan, quotas, ratings, weights, tallies, scores } = survey;
  const sheets = weights.groups.length === 0 ? null : weights.sheets;
  const found = uncertainty(plan, quotas, ratings, sheets, tallies, scores);
  return found.leaves.length === 0 ? null : found;
}
