/** Figures, formulas and conditions of the index: every name is known, every figure used, and means one thing. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import { nearest, skeleton } from '../../names.ts';
import {
  type Expression,
  expressionType,
  type Name,
  namesWithPlaces,
} from '../../stats/expression.ts';
import { figuresOfIndex } from '../index-figures.ts';
import { placeInside } from '../inside.ts';
import type { TreePath } from '../tree.ts';
import { canBeNamed, figureDeclarations } from './index-figures.ts';
import { writtenCriteria } from './index-tree.ts';
import type { Rule, RuleContext } from './rule.ts';

export const expressionRules: readonly Rule[] = [
  { needs: ['index', 'figures', 'units'], check: figureNames },
  { needs: ['index'], check: partNames },
  { needs: ['index'], check: misplacedNames },
  { needs: ['index'], check: types },
  { needs: ['index', 'figures', 'units'], check: figureDeclarations },
  { needs: ['index'], check: figuresUnused },
];

/** `class`: a further condition of a class; the others belong to a criterion. */
interface Written {
  readonly use: 'formula' | 'condition' | 'class';
  readonly expression: Expression;
  readonly path: TreePath;
}

function expressionsIn(context: RuleContext): readonly Written[] {
  return [...criterionExpressions(context), ...classExpressions(context)];
}

function criterionExpressions(context: RuleContext): readonly Written[] {
  return writtenCriteria(context).flatMap(({ criterion, path }): readonly Written[] => {
    const { formula, all = [], any = [] } = criterion;
    const condition = (key: string) => (expression: Expression, position: number) =>
      ({ use: 'condition', expression, path: [...path, key, position] }) as const;
    return [
      ...(formula === undefined
        ? []
        : [{ use: 'formula' as const, expression: formula, path: [...path, 'formula'] }]),
      ...all.map(condition('all')),
      ...any.map(condition('any')),
    ];
  });
}

function classExpressions({ file }: RuleContext): readonly Written[] {
  const classes = file.index?.classes;
  if (classes === undefined) return [];
  const path: TreePath = ['index', 'classes'];
  const lists =
    'default' in classes
      ? [
          { bands: classes.default, path: [...path, 'default'] },
          ...Object.entries(classes.by_block).map(([block, bands]) => {
            return { bands, path: [...path, 'by_block', block] };
          }),
        ]
      : [{ bands: classes, path }];
  return lists.flatMap((list) =>
    list.bands.flatMap(({ only_if: conditions = [] }, position) =>
      conditions.map((expression, index): Written => {
        return { use: 'class', expression, path: [...list.path, position, 'only_if', index] };
      }),
    ),
  );
}

interface Used<N extends Name> {
  readonly name: N;
  readonly use: Written['use'];
  readonly at: Where;
}

function namesUsed(context: RuleContext): readonly Used<Name>[] {
  return expressionsIn(context).flatMap(({ use, expression, path }) =>
    namesWithPlaces(expression).map((name) => {
      return { name, use, at: placeInside(context.at(path), expression.text, name.at) };
    }),
  );
}

function figureNames(context: RuleContext): readonly Finding[] {
  const known = knownFigures(context);
  const inText = namesUsed(context).flatMap(({ name, use, at }) =>
    name.kind === 'figure' ? [{ text: name.name, at, use }] : [],
  );
  const alone = writtenCriteria(context).flatMap(({ criterion: { figure }, path }) =>
    figure === undefined
      ? []
      : [{ text: figure, at: context.at([...path, 'figure']), use: 'formula' as const }],
  );
  const there = new Set(known);
  return [...alone, ...inText]
    .filter(({ text }) => !there.has(text))
    .map(({ text, at, use }) => {
      const beside = use === 'class' ? besideNamed(text) : null;
      const near =
        beside === null ? (spaced(text, there) ?? nearest(text, known)) : [`points[${beside}]`];
      return finding('plan/unknown-name', at, { thing: 'figure', text, near, known });
    });
}

/** Those of the index first. */
function knownFigures({ file, figures, units }: RuleContext): readonly string[] {
  const ofUnits = units.flatMap(({ attributes }) => Object.keys(attributes));
  const ofSurvey = Object.entries(figures).flatMap(([id, { value }]) =>
    value === null ? [] : [id],
  );
  return [...new Set([...Object.keys(file.index?.figures ?? {}), ...ofUnits, ...ofSurvey])];
}

/** `tong-tre` reads as one name: a minus between two figures needs its spaces. */
function spaced(text: string, known: ReadonlySet<string>): readonly string[] | null {
  const parts = text.split('-');
  const isDifference =
    parts.length > 1 && parts.every((part) => known.has(part) || /^(\d+|max)$/.test(part));
  return isDifference ? [parts.join(' - ')] : null;
}

/** Points beside the criteria by a name that people give them: `diem_tru`, `phạt`; null: none. */
function besideNamed(text: string): 'bonus' | 'penalty' | null {
  const word = skeleton(text);
  if (/^(diem)?(thuong|cong|congthem)$|^bonus$/.test(word)) return 'bonus';
  return /^(diem)?(tru|phat)$|^penalty$/.test(word) ? 'penalty' : null;
}

/** Parts of a unit's score that are no criterion. */
const ownParts = ['total', 'survey', 'appraised', 'bonus', 'penalty'];

function partNames(context: RuleContext): readonly Finding[] {
  const known = [...writtenCriteria(context).map(({ criterion }) => criterion.code), ...ownParts];
  const there = new Set(known);
  const { bonus, penalty } = context.file.index ?? {};
  return namesUsed(context).flatMap(({ name, use, at }): readonly Finding[] => {
    if (name.kind !== 'part' || use !== 'class') return [];
    const { of, what } = name;
    if (!there.has(of)) {
      const beside = besideNamed(of);
      const near = beside === null ? nearest(of, known) : [beside];
      return [finding('plan/unknown-name', at, { thing: 'criterion', text: of, near, known })];
    }
    if (of !== 'bonus' && of !== 'penalty') return [];
    if (what === 'percent') return [finding('plan/percent-of-bonus', at, { kind: of })];
    const isKnown = (of === 'bonus' ? bonus : penalty) !== undefined;
    return isKnown ? [] : [finding('plan/no-bonus', at, { kind: of })];
  });
}

/** Points and percents are there only once the criteria are scored; a class has no maximum. */
function misplacedNames(context: RuleContext): readonly Finding[] {
  return namesUsed(context).flatMap(({ name, use, at }) => {
    if (name.kind === 'part' && use !== 'class') {
      return [finding('plan/circular-expression', at, { name: `${name.what}[${name.of}]` })];
    }
    return name.kind === 'maximum' && use === 'class' ? [finding('plan/max-of-class', at, {})] : [];
  });
}

function types(context: RuleContext): readonly Finding[] {
  return expressionsIn(context).flatMap(({ use, expression, path }) => {
    const type = expressionType(expression);
    const wrong = use === 'formula' ? 'truth' : 'number';
    if (type !== wrong) return [];
    const args = { text: expression.text, wanted: use };
    return [finding('plan/expression-kind', context.at(path), args)];
  });
}

/** A mistyped name is a use of the figure that was meant; one that cannot be named has been reported as such. */
function figuresUnused({ file, plan, at }: RuleContext): readonly Finding[] {
  const named = plan.index === null ? [] : figuresOfIndex(plan.index);
  const declared = Object.keys(file.index?.figures ?? {});
  const used = new Set(named.flatMap((name) => [name, ...nearest(name, declared)]));
  return declared.flatMap((id) => {
    if (used.has(id) || !canBeNamed(id)) return [];
    return [finding('plan/unused', at(['index', 'figures', id], 'key'), { thing: 'figure', id })];
  });
}
