/** `survey import`: returned files → checked rows → one folder each under `returns/`. */
import { basename, dirname, join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { checkEntry, listSheets, streamTable } from '../formats/read-table.ts';
import type { Io } from '../io.ts';
import { packets, sheetRegister } from '../packets.ts';
import type { Purpose } from '../returns/batch.ts';
import type { Kind } from '../returns/fields.ts';
import { type Known, known } from '../returns/known.ts';
import type { Asked } from '../returns/reading.ts';
import { dateFormatNamed, dateFormats } from '../table/date-text.ts';
import { importedUnselected } from './check-not-selected.ts';
import { isCorrectionsFile } from './correct-recognised.ts';
import { type ExitCode, exit } from './exit.ts';
import { matchingFiles } from './file-pattern.ts';
import { heldReturns } from './held-returns.ts';
import { type FileOutcome, type Import, importFile, refusedFile } from './import-file.ts';
import { holdsNothingNew, sayImport } from './import-words.ts';
import { readInvited } from './invited.ts';
import { readMappings } from './mapping.ts';
import type { WriteOptions } from './options.ts';
import { registerFindings } from './packet-files.ts';
import { readQuotas } from './read-quotas.ts';
import { readRehearsal } from './rehearsal.ts';
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

/** Stands for what comes on the standard input. */
const stdinMark = '-';
const stdinName = 'stdin';

export async function importCommand(options: ImportOptions, io: Io): Promise<ExitCode> {
  const [only = '', ...others] = options.files;
  if (others.length === 0 && (await isCorrectionsFile(only, options, io))) {
    const { returnsCorrect } = await import('./returns-correct.ts');
    return returnsCorrect({ ...options, file: only, headerRow: options.headerRow ?? null }, io);
  }
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    const unreadable = await unreadableFiles(options, io);
    return refuse([...survey.findings, ...unreadable], options, io, sources);
  }
  const { plan, quotas, where, folder } = survey.value;
  const held = heldReturns(plan, folder, options.as, io);
  const store = await held.refresh();
  const printed = packets(plan, quotas, where);
  // A packet that cannot be printed yet has no sheets that could have come back.
  const knownSheets = known(plan, sheetRegister(printed.ok ? printed.value : []));
  const asked = await askedFor(options, knownSheets, folder, io);
  const packetsFolder = join(folder, 'out', 'packets');
  const register = await registerFindings(plan, printed.ok ? printed.value : [], packetsFolder, io);
  const mappings = await readMappings(folder, options.mapping, knownSheets, io);
  // What the plan warns of is for `plan validate`; a clerk who imports is told about returns.
  const findings = [...store.findings, ...asked.findings, ...register, ...mappings.findings];
  if (!store.ok || hasErrors(findings)) return refuse(findings, options, io, sources);
  if (!options.json) sayFindings(findings, options, io, sources);
  const isRehearsal = (await readRehearsal(folder, io)) !== null;
  const work: Import = {
    options,
    survey: survey.value,
    known: knownSheets,
    asked: { ...asked.asked, purpose: options.as, isSeparate: options.separate, isRehearsal },
    held,
    mappings,
    io,
  };
  const outcomes = await importAll(work);
  sayImport(outcomes, { folder, questions: knownSheets.questions, options, mappings }, io);
  return exitOf(outcomes);
}

/** Every sheet of every file, one after the other: later ones are held against the earlier. */
async function importAll(work: Import): Promise<readonly FileOutcome[]> {
  const { options, io } = work;
  const outcomes: FileOutcome[] = [];
  for (const file of await matchingFiles(options.files, io)) {
    const isStdin = file === stdinMark;
    outcomes.push(
      ...(await (isStdin ? importStdin(work) : importNamed(work, { file, path: file }))),
    );
  }
  return outcomes;
}

/** Every sheet of one file; `path` is where its bytes are. */
async function importNamed(
  work: Import,
  named: { readonly file: string; readonly path: string },
): Promise<readonly FileOutcome[]> {
  const { options, io } = work;
  const { file, path } = named;
  const refused = file === path ? checkEntry(file, await io.stat(file)) : null;
  if (refused !== null) return [refusedFile({ file, sheet: null }, [refused])];
  if (await isCorrectionsFile(path, options, io)) {
    const apart = finding('returns/corrections-apart', { kind: 'file', file }, { file });
    return [refusedFile({ file, sheet: null }, [apart])];
  }
  const rehearsal = file === path ? await rehearsalOf(file, io) : null;
  const sheets = await sheetsOf(named, options, io);
  if (!sheets.ok) return [refusedFile({ ...named, sheet: null }, sheets.findings)];
  const outcomes: FileOutcome[] = [];
  for (const sheet of sheets.value) {
    const outcome = await importFile(work, { ...named, sheet, rehearsal });
    const open = await openFindings(file, io);
    const apart = await unselected(work, outcome);
    outcomes.push({ ...outcome, findings: [...outcome.findings, ...open, ...apart] });
  }
  return outcomes;
}

/** What comes on the standard input is kept aside, for it can be read only once, and never left behind: it is answers. */
async function importStdin(work: Import): Promise<readonly FileOutcome[]> {
  const { io } = work;
  const folder = await io.scratch('survey-stdin-');
  try {
    const path = join(folder, stdinName);
    await io.snapshot(null, path);
    return await importNamed(work, { file: stdinName, path });
  } finally {
    await io.remove(folder);
  }
}

/** Back-checked sheets that nobody selected. */
async function unselected(
  { options, survey, io }: Import,
  { record }: FileOutcome,
): Promise<readonly Finding[]> {
  if (record === null || options.dryRun) return [];
  return importedUnselected(survey.folder, record, io);
}

/** The sheets to take; null: the one that is there. */
async function sheetsOf(
  { file, path }: { readonly file: string; readonly path: string },
  { sheet, sheets }: ImportOptions,
  io: Io,
): Promise<Checked<readonly (string | null)[]>> {
  if (sheets !== 'all') return { ok: true, value: sheets ?? [sheet], findings: [] };
  const found = await listSheets(await io.source(path), file);
  if (!found.ok) return found;
  return { ...found, value: found.value.length === 0 ? [null] : found.value };
}

/** What is wrong with the files themselves, so that it is told together with what is wrong with the plan. */
async function unreadableFiles(options: ImportOptions, io: Io): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const file of await matchingFiles(options.files, io)) {
    if (file === stdinMark) continue;
    const refused = checkEntry(file, await io.stat(file));
    if (refused === null) findings.push(...(await unreadable(file, options, io)));
    else findings.push(refused);
  }
  return findings;
}

async function unreadable(
  file: string,
  { sheet, headerRow, delimiter, encoding }: ImportOptions,
  io: Io,
): Promise<readonly Finding[]> {
  const sink = { head: () => true, row: () => true, pause: () => null };
  const options = { sheet, headerRow, delimiter, encoding };
  const read = await streamTable(await io.source(file), file, options, sink);
  return [...read.findings, ...(await openFindings(file, io))];
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

/** What the user says about the whole file. */
async function askedFor(
  options: ImportOptions,
  { find, plan }: Known,
  folder: string,
  io: Io,
): Promise<{ readonly asked: Asked; readonly findings: readonly Finding[] }> {
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
  const dates = options.dates === null ? null : dateFormatNamed(options.dates);
  if (options.dates !== null && dates === null) {
    const at = { kind: 'file', file: '--dates' } as const;
    const args = { format: options.dates, formats: dateFormats };
    findings.push(finding('returns/unknown-date-format', at, args));
  }
  const { kind, decimal } = options;
  const invited = await readInvited(plan, folder, io);
  const [group, form] = [look('group'), look('form')];
  return { asked: { kind, group, form, decimal, dates, invited }, findings };
}

function exitOf(outcomes: readonly FileOutcome[]): ExitCode {
  const isGood = (one: FileOutcome): boolean => one.record !== null || holdsNothingNew(one);
  if (!outcomes.some(isGood)) {
    return outcomes.some(({ busy }) => busy) ? exit.busy : exit.findings;
  }
  const isWhole = outcomes.every((one) => isGood(one) && one.told?.counts.rejected === 0);
  return isWhole ? exit.done : exit.rejections;
}
