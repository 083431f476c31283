/** `--sensitivity` of `survey score` and `survey report`: how ranks depend on the choices of the scheme. */
import { finding } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import type { Sensitive } from '../report/sensitivity.ts';
import { sensitivity } from '../uncertainty/sensitivity.ts';
import type { Uncertainty } from '../uncertainty.ts';
import type { WriteOptions } from './options.ts';
import type { ScoredSurvey } from './read-scores.ts';

export interface ScoreOptions extends WriteOptions {
  readonly sensitivity: boolean;
}

/** Null: it was not asked for. Not ok: nobody is ranked, or there is nothing to choose. */
export function sensitivityOf(
  { plan, scores, where }: ScoredSurvey,
  uncertainty: Uncertainty | null,
  { sensitivity: isAsked }: ScoreOptions,
): Checked<Sensitive | null> {
  if (!isAsked) return { ok: true, value: null, findings: [] };
  const found = sensitivity(plan, plan.index, scores);
  if (found === null) {
    const isRanked = scores.units.some(({ rank }) => rank !== null);
    const at = where.ranking('rank');
    return { ok: false, findings: [finding('power/nothing-to-vary', at, { isRanked })] };
  }
  return { ok: true, value: { found, ranks: uncertainty?.ranks ?? null }, findings: [] };
}
