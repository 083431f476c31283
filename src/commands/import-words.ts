/** What `survey import` tells about each file: what was recognised, taken and rejected. */
import { join } from 'node:path';
import type { Finding, Lang } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import { formatCount } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import type { Io } from '../io.ts';
import type { Batch } from '../returns/batch.ts';
import { fieldHeading } from '../returns/fields.ts';
import type { Known } from '../returns/known.ts';
import type { Intake } from '../returns/take.ts';
import type { ImportOptions } from './import.ts';
import { returnsFolder } from './returns-store.ts';
import { sayFindings, sayNext } from './say.ts';

export interface FileOutcome {
  readonly file: string;
  readonly sheet: string | null;
  /** What was put into the store, or would be; null when nothing was taken. */
  readonly batch: Batch | null;
  /** Null when the file as a whole could not be read. */
  readonly intake: Intake | null;
  /** About the file as a whole; the rows' own reasons are in `intake`. */
  readonly findings: readonly Finding[];
  readonly busy: boolean;
}

export interface ImportCall {
  readonly folder: string;
  readonly questions: Known['questions'];
  readonly options: ImportOptions;
}

/** Results on stdout, findings and the next command on stderr. */
export function sayImport(outcomes: readonly FileOutcome[], call: ImportCall, io: Io): void {
  const { options } = call;
  if (options.json) {
    const ok = outcomes.every(({ batch }) => batch !== null);
    io.out(renderJson({ ok, files: outcomes.map((outcome) => outcomeJson(outcome, options, io)) }));
    return;
  }
  for (const outcome of outcomes) {
    sayFindings([...outcome.findings, ...reasonsOf(outcome)], options, io);
    for (const line of outcomeLines(outcome, call, io.lang)) io.out(`${printable(line)}\n`);
  }
  if (outcomes.some(({ batch }) => batch !== null))
    sayNext(io, `survey status --plan ${options.plan}`);
}

/** A line that is rejected only because another one is wrong says nothing that the other does not. */
function reasonsOf({ intake }: FileOutcome): readonly Finding[] {
  const reasons = intake?.rejected.flatMap((rejected) => rejected.reasons) ?? [];
  return reasons.filter(({ code }) => code !== 'returns/with-wrong-line');
}

function outcomeJson(
  { file, sheet, batch, intake, findings, busy }: FileOutcome,
  options: ImportOptions,
  io: Io,
): object {
  const reasons = intake?.rejected.flatMap((rejected) => rejected.reasons) ?? [];
  return {
    file,
    sheet,
    batch: batch?.record.id ?? null,
    written: batch !== null && !options.dryRun,
    busy,
    kind: intake?.kind ?? null,
    counts: intake === null ? null : { ...intake.counts, void: intake.voids },
    simulated: intake?.simulated ?? null,
    mapping: intake?.mapping ?? [],
    findings: findingsJson([...findings, ...reasons], io.lang),
  };
}

function outcomeLines(
  { file, sheet, batch, intake, busy }: FileOutcome,
  { folder: survey, questions, options }: ImportCall,
  lang: Lang,
): readonly string[] {
  const words = texts[lang];
  const name = sheet === null ? file : `${file} [${sheet}]`;
  if (busy) return [words.busy(name)];
  if (intake === null) return [words.refused(name)];
  const { counts, voids } = intake;
  const number = (value: number): string => formatCount(value, lang);
  const renamed = intake.mapping
    .filter(({ heading, as }) => !isPlain(heading, as, questions))
    .map(({ heading, as }) => ({ heading, as: meaning(intake.kind, as, lang) }))
    .filter(({ heading, as }) => heading !== as)
    .map(({ heading, as }) => `${heading} → ${as}`);
  const lines = [
    words.kind(name, intake.kind),
    ...(renamed.length === 0 ? [] : [`  ${words.mapping}: ${renamed.join('; ')}`]),
    ...(intake.simulated === null ? [] : [`  ${words.simulated(intake.simulated)}`]),
    `  ${words.counts(number(counts.read), number(counts.accepted), number(counts.rejected))}`,
    ...(voids === 0 ? [] : [`  ${words.voids(number(voids))}`]),
  ];
  if (batch === null) return [...lines, `  ${words.nothing}`];
  const folder = join(returnsFolder(survey), batch.record.id);
  const where = options.dryRun ? words.wouldWrite(folder) : words.wrote(folder);
  const rejected = counts.rejected === 0 || options.dryRun;
  return [
    ...lines,
    `  ${where}`,
    ...(rejected ? [] : [`  ${words.rejected(join(folder, 'rejected.csv'))}`]),
  ];
}

/** Whether a heading needs no explanation: unused, or word for word what it was read as. */
function isPlain(heading: string, as: string, questions: Known['questions']): boolean {
  if (as === 'ignored' || as === 'unused' || as.endsWith(heading)) return true;
  const ids = as.startsWith('question ') ? as.slice('question '.length).split(', ') : [];
  return ids.some((id) => questions.get(id)?.question.text === heading);
}

/** `serial` → `Sê-ri` for Vietnamese readers; questions and options keep their ids. */
function meaning(kind: Intake['kind'], as: string, lang: Lang): string {
  if (lang === 'en') return as;
  const field = fieldHeading(kind, as);
  return field.replaceAll('question ', 'câu ').replaceAll('option ', 'phương án ');
}

const texts = {
  vi: {
    kind: (name: string, kind: Intake['kind']) =>
      `${name}: ${kind === 'rows' ? 'mỗi dòng một phiếu' : 'phiếu kiểm đếm'}`,
    mapping: 'Cột được hiểu là',
    simulated: (seed: string) => `SỐ LIỆU MÔ PHỎNG (hạt giống ${seed}), không phải phiếu thật`,
    counts: (read: string, accepted: string, rejected: string) =>
      `Đọc ${read} dòng: nhận ${accepted}, loại ${rejected}`,
    voids: (count: string) => `Trong số đã nhận có ${count} dòng không hợp lệ (không tính điểm)`,
    nothing: 'Không nhận dòng nào; kho phiếu không thay đổi',
    wrote: (folder: string) => `Đã ghi ${folder}`,
    wouldWrite: (folder: string) => `Sẽ ghi ${folder}`,
    rejected: (file: string) => `Các dòng bị loại và lý do: ${file} (sửa xong nhập chính tệp đó)`,
    refused: (name: string) => `${name}: không nhập; kho phiếu không thay đổi`,
    busy: (name: string) => `${name}: kho phiếu đang có người khác nhập; chưa ghi gì, hãy chạy lại`,
  },
  en: {
    kind: (name: string, kind: Intake['kind']) =>
      `${name}: ${kind === 'rows' ? 'one form a row' : 'a paper tally'}`,
    mapping: 'Columns read as',
    simulated: (seed: string) => `SIMULATED FIGURES (seed ${seed}), not real returns`,
    counts: (read: string, accepted: string, rejected: string) =>
      `${read} rows read: ${accepted} accepted, ${rejected} rejected`,
    voids: (count: string) => `Of those accepted ${count} are void and do not count`,
    nothing: 'Nothing was taken; the store is unchanged',
    wrote: (folder: string) => `Wrote ${folder}`,
    wouldWrite: (folder: string) => `Would write ${folder}`,
    rejected: (file: string) =>
      `Rejected rows with reasons: ${file} (mend it and import that file)`,
    refused: (name: string) => `${name}: not imported; the store is unchanged`,
    busy: (name: string) => `${name}: somebody else is importing; nothing was written, run again`,
  },
} as const;
