/** `survey sample check`: the lists on their own and against the quotas; people who may be the same, side by side. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv, renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { type AlikePair, alikePeople } from '../people/alike.ts';
import { type PeopleFrame, whereRow } from '../people.ts';
import { alikePage, alikeRows } from '../sample/alike-page.ts';
import { checkLists } from '../sample/check.ts';
import { listedGroups } from '../sample/frame.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas } from './read-quotas.ts';
import { refuse, say, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';

export async function sampleCheck(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok) return refuse(survey.findings, options, io, sources);
  const { plan, quotas, people, where, folder } = survey.value;
  const lists = [...people.lists.values()];
  const pairs = alikePeople(lists, people.same);
  const own = survey.findings.filter(({ code }) => code.startsWith('sample/'));
  const checked = checkLists(plan, listedGroups(plan, quotas, people), people, where);
  const findings = [...own, ...checked, ...alikeFindings(pairs, people)];
  const target = options.out ?? join(folder, 'out', 'sample');
  const files = await writeAlike(pairs, people, target, folder, options.dryRun, io);
  const rows = lists.reduce((sum, list) => sum + list.people.length, 0);
  const counts = { lists: lists.length, people: rows, asked: rows - people.elsewhere.size };
  const ok = !stops(findings, options);
  if (options.json) {
    io.out(renderJson({ ok, ...counts, files, findings: findingsJson(findings, io.lang) }));
    return ok ? exit.done : exit.findings;
  }
  sayFindings(findings, options, io, sources);
  sayWritten(io, files, options.dryRun);
  say(io, {
    vi: `Đã xem ${counts.lists} danh sách, ${counts.people} dòng; ${counts.asked} người được hỏi (mỗi người một lần).`,
    en: `Looked at ${counts.lists} lists, ${counts.people} rows; ${counts.asked} people to ask (each once).`,
  });
  if (ok) sayNext(io, `survey sample draw --plan ${word(options.plan)}`);
  return ok ? exit.done : exit.findings;
}

/** At the later row of each pair. */
function alikeFindings(pairs: readonly AlikePair[], { lists }: PeopleFrame): readonly Finding[] {
  return pairs.flatMap(({ one, other, why }) => {
    const list = lists.get(other.file);
    if (list === undefined) return [];
    const at = whereRow(list, other.row);
    const first = one.file === other.file ? String(one.row) : `${one.file}:${one.row}`;
    return [finding('sample/alike-people', at, { other: first, why })];
  });
}

/** Row numbers to `out/`; the rows themselves, side by side, to `frame/`. Without pairs earlier tables go away. */
async function writeAlike(
  pairs: readonly AlikePair[],
  { lists }: PeopleFrame,
  target: string,
  folder: string,
  dryRun: boolean,
  io: Io,
): Promise<readonly string[]> {
  const files = [join(target, 'alike.csv'), join(folder, 'frame', 'alike.csv')] as const;
  const [numbers, sideBySide] = files;
  if (pairs.length === 0) {
    if (!dryRun) for (const file of files) await io.remove(file);
    return [];
  }
  if (dryRun) return files;
  const { columns, rows } = alikeRows(pairs);
  await io.write(numbers, renderRows(columns, rows));
  await io.write(sideBySide, renderCsv(alikePage(pairs, lists, io.lang), { forPeople: true }));
  return files;
}
