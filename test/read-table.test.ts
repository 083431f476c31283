import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes, severityOf } from '../src/findings/catalogue.ts';
import { type ByteSource, bytesSource } from '../src/formats/byte-source.ts';
import { cellFault } from '../src/formats/cell-fault.ts';
import { checkEntry, parseTable, streamTable } from '../src/formats/read-table.ts';
import { isWhole, type TableSink } from '../src/table.ts';
import { madeFile, nastyFiles, sheetOf, textRows } from './files/make.ts';

const rows = [
  ['Số phiếu', 'Đơn vị', 'Câu 1', 'Tỷ lệ', 'Ghi chú'],
  ['ST23-000001', 'Sở Nội vụ', '5', '0.1', 'Tốt, “rất tốt”'],
  ['ST23-000002', 'UBND huyện Mỹ Tú', '', '70', 'dòng 1\ndòng 2'],
  ['', '', '', '', ''],
  ['ST23-000003', 'Xã Hoà Bình', '1', '33.33', '=1+1'],
];

function csv(delimiter: string): string {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return rows.map((row) => `${row.map(quoted).join(delimiter)}\r\n`).join('');
}

async function xlsx(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Phiếu');
  for (const row of rows) {
    sheet.addRow(row.map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell || null)));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

describe('the same table gives the same rows', () => {
  const wanted = rows.slice(1).filter((row) => row.some((cell) => cell !== ''));

  async function expectSame(bytes: Uint8Array, file: string): Promise<void> {
    const table = await parseTable(bytes, file);
    expect(table.findings.filter((found) => severityOf(found) !== 'note')).toEqual([]);
    expect(table.ok && table.value.columns).toEqual(rows[0]);
    expect(table.ok && table.value.rows.map((row) => row.cells)).toEqual(wanted);
    expect(table.ok && table.value.rows.map((row) => row.row)).toEqual([2, 3, 5]);
  }

  test.each([
    ['CSV', Buffer.from(csv(','))],
    ['semicolons', Buffer.from(csv(';'))],
    ['TSV', Buffer.from(csv('\t'))],
    ['mark', Buffer.from(`\ufeff${csv(',')}`)],
    ['UTF-16', Buffer.from(`\ufeff${csv('\t')}`, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${csv(';')}`, 'utf16le').swap16()],
    ['NFD', Buffer.from(csv(',').normalize('NFD'))],
    ['old Mac line ends', Buffer.from(csv(',').replaceAll('\r\n', '\r'))],
    ['hand-made sheet', sheetOf(textRows(rows))],
  ])('%s', (_name, bytes) => expectSame(bytes, 'phieu.dat'));

  test('exceljs, under a name that lies', async () => expectSame(await xlsx(), 'phieu.csv'));

  const office = spawnSync('soffice', ['--version']).status === 0;
  // Without LibreOffice on the machine there is no second writer to compare with.
  test.skipIf(!office)(
    'LibreOffice',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'survey-office-'));
      try {
        writeFileSync(join(folder, 'phieu.xlsx'), await xlsx());
        const convert = (to: string, from: string): void => {
          const home = `-env:UserInstallation=file://${folder}/home`;
          const options = [home, '--headless', '--convert-to', to, '--outdir', folder];
          spawnSync('soffice', [...options, join(folder, from)], { timeout: 100_000 });
        };
        convert('ods', 'phieu.xlsx');
        const ods = await parseTable(readFileSync(join(folder, 'phieu.ods')), 'phieu.ods');
        expect(ods.findings.map((found) => found.code)).toEqual(['file/ods']);
        convert('xlsx', 'phieu.ods');
        await expectSame(readFileSync(join(folder, 'phieu.xlsx')), 'phieu.xlsx');
        convert('xls', 'phieu.xlsx');
        const xls = await parseTable(readFileSync(join(folder, 'phieu.xls')), 'phieu.xls');
        expect(xls.findings.map((found) => found.code)).toEqual(['file/xls']);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});

describe('files that are refused', () => {
  test.each(Object.keys(nastyFiles))('%s', async (name) => {
    const nasty = nastyFiles[name];
    const table = await parseTable(nasty?.make() ?? new Uint8Array(), name);
    expect(table.ok).toBe(false);
    expect(table.findings.map((found) => found.code)).toEqual([nasty?.code]);
  });

  test('a lock file, by its name', async () => {
    const table = await parseTable(Buffer.from('\u0005Lan'), 'returns/~$phieu.xlsx');
    expect(table.findings.map((found) => found.code)).toEqual(['file/lock-file']);
  });

  test('what is no file, before it is read', () => {
    expect(checkEntry('a.csv', null, ['b.csv'])?.code).toBe('file/not-found');
    expect(checkEntry('a', { kind: 'folder', size: 0 })?.code).toBe('file/folder');
    expect(checkEntry('a', { kind: 'other', size: 0 })?.code).toBe('file/not-regular');
    expect(checkEntry('a', { kind: 'file', size: 2 ** 40 })?.code).toBe('file/too-large');
    expect(checkEntry('a', { kind: 'file', size: 10 })).toBeNull();
  });

  test('cut anywhere, a workbook is refused or whole', async () => {
    const whole = sheetOf(textRows(rows));
    for (let length = 0; length < whole.length; length += 7) {
      const table = await parseTable(whole.subarray(0, length), 'cut.xlsx');
      expect(table.ok, `${length} bytes`).toBe(false);
    }
  });

  test('with any byte changed, a workbook is refused or gives the same rows', async () => {
    const whole = await xlsx();
    const good = await parseTable(whole, 'f.xlsx');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const bytes = Uint8Array.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ by;
          const table = await parseTable(bytes, 'f.xlsx');
          if (table.ok) expect(table.value.rows).toEqual(good.ok && good.value.rows);
          else expect(table.findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a file that changes while it is read', () => {
  const sizes = (claimed: number, bytes: Buffer): ByteSource => ({
    ...bytesSource(bytes),
    size: claimed,
  });
  const none: TableSink = { head: () => true, row: () => true, pause: () => null };

  test.each([
    ['CSV', Buffer.from('a,b\n1,2\n')],
    ['XLSX', sheetOf(textRows(rows))],
  ])('%s', async (_name, bytes) => {
    for (const by of [-1, 1]) {
      const read = await streamTable(sizes(bytes.length + by, bytes), 'f', {}, none);
      expect(read.findings.map((found) => found.code)).toEqual(['file/changed']);
    }
    expect((await streamTable(sizes(bytes.length, bytes), 'f', {}, none)).ok).toBe(true);
  });

  test('between the two passes over a CSV', async () => {
    let pass = 0;
    const source: ByteSource = {
      size: 8,
      chunks: async function* () {
        pass += 1;
        yield Buffer.from(pass < 3 ? 'a,b\n1,2\n' : 'a,b\n1,2\n3,4\n');
      },
    };
    const read = await streamTable(source, 'f.csv', {}, none);
    expect(read.findings.map((found) => found.code)).toEqual(['file/changed']);
  });
});

test('a marked cell says what is wrong with it, at its place', async () => {
  const head = textRows([['a', 'b']]);
  const sheet = sheetOf(`${head}<row><c t="e"><v>#REF!</v></c><c><f>A1</f></c></row>`);
  const table = await parseTable(sheet, 'f.xlsx');
  if (!table.ok) throw new Error('refused');
  const [row] = table.value.rows;
  const found = row?.faults.map((fault) => cellFault(table.value, row, fault));
  const at = { kind: 'cell', file: 'f.xlsx', sheet: 'Phiếu', row: 2 };
  expect(found).toEqual([
    { code: 'file/error-value', at: { ...at, column: 'a' }, args: { value: '#REF!' } },
    { code: 'file/formula-without-value', at: { ...at, column: 'b' }, args: {} },
  ]);
  expect(row && isWhole(row)).toBe(true);
});

describe('bad cases of test/bad/file are refused or remarked on as they say', () => {
  const root = join(import.meta.dirname, 'bad', 'file');
  const names = readdirSync(root);

  test.each(names)('%s', async (name) => {
    const text = (file: string): string => readFileSync(join(root, name, file), 'utf8');
    const words = [...text('command').matchAll(/"([^"]*)"|(\S+)/g)].map(
      (word) => word[1] ?? word[2],
    );
    const file = words.at(-1) ?? '';
    const option = (flag: string): string | undefined =>
      words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined;
    const headerRow = option('--header-row');
    const made = existsSync(join(root, name, 'make')) ? madeFile(file) : null;
    const path = file.startsWith('/') ? file : join(root, name, file);
    const found = statSync(path, { throwIfNoEntry: false });
    const kind = found?.isFile() ? 'file' : found?.isDirectory() ? 'folder' : 'other';
    const entry = found === undefined ? null : ({ kind, size: found.size } as const);
    const refusal = made === null ? checkEntry(file, entry) : null;
    const table =
      refusal === null
        ? await parseTable(made ?? readFileSync(path), file, {
            sheet: option('--sheet'),
            headerRow: headerRow === undefined ? null : Number(headerRow),
            delimiter: option('--delimiter'),
            encoding: option('--encoding'),
          })
        : { ok: false as const, findings: [refusal] };
    const faults = table.ok
      ? table.value.rows
          .filter(isWhole)
          .flatMap((row) => row.faults.map((fault) => cellFault(table.value, row, fault)))
      : [];
    const lines = [...table.findings, ...faults].map(({ code, at }) => {
      if (at.kind === 'file') return `${code} ${at.file}`;
      if (at.kind === 'text') return `${code} ${at.file}:${at.line}:${at.column}`;
      const sheet = at.sheet === null ? '' : `!${at.sheet}`;
      return [`${code} ${at.file}${sheet}`, at.row, at.column]
        .filter((part) => part !== null)
        .join(':');
    });
    expect(lines.sort()).toEqual(text('expected').trimEnd().split('\n').sort());
  });

  test('every code about files has one', () => {
    const expected = names
      .map((name) => readFileSync(join(root, name, 'expected'), 'utf8'))
      .join('');
    // A file that changes while it is read is no file in a folder; dates are read after the table.
    const elsewhere = ['file/changed', 'file/unknown-date-format'];
    const about = codes.filter((code) => code.startsWith('file/') && !elsewhere.includes(code));
    expect(about.filter((code) => !expected.includes(`${code} `))).toEqual([]);
  });
});
