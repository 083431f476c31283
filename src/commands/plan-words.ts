/** What a plan means, in words: one line of text for each thing that was decided. */
import type { Lang } from '../findings/finding.ts';
import { counted, formatCount } from '../formats/numbers.ts';
import { combineText, furtherTexts, numberText, sourceText } from '../plan/criterion-words.ts';
import type { Criterion, Group, Mode, Plan } from '../plan/plan.ts';
import { ratedUnits } from '../plan/rated.ts';

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

/** One line for each criterion, indented by depth: code, name, maximum, where its points come from. */
export function criterionLines(
  criteria: readonly Criterion[],
  plan: Plan,
  lang: Lang,
  depth = 0,
): readonly string[] {
  return criteria.flatMap((criterion) => {
    const { code, name, max, children, combine } = criterion;
    const source = sourceText(criterion, plan, lang);
    const combined = combine === 'sum' ? null : combineText(criterion, lang);
    const rules = [source, combined, ...furtherTexts(criterion, lang)];
    const texts = [numberText(max, lang), ...rules.filter((text) => text !== null)];
    const line = `${'  '.repeat(depth)}${code}  ${name} (${texts.join('; ')})`;
    return [line, ...criterionLines(children, plan, lang, depth + 1)];
  });
}
