/** The ranking of each block, in the shape that provinces publish. */
import { officialHead, openDay, signersOf } from '../page/official.ts';
import type { PageCell, PageColumn, PageRow } from '../page.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { type Exact, exactText, isZero, meanExact } from '../stats/exact.ts';
import {
  countColumn,
  figure,
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';
import { decimalIn, notApplicable } from './words.ts';

/** One page per block, or one for all where ranks run over all units. */
export function rankingPages(setting: Setting, scores: Scores): readonly ReportPage[] {
  const { plan, index, words } = setting;
  if (index.rank.within === 'all' || plan.blocks.length <= 1) {
    const title = words.rankingTitle;
    return [
      rankingPage(setting, scores.units, { file: 'ranking', name: words.rankingName, title }),
    ];
  }
  return plan.blocks.map((block) => {
    const units = scores.units.filter((score) => score.block === block.id);
    return rankingPage(setting, units, {
      file: `ranking-${block.id}`,
      name: words.rankingOf(block.name),
      title: `${words.rankingTitle}: ${block.name.toUpperCase()}`,
    });
  });
}

interface Heading {
  readonly file: string;
  readonly name: string;
  readonly title: string;
}

/** A column of the table: its heading, the cell of a unit, and the value that the mean is taken of. */
interface Field {
  readonly column: PageColumn;
  readonly cell: (score: UnitScore) => PageCell;
  readonly mean: ((score: UnitScore) => Exact | null) | null;
}

function rankingPage(
  setting: Setting,
  units: readonly UnitScore[],
  { file, name, title }: Heading,
): ReportPage {
  const { plan, lang } = setting;
  const fields = fieldsOf(setting, units);
  const rows = units
    .toSorted((a, b) => order(a) - order(b))
    .map((score): PageRow => ({ style: 'row', cells: fields.map(({ cell }) => cell(score)) }));
  return {
    file,
    name,
    title: titleLines(setting, title),
    columns: fields.map(({ column }) => column),
    rows: [...rows, ...meanRow(setting, units, fields)],
    notes: notesOf(setting, units),
    orientation: 'landscape',
    print: {
      ...printOf(setting),
      head: officialHead(plan.document, openDay, lang),
      signers: signersOf(plan.document, lang),
    },
  };
}

/** By rank, then units whose points are missing, then those out of the ranking; else as in the plan. */
function order(score: UnitScore): number {
  if (!score.ranked) return Number.MAX_SAFE_INTEGER;
  return score.rank ?? Number.MAX_SAFE_INTEGER - 1;
}

function fieldsOf(setting: Setting, units: readonly UnitScore[]): readonly Field[] {
  const { plan, index, words } = setting;
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const blocks = new Map(plan.blocks.map((block) => [block.id, block.name]));
  const several = new Set(units.map((score) => score.block)).size > 1;
  const oneMax = commonMax(units, 'total');
  const parts = (['appraised', 'survey'] as const).filter((part) =>
    units.some((score) => !isZero(score[part].max)),
  );
  const shown = parts.length > 1 ? ([...parts, 'total'] as const) : (['total'] as const);
  const classes = index.classes.length > 0 || Object.keys(index.classesByBlock).length > 0;
  const plain = (column: PageColumn, cell: Field['cell']): Field => ({ column, cell, mean: null });
  return [
    plain(countColumn('rank', words.rank, 7), (score) =>
      score.ranked ? score.rank : notApplicable,
    ),
    plain(textColumn('unit', words.unit, 36), (score) => names.get(score.unit) ?? score.unit),
    ...(several
      ? [plain(textColumn('block', words.block, 20), (score) => blocks.get(score.block) ?? '')]
      : []),
    ...shown.map((part) => partField(setting, units, part)),
    ...(oneMax === null
      ? [plain(maxColumn(setting, units), (score) => exactText(score.total.max))]
      : []),
    {
      column: figureColumn('percent', words.percent, setting, { width: 14, bar: true }),
      cell: (score) => figure(score.percent, setting),
      mean: (score) => score.percent,
    },
    ...(classes ? [plain(textColumn('class', words.class, 14), (score) => score.class)] : []),
  ];
}

type PartName = 'appraised' | 'survey' | 'total';

/** With one maximum for all units it stands in the heading, as published tables print it: `… (65)`. */
function partField(setting: Setting, units: readonly UnitScore[], part: PartName): Field {
  const { words, lang } = setting;
  const max = commonMax(units, part);
  const heading =
    max === null ? words[part] : words.out(words[part], decimalIn(lang, exactText(max)));
  return {
    column: figureColumn(part, heading, setting),
    cell: (score) =>
      isZero(score[part].max) ? notApplicable : figure(score[part].points, setting),
    mean: (score) => score[part].points,
  };
}

function commonMax(units: readonly UnitScore[], part: PartName): Exact | null {
  const [first, ...others] = units;
  if (first === undefined) return null;
  const { max } = first[part];
  return others.every((score) => score[part].max.equals(max)) ? max : null;
}

/** A maximum is never rounded: its column has as many digits as the longest needs. */
function maxColumn(setting: Setting, units: readonly UnitScore[]): PageColumn {
  const digits = units.map(({ total }) => exactText(total.max).split('.')[1]?.length ?? 0);
  const decimals = Math.max(0, ...digits);
  return figureColumn('max', setting.words.max, setting, { decimals });
}

function meanRow(
  setting: Setting,
  units: readonly UnitScore[],
  fields: readonly Field[],
): readonly PageRow[] {
  const ranked = units.filter((score) => score.rank !== null);
  if (ranked.length === 0) return [];
  const cells = fields.map(({ column, mean }): PageCell => {
    if (column.key === 'unit') return setting.words.mean;
    if (mean === null) return null;
    const values = ranked.map(mean).filter((value) => value !== null);
    return figure(meanExact(values), setting);
  });
  return [{ style: 'mean', cells }];
}

function notesOf(setting: Setting, units: readonly UnitScore[]): readonly string[] {
  const { plan, words } = setting;
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const listed = (some: readonly UnitScore[]) =>
    some.map((score) => names.get(score.unit) ?? score.unit).join(', ');
  const ranked = units.filter((score) => score.rank !== null);
  const missing = units.filter((score) => score.ranked && score.rank === null);
  const unranked = units.filter((score) => !score.ranked);
  return [
    ...(ranked.length > 0 ? [words.meanNote(ranked.length)] : []),
    ...(commonMax(units, 'total') === null && units.length > 0 ? [words.ownMaxNote] : []),
    ...(missing.length > 0 ? [words.missingNote(listed(missing))] : []),
    ...(unranked.length > 0 ? [words.unrankedNote(listed(unranked))] : []),
    ...(words.abbreviation === '' ? [] : [words.abbreviation]),
  ];
}
