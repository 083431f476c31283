/** One replicate at a time: what all would say and what came back, both through the index. */
import type { BlockId, ClassBand, Plan } from '../plan/plan.ts';
import { randomStream } from '../stats/random.ts';
import { drawState } from '../stats/resample.ts';
import { classNumbers } from '../uncertainty/class-numbers.ts';
import type { Evaluator, IndexData } from '../uncertainty/evaluator.ts';
import type { Compared } from './compare.ts';
import { leafPercents, type PowerDesign } from './design.ts';
import { drawCounts, expectedCounts, expectedShares, type Levels } from './respondents.ts';

/** Units that are ranked together. */
export interface List {
  readonly block: BlockId | 'all';
  /** Indexes into `Plan.units`. */
  readonly units: readonly number[];
  readonly classes: readonly ClassBand[];
}

export interface Run {
  readonly plan: Plan;
  readonly design: PowerDesign;
  readonly data: IndexData;
  readonly evaluate: Evaluator;
  readonly lists: readonly List[];
  readonly seed: string;
  /** How many times the usual one. */
  readonly noise: number;
}

export interface Workroom {
  readonly draw: (levels: Levels, factor: number, replicate: number) => void;
  readonly compared: (list: List) => Compared;
  /** Squares of what each unit's percent is off, and how often it has one. */
  readonly addErrors: (squares: Float64Array, known: Float64Array) => void;
}

/** Memory for one replicate, used again by the next. */
export function workroom({ design, data, evaluate, seed, noise }: Run): Workroom {
  const counts = new Float64Array(design.width);
  const percents = new Float64Array(data.percents.length);
  const { units } = data;
  const real = { results: new Float64Array(units), percent: new Float64Array(units) };
  const made = { results: new Float64Array(units), percent: new Float64Array(units) };
  const fill = (into: typeof made, isTrue: boolean): void => {
    leafPercents(design, counts, percents, isTrue);
    const { results, percent } = evaluate.evaluate(percents);
    into.results.set(results);
    into.percent.set(percent);
  };
  return {
    draw: (levels, factor, replicate) => {
      const expected = expectedShares(design.questions, levels, noise);
      expectedCounts(design, expected, counts);
      fill(real, true);
      const survey = { levels, expected, noise, factor };
      const name = [String(replicate), String(factor)];
      const random = ({ id }: { readonly id: string }) =>
        drawState(randomStream(seed, 'power', id, ...name));
      drawCounts(design, survey, random, counts);
      fill(made, false);
    },
    compared: (list) => {
      const pick = (values: Float64Array): Float64Array =>
        Float64Array.from(list.units, (at) => known(values[at] as number));
      const classed = list.classes.length > 0;
      return {
        truth: pick(real.results),
        estimate: pick(made.results),
        classes: classed
          ? [
              classNumbers(list.classes, pick(real.percent), pick(real.results)),
              classNumbers(list.classes, pick(made.percent), pick(made.results)),
            ]
          : null,
      };
    },
    addErrors: (squares, count) => {
      for (let unit = 0; unit < units; unit++) {
        const off = (made.percent[unit] as number) - (real.percent[unit] as number);
        if (Number.isNaN(off)) continue;
        squares[unit] = (squares[unit] as number) + off * off;
        count[unit] = (count[unit] as number) + 1;
      }
    },
  };
}

function known(value: number): number {
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}
