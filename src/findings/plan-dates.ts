/** Findings about dates: out of order, outside the fieldwork, on a day when offices are closed. */
import { kind, type Lang } from './finding.ts';
import { type HolidayName, holidayNames } from './holiday-words.ts';

const deadlines = {
  vi: 'Việc sau không thể xong trước việc trước; thường là gõ nhầm ngày hoặc năm.',
  en: 'What comes later cannot be done first; usually a day or a year is mistyped.',
};

const mendDate = {
  vi: 'Đối chiếu với văn bản và sửa ngày sai.',
  en: 'Compare with the document and mend the date.',
};

const moveDay = {
  vi: 'Dời sang ngày làm việc, hoặc để nguyên nếu văn bản đã ghi như vậy.',
  en: 'Move it to a working day, or leave it if the document says so.',
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
    fix: moveDay,
  }),
  'plan/saturday': kind<{ what: string; date: string }>({
    severity: 'note',
    text: {
      vi: (a, w) => `${w.quote(a.what)} đến hạn vào thứ Bảy ${w.date(a.date)}.`,
      en: (a, w) => `${w.quote(a.what)} is due on Saturday ${w.date(a.date)}.`,
    },
    why: {
      vi: 'Thứ Bảy phần lớn cơ quan không nhận văn bản; việc thu phiếu tại nhà dân thì không sao.',
      en: 'Most offices take no papers on Saturdays; asking people at home is no matter.',
    },
    fix: moveDay,
  }),
  'plan/holiday': kind<{ what: string; date: string; holiday: HolidayName }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.what)} đến hạn ${w.date(a.date)}, ngày nghỉ (${holidayNames[a.holiday].vi}).`,
      en: (a, w) =>
        `${w.quote(a.what)} is due on ${w.date(a.date)}, a day off (${holidayNames[a.holiday].en}).`,
    },
    why: {
      vi: 'Cơ quan đóng cửa nên hạn thực tế là ngày làm việc trước hoặc sau đó.',
      en: 'Offices are closed; the real deadline is the working day before or after.',
    },
    fix: {
      vi: 'Dời sang ngày làm việc; nếu hôm ấy làm bù thì ghi ngày vào “calendar: open”.',
      en: 'Move it to a working day; if offices work that day, put it into `calendar: open`.',
    },
  }),
  'plan/starts-on-holiday': kind<{ what: string; date: string; holiday: HolidayName }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.what)} bắt đầu ${w.date(a.date)}, ngày nghỉ (${holidayNames[a.holiday].vi}).`,
      en: (a, w) =>
        `${w.quote(a.what)} begins on ${w.date(a.date)}, a day off (${holidayNames[a.holiday].en}).`,
    },
    why: {
      vi: 'Hôm ấy cơ quan đóng cửa, không có người phát phiếu, nhận phiếu; thường là gõ nhầm ngày.',
      en: 'Offices are closed and nobody hands out or takes forms; usually the day is mistyped.',
    },
    fix: {
      vi: 'Dời sang ngày làm việc; nếu hôm ấy làm bù thì ghi ngày vào “calendar: open”.',
      en: 'Move it to a working day; if offices work that day, put it into `calendar: open`.',
    },
  }),
  'plan/starts-on-sunday': kind<{ what: string; date: string }>({
    severity: 'note',
    text: {
      vi: (a, w) => `${w.quote(a.what)} bắt đầu vào Chủ nhật ${w.date(a.date)}.`,
      en: (a, w) => `${w.quote(a.what)} begins on Sunday ${w.date(a.date)}.`,
    },
    why: {
      vi: 'Cơ quan không làm việc ngày Chủ nhật; việc hỏi tại nhà dân thì không sao.',
      en: 'Offices are closed on Sundays; asking people at home is no matter.',
    },
    fix: moveDay,
  }),
  'plan/calendar-idle': kind<{ key: 'open' | 'closed'; date: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.key === 'open'
          ? `${w.date(a.date)} ghi ở “open”, nhưng vốn là ngày làm việc.`
          : `${w.date(a.date)} ghi ở “closed”, nhưng vốn là ngày nghỉ.`,
      en: (a, w) =>
        a.key === 'open'
          ? `${w.date(a.date)} is listed as \`open\`, but it is a working day anyway.`
          : `${w.date(a.date)} is listed as \`closed\`, but it is a day off anyway.`,
    },
    why: {
      vi: 'Ghi như vậy không đổi gì; thường là gõ nhầm ngày, còn ngày hoán đổi thật thì chưa được tính.',
      en: 'It changes nothing; usually the day is mistyped, and the day that was really swapped is not counted.',
    },
    fix: {
      vi: 'Đối chiếu với văn bản hoán đổi ngày làm việc và sửa ngày, hoặc xóa dòng này.',
      en: 'Compare with the decision that swaps the days and mend it, or delete the line.',
    },
  }),
  'plan/holidays-unknown': kind<{ year: string; first: string; last: string }>({
    severity: 'note',
    text: {
      vi: (a) =>
        `chưa có lịch nghỉ lễ năm ${a.year} (chỉ có ${a.first}–${a.last}); ngày làm việc chỉ trừ thứ Bảy, Chủ nhật.`,
      en: (a) =>
        `the public holidays of ${a.year} are not known (only ${a.first}–${a.last}); working days leave out weekends only.`,
    },
    why: {
      vi: 'Lịch nghỉ lễ, Tết đi kèm chương trình đến một năm nhất định.',
      en: 'The calendar of holidays that comes with the tool ends somewhere.',
    },
    fix: {
      vi: 'Ghi các ngày nghỉ của năm đó vào “calendar: closed”, hoặc kiểm tra lại năm.',
      en: 'Put the days off of that year into `calendar: closed`, or check the year.',
    },
  }),
  'plan/fieldwork-before-plan': kind<{ opens: string; signed: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `khảo sát bắt đầu ${w.date(a.opens)}, trước khi ban hành văn bản (${dayOrMonth(a.signed, 'vi', w.date)}).`,
      en: (a, w) =>
        `the survey opens on ${w.date(a.opens)}, before the document is issued (${dayOrMonth(a.signed, 'en', w.date)}).`,
    },
    why: {
      vi: 'Chưa ban hành thì chưa có căn cứ để phát phiếu; thường là gõ nhầm ngày hoặc năm.',
      en: 'Before it is issued nothing allows the survey; usually a day or a year is mistyped.',
    },
    fix: mendDate,
  }),
  'plan/stated-date': kind<{ name: string; stated: string; what: string; date: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.name)} ghi ${dayOrMonth(a.stated, 'vi', w.date)}, nhưng ${w.quote(a.what)} là ${dayOrMonth(a.date, 'vi', w.date)}.`,
      en: (a, w) =>
        `${w.quote(a.name)} says ${dayOrMonth(a.stated, 'en', w.date)}, but ${w.quote(a.what)} is ${dayOrMonth(a.date, 'en', w.date)}.`,
    },
    why: {
      vi: 'Cùng một ngày in hai nơi khác nhau trong văn bản; người nhận không biết theo nơi nào.',
      en: 'One date printed differently in two places; readers do not know which holds.',
    },
    fix: {
      vi: 'Thống nhất hai nơi trước khi ký; nếu văn bản đã ký như vậy thì để nguyên và hỏi cơ quan ban hành.',
      en: 'Make them agree before it is signed; if it is signed already, leave it and ask the issuer.',
    },
  }),
  'plan/calendar-both': kind<{ date: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.date(a.date)} vừa ghi là ngày nghỉ (closed) vừa ghi là ngày làm việc (open).`,
      en: (a, w) => `${w.date(a.date)} stands both as a day off (closed) and as worked (open).`,
    },
    why: {
      vi: 'Hạn tính theo ngày làm việc sẽ khác nhau tùy theo nơi nào đúng.',
      en: 'Deadlines in working days depend on which of the two holds.',
    },
    fix: { vi: 'Xóa một trong hai.', en: 'Delete one of the two.' },
  }),
};

/** `2023-09` is a month. */
function dayOrMonth(text: string, lang: Lang, date: (iso: string) => string): string {
  if (text.length > 7) return date(text);
  const first = date(`${text}-01`);
  return lang === 'vi' ? first.replace(/^01\//, 'tháng ') : first.replace(/^1 /, '');
}
