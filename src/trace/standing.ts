/** Where a unit stands: its rank among its neighbours, what broke a tie, its class and the next one. */
import { classBands } from '../plan/criteria.ts';
import type { ClassBand, TieBreaker } from '../plan/index-rules.ts';
import type { CriterionScore, Part, UnitScore } from '../scores/score.ts';
import {
  type Exact,
  exact,
  hundred,
  percentOf,
  sumExact,
  wholeExact,
  zero,
} from '../stats/exact.ts';
import type { TraceContext } from './context.ts';
import type { ClassEdge, Fact, NearUnit } from './step.ts';

export function standingFacts(score: UnitScore, context: TraceContext): readonly Fact[] {
  const { index } = context;
  const bands = classBands(index, score.block);
  return [
    ...rankFacts(score, context),
    ...tieFacts(score, context),
    ...(score.percent === null || bands.length === 0 ? [] : [classFact(score, bands, context)]),
    ...score.missedClasses.map((missed): Fact => ({ fact: 'class-missed', ...missed })),
  ];
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
  const others = equals.map((one) => {
    return { name: context.unitName(one.unit), value: tieValue(by, one) };
  });
  return [{ fact: 'tie-broken', by, own: tieValue(by, score), others }];
}

function tieValue(by: TieBreaker | 'name', score: UnitScore): Exact | null {
  if (by === 'name') return null;
  switch (by.kind) {
    case 'points':
      return score.total.points;
    case 'percent':
      return score.percent;
    case 'criterion':
      return percentOfPart(criterionOf(score.criteria, by.code));
    default:
      return percentOfPart(score[by.kind]);
  }
}

function percentOfPart(part: Part | null): Exact | null {
  return part === null || part.points === null ? null : percentOf(part.points, part.max);
}

function criterionOf(criteria: readonly CriterionScore[], code: string): CriterionScore | null {
  for (const one of criteria) {
    const found = one.code === code ? one : criterionOf(one.children, code);
    if (found !== null) return found;
  }
  return null;
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
  const places = wholeExact(share.mul(exact(of)).div(hundred), 'half-up');
  return { kind: 'share', class: band.name, share, places };
}
