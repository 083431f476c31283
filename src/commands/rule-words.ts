/** What each quota rule means, in words. */
import type { Lang } from '../findings/finding.ts';
import { formatCount, formatDate, formatDecimalText } from '../formats/numbers.ts';
import { levelWord } from '../plan/level-words.ts';
import type {
  AllocationMethod,
  Band,
  Formula,
  Plan,
  QuotaRule,
  QuotaRuleName,
  ShareBand,
  Split,
  Stage,
  Take,
} from '../plan/plan.ts';
import { effectWords } from '../quotas/rules/formula.ts';
import { type Exact, exactText } from '../stats/exact.ts';

type RuleOf<N extends QuotaRuleName> = Extract<QuotaRule, { rule: N }>;
type Bilingual = Readonly<Record<Lang, string>>;

/** What the words are written with. */
export interface Speech {
  readonly lang: Lang;
  readonly plan: Plan;
  readonly int: (value: number) => string;
  readonly percent: (value: Exact) => string;
  /** A figure as readers call it. */
  readonly figure: (key: string) => string;
  readonly either: (words: Bilingual) => string;
}

type RuleWords = {
  readonly [N in QuotaRuleName]: (rule: RuleOf<N>, speech: Speech) => string;
};

const ruleWords: RuleWords = {
  total: ({ total }, { int, either }) =>
    either({ vi: `${int(total)} phiếu`, en: `${int(total)} sheets` }),
  counts: (_rule, { either }) =>
    either({ vi: 'theo bảng số phiếu của từng đơn vị', en: "by the plan's table of units" }),
  each: eachWords,
  census: censusWords,
  per: ({ take, of }, { int, figure, either }) =>
    either({
      vi: `${int(take)} phiếu cho mỗi ${figure(of)}`,
      en: `${int(take)} sheets for each of ${figure(of)}`,
    }),
  share: ({ of, bands }, speech) => {
    const rates = bands.map((band, at) => bandRate(band, bands[at + 1] ?? null, speech));
    const { figure, either } = speech;
    return either({
      vi: `${rates.join('; ')} trên ${figure(of)}`,
      en: `${rates.join('; ')} of ${figure(of)}`,
    });
  },
  formula: formulaWords,
  split: splitWords,
  stages: stagesWords,
  band: bandWords,
  from: ({ survey }, { either }) =>
    either({ vi: `lấy từ ${survey}, không phát phiếu`, en: `taken from ${survey}, no sheets` }),
};

export function speechIn(plan: Plan, lang: Lang): Speech {
  return {
    lang,
    plan,
    int: (value) => formatCount(value, lang),
    percent: (value) => `${formatDecimalText(exactText(value), lang)}%`,
    figure: (key) => plan.figures[key]?.name ?? key,
    either: (words) => words[lang],
  };
}

export function ruleText(rule: QuotaRule, speech: Speech): string {
  // The record is total over the union, but TypeScript cannot pair a union member with its own entry.
  const words = ruleWords[rule.rule] as (rule: QuotaRule, speech: Speech) => string;
  return words(rule, speech);
}

function eachWords({ size, byType, by }: RuleOf<'each'>, { int, figure, either }: Speech): string {
  const types = Object.entries(byType).map(([type, count]) => `${type}: ${int(count)}`);
  const values = Object.entries(by?.sizes ?? {}).map(([value, count]) => {
    return `${figure(by?.figure ?? '')} ${value}: ${int(count)}`;
  });
  const sizes = [...types, ...values, ...(size === null ? [] : [int(size)])].join(', ');
  return either({ vi: `${sizes} phiếu mỗi đơn vị`, en: `${sizes} sheets for each unit` });
}

function censusWords({ from }: RuleOf<'census'>, { lang, figure, either }: Speech): string {
  if (from.kind === 'attribute') {
    const name = figure(from.attribute);
    return either({ vi: `toàn bộ (${name})`, en: `everybody (${name})` });
  }
  const due = from.due === null ? '' : formatDate(from.due, lang);
  const there = from.counts !== null;
  return either({
    vi: `toàn bộ danh sách ${from.file}${there ? '' : ` (chưa có${due === '' ? '' : `, hạn ${due}`})`}`,
    en: `everybody on ${from.file}${there ? '' : ` (not there yet${due === '' ? '' : `, due ${due}`})`}`,
  });
}

function bandRate(
  band: ShareBand,
  next: ShareBand | null,
  { int, percent, either }: Speech,
): string {
  const floor = band.atLeast ?? 0;
  const limits = [
    ...(floor === 0 ? [] : [either({ vi: `ít nhất ${int(floor)}`, en: `at least ${int(floor)}` })]),
    ...(band.atMost === null
      ? []
      : [either({ vi: `nhiều nhất ${int(band.atMost)}`, en: `at most ${int(band.atMost)}` })]),
  ];
  const range =
    next !== null
      ? either({ vi: ` khi dưới ${int(next.from)}`, en: ` below ${int(next.from)}` })
      : band.from > 0
        ? either({ vi: ` từ ${int(band.from)} trở lên`, en: ` from ${int(band.from)} on` })
        : '';
  return `${percent(band.rate)}${range}${limits.length === 0 ? '' : ` (${limits.join(', ')})`}`;
}

function formulaWords(rule: Formula, { lang, percent, figure, either }: Speech): string {
  const name = rule.of === null ? either({ vi: 'rất lớn', en: 'very large' }) : figure(rule.of);
  if (rule.method === 'slovin') {
    return either({
      vi: `công thức Slovin, N: ${name}, sai số ${percent(rule.error)}`,
      en: `Slovin's formula, N: ${name}, error ${percent(rule.error)}`,
    });
  }
  const deff = effectWords(rule, lang);
  return either({
    vi: `công thức Cochran, N: ${name}, sai số ${percent(rule.error)}, độ tin cậy ${percent(rule.confidence)}, tỷ lệ ${percent(rule.proportion)}${deff}`,
    en: `Cochran's formula, N: ${name}, error ${percent(rule.error)}, confidence ${percent(rule.confidence)}, proportion ${percent(rule.proportion)}${deff}`,
  });
}

const methods: Readonly<Record<AllocationMethod, Bilingual>> = {
  equal: { vi: 'chia đều', en: 'in equal parts' },
  proportional: { vi: 'theo tỷ lệ', en: 'in proportion to' },
  'square-root': { vi: 'theo căn bậc hai của', en: 'by the square root of' },
  power: { vi: 'theo lũy thừa của', en: 'by a power of' },
  kish: { vi: 'theo Kish,', en: 'by Kish,' },
  neyman: { vi: 'theo Neyman,', en: 'by Neyman,' },
};

export function splitWords(rule: Split, { int, figure, either }: Speech): string {
  const size = rule.of === null ? '' : ` ${figure(rule.of)}`;
  const how = `${either(methods[rule.by])}${size}`;
  const parts = [
    either({ vi: `chia ${int(rule.total)} phiếu`, en: `${int(rule.total)} sheets shared out` }),
    ...(rule.each === 0
      ? [how]
      : [
          either({
            vi: `mỗi nơi ${int(rule.each)}, phần còn lại ${how}`,
            en: `${int(rule.each)} for each, the rest ${how}`,
          }),
        ]),
    ...(rule.min === 0
      ? []
      : [either({ vi: `ít nhất ${int(rule.min)}`, en: `at least ${int(rule.min)}` })]),
    ...(rule.max === null
      ? []
      : [either({ vi: `nhiều nhất ${int(rule.max)}`, en: `at most ${int(rule.max)}` })]),
    ...(rule.cap === null
      ? []
      : [either({ vi: `không quá ${figure(rule.cap)}`, en: `never above ${figure(rule.cap)}` })]),
  ];
  return parts.join(', ');
}

function stagesWords({ stages, take }: RuleOf<'stages'>, speech: Speech): string {
  const steps = stages.map((stage) => stageStep(stage, speech)).join(' × ');
  const size = takeWords(take, speech);
  return speech.either({
    vi: `chọn ${steps}, mỗi nơi ${size}`,
    en: `${steps}, ${size} in each place`,
  });
}

const ways: Readonly<Record<Stage['how'], Bilingual>> = {
  named: { vi: '', en: '' },
  purposive: { vi: 'có chủ đích', en: 'by judgement' },
  random: { vi: 'ngẫu nhiên', en: 'at random' },
  systematic: { vi: 'hệ thống (bước nhảy)', en: 'systematically' },
  pps: { vi: 'xác suất theo quy mô', en: 'with chance by size' },
};

function stageStep(stage: Stage, { lang, plan, int, percent, figure, either }: Speech): string {
  const { take, how, size, reserve, picks } = stage;
  const number =
    take.kind === 'fraction'
      ? percent(take.percent)
      : [
          ...Object.entries(take.byType).map(([type, count]) => `${type}: ${int(count)}`),
          ...(take.count === null ? [] : [int(take.count)]),
        ].join(', ');
  const standings = Object.entries(picks).map(([standing, count]) => `${int(count)} ${standing}`);
  const notes = [
    ...(how === 'named' ? [] : [either(ways[how])]),
    ...standings,
    ...(size === null || how !== 'pps' ? [] : [figure(size)]),
    ...(reserve === 0
      ? []
      : [either({ vi: `dự phòng ${int(reserve)}`, en: `${int(reserve)} in reserve` })]),
  ];
  const level = levelWord(plan.levels[stage.level] ?? '', lang);
  return `${number} ${level}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

function takeWords(take: Take, { int, percent, figure, either }: Speech): string {
  if (take.kind === 'share') {
    const floor =
      take.atLeast === 0
        ? ''
        : either({ vi: `, ít nhất ${int(take.atLeast)}`, en: `, at least ${int(take.atLeast)}` });
    const words = {
      vi: `${percent(take.percent)} ${figure(take.of)}`,
      en: `${percent(take.percent)} of ${figure(take.of)}`,
    };
    return `${either(words)}${floor}`;
  }
  const types = Object.entries(take.byType).map(([type, count]) => `${type}: ${int(count)}`);
  const sizes = [...types, ...(take.count === null ? [] : [int(take.count)])].join(', ');
  return either({ vi: `${sizes} phiếu`, en: `${sizes} sheets` });
}

function bandWords(band: Band, { percent, int, figure, either }: Speech): string {
  const count = figure(band.observed);
  const { atLeast, withinPercent, withinForms, crowdedFrom, onePerVisitor } = band;
  const parts: readonly (Bilingual | null)[] = [
    atLeast === 0 || crowdedFrom !== null
      ? null
      : { vi: `ít nhất ${int(atLeast)} phiếu`, en: `at least ${int(atLeast)} replies` },
    withinPercent === null
      ? null
      : {
          vi: `lệch không quá ${percent(withinPercent)} so với ${count}`,
          en: `within ${percent(withinPercent)} of ${count}`,
        },
    withinForms === null
      ? null
      : {
          vi: `lệch không quá ${int(withinForms)} phiếu so với ${count}`,
          en: `within ${int(withinForms)} forms of ${count}`,
        },
    crowdedFrom === null
      ? null
      : {
          vi: `từ ${int(crowdedFrom)} lượt trở lên chỉ cần ít nhất ${int(atLeast)} phiếu`,
          en: `from ${int(crowdedFrom)} visitors on at least ${int(atLeast)} replies will do`,
        },
    onePerVisitor ? { vi: 'mỗi người một phiếu', en: 'one reply per visitor' } : null,
  ];
  return parts.flatMap((part) => (part === null ? [] : [either(part)])).join('; ');
}
