/**
 * A workbook of 200.000 rows × 34 columns as Excel writes it (shared strings, numbers, a date format): `streamTable` against
 * a bare exceljs stream reader, each in a process of its own. CPU seconds, peak MiB.
 * To hold: CPU ≤ 0.5 × exceljs, < 400 MiB. Run: node bench/run.js xlsx [rows]
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { streamTable } from '../src/formats/read-table.ts';
import { bookParts } from '../test/files/make.ts';
import { zipOf } from '../test/files/zip.ts';
import { answer, costOf, ownCost, printCosts } from './cost.ts';

const [first = '200000', file = ''] = process.argv.slice(2);

const readers: Readonly<Record<string, (file: string) => Promise<number>>> = {
  streamTable: async (path) => {
    let rows = 0;
    const source = { size: statSync(path).size, chunks: () => createReadStream(path) };
    const sink = {
      head: () => true,
      row: () => {
        rows += 1;
        return true;
      },
      pause: () => null,
    };
    const read = await streamTable(source, path, {}, sink);
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    return rows;
  },
  exceljs: async (path) => {
    const { default: ExcelJS } = await import('exceljs');
    let rows = -1;
    const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' } as const;
    for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(path, options)) {
      for await (const row of sheet) rows += Array.isArray(row.values) ? 1 : 0;
    }
    return rows;
  },
};

function letter(column: number): string {
  const high = Math.floor(column / 26);
  return (high > 0 ? String.fromCharCode(64 + high) : '') + String.fromCharCode(65 + (column % 26));
}

function workbook(rows: number): Buffer {
  const strings: string[] = [];
  const shared = new Map<string, number>();
  const text = (value: string): string => {
    const at = shared.get(value) ?? strings.push(`<si><t>${value}</t></si>`) - 1;
    shared.set(value, at);
    return String(at);
  };
  const letters = Array.from({ length: 34 }, (_, at) => letter(at));
  const cell = (column: number, row: number, more: string, value: string): string =>
    value === '' ? '' : `<c r="${letters[column]}${row}"${more}><v>${value}</v></c>`;
  const headings = ['serial', 'unit', 'form', 'date', ...letters.slice(4).map((_, at) => `q${at}`)];
  const head = headings.map((heading, at) => cell(at, 1, ' t="s"', text(heading))).join('');
  const pieces = [Buffer.from(`<row r="1" spans="1:34">${head}</row>`)];
  for (let at = 0; at < rows; at++) {
    const row = at + 2;
    const start = [
      cell(0, row, ' t="s"', text(`ST23-${String(at).padStart(7, '0')}`)),
      cell(1, row, ' t="s"', text(`Sở số ${at % 40}`)),
      cell(2, row, ' t="s"', text('01')),
      cell(3, row, ' s="1"', String(45_180 + (at % 20))),
    ];
    const answers = letters.slice(4).map((_, q) => cell(q + 4, row, '', answer(at, q)));
    pieces.push(
      Buffer.from(`<row r="${row}" spans="1:34">${[...start, ...answers].join('')}</row>`),
    );
  }
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const parts = bookParts({
    sheets: [{ name: 'Phiếu', rows: '@' }],
    strings: strings.join(''),
    styles,
  });
  const filled = parts.map((part) => {
    if (!part.name.includes('sheet1')) return part;
    const [before = '', after = ''] = String(part.content).split('@');
    return {
      ...part,
      content: Buffer.concat([Buffer.from(before), ...pieces, Buffer.from(after)]),
    };
  });
  return zipOf(filled);
}

const reader = readers[first];
const count = Number(first);
if (first === 'write') {
  // In a process of its own, whose memory is not counted.
  writeFileSync(file, workbook(Number(process.argv[4])));
} else if (reader !== undefined) {
  console.log(ownCost(await reader(file)));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'survey-xlsx-'));
  try {
    const path = join(folder, 'answers.xlsx');
    const script = fileURLToPath(import.meta.url);
    spawnSync(process.execPath, [script, 'write', path, first], { stdio: 'inherit' });
    const ours = costOf(script, 'streamTable', path, count);
    const peer = costOf(script, 'exceljs', path, count);
    printCosts({ streamTable: ours, exceljs: peer });
    console.log(`streamTable ÷ exceljs = ${(ours.cpu / peer.cpu).toFixed(2)} (hold 0.5)`);
    console.log(`peak ${ours.peak.toFixed(0)} MiB (hold 400)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
