/**
 * How sure ranks are: what they would be if other people of the same kind had been asked, by bootstrap (Goldstein and Spiegelhalter 1996,
 * JRSS A 159, 385–443; Hall and Miller 2009, Annals of Statistics 37, 3929–3959). Where units are so close that chance decides their
 * order, such an interval is wide but still the estimate's own: it says how far the rank carries, not that each rank in it is as likely.
 */
import type { Index, Plan, UnitId } from '../plan/plan.ts';
import type { Scores } from '../scores/score.ts';
import { floatRanker } from '../stats/float-ranks.ts';
import type { RankInterval, RankUncertainty } from '../uncertainty.ts';
import { bandsOf, type ReplicateRanks, rankBounds, shareAhead, tailOf } from './bands.ts';
import type { Influences } from './influence.ts';
import { type Replicate, replicates, resultOf } from './replicates.ts';

/** Memory for the ranks of all replicates: with more units, fewer replicates are made, and the result says how many. */
const mostRanks = 2 ** 25;

/** Null: nothing is surveyed, nobody is ranked, or no replicates are asked for. `also`: whoever else looks at the replicates. */
export function rankUncertainty(
  plan: Plan,
  index: Index,
  scores: Scores,
  influences: Influences,
  also: (replicate: Replicate) => void = () => undefined,
): RankUncertainty | null {
  const { rankConfidence, replicates: asked, seed } = index.uncertainty;
  const ranked = scores.units.filter(({ rank }) => rank !== null).length;
  const count = Math.min(asked, Math.floor(mostRanks / Math.max(1, ranked)));
  if (count === 0 || ranked === 0 || influences.leaves.length === 0) return null;
  const lists = listsOf(index, scores).map((list) => listRanks(list, index, count));
  replicates(plan, index, scores, influences, count, (replicate) => {
    also(replicate);
    for (const list of lists) list.add(replicate);
  });
  const tail = tailOf(count, rankConfidence);
  const found = new Map(lists.flatMap((list) => intervalsOf(list, tail)));
  return {
    replicates: count,
    seed,
    confidence: +rankConfidence,
    isSampled: isSampled(influences),
    units: scores.units.flatMap(({ unit }) => found.get(unit) ?? []),
  };
}

function isSampled({ strata, tallied }: Influences): boolean {
  return strata.some(({ fraction }) => fraction < 1) || tallied.some(({ error }) => error > 0);
}

/** A unit with a rank. */
interface Placed {
  /** In the order of the plan. */
  readonly at: number;
  readonly unit: UnitId;
  readonly rank: number;
  readonly result: number;
}

/** Units that are ranked together, best first. */
function listsOf({ rank }: Index, { units }: Scores): readonly (readonly Placed[])[] {
  const lists = new Map<string, Placed[]>();
  for (const [at, score] of units.entries()) {
    if (score.rank === null) continue;
    const key = rank.within === 'block' ? score.block : '';
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    list.push({ at, unit: score.unit, rank: score.rank, result: resultOf(score, rank.on) });
  }
  return [...lists.values()].map((list) =>
    list.toSorted((one, other) => one.rank - other.rank || other.result - one.result),
  );
}

interface ListRanks extends ReplicateRanks {
  readonly list: readonly Placed[];
  readonly add: (replicate: Replicate) => void;
}

function listRanks(list: readonly Placed[], { rank }: Index, count: number): ListRanks {
  const Ranks = list.length < 2 ** 16 ? Uint16Array : Uint32Array;
  const ranks = new Ranks(list.length * count);
  const values = new Float64Array(list.length);
  const rankInto = floatRanker({
    published: list.map((one) => one.rank),
    results: list.map(({ result }) => result),
    dense: rank.ties === 'dense',
  });
  const places = Int32Array.from(list, ({ at }) => at);
  const add = ({ results, number }: Replicate): void => {
    for (let at = 0; at < places.length; at++) {
      const value = results[places[at] as number] as number;
      values[at] = Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
    }
    rankInto(values, ranks, number, count);
  };
  return { list, add, ranks, units: list.length, replicates: count };
}

function intervalsOf(found: ListRanks, tail: number): readonly (readonly [UnitId, RankInterval])[] {
  const bands = bandsOf(found, tail);
  const counts = new Int32Array(found.units + 1);
  return found.list.map(({ unit, rank }, at) => {
    const { low, high, first } = rankBounds(found, at, tail, counts);
    const interval: RankInterval = {
      unit,
      rank,
      // What was published is always in it.
      low: Math.min(low, rank),
      high: Math.max(high, rank),
      first,
      aheadOfNext: at + 1 < found.units ? shareAhead(found, at, at + 1) : null,
      band: bands[at] ?? 1,
    };
    return [unit, interval] as const;
  });
}
