/** The reader of plain sheets against the XML parser: whatever the bytes, both give the same rows and the same end. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellContext } from '../src/formats/xlsx/cells.ts';
import { readFrame } from '../src/formats/xlsx/frame.ts';
import { readSheet, type SheetEnd } from '../src/formats/xlsx/sheet.ts';
import type { SheetRow } from '../src/formats/xlsx/sheet-rows.ts';
import type { Zip } from '../src/formats/xlsx/zip.ts';

const context: CellContext = {
  strings: ['Sở Nội vụ', 'A1', ''],
  styles: [{ kind: 'plain' }, { kind: 'date', time: false }, { kind: 'padded', digits: 2 }],
  date1904: false,
  longest: 100,
  columns: 50,
};

/** One part, handed over in pieces of `size` bytes. */
function partOf(content: string | Uint8Array, size: number): Zip {
  const bytes = Buffer.from(content);
  return {
    names: ['sheet'],
    read: async (_name, take) => {
      for (let at = 0; at < bytes.length; at += size) {
        if (!take(bytes.subarray(at, at + size))) return 'stopped';
      }
      return 'done';
    },
  };
}

interface Read extends SheetEnd {
  readonly rows: readonly SheetRow[];
}

async function read(content: string | Uint8Array, size: number, plain: boolean): Promise<Read> {
  const rows: SheetRow[] = [];
  const take = (row: SheetRow): boolean => rows.push(row) > 0;
  const end = await readSheet(partOf(content, size), 'sheet', context, { merges: [], plain }, take);
  return { ...end, rows };
}

/** Whether the sheet was plain; what stands before and behind the rows is judged with the frame. */
async function expectSame(content: string | Uint8Array, size: number): Promise<boolean> {
  const { plain } = await readFrame(partOf(content, size), 'sheet');
  const [got, wanted] = [await read(content, size, plain), await read(content, 1e9, false)];
  // How many rows come before the damage depends on the pieces.
  if (wanted.end === 'done') expect(got).toEqual(wanted);
  else expect(got.end).toBe(wanted.end);
  return plain;
}

const text = fc
  .array(
    fc.constantFrom(
      '5',
      '12',
      'ệ',
      ' ',
      '&amp;',
      '&#10;',
      '&#x1EC7;',
      '_x000D_',
      '.',
      '-',
      'E',
      '\n',
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const reference = fc.constantFrom(
  '',
  ' r="A1"',
  ' r="B2"',
  " r='C3'",
  ' r="AA9"',
  ' r="?"',
  ' r="ZZZ1"',
);
const attributes = fc
  .tuple(
    reference,
    fc.constantFrom('', ' s="1"', ' s="2"', ' s="99"'),
    fc.constantFrom(
      '',
      ' t="s"',
      ' t="str"',
      ' t="b"',
      ' t="e"',
      ' t="n"',
      ' t="d"',
      ' t="inlineStr"',
    ),
    fc.constantFrom('', ' cm="1"', ' ph="1" vm="2"'),
  )
  .map((parts) => parts.join(''));
const content = fc.oneof(
  text.map((value) => `<v>${value}</v>`),
  text.map((value) => `<f>A1+1</f><v>${value}</v>`),
  text.map((value) => `<is><t xml:space="preserve">${value}</t></is>`),
  text.map((value) => `<is><r><t>${value}</t></r><rPh><t>x</t></rPh></is>`),
  fc.constantFrom(
    '',
    '<v/>',
    '<f t="shared" si="0"/>',
    '<f t="array" ref="A1:A2">B1</f><v>7</v>',
    '\n<v>3</v>\n',
  ),
);
const cell = fc
  .tuple(attributes, content)
  .map(([said, inner]) => (inner === '' ? `<c${said}/>` : `<c${said}>${inner}</c>`));
const row = fc
  .tuple(
    fc.constantFrom(
      '',
      ' r="3"',
      ' r="7" hidden="1"',
      ' spans="1:4"',
      ' r="x"',
      ' ht="15.75" customHeight="1"',
    ),
    fc.array(cell, { maxLength: 6 }),
    fc.boolean(),
  )
  .map(([said, cells, spaced]) =>
    cells.length === 0 ? `<row${said}/>` : `<row${said}>${cells.join(spaced ? '\n' : '')}</row>`,
  );
const sheet = fc
  .array(row, { maxLength: 8 })
  .map(
    (rows) =>
      `<worksheet><dimension ref="A1"/><sheetData>${rows.join('')}</sheetData><x/></worksheet>`,
  );

describe('the same rows', () => {
  test('of plain sheets, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 300 }), async (written, size) => {
        expect(await expectSame(written, size)).toBe(true);
      }),
      {
        numRuns: 1500,
      },
    );
  });

  test('with something put in anywhere, and with a byte changed', async () => {
    const odd = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      ']]>',
      '</row>',
      '<c>',
      '&lol;',
      '\u0001',
      '<!-- -->',
      '<?x?>',
      '\ufffe',
      '</sheetData>',
    );
    await fc.assert(
      fc.asyncProperty(sheet, odd, fc.nat(), async (written, what, place) => {
        const at = written.indexOf('<sheetData>') + 11 + (place % (written.length - 50));
        await expectSame(written.slice(0, at) + what + written.slice(at), 50);
      }),
      { numRuns: 3000 },
    );
    await fc.assert(
      fc.asyncProperty(
        sheet,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (written, place, by) => {
          const bytes = Buffer.from(written);
          const start = bytes.indexOf('<sheetData>') + 11;
          const at = start + (place % (bytes.indexOf('</sheetData>') + 1 - start));
          bytes[at] = (bytes[at] ?? 0) ^ by;
          await expectSame(bytes, 50);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('a row longer than a piece', async () => {
    const cells = '<c><v>1</v></c>'.repeat(40);
    await expectSame(`<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`, 10);
  });

  test('rows stop where no more are wanted', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(100);
    const part = partOf(`<worksheet><sheetData>${rows}</sheetData></worksheet>`, 64);
    let taken = 0;
    const frame = { merges: [], plain: true };
    const { end } = await readSheet(part, 'sheet', context, frame, () => ++taken < 5);
    expect([end, taken]).toEqual(['stopped', 5]);
  });
});
