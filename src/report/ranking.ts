/** The ranking of each block, in the shape that provinces publish. */
import { officialHead, openDay, signersOf } from '../page/official.ts';
import type { PageCell, PageColumn, PageRow } from '../page.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { type Exact, exactText, isZero, meanExact } from '../stats/exact.ts';
import { addsUp, rankingNotes } from './ranking-notes.ts';
import { rankingWords } from './ranking-words.ts';
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

/** A column that is shown to the right of the table where there is room for it. */
export interface Beside {
  readonly column: PageColumn;
  readonly cell: (score: UnitScore) => PageCell;
}

/** One page per block, or one for all where ranks run over all units. */
export function rankingPages(
  setting: Setting,
  scores: Scores,
  beside: readonly Beside[] = [],
): readonly ReportPage[] {
  const { plan, index, words } = setting;
  if (index.rank.within === 'all' || plan.blocks.length <= 1) {
    const heading = { file: 'ranking', name: words.rankingName, title: words.rankingTitle };
    return [rankingPage(setting, scores.units, heading, beside)];
  }
  return plan.blocks.map((block) => {
    const units = scores.units.filter((score) => score.block === block.id);
    const heading = {
      file: `ranking-${block.id}`,
      name: words.rankingOf(block.name),
      title: `${words.rankingTitle}: ${block.name.toUpperCase()}`,
    };
    return rankingPage(setting, units, heading, beside);
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
  beside: readonly Beside[],
): ReportPage {
  const { plan, lang } = setting;
  const parts = partsOf(units);
  const points = pointFields(setting, units, parts);
  const fields = [
    ...fieldsOf(setting, units, points),
    ...beside.map((one): Field => ({ ...one, mean: null })),
  ];
  const rows = units
    .toSorted((a, b) => order(a) - order(b))
    .map((score): PageRow => ({ style: 'row', cells: fields.map(({ cell }) => cell(score)) }));
  return {
    file,
    name,
    title: titleLines(setting, title),
    columns: fields.map(({ column }) => column),
    rows: [...rows, ...meanRow(setting, units, fields)],
    notes: [
      ...rankingNotes(setting, units, {
        ownMaxima: units.length > 0 && commonMax(units, 'total') === null,
        parts:
          parts === null || parts.length === 0
            ? parts
            : units.some(hasExtra)
              ? sumOf(setting, points)
              : [],
      }),
      ...besideNotes(setting, beside),
    ],
    orientation: 'landscape',
    print: {
      ...printOf(setting),
      head: officialHead(plan.document, openDay, lang),
      signers: signersOf(plan.document, lang),
    },
  };
}

function besideNotes({ lang }: Setting, beside: readonly Beside[]): readonly string[] {
  const notes: Readonly<Record<string, string>> = rankingWords[lang].besideNotes;
  return beside.flatMap(({ column: { key } }) => notes[key] ?? []);
}

/** By rank, then units whose points are missing, then those out of the ranking; else as in the plan. */
function order(score: UnitScore): number {
  if (!score.ranked) return Number.MAX_SAFE_INTEGER;
  return score.rank ?? Number.MAX_SAFE_INTEGER - 1;
}

function fieldsOf(
  setting: Setting,
  units: readonly UnitScore[],
  points: readonly Field[],
): readonly Field[] {
  const { plan, index, words } = setting;
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const blocks = new Map(plan.blocks.map((block) => [block.id, block.name]));
  const several = new Set(units.map((score) => score.block)).size > 1;
  const oneMax = commonMax(units, 'total');
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
    ...points,
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

/** What the total is made of, where it is a sum; null: it cannot be split. Empty: all of it has one source. */
function partsOf(units: readonly UnitScore[]): readonly ('appraised' | 'survey')[] | null {
  if (!addsUp(units)) return null;
  const parts = (['appraised', 'survey'] as const).filter((part) =>
    units.some((score) => !isZero(score[part].max)),
  );
  return parts.length > 1 || units.some(hasExtra) ? parts : [];
}

function hasExtra({ bonus, penalty }: UnitScore): boolean {
  return bonus !== null || penalty !== null;
}

/** The parts, bonus and penalty, and the total. */
function pointFields(
  setting: Setting,
  units: readonly UnitScore[],
  parts: ReturnType<typeof partsOf>,
): readonly Field[] {
  const words = rankingWords[setting.lang];
  const extras = (['bonus', 'penalty'] as const).filter((extra) =>
    units.some((score) => score[extra] !== null),
  );
  return [
    ...(parts ?? []).map((part) => partField(setting, units, part)),
    ...extras.map(
      (extra): Field => ({
        column: figureColumn(extra, words[extra], setting),
        cell: (score) => figure(score[extra], setting),
        mean: (score) => score[extra],
      }),
    ),
    partField(setting, units, 'total'),
  ];
}

/** What makes the total, with the signs between them. */
function sumOf(setting: Setting, points: readonly Field[]): readonly string[] {
  const names = { ...setting.words, ...rankingWords[setting.lang] };
  return points.slice(0, -1).flatMap(({ column: { key } }, at) => {
    const name = names[key as PartName | 'bonus' | 'penalty'];
    return at === 0 ? [name] : [key === 'penalty' ? '−' : '+', name];
  });
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
    // The mean of some of them would not add up with the others.
    return values.length < ranked.length ? null : figure(meanExact(values), setting);
  });
  return [{ style: 'mean', cells }];
}
