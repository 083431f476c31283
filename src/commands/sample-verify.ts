/** `survey sample verify`: draws again and says “the same”, or exactly where it differs. */
import { basename, dirname, join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { homeOf } from '../people.ts';
import { compareRecords, sameDraw } from '../sample/compare.ts';
import { targetOf } from '../sample/frame.ts';
import { algorithm, type DrawRecord, drawId } from '../sample/record.ts';
import type { Table } from '../table.ts';
import { tool } from '../version.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { listFiles, tableText } from './sample-draw.ts';
import {
  readRecordAt,
  readSample,
  recordFile,
  type Sample,
  sha256,
  tableFile,
} from './sample-read.ts';
import { refuse, say, sayFindings, sayNext, stops, word } from './say.ts';

export async function sampleVerify(
  options: CommonOptions & { readonly record: string | null },
  io: Io,
): Promise<ExitCode> {
  const { sample, sources } = await readSample(options.plan, io);
  if (!sample.ok) return refuse(sample.findings, options, io, sources);
  const path = options.record ?? join(sample.value.survey.folder, 'out', 'sample', recordFile);
  const read = await readRecordAt(path, io);
  if (!read.ok) return refuse(read.findings, options, io);
  const record = read.value;
  if (record === null) {
    const at = { kind: 'file', file: path } as const;
    return refuse([finding('sample/record-missing', at, { path })], options, io);
  }
  // A record from elsewhere comes without its tables and lists.
  const isOwn = options.record === null;
  const own = hasErrors(sample.findings)
    ? sample.findings.filter(({ code }) => code.startsWith('sample/'))
    : [];
  const findings = [
    ...differences(record, sample.value, path),
    ...(await tableFindings(record, path, isOwn, io)),
    ...(isOwn ? await listFindings(record, sample.value, io) : []),
    ...own,
  ];
  return answer(record, findings, options, io, sources);
}

/** Of lists that no longer allow a draw, at least what they were compared with. */
function differences(recorded: DrawRecord, sample: Sample, path: string): readonly Finding[] {
  const { survey, record, frame } = sample;
  const now = record ?? {
    ...recorded,
    survey: survey.plan.survey,
    seed: survey.plan.sampling.seed ?? '',
    seed_source: survey.plan.sampling.seedSource,
    algorithm,
    tool,
    plan_fingerprint: survey.fingerprint,
    frame,
  };
  const names = new Map(survey.quotas.rows.map((row) => [targetOf(row), row.name]));
  const groups = new Map(survey.plan.groups.map((group) => [group.people, group.name]));
  return compareRecords(recorded, now, {
    file: path,
    pathOf: (file) => join(survey.folder, file),
    nameOf: ({ group, unit, place }) => {
      if (place === null && unit === null) return groups.get(group) ?? group;
      return names.get(homeOf({ unit, place })) ?? place ?? unit ?? group;
    },
    ownId: drawId(recorded, sha256),
  });
}

/** The table beside the record says the same as it. */
async function tableFindings(
  record: DrawRecord,
  path: string,
  isOwn: boolean,
  io: Io,
): Promise<readonly Finding[]> {
  const file = join(dirname(path), tableFile);
  const at = { kind: 'file', file } as const;
  const args = { record: recordFile };
  if (basename(path) !== recordFile || (await io.stat(file))?.kind !== 'file') {
    return isOwn ? [finding('sample/verify-no-table', at, args)] : [];
  }
  const same = sameText(await io.read(file), tableText(record));
  return same ? [] : [finding('sample/verify-table', at, args)];
}

/**
 * The lists that go out, made again: in either language. Nothing of a draw that is not the recorded one any more, nor of a copy
 * that never had the lists. A workbook that was only opened and stored may have other bytes, so its cells are compared.
 */
async function listFindings(
  record: DrawRecord,
  { survey, drawn, record: now }: Sample,
  io: Io,
): Promise<readonly Finding[]> {
  const folder = join(survey.folder, 'frame', 'drawn');
  const there = (await io.list(folder)).filter(({ name }) => /\.(csv|xlsx)$/i.test(name));
  if (drawn === null || now === null || !sameDraw(record, now) || there.length === 0) return [];
  const [vi, en] = [
    await listFiles(survey, drawn, record.draw_id, 'vi', io),
    await listFiles(survey, drawn, record.draw_id, 'en', io),
  ];
  const wrong = (file: string, state: 'changed' | 'missing' | 'left'): Finding =>
    finding('sample/verify-list', { kind: 'file', file }, { state });
  const own = new Set(vi.map(({ path }) => basename(path)));
  const left = there.filter(({ name }) => !own.has(name));
  const found = left.map(({ name }) => wrong(join(folder, name), 'left'));
  for (const [at, { path, content }] of vi.entries()) {
    if ((await io.stat(path))?.kind !== 'file') found.push(wrong(path, 'missing'));
    else {
      const bytes = await io.read(path);
      const same = [content, en[at]?.content ?? content].map((one) => sameList(bytes, one));
      if (!(await Promise.all(same)).includes(true)) found.push(wrong(path, 'changed'));
    }
  }
  return found;
}

async function sameList(bytes: Uint8Array, wanted: Uint8Array | string): Promise<boolean> {
  if (typeof wanted === 'string') return sameText(bytes, wanted);
  if (sha256(bytes) === sha256(wanted)) return true;
  const { parseTable } = await import('../formats/read-table.ts');
  const [one, other] = [await parseTable(bytes, ''), await parseTable(wanted, '')];
  if (!one.ok || !other.ok) return false;
  const cells = ({ columns, rows }: Table) =>
    JSON.stringify([columns, rows.map((row) => row.cells)]);
  return cells(one.value) === cells(other.value);
}

/** A copy that went through mail or git may have other line ends. */
function sameText(bytes: Uint8Array, wanted: string): boolean {
  const plain = (text: string): string => text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  return plain(new TextDecoder().decode(bytes)) === plain(wanted);
}

function answer(
  record: DrawRecord,
  findings: readonly Finding[],
  options: CommonOptions,
  io: Io,
  sources: ReadonlyMap<string, string>,
): ExitCode {
  const same = !stops(findings, options);
  const people = record.rows.reduce((sum, row) => sum + row.people.length, 0);
  const checked = {
    draw_id: record.draw_id,
    seed: record.seed,
    algorithm: record.algorithm,
    frame: record.frame.map(({ file }) => file),
    places: record.places.length,
    rows: record.rows.length,
    people,
  };
  if (options.json) {
    io.out(renderJson({ ok: same, same, checked, findings: findingsJson(findings, io.lang) }));
    return same ? exit.done : exit.findings;
  }
  sayFindings(findings, options, io, sources);
  if (!same) {
    say(io, {
      vi: `KHÁC: không phải mọi thứ đều đúng như mẫu ${record.draw_id}; xem các lỗi ở trên.`,
      en: `DIFFERENT: not everything is as in the draw ${record.draw_id}; see the errors above.`,
    });
    return exit.findings;
  }
  const files = checked.frame.join(', ');
  say(io, {
    vi: `GIỐNG NHAU: rút lại ra đúng mẫu ${record.draw_id}. Đã kiểm: hạt giống ${record.seed || '–'}, thuật toán ${record.algorithm}, tệp gốc (${files}), ${checked.places} địa bàn, ${people} người ở ${checked.rows} nơi, xác suất của từng người.`,
    en: `THE SAME: drawing again gives the draw ${record.draw_id}. Checked: seed ${record.seed || '–'}, algorithm ${record.algorithm}, files (${files}), ${checked.places} places, ${people} people in ${checked.rows} rows, the chance of each.`,
  });
  sayNext(io, `survey packet --plan ${word(options.plan)}`);
  return exit.done;
}
