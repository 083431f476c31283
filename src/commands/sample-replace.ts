/** `survey sample replace`: somebody cannot be reached; who or what comes next, written into the log. */
import { finding } from '../findings/catalogue.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import { dateInVietnam, formatDate } from '../formats/numbers.ts';
import type { Io } from '../io.ts';
import { nearest } from '../names.ts';
import type { Way } from '../plan/sampling.ts';
import { type Next, nextFor, type Replacement } from '../sample/replace.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readReplacements, replacementFile, replacementText } from './replacement-log.ts';
import { readStanding, type Standing } from './sample-read.ts';
import { refuse, say, sayNext, sayWritten, word } from './say.ts';

export interface ReplaceOptions extends CommonOptions {
  readonly group: string | null;
  /** Row of the group's list; null: show the log. */
  readonly row: number | null;
  readonly why: string | null;
  readonly mode: Way | null;
  readonly dryRun: boolean;
}

export async function sampleReplace(options: ReplaceOptions, io: Io): Promise<ExitCode> {
  const { standing, sources } = await readStanding(options.plan, io);
  if (!standing.ok) return refuse(standing.findings, options, io, sources);
  const { survey, drawn, record } = standing.value;
  const file = replacementFile(survey.folder);
  const at = { kind: 'file', file } as const;
  const log = await readReplacements(standing.value, io);
  if (!log.ok) return refuse(log.findings, options, io);
  const { group, row } = options;
  const names = drawn.groups.map((one) => one.group.people);
  if (group !== null && !names.includes(group)) {
    const near = nearest(group, names);
    return refuse([finding('sample/unknown-group', at, { group, near })], options, io);
  }
  if (group === null || row === null) return showLog(log.value, options, io);
  const why = options.why?.trim() ?? '';
  if (why === '')
    return refuse([finding('sample/why-missing', at, { option: '--why' })], options, io);
  const own = log.value.filter((one) => one.draw === record.draw_id);
  const listed = drawn.groups.find((one) => one.group.people === group);
  if (listed === undefined) throw new Error(`no draw of ${group}`);
  const next = nextFor(listed, own, { row, mode: options.mode }, at);
  if (!next.ok) return refuse(next.findings, options, io);
  const entry = entryOf(standing.value, next.value, { group, row, why }, io);
  if (!options.dryRun) await io.write(file, replacementText([...log.value, entry]));
  return answer(entry, next.value, file, options, io);
}

function entryOf(
  { record }: Standing,
  { next, by }: Next,
  asked: Pick<Replacement, 'group' | 'row' | 'why'>,
  io: Io,
): Replacement {
  const date = dateInVietnam(io.now());
  const who = io.user;
  return { date, who, ...asked, next, by: by?.person.row ?? null, draw: record.draw_id };
}

function answer(
  entry: Replacement,
  { row }: Next,
  file: string,
  options: ReplaceOptions,
  io: Io,
): ExitCode {
  const { who: _who, why: _why, ...shown } = entry;
  if (options.json) io.out(renderJson({ ok: true, ...shown, findings: [] }));
  sayWritten(io, [file], options.dryRun);
  const { group, row: out, by, next } = entry;
  if (by === null) {
    say(io, {
      vi: `Nhóm ${group}, dòng ${out}: chuyển sang hình thức “${next}”.`,
      en: `Group ${group}, row ${out}: ask by \`${next}\` next.`,
    });
  } else {
    say(io, {
      vi: `Nhóm ${group}, ${row.row.name}: dòng ${out} được thay bằng dòng ${by} của danh sách.`,
      en: `Group ${group}, ${row.row.name}: row ${out} is replaced by row ${by} of the list.`,
    });
  }
  const online = next === 'online';
  sayNext(io, `survey sample ${online ? 'invite' : 'replace'} --plan ${word(options.plan)}`);
  return exit.done;
}

/** The log without names of people or reasons; those stand in the file. */
function showLog(log: readonly Replacement[], options: ReplaceOptions, io: Io): ExitCode {
  const { group } = options;
  const rows = log.filter((one) => group === null || one.group === group);
  if (options.json) {
    const entries = rows.map(({ who: _who, why: _why, ...shown }) => shown);
    io.out(renderJson({ ok: true, replacements: entries, findings: findingsJson([], io.lang) }));
    return exit.done;
  }
  if (rows.length === 0) {
    say(io, { vi: 'Chưa thay ai.', en: 'Nobody has been replaced.' });
  }
  for (const { date, group: name, row, next, by } of rows) {
    const to = by === null ? next : String(by);
    io.out(`${formatDate(date, io.lang)}  ${name}  ${row} → ${to}\n`);
  }
  sayNext(io, `survey status --plan ${word(options.plan)}`);
  return exit.done;
}
