/** What people are told apart by, as written → in one spelling each. */
import { nameKey, skeleton } from '../names.ts';
import type { PersonMarks } from './list.ts';

export type WrittenMarks = Readonly<
  Record<'name' | 'code' | 'citizen' | 'email' | 'phone' | 'position' | 'born', string>
>;

/** Each mark in one spelling, so that two ways of writing it are equal. What a spreadsheet has ruined is no mark. */
export function marksOf(written: WrittenMarks): PersonMarks {
  const name = withoutTitles(written.name);
  const citizen = citizenOf(written.citizen);
  const code = codeOf(written.code);
  // A citizen number under “Mã” is still one.
  const isCitizen = citizen === '' && /^0\d{11}$/.test(code);
  const key = nameKey(name);
  return {
    name: key,
    letters: skeleton(name),
    words: key.split(' ').map(skeleton).sort().join(' '),
    code: isCitizen ? '' : code.replace(/^0+(?=\d+$)/, ''),
    citizen: isCitizen ? code : citizen,
    email: written.email.normalize('NFKC').toLowerCase().replace(/\s/g, ''),
    phone: phoneOf(written.phone),
    position: nameKey(written.position),
    born: bornOf(written.born),
  };
}

/** `7,508E+10`: what Excel shows of a long number in a narrow column; its digits are lost. */
export function isRuined(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d+$/i.test(text.normalize('NFKC').replace(/\s/g, ''));
}

/** A citizen number of 12 digits, written without the zeros that it begins with; CMND numbers have 9. */
export function lacksZeros(citizen: string): boolean {
  return /^[1-9]\d{9,10}$/.test(digitsOf(citizen));
}

export function plainCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.-]/g, '');
}

function codeOf(text: string): string {
  return isRuined(text) ? '' : plainCode(text);
}

function citizenOf(text: string): string {
  if (isRuined(text)) return '';
  return lacksZeros(text) ? digitsOf(text).padStart(12, '0') : plainCode(text);
}

function digitsOf(text: string): string {
  return plainCode(text).replace(/^'/, '');
}

/** “Ông”, “Bà”, “Đ/c”, and what a degree is shortened to; one with vowels only where a whole name follows. */
const title =
  /^(?:(?:ông|bà|đ\/c|đồng chí)[.:\s]+(?=\S+\s+\S)|(?:gs|pgs|tskh|ts|ths|bs|ks|cn|ls|ds|ck[i12]{1,2}|bsck[i12]{1,2})(?:[.,]\s*|\s+)(?=\S))/iu;

function withoutTitles(name: string): string {
  let rest = name.normalize('NFC').trim();
  while (title.test(rest)) rest = rest.replace(title, '');
  return rest;
}

/** `+84 912.345.678` → `0912345678`; also where a spreadsheet took the first zero off. */
function phoneOf(text: string): string {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits.replace(/^(00)?84(?=\d{9}$)/, '0').replace(/^(?=[1-9]\d{8}$)/, '0');
}

/** `1/2/1980` and `01-02-1980` → `1980-02-01`; a year stays a year. */
function bornOf(text: string): string {
  const plain = text.normalize('NFKC').trim();
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain) ?? [];
  if (year !== undefined) return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return /^\d{4}-\d{2}-\d{2}/.test(plain) ? plain.slice(0, 10) : plain.replace(/\s/g, '');
}
