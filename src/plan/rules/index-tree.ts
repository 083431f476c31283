/** The scoring tree: one source for each leaf, maxima that sum. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { exactText, isZero, sumExact } from '../../stats/exact.ts';
import { maximumOf } from '../normalise-criterion.ts';
import type { CriterionFile } from '../schema/index-tree.ts';
import type { TreePath } from '../tree.ts';
import type { Rule, RuleContext } from './rule.ts';

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
  { needs: ['index'], check: wholeMaximum },
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

const written = ['criteria', 'appraised', 'survey', 'figure', 'formula', 'all', 'any'] as const;

function oneSource({ criterion, path }: WrittenCriterion, { at }: RuleContext): readonly Finding[] {
  const { code } = criterion;
  // `appraised: no` says nothing.
  const sources = written.filter((key) => criterion[key] !== undefined && criterion[key] !== false);
  if (sources.length === 1) return [];
  return [finding('plan/leaf-source', at([...path, 'code']), { criterion: code, sources })];
}

/** A leaf has a maximum; a parent that sums has the sum of its parts'; one that takes a mean any, unless it follows from its parts. */
function maxima({ criterion, path }: WrittenCriterion, { at }: RuleContext): readonly Finding[] {
  const { code, max, criteria, combine, normalise } = criterion;
  const own = maximumOf(criterion);
  // A top that is no maximum is said where the range stands.
  const isRange = max === undefined && normalise?.to !== undefined && normalise.to.high.lte(0);
  if (criteria === undefined || normalise !== undefined || (max !== undefined && isZero(max))) {
    if (!isZero(own) || isRange) return [];
    const where = at([...path, max === undefined ? 'code' : 'max']);
    return [finding('plan/maximum-missing', where, { criterion: code })];
  }
  const parts = criteria.map((child) => `${child.code}: ${exactText(maximumOf(child))}`);
  if (combine !== undefined && combine !== 'sum') {
    const differ = isZero(own) && criteria.some((child) => !isZero(maximumOf(child)));
    if (!differ) return [];
    return [finding('plan/mean-of-maxima', at([...path, 'combine']), { criterion: code, parts })];
  }
  const sum = sumExact(criteria.map(maximumOf));
  if (max === undefined || max.equals(sum)) return [];
  const args = { criterion: code, max: exactText(max), sum: exactText(sum), parts };
  return [finding('plan/maxima-do-not-sum', at([...path, 'max']), args)];
}

/** The maximum of an index that sums is the sum of its fields. */
function wholeMaximum({ file, at }: RuleContext): readonly Finding[] {
  const { index } = file;
  if (index?.max === undefined) return [];
  if (isZero(index.max)) {
    return [finding('plan/maximum-missing', at(['index', 'max']), { criterion: 'index' })];
  }
  if (index.combine !== undefined && index.combine !== 'sum') return [];
  const sum = sumExact(index.criteria.map(maximumOf));
  if (index.max.equals(sum)) return [];
  const parts = index.criteria.map((child) => `${child.code}: ${exactText(maximumOf(child))}`);
  const args = { criterion: 'index', max: exactText(index.max), sum: exactText(sum), parts };
  return [finding('plan/maxima-do-not-sum', at(['index', 'max']), args)];
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
