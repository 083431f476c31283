/** How a row of sums is named. */
import { nameKey } from '../names.ts';

const totalWords = new Set(
  [
    'Tổng',
    'Cộng',
    'Tổng cộng',
    'Tổng số',
    'Cộng dồn',
    'Tổng chung',
    'Total',
    'Sum',
    'Subtotal',
  ].map(nameKey),
);

/** A unit may begin with one of these words too. */
export function isTotalWord(text: string): boolean {
  const key = nameKey(text);
  return totalWords.has(key) || /^(?:tổng cộng|tổng số|tổng chung|cộng|total) /u.test(`${key} `);
}

/** Nothing but such a word: no unit is called so. */
export function isPlainTotal(text: string): boolean {
  return totalWords.has(nameKey(text));
}
