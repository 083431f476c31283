/** The text of `survey plan show`. */
import type { Lang } from '../findings/finding.ts';
import { formatCount, formatDate, formatDecimalText } from '../formats/numbers.ts';
import type { Palette } from '../formats/palette.ts';
import { printable } from '../formats/printable.ts';
import { indexTexts } from '../plan/index-words.ts';
import { levelWord } from '../plan/level-words.ts';
import type { FormerUnit, Group, Index, Plan } from '../plan/plan.ts';
import { roman } from '../quotas/annex.ts';
import type { Quotas } from '../quotas/quota.ts';
import { exactText, hundred } from '../stats/exact.ts';
import { checkSection } from './plan-show-checks.ts';
import { formSection, returnsSection } from './plan-show-returns.ts';
import {
  costSection,
  dateSection,
  drawSection,
  figureSection,
  type Shown,
  taskSection,
} from './plan-show-work.ts';
import { aboutWords, criterionLines, modeWord } from './plan-words.ts';
import { quotaWords } from './quota-words.ts';

/** Everything that was decided, section by section, ending in a line end. */
export function planText(plan: Plan, quotas: Quotas, lang: Lang, palette: Palette): string {
  const sections = [
    surveySection(plan, lang),
    unitSection(plan, lang),
    figureSection(plan, lang),
    groupSection(plan, quotas, lang),
    ...(isDrawn(plan) ? [drawSection(plan, lang)] : []),
    formSection(plan, lang),
    returnsSection(plan, lang),
    checkSection(plan, lang),
    ...(plan.index === null ? [] : [indexSection(plan, plan.index, lang)]),
    ...(plan.tasks.length === 0 ? [] : [taskSection(plan, lang)]),
    dateSection(plan, lang),
    costSection(plan, lang),
  ].filter(({ lines }) => lines.length > 0);
  const blocks = sections.map(({ heading, lines }) =>
    [palette.bold(printable(heading)), ...lines.map((line) => `  ${printable(line)}`)].join('\n'),
  );
  return `${blocks.join('\n\n')}\n`;
}

function surveySection(plan: Plan, lang: Lang): Shown {
  const { opens, closes, modes, address, windows } = plan.fieldwork;
  const words = labels[lang];
  const period = [opens, closes]
    .map((date) => (date === null ? '…' : formatDate(date, lang)))
    .join(' – ');
  const lines = [
    `${words.survey}: ${plan.survey} (${words.serial} ${plan.serialPrefix})`,
    ...(plan.scheme === null ? [] : [`${words.scheme}: ${plan.scheme}`]),
    `${words.fieldwork}: ${period}; ${modes.map((mode) => modeWord(mode, lang)).join(', ')}${address === null ? '' : `; ${address}`}`,
    ...windows.map(({ name, from, to, daily }) => {
      const hours = daily === null ? '' : `, ${daily.from}–${daily.to} ${words.daily}`;
      return `${name}: ${formatDate(from, lang)} – ${formatDate(to, lang)}${hours}`;
    }),
  ];
  return { heading: plan.title, lines };
}

function unitSection(plan: Plan, lang: Lang): Shown {
  const words = labels[lang];
  const names = new Map(
    plan.units.map(({ id, name, ranked }) => {
      return [id, ranked ? name : `${name} (${words.unranked})`];
    }),
  );
  const blocks = plan.blocks.map(({ name, units }) => {
    return `${name} (${formatCount(units.length, lang)}): ${units.map((id) => names.get(id) ?? id).join('; ')}`;
  });
  const merged = plan.units.flatMap(({ name, was }) =>
    was.length === 0 ? [] : [`${name} ← ${was.map((one) => formerText(one, lang)).join('; ')}`],
  );
  const levels = plan.levels.map((level, depth) => {
    return `${formatCount(plan.places.filter((place) => place.level === depth).length, lang)} ${levelWord(level, lang)}`;
  });
  const frame = levels.length === 0 ? [] : [`${words.places}: ${levels.join(', ')}`];
  const count = formatCount(plan.units.length, lang);
  return { heading: `${words.units}: ${count}`, lines: [...blocks, ...merged, ...frame] };
}

function formerText({ unit, share, weight }: FormerUnit, lang: Lang): string {
  const part = share.equals(hundred) ? '' : ` ${formatDecimalText(exactText(share), lang)}%`;
  const size = formatDecimalText(exactText(weight), lang);
  return `${unit}${part}${size === '1' ? '' : ` (${labels[lang].weight} ${size})`}`;
}

/** Whether anything is drawn by lot, so that the seed matters. */
function isDrawn({ sampling, groups }: Plan): boolean {
  const byLot = groups.some(({ roster, quota }) => {
    const { stages = [] } = quota.rule === 'stages' ? quota : {};
    return roster !== null || stages.some(({ how }) => how !== 'named' && how !== 'purposive');
  });
  return byLot || sampling.seed !== null || sampling.person !== 'by-priority';
}

function groupSection(plan: Plan, quotas: Quotas, lang: Lang): Shown {
  const words = labels[lang];
  const lines = plan.groups.flatMap((group, position) => {
    const total = quotas.groups[position]?.total ?? null;
    return [
      `${roman(position + 1)}. ${group.name} (${group.id}): ${total === null ? words.unknown : formatCount(total, lang)}`,
      `   ${quotaWords(plan, group, lang)}`,
      `   ${aboutWords(plan, group, lang)}; ${words.form} ${group.form}; ${modeWord(group.mode, lang)}; ${words.priority} ${group.priority}${sendText(group, lang)}`,
    ];
  });
  const total = quotas.total === null ? words.unknown : formatCount(quotas.total, lang);
  return { heading: `${words.groups}: ${total}`, lines };
}

function sendText(group: Group, lang: Lang): string {
  const dates = [
    ...(group.send === null ? [] : [group.send]),
    ...Object.values(group.sendByUnit),
  ].sort();
  const [first] = dates;
  const last = dates.at(-1);
  if (first === undefined || last === undefined) return '';
  const days =
    first === last
      ? formatDate(first, lang)
      : `${formatDate(first, lang)} – ${formatDate(last, lang)}`;
  return `; ${labels[lang].send} ${days}`;
}

function indexSection(plan: Plan, index: Index, lang: Lang): Shown {
  const words = labels[lang];
  const { criteria, decimal, max } = index;
  const rules = indexTexts(plan, index, lang).filter(({ usual, asked }) => asked || !usual);
  return {
    heading: `${words.index}: ${formatDecimalText(exactText(max), lang)}`,
    lines: [
      ...criterionLines(criteria, plan, lang),
      ...rules.map(({ topic, content }) => `${topic}: ${content}`),
      ...(decimal === null ? [] : [`${words.decimal}: ${decimal === 'comma' ? '4,75' : '4.75'}`]),
    ],
  };
}

const labels = {
  vi: {
    survey: 'Mã cuộc điều tra',
    serial: 'số sê-ri',
    scheme: 'Bộ tiêu chí',
    fieldwork: 'Khảo sát',
    daily: 'hằng ngày',
    units: 'Đơn vị được đánh giá',
    unranked: 'không xếp hạng',
    weight: 'trọng số',
    places: 'Địa bàn lấy phiếu',
    groups: 'Số phiếu theo nhóm đối tượng, tổng',
    unknown: 'chưa xác định',
    form: 'mẫu phiếu',
    priority: 'ưu tiên',
    send: 'gửi phiếu',
    index: 'Bộ chỉ số, điểm tối đa',
    decimal: 'Số lẻ trong bảng điểm viết',
  },
  en: {
    survey: 'Survey',
    serial: 'serials',
    scheme: 'Criteria set',
    fieldwork: 'Fieldwork',
    daily: 'every day',
    units: 'Units that are scored',
    unranked: 'not ranked',
    weight: 'weight',
    places: 'Sampling frame',
    groups: 'Sheets by group, in all',
    unknown: 'not known yet',
    form: 'form',
    priority: 'priority',
    send: 'sent',
    index: 'Index, maximum',
    decimal: 'Decimals in the tables of points are written',
  },
} satisfies Record<Lang, Readonly<Record<string, string>>>;
