/** `survey sample check`: the lists on their own and against the quotas; people who may be the same, side by side. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Finding, Lang } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv, renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { counted } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import type { Io } from '../io.ts';
import { type AlikePair, alikePeople } from '../people/alike.ts';
import { type PeopleColumn, type PeopleFrame, type PeopleList, whereRow } from '../people.ts';
import { alikePage, alikeRows, columnWords } from '../sample/alike-page.ts';
import { checkLists } from '../sample/check.ts';
import { elsewhereColumns, elsewhereRows } from '../sample/elsewhere.ts';
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
  const files = [
    ...(await writeAlike(pairs, people, target, folder, options.dryRun, io)),
    ...(await writeElsewhere(people, target, options.dryRun, io)),
  ];
  const rows = lists.reduce((sum, list) => sum + list.people.length, 0);
  const counts = { lists: lists.length, people: rows, asked: rows - people.elsewhere.size };
  const ok = !stops(findings, options);
  if (options.json) {
    const columns = lists.map((list) => ({ file: list.file, ...headingsOf(list) }));
    io.out(
      renderJson({ ok, ...counts, columns, files, findings: findingsJson(findings, io.lang) }),
    );
    return ok ? exit.done : exit.findings;
  }
  sayFindings(findings, options, io, sources);
  for (const list of lists) sayHeadings(list, io);
  sayWritten(io, files, options.dryRun);
  say(io, {
    vi: `Đã xem ${counts.lists} danh sách, ${counts.people} dòng: ${counts.asked} người, mỗi người chỉ tính ở một danh sách.`,
    en: `Looked at ${counted(counts.lists, 'list')}, ${counted(counts.people, 'row')}; ${counts.asked} to ask (each person once).`,
  });
  if (ok) sayNext(io, `survey sample draw --plan ${word(options.plan)}`);
  return ok ? exit.done : exit.findings;
}

/** Which heading of a list is read as what, and which are only copied. Nothing of a list that could not be read. */
function headingsOf({ table, positions, people }: PeopleList) {
  const read = (Object.keys(positions) as PeopleColumn[]).flatMap((column) => {
    const heading = table.columns[positions[column]];
    return heading === undefined || people.length === 0 ? [] : [{ column, heading }];
  });
  const taken = new Set(Object.values(positions));
  const others = table.columns.filter((_, at) => people.length > 0 && !taken.has(at));
  return { read, others };
}

function sayHeadings(list: PeopleList, io: Io): void {
  const { read, others } = headingsOf(list);
  if (read.length === 0) return;
  const shown = (lang: Lang): string =>
    read
      .map(({ column, heading }) => `${columnWords[column][lang]} ← ${printable(heading)}`)
      .join('; ');
  const rest = others.map(printable).join(', ');
  say(io, {
    vi: `${list.file}: ${shown('vi')}${rest === '' ? '' : `; không dùng để nhận ra ai: ${rest}`}.`,
    en: `${list.file}: ${shown('en')}${rest === '' ? '' : `; tells nobody apart: ${rest}`}.`,
  });
}

/** Who belongs to another list, by row numbers, to `out/`. Without such people an earlier table goes away. */
export async function writeElsewhere(
  people: PeopleFrame,
  target: string,
  dryRun: boolean,
  io: Io,
): Promise<readonly string[]> {
  const file = join(target, 'elsewhere.csv');
  const rows = elsewhereRows(people);
  if (!dryRun) {
    if (rows.length === 0) await io.remove(file);
    else await io.write(file, renderRows(elsewhereColumns, rows));
  }
  return rows.length === 0 ? [] : [file];
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
