/** `figures` as written, and the figures of units and places, which must be what it says they are. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Reading } from './entries.ts';
import { record } from './entries.ts';
import type { Figure } from './plan.ts';
import { type FigureText, readFigure } from './scalar-numbers.ts';
import type { PlanFile } from './schema.ts';
import type { TreePath } from './tree.ts';

/** What figures are, by key. */
export type Figures = Readonly<Record<string, Figure>>;

export interface ReadFigures<T> {
  readonly values: T;
  readonly findings: readonly Finding[];
}

export function resolveFigures(
  written: PlanFile['figures'],
  at: Reading['at'],
): ReadFigures<Figures> {
  const findings: Finding[] = [];
  const figures = Object.entries(written ?? {}).map(([key, { name, counts, value }]) => {
    const amount = counts === 'amount';
    const number =
      value === undefined ? null : readAt(value, amount, ['figures', key, 'value'], at);
    if (number !== null && !number.ok) findings.push(number.finding);
    const known = number?.ok ? number.value : null;
    return [key, { name: name ?? null, counts: counts ?? null, value: known }] as const;
  });
  return { values: record(figures), findings };
}

/** The further keys of a unit or place that is written in the plan itself. */
export function inlineFigures(
  written: Readonly<Record<string, unknown>>,
  path: TreePath,
  { at, figures }: Pick<Reading, 'at' | 'figures'>,
): ReadFigures<Readonly<Record<string, number | null>>> {
  const findings: Finding[] = [];
  const values = Object.entries(written).flatMap(([key, text]): [string, number | null][] => {
    const number = readAt(text as FigureText, isAmount(figures, key), [...path, key], at);
    if (number.ok) return [[key, number.value]];
    findings.push(number.finding);
    return [];
  });
  return { values: record(values), findings };
}

/** Whether a figure may have decimals. */
export function isAmount(figures: Figures, key: string): boolean {
  return Object.hasOwn(figures, key) && figures[key]?.counts === 'amount';
}

type ReadAt =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly finding: Finding };

function readAt(text: FigureText, amount: boolean, path: TreePath, at: Reading['at']): ReadAt {
  const result = readFigure(text.written, amount);
  if (result.ok) return result;
  const { code, args } = result.problem;
  return { ok: false, finding: finding(code, at(path), args as never) };
}
