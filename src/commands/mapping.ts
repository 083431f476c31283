/** The saved mappings of a survey folder: read for every import, written when an export is first recognised. */
import { basename, join } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import { decodeText } from '../formats/decode-text.ts';
import { checkEntry } from '../formats/read-table.ts';
import type { Io } from '../io.ts';
import type { Adapted } from '../returns/exports.ts';
import type { Known } from '../returns/known.ts';
import { parseMapping, type SavedMapping } from '../returns/mapping-file.ts';
import { headReader } from '../returns/mapping-fit.ts';
import { renderMapping } from '../returns/mapping-text.ts';

export interface Mappings {
  readonly read: ReturnType<typeof headReader>;
  /** Where the mapping stands that a table was read by. */
  readonly fileOf: (adapted: Adapted) => string;
  /** About the mapping that the user named, when it cannot be read at all. */
  readonly findings: readonly Finding[];
  /** Text of the mapping files, for the excerpts of findings. */
  readonly sources: ReadonlyMap<string, string>;
}

const ending = /\.ya?ml$/i;

/** `chosen`: the file that the user names with `--mapping`, or the name of one in `mappings/`. */
export async function readMappings(
  folder: string,
  chosen: string | null,
  known: Known,
  io: Io,
): Promise<Mappings> {
  const sources = new Map<string, string>();
  const read = (file: string): Promise<SavedMapping> => readMapping(file, known, sources, io);
  const home = join(folder, 'mappings');
  if (chosen !== null) {
    const inHome = join(home, `${chosen}.yaml`);
    const isName = !ending.test(chosen) && (await io.stat(inHome))?.kind === 'file';
    const file = isName ? inHome : chosen;
    const mapping = await read(file);
    const findings = mapping.mapping === null ? mapping.findings : [];
    return { read: headReader(known, [], mapping), fileOf: () => file, findings, sources };
  }
  const names = (await io.list(home)).filter(
    ({ kind, name }) => kind === 'file' && ending.test(name),
  );
  const all: SavedMapping[] = [];
  for (const { name } of names) all.push(await read(join(home, name)));
  const fileOf = ({ mapping }: Adapted): string => join(home, `${mapping.name}.yaml`);
  return { read: headReader(known, all, null), fileOf, findings: [], sources };
}

async function readMapping(
  file: string,
  known: Known,
  sources: Map<string, string>,
  io: Io,
): Promise<SavedMapping> {
  const refused = checkEntry(file, await io.stat(file));
  if (refused !== null) return { mapping: null, findings: [refused] };
  const decoded = decodeText(await io.read(file));
  const text = decoded.kind === 'text' ? new TextDecoder().decode(decoded.utf8) : '';
  sources.set(file, text);
  return parseMapping(text, file, basename(file).replace(ending, ''), known);
}

/** So many mappings of one form and system are told apart by a number. */
const mostOfOneName = 99;

/**
 * Writes the mapping of an export that no saved one fitted, under a name that is free, and tells the file; null: there
 * is nothing to save. A file that is there is never written over.
 */
export async function saveMapping(
  adapted: Adapted,
  folder: string,
  io: Io,
): Promise<string | null> {
  const { mapping, undecided, name, isSaved, findings } = adapted;
  const says = [...mapping.columns.values()].some(({ kind }) => kind === 'question');
  const isRepeat = findings.some(({ code }) => code === 'returns/export-repeat');
  if (isSaved || isRepeat || (!says && undecided.length === 0)) return null;
  const text = renderMapping(mapping, undecided, heads[io.lang](name));
  for (let number = 1; number <= mostOfOneName; number++) {
    const file = join(
      folder,
      'mappings',
      `${mapping.name}${number === 1 ? '' : `-${number}`}.yaml`,
    );
    if ((await io.stat(file)) !== null) {
      // Another file of this call with the same headings, or one that was refused before.
      if (new TextDecoder().decode(await io.read(file)) === text) return null;
      continue;
    }
    await io.write(file, text);
    return file;
  }
  return null;
}

const heads = {
  vi: (name: string | null) =>
    `Các cột của tệp ${name === null ? 'này' : `xuất từ ${name}`} được hiểu thế nào. Sửa được; lần nhập sau đọc theo tệp này.
Bên phải ghi: serial, unit, place, group, form, at, collector, reply, invitation …; mã câu hỏi (q1);
câu/phương án (q2/3); câu[đơn vị] (q1[so-noi-vu]); ignored (bỏ qua); ? (chưa biết, phải điền).
exclude: những dòng có giá trị này ở cột đó thì không nhận.`,
  en: (name: string | null) =>
    `How the columns of ${name === null ? 'this file' : `an export from ${name}`} are read. May be corrected; the next import reads by it.
On the right: serial, unit, place, group, form, at, collector, reply, invitation …; a question id (q1);
question/option (q2/3); question[unit] (q1[so-noi-vu]); ignored; ? (not known yet, to be filled in).
exclude: rows with such a value in that column are left out.`,
} as const;
