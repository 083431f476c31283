/** Survey leaves: groups that rate every unit with weights that sum to 1, questions that they are asked. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { exact, exactText, sumExact } from '../../stats/exact.ts';
import {
  partsOf,
  type SurveyFile,
  type WrittenPart,
  writtenQuestionsOf,
} from '../normalise-survey-leaf.ts';
import type { Criterion, Group, Plan, Question, SurveyPart, UnitId } from '../plan.ts';
import { ratedUnits } from '../rated.ts';
import type { TreePath } from '../tree.ts';
import { groupIds } from '../written-groups.ts';
import { writtenCriteria } from './index-tree.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';

export const leafRules: readonly Rule[] = [
  { needs: ['index', 'groups'], check: partGroups },
  { needs: ['index', 'groups', 'forms', 'questions'], check: partQuestions },
  { needs: ['index', 'groups', 'units', 'places'], check: weights },
  { needs: ['index', 'groups', 'units', 'places'], check: ratedAtAll },
  { needs: ['index', 'groups', 'units', 'places'], check: pools },
  { needs: ['index', 'groups', 'forms', 'questions', 'scales'], check: answersCount },
];

/** A survey leaf with its place. */
interface Leaf {
  readonly code: string;
  readonly survey: SurveyFile;
  readonly parts: readonly WrittenPart[];
  readonly path: TreePath;
  readonly notFor: ReadonlySet<UnitId>;
}

function leavesOf(context: RuleContext): readonly Leaf[] {
  // Both walks list the criteria in one order: parents first.
  const normalised = (context.plan.index?.criteria ?? []).flatMap(withChildren);
  return writtenCriteria(context).flatMap(({ criterion: { code, survey }, path }, position) => {
    if (survey === undefined) return [];
    const notFor = new Set(normalised[position]?.notFor);
    return [
      { code, survey, parts: partsOf(survey, context.plan), path: [...path, 'survey'], notFor },
    ];
  });
}

function withChildren(criterion: Criterion): readonly Criterion[] {
  return [criterion, ...criterion.children.flatMap(withChildren)];
}

function partGroups(context: RuleContext): readonly Finding[] {
  const known = groupIds(context.file, context.plan.groups);
  return leavesOf(context).flatMap(({ survey, path }) => {
    const references = Object.entries(survey.by).flatMap(([id, part]) => {
      const others = 'weight' in part ? (part.with ?? []) : [];
      const by = [...path, 'by', id];
      return [
        { id, at: context.at(by, 'key') },
        ...others.map((other, position) => {
          return { id: other, at: context.at([...by, 'with', position]) };
        }),
      ];
    });
    return unknownNames('group', references, known);
  });
}

/** Each question a part uses: known, on the form of its group, and one that rates. */
function partQuestions(context: RuleContext): readonly Finding[] {
  const { plan } = context;
  const all = new Map(plan.forms.flatMap((form) => form.questions.map((one) => [one.id, one])));
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  return leavesOf(context).flatMap((leaf) => {
    const reported = new Set<string>();
    return leaf.parts.flatMap((part) => {
      const members = [part.group, ...part.with].flatMap((id) => groups.get(id) ?? []);
      if (!groups.has(part.group)) return [];
      const by = context.at([...leaf.path, 'by', part.by], 'key');
      const args = { criterion: leaf.code, group: part.by };
      if (part.questions.length === 0) return [finding('plan/leaf-without-questions', by, args)];
      return part.questions.flatMap((id, position) => {
        const path = questionPath(leaf, part, position);
        return members.flatMap((group) => {
          const found = questionFinding(id, all, group, leaf, path, context);
          // A question that the groups share is reported once unless a form lacks it.
          const key =
            found?.code === 'plan/question-not-on-form' ? `${group.id} ${id}` : path.join(' ');
          if (found === null || reported.has(key)) return [];
          reported.add(key);
          return [found];
        });
      });
    });
  });
}

function questionPath({ survey, path }: Leaf, { by }: WrittenPart, position: number): TreePath {
  const own = survey.by[by];
  const hasOwn = own !== undefined && 'weight' in own && own.questions !== undefined;
  return hasOwn ? [...path, 'by', by, 'questions', position] : [...path, 'questions', position];
}

function questionFinding(
  id: string,
  all: ReadonlyMap<string, Question>,
  group: Group,
  leaf: Leaf,
  path: TreePath,
  { plan, at }: RuleContext,
): Finding | null {
  const question = all.get(id);
  const where = at(path);
  if (question === undefined) {
    return unknownNames('question', [{ id, at: where }], [...all.keys()])[0] ?? null;
  }
  if (question.kind === 'multiple' || question.kind === 'number') {
    return finding('plan/kind-not-scored', where, { question: id, kind: question.kind });
  }
  const open = question.kind === 'open';
  if (open || question.per === 'sheet') {
    const args = { criterion: leaf.code, question: id, open };
    return finding('plan/question-not-ratable', where, args);
  }
  const form = plan.forms.find((one) => one.id === group.form);
  if (form === undefined || form.questions.some((one) => one.id === id)) return null;
  const args = { criterion: leaf.code, question: id, group: group.id, form: form.id };
  return finding('plan/question-not-on-form', where, args);
}

interface Rating {
  readonly rates: ReadonlyMap<string, ReadonlySet<UnitId>>;
  /** Rated by at least one group. */
  readonly rated: ReadonlySet<UnitId>;
}

function ratingOf(plan: Plan): Rating {
  const rates = new Map(plan.groups.map((group) => [group.id, new Set(ratedUnits(plan, group))]));
  return { rates, rated: new Set([...rates.values()].flatMap((units) => [...units])) };
}

function ratedAtAll(context: RuleContext): readonly Finding[] {
  const leaves = leavesOf(context);
  const { rated } = ratingOf(context.plan);
  return context.units
    .filter(({ id }) => !rated.has(id) && leaves.some(({ notFor }) => !notFor.has(id)))
    .map(({ id, at }) => finding('plan/unit-not-rated', at, { unit: id }));
}

function weights(context: RuleContext): readonly Finding[] {
  const rating = ratingOf(context.plan);
  return leavesOf(context)
    .filter(({ parts }) => parts.every(({ group }) => rating.rates.has(group)))
    .flatMap((leaf) => [
      ...unevenWeights(leaf, rating, context),
      ...notRated(leaf, rating, context),
      ...unusedWeights(leaf, rating, context),
    ]);
}

/** Groups counted together must rate the same units, and each answer counts once. */
function pools(context: RuleContext): readonly Finding[] {
  const { rates } = ratingOf(context.plan);
  return leavesOf(context).flatMap(({ code, survey, parts, path }) => {
    const seen = new Set(parts.map(({ group }) => group));
    return parts.flatMap((part) =>
      part.with.flatMap((id): readonly Finding[] => {
        const position = writtenWith(survey, part.by, id, context.plan);
        const at = context.at([...path, 'by', part.by, 'with', position]);
        if (seen.has(id)) return [finding('plan/pooled-twice', at, { criterion: code, group: id })];
        seen.add(id);
        const [own, other] = [rates.get(part.group), rates.get(id)];
        if (own === undefined || other === undefined) return [];
        const same = own.size === other.size && [...own].every((unit) => other.has(unit));
        const args = { criterion: code, group: part.group, other: id };
        return same ? [] : [finding('plan/pool-rates-others', at, args)];
      }),
    );
  });
}

/** Where in `with` a group is named, by its own id or as written. */
function writtenWith(survey: SurveyFile, by: string, id: string, { groups }: Plan): number {
  const part = survey.by[by];
  const others = part !== undefined && 'weight' in part ? (part.with ?? []) : [];
  const people = groups.find((group) => group.id === id)?.people;
  return others.findIndex((other) => other === id || other === people);
}

/** One finding for all units of a block that have the same groups. */
function unevenWeights(
  leaf: Leaf,
  { rates }: Rating,
  { plan, at }: RuleContext,
): readonly Finding[] {
  const wrong = new Map<string, { block: string; units: string[]; parts: readonly SurveyPart[] }>();
  for (const { id, name, block } of plan.units) {
    const parts = leaf.parts.filter(({ group }) => rates.get(group)?.has(id));
    const sum = sumExact(parts.map(({ weight }) => weight));
    if (leaf.notFor.has(id) || parts.length === 0 || sum.equals(exact(1))) continue;
    const key = [block, ...parts.map(({ group }) => group)].join(' ');
    const same = wrong.get(key) ?? { block, units: [], parts };
    same.units.push(name);
    wrong.set(key, same);
  }
  return [...wrong.values()].map(({ block, units, parts }) => {
    const groups = parts.map(({ group, weight }) => `${group} ${exactText(weight)}`);
    const sum = exactText(sumExact(parts.map(({ weight }) => weight)));
    const args = { criterion: leaf.code, block, units, groups, sum };
    return finding('plan/weights-do-not-sum', at([...leaf.path, 'by'], 'key'), args);
  });
}

function notRated(
  leaf: Leaf,
  { rates, rated }: Rating,
  { plan, at }: RuleContext,
): readonly Finding[] {
  const units = plan.units.filter(
    ({ id }) =>
      rated.has(id) &&
      !leaf.notFor.has(id) &&
      !leaf.parts.some(({ group }) => rates.get(group)?.has(id)),
  );
  const by = leaf.parts.map(({ group }) => group);
  const args = { criterion: leaf.code, units: units.map(({ name }) => name), by };
  return units.length === 0
    ? []
    : [finding('plan/leaf-not-rated', at([...leaf.path, 'by'], 'key'), args)];
}

function unusedWeights(leaf: Leaf, { rates }: Rating, { at }: RuleContext): readonly Finding[] {
  const applies = ({ group }: WrittenPart): boolean =>
    [...(rates.get(group) ?? [])].some((unit) => !leaf.notFor.has(unit));
  const used = new Set(leaf.parts.filter(applies).map(({ by }) => by));
  const unused = new Set(leaf.parts.map(({ by }) => by).filter((by) => !used.has(by)));
  return [...unused].map((group) => {
    const where = at([...leaf.path, 'by', group], 'key');
    return finding('plan/weight-unused', where, { criterion: leaf.code, group });
  });
}

/** A share needs positive options, a mean needs points: once for each scale of a leaf. */
function answersCount(context: RuleContext): readonly Finding[] {
  const { plan, at } = context;
  const questions = new Map(
    plan.forms.flatMap((form) => form.questions.map((one) => [one.id, one])),
  );
  const scales = new Map(plan.scales.map((scale) => [scale.id, scale]));
  const reported = new Set<string>();
  return leavesOf(context).flatMap((leaf) =>
    leaf.parts
      .flatMap((part) => part.questions)
      .flatMap((question) => {
        const scale = scales.get(questions.get(question)?.scale ?? '');
        // Of a question that cannot be scored it is said where the leaf names it.
        if (scale === undefined || questions.get(question)?.kind !== 'scale') return [];
        const share = leaf.survey.as === 'share';
        if (!share && hasTable(leaf.survey, question)) return [];
        const counts = scale.options.some((option) =>
          share ? option.positive : option.points !== null,
        );
        const key = share ? `${leaf.code} ${scale.id}` : scale.id;
        if (counts || reported.has(key)) return [];
        reported.add(key);
        const args = { criterion: leaf.code, scale: scale.id, question };
        return share
          ? [finding('plan/share-without-positive', at([...leaf.path, 'as']), args)]
          : [
              finding('plan/scale-without-points', at(['scales', scale.id], 'key'), {
                scale: scale.id,
              }),
            ];
      }),
  );
}

/** Whether a question has a table of percents, its own or the criterion's. */
function hasTable(survey: SurveyFile, id: string): boolean {
  if (survey.points !== undefined) return true;
  return writtenQuestionsOf(survey).some(
    ({ question }) => typeof question !== 'string' && question.question === id && question.points,
  );
}
