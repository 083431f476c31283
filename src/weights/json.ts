/** What the weights of each group did, for `scores.json`. */
import { type Exact, legibleText, roundExact } from '../stats/exact.ts';
import { hasFewInCategory, hiddenCategories } from '../stats/small-cells.ts';
import type { MarginFit, Weights } from '../weights.ts';

const percentDecimals = 6;

/** `fewest`: categories with fewer respondents are not counted apart; what is not shown is null. */
export function weightsJson({ groups }: Weights, fewest: number): readonly object[] {
  return groups.map((one) => {
    const { group, respondents, smallest, largest, effective, trimmed, margins } = one;
    const isBlurred = hasFewInCategory(one, fewest);
    return {
      group,
      respondents,
      smallest: isBlurred ? null : legibleText(smallest),
      largest: isBlurred ? null : legibleText(largest),
      effective_size: effective,
      design_effect: respondents / effective,
      trimmed: isBlurred ? null : trimmed,
      margins: margins.map((margin) => marginJson(margin, fewest)),
    };
  });
}

function marginJson(margin: MarginFit, fewest: number): object {
  const { question, categories, unanswered } = margin;
  const percent = (share: Exact): string => roundExact(share, percentDecimals, 'half-up');
  const hidden = hiddenCategories(margin, fewest);
  return {
    question,
    unanswered: hidden.has('unanswered') ? null : unanswered,
    categories: categories.map((one, at) => ({
      options: one.options,
      respondents: hidden.has(at) ? null : one.respondents,
      percent: hidden.size > 0 ? null : percent(one.before),
      population_percent: percent(one.population),
      weighted_percent: hidden.size > 0 ? null : percent(one.after),
    })),
  };
}
