/** Numbers and dates as they stand in cells. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DateFormat, dateFormatNamed, readDate } from '../src/table/date-text.ts';
import { type DecimalMark, readNumber } from '../src/table/number-text.ts';

function numberIn(text: string, mark: DecimalMark | null = null): string {
  const read = readNumber(text, mark);
  if (read.kind === 'number') return read.text;
  return read.kind === 'ambiguous' ? `${read.whole} or ${read.decimal}` : '?';
}

describe('numbers', () => {
  test.each([
    // [written, nothing declared, comma, point]
    ['12', '12', '12', '12'],
    ['68,85', '68.85', '68.85', '68.85'],
    ['68.85', '68.85', '68.85', '68.85'],
    ['1.234', '1234 or 1.234', '1234', '1.234'],
    ['1,234', '1234 or 1.234', '1.234', '1234'],
    ['-1.234', '-1234 or -1.234', '-1234', '-1.234'],
    ['0.125', '0.125', '0.125', '0.125'],
    ['1234,567', '1234.567', '1234.567', '1234.567'],
    ['1.234,5', '1234.5', '1234.5', '?'],
    ['1,234.5', '1234.5', '?', '1234.5'],
    ['1.234.567', '1234567', '1234567', '?'],
    ['1,234,567', '1234567', '?', '1234567'],
    ['1.234.567,25', '1234567.25', '1234567.25', '?'],
    ['1.23.456', '?', '?', '?'],
    ['1 234', '1234', '1234', '1234'],
    ['1 234,567', '1234.567', '1234.567', '1234.567'],
    ['1\u00a0234\u202f567', '1234567', '1234567', '1234567'],
    ['1\u2009234', '1234', '1234', '1234'],
    ['12 34', '?', '?', '?'],
    ['５', '5', '5', '5'],
    ['６８，８５', '68.85', '68.85', '68.85'],
    ['−3', '-3', '-3', '-3'],
    ['–3,5', '-3.5', '-3.5', '-3.5'],
    ['- 3', '-3', '-3', '-3'],
    ['+5', '5', '5', '5'],
    ['05', '5', '5', '5'],
    ['5,0', '5', '5', '5'],
    ['-0', '0', '0', '0'],
    ['12 %', '?', '?', '?'],
    ['1e3', '?', '?', '?'],
    ['5,', '?', '?', '?'],
    [',5', '?', '?', '?'],
    ['1,2.3', '?', '?', '?'],
    ['(5)', '?', '?', '?'],
    ['3 phiếu', '?', '?', '?'],
    ['', '?', '?', '?'],
    ['-', '?', '?', '?'],
    ['٥', '?', '?', '?'],
    ['9'.repeat(31), '?', '?', '?'],
  ] as const)('%s', (text, none, comma, point) => {
    expect([numberIn(text), numberIn(text, 'comma'), numberIn(text, 'point')]).toEqual([
      none,
      comma,
      point,
    ]);
  });

  const whole = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const decimals = fc.stringMatching(/^\d{0,6}$/);

  test('what Vietnamese and English writers write is read back as declared', () => {
    fc.assert(
      fc.property(
        whole,
        decimals,
        fc.boolean(),
        fc.boolean(),
        (size, after, isMinus, isGrouped) => {
          const shown = isGrouped ? size.toString().replace(/\B(?=(\d{3})+$)/g, '.') : `${size}`;
          const sign = isMinus ? '-' : '';
          const vietnamese = `${sign}${shown}${after === '' ? '' : `,${after}`}`;
          const english = vietnamese.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
          const trimmed = after.replace(/0+$/, '');
          const plain = trimmed === '' ? `${size}` : `${size}.${trimmed}`;
          const meant = plain === '0' ? plain : sign + plain;
          expect(numberIn(vietnamese, 'comma')).toBe(meant);
          expect(numberIn(english, 'point')).toBe(meant);
          const read = readNumber(vietnamese, null);
          // Undeclared it is the same, or it is asked.
          if (read.kind === 'ambiguous') expect([read.whole, read.decimal]).toContain(meant);
          else expect(read).toEqual({ kind: 'number', text: meant });
        },
      ),
    );
  });

  test('whatever stands there, a number comes out as digits that read as themselves', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^[-+.,0-9 ５\u00a0]{0,12}$/));
    const marks = fc.constantFrom('comma', 'point', null);
    fc.assert(
      fc.property(texts, marks, (text, mark) => {
        const read = readNumber(text, mark);
        if (read.kind !== 'number') return;
        expect(read.text).toMatch(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/);
        expect(read.text).not.toBe('-0');
        expect(readNumber(read.text, 'point')).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
});

function dateIn(text: string, format: DateFormat | null = null): string {
  const read = readDate(text, format);
  if (read.kind === 'date') return read.time === null ? read.iso : `${read.iso} ${read.time}`;
  return read.kind === 'ambiguous' ? 'two ways' : `no, ${read.fits ?? 'none'}`;
}

describe('dates', () => {
  test.each([
    ['20/11/2024', null, '2024-11-20'],
    ['5/6/2024', null, '2024-06-05'],
    ['5/6/2024', 'M/d/yyyy', '2024-05-06'],
    ['05-06-2024', null, '2024-06-05'],
    ['5.6.2024', null, '2024-06-05'],
    ['2024-11-20', null, '2024-11-20'],
    ['2024-11-20', 'M/d/yyyy', '2024-11-20'],
    ['2024/11/20', null, '2024-11-20'],
    ['20/11/2024 8:30', null, '2024-11-20 08:30'],
    ['20/11/2024 8:30:15', null, '2024-11-20 08:30'],
    ['20/11/2024, 8:30:15 SA', null, '2024-11-20 08:30'],
    ['20/11/2024 8:30:15 CH', null, '2024-11-20 20:30'],
    ['20/11/2024 12:05 SA', null, '2024-11-20 00:05'],
    ['11/20/2024 8:30:15', null, 'no, M/d/yyyy'],
    ['11/20/2024 8:30:15', 'M/d/yyyy', '2024-11-20 08:30'],
    ['20/11/2024', 'M/d/yyyy', 'no, d/M/yyyy'],
    ['5/6/2024 8:30:15 AM', null, 'two ways'],
    ['5/6/2024 8:30:15 AM', 'd/M/yyyy', '2024-06-05 08:30'],
    ['5/5/2024 8:30:15 PM', null, '2024-05-05 20:30'],
    ['20/11/2024 8:30 PM', null, '2024-11-20 20:30'],
    ['2024-11-20T01:30:00Z', null, '2024-11-20 08:30'],
    ['2024-11-20T20:30:00.123+00:00', null, '2024-11-21 03:30'],
    ['2024-11-20T08:30:00+07:00', null, '2024-11-20 08:30'],
    ['2024-11-20 08:30:00', null, '2024-11-20 08:30'],
    ['2024/11/20 8:30:15 AM GMT+7', null, '2024-11-20 08:30'],
    ['2024-01-01T02:00:00+09:00', null, '2024-01-01 00:00'],
    ['ngày 2 tháng 9 năm 2024', null, '2024-09-02'],
    ['08:30 20/11/2024', null, '2024-11-20 08:30'],
    ['２０/１１/２０２４', null, '2024-11-20'],
    ['29/02/2024', null, '2024-02-29'],
    ['29/02/2023', null, 'no, none'],
    ['31/04/2024', null, 'no, none'],
    ['5/6/24', null, 'no, none'],
    ['2024-13-01', null, 'no, none'],
    ['20/11/2024 25:00', null, 'no, none'],
    ['20/11/2024 8:61', null, 'no, none'],
    ['20-11/2024', null, 'no, none'],
    ['45616', null, 'no, excel-1900'],
    ['45616.5', null, 'no, excel-1900'],
    ['12345', null, 'no, none'],
    ['45616', 'excel-1900', '2024-11-20'],
    ['44154', 'excel-1904', '2024-11-20'],
    ['45616.354166666664', 'excel-1900', '2024-11-20 08:30'],
    ['60', 'excel-1900', 'no, none'],
    ['59', 'excel-1900', '1900-02-28'],
    ['61', 'excel-1900', '1900-03-01'],
    ['2024-11-20', 'excel-1900', '2024-11-20'],
    ['', null, 'no, none'],
    ['hôm qua', null, 'no, none'],
  ] as const)('%s (%s)', (text, format, expected) => {
    expect(dateIn(text, format)).toBe(expected);
  });

  test('names of formats', () => {
    const names = [
      'dd/MM/yyyy',
      'D-M-YYYY',
      'mm/dd/yyyy',
      'yyyy-mm-dd',
      'excel-1904',
      'd/M/yy',
      'x',
    ];
    expect(names.map(dateFormatNamed)).toEqual([
      'd/M/yyyy',
      'd/M/yyyy',
      'M/d/yyyy',
      'yyyy-MM-dd',
      'excel-1904',
      null,
      null,
    ]);
  });

  const day = fc.date({
    min: new Date('1900-03-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  });

  test('every day is read back in every format', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOf] = iso.split('-').map(Number);
        const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
        expect(dateIn(`${dayOf}/${month}/${year}`)).toBe(iso);
        expect(dateIn(`${month}/${dayOf}/${year}`, 'M/d/yyyy')).toBe(iso);
        expect(dateIn(iso)).toBe(iso);
        expect(dateIn(`${serial}`, 'excel-1900')).toBe(iso);
        if (serial >= 1462) expect(dateIn(`${serial - 1462}`, 'excel-1904')).toBe(iso);
      }),
    );
  });

  test('a moment with a zone is told as Vietnam’s clocks show it', () => {
    fc.assert(
      fc.property(day, (date) => {
        const shown = new Date(date.getTime() + 7 * 3_600_000).toISOString();
        expect(dateIn(date.toISOString())).toBe(`${shown.slice(0, 10)} ${shown.slice(11, 16)}`);
      }),
    );
  });

  test('whatever stands there, only days of the calendar come out', () => {
    const texts = fc.oneof(
      fc.string(),
      fc.stringMatching(/^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}( \d{1,2}:\d{2})?$/),
      fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const read = readDate(text, null);
        if (read.kind !== 'date') return;
        expect(new Date(`${read.iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(read.iso);
        expect(read.time ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
      { numRuns: 2000 },
    );
  });
});
