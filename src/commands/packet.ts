/**
 * `survey packet`: for each unit, place or whole group a PDF and a workbook for its counts; the blank
 * forms; the register of serials.
 */
import { basename, join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderRows } from '../formats/csv-write.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Typeset } from '../formats/typst.ts';
import type { Io } from '../io.ts';
import { chooseRows } from '../packets/choose.ts';
import { packetsPage, registerColumns, registerRows } from '../packets/list.ts';
import { tallyEntryPage } from '../packets/tally-entry.ts';
import { type Packet, packets } from '../packets.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import {
  oldFiles,
  type PrintJob,
  printJobs,
  registerFile,
  registerFindings,
} from './packet-files.ts';
import { packetPrinter } from './packet-print.ts';
import { type Press, readPress } from './press.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { paletteOf, refuse, say, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { workbookOptions } from './workbook.ts';

export interface PacketOptions extends WriteOptions {
  /** Only these units, places or groups, by id or name; all when empty. */
  readonly units: readonly string[];
  /** Overwrite the register although serials that are printed are lost. */
  readonly force: boolean;
}

/**
 * Packets that can be printed are printed although others cannot (their quota is not known yet); the
 * exit code then is 1. The register always holds every sheet of the plan, whichever packets were asked
 * for, and no sheet printed before may be missing in it.
 */
export async function packetCommand(options: PacketOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    return refuse(survey.findings, options, io, sources);
  }
  const { plan, quotas, where, folder } = survey.value;
  const chosen = chooseRows(quotas.rows, options.units);
  if (chosen.findings.length > 0) return refuse(chosen.findings, options, io, sources);
  const made = packets(plan, { ...quotas, rows: chosen.rows }, where);
  const findings = [
    ...survey.findings,
    ...made.findings,
    ...(made.ok ? onlineFindings(plan, made.value, where) : []),
  ];
  if (!made.ok || (made.value.length === 0 && hasErrors(findings))) {
    return refuse(findings, options, io, sources);
  }
  if (made.value.length === 0) findings.push(finding('packet/nothing-to-print', where.file(), {}));
  const target = options.out ?? join(folder, 'out', 'packets');
  const whole = packets(plan, quotas, where);
  const all = whole.ok ? whole.value : [];
  const conflict = options.force ? [] : await registerFindings(plan, all, target, io);
  if (conflict.length > 0) return refuse([...findings, ...conflict], options, io, sources);
  findings.push(...(await oldFiles(plan, all, target, io)));
  if (!options.json) {
    sayFindings(findings, options, io, sources);
    sayPackets(plan, made.value, io);
  }
  const jobs = printJobs(plan, made.value);
  const { problems, kept } = options.dryRun
    ? { problems: [], kept: [] }
    : await print(survey.value, all, jobs, target, options, io);
  if (problems.length > 0) return refuse(problems, options, io, sources);
  return finish(
    { survey: survey.value, printed: made.value, findings, jobs, kept, target },
    options,
    io,
  );
}

/** A note: the forms of groups that answer online are printed all the same. */
function onlineFindings(
  { groups }: Plan,
  printed: readonly Packet[],
  where: PlanWhere,
): readonly Finding[] {
  const among = new Set(printed.flatMap(({ parts }) => parts.map(({ group }) => group)));
  const online = groups.filter(
    ({ id, mode }) => among.has(id) && (mode === 'online' || mode === 'qr'),
  );
  const [first] = online;
  if (first === undefined) return [];
  const names = online.map(({ name }) => name);
  return [finding('packet/online-printed', where.group(first.id), { groups: names })];
}

interface Outcome {
  readonly survey: Survey;
  readonly printed: readonly Packet[];
  readonly findings: readonly Finding[];
  readonly jobs: readonly PrintJob[];
  readonly kept: readonly string[];
  readonly target: string;
}

/** Says what was written. */
function finish(outcome: Outcome, options: PacketOptions, io: Io): ExitCode {
  const { survey, printed, jobs, kept, target } = outcome;
  const late = kept.length === 0 ? [] : [keptFinding(kept, target)];
  const findings = [...outcome.findings, ...late];
  const files = [registerFile, ...jobs.map(({ file }) => file)]
    .map((file) => join(target, file))
    .filter((file) => !kept.includes(file));
  const ok = !hasErrors(findings);
  if (options.json) {
    const list = pageJson(packetsPage(survey.plan, printed, io.lang));
    io.out(renderJson({ ok, packets: list, files, findings: findingsJson(findings, io.lang) }));
  } else if (late.length > 0) sayFindings(late, options, io);
  sayFiles(files, target, options, io);
  sayNext(io, `survey import --plan ${word(options.plan)} …`);
  return ok ? exit.done : exit.findings;
}

function keptFinding(kept: readonly string[], target: string): Finding {
  const at = { kind: 'file', file: join(target, 'tally') } as const;
  return finding('packet/tally-kept', at, { files: kept.map((file) => basename(file)) });
}

function sayPackets(plan: Plan, printed: readonly Packet[], io: Io): void {
  if (printed.length === 0) return;
  const { width } = io.terminal;
  const page = packetsPage(plan, printed, io.lang);
  io.out(renderTable(page, { width, lang: io.lang, palette: paletteOf(io) }));
}

interface Printed {
  /** What a template cannot set: nothing was written after it. */
  readonly problems: readonly Finding[];
  /** Workbooks that somebody has filled in, it seems. */
  readonly kept: readonly string[];
}

/** Writes the register, then every file as it is made. Stops at the first that a template cannot set. */
async function print(
  { plan, folder }: Survey,
  all: readonly Packet[],
  jobs: readonly PrintJob[],
  target: string,
  options: PacketOptions,
  io: Io,
): Promise<Printed> {
  await io.write(join(target, registerFile), renderRows(registerColumns, registerRows(all)));
  const kept: string[] = [];
  if (jobs.length === 0) return { problems: [], kept };
  const press = await readPress(folder, io);
  if (press.typesetter.engine === 'wasm' && !options.json) say(io, slowWords);
  const printer = packetPrinter(plan, press.typesetter);
  for (const [done, { file, what }] of jobs.entries()) {
    const at = join(target, file);
    if ('tally' in what) {
      if (!(await writeTally(plan, what.tally, at, io))) kept.push(at);
      continue;
    }
    const pdf = 'form' in what ? printer.form(what.form) : printer.packet(what.packet);
    if (!pdf.ok) return { problems: templateFindings(pdf, press), kept };
    await io.write(at, pdf.value);
    if (io.terminal.live) io.err(`\r${done + 1}/${jobs.length}`);
  }
  if (io.terminal.live) io.err('\n');
  return { problems: [], kept };
}

/** Whether the workbook there is now the one of this plan; one with other content stays. */
async function writeTally(plan: Plan, packet: Packet, file: string, io: Io): Promise<boolean> {
  const page = tallyEntryPage(plan, packet);
  if (page === null) return true;
  const { renderWorkbook } = await import('../formats/xlsx-write.ts');
  const book = await renderWorkbook([page], workbookOptions(plan, 'vi'));
  if ((await io.stat(file)) !== null) {
    return Buffer.compare(await io.read(file), book) === 0;
  }
  await io.write(file, book);
  return true;
}

function templateFindings(
  { problems }: Extract<Typeset<unknown>, { ok: false }>,
  { origins }: Press,
): readonly Finding[] {
  return problems.map(({ file, line, column, message }) => {
    const origin = origins.get(file) ?? file;
    const at =
      line === null
        ? ({ kind: 'file', file: origin } as const)
        : ({ kind: 'text', file: origin, line, column: column ?? 1, length: 1 } as const);
    return finding('packet/template', at, { message });
  });
}

function sayFiles(files: readonly string[], target: string, options: PacketOptions, io: Io): void {
  if (files.length <= 12) {
    sayWritten(io, files, options.dryRun);
    return;
  }
  const pdfs = files.filter((file) => file.endsWith('.pdf')).length;
  const books = files.filter((file) => file.endsWith('.xlsx')).length;
  const [vi, en] = options.dryRun ? ['Sẽ ghi', 'Would write'] : ['Đã ghi', 'Wrote'];
  say(io, {
    vi: `${vi} ${pdfs} tệp PDF, ${books} bảng nhập kiểm đếm (tally/*.xlsx) và ${registerFile} vào ${target}.`,
    en: `${en} ${pdfs} PDF files, ${books} tally workbooks (tally/*.xlsx) and ${registerFile} in ${target}.`,
  });
}

const slowWords = {
  vi: 'Máy này không có bản Typst riêng, dùng bản WebAssembly: kết quả như nhau, chậm hơn khoảng 5 lần.',
  en: 'This machine has no native Typst; the WebAssembly build is used: same result, about 5 times slower.',
};
