/** Progress as one plain message, as offices post it to their chat group: no table, no mark-up, one screen. */
import type { Lang } from '../findings/finding.ts';
import { formatCount, formatDate, formatDecimalText } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import type { Plan } from '../plan/plan.ts';
import { type Forecast, type Progress, percentText, type Status } from '../status.ts';

/** Groups and units that are named; a phone shows some 25 lines. */
const mostGroups = 8;
const furthest = 5;

/** At most 25 lines, each ended. */
export function statusMessage(plan: Plan, status: Status, simulated: boolean, lang: Lang): string {
  const words = texts[lang];
  const { total, groups, forecast, today, closes, daysLeft } = status;
  const behind = behindOf(status);
  const shown = groups.length > 1 ? groups.slice(0, mostGroups) : [];
  const rest = groups.length - shown.length;
  const lines = [
    ...(simulated ? [words.simulated] : []),
    words.title,
    plan.title,
    words.date(formatDate(today, lang)),
    words.deadline(closes === null ? null : formatDate(closes, lang), daysLeft),
    words.total(
      ratio(total, lang),
      formatCount(total.returned, lang),
      formatCount(total.returned - total.valid, lang),
      total.quota === null || total.valid === total.covered
        ? null
        : formatCount(total.valid - total.covered, lang),
    ),
    ...(shown.length === 0 ? [] : [words.byGroup]),
    ...shown.map(({ name, total: own }) => `- ${name}: ${ratio(own, lang)}`),
    ...(rest > 0 && shown.length > 0 ? [words.more(rest)] : []),
    ...(behind.length === 0 ? [] : [words.behind]),
    ...behind.map(({ name, total: own }, at) => {
      return `${at + 1}. ${name}: ${words.lacks(formatCount(own.missing ?? 0, lang))}, ${ratio(own, lang)}`;
    }),
    ...(status.groups.some(({ total: own }) => own.partial) ? [words.partial] : []),
    ...expectation(forecast, lang),
    words.todo(total.missing, behind.length > 0, daysLeft),
  ];
  return lines.map((line) => `${printable(line.replace(/\s+/g, ' ').trim())}\n`).join('');
}

/** The units (rows, where no unit has one) with the smallest share of their quota, then with the most missing. */
function behindOf({ units, groups }: Status): readonly { name: string; total: Progress }[] {
  const rows = groups.flatMap(({ lines }) =>
    lines.map(({ name, progress }) => ({ name, total: progress })),
  );
  const share = ({ covered, quota }: Progress): number => covered / Math.max(1, quota ?? 0);
  return (units.length > 1 ? units : rows)
    .filter(({ total }) => (total.missing ?? 0) > 0)
    .toSorted((one, other) => {
      const [a, b] = [one.total, other.total];
      return share(a) - share(b) || (b.missing ?? 0) - (a.missing ?? 0);
    })
    .slice(0, furthest);
}

/** `1.234/2.085 phiếu hợp lệ (59,2%)` */
function ratio({ valid, covered, quota }: Progress, lang: Lang): string {
  // What lies beyond the quota is said once, for the whole: `279/252 (96,4%)` would puzzle everybody.
  const { forms } = texts[lang];
  if (quota === null) return `${formatCount(valid, lang)} ${forms}`;
  const percent = percentText(covered, quota);
  const share = percent === null ? '' : ` (${formatDecimalText(percent, lang)}%)`;
  return `${formatCount(covered, lang)}/${formatCount(quota, lang)} ${forms}${share}`;
}

function expectation(forecast: Forecast | null, lang: Lang): readonly string[] {
  if (forecast === null) return [];
  const { finish, late } = forecast;
  if (finish === null) return [];
  return [texts[lang].expected(formatDate(finish, lang), late)];
}

const texts = {
  vi: {
    simulated: 'SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT',
    title: 'TIẾN ĐỘ THU PHIẾU',
    forms: 'phiếu hợp lệ',
    date: (day: string) => `Tính đến ngày ${day}`,
    deadline: (day: string | null, left: number | null) => {
      if (day === null || left === null) return 'Chưa ghi hạn thu phiếu.';
      if (left > 0) return `Hạn thu phiếu: ${day} (còn ${left} ngày)`;
      return left === 0
        ? `Hạn thu phiếu: ${day} (HÔM NAY)`
        : `Hạn thu phiếu: ${day} (ĐÃ QUÁ ${-left} ngày)`;
    },
    total: (own: string, returned: string, notValid: string, beyond: string | null) =>
      `Toàn cuộc: ${own}; thu về ${returned}, không hợp lệ ${notValid}${beyond === null ? '' : `, vượt số giao ${beyond}`}.`,
    byGroup: 'Theo nhóm đối tượng:',
    more: (rest: number) => `- và ${rest} nhóm khác`,
    behind: 'Các đơn vị còn chậm nhất:',
    lacks: (count: string) => `thiếu ${count} phiếu`,
    partial: 'Có đơn vị mới kiểm đếm một phần (theo đợt).',
    expected: (day: string, late: boolean | null) =>
      `Với nhịp hiện nay, dự kiến đủ phiếu vào ${day}${late === true ? ', SAU HẠN' : late === false ? ', kịp hạn' : ''}.`,
    todo: (missing: number | null, isNamed: boolean, left: number | null) => {
      if (missing === 0) return 'Đã đủ số phiếu. Cảm ơn các đơn vị!';
      const whom = isNamed
        ? 'các đơn vị còn thiếu, trước hết là các đơn vị nêu trên'
        : 'các đơn vị còn thiếu';
      const when = left !== null && left < 0 ? 'ngay hôm nay' : 'trước hạn';
      return `Đề nghị ${whom}, thu và gửi phiếu về ${when}.`;
    },
  },
  en: {
    simulated: 'SIMULATED FIGURES – NOT REAL RESULTS',
    title: 'PROGRESS OF THE RETURNS',
    forms: 'valid forms',
    date: (day: string) => `As of ${day}`,
    deadline: (day: string | null, left: number | null) => {
      if (day === null || left === null) return 'No day is written by which forms are due.';
      if (left > 0) return `Forms are due by ${day} (${left} ${left === 1 ? 'day' : 'days'} left)`;
      return left === 0
        ? `Forms are due by ${day} (TODAY)`
        : `Forms were due by ${day} (${-left} ${left === -1 ? 'day' : 'days'} AGO)`;
    },
    total: (own: string, returned: string, notValid: string, beyond: string | null) =>
      `In all: ${own}; ${returned} returned, ${notValid} void${beyond === null ? '' : `, ${beyond} beyond the quota`}.`,
    byGroup: 'By group:',
    more: (rest: number) => `- and ${rest} more groups`,
    behind: 'Furthest behind:',
    lacks: (count: string) => `${count} missing`,
    partial: 'Some units are counted in part so far (in rounds).',
    expected: (day: string, late: boolean | null) =>
      `At this pace all forms are expected by ${day}${late === true ? ', TOO LATE' : late === false ? ', in time' : ''}.`,
    todo: (missing: number | null, isNamed: boolean, left: number | null) => {
      if (missing === 0) return 'All forms are there. Thank you!';
      const whom = isNamed
        ? 'Units that lack forms, first those named above'
        : 'Units that lack forms';
      return `${whom}: please collect and send them ${left !== null && left < 0 ? 'today' : 'before they are due'}.`;
    },
  },
} as const;
