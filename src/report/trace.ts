/** Why each number is what it is, unit by unit: the steps of the trace as rows. */
import { type PageCell, type PageRow, withColumns } from '../page.ts';
import type { Criterion, UnitId } from '../plan/plan.ts';
import type { Scores } from '../scores/score.ts';
import { exactText } from '../stats/exact.ts';
import type { Step } from '../trace/step.ts';
import {
  figure,
  figureColumn,
  printOf,
  type ReportPage,
  type Setting,
  textColumn,
  titleLines,
} from './sheet.ts';
import { stepText, type TraceStyle } from './trace-text.ts';
import { traceWords } from './trace-words.ts';

export interface Traced {
  /** The trace of a unit, made when it is asked for; null: it was not scored. */
  readonly of: (unit: UnitId) => Step | null;
  /** The survey's folder: places are told as seen from it. */
  readonly folder: string;
}

/** How far down the rows go: to the answers, to the leaves, or to the fields alone. */
export type TraceLevel = 'forms' | 'leaves' | 'fields';

/** Rows that somebody still reads with all their answers, and rows that a workbook still opens with. */
const mostRows = { forms: 20_000, leaves: 200_000 } as const;

export function tracePage(setting: Setting, scores: Scores, traced: Traced): ReportPage {
  const { lang, plan, index } = setting;
  const words = traceWords[lang];
  const style: TraceStyle = { lang, plan, rounding: index.rounding, folder: traced.folder };
  const level = levelFor(setting);
  const { decimals, mode } = index.rounding;
  const page = {
    file: 'trace',
    name: words.page,
    title: titleLines(setting, words.pageTitle),
    columns: [
      textColumn('unit', words.unit, 22),
      textColumn('criterion', words.criterion, 8),
      textColumn('what', words.what, 27),
      figureColumn('points', words.pointsHead, setting, { width: 8 }),
      figureColumn('max', words.max, setting, { width: 8 }),
      figureColumn('percent', words.percentHead, setting, { width: 8 }),
      textColumn('arithmetic', words.arithmetic, 38),
      textColumn('from', words.remarks, 43),
    ],
    rows: rowsOf(setting, scores, traced, style, level),
    notes: [words.rounding(decimals, mode), ...(level === 'forms' ? [] : [words.cutNote(level)])],
    orientation: 'landscape',
    print: printOf(setting),
  } as const;
  // On paper the unit stands once, as a heading; the room is for the arithmetic.
  return { ...page, sheet: withColumns(page, ({ key }) => key !== 'unit') };
}

/** By the most rows that a unit may have under the plan, whatever came back. */
function levelFor({ plan, index }: Setting): TraceLevel {
  const units = plan.units.length;
  if (units * rowsUnder(index.criteria, true) <= mostRows.forms) return 'forms';
  return units * rowsUnder(index.criteria, false) <= mostRows.leaves ? 'leaves' : 'fields';
}

/** Of one unit; with its groups and questions, or without. */
function rowsUnder(criteria: readonly Criterion[], hasAnswers: boolean): number {
  return criteria.reduce((sum, { children, source }) => {
    const parts = hasAnswers && source?.kind === 'survey' ? source.parts : [];
    const answers = parts.reduce((rows, { questions }) => rows + 1 + questions.length, 0);
    return sum + answers + rowsUnder(children, hasAnswers);
  }, 1);
}

/** The trace of a unit is let go as soon as its rows are there. */
function rowsOf(
  setting: Setting,
  scores: Scores,
  traced: Traced,
  style: TraceStyle,
  level: TraceLevel,
): readonly PageRow[] {
  const rows: PageRow[] = [];
  for (const { unit } of scores.units) {
    const step = traced.of(unit);
    if (step === null) continue;
    const name = step.about.kind === 'unit' ? step.about.name : unit;
    addRows(rows, step, { setting, style, level, unit: name, code: null });
  }
  return rows;
}

/** The steps under one that have rows of their own. */
function below(step: Step, level: TraceLevel): readonly Step[] {
  const { about } = step;
  if (level === 'forms') return step.steps;
  if (level === 'fields' && about.kind !== 'unit') return [];
  return about.kind === 'criterion' && about.isLeaf ? [] : step.steps;
}

interface Within {
  readonly setting: Setting;
  readonly style: TraceStyle;
  readonly level: TraceLevel;
  readonly unit: string;
  readonly code: string | null;
}

function addRows(rows: PageRow[], step: Step, within: Within): void {
  const { about } = step;
  const code = about.kind === 'criterion' ? about.code : within.code;
  rows.push(rowOf(step, { ...within, code }));
  for (const one of below(step, within.level)) addRows(rows, one, { ...within, code });
}

function rowOf(step: Step, { setting, style, unit, code }: Within): PageRow {
  const { about, points, max, percent } = step;
  const text = stepText(step, style);
  const words = traceWords[style.lang];
  const from = [
    ...(text.counts === null ? [] : [`${words.counts}: ${text.counts}`]),
    ...text.facts,
    ...text.sources,
    ...(text.rule === null ? [] : [words.rule(text.rule)]),
  ];
  const cells: readonly PageCell[] = [
    unit,
    code,
    about.kind === 'criterion' ? about.name : text.title,
    figure(points, setting),
    max === null ? null : exactText(max),
    figure(percent, setting),
    linesOf(text.equations.map(({ words: rule, line }) => `${rule}: ${line}`)),
    linesOf(from),
  ];
  return { style: about.kind === 'unit' ? 'group' : 'row', cells };
}

function linesOf(lines: readonly string[]): string | null {
  return lines.length === 0 ? null : lines.join('\n');
}
