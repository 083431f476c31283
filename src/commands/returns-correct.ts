/** `survey returns correct`: lines of old and new values → one more folder under `returns/`; nothing is edited. */
import { basename } from 'node:path';
import { finding, severityOf } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { renderRows } from '../formats/csv-write.ts';
import { checkEntry, parseTable } from '../formats/read-table.ts';
import type { Io } from '../io.ts';
import { sheetRegister } from '../packets.ts';
import { formsFingerprint } from '../plan/fingerprint.ts';
import type { BatchRecord, Rating } from '../returns/batch.ts';
import { batchId, sha256 } from '../returns/batch-id.ts';
import { applyCorrections, type Corrections } from '../returns/correct.ts';
import { type HeldRow, subjectFinder } from '../returns/correction-values.ts';
import {
  correctionField,
  correctionLines,
  type WrittenCorrection,
} from '../returns/corrections-file.ts';
import { correctionsFile, storeCorrections } from '../returns/corrections-stored.ts';
import { type Known, known } from '../returns/known.ts';
import { namedUnits } from '../returns/named-units.ts';
import { type CorrectionIntake, takeCorrections } from '../returns/take-corrections.ts';
import { voidJudge } from '../returns/void-judge.ts';
import type { Table } from '../table.ts';
import { tool } from '../version.ts';
import { type KeptCorrections, keepCorrections, staged } from './correct-store.ts';
import { sayCorrections } from './correct-words.ts';
import { eachRating } from './each-rating.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readCorrections } from './read-corrections.ts';
import { type ReadPlan, readPlan } from './read-plan.ts';
import { refuse, stops } from './say.ts';

export interface CorrectOptions extends WriteOptions {
  readonly file: string;
  readonly sheet: string | null;
  readonly headerRow: number | null;
}

/** A corrections file that was read, and what becomes of it. */
export interface Corrected extends KeptCorrections {
  readonly intake: CorrectionIntake;
  readonly folder: string;
  readonly findings: readonly Finding[];
}

export async function returnsCorrect(options: CorrectOptions, io: Io): Promise<ExitCode> {
  const { plan, sources } = await readPlan(options.plan, io);
  if (!plan.ok || stops(plan.findings, options)) return refuse(plan.findings, options, io, sources);
  const corrected = await correct(plan.value, options, io);
  if (!corrected.ok) return refuse(corrected.findings, options, io, sources);
  const { value } = corrected;
  sayCorrections(value, options, io);
  if (value.isBusy) return exit.busy;
  const isGood = value.id !== null || value.intake.rejected.length === 0;
  if (!isGood) return exit.findings;
  return value.intake.rejected.length > 0 ? exit.rejections : exit.done;
}

async function correct(
  plan: ReadPlan,
  options: CorrectOptions,
  io: Io,
): Promise<Checked<Corrected>> {
  const read = await readFile(options, io);
  if (!read.ok) return read;
  // Made before the store is read: of two at work at once, one at least finds its folder swept away by the other.
  return staged(options.dryRun ? null : plan.folder, io, (stage) =>
    correctIn(stage, plan, read, options, io),
  );
}

async function correctIn(
  stage: string,
  plan: ReadPlan,
  read: Extract<Checked<CorrectionsFile>, { readonly ok: true }>,
  options: CorrectOptions,
  io: Io,
): Promise<Checked<Corrected>> {
  const { folder } = plan;
  const standing = await readCorrections(folder, io);
  if (!standing.ok) return standing;
  const { table, bytes, lines } = read.value;
  const what = known(plan.plan, sheetRegister([]));
  const judge = voidJudge(plan.plan);
  const held = await heldRows(what, lines, standing.value, plan, io);
  if (!held.ok) return held;
  const { records, rowsOf } = held.value;
  const source = sourceOf(table, bytes);
  const again = records.find((one) => isSame(one.source, source));
  if (again !== undefined) return alreadyImported(options.file, again);
  const subjectOf = subjectFinder(what);
  const context = { known: what, table, rowsOf, subjectOf, standing: standing.value, judge };
  const intake = takeCorrections(context, lines);
  const findings = [...read.findings, ...held.findings, ...intake.findings];
  if (stops(findings, options)) return { ok: false, findings };
  const record = recordOf(plan, intake, table, source, records, io);
  const done = await keepCorrections({ stage, folder, record }, intake, table, bytes, options, io);
  if (done === 'exists') return alreadyImported(options.file, record);
  return { ok: true, value: { intake, folder, ...done, findings }, findings };
}

interface CorrectionsFile {
  readonly table: Table;
  readonly bytes: Uint8Array;
  readonly lines: readonly WrittenCorrection[];
}

/** Corrections are few: the file is read at once. */
async function readFile(
  { file, sheet, headerRow }: CorrectOptions,
  io: Io,
): Promise<Checked<CorrectionsFile>> {
  const refused = checkEntry(file, await io.stat(file));
  if (refused !== null) return { ok: false, findings: [refused] };
  const bytes = await io.read(file);
  const table = await parseTable(bytes, file, { sheet, headerRow });
  if (!table.ok) return table;
  const lines = correctionLines(table.value);
  if (!lines.ok) return { ok: false, findings: [...table.findings, ...lines.findings] };
  // Rows that may be shifted are refused one by one.
  const findings = table.findings.filter((one) => severityOf(one) !== 'error');
  return { ok: true, value: { table: table.value, bytes, lines: lines.value }, findings };
}

interface Held {
  readonly records: readonly BatchRecord[];
  readonly rowsOf: (sheet: string) => readonly HeldRow[];
}

/** The rows of the store that the lines may mean: by serial, by submission id, or by import and row. */
async function heldRows(
  what: Known,
  lines: readonly WrittenCorrection[],
  standing: Corrections,
  { plan, folder }: ReadPlan,
  io: Io,
): Promise<Checked<Held>> {
  const nameOf = (sheet: string): string => {
    const serial = what.readSerial(sheet);
    return serial.kind === 'ok' ? serial.serial : sheet;
  };
  const rows = new Map<string, HeldRow[]>(lines.map(({ sheet }) => [nameOf(sheet), []]));
  const visit = (rating: Rating, { id }: BatchRecord, keyed: Rating): void => {
    const { serial, reply, row } = rating;
    const names = serial === null ? [reply, `${id}:${row}`] : [serial];
    for (const name of names) {
      const same = rows.get(name ?? '');
      if (same === undefined) continue;
      const keptVoid = applyCorrections(standing, keyed, id, null).voidReason;
      same.push({ batch: id, rating, keyed, keptVoid });
    }
  };
  const read = await eachRating(folder, 'returns', io, visit, { plan });
  if (!read.ok) return read;
  const rowsOf = (sheet: string): readonly HeldRow[] => rows.get(nameOf(sheet)) ?? [];
  return { ok: true, value: { records: read.value, rowsOf }, findings: read.findings };
}

function sourceOf({ file, sheet }: Table, bytes: Uint8Array): BatchRecord['source'] {
  const name = basename(file.replaceAll('\\', '/'));
  return { name, sha256: sha256(bytes), bytes: bytes.length, sheet };
}

function isSame(one: BatchRecord['source'], other: BatchRecord['source']): boolean {
  return one.sha256 === other.sha256 && one.sheet === other.sheet;
}

function alreadyImported(
  file: string,
  { id, importedBy, importedAt }: BatchRecord,
): Checked<never> {
  const args = { batch: id, by: importedBy, at: importedAt };
  return {
    ok: false,
    findings: [finding('returns/already-imported', { kind: 'file', file }, args)],
  };
}

function recordOf(
  { plan, fingerprint }: ReadPlan,
  { accepted, counts }: CorrectionIntake,
  { columns }: Table,
  source: BatchRecord['source'],
  records: readonly BatchRecord[],
  io: Io,
): BatchRecord {
  const stored = storeCorrections(accepted);
  const text = renderRows(stored.columns, stored.rows);
  return {
    id: batchId(source.name, source.sha256, source.sheet),
    format: 1,
    kind: 'corrections',
    purpose: 'returns',
    source,
    mapping: columns.map((heading) => ({ heading, as: correctionField(heading) ?? 'ignored' })),
    counts,
    excluded: [],
    passedOver: [],
    files: [{ name: correctionsFile, sha256: sha256(text) }],
    units: namedUnits(
      plan,
      accepted.map(({ unit }) => unit),
    ),
    importedBy: io.user,
    importedAt: `${io.now().toISOString().slice(0, 19)}Z`,
    tool,
    planFingerprint: fingerprint,
    formsFingerprint: formsFingerprint(plan),
    // Corrections of a rehearsal are part of it.
    simulated: records.find(({ simulated }) => simulated !== null)?.simulated ?? null,
  };
}
