/** Intervals, reliability and rank intervals for programs: `out/uncertainty.json`, and `uncertainty` of `survey score --json`. */
import type { Interval, RankUncertainty, Uncertainty } from '../uncertainty.ts';
import { kept } from './kept.ts';

export function uncertaintyJson(found: Uncertainty): object {
  return {
    confidence: found.confidence,
    units: found.units.map(({ unit, respondents, estimate, interval }) => {
      return { unit, respondents, percent: kept(estimate), ...intervalJson(interval) };
    }),
    fields: found.fields.map(({ unit, criterion, estimate, interval }) => {
      return { unit, criterion, percent: kept(estimate), ...intervalJson(interval) };
    }),
    leaves: found.leaves.map(({ unit, criterion, respondents, byGroup, estimate, interval }) => {
      const own = { unit, criterion, respondents, by_group: byGroup };
      return { ...own, percent: kept(estimate), ...intervalJson(interval) };
    }),
    scales: found.scales.map(({ alpha, pairwise, blanks, ...scale }) => {
      const numbers = { alpha: kept(alpha), alpha_pairwise: kept(pairwise) };
      return { ...scale, ...numbers, blanks_percent: kept(blanks) };
    }),
    ranks: found.ranks === null ? null : ranksJson(found.ranks),
  };
}

function intervalJson({ method, low, high, error, df, remarks }: Interval): object {
  const numbers = { low: kept(low), high: kept(high), standard_error: kept(error), df };
  return { method, ...numbers, remarks };
}

function ranksJson({ units, isSampled, ...how }: RankUncertainty): object {
  return {
    ...how,
    sampled: isSampled,
    units: units.map(({ unit, rank, low, high, first, aheadOfNext, band }) => {
      const ahead = { first: kept(first), ahead_of_next: kept(aheadOfNext) };
      return { unit, rank, low, high, ...ahead, band };
    }),
  };
}
