/** Figures and dates as official papers write them (Nghị định 30/2020/NĐ-CP); the papers are in Vietnamese. */
import { wordsIn } from '../findings/words.ts';
import type { IsoDate, Plan } from '../plan/plan.ts';
import { type Exact, exactText } from '../stats/exact.ts';

/** 6 → `06`, 45 → `45`, 2085 → `2.085`. */
export function counted(value: number): string {
  return value < 10 ? String(value).padStart(2, '0') : wordsIn('vi').int(value);
}

/** `2023-10-06` → `06/10/2023`, `2023-09-21` → `21/9/2023`: only the first two months take a 0. */
export function dated(iso: IsoDate): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day}/${Number(month) <= 2 ? month : String(Number(month))}/${year}`;
}

/** `ngày 21/9/2023`, or `từ ngày … đến ngày …`. */
export function period(from: IsoDate, to: IsoDate): string {
  return from === to ? `ngày ${dated(from)}` : `từ ngày ${dated(from)} đến ngày ${dated(to)}`;
}

/** `16:30` → `16 giờ 30`, `17:00` → `17 giờ`. */
export function timed(time: string): string {
  const [hour = '', minute = '00'] = time.split(':');
  return minute === '00' ? `${Number(hour)} giờ` : `${Number(hour)} giờ ${minute}`;
}

export function percent(value: Exact): string {
  return `${exactText(value).replace('.', ',')}%`;
}

/** Ends a sentence once, whatever the text ended with. */
export function sentence(text: string, end = '.'): string {
  return `${text.replace(/[\s.,;:]+$/u, '')}${end}`;
}

/** “một, hai và ba” */
export function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} và ${last}`;
}

/** The first letter small, unless the word is a name or an abbreviation. */
export function inside(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** `Số phòng` → `phòng`; a figure without a name is called by its key. */
export function figureWord(plan: Plan, figure: string): string {
  const name = plan.figures[figure]?.name ?? figure;
  return inside(name.replace(/^số\s+(lượng\s+)?/iu, ''));
}

/** `KẾ HOẠCH` → `Kế hoạch`. */
export function asTitle(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
}

/** Room to be filled in by hand. */
export const blank = '\u00a0'.repeat(5);
export const dots = '…'.repeat(8);
