/** `survey sample verify`: draws again and says “the same”, or exactly where it differs. */
import { basename, dirname, join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { homeOf } from '../people.ts';
import { compareRecords } from '../sample/compare.ts';
import { targetOf } from '../sample/frame.ts';
import { algorithm, type DrawRecord } from '../sample/record.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { tableText } from './sample-draw.ts';
import { readRecordAt, readSample, recordFile, type Sample, tableFile } from './sample-read.ts';
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
  const own = hasErrors(sample.findings)
    ? sample.findings.filter(({ code }) => code.startsWith('sample/'))
    : [];
  const findings = [
    ...differences(record, sample.value, path),
    ...(await tableFindings(record, path, io)),
    ...own,
  ];
  return answer(record, findings, options, io, sources);
}

/** Of lists that no longer allow a draw, at least what they were compared with. */
function differences(recorded: DrawRecord, sample: Sample, path: string): readonly Finding[] {
  const { survey, record, frame } = sample;
  const now = record ?? {
    ...recorded,
    seed: survey.plan.sampling.seed ?? '',
    algorithm,
    plan_fingerprint: survey.fingerprint,
    frame,
  };
  const names = new Map(survey.quotas.rows.map((row) => [targetOf(row), row.name]));
  const groups = new Map(survey.plan.groups.map((group) => [group.people, group.name]));
  return compareRecords(
    recorded,
    now,
    path,
    (file) => join(survey.folder, file),
    ({ group, unit, place }) => {
      if (place === null && unit === null) return groups.get(group) ?? group;
      return names.get(homeOf({ unit, place })) ?? place ?? unit ?? group;
    },
  );
}

/** The table beside the record, where there is one, says the same as it. */
async function tableFindings(
  record: DrawRecord,
  path: string,
  io: Io,
): Promise<readonly Finding[]> {
  const file = join(dirname(path), tableFile);
  if (basename(path) !== recordFile || (await io.stat(file))?.kind !== 'file') return [];
  const text = new TextDecoder().decode(await io.read(file));
  // A copy that went through mail or git may have other line ends.
  if (text.replaceAll('\r\n', '\n') === tableText(record)) return [];
  return [finding('sample/verify-table', { kind: 'file', file }, { record: recordFile })];
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
      vi: `KHÁC: rút lại không ra đúng mẫu ${record.draw_id}.`,
      en: `DIFFERENT: drawing again does not give the draw ${record.draw_id}.`,
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
