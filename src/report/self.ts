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
  readonly first: Exact | null;
  readonly second: Exact | null;
  readonly explanation: string | null;
  readonly evidence: string | null;
  /** What counts. */
  readonly appraised: Exact | null;
}

/** Stages that no unit went through get no columns. */
interface Stages {
  readonly second: boolean;
  readonly explanation: boolean;
  readonly evidence: boolean;
}

/** None when nobody assessed themselves. */
export function selfPages(setting: Setting, scores: Scores): readonly ReportPage[] {
  const leaves = new Map(
    scores.units.map((score) => [score.unit, appraisedLeaves(score.criteria)]),
  );
  const all = [...leaves.values()].flat();
  const stages: Stages = {
    second: all.some(({ second }) => second !== null),
    explanation: all.some(({ explanation }) => explanation !== null),
    evidence: all.some(({ evidence }) => evidence !== null),
  };
  if (!all.some(({ self }) => self !== null) && !stages.second) return [];
  const rows = (of: (score: UnitScore, leaves: readonly Leaf[]) => readonly PageRow[]) =>
    scores.units.flatMap((score) => of(score, leaves.get(score.unit) ?? []));
  const apart = rows((score, some) => leafRows(setting, score, some, stages));
  return [
    sumsPage(
      setting,
      rows((score, some) => [sumRow(setting, score, some)]),
    ),
    ...(apart.length === 0 ? [] : [leavesPage(setting, apart, stages)]),
  ];
}

function appraisedLeaves(criteria: readonly CriterionScore[]): readonly Leaf[] {
  return criteria.flatMap((score): readonly Leaf[] => {
    if (score.children.length > 0) return appraisedLeaves(score.children);
    if (score.leaf?.kind !== 'appraised') return [];
    const { code, max, points, value } = score;
    const { kind: _, ...stages } = score.leaf;
    // What the appraisal gave, also where bands or other units make other points of it.
    return [{ code, max, ...stages, appraised: value ?? points }];
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

function leavesPage(setting: Setting, rows: readonly PageRow[], stages: Stages): ReportPage {
  const { words } = setting;
  const [max, self, appraised, difference] = figureColumns(setting, 11);
  const points = (key: string, heading: string): PageColumn =>
    figureColumn(key, heading, setting, { width: 11 });
  const figures = stages.second
    ? [
        ...[max, self, points('first', words.firstAppraisal)],
        ...[points('second', words.secondAppraisal), difference],
      ]
    : [max, self, appraised, difference];
  return {
    file: 'self-criteria',
    name: words.selfLeavesName,
    title: titleLines(setting, words.selfLeavesTitle),
    columns: [
      textColumn('unit', words.unit, 28),
      textColumn('criterion', words.criterion, 9),
      textColumn('criterion_name', words.criterionName, 48),
      ...figures.filter((column) => column !== undefined),
      ...(stages.explanation ? [textColumn('explanation', words.explanation, 40)] : []),
      ...(stages.evidence ? [textColumn('evidence', words.evidence, 30)] : []),
    ],
    rows,
    notes: [words.selfNote, words.selfLeavesNote, ...(stages.second ? [words.secondNote] : [])],
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
  const sum = (of: (leaf: Leaf) => Exact | null): Exact | null => {
    const given = leaves.map(of).filter((value) => value !== null);
    return given.length > 0 && given.length === leaves.length ? sumExact(given) : null;
  };
  const max = sumExact(leaves.map((leaf) => leaf.max));
  const [self, final] = [sum((leaf) => leaf.self), sum((leaf) => leaf.appraised)];
  return {
    style: 'row',
    cells: [nameOf(setting, score), ...figures(setting, max, self, final)],
  };
}

/** Only where the two differ or were argued about: what both sides agree on is not what a council looks for. */
function leafRows(
  setting: Setting,
  score: UnitScore,
  leaves: readonly Leaf[],
  stages: Stages,
): readonly PageRow[] {
  const names = new Map(leafCriteria(setting.index.criteria).map(({ code, name }) => [code, name]));
  return leaves.filter(isArguedAbout).map((leaf): PageRow => {
    const { code, max, self, first, second, appraised } = leaf;
    const texts = [nameOf(setting, score), code, names.get(code) ?? ''];
    const [most = null, own = null, final = null, difference = null] = figures(
      setting,
      max,
      self,
      appraised,
    );
    const rounds = stages.second ? [first, second].map((one) => figure(one, setting)) : [final];
    const words = [
      ...(stages.explanation ? [leaf.explanation] : []),
      ...(stages.evidence ? [leaf.evidence] : []),
    ];
    return { style: 'row', cells: [...texts, most, own, ...rounds, difference, ...words] };
  });
}

function isArguedAbout({ self, appraised, second, explanation }: Leaf): boolean {
  if (second !== null || explanation !== null) return true;
  return self === null || appraised === null ? self !== appraised : !self.equals(appraised);
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
