/** Commands that say how many are asked, and whom. */
import { type Way, ways } from '../../plan/sampling.ts';
import {
  type CommandSpec,
  common,
  dryRun,
  forWriting,
  plan,
  reading,
  text,
  wholeNumber,
  writing,
} from './spec.ts';

export const sampleCommands: readonly CommandSpec[] = [
  {
    name: 'quota',
    description: {
      vi: 'Tính số phiếu từng đơn vị, sai số dự kiến, dự toán; ghi bảng phân bổ (CSV, JSON, Excel)',
      en: 'Compute quotas, expected margins and costs; write the annex (CSV, JSON, Excel)',
    },
    arguments: [],
    options: [
      {
        flags: '--show <table>',
        description: {
          vi: 'bảng in ra màn hình: annex (phân bổ), reasons (căn cứ), margins (sai số dự kiến), costs (dự toán)',
          en: 'table on the screen: the annex, the reasons, the expected margins or the cost estimate',
        },
        choices: ['annex', 'reasons', 'margins', 'costs'],
        default: 'annex',
      },
      ...writing,
    ],
    load: async () => {
      const { quotaCommand, shownTable } = await import('../quota.ts');
      return (_values, given, io) =>
        quotaCommand({ ...forWriting(given), show: shownTable(given.show) }, io);
    },
  },
  {
    name: 'sample draw',
    description: {
      vi: 'Rút người trả lời từ danh sách, theo hạt giống công khai; ghi biên bản rút mẫu',
      en: 'Draw respondents from the lists by a public seed; write the draw record',
    },
    arguments: [],
    options: [
      {
        flags: '--redraw <text>',
        description: {
          vi: 'rút lại thay cho lần trước, ghi lý do',
          en: 'replace an earlier draw, for this reason',
        },
      },
      ...writing,
    ],
    load: async () => {
      const { sampleDraw } = await import('../sample-draw.ts');
      return (_values, given, io) =>
        sampleDraw(
          {
            ...forWriting(given),
            redraw: typeof given.redraw === 'string' ? given.redraw : null,
          },
          io,
        );
    },
  },
  {
    name: 'sample verify',
    description: {
      vi: 'Rút lại từ biên bản: giống hệt, hoặc khác ở đâu',
      en: 'Draw again by the record: the same, or where it differs',
    },
    arguments: [
      {
        syntax: '[record]',
        description: {
          vi: 'biên bản (mặc định: out/sample/draw.json)',
          en: 'the record (default: out/sample/draw.json)',
        },
      },
    ],
    options: [plan, ...reading],
    load: async () => {
      const { sampleVerify } = await import('../sample-verify.ts');
      return (values, given, io) => sampleVerify({ ...common(given), record: text(values[0]) }, io);
    },
  },
  {
    name: 'sample check',
    description: {
      vi: 'Kiểm tra danh sách người: đủ số, không trùng, đúng đơn vị',
      en: 'Check the lists of people: enough of them, nobody twice, right units',
    },
    arguments: [],
    options: writing,
    load: async () => {
      const { sampleCheck } = await import('../sample-check.ts');
      return (_values, given, io) => sampleCheck(forWriting(given), io);
    },
  },
  {
    name: 'sample invite',
    description: {
      vi: 'Cấp mã mời trả lời trực tuyến, mỗi người một mã không đoán được',
      en: 'Give everybody who answers online a code that nobody can guess',
    },
    arguments: [],
    options: [plan, dryRun, ...reading],
    load: async () => {
      const { sampleInvite } = await import('../sample-invite.ts');
      return (_values, given, io) => sampleInvite(forWriting(given), io);
    },
  },
  {
    name: 'sample replace',
    description: {
      vi: 'Thay người không gặp được (đổi hình thức hoặc người dự phòng) và ghi sổ; không ghi dòng thì xem sổ',
      en: 'Replace somebody who cannot be reached (another way, or the reserve) and log it; without a row, show the log',
    },
    arguments: [
      { syntax: '[group]', description: { vi: 'mã nhóm', en: 'id of the group' } },
      {
        syntax: '[row]',
        description: { vi: 'dòng trong danh sách của nhóm', en: "row of the group's list" },
      },
    ],
    options: [
      {
        flags: '--why <text>',
        description: { vi: 'lý do (bắt buộc khi thay)', en: 'the reason (required to replace)' },
      },
      {
        flags: '--mode <kind>',
        description: {
          vi: 'đổi sang hình thức này',
          en: 'ask in this way instead',
        },
        choices: ways,
      },
      plan,
      dryRun,
      ...reading,
    ],
    load: async () => {
      const { sampleReplace } = await import('../sample-replace.ts');
      return (values, given, io) =>
        sampleReplace(
          {
            ...common(given),
            dryRun: given.dryRun === true,
            group: text(values[0]),
            row: text(values[1]) === null ? null : wholeNumber(String(values[1])),
            why: text(given.why),
            mode: text(given.mode) as Way | null,
          },
          io,
        );
    },
  },
];
