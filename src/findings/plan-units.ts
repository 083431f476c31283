/** Findings about units, places and their figures, as the plan or a frame file writes them. */
import { kind } from './finding.ts';

const figuresFeedQuotas = {
  vi: 'Số phiếu được tính từ số liệu; số liệu ghi sai tên thì đơn vị đó không được tính.',
  en: 'Quotas are worked out from figures; under a wrong name a figure is not found.',
};

const sharesMakeAll = {
  vi: 'Bảng đơn vị cũ – đơn vị mới cho biết sáp nhập thế nào; mỗi đơn vị cũ phải chia đủ 100% thì mới so được các năm.',
  en: 'The table of old and new units says how units merged; years compare only when each old unit makes 100%.',
};

export const planUnitFindings = {
  'plan/figure-twice': kind<{ figure: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `hai cột cùng ghi số liệu ${w.quote(a.figure)}.`,
      en: (a, w) => `two columns hold the figure ${w.quote(a.figure)}.`,
    },
    why: {
      vi: 'Không tự chọn cột nào là cột đúng.',
      en: 'None of the two is chosen silently.',
    },
    fix: {
      vi: 'Xóa một cột, hoặc đổi tiêu đề của cột ghi số liệu khác.',
      en: 'Delete one column, or give the other figure its own heading.',
    },
  }),
  'plan/figure-nowhere': kind<{ figure: string; near: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `không đơn vị, địa bàn nào có số liệu ${w.quote(a.figure)}.`,
      en: (a, w) => `no unit or place has the figure ${w.quote(a.figure)}.`,
    },
    why: figuresFeedQuotas,
    fix: {
      vi: 'Ghi số liệu ở từng đơn vị (hoặc “value” cho cả cuộc điều tra); trong bảng, tiêu đề cột là mã hoặc tên của số liệu.',
      en: 'Write it for each unit (or `value` for the survey as a whole); in a table the heading is its key or its name.',
    },
  }),
  'plan/figure-not-a-count': kind<{ group: string; key: string; figure: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: “${a.key}” cần một số đếm, nhưng ${w.quote(a.figure)} được khai là đại lượng có thể lẻ (counts: amount).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: \`${a.key}\` needs a count, but ${w.quote(a.figure)} is declared an amount (counts: amount).`,
    },
    why: {
      vi: 'Số phiếu và số người đều là số nguyên: không thể phát 2,35 phiếu hay hỏi 2,35 người.',
      en: 'Sheets and people are whole: nobody can issue 2.35 sheets or ask 2.35 people.',
    },
    fix: {
      vi: 'Nếu số liệu ấy đếm người, hộ, giao dịch hay địa bàn thì sửa “counts” của nó ở phần figures; nếu không, chọn số liệu khác.',
      en: 'If the figure counts people, households, transactions or places, say so in its `counts` under figures; else name another one.',
    },
  }),
  'plan/near-figure': kind<{ figure: string; other: string; holders: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `số liệu ${w.quote(a.figure)} chỉ có ở ${w.list(a.holders, 3)}; nơi khác ghi ${w.quote(a.other)}: cùng một số liệu chăng?`,
      en: (a, w) =>
        `the figure ${w.quote(a.figure)} stands only at ${w.list(a.holders, 3)}; others have ${w.quote(a.other)}: the same figure?`,
    },
    why: figuresFeedQuotas,
    fix: {
      vi: 'Nếu là một thì sửa cho cùng tên; nếu là hai số liệu khác nhau thì khai cả hai ở “figures”.',
      en: 'Give them one name if they are one; declare both in `figures` if they are two.',
    },
  }),
  'plan/former-over': kind<{ former: string; total: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `đơn vị cũ ${w.quote(a.former)} được chia ${w.decimal(a.total)}%, quá 100% (${w.list(a.units)}).`,
      en: (a, w) =>
        `the former unit ${w.quote(a.former)} is shared out to ${w.decimal(a.total)}%, above 100% (${w.list(a.units)}).`,
    },
    why: sharesMakeAll,
    fix: {
      vi: 'Ghi phần trăm cho từng nơi: “xã A (40%)” ở đơn vị này, “xã A (60%)” ở đơn vị kia.',
      en: 'Write the share of each: “xã A (40%)” here, “xã A (60%)” there.',
    },
  }),
  'plan/former-under': kind<{
    former: string;
    total: string;
    rest: string;
    units: readonly string[];
    near: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `đơn vị cũ ${w.quote(a.former)} mới chia ${w.decimal(a.total)}% (${w.list(a.units)}); còn ${w.decimal(a.rest)}% chưa biết về đâu.`,
      en: (a, w) =>
        `only ${w.decimal(a.total)}% of the former unit ${w.quote(a.former)} is shared out (${w.list(a.units)}); where ${w.decimal(a.rest)}% went is not said.`,
    },
    why: sharesMakeAll,
    fix: {
      vi: 'Ghi thêm đơn vị nhận phần còn lại; nếu phần ấy ra ngoài cuộc điều tra này thì để nguyên.',
      en: 'Add the unit that got the rest; leave it if the rest left the survey.',
    },
  }),
  'plan/former-twice': kind<{ former: string; unit: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.unit)}: đơn vị cũ ${w.quote(a.former)} ghi hai lần.`,
      en: (a, w) => `${w.quote(a.unit)}: the former unit ${w.quote(a.former)} stands twice.`,
    },
    why: sharesMakeAll,
    fix: {
      vi: 'Xóa một mục; tên viết khác kiểu (hòa/hoà, X./Xã) vẫn là một.',
      en: 'Delete one; two spellings (hòa/hoà, X./Xã) are one name.',
    },
  }),
  'plan/former-still-there': kind<{ former: string; unit: string; other: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.former)} đã nhập vào ${w.quote(a.unit)} nhưng vẫn còn là đơn vị của phương án (${a.other}).`,
      en: (a, w) =>
        `${w.quote(a.former)} went into ${w.quote(a.unit)} but still is a unit of the plan (${a.other}).`,
    },
    why: {
      vi: 'Một nơi vừa là đơn vị cũ vừa là đơn vị mới thì kết quả cũ của nơi ấy được tính cho ai là không rõ.',
      en: 'When a body is both old and new, nobody can tell whose its earlier results are.',
    },
    fix: {
      vi: 'Nếu đơn vị mới mang lại tên cũ hoặc giữ một phần, ghi “was” cho cả đơn vị ấy; nếu không thì xóa một nơi.',
      en: 'If a new unit took the old name or kept a part, write its own `was` too; else delete one of them.',
    },
  }),
};
