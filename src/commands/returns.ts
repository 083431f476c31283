/** `survey returns list`: what has been imported. */
import { join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { type Listed, listText, parseUndo, type Undo } from '../returns/list.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readRecord } from './read-returns.ts';
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
