/** From the words of a formula its size can be worked out again. */
import { expect, test } from 'vitest';
import { ruleText, speechIn } from '../src/commands/rule-words.ts';
import type { Formula, Plan, Unit } from '../src/plan/plan.ts';
import { formula } from '../src/quotas/rules/formula.ts';
import { exact } from '../src/stats/exact.ts';
import { emptyPlan } from './plan-literals.ts';

const plan: Plan = {
  ...emptyPlan,
  figures: { adults: { name: 'Số người lớn', counts: 'people', value: null } },
};

const unit: Unit = {
  id: 'x',
  name: 'X',
  block: 'b',
  type: null,
  ranked: true,
  attributes: { adults: 1000 },
  was: [],
};

const cochran = (over: Partial<Formula>): { readonly rule: 'formula' } & Formula => ({
  rule: 'formula',
  method: 'cochran',
  of: 'adults',
  error: exact(5),
  confidence: exact(95),
  proportion: exact(50),
  designEffect: exact(2),
  designEffectOn: 'before-correction',
  ...over,
});

const said = (over: Partial<Formula>, lang: 'vi' | 'en'): readonly [string, string] => {
  const rule = cochran(over);
  const scope = { plan, group: undefined as never, unit, place: null };
  return [formula(rule, plan)(scope).reason[lang], ruleText(rule, speechIn(plan, lang))];
};

test('which of the two sizes of a design effect is meant', () => {
  const after = { designEffectOn: 'after-correction' } as const;
  for (const text of said({}, 'vi'))
    expect(text).toContain('deff = 2 (nhân trước khi hiệu chỉnh tổng thể hữu hạn)');
  for (const text of said(after, 'vi'))
    expect(text).toContain('deff = 2 (nhân sau khi hiệu chỉnh tổng thể hữu hạn)');
  for (const text of said({}, 'en'))
    expect(text).toContain('deff = 2 (before the finite-population correction)');
  for (const text of said(after, 'en'))
    expect(text).toContain('deff = 2 (after the finite-population correction)');
});

test('nothing of it without a population to correct for, or without an effect', () => {
  for (const text of said({ of: null, designEffect: exact(3, 2) }, 'vi'))
    expect(text).toMatch(/deff = 1,5(?! \()/);
  for (const text of said({ designEffect: exact(1) }, 'en')) expect(text).not.toContain('deff');
});
