/** One file (or sheet of one) → one folder under `returns/`, or nothing. */
import { basename, join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { TableOptions } from '../formats/read-table.ts';
import { EnvironmentProblem, type Io } from '../io.ts';
import { formsFingerprint } from '../plan/fingerprint.ts';
import type { BatchRecord } from '../returns/batch.ts';
import type { RecordHead } from '../returns/batch-files.ts';
import { sourceFile } from '../returns/batch-id.ts';
import { valueHints } from '../returns/exports/hints.ts';
import type { Known } from '../returns/known.ts';
import { namedUnits } from '../returns/named-units.ts';
import type { Taken, TakeOptions } from '../returns/take.ts';
import type { TableHead } from '../table.ts';
import { tool } from '../version.ts';
import type { HeldReturns } from './held-returns.ts';
import type { ImportOptions } from './import.ts';
import { alreadyImported, alreadyThere, freeId, sameForAnother } from './import-again.ts';
import { openFile, type Seen } from './import-open.ts';
import { completeStage, isStillThere, readBack, type Staging } from './import-publish.ts';
import { type Opened, type ReadFile, readFile } from './import-read.ts';
import { type ImportNotes, importNotes, type Told } from './import-told.ts';
import { type Mappings, saveMapping } from './mapping.ts';
import { progress } from './progress.ts';
import type { Survey } from './read-quotas.ts';
import { keepRejected } from './rejected-out.ts';
import { importStage, returnsFolder, sweepStages } from './returns-store.ts';
import { stops } from './say.ts';

/** What the files of one call share. */
export interface Import {
  readonly options: ImportOptions;
  readonly survey: Survey;
  readonly known: Known;
  readonly asked: Omit<TakeOptions, 'rehearsal'>;
  readonly held: HeldReturns;
  readonly mappings: Mappings;
  readonly io: Io;
}

/** A file as the user named it, and where its bytes are. */
export interface ImportSource {
  readonly file: string;
  readonly path: string;
  readonly sheet: string | null;
  readonly rehearsal: string | null;
}

export interface FileOutcome {
  readonly file: string;
  readonly sheet: string | null;
  /** What was put into the store, or would be; null when nothing was taken. */
  readonly record: BatchRecord | null;
  /** Null when the file as a whole could not be read. */
  readonly told: Told | null;
  /** About the file as a whole; the rows' own reasons are in `told`. */
  readonly findings: readonly Finding[];
  readonly busy: boolean;
  /** Where the rejected rows are, marked in a workbook where one could be made; null: none, or a dry run. */
  readonly rejectedIn: string | null;
  /** The mapping written now, of an export that no saved one fitted; null: none. */
  readonly mappingFile: string | null;
}

export function refusedFile(
  source: Pick<ImportSource, 'file' | 'sheet'>,
  findings: readonly Finding[],
): FileOutcome {
  const { file, sheet } = source;
  const nothing = { record: null, told: null, busy: false, rejectedIn: null, mappingFile: null };
  return { file, sheet, findings, ...nothing };
}

/**
 * All is written into a folder of its own, which appears under `returns/` by one rename when it has been read back. The
 * folder is made before the store is read and others' folders are swept away: of two imports at once, one at
 * least sees the other.
 */
export async function importFile(work: Import, source: ImportSource): Promise<FileOutcome> {
  const { options, survey, held, io } = work;
  const { dryRun } = options;
  const stage = await importStage(dryRun ? null : survey.folder, io);
  let isPublished = false;
  try {
    if (!dryRun) await sweepStages(survey.folder, io, basename(stage));
    const store = await held.refresh();
    if (!store.ok) return refusedFile(source, store.findings);
    const seen: Seen = { id: '', writer: null, adapted: null, hasNameless: false };
    const outcome = await intoStage(work, source, stage, seen);
    isPublished = outcome.record !== null && !dryRun;
    if (seen.adapted === null) return outcome;
    const hints = valueHints(source.file, outcome.told?.reasons ?? []);
    // Of a file that is refused as well: there its columns can be corrected.
    const mappingFile = dryRun ? null : await saveMapping(seen.adapted, survey.folder, io);
    return { ...outcome, findings: [...outcome.findings, ...hints], mappingFile };
  } catch (problem) {
    const isSwept =
      problem instanceof EnvironmentProblem &&
      problem.kind === 'not-found' &&
      (await io.stat(stage)) === null;
    if (isSwept) return { ...refusedFile(source, []), busy: true };
    throw problem;
  } finally {
    if (!isPublished) await io.remove(stage).catch(() => undefined);
  }
}

async function intoStage(
  work: Import,
  source: ImportSource,
  stage: string,
  staged: Seen,
): Promise<FileOutcome> {
  const { options, io } = work;
  const name = basename(source.file.replaceAll('\\', '/'));
  const copy = join(stage, sourceFile(name));
  const snapshot = await io.snapshot(source.path, copy);
  if (!snapshot.isSteady) {
    const at = { kind: 'file', file: source.file } as const;
    return refusedFile(source, [finding('file/changed', at, {})]);
  }
  const notes = importNotes();
  const open = (head: TableHead): Checked<Opened> => {
    const records = work.held.records();
    const same = { sha256: snapshot.sha256, sheet: head.sheet, purpose: options.as };
    const again = alreadyThere(records, same, head.file, options);
    if (again !== null) return { ok: false, findings: [again] };
    staged.id = freeId(records, name, same);
    const opened = openFile(work, source, head, stage, notes, staged);
    const twin = sameForAnother(records, same, head.file);
    return { ...opened, findings: [...opened.findings, ...twin] };
  };
  const tableOptions: TableOptions = {
    sheet: source.sheet,
    headerRow: options.headerRow ?? null,
    delimiter: options.delimiter,
    encoding: options.encoding,
  };
  const bar = progress(snapshot.bytes, io);
  try {
    const read = await readFile(await io.source(copy), source.file, tableOptions, open, bar);
    if (!read.ok || stops(read.findings, options)) return refusedFile(source, read.findings);
    const files = (await staged.writer?.close()) ?? [];
    const marks = staged.writer?.marks() ?? [];
    const { id, hasNameless } = staged;
    const staging = { id, source, stage, name, snapshot, files, marks, hasNameless };
    return await keep(work, staging, read.value, notes, read.findings);
  } finally {
    bar.end();
    await staged.writer?.abandon();
  }
}

/** Completes the folder and lets it appear, unless nothing was accepted or nothing is to be written. */
async function keep(
  work: Import,
  staging: Staging,
  read: ReadFile,
  notes: ImportNotes,
  found: readonly Finding[],
): Promise<FileOutcome> {
  const { options, survey, io } = work;
  const { source, stage } = staging;
  const { taken, opened, how, excluded, head } = read;
  const { adapted } = opened;
  const mapping = adapted?.columns ?? opened.intake.mapping;
  const left = excluded.reduce((sum, { count }) => sum + count, 0);
  const counts = { ...taken.counts, read: taken.counts.read + left };
  const { kind } = opened.intake;
  const told: Told = {
    ...{ kind, mapping, counts, how, excluded },
    ...{ skipped: taken.skipped, totals: taken.totals, voids: taken.voids },
    hasNameless: staging.hasNameless,
    simulated: taken.simulated,
    system: adapted?.name ?? null,
    savedMapping: adapted?.isSaved === true ? work.mappings.fileOf(adapted) : null,
    ...notes.told(),
  };
  const { file } = source;
  const refused = refusedFile({ file, sheet: head.sheet }, found);
  const outcome: FileOutcome = { ...refused, told };
  const mend = { staging, read, mapping };
  if (counts.accepted === 0) {
    const kept = options.dryRun ? null : await keepRejected(mend, { folder: survey.folder }, io);
    const findings = [...found, ...(kept?.findings ?? [])];
    return { ...outcome, findings, record: null, rejectedIn: kept?.path ?? null };
  }
  const recordHead = headOf(work, staging, told, taken, head.sheet);
  const annotated = options.dryRun ? null : await keepRejected(mend, { stage }, io);
  const findings = [...found, ...(annotated?.findings ?? [])];
  const { record, names } = await completeStage(staging, recordHead, taken, io);
  const expected = new Set([...names, ...(annotated?.names ?? [])]);
  if (!(await isStillThere(stage, expected, io))) return { ...outcome, record: null, busy: true };
  await readBack(staging, record, io);
  if (options.dryRun) {
    await work.held.add(stage, record.id);
    return { ...outcome, findings, record };
  }
  const target = join(returnsFolder(survey.folder), record.id);
  if ((await io.publish(stage, target)) === 'exists') {
    const exists = alreadyImported(record, file);
    return { ...outcome, record: null, findings: [...findings, exists] };
  }
  const rejectedIn = annotated === null ? null : join(target, basename(annotated.path));
  return { ...outcome, findings, record, rejectedIn };
}

function headOf(
  { options, survey, io }: Import,
  { id, name, snapshot }: Staging,
  { kind, mapping, counts, excluded, simulated, ratedUnits }: Told,
  { passedOver, tallies, custody }: Taken,
  sheet: string | null,
): RecordHead {
  const { sha256, bytes } = snapshot;
  const tallied = [...tallies, ...custody].map(({ unit }) => unit);
  return {
    id,
    format: 1,
    kind,
    purpose: options.as,
    source: { name, sha256, bytes, sheet },
    mapping,
    counts,
    excluded,
    passedOver,
    units: namedUnits(survey.plan, [...ratedUnits, ...tallied]),
    importedBy: io.user,
    importedAt: `${io.now().toISOString().slice(0, 19)}Z`,
    tool,
    planFingerprint: survey.fingerprint,
    formsFingerprint: formsFingerprint(survey.plan),
    simulated,
  };
}
