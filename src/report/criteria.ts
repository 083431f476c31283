/** Every unit's points on every criterion. */
import type { PageCell, PageColumn, PageRow } from '../page.ts';
import { leafCriteria } from '../plan/criteria.ts';
import type { Combine, Criterion } from '../plan/plan.ts';
import type { CriterionScore, Part, Scores, UnitScore } from '../scores/score.ts';
import { exactText, isZero, sumExact } from '../stats/exact.ts';
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
import { notApplicable } from './words.ts';

/** What fits on a sheet of A4 on its side and can still be read. */
const widestPage = 18;

/**
 * Columns: the leaves of each field, then the field's sum; then the total. First row: the maxima.
 * Fields that do not fit one sheet of paper go to several pages, whole.
 */
export function criteriaPages(setting: Setting, scores: Scores): readonly ReportPage[] {
  const { words } = setting;
  const pages = spread(fieldColumns(setting));
  return pages.map((fields, at) => {
    const only = pages.length === 1;
    const [first, last] = [fields[0]?.code ?? '', fields.at(-1)?.code ?? ''];
    return criteriaPage(setting, scores, {
      file: only ? 'criteria' : `criteria-${at + 1}`,
      name: only
        ? words.criteriaName
        : words.criteriaOf(first === last ? first : `${first}–${last}`),
      columns: fields.flatMap(({ columns }) => columns),
      last: at === pages.length - 1,
    });
  });
}

function spread(fields: readonly Field[]): readonly (readonly Field[])[] {
  const pages: Field[][] = [];
  let used = 0;
  for (const field of fields) {
    const page = pages.at(-1);
    if (page === undefined || used + field.columns.length > widestPage) {
      pages.push([field]);
      used = field.columns.length;
    } else {
      page.push(field);
      used += field.columns.length;
    }
  }
  return pages;
}

interface PageSpec {
  readonly file: string;
  readonly name: string;
  readonly columns: readonly CriterionColumn[];
  /** The last page carries the total. */
  readonly last: boolean;
}

function criteriaPage(setting: Setting, scores: Scores, part: PageSpec): ReportPage {
  const { index, words, lang } = setting;
  const { file, name, columns, last } = part;
  const own = rankingWords[lang];
  const weighted = columns.some(({ weight }) => weight !== null);
  const weights: PageRow = {
    style: 'total',
    cells: [null, own.weightRow, ...columns.map(({ weight }) => weight), ...(last ? [null] : [])],
  };
  const decimals = decimalsOf(setting);
  const total = figureColumn('total', words.total, setting, { width: 10, decimals });
  return {
    file,
    name,
    title: titleLines(setting, words.criteriaTitle),
    columns: [
      countColumn('rank', words.rank, 7),
      textColumn('unit', words.unit, 32),
      ...columns.map(({ column }) => column),
      ...(last ? [total] : []),
    ],
    rows: [
      {
        style: 'total',
        cells: [
          null,
          words.max,
          ...columns.map(({ max }) => max),
          ...(last ? [totalMax(setting)] : []),
        ],
      },
      ...(weighted ? [weights] : []),
      ...unitRows(setting, scores, part),
    ],
    notes: [
      words.criteriaNote,
      ...(weighted ? [own.withWeights] : []),
      ...(last && (index.bonus !== null || index.penalty !== null) ? [own.withExtras] : []),
    ],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** Block by block, each under its name where there are several. */
function unitRows(
  setting: Setting,
  scores: Scores,
  { columns, last }: PageSpec,
): readonly PageRow[] {
  const { plan } = setting;
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const unitRow = (score: UnitScore): PageRow => {
    const parts = partsOf(score.criteria);
    const cells = [
      score.ranked ? score.rank : notApplicable,
      names.get(score.unit) ?? score.unit,
      ...columns.map(({ code }) => cellOf(parts.get(code) ?? null, setting)),
      ...(last ? [cellOf(score.total, setting)] : []),
    ];
    return { style: 'row', cells };
  };
  const blank = [...columns, ...(last ? ['total'] : [])].map((): PageCell => null);
  return plan.blocks.flatMap((block): readonly PageRow[] => {
    const units = scores.units.filter((score) => score.block === block.id).map(unitRow);
    if (plan.blocks.length === 1) return units;
    return [{ style: 'group', cells: [null, block.name, ...blank] }, ...units];
  });
}

interface Field {
  readonly code: string;
  readonly columns: readonly CriterionColumn[];
}

interface CriterionColumn {
  readonly code: string;
  readonly max: string;
  /** Within its parent, where that takes a mean; null where weights mean nothing. */
  readonly weight: string | null;
  readonly column: PageColumn;
}

function fieldColumns(setting: Setting): readonly Field[] {
  const { index, words, lang } = setting;
  const decimals = decimalsOf(setting);
  const keys = new Set<string>();
  const weights = weightsIn(index);
  const columnOf = (
    criterion: Criterion,
    heading: string,
    over: string | null,
  ): CriterionColumn => {
    const { code, max } = criterion;
    const column = figureColumn(keyOf(code, keys), heading, setting, { over, width: 8, decimals });
    return { code, max: exactText(max), weight: weights.get(code) ?? null, column };
  };
  return index.criteria.map((field): Field => {
    const over = `${field.code}. ${field.name}`;
    if (field.children.length === 0) {
      return { code: field.code, columns: [columnOf(field, over, null)] };
    }
    const leaves = leafCriteria(field.children).map((leaf) => columnOf(leaf, leaf.code, over));
    const isPlain = field.combine === 'sum' && field.normalise === null && field.bands.length === 0;
    const heading = isPlain ? words.sum : rankingWords[lang].combined[field.combine];
    const whole = leaves.length > 1 || !isPlain;
    return {
      code: field.code,
      columns: whole ? [...leaves, columnOf(field, heading, over)] : leaves,
    };
  });
}

/** By code: the weights of criteria whose parent (or the index) takes a mean. */
function weightsIn({ criteria, combine }: Setting['index']): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (children: readonly Criterion[], how: Combine): void => {
    for (const child of children) {
      if (means.includes(how)) found.set(child.code, exactText(child.weight));
      visit(child.children, child.combine);
    }
  };
  visit(criteria, combine);
  return found;
}

const means: readonly Combine[] = ['mean', 'geometric', 'harmonic'];

/** `1.2` → `c1_2`; codes that fold alike are told apart by a number. */
function keyOf(code: string, taken: Set<string>): string {
  const base = `c${code.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
  let key = base;
  for (let copy = 2; taken.has(key); copy++) key = `${base}_${copy}`;
  taken.add(key);
  return key;
}

/** Maxima and weights share the columns of the points and are never rounded. */
function decimalsOf({ index }: Setting): number {
  const texts = [
    ...leafCriteria(index.criteria).map(({ max }) => exactText(max)),
    ...weightsIn(index).values(),
  ];
  const digits = texts.map((text) => text.split('.')[1]?.length ?? 0);
  return Math.max(index.rounding.decimals, ...digits);
}

function totalMax({ index }: Setting): string {
  if (index.combine !== 'sum') return exactText(index.max);
  return exactText(sumExact(index.criteria.map(({ max }) => max)));
}

function partsOf(criteria: readonly CriterionScore[]): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  const visit = (score: CriterionScore): void => {
    parts.set(score.code, score.applies ? score : { points: null, max: score.max });
    score.children.forEach(visit);
  };
  criteria.forEach(visit);
  return parts;
}

function cellOf(part: Part | null, setting: Setting): PageCell {
  if (part === null || isZero(part.max)) return notApplicable;
  return figure(part.points, setting);
}
