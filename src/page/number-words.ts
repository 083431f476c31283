/**
 * Numbers in Vietnamese words, for “Bằng chữ: …” under an amount. Written by hand: n2words 4.0 and to-words 5.7 read 1.015 as
 * “một nghìn lẻ mười lăm” and “Một Nghìn Mười Năm”. read-vietnamese-number 2.3 (linh, tỷ) reads 520,000 numbers alike.
 */

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const billion = 1_000_000_000;

/**
 * 2.085.004 → “hai triệu không trăm tám mươi lăm nghìn không trăm linh bốn”: linh between hundred and unit, mốt, tư and lăm
 * after mươi, tỷ counted on (nghìn tỷ). `value`: a whole number from 0 to 2^53 − 1.
 */
export function vietnameseWords(value: number): string {
  return value === 0 ? digits[0] : wordsOf(value, false).join(' ');
}

/** `led`: larger words stand before, so that empty hundreds are said. */
function wordsOf(value: number, led: boolean): readonly string[] {
  if (value >= billion) {
    const rest = wordsOf(value % billion, true);
    return [...wordsOf(Math.floor(value / billion), led), 'tỷ', ...rest];
  }
  const words: string[] = [];
  for (const [size, name] of [
    [1_000_000, 'triệu'],
    [1000, 'nghìn'],
    [1, null],
  ] as const) {
    const three = Math.floor(value / size) % 1000;
    if (three === 0) continue;
    words.push(...hundreds(three, led || words.length > 0));
    if (name !== null) words.push(name);
  }
  return words;
}

/** 1 to 999. */
function hundreds(three: number, led: boolean): readonly string[] {
  const [hundred, ten, unit] = [Math.floor(three / 100), Math.floor(three / 10) % 10, three % 10];
  return [
    ...(led || hundred > 0 ? [digit(hundred), 'trăm'] : []),
    ...(ten === 0 && unit > 0 && (led || hundred > 0) ? ['linh'] : []),
    ...(ten === 1 ? ['mười'] : ten > 1 ? [digit(ten), 'mươi'] : []),
    ...(unit === 0 ? [] : [unitAfter(ten, unit)]),
  ];
}

function unitAfter(ten: number, unit: number): string {
  if (unit === 5 && ten > 0) return 'lăm';
  if (unit === 1 && ten > 1) return 'mốt';
  if (unit === 4 && ten > 1) return 'tư';
  return digit(unit);
}

function digit(value: number): string {
  return digits[value] ?? '';
}
