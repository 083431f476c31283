/** `survey returns`: what has been imported, and taking an import out again. */
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { nearest } from '../names.ts';
import { dumpRatings, dumpTallies } from '../returns/dump.ts';
import { type Listed, listText, parseUndo, type Undo } from '../returns/list.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
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

/** `<target>`, `<target>-2`, … : the first that is free. */
async function moveAside(from: string, target: string, io: Io): Promise<string> {
  for (let number = 1; ; number++) {
    const to = number === 1 ? target : `${target}-${number}`;
    if ((await io.publish(from, to)) === 'done') return to;
  }
}

export async function returnsDump(
  options: CommonOptions & { readonly tallies?: boolean },
  io: Io,
): Promise<ExitCode> {
  const { plan, sources } = await readPlan(options.plan, io);
  if (!plan.ok) return refuse(plan.findings, options, io, sources);
  const batches = await readReturns(plan.value.folder, io);
  const findings = [...plan.findings, ...batches.findings];
  if (!batches.ok || stops(findings, options)) return refuse(findings, options, io, sources);
  const dump = options.tallies === true ? dumpTallies : dumpRatings;
  const { columns, rows } = dump(plan.value.plan, batches.value);
  if (options.json) io.out(renderJson({ ok: true, columns, rows }));
  else io.out(renderRows(columns, rows));
  return exit.done;
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
