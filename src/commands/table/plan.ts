/** Commands about the plan and its papers. */
import {
  type CommandSpec,
  common,
  dryRun,
  forWriting,
  type Given,
  onlyFolder,
  plan,
  planArgument,
  reading,
  text,
  writing,
} from './spec.ts';

export const planCommands: readonly CommandSpec[] = [
  {
    name: 'new',
    description: {
      vi: 'Lập thư mục cuộc điều tra từ một mẫu có sẵn; không có --from thì liệt kê các mẫu',
      en: 'Make a survey folder from a scaffold; without --from, list the scaffolds',
    },
    arguments: [
      { syntax: '[dir]', description: { vi: 'thư mục sẽ lập', en: 'the folder to make' } },
    ],
    options: [
      { flags: '--from <template>', description: { vi: 'mẫu', en: 'the scaffold' } },
      {
        flags: '--name <text>',
        description: {
          vi: 'mã cuộc điều tra (mặc định: theo tên thư mục)',
          en: 'short name of the survey (default: from the folder)',
        },
      },
      dryRun,
      ...reading.slice(0, 1),
    ],
    load: async () => {
      const { newCommand } = await import('../new.ts');
      return (values, given, io) =>
        newCommand(
          {
            ...forWriting(given),
            folder: text(values[0]),
            template: text(given.from),
            name: text(given.name),
          },
          io,
        );
    },
  },
  {
    name: 'plan validate',
    description: {
      vi: 'Kiểm tra plan.yaml: mọi lỗi thấy được trong một lần chạy, đúng dòng, kèm cách sửa',
      en: 'Check plan.yaml: every mistake that can be told in one run, at its line, with the remedy',
    },
    arguments: [planArgument],
    options: [plan, ...reading],
    load: async () => {
      const { planValidate } = await import('../plan.ts');
      return (values, given, io) => planValidate(common(atPath(values, given)), io);
    },
  },
  {
    name: 'plan show',
    description: { vi: 'Diễn giải phương án bằng lời', en: 'Say in words what the plan means' },
    arguments: [planArgument],
    options: [plan, ...reading],
    load: async () => {
      const { planShow } = await import('../plan.ts');
      return (values, given, io) => planShow(common(atPath(values, given)), io);
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
      const { planSchema } = await import('../plan.ts');
      return (_values, _given, io) => planSchema(io);
    },
  },
  {
    name: 'plan document',
    description: {
      vi: 'Lập văn bản kế hoạch (Word, PDF) theo thể thức Nghị định 30/2020/NĐ-CP, kèm phụ lục',
      en: 'Write the plan as an official paper (Word, PDF) with its annexes',
    },
    arguments: [planArgument],
    options: [
      {
        flags: '--format <format>',
        description: { vi: 'docx, pdf hoặc cả hai', en: 'docx, pdf or both' },
        choices: ['docx', 'pdf', 'all'],
        default: 'all',
      },
      ...writing,
    ],
    load: async () => {
      const { planDocument } = await import('../plan-document.ts');
      return (values, given, io) => {
        const { format } = given;
        const known = format === 'docx' || format === 'pdf' ? format : 'all';
        return planDocument({ ...forWriting(atPath(values, given)), format: known }, io);
      };
    },
  },
  {
    name: 'plan calendar',
    description: {
      vi: 'Lịch công việc: tệp .ics và bảng tiến độ Excel',
      en: 'The dates as a calendar file (.ics) and a Gantt sheet in Excel',
    },
    arguments: [planArgument],
    options: writing,
    load: async () => {
      const { planCalendar } = await import('../plan-calendar.ts');
      return (values, given, io) => planCalendar(forWriting(atPath(values, given)), io);
    },
  },
];

/** The folder as an argument, or as an option. */
function atPath(values: readonly unknown[], given: Given): Given {
  return { ...given, plan: onlyFolder(text(values[0]), text(given.plan)) ?? given.plan };
}
