/** Findings of draw records, and of the tables and lists made from them, that say something else than the draw. */
import { kind } from './finding.ts';

const editedWhy = {
  vi: 'Biên bản rút mẫu là bằng chứng; sửa tay một chỗ thì cả biên bản không còn giá trị.',
  en: 'The draw record is evidence; edited in one place it proves nothing in any other.',
};
const editedFix = {
  vi: 'Lấy lại bản gốc của draw.json, hoặc đưa phương án về như lúc rút.',
  en: 'Get the original draw.json back, or put the plan back as it was.',
};

export const recordFindings = {
  'sample/redraw-same': kind<Record<string, never>>({
    severity: 'note',
    text: {
      vi: () => 'rút lại ra đúng mẫu đã có; lý do nêu ở --redraw không được ghi vào biên bản.',
      en: () =>
        'this is the very draw that stands there; the reason given by --redraw was not recorded.',
    },
    why: {
      vi: 'Biên bản chỉ ghi lý do khi một mẫu khác thay mẫu cũ.',
      en: 'The record keeps a reason only where another draw replaces the earlier one.',
    },
    fix: {
      vi: 'Không phải sửa. Muốn có mẫu khác thì trước hết phải đổi hạt giống, danh sách hoặc phương án.',
      en: 'Nothing to mend. Another draw needs another seed, list or plan first.',
    },
  }),
  'sample/verify-survey': kind<{ recorded: string; now: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `biên bản này của cuộc khảo sát ${w.quote(a.recorded)}, phương án là ${w.quote(a.now)}.`,
      en: (a, w) =>
        `this is the record of the survey ${w.quote(a.recorded)}; the plan is ${w.quote(a.now)}.`,
    },
    why: {
      vi: 'Mẫu chỉ kiểm tra được bằng phương án và danh sách của chính cuộc khảo sát đó.',
      en: 'A draw can only be checked with the plan and the lists of its own survey.',
    },
    fix: {
      vi: 'Chọn đúng thư mục khảo sát hoặc đúng tệp draw.json rồi chạy lại.',
      en: 'Choose the right survey folder or the right draw.json and run again.',
    },
  }),
  'sample/verify-source': kind<Record<string, never>>({
    severity: 'error',
    text: {
      vi: () => 'nguồn của hạt giống (seed_source) trong biên bản khác trong phương án.',
      en: () => 'the record tells another origin of the seed (seed_source) than the plan.',
    },
    why: {
      vi: 'Nguồn hạt giống chứng minh không ai chọn trước kết quả.',
      en: 'The origin of the seed shows that nobody could choose the result.',
    },
    fix: editedFix,
  }),
  'sample/verify-tool': kind<{ recorded: string; now: string }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `biên bản ghi chương trình ${w.quote(a.recorded)}; đang kiểm tra bằng ${w.quote(a.now)}.`,
      en: (a, w) => `the record names the tool ${w.quote(a.recorded)}; this is ${w.quote(a.now)}.`,
    },
    why: {
      vi: 'Cùng thuật toán thì phiên bản khác vẫn rút ra đúng những người đó.',
      en: 'With the same algorithm another version draws the same people.',
    },
    fix: { vi: 'Không phải sửa.', en: 'Nothing to mend.' },
  }),
  'sample/verify-id': kind<{ recorded: string; own: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mã lần rút ${w.quote(a.recorded)} không khớp nội dung của biên bản (phải là ${w.quote(a.own)}).`,
      en: (a, w) =>
        `the draw id ${w.quote(a.recorded)} does not belong to what the record says (that would be ${w.quote(a.own)}).`,
    },
    why: editedWhy,
    fix: editedFix,
  }),
  'sample/verify-row': kind<{
    group: string;
    target: string;
    changes: readonly { key: keyof typeof keyVi; recorded: string; now: string }[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, ${w.quote(a.target)}: ${a.changes.map((one) => `${keyVi[one.key]} trong biên bản là ${w.quote(one.recorded)}, rút lại là ${w.quote(one.now)}`).join('; ')}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, ${w.quote(a.target)}: ${a.changes.map((one) => `${one.key} is ${w.quote(one.recorded)} in the record and ${w.quote(one.now)} now`).join('; ')}.`,
    },
    why: editedWhy,
    fix: {
      vi: 'Nếu ở trên có báo danh sách hoặc phương án đã đổi thì đó là nguyên nhân; nếu không, biên bản đã bị sửa.',
      en: 'If a change of list or plan is reported as well, that is the cause; if not, the record was edited.',
    },
  }),
  'sample/verify-table': kind<{ record: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `bảng này không đúng với biên bản ${w.quote(a.record)} bên cạnh.`,
      en: (a, w) => `this table does not say what the record ${w.quote(a.record)} beside it says.`,
    },
    why: editedWhy,
    fix: {
      vi: 'Bảng đã bị sửa tay. Chạy `survey sample draw` để ghi lại bảng từ mẫu đã rút.',
      en: 'The table was edited. Run `survey sample draw` to write it again from the draw.',
    },
  }),
  'sample/verify-no-table': kind<{ record: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `không thấy bảng này bên cạnh biên bản ${w.quote(a.record)}.`,
      en: (a, w) => `this table is not there beside the record ${w.quote(a.record)}.`,
    },
    why: {
      vi: 'Bảng là bản dễ đọc của biên bản; mẫu đã rút vẫn nguyên trong biên bản.',
      en: 'The table is the record made easy to read; the draw itself stands in the record.',
    },
    fix: {
      vi: 'Chạy `survey sample draw` để ghi lại bảng từ mẫu đã rút.',
      en: 'Run `survey sample draw` to write it again from the draw.',
    },
  }),
  'sample/verify-list': kind<{ state: 'changed' | 'missing' | 'left' }>({
    severity: 'error',
    text: {
      vi: (a) => `danh sách người được chọn này ${listVi[a.state]}.`,
      en: (a) => `this list of people chosen ${listEn[a.state]}.`,
    },
    why: {
      vi: 'Người đi phát phiếu cầm danh sách này: ai có tên trong đó thì được hỏi, dù mẫu đã rút nói khác.',
      en: 'Those who hand out the forms carry this list: whoever stands on it is asked, whatever the draw says.',
    },
    fix: {
      vi: 'Chạy `survey sample draw` để ghi lại từ mẫu đã rút; xóa danh sách của nhóm không còn; ghi chú thì làm trên bản sao để nơi khác.',
      en: 'Run `survey sample draw` to write it again from the draw; delete lists of groups that are gone; write remarks on a copy elsewhere.',
    },
  }),
};

const keyVi = {
  roster: 'danh sách',
  method: 'cách rút',
  population: 'số người trong danh sách',
  size: 'số người phải rút',
  reserve: 'số dự phòng',
};
const listVi = {
  changed: 'không đúng với mẫu đã rút',
  missing: 'không còn ở đây',
  left: 'không thuộc mẫu đã rút',
};
const listEn = {
  changed: 'does not say what the draw says',
  missing: 'is no longer there',
  left: 'does not belong to the draw',
};
