/** Whether figures of units and places are what the plan says they are, and units before a merger. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import { nearest } from '../../names.ts';
import type { Figures } from '../figures.ts';
import { figuresOfIndex } from '../index-figures.ts';
import { placePopulation } from '../place-population.ts';
import type { Group, Plan, QuotaRule, Split } from '../plan.ts';
import { mistypedWords } from './figure-words.ts';
import { formerUnits } from './former-units.ts';
import { nearPairs } from './names.ts';
import type { Rule, RuleContext } from './rule.ts';

export const figureRules: readonly Rule[] = [
  { needs: ['figures', 'units', 'places'], check: figuresNowhere },
  { needs: ['figures', 'units'], check: ({ figures, units }) => nearFigures(figures, units) },
  { needs: ['figures', 'places'], check: ({ figures, places }) => nearFigures(figures, places) },
  { needs: ['units'], check: formerUnits },
];

export const figureUseRules: readonly Rule[] = [
  { needs: ['figures', 'groups', 'units', 'places', 'index'], check: figuresUnused },
];

interface Holder {
  readonly id: string;
  readonly attributes: Readonly<Record<string, number | null>>;
  readonly figureAt: (figure: string) => Where;
}

/** Declared, but no unit or place has it, nor the survey as a whole. */
function figuresNowhere({ file, figures, units, places, at }: RuleContext): readonly Finding[] {
  const held = new Set([...units, ...places].flatMap((one) => Object.keys(one.attributes)));
  const undeclared = [...held].filter((key) => !Object.hasOwn(figures, key));
  return Object.entries(figures).flatMap(([figure, { name }]) => {
    // `value: unknown` is a value that is still to come.
    if (held.has(figure) || file.figures?.[figure]?.value !== undefined) return [];
    const near = nearest(figure, undeclared);
    // A frame file that writes `So_ho` for “Số hộ”.
    const named = near.length > 0 || name === null ? near : nearest(name, undeclared);
    return [
      finding('plan/figure-nowhere', at(['figures', figure], 'key'), { figure, near: named }),
    ];
  });
}

/** `division` at one unit, `divisions` at the others: the rarer, or the one that is not declared, is the slip. */
function nearFigures(figures: Figures, all: readonly Holder[]): readonly Finding[] {
  const holders = new Map<string, Holder[]>();
  for (const one of all) {
    for (const key of Object.keys(one.attributes)) {
      const same = holders.get(key);
      if (same === undefined) holders.set(key, [one]);
      else same.push(one);
    }
  }
  const names = [...holders.keys()].map((key) => ({ key, name: key.replaceAll(/[-_]/g, ' ') }));
  return nearPairs(names).flatMap(({ one, before }) => {
    const [slip, other] = slipFirst(one.key, before.key, figures, holders);
    const found = holders.get(slip) ?? [];
    const both = found.some(({ attributes }) => Object.hasOwn(attributes, other));
    const [first] = found;
    const declared = Object.hasOwn(figures, slip) && Object.hasOwn(figures, other);
    if (both || declared || first === undefined) return [];
    const args = { figure: slip, other, holders: found.map(({ id }) => id) };
    return [finding('plan/near-figure', first.figureAt(slip), args)];
  });
}

function slipFirst(
  one: string,
  other: string,
  figures: Figures,
  holders: ReadonlyMap<string, readonly Holder[]>,
): readonly [string, string] {
  const oneDeclared = Object.hasOwn(figures, one);
  if (oneDeclared !== Object.hasOwn(figures, other))
    return oneDeclared ? [other, one] : [one, other];
  const fewer = (holders.get(one)?.length ?? 0) <= (holders.get(other)?.length ?? 0);
  return fewer ? [one, other] : [other, one];
}

/** Declared and written, but neither quotas nor the index need it. */
function figuresUnused(context: RuleContext): readonly Finding[] {
  const { figures, plan, units, places, at } = context;
  // A mistyped word is a use of the figure that was meant.
  const meant = mistypedWords(context).flatMap(({ near }) => near);
  const ofIndex = plan.index === null ? [] : figuresOfIndex(plan.index);
  const ofGroups = plan.groups.flatMap((group) => figuresOfGroup(group, plan));
  const used = new Set([...ofGroups, ...ofIndex, ...meant]);
  const held = new Set([...units, ...places].flatMap((one) => Object.keys(one.attributes)));
  return Object.entries(figures).flatMap(([id, { value }]) => {
    // One that is nowhere has been reported as such.
    if (used.has(id) || (!held.has(id) && value === null)) return [];
    return [finding('plan/unused', at(['figures', id], 'key'), { thing: 'figure', id })];
  });
}

function figuresOfGroup({ quota, except, pools, modifiers }: Group, plan: Plan): readonly string[] {
  const atPlaces = quota.rule === 'stages' ? placePopulation(plan, quota) : null;
  const population = modifiers.population ?? atPlaces;
  return [
    ...figuresOfRule(quota),
    ...Object.values(except).flatMap(figuresOfRule),
    ...pools.flatMap(({ split }) => figuresOfSplit(split)),
    ...(population === null ? [] : [population]),
  ];
}

function figuresOfRule(rule: QuotaRule): readonly string[] {
  switch (rule.rule) {
    case 'each':
      return rule.by === null ? [] : [rule.by.figure];
    case 'census':
      return rule.from.kind === 'attribute' ? [rule.from.attribute] : [];
    case 'per':
    case 'share':
      return [rule.of];
    case 'formula':
      return rule.of === null ? [] : [rule.of];
    case 'split':
      return figuresOfSplit(rule);
    case 'stages': {
      const sizes = rule.stages.flatMap(({ size }) => (size === null ? [] : [size]));
      return rule.take.kind === 'share' ? [...sizes, rule.take.of] : sizes;
    }
    case 'band':
      return [rule.observed];
    default:
      return [];
  }
}

function figuresOfSplit({ of, spread, cost, cap }: Split): readonly string[] {
  return [of, spread, cost, cap].filter((figure) => figure !== null);
}
