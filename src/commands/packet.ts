/** `survey packet`: one PDF for each unit, place or whole group, the blank forms, and the register of serials. */
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderRows } from '../formats/csv-write.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Typeset } from '../formats/typst.ts';
import type { Io } from '../io.ts';
import { chooseRows } from '../packets/choose.ts';
import { pdfFileName } from '../packets/file-name.ts';
import { packetsPage, registerColumns, registerRows } from '../packets/list.ts';
import { masterKey } from '../packets/paper.ts';
import { type Packet, type PacketPart, packets } from '../packets.ts';
import type { Plan } from '../plan/plan.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { packetPrinter } from './packet-print.ts';
import { type Press, readPress } from './press.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { paletteOf, refuse, say, sayFindings, sayNext, sayWritten, stops } from './say.ts';

export interface PacketOptions extends WriteOptions {
  /** Only these units, places or groups; all when empty. */
  readonly units: readonly string[];
}

/**
 * Packets that can be printed are printed although others cannot (their quota is not known yet); the
 * exit code then is 1. The register always holds every sheet of the plan, whichever packets were asked for.
 */
export async function packetCommand(options: PacketOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    return refuse(survey.findings, options, io, sources);
  }
  const { plan, quotas, where, folder } = survey.value;
  const chosen = chooseRows(quotas.rows, options.units, where.file());
  if (chosen.findings.length > 0) return refuse(chosen.findings, options, io, sources);
  const made = packets(plan, { ...quotas, rows: chosen.rows }, where);
  const findings = [...survey.findings, ...made.findings];
  if (!made.ok || (made.value.length === 0 && hasErrors(findings))) {
    return refuse(findings, options, io, sources);
  }
  if (made.value.length === 0) findings.push(finding('packet/nothing-to-print', where.file(), {}));
  if (!options.json) {
    sayFindings(findings, options, io, sources);
    sayPackets(plan, made.value, io);
  }
  const target = options.out ?? join(folder, 'out', 'packets');
  const jobs = printJobs(plan, made.value);
  const problems = options.dryRun ? [] : await print(survey.value, jobs, target, options, io);
  if (problems.length > 0) return refuse(problems, options, io, sources);
  const files = ['register.csv', ...jobs.map(({ file }) => file)].map((file) => join(target, file));
  const ok = !hasErrors(findings);
  if (options.json) {
    const list = pageJson(packetsPage(plan, made.value, io.lang));
    io.out(renderJson({ ok, packets: list, files, findings: findingsJson(findings, io.lang) }));
  }
  sayFiles(files, target, options, io);
  sayNext(io, `survey import --plan ${options.plan} …`);
  return ok ? exit.done : exit.findings;
}

function sayPackets(plan: Plan, printed: readonly Packet[], io: Io): void {
  if (printed.length === 0) return;
  const { width } = io.terminal;
  const page = packetsPage(plan, printed, io.lang);
  io.out(renderTable(page, { width, lang: io.lang, palette: paletteOf(io) }));
}

/** One PDF to write. */
interface PrintJob {
  /** Below the folder of the packets. */
  readonly file: string;
  readonly what: { readonly packet: Packet } | { readonly form: PacketPart };
}

/** The blank forms, each once, then the packets. */
function printJobs(plan: Plan, printed: readonly Packet[]): readonly PrintJob[] {
  const parts = new Map(
    printed.flatMap(({ parts }) => parts.map((part) => [masterKey(part), part])),
  );
  const forms = [...parts].map(([key, part]): PrintJob => {
    const code = plan.forms.find(({ id }) => id === part.form)?.code ?? part.form;
    return { file: join('forms', pdfFileName(code, key)), what: { form: part } };
  });
  const all = printed.map((packet): PrintJob => {
    return { file: pdfFileName(packet.name, packet.id), what: { packet } };
  });
  return [...forms, ...all];
}

/** Writes the register, then every PDF as it is made. Stops at the first that a template cannot set. */
async function print(
  { plan, quotas, where, folder }: Survey,
  jobs: readonly PrintJob[],
  target: string,
  options: PacketOptions,
  io: Io,
): Promise<readonly Finding[]> {
  const all = packets(plan, quotas, where);
  const rows = all.ok ? registerRows(all.value) : [];
  await io.write(join(target, 'register.csv'), renderRows(registerColumns, rows));
  if (jobs.length === 0) return [];
  const press = await readPress(folder, io);
  if (press.typesetter.engine === 'wasm' && !options.json) say(io, slowWords);
  const printer = packetPrinter(plan, press.typesetter);
  for (const [done, { file, what }] of jobs.entries()) {
    const pdf = 'form' in what ? printer.form(what.form) : printer.packet(what.packet);
    if (!pdf.ok) return templateFindings(pdf, press);
    await io.write(join(target, file), pdf.value);
    if (io.terminal.live)
      io.err(`\r${done + 1}/${jobs.length}${done + 1 === jobs.length ? '\n' : ''}`);
  }
  return [];
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
  const count = files.length - 1;
  say(
    io,
    options.dryRun
      ? {
          vi: `Sẽ ghi ${count} tệp PDF và register.csv vào ${target}.`,
          en: `Would write ${count} PDF files and register.csv in ${target}.`,
        }
      : {
          vi: `Đã ghi ${count} tệp PDF và register.csv vào ${target}.`,
          en: `Wrote ${count} PDF files and register.csv in ${target}.`,
        },
  );
}

const slowWords = {
  vi: 'Máy này không có bản Typst riêng, dùng bản WebAssembly: kết quả như nhau, chậm hơn khoảng 5 lần.',
  en: 'This machine has no native Typst; the WebAssembly build is used: same result, about 5 times slower.',
};
