/** Ranks, classes, averages: tie-breakers that exist and decide something, shares that make the whole, weights of every block. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { isZero } from '../../stats/exact.ts';
import { leafCriteria } from '../criteria.ts';
import type { Criterion, TieBreaker } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { classRules } from './classes.ts';
import { duplicateIds, type Rule, type RuleContext, unknownNames } from './rule.ts';

export const rankingRules: readonly Rule[] = [
  { needs: ['index'], check: tieBreakerNames },
  { needs: ['index'], check: idleTieBreakers },
  { needs: ['index', 'units'], check: partialTieBreakers },
  { needs: ['index'], check: tiesByName },
  ...classRules,
  { needs: ['index', 'units'], check: overallWeights },
];

const path: TreePath = ['index', 'rank', 'tie_breakers'];
const ownNames = ['survey', 'appraised', 'points', 'percent'];

function tieBreakerNames({ file, plan, at }: RuleContext): readonly Finding[] {
  const codes = allCriteria(plan.index?.criteria ?? []).map(({ code }) => code);
  const placed = (file.index?.rank?.tie_breakers ?? []).map((id, position) => {
    return { id, at: at([...path, position]) };
  });
  return [
    ...unknownNames('tie-breaker', placed, [...ownNames, ...codes]),
    ...duplicateIds('tie-breaker', placed),
  ];
}

/** What ranks already, and parts that no criterion has, never decide anything. */
function idleTieBreakers({ plan, at }: RuleContext): readonly Finding[] {
  const { index } = plan;
  if (index === null) return [];
  const kinds = new Set(
    leafCriteria(index.criteria).map(({ source }) =>
      source?.kind === 'survey' ? 'survey' : 'appraised',
    ),
  );
  const isIdle = ({ kind }: TieBreaker): boolean =>
    kind === index.rank.on || ((kind === 'survey' || kind === 'appraised') && !kinds.has(kind));
  return index.rank.tieBreakers.flatMap((breaker, position) => {
    if (!isIdle(breaker)) return [];
    const ranksAlready = breaker.kind === index.rank.on;
    const args = { tieBreaker: breaker.kind, ranksAlready };
    return [finding('plan/tie-breaker-idle', at([...path, position]), args)];
  });
}

/** A criterion that does not apply to some ranked units puts them last among equals, through no fault of theirs. */
function partialTieBreakers({ plan, at }: RuleContext): readonly Finding[] {
  const { index, units } = plan;
  if (index === null) return [];
  const criteria = new Map(allCriteria(index.criteria).map((one) => [one.code, one]));
  return index.rank.tieBreakers.flatMap((breaker, position) => {
    const criterion = breaker.kind === 'criterion' ? criteria.get(breaker.code) : undefined;
    if (criterion === undefined) return [];
    const without = units.filter(({ id, ranked }) => ranked && !appliesTo(criterion, id));
    if (without.length === 0) return [];
    const args = { criterion: criterion.code, units: without.map(({ name }) => name) };
    return [finding('plan/tie-breaker-not-for-all', at([...path, position]), args)];
  });
}

/** `notFor` of a parent is handed down to its children; a parent all of whose children do not apply does not either. */
function appliesTo(criterion: Criterion, unit: string): boolean {
  if (criterion.notFor.includes(unit)) return false;
  const { children } = criterion;
  return children.length === 0 || children.some((child) => appliesTo(child, unit));
}

function tiesByName({ plan, at }: RuleContext): readonly Finding[] {
  const rank = plan.index?.rank;
  if (rank?.ties !== 'consecutive' || rank.tieBreakers.length > 0) return [];
  return [finding('plan/ties-by-name', at(['index', 'rank', 'ties']), {})];
}

/** Stated weights: of blocks that exist, of all that have units to be ranked, and not all 0. */
function overallWeights({ file, plan, at }: RuleContext): readonly Finding[] {
  const overall = file.index?.overall;
  if (overall === undefined || typeof overall === 'string') return [];
  const own: TreePath = ['index', 'overall'];
  const ids = plan.blocks.map(({ id }) => id);
  const placed = Object.keys(overall).map((id) => ({ id, at: at([...own, id], 'key') }));
  const ranked = new Set(plan.units.filter((unit) => unit.ranked).map(({ block }) => block));
  const missing = plan.blocks.filter(({ id }) => ranked.has(id) && !Object.hasOwn(overall, id));
  const where = at(own, 'key');
  return [
    ...unknownNames('block', placed, ids),
    ...(missing.length > 0
      ? [finding('plan/overall-block-missing', where, { blocks: missing.map(({ name }) => name) })]
      : []),
    ...(Object.values(overall).every(isZero) ? [finding('plan/overall-no-weight', where, {})] : []),
  ];
}

function allCriteria(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.flatMap((one) => [one, ...allCriteria(one.children)]);
}
