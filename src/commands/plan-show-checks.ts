/** Section of `survey plan show` about `survey check`. */
import type { Lang } from '../findings/finding.ts';
import { checkTexts } from '../plan/checks-words.ts';
import type { Plan } from '../plan/plan.ts';
import type { Shown } from './plan-show-work.ts';

export function checkSection(plan: Plan, lang: Lang): Shown {
  return { heading: headings[lang], lines: checkTexts(plan, lang) };
}

const headings: Readonly<Record<Lang, string>> = {
  vi: 'Kiểm tra chất lượng phiếu (survey check)',
  en: 'Quality of the returns (survey check)',
};
