/** One average over all blocks, with the means and weights that make it. */
import type { PageRow } from '../page.ts';
import type { BlockMean, OverallScore, Scores } from '../scores/score.ts';
import { exactText, roundExact } from '../stats/exact.ts';
import { printedShares } from '../stats/shares.ts';
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

/** Null when the plan wants no overall average. */
export function overallPage(setting: Setting, { overall }: Scores): ReportPage | null {
  const { index, words, lang } = setting;
  if (overall === null || index.overall === null) return null;
  const own = rankingWords[lang];
  const { shares, rounding } = sharesOf(setting, overall);
  const total: PageRow = {
    style: 'total',
    cells: [
      own.overall,
      overall.blocks.reduce((sum, { units }) => sum + units, 0),
      figure(overall.percent, setting),
      null,
      rounding.sum,
    ],
  };
  return {
    file: 'overall',
    name: own.overallName,
    title: titleLines(setting, own.overallTitle),
    columns: [
      textColumn('block', words.block, 40),
      countColumn('units', own.rankedUnits, 12),
      figureColumn('mean', own.meanPercent, setting),
      figureColumn('weight', own.weight, setting, { decimals: weightDecimals(overall.blocks) }),
      figureColumn('weight_share', own.weightShare, setting),
    ],
    rows: [...overall.blocks.map((one, at) => blockRow(setting, one, shares[at] ?? null)), total],
    notes: [
      own.overallNote[index.overall.kind],
      own.overallRule,
      ...missingNotes(setting, overall),
      ...(rounding.isBent ? [own.bentNote] : []),
    ],
    orientation: 'portrait',
    print: printOf(setting),
  };
}

/** Weights as printed: they are whole figures or decimals of the plan and are never rounded. */
function blockRow(
  setting: Setting,
  { block, units, mean, weight }: BlockMean,
  share: string | null,
): PageRow {
  const name = setting.plan.blocks.find(({ id }) => id === block)?.name ?? block;
  const decimals = exactText(weight).split('.')[1]?.length ?? 0;
  const cells = [
    name,
    units,
    figure(mean, setting),
    roundExact(weight, decimals, 'truncate'),
    share,
  ];
  return { style: 'row', cells };
}

function sharesOf({ index }: Setting, { blocks }: OverallScore) {
  const { decimals, mode, shares: how } = index.rounding;
  const parts = blocks.map(({ block, weight }) => ({ id: block, value: weight }));
  const rounding = printedShares(parts, decimals, mode, how);
  return { shares: rounding.texts, rounding };
}

function weightDecimals(blocks: readonly BlockMean[]): number {
  const digits = blocks.map(({ weight }) => exactText(weight).split('.')[1]?.length ?? 0);
  return Math.max(0, ...digits);
}

function missingNotes(setting: Setting, { blocks, percent }: OverallScore): readonly string[] {
  const own = rankingWords[setting.lang];
  const names = (some: readonly BlockMean[]): string =>
    some
      .map(({ block }) => setting.plan.blocks.find(({ id }) => id === block)?.name ?? block)
      .join(', ');
  const empty = blocks.filter(({ mean }) => mean === null);
  const partly = blocks.filter(({ missing, mean }) => missing > 0 && mean !== null);
  return [
    ...(percent === null && empty.length > 0 ? [own.overallMissing(names(empty))] : []),
    ...(partly.length > 0 ? [own.overallPartly(names(partly))] : []),
  ];
}
