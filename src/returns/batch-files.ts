/** What a batch consists of: file name → content, ready to be written into its folder. */
import type { Finding } from '../findings/finding.ts';
import { entryOf, messageOf } from '../findings/render.ts';
import { renderCsv, renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Page, PageColumn } from '../page.ts';
import type { Table } from '../table.ts';
import type { Batch, BatchRecord } from './batch.ts';
import { answersFile, sha256, sourceFile } from './batch-id.ts';
import { controlShown } from './control.ts';
import type { Rejected } from './settle.ts';
import { type StoredTable, storeCustody, storeRatings, storeTallies } from './stored.ts';

/** What a record says about everything but the stored files themselves. */
export type RecordHead = Omit<BatchRecord, 'files'>;

export interface BatchFiles {
  readonly record: BatchRecord;
  /** `batch.json` comes last. */
  readonly files: ReadonlyMap<string, Uint8Array | string>;
}

/** `source` is the user's file, kept byte by byte. */
export function batchFiles(
  head: RecordHead,
  { ratings, tallies, custody }: Omit<Batch, 'record'>,
  source: Uint8Array,
  rejected: string | null,
): BatchFiles {
  const data = new Map<string, string>();
  for (const [form, stored] of storeRatings(ratings)) data.set(answersFile(form), csv(stored));
  if (head.kind === 'tallies') {
    data.set('tallies.csv', csv(storeTallies(tallies)));
    data.set('custody.csv', csv(storeCustody(custody)));
  }
  const listed = [...data].map(([name, text]) => ({ name, sha256: sha256(text) }));
  const record: BatchRecord = { ...head, files: listed };
  const files = new Map<string, Uint8Array | string>([
    [sourceFile(head.source.name), source],
    ...data,
    ...(rejected === null ? [] : [['rejected.csv', rejected] as const]),
    ['batch.json', renderJson(record)],
  ]);
  return { record, files };
}

function csv({ columns, rows }: StoredTable): string {
  return renderRows(columns, rows);
}

/**
 * The rejected rows for the clerk: row, codes, columns, reasons and remedies, then the cells as they were. Mended, the file
 * can be imported as it is: its own first columns are passed over.
 */
export function renderRejected(table: Table, rejected: readonly Rejected[]): string {
  const lead = ['row', 'code', 'column', 'message', 'fix'];
  const kept = table.columns.flatMap((heading, at) =>
    lead.includes(heading) ? [] : { heading, at },
  );
  const page: Page = {
    name: 'rejected',
    title: [],
    columns: [...lead, ...kept.map(({ heading }) => controlShown(heading))].map(textColumn),
    rows: rejected.map(({ row, reasons }) => ({
      style: 'row',
      cells: [
        String(row.row),
        unique(reasons.map(({ code }) => code)).join('; '),
        unique(reasons.map(columnOf).filter((column) => column !== '')).join('; '),
        reasons.map((reason) => messageOf(reason, 'vi')).join(' '),
        unique(reasons.map(({ code }) => entryOf(code).fix.vi)).join(' '),
        ...kept.map(({ at }) => controlShown(row.cells[at] ?? '')),
      ],
    })),
    notes: [],
    orientation: 'landscape',
  };
  return renderCsv(page, { forPeople: true });
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

function columnOf({ at }: Finding): string {
  return at.kind === 'cell' ? (at.column ?? '') : '';
}

function textColumn(heading: string, at: number): PageColumn {
  const key = `c${at}`;
  return { key, heading, over: null, kind: 'text', decimals: 0, width: 16, bar: false };
}
