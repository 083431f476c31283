/** Whether the figures that rules count with are counts: there are no 2.35 sheets, and no population of 2.35. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { GroupFile } from '../normalise-groups.ts';
import type { TreePath } from '../tree.ts';
import type { Rule, RuleContext } from './rule.ts';
import { allRules, allSplits } from './written-rules.ts';

export const figureKindRules: readonly Rule[] = [
  { needs: ['groups', 'figures'], check: amountsThatCount },
];

/** A figure where a rule needs a count; what is shared out, or shares are taken of, may be an amount. */
interface CountUse {
  readonly group: GroupFile;
  readonly figure: string;
  /** Ends at the key that names the figure. */
  readonly path: TreePath;
}

function amountsThatCount({ file, plan, at }: RuleContext): readonly Finding[] {
  return countUses(file.groups).flatMap(({ group, figure, path }) => {
    if (plan.figures[figure]?.counts !== 'amount') return [];
    const key = String(path.at(-1));
    return [finding('plan/figure-not-a-count', at(path), { group: group.id, key, figure })];
  });
}

function countUses(groups: readonly GroupFile[]): readonly CountUse[] {
  const inRules = allRules(groups).flatMap(({ group, rule, path }) => {
    const { census, per, formula, band } = rule;
    return [
      use(group, typeof census === 'string' ? census : undefined, [...path, 'census']),
      use(group, per?.of, [...path, 'per', 'of']),
      use(group, formula?.of, [...path, 'formula', 'of']),
      use(group, band?.observed, [...path, 'band', 'observed']),
    ];
  });
  const caps = allSplits(groups).map(({ group, split, path }) =>
    use(group, split.cap, [...path, 'cap']),
  );
  const ceilings = groups.map((group, position) =>
    use(group, group.quota.population, ['groups', position, 'quota', 'population']),
  );
  return [...inRules, ...caps, ...ceilings].flat();
}

function use(group: GroupFile, figure: string | undefined, path: TreePath): readonly CountUse[] {
  return figure === undefined ? [] : [{ group, figure, path }];
}
