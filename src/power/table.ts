/** The estimate as tables: one row for each size and list for programs (`out/power.csv`), and what a person reads. */
import type { Lang } from '../findings/finding.ts';
import { column, type Page, type PageCell, type PageRow } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import type { Power, PowerAt, PowerOf } from '../power.ts';
import { powerWords } from './words.ts';

const numbers = [
  'best_first',
  'top_three',
  'top_quarter',
  'tau_mean',
  'tau_low',
  'tau_high',
  'pairs_right',
  'right_0_1',
  'right_1_2',
  'right_2_5',
  'right_5',
  'told_apart',
  'class_right',
  'rank_width',
  'without_result',
  'standard_error',
] as const;

export function powerTable(title: string, found: Power): Page {
  const row = ({ factor, sheets }: PowerAt, one: PowerOf): PageRow => {
    const { tau, byDistance } = one;
    const values = [
      ...[one.bestFirst, one.topThree, one.topQuarter],
      ...[tau?.mean ?? null, tau?.low ?? null, tau?.high ?? null],
      ...[one.pairs, ...byDistance.map(({ right }) => right)],
      ...[one.toldApart, one.inClass, one.rankWidth, one.missing, one.error],
    ];
    const texts = values.map((value) => (value === null ? null : String(+value.toFixed(4))));
    return { style: 'row', cells: [String(factor), sheets, one.block, one.units, ...texts] };
  };
  return {
    name: 'power',
    title: [title],
    columns: [
      column('size', 'size', 'text', 8),
      column('forms', 'forms', 'count', 8),
      column('block', 'block', 'text', 16),
      column('units', 'units', 'count', 8),
      ...numbers.map((key) => column(key, key, 'text', 12)),
    ],
    rows: found.sizes.flatMap((size) => [...size.lists, size.all].map((one) => row(size, one))),
    notes: [],
    orientation: 'landscape',
  };
}

/** By block, by distance of two units, and (where several were asked for) by size. */
export function powerPages(plan: Plan, found: Power, lang: Lang): readonly Page[] {
  const own = found.sizes.find(({ factor }) => factor === 1) ?? found.sizes[0];
  if (own === undefined) return [];
  return [
    blocksPage(plan, own, lang),
    distancePage(own, lang),
    ...(found.sizes.length > 1 ? [sizesPage(found, lang)] : []),
  ];
}

function blocksPage(plan: Plan, { lists, all }: PowerAt, lang: Lang): Page {
  const words = powerWords[lang];
  const names = new Map(plan.blocks.map(({ id, name }) => [id, name]));
  const rows = lists.map(({ block, ...one }): PageRow => {
    const name = block === 'all' ? words.together : (names.get(block ?? '') ?? block);
    return { style: 'row', cells: [name, one.units, ...figures(one)] };
  });
  const total: PageRow = { style: 'total', cells: [words.together, all.units, ...figures(all)] };
  return {
    name: 'power-blocks',
    title: [words.title, plan.title],
    columns: [
      column('block', words.block, 'text', 30),
      column('units', words.units, 'count', 7),
      ...figureColumns(lang),
    ],
    rows: lists.length > 1 ? [...rows, total] : rows,
    notes: [words.figuresNote],
    orientation: 'landscape',
  };
}

function figureColumns(lang: Lang): Page['columns'] {
  const words = powerWords[lang];
  return [
    column('best_first', words.bestFirst, 'count', 9),
    column('top_three', words.topThree, 'count', 9),
    column('top_quarter', words.topQuarter, 'count', 9),
    column('tau', words.tau, 'number', 9, { decimals: 2 }),
    column('pairs_right', words.pairs, 'count', 9),
    column('told_apart', words.toldApart, 'number', 9, { decimals: 1 }),
    column('class_right', words.inClass, 'count', 9),
    column('rank_width', words.rankWidth, 'count', 9),
    column('standard_error', words.error, 'number', 9, { decimals: 2 }),
  ];
}

function figures(one: Omit<PowerOf, 'block'>): readonly PageCell[] {
  return [
    ...[one.bestFirst, one.topThree, one.topQuarter].map(percent),
    one.tau?.mean.toFixed(2) ?? null,
    percent(one.pairs),
    one.toldApart?.toFixed(1) ?? null,
    percent(one.inClass),
    one.rankWidth,
    one.error?.toFixed(2) ?? null,
  ];
}

function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 100);
}

function distancePage({ all }: PowerAt, lang: Lang): Page {
  const words = powerWords[lang];
  return {
    name: 'power-distance',
    title: [words.distanceTitle],
    columns: [
      column('distance', words.distance, 'text', 30),
      column('right', words.pairs, 'count', 12),
    ],
    rows: all.byDistance.map(({ from, to, right }): PageRow => {
      return { style: 'row', cells: [words.between(from, to), percent(right)] };
    }),
    notes: [],
    orientation: 'portrait',
  };
}

function sizesPage({ sizes }: Power, lang: Lang): Page {
  const words = powerWords[lang];
  return {
    name: 'power-sizes',
    title: [words.sizesTitle],
    columns: [
      column('size', words.size, 'text', 12),
      column('forms', words.forms, 'count', 9),
      ...figureColumns(lang),
    ],
    rows: sizes.map(({ factor, sheets, all }): PageRow => {
      return { style: 'row', cells: [words.times(factor), sheets, ...figures(all)] };
    }),
    notes: [words.sizesNote],
    orientation: 'landscape',
  };
}
