/** How returns were read, where the plan says more than that blank forms do not count. */
import { codeTexts, voidTexts } from '../plan/returns-words.ts';
import type { Entry } from './method-criteria.ts';
import type { Setting } from './sheet.ts';

export function returnsEntries({ plan, lang }: Setting): readonly Entry[] {
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
  ];
}

const words = {
  vi: {
    voids: 'Phiếu không hợp lệ khi',
    codes: 'Câu không có trả lời',
    codesRule: 'Được đếm riêng, không tính vào điểm hay tỷ lệ nào.',
  },
  en: {
    voids: 'A form is void when there is',
    codes: 'Questions without an answer',
    codesRule: 'They are counted apart and are in no points or percentage.',
  },
} as const;
