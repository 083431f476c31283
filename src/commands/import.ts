/** `survey import`: returned files → checked rows → one folder each under `returns/`. */
import { basename, dirname, join } from 'node:path';
import { finding, hasErrors, severityOf } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { checkEntry, parseTable } from '../formats/read-table.ts';
import type { Io } from '../io.ts';
import { packets, sheetRegister } from '../packets.ts';
import { formsFingerprint } from '../plan/fingerprint.ts';
import type { Batch, Purpose } from '../returns/batch.ts';
import { batchFiles, type RecordHead, renderRejected } from '../returns/batch-files.ts';
import { batchId, sha256 } from '../returns/batch-id.ts';
import type { Kind } from '../returns/fields.ts';
import { type Known, known } from '../returns/known.ts';
import { type Intake, take } from '../returns/take.ts';
import type { Table } from '../table.ts';
import { tool } from '../version.ts';
import { type ExitCode, exit } from './exit.ts';
import { matchingFiles } from './file-pattern.ts';
import { type FileOutcome, holdsNothingNew, sayImport } from './import-words.ts';
import type { WriteOptions } from './options.ts';
import { registerFindings } from './packet-files.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { readBatch, readReturns } from './read-returns.ts';
import { readRehearsal } from './rehearsal.ts';
import { sweepStages, writeBatch } from './returns-store.ts';
import { refuse, sayFindings, stops } from './say.ts';

export interface ImportOptions extends WriteOptions {
  readonly files: readonly string[];
  readonly sheet: string | null;
  readonly kind: Kind | null;
  readonly group: string | null;
  readonly form: string | null;
  /** Row of the headings; left out: found. */
  readonly headerRow?: number | null;
  /** What the files are for. */
  readonly as: Purpose;
  /** Several sheets of a workbook, or every one that holds something; `sheet` is then null. */
  readonly sheets: readonly string[] | 'all' | null;
  /** A saved mapping to read the columns by; null: one that fits is looked for. */
  readonly mapping: string | null;
  readonly delimiter: string | null;
  readonly encoding: string | null;
  /** The decimal mark of numbers in the file; null: Vietnamese writing, and what is ambiguous is asked. */
  readonly decimal: 'comma' | 'point' | null;
  /** How dates stand in the file: `d/M/yyyy`, `M/d/yyyy`, `excel-1900` …; null: d/M/yyyy and ISO dates. */
  readonly dates: string | null;
  /** The replies are other ones, though they look like an earlier import. */
  readonly separate: boolean;
}

/** What the files of one call share. */
interface Import {
  readonly options: ImportOptions;
  readonly survey: Survey;
  readonly known: Known;
  readonly asked: { readonly group: string | null; readonly form: string | null };
  /** The survey folder is a rehearsal, made by `survey simulate`. */
  readonly isRehearsal: boolean;
  readonly io: Io;
}

export async function importCommand(options: ImportOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    const unreadable = await unreadableFiles(options, io);
    return refuse([...survey.findings, ...unreadable], options, io, sources);
  }
  const { plan, quotas, where, folder } = survey.value;
  const store = await readReturns(folder, io);
  const printed = packets(plan, quotas, where);
  // A packet that cannot be printed yet has no sheets that could have come back.
  const knownSheets = known(plan, sheetRegister(printed.ok ? printed.value : []));
  const asked = askedFor(options, knownSheets);
  const packetsFolder = join(folder, 'out', 'packets');
  const register = await registerFindings(plan, printed.ok ? printed.value : [], packetsFolder, io);
  // What the plan warns of is for `plan validate`; a clerk who imports is told about returns.
  const findings = [...store.findings, ...asked.findings, ...register];
  if (!store.ok || hasErrors(findings)) return refuse(findings, options, io, sources);
  if (!options.json) sayFindings(findings, options, io, sources);
  if (!options.dryRun) await sweepStages(folder, io);
  const isRehearsal = (await readRehearsal(folder, io)) !== null;
  const work: Import = {
    options,
    survey: survey.value,
    known: knownSheets,
    asked,
    isRehearsal,
    io,
  };
  const batches = [...store.value];
  const outcomes: FileOutcome[] = [];
  for (const file of await matchingFiles(options.files, io)) {
    const outcome = await importFile(work, file, batches);
    if (outcome.batch !== null) batches.push(outcome.batch);
    outcomes.push(outcome);
  }
  sayImport(outcomes, { folder, questions: knownSheets.questions, options }, io);
  return exitOf(outcomes);
}

/** What is wrong with the files themselves, so that it is told together with what is wrong with the plan. */
async function unreadableFiles(options: ImportOptions, io: Io): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const file of await matchingFiles(options.files, io)) {
    findings.push(...(await readFile(file, options, io)).findings);
  }
  return findings;
}

interface FileRead {
  readonly table: Table | null;
  readonly bytes: Uint8Array;
  readonly findings: readonly Finding[];
}

async function readFile(file: string, options: ImportOptions, io: Io): Promise<FileRead> {
  const refused = checkEntry(file, await io.stat(file));
  if (refused !== null) return { table: null, bytes: new Uint8Array(), findings: [refused] };
  const bytes = await io.read(file);
  const { sheet, headerRow } = options;
  const read = await parseTable(bytes, file, { sheet, headerRow });
  const findings = [...read.findings, ...(await openFindings(file, io))];
  return { table: read.ok ? read.value : null, bytes, findings };
}

/** Excel's and LibreOffice's lock beside a file tells that it is open and may have changes not saved. */
async function openFindings(file: string, io: Io): Promise<readonly Finding[]> {
  const name = basename(file);
  for (const lock of [`~$${name}`, `.~lock.${name}#`]) {
    if ((await io.stat(join(dirname(file), lock))) === null) continue;
    return [finding('returns/workbook-open', { kind: 'file', file }, { lock })];
  }
  return [];
}

/** The rehearsal folder that a file lies in or one level below; null when there is none. */
async function rehearsalOf(file: string, io: Io): Promise<string | null> {
  for (const folder of [dirname(file), dirname(dirname(file))]) {
    if ((await readRehearsal(folder, io)) !== null) return folder;
  }
  return null;
}

/** The group and form that the user names for the whole file. */
function askedFor(
  options: ImportOptions,
  { find }: Known,
): Import['asked'] & { readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const look = (thing: 'group' | 'form'): string | null => {
    const text = options[thing];
    if (text === null) return null;
    const found = find[thing](text);
    if (found.kind === 'one') return found.id;
    const near = found.kind === 'none' ? found.near : found.ids;
    const at = { kind: 'file', file: `--${thing}` } as const;
    findings.push(finding('returns/unknown-name', at, { thing, name: text, near }));
    return null;
  };
  return { group: look('group'), form: look('form'), findings };
}

async function importFile(
  work: Import,
  file: string,
  batches: readonly Batch[],
): Promise<FileOutcome> {
  const { options, io } = work;
  const refused = (findings: readonly Finding[]): FileOutcome => ({
    file,
    sheet: null,
    batch: null,
    intake: null,
    findings,
    busy: false,
  });
  const { table, bytes, findings: found } = await readFile(file, options, io);
  if (table === null) return refused(found);
  const sha = sha256(bytes);
  const again = alreadyThere(batches, sha, table);
  if (again !== null) return refused([again]);
  const { isRehearsal } = work;
  const rehearsal = await rehearsalOf(file, io);
  const asked = { kind: options.kind, ...work.asked, isRehearsal, rehearsal };
  const taken = take(work.known, table, asked, batches);
  // Errors of single rows come back as reasons of rejected rows.
  const ofFile = found.filter((one) => severityOf(one) !== 'error');
  const findings = [...ofFile, ...taken.findings];
  if (!taken.ok || stops(findings, options)) return refused(findings);
  return keep(work, table, bytes, sha, taken.value, findings);
}

function alreadyThere(batches: readonly Batch[], sha: string, table: Table): Finding | null {
  const before = batches.find(
    ({ record: { source } }) => source.sha256 === sha && source.sheet === table.sheet,
  );
  if (before === undefined) return null;
  const { id, importedBy, importedAt } = before.record;
  const args = { batch: id, by: importedBy, at: importedAt };
  return finding('returns/already-imported', { kind: 'file', file: table.file }, args);
}

/** Writes the batch, unless nothing was accepted or nothing is to be written. */
async function keep(
  { options, survey, io }: Import,
  table: Table,
  bytes: Uint8Array,
  sha: string,
  intake: Intake,
  findings: readonly Finding[],
): Promise<FileOutcome> {
  const { file, sheet } = table;
  const outcome = { file, sheet, intake, findings, busy: false };
  if (intake.counts.accepted === 0) return { ...outcome, batch: null };
  const name = basename(file.replaceAll('\\', '/'));
  const { kind, mapping, counts, simulated } = intake;
  const head: RecordHead = {
    id: batchId(name, sha, sheet),
    format: 1,
    kind,
    purpose: options.as,
    source: { name, sha256: sha, bytes: bytes.length, sheet },
    mapping,
    counts,
    importedBy: io.user,
    importedAt: `${io.now().toISOString().slice(0, 19)}Z`,
    tool,
    planFingerprint: survey.fingerprint,
    formsFingerprint: formsFingerprint(survey.plan),
    simulated,
  };
  const rejected = intake.rejected.length > 0 ? renderRejected(table, intake.rejected) : null;
  const { record, files } = batchFiles(head, intake, bytes, rejected);
  const { ratings, tallies, custody } = intake;
  const batch: Batch = { record, ratings, tallies, custody };
  if (options.dryRun) return { ...outcome, batch };
  const isWhole = async (stage: string): Promise<boolean> => {
    const read = await readBatch(stage, record.id, io);
    return read.ok && isAsTaken(read.value, batch);
  };
  const written = await writeBatch(survey.folder, record.id, files, isWhole, io);
  if (written === 'done') return { ...outcome, batch };
  if (written === 'busy') return { ...outcome, batch: null, busy: true };
  const args = { batch: record.id, by: record.importedBy, at: record.importedAt };
  const exists = finding('returns/already-imported', { kind: 'file', file }, args);
  return { ...outcome, batch: null, findings: [...findings, exists] };
}

function isAsTaken(read: Batch, taken: Batch): boolean {
  return (['ratings', 'tallies', 'custody'] as const).every(
    (part) => read[part].length === taken[part].length,
  );
}

function exitOf(outcomes: readonly FileOutcome[]): ExitCode {
  const isGood = (one: FileOutcome): boolean => one.batch !== null || holdsNothingNew(one);
  if (!outcomes.some(isGood)) {
    return outcomes.some(({ busy }) => busy) ? exit.busy : exit.findings;
  }
  const isWhole = outcomes.every((one) => isGood(one) && one.intake?.rejected.length === 0);
  return isWhole ? exit.done : exit.rejections;
}
