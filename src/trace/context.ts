/** What a trace is told from, prepared once for all units. */
import type { Where } from '../findings/finding.ts';
import { figureName } from '../plan/expression-words.ts';
import type { Index } from '../plan/index-rules.ts';
import { figuresByUnit, scoreValues } from '../plan/named-values.ts';
import type { GroupId, Option, Plan, Question, QuestionId, UnitId } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { Points } from '../points.ts';
import type { FigureValue, Scores, UnitScore } from '../scores/score.ts';
import type { Values } from '../stats/expression.ts';
import type { FigureUsed } from './facts.ts';
import type { AnswerSources } from './sources.ts';

export interface TraceInputs {
  readonly plan: Plan;
  readonly index: Index;
  readonly scores: Scores;
  readonly points: Points;
  readonly where: PlanWhere;
  readonly sources: AnswerSources;
}

export interface TraceContext extends TraceInputs {
  readonly score: (unit: UnitId) => UnitScore | null;
  readonly unitName: (unit: UnitId) => string;
  readonly blockName: (block: string) => string;
  readonly groupName: (group: GroupId) => string;
  /** As the form of the group asks it. */
  readonly question: (group: GroupId, question: QuestionId) => Question | null;
  readonly options: (question: Question) => readonly Option[];
  /** Answers of so few, or beside so few, that they are not shown. */
  readonly isHidden: (unit: UnitId, group: GroupId, question: QuestionId) => boolean;
  /** The ranked units of its list, best first. */
  readonly ranking: (score: UnitScore) => readonly UnitScore[];
  /** Cell of points/ that says so about a unit: a criterion, a figure, bonus or penalty. */
  readonly cell: (unit: UnitId, of: string, which: string | null) => Where | null;
  readonly figure: (unit: UnitId, figure: FigureValue) => FigureUsed;
  /** What the names in a condition on the whole unit stand for. */
  readonly values: (score: UnitScore) => Values;
}

export function traceContext(inputs: TraceInputs): TraceContext {
  const { plan, index, scores, points, where } = inputs;
  const byUnit = new Map(scores.units.map((score) => [score.unit, score]));
  const hidden = new Set(
    scores.hidden.map(({ unit, group, question }) => [unit, group, question].join('\n')),
  );
  const yesNo = new Set(index.figures.flatMap(({ id, kind }) => (kind === 'yes-no' ? [id] : [])));
  const figures = figuresByUnit(plan, points);
  const cell: TraceContext['cell'] = (unit, of, which) => points.where?.(unit, of, which) ?? null;
  return {
    ...inputs,
    score: (unit) => byUnit.get(unit) ?? null,
    unitName: nameFinder(plan.units),
    blockName: nameFinder(plan.blocks),
    groupName: nameFinder(plan.groups),
    question: questionFinder(plan),
    options: optionFinder(plan),
    isHidden: (...cell) => hidden.has(cell.join('\n')),
    ranking: rankings(index, scores),
    cell,
    figure: (unit, { figure: id, value }) => {
      const from = value === null ? null : (cell(unit, id, null) ?? where.figure({ unit }, id));
      return { kind: 'figure', name: figureName(id, plan), value, isYesNo: yesNo.has(id), from };
    },
    values: (score) => scoreValues(score, figures.get(score.unit) ?? (() => null)),
  };
}

function nameFinder(named: readonly { readonly id: string; readonly name: string }[]) {
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return (id: string): string => names.get(id) ?? id;
}

function questionFinder({ forms, groups }: Plan): TraceContext['question'] {
  const byForm = new Map(
    forms.map(({ id, questions }) => [id, new Map(questions.map((one) => [one.id, one]))]),
  );
  const formOf = new Map(groups.map(({ id, form }) => [id, form]));
  return (group, question) => {
    const own = byForm.get(formOf.get(group) ?? '')?.get(question);
    if (own !== undefined) return own;
    for (const questions of byForm.values()) {
      const found = questions.get(question);
      if (found !== undefined) return found;
    }
    return null;
  };
}

function optionFinder({ scales }: Plan): TraceContext['options'] {
  const options = new Map(scales.map((scale) => [scale.id, scale.options]));
  return ({ scale }) => options.get(scale ?? '') ?? [];
}

/** Ranks restart in every block, or run over all units. */
function rankings({ rank }: Index, scores: Scores): TraceContext['ranking'] {
  const lists = new Map<string, UnitScore[]>();
  const listOf = ({ block }: UnitScore): string => (rank.within === 'all' ? '' : block);
  for (const score of scores.units) {
    if (score.rank === null) continue;
    const list = lists.get(listOf(score)) ?? [];
    list.push(score);
    lists.set(listOf(score), list);
  }
  for (const list of lists.values()) {
    list.sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0));
  }
  return (score) => lists.get(listOf(score)) ?? [];
}
