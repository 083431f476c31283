/**
 * How far ranks depend on choices that could have been made otherwise: weights of criteria and groups, and methods, all drawn at once
 * (Saisana, Saltelli and Tarantola 2005, Journal of the Royal Statistical Society A 168, 307–323; OECD and JRC 2008, Handbook on
 * Constructing Composite Indicators, step 7); then each choice alone, for what it does by itself.
 */
import { classBands } from '../plan/criteria.ts';
import type { ClassBand, Index, Plan, UnitId } from '../plan/plan.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { floatRanker } from '../stats/float-ranks.ts';
import { randomStream } from '../stats/random.ts';
import { type DrawState, drawState, drawUniform } from '../stats/resample.ts';
import { classNumbers } from './class-numbers.ts';
import { evaluator, type IndexData, indexData } from './evaluator.ts';
import { resultOf } from './replicates.ts';
import {
  asPlanned,
  type Choice,
  changesOf,
  choicesOf,
  type Draw,
  type Percents,
  percentsOf,
  tolerance,
  weighedCodes,
  weighedGroups,
} from './sensitivity-data.ts';

export type { Choice } from './sensitivity-data.ts';

export interface Sensitivity {
  readonly draws: number;
  readonly seed: string;
  /** By how much weights go up or down at most, in percent. */
  readonly tolerance: number;
  /** Percent of the draws that the band of a unit holds. */
  readonly confidence: number;
  /** Choices that there are, as they were drawn. */
  readonly choices: readonly ChoiceEffect[];
  /** Units that are ranked, in the order of the plan. */
  readonly units: readonly UnitSensitivity[];
}

export interface ChoiceEffect {
  readonly choice: Choice;
  /** Mean over units (and draws, of weights) of how many ranks they move when only this is done otherwise. */
  readonly shift: number;
  /** The largest move of any unit in any draw. */
  readonly most: number;
}

export interface UnitSensitivity {
  readonly unit: UnitId;
  readonly rank: number;
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Share of the draws in which its class, by percent or place alone, is what it is in the plan; null: there are no classes. */
  readonly sameClass: number | null;
}

export const usualDraws = 1000;

/** Each choice alone; those of method need one. */
const drawsAlone = 200;

const confidence = 90;

/** Null: nobody is ranked, or there is nothing to choose. */
export function sensitivity(
  plan: Plan,
  index: Index,
  scores: Scores,
  draws: number = usualDraws,
): Sensitivity | null {
  const choices = choicesOf(plan, index, scores);
  const lists = listsOf(index, scores);
  if (choices.length === 0 || lists.length === 0) return null;
  const { seed } = index.uncertainty;
  const run = runner(plan, index, scores, lists);
  const all = tallied(lists, draws);
  const state = drawState(randomStream(seed, 'sensitivity'));
  for (let draw = 0; draw < draws; draw++) run(drawn(index, choices, state), all, draw);
  return {
    draws,
    seed,
    tolerance: tolerance * 100,
    confidence,
    choices: choices.map((choice) => effectOf(index, choice, lists, run)),
    units: unitsOf(scores, lists, all),
  };
}

/** Every method either way with the same chance; of several ways to normalise, as the plan or one of them. */
function drawn(index: Index, choices: readonly Choice[], state: DrawState): Draw {
  const has = (choice: Choice): boolean => choices.includes(choice);
  const ways = choices.filter((choice) => choice.startsWith('normalise-'));
  const others = choices.filter((one) => isMethod(one) && !ways.includes(one));
  const way = ways[Math.floor(drawUniform(state) * (ways.length + 1)) - 1];
  const taken = others.filter(() => drawUniform(state) < 0.5);
  return {
    weights: factors(has('weights') ? weighedCodes(index) : [], state),
    groups: factors(has('groups') ? weighedGroups(index) : [], state),
    methods: new Set([...taken, ...(way === undefined ? [] : [way])]),
  };
}

function isMethod(choice: Choice): boolean {
  return choice !== 'weights' && choice !== 'groups';
}

function factors(names: readonly string[], state: DrawState): ReadonlyMap<string, number> {
  return new Map(
    names.map((name) => [name, 1 + tolerance * (2 * drawUniform(state) - 1)] as const),
  );
}

/** Units that are ranked together, best first. */
interface List {
  /** Indexes into the units of the scores. */
  readonly places: readonly number[];
  readonly ranks: readonly number[];
  readonly classes: readonly ClassBand[];
}

function listsOf(index: Index, { units }: Scores): readonly List[] {
  const lists = new Map<string, { at: number; score: UnitScore }[]>();
  for (const [at, score] of units.entries()) {
    if (score.rank === null) continue;
    const key = index.rank.within === 'block' ? score.block : '';
    const list = lists.get(key) ?? [];
    lists.set(key, list);
    list.push({ at, score });
  }
  return [...lists.values()].map((list) => {
    const sorted = list.toSorted((one, other) => (one.score.rank ?? 0) - (other.score.rank ?? 0));
    return {
      places: sorted.map(({ at }) => at),
      ranks: sorted.map(({ score }) => score.rank ?? 0),
      classes: classBands(index, sorted[0]?.score.block ?? ''),
    };
  });
}

/** By list: ranks, `place × draws + draw`, and in how many draws each unit keeps its class. */
interface Tallied {
  readonly draws: number;
  readonly lists: readonly { readonly ranks: Uint32Array; readonly same: Int32Array }[];
}

function tallied(lists: readonly List[], draws: number): Tallied {
  return {
    draws,
    lists: lists.map(({ places }) => {
      return { ranks: new Uint32Array(places.length * draws), same: new Int32Array(places.length) };
    }),
  };
}

type Runner = (draw: Draw, into: Tallied, at: number) => void;

function runner(plan: Plan, index: Index, scores: Scores, lists: readonly List[]): Runner {
  const data = indexData(plan, index, scores);
  const percents = new Float64Array(data.percents.length);
  const fill = percentsOf(plan, index, scores, data);
  const rankers = lists.map(({ places, ranks }) =>
    floatRanker({
      published: ranks,
      results: places.map((at) => resultOf(scores.units[at] as UnitScore, index.rank.on)),
      dense: index.rank.ties === 'dense',
    }),
  );
  const planned = classesNow(data, asPlanned, percents, fill, lists);
  return (draw, into, at) => {
    fill(draw, percents);
    const { results, percent } = evaluator(data, changesOf(data, draw)).evaluate(percents);
    for (const [which, list] of lists.entries()) {
      const found = into.lists[which];
      const own = valuesIn(list, results);
      if (found === undefined) continue;
      rankers[which]?.(own, found.ranks, at, into.draws);
      const classes = classNumbers(list.classes, valuesIn(list, percent), own);
      for (const [place, number] of classes.entries()) {
        if (number === planned[which]?.[place]) found.same[place] = (found.same[place] ?? 0) + 1;
      }
    }
  };
}

function classesNow(
  data: IndexData,
  draw: Draw,
  percents: Float64Array,
  fill: Percents,
  lists: readonly List[],
): readonly Int32Array[] {
  fill(draw, percents);
  const { results, percent } = evaluator(data).evaluate(percents);
  return lists.map((list) =>
    classNumbers(list.classes, valuesIn(list, percent), valuesIn(list, results)),
  );
}

function valuesIn({ places }: List, values: Float64Array): Float64Array {
  return Float64Array.from(places, (at) => {
    const value = values[at] as number;
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  });
}

function effectOf(index: Index, choice: Choice, lists: readonly List[], run: Runner): ChoiceEffect {
  const count = isMethod(choice) ? 1 : drawsAlone;
  const found = tallied(lists, count);
  const state = drawState(randomStream(index.uncertainty.seed, 'sensitivity', choice));
  for (let draw = 0; draw < count; draw++) {
    const own = drawn(index, isMethod(choice) ? [] : [choice], state);
    run(isMethod(choice) ? { ...asPlanned, methods: new Set([choice]) } : own, found, draw);
  }
  let [sum, moves, most] = [0, 0, 0];
  for (const [which, { ranks }] of lists.entries()) {
    for (const [place, rank] of ranks.entries()) {
      for (let draw = 0; draw < count; draw++) {
        const off = Math.abs((found.lists[which]?.ranks[place * count + draw] ?? rank) - rank);
        sum += off;
        moves++;
        most = Math.max(most, off);
      }
    }
  }
  return { choice, shift: sum / moves, most };
}

function unitsOf(
  { units }: Scores,
  lists: readonly List[],
  { draws, lists: found }: Tallied,
): readonly UnitSensitivity[] {
  const byUnit = new Map<number, UnitSensitivity>();
  for (const [which, { places, ranks, classes }] of lists.entries()) {
    for (const [place, at] of places.entries()) {
      const own = found[which]?.ranks.slice(place * draws, (place + 1) * draws).sort();
      const quantile = (share: number): number => own?.[Math.round(share * (draws - 1))] ?? 0;
      const tail = (100 - confidence) / 200;
      const rank = ranks[place] ?? 0;
      const same = (found[which]?.same[place] ?? 0) / draws;
      byUnit.set(at, {
        unit: units[at]?.unit ?? '',
        rank,
        median: quantile(0.5),
        low: quantile(tail),
        high: quantile(1 - tail),
        sameClass: classes.length === 0 ? null : same,
      });
    }
  }
  return units.flatMap((_, at) => byUnit.get(at) ?? []);
}
