/** What a plan means, in words: one line of text for each thing that was decided. */
import type { Lang } from '../findings/finding.ts';
import { counted, formatCount, formatDecimalText } from '../formats/numbers.ts';
import type { Criterion, Group, LeafSource, Mode, Plan } from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';
import { exactText, hundred } from '../stats/exact.ts';

type Bilingual = Readonly<Record<Lang, string>>;

/** Whom its sheets rate, in words. */
export function aboutWords(plan: Plan, group: Group, lang: Lang): string {
  const rated = ratedUnits(plan, group).length;
  const count = formatCount(rated, lang);
  if (group.about.kind === 'own') {
    return lang === 'vi'
      ? `mỗi người đánh giá đơn vị của mình (${count} đơn vị)`
      : `each rates their own unit (${counted(rated, 'unit')})`;
  }
  return lang === 'vi'
    ? `mỗi người đánh giá ${count} đơn vị`
    : `each rates ${counted(rated, 'unit')}`;
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
  return criteria.flatMap(({ code, name, max, children, source, step }) => {
    const points = formatDecimalText(exactText(max), lang);
    const from = source === null ? '' : `; ${sourceText(source, plan, lang)}`;
    const isStepped = source?.kind === 'appraised' && step !== null;
    const by = isStepped ? stepWords[lang](formatDecimalText(exactText(step), lang)) : '';
    const line = `${'  '.repeat(depth)}${code}  ${name} (${points}${from}${by})`;
    return [line, ...criterionLines(children, plan, lang, depth + 1)];
  });
}

const stepWords: Readonly<Record<Lang, (step: string) => string>> = {
  vi: (step) => `, theo bước ${step}`,
  en: (step) => `, in steps of ${step}`,
};

function sourceText(source: LeafSource, plan: Plan, lang: Lang): string {
  if (source.kind === 'appraised') return sourceWords.appraised[lang];
  const nameOf = (id: string): string => plan.groups.find((group) => group.id === id)?.name ?? id;
  const parts = source.parts.map(({ group, with: others, weight }) => {
    const names = [group, ...others].map(nameOf).join(' + ');
    return `${names} ${formatDecimalText(exactText(weight.mul(hundred)), lang)}%`;
  });
  return `${sourceWords[source.as][lang]}: ${parts.join(', ')}`;
}
