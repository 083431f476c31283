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
import { sayFindings, sayNext, word } from './say.ts';

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

/** Every row of the file is in the store already: nothing is wrong, and nothing is written. */
export function holdsNothingNew({ intake }: FileOutcome): boolean {
  return intake !== null && intake.skipped > 0 && intake.skipped === intake.counts.read;
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
    const ok = outcomes.every((one) => one.batch !== null || holdsNothingNew(one));
    io.out(renderJson({ ok, files: outcomes.map((outcome) => outcomeJson(outcome, options, io)) }));
    return;
  }
  for (const outcome of outcomes) {
    sayFindings([...outcome.findings, ...reasonsOf(outcome)], options, io);
    for (const line of outcomeLines(outcome, call, io.lang)) io.out(`${printable(line)}\n`);
  }
  saySummary(outcomes, io);
  if (outcomes.some(({ batch }) => batch !== null)) {
    sayNext(io, `survey status --plan ${word(options.plan)}`);
  }
}

/** Of several files, which were not taken: among many lines that is easily missed. */
function saySummary(outcomes: readonly FileOutcome[], io: Io): void {
  const left = outcomes.filter((one) => one.batch === null && !holdsNothingNew(one));
  if (outcomes.length < 2 || left.length === 0) return;
  const all = formatCount(outcomes.length, io.lang);
  const taken = formatCount(outcomes.length - left.length, io.lang);
  const names = left.map(({ file }) => file).join(', ');
  io.out(`${printable(texts[io.lang].summary(taken, all, names))}\n`);
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
    counts:
      intake === null ? null : { ...intake.counts, skipped: intake.skipped, void: intake.voids },
    voids: voidsOf(intake).map(({ row, serial, unit, voidReason }) => ({
      row,
      serial,
      unit,
      reason: voidReason,
    })),
    simulated: intake?.simulated ?? null,
    mapping: intake?.mapping ?? [],
    findings: findingsJson([...findings, ...reasons], io.lang),
  };
}

function voidsOf(intake: Intake | null): Intake['ratings'] {
  return intake?.ratings.filter(({ voidReason }) => voidReason !== null) ?? [];
}

const voidsShown = 5;

/** Which accepted rows do not count, and why: the first few. */
function voidLines(intake: Intake, lang: Lang): readonly string[] {
  const words = texts[lang];
  const voids = voidsOf(intake);
  if (voids.length === 0) return [];
  const rest = voids.length - voidsShown;
  return [
    `  ${words.voids(formatCount(voids.length, lang))}`,
    ...voids
      .slice(0, voidsShown)
      .map(({ row, serial, voidReason }) => `    ${words.voidRow(row, serial, voidReason ?? '')}`),
    ...(rest > 0 ? [`    ${words.voidsMore(formatCount(rest, lang))}`] : []),
  ];
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
  const { counts, skipped } = intake;
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
    ...(skipped === 0 ? [] : [`  ${words.skipped(number(skipped))}`]),
    ...voidLines(intake, lang),
  ];
  const none = skipped === counts.read && skipped > 0 ? words.nothingNew : words.nothing;
  if (batch === null) return [...lines, `  ${none}`];
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
    skipped: (count: string) => `Bỏ qua ${count} dòng đã nhập trước (giống hệt, không tính lại)`,
    voids: (count: string) => `Trong số đã nhận có ${count} dòng không hợp lệ (không tính điểm):`,
    voidRow: (row: number, serial: string | null, reason: string) =>
      `dòng ${row}${serial === null ? '' : `, phiếu ${serial}`}: ${reason}`,
    voidsMore: (rest: string) => `… và ${rest} dòng khác (xem hết bằng survey returns dump)`,
    nothing: 'Không nhận dòng nào; kho phiếu không thay đổi',
    nothingNew: 'Mọi dòng đều đã nhập trước; không có gì mới để ghi',
    summary: (taken: string, all: string, left: string) =>
      `Nhận ${taken} trong ${all} tệp. CHƯA NHẬP: ${left} (lý do ở trên)`,
    wrote: (folder: string) => `Đã ghi ${folder}`,
    wouldWrite: (folder: string) => `Sẽ ghi ${folder}`,
    rejected: (file: string) =>
      `Các dòng bị loại và lý do: ${file}. Sửa các dòng đó ngay trong tệp này rồi nhập nó, hoặc sửa trong tệp gốc rồi nhập lại tệp gốc (dòng đã nhận được bỏ qua)`,
    refused: (name: string) => `${name}: KHÔNG NHẬP tệp này`,
    busy: (name: string) => `${name}: kho phiếu đang có người khác nhập; chưa ghi gì, hãy chạy lại`,
  },
  en: {
    kind: (name: string, kind: Intake['kind']) =>
      `${name}: ${kind === 'rows' ? 'one form a row' : 'a paper tally'}`,
    mapping: 'Columns read as',
    simulated: (seed: string) => `SIMULATED FIGURES (seed ${seed}), not real returns`,
    counts: (read: string, accepted: string, rejected: string) =>
      `${read} rows read: ${accepted} accepted, ${rejected} rejected`,
    skipped: (count: string) =>
      `${count} rows imported before are passed over (word for word the same)`,
    voids: (count: string) => `Of those accepted ${count} are void and do not count:`,
    voidRow: (row: number, serial: string | null, reason: string) =>
      `row ${row}${serial === null ? '' : `, form ${serial}`}: ${reason}`,
    voidsMore: (rest: string) => `… and ${rest} more (survey returns dump shows them all)`,
    nothing: 'Nothing was taken; the store is unchanged',
    nothingNew: 'Every row was imported before; there is nothing new to write',
    summary: (taken: string, all: string, left: string) =>
      `${taken} of ${all} files taken. NOT IMPORTED: ${left} (reasons above)`,
    wrote: (folder: string) => `Wrote ${folder}`,
    wouldWrite: (folder: string) => `Would write ${folder}`,
    rejected: (file: string) =>
      `Rejected rows with reasons: ${file}. Mend them there and import that file, or mend the original and import it again (rows already taken are passed over)`,
    refused: (name: string) => `${name}: NOT IMPORTED`,
    busy: (name: string) => `${name}: somebody else is importing; nothing was written, run again`,
  },
} as const;
