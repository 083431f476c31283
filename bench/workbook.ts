/**
 * A national workbook, 6 pages × 3.321 rows × 60 columns: renderWorkbook against exceljs's own
 * streaming writer given the same cells and styles. To hold: at most 1.3 times its CPU time.
 * Run: node bench/run.js workbook
 */
import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import { renderWorkbook } from '../src/formats/xlsx-write.ts';
import { type PageColumn, type PageRow, type PrintedPage, plainPrint } from '../src/page.ts';

const sheets = 6;
const units = 3321;
const criteria = 57;
const rounds = 5;

function columnOf(key: string, kind: PageColumn['kind'], bar: boolean): PageColumn {
  const over = kind === 'number' && !bar ? `Lĩnh vực ${Number(key.slice(1)) % 8}` : null;
  return {
    key,
    heading: `Cột ${key}`,
    over,
    kind,
    decimals: 2,
    width: kind === 'text' ? 30 : 9,
    bar,
  };
}

function pageOf(sheet: number): PrintedPage {
  const leaves = Array.from({ length: criteria }, (_, at) => columnOf(`c${at}`, 'number', false));
  const rows = Array.from({ length: units }, (_, at): PageRow => {
    const points = leaves.map((_, leaf) =>
      (at + leaf) % 50 === 0 ? null : (((at * 31 + leaf * 17 + sheet) % 1000) / 100).toFixed(2),
    );
    const percent = ((at * 37) % 10000) / 100;
    return { style: 'row', cells: [at + 1, `Xã số ${at + 1}`, ...points, percent.toFixed(2)] };
  });
  return {
    name: `Bảng ${sheet + 1}`,
    title: ['BẢNG XẾP HẠNG'],
    columns: [
      columnOf('rank', 'count', false),
      columnOf('unit', 'text', false),
      ...leaves,
      columnOf('percent', 'number', true),
    ],
    rows,
    notes: [],
    orientation: 'landscape',
    print: plainPrint,
  };
}

/** The same values under one style for each kind of column: the least that a styled workbook takes. */
async function bare(pages: readonly PrintedPage[]): Promise<number> {
  let size = 0;
  const stream = new Writable({
    write(chunk: Uint8Array, _encoding, done) {
      size += chunk.length;
      done();
    },
  });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  const edge = { style: 'thin' } as const;
  const border = { top: edge, left: edge, bottom: edge, right: edge };
  const font = { name: 'Times New Roman', size: 11 };
  for (const page of pages) {
    const styles = page.columns.map(({ kind }) => ({
      font,
      border,
      numFmt: kind === 'text' ? '@' : kind === 'count' ? '#,##0' : '#,##0.00',
      alignment: { horizontal: kind === 'text' ? ('left' as const) : ('right' as const) },
    }));
    const sheet = book.addWorksheet(page.name);
    sheet.columns = page.columns.map(({ width }) => ({ width }));
    page.rows.forEach((row, number) => {
      const target = sheet.getRow(number + 1);
      row.cells.forEach((value, at) => {
        const cell = target.getCell(at + 1);
        cell.style = styles[at] ?? {};
        if (value !== null)
          cell.value = page.columns[at]?.kind === 'number' ? Number(value) : value;
      });
      target.commit();
    });
    sheet.commit();
  }
  await book.commit();
  return size;
}

async function ours(pages: readonly PrintedPage[]): Promise<number> {
  const created = new Date(Date.UTC(2024, 0, 1));
  const options = { lang: 'vi', title: 'Bench', author: 'bench', created } as const;
  return (await renderWorkbook(pages, options)).length;
}

async function cpuSeconds(
  work: () => Promise<number>,
): Promise<{ seconds: number; bytes: number }> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  const bytes = await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1e6, bytes };
}

const pages = Array.from({ length: sheets }, (_, sheet) => pageOf(sheet));
const ratios: number[] = [];
for (let round = 1; round <= rounds; round++) {
  const floor = await cpuSeconds(() => bare(pages));
  const whole = await cpuSeconds(() => ours(pages));
  ratios.push(whole.seconds / floor.seconds);
  const mb = (bytes: number) => (bytes / 1e6).toFixed(1);
  console.log(
    `round ${round}: bare exceljs ${floor.seconds.toFixed(1)} s CPU, ${mb(floor.bytes)} MB; ` +
      `renderWorkbook ${whole.seconds.toFixed(1)} s CPU, ${mb(whole.bytes)} MB`,
  );
}
const median = ratios.toSorted((left, right) => left - right)[Math.floor(rounds / 2)] ?? 0;
const peak = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(`ratio ${median.toFixed(2)} (to hold: 1.30), peak memory of both ${peak} MiB`);
