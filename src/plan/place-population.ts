/** What a selection by stages asks at its last places, where the frame says how many of them there are. */
import type { Plan, QuotaRule } from './plan.ts';

type Stages = Extract<QuotaRule, { rule: 'stages' }>;

/**
 * The figure that is the population of each place where sheets go; null: the frame does not say. It is the figure that the take
 * is a share of; else, of those that count people or households, the size of the last stage; else the only one there. A plan
 * that means another says so in `population`.
 */
export function placePopulation(
  { places, figures }: Plan,
  { stages, take }: Stages,
): string | null {
  if (take.kind === 'share') return take.of;
  const last = stages.at(-1);
  const level = last?.level ?? 0;
  const counting = Object.entries(figures)
    .filter(([, { counts }]) => counts === 'people' || counts === 'households')
    .map(([figure]) => figure);
  if (last?.size != null && counting.includes(last.size)) return last.size;
  const there = counting.filter((figure) =>
    places.some((place) => place.level === level && Object.hasOwn(place.attributes, figure)),
  );
  const [only, another] = there;
  return another === undefined ? (only ?? null) : null;
}
