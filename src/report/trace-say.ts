/** How what is told in facts is written: numbers, places, lists, in the reader's language. */
import type { Where } from '../findings/finding.ts';
import type { Exact } from '../stats/exact.ts';
import type { Fact, FactOf, FigureUsed, NearUnit } from '../trace/step.ts';

export interface Say {
  /** Exact, and as printed where that is something else: `7/3 ≈ 2,33`. */
  readonly number: (value: Exact) => string;
  /** Exact, as it was given. */
  readonly plain: (value: Exact) => string;
  /** As `number`; – where it is missing. */
  readonly maybe: (value: Exact | null) => string;
  readonly count: (value: number) => string;
  readonly list: (texts: readonly string[]) => string;
  readonly quote: (text: string) => string;
  readonly place: (where: Where) => string;
}

export type FactWords = { readonly [K in Fact['fact']]: (fact: FactOf<K>, say: Say) => string };

/** `tong = 150 (points/so-lieu.csv, …)`; `missing`: what is said of a figure that is not known. */
export function used(inputs: readonly FigureUsed[], say: Say, missing: string): string {
  return inputs
    .map(({ name, value, from }) => {
      return `${name} = ${value === null ? missing : say.plain(value)}${at(from, say)}`;
    })
    .join('; ');
}

export function near(units: readonly NearUnit[], say: Say): string {
  return say.list(units.map(({ name, value }) => `${name} (${say.number(value)})`));
}

export function at(from: Where | null, say: Say): string {
  return from === null ? '' : ` (${say.place(from)})`;
}
