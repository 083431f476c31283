/** What people type into cells: marks, numbers, serials, names, blanks. */

import { writeSerial } from '../../../src/packets/serial.ts';
import { type CorpusCase, type Expected, rejects, same } from './case.ts';
import { answers, delegates, grid, mapped, sheet, withCells } from './survey.ts';
import { csv } from './texts.ts';

/** The clean answers with these cells otherwise. */
function typed(
  file: string,
  odd: string,
  changes: Readonly<Record<string, string>>,
  expect: Expected = same(answers),
  told: readonly string[] = [],
): CorpusCase {
  return { file: `${file}.csv`, odd, make: () => csv(withCells(answers, changes)), expect, told };
}

function everyCell(
  file: string,
  odd: string,
  change: (cell: string, column: number) => string,
): CorpusCase {
  const table = mapped(answers, (cell, row, column) => (row === 1 ? cell : change(cell, column)));
  return { file: `${file}.csv`, odd, make: () => csv(table), expect: same(answers) };
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const first = sheet(0);

const names: readonly CorpusCase[] = [
  everyCell('hoa-hoa', 'the tone placed the old way', (cell) => cell.replaceAll('Hòa', 'Hoà')),
  everyCell('ubnd', 'UBND before the names', (cell, column) =>
    column === 2 ? `UBND ${cell.toLowerCase()}` : cell,
  ),
  everyCell('uy-ban', 'Ủy ban nhân dân before the names', (cell, column) =>
    column === 2 ? `Uỷ ban nhân dân ${cell}` : cell,
  ),
  everyCell('ten-hoa', 'names in capitals', (cell, column) =>
    column === 2 ? cell.toUpperCase() : cell,
  ),
  everyCell('ten-khoang', 'names with blanks of every kind', (cell, column) =>
    column === 2 ? `\u00a0${cell.replaceAll(' ', ' \u2009\u3000')}\t` : cell,
  ),
  everyCell('ten-an', 'zero-width marks in the names', (cell, column) =>
    column === 2 ? `\ufeff${cell.replaceAll(' ', ' \u200b')}\u200e` : cell,
  ),
  everyCell('ten-nfd', 'names with marks apart in some rows', (cell, column) =>
    column === 2 ? cell.normalize('NFD') : cell,
  ),
  typed(
    'd-thieu-ngang',
    'D for Đ',
    { '6:2': 'Xã Dông Sơn' },
    rejects(answers, ['6:Đơn vị returns/unknown-name']),
  ),
  typed('eth', 'Ð (Icelandic) for Đ', { '6:2': 'Xã Ðông Sơn' }, same(answers)),
  typed(
    'don-vi-khac',
    'the sheet of another unit',
    { '4:2': 'Xã An Bình' },
    rejects(answers, ['4:Đơn vị returns/not-rated']),
  ),
  typed(
    'cong-thuc-ten',
    'a formula where a name is due',
    { '4:2': '=HYPERLINK("http://x","Xã Hòa Bình")' },
    rejects(answers, ['4:Đơn vị returns/unknown-name']),
  ),
  typed(
    'nguoc-chieu',
    'a right-to-left override in a name',
    { '4:2': 'Xã \u202eBình Hòa' },
    rejects(answers, ['4:Đơn vị returns/unknown-name']),
  ),
];

const serials: readonly CorpusCase[] = [
  everyCell('se-ri-thuong', 'serials in small letters', (cell, column) =>
    column === 1 ? cell.toLowerCase() : cell,
  ),
  everyCell('se-ri-cach', 'serials with blanks', (cell, column) =>
    column === 1 ? ` ${cell.replaceAll('-', ' - ')} ` : cell,
  ),
  everyCell('se-ri-cham', 'serials with dots for dashes', (cell, column) =>
    column === 1 ? cell.replaceAll('-', '.') : cell,
  ),
  everyCell('se-ri-rong', 'serials in full-width letters', (cell, column) =>
    column === 1 ? wide(cell) : cell,
  ),
  everyCell('se-ri-gach', 'serials with long dashes', (cell, column) =>
    column === 1 ? cell.replaceAll('-', '–') : cell,
  ),
  typed(
    'se-ri-o',
    'O for 0 in a serial',
    { '2:1': first.replaceAll('0', 'O') },
    rejects(answers, ['2:Số phiếu returns/serial-unreadable']),
  ),
  typed(
    'se-ri-sai',
    'one digit wrong',
    { '3:1': changedDigit(sheet(1)) },
    rejects(answers, ['3:Số phiếu returns/serial-mistyped']),
  ),
  typed(
    'se-ri-khac',
    'a serial of another survey',
    { '3:1': sheet(1).replace('T24', 'K23') },
    rejects(answers, ['3:Số phiếu returns/serial-of-another-survey']),
  ),
  typed(
    'se-ri-khong-in',
    'a serial that was never printed',
    { '3:1': writeSerial({ prefix: 'T24', formDigits: 2, packetDigits: 3 }, 1, 99, 1) },
    rejects(answers, ['3:Số phiếu returns/serial-not-printed']),
  ),
  typed(
    'se-ri-trong',
    'no serial',
    { '3:1': '' },
    rejects(answers, ['3:Số phiếu returns/serial-missing']),
  ),
  typed(
    'se-ri-chu',
    'words where a serial is due',
    { '3:1': 'mất phiếu' },
    rejects(answers, ['3:Số phiếu returns/serial-unreadable']),
  ),
  {
    file: 'lap-giong.csv',
    odd: 'the same row twice',
    make: () => csv([...answers, answers[1] ?? []]),
    expect: rejects(answers, ['8:Số phiếu returns/repeated']),
  },
  {
    file: 'lap-khac.csv',
    odd: 'the same sheet twice with other answers',
    make: () => csv([...answers, [first, 'Xã An Bình', '1', '1', '9', '']]),
    expect: rejects(answers, ['2:Số phiếu returns/conflict', '8:Số phiếu returns/conflict']),
  },
  {
    file: 'luoi-lap.csv',
    odd: 'a unit twice on a grid sheet',
    make: () => csv([...grid, [sheet(0, delegates), 'Xã An Bình', '5', 'K']]),
    expect: rejects(grid, ['8:Số phiếu returns/repeated']),
  },
];

const q1 = 'Chất lượng phục vụ';
const q2 = 'Thời gian giải quyết';
const gio = 'Số giờ chờ';

const marks: readonly CorpusCase[] = [
  typed('nhan', 'words of the scale', {
    '2:3': 'Rất hài lòng',
    '3:3': 'bình thường',
    '4:3': 'HÀI LÒNG',
  }),
  typed(
    'ma-nhan',
    'code and words',
    { '2:3': '5 - Rất hài lòng', '3:3': '3. Bình thường' },
    rejects(answers, [`2:${q1} returns/unknown-option`, `3:${q1} returns/unknown-option`]),
  ),
  typed(
    'nam-khong',
    '5.0 as some tools export whole numbers',
    { '2:3': '5.0' },
    rejects(answers, [`2:${q1} returns/decimal-answer`]),
  ),
  typed('khong-nam', '05', { '2:3': '05' }, rejects(answers, [`2:${q1} returns/unknown-option`])),
  typed('cong-nam', '+5', { '2:3': '+5' }, rejects(answers, [`2:${q1} returns/unknown-option`])),
  typed(
    'nam-rong',
    '５ in full width',
    { '2:3': '５' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  typed('nam-cach', 'blanks around', { '2:3': '\u00a05\u2009', '2:4': '\t4 ' }),
  typed('bo-trong', 'blanks of every kind', { '5:4': '   ', '5:5': '\u00a0', '3:6': '\u200b' }),
  typed(
    'hai-dau',
    'two marks',
    { '2:3': '4;5', '3:3': '3,2' },
    rejects(answers, [`2:${q1} returns/two-marks`, `3:${q1} returns/two-marks`]),
  ),
  typed(
    'hai-dau-cach',
    'two marks with “và”',
    { '2:3': '4 và 5' },
    rejects(answers, [`2:${q1} returns/two-marks`]),
  ),
  typed(
    'ngoai-thang',
    'a mark beyond the scale',
    { '2:3': '6', '3:4': '0' },
    rejects(answers, [`2:${q1} returns/unknown-option`, `3:${q2} returns/unknown-option`]),
  ),
  typed(
    'am',
    'a negative mark',
    { '2:3': '-5' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  typed(
    'phan-le',
    'a decimal mark',
    { '2:3': '4,5', '3:4': '2.5' },
    rejects(answers, [`2:${q1} returns/two-marks`, `3:${q2} returns/decimal-answer`]),
  ),
  typed(
    'phan-tram',
    'a percentage',
    { '2:3': '80%' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  typed(
    'ngay',
    'Excel made a date of a mark',
    { '2:3': '05/04/2024', '3:3': '4-May' },
    rejects(answers, [`2:${q1} returns/unknown-option`, `3:${q1} returns/unknown-option`]),
  ),
  typed(
    'loi',
    'an error of Excel as text',
    { '2:3': '#N/A', '3:3': '#REF!' },
    rejects(answers, [`2:${q1} returns/unknown-option`, `3:${q1} returns/unknown-option`]),
  ),
  typed(
    'dung-sai',
    'TRUE where a mark is due',
    { '2:3': 'TRUE' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  typed(
    'mu',
    '1e3 where a mark is due',
    { '2:3': '1e3' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  typed(
    'cong-thuc',
    'a formula as text in a mark',
    { '2:3': '=1+1' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  typed(
    'bieu-tuong',
    'an emoji for a mark',
    { '2:3': '👍' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
  typed(
    'dau-x',
    'a cross for a mark',
    { '2:3': 'x' },
    rejects(answers, [`2:${q1} returns/unknown-option`]),
  ),
];

const numbers: readonly CorpusCase[] = [
  typed(
    'so-nghin',
    'thousands with a point, decimals with a comma',
    { '2:5': '1.234,5' },
    same(withCells(answers, { '2:5': '1234,5' })),
  ),
  typed(
    'so-cach',
    'thousands with a no-break space',
    { '2:5': '1\u00a0234' },
    same(withCells(answers, { '2:5': '1234' })),
  ),
  typed('so-rong', 'full-width digits', { '4:5': '１２' }),
  typed('so-khong', '12,0', { '4:5': '12,0' }),
  typed(
    'so-mo-ho',
    '1.234 without a declared decimal mark',
    { '4:5': '1.234' },
    rejects(answers, [`4:${gio} returns/ambiguous-number`]),
  ),
  {
    file: 'so-khai.csv',
    odd: '1.234 with the comma declared',
    make: () => csv(withCells(answers, { '4:5': '1.234' })),
    command: 'import so-khai.csv --decimal comma',
    expect: same(withCells(answers, { '4:5': '1234' })),
  },
  typed(
    'so-le',
    'more decimals than the question takes',
    { '3:5': '0,55' },
    rejects(answers, [`3:${gio} returns/too-many-decimals`]),
  ),
  typed(
    'so-lon',
    'beyond the range',
    { '3:5': '10000' },
    rejects(answers, [`3:${gio} returns/number-out-of-range`]),
  ),
  typed(
    'so-am',
    'below the range',
    { '3:5': '−1' },
    rejects(answers, [`3:${gio} returns/number-out-of-range`]),
  ),
  typed(
    'so-don-vi',
    'a number with its unit',
    { '3:5': '2 giờ' },
    rejects(answers, [`3:${gio} returns/not-a-number`]),
  ),
  typed(
    'so-mu',
    'a power of ten',
    { '3:5': '1e3' },
    rejects(answers, [`3:${gio} returns/not-a-number`]),
  ),
  typed(
    'so-phan-tram',
    'a percentage',
    { '3:5': '12 %' },
    rejects(answers, [`3:${gio} returns/not-a-number`]),
  ),
];

const open: readonly CorpusCase[] = [
  typed(
    'y-kien-cong-thuc',
    'opinions that begin as formulas',
    { '2:6': '=cmd|x', '4:6': '@SUM(1)', '6:6': '-1+1' },
    same(withCells(answers, { '2:6': '=cmd|x', '4:6': '@SUM(1)', '6:6': '-1+1' })),
  ),
  typed(
    'y-kien-emoji',
    'emoji and rare letters in an opinion',
    { '2:6': 'Tốt 👍🏽 ạ — “rất” 𠮷' },
    same(withCells(answers, { '2:6': 'Tốt 👍🏽 ạ — “rất” 𠮷' })),
  ),
  typed(
    'y-kien-dieu-khien',
    'control characters in an opinion',
    { '2:6': 'Tốt\u0007\u001b[31m' },
    rejects(answers, ['2:Ý kiến khác returns/control-character']),
  ),
  typed(
    'y-kien-html',
    'a web page in an opinion',
    { '2:6': '<script>alert(1)</script> & "x"' },
    same(withCells(answers, { '2:6': '<script>alert(1)</script> & "x"' })),
  ),
  typed(
    'y-kien-dai',
    'an opinion of a megabyte',
    { '2:6': 'dài '.repeat(262_144) },
    rejects(answers, ['2:Ý kiến khác file/too-long']),
  ),
  typed(
    'y-kien-dai-vua',
    'an opinion as long as Excel allows',
    { '2:6': 'd'.repeat(32_767) },
    same(withCells(answers, { '2:6': 'd'.repeat(32_767) })),
  ),
];

function changedDigit(serial: string): string {
  const last = Number(serial.at(-2));
  return `${serial.slice(0, -2)}${(last + 3) % 10}${serial.at(-1)}`;
}

export const cellCases: readonly CorpusCase[] = [
  ...names,
  ...serials,
  ...marks,
  ...numbers,
  ...open,
];
