/** What `survey returns correct` tells: what is corrected from now on, what was refused and where that is. */
import { join } from 'node:path';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import { formatCount } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import type { Io } from '../io.ts';
import type { WriteOptions } from './options.ts';
import type { Corrected } from './returns-correct.ts';
import { returnsFolder } from './returns-store.ts';
import { sayFindings, sayNext, word } from './say.ts';

export function sayCorrections(
  corrected: Corrected,
  options: WriteOptions & { readonly file: string },
  io: Io,
): void {
  const { intake, id, folder, rejectedFiles, isBusy } = corrected;
  const reasons = intake.rejected.flatMap((rejected) => rejected.reasons);
  const findings = [...corrected.findings, ...reasons];
  if (options.json) {
    const { counts, skipped, accepted } = intake;
    io.out(
      renderJson({
        ok: id !== null || reasons.length === 0,
        file: options.file,
        kind: 'corrections',
        batch: id,
        written: id !== null && !options.dryRun,
        busy: isBusy,
        counts: { ...counts, skipped },
        corrections: accepted,
        rejected_files: rejectedFiles,
        findings: findingsJson(findings, io.lang),
      }),
    );
    return;
  }
  sayFindings(findings, options, io);
  const words = texts[io.lang];
  const count = (number: number): string => formatCount(number, io.lang);
  const { read, accepted, rejected } = intake.counts;
  const confirmed = intake.accepted.filter(({ old, next }) => old === next).length;
  const where = id === null ? null : join(returnsFolder(folder), id);
  const lines = [
    words.kind(options.file),
    `  ${words.counts(count(read), count(accepted), count(rejected))}`,
    ...(confirmed === 0 ? [] : [`  ${words.confirmed(count(confirmed))}`]),
    ...(intake.skipped === 0 ? [] : [`  ${words.skipped(count(intake.skipped))}`]),
    ...(isBusy ? [`  ${words.busy}`] : []),
    ...(where === null
      ? []
      : [`  ${options.dryRun ? words.wouldWrite(where) : words.wrote(where)}`]),
    ...(where === null && !isBusy ? [`  ${words.nothing}`] : []),
    ...rejectedFiles.map((file) => `  ${words.rejected(file)}`),
  ];
  for (const line of lines) io.out(`${printable(line)}\n`);
  if (id !== null) sayNext(io, `survey score --plan ${word(options.plan)}`);
}

const texts = {
  vi: {
    kind: (file: string) => `${file}: tệp đính chính`,
    counts: (read: string, accepted: string, rejected: string) =>
      `Đọc ${read} dòng: nhận ${accepted}, loại ${rejected}`,
    confirmed: (count: string) =>
      `${count} giá trị được xác nhận là đúng: ghi lại lý do, phiếu không đổi`,
    skipped: (count: string) =>
      `Bỏ qua ${count} dòng (đã đính chính trước, không đổi gì, hoặc chưa điền)`,
    busy: 'Kho phiếu đang có người khác nhập; chưa ghi gì, hãy chạy lại',
    nothing: 'Không có đính chính mới; kho phiếu không thay đổi',
    wrote: (folder: string) => `Đã ghi ${folder}; từ nay kết quả tính theo giá trị mới`,
    wouldWrite: (folder: string) => `Sẽ ghi ${folder}`,
    rejected: (file: string) => `Các dòng bị loại và lý do: ${file}`,
  },
  en: {
    kind: (file: string) => `${file}: corrections`,
    counts: (read: string, accepted: string, rejected: string) =>
      `${read} lines read: ${accepted} accepted, ${rejected} rejected`,
    confirmed: (count: string) =>
      `Values confirmed as they are: ${count} (kept with the reason, the forms do not change)`,
    skipped: (count: string) =>
      `${count} lines passed over (corrected before, nothing changes, or not filled in)`,
    busy: 'Somebody else is importing; nothing was written, run again',
    nothing: 'There is no new correction; the store is unchanged',
    wrote: (folder: string) =>
      `Wrote ${folder}; from now on results are computed from the new values`,
    wouldWrite: (folder: string) => `Would write ${folder}`,
    rejected: (file: string) => `Rejected lines with reasons: ${file}`,
  },
} as const;
