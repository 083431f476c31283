/** `survey returns rejected`: what was not taken, why, and which of it has been taken since. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import { renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { nearest } from '../names.ts';
import type { Batch, BatchRecord } from '../returns/batch.ts';
import { origin, originReply } from '../returns/mended-rows.ts';
import { type Accepted, accepted, takenSince } from '../returns/taken-since.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readPlan } from './read-plan.ts';
import { readRecord, readReturns, storeCaps } from './read-returns.ts';
import { batchIds, returnsFolder, surveyFolder } from './returns-store.ts';
import { refuse } from './say.ts';

/** One import: its `rejected.csv` as it is, to be mended. All of them: a list of where, why and what then. */
export async function returnsRejected(
  options: CommonOptions & { readonly id: string | null },
  io: Io,
): Promise<ExitCode> {
  const folder = await surveyFolder(options.plan, io);
  const ids = await batchIds(folder, io);
  const { id } = options;
  if (id !== null && !ids.includes(id)) {
    const at = { kind: 'file', file: returnsFolder(folder) } as const;
    const near = nearest(id, ids);
    return refuse([finding('returns/unknown-batch', at, { id, near })], options, io);
  }
  const since = await acceptedIn(options.plan, io);
  const rows: string[][] = [];
  for (const one of id === null ? ids : [id]) {
    const path = join(returnsFolder(folder), one);
    const record = await readRecord(path, one, io);
    const table = await rejectedTable(path, io);
    if (!table.ok) return refuse(table.findings, options, io);
    if (!record.ok) return refuse(record.findings, options, io);
    if (id !== null && !options.json) {
      const found = table.value.rows.map((cells) => [...cells]);
      io.out(renderRows(table.value.columns, found));
      return exit.done;
    }
    rows.push(...listRows(record.value, table.value, since));
  }
  if (options.json) io.out(renderJson({ ok: true, columns: keys, rows }));
  else io.out(renderRows(headings[io.lang], rows));
  return exit.done;
}

const keys = [
  'batch',
  'row',
  'serial',
  'unit',
  'column',
  'code',
  'message',
  'remedy',
  'accepted_in',
] as const;

const headings = {
  vi: [
    'Lần nhập',
    'Dòng',
    'Sê-ri',
    'Đơn vị',
    'Cột',
    'Mã lỗi',
    'Lý do',
    'Cách sửa',
    'Đã nhận ở lần nhập',
  ],
  en: [
    'Import',
    'Row',
    'Serial',
    'Unit',
    'Column',
    'Code',
    'Reason',
    'Remedy',
    'Accepted since in',
  ],
} as const;

interface CellTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function listRows(
  record: BatchRecord,
  { columns, rows }: CellTable,
  since: Accepted | null,
): readonly string[][] {
  const at = (heading: string): number => columns.indexOf(heading);
  // The rows of an export stand under our own headings.
  const columnsOf = (field: string): readonly number[] => [
    ...record.mapping.filter(({ as }) => as === field).map(({ heading }) => at(heading)),
    at(field),
  ];
  const fields = {
    serial: columnsOf('serial'),
    reply: columnsOf('reply'),
    unit: columnsOf('unit'),
    group: columnsOf('group'),
    form: columnsOf('form'),
  };
  return rows.map((cells) => {
    const cell = (column: number): string => cells[column] ?? '';
    const first = (among: readonly number[]): string =>
      among.map(cell).find((text) => text !== '') ?? '';
    const said = {
      serial: first(fields.serial),
      reply: first(fields.reply) || (originReply(origin(cells[0] ?? '')) ?? ''),
      unit: first(fields.unit),
      group: first(fields.group),
      form: first(fields.form),
      message: cell(at('message')),
    };
    return [
      record.id,
      cell(at('row')),
      said.serial,
      said.unit,
      cell(at('column')),
      cell(at('code')),
      cell(at('message')),
      cell(at('fix')),
      // A corrected form was accepted before, whatever became of the line about it.
      since === null || record.kind === 'corrections'
        ? ''
        : (takenSince(since, record, said) ?? ''),
    ];
  });
}

/** Null where the plan or the store cannot be read: the list then stands without marks. */
async function acceptedIn(plan: string, io: Io): Promise<Accepted | null> {
  const read = await readPlan(plan, io);
  if (!read.plan.ok) return null;
  const batches: Checked<readonly Batch[]> = await readReturns(read.plan.value.folder, io);
  return batches.ok ? accepted(read.plan.value.plan, batches.value) : null;
}

async function rejectedTable(path: string, io: Io): Promise<Checked<CellTable>> {
  const file = join(path, 'rejected.csv');
  if ((await io.stat(file)) === null) {
    return { ok: true, value: { columns: ['row', 'code', 'message'], rows: [] }, findings: [] };
  }
  const { parseTable } = await import('../formats/read-table.ts');
  const table = await parseTable(await io.read(file), file, { headerRow: 1, caps: storeCaps });
  if (!table.ok) return table;
  const { columns, rows } = table.value;
  return { ok: true, value: { columns, rows: rows.map(({ cells }) => cells) }, findings: [] };
}
