/** Words of the calendar: its events, its list and its Gantt sheet. */
import type { Lang } from '../findings/finding.ts';

const words = {
  fieldwork: { vi: 'Thời gian khảo sát', en: 'Fieldwork' },
  opens: { vi: 'Bắt đầu khảo sát', en: 'Fieldwork opens' },
  closes: { vi: 'Hạn trả lời phiếu', en: 'Answers are due' },
  send: { vi: 'Gửi phiếu', en: 'Forms go out' },
  unit: { vi: 'đơn vị', en: 'unit' },
  units: { vi: 'đơn vị', en: 'units' },
  roster: { vi: 'Hạn gửi danh sách', en: 'List is due' },
  kindRoster: { vi: 'Danh sách', en: 'List' },
  kindSend: { vi: 'Gửi phiếu', en: 'Sending' },
  kindFieldwork: { vi: 'Khảo sát', en: 'Fieldwork' },
  kindWindow: { vi: 'Đợt', en: 'Window' },
  kindTask: { vi: 'Nhiệm vụ', en: 'Task' },
  lead: { vi: 'Chủ trì', en: 'Lead' },
  support: { vi: 'Phối hợp', en: 'Support' },
  product: { vi: 'Sản phẩm', en: 'Product' },
  phase: { vi: 'Giai đoạn', en: 'Phase' },
  time: { vi: 'Thời gian', en: 'Time' },
  month: { vi: 'Tháng', en: 'Month' },
  daily: { vi: 'Hằng ngày', en: 'Daily' },
  number: { vi: 'STT', en: 'No.' },
  content: { vi: 'Nội dung', en: 'What' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  kind: { vi: 'Loại', en: 'Kind' },
  note: { vi: 'Ghi chú', en: 'Note' },
  ganttName: { vi: 'Tiến độ', en: 'Gantt' },
  listName: { vi: 'Lịch', en: 'List' },
  ganttTitle: { vi: 'BẢNG TIẾN ĐỘ THỰC HIỆN', en: 'TIMETABLE' },
  listTitle: { vi: 'LỊCH CÔNG VIỆC', en: 'CALENDAR' },
  milestones: { vi: 'Các mốc khảo sát', en: 'Milestones of the survey' },
  tasks: { vi: 'Nhiệm vụ', en: 'Tasks' },
  undated: { vi: 'Chưa ghi ngày', en: 'Without a date' },
  legend: {
    vi: 'Ô xanh: thời gian thực hiện; dấu ●: hạn hoàn thành.',
    en: 'Blue: time of the work; ●: deadline.',
  },
  daysOff: {
    vi: 'Ô xám: thứ Bảy, Chủ nhật và ngày nghỉ.',
    en: 'Grey: Saturdays, Sundays and days off.',
  },
  weeks: {
    vi: 'Mỗi cột là một tuần; số ở đầu cột là ngày thứ Hai.',
    en: 'Each column is a week; its number is the day of its Monday.',
  },
  months: { vi: 'Mỗi cột là một tháng.', en: 'Each column is a month.' },
  withoutDate: {
    vi: 'Dòng không có ô màu: phương án chưa ghi ngày.',
    en: 'A row without a coloured cell has no date in the plan.',
  },
} satisfies Record<string, Readonly<Record<Lang, string>>>;

export type ScheduleWord = keyof typeof words;

export const scheduleWords: Readonly<Record<Lang, Readonly<Record<ScheduleWord, string>>>> = {
  vi: inLang('vi'),
  en: inLang('en'),
};

function inLang(lang: Lang): Readonly<Record<ScheduleWord, string>> {
  const entries = Object.entries(words).map(([key, texts]) => [key, texts[lang]]);
  return Object.fromEntries(entries) as Readonly<Record<ScheduleWord, string>>;
}
