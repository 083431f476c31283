/** Commands about progress, results, and what a finding means. */
import { type CommandSpec, common, forWriting, plan, reading, text, writing } from './spec.ts';

export const resultsCommands: readonly CommandSpec[] = [
  {
    name: 'status',
    description: {
      vi: 'Tiến độ: đã thu và hợp lệ so với số phiếu được giao, hạn chót',
      en: 'Progress: returned and valid against the quota, and the deadline',
    },
    arguments: [],
    options: [plan, ...reading],
    load: async () => {
      const { statusCommand } = await import('../status.ts');
      return (_values, given, io) => statusCommand(common(given), io);
    },
  },
  {
    name: 'score',
    description: { vi: 'Tính điểm, xếp hạng, xếp loại', en: 'Compute points, ranks and classes' },
    arguments: [],
    options: writing,
    load: async () => {
      const { scoreCommand } = await import('../score.ts');
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
      const { reportCommand } = await import('../report.ts');
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
      const { explainCommand } = await import('../explain.ts');
      return (values, given, io) =>
        explainCommand({ code: text(values[0]), json: given.json === true }, io);
    },
  },
];
