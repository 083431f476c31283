/** Sentences for a mistyped command and for a bug of ours. */
import type { CommanderError } from 'commander';
import type { Lang } from '../findings/finding.ts';
import { printable } from '../formats/printable.ts';

/** One or two lines for a wrong command line; Commander's own sentence follows where ours has no detail. */
export function usageText(problem: CommanderError, lang: Lang): string {
  if (problem.code === 'commander.help') return '';
  const detail = printable(problem.message.replace(/^error: /, ''));
  if (lang === 'en') return `${detail}\nSee: survey --help\n`;
  const what = usageVi[problem.code] ?? 'lệnh gõ chưa đúng';
  const quoted = [...detail.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const near = /Did you mean (?:one of )?(.+?)\?\)?$/s.exec(detail)?.[1];
  const subject = quoted[0] === undefined ? '' : `: ${quoted[0]}`;
  const hint = near === undefined ? '' : ` (có phải ${near}?)`;
  return `${what}${subject}${hint}\nXem: survey --help\n`;
}

const usageVi: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'không có lệnh này',
  'commander.unknownOption': 'không có tùy chọn này',
  'commander.missingArgument': 'thiếu tham số',
  'commander.optionMissingArgument': 'tùy chọn thiếu giá trị',
  'commander.excessArguments': 'thừa tham số',
  'commander.invalidArgument': 'giá trị không hợp lệ',
  'commander.missingMandatoryOptionValue': 'thiếu tùy chọn bắt buộc',
};

/** A bug: says so, with what we need to mend it. */
export function bugText(problem: unknown, lang: Lang): string {
  const trace = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  const lead =
    lang === 'vi'
      ? 'Đây là lỗi của chương trình, không phải của tệp của bạn. Xin gửi đoạn dưới đây cho nhóm phát triển:'
      : 'This is a bug of ours, not of your files. Please send us what follows:';
  return `${lead}\n${printable(trace)}\n`;
}
