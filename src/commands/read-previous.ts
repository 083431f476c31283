/** The results of an earlier survey that the plan names, and what has changed since. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  type Changes,
  changes,
  type Earlier,
  earlierCodes,
  earlierJson,
  earlierTable,
} from '../changes.ts';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { ScoredPlan } from '../report.ts';
import type { Scores } from '../scores/score.ts';

export interface Compared {
  readonly plan: ScoredPlan;
  readonly scores: Scores;
  /** Of today. */
  readonly simulated: boolean;
  readonly folder: string;
  readonly where: PlanWhere;
}

/** Null: the plan compares with nothing, or with what cannot be compared (which is a finding). */
export async function readChanges(
  { plan, scores, simulated, folder, where }: Compared,
  io: Io,
): Promise<Checked<Changes | null>> {
  const { previous } = plan.index;
  if (previous === null) return { ok: true, value: null, findings: [] };
  const file = join(folder, previous.from);
  const entry = await io.stat(file);
  if (entry === null) {
    const findings = [finding('changes/no-file', where.previous(), { path: previous.from })];
    return { ok: false, findings };
  }
  const earlier = await readEarlier(file, entry, plan, io);
  if (!earlier.ok || hasErrors(earlier.findings)) return { ok: false, findings: earlier.findings };
  const compared = changes(plan, scores, earlier.value, simulated, where);
  return { ...compared, findings: [...earlier.findings, ...compared.findings] };
}

async function readEarlier(
  file: string,
  entry: NonNullable<Awaited<ReturnType<Io['stat']>>>,
  { index }: ScoredPlan,
  io: Io,
): Promise<Checked<Earlier>> {
  const { checkEntry, parseTable } = await import('../formats/read-table.ts');
  const refusal = checkEntry(file, entry);
  if (refusal !== null) return { ok: false, findings: [refusal] };
  const bytes = await io.read(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (/\.json$/i.test(file)) {
    const read = earlierJson(new TextDecoder().decode(bytes), file);
    return read.ok ? { ...read, value: { ...read.value, sha256 } } : read;
  }
  const table = await parseTable(bytes, file);
  if (!table.ok || hasErrors(table.findings)) return { ok: false, findings: table.findings };
  const read = earlierTable(table.value, earlierCodes(index), index.decimal);
  const findings = [...table.findings, ...read.findings];
  if (!read.ok) return { ok: false, findings };
  return { ok: true, value: { ...read.value, sha256 }, findings };
}
