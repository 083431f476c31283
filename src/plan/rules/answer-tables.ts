/** Tables of percents by option, and the order of scales. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { type Exact, exactText, isZero } from '../../stats/exact.ts';
import { questionId, type SurveyFile, writtenQuestionsOf } from '../normalise-survey-leaf.ts';
import type { Option, Plan } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { writtenCriteria } from './index-tree.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';

export const tableRules: readonly Rule[] = [
  { needs: ['index'], check: idleTables },
  { needs: ['index'], check: tablesTwice },
  { needs: ['index', 'groups'], check: questionWeights },
  { needs: ['index', 'forms', 'questions', 'scales'], check: tableOptions },
  { needs: ['index'], check: leastRatings },
  { needs: ['scales'], check: scaleOrder },
];

interface SurveyLeaf {
  readonly code: string;
  readonly survey: SurveyFile;
  readonly path: TreePath;
}

function surveyLeaves(context: RuleContext): readonly SurveyLeaf[] {
  return writtenCriteria(context).flatMap(({ criterion: { code, survey }, path }) =>
    survey === undefined ? [] : [{ code, survey, path: [...path, 'survey'] }],
  );
}

type PercentTable = Readonly<Record<string, Exact>>;

interface PlacedTable {
  readonly table: PercentTable;
  readonly path: TreePath;
  /** Questions that it is used for. */
  readonly questions: readonly string[];
}

/** The leaf's own table, and those of single questions. */
function tablesOf({ survey, path }: SurveyLeaf): readonly PlacedTable[] {
  const written = writtenQuestionsOf(survey);
  const own = written.flatMap(({ by, position, question }): readonly PlacedTable[] => {
    if (typeof question === 'string' || question.points === undefined) return [];
    const list = by === null ? ['questions', position] : ['by', by, 'questions', position];
    const place = [...path, ...list, 'points'];
    return [{ table: question.points, path: place, questions: [question.question] }];
  });
  if (survey.points === undefined) return own;
  const others = written
    .filter(({ question }) => typeof question === 'string' || question.points === undefined)
    .map(({ question }) => questionId(question));
  return [{ table: survey.points, path: [...path, 'points'], questions: others }, ...own];
}

function idleTables(context: RuleContext): readonly Finding[] {
  return surveyLeaves(context)
    .filter(({ survey }) => survey.as === 'share')
    .flatMap((leaf) =>
      tablesOf(leaf).map(({ path }) => {
        const args = { criterion: leaf.code, key: 'points', reason: 'share' } as const;
        return finding('plan/index-key-unused', context.at(path, 'key'), args);
      }),
    );
}

/** One question under two groups, with different tables. */
function tablesTwice(context: RuleContext): readonly Finding[] {
  return surveyLeaves(context).flatMap((leaf) => {
    const seen = new Map<string, string>();
    return tablesOf(leaf).flatMap(({ table, path, questions }) =>
      questions.flatMap((question): readonly Finding[] => {
        const text = textOf(table);
        const before = seen.get(question) ?? text;
        seen.set(question, before);
        const args = { criterion: leaf.code, question };
        return before === text ? [] : [finding('plan/table-twice', context.at(path, 'key'), args)];
      }),
    );
  });
}

function textOf(table: PercentTable): string {
  return Object.entries(table)
    .map(([code, percent]) => `${code}=${exactText(percent)}`)
    .sort()
    .join(' ');
}

/** Each list of questions, of the leaf or of one group, has something that counts. */
function questionWeights(context: RuleContext): readonly Finding[] {
  return surveyLeaves(context).flatMap(({ code, survey, path }) => {
    const lists = new Map<string | null, boolean[]>();
    for (const { by, question } of writtenQuestionsOf(survey)) {
      const weight = typeof question === 'string' ? undefined : question.weight;
      const list = lists.get(by) ?? [];
      lists.set(by, list);
      list.push(weight !== undefined && isZero(weight));
    }
    return [...lists]
      .filter(([, zeros]) => zeros.every((zero) => zero))
      .map(([by]) => {
        const list = by === null ? [...path, 'questions'] : [...path, 'by', by, 'questions'];
        return finding('plan/weights-all-zero', context.at(list, 'key'), { criterion: code });
      });
  });
}

function leastRatings(context: RuleContext): readonly Finding[] {
  const { file, at } = context;
  const own = surveyLeaves(context)
    .filter(({ survey }) => survey.min_ratings === 0)
    .map(({ code, path }) => ({ criterion: code, path: [...path, 'min_ratings'] }));
  const whole =
    file.index?.min_ratings === 0 ? [{ criterion: null, path: ['index', 'min_ratings'] }] : [];
  return [...whole, ...own].map(({ criterion, path }) =>
    finding('plan/min-ratings-zero', at(path), { criterion }),
  );
}

function tableOptions(context: RuleContext): readonly Finding[] {
  const options = optionsIn(context.plan);
  return surveyLeaves(context).flatMap((leaf) =>
    tablesOf(leaf).flatMap(({ table, path, questions }) => {
      const asked = questions.flatMap((id) => {
        const own = options.get(id);
        return own === undefined ? [] : [{ id, own }];
      });
      // A table for several questions is held against each scale once.
      const scales = [...new Map(asked.map((one) => [one.own, one])).values()];
      return scales.flatMap(({ id: question, own }): readonly Finding[] => {
        const known = own.map(({ code }) => code);
        const unknown = unknownNames(
          'option',
          Object.keys(table).map((id) => ({ id, at: context.at([...path, id], 'key') })),
          known,
        );
        const lacking = own
          .filter(({ code, points }) => points !== null && !Object.hasOwn(table, code))
          .map(({ code }) => code);
        const args = { criterion: leaf.code, question, options: lacking };
        return lacking.length === 0
          ? unknown
          : [...unknown, finding('plan/table-lacks-options', context.at(path, 'key'), args)];
      });
    }),
  );
}

/** Of the questions on a scale; those of one scale share one list. */
function optionsIn({ forms, scales }: Plan): ReadonlyMap<string, readonly Option[]> {
  const lists = new Map(scales.map(({ id, options }) => [id, options]));
  return new Map(
    forms.flatMap(({ questions }) =>
      questions.flatMap(({ id, scale, kind }) => {
        const own = kind === 'scale' ? lists.get(scale ?? '') : undefined;
        return own === undefined ? [] : [[id, own] as const];
      }),
    ),
  );
}

/** Options in the written order, those that say nothing left out: 5 → 1 or 1 → 5, not up and down. */
function scaleOrder({ plan, at }: RuleContext): readonly Finding[] {
  return plan.scales.flatMap(({ id, options }) => {
    const points = options.flatMap((option) => (option.points === null ? [] : [option.points]));
    const steps = points.slice(1).map((one, position) => one.compare(points[position] ?? one));
    if (!(steps.some((step) => step > 0) && steps.some((step) => step < 0))) return [];
    const args = { scale: id, points: points.map(exactText) };
    return [finding('plan/scale-out-of-order', at(['scales', id], 'key'), args)];
  });
}
