/** `index.figures` as declared: ids and names that nothing else bears, bounds the right way round. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nameKey } from '../../names.ts';
import { exactText } from '../../stats/exact.ts';
import { reservedWords } from '../../stats/expression.ts';
import { readId } from '../scalars.ts';
import type { TreePath } from '../tree.ts';
import { writtenCriteria } from './index-tree.ts';
import { type RuleContext, shortPlace } from './rule.ts';

/** Ids that mean something else as the heading of a column in points/. */
export const pointColumnWords: readonly string[] = [
  ...['unit', 'criterion', 'code', 'points', 'value', 'self', 'appraised', 'first', 'second'],
  ...[
    'explanation',
    'evidence',
    'bonus',
    'penalty',
    'simulated',
    'note',
    'stt',
    'tt',
    'max',
    'tlkc',
  ],
];

export function figureDeclarations(context: RuleContext): readonly Finding[] {
  const { file, at } = context;
  const taken = takenNames(context);
  return Object.entries(file.index?.figures ?? {}).flatMap(([id, written]) => {
    const path: TreePath = ['index', 'figures', id];
    const key = at(path, 'key');
    const read = readId(id, 'attribute');
    if (!read.ok) return [finding(read.problem.code, key, read.problem.args as never)];
    if (!canBeNamed(id)) {
      return [finding('plan/figure-word', key, { figure: id })];
    }
    const findings = [...bounds(id, written, path, context)];
    for (const name of new Set([id, written.name ?? id])) {
      const other = taken.get(nameKey(name));
      const where = name === id ? key : at([...path, 'name']);
      if (other !== undefined)
        findings.push(finding('plan/figure-clash', where, { name, ...other }));
      taken.set(nameKey(name), { what: 'figure', first: shortPlace(key) });
    }
    return findings;
  });
}

/** Whether formulas and tables of points can name it. */
export function canBeNamed(id: string): boolean {
  return (
    readId(id, 'attribute').ok && !reservedWords.includes(id) && !pointColumnWords.includes(id)
  );
}

interface Taken {
  readonly what: 'figure' | 'criterion' | 'unit-figure';
  readonly first: string;
}

/** A table of points names criteria and figures alike; a formula names figures of the index and of the units alike. */
function takenNames(context: RuleContext): Map<string, Taken> {
  const taken = new Map<string, Taken>();
  for (const { criterion, path } of writtenCriteria(context)) {
    for (const [name, key] of [
      [criterion.code, 'code'],
      [criterion.name, 'name'],
    ] as const) {
      taken.set(nameKey(name), {
        what: 'criterion',
        first: shortPlace(context.at([...path, key])),
      });
    }
  }
  for (const { attributes, figureAt } of context.units) {
    for (const id of Object.keys(attributes)) {
      if (taken.has(nameKey(id))) continue;
      taken.set(nameKey(id), { what: 'unit-figure', first: shortPlace(figureAt(id)) });
    }
  }
  return taken;
}

type FigureFile = NonNullable<NonNullable<RuleContext['file']['index']>['figures']>[string];

function bounds(
  figure: string,
  { kind, from, to }: FigureFile,
  path: TreePath,
  { at }: RuleContext,
): readonly Finding[] {
  if (kind === 'yes-no' && (from !== undefined || to !== undefined)) {
    const where = at([...path, from === undefined ? 'to' : 'from']);
    return [finding('plan/bounds-of-yes-no', where, { figure })];
  }
  if (from === undefined || to === undefined || from.lt(to)) return [];
  const args = { figure, from: exactText(from), to: exactText(to) };
  return [finding('plan/figure-bounds', at([...path, 'from']), args)];
}
