/** The lean CSV reader against csv-parse, whose rows and refusals are the measure. */
import { CsvError, parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../src/formats/byte-source.ts';
import { usualCaps } from '../src/formats/caps.ts';
import { cleanText } from '../src/formats/cell-text.ts';
import { CsvScanner } from '../src/formats/csv-scan.ts';
import type { RawRow } from '../src/formats/header.ts';
import { parseTable, streamTable } from '../src/formats/read-table.ts';
import type { TableRow } from '../src/table.ts';

type Outcome = { readonly rows: readonly (readonly string[])[]; readonly refused: boolean };

function reference(bytes: Buffer, delimiter: string): Outcome {
  const rows: string[][] = [];
  try {
    parse(bytes, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
      on_record: (record: string[]) => {
        rows.push(record.map(cleanText));
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, refused: true };
  }
  return { rows, refused: false };
}

/** Reads the bytes in pieces that end at the given places. */
function scanned(bytes: Buffer, delimiter: string, cuts: readonly number[]): Outcome {
  const rows: RawRow[] = [];
  const scanner = new CsvScanner(delimiter, 1, usualCaps, (row) => rows.push(row) > 0);
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (one, other) => one - other,
  );
  let from = 0;
  for (const to of places) {
    scanner.push(Buffer.from(bytes.subarray(from, to)));
    from = to;
  }
  scanner.push(null);
  return { rows: rows.map((row) => row.cells), refused: scanner.trouble !== null };
}

/** csv-parse takes `"" "x"` for one cell and other white space than ASCII behind `""`; here both are refused. */
function isPeculiar(text: string, delimiter: string): boolean {
  const mark = delimiter === '|' ? '\\|' : delimiter;
  return new RegExp(`(^|[\\r\\n${mark}])\\s*""(\\s*"|[^\\S\\r\\n]*[\\u0080-\\uffff])`).test(text);
}

/** Blank rows are passed over later, and only csv-parse leaves the last one out. */
const filled = (rows: Outcome['rows']): Outcome['rows'] =>
  rows.filter((row) => row.some((cell) => cell !== ''));

describe('the same rows, or a refusal by both', () => {
  const unit = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('"', ',', ';', '\n', '\r', '\r\n', '\t', '|', ' ') },
    { weight: 3, arbitrary: fc.constantFrom('a', '5', '12', 'ệ', 'e\u0323', '\u00a0', '\ufeff') },
    { weight: 1, arbitrary: fc.constantFrom('""', '","', '"\n', 'ST23-000001', 'x'.repeat(60)) },
  );
  const text = fc.array(unit, { maxLength: 40 }).map((parts) => parts.join(''));
  const cuts = fc.array(fc.nat(200), { maxLength: 6 });

  test.each([',', ';', '\t', '|'])('%j', (delimiter) => {
    fc.assert(
      fc.property(text, cuts, (written, places) => {
        fc.pre(!isPeculiar(written, delimiter));
        const bytes = Buffer.from(written);
        const wanted = reference(bytes, delimiter);
        const got = scanned(bytes, delimiter, wholeCharacters(bytes, places));
        expect(got.refused).toBe(wanted.refused);
        if (!wanted.refused) expect(filled(got.rows)).toEqual(filled(wanted.rows));
      }),
      { numRuns: 3000 },
    );
  });

  test('well-formed tables, with cells of any length', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '5', '05', ' x ', 'ệ', 'a"b', 'a,b', 'a\r\nb', '=1'),
      fc.integer({ min: 40, max: 60 }).map((length) => 'ơ'.repeat(length)),
    );
    const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 12 });
    const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(grid, cuts, (rows, places) => {
        const bytes = Buffer.from(rows.map((row) => `${row.map(quoted).join(',')}\n`).join(''));
        const got = scanned(bytes, ',', wholeCharacters(bytes, places));
        expect(got).toEqual(reference(bytes, ','));
        expect(got.rows).toEqual(rows.map((row) => row.map(cleanText)));
      }),
    );
  });
});

/** Pieces come as whole characters: a cut inside one moves to its start. */
function wholeCharacters(bytes: Buffer, cuts: readonly number[]): readonly number[] {
  return cuts.map((cut) => {
    let at = cut % (bytes.length + 1);
    while (at > 0 && at < bytes.length && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
    return at;
  });
}

function inPieces(bytes: Buffer, size: number): ByteSource {
  return {
    size: bytes.length,
    chunks: async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

describe('as a stream', () => {
  const line = (row: number): string => `ST23-${row};Sở Nội vụ;${row % 5};"a\nb"\r\n`;
  const lines = Array.from({ length: 5000 }, (_, row) => line(row));
  const text = `serial;đơn vị;q1;ghi chú\r\n${lines.join('')}`;

  test.each([1, 7, 1000, 65_536, 1e9])(
    'pieces of %d bytes give what the whole gives',
    async (size) => {
      const few = size === 1 ? text.slice(0, 20_000) : text;
      const bytes = Buffer.from(`\ufeff${few.slice(0, few.lastIndexOf('\r\n') + 2)}`);
      const whole = await parseTable(bytes, 'f.csv');
      const rows: TableRow[] = [];
      let last = 0;
      const read = await streamTable(
        inPieces(bytes, size),
        'f.csv',
        {},
        {
          head: () => true,
          row: (row) => rows.push(row) > 0,
          pause: (done) => {
            expect(done).toBeGreaterThanOrEqual(last);
            last = done;
            return null;
          },
        },
      );
      expect(rows).toEqual(whole.ok && whole.value.rows);
      expect(last).toBe(bytes.length);
      expect(read.ok && read.value.how).toEqual({
        encoding: 'UTF-8',
        delimiter: ';',
        headerRow: 1,
        sheet: null,
      });
    },
  );

  test('no more rows than the sink wants', async () => {
    let rows = 0;
    const read = await streamTable(
      inPieces(Buffer.from(text), 1000),
      'f.csv',
      {},
      {
        head: () => true,
        row: () => ++rows < 3,
        pause: () => null,
      },
    );
    expect(rows).toBe(3);
    expect(read.ok).toBe(true);
  });

  test('what concerns single rows does not pile up in the findings', async () => {
    const bytes = Buffer.from(`a,b,c\n${'1,2\n1,2,3,4\n'.repeat(2000)}`);
    let faults = 0;
    const read = await streamTable(
      inPieces(bytes, 1000),
      'f.csv',
      {},
      {
        head: () => true,
        row: (row) => {
          faults += row.faults.length;
          return true;
        },
        pause: () => null,
      },
    );
    expect(faults).toBe(4000);
    expect(read.findings).toEqual([]);
  });
});

describe('separators that Excel leaves out', () => {
  const head = 'serial;q1;q2;note\r\n';
  const full = (count: number, note = ''): string => `A;5;4;${note}\r\n`.repeat(count);
  const short = (count: number): string => 'A;5;4\r\n'.repeat(count);
  async function shiftedRows(text: string): Promise<readonly number[]> {
    const table = await parseTable(Buffer.from(text), 'f.csv');
    if (!table.ok) throw new Error(JSON.stringify(table.findings));
    return table.value.rows.filter((row) => row.faults.length > 0).map((row) => row.row);
  }

  test.each([
    ['a whole block', head + full(15, 'x') + short(16) + full(3), []],
    ['the last block, below a whole one', head + full(15, 'x') + short(16) + short(2), []],
    ['the last block, where the column has been blank so far', head + full(15) + short(1), []],
    ['the last block, where it has not', head + full(15, 'x') + short(2), [17, 18]],
    [
      'not at the border of a block',
      head + full(16) + short(16),
      [18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33].filter((row) => row < 33),
    ],
    ['in the block of the headings', head + full(3) + short(1), [5]],
    ['only some rows of the block', head + full(15) + short(5) + full(11), [17, 18, 19, 20, 21]],
    [
      'no row fills the last column',
      `${head}${full(15)}${'A;5;\r\n'.repeat(16)}`,
      Array.from({ length: 16 }, (_, at) => 17 + at),
    ],
  ])('%s', async (_name, text, wanted) => {
    expect(await shiftedRows(text)).toEqual(wanted);
  });

  test('a note says how many rows', async () => {
    const table = await parseTable(Buffer.from(head + full(15) + short(16)), 'f.csv');
    expect(table.findings).toMatchObject([{ code: 'file/dropped-separators', args: { rows: 16 } }]);
  });

  test('one blank cell more in every row is no trouble', async () => {
    expect(await shiftedRows(`a;b;\r\n${'1;2;\r\n'.repeat(40)}`)).toEqual([]);
    expect(await shiftedRows(`a;b\r\n${'1;2;\r\n'.repeat(40)}`)).toEqual([]);
  });
});
