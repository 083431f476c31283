/** Every quota rule as it is written, with its place: those of the groups and those of their exceptions. */
import type { GroupFile } from '../normalise-groups.ts';
import type { RuleFile } from '../normalise-quota.ts';
import type { QuotaRuleName } from '../plan.ts';
import type { TreePath } from '../tree.ts';

/** In the order in which error texts list them. */
export const ruleNames: readonly QuotaRuleName[] = [
  'total',
  'counts',
  'each',
  'census',
  'per',
  'share',
  'formula',
  'split',
  'stages',
  'band',
  'from',
];

export function rulesWritten(rule: RuleFile): readonly QuotaRuleName[] {
  return ruleNames.filter((name) => rule[name] !== undefined);
}

export interface PlacedRule {
  readonly group: GroupFile;
  readonly rule: RuleFile;
  readonly path: TreePath;
}

/** The rule of each group, and those of its exceptions. */
export function allRules(groups: readonly GroupFile[]): readonly PlacedRule[] {
  return groups.flatMap((group, position) => {
    const path = ['groups', position, 'quota'];
    const exceptions = Object.entries(group.quota.except ?? {}).map(([unit, rule]) => {
      return { group, rule, path: [...path, 'except', unit] };
    });
    return [{ group, rule: group.quota, path }, ...exceptions];
  });
}

export type SplitFile = NonNullable<RuleFile['split']>;

export interface PlacedSplit {
  readonly group: GroupFile;
  readonly split: SplitFile;
  readonly path: TreePath;
}

/** Every total that is shared out: as a group's rule, and in its pools. */
export function allSplits(groups: readonly GroupFile[]): readonly PlacedSplit[] {
  return groups.flatMap((group, position) => {
    const path: TreePath = ['groups', position, 'quota'];
    const { split, pools = [] } = group.quota;
    const own = split === undefined ? [] : [{ group, split, path: [...path, 'split'] }];
    const pooled = pools.map((pool, index) => {
      return { group, split: pool, path: [...path, 'pools', index] };
    });
    return [...own, ...pooled];
  });
}
