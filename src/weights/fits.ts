/** How a margin stood before weighting, and how it stands with the weights that are kept. */

import { type Exact, exact, hundred, isZero, sumExact, zero } from '../stats/exact.ts';
import type { MarginFit } from '../weights.ts';
import type { WeightCell } from './cells.ts';
import type { KeptWeights } from './kept.ts';
import type { GroupMargin } from './margins.ts';

export function marginFits(
  margins: readonly GroupMargin[],
  cells: readonly WeightCell[],
  kept: KeptWeights,
): readonly MarginFit[] {
  return margins.map(({ question, categories }, at): MarginFit => {
    const sums = categories.map((_, of) => {
      const mine = [...cells.keys()].filter((cell) => cells[cell]?.categories[at] === of);
      const respondents = mine.reduce((sum, cell) => sum + (cells[cell]?.count ?? 0), 0);
      const weight = sumExact(
        mine.map((cell) => (kept.exact[cell] ?? zero).mul(cells[cell]?.count ?? 0)),
      );
      return { respondents, weight };
    });
    const answered = sums.reduce((sum, { respondents }) => sum + respondents, 0);
    const all = cells.reduce((sum, { count }) => sum + count, 0);
    const weighed = sumExact(sums.map(({ weight }) => weight));
    return {
      question,
      categories: categories.map(({ options, share }, of) => {
        const { respondents, weight } = sums[of] ?? { respondents: 0, weight: zero };
        return {
          options,
          respondents,
          before: percent(exact(respondents), exact(answered)),
          population: share.mul(hundred),
          after: percent(weight, weighed),
        };
      }),
      unanswered: all - answered,
    };
  });
}

function percent(part: Exact, whole: Exact): Exact {
  return isZero(whole) ? zero : part.mul(hundred).div(whole);
}
