/** How many units of each block are in each class. */
import type { PageColumn, PageRow } from '../page.ts';
import { classBands } from '../plan/criteria.ts';
import { expressionWords } from '../plan/expression-words.ts';
import type { ClassBand } from '../plan/plan.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { exact, exactText } from '../stats/exact.ts';
import { type PrintedShares, printedShares } from '../stats/shares.ts';
import { rankingWords } from './ranking-words.ts';
import {
  countColumn,
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';
import { decimalIn } from './words.ts';

/** Null when the plan has no classes. */
export function classesPage(setting: Setting, scores: Scores): ReportPage | null {
  const { words } = setting;
  const tables = tablesOf(setting, scores);
  if (tables.length === 0) return null;
  const columns = bandColumns(setting, tables);
  return {
    file: 'classes',
    name: words.classesName,
    title: titleLines(setting, words.classesTitle),
    columns: [
      textColumn('class', words.class, 30),
      ...columns.map(({ column }) => column),
      countColumn('count', words.count, 12),
      figureColumn('share', words.share, setting),
    ],
    rows: tables.flatMap((table) => tableRows(setting, table, columns)),
    notes: notesOf(setting, tables),
    orientation: 'portrait',
    print: printOf(setting),
  };
}

interface ClassTable {
  readonly name: string;
  readonly bands: readonly ClassBand[];
  readonly units: readonly UnitScore[];
  readonly counts: readonly number[];
  /** Units in the ranking without a class. */
  readonly none: number;
  /** Of the classes, then of those without one. */
  readonly shares: PrintedShares;
}

/** One for each block; one more for all of them where they have the same classes. */
function tablesOf(setting: Setting, scores: Scores): readonly ClassTable[] {
  const { plan, index, words } = setting;
  const ranked = scores.units.filter((score) => score.ranked);
  const groups = plan.blocks.map((block) => ({
    name: block.name,
    bands: classBands(index, block.id),
    units: ranked.filter((score) => score.block === block.id),
  }));
  const same = Object.keys(index.classesByBlock).length === 0;
  const all = { name: words.allBlocks, bands: index.classes, units: ranked };
  return [...groups, ...(same && groups.length > 1 ? [all] : [])]
    .filter(({ bands, units }) => bands.length > 0 && units.length > 0)
    .map((table): ClassTable => {
      const counted = countedOf(table.bands, table.units);
      return { ...table, ...counted, shares: sharesOf(setting, counted) };
    });
}

function countedOf(bands: readonly ClassBand[], units: readonly UnitScore[]) {
  return {
    counts: bands.map(({ name }) => units.filter((score) => score.class === name).length),
    none: units.filter((score) => score.class === null).length,
  };
}

function sharesOf(
  { index }: Setting,
  { counts, none }: Pick<ClassTable, 'counts' | 'none'>,
): PrintedShares {
  const { decimals, mode, shares } = index.rounding;
  const parts = [
    ...counts.map((count, at) => ({ id: String(at).padStart(3, '0'), value: exact(count) })),
    { id: 'none', value: exact(none) },
  ];
  return printedShares(parts, decimals, mode, shares);
}

/** What the plan says of a class; columns that say nothing of any class are left out. */
interface BandColumn {
  readonly column: PageColumn;
  readonly cell: (band: ClassBand) => string | null;
}

function bandColumns(setting: Setting, tables: readonly ClassTable[]): readonly BandColumn[] {
  const { words, plan, lang } = setting;
  const own = rankingWords[lang];
  const bands = tables.flatMap((table) => table.bands);
  const limit = (key: 'from' | 'share', name: string, heading: string): BandColumn => {
    const cell = (band: ClassBand): string | null => {
      const value = band[key];
      return value === null ? null : exactText(value);
    };
    const digits = bands.map((band) => cell(band)?.split('.')[1]?.length ?? 0);
    const decimals = Math.max(0, ...digits);
    return { column: figureColumn(name, heading, setting, { decimals }), cell };
  };
  const conditions: BandColumn = {
    column: textColumn('only_if', own.onlyIf, 36),
    cell: ({ onlyIf }) =>
      onlyIf.map((condition) => expressionWords(condition, plan, lang)).join('; ') || null,
  };
  const all = [limit('from', 'from', words.from), limit('share', 'part', own.topShare), conditions];
  return all.filter(({ cell }) => bands.some((band) => cell(band) !== null));
}

function tableRows(
  { words }: Setting,
  { name, bands, units, counts, none, shares }: ClassTable,
  columns: readonly BandColumn[],
): readonly PageRow[] {
  const row = (
    at: number,
    label: string,
    said: readonly (string | null)[],
    count: number,
  ): PageRow => {
    return { style: 'row', cells: [label, ...said, count, shares.texts[at] ?? null] };
  };
  const blank = columns.map(() => null);
  return [
    { style: 'group', cells: [name, ...blank, units.length, null] },
    ...bands.map((band, at) => {
      const said = columns.map(({ cell }) => cell(band));
      return row(at, band.name, said, counts[at] ?? 0);
    }),
    ...(none > 0 ? [row(bands.length, words.noClass, blank, none)] : []),
  ];
}

function notesOf({ index, lang }: Setting, tables: readonly ClassTable[]): readonly string[] {
  const own = rankingWords[lang];
  const whole =
    index.rounding.decimals === 0 ? '100' : `100.${'0'.repeat(index.rounding.decimals)}`;
  const off = tables.filter(({ shares }) => shares.sum !== whole);
  const sums = off.map(({ name, shares }) => `${name} ${decimalIn(lang, shares.sum ?? '')}`);
  return [
    own.rankedOnly,
    ...(tables.some(({ bands }) => bands.some(({ share }) => share !== null))
      ? [own.shareNote]
      : []),
    ...(tables.some(({ shares }) => shares.isBent) ? [own.bentNote] : []),
    ...(off.length > 0 ? [own.sumsNote(sums.join('; '))] : []),
  ];
}
