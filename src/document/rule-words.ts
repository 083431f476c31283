/** A quota rule in the words of an official paper: “02 người/phòng”, “toàn bộ”, “3 × 3 × 2 × 27 = 486 phiếu”. */

import { dated } from '../page/dates.ts';
import type {
  AllocationMethod,
  Band,
  Each,
  Formula,
  Group,
  Modifiers,
  Plan,
  Pool,
  QuotaRule,
  QuotaRuleName,
  Share,
  Split,
} from '../plan/plan.ts';
import { plannedSteps } from '../quotas/pending.ts';
import { exactText, isZero } from '../stats/exact.ts';
import { type StagesTotal, stagesWords, typeWord } from './stage-words.ts';
import { counted, figureCount, figureWord, listed, percent } from './words.ts';

type RuleOf<N extends QuotaRuleName> = Extract<QuotaRule, { rule: N }>;
type RuleWords = {
  readonly [N in QuotaRuleName]: (rule: RuleOf<N>, plan: Plan, made: StagesTotal) => string;
};

/** Empty where the number of sheets says it all. */
const ruleWords: RuleWords = {
  total: () => '',
  counts: () => '',
  each: (rule, plan) => eachWords(rule, plan),
  census: ({ from }) => {
    if (from.kind === 'attribute') return 'khảo sát toàn bộ';
    const due = from.due === null ? '' : `, lập chậm nhất ngày ${dated(from.due)}`;
    return `khảo sát toàn bộ theo danh sách${due}`;
  },
  per: ({ take, of }, plan) => `${counted(take)} người/${figureWord(plan, of)}`,
  share: (rule, plan) => shareWords(rule, plan),
  formula: (rule, plan) => formulaWords(rule, plan),
  split: (rule, plan) => splitWords(rule, plan),
  stages: (rule, plan, made) => stagesWords(rule, plan, made),
  band: (rule, plan) => bandWords(rule, plan),
  from: ({ survey }) => `sử dụng kết quả của ${survey}, không phát phiếu`,
};

/**
 * The rule of a group with its exceptions, pools and modifiers, as one sentence without its full stop. `total`: its sheets;
 * null: not known yet.
 */
export function quotaWords(plan: Plan, group: Group, total: number | null): string {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const exceptions = Object.entries(group.except).map(
    ([unit, rule]) =>
      `riêng ${nameOf(unit)}: ${wordsOf(rule, plan, nothingMade) || fixedWords(rule)}`,
  );
  const pools = group.pools.map((pool) => poolWords(pool, nameOf, plan));
  const parts = [
    ownUnits(group) + wordsOf(group.quota, plan, madeBy(plan, group, total)),
    ...modifierWords(group.modifiers),
  ];
  return [...parts, ...pools, ...exceptions].filter((text) => text !== '').join('; ');
}

/** Beside pools the rule's own words hold for the other units only. */
function ownUnits({ over, pools, except }: Group): string {
  if (over.kind !== 'units' || pools.length === 0) return '';
  const others = new Set([...pools.flatMap(({ units }) => units), ...Object.keys(except)]);
  const count = over.units.filter((unit) => !others.has(unit)).length;
  return `${counted(count)} nơi không thuộc cụm: `;
}

const nothingMade: StagesTotal = { factors: null, total: null };

/** Until the draw says otherwise the product is what is planned, unless a modifier is going to change it. */
function madeBy(plan: Plan, group: Group, total: number | null): StagesTotal {
  const { min, max, responseRate } = group.modifiers;
  const isChanged = min !== null || max !== null || responseRate !== null;
  return { factors: total === null && isChanged ? null : plannedSteps(plan, group), total };
}

function wordsOf(rule: QuotaRule, plan: Plan, made: StagesTotal): string {
  // The record is total over the union, but TypeScript cannot pair a union member with its own entry.
  const words = ruleWords[rule.rule] as (rule: QuotaRule, plan: Plan, made: StagesTotal) => string;
  return words(rule, plan, made);
}

function fixedWords(rule: QuotaRule): string {
  return rule.rule === 'total' ? `${counted(rule.total)} phiếu` : 'theo số phiếu riêng';
}

function eachWords({ size, byType, by }: Each, plan: Plan): string {
  const types = Object.entries(byType).map(
    ([type, count]) => `${typeWord(type)}: ${counted(count)}`,
  );
  const values = Object.entries(by?.sizes ?? {}).map(
    ([value, count]) => `${figureWord(plan, by?.figure ?? '')} ${value}: ${counted(count)}`,
  );
  const special = [...types, ...values];
  if (special.length === 0) return size === null ? '' : `mỗi nơi ${counted(size)} phiếu`;
  const other = size === null ? [] : [`còn lại: ${counted(size)}`];
  return `số phiếu mỗi nơi theo loại (${[...special, ...other].join('; ')})`;
}

function shareWords({ of, bands }: Share, plan: Plan): string {
  const word = figureCount(plan, of);
  const texts = bands.map(({ from, rate, atLeast, atMost }, at) => {
    const limits = [
      ...(atLeast === null ? [] : [`ít nhất ${counted(atLeast)} phiếu`]),
      ...(atMost === null ? [] : [`nhiều nhất ${counted(atMost)} phiếu`]),
    ];
    const next = bands[at + 1]?.from;
    return `${percent(rate)} ${word}${rangeWords(from, next ?? null)}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`;
  });
  return `lấy ${texts.join('; ')}`;
}

/** Of a band: from its own lower end to below the next one's. */
function rangeWords(from: number, next: number | null): string {
  if (from === 0) return next === null ? '' : ` nếu dưới ${counted(next)}`;
  return next === null
    ? ` nếu từ ${counted(from)} trở lên`
    : ` nếu từ ${counted(from)} đến dưới ${counted(next)}`;
}

function formulaWords(rule: Formula, plan: Plan): string {
  const population = rule.of === null ? '' : `, N là ${figureCount(plan, rule.of)}`;
  if (rule.method === 'slovin') {
    return `cỡ mẫu theo công thức n = N/(1 + N·e²) với sai số e = ${percent(rule.error)}${population}`;
  }
  return [
    `cỡ mẫu theo công thức Cochran, độ tin cậy ${percent(rule.confidence)}`,
    `sai số ${percent(rule.error)}`,
    `tỷ lệ dự kiến ${percent(rule.proportion)}`,
    ...effectWords(rule),
  ]
    .join(', ')
    .concat(population);
}

/** With a finite population it matters whether the effect multiplies before or after the correction for it. */
function effectWords({ designEffect, designEffectOn, of }: Formula): readonly string[] {
  const effect = exactText(designEffect);
  if (effect === '1') return [];
  const when = designEffectOn === 'before-correction' ? 'trước' : 'sau';
  const order = of === null ? '' : ` (nhân ${when} khi hiệu chỉnh tổng thể hữu hạn)`;
  return [`hệ số thiết kế ${effect.replace('.', ',')}${order}`];
}

const methodWords: Readonly<Record<AllocationMethod, (of: string) => string>> = {
  equal: () => 'chia đều',
  proportional: (of) => `phân bổ theo tỷ lệ ${of}`,
  'square-root': (of) => `phân bổ theo căn bậc hai của ${of}`,
  power: (of) => `phân bổ theo lũy thừa của ${of}`,
  kish: (of) => `phân bổ dung hòa giữa chia đều và tỷ lệ ${of} (Kish)`,
  neyman: (of) => `phân bổ tối ưu theo ${of} và độ phân tán (Neyman)`,
};

function splitWords(rule: Split, plan: Plan): string {
  const how = methodWords[rule.by](rule.of === null ? '' : figureCount(plan, rule.of));
  const most = [
    ...(rule.max === null ? [] : [counted(rule.max)]),
    ...(rule.cap === null ? [] : [figureCount(plan, rule.cap)]),
  ];
  return [
    rule.each === 0
      ? `tổng số ${counted(rule.total)} phiếu ${how}`
      : `tổng số ${counted(rule.total)} phiếu: mỗi nơi ${counted(rule.each)} phiếu, phần còn lại ${how}`,
    ...(rule.min === 0 ? [] : [`mỗi nơi ít nhất ${counted(rule.min)} phiếu`]),
    ...(most.length === 0 ? [] : [`nhiều nhất bằng ${most.join(' và ')}`]),
  ].join(', ');
}

function poolWords(pool: Pool, nameOf: (id: string) => string, plan: Plan): string {
  return `${pool.name} (${listed(pool.units.map(nameOf))}): ${splitWords(pool.split, plan)}`;
}

function bandWords(band: Band, plan: Plan): string {
  const visitors = figureCount(plan, band.observed);
  const { withinPercent, withinForms, crowdedFrom, atLeast } = band;
  const least = `ít nhất ${counted(atLeast)} phiếu`;
  return [
    ...(withinPercent === null
      ? []
      : [`số phiếu không thấp hơn hoặc cao hơn ${percent(withinPercent)} so với ${visitors}`]),
    ...(withinForms === null
      ? []
      : [`số phiếu không lệch quá ${counted(withinForms)} phiếu so với ${visitors}`]),
    ...(crowdedFrom !== null
      ? [`nơi có ${visitors} từ ${counted(crowdedFrom)} trở lên: ${least}`]
      : atLeast > 0
        ? [least]
        : []),
    ...(band.onePerVisitor ? ['mỗi người chỉ trả lời 01 lần'] : []),
  ].join('; ');
}

function modifierWords({ min, max, responseRate, reserve }: Modifiers): readonly string[] {
  const more = [
    ...(reserve.count > 0 ? [`${counted(reserve.count)} đối tượng`] : []),
    ...(isZero(reserve.percent) ? [] : [`${percent(reserve.percent)} số phiếu phát ra`]),
  ];
  return [
    ...(min === null ? [] : [`mỗi nơi ít nhất ${counted(min)} phiếu`]),
    ...(max === null ? [] : [`mỗi nơi nhiều nhất ${counted(max)} phiếu`]),
    ...(responseRate === null
      ? []
      : [`số phiếu phát ra đã tính tỷ lệ thu về dự kiến ${percent(responseRate)}`]),
    ...(more.length === 0 ? [] : [`dự phòng thêm ${more.join(' và ')} ở mỗi nơi`]),
  ];
}
