/** Classes: in order, without holes, by percent or by share of the units. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import { exactText, hundred, isZero, sumExact, zero } from '../../stats/exact.ts';
import type { ClassFile } from '../normalise-index.ts';
import type { TreePath } from '../tree.ts';
import { duplicateIds, type Rule, type RuleContext } from './rule.ts';

export const classRules: readonly Rule[] = [
  {
    needs: ['index'],
    check: (context) => classLists(context).flatMap((one) => check(one, context)),
  },
];

/** Classes as written, of all blocks or of one. */
interface ClassList {
  readonly bands: readonly ClassFile[];
  readonly path: TreePath;
  readonly isOfBlock: boolean;
}

function classLists({ file }: RuleContext): readonly ClassList[] {
  const classes = file.index?.classes;
  if (classes === undefined) return [];
  const path: TreePath = ['index', 'classes'];
  if (!('default' in classes)) return [{ bands: classes, path, isOfBlock: false }];
  return [
    { bands: classes.default, path: [...path, 'default'], isOfBlock: false },
    ...Object.entries(classes.by_block).map(([block, bands]) => {
      return { bands, path: [...path, 'by_block', block], isOfBlock: true };
    }),
  ];
}

/** What a list mixes up is said first: its order and its sum mean nothing then. */
function check(list: ClassList, context: RuleContext): readonly Finding[] {
  const { bands, path } = list;
  const { at } = context;
  const placed = bands.map(({ name }, position) => {
    return { id: name, at: at([...path, position, 'name']) };
  });
  const mixed = mixedLimits(list, context);
  const byShare = bands.some(({ share }) => share !== undefined);
  const limits =
    mixed.length > 0 ? mixed : byShare ? shareFindings(list, context) : fromFindings(list, context);
  return [...duplicateIds('class', placed), ...limits, ...lastCondition(list, context)];
}

/** Each class has one limit, the same kind as that of the first class that has only one. */
function mixedLimits({ bands, path }: ClassList, { at }: RuleContext): readonly Finding[] {
  const sure = bands.find(({ from, share }) => (from === undefined) !== (share === undefined));
  const kind = sure?.share === undefined ? ('from' as const) : ('share' as const);
  return bands.flatMap((band, position) => {
    const both = band.from !== undefined && band.share !== undefined;
    if (!both && band[kind] !== undefined) return [];
    const args = { name: band.name, wanted: kind, both };
    return [finding('plan/class-limit', at([...path, position, 'name']), args)];
  });
}

function fromFindings({ bands, path }: ClassList, { at }: RuleContext): readonly Finding[] {
  const order = bands.flatMap(({ name, from = zero }, position) => {
    const above = bands[position - 1];
    if (above?.from === undefined || from.compare(above.from) < 0) return [];
    const aboveFrom = exactText(above.from);
    const args = { name, from: exactText(from), above: above.name, aboveFrom };
    return [finding('plan/classes-out-of-order', at([...path, position, 'from']), args)];
  });
  if (order.length > 0) return order;
  return [...sharesOfOne(bands, at([...path, 0, 'from'])), ...hole({ bands, path }, at)];
}

/** `from: 0.85` is 0.85 %: every threshold at 1 or below is almost surely a share of one. */
function sharesOfOne([highest]: ClassList['bands'], where: Where): readonly Finding[] {
  if (highest?.from === undefined || isZero(highest.from) || highest.from.compare(1) > 0) return [];
  const near = [exactText(highest.from.mul(hundred))];
  const args = { highest: highest.name, from: exactText(highest.from), near };
  return [finding('plan/class-shares-of-one', where, args)];
}

function hole(
  { bands, path }: Pick<ClassList, 'bands' | 'path'>,
  at: RuleContext['at'],
): readonly Finding[] {
  const last = bands.at(-1);
  if (last?.from === undefined || isZero(last.from)) return [];
  const where = at([...path, bands.length - 1, 'from']);
  return [finding('plan/class-hole', where, { lowest: last.name, from: exactText(last.from) })];
}

/** Shares are of the units ranked together, all of them; a list of one block has no such whole when ranks run over all. */
function shareFindings(
  { bands, path, isOfBlock }: ClassList,
  { plan, at }: RuleContext,
): readonly Finding[] {
  const sum = sumExact(bands.map(({ share }) => share ?? zero));
  const where = at([...path, Math.max(0, bands.length - 1), 'share']);
  const off = sum.equals(hundred)
    ? []
    : [finding('plan/class-shares', where, { sum: exactText(sum) })];
  if (!isOfBlock || plan.index?.rank.within !== 'all') return off;
  const block = String(path.at(-1));
  return [...off, finding('plan/class-shares-of-block', at(path, 'key'), { block })];
}

/** Who misses a condition gets the next class; under the last one there is none. */
function lastCondition({ bands, path }: ClassList, { at }: RuleContext): readonly Finding[] {
  const last = bands.at(-1);
  if (last?.only_if === undefined || last.only_if.length === 0) return [];
  const where = at([...path, bands.length - 1, 'only_if'], 'key');
  return [finding('plan/last-class-condition', where, { name: last.name })];
}
