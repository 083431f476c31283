/** What units gave themselves beside what the appraisal gave them: in sum, and criterion by criterion. */
import type { PageCell, PageColumn, PageRow } from '../page.ts';
import { leafCriteria } from '../plan/criteria.ts';
import type { CriterionScore, Scores, UnitScore } from '../scores/score.ts';
import { type Exact, exactText, sumExact } from '../stats/exact.ts';
import {
  figure,
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';

/** An appraised leaf that applies to the unit. */
interface Leaf {
  readonly code: string;
  readonly max: Exact;
  readonly self: Exact | null;
  readonly appraised: Exact | null;
}

/** None when nobody assessed themselves. */
export function selfPages(setting: Setting, scores: Scores): readonly ReportPage[] {
  const leaves = new Map(
    scores.units.map((score) => [score.unit, appraisedLeaves(score.criteria)]),
  );
  const has = [...leaves.values()].some((some) => some.some(({ self }) => self !== null));
  if (!has) return [];
  const rows = (of: (score: UnitScore, leaves: readonly Leaf[]) => readonly PageRow[]) =>
    scores.units.flatMap((score) => of(score, leaves.get(score.unit) ?? []));
  const apart = rows((score, some) => leafRows(setting, score, some));
  return [
    sumsPage(
      setting,
      rows((score, some) => [sumRow(setting, score, some)]),
    ),
    ...(apart.length === 0 ? [] : [leavesPage(setting, apart)]),
  ];
}

function appraisedLeaves(criteria: readonly CriterionScore[]): readonly Leaf[] {
  return criteria.flatMap((score): readonly Leaf[] => {
    if (score.children.length > 0) return appraisedLeaves(score.children);
    if (score.leaf?.kind !== 'appraised') return [];
    const { code, max, points } = score;
    return [{ code, max, self: score.leaf.self, appraised: points }];
  });
}

function sumsPage(setting: Setting, rows: readonly PageRow[]): ReportPage {
  const { words } = setting;
  return {
    file: 'self',
    name: words.selfName,
    title: titleLines(setting, words.selfTitle),
    columns: [textColumn('unit', words.unit, 40), ...figureColumns(setting, 14)],
    rows,
    notes: [words.selfNote, words.selfSumNote],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

function leavesPage(setting: Setting, rows: readonly PageRow[]): ReportPage {
  const { words } = setting;
  return {
    file: 'self-criteria',
    name: words.selfLeavesName,
    title: titleLines(setting, words.selfLeavesTitle),
    columns: [
      textColumn('unit', words.unit, 28),
      textColumn('criterion', words.criterion, 9),
      textColumn('criterion_name', words.criterionName, 48),
      ...figureColumns(setting, 11),
    ],
    rows,
    notes: [words.selfNote, words.selfLeavesNote],
    orientation: 'landscape',
    print: printOf(setting),
  };
}

/** Maxima share no rounding: they have as many digits as the longest needs. */
function figureColumns(setting: Setting, width: number): readonly PageColumn[] {
  const { words, index } = setting;
  const digits = leafCriteria(index.criteria).map(
    ({ max }) => exactText(max).split('.')[1]?.length ?? 0,
  );
  return [
    figureColumn('max', words.max, setting, { width, decimals: Math.max(0, ...digits) }),
    figureColumn('self', words.self, setting, { width }),
    figureColumn('appraised', words.appraisal, setting, { width }),
    figureColumn('difference', words.difference, setting, { width }),
  ];
}

/** A sum needs every criterion, as the total of the ranking does. */
function sumRow(setting: Setting, score: UnitScore, leaves: readonly Leaf[]): PageRow {
  const given = leaves.flatMap(({ self }) => (self === null ? [] : [self]));
  const self = given.length > 0 && given.length === leaves.length ? sumExact(given) : null;
  const { points, max } = score.appraised;
  return {
    style: 'row',
    cells: [nameOf(setting, score), ...figures(setting, max, self, points)],
  };
}

/** Only where the two differ: what both sides agree on is not what a council looks for. */
function leafRows(setting: Setting, score: UnitScore, leaves: readonly Leaf[]): readonly PageRow[] {
  const names = new Map(leafCriteria(setting.index.criteria).map(({ code, name }) => [code, name]));
  return leaves
    .filter(({ self, appraised }) =>
      self === null || appraised === null ? self !== appraised : !self.equals(appraised),
    )
    .map(({ code, max, self, appraised }): PageRow => {
      const texts = [nameOf(setting, score), code, names.get(code) ?? ''];
      return { style: 'row', cells: [...texts, ...figures(setting, max, self, appraised)] };
    });
}

function figures(
  setting: Setting,
  max: Exact,
  self: Exact | null,
  appraised: Exact | null,
): readonly PageCell[] {
  const difference = self === null || appraised === null ? null : appraised.sub(self);
  return [exactText(max), ...[self, appraised, difference].map((one) => figure(one, setting))];
}

function nameOf({ plan }: Setting, { unit }: UnitScore): string {
  return plan.units.find(({ id }) => id === unit)?.name ?? unit;
}
