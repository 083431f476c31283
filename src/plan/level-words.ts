/** Levels of places in words: they are words of the plan's author, the usual English ones have a Vietnamese name. */
import type { Lang } from '../findings/finding.ts';

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
