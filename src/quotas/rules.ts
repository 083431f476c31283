/**
 * The quota rules, one function each: how many sheets one target gets, and the reason in words.
 * A rule yields integers only; `null` means that the figure it needs is not there yet.
 */

import { finding } from '../findings/catalogue.ts';
import type { Finding, Lang, Where } from '../findings/finding.ts';
import type { Band, Group, Plan, QuotaRule, QuotaRuleName, Stage, Unit } from '../plan/plan.ts';
import { ceilExact, exact, exactText, floorExact } from '../stats/exact.ts';

export interface RuleResult {
  readonly size: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly population: number | null;
  readonly reason: Readonly<Record<Lang, string>>;
  readonly findings: readonly Finding[];
}

/** What a rule may look at: the plan, its group, and the unit of the row (null: the group as a whole, or a place). */
export interface RuleScope {
  readonly plan: Plan;
  readonly group: Group;
  readonly unit: Unit | null;
  readonly at: Where;
}

type RuleOf<N extends QuotaRuleName> = Extract<QuotaRule, { rule: N }>;
type Rules = {
  readonly [N in QuotaRuleName]: (rule: RuleOf<N>, scope: RuleScope) => RuleResult;
};

export const quotaRules: Rules = {
  total,
  counts,
  each,
  census,
  per,
  share: () => unknown('', ''),
  formula: () => unknown('', ''),
  split: () => unknown('', ''),
  stages,
  band,
  from: () => unknown('', ''),
};

/** The size of one row by its rule. */
export function sizeBy(rule: QuotaRule, scope: RuleScope): RuleResult {
  // The record is total over the union, but TypeScript cannot pair a union member with its own entry.
  const method = quotaRules[rule.rule] as (rule: QuotaRule, scope: RuleScope) => RuleResult;
  return method(rule, scope);
}

function known(size: number, vi: string, en: string): RuleResult {
  return { size, least: null, most: null, population: null, reason: { vi, en }, findings: [] };
}

function unknown(vi: string, en: string, findings: readonly Finding[] = []): RuleResult {
  return { size: null, least: null, most: null, population: null, reason: { vi, en }, findings };
}

function total(rule: RuleOf<'total'>): RuleResult {
  return known(rule.total, 'Ấn định trong phương án', 'Fixed in the plan');
}

function counts(rule: RuleOf<'counts'>, { unit }: RuleScope): RuleResult {
  const size = unit === null ? undefined : rule.counts[unit.id];
  // A unit missing from the table is reported where the plan is read.
  if (size === undefined) return unknown('Chưa có trong bảng phân bổ', 'Not in the table');
  return known(size, 'Theo bảng phân bổ của phương án', "By the plan's table");
}

function each(rule: RuleOf<'each'>, { group, unit, at }: RuleScope): RuleResult {
  const type = unit?.type ?? null;
  const own = type === null ? undefined : rule.byType[type];
  if (own !== undefined) {
    return known(
      own,
      `${own} phiếu mỗi đơn vị loại “${type}”`,
      `${own} for each unit of type “${type}”`,
    );
  }
  if (rule.size === null) {
    const args = { group: group.id, unit: unit?.name ?? group.name, type: type ?? '–' };
    return unknown('Chưa có số phiếu cho loại này', 'No size for this type', [
      finding('quota/type-without-size', at, args),
    ]);
  }
  return known(rule.size, `${rule.size} phiếu mỗi đơn vị`, `${rule.size} for each unit`);
}

function census(rule: RuleOf<'census'>, scope: RuleScope): RuleResult {
  const { from } = rule;
  if (from.kind === 'attribute') {
    const count = attributeOf(scope, from.attribute);
    if (count.value === null) return unknown(count.vi, count.en, count.findings);
    const { value } = count;
    return {
      ...known(
        value,
        `Toàn bộ: ${from.attribute} = ${value}`,
        `Everybody: ${from.attribute} = ${value}`,
      ),
      population: value,
    };
  }
  if (from.counts === null) {
    return unknown(
      `Toàn bộ danh sách ${from.file} (chưa có)`,
      `Everybody on ${from.file} (not there yet)`,
    );
  }
  const people =
    scope.unit === null
      ? Object.values(from.counts).reduce((sum, count) => sum + count, 0)
      : (from.counts[scope.unit.id] ?? 0);
  return {
    ...known(
      people,
      `Toàn bộ danh sách ${from.file}: ${people} người`,
      `Everybody on ${from.file}: ${people}`,
    ),
    population: people,
  };
}

function per(rule: RuleOf<'per'>, scope: RuleScope): RuleResult {
  const count = attributeOf(scope, rule.of);
  if (count.value === null) return unknown(count.vi, count.en, count.findings);
  const size = rule.take * count.value;
  const words = `${rule.take} × ${count.value} ${rule.of} = ${size}`;
  return known(size, words, words);
}

function placesTaken({ take }: Stage): number {
  return take.kind === 'count' ? take.count : 0;
}

function stages(rule: RuleOf<'stages'>, { plan }: RuleScope): RuleResult {
  const steps = rule.stages
    .map((stage) => `${placesTaken(stage)} ${plan.levels[stage.level] ?? ''}`)
    .join(' × ');
  const take = rule.take.kind === 'count' ? (rule.take.count ?? 0) : 0;
  return known(
    take,
    `${take} phiếu mỗi địa bàn; chọn ${steps}`,
    `${take} in each place; chosen ${steps}`,
  );
}

function band(rule: RuleOf<'band'>, scope: RuleScope): RuleResult {
  const observed = scope.unit?.attributes[rule.observed];
  if (observed === undefined) {
    const count = attributeOf(scope, rule.observed);
    return unknown(count.vi, count.en, count.findings);
  }
  const rest = { size: rule.atLeast, population: observed, findings: [] };
  if (observed === null) {
    const vi = `Tối thiểu ${rule.atLeast}; khoảng cho phép tính theo ${rule.observed} khi đếm được`;
    const en = `At least ${rule.atLeast}; the band follows when ${rule.observed} is counted`;
    return { ...rest, least: rule.atLeast, most: null, reason: { vi, en } };
  }
  const { least, most, floorCut } = bandBounds(rule, observed);
  const limits = bandWords(rule);
  const range = {
    vi: most === null ? `từ ${least} phiếu` : `từ ${least} đến ${most} phiếu`,
    en: most === null ? `${least} replies or more` : `${least} to ${most} replies`,
  };
  const vi = `${rule.observed} = ${observed}; tối thiểu ${rule.atLeast}${limits.vi}: ${range.vi}`;
  const en = `${rule.observed} = ${observed}; at least ${rule.atLeast}${limits.en}: ${range.en}`;
  const args = {
    group: scope.group.id,
    unit: scope.unit?.name ?? '',
    atLeast: rule.atLeast,
    observed,
  };
  const findings = floorCut ? [finding('quota/band-floor-above-count', scope.at, args)] : [];
  return { size: least, least, most, population: observed, reason: { vi, en }, findings };
}

/**
 * Fewest and most replies (null: no limit is stated) for a count of visitors. `within` bounds the difference from the count; the floor
 * `atLeast` comes on top of it, or, with `crowdedFrom`, stands instead of it from so many visitors on and not below.
 */
export function bandBounds(
  band: Band,
  observed: number,
): { least: number; most: number | null; floorCut: boolean } {
  const count = exact(observed);
  const share = band.withinPercent === null ? null : count.mul(band.withinPercent).div(100);
  const lows = [0];
  const highs: number[] = [];
  if (share !== null) {
    lows.push(ceilExact(count.sub(share)));
    highs.push(floorExact(count.add(share)));
  }
  if (band.withinForms !== null) {
    lows.push(observed - band.withinForms);
    highs.push(observed + band.withinForms);
  }
  if (band.onePerVisitor) highs.push(observed);
  const wanted = lowerBound(band, observed, Math.max(...lows));
  if (highs.length === 0) return { least: wanted, most: null, floorCut: false };
  const most = Math.min(...highs);
  return { least: Math.min(wanted, most), most, floorCut: wanted > most };
}

function lowerBound(band: Band, observed: number, low: number): number {
  if (band.crowdedFrom === null) return Math.max(low, band.atLeast);
  return observed >= band.crowdedFrom ? band.atLeast : low;
}

function bandWords(band: Band): Readonly<Record<Lang, string>> {
  const within = [
    ...(band.withinPercent === null ? [] : [`±${exactText(band.withinPercent)} %`]),
    ...(band.withinForms === null ? [] : [`±${band.withinForms}`]),
  ].join(', ');
  const vi = [
    ...(within === '' ? [] : [`lệch không quá ${within}`]),
    ...(band.crowdedFrom === null ? [] : [`đông từ ${band.crowdedFrom} lượt`]),
    ...(band.onePerVisitor ? ['mỗi người một phiếu'] : []),
  ];
  const en = [
    ...(within === '' ? [] : [`within ${within}`]),
    ...(band.crowdedFrom === null ? [] : [`crowded from ${band.crowdedFrom}`]),
    ...(band.onePerVisitor ? ['one reply per visitor'] : []),
  ];
  return { vi: vi.map((text) => `, ${text}`).join(''), en: en.map((text) => `, ${text}`).join('') };
}

function attributeOf(
  { group, unit, at }: RuleScope,
  attribute: string,
): { value: number | null; vi: string; en: string; findings: readonly Finding[] } {
  const value = unit?.attributes[attribute];
  const words = { vi: `Chưa có ${attribute}`, en: `${attribute} not known yet` };
  if (value !== undefined) return { value, ...words, findings: [] };
  const args = { group: group.id, unit: unit?.name ?? group.name, attribute };
  return { value: null, ...words, findings: [finding('quota/attribute-missing', at, args)] };
}
