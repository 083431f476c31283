/** Why points are missing: one finding per cause, naming every unit and criterion it leaves without points. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { UnitFigure } from '../findings/scoring.ts';
import { leafCriteria, leavesOf } from '../plan/criteria.ts';
import type { Index, Plan } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { CriterionScore, FigureValue, PartValue, UnitScore } from './score.ts';

/** What some units lack in the same criteria. */
type Cause =
  | { readonly kind: 'points'; readonly criteria: readonly string[] }
  | {
      readonly kind: 'figures';
      readonly figures: readonly string[];
      readonly criteria: readonly string[];
    }
  | { readonly kind: 'result'; readonly criteria: readonly string[]; readonly formula: string }
  | {
      readonly kind: 'answers';
      readonly group: string;
      readonly questions: readonly string[];
      readonly criteria: readonly string[];
    }
  | {
      readonly kind: 'few';
      readonly group: string;
      readonly least: number;
      readonly criteria: readonly string[];
    };

/** A unit and, where the cause is that there are too few answers, how many there are. */
interface Lacking {
  readonly cause: Cause;
  readonly answers: number;
}

/** Units that lack the same points for the same reason come together in one finding. */
export function gapFindings(
  plan: Plan,
  index: Index,
  scores: readonly UnitScore[],
  where: PlanWhere,
): readonly Finding[] {
  const names = new Map(plan.units.map((unit) => [unit.id, unit.name]));
  const least = leastRatings(index);
  const causes = new Map<string, { readonly cause: Cause; readonly units: UnitFigure[] }>();
  for (const score of scores) {
    for (const { cause, answers } of causesOf(score, least)) {
      const key = JSON.stringify(cause);
      const known = causes.get(key) ?? { cause, units: [] };
      known.units.push({ unit: names.get(score.unit) ?? score.unit, figure: `${answers}` });
      causes.set(key, known);
    }
  }
  return [...causes.values()].map(({ cause, units }) => gapFinding(plan, cause, units, where));
}

/** Fewest answers that count, by criterion. */
function leastRatings({ criteria }: Index): ReadonlyMap<string, number> {
  return new Map(
    leafCriteria(criteria).flatMap(({ code, source }) =>
      source?.kind === 'survey' ? [[code, source.minRatings] as const] : [],
    ),
  );
}

function gapFinding(
  plan: Plan,
  cause: Cause,
  lacking: readonly UnitFigure[],
  where: PlanWhere,
): Finding {
  const units = lacking.map(({ unit }) => unit);
  const { criteria } = cause;
  const at = where.criterion(criteria[0] ?? '');
  switch (cause.kind) {
    case 'points':
      return finding('scores/no-points', at, { units, criteria });
    case 'figures': {
      const figures = cause.figures.map((id) => figureName(plan, id));
      return finding('scores/no-figure', at, { figures, units, criteria });
    }
    case 'result': {
      const args = { criterion: criteria[0] ?? '', formula: cause.formula, units };
      return finding('scores/no-result', at, args);
    }
    case 'answers': {
      const { questions } = cause;
      const args = { group: groupName(plan, cause.group), units, questions, criteria };
      return finding('scores/no-answers', where.group(cause.group), args);
    }
    case 'few': {
      const { least } = cause;
      const args = { group: groupName(plan, cause.group), criteria, least, units: lacking };
      return finding('scores/too-few-ratings', where.group(cause.group), args);
    }
  }
}

function figureName({ index, figures }: Plan, id: string): string {
  const declared = index?.figures.find((figure) => figure.id === id)?.name;
  return declared ?? (Object.hasOwn(figures, id) ? figures[id]?.name : null) ?? id;
}

function groupName(plan: Plan, group: string): string {
  return plan.groups.find(({ id }) => id === group)?.name ?? group;
}

function causesOf(score: UnitScore, least: ReadonlyMap<string, number>): readonly Lacking[] {
  const missing = leavesOf(score.criteria).filter((leaf) => leaf.applies && leaf.points === null);
  const appraised = missing.filter(
    ({ leaf, value }) => leaf?.kind === 'appraised' && value === null && given(leaf) === null,
  );
  const criteria = appraised.map(({ code }) => code);
  const points =
    criteria.length === 0 ? [] : [{ cause: { kind: 'points', criteria }, answers: 0 } as const];
  return [
    ...points,
    ...figureCauses(missing),
    ...silentGroups(missing),
    ...fewAnswers(missing, least),
  ];
}

type Leaf<K extends string> = Extract<NonNullable<CriterionScore['leaf']>, { readonly kind: K }>;

function given({ first, second }: Leaf<'appraised'>): unknown {
  return second ?? first;
}

function figureCauses(missing: readonly CriterionScore[]): readonly Lacking[] {
  const figures = new Set<string>();
  const criteria = new Set<string>();
  const results: Lacking[] = [];
  for (const { code, leaf } of missing) {
    const unknown = unknownFigures(leaf);
    for (const figure of unknown) figures.add(figure);
    if (unknown.length > 0) criteria.add(code);
    else if (leaf?.kind === 'formula' && leaf.value === null) {
      results.push({ cause: { kind: 'result', criteria: [code], formula: leaf.text }, answers: 0 });
    } else if (leaf?.kind === 'conditions') {
      const formula = leaf.conditions.find(({ holds }) => holds === null)?.text ?? '';
      results.push({ cause: { kind: 'result', criteria: [code], formula }, answers: 0 });
    }
  }
  if (figures.size === 0) return results;
  const cause = { kind: 'figures', figures: [...figures], criteria: [...criteria] } as const;
  return [{ cause, answers: 0 }, ...results];
}

/** Those that the missing value was to be made of; none where there is a value, or it fails for another reason. */
function unknownFigures(leaf: CriterionScore['leaf']): readonly string[] {
  const names = (inputs: readonly FigureValue[]): readonly string[] =>
    inputs.filter(({ value }) => value === null).map(({ figure }) => figure);
  if (leaf?.kind === 'figure') return names([leaf]);
  if (leaf?.kind === 'formula') return leaf.value === null ? names(leaf.inputs) : [];
  if (leaf?.kind !== 'conditions') return [];
  return leaf.conditions.flatMap(({ holds, inputs }) => (holds === null ? names(inputs) : []));
}

/** Groups without any answer that counts. */
function silentGroups(missing: readonly CriterionScore[]): readonly Lacking[] {
  const groups = new Map<string, { questions: Set<string>; criteria: Set<string> }>();
  for (const score of missing) {
    for (const { group, questions } of partsOf(score)) {
      for (const { question, base, percent } of questions) {
        if (percent !== null || base > 0) continue;
        const silent = groups.get(group) ?? { questions: new Set(), criteria: new Set() };
        silent.questions.add(question);
        silent.criteria.add(score.code);
        groups.set(group, silent);
      }
    }
  }
  return [...groups].map(([group, { questions, criteria }]) => {
    const lists = { questions: [...questions], criteria: [...criteria] };
    return { cause: { kind: 'answers', group, ...lists }, answers: 0 };
  });
}

/** Groups with some answers, but fewer than the plan asks for. */
function fewAnswers(
  missing: readonly CriterionScore[],
  least: ReadonlyMap<string, number>,
): readonly Lacking[] {
  const groups = new Map<
    string,
    { group: string; least: number; fewest: number; criteria: Set<string> }
  >();
  for (const score of missing) {
    const wanted = least.get(score.code) ?? 1;
    for (const { group, questions } of partsOf(score)) {
      const bases = questions.map(({ base }) => base).filter((base) => base > 0 && base < wanted);
      if (bases.length === 0) continue;
      const key = `${group}\n${wanted}`;
      const few = groups.get(key) ?? { group, least: wanted, fewest: wanted, criteria: new Set() };
      few.criteria.add(score.code);
      groups.set(key, { ...few, fewest: Math.min(few.fewest, ...bases) });
    }
  }
  return [...groups.values()].map(({ group, least: wanted, fewest, criteria }) => {
    const cause = { kind: 'few', group, least: wanted, criteria: [...criteria] } as const;
    return { cause, answers: fewest };
  });
}

function partsOf({ leaf }: CriterionScore): readonly PartValue[] {
  return leaf?.kind === 'survey' ? leaf.parts : [];
}
