/** Findings about dates: out of order, outside the fieldwork, on a day when offices are closed. */
import { kind } from './finding.ts';

const deadlines = {
  vi: 'Việc sau không thể xong trước việc trước; thường là gõ nhầm ngày hoặc năm.',
  en: 'What comes later cannot be done first; usually a day or a year is mistyped.',
};

const mendDate = {
  vi: 'Đối chiếu với văn bản và sửa ngày sai.',
  en: 'Compare with the document and mend the date.',
};

export const planDateFindings = {
  'plan/dates-out-of-order': kind<{ what: string; from: string; to: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.what)}: kết thúc ${w.date(a.to)} trước khi bắt đầu ${w.date(a.from)}.`,
      en: (a, w) =>
        `${w.quote(a.what)}: it ends on ${w.date(a.to)}, before it begins on ${w.date(a.from)}.`,
    },
    why: deadlines,
    fix: mendDate,
  }),
  'plan/send-after-closing': kind<{ group: string; unit: string; date: string; closes: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}${a.unit === '' ? '' : `, ${w.quote(a.unit)}`}: gửi phiếu ${w.date(a.date)}, sau hạn trả lời ${w.date(a.closes)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}${a.unit === '' ? '' : `, ${w.quote(a.unit)}`}: forms go out on ${w.date(a.date)}, after answers close on ${w.date(a.closes)}.`,
    },
    why: deadlines,
    fix: mendDate,
  }),
  'plan/send-before-opening': kind<{ group: string; unit: string; date: string; opens: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}${a.unit === '' ? '' : `, ${w.quote(a.unit)}`}: gửi phiếu ${w.date(a.date)}, trước ngày bắt đầu khảo sát ${w.date(a.opens)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}${a.unit === '' ? '' : `, ${w.quote(a.unit)}`}: forms go out on ${w.date(a.date)}, before the survey opens on ${w.date(a.opens)}.`,
    },
    why: {
      vi: 'Phiếu đến sớm có thể được trả lời trước khi mở khảo sát.',
      en: 'Forms that arrive early may be answered before the survey opens.',
    },
    fix: mendDate,
  }),
  'plan/window-outside': kind<{ window: string; date: string; opens: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `đợt ${w.quote(a.window)} bắt đầu ${w.date(a.date)}, trước ngày bắt đầu khảo sát ${w.date(a.opens)}.`,
      en: (a, w) =>
        `the window ${w.quote(a.window)} begins on ${w.date(a.date)}, before the survey opens on ${w.date(a.opens)}.`,
    },
    why: {
      vi: 'Các đợt phát, thu phiếu nằm trong hoặc sau thời gian khảo sát.',
      en: 'Hand-out and collection lie within the fieldwork or after it.',
    },
    fix: mendDate,
  }),
  'plan/roster-late': kind<{ group: string; due: string; opens: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: danh sách đến hạn ${w.date(a.due)}, sau ngày bắt đầu khảo sát ${w.date(a.opens)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the list is due on ${w.date(a.due)}, after the survey opens on ${w.date(a.opens)}.`,
    },
    why: {
      vi: 'Chưa có danh sách thì chưa biết phát phiếu cho ai.',
      en: 'Until the list is there nobody knows who is asked.',
    },
    fix: mendDate,
  }),
  'plan/sunday': kind<{ what: string; date: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `${w.quote(a.what)} đến hạn vào Chủ nhật ${w.date(a.date)}.`,
      en: (a, w) => `${w.quote(a.what)} is due on Sunday ${w.date(a.date)}.`,
    },
    why: {
      vi: 'Cơ quan không làm việc ngày Chủ nhật, nên hạn thực tế thành thứ Sáu hoặc thứ Hai.',
      en: 'Offices are closed on Sundays; the real deadline becomes Friday or Monday.',
    },
    fix: {
      vi: 'Dời sang ngày làm việc, hoặc để nguyên nếu văn bản đã ghi như vậy.',
      en: 'Move it to a working day, or leave it if the document says so.',
    },
  }),
};
