/** Commands that look at the quality of what came back. */
import { type SelectionPurpose, selectionPurposes } from '../../check/purpose.ts';
import {
  type CommandSpec,
  common,
  forWriting,
  type Given,
  type OptionSpec,
  plan,
  reading,
  text,
  wholeNumber,
  writing,
} from './spec.ts';

const purpose: OptionSpec = {
  flags: '--for <kind>',
  description: {
    vi: 'second-entry: nhập lần hai; back-check: phúc tra',
    en: 'for a second entry or for a back-check',
  },
  choices: selectionPurposes,
  default: 'back-check',
};

function purposeOf(given: Given): SelectionPurpose {
  return selectionPurposes.find((one) => one === given.for) ?? 'back-check';
}

export const checkCommands: readonly CommandSpec[] = [
  {
    name: 'check',
    description: {
      vi: 'Kiểm tra chất lượng phiếu thu về: việc cần xem trước, xếp theo mức độ',
      en: 'Check the quality of the returns: what to look at first',
    },
    arguments: [],
    options: writing,
    load: async () => {
      const { checkCommand } = await import('../check.ts');
      return (_values, given, io) => checkCommand(forWriting(given), io);
    },
  },
  {
    name: 'check entry',
    description: {
      vi: 'So hai lần nhập từng ô; ghi bảng phân xử (Excel)',
      en: 'Compare two entries field by field; write the adjudication workbook',
    },
    arguments: [],
    options: writing,
    load: async () => {
      const { checkEntry } = await import('../check-entry.ts');
      return (_values, given, io) => checkEntry(forWriting(given), io);
    },
  },
  {
    name: 'check select',
    description: {
      vi: 'Chọn ngẫu nhiên phiếu để phúc tra hoặc nhập lần hai, có biên bản kiểm chứng được',
      en: 'Select sheets by chance for a back-check or a second entry, with a record',
    },
    arguments: [],
    options: [
      purpose,
      {
        flags: '--share <text>',
        description: {
          vi: 'tỷ lệ phiếu, ví dụ 10% (mặc định theo phương án)',
          en: 'share of the sheets, as 10% (default: the plan’s)',
        },
      },
      {
        flags: '--count <count>',
        description: {
          vi: 'số phiếu, ở mỗi đơn vị hoặc điều tra viên khi có --by',
          en: 'so many sheets, in each unit or of each collector with --by',
        },
        parse: wholeNumber,
      },
      {
        flags: '--by <kind>',
        description: {
          vi: 'rút theo đơn vị, theo điều tra viên, hay từ toàn bộ',
          en: 'draw in each unit, of each collector, or from the whole',
        },
        choices: ['unit', 'collector', 'whole'],
      },
      {
        flags: '--seed <text>',
        description: {
          vi: 'hạt giống công khai (mặc định: sample.seed của phương án)',
          en: 'the public seed (default: sample.seed of the plan)',
        },
      },
      {
        flags: '--redraw <text>',
        description: {
          vi: 'chọn lại thay cho lần trước, ghi lý do',
          en: 'replace an earlier selection, for this reason',
        },
      },
      ...writing,
    ],
    load: async () => {
      const { checkSelect } = await import('../check-select.ts');
      return (_values, given, io) =>
        checkSelect(
          {
            ...forWriting(given),
            for: purposeOf(given),
            share: text(given.share),
            count: typeof given.count === 'number' ? given.count : null,
            by: (['unit', 'collector', 'whole'] as const).find((one) => one === given.by) ?? null,
            seed: text(given.seed),
            redraw: typeof given.redraw === 'string' ? given.redraw : null,
          },
          io,
        );
    },
  },
  {
    name: 'check verify',
    description: {
      vi: 'Rút lại từ biên bản chọn phiếu: giống hệt, hoặc khác ở đâu',
      en: 'Select again by the record: the same, or where it differs',
    },
    arguments: [
      {
        syntax: '[record]',
        description: {
          vi: 'biên bản (mặc định: trong out/check)',
          en: 'the record (default: the one in out/check)',
        },
      },
    ],
    options: [purpose, plan, ...reading],
    load: async () => {
      const { checkVerify } = await import('../check-verify.ts');
      return (values, given, io) =>
        checkVerify({ ...common(given), for: purposeOf(given), record: text(values[0]) }, io);
    },
  },
  {
    name: 'check back-check',
    description: {
      vi: 'So phiếu phúc tra với phiếu gốc; ghi kết quả và biên bản (Excel, Word, PDF)',
      en: 'Compare back-checks with the returns; write the outcome and minutes',
    },
    arguments: [],
    options: [
      {
        flags: '--format <kind>',
        description: { vi: 'dạng của biên bản', en: 'the kind of minutes' },
        choices: ['docx', 'pdf', 'all'],
        default: 'docx',
      },
      ...writing,
    ],
    load: async () => {
      const { checkBackCheck } = await import('../check-back-check.ts');
      return (_values, given, io) =>
        checkBackCheck(
          {
            ...forWriting(given),
            format: given.format === 'pdf' || given.format === 'all' ? given.format : 'docx',
          },
          io,
        );
    },
  },
];
