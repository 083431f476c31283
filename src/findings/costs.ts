/** Findings of the cost estimate. */
import { kind, type Words } from './finding.ts';

const footWhy = {
  vi: 'Dự toán được thẩm định theo từng dòng: tổng in trong văn bản phải đúng bằng tổng các dòng.',
  en: 'An estimate is examined line by line: the printed total must be the sum of its lines.',
};

export interface Line {
  readonly name: string;
  readonly quantity: number;
  readonly rate: number;
  readonly amount: number;
}

const listed = 12;

/** `“In phiếu” 44 × 1.500 = 66.000; …` */
function linesText(lines: readonly Line[], w: Words): string {
  const shown = lines.slice(0, listed).map(({ name, quantity, rate, amount }) => {
    return `${w.quote(name)} ${w.int(quantity)} × ${w.int(rate)} = ${w.int(amount)}`;
  });
  return [...shown, ...(lines.length > listed ? ['…'] : [])].join('; ');
}

export const costFindings = {
  'costs/total-does-not-foot': kind<{
    currency: string;
    stated: number;
    computed: number;
    lines: readonly Line[];
    suspects: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dự toán: văn bản ghi ${w.int(a.stated)} ${a.currency} nhưng cộng lại được ${w.int(a.computed)} ${a.currency} ` +
        `(${a.computed > a.stated ? 'thừa' : 'thiếu'} ${w.int(Math.abs(a.computed - a.stated))}). ` +
        (a.suspects.length > 0
          ? `Định mức có thể sai: ${w.list(a.suspects)}.`
          : `Các dòng: ${linesText(a.lines, w)}.`),
      en: (a, w) =>
        `the estimate: the document prints ${w.int(a.stated)} ${a.currency} but the lines add up to ${w.int(a.computed)} ` +
        `(${w.int(Math.abs(a.computed - a.stated))} too ${a.computed > a.stated ? 'much' : 'little'}). ` +
        (a.suspects.length > 0
          ? `Rates that may be wrong: ${w.list(a.suspects)}.`
          : `The lines: ${linesText(a.lines, w)}.`),
    },
    why: footWhy,
    fix: {
      vi: 'Đối chiếu từng dòng với dự toán đã lập, sửa định mức (rate) hoặc cách tính (per) bị sai; chỉ sửa “stated” khi chính văn bản cộng sai.',
      en: 'Compare each line with the estimate as printed and mend the wrong rate or basis (`per`); change `stated` only if the document itself adds up wrongly.',
    },
  }),
  'costs/total-too-large': kind<{ item: string; most: number }>({
    severity: 'error',
    text: {
      vi: (a, w) => `dự toán vượt quá ${w.int(a.most)}; dòng lớn nhất là ${w.quote(a.item)}.`,
      en: (a, w) =>
        `the estimate is more than ${w.int(a.most)}; its largest line is ${w.quote(a.item)}.`,
    },
    why: {
      vi: 'Số tiền lớn như vậy gần như chắc chắn là gõ nhầm định mức.',
      en: 'So large a sum is almost certainly a slip in a rate.',
    },
    fix: {
      vi: 'Kiểm tra “rate” của dòng này: đúng đơn vị tiền đã ghi, không thừa số 0.',
      en: 'Check the `rate` of that line: whole units of the currency, no zeros too many.',
    },
  }),
  'costs/forms-per-day-missing': kind<{ item: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dự toán, ${w.quote(a.item)}: tính theo công (per: day) nhưng chưa ghi một điều tra viên làm bao nhiêu phiếu mỗi ngày.`,
      en: (a, w) =>
        `the estimate, ${w.quote(a.item)}: charged by the day (per: day), but not how many forms an enumerator does in a day.`,
    },
    why: {
      vi: 'Số công là số phiếu chia cho số phiếu làm được trong một ngày.',
      en: 'Days are forms divided by the forms done in a day.',
    },
    fix: {
      vi: 'Thêm “forms_per_day” với một số từ 1 trở lên, ví dụ forms_per_day: 12.',
      en: 'Add `forms_per_day`, 1 or more, e.g. forms_per_day: 12.',
    },
  }),
  'costs/key-does-not-fit': kind<{ item: string; key: string; per: string; wants: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dự toán, ${w.quote(a.item)}: “${a.key}” chỉ dùng với “per: ${a.wants}”, dòng này ghi “per: ${a.per}”.`,
      en: (a, w) =>
        `the estimate, ${w.quote(a.item)}: \`${a.key}\` goes with \`per: ${a.wants}\` only; this line says \`per: ${a.per}\`.`,
    },
    why: {
      vi: 'Với cách tính này số lượng đã có từ bảng phân bổ, nên con số ghi thêm không được tính vào đâu cả.',
      en: 'On this basis the quantity comes from the quotas; the extra figure would count for nothing.',
    },
    fix: {
      vi: 'Bỏ khóa thừa, hoặc đổi “per” cho đúng cách tính.',
      en: 'Leave the key out, or change `per` to the basis that is meant.',
    },
  }),
  'costs/group-without-sheets': kind<{ item: string; group: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `dự toán, ${w.quote(a.item)}: nhóm ${w.quote(a.group)} lấy kết quả từ cuộc điều tra khác, không phát phiếu, nên không tính chi phí.`,
      en: (a, w) =>
        `the estimate, ${w.quote(a.item)}: the group ${w.quote(a.group)} is borrowed from another survey; no sheets are issued, so it costs nothing here.`,
    },
    why: {
      vi: 'Dòng này sẽ ra ít tiền hơn người đọc nghĩ.',
      en: 'The line will come to less than its readers expect.',
    },
    fix: {
      vi: 'Bỏ nhóm này khỏi “groups” của dòng dự toán; chi phí của nó thuộc cuộc điều tra kia.',
      en: "Take the group out of the item's `groups`; its costs belong to that other survey.",
    },
  }),
  'costs/not-written': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'phương án chưa có phần “costs” nên không lập được dự toán.',
      en: () => 'the plan has no `costs`, so there is no estimate to show.',
    },
    why: {
      vi: 'Dự toán nhân số lượng của bảng phân bổ với định mức chi ghi trong phương án.',
      en: 'The estimate multiplies the quantities of the quotas by the rates that the plan gives.',
    },
    fix: {
      vi: 'Thêm phần “costs” với từng nội dung chi: name, rate, per (printed, issued, reply, day, packet hoặc survey).',
      en: 'Add `costs` with its items: name, rate, per (printed, issued, reply, day, packet or survey).',
    },
  }),
};
