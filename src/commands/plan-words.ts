/** What a plan means, in words: one line of text for each thing that was decided. */
import type { Lang } from '../findings/finding.ts';
import { formatCount, formatDate, formatDecimalText } from '../formats/numbers.ts';
import type {
  Band,
  Criterion,
  Group,
  LeafSource,
  Mode,
  Plan,
  QuotaRule,
  QuotaRuleName,
} from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';
import { exactText, hundred } from '../stats/exact.ts';

type RuleOf<N extends QuotaRuleName> = Extract<QuotaRule, { rule: N }>;
type Bilingual = Readonly<Record<Lang, string>>;
type RuleWords = {
  readonly [N in QuotaRuleName]: (rule: RuleOf<N>, plan: Plan, lang: Lang) => Bilingual;
};

const ruleWords: RuleWords = {
  total: ({ total }, _plan, lang) => {
    const count = formatCount(total, lang);
    return { vi: `${count} phiếu`, en: `${count} sheets` };
  },
  counts: () => ({ vi: 'theo bảng số phiếu của từng đơn vị', en: "by the plan's table of units" }),
  each: ({ size, byType }, _plan, lang) => {
    const types = Object.entries(byType).map(
      ([type, count]) => `${type}: ${formatCount(count, lang)}`,
    );
    const other = size === null ? [] : [formatCount(size, lang)];
    const sizes = [...types, ...other].join(', ');
    return { vi: `${sizes} phiếu mỗi đơn vị`, en: `${sizes} sheets for each unit` };
  },
  census: ({ from }, _plan, lang) => {
    if (from.kind === 'attribute') {
      return { vi: `toàn bộ (${from.attribute})`, en: `everybody (${from.attribute})` };
    }
    const due = from.due === null ? '' : formatDate(from.due, lang);
    const there = from.counts !== null;
    return {
      vi: `toàn bộ danh sách ${from.file}${there ? '' : ` (chưa có${due === '' ? '' : `, hạn ${due}`})`}`,
      en: `everybody on ${from.file}${there ? '' : ` (not there yet${due === '' ? '' : `, due ${due}`})`}`,
    };
  },
  per: ({ take, of }) => ({
    vi: `${take} phiếu cho mỗi ${of}`,
    en: `${take} sheets for each of ${of}`,
  }),
  stages: ({ stages, take }, plan, lang) => {
    const steps = stages.map(({ level, take: places }) => {
      return `${places.kind === 'count' ? places.count : ''} ${levelWord(plan.levels[level] ?? '', lang)}`;
    });
    const each = take.kind === 'count' ? take.count : '';
    return {
      vi: `chọn ${steps.join(' × ')}, mỗi nơi ${each} phiếu`,
      en: `${steps.join(' × ')}, ${each} sheets in each place`,
    };
  },
  share: () => ({ vi: '', en: '' }),
  formula: () => ({ vi: '', en: '' }),
  split: () => ({ vi: '', en: '' }),
  band: bandWords,
  from: ({ survey }) => ({ vi: `lấy từ ${survey}`, en: `from ${survey}` }),
};

function bandWords(band: Band): Bilingual {
  const percent = band.withinPercent === null ? null : exactText(band.withinPercent);
  const vi = [
    ...(band.atLeast === 0 ? [] : [`ít nhất ${band.atLeast} phiếu`]),
    ...(percent === null ? [] : [`lệch không quá ${percent}% so với ${band.observed}`]),
    ...(band.withinForms === null
      ? []
      : [`lệch không quá ${band.withinForms} phiếu so với ${band.observed}`]),
    ...(band.crowdedFrom === null
      ? []
      : [`từ ${band.crowdedFrom} lượt trở lên chỉ cần mức ít nhất`]),
    ...(band.onePerVisitor ? ['mỗi người một phiếu'] : []),
  ];
  const en = [
    ...(band.atLeast === 0 ? [] : [`at least ${band.atLeast} replies`]),
    ...(percent === null ? [] : [`within ${percent}% of ${band.observed}`]),
    ...(band.withinForms === null ? [] : [`within ${band.withinForms} forms of ${band.observed}`]),
    ...(band.crowdedFrom === null
      ? []
      : [`from ${band.crowdedFrom} visitors on only the floor counts`]),
    ...(band.onePerVisitor ? ['one reply per visitor'] : []),
  ];
  return { vi: vi.join('; '), en: en.join('; ') };
}

/** How many sheets, in words: the rule and its exceptions. */
export function quotaWords(plan: Plan, group: Group, lang: Lang): string {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const exceptions = Object.entries(group.except).map(([unit, rule]) => {
    return `${names.get(unit) ?? unit}: ${ruleText(rule, plan, lang)}`;
  });
  const lead = lang === 'vi' ? 'riêng' : 'except';
  const base = ruleText(group.quota, plan, lang);
  return exceptions.length === 0 ? base : `${base}; ${lead} ${exceptions.join('; ')}`;
}

function ruleText(rule: QuotaRule, plan: Plan, lang: Lang): string {
  // The record is total over the union, but TypeScript cannot pair a union member with its own entry.
  const words = ruleWords[rule.rule] as (rule: QuotaRule, plan: Plan, lang: Lang) => Bilingual;
  return words(rule, plan, lang)[lang];
}

/** Whom its sheets rate, in words. */
export function aboutWords(plan: Plan, group: Group, lang: Lang): string {
  const count = formatCount(ratedUnits(plan, group).length, lang);
  if (group.about.kind === 'own') {
    return lang === 'vi'
      ? `mỗi người đánh giá đơn vị của mình (${count} đơn vị)`
      : `each rates their own unit (${count} units)`;
  }
  return lang === 'vi' ? `mỗi người đánh giá ${count} đơn vị` : `each rates ${count} units`;
}

const modeWords: Readonly<Record<Mode, Bilingual>> = {
  paper: { vi: 'phiếu giấy', en: 'paper' },
  online: { vi: 'trực tuyến', en: 'online' },
  qr: { vi: 'quét mã QR', en: 'QR code' },
  interview: { vi: 'phỏng vấn', en: 'interview' },
  post: { vi: 'gửi bưu điện', en: 'post' },
};

export function modeWord(mode: Mode, lang: Lang): string {
  return modeWords[mode][lang];
}

/** Levels are words of the plan's author; the usual English ones have a Vietnamese name. */
const levelWords: ReadonlyMap<string, string> = new Map([
  ['province', 'cấp tỉnh'],
  ['district', 'cấp huyện'],
  ['commune', 'cấp xã'],
  ['ward', 'phường'],
  ['village', 'cấp thôn'],
  ['hamlet', 'ấp'],
]);

export function levelWord(level: string, lang: Lang): string {
  return (lang === 'vi' ? levelWords.get(level) : undefined) ?? level;
}

const sourceWords = {
  appraised: { vi: 'thẩm định', en: 'appraised' },
  mean: { vi: 'điều tra, điểm trung bình', en: 'survey, mean' },
  share: { vi: 'điều tra, tỷ lệ hài lòng', en: 'survey, share' },
} satisfies Record<string, Bilingual>;

/** One line for each criterion, indented by depth: code, name, maximum, source. */
export function criterionLines(
  criteria: readonly Criterion[],
  plan: Plan,
  lang: Lang,
  depth = 0,
): readonly string[] {
  return criteria.flatMap(({ code, name, max, children, source }) => {
    const points = formatDecimalText(exactText(max), lang);
    const from = source === null ? '' : `; ${sourceText(source, plan, lang)}`;
    const line = `${'  '.repeat(depth)}${code}  ${name} (${points}${from})`;
    return [line, ...criterionLines(children, plan, lang, depth + 1)];
  });
}

function sourceText(source: LeafSource, plan: Plan, lang: Lang): string {
  if (source.kind === 'appraised') return sourceWords.appraised[lang];
  const nameOf = (id: string): string => plan.groups.find((group) => group.id === id)?.name ?? id;
  const parts = source.parts.map(({ group, with: others, weight }) => {
    const names = [group, ...others].map(nameOf).join(' + ');
    return `${names} ${formatDecimalText(exactText(weight.mul(hundred)), lang)}%`;
  });
  return `${sourceWords[source.as][lang]}: ${parts.join(', ')}`;
}
