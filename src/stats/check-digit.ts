/**
 * Damm's check digit: one decimal digit after a number that shows up every single mistyped digit and
 * every swap of two neighbouring digits.
 *
 * H. M. Damm, Total anti-symmetrische Quasigruppen, dissertation, Universität Marburg, 2004: the
 * operation table is a totally anti-symmetric quasigroup of order 10 with zeros on its diagonal.
 * The running value starts at 0 and is replaced by `table[value][digit]`; what remains is the check digit,
 * and a number followed by its own check digit ends at 0. Leading zeros change nothing, so it is for
 * numbers of fixed length.
 */
const table: readonly string[] = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

/** The check digit of a text of ASCII digits; `572` → `4`, the empty text → `0`. */
export function checkDigit(digits: string): string {
  let value = 0;
  for (const digit of digits) value = Number(table[value]?.[Number(digit)]);
  return String(value);
}

/** Does the last digit check the ones before it? */
export function checks(digits: string): boolean {
  return checkDigit(digits) === '0';
}
