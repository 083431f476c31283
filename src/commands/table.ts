/** Every command: its words, its options, and the file that does it (imported only when it runs). */
import { InvalidArgumentError } from 'commander';
import type { Lang } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import type { ExitCode } from './exit.ts';
import type { CommonOptions, WriteOptions } from './options.ts';

type Bilingual = Readonly<Record<Lang, string>>;
type Given = Readonly<Record<string, unknown>>;

export interface OptionSpec {
  readonly flags: string;
  readonly description: Bilingual;
  readonly default?: string | number;
  readonly choices?: readonly string[];
  readonly parse?: (text: string) => unknown;
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

const plan: OptionSpec = {
  flags: '-p, --plan <path>',
  description: {
    vi: 'thư mục cuộc điều tra, hoặc tệp plan.yaml',
    en: "the survey's folder, or its plan.yaml",
  },
  default: '.',
};

const reading: readonly OptionSpec[] = [
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

const dryRun: OptionSpec = {
  flags: '-n, --dry-run',
  description: { vi: 'chỉ nói sẽ làm gì, không ghi', en: 'say what would be done, write nothing' },
};

const out = (vi: string, en: string): OptionSpec => ({
  flags: '-o, --out <path>',
  description: { vi, en },
});

const writing: readonly OptionSpec[] = [
  plan,
  out('thư mục ghi kết quả (mặc định: out/)', 'folder for the results (default: out/)'),
  dryRun,
  ...reading,
];

const planArgument = { syntax: '[path]', description: plan.description };

export const commandTable: readonly CommandSpec[] = [
  {
    name: 'plan validate',
    description: {
      vi: 'Kiểm tra plan.yaml: mọi lỗi cùng lúc, đúng dòng, kèm cách sửa',
      en: 'Check plan.yaml: every mistake at once, at its line, with the remedy',
    },
    arguments: [planArgument],
    options: reading,
    load: async () => {
      const { planValidate } = await import('./plan.ts');
      return (values, given, io) => planValidate(common({ ...given, plan: values[0] }), io);
    },
  },
  {
    name: 'plan show',
    description: { vi: 'Diễn giải phương án bằng lời', en: 'Say in words what the plan means' },
    arguments: [planArgument],
    options: reading,
    load: async () => {
      const { planShow } = await import('./plan.ts');
      return (values, given, io) => planShow(common({ ...given, plan: values[0] }), io);
    },
  },
  {
    name: 'plan schema',
    description: {
      vi: 'In lược đồ JSON của plan.yaml để trình soạn thảo gợi ý',
      en: 'Print the JSON schema of plan.yaml, for editors',
    },
    arguments: [],
    options: [],
    load: async () => {
      const { planSchema } = await import('./plan.ts');
      return (_values, _given, io) => planSchema(io);
    },
  },
  {
    name: 'quota',
    description: {
      vi: 'Tính số phiếu từng đơn vị; ghi bảng phân bổ (CSV, JSON, Excel)',
      en: 'Compute the sheets of each unit; write the annex (CSV, JSON, Excel)',
    },
    arguments: [],
    options: writing,
    load: async () => {
      const { quotaCommand } = await import('./quota.ts');
      return (_values, given, io) => quotaCommand(forWriting(given), io);
    },
  },
  {
    name: 'packet',
    description: {
      vi: 'In bộ phiếu: mỗi đơn vị một tệp PDF, phiếu có số và mã QR',
      en: 'Print the packets: one PDF per unit, sheets with serial and QR code',
    },
    arguments: [],
    options: [
      {
        flags: '-u, --unit <ids...>',
        description: {
          vi: 'chỉ các đơn vị (hoặc địa bàn, nhóm) này',
          en: 'only these units (or places, groups)',
        },
      },
      {
        flags: '--force',
        description: {
          vi: 'ghi đè register.csv dù mất sê-ri đã in',
          en: 'overwrite register.csv though printed serials are lost',
        },
      },
      ...writing,
    ],
    load: async () => {
      const { packetCommand } = await import('./packet.ts');
      return (_values, given, io) =>
        packetCommand(
          { ...forWriting(given), units: texts(given.unit), force: given.force === true },
          io,
        );
    },
  },
  {
    name: 'simulate',
    description: {
      vi: 'Diễn tập: sinh phiếu trả lời mô phỏng từ một hạt giống',
      en: 'Rehearse: make returns as they might come back, from a seed',
    },
    arguments: [],
    options: [
      {
        flags: '--seed <text>',
        description: {
          vi: 'hạt giống; cùng hạt giống thì cùng kết quả',
          en: 'the seed; same seed, same returns',
        },
        default: '1',
      },
      ...writing,
    ],
    load: async () => {
      const { simulateCommand } = await import('./simulate.ts');
      return (_values, given, io) =>
        simulateCommand({ ...forWriting(given), seed: String(given.seed) }, io);
    },
  },
  {
    name: 'import',
    description: {
      vi: 'Nhập phiếu đã thu hoặc phiếu kiểm đếm (CSV, Excel) vào returns/',
      en: 'Take returned forms or paper tallies (CSV, Excel) into returns/',
    },
    arguments: [
      { syntax: '<files...>', description: { vi: 'tệp CSV hoặc XLSX', en: 'CSV or XLSX files' } },
    ],
    options: [
      plan,
      { flags: '--sheet <name>', description: { vi: 'tên trang tính', en: 'name of the sheet' } },
      {
        flags: '--header-row <row>',
        description: { vi: 'dòng tiêu đề cột', en: 'row of the headings' },
        parse: wholeNumber,
      },
      {
        flags: '--kind <kind>',
        description: {
          vi: 'rows: mỗi dòng một phiếu; tallies: phiếu kiểm đếm',
          en: 'rows: one form a row; tallies: counts',
        },
        choices: ['rows', 'tallies'],
      },
      {
        flags: '--group <id>',
        description: {
          vi: 'nhóm đối tượng, khi tệp không ghi',
          en: 'the group, when the file does not say',
        },
      },
      {
        flags: '--form <id>',
        description: {
          vi: 'mẫu phiếu, khi tệp không ghi',
          en: 'the form, when the file does not say',
        },
      },
      dryRun,
      ...reading,
    ],
    load: async () => {
      const { importCommand } = await import('./import.ts');
      return (values, given, io) =>
        importCommand(
          {
            ...forWriting(given),
            files: texts(values[0]),
            sheet: text(given.sheet),
            headerRow: typeof given.headerRow === 'number' ? given.headerRow : null,
            kind: given.kind === 'rows' || given.kind === 'tallies' ? given.kind : null,
            group: text(given.group),
            form: text(given.form),
          },
          io,
        );
    },
  },
  {
    name: 'returns list',
    description: { vi: 'Các lần nhập đã có', en: 'The imports there are' },
    arguments: [],
    options: [
      plan,
      {
        flags: '--undone',
        description: { vi: 'kể cả các lần đã hoàn tác', en: 'also those undone' },
      },
      ...reading,
    ],
    load: async () => {
      const { returnsList } = await import('./returns.ts');
      return (_values, given, io) =>
        returnsList({ ...common(given), undone: given.undone === true }, io);
    },
  },
  {
    name: 'returns undo',
    description: {
      vi: 'Rút một lần nhập ra khỏi kết quả (cất sang bên, không xóa)',
      en: 'Take one import out of the results (moved aside, never deleted)',
    },
    arguments: [{ syntax: '<id>', description: { vi: 'mã lần nhập', en: 'id of the import' } }],
    options: [
      {
        flags: '--why <text>',
        description: { vi: 'lý do (bắt buộc)', en: 'the reason (required)' },
      },
      plan,
      ...reading,
    ],
    load: async () => {
      const { returnsUndo } = await import('./returns.ts');
      return (values, given, io) =>
        returnsUndo({ ...common(given), id: String(values[0]), why: text(given.why) }, io);
    },
  },
  {
    name: 'returns dump',
    description: {
      vi: 'Xuất các dòng đã nhận, thứ tự cố định (CSV)',
      en: 'The accepted rows in a fixed order (CSV)',
    },
    arguments: [],
    options: [
      {
        flags: '--tallies',
        description: {
          vi: 'các số kiểm đếm thay cho các dòng',
          en: 'the tallies instead of the rows',
        },
      },
      plan,
      ...reading,
    ],
    load: async () => {
      const { returnsDump } = await import('./returns.ts');
      return (_values, given, io) =>
        returnsDump({ ...common(given), tallies: given.tallies === true }, io);
    },
  },
  {
    name: 'returns rejected',
    description: {
      vi: 'Các dòng bị loại và lý do (CSV)',
      en: 'The rejected rows with their reasons (CSV)',
    },
    arguments: [{ syntax: '[id]', description: { vi: 'mã lần nhập', en: 'id of the import' } }],
    options: [plan, ...reading],
    load: async () => {
      const { returnsRejected } = await import('./returns-rejected.ts');
      return (values, given, io) => returnsRejected({ ...common(given), id: text(values[0]) }, io);
    },
  },
  {
    name: 'status',
    description: {
      vi: 'Tiến độ: đã thu và hợp lệ so với số phiếu được giao, hạn chót',
      en: 'Progress: returned and valid against the quota, and the deadline',
    },
    arguments: [],
    options: [plan, ...reading],
    load: async () => {
      const { statusCommand } = await import('./status.ts');
      return (_values, given, io) => statusCommand(common(given), io);
    },
  },
  {
    name: 'score',
    description: { vi: 'Tính điểm, xếp hạng, xếp loại', en: 'Compute points, ranks and classes' },
    arguments: [],
    options: writing,
    load: async () => {
      const { scoreCommand } = await import('./score.ts');
      return (_values, given, io) => scoreCommand(forWriting(given), io);
    },
  },
  {
    name: 'report',
    description: {
      vi: 'Lập sổ kết quả Excel trình hội đồng, kèm CSV và JSON',
      en: 'Write the ranking workbook for the council, with CSV and JSON beside it',
    },
    arguments: [],
    options: writing,
    load: async () => {
      const { reportCommand } = await import('./report.ts');
      return (_values, given, io) => reportCommand(forWriting(given), io);
    },
  },
  {
    name: 'explain',
    description: {
      vi: 'Giải thích một mã lỗi và cách sửa',
      en: 'Explain a finding code and its remedy',
    },
    arguments: [
      {
        syntax: '[code]',
        description: { vi: 'mã, ví dụ plan/unknown-name', en: 'a code, e.g. plan/unknown-name' },
      },
    ],
    options: reading.slice(0, 1),
    load: async () => {
      const { explainCommand } = await import('./explain.ts');
      return (values, given, io) =>
        explainCommand({ code: text(values[0]), json: given.json === true }, io);
    },
  },
];

function common(given: Given): CommonOptions {
  return {
    plan: text(given.plan) ?? '.',
    json: given.json === true,
    strict: given.strict === true,
    maxErrors: typeof given.maxErrors === 'number' ? given.maxErrors : 20,
  };
}

function forWriting(given: Given): WriteOptions {
  return { ...common(given), dryRun: given.dryRun === true, out: text(given.out) };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('');
  return Number(value);
}
