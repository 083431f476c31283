/** The quota rules by name: how many sheets each row of a group gets, and the reason in words. */
import type { Plan, QuotaRule, QuotaRuleName } from '../plan/plan.ts';
import type { AllocationProblem } from '../stats/allocate.ts';
import { band } from './rules/band.ts';
import { census } from './rules/census.ts';
import { counts, each, from, per, total } from './rules/fixed.ts';
import { formula } from './rules/formula.ts';
import type { RowScope, RuleOf, RuleResult } from './rules/result.ts';
import { share } from './rules/share.ts';
import { splitRows } from './rules/split.ts';
import { stages } from './rules/stages.ts';

/** What a rule makes of its rows, in their order; `problem`: a total that cannot be shared out among them. */
export interface RuledRows {
  readonly rows: readonly RuleResult[];
  readonly problem: AllocationProblem | null;
}

type Rules = {
  readonly [N in QuotaRuleName]: (rule: RuleOf<N>, rows: readonly RowScope[]) => RuledRows;
};

export const quotaRules: Rules = {
  total: (rule, rows) => alike(total(rule), rows),
  counts: rowByRow(counts),
  each: rowByRow(each),
  census: rowByRow(census),
  per: rowByRow(per),
  share: rowByRow(share),
  formula: rowByRow(formula),
  split: splitRows,
  stages: rowByRow(stages),
  band: rowByRow(band),
  from: (rule, rows) => alike(from(rule), rows),
};

/** The sizes of some rows by one rule. */
export function ruledRows(rule: QuotaRule, rows: readonly RowScope[]): RuledRows {
  // The record is total over the union, but TypeScript cannot pair a union member with its own entry.
  const method = quotaRules[rule.rule] as (rule: QuotaRule, rows: readonly RowScope[]) => RuledRows;
  return method(rule, rows);
}

/** What is the same for all rows is worked out once: rows come by the ten thousand. */
function rowByRow<R>(prepare: (rule: R, plan: Plan) => (row: RowScope) => RuleResult) {
  return (rule: R, rows: readonly RowScope[]): RuledRows => {
    const [first] = rows;
    return { rows: first === undefined ? [] : rows.map(prepare(rule, first.plan)), problem: null };
  };
}

function alike(result: RuleResult, rows: readonly RowScope[]): RuledRows {
  return { rows: rows.map(() => result), problem: null };
}
