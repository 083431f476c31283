/** Findings about packets: what keeps a packet from being printed. */
import { kind } from './finding.ts';

export const packetFindings = {
  'packet/quota-unknown': kind<{ group: string; targets: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `chưa in được phiếu của nhóm ${w.quote(a.group)} cho ${w.int(a.targets.length)} nơi nhận (${w.list(a.targets, 5)}): số phiếu chưa xác định.`,
      en: (a, w) =>
        `the sheets of group ${w.quote(a.group)} cannot be printed for ${w.int(a.targets.length)} targets (${w.list(a.targets, 5)}): their quota is not known yet.`,
    },
    why: {
      vi: 'Mỗi phiếu có một số sê-ri riêng, nên phải biết số phiếu trước khi in; in thiếu một nhóm thì túi phiếu không đủ để giao.',
      en: 'Each sheet has its own serial, so the number must be known before printing; a packet that lacks a group cannot be handed over.',
    },
    fix: {
      vi: 'Bổ sung danh sách hoặc số liệu mà nhóm này cần (xem `survey quota`), rồi chạy lại; các túi phiếu khác không bị ảnh hưởng.',
      en: 'Supply the list or the count that this group needs (see `survey quota`) and run again; other packets are not affected.',
    },
  }),
  'packet/nobody-rated': kind<{ group: string; targets: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `chưa in được phiếu của nhóm ${w.quote(a.group)} cho ${w.int(a.targets.length)} nơi nhận (${w.list(a.targets, 5)}): không biết phiếu đánh giá đơn vị nào.`,
      en: (a, w) =>
        `the sheets of group ${w.quote(a.group)} cannot be printed for ${w.int(a.targets.length)} targets (${w.list(a.targets, 5)}): they rate no unit.`,
    },
    why: {
      vi: 'Tên đơn vị được đánh giá in trên từng trang phiếu; phiếu không gắn với đơn vị nào thì không tính điểm được.',
      en: 'The unit rated is printed on every page; a sheet that rates no unit cannot be scored.',
    },
    fix: {
      vi: 'Ghi rõ trong plan.yaml đơn vị mà nhóm này đánh giá (`about`), hoặc đơn vị của địa bàn (`unit`).',
      en: 'Say in plan.yaml which units this group rates (`about`), or which unit the place belongs to (`unit`).',
    },
  }),
  'packet/no-such-target': kind<{ id: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có túi phiếu nào cho ${w.quote(a.id)}.`,
      en: (a, w) => `there is no packet for ${w.quote(a.id)}.`,
    },
    why: {
      vi: '`--unit` nhận mã đơn vị, mã địa bàn hoặc mã nhóm có phiếu trong phương án.',
      en: '`--unit` takes the id of a unit, a place or a whole group that has sheets in the plan.',
    },
    fix: {
      vi: 'Xem các mã bằng `survey packet --dry-run`, rồi ghi lại cho đúng.',
      en: 'See the ids with `survey packet --dry-run` and write one of them.',
    },
  }),
  'packet/nothing-to-print': kind<Record<string, never>>({
    severity: 'warning',
    text: {
      vi: () => 'không có phiếu nào để in.',
      en: () => 'there is nothing to print.',
    },
    why: {
      vi: 'Không có nhóm nào được phân bổ phiếu, hoặc số phiếu của mọi nhóm đều bằng 0.',
      en: 'No group has a quota, or every quota is 0.',
    },
    fix: {
      vi: 'Xem bảng phân bổ phiếu bằng `survey quota`.',
      en: 'Look at the quotas with `survey quota`.',
    },
  }),
  'packet/template': kind<{ message: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `mẫu in không dàn trang được: ${w.quote(a.message)}`,
      en: (a, w) => `the page template cannot be typeset: ${w.quote(a.message)}`,
    },
    why: {
      vi: 'Trình dàn trang Typst báo lỗi tại vị trí này của mẫu in; chưa có túi phiếu nào được ghi thêm.',
      en: 'The Typst typesetter stops at this place of the template; no further packet was written.',
    },
    fix: {
      vi: 'Sửa mẫu tại vị trí đã nêu, hoặc xoá tệp mẫu riêng trong thư mục templates/packet của cuộc khảo sát để dùng lại mẫu có sẵn.',
      en: 'Mend the template there, or delete your own copy in templates/packet of the survey folder to use the supplied one.',
    },
  }),
};
