/** References to what is declared elsewhere in the plan, and declarations that nothing refers to. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { questionBank } from '../normalise-forms.ts';
import { type GroupFile, writtenForms } from '../normalise-groups.ts';
import type { CriterionFile } from '../schema/index-tree.ts';
import type { TreePath } from '../tree.ts';
import { groupIds, writtenGroups } from '../written-groups.ts';
import {
  duplicateIds,
  listFindings,
  type Placed,
  type Rule,
  type RuleContext,
  unknownNames,
} from './rule.ts';

export const referenceRules: readonly Rule[] = [
  { needs: ['groups', 'forms'], check: knownForms, spoils: ['forms'] },
  { needs: ['groups'], check: formsTwice, spoils: ['groups'] },
  { needs: ['groups', 'forms'], check: expandedIds, spoils: ['groups'] },
  { needs: ['groups', 'units'], check: groupUnits, spoils: ['groups'] },
  { needs: ['groups', 'stated'], check: statedGroups },
  { needs: ['places', 'units'], check: placeUnits, spoils: ['places'] },
  { needs: ['forms', 'questions'], check: formQuestions, spoils: ['forms'] },
  {
    needs: ['forms', 'questions', 'scales'],
    check: questionScales,
    spoils: ['questions', 'forms'],
  },
  { needs: ['index', 'units'], check: indexUnits, spoils: ['index'] },
];

export const useRules: readonly Rule[] = [
  { needs: ['groups', 'forms'], check: unusedForms },
  { needs: ['forms', 'questions', 'scales'], check: unusedScales },
  { needs: ['forms', 'questions'], check: unusedQuestions },
];

function knownForms({ file, at }: RuleContext): readonly Finding[] {
  const known = file.forms.map(({ id }) => id);
  return file.groups.flatMap(({ form }, position) =>
    unknownNames('form', placedForms(form, position, at), known),
  );
}

function formsTwice({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap(({ form }, position) =>
    duplicateIds('form', placedForms(form, position, at)),
  );
}

function placedForms(
  form: GroupFile['form'],
  position: number,
  at: RuleContext['at'],
): readonly Placed[] {
  const path: TreePath = ['groups', position, 'form'];
  if (typeof form === 'string') return [{ id: form, at: at(path) }];
  return form.map((one, index) =>
    typeof one === 'string'
      ? { id: one, at: at([...path, index]) }
      : { id: one.form, at: at([...path, index, 'form']) },
  );
}

/** The group that stands for one of several forms must not have another group's id. */
function expandedIds({ file, plan, at }: RuleContext): readonly Finding[] {
  const written = new Map(
    file.groups.map(({ id }, position) => [id, at(['groups', position, 'id'])] as const),
  );
  return writtenGroups(file, plan.groups).flatMap(({ position, groups }) => {
    const clashing = groups.filter(({ id, people }) => id !== people && written.has(id));
    return clashing.map(({ id, people, form }) => {
      const args = { group: people, form, id };
      return finding('plan/group-id-taken', at(['groups', position, 'id']), args);
    });
  });
}

function groupUnits(context: RuleContext): readonly Finding[] {
  const blocks = context.blocks.map(({ id }) => id);
  return context.file.groups.flatMap((group, position) => {
    const path: TreePath = ['groups', position];
    const rated = ratedChoices(group, path).flatMap(({ choice, path: own }) =>
      chosenUnits(choice, own, context),
    );
    const over = group.in;
    if (over === undefined || over === 'places') return rated;
    const own = [...path, 'in'];
    if (typeof over === 'string') {
      const reference = { id: over, at: context.at(own) };
      return [...rated, ...unknownNames('block', [reference], blocks)];
    }
    const counted =
      'map' in over
        ? listFindings('block', over, own, blocks, context.at)
        : chosenUnits(over, own, context);
    return [...rated, ...counted];
  });
}

type UnitChoice = Parameters<typeof chosenUnits>[0];

/** Whom a group rates, for all its forms and for each. */
function ratedChoices(
  { about, form }: GroupFile,
  path: TreePath,
): readonly { readonly choice: UnitChoice; readonly path: TreePath }[] {
  const written = [
    { about, path: [...path, 'about'] },
    ...(typeof form === 'string' ? [] : form).map((one, index) => ({
      about: typeof one === 'string' ? undefined : one.about,
      path: [...path, 'form', index, 'about'],
    })),
  ];
  return written.flatMap((one) =>
    one.about === undefined || typeof one.about === 'string'
      ? []
      : [{ choice: one.about, path: one.path }],
  );
}

/** `{ blocks: [...], units: [...] }`: one of them at least. */
function chosenUnits(
  choice: {
    readonly blocks?: readonly string[] | undefined;
    readonly units?: readonly string[] | undefined;
  },
  path: TreePath,
  { blocks, units, at }: RuleContext,
): readonly Finding[] {
  if (choice.blocks === undefined && choice.units === undefined) {
    return [finding('plan/empty-value', at(path, 'key'), { key: String(path.at(-1)) })];
  }
  const blockIds = blocks.map(({ id }) => id);
  const unitIds = units.map(({ id }) => id);
  return [
    ...listFindings('block', choice.blocks, [...path, 'blocks'], blockIds, at),
    ...listFindings('unit', choice.units, [...path, 'units'], unitIds, at),
  ];
}

function statedGroups({ file, plan, at }: RuleContext): readonly Finding[] {
  if (!Array.isArray(file.stated)) return [];
  const groups = groupIds(file, plan.groups);
  return file.stated.flatMap((stated, position) =>
    listFindings('group', stated.groups, ['stated', position, 'groups'], groups, at),
  );
}

function placeUnits({ places, units }: RuleContext): readonly Finding[] {
  const references = places.flatMap(({ unit, unitAt }) =>
    unit === null ? [] : [{ id: unit, at: unitAt }],
  );
  return unknownNames(
    'unit',
    references,
    units.map(({ id }) => id),
  );
}

function formQuestions({ file, at }: RuleContext): readonly Finding[] {
  const bank = [...questionBank(file).keys()];
  return file.forms.flatMap((form, position) => {
    const references = form.questions.flatMap((question, index) =>
      typeof question === 'string'
        ? [{ id: question, at: at(['forms', position, 'questions', index]) }]
        : [],
    );
    return unknownNames('question', references, bank);
  });
}

function questionScales({ file, at }: RuleContext): readonly Finding[] {
  const references = writtenQuestions(file).flatMap((question) =>
    (['scale', 'multiple'] as const).flatMap((key) => {
      const id = question[key];
      return id === undefined ? [] : [{ id, at: at([...question.path, key]) }];
    }),
  );
  return unknownNames('scale', references, Object.keys(file.scales ?? {}));
}

/** Every question where it is written out: in the bank, or on a form. */
export function writtenQuestions(file: RuleContext['file']) {
  const bank = Object.entries(file.questions ?? {}).map(([id, question]) => {
    return { ...question, id, path: ['questions', id] as TreePath };
  });
  const own = file.forms.flatMap((form, position) =>
    form.questions.flatMap((question, index) => {
      const path: TreePath = ['forms', position, 'questions', index];
      return typeof question === 'string' ? [] : [{ ...question, path }];
    }),
  );
  return [...bank, ...own];
}

function indexUnits(context: RuleContext): readonly Finding[] {
  const { file, at } = context;
  const blocks = context.blocks.map(({ id }) => id);
  const inside = (criteria: readonly CriterionFile[], path: TreePath): readonly Finding[] =>
    criteria.flatMap(({ not_for: notFor, criteria: children }, position) => {
      const own = [...path, position];
      const left = notFor === undefined ? [] : chosenUnits(notFor, [...own, 'not_for'], context);
      return [...left, ...inside(children ?? [], [...own, 'criteria'])];
    });
  const classes = file.index?.classes;
  const byBlock =
    classes !== undefined && 'by_block' in classes ? Object.keys(classes.by_block) : [];
  const references = byBlock.map((id) => {
    return { id, at: at(['index', 'classes', 'by_block', id], 'key') };
  });
  return [
    ...inside(file.index?.criteria ?? [], ['index', 'criteria']),
    ...unknownNames('block', references, blocks),
  ];
}

function unusedForms({ file, at }: RuleContext): readonly Finding[] {
  const used = new Set(file.groups.flatMap((group) => writtenForms(group).map(({ form }) => form)));
  return file.forms.flatMap(({ id }, position) =>
    used.has(id)
      ? []
      : [finding('plan/unused', at(['forms', position, 'id']), { thing: 'form', id })],
  );
}

function unusedScales({ file, at }: RuleContext): readonly Finding[] {
  const used = new Set(writtenQuestions(file).flatMap(({ scale, multiple }) => [scale, multiple]));
  return Object.keys(file.scales ?? {}).flatMap((id) =>
    used.has(id) ? [] : [finding('plan/unused', at(['scales', id], 'key'), { thing: 'scale', id })],
  );
}

function unusedQuestions({ file, at }: RuleContext): readonly Finding[] {
  const used = new Set(file.forms.flatMap((form) => form.questions));
  return Object.keys(file.questions ?? {}).flatMap((id) =>
    used.has(id)
      ? []
      : [finding('plan/unused', at(['questions', id], 'key'), { thing: 'question', id })],
  );
}
