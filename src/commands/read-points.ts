/** The tables in `points/`, in the order of the files' names and of their sheets. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { bytesSource } from '../formats/byte-source.ts';
import { checkEntry, listSheets, parseTable } from '../formats/read-table.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import { type Points, points } from '../points.ts';
import type { Table } from '../table.ts';

export interface ReadPoints {
  readonly points: Points;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
}

/** Every visible sheet that holds something: a workbook may have one for each unit, or for each round. */
async function sheetTables(bytes: Uint8Array, file: string): Promise<readonly Checked<Table>[]> {
  const sheets = await listSheets(bytesSource(bytes), file);
  if (!sheets.ok) return [sheets];
  if (sheets.value.length < 2) return [await parseTable(bytes, file)];
  const tables: Checked<Table>[] = [];
  for (const sheet of sheets.value) tables.push(await parseTable(bytes, file, { sheet }));
  return tables;
}

/** Every CSV or Excel file there; a folder that is not there holds no points. `plan` tells who and which criteria. */
export async function readPoints(folder: string, plan: Plan, io: Io): Promise<Checked<ReadPoints>> {
  const findings: Finding[] = [];
  const tables: Table[] = [];
  const files: { name: string; sha256: string }[] = [];
  for (const { name, kind } of await io.list(join(folder, 'points'))) {
    const file = join(folder, 'points', name);
    if (kind === 'folder' || name.startsWith('.') || name.startsWith('~$')) continue;
    if (!/\.(?:csv|tsv|txt|xlsx|xlsm|xls|xlsb|ods)$/i.test(name)) {
      findings.push(finding('points/ignored-file', { kind: 'file', file }, { name }));
      continue;
    }
    const refusal = checkEntry(file, await io.stat(file));
    if (refusal !== null) {
      findings.push(refusal);
      continue;
    }
    const bytes = await io.read(file);
    for (const table of await sheetTables(bytes, file)) {
      findings.push(...table.findings);
      if (table.ok) tables.push(table.value);
    }
    files.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') });
  }
  const result = points(plan, tables);
  const all = [...findings, ...result.findings];
  if (!result.ok || hasErrors(all)) return { ok: false, findings: all };
  return { ok: true, value: { points: result.value, files }, findings: all };
}
