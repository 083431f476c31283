/** Weights that leave the say to a handful: told by group, with the units where it is so. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Ratings } from '../ratings.ts';
import { concentrations } from '../stats/concentration.ts';
import type { SheetWeights, WeighedPlan } from '../weights.ts';

/** The worst unit first. */
export function concentratedFindings(
  { plan, where }: WeighedPlan,
  { forms }: Ratings,
  sheets: SheetWeights,
): readonly Finding[] {
  const found = concentrations(forms, sheets);
  return plan.groups.flatMap(({ id, name }, at): readonly Finding[] => {
    const own = found
      .filter(({ group }) => group === at)
      .sort((one, other) => one.effective - other.effective || one.unit - other.unit);
    if (own.length === 0) return [];
    const units = own.map(({ unit, respondents, effective }) => {
      return { unit: plan.units[unit]?.name ?? '', respondents, effective: effective.toFixed(1) };
    });
    return [finding('weights/concentrated', where.weights(id), { group: name, units })];
  });
}
