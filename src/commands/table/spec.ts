/** What the command table is made of: its types, the options that several commands have, and how given values are read. */
import { CommanderError, InvalidArgumentError } from 'commander';
import type { Lang } from '../../findings/finding.ts';
import type { Io } from '../../io.ts';
import type { ExitCode } from '../exit.ts';
import type { CommonOptions, WriteOptions } from '../options.ts';

export type Bilingual = Readonly<Record<Lang, string>>;
export type Given = Readonly<Record<string, unknown>>;

export interface OptionSpec {
  readonly flags: string;
  readonly description: Bilingual;
  readonly default?: string | number;
  readonly choices?: readonly string[];
  /** `before`: what an earlier use of the same option gave. */
  readonly parse?: (text: string, before: unknown) => unknown;
}

export interface CommandSpec {
  readonly name: string;
  readonly description: Bilingual;
  readonly arguments: readonly { readonly syntax: string; readonly description: Bilingual }[];
  readonly options: readonly OptionSpec[];
  readonly load: () => Promise<
    (values: readonly unknown[], given: Given, io: Io) => Promise<ExitCode>
  >;
}

export const plan: OptionSpec = {
  flags: '-p, --plan <path>',
  description: {
    vi: 'thư mục cuộc điều tra, hoặc tệp plan.yaml',
    en: "the survey's folder, or its plan.yaml",
  },
  default: '.',
};

export const reading: readonly OptionSpec[] = [
  { flags: '--json', description: { vi: 'kết quả dạng JSON', en: 'results as JSON' } },
  {
    flags: '--strict',
    description: { vi: 'cảnh báo cũng coi là lỗi', en: 'warnings stop like errors' },
  },
  {
    flags: '--max-errors <count>',
    description: { vi: 'in tối đa bấy nhiêu lỗi', en: 'print at most so many errors' },
    default: 20,
    parse: wholeNumber,
  },
];

export const dryRun: OptionSpec = {
  flags: '-n, --dry-run',
  description: { vi: 'chỉ nói sẽ làm gì, không ghi', en: 'say what would be done, write nothing' },
};

export const out = (vi: string, en: string): OptionSpec => ({
  flags: '-o, --out <path>',
  description: { vi, en },
});

export const writing: readonly OptionSpec[] = [
  plan,
  out('thư mục ghi kết quả (mặc định: out/)', 'folder for the results (default: out/)'),
  dryRun,
  ...reading,
];

export const planArgument = { syntax: '[path]', description: plan.description };

export function common(given: Given): CommonOptions {
  return {
    plan: text(given.plan) ?? '.',
    json: given.json === true,
    strict: given.strict === true,
    maxErrors: typeof given.maxErrors === 'number' ? given.maxErrors : 20,
  };
}

export function forWriting(given: Given): WriteOptions {
  return { ...common(given), dryRun: given.dryRun === true, out: text(given.out) };
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A folder may be an argument or an option; two that differ are refused, not one of them ignored. */
export function onlyFolder(argument: string | null, option: string | null): string | null {
  if (argument === null || option === null || option === plan.default || option === argument) {
    return argument ?? option;
  }
  const message = `error: the folder is given twice: '${argument}' and '${option}'`;
  throw new CommanderError(2, 'survey.folderTwice', message);
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('');
  return Number(value);
}

/** For an option that may be given several times. */
export function oneMore(value: string, before: unknown): readonly string[] {
  return [...texts(before), value];
}
