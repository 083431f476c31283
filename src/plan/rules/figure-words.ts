/** Figures that quota rules name, where they are written; and those that are a slip of one there is. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../names.ts';
import type { RuleFile } from '../normalise-quota.ts';
import type { TreePath } from '../tree.ts';
import type { Rule, RuleContext } from './rule.ts';
import { allRules, allSplits } from './written-rules.ts';

export const figureWordRules: readonly Rule[] = [
  { needs: ['figures', 'groups', 'units', 'places'], check: mistypedFigures },
];

interface FigureWord {
  readonly figure: string;
  readonly path: TreePath;
}

/** A word that is no figure, and the figures it may stand for. */
export interface MistypedFigure extends FigureWord {
  readonly near: readonly string[];
}

function mistypedFigures(context: RuleContext): readonly Finding[] {
  return mistypedWords(context).map(({ figure, path, near }) =>
    finding('plan/unknown-name', context.at(path), { thing: 'figure', text: figure, near }),
  );
}

/** A figure that nothing comes near is missing in each row that needs it, which the quotas say. */
export function mistypedWords(context: RuleContext): readonly MistypedFigure[] {
  const { file, figures, units, places } = context;
  const held = [...units, ...places].flatMap(({ attributes }) => Object.keys(attributes));
  const known = [...new Set([...held, ...Object.keys(figures)])];
  const there = new Set(known);
  return figureWords(file.groups).flatMap(({ figure, path }) => {
    if (there.has(figure)) return [];
    const near = nearest(figure, known);
    return near.length === 0 ? [] : [{ figure, path, near }];
  });
}

function figureWords(groups: RuleContext['file']['groups']): readonly FigureWord[] {
  const inRules = allRules(groups).flatMap(({ rule, path }) => wordsOfRule(rule, path));
  const inSplits = allSplits(groups).flatMap(({ split, path }) => [
    ...word(split.of, [...path, 'of']),
    ...word(split.spread, [...path, 'spread']),
    ...word(split.cost, [...path, 'cost']),
    ...word(split.cap, [...path, 'cap']),
  ]);
  const populations = groups.flatMap(({ quota }, position) =>
    word(quota.population, ['groups', position, 'quota', 'population']),
  );
  return [...inRules, ...inSplits, ...populations];
}

function wordsOfRule(rule: RuleFile, path: TreePath): readonly FigureWord[] {
  const { each, census, per, share, formula, stages, band } = rule;
  const take = stages?.take;
  const sizes = (stages?.by ?? []).flatMap(({ size }, position) =>
    word(size, [...path, 'stages', 'by', position, 'size']),
  );
  return [
    ...(typeof each === 'object' ? word(each.by, [...path, 'each', 'by']) : []),
    ...(typeof census === 'string' ? word(census, [...path, 'census']) : []),
    ...word(per?.of, [...path, 'per', 'of']),
    ...word(share?.of, [...path, 'share', 'of']),
    ...word(formula?.of, [...path, 'formula', 'of']),
    ...(typeof take === 'object' && 'share' in take
      ? word(take.of, [...path, 'stages', 'take', 'of'])
      : []),
    ...sizes,
    ...word(band?.observed, [...path, 'band', 'observed']),
  ];
}

function word(figure: string | undefined, path: TreePath): readonly FigureWord[] {
  return figure === undefined ? [] : [{ figure, path }];
}
