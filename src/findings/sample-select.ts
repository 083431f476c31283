/** Findings of what the plan says about lists of people and how they are drawn from. */
import { kind } from './finding.ts';

export const selectFindings = {
  'sample/list-missing': kind<{ group: string; file: string; due: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chưa có danh sách ${w.quote(a.file)}${a.due === '' ? '' : ` (hạn gửi ${w.date(a.due)})`} nên chưa kiểm tra, chưa rút được.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the list ${w.quote(a.file)} is not there yet${a.due === '' ? '' : ` (due ${w.date(a.due)})`}; nothing can be checked or drawn.`,
    },
    why: {
      vi: 'Không có danh sách thì không chứng minh được ai đã được chọn và vì sao.',
      en: 'Without the list nobody can show who was chosen and why.',
    },
    fix: {
      vi: 'Chép danh sách vào đúng thư mục đã ghi rồi chạy lại.',
      en: 'Put the list where the plan says and run again.',
    },
  }),
  'sample/no-such-column': kind<{ column: string; file: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `danh sách ${w.quote(a.file)} không có cột ${w.quote(a.column)}.`,
      en: (a, w) => `the list ${w.quote(a.file)} has no column ${w.quote(a.column)}.`,
    },
    why: {
      vi: 'Cách rút trong phương án dựa vào cột này.',
      en: 'The plan draws by this column.',
    },
    fix: {
      vi: 'Ghi đúng tiêu đề cột như trong danh sách, hoặc thêm cột vào danh sách.',
      en: 'Write the heading as it stands in the list, or add the column there.',
    },
  }),
  'sample/sheets-differ': kind<{ file: string; sheet: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `trang tính ${w.quote(a.sheet)} của ${w.quote(a.file)}: một nhóm ở trên đã dùng trang ${w.quote(a.first)} của cùng tệp.`,
      en: (a, w) =>
        `sheet ${w.quote(a.sheet)} of ${w.quote(a.file)}: a group above uses the sheet ${w.quote(a.first)} of the same file.`,
    },
    why: {
      vi: 'Mỗi tệp là một danh sách và chỉ đọc một trang tính.',
      en: 'Each file is one list, of which one sheet is read.',
    },
    fix: {
      vi: 'Lưu mỗi trang tính thành một tệp riêng.',
      en: 'Store each sheet as a file of its own.',
    },
  }),
  'sample/pps-without-size': kind<{ group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: rút theo quy mô (pps) nhưng chưa ghi cột quy mô.`,
      en: (a, w) =>
        `the group ${w.quote(a.group)} is drawn by size (pps), but no column holds the size.`,
    },
    why: {
      vi: 'Xác suất rút tỷ lệ với quy mô của từng người hoặc hộ.',
      en: 'The chance of each person or household is proportional to its size.',
    },
    fix: {
      vi: 'Thêm “size: tên cột” vào select, hoặc đổi “how” thành random.',
      en: 'Add `size: column` to select, or change `how` to random.',
    },
  }),
  'sample/select-unused': kind<{ group: string; key: string; how: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” không có tác dụng khi rút theo “${a.how}”.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.key}\` has no effect when drawing by \`${a.how}\`.`,
    },
    why: {
      vi: 'Người đọc phương án sẽ tưởng mẫu được rút theo cột này.',
      en: 'Readers of the plan would believe that the sample goes by this column.',
    },
    fix: {
      vi: 'Bỏ dòng này, hoặc sửa “how” (size đi với pps, order đi với systematic hoặc pps).',
      en: 'Leave it out, or mend `how` (size goes with pps, order with systematic or pps).',
    },
  }),
  'sample/select-without-list': kind<{ group: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `nhóm ${w.quote(a.group)}: có “select” nhưng không có danh sách để rút.`,
      en: (a, w) => `the group ${w.quote(a.group)} has \`select\` but no list to draw from.`,
    },
    why: {
      vi: 'Không có “roster” thì chương trình không rút ai; cách chọn chỉ nằm trên giấy.',
      en: 'Without `roster` nobody is drawn; the method stands on paper only.',
    },
    fix: {
      vi: 'Thêm “roster: frame/….csv”, hoặc bỏ “select”.',
      en: 'Add `roster: frame/….csv`, or leave `select` out.',
    },
  }),
  'sample/within-without-per': kind<{ group: string; column: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: cột ${w.quote(a.column)} (within) không có tác dụng vì số phiếu không tính theo “per”.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the column ${w.quote(a.column)} (within) has no effect, for the quota is not counted by \`per\`.`,
    },
    why: {
      vi: '“within” chỉ kiểm tra quy tắc dạng “02 người mỗi phòng”.',
      en: '`within` checks rules such as “2 of each division”.',
    },
    fix: {
      vi: 'Bỏ “within”, hoặc dùng “per: { take: …, of: … }”; muốn chia tầng thì ghi “select: { strata: … }”.',
      en: 'Leave `within` out, or use `per: { take: …, of: … }`; to draw by strata write `select: { strata: … }`.',
    },
  }),
};
