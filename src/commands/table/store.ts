/** Commands about what was imported: listing, undoing, correcting, getting it out again. */
import {
  type CommandSpec,
  common,
  dryRun,
  forWriting,
  plan,
  reading,
  text,
  wholeNumber,
} from './spec.ts';

export const storeCommands: readonly CommandSpec[] = [
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
      const { returnsList } = await import('../returns.ts');
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
      const { returnsUndo } = await import('../returns-undo.ts');
      return (values, given, io) =>
        returnsUndo({ ...common(given), id: String(values[0]), why: text(given.why) }, io);
    },
  },
  {
    name: 'returns correct',
    description: {
      vi: 'Đính chính phiếu đã nhập: số phiếu, câu hỏi, giá trị cũ, giá trị mới, lý do',
      en: 'Correct accepted forms: serial, question, old, new, why',
    },
    arguments: [
      { syntax: '<file>', description: { vi: 'tệp CSV hoặc XLSX', en: 'CSV or XLSX file' } },
    ],
    options: [
      {
        flags: '--sheet <name>',
        description: { vi: 'tên trang tính', en: 'name of the sheet' },
      },
      {
        flags: '--header-row <row>',
        description: { vi: 'dòng tiêu đề cột', en: 'row of the headings' },
        parse: wholeNumber,
      },
      plan,
      dryRun,
      ...reading,
    ],
    load: async () => {
      const { returnsCorrect } = await import('../returns-correct.ts');
      return (values, given, io) =>
        returnsCorrect(
          {
            ...forWriting(given),
            file: String(values[0]),
            sheet: text(given.sheet),
            headerRow: typeof given.headerRow === 'number' ? given.headerRow : null,
          },
          io,
        );
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
      {
        flags: '--raw',
        description: {
          vi: 'như đã nhập, chưa áp dụng đính chính',
          en: 'as keyed, without corrections',
        },
      },
      plan,
      ...reading,
    ],
    load: async () => {
      const { returnsDump } = await import('../returns-dump.ts');
      return (_values, given, io) =>
        returnsDump(
          { ...common(given), tallies: given.tallies === true, raw: given.raw === true },
          io,
        );
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
      const { returnsRejected } = await import('../returns-rejected.ts');
      return (values, given, io) => returnsRejected({ ...common(given), id: text(values[0]) }, io);
    },
  },
];
