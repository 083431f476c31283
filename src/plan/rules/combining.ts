/** How criteria come together: weights, bands, normalising. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { IdleKey } from '../../findings/plan-combining.ts';
import { exactText, hundred, isZero, zero } from '../../stats/exact.ts';
import type { Combine } from '../criterion.ts';
import { maximumOf } from '../normalise-criterion.ts';
import type { NormaliseFile } from '../schema/index-normalise.ts';
import type { CriterionFile } from '../schema/index-tree.ts';
import { tableRules } from './answer-tables.ts';
import { type WrittenCriterion, writtenCriteria } from './index-tree.ts';
import type { Rule, RuleContext } from './rule.ts';

export const combiningRules: readonly Rule[] = [
  { needs: ['index'], check: idleKeys },
  { needs: ['index'], check: zeroWeights },
  { needs: ['index'], check: each(bands) },
  { needs: ['index'], check: each(bandHole) },
  { needs: ['index'], check: each(normaliseBounds) },
  { needs: ['index', 'units'], check: aloneInBlock },
  { needs: ['index'], check: highest },
  ...tableRules,
];

function each(
  rule: (one: WrittenCriterion, context: RuleContext) => readonly Finding[],
): Rule['check'] {
  return (context) => writtenCriteria(context).flatMap((one) => rule(one, context));
}

function takesMean(combine: Combine | undefined): boolean {
  return combine === 'mean' || combine === 'geometric' || combine === 'harmonic';
}

/** Keys that change nothing where they stand, though their author thinks they do. */
function idleKeys(context: RuleContext): readonly Finding[] {
  const { file, at } = context;
  const weighing = weighed(file.index?.criteria ?? [], file.index?.combine);
  return writtenCriteria(context).flatMap(({ criterion, path }) => {
    const { code, weight, combine, criteria, bands: steps, normalise } = criterion;
    const isParent = criteria !== undefined;
    const conditions = criterion.all !== undefined || criterion.any !== undefined;
    const idle = (is: boolean, key: string, reason: IdleKey, inner: readonly string[] = []) =>
      is
        ? [
            finding('plan/index-key-unused', at([...path, key, ...inner], 'key'), {
              criterion: code,
              key: inner.at(-1) ?? key,
              reason,
            }),
          ]
        : [];
    return [
      ...idle(weight !== undefined && !weighing.has(criterion), 'weight', 'sum'),
      ...idle(combine !== undefined && !isParent, 'combine', 'leaf'),
      ...idle(steps !== undefined && isParent, 'bands', 'parent'),
      ...idle(steps !== undefined && conditions, 'bands', 'conditions'),
      ...idle(normalise !== undefined && conditions, 'normalise', 'conditions'),
      ...idleMethodKeys(normalise).flatMap((key) => idle(true, 'normalise', 'method', [key])),
      ...(steps !== undefined && normalise !== undefined
        ? [finding('plan/bands-and-normalise', at([...path, 'bands'], 'key'), { criterion: code })]
        : []),
    ];
  });
}

/** Children of criteria (or of the whole index) that take a mean. */
function weighed(
  criteria: readonly CriterionFile[],
  combine: Combine | undefined,
): ReadonlySet<CriterionFile> {
  const below = criteria.flatMap((one) => [...weighed(one.criteria ?? [], one.combine)]);
  return new Set([...(takesMean(combine) ? criteria : []), ...below]);
}

const keysOf: Readonly<Record<NormaliseFile['method'], readonly (keyof NormaliseFile)[]>> = {
  'min-max': ['to', 'reversed', 'within'],
  goalposts: ['to', 'goals'],
  'z-score': ['scale', 'reversed', 'within'],
  rank: ['reversed', 'within'],
  percentile: ['to', 'reversed', 'within'],
};

function idleMethodKeys(normalise: NormaliseFile | undefined): readonly string[] {
  if (normalise === undefined) return [];
  const used = new Set<string>(['method', ...keysOf[normalise.method]]);
  return Object.entries(normalise)
    .filter(([key, value]) => value !== undefined && !used.has(key))
    .map(([key]) => key);
}

/** Something must count in every mean. */
function zeroWeights(context: RuleContext): readonly Finding[] {
  const { file, at } = context;
  const isEmpty = (criteria: readonly CriterionFile[], combine: Combine | undefined): boolean =>
    takesMean(combine) && criteria.every(({ weight }) => weight !== undefined && isZero(weight));
  const whole = file.index;
  const top =
    whole !== undefined && isEmpty(whole.criteria, whole.combine)
      ? [finding('plan/weights-all-zero', at(['index', 'combine']), { criterion: 'index' })]
      : [];
  const inner = writtenCriteria(context).flatMap(({ criterion, path }) =>
    criterion.criteria !== undefined && isEmpty(criterion.criteria, criterion.combine)
      ? [finding('plan/weights-all-zero', at([...path, 'combine']), { criterion: criterion.code })]
      : [],
  );
  return [...top, ...inner];
}

function bands({ criterion, path }: WrittenCriterion, { at }: RuleContext): readonly Finding[] {
  const { code, bands: steps = [], criteria } = criterion;
  if (criteria !== undefined) return [];
  const max = maximumOf(criterion);
  return steps.flatMap(({ from, points }, position) => {
    const own = [...path, 'bands', position];
    const above = steps[position - 1]?.from;
    const args = { criterion: code, from: exactText(from) };
    return [
      ...(above !== undefined && from.gte(above)
        ? [
            finding('plan/bands-out-of-order', at([...own, 'from']), {
              ...args,
              above: exactText(above),
            }),
          ]
        : []),
      ...(points.gt(max)
        ? [
            finding('plan/band-above-maximum', at([...own, 'points']), {
              criterion: code,
              points: exactText(points),
              max: exactText(max),
            }),
          ]
        : []),
    ];
  });
}

/** Values below the lowest band that may well come: percents and points from 0, figures from their least. */
function bandHole(
  { criterion, path }: WrittenCriterion,
  { file, at }: RuleContext,
): readonly Finding[] {
  const { code, bands: steps = [], figure, criteria } = criterion;
  const last = steps.reduce(
    (least, one) => (one.from.lt(least.from) ? one : least),
    steps[0] ?? none,
  );
  if (steps.length === 0 || criteria !== undefined) return [];
  const figures = file.index?.figures ?? {};
  const own = figure !== undefined && Object.hasOwn(figures, figure) ? figures[figure] : undefined;
  const least = own?.from ?? zero;
  if (last.from.lte(least)) return [];
  const where = at([...path, 'bands', steps.indexOf(last), 'from']);
  const args = { criterion: code, lowest: exactText(last.from), least: exactText(least) };
  return [finding('plan/band-hole', where, args)];
}

const none = { from: zero, points: zero };

function normaliseBounds(
  { criterion: { code, normalise }, path }: WrittenCriterion,
  { at }: RuleContext,
): readonly Finding[] {
  if (normalise === undefined) return [];
  const { method, goals, to, scale } = normalise;
  const own = [...path, 'normalise'];
  const goal =
    method !== 'goalposts'
      ? []
      : goals === undefined
        ? [
            finding('plan/normalise-goals', at([...own, 'method']), {
              criterion: code,
              fault: 'missing',
            }),
          ]
        : goals.worst.equals(goals.best)
          ? [
              finding('plan/normalise-goals', at([...own, 'goals'], 'key'), {
                criterion: code,
                fault: 'equal',
              }),
            ]
          : [];
  const isFlat = scale !== undefined && isZero(scale.deviation);
  if (!isFlat && (to === undefined || (to.low.gte(0) && to.low.lt(to.high)))) return goal;
  const bounds =
    isFlat || to === undefined ? null : { low: exactText(to.low), high: exactText(to.high) };
  const where = at([...own, isFlat ? 'scale' : 'to'], 'key');
  return [...goal, finding('plan/normalise-range', where, { criterion: code, range: bounds })];
}

/** Blocks with at most one ranked unit to which a criterion applies that is normalised within blocks. */
function aloneInBlock(context: RuleContext): readonly Finding[] {
  const { plan, at } = context;
  const within = plan.index?.rank.within ?? 'block';
  // Both walks list the criteria in one order: parents first.
  const walk = (criteria: NonNullable<typeof plan.index>['criteria']): typeof criteria =>
    criteria.flatMap((one) => [one, ...walk(one.children)]);
  const normalised = walk(plan.index?.criteria ?? []);
  return writtenCriteria(context).flatMap(({ criterion: { code, normalise }, path }, position) => {
    if (normalise === undefined || normalise.method === 'goalposts') return [];
    if ((normalise.within ?? within) === 'all') return [];
    const notFor = new Set(normalised[position]?.notFor);
    const blocks = plan.blocks.flatMap(({ id, name }) => {
      const own = plan.units.filter((unit) => unit.block === id && !notFor.has(unit.id));
      return own.length > 0 && own.filter(({ ranked }) => ranked).length < 2 ? [name] : [];
    });
    const where = at([...path, 'normalise'], 'key');
    return blocks.length === 0
      ? []
      : [finding('plan/normalise-alone', where, { criterion: code, blocks })];
  });
}

function highest({ file, at }: RuleContext): readonly Finding[] {
  const most = file.index?.highest;
  if (most === undefined || most.gte(hundred)) return [];
  return [
    finding('plan/highest-below-100', at(['index', 'highest']), { highest: exactText(most) }),
  ];
}
