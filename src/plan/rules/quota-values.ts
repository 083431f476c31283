/** Whether the values inside a quota rule and its modifiers make sense together. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../names.ts';
import { exactText, hundred, isZero } from '../../stats/exact.ts';
import type { TreePath } from '../tree.ts';
import { quotaShareRules } from './quota-shares.ts';
import type { Rule, RuleContext } from './rule.ts';
import { allRules, allSplits, rulesWritten, type SplitFile } from './written-rules.ts';

export const quotaValueRules: readonly Rule[] = [
  { needs: ['groups'], check: eachSizes },
  { needs: ['groups', 'figures'], check: formulaPopulation },
  { needs: ['groups'], check: formulaRanges },
  { needs: ['groups'], check: formulaIdle },
  { needs: ['groups'], check: splitNeeds },
  { needs: ['groups'], check: bounds },
  { needs: ['groups'], check: idleModifiers },
  { needs: ['groups'], check: responseRates },
  ...quotaShareRules,
];

/** A figure and sizes for its values belong together, and one size must be written at all. */
function eachSizes({ file, at }: RuleContext): readonly Finding[] {
  return allRules(file.groups).flatMap(({ group, rule: { each }, path }) => {
    if (each === undefined || typeof each === 'number') return [];
    const own = [...path, 'each'];
    const tell = (problem: 'no-sizes' | 'no-figure' | 'nothing', key: string | null) =>
      finding('plan/each-sizes', at(key === null ? own : [...own, key], 'key'), {
        group: group.id,
        problem,
      });
    if (each.by !== undefined && each.sizes === undefined) return [tell('no-sizes', 'by')];
    if (each.by === undefined && each.sizes !== undefined) return [tell('no-figure', 'sizes')];
    if (Object.values(each).every((value) => value === undefined)) return [tell('nothing', null)];
    return Object.keys(each.sizes ?? {})
      .filter((value) => !/^(0|[1-9]\d*)$/.test(value))
      .map((text) => {
        const digits = text.replace(/\D/g, '').replace(/^0+(?=\d)/, '');
        const near = digits === '' ? [] : nearest(digits, [digits]);
        return finding('plan/not-a-count', at([...own, 'sizes', text], 'key'), { text, near });
      });
  });
}

/** The N of a formula: there, and said what it counts. */
function formulaPopulation({ file, plan, at }: RuleContext): readonly Finding[] {
  return allRules(file.groups).flatMap(({ group, rule: { formula }, path }) => {
    if (formula === undefined) return [];
    const own = [...path, 'formula'];
    const { method, of } = formula;
    if (of === undefined) {
      if (method === 'cochran') return [];
      const args = { group: group.id, method };
      return [finding('plan/formula-without-population', at([...own, 'method']), args)];
    }
    if ((plan.figures[of]?.counts ?? null) !== null) return [];
    return [finding('plan/population-kind', at([...own, 'of']), { group: group.id, figure: of })];
  });
}

/** Percentages at which a formula has no answer. */
function formulaRanges({ file, at }: RuleContext): readonly Finding[] {
  return allRules(file.groups).flatMap(({ group, rule: { formula }, path }) => {
    const keys = ['error', 'confidence', 'proportion'] as const;
    return keys.flatMap((key) => {
      const value = formula?.[key];
      const most = key === 'error' ? null : hundred;
      if (value === undefined || (!isZero(value) && (most === null || !value.equals(most)))) {
        return [];
      }
      const args = { group: group.id, key, text: `${exactText(value)}%` };
      return [finding('plan/impossible-percent', at([...path, 'formula', key]), args)];
    });
  });
}

/** Slovin's formula knows N and e only. */
function formulaIdle({ file, at }: RuleContext): readonly Finding[] {
  return allRules(file.groups).flatMap(({ group, rule: { formula }, path }) => {
    if (formula === undefined || formula.method === 'cochran') return [];
    const keys = ['confidence', 'proportion', 'design_effect', 'design_effect_on'] as const;
    return keys
      .filter((key) => formula[key] !== undefined)
      .map((key) => nothing(group.id, key, formula.method, [...path, 'formula', key], at));
  });
}

/** No sheet comes back: nothing could be issued for any reply. */
function responseRates({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap(({ id, quota: { response_rate: rate } }, position) => {
    if (rate === undefined || !isZero(rate)) return [];
    const path: TreePath = ['groups', position, 'quota', 'response_rate'];
    const args = { group: id, key: 'response_rate', text: '0%' };
    return [finding('plan/impossible-percent', at(path), args)];
  });
}

type SplitKey = 'of' | 'spread' | 'cost' | 'parameter';

/** What each method works with: what it needs, and what it can take besides. */
const splitKeys: Readonly<
  Record<
    SplitFile['by'],
    { readonly needs: readonly SplitKey[]; readonly takes: readonly SplitKey[] }
  >
> = {
  equal: { needs: [], takes: [] },
  proportional: { needs: ['of'], takes: [] },
  'square-root': { needs: ['of'], takes: [] },
  power: { needs: ['of', 'parameter'], takes: ['spread'] },
  kish: { needs: ['of'], takes: ['parameter'] },
  neyman: { needs: ['of', 'spread'], takes: ['cost'] },
};

function splitNeeds({ file, at }: RuleContext): readonly Finding[] {
  return allSplits(file.groups).flatMap(({ group, split, path }) => {
    const { needs, takes } = splitKeys[split.by];
    const missing = needs
      .filter((key) => split[key] === undefined)
      .map((key) =>
        finding('plan/method-needs', at([...path, 'by']), {
          group: group.id,
          method: split.by,
          key,
        }),
      );
    const idle = (['of', 'spread', 'cost', 'parameter'] as const)
      .filter((key) => split[key] !== undefined && !needs.includes(key) && !takes.includes(key))
      .map((key) => nothing(group.id, key, split.by, [...path, key], at));
    const { parameter } = split;
    const tooLarge = split.by === 'power' && parameter !== undefined && parameter.compare(1) > 0;
    if (!tooLarge) return [...missing, ...idle];
    const args = { text: exactText(parameter), least: '0', most: '1' };
    return [...missing, ...idle, finding('plan/out-of-range', at([...path, 'parameter']), args)];
  });
}

function nothing(
  group: string,
  key: string,
  beside: string,
  path: TreePath,
  at: RuleContext['at'],
): Finding {
  return finding('plan/says-nothing', at(path, 'key'), { group, key, beside });
}

interface Bounds {
  readonly group: string;
  readonly path: TreePath;
  readonly low: readonly [key: string, value: number | undefined];
  readonly high: readonly [key: string, value: number | undefined];
}

/** A floor above its own ceiling. */
function bounds({ file, at }: RuleContext): readonly Finding[] {
  return boundsWritten(file).flatMap(({ group, path, low, high }) => {
    if (low[1] === undefined || high[1] === undefined || low[1] <= high[1]) return [];
    const args = { group, low: low[0], least: low[1], high: high[0], most: high[1] };
    return [finding('plan/min-above-max', at([...path, low[0]]), args)];
  });
}

function boundsWritten(file: RuleContext['file']): readonly Bounds[] {
  const modifiers = file.groups.map(({ id, quota }, position): Bounds => {
    const path = ['groups', position, 'quota'];
    return { group: id, path, low: ['min', quota.min], high: ['max', quota.max] };
  });
  const splits = allSplits(file.groups).flatMap(({ group, split, path }): readonly Bounds[] => [
    { group: group.id, path, low: ['min', split.min], high: ['max', split.max] },
    { group: group.id, path, low: ['each', split.each], high: ['max', split.max] },
  ]);
  const shares = allRules(file.groups).flatMap(({ group, rule: { share }, path }) => {
    if (share === undefined) return [];
    const own = [...path, 'share'];
    const bands = (share.bands ?? []).map((band, index) => {
      return { band, at: [...own, 'bands', index] };
    });
    return [{ band: share, at: own }, ...bands].map(
      ({ band, at: place }): Bounds => ({
        group: group.id,
        path: place,
        low: ['at_least', band.at_least],
        high: ['at_most', band.at_most],
      }),
    );
  });
  return [...modifiers, ...splits, ...shares];
}

type ModifierKey = 'round' | 'min' | 'max' | 'population' | 'response_rate' | 'reserve';
const every: readonly ModifierKey[] = [
  'round',
  'min',
  'max',
  'population',
  'response_rate',
  'reserve',
];

/** Modifiers that change nothing beside a group's rule; beside `split` bounds would break its total. */
function idleModifiers({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap(({ id, quota }, position) => {
    const [rule] = rulesWritten(quota);
    if (rule === undefined) return [];
    const path: TreePath = ['groups', position, 'quota'];
    const there = every.filter((key) => quota[key] !== undefined);
    const breaking = rule === 'split' ? (['min', 'max', 'population'] as const) : [];
    const plain = rule === 'from' || rule === 'band';
    const idle = there.filter((key) => {
      if (plain) return true;
      if (key === 'round') return !roundsAnything(quota);
      return key === 'reserve' && rule === 'census' && quota.except === undefined;
    });
    return [
      ...idle.map((key) => nothing(id, key, rule, [...path, key], at)),
      ...breaking
        .filter((key) => quota[key] !== undefined)
        .map((key) =>
          finding('plan/split-bound-outside', at([...path, key], 'key'), { group: id, key }),
        ),
    ];
  });
}

/** Whether the group's rule or an exception gives anything that is not whole. */
function roundsAnything(quota: RuleContext['file']['groups'][number]['quota']): boolean {
  return [quota, ...Object.values(quota.except ?? {})].some(
    ({ share, formula, stages }) =>
      share !== undefined ||
      formula !== undefined ||
      (typeof stages?.take === 'object' && 'share' in stages.take),
  );
}
