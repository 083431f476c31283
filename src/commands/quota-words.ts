/** What the quota of a group means, in words: its rule, exceptions, pools and modifiers. */
import type { Lang } from '../findings/finding.ts';
import type { Group, Modifiers, Plan } from '../plan/plan.ts';
import { isZero } from '../stats/exact.ts';
import { ruleText, type Speech, speechIn, splitWords } from './rule-words.ts';

type Bilingual = Readonly<Record<Lang, string>>;

/** How many sheets, in words: the rule, its exceptions and pools, and what is done to every size. */
export function quotaWords(plan: Plan, group: Group, lang: Lang): string {
  const speech = speechIn(plan, lang);
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const lead = lang === 'vi' ? 'riêng' : 'except';
  const exceptions = Object.entries(group.except).map(([unit, rule]) => {
    return `${nameOf(unit)}: ${ruleText(rule, speech)}`;
  });
  const pools = group.pools.map(({ name, units, split }) => {
    return `${name} (${units.map(nameOf).join(', ')}): ${splitWords(split, speech)}`;
  });
  return [
    ruleText(group.quota, speech),
    ...(exceptions.length === 0 ? [] : [`${lead} ${exceptions.join('; ')}`]),
    ...pools,
    ...modifierWords(group.modifiers, speech),
  ].join('; ');
}

function modifierWords(
  modifiers: Modifiers,
  { int, percent, figure, either }: Speech,
): readonly string[] {
  const { min, max, population, responseRate, reserve, round } = modifiers;
  const rounding: Readonly<Record<Modifiers['round'], Bilingual | null>> = {
    ceil: null,
    'half-up': { vi: 'làm tròn nửa lên', en: 'rounded half up' },
    floor: { vi: 'làm tròn xuống', en: 'rounded down' },
    'largest-remainder': { vi: 'làm tròn giữ nguyên tổng', en: 'rounded so that the sum is kept' },
  };
  const further = [
    ...(reserve.count === 0 ? [] : [int(reserve.count)]),
    ...(isZero(reserve.percent) ? [] : [percent(reserve.percent)]),
  ].join(' + ');
  const parts: readonly (Bilingual | null)[] = [
    rounding[round],
    min === null ? null : { vi: `ít nhất ${int(min)}`, en: `at least ${int(min)}` },
    max === null ? null : { vi: `nhiều nhất ${int(max)}`, en: `at most ${int(max)}` },
    population === null
      ? null
      : { vi: `không quá ${figure(population)}`, en: `never above ${figure(population)}` },
    responseRate === null
      ? null
      : {
          vi: `phát thêm vì chỉ ${percent(responseRate)} phiếu thu về hợp lệ`,
          en: `more issued because ${percent(responseRate)} come back valid`,
        },
    further === '' ? null : { vi: `dự phòng ${further}`, en: `${further} in reserve` },
  ];
  return parts.flatMap((part) => (part === null ? [] : [either(part)]));
}
