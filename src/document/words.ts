/** Figures and dates as official papers write them (Nghị định 30/2020/NĐ-CP); the papers are in Vietnamese. */
import { wordsIn } from '../findings/words.ts';
import { dated } from '../page/dates.ts';
import type { IsoDate, Plan, UnitId } from '../plan/plan.ts';
import { type Exact, exactText } from '../stats/exact.ts';

/** 6 → `06`, 45 → `45`, 2085 → `2.085`. */
export function counted(value: number): string {
  return value < 10 ? String(value).padStart(2, '0') : wordsIn('vi').int(value);
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

/** The first letter small, unless the word is an abbreviation or a name: of those the second has a capital too (Sóc Trăng). */
export function inside(text: string): string {
  const isName = /^\p{Lu}\p{Ll}*\s+\p{Lu}\p{Ll}/u.test(text);
  const isWord = /^\p{Lu}\p{Ll}/u.test(text) && !isName;
  return isWord ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** The first letter large. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `Số phòng` → `phòng`; a figure without a name is called by its key. */
export function figureWord(plan: Plan, figure: string): string {
  return inside(nameOf(plan, figure).replace(/^số\s+(lượng\s+)?/iu, ''));
}

/** `Số phòng`, `Phòng` → `số phòng`; a name that says how it counts (“Dân số”), or counts nothing, stands as it is. */
export function figureCount(plan: Plan, figure: string): string {
  const says = /(^|\s)số(\s|$)/iu.test(nameOf(plan, figure).replace(/^số\s/iu, ''));
  const isCount = plan.figures[figure]?.counts !== 'amount' && !says;
  return isCount ? `số ${figureWord(plan, figure)}` : inside(nameOf(plan, figure));
}

function nameOf(plan: Plan, figure: string): string {
  return plan.figures[figure]?.name ?? figure;
}

const administrative = [
  'xã',
  'phường',
  'thị trấn',
  'đặc khu',
  'huyện',
  'quận',
  'thị xã',
  'thành phố',
];
const leading = new RegExp(`^(?:${administrative.join('|')})(?=[\\s,])`, 'iu');

/** “xã, thị trấn” where the names of all begin so; else “cơ quan, đơn vị”. */
export function unitsWord({ units }: Plan, ids: readonly UnitId[]): string {
  const asked = new Set(ids);
  const kinds = units.filter(({ id }) => asked.has(id)).map(({ name }) => kindsOf(name));
  const found = new Set(kinds.flat());
  if (kinds.length === 0 || kinds.some((each) => each.length === 0)) return 'cơ quan, đơn vị';
  return administrative.filter((kind) => found.has(kind)).join(', ');
}

/** `UBND xã An Bình` → xã; a stand-in such as “Xã, thị trấn số 01” has two. */
function kindsOf(name: string): readonly string[] {
  const found: string[] = [];
  let rest = name.replace(/^(?:UBND|Ủy ban nhân dân)\s+/u, '');
  for (let kind = leading.exec(rest)?.[0]; kind !== undefined; kind = leading.exec(rest)?.[0]) {
    found.push(kind.toLowerCase());
    rest = rest.slice(kind.length);
    if (!rest.startsWith(',')) break;
    rest = rest.replace(/^,\s*/u, '');
  }
  return found;
}

/** `KẾ HOẠCH` → `Kế hoạch`. */
export function asTitle(kind: string): string {
  return capital(kind.toLowerCase());
}

/** Room to be filled in by hand. */
export const blank = '\u00a0'.repeat(5);
export const dots = '…'.repeat(8);
