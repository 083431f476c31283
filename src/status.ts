/** How far the fieldwork is: returned and valid forms against the quota of each row, day by day, and the deadline. */
import type { Lang } from './findings/finding.ts';
import type { Page } from './page.ts';
import { daysBetween } from './plan/dates.ts';
import type { GroupId, IsoDate, Plan, UnitId } from './plan/plan.ts';
import type { QuotaRow, Quotas } from './quotas/quota.ts';
import { fewestShown } from './stats/small-cells.ts';
import { type Borrowed, borrowedGroups, borrowedNotes } from './status/borrowed.ts';
import type { By } from './status/by.ts';
import { coveredByDay, type DayLine, dayLines, targetKey } from './status/days.ts';
import { type Forecast, forecast, lastForecast } from './status/forecast.ts';
import { gapNotes, type RatingGap, ratingGaps, type Surplus, surplusNotes } from './status/gaps.ts';
import { dayPage, type Frame, progressPage, type ShownGroup } from './status/pages.ts';
import {
  type GroupLines,
  groupLines,
  type Line,
  type Progress,
  sumProgress,
  surplusesOf,
  unitLines,
} from './status/progress.ts';
import { statusWords } from './status/words.ts';
import type { DayCount, Tallies } from './tallies.ts';

export type { By } from './status/by.ts';
export type { DayLine } from './status/days.ts';
export type { Forecast } from './status/forecast.ts';
export { percentText } from './status/pages.ts';
export type { Progress } from './status/progress.ts';

/** A row of the quota, and what is to be expected of it. */
export interface StatusLine extends Line {
  readonly forecast: Forecast | null;
}

export interface StatusGroup {
  readonly group: GroupId;
  readonly name: string;
  readonly total: Progress;
  readonly forecast: Forecast | null;
  readonly lines: readonly StatusLine[];
}

export interface StatusUnit {
  readonly unit: UnitId;
  readonly name: string;
  readonly total: Progress;
  readonly forecast: Forecast | null;
}

export interface Status {
  readonly page: Page;
  readonly today: IsoDate;
  readonly closes: IsoDate | null;
  /** Negative when it is past; null without a deadline. */
  readonly daysLeft: number | null;
  readonly total: Progress;
  readonly forecast: Forecast | null;
  readonly groups: readonly StatusGroup[];
  /** Over all groups; forms of whole groups belong to no unit. */
  readonly units: readonly StatusUnit[];
  /** With the groups apart, but for those with few forms. */
  readonly days: readonly DayLine[];
  readonly unitDays: readonly DayLine[];
  readonly gaps: readonly RatingGap[];
  readonly surpluses: readonly Surplus[];
  /** Groups that another survey asks; they are not in the table. */
  readonly borrowed: readonly Borrowed[];
}

/**
 * `today` decides how many days are left and what is to be expected; nothing else depends on it. `printed` gives the
 * forms printed for a row, spares included (null: not known), `by` what the table is about.
 */
export function status(
  plan: Plan,
  quotas: Quotas,
  tallies: Tallies,
  today: IsoDate,
  printed: (row: QuotaRow) => number | null,
  lang: Lang,
  by: By = 'row',
): Status {
  const lines = groupLines(plan, quotas, tallies, printed, lang);
  const byTarget = daysBy(tallies.days, targetKey);
  const expected = new Map(
    lines
      .flatMap((group) => group.lines)
      .map((line) => {
        const own = byTarget.get(targetKey(line)) ?? [];
        return [line, forecast(plan, line.progress, own, today)] as const;
      }),
  );
  const expectedOf = (line: Line): Forecast | null => expected.get(line) ?? null;
  const groups = lines.map((one) => statusGroup(one, expectedOf));
  const units = unitLines(plan, lines).map(({ unit, name, total, lines: own }): StatusUnit => {
    return { unit, name, total, forecast: lastForecast(total, own.map(expectedOf)) };
  });
  const total = sumProgress(lines.map((group) => group.total));
  const { closes } = plan.fieldwork;
  const about = {
    today,
    closes,
    daysLeft: closes === null ? null : daysBetween(today, closes),
    total,
    forecast: lastForecast(total, [...expected.values()]),
    groups,
    units,
    days: dayLines(
      tallies.days,
      lines.map(({ group }) => group),
      ({ group }) => group,
      fewestOf(plan),
    ),
    unitDays: dayLines(
      tallies.days,
      units.map(({ unit }) => unit),
      ({ unit }) => unit,
      fewestOf(plan),
    ),
    gaps: ratingGaps(plan, tallies),
    surpluses: lines.flatMap(surplusesOf),
    borrowed: borrowedGroups(plan, tallies),
  };
  const notes = notesOf(about, tallies, by, fewestOf(plan), lang);
  const frame = { plan, lang, simulated: tallies.simulated.length > 0, notes };
  return { page: pageOf(frame, about, lines, tallies, by), ...about };
}

type About = Omit<Status, 'page'>;

function statusGroup(
  { group, name, lines, total }: GroupLines,
  expected: (line: Line) => Forecast | null,
): StatusGroup {
  const shown = lines.map((line): StatusLine => ({ ...line, forecast: expected(line) }));
  const whole = lastForecast(total, lines.map(expected));
  // A group of one row is that row.
  const [only, ...others] = shown;
  const own = only !== undefined && others.length === 0 ? only.forecast : whole;
  return { group, name, total, forecast: own, lines: shown };
}

function daysBy(
  days: readonly DayCount[],
  keyOf: (count: DayCount) => string,
): ReadonlyMap<string, readonly DayCount[]> {
  const by = new Map<string, DayCount[]>();
  for (const count of days) {
    const key = keyOf(count);
    const same = by.get(key);
    if (same === undefined) by.set(key, [count]);
    else same.push(count);
  }
  return by;
}

function pageOf(
  frame: Frame,
  about: About,
  lines: readonly GroupLines[],
  { days }: Tallies,
  by: By,
): Page {
  const total = { name: '', progress: about.total, forecast: about.forecast };
  const { whole } = statusWords[frame.lang];
  switch (by) {
    case 'day':
      return dayPage(frame, about.days, lines, coveredByDay(days, lines));
    case 'unit':
      return progressPage(frame, unitGroups(about, whole), total, false);
    case 'row':
    case 'group': {
      const groups = about.groups.map((group): ShownGroup => ({ ...group, progress: group.total }));
      return progressPage(frame, groups, total, by === 'row');
    }
  }
}

/** The units, and under them the forms that belong to whole groups. */
function unitGroups({ units, groups }: About, whole: (group: string) => string) {
  const shared = groups.flatMap(({ name, lines }) =>
    lines
      .filter(({ unit }) => unit === null)
      .map(({ progress, forecast: expected }): ShownGroup => {
        return { name: whole(name), progress, forecast: expected, lines: [] };
      }),
  );
  const own = units.map(({ name, total, forecast: expected }): ShownGroup => {
    return { name, progress: total, forecast: expected, lines: [] };
  });
  return [...own, ...shared];
}

function notesOf(
  about: About,
  { days, simulated }: Tallies,
  by: By,
  fewest: number,
  lang: Lang,
): readonly string[] {
  const words = statusWords[lang];
  const { closes, daysLeft, total, gaps, surpluses, borrowed } = about;
  const deadline =
    closes === null || daysLeft === null
      ? []
      : [words.deadline(lang === 'vi' ? closes.split('-').reverse().join('/') : closes, daysLeft)];
  const progress = [...gapNotes(gaps, lang), ...borrowedNotes(borrowed, lang)];
  return [
    ...deadline,
    ...(total.quota === null ? [words.unknown] : []),
    ...(by === 'day' ? dayNotes(about, fewest, lang) : forecastNotes(about, lang)),
    ...beyondNotes(total, lang),
    // A rehearsal comes before fieldwork.
    ...(simulated.length > 0 ? [] : laterNotes(days, about.today, lang)),
    ...partialNotes(about, lang),
    ...surplusNotes(surpluses, lang),
    ...progress,
  ];
}

/** With fewer forms a group or unit is not shown apart on a day. */
function fewestOf({ index }: Plan): number {
  return index?.hideBelow ?? fewestShown;
}

function dayNotes({ days, groups }: About, fewest: number, lang: Lang): readonly string[] {
  const words = statusWords[lang];
  const undated = days.find(({ day }) => day === null)?.returned ?? 0;
  const isHidden = days.some(({ parts }) => parts.some(({ returned }) => returned === null));
  return [
    ...(undated > 0 ? [words.undated(String(undated))] : []),
    ...(isHidden && groups.length > 1 ? [words.fewNote(String(fewest))] : []),
  ];
}

/** How the day was worked out, and who will be late. */
function forecastNotes({ groups, daysLeft }: About, lang: Lang): readonly string[] {
  const words = statusWords[lang];
  const all = groups.flatMap(({ lines }) => lines);
  const rules = new Set(all.flatMap((one) => one.forecast?.rule ?? []));
  const isOver = daysLeft !== null && daysLeft < 0;
  const late = groups
    .filter(({ total, forecast: one }) => total.valid > 0 && one?.late === true)
    .map(({ name }) => name);
  const empty = groups
    .filter(({ total }) => total.valid === 0 && total.missing !== 0)
    .map(({ name }) => name);
  return [
    ...(['recent', 'since-start'] as const)
      .filter((rule) => rules.has(rule))
      .map((rule) => words.rule[rule]),
    ...(rules.size > 0 && all.length > 1 ? [words.rule['last-row']] : []),
    ...(late.length === 0 ? [] : [words.late(listed(late, lang), isOver)]),
    ...(empty.length === 0 ? [] : [words.nothing(listed(empty, lang))]),
  ];
}

/** The share counts what the quota asked for; without a word the figures beside it seem not to fit. */
function beyondNotes({ quota, valid, covered }: Progress, lang: Lang): readonly string[] {
  if (quota === null || valid === covered) return [];
  return [statusWords[lang].beyond(String(valid - covered))];
}

function laterNotes(days: readonly DayCount[], today: IsoDate, lang: Lang): readonly string[] {
  const later = days.flatMap(({ day, returned }) =>
    day !== null && day > today ? [{ day, returned }] : [],
  );
  const last = later
    .map(({ day }) => day)
    .sort()
    .at(-1);
  if (last === undefined) return [];
  const count = later.reduce((sum, { returned }) => sum + returned, 0);
  return [statusWords[lang].later(String(count), last)];
}

function partialNotes({ groups }: About, lang: Lang): readonly string[] {
  const names = groups.flatMap(({ name, lines }) =>
    lines
      .filter(({ progress }) => progress.partial)
      .map((line) => (line.name === name ? name : `${name}, ${line.name}`)),
  );
  return names.length === 0 ? [] : [statusWords[lang].partial(listed(names, lang))];
}

/** Names that a note lists at most. */
const named = 8;

function listed(names: readonly string[], lang: Lang): string {
  const rest = names.length - named;
  const shown = names.slice(0, named).join('; ');
  return rest > 0 ? `${shown}; ${statusWords[lang].more(rest)}` : shown;
}
