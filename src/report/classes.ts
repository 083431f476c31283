/** How many units of each block are in each class. */
import type { PageRow } from '../page.ts';
import { classBands } from '../plan/criteria.ts';
import type { ClassBand } from '../plan/plan.ts';
import type { Scores, UnitScore } from '../scores/score.ts';
import { exact, exactText, percentOf } from '../stats/exact.ts';
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

/** Null when the plan has no classes. */
export function classesPage(setting: Setting, scores: Scores): ReportPage | null {
  const { plan, index, words } = setting;
  const ranked = scores.units.filter((score) => score.ranked);
  const groups = plan.blocks.map((block) => ({
    name: block.name,
    bands: classBands(index, block.id),
    units: ranked.filter((score) => score.block === block.id),
  }));
  const same = Object.keys(index.classesByBlock).length === 0;
  const all = { name: words.allBlocks, bands: index.classes, units: ranked };
  const tables = [...groups, ...(same && groups.length > 1 ? [all] : [])].filter(
    ({ bands, units }) => bands.length > 0 && units.length > 0,
  );
  if (tables.length === 0) return null;
  return {
    file: 'classes',
    name: words.classesName,
    title: titleLines(setting, words.classesTitle),
    columns: [
      textColumn('class', words.class, 30),
      figureColumn('from', words.from, setting, { decimals: fewestDecimals(tables) }),
      countColumn('count', words.count, 12),
      figureColumn('share', words.share, setting),
    ],
    rows: tables.flatMap((table) => tableRows(setting, table)),
    notes: [words.classesNote],
    orientation: 'portrait',
    print: printOf(setting),
  };
}

interface ClassTable {
  readonly name: string;
  readonly bands: readonly ClassBand[];
  readonly units: readonly UnitScore[];
}

function tableRows(setting: Setting, { name, bands, units }: ClassTable): readonly PageRow[] {
  const { words } = setting;
  const row = (label: string, from: string | null, count: number): PageRow => {
    const share = figure(percentOf(exact(count), exact(units.length)), setting);
    return { style: 'row', cells: [label, from, count, share] };
  };
  const none = units.filter((score) => score.class === null).length;
  return [
    { style: 'group', cells: [name, null, units.length, null] },
    ...bands.map((band) => {
      const count = units.filter((score) => score.class === band.name).length;
      return row(band.name, exactText(band.from), count);
    }),
    ...(none > 0 ? [row(words.noClass, null, none)] : []),
  ];
}

function fewestDecimals(tables: readonly ClassTable[]): number {
  const digits = tables.flatMap(({ bands }) =>
    bands.map((band) => exactText(band.from).split('.')[1]?.length ?? 0),
  );
  return Math.max(0, ...digits);
}
