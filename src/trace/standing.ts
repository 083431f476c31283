/** Where a unit stands: its rank among its neighbours, what broke a tie, its class and the next one. */
import { bordersOf, classBands } from '../plan/criteria.ts';
import type { ClassBand } from '../plan/index-rules.ts';
import { tieValue } from '../plan/named-values.ts';
import type { UnitScore } from '../scores/score.ts';
import { type Exact, sumExact, zero } from '../stats/exact.ts';
import { type Expression, holds, namesIn } from '../stats/expression.ts';
import type { TraceContext } from './context.ts';
import type { ClassEdge, ConditionTold, Fact, NearUnit, PartUsed } from './facts.ts';

export function standingFacts(score: UnitScore, context: TraceContext): readonly Fact[] {
  const { index } = context;
  const bands = classBands(index, score.block);
  return [
    ...rankFacts(score, context),
    ...tieFacts(score, context),
    ...(score.percent === null || bands.length === 0 ? [] : [classFact(score, bands, context)]),
    ...conditionFacts(score, bands, context),
  ];
}

/** The conditions of its class, and those that it missed a better one by. */
function conditionFacts(
  score: UnitScore,
  bands: readonly ClassBand[],
  context: TraceContext,
): readonly Fact[] {
  const told = (
    fact: 'class-met' | 'class-missed',
    name: string,
    texts: readonly string[] | null,
  ) => {
    const all = bands.find((band) => band.name === name)?.onlyIf ?? [];
    const some = texts === null ? all : all.filter(({ text }) => texts.includes(text));
    const conditions = some.map((one) => conditionTold(one, score, context));
    return conditions.length === 0 ? [] : [{ fact, class: name, conditions } as const];
  };
  return [
    ...(score.class === null ? [] : told('class-met', score.class, null)),
    ...score.missedClasses.flatMap((one) => told('class-missed', one.class, one.conditions)),
  ];
}

function conditionTold(
  condition: Expression,
  score: UnitScore,
  context: TraceContext,
): ConditionTold {
  const values = context.values(score);
  const { figures, parts } = namesIn(condition);
  return {
    condition,
    holds: holds(condition, values),
    inputs: [
      ...parts.map(({ what, of }): PartUsed => {
        return { kind: 'part', what, of, value: values.part(what, of) };
      }),
      ...figures.map((figure) =>
        context.figure(score.unit, { figure, value: values.figure(figure) }),
      ),
    ],
  };
}

function rankFacts(score: UnitScore, context: TraceContext): readonly Fact[] {
  const { rank } = score;
  if (!score.ranked) return [{ fact: 'unranked' }];
  if (rank === null) return [{ fact: 'rank-missing' }];
  const { within, on } = context.index.rank;
  const list = context.ranking(score);
  const near = (some: readonly UnitScore[]): readonly NearUnit[] =>
    some.flatMap((one): readonly NearUnit[] => {
      const value = resultOf(one, context);
      if (one.rank === null || value === null) return [];
      return [{ name: context.unitName(one.unit), rank: one.rank, value }];
    });
  const better = list.filter((one) => (one.rank ?? 0) < rank);
  const worse = list.filter((one) => (one.rank ?? 0) > rank);
  const tied = list.filter((one) => one.rank === rank && one.unit !== score.unit);
  const [last, first] = [better.at(-1)?.rank, worse[0]?.rank];
  return [
    {
      fact: 'rank',
      rank,
      of: list.length,
      within: within === 'all' ? null : context.blockName(score.block),
      on,
      above: near(better.filter((one) => one.rank === last)),
      below: near(worse.filter((one) => one.rank === first)),
      tied: tied.map((one) => context.unitName(one.unit)),
    },
  ];
}

function resultOf(score: UnitScore, { index }: TraceContext): Exact | null {
  return index.rank.on === 'percent' ? score.percent : score.total.points;
}

function tieFacts(score: UnitScore, context: TraceContext): readonly Fact[] {
  const { tieBrokenBy } = score;
  if (tieBrokenBy === null) return [];
  const by = tieBrokenBy === 'name' ? 'name' : context.index.rank.tieBreakers[tieBrokenBy];
  if (by === undefined) return [];
  const result = resultOf(score, context);
  const equals = context.ranking(score).filter((one) => {
    const other = resultOf(one, context);
    return one.unit !== score.unit && result !== null && other?.equals(result) === true;
  });
  const breakerValue = (one: UnitScore): Exact | null => (by === 'name' ? null : tieValue(by, one));
  const others = equals.map((one) => {
    return { name: context.unitName(one.unit), value: breakerValue(one) };
  });
  return [{ fact: 'tie-broken', by, own: breakerValue(score), others }];
}

/** `bands`: best first. */
function classFact(score: UnitScore, bands: readonly ClassBand[], context: TraceContext): Fact {
  const of = context.ranking(score).length;
  const at = bands.findIndex(({ name }) => name === score.class);
  const better = at < 0 ? bands.length - 1 : at - 1;
  return { fact: 'class', reached: edgeOf(bands, at, of), next: edgeOf(bands, better, of) };
}

function edgeOf(bands: readonly ClassBand[], at: number, of: number): ClassEdge | null {
  const band = bands[at];
  if (band === undefined) return null;
  if (band.from !== null) return { kind: 'from', class: band.name, from: band.from };
  const share = sumExact(bands.slice(0, at + 1).map((one) => one.share ?? zero));
  return { kind: 'share', class: band.name, share, places: bordersOf(bands, of)[at] ?? 0 };
}
