/** Percentages that a formula can work with and that almost surely are a slip: 0.05% for 0.05, 50% for 5%. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { type Exact, exactText, hundred, isZero, parseExact } from '../../stats/exact.ts';
import type { TreePath } from '../tree.ts';
import type { Rule, RuleContext } from './rule.ts';
import { allRules } from './written-rules.ts';

export const unlikelyRules: readonly Rule[] = [{ needs: ['groups'], check: unlikelyPercents }];

/** Outside these bounds no survey that we know of lies. */
interface Usual {
  readonly least: string;
  readonly most: string;
}

const usual = {
  error: { least: '0.5', most: '20' },
  confidence: { least: '80', most: '100' },
  response_rate: { least: '20', most: '100' },
  rate: { least: '0.5', most: '100' },
} satisfies Readonly<Record<string, Usual>>;

interface PlacedPercent {
  readonly group: string;
  readonly key: keyof typeof usual;
  readonly value: Exact | undefined;
  readonly path: TreePath;
}

function unlikelyPercents({ file, at }: RuleContext): readonly Finding[] {
  return [...modifierPercents(file), ...rulePercents(file)].flatMap(
    ({ group, key, value, path }): readonly Finding[] => {
      // Nothing at all is another mistake.
      if (value === undefined || isZero(value)) return [];
      const { least, most } = usual[key];
      const side = value.compare(bound(least)) < 0 ? 'below' : 'above';
      if (side === 'above' && value.compare(bound(most)) <= 0) return [];
      const times = value.mul(hundred);
      const fits = times.compare(bound(least)) >= 0 && times.compare(bound(most)) <= 0;
      const args = {
        group,
        key,
        text: exactText(value),
        side,
        bound: side === 'below' ? least : most,
        near: side === 'below' && fits ? [`${exactText(times)}%`] : [],
      } as const;
      return [finding('plan/unlikely-percent', at(path), args)];
    },
  );
}

function bound(text: string): Exact {
  return parseExact(text) ?? hundred;
}

function modifierPercents(file: RuleContext['file']): readonly PlacedPercent[] {
  return file.groups.map(({ id, quota }, position) => {
    const path = ['groups', position, 'quota', 'response_rate'];
    return { group: id, key: 'response_rate', value: quota.response_rate, path };
  });
}

function rulePercents(file: RuleContext['file']): readonly PlacedPercent[] {
  return allRules(file.groups).flatMap(({ group: { id: group }, rule, path }) => {
    const { formula, share } = rule;
    const bands = (share?.bands ?? []).map(({ rate }, index): PlacedPercent => {
      return { group, key: 'rate', value: rate, path: [...path, 'share', 'bands', index, 'rate'] };
    });
    return [
      { group, key: 'error', value: formula?.error, path: [...path, 'formula', 'error'] },
      {
        group,
        key: 'confidence',
        value: formula?.confidence,
        path: [...path, 'formula', 'confidence'],
      },
      { group, key: 'rate', value: share?.rate, path: [...path, 'share', 'rate'] },
      ...bands,
    ] as const;
  });
}
