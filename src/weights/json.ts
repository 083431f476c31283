/** What the weights of each group did, for `scores.json`. */
import { type Exact, exactText, roundExact } from '../stats/exact.ts';
import type { Weights } from '../weights.ts';

const percentDecimals = 6;

export function weightsJson({ groups }: Weights): readonly object[] {
  const percent = (share: Exact): string => roundExact(share, percentDecimals, 'half-up');
  return groups.map(({ group, respondents, smallest, largest, effective, trimmed, margins }) => ({
    group,
    respondents,
    smallest: exactText(smallest),
    largest: exactText(largest),
    effective_size: effective,
    design_effect: respondents / effective,
    trimmed,
    margins: margins.map(({ question, categories, unanswered }) => ({
      question,
      unanswered,
      categories: categories.map((one) => ({
        options: one.options,
        respondents: one.respondents,
        percent: percent(one.before),
        population_percent: percent(one.population),
        weighted_percent: percent(one.after),
      })),
    })),
  }));
}
