/** The files of `survey packet`: which there are, which are left over, and the register of an earlier run. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { parseTable } from '../formats/read-table.ts';
import type { Io } from '../io.ts';
import { fileStem, pdfFileName } from '../packets/file-name.ts';
import { masterKey } from '../packets/paper.ts';
import { printedBefore } from '../packets/printed-before.ts';
import type { Packet, PacketPart } from '../packets.ts';
import type { Plan } from '../plan/plan.ts';
import type { Table } from '../table.ts';

/** One file to write. */
export interface PrintJob {
  /** Below the folder of the packets. */
  readonly file: string;
  readonly what:
    | { readonly packet: Packet }
    | { readonly form: PacketPart }
    | { readonly tally: Packet };
}

export const registerFile = 'register.csv';

/** The blank forms, each once, then the packets, each followed by its workbook for the counts. */
export function printJobs(plan: Plan, printed: readonly Packet[]): readonly PrintJob[] {
  const parts = new Map(
    printed.flatMap(({ parts }) => parts.map((part) => [masterKey(part), part])),
  );
  const forms = [...parts].map(([key, part]): PrintJob => {
    const code = plan.forms.find(({ id }) => id === part.form)?.code ?? part.form;
    return { file: join('forms', pdfFileName(code, key)), what: { form: part } };
  });
  const all = printed.flatMap((packet): readonly PrintJob[] => {
    const { name, id } = packet;
    return [
      { file: pdfFileName(name, id), what: { packet } },
      { file: join('tally', `${fileStem(name, id)}.xlsx`), what: { tally: packet } },
    ];
  });
  return [...forms, ...all];
}

/** The register in the folder; null when there is none. What cannot be read is not overwritten either. */
async function readRegister(target: string, io: Io): Promise<Checked<Table> | null> {
  const file = join(target, registerFile);
  if ((await io.stat(file)) === null) return null;
  return parseTable(await io.read(file), file);
}

/**
 * Where the plan no longer agrees with what was printed into the folder: such a register is not replaced,
 * and sheets that come back are not read by a plan that gives their serials to somebody else.
 */
export async function registerFindings(
  plan: Plan,
  all: readonly Packet[],
  target: string,
  io: Io,
): Promise<readonly Finding[]> {
  const register = await readRegister(target, io);
  if (register === null) return [];
  if (!register.ok) return register.findings;
  const found = printedBefore(plan, register.value, all);
  return found === null ? [] : [found];
}

/** A warning that names the packets, forms and workbooks in the folder that no packet of the plan is. */
export async function oldFiles(
  plan: Plan,
  all: readonly Packet[],
  target: string,
  io: Io,
): Promise<readonly Finding[]> {
  const known = new Set(printJobs(plan, all).map(({ file }) => file));
  const files: string[] = [];
  for (const [folder, ending] of [
    ['', '.pdf'],
    ['forms', '.pdf'],
    ['tally', '.xlsx'],
  ] as const) {
    for (const { name, kind } of await io.list(join(target, folder))) {
      const file = join(folder, name);
      const isOurs = kind === 'file' && name.endsWith(ending) && !/^[~.]/.test(name);
      if (isOurs && !known.has(file)) files.push(file);
    }
  }
  if (files.length === 0) return [];
  return [finding('packet/old-files', { kind: 'file', file: target }, { files, folder: target })];
}
