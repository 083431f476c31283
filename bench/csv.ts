/**
 * A CSV of 1.000.000 rows × 34 columns (serial, unit, form, date, 30 answers 1–5 with blanks and bad values): `streamTable`
 * against a bare csv-parse stream (rows as arrays), each in a process of its own. CPU seconds, peak MiB.
 * To hold: CPU ≤ 0.6 × csv-parse, < 150 MiB. Run: node bench/run.js csv [rows]
 */
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { streamTable } from '../src/formats/read-table.ts';
import { answer, costOf, ownCost, printCosts } from './cost.ts';

const [first = '1000000', file = ''] = process.argv.slice(2);

const readers: Readonly<Record<string, (file: string) => Promise<number>>> = {
  streamTable: async (path) => {
    let rows = 0;
    const source = { size: statSync(path).size, chunks: () => createReadStream(path) };
    const read = await streamTable(
      source,
      path,
      {},
      {
        head: () => true,
        row: ({ cells }) => {
          rows += cells.length === 34 ? 1 : 0;
          return true;
        },
        pause: () => null,
      },
    );
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    return rows;
  },
  'csv-parse': async (path) => {
    const { parse } = await import('csv-parse');
    let rows = -1;
    for await (const row of createReadStream(path).pipe(parse({ relax_column_count: true }))) {
      rows += (row as string[]).length === 34 ? 1 : 0;
    }
    return rows;
  },
};

async function writeInput(path: string, rows: number): Promise<void> {
  const out = createWriteStream(path);
  const questions = Array.from({ length: 30 }, (_, at) => `q${at + 1}`);
  out.write(`serial,unit,form,date,${questions.join(',')}\n`);
  for (let row = 0; row < rows; row++) {
    const head = `ST23-${String(row).padStart(7, '0')},so-${row % 40},01,2023-09-${10 + (row % 20)}`;
    const line = `${head},${questions.map((_, at) => answer(row, at)).join(',')}\n`;
    if (!out.write(line)) await new Promise<void>((done) => out.once('drain', () => done()));
  }
  await new Promise<void>((done) => out.end(() => done()));
}

const reader = readers[first];
if (reader !== undefined) {
  const rows = await reader(file);
  console.log(ownCost(rows));
} else {
  const folder = mkdtempSync(join(tmpdir(), 'survey-csv-'));
  try {
    const path = join(folder, 'answers.csv');
    await writeInput(path, Number(first));
    const script = fileURLToPath(import.meta.url);
    const ours = costOf(script, 'streamTable', path, Number(first));
    const peer = costOf(script, 'csv-parse', path, Number(first));
    printCosts({ streamTable: ours, 'csv-parse': peer });
    console.log(`streamTable ÷ csv-parse = ${(ours.cpu / peer.cpu).toFixed(2)} (hold 0.6)`);
    console.log(`peak ${ours.peak.toFixed(0)} MiB (hold 150)`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
