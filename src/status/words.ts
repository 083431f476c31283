/** The words of the tables of progress. */
import type { Lang } from '../findings/finding.ts';
import { dated } from '../page/dates.ts';
import type { IsoDate } from '../plan/plan.ts';
import { paceDays } from './forecast.ts';

const vi = {
  page: 'Tiến độ',
  title: 'TIẾN ĐỘ THU PHIẾU',
  simulated: 'SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT',
  name: 'Nhóm đối tượng, đơn vị',
  group: 'Nhóm đối tượng',
  quota: 'Số phiếu giao',
  least: 'Ít nhất',
  most: 'Nhiều nhất',
  issued: 'Phát ra',
  returned: 'Thu về',
  valid: 'Hợp lệ',
  void: 'Không hợp lệ',
  missing: 'Còn thiếu',
  percent: 'Đạt %',
  finish: 'Dự kiến đủ',
  day: 'Ngày trả lời',
  sum: 'Cộng dồn hợp lệ',
  total: 'TỔNG CỘNG',
  noDay: 'không ghi ngày',
  few: '*',
  whole: (group: string) => `${group} (chung cả nhóm)`,
  unknown: 'Ô trống: chưa xác định được số phiếu giao, nên chưa có tổng và tỷ lệ.',
  fewNote: (fewest: string) =>
    `Dấu *: có dưới ${fewest} phiếu (hoặc suy ra được số dưới ${fewest}), không ghi riêng để không lộ người trả lời.`,
  undated: (count: string) =>
    `${count} phiếu không ghi ngày (phiếu kiểm đếm giấy, hoặc tệp không có cột ngày): chỉ nằm ở dòng “không ghi ngày”; ngày nhập tệp không được dùng thay.`,
  later: (count: string, day: IsoDate) =>
    `${count} phiếu ghi ngày sau hôm nay (muộn nhất ${dated(day)}): hãy kiểm tra lại ngày.`,
  partial: (names: string) => `Mới kiểm đếm một phần (theo đợt): ${names}.`,
  more: (rest: number) => `và ${rest} đơn vị khác`,
  rule: {
    recent: `Dự kiến đủ: tính theo nhịp ${paceDays} ngày có phiếu gần nhất (số phiếu hợp lệ chia cho số ngày làm việc từ ngày đầu trong đó đến nay), đếm theo ngày làm việc.`,
    'since-start':
      'Dự kiến đủ của nhóm, đơn vị có phiếu không ghi ngày: tính theo nhịp bình quân từ ngày bắt đầu điều tra đến nay, đếm theo ngày làm việc.',
    'last-row':
      'Dự kiến đủ của một dòng cộng (nhóm, đơn vị, toàn cuộc): ngày muộn nhất trong các phần chưa đủ của nó; để trống khi còn phần chưa dự kiến được.',
  },
  nothing: (names: string) => `Chưa có phiếu hợp lệ nào: ${names}.`,
  beyond: (count: string) =>
    `Đạt %: không tính ${count} phiếu hợp lệ vượt số phiếu giao của đơn vị mình; phần vượt không bù cho chỗ còn thiếu.`,
  late: (names: string, isOver: boolean) =>
    isOver
      ? `Đã hết hạn mà chưa đủ phiếu: ${names}.`
      : `Với nhịp hiện nay sẽ không đủ phiếu trước hạn: ${names}.`,
  deadline: (day: string, days: number) =>
    days > 0
      ? `Hạn thu phiếu: ${day}, còn ${days} ngày.`
      : days === 0
        ? `Hạn thu phiếu: ${day}, hôm nay là ngày cuối.`
        : `Hạn thu phiếu: ${day}, đã quá hạn ${-days} ngày.`,
};

type StatusWords = typeof vi;

const en: StatusWords = {
  page: 'Progress',
  title: 'PROGRESS OF THE RETURNS',
  simulated: 'SIMULATED FIGURES – NOT REAL RESULTS',
  name: 'Group, unit',
  group: 'Group',
  quota: 'Quota',
  least: 'At least',
  most: 'At most',
  issued: 'Issued',
  returned: 'Returned',
  valid: 'Valid',
  void: 'Void',
  missing: 'Missing',
  percent: '%',
  finish: 'Expected',
  day: 'Answered on',
  sum: 'Valid so far',
  total: 'TOTAL',
  noDay: 'no day written',
  few: '*',
  whole: (group) => `${group} (the whole group)`,
  unknown: 'Blank: the quota is not known yet, and so neither are totals and shares.',
  fewNote: (fewest) =>
    `An asterisk stands for fewer than ${fewest} forms (or would give such a number away): nobody is shown apart.`,
  undated: (count) =>
    `${count} forms say no day (paper tallies, or a file without a column of days): they stand under “no day written”; the day of the import does not take its place.`,
  later: (count, day) =>
    `${count} forms are dated after today (the last on ${day}): check their days.`,
  partial: (names) => `Counted in part so far (in rounds): ${names}.`,
  more: (rest) => `and ${rest} more`,
  rule: {
    recent: `Expected: at the pace of the last ${paceDays} days with returns (valid forms ÷ working days from the first of them to today), in working days.`,
    'since-start':
      'Expected, where forms say no day: at the mean pace since fieldwork opened, in working days.',
    'last-row':
      'Expected, of a sum (group, unit, survey): the last day among its parts that are not complete; blank while one of them has none.',
  },
  nothing: (names) => `No valid form yet: ${names}.`,
  beyond: (count) =>
    `%: ${count === '1' ? '1 valid form' : `${count} valid forms`} beyond the quota of the row they belong to ${count === '1' ? 'is' : 'are'} not counted: the surplus makes up for nothing elsewhere.`,
  late: (names, isOver) =>
    isOver
      ? `Fieldwork has closed and these are not complete: ${names}.`
      : `At this pace these will not be complete when fieldwork closes: ${names}.`,
  deadline: (day, days) =>
    days > 0
      ? `Forms are due by ${day}: ${days} ${days === 1 ? 'day' : 'days'} left.`
      : days === 0
        ? `Forms are due by ${day}: today is the last day.`
        : `Forms were due by ${day}: ${-days} ${days === -1 ? 'day' : 'days'} ago.`,
};

export const statusWords: Readonly<Record<Lang, StatusWords>> = { vi, en };
