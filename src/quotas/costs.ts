/** The cost estimate (dự toán): what the quotas come to at the plan's rates. Every amount is a whole number of the currency. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { CostItem, Group, Plan } from '../plan/plan.ts';
import { spareSheets } from '../plan/spare.ts';
import { targetId } from '../plan/target.ts';
import type { PlanWhere } from '../plan/where.ts';
import { sumKnown } from '../stats/known.ts';
import type { QuotaRow, Quotas } from './quota.ts';
import { slips } from './totals.ts';

export interface EstimateLine {
  readonly item: CostItem;
  /** The groups whose sheets it is paid for, in the order of the plan; null: the survey as a whole. */
  readonly groups: readonly Group[] | null;
  /** Forms, replies, days, packets or times; null while a quota that it depends on is not known. */
  readonly quantity: number | null;
  /** Rate × quantity. */
  readonly amount: number | null;
}

export interface Estimate {
  readonly currency: string;
  readonly lines: readonly EstimateLine[];
  /** Sum of the lines; null when any is not known. */
  readonly total: number | null;
}

/** Above this a sum is a slip; below it every amount is exact as a number. */
const mostMoney = 999_999_999_999_999;

/** Null when the plan has no rates. */
export function estimate(plan: Plan, quotas: Quotas): Estimate | null {
  if (plan.costs === null) return null;
  const { currency, items } = plan.costs;
  const lines = items.map((item): EstimateLine => {
    const paid = plan.groups.filter(({ id }) => item.groups.includes(id));
    const quantity = quantityOf(item, paid, quotas);
    const groups = item.per === 'survey' || paid.length === plan.groups.length ? null : paid;
    return { item, groups, quantity, amount: quantity === null ? null : quantity * item.rate };
  });
  return { currency, lines, total: sumKnown(lines.map(({ amount }) => amount)) };
}

interface KnownRow {
  readonly row: QuotaRow;
  readonly group: Group;
  readonly issued: number;
  /** Replies wanted. */
  readonly wanted: number;
}

function quantityOf(item: CostItem, groups: readonly Group[], quotas: Quotas): number | null {
  if (item.per === 'survey') return item.times;
  const rows = knownRows(groups, quotas);
  if (rows === null) return null;
  const sum = (count: (row: KnownRow) => number): number =>
    rows.reduce((total, row) => total + count(row), 0);
  switch (item.per) {
    case 'printed':
      return sum(({ issued, group }) => issued + spareSheets(group.spare, issued));
    case 'issued':
      return sum(({ issued }) => issued);
    case 'reply':
      return sum(({ wanted }) => wanted);
    case 'day':
      // A plan without forms per day is refused where it is read.
      return sum(({ issued }) => Math.ceil(issued / (item.formsPerDay ?? 1)));
    case 'packet':
      return new Set(rows.map(({ row }) => targetId(row))).size;
  }
}

/** The rows for which sheets are printed; null when any row is not known yet. */
function knownRows(groups: readonly Group[], quotas: Quotas): readonly KnownRow[] | null {
  const known: KnownRow[] = [];
  for (const group of groups) {
    const rows = quotas.groups.find((quota) => quota.group === group.id)?.rows ?? [];
    for (const row of rows) {
      if (row.size === null || row.wanted === null) return null;
      if (row.size > 0) known.push({ row, group, issued: row.size, wanted: row.wanted });
    }
  }
  return known;
}

/** Whether the estimate comes to what the document prints. */
export function estimateFindings(plan: Plan, quotas: Quotas, where: PlanWhere): readonly Finding[] {
  const made = estimate(plan, quotas);
  if (made === null) return [];
  const known = made.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  if (known > mostMoney) return [tooLarge(made, where)];
  const stated = plan.costs?.stated ?? null;
  if (stated === null || made.total === null || made.total === stated) return [];
  const args = {
    currency: made.currency,
    stated,
    computed: made.total,
    lines: made.lines.map(({ item, quantity, amount }) => {
      return { name: item.name, rate: item.rate, quantity: quantity ?? 0, amount: amount ?? 0 };
    }),
    suspects: suspectRates(made, made.total - stated),
  };
  return [finding('costs/total-does-not-foot', where.cost(null), args)];
}

function tooLarge({ lines }: Estimate, where: PlanWhere): Finding {
  const amounts = lines.map(({ amount }) => amount ?? 0);
  const largest = amounts.indexOf(Math.max(...amounts));
  const args = { item: lines[largest]?.item.name ?? '', most: mostMoney };
  return finding('costs/total-too-large', where.cost(largest), args);
}

/** Rates that, taken as a slip of the pen, explain the whole difference. */
function suspectRates({ lines }: Estimate, difference: number): readonly string[] {
  return lines.flatMap(({ item, quantity }) =>
    quantity === null || quantity === 0 || difference % quantity !== 0
      ? []
      : slips([{ name: item.name, size: item.rate }], difference / quantity).map(
          ({ name, size, meant }) => `${name} ${size} (${meant}?)`,
        ),
  );
}
