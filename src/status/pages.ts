/** Progress as tables: row by row, group by group, unit by unit, day by day. */
import type { Lang } from '../findings/finding.ts';
import { column, type Page, type PageCell, type PageColumn, type PageRow } from '../page.ts';
import type { IsoDate, Plan } from '../plan/plan.ts';
import { exact, roundExact } from '../stats/exact.ts';
import type { DayLine } from './days.ts';
import type { Forecast } from './forecast.ts';
import { type GroupLines, type Progress, sumProgress } from './progress.ts';
import { statusWords } from './words.ts';

/** What every table of a status has in common. */
export interface Frame {
  readonly plan: Plan;
  readonly lang: Lang;
  readonly simulated: boolean;
  readonly notes: readonly string[];
}

/** One line of a table; `forecast` null: nothing is missing, or it cannot be told. */
export interface ShownLine {
  readonly name: string;
  readonly progress: Progress;
  readonly forecast: Forecast | null;
}

export interface ShownGroup extends ShownLine {
  readonly lines: readonly ShownLine[];
}

/** `groups` with their rows where `withRows` says so; a group of one row of its own name is that row. */
export function progressPage(
  frame: Frame,
  groups: readonly ShownGroup[],
  total: ShownLine,
  withRows: boolean,
): Page {
  const all = [total, ...groups, ...(withRows ? groups.flatMap(({ lines }) => lines) : [])];
  const kinds: Kinds = {
    band: all.some(({ progress: { least, most } }) => least !== null || most !== null),
    finish: all.some(({ forecast }) => forecast?.finish != null),
  };
  const rows = groups.flatMap((group): readonly PageRow[] => {
    const [only, ...others] = group.lines;
    const isWhole = only !== undefined && others.length === 0 && only.name === group.name;
    const detail = isWhole || !withRows ? [] : group.lines;
    const style = withRows ? 'group' : 'row';
    return [
      { style, cells: lineCells(group, kinds) },
      ...detail.map((line): PageRow => ({ style: 'row', cells: lineCells(line, kinds) })),
    ];
  });
  const words = statusWords[frame.lang];
  const totals: PageRow = {
    style: 'total',
    cells: lineCells({ ...total, name: words.total }, kinds),
  };
  return { ...titled(frame), columns: progressColumns(frame.lang, kinds), rows: [...rows, totals] };
}

/** A day on a line, with the groups it has forms of under it; `covered`: what the quota asked for, up to each day. */
export function dayPage(
  frame: Frame,
  days: readonly DayLine[],
  groups: readonly GroupLines[],
  covered: ReadonlyMap<IsoDate | null, number>,
): Page {
  const words = statusWords[frame.lang];
  const names = new Map(groups.map(({ group, name }) => [group, name]));
  const { quota, covered: reached } = sumProgress(groups.map(({ total }) => total));
  let sum = 0;
  const rows = days.flatMap(({ day, returned, valid, parts }): readonly PageRow[] => {
    sum += valid;
    const shown = groups.length < 2 ? [] : parts.filter((part) => part.returned !== 0);
    return [
      {
        style: 'group',
        cells: [
          day ?? words.noDay,
          null,
          returned,
          valid,
          returned - valid,
          sum,
          percentText(covered.get(day) ?? 0, quota),
        ],
      },
      ...shown.map((part): PageRow => {
        const few = part.returned === null ? words.few : null;
        const notValid = part.returned === null ? null : part.returned - (part.valid ?? 0);
        const counts = [part.returned ?? few, part.valid, notValid];
        return {
          style: 'row',
          cells: [null, names.get(part.id) ?? part.id, ...counts, null, null],
        };
      }),
    ];
  });
  const returned = days.reduce((all, day) => all + day.returned, 0);
  const total: PageRow = {
    style: 'total',
    cells: [words.total, null, returned, sum, returned - sum, sum, percentText(reached, quota)],
  };
  return {
    ...titled(frame),
    columns: [
      column('day', words.day, 'date', 16),
      column('name', words.group, 'text', 40),
      column('returned', words.returned, 'count', 10),
      column('valid', words.valid, 'count', 10),
      column('void', words.void, 'count', 10),
      column('sum', words.sum, 'count', 10),
      { ...column('percent', words.percent, 'number', 10), decimals: 1, bar: true },
    ],
    rows: [...rows, total],
  };
}

function titled({ plan, lang, simulated, notes }: Frame): Omit<Page, 'columns' | 'rows'> {
  const words = statusWords[lang];
  const title = [words.title, plan.title, ...(simulated ? [words.simulated] : [])];
  return { name: words.page, title, notes, orientation: 'landscape' };
}

/** Columns that not every survey needs. */
interface Kinds {
  readonly band: boolean;
  readonly finish: boolean;
}

function lineCells({ name, progress, forecast }: ShownLine, kinds: Kinds): readonly PageCell[] {
  const { quota, least, most, issued, returned, valid, missing, covered } = progress;
  return [
    name,
    quota,
    ...(kinds.band ? [least, most] : []),
    issued,
    returned,
    valid,
    returned - valid,
    missing,
    percentText(covered, quota),
    ...(kinds.finish ? [forecast?.finish ?? null] : []),
  ];
}

/** 99.96 is not 100: that stands only where nothing is missing. Null: no quota. */
export function percentText(covered: number, quota: number | null): string | null {
  if (quota === null || quota === 0) return null;
  const percent = exact(covered * 100, quota);
  const isNear = percent.gt('99.9') && percent.lt(100);
  return roundExact(percent, 1, isNear ? 'truncate' : 'half-up');
}

function progressColumns(lang: Lang, kinds: Kinds): readonly PageColumn[] {
  const words = statusWords[lang];
  const count = (
    key: 'quota' | 'least' | 'most' | 'issued' | 'returned' | 'valid' | 'void' | 'missing',
  ) => column(key, words[key], 'count', 10);
  return [
    column('name', words.name, 'text', 44),
    count('quota'),
    ...(kinds.band ? [count('least'), count('most')] : []),
    count('issued'),
    count('returned'),
    count('valid'),
    count('void'),
    count('missing'),
    { ...column('percent', words.percent, 'number', 10), decimals: 1, bar: true },
    ...(kinds.finish ? [column('finish', words.finish, 'date', 12)] : []),
  ];
}
