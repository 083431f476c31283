/** How sure the figures are: intervals of units with their fields, of surveyed criteria, and the reliability of scales. */
import { column, type PageCell, type PageColumn, type PageRow } from '../page.ts';
import { leafCriteria } from '../plan/criteria.ts';
import type { Criterion, Index, UnitId } from '../plan/plan.ts';
import type {
  GroupRespondents,
  Interval,
  IntervalMethod,
  Remark,
  ScaleReliability,
  Uncertainty,
  UnitInterval,
} from '../uncertainty.ts';
import type { Beside } from './ranking.ts';
import {
  countColumn,
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';
import { type UncertaintyWords, uncertaintyWords } from './uncertainty-words.ts';
import { decimalIn } from './words.ts';

const alphaDecimals = 3;
/** Below it a scale is usually not called reliable (Nunnally 1967, Psychometric Theory, of early research: 0.5 to 0.6). */
const lowAlpha = 0.6;

/** None where nothing was surveyed. */
export function uncertaintyPages(
  setting: Setting,
  found: Uncertainty | null,
): readonly ReportPage[] {
  if (found === null || found.leaves.length === 0) return [];
  const scales = found.scales.length === 0 ? [] : [scalesPage(setting, found.scales)];
  return [unitsPage(setting, found), leavesPage(setting, found), ...scales];
}

/** Half the width of the interval of each percent, for the ranking on the terminal; none where nothing has one. */
export function marginBeside(setting: Setting, found: Uncertainty): readonly Beside[] {
  const own = uncertaintyWords[setting.lang];
  const margins = new Map(found.units.map((one) => [one.unit, marginText(one, setting)]));
  if ([...margins.values()].every((margin) => margin === null)) return [];
  const heading = own.marginColumn(confidenceOf(setting, found));
  const margin = figureColumn('margin', heading, setting, { width: 9 });
  return [{ column: margin, cell: ({ unit }) => margins.get(unit) ?? null }];
}

function marginText(
  { estimate, interval: { low, high } }: UnitInterval,
  setting: Setting,
): string | null {
  if (low === null || high === null) return null;
  // Where one side is cut off at 0 or 100, the other one tells.
  return text(Math.max(estimate - low, high - estimate), setting);
}

function confidenceOf({ lang }: Setting, { confidence }: Uncertainty): string {
  return decimalIn(lang, String(confidence));
}

function text(value: number | null, { index }: Setting): string | null {
  if (value === null) return null;
  const shown = value.toFixed(index.rounding.decimals);
  return Number(shown) === 0 ? shown.replace('-', '') : shown;
}

function intervalColumns(setting: Setting, found: Uncertainty): readonly PageColumn[] {
  const own = uncertaintyWords[setting.lang];
  const over = own.interval(confidenceOf(setting, found));
  return [
    figureColumn('percent', own.percent, setting, { width: 11 }),
    figureColumn('low', own.from, setting, { over, width: 9 }),
    figureColumn('high', own.to, setting, { over, width: 9 }),
    textColumn('method', own.method, 15),
    countColumn('df', own.df, 8),
    textColumn('remarks', own.remarks, 30),
  ];
}

/** `first`: what is to be said before the remarks. */
function intervalCells(
  estimate: number,
  { low, high, method, df, remarks }: Interval,
  setting: Setting,
  first: readonly string[] = [],
): readonly PageCell[] {
  const own = uncertaintyWords[setting.lang];
  const words = remarks.flatMap((remark) => (remark === 'no-population' ? [] : own.said[remark]));
  const said = [...first, ...words].join('; ');
  const bounds = [text(low, setting), text(high, setting)];
  return [text(estimate, setting), ...bounds, own.methods[method], df, said === '' ? null : said];
}

function unitsPage(setting: Setting, found: Uncertainty): ReportPage {
  const { plan, index, words, lang } = setting;
  const own = uncertaintyWords[lang];
  const names = new Map(index.criteria.map(({ code, name }) => [code, `${code}. ${name}`]));
  const fields = new Map<UnitId, PageRow[]>();
  for (const { unit, criterion, estimate, interval } of found.fields) {
    const cells = [null, `– ${names.get(criterion) ?? criterion}`, null];
    const row: PageRow = {
      style: 'row',
      cells: [...cells, ...intervalCells(estimate, interval, setting)],
    };
    fields.set(unit, [...(fields.get(unit) ?? []), row]);
  }
  const totals = new Map(found.units.map((one) => [one.unit, one]));
  const rows = plan.units.flatMap(({ id, name }, at): readonly PageRow[] => {
    const total = totals.get(id);
    const below = fields.get(id) ?? [];
    if (total === undefined && below.length === 0) return [];
    const blank = [null, null, null, null, null, null];
    const cells =
      total === undefined ? blank : intervalCells(total.estimate, total.interval, setting);
    const head: PageRow = {
      style: 'group',
      cells: [at + 1, name, total?.respondents ?? null, ...cells],
    };
    return [head, ...below];
  });
  const intervals = [...found.units, ...found.fields].map(({ interval }) => interval);
  return {
    file: 'uncertainty',
    name: own.unitsName,
    title: titleLines(setting, own.unitsTitle),
    columns: [
      column('number', 'STT', 'count', 5),
      textColumn('unit', words.unit, 36),
      countColumn('respondents', own.respondents, 10),
      ...intervalColumns(setting, found),
    ],
    rows,
    notes: notesOf(setting, found, intervals, endsOf(index)),
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function leavesPage(setting: Setting, found: Uncertainty): ReportPage {
  const { plan, index, words, lang } = setting;
  const own = uncertaintyWords[lang];
  const units = new Map(plan.units.map(({ id, name }) => [id, name]));
  const criteria = leafCriteria(index.criteria);
  const names = new Map(criteria.map(({ code, name }) => [code, name]));
  const stepped = new Set(
    criteria.flatMap(({ code, bands, normalise }) =>
      bands.length > 0 || normalise !== null ? [code] : [],
    ),
  );
  const groups = new Map(plan.groups.map(({ id, name }) => [id, name]));
  const rows = found.leaves.map((one): PageRow => {
    const about = [units.get(one.unit) ?? one.unit, one.criterion, names.get(one.criterion) ?? ''];
    const asked = one.byGroup.map((group) => groupText(group, groups, own)).join('; ');
    const first = stepped.has(one.criterion) ? [own.before] : [];
    const cells = intervalCells(one.estimate, one.interval, setting, first);
    return { style: 'row', cells: [...about, one.respondents, asked, ...cells] };
  });
  const intervals = found.leaves.map(({ interval }) => interval);
  return {
    file: 'uncertainty-criteria',
    name: own.leavesName,
    title: titleLines(setting, own.leavesTitle),
    columns: [
      textColumn('unit', words.unit, 26),
      textColumn('criterion', words.criterion, 9),
      textColumn('name', own.name, 26),
      countColumn('respondents', own.respondents, 10),
      textColumn('groups', own.groups, 26),
      ...intervalColumns(setting, found),
    ],
    rows,
    notes: [
      ...notesOf(setting, found, intervals, 'plain'),
      ...(found.leaves.some(({ criterion }) => stepped.has(criterion)) ? [own.beforeNote] : []),
    ],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** `Công chức 31/40`. How many answered is no secret, what few of them said is. */
function groupText(
  { group, respondents, population }: GroupRespondents,
  names: ReadonlyMap<string, string>,
  own: UncertaintyWords,
): string {
  const count = String(respondents);
  const all = population === null ? count : own.ofHowMany(count, String(population));
  return `${names.get(group) ?? group} ${all}`;
}

/** How far an interval of a field or of the index can go. */
function endsOf({ criteria, bonus, penalty }: Index): keyof UncertaintyWords['endsNotes'] {
  const hasScores = (some: readonly Criterion[]): boolean =>
    some.some((one) => one.normalise?.method === 'z-score' || hasScores(one.children));
  if (hasScores(criteria)) return 'endless';
  return bonus === null && penalty === null ? 'plain' : 'adjusted';
}

/** What it says and what it does not; then how it was worked out, of the methods and remarks that occur. */
function notesOf(
  setting: Setting,
  found: Uncertainty,
  intervals: readonly Interval[],
  ends: keyof UncertaintyWords['endsNotes'],
): readonly string[] {
  const own = uncertaintyWords[setting.lang];
  const methods = new Set(intervals.map(({ method }) => method));
  const remarks = new Set(intervals.flatMap((one) => one.remarks));
  const how: readonly IntervalMethod[] = ['wilson', 't', 'clusters', 'bound', 'bootstrap'];
  const ofRemarks: readonly (readonly [Remark, string])[] = [
    ['no-population', own.unknownNote],
    ['named-places', own.namedNote],
    ['unmoved', own.unmovedNote],
    ['not-worked-out', own.notWorkedOutNote],
  ];
  return [
    own.meaning(confidenceOf(setting, found)),
    own.notMeant,
    ...(methods.has('census') || remarks.has('incomplete-census') ? [own.census] : []),
    ...how.flatMap((method) => (methods.has(method) ? (own.methodNotes[method] ?? []) : [])),
    `${own.dfNote} ${own.endsNotes[ends]}`,
    ...ofRemarks.flatMap(([remark, note]) => (remarks.has(remark) ? [note] : [])),
    ...(methods.has('hidden') ? [own.hiddenNote(String(setting.index.hideBelow))] : []),
  ];
}

function scalesPage(setting: Setting, scales: readonly ScaleReliability[]): ReportPage {
  const { plan, lang } = setting;
  const own = uncertaintyWords[lang];
  const codes = new Map(plan.forms.map(({ id, code }) => [id, code]));
  const number = (value: number | null, decimals: number): string | null =>
    value === null ? null : value.toFixed(decimals);
  const rows = scales.map(({ form, scale, questions, ratings, complete, ...one }): PageRow => {
    const counts = [questions.length, ratings, complete];
    const alphas = [number(one.alpha, alphaDecimals), number(one.pairwise, alphaDecimals)];
    const cells = [codes.get(form) ?? form, scale, ...counts, ...alphas, number(one.blanks, 1)];
    return { style: 'row', cells };
  });
  const low = scales.filter(({ alpha }) => alpha !== null && alpha < lowAlpha);
  const named = low.map(({ form, scale }) => `${codes.get(form) ?? form} – ${scale}`);
  return {
    file: 'reliability',
    name: own.scalesName,
    title: titleLines(setting, own.scalesTitle),
    columns: [
      textColumn('form', own.form, 26),
      textColumn('scale', own.scale, 18),
      countColumn('questions', own.questions),
      countColumn('ratings', own.ratings),
      countColumn('complete', own.complete),
      column('alpha', own.alpha, 'number', 10, { decimals: alphaDecimals }),
      column('alpha_pairwise', own.pairwise, 'number', 12, { decimals: alphaDecimals }),
      column('blanks', own.blanks, 'number', 10, { decimals: 1 }),
    ],
    rows,
    notes: [own.alphaNote, ...(low.length === 0 ? [] : [own.lowAlpha(named.join('; '))])],
    orientation: 'landscape',
    print: printOf(setting),
  };
}
