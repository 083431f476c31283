/** Sentences for a mistyped command and for a bug of ours. */
import type { CommanderError } from 'commander';
import type { Lang } from '../findings/finding.ts';
import { printable } from '../formats/printable.ts';
import { inVietnamese } from './help-words.ts';

/**
 * What is wrong with a command line, and where its help stands. `command`: as far as the line names one
 * (`survey import`). Commander's own sentence stands where ours has no detail.
 */
export function usageText(problem: CommanderError, command: string, lang: Lang): string {
  if (problem.code === 'commander.help') return '';
  const detail = printable(problem.message.replace(/^error: /, '').replace(/\s+/g, ' '));
  if (lang === 'en') return `${detail}\nSee: ${command} --help\n`;
  return `${usageVi(problem.code, detail)}\nXem: ${command} --help\n`;
}

/** Commander's English sentence is taken apart: its quoted words, what it offers, what it allows. */
function usageVi(code: string, detail: string): string {
  const [subject, value] = [...detail.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const near = /Did you mean (?:one of )?(.+?)\?\)?$/s.exec(detail)?.[1];
  const allowed = /Allowed choices are (.+?)\.$/s.exec(detail)?.[1];
  const what = sentences[code] ?? 'lệnh gõ chưa đúng';
  if (value !== undefined && code === 'commander.invalidArgument') {
    const wanted = allowed === undefined ? 'phải là số nguyên' : `chỉ nhận: ${allowed}`;
    return `${inVietnamese(subject ?? '')}: không nhận giá trị “${value}”; ${wanted}`;
  }
  if (code === 'survey.folderTwice') return `${what}: “${subject}” và “${value}”`;
  const [, most, given] = /Expected (\d+) arguments? but got (\d+)/.exec(detail) ?? [];
  if (most !== undefined) return `thừa tham số: lệnh này nhận ${most}, ở đây có ${given}`;
  const shown = subject === undefined ? '' : `: ${shownSubject(code, subject)}`;
  return `${what}${shown}${near === undefined ? '' : ` (có phải ${near}?)`}`;
}

function shownSubject(code: string, subject: string): string {
  return code === 'commander.missingArgument'
    ? inVietnamese(`<${subject}>`)
    : inVietnamese(subject);
}

const sentences: Readonly<Record<string, string>> = {
  'commander.unknownCommand': 'không có lệnh này',
  'commander.unknownOption': 'không có tùy chọn này',
  'commander.missingArgument': 'thiếu tham số',
  'commander.optionMissingArgument': 'tùy chọn thiếu giá trị',
  'commander.invalidArgument': 'giá trị không hợp lệ',
  'survey.folderTwice': 'thư mục được ghi hai lần, khác nhau',
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
