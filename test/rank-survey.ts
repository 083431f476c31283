/** Surveys as values for rank bootstrap and bench: every answer given, scores from the tallies, influences of their means. */
import type { Index, Plan } from '../src/plan/plan.ts';
import type { Points } from '../src/points.ts';
import type { Scores } from '../src/scores/score.ts';
import { score } from '../src/scores.ts';
import { exact } from '../src/stats/exact.ts';
import type { Tally } from '../src/tallies.ts';
import type { Influences, Stratum } from '../src/uncertainty/influence.ts';
import {
  plan as base,
  points as basePoints,
  tallies as baseTallies,
  criterion,
  group,
  leafSource,
  part,
  plainIndex,
  tally,
  unit,
  where,
} from './hand-worked.ts';

/** Answers of the sheets of one stratum: by unit its option on each sheet, 0 (100 %) to 4 (0 %). Sheets of several units are grids. */
export interface RatedStratum {
  readonly row: string;
  readonly options: Readonly<Record<string, ArrayLike<number>>>;
  readonly population: number | null;
}

export interface RatedSurvey {
  readonly plan: Plan;
  readonly index: Index;
  readonly scores: Scores;
  readonly influences: Influences;
}

export interface RatedOptions {
  /** By unit: its block; units that are not there are in `x`. */
  readonly blocks?: Readonly<Record<string, string>>;
  readonly unranked?: readonly string[];
  readonly index?: Partial<Index>;
}

/** One group, one question, one leaf of 100 points. */
export function ratedSurvey(
  strata: readonly RatedStratum[],
  { blocks = {}, unranked = [], index: more = {} }: RatedOptions = {},
): RatedSurvey {
  const ids = [...new Set(strata.flatMap(({ options }) => Object.keys(options)))];
  const blockOf = (id: string): string => blocks[id] ?? 'x';
  const source = leafSource('mean', [part('staff', '1', ['q1'])]);
  const index: Index = {
    ...plainIndex,
    criteria: [criterion('1', '100', { source })],
    max: exact(100),
    ...more,
  };
  const plan: Plan = {
    ...base,
    blocks: [...new Set(ids.map(blockOf))].map((id) => {
      return { id, name: id, units: ids.filter((own) => blockOf(own) === id) };
    }),
    units: ids.map((id) => unit(id, `Đơn vị ${id}`, blockOf(id), !unranked.includes(id))),
    groups: [group('staff', 'Công chức', { over: { kind: 'units', units: ids } })],
    index,
  };
  const counted = countsOf(strata);
  const cells = [...counted].map(([id, counts]): Tally => tally('staff', id, 'q1', counts));
  const tallies = { ...baseTallies, cells, custody: [] };
  const points: Points = { ...basePoints, entries: [] };
  const scored = score(plan, tallies, points, where);
  if (!scored.ok) throw new Error(JSON.stringify(scored.findings));
  return { plan, index, scores: scored.value, influences: influencesOf(strata, ids, counted) };
}

function countsOf(strata: readonly RatedStratum[]): ReadonlyMap<string, number[]> {
  const counts = new Map<string, number[]>();
  for (const { options } of strata) {
    for (const [id, given] of Object.entries(options)) {
      const own = counts.get(id) ?? [0, 0, 0, 0, 0];
      counts.set(id, own);
      for (let sheet = 0; sheet < given.length; sheet++) {
        const option = given[sheet] ?? 0;
        own[option] = (own[option] ?? 0) + 1;
      }
    }
  }
  return counts;
}

function influencesOf(
  strata: readonly RatedStratum[],
  ids: readonly string[],
  counts: ReadonlyMap<string, readonly number[]>,
): Influences {
  const moves = new Map(
    [...counts].map(([id, own]) => {
      const all = own.reduce((sum, one) => sum + one, 0);
      const mean = own.reduce((sum, one, at) => sum + one * (100 - 25 * at), 0) / all;
      return [id, (option: number) => (100 - 25 * option - mean) / all] as const;
    }),
  );
  const positions = new Map(ids.map((id, at) => [id, at]));
  return {
    leaves: ['1'],
    tallied: [],
    strata: strata.map(({ row, options, population }): Stratum => {
      const rated = Object.entries(options);
      const sheets = rated[0]?.[1].length ?? 0;
      const entries = sheets * rated.length;
      const [units, value] = [new Int32Array(entries), new Float64Array(entries)];
      for (const [which, [id, given]] of rated.entries()) {
        for (let sheet = 0; sheet < sheets; sheet++) {
          units[sheet * rated.length + which] = positions.get(id) ?? 0;
          value[sheet * rated.length + which] = moves.get(id)?.(given[sheet] ?? 0) ?? 0;
        }
      }
      return {
        group: 0,
        row,
        sheets,
        population,
        census: population === sheets,
        named: false,
        fraction: population === null ? 0 : sheets / population,
        clusters: null,
        start: Int32Array.from({ length: sheets + 1 }, (_, at) => at * rated.length),
        unit: units,
        leaf: new Int16Array(entries),
        value,
      };
    }),
  };
}
