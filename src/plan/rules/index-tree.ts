/** The scoring tree: one source for each leaf, maxima that sum, classes in order. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { exactText, isZero, sumExact } from '../../stats/exact.ts';
import { maximumOf } from '../normalise-index.ts';
import type { ClassBand } from '../plan.ts';
import type { CriterionFile } from '../schema/index-tree.ts';
import type { TreePath } from '../tree.ts';
import { duplicateIds, type Rule, type RuleContext } from './rule.ts';

export const indexRules: readonly Rule[] = [
  {
    needs: ['index'],
    check: (context) => writtenCriteria(context).flatMap((one) => oneSource(one, context)),
  },
  {
    needs: ['index'],
    check: (context) => writtenCriteria(context).flatMap((one) => maxima(one, context)),
  },
  {
    needs: ['index'],
    check: (context) => writtenCriteria(context).flatMap((one) => steps(one, context)),
  },
  { needs: ['index'], check: classOrder },
];

export interface WrittenCriterion {
  readonly criterion: CriterionFile;
  readonly path: TreePath;
}

/** Every criterion with its place, parents before children. */
export function writtenCriteria({ file }: RuleContext): readonly WrittenCriterion[] {
  const walk = (criteria: readonly CriterionFile[], path: TreePath): readonly WrittenCriterion[] =>
    criteria.flatMap((criterion, position) => {
      const own = [...path, position];
      return [{ criterion, path: own }, ...walk(criterion.criteria ?? [], [...own, 'criteria'])];
    });
  return walk(file.index?.criteria ?? [], ['index', 'criteria']);
}

function oneSource({ criterion, path }: WrittenCriterion, { at }: RuleContext): readonly Finding[] {
  const { code, criteria, appraised, survey } = criterion;
  const sources = [
    ...(criteria === undefined ? [] : ['criteria']),
    ...(appraised === true ? ['appraised'] : []),
    ...(survey === undefined ? [] : ['survey']),
  ];
  if (sources.length === 1) return [];
  return [finding('plan/leaf-source', at([...path, 'code']), { criterion: code, sources })];
}

function maxima({ criterion, path }: WrittenCriterion, { at }: RuleContext): readonly Finding[] {
  const { code, max, criteria } = criterion;
  if (criteria === undefined) {
    if (max !== undefined && !isZero(max)) return [];
    const where = at([...path, max === undefined ? 'code' : 'max']);
    return [finding('plan/maximum-missing', where, { criterion: code })];
  }
  const sum = sumExact(criteria.map(maximumOf));
  if (max === undefined || max.equals(sum)) return [];
  const parts = criteria.map((child) => `${child.code}: ${exactText(maximumOf(child))}`);
  const args = { criterion: code, max: exactText(max), sum: exactText(sum), parts };
  return [finding('plan/maxima-do-not-sum', at([...path, 'max']), args)];
}

/** Only appraised points come in steps, and the maximum must be one of them. */
function steps(
  { criterion, path }: WrittenCriterion,
  { file, at }: RuleContext,
): readonly Finding[] {
  const { code, max, step: own, appraised } = criterion;
  if (appraised !== true) {
    if (own === undefined) return [];
    return [finding('plan/step-not-appraised', at([...path, 'step']), { criterion: code })];
  }
  const step = own ?? file.index?.step;
  if (step === undefined || max === undefined || /^\d+$/.test(exactText(max.div(step)))) return [];
  const args = { criterion: code, max: exactText(max), step: exactText(step) };
  const where = at([...path, own === undefined ? 'max' : 'step']);
  return [finding('plan/maximum-off-step', where, args)];
}

function classOrder({ file, at }: RuleContext): readonly Finding[] {
  const classes = file.index?.classes;
  if (classes === undefined) return [];
  const path: TreePath = ['index', 'classes'];
  if (!('default' in classes)) return classFindings(classes, path, at);
  return [
    ...classFindings(classes.default, [...path, 'default'], at),
    ...Object.entries(classes.by_block).flatMap(([block, bands]) =>
      classFindings(bands, [...path, 'by_block', block], at),
    ),
  ];
}

function classFindings(
  bands: readonly ClassBand[],
  path: TreePath,
  at: RuleContext['at'],
): readonly Finding[] {
  const placed = bands.map(({ name }, position) => ({
    id: name,
    at: at([...path, position, 'name']),
  }));
  const order = bands.flatMap(({ name, from }, position) => {
    const above = bands[position - 1];
    if (above === undefined || from.compare(above.from) < 0) return [];
    const aboveFrom = exactText(above.from);
    const args = { name, from: exactText(from), above: above.name, aboveFrom };
    return [finding('plan/classes-out-of-order', at([...path, position, 'from']), args)];
  });
  const last = bands.at(-1);
  if (last === undefined || order.length > 0 || isZero(last.from)) {
    return [...duplicateIds('class', placed), ...order];
  }
  const where = at([...path, bands.length - 1, 'from']);
  const hole = finding('plan/class-hole', where, { lowest: last.name, from: exactText(last.from) });
  return [...duplicateIds('class', placed), hole];
}
