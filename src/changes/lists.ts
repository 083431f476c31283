/** Which lists of units ranked together can be set beside each other. */
import type { Plan, UnitId } from '../plan/plan.ts';
import type { Scores } from '../scores/score.ts';
import { type Earlier, type EarlierUnit, earlierList } from './earlier.ts';
import type { Matched } from './match.ts';

export interface RankIn {
  readonly rank: number;
  /** Units ranked together with it, itself too. */
  readonly of: number;
}

export interface Lists {
  readonly now: (unit: UnitId) => RankIn | null;
  readonly before: (unit: EarlierUnit) => RankIn | null;
  /** More than half of each of the two lists are in the other, under the same name or through a merger. */
  readonly comparable: (unit: UnitId, before: EarlierUnit) => boolean;
}

export function listsOf(
  { index }: Pick<Plan, 'index'>,
  scores: Scores,
  earlier: Earlier,
  matched: readonly Matched[],
): Lists {
  const within = index?.rank.within ?? 'block';
  const nowKey = new Map(
    scores.units.flatMap(({ unit, block, rank }) =>
      rank === null ? [] : [[unit, { key: within === 'block' ? block : '', rank }] as const],
    ),
  );
  const beforeKey = new Map(
    earlier.units.flatMap((unit) =>
      unit.rank === null
        ? []
        : [[unit, { key: earlierList(unit, earlier.within), rank: unit.rank }] as const],
    ),
  );
  const nowSizes = countBy([...nowKey.values()].map(({ key }) => key));
  const beforeSizes = countBy([...beforeKey.values()].map(({ key }) => key));
  const both = flows(matched, nowKey, beforeKey);
  return {
    now: (unit) => rankIn(nowKey.get(unit), nowSizes),
    before: (unit) => rankIn(beforeKey.get(unit), beforeSizes),
    comparable: (unit, before) => {
      const [now, then] = [nowKey.get(unit), beforeKey.get(before)];
      if (now === undefined || then === undefined) return false;
      const flow = both.get(pair(now.key, then.key));
      if (flow === undefined) return false;
      const [here, there] = [nowSizes.get(now.key) ?? 0, beforeSizes.get(then.key) ?? 0];
      return flow.now.size * 2 > here && flow.before.size * 2 > there;
    },
  };
}

interface Keyed {
  readonly key: string;
  readonly rank: number;
}

interface Flow {
  readonly now: Set<UnitId>;
  readonly before: Set<EarlierUnit>;
}

/** Units that two lists have in common, seen from either side. */
function flows(
  matched: readonly Matched[],
  nowKey: ReadonlyMap<UnitId, Keyed>,
  beforeKey: ReadonlyMap<EarlierUnit, Keyed>,
): ReadonlyMap<string, Flow> {
  const both = new Map<string, Flow>();
  for (const { unit, from } of matched) {
    for (const { found } of from) {
      const [now, then] = [nowKey.get(unit.id), found === null ? undefined : beforeKey.get(found)];
      if (now === undefined || then === undefined || found === null) continue;
      const key = pair(now.key, then.key);
      const flow = both.get(key) ?? { now: new Set(), before: new Set() };
      flow.now.add(unit.id);
      flow.before.add(found);
      both.set(key, flow);
    }
  }
  return both;
}

function rankIn(one: Keyed | undefined, sizes: ReadonlyMap<string, number>): RankIn | null {
  return one === undefined ? null : { rank: one.rank, of: sizes.get(one.key) ?? 0 };
}

function countBy(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function pair(one: string, other: string): string {
  return `${one}\n${other}`;
}
