/** What every `survey check …` starts from: plan, quotas, and the returns as they stream by. */
import { join } from 'node:path';
import type { PageContext } from '../check/pages.ts';
import type { SelectionPurpose } from '../check/purpose.ts';
import { parseSelection, type SelectionRecord } from '../check/selection.ts';
import { finding } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import { renderCsv } from '../formats/csv-write.ts';
import type { Io } from '../io.ts';
import { simulatedMark } from '../page/official.ts';
import { type Page, plainPrint } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { readRehearsal } from './rehearsal.ts';
import { workbookOptions } from './workbook.ts';

export async function pageContext(plan: Plan, folder: string, io: Io): Promise<PageContext> {
  const isRehearsal = (await readRehearsal(folder, io)) !== null;
  return { plan, lang: io.lang, mark: isRehearsal ? simulatedMark[io.lang] : null };
}

export interface Written {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** The pages as one workbook, and each as CSV beside it where `withCsv`. */
export async function workbookFiles(
  path: string,
  pages: readonly Page[],
  { plan, lang, mark }: PageContext,
  csv: Page | null = null,
): Promise<readonly Written[]> {
  const { renderWorkbook } = await import('../formats/xlsx-write.ts');
  const printed = pages.map((page) => ({ ...page, print: { ...plainPrint, mark } }));
  const book = await renderWorkbook(printed, workbookOptions(plan, lang));
  const files: Written[] = [{ path, content: book }];
  if (csv !== null) {
    const content = renderCsv(csv, { forPeople: true });
    files.push({ path: path.replace(/\.xlsx$/, '.csv'), content });
  }
  return files;
}

export function selectionFile(target: string, purpose: SelectionPurpose): string {
  return join(target, `${purpose}.json`);
}

/** Null: there is none. */
export async function readSelection(
  path: string,
  io: Io,
): Promise<Checked<SelectionRecord | null>> {
  const entry = await io.stat(path);
  if (entry === null) return { ok: true, value: null, findings: [] };
  const at = { kind: 'file', file: path } as const;
  const unreadable = {
    ok: false,
    findings: [finding('check/selection-unreadable', at, { path })],
  } as const;
  // No record is anywhere near this size.
  if (entry.kind !== 'file' || entry.size > 200_000_000) return unreadable;
  const record = parseSelection(new TextDecoder().decode(await io.read(path)));
  return record === null ? unreadable : { ok: true, value: record, findings: [] };
}
