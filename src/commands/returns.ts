/** `survey returns`: what has been imported, and taking an import out again. */
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { nearest } from '../names.ts';
import type { Batch } from '../returns/batch.ts';
import { correctedBatches } from '../returns/correct.ts';
import { dumpRatings, dumpTallies } from '../returns/dump.ts';
import { type Listed, listText, parseUndo, type Undo } from '../returns/list.ts';
import { eachRating } from './each-rating.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readCorrections } from './read-corrections.ts';
import { readPlan } from './read-plan.ts';
import { readRecord, readReturns } from './read-returns.ts';
import { batchIds, returnsFolder, surveyFolder, undoneFolder, undoneIds } from './returns-store.ts';
import { refuse, say, sayFindings, sayNext, stops, word } from './say.ts';

export async function returnsList(
  options: CommonOptions & { readonly undone: boolean },
  io: Io,
): Promise<ExitCode> {
  const folder = await surveyFolder(options.plan, io);
  const plan = join(folder, 'plan.yaml');
  if ((await io.stat(plan)) === null) {
    const at = { kind: 'file', file: options.plan } as const;
    return refuse([finding('file/not-found', at, { path: plan, near: [] })], options, io);
  }
  const there = await readListed(returnsFolder(folder), await batchIds(folder, io), false, io);
  const undone = options.undone
    ? await readListed(undoneFolder(folder), await undoneIds(folder, io), true, io)
    : { listed: [], findings: [] };
  const findings = [...there.findings, ...undone.findings];
  const listed = [...there.listed, ...undone.listed];
  if (options.json) {
    const imports = listed.map(({ record, undo }) => ({ ...record, undo }));
    io.out(
      renderJson({ ok: !hasErrors(findings), imports, findings: findingsJson(findings, io.lang) }),
    );
  } else {
    sayFindings(findings, options, io);
    if (listed.length > 0) io.out(listText(listed, io.lang));
    else say(io, { vi: 'Chưa nhập tệp nào.', en: 'Nothing has been imported yet.' });
    sayNext(
      io,
      `survey ${listed.length > 0 ? 'status' : 'import FILE'} --plan ${word(options.plan)}`,
    );
  }
  return stops(findings, options) ? exit.findings : exit.done;
}

/** Moves the batch aside with the reason in it. Killed before the move, it still counts; run it again. */
export async function returnsUndo(
  options: CommonOptions & { readonly id: string; readonly why: string | null },
  io: Io,
): Promise<ExitCode> {
  const { id, why } = options;
  const folder = await surveyFolder(options.plan, io);
  const ids = await batchIds(folder, io);
  const at = { kind: 'file', file: returnsFolder(folder) } as const;
  if (!ids.includes(id)) {
    const near = nearest(id, ids);
    return refuse([finding('returns/unknown-batch', at, { id, near })], options, io);
  }
  if (why === null || why.trim() === '') {
    return refuse([finding('returns/why-missing', at, { id })], options, io);
  }
  const standing = await correctionsOn(id, folder, io);
  if (standing.length > 0) {
    return refuse(
      [finding('returns/corrections-stand', at, { id, batches: standing })],
      options,
      io,
    );
  }
  const undo: Undo = {
    why: why.trim(),
    by: io.user,
    at: `${io.now().toISOString().slice(0, 19)}Z`,
  };
  const from = join(returnsFolder(folder), id);
  await io.write(join(from, 'undo.json'), renderJson(undo));
  await io.makeFolder(undoneFolder(folder));
  const aside = await moveAside(from, join(undoneFolder(folder), id), io);
  if (options.json) io.out(renderJson({ ok: true, id, moved_to: aside, ...undo }));
  say(io, { vi: `Đã rút ${id}; cất ở ${aside}.`, en: `Took ${id} out; it is kept in ${aside}.` });
  sayNext(io, `survey returns list --undone --plan ${word(options.plan)}`);
  return exit.done;
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

export async function returnsDump(
  options: CommonOptions & { readonly tallies?: boolean; readonly raw?: boolean },
  io: Io,
): Promise<ExitCode> {
  const { plan, sources } = await readPlan(options.plan, io);
  if (!plan.ok) return refuse(plan.findings, options, io, sources);
  const read = await readReturns(plan.value.folder, io);
  const dumped = read.ok ? dumpedBatches(read.value, options.raw === true) : read;
  const findings = [...plan.findings, ...read.findings, ...(read.ok ? dumped.findings : [])];
  if (!dumped.ok || stops(findings, options)) return refuse(findings, options, io, sources);
  const dump = options.tallies === true ? dumpTallies : dumpRatings;
  const { columns, rows } = dump(plan.value.plan, dumped.value);
  if (options.json) io.out(renderJson({ ok: true, columns, rows }));
  else io.out(renderRows(columns, rows));
  return exit.done;
}

/** What is only held against the returns is no part of them. */
function dumpedBatches(all: readonly Batch[], isRaw: boolean): Checked<readonly Batch[]> {
  const returns = all.filter(({ record }) => record.purpose === 'returns');
  return isRaw ? { ok: true, value: returns, findings: [] } : correctedBatches(returns);
}

async function readListed(
  store: string,
  ids: readonly string[],
  isUndone: boolean,
  io: Io,
): Promise<{ listed: readonly Listed[]; findings: readonly Finding[] }> {
  const listed: Listed[] = [];
  const findings: Finding[] = [];
  for (const id of ids) {
    const path = join(store, id);
    const record = await readRecord(path, id, io);
    findings.push(...record.findings);
    if (!record.ok) continue;
    // An undo that was killed before its move has left its reason, but the import still counts.
    const undo = isUndone ? await undoOf(path, io) : null;
    listed.push({ record: record.value, undo });
  }
  return { listed, findings };
}

async function undoOf(path: string, io: Io): Promise<Undo | null> {
  return parseUndo(new TextDecoder().decode(await io.read(join(path, 'undo.json'))));
}
