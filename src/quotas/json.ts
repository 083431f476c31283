/** The quotas and what follows from them as plain values, for `--json` and `out/quota.json`. */
import { type Exact, roundExact } from '../stats/exact.ts';
import type { Estimate } from './costs.ts';
import { fractionText } from './inclusion.ts';
import { assumed, type ExpectedMargin, type Margins } from './margins.ts';
import { marginText } from './margins-page.ts';
import type { GroupQuota, Quotas } from './quota.ts';
import { exactDecimals } from './reasons.ts';

/**
 * Counts are numbers. Decimals are the texts that the tables print (`"384.1459"` before rounding, margins in percentage
 * points), chances of selection are fractions (`"1/12"`), missing is null. `costs` is null where the plan has no rates.
 */
export function quotasJson(quotas: Quotas, margins: Margins, estimate: Estimate | null) {
  return {
    total: quotas.total,
    groups: quotas.groups.map(groupJson),
    margins: marginsJson(margins),
    costs: estimate === null ? null : estimateJson(estimate),
  };
}

function groupJson({ rows, places, ...group }: GroupQuota) {
  return {
    ...group,
    rows: rows.map((row) => ({
      ...row,
      exact: roundedText(row.exact),
      designEffect: roundedText(row.designEffect),
      inclusion: fractionText(row.inclusion),
    })),
    places: places.map((place) => ({ ...place, inclusion: fractionText(place.inclusion) })),
  };
}

function roundedText(value: Exact | null): string | null {
  return value === null ? null : roundExact(value, exactDecimals, 'half-up');
}

function marginsJson({ rows, groups, units }: Margins) {
  return {
    confidence: String(assumed.confidence * 100),
    proportion: String(assumed.proportion * 100),
    rows: rows.map(({ row, ...margin }) => {
      return { group: row.group, target: row.target, ...marginJson(margin) };
    }),
    groups: groups.map(({ group, ...margin }) => ({ group: group.id, ...marginJson(margin) })),
    units: units.map(({ unit, parts: _parts, ...margin }) => ({ unit, ...marginJson(margin) })),
  };
}

function marginJson({ margin, ...rest }: ExpectedMargin) {
  return { ...rest, margin: marginText(margin) };
}

function estimateJson({ currency, lines, total }: Estimate) {
  return {
    currency,
    lines: lines.map(({ item, groups, quantity, amount }) => {
      const { name, per, rate } = item;
      return { name, per, groups: groups?.map(({ id }) => id) ?? null, quantity, rate, amount };
    }),
    total,
  };
}
