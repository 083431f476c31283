/** Weights of respondents: questions about the respondent, totals for every option, chances that differ. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { exactText, isZero, sumExact } from '../../stats/exact.ts';
import { borrowedFrom } from '../borrowed.ts';
import { marginOptions } from '../margin-options.ts';
import { placePopulation } from '../place-population.ts';
import type { Form, Group, Question } from '../plan.ts';
import type { RespondentWeightsFile } from '../schema/index-weights.ts';
import type { TreePath } from '../tree.ts';
import { expandedGroups, groupIds } from '../written-groups.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';

export const respondentWeightRules: readonly Rule[] = [
  { needs: ['index', 'groups'], check: weightedGroups },
  { needs: ['index', 'groups'], check: weightMethods },
  { needs: ['index', 'groups', 'forms', 'questions', 'scales'], check: marginTables },
  { needs: ['index', 'groups'], check: marginSizes },
];

/** The weights of one written group, with their place. */
interface Weighted {
  readonly id: string;
  readonly file: RespondentWeightsFile;
  readonly path: TreePath;
  /** One for each of its forms. */
  readonly groups: readonly Group[];
}

function weightedOf({ file, plan }: RuleContext): readonly Weighted[] {
  return Object.entries(file.index?.weights ?? {}).map(([id, one]): Weighted => {
    const ids = new Set(expandedGroups([id], plan.groups));
    const groups = plan.groups.filter((group) => ids.has(group.id));
    return { id, file: one, path: ['index', 'weights', id], groups };
  });
}

function weightedGroups(context: RuleContext): readonly Finding[] {
  const references = weightedOf(context).map(({ id, path }) => {
    return { id, at: context.at(path, 'key') };
  });
  return unknownNames('group', references, groupIds(context.file, context.plan.groups));
}

/** Something to weigh by, and for what goes by rows of the quota rows that differ. */
function weightMethods(context: RuleContext): readonly Finding[] {
  return weightedOf(context).flatMap(({ id, file, path, groups }): readonly Finding[] => {
    const { design, non_response: nonResponse, margins, trim } = file;
    if (design !== true && nonResponse !== true && margins === undefined) {
      const at = context.at(trim === undefined ? path : [...path, 'trim'], 'key');
      return [finding('plan/weights-of-nothing', at, { group: id, trim: trim !== undefined })];
    }
    const [group] = groups;
    if (group === undefined) return [];
    const found: Finding[] = [];
    const same = design === true ? withoutChance(group, context) : null;
    if (same !== null) {
      const at = context.at([...path, 'design']);
      found.push(finding('plan/design-without-chance', at, { group: id, why: same }));
    }
    const rule = withoutSize(group);
    if (nonResponse === true && rule !== null) {
      const at = context.at([...path, 'non_response']);
      found.push(finding('plan/non-response-without-size', at, { group: id, rule }));
    }
    return found;
  });
}

/** Rules by which a row's people are not known unless the group says how many they are. */
const withoutPeople: ReadonlySet<string> = new Set(['total', 'counts', 'each', 'per']);

/** Why every sheet would have the same design weight, or none; null: what is there may do. */
function withoutChance(group: Group, { plan }: RuleContext): 'whole' | 'population' | null {
  const { quota, over, modifiers, except, pools } = group;
  if (over.kind === 'whole' || borrowedFrom(group) !== null) return 'whole';
  if (modifiers.population !== null) return null;
  if (quota.rule === 'stages') {
    const byChance = quota.stages.some(({ how }) => how !== 'named' && how !== 'purposive');
    return byChance || placePopulation(plan, quota) !== null ? null : 'population';
  }
  const alone = Object.keys(except).length === 0 && pools.length === 0;
  return alone && withoutPeople.has(quota.rule) ? 'population' : null;
}

function withoutSize(group: Group): 'band' | 'from' | 'whole' | null {
  if (borrowedFrom(group) !== null) return 'from';
  if (group.quota.rule === 'band') return 'band';
  return group.over.kind === 'whole' ? 'whole' : null;
}

function marginTables(context: RuleContext): readonly Finding[] {
  const { plan } = context;
  const all = [...new Set(plan.forms.flatMap((form) => form.questions.map(({ id }) => id)))];
  const forms = new Map(plan.forms.map((form) => [form.id, form]));
  return weightedOf(context).flatMap(({ id, file, path, groups }) =>
    (file.margins ?? []).flatMap(({ question, totals }, position): readonly Finding[] => {
      const own = [...path, 'margins', position];
      const at = context.at([...own, 'question']);
      if (!all.includes(question)) return unknownNames('question', [{ id: question, at }], all);
      const before = (file.margins ?? []).findIndex((other) => other.question === question);
      if (before < position) return [finding('plan/margin-twice', at, { group: id, question })];
      for (const group of groups) {
        const form = forms.get(group.form);
        const why = form === undefined ? null : unfit(group, form, question);
        if (form === undefined || why === null) continue;
        const args = { group: group.id, question, why, form: form.code };
        return [finding('plan/margin-question', at, args)];
      }
      return totalFindings(context, question, totals, [...own, 'totals']);
    }),
  );
}

/** Why the answers cannot say which category a sheet is in; null: they can. */
function unfit({ about }: Group, form: Form, id: string): 'form' | 'rating' | 'kind' | null {
  const question = form.questions.find((one) => one.id === id);
  if (question === undefined) return 'form';
  if (question.kind !== 'scale') return 'kind';
  const isGrid = about.kind === 'units' && about.units.length > 1;
  return question.per === 'rating' && (isGrid || question.scored) ? 'rating' : null;
}

/** Statistics of two years or offices differ by so much, percent; what is mistyped, by more. */
const fromTwoSources = 1;

/** Margins of one group that cannot both be true of one population; each is held against the first. */
function marginSizes(context: RuleContext): readonly Finding[] {
  const { at } = context;
  return weightedOf(context).flatMap(({ id, file: { margins = [] }, path }) => {
    const sizes = margins.flatMap(({ question, totals }, position) => {
      const total = sumExact(Object.values(totals));
      return isZero(total) ? [] : [{ question, total, position }];
    });
    const [first, ...others] = sizes;
    if (first === undefined) return [];
    return others
      .filter(({ total }) => {
        const part = total.div(first.total).mul(100).sub(100).abs();
        return part.compare(fromTwoSources) > 0;
      })
      .map(({ question, total, position }) => {
        const where = at([...path, 'margins', position, 'totals'], 'key');
        const of = { question, total: exactText(total) };
        const other = { other: first.question, otherTotal: exactText(first.total) };
        return finding('plan/margin-totals-differ', where, { group: id, ...of, ...other });
      });
  });
}

type Totals = NonNullable<RespondentWeightsFile['margins']>[number]['totals'];

function totalFindings(
  { plan, at }: RuleContext,
  id: string,
  totals: Totals,
  path: TreePath,
): readonly Finding[] {
  const questions = plan.forms.flatMap((form) => form.questions);
  const scale = questions.find((one: Question) => one.id === id)?.scale;
  const options = plan.scales.find((one) => one.id === scale)?.options;
  if (options === undefined) return [];
  const known = options.map(({ code }) => code);
  const used = new Set<string>();
  const findings = Object.keys(totals).flatMap((key) =>
    marginOptions(key).flatMap((option): readonly Finding[] => {
      const twice = used.has(option);
      used.add(option);
      if (known.includes(option) && !twice) return [];
      const args = { question: id, option, twice, known };
      return [finding('plan/margin-option', at([...path, key], 'key'), args)];
    }),
  );
  if (findings.length > 0) return findings;
  if (isZero(sumExact(Object.values(totals)))) {
    return [finding('plan/margin-of-nobody', at(path, 'key'), { question: id })];
  }
  const missing = known.filter((code) => !used.has(code));
  if (missing.length === 0) return [];
  const args = { question: id, options: missing };
  return [finding('plan/margin-without-option', at(path, 'key'), args)];
}
