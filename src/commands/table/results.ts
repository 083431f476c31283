/** Commands about progress, results, and what a finding means. */
import { bys } from '../../status/by.ts';
import { type CommandSpec, common, forWriting, plan, reading, text, writing } from './spec.ts';

const sensitivity = {
  flags: '--sensitivity',
  description: {
    vi: 'thêm độ nhạy: thứ hạng thay đổi thế nào khi đổi quyền số và cách tính',
    en: 'add the sensitivity analysis: how ranks change with weights and method',
  },
};

export const resultsCommands: readonly CommandSpec[] = [
  {
    name: 'status',
    description: {
      vi: 'Tiến độ: đã thu và hợp lệ so với số phiếu được giao, hạn chót',
      en: 'Progress: returned and valid against the quota, and the deadline',
    },
    arguments: [],
    options: [
      plan,
      {
        flags: '--by <what>',
        description: {
          vi: 'bảng theo dòng phân bổ (row), nhóm (group), đơn vị (unit) hay ngày (day)',
          en: 'table by row of the quota, group, unit or day',
        },
        choices: bys,
        default: 'row',
      },
      {
        flags: '--text',
        description: {
          vi: 'một tin nhắn ngắn để gửi nhóm Zalo, thay cho bảng',
          en: 'a short plain message for the chat group instead of the table',
        },
      },
      {
        flags: '--watch [folder]',
        description: {
          vi: 'ở lại theo dõi: báo lại khi có lần nhập mới hoặc tệp mới trong thư mục (mặc định incoming/)',
          en: 'stay, and tell when there are new imports or new files in a folder (default: incoming/)',
        },
      },
      ...reading,
    ],
    load: async () => {
      const { statusCommand } = await import('../status.ts');
      return (_values, given, io) => {
        const by = bys.find((one) => one === given.by) ?? 'row';
        const watch = given.watch === true ? '' : text(given.watch);
        return statusCommand({ ...common(given), by, text: given.text === true, watch }, io);
      };
    },
  },
  {
    name: 'score',
    description: { vi: 'Tính điểm, xếp hạng, xếp loại', en: 'Compute points, ranks and classes' },
    arguments: [],
    options: [sensitivity, ...writing],
    load: async () => {
      const { scoreCommand } = await import('../score.ts');
      return (_values, given, io) =>
        scoreCommand({ ...forWriting(given), sensitivity: given.sensitivity === true }, io);
    },
  },
  {
    name: 'explain-score',
    description: {
      vi: 'Vì sao có con số này: từ chỉ số đến tiêu chí, câu hỏi, từng phiếu',
      en: 'Why this number: from the index to criterion, question and forms',
    },
    arguments: [
      {
        syntax: '[unit]',
        description: { vi: 'tên hoặc mã đơn vị', en: 'name or id of the unit' },
      },
      {
        syntax: '[criterion]',
        description: {
          vi: 'mã tiêu chí, ví dụ 1.2; không ghi thì cả đơn vị, đến từng tiêu chí',
          en: 'code of a criterion, e.g. 1.2; without it the whole unit, down to its criteria',
        },
      },
    ],
    options: [
      plan,
      {
        flags: '--full',
        description: {
          vi: 'cả đơn vị, đến từng câu hỏi và nguồn phiếu',
          en: 'the whole unit, down to questions and where their answers came from',
        },
      },
      ...reading,
    ],
    load: async () => {
      const { explainScoreCommand } = await import('../explain-score.ts');
      return (values, given, io) => {
        const [unit, criterion] = [text(values[0]), text(values[1])];
        const options = { ...common(given), unit, criterion, full: given.full === true };
        return explainScoreCommand(options, io);
      };
    },
  },
  {
    name: 'report',
    description: {
      vi: 'Lập sổ kết quả Excel trình hội đồng, kèm CSV và JSON',
      en: 'Write the ranking workbook for the council, with CSV and JSON beside it',
    },
    arguments: [],
    options: [sensitivity, ...writing],
    load: async () => {
      const { reportCommand } = await import('../report.ts');
      return (_values, given, io) =>
        reportCommand({ ...forWriting(given), sensitivity: given.sensitivity === true }, io);
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
