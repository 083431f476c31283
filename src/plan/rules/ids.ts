/** Every id once, of the right letters, and not a word of the language. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { IdKind } from '../../findings/plan-words.ts';
import type { UnitEntry } from '../entries.ts';
import { readId } from '../scalars.ts';
import type { CriterionFile } from '../schema/index-tree.ts';
import type { TreePath } from '../tree.ts';
import { duplicateIds, type Placed, type Rule, type RuleContext } from './rule.ts';

export const idRules: readonly Rule[] = [
  { needs: ['survey', 'serial'], check: serialPrefix },
  { needs: ['units'], check: unitIds },
  { needs: ['units'], check: reservedIds },
  { needs: ['figures'], check: declaredFigures },
  { needs: ['units'], check: ({ units }) => figureNames(units) },
  { needs: ['places'], check: ({ places }) => figureNames(places) },
  { needs: ['places'], check: placeIds },
  {
    needs: ['groups'],
    check: ({ file, at }) => duplicateIds('group', listed(file.groups, ['groups'], at)),
  },
  { needs: ['forms'], check: formIds },
  { needs: ['scales'], check: scaleIds },
  {
    needs: ['questions'],
    check: ({ file, at }) => keyIds(file.questions, ['questions'], 'question', at),
  },
  { needs: ['questions', 'forms'], check: questionCase },
  {
    needs: ['tasks'],
    check: ({ file, at }) => duplicateIds('task', listed(file.tasks ?? [], ['tasks'], at)),
  },
  { needs: ['index'], check: criterionCodes },
];

/** Ids are headings of the stored answers, and headings match whatever their case. */
function questionCase({ file, at }: RuleContext): readonly Finding[] {
  const bank = Object.keys(file.questions ?? {}).map((id) => {
    return { id, path: ['questions', id] as TreePath };
  });
  const inForms = (file.forms ?? []).flatMap((form, position) =>
    form.questions.flatMap((question, index) => {
      const path: TreePath = ['forms', position, 'questions', index, 'id'];
      return typeof question === 'string' ? [] : [{ id: question.id, path }];
    }),
  );
  const spelled = new Map<string, string>();
  return [...bank, ...inForms].flatMap(({ id, path }): readonly Finding[] => {
    const first = spelled.get(id.toLowerCase()) ?? id;
    spelled.set(id.toLowerCase(), first);
    if (first === id) return [];
    const where = path[0] === 'questions' ? at(path, 'key') : at(path);
    return [finding('plan/ids-differ-in-case', where, { id, other: first })];
  });
}

function serialPrefix({ file, plan, at }: RuleContext): readonly Finding[] {
  const { survey, serialPrefix: prefix } = plan;
  if (file.serial !== undefined || readId(prefix, 'serial').ok) return [];
  return [finding('plan/serial-needed', at(['survey']), { survey, prefix })];
}

function unitIds({ blocks, units }: RuleContext): readonly Finding[] {
  return [...duplicateIds('block', blocks), ...duplicateIds('unit', units)];
}

function reservedIds({ blocks, units }: RuleContext): readonly Finding[] {
  const taken = [
    ...blocks.filter(({ id }) => id === 'places'),
    ...units.filter(({ id }) => id === 'default'),
  ];
  return taken.map(({ id, at }) => finding('plan/reserved-id', at, { id }));
}

/** Figures that `figures` explains, and the further keys of units and places. */
function declaredFigures({ file, at }: RuleContext): readonly Finding[] {
  return keyIds(file.figures, ['figures'], 'attribute', at);
}

function figureNames(
  all: readonly Pick<UnitEntry, 'attributes' | 'figureAt'>[],
): readonly Finding[] {
  return all.flatMap(({ attributes, figureAt }) =>
    Object.keys(attributes).flatMap((key) => {
      const read = readId(key, 'attribute');
      if (read.ok) return [];
      return [finding(read.problem.code, figureAt(key), read.problem.args as never)];
    }),
  );
}

function placeIds({ file, places, at }: RuleContext): readonly Finding[] {
  const levels = file.places?.levels ?? [];
  const placed = levels.map((id, position) => ({ id, at: at(['places', 'levels', position]) }));
  return [...duplicateIds('level', placed), ...duplicateIds('place', places)];
}

function formIds({ file, at }: RuleContext): readonly Finding[] {
  const questions = file.forms.flatMap((form, position) => {
    const placed = form.questions.map((question, index) => {
      const path = ['forms', position, 'questions', index];
      return typeof question === 'string'
        ? { id: question, at: at(path) }
        : { id: question.id, at: at([...path, 'id']) };
    });
    return duplicateIds('question', placed);
  });
  return [...duplicateIds('form', listed(file.forms, ['forms'], at)), ...questions];
}

function scaleIds({ file, at }: RuleContext): readonly Finding[] {
  const options = Object.entries(file.scales ?? {}).flatMap(([scale, list]) => {
    const placed = list.map(({ code }, position) => {
      return { id: code, at: at(['scales', scale, position, 'code']) };
    });
    return duplicateIds('option', placed);
  });
  return [...keyIds(file.scales, ['scales'], 'id', at), ...options];
}

function criterionCodes({ file, at }: RuleContext): readonly Finding[] {
  const placed = (criteria: readonly CriterionFile[], path: TreePath): readonly Placed[] =>
    criteria.flatMap((criterion, position) => [
      { id: criterion.code, at: at([...path, position, 'code']) },
      ...placed(criterion.criteria ?? [], [...path, position, 'criteria']),
    ]);
  return duplicateIds('criterion', placed(file.index?.criteria ?? [], ['index', 'criteria']));
}

function listed(items: readonly { id: string }[], path: TreePath, at: RuleContext['at']) {
  return items.map(({ id }, position) => ({ id, at: at([...path, position, 'id']) }));
}

function keyIds(
  map: Readonly<Record<string, unknown>> | undefined,
  path: TreePath,
  kind: IdKind,
  at: RuleContext['at'],
): readonly Finding[] {
  return Object.keys(map ?? {}).flatMap((key) => {
    const read = readId(key, kind);
    if (read.ok) return [];
    return [finding(read.problem.code, at([...path, key], 'key'), read.problem.args as never)];
  });
}
