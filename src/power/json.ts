/** The estimate for programs: `survey power --json`. Shares 0–1, distances and errors in points. */
import type { Power, PowerAt, PowerOf } from '../power.ts';

const digits = 1e6;

export function powerJson(found: Power): object {
  const { replicates, seed, spread, noise, isFromTruth, sizes } = found;
  const how = {
    replicates,
    seed,
    spread,
    noise: kept(noise),
    truth: isFromTruth ? 'file' : 'drawn',
  };
  return { ...how, sizes: sizes.map(sizeJson) };
}

function sizeJson({ factor, sheets, lists, all }: PowerAt): object {
  return { factor, forms: sheets, blocks: lists.map(listJson), all: listJson(all) };
}

function listJson(one: PowerOf): object {
  return {
    block: one.block,
    units: one.units,
    best_first: kept(one.bestFirst),
    top_three: kept(one.topThree),
    top_quarter: kept(one.topQuarter),
    kendall_tau_b:
      one.tau === null
        ? null
        : { mean: kept(one.tau.mean), low: kept(one.tau.low), high: kept(one.tau.high) },
    pairs_right: kept(one.pairs),
    by_distance: one.byDistance.map(({ from, to, right }) => ({ from, to, right: kept(right) })),
    told_apart: one.toldApart,
    class_right: kept(one.inClass),
    rank_width: one.rankWidth,
    without_result: kept(one.missing),
    standard_error: kept(one.error),
  };
}

function kept(value: number | null): number | null {
  return value === null ? null : Math.round(value * digits) / digits;
}
