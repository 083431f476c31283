/** Back-checks of sheets that the selection does not hold: said when they are imported, and again when they are compared. */
import { join } from 'node:path';
import { type SelectionRecord, selectedSerials } from '../check/selection.ts';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { sheetShown } from '../stats/sheet-id.ts';
import { readSelection, selectionFile } from './check-read.ts';
import { streamBatch } from './read-returns.ts';
import { returnsFolder } from './returns-store.ts';

const mostNamed = 5;

/** Of one import that was just written: whoever asked the wrong people should hear it before the minutes are made. */
export async function importedUnselected(
  folder: string,
  { id, purpose }: Pick<BatchRecord, 'id' | 'purpose'>,
  io: Io,
): Promise<readonly Finding[]> {
  if (purpose !== 'back-check') return [];
  const file = selectionFile(join(folder, 'out', 'check'), purpose);
  const selection = await readSelection(file, io);
  if (!selection.ok) return selection.findings;
  if (selection.value === null) return [];
  const sheets = new Set<string>();
  await streamBatch(join(returnsFolder(folder), id), id, io, (rating) => {
    sheets.add(sheetShown(rating));
  });
  return notSelected(selection.value, sheets, folder);
}

export function notSelected(
  selection: SelectionRecord | null,
  done: Iterable<string>,
  folder: string,
): readonly Finding[] {
  if (selection === null) return [];
  const selected = selectedSerials(selection);
  const all = [...new Set(done)];
  const sheets = all.filter((sheet) => !selected.has(sheet)).sort();
  if (sheets.length === 0) return [];
  const at = { kind: 'file', file: join(folder, 'returns') } as const;
  const some = [...sheets.slice(0, mostNamed), ...(sheets.length > mostNamed ? ['…'] : [])];
  const args = { count: sheets.length, all: all.length, id: selection.selection_id, sheets: some };
  return [finding('check/not-selected', at, args)];
}
