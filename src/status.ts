/** How far the fieldwork is: returned and valid forms against the quota of each row, and the deadline. */
import type { Lang } from './findings/finding.ts';
import { column, type Page, type PageCell, type PageColumn, type PageRow } from './page.ts';
import { borrowedFrom } from './plan/borrowed.ts';
import { daysBetween } from './plan/dates.ts';
import type { IsoDate, Plan } from './plan/plan.ts';
import type { QuotaRow, Quotas } from './quotas/quota.ts';
import { exact, roundExact } from './stats/exact.ts';
import { sumKnown } from './stats/known.ts';
import { type Borrowed, borrowedGroups, borrowedNotes } from './status/borrowed.ts';
import { gapNotes, type RatingGap, ratingGaps, type Surplus, surplusNotes } from './status/gaps.ts';
import type { Custody, Tallies } from './tallies.ts';

/** What one row, one group or the whole survey has; null: not known. */
interface Progress {
  readonly quota: number | null;
  readonly least: number | null;
  readonly most: number | null;
  readonly issued: number | null;
  readonly returned: number;
  readonly valid: number;
  /** Valid forms still to come; a surplus elsewhere does not make up for them. */
  readonly missing: number | null;
  /** Valid forms that the quota asks for: a row's surplus is not among them. */
  readonly covered: number;
}

interface Line {
  readonly name: string;
  /** Forms printed for it, spares included; null: not known. */
  readonly printed: number | null;
  readonly progress: Progress;
}

interface GroupLines {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly total: Progress;
}

export interface Status {
  readonly page: Page;
  readonly gaps: readonly RatingGap[];
  readonly surpluses: readonly Surplus[];
  /** Groups that another survey asks; they are not in the table. */
  readonly borrowed: readonly Borrowed[];
}

/**
 * `today` decides how many days are left; nothing else depends on it. `printed` gives the forms printed
 * for a row, spares included; null: not known.
 */
export function status(
  plan: Plan,
  quotas: Quotas,
  tallies: Tallies,
  today: IsoDate,
  printed: (row: QuotaRow) => number | null,
  lang: Lang,
): Status {
  const groups = groupsOf(plan, quotas, tallies, printed, lang);
  const gaps = ratingGaps(plan, tallies);
  const surpluses = groups.flatMap(surplusesOf);
  const borrowed = borrowedGroups(plan, tallies);
  const total = sum(groups.map((group) => group.total));
  const notes = [
    ...deadlineNotes(plan, today, lang),
    ...quotaNotes(total, lang),
    ...surplusNotes(surpluses, lang),
    ...gapNotes(gaps, lang),
    ...borrowedNotes(borrowed, lang),
  ];
  return { page: pageOf(plan, groups, total, tallies, notes, lang), gaps, surpluses, borrowed };
}

function groupsOf(
  plan: Plan,
  quotas: Quotas,
  tallies: Tallies,
  printed: (row: QuotaRow) => number | null,
  lang: Lang,
): readonly GroupLines[] {
  return quotas.groups.flatMap(({ group: id, rows }): readonly GroupLines[] => {
    const group = plan.groups.find((one) => one.id === id);
    if (group !== undefined && borrowedFrom(group) !== null) return [];
    const custody = tallies.custody.filter((one) => one.group === id);
    const lines = rows.map((row) => ({
      name: row.name,
      printed: printed(row),
      progress: progressOf(row, custody),
    }));
    const others = custody
      .filter((one) => !rows.some((row) => isFor(one, row)))
      .map((one) => ({
        name: outsideName(plan, one, lang),
        printed: null,
        progress: outside(one),
      }));
    const all = [...lines, ...others];
    const total = sum(all.map(({ progress }) => progress));
    return [{ name: group?.name ?? id, lines: all, total }];
  });
}

function surplusesOf({ name: group, lines }: GroupLines): readonly Surplus[] {
  return lines.flatMap(({ name: line, printed, progress }): readonly Surplus[] => {
    const { quota, valid, issued } = progress;
    const name = line === group ? group : `${group}, ${line}`;
    const over: Surplus[] = [];
    if (quota !== null && valid > quota)
      over.push({ kind: 'valid', name, count: valid, limit: quota });
    if (issued !== null && printed !== null && issued > printed) {
      over.push({ kind: 'issued', name, count: issued, limit: printed });
    }
    return over;
  });
}

function pageOf(
  plan: Plan,
  groups: readonly GroupLines[],
  total: Progress,
  tallies: Tallies,
  notes: readonly string[],
  lang: Lang,
): Page {
  const words = texts[lang];
  const hasBand = groups.some(({ lines }) =>
    lines.some(({ progress }) => progress.least !== null || progress.most !== null),
  );
  const cells = (name: string, progress: Progress): readonly PageCell[] =>
    progressCells(name, progress, hasBand);
  const rows = groups.flatMap(({ name, lines, total: ofGroup }): readonly PageRow[] => {
    const [only, ...others] = lines;
    const isWhole = only !== undefined && others.length === 0 && only.name === name;
    const head: PageRow = { style: 'group', cells: cells(name, ofGroup) };
    const detail = isWhole ? [] : lines;
    return [
      head,
      ...detail.map((line): PageRow => ({ style: 'row', cells: cells(line.name, line.progress) })),
    ];
  });
  return {
    name: words.page,
    title: [words.title, plan.title, ...(tallies.simulated.length > 0 ? [words.simulated] : [])],
    columns: columnsOf(lang, hasBand),
    rows: [...rows, { style: 'total', cells: cells(words.total, total) }],
    notes,
    orientation: 'landscape',
  };
}

function isFor(custody: Custody, { target }: QuotaRow): boolean {
  const unit = target.kind === 'group' ? null : target.unit;
  const place = target.kind === 'place' ? target.place : null;
  return custody.unit === unit && custody.place === place;
}

function progressOf(row: QuotaRow, custody: readonly Custody[]): Progress {
  const found = custody.find((one) => isFor(one, row));
  const { size, least, most } = row;
  const { issued, returned, valid } = found ?? { issued: null, returned: 0, valid: 0 };
  const missing = size === null ? null : Math.max(0, size - valid);
  const covered = Math.min(valid, size ?? valid);
  return { quota: size, least, most, issued, returned, valid, missing, covered };
}

/** Forms that came back for no row of the quota: a tally of a unit whose quota stands by place. */
function outside({ issued, returned, valid }: Custody): Progress {
  return { quota: 0, least: null, most: null, issued, returned, valid, missing: 0, covered: 0 };
}

function outsideName(plan: Plan, { unit, place }: Custody, lang: Lang): string {
  const found =
    plan.places.find((one) => one.id === place) ?? plan.units.find((one) => one.id === unit);
  const name = found?.name ?? '';
  return `${name} ${texts[lang].outside}`.trim();
}

/** A sum with an unknown part is unknown; forms issued to a row that nothing came back from do not count yet. */
function sum(parts: readonly Progress[]): Progress {
  const reporting = parts.filter(({ issued, returned }) => issued !== null || returned > 0);
  return {
    quota: sumKnown(parts.map(({ quota }) => quota)),
    least: null,
    most: null,
    issued: reporting.length === 0 ? null : sumKnown(reporting.map(({ issued }) => issued)),
    returned: parts.reduce((total, part) => total + part.returned, 0),
    valid: parts.reduce((total, part) => total + part.valid, 0),
    missing: sumKnown(parts.map(({ missing }) => missing)),
    covered: parts.reduce((total, part) => total + part.covered, 0),
  };
}

function progressCells(name: string, progress: Progress, hasBand: boolean): readonly PageCell[] {
  const { quota, least, most, issued, returned, valid, missing, covered } = progress;
  const percent = quota === null || quota === 0 ? null : exact(covered * 100, quota);
  return [
    name,
    quota,
    ...(hasBand ? [least, most] : []),
    issued,
    returned,
    valid,
    returned - valid,
    missing,
    // 99.96 is not 100: that stands only where nothing is missing.
    percent && roundExact(percent, 1, percent.gt('99.9') ? 'truncate' : 'half-up'),
  ];
}

function columnsOf(lang: Lang, hasBand: boolean): readonly PageColumn[] {
  const words = texts[lang];
  const count = (
    key: 'quota' | 'least' | 'most' | 'issued' | 'returned' | 'valid' | 'void' | 'missing',
  ) => column(key, words[key], 'count', 10);
  return [
    column('name', words.name, 'text', 44),
    count('quota'),
    ...(hasBand ? [count('least'), count('most')] : []),
    count('issued'),
    count('returned'),
    count('valid'),
    count('void'),
    count('missing'),
    { ...column('percent', words.percent, 'number', 10), decimals: 1, bar: true },
  ];
}

function deadlineNotes({ fieldwork }: Plan, today: IsoDate, lang: Lang): readonly string[] {
  const { closes } = fieldwork;
  if (closes === null) return [];
  const days = daysBetween(today, closes);
  const day = lang === 'vi' ? closes.split('-').reverse().join('/') : closes;
  return [texts[lang].deadline(day, days)];
}

function quotaNotes({ quota }: Progress, lang: Lang): readonly string[] {
  return quota === null ? [texts[lang].unknown] : [];
}

const texts = {
  vi: {
    page: 'Tiến độ',
    title: 'TIẾN ĐỘ THU PHIẾU',
    simulated: 'SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT',
    name: 'Nhóm đối tượng, đơn vị',
    quota: 'Số phiếu giao',
    least: 'Ít nhất',
    most: 'Nhiều nhất',
    issued: 'Phát ra',
    returned: 'Thu về',
    valid: 'Hợp lệ',
    void: 'Không hợp lệ',
    missing: 'Còn thiếu',
    percent: 'Đạt %',
    total: 'TỔNG CỘNG',
    outside: '(ngoài bảng phân bổ)',
    unknown: 'Ô trống: chưa xác định được số phiếu giao, nên chưa có tổng và tỷ lệ.',
    deadline: (day: string, days: number) =>
      days > 0
        ? `Hạn thu phiếu: ${day}, còn ${days} ngày.`
        : days === 0
          ? `Hạn thu phiếu: ${day}, hôm nay là ngày cuối.`
          : `Hạn thu phiếu: ${day}, đã quá hạn ${-days} ngày.`,
  },
  en: {
    page: 'Progress',
    title: 'PROGRESS OF THE RETURNS',
    simulated: 'SIMULATED FIGURES – NOT REAL RESULTS',
    name: 'Group, unit',
    quota: 'Quota',
    least: 'At least',
    most: 'At most',
    issued: 'Issued',
    returned: 'Returned',
    valid: 'Valid',
    void: 'Void',
    missing: 'Missing',
    percent: '%',
    total: 'TOTAL',
    outside: '(outside the quotas)',
    unknown: 'Blank: the quota is not known yet, and so neither are totals and shares.',
    deadline: (day: string, days: number) =>
      days > 0
        ? `Forms are due by ${day}: ${days} ${days === 1 ? 'day' : 'days'} left.`
        : days === 0
          ? `Forms are due by ${day}: today is the last day.`
          : `Forms were due by ${day}: ${-days} ${days === -1 ? 'day' : 'days'} ago.`,
  },
} as const;
