/** How returns were read, where the plan says more than that blank forms do not count, and how they were checked. */
import { checkTexts } from '../plan/checks-words.ts';
import { leafCriteria } from '../plan/criteria.ts';
import { codeTexts, voidTexts } from '../plan/returns-words.ts';
import type { Entry } from './method-criteria.ts';
import type { Setting } from './sheet.ts';

export function returnsEntries(setting: Setting): readonly Entry[] {
  const { plan, lang } = setting;
  const { returns } = plan;
  const own = words[lang];
  const codes = codeTexts(returns, lang);
  return [
    ...(returns.void.length === 0
      ? []
      : [{ topic: own.voids, content: voidTexts(returns, lang).join('; ') }]),
    ...(codes.length === 0
      ? []
      : [{ topic: own.codes, content: `${codes.join('; ')}. ${own.codesRule}` }]),
    ...checkEntries(setting),
  ];
}

/** Where nobody is asked there is nothing to check. */
function checkEntries({ plan, index, lang }: Setting): readonly Entry[] {
  if (leafCriteria(index.criteria).every(({ source }) => source?.kind !== 'survey')) return [];
  const own = words[lang];
  const content = `${checkTexts(plan, lang).join('; ')}. ${own.checksRule}`;
  return [{ topic: own.checks, content }];
}

const words = {
  vi: {
    voids: 'Phiếu không hợp lệ khi',
    codes: 'Câu không có trả lời',
    checks: 'Kiểm tra phiếu thu về',
    checksRule: 'Chỉ nêu ra để xem lại, không phiếu nào tự bị loại vì thế.',
    codesRule: 'Được đếm riêng, không tính vào điểm hay tỷ lệ nào.',
  },
  en: {
    voids: 'A form is void when there is',
    codes: 'Questions without an answer',
    checks: 'Checks of the returns',
    checksRule: 'They only name what should be looked at; nothing is left out because of them.',
    codesRule: 'They are counted apart and are in no points or percentage.',
  },
} as const;
