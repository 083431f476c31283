/** `survey returns undo`: an import is moved aside, whole, and counts no more. */
import { basename, join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { nearest } from '../names.ts';
import type { BatchRecord } from '../returns/batch.ts';
import type { Undo } from '../returns/list.ts';
import { staged } from './correct-store.ts';
import { eachRating } from './each-rating.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readCorrections } from './read-corrections.ts';
import { readRecord } from './read-returns.ts';
import { batchIds, returnsFolder, surveyFolder, undoneFolder } from './returns-store.ts';
import { refuse, say, sayFindings, sayNext, word } from './say.ts';

export type UndoOptions = CommonOptions & { readonly id: string; readonly why: string | null };

/** What became of it: where it is kept now, or why it is not. */
type Undone =
  | { readonly kind: 'done'; readonly aside: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'busy' };

/** Moves the batch aside with the reason in it. Killed before the move, it still counts; run it again. */
export async function returnsUndo(options: UndoOptions, io: Io): Promise<ExitCode> {
  const { id } = options;
  const folder = await surveyFolder(options.plan, io);
  const why = options.why?.trim() ?? '';
  const wrong = await unfit(id, why, folder, io);
  if (wrong !== null) return refuse([wrong], options, io);
  const undo: Undo = { why, by: io.user, at: `${io.now().toISOString().slice(0, 19)}Z` };
  // Made before the store is read, like the folder of an import: whoever comes later sweeps it, and is then not disturbed.
  const undone = await staged(folder, io, (stage) => undoIn(stage, id, undo, folder, io));
  if (undone.kind === 'refused') return refuse(undone.findings, options, io);
  if (undone.kind === 'busy') {
    if (options.json) io.out(renderJson({ ok: false, busy: true, id, findings: [] }));
    say(io, {
      vi: `Kho phiếu đang có người khác nhập; chưa rút ${id}, hãy chạy lại.`,
      en: `Somebody else is importing; ${id} was not taken out, run again.`,
    });
    return exit.busy;
  }
  const { aside, findings } = undone;
  if (options.json) {
    const found = findingsJson(findings, io.lang);
    io.out(renderJson({ ok: true, id, moved_to: aside, ...undo, findings: found }));
  } else sayFindings(findings, options, io);
  say(io, { vi: `Đã rút ${id}; cất ở ${aside}.`, en: `Took ${id} out; it is kept in ${aside}.` });
  sayNext(io, `survey returns list --undone --plan ${word(options.plan)}`);
  return exit.done;
}

async function unfit(id: string, why: string, folder: string, io: Io): Promise<Finding | null> {
  const ids = await batchIds(folder, io);
  const at = { kind: 'file', file: returnsFolder(folder) } as const;
  if (!ids.includes(id))
    return finding('returns/unknown-batch', at, { id, near: nearest(id, ids) });
  return why === '' ? finding('returns/why-missing', at, { id }) : null;
}

async function undoIn(
  stage: string,
  id: string,
  undo: Undo,
  folder: string,
  io: Io,
): Promise<Undone> {
  const standing = await correctionsOn(id, folder, io);
  if (standing.length > 0) {
    const at = { kind: 'file', file: returnsFolder(folder) } as const;
    const stand = finding('returns/corrections-stand', at, { id, batches: standing });
    return { kind: 'refused', findings: [stand] };
  }
  const findings = await leftInNone(id, folder, io);
  const from = join(returnsFolder(folder), id);
  // Somebody came later and reads the store as it is now: corrections of these rows may be on their way.
  if ((await io.stat(stage)) === null || (await io.stat(from)) === null) return { kind: 'busy' };
  // A sink, which unlike `Io.write` makes no folder where another undo was faster.
  const sink = await io.sink(join(from, 'undo.json'), true);
  await sink.write(renderJson(undo));
  await sink.close();
  await io.makeFolder(undoneFolder(folder));
  if ((await io.stat(stage)) === null) return { kind: 'busy' };
  return {
    kind: 'done',
    aside: await moveAside(from, join(undoneFolder(folder), id), io),
    findings,
  };
}

/** Rows that other imports passed over because this one has them: without it they are in none. */
async function leftInNone(id: string, folder: string, io: Io): Promise<readonly Finding[]> {
  const records: BatchRecord[] = [];
  for (const other of await batchIds(folder, io)) {
    const record = await readRecord(join(returnsFolder(folder), other), other, io);
    if (record.ok && other !== id) records.push(record.value);
  }
  return records.flatMap(({ id: batch, source, passedOver }) => {
    const rows = passedOver.find((one) => one.batch === id)?.rows ?? 0;
    if (rows === 0) return [];
    const at = { kind: 'file', file: join(returnsFolder(folder), batch) } as const;
    const args = { id, batch, rows, file: basename(source.name), sheet: source.sheet };
    return [finding('returns/rows-left-out', at, args)];
  });
}

/**
 * Corrections that would hang in the air if the import were not there: their rows gone, or the value that they start
 * from. None where the store is broken already: taking an import out may be what mends it.
 */
async function correctionsOn(id: string, folder: string, io: Io): Promise<readonly string[]> {
  const standing = await readCorrections(folder, io);
  if (!standing.ok || standing.value.lines.length === 0) return [];
  const nothing = (): void => undefined;
  const all = await eachRating(folder, 'returns', io, nothing);
  if (!all.ok) return [];
  const rest = await eachRating(folder, 'returns', io, nothing, { without: id });
  const batches = rest.findings.flatMap((one) =>
    one.code === 'returns/correction-without-row' ||
    one.code === 'returns/correction-without-old' ||
    one.code === 'returns/corrections-differ'
      ? one.args.batches
      : [],
  );
  return [...new Set(batches)].sort();
}

/** `<target>`, `<target>-2`, … : the first that is free. */
async function moveAside(from: string, target: string, io: Io): Promise<string> {
  for (let number = 1; ; number++) {
    const to = number === 1 ? target : `${target}-${number}`;
    if ((await io.publish(from, to)) === 'done') return to;
  }
}
