/** CSV and text files: delimiters, encodings, line ends, what stands around the table, and how cells are typed. */
import { encodeLegacy } from '../encode.ts';
import { type CorpusCase, refused, rejects, same } from './case.ts';
import { answers, counts, type Grid, grid, many, mapped, sheet, withCells } from './survey.ts';

interface Style {
  readonly delimiter?: string;
  readonly end?: string;
  /** Every cell in quotes, as Kobo and LimeSurvey write. */
  readonly quoted?: boolean;
}

export function csv(
  table: Grid,
  { delimiter = ',', end = '\r\n', quoted = false }: Style = {},
): string {
  const cellText = (cell: string): string =>
    quoted || /["\r\n]/.test(cell) || cell.includes(delimiter)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  return table.map((row) => row.map(cellText).join(delimiter) + end).join('');
}

const semicolons = (table: Grid): string => csv(table, { delimiter: ';' });
const be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const nfd = (text: string): string => text.normalize('NFD');

const styles: readonly CorpusCase[] = [
  { file: 'phay.csv', odd: 'commas', make: () => csv(answers), expect: same(answers) },
  {
    file: 'cham-phay.csv',
    odd: 'semicolons',
    make: () => semicolons(answers),
    expect: same(answers),
  },
  {
    file: 'tab.tsv',
    odd: 'tabs',
    make: () => csv(answers, { delimiter: '\t' }),
    expect: same(answers),
  },
  {
    file: 'gach.txt',
    odd: 'vertical bars',
    make: () => csv(answers, { delimiter: '|' }),
    expect: same(answers),
  },
  {
    file: 'sep.csv',
    odd: 'Excel’s first line sep=;',
    make: () => `sep=;\r\n${semicolons(answers)}`,
    expect: same(answers, 1),
  },
  {
    file: 'khai.csv',
    odd: 'a declared delimiter',
    make: () => csv(answers, { delimiter: '|' }),
    command: 'import khai.csv --delimiter |',
    expect: same(answers),
  },
  {
    file: 'ngoac-kep.csv',
    odd: 'every cell in quotes, semicolons, CR LF, as Kobo exports',
    make: () => csv(answers, { delimiter: ';', quoted: true }),
    expect: same(answers),
  },
  {
    file: 'lime.csv',
    odd: 'mark, quotes, semicolons and a blank last line, as LimeSurvey exports',
    make: () => `\ufeff${csv(answers, { delimiter: ';', quoted: true })}\r\n`,
    expect: same(answers),
  },
  {
    file: 'ngoac.csv',
    odd: 'doubled quotes inside a cell',
    make: () => csv(withCells(answers, { '4:6': 'Cán bộ "nhiệt tình", rất tốt' })),
    expect: same(withCells(answers, { '4:6': 'Cán bộ "nhiệt tình", rất tốt' })),
  },
  {
    file: 'xuong-dong.csv',
    odd: 'a line break inside a cell',
    make: () => csv(withCells(answers, { '4:6': 'Cán bộ\nnhiệt tình' })),
    expect: same(withCells(answers, { '4:6': 'Cán bộ\nnhiệt tình' })),
  },
  { file: 'lf.csv', odd: 'LF', make: () => csv(answers, { end: '\n' }), expect: same(answers) },
  {
    file: 'cr.csv',
    odd: 'CR, as old Macs write',
    make: () => csv(answers, { end: '\r' }),
    expect: same(answers),
  },
  {
    file: 'lan-lon.csv',
    odd: 'LF and CR LF mixed',
    make: () => csv(answers.slice(0, 3)) + csv(answers.slice(3), { end: '\n' }),
    expect: same(answers),
  },
  {
    file: 'khong-xuong-dong.csv',
    odd: 'no line end after the last row',
    make: () => csv(answers, { end: '\n' }).slice(0, -1),
    expect: same(answers),
    told: ['file/last-line-unfinished'],
  },
];

const encodings: readonly CorpusCase[] = [
  {
    file: 'bom.csv',
    odd: 'UTF-8 with its mark',
    make: () => `\ufeff${csv(answers)}`,
    expect: same(answers),
  },
  {
    file: 'unicode.txt',
    odd: 'Excel’s “Unicode text”: UTF-16, tabs',
    make: () => Buffer.from(`\ufeff${csv(answers, { delimiter: '\t' })}`, 'utf16le'),
    expect: same(answers),
  },
  {
    file: 'utf16be.csv',
    odd: 'UTF-16 big-endian',
    make: () => be(`\ufeff${csv(answers)}`),
    expect: same(answers),
  },
  {
    file: 'utf16.csv',
    odd: 'UTF-16 without its mark',
    make: () => Buffer.from(csv(answers), 'utf16le'),
    expect: same(answers),
    told: ['file/encoding'],
  },
  {
    file: 'utf16be-khong-dau.csv',
    odd: 'UTF-16 big-endian without its mark',
    make: () => be(csv(answers)),
    expect: same(answers),
    told: ['file/encoding'],
  },
  {
    file: 'nfd.csv',
    odd: 'letters and marks apart (NFD), as macOS writes',
    make: () => nfd(csv(answers)),
    expect: same(answers),
  },
  {
    file: 'windows-1258.csv',
    odd: 'windows-1258',
    make: () => encodeLegacy(csv(answers), 'windows-1258'),
    expect: same(answers),
    told: ['file/encoding'],
  },
  {
    file: 'abc.csv',
    odd: 'TCVN3 (.VnTime)',
    make: () => encodeLegacy(csv(answers), 'TCVN3'),
    expect: same(answers),
    told: ['file/encoding'],
  },
  {
    file: 'vni.csv',
    odd: 'VNI (VNI-Times)',
    make: () => encodeLegacy(csv(answers), 'VNI'),
    expect: same(answers),
    told: ['file/encoding'],
  },
  {
    file: 'viscii.csv',
    odd: 'VISCII',
    make: () => encodeLegacy(csv(answers), 'VISCII'),
    expect: same(answers),
    told: ['file/encoding'],
  },
  {
    file: 'abc-khai.csv',
    odd: 'TCVN3, declared',
    make: () => encodeLegacy(csv(answers), 'TCVN3'),
    command: 'import abc-khai.csv --encoding abc',
    expect: same(answers),
  },
  {
    file: 'hai-bang-ma.csv',
    odd: 'one line pasted in TCVN3',
    make: () =>
      Buffer.concat([
        Buffer.from(csv(answers.slice(0, 6))),
        encodeLegacy(csv(answers.slice(6)), 'TCVN3'),
      ]),
    expect: refused('file/undecodable hai-bang-ma.csv:7:1'),
  },
  {
    file: 'khong-chac.csv',
    odd: 'one word that is Hoà in windows-1258 and Hồ in VNI',
    make: () => encodeLegacy(`serial,q1,gy\n${sheet(0)},5,Hoà\n`, 'windows-1258'),
    expect: refused('file/encoding-unsure khong-chac.csv:2:1'),
  },
  {
    file: 'khai-sai.csv',
    odd: 'UTF-8 that was declared as VNI',
    make: () => csv(answers),
    command: 'import khai-sai.csv --encoding vni',
    expect: refused('file/not-in-encoding khai-sai.csv:1:1'),
  },
  {
    file: 'khai-la.csv',
    odd: 'an encoding that nobody knows',
    make: () => csv(answers),
    command: 'import khai-la.csv --encoding latin9',
    expect: refused('file/unknown-encoding khai-la.csv'),
  },
  {
    file: 'cat-giua-chu.csv',
    odd: 'cut in the middle of a letter',
    make: () => {
      const bytes = Buffer.from(csv(answers));
      return bytes.subarray(0, bytes.lastIndexOf(Buffer.from('ồ')) + 2);
    },
    expect: refused('file/truncated'),
  },
  {
    file: 'le-doi.csv',
    odd: 'a lone surrogate in UTF-16',
    make: () => Buffer.from(`\ufeff${csv(withCells(answers, { '4:6': 'Tốt \ud83d' }))}`, 'utf16le'),
    expect: refused('file/undecodable le-doi.csv:4:1'),
  },
  {
    file: 'nul.csv',
    odd: 'a NUL in the third line',
    make: () => csv(withCells(answers, { '3:6': 'Tốt\0' })),
    expect: refused('file/nul nul.csv:3:1'),
  },
  {
    file: 'utf32.csv',
    odd: 'UTF-32',
    make: () => {
      const letters = [...`\ufeff${csv(answers)}`];
      const bytes = Buffer.alloc(letters.length * 4);
      for (const [at, letter] of letters.entries())
        bytes.writeUInt32LE(letter.codePointAt(0) ?? 0, at * 4);
      return bytes;
    },
    expect: refused('file/binary'),
  },
];

const frames: readonly CorpusCase[] = [
  {
    file: 'dong-trong.csv',
    odd: 'blank lines between the rows',
    make: () => csv(answers).replaceAll('\r\n', '\r\n\r\n'),
    expect: same(answers),
  },
  {
    file: 'dau-trong.csv',
    odd: 'blank lines before the headings',
    make: () => `\r\n\r\n${csv(answers)}`,
    expect: same(answers, 2),
  },
  {
    file: 'tieu-de.csv',
    odd: 'an official head and a title above the headings',
    make: () =>
      `UBND HUYỆN THỬ,,,,,\r\nPHÒNG NỘI VỤ,,,,,\r\n,,,,,\r\nDANH SÁCH PHIẾU THU VỀ,,,,,\r\n${csv(answers)}`,
    expect: same(answers, 4),
  },
  {
    file: 'tieu-de-khai.csv',
    odd: 'a title above, and the row of the headings declared',
    make: () => `DANH SÁCH PHIẾU THU VỀ,,,,,\r\n${csv(answers)}`,
    command: 'import tieu-de-khai.csv --header-row 2',
    expect: same(answers, 1),
  },
  {
    file: 'tong-cong.csv',
    odd: 'a line of totals at the bottom',
    make: () => csv([...answers, ['Tổng cộng', '', '20', '18', '39,5', '']]),
    expect: rejects(answers, ['8:Số phiếu returns/totals-row']),
  },
  {
    file: 'stt.csv',
    odd: 'a running number in front and notes behind',
    make: () =>
      csv(
        answers.map((row, at) => [at === 0 ? 'STT' : `${at}`, ...row, at === 0 ? 'Ghi chú' : '']),
      ),
    expect: same(answers),
  },
  {
    file: 'cot-la.csv',
    odd: 'a column that nobody asked for',
    make: () => csv(answers.map((row, at) => [...row, at === 0 ? 'Điện thoại' : '0912'])),
    expect: same(answers),
    told: ['returns/ignored-column'],
  },
  {
    file: 'dao-cot.csv',
    odd: 'columns in another order',
    make: () => csv(answers.map((row) => [...row].reverse())),
    expect: same(answers),
  },
  {
    file: 'chu-hoa.csv',
    odd: 'headings in capitals, with blanks and no-break spaces',
    make: () =>
      csv(
        mapped(answers, (cell, row) =>
          row === 1 ? `  ${cell.toUpperCase().replace(' ', '\u00a0 ')} ` : cell,
        ),
      ),
    expect: same(answers),
  },
  {
    file: 'ma-cot.csv',
    odd: 'codes for headings and units',
    make: () =>
      csv(
        withCells(
          mapped(answers, (cell) => cell.replace('Xã An Bình', 'an').replace('Xã Hòa Bình', 'hoa')),
          { '1:1': 'serial', '1:2': 'unit', '1:3': 'q1', '1:4': 'Q2', '1:5': 'gio', '1:6': 'gy' },
        ),
      ),
    expect: same(answers),
  },
  {
    file: 'thua-dau-ngan.csv',
    odd: 'a separator too many at the end of every line',
    make: () => csv(answers).replaceAll('\r\n', ',\r\n'),
    expect: same(answers),
  },
  {
    file: 'excel-bo-dau-ngan.csv',
    odd: 'Excel drops the separators of blank last cells in blocks of sixteen rows',
    make: () =>
      csv(many)
        .split('\r\n')
        .map((line, at) => (at < 16 ? line : line.replace(/,$/, '')))
        .join('\r\n'),
    expect: same(many),
    told: ['file/dropped-separators'],
  },
  {
    file: 'thieu-o-cuoi.csv',
    odd: 'every row one cell short: which column is missing, nobody can tell',
    make: () => csv(answers.map((row, at) => (at === 0 ? row : row.slice(0, 5)))),
    expect: refused(...[2, 3, 4, 5, 6, 7].map((row) => `${row} file/ragged-row`)),
  },
  {
    file: 'ngan-hut.csv',
    odd: 'a row whose cells have shifted',
    make: () =>
      csv(answers.map((row, at) => (at === 3 ? row.filter((_, column) => column !== 2) : row))),
    expect: rejects(answers, ['4 file/ragged-row']),
  },
  {
    file: 'ngan-thua.csv',
    odd: 'a comma inside a cell without quotes',
    make: () =>
      csv(answers).replace(
        '"Thủ tục còn chậm, nhất là hộ tịch"',
        'Thủ tục còn chậm, nhất là hộ tịch',
      ),
    expect: rejects(answers, ['2 file/ragged-row']),
  },
  {
    file: 'phay-thap-phan.csv',
    odd: 'a decimal comma without quotes',
    make: () => csv(answers).replace('"0,5"', '0,5'),
    expect: rejects(answers, ['3 file/ragged-row']),
  },
  {
    file: 'phieu-luoi.csv',
    odd: 'a grid: one row per unit of a sheet',
    make: () => semicolons(grid),
    expect: same(grid),
  },
  {
    file: 'kiem-dem.csv',
    odd: 'counts on paper',
    make: () => semicolons(counts),
    expect: same(counts),
  },
  {
    file: 'kiem-dem-tong.csv',
    odd: 'counts with a line of totals',
    make: () =>
      csv([...counts, ['Tổng cộng', '', '', '3', '7', '4', '0', '0', '2', '8', '8', '0']]),
    expect: same(counts),
  },
];

export const textCases: readonly CorpusCase[] = [...styles, ...encodings, ...frames];
