/** Whether the lines of the estimate can be computed. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { TreePath } from '../tree.ts';
import { groupIds } from '../written-groups.ts';
import { listFindings, type Rule, type RuleContext } from './rule.ts';

export const costRules: readonly Rule[] = [
  { needs: ['costs'], check: formsPerDay },
  { needs: ['costs'], check: keysThatSayNothing },
  { needs: ['costs', 'groups'], check: costGroups },
];

type CostFile = NonNullable<RuleContext['file']['costs']>['items'][number];

function eachItem(
  { file }: RuleContext,
  check: (item: CostFile, path: TreePath) => readonly Finding[],
): readonly Finding[] {
  return (file.costs?.items ?? []).flatMap((item, position) =>
    check(item, ['costs', 'items', position]),
  );
}

/** An enumerator's day is counted in forms. */
function formsPerDay(context: RuleContext): readonly Finding[] {
  return eachItem(context, ({ name, per, forms_per_day: forms }, path) => {
    if (per !== 'day' || (forms !== undefined && forms > 0)) return [];
    const at = context.at([...path, forms === undefined ? 'per' : 'forms_per_day']);
    return [finding('costs/forms-per-day-missing', at, { item: name })];
  });
}

/** `forms_per_day` speaks of days only, `times` of what is charged for the survey as a whole. */
function keysThatSayNothing(context: RuleContext): readonly Finding[] {
  return eachItem(context, ({ name, per, ...written }, path) => {
    const strays = [
      ...(per !== 'day' && written.forms_per_day !== undefined
        ? [{ key: 'forms_per_day', wants: 'day' }]
        : []),
      ...(per !== 'survey' && written.times !== undefined
        ? [{ key: 'times', wants: 'survey' }]
        : []),
    ];
    return strays.map(({ key, wants }) =>
      finding('costs/key-does-not-fit', context.at([...path, key], 'key'), {
        item: name,
        key,
        per,
        wants,
      }),
    );
  });
}

/** Groups that an item names: unknown ones, ones named twice, and ones that get no sheets. */
function costGroups(context: RuleContext): readonly Finding[] {
  const { file, plan, at } = context;
  const known = groupIds(file, plan.groups);
  const borrowed = new Set(
    plan.groups.flatMap(({ id, people, quota }) => (quota.rule === 'from' ? [id, people] : [])),
  );
  return eachItem(context, ({ name, groups = [] }, path) => {
    const list = [...path, 'groups'];
    return [
      ...listFindings('group', groups, list, known, at),
      ...groups.flatMap((group, position) =>
        borrowed.has(group)
          ? [finding('costs/group-without-sheets', at([...list, position]), { item: name, group })]
          : [],
      ),
    ];
  });
}
