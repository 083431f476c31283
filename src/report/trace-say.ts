/** How what is told in facts is written: numbers, places, lists, in the reader's language. */
import type { Where } from '../findings/finding.ts';
import { type Exact, isZero } from '../stats/exact.ts';
import type { Expression } from '../stats/expression.ts';
import type { Fact, FactOf, FigureUsed, NearUnit, PartUsed } from '../trace/facts.ts';

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
  /** With the names that readers know in place of codes. */
  readonly expression: (expression: Expression) => string;
}

export type FactWords = { readonly [K in Fact['fact']]: (fact: FactOf<K>, say: Say) => string };

interface InputWords {
  /** What is said of a figure that is not known. */
  readonly missing: string;
  readonly yes: string;
  readonly no: string;
}

/** `Hồ sơ = 150 (points/so-lieu.csv, …)`; empty where there are none. */
export function used(
  inputs: readonly (FigureUsed | PartUsed)[],
  say: Say,
  { missing, yes, no }: InputWords,
): string {
  return inputs
    .map((input) => {
      const { value } = input;
      if (input.kind === 'part') {
        const { what, of } = input;
        const name = say.expression({ text: '', root: { kind: 'part', what, of, at: 0 } });
        return `${name} = ${value === null ? missing : say.number(value)}`;
      }
      const shown =
        value === null ? missing : !input.isYesNo ? say.plain(value) : isZero(value) ? no : yes;
      return `${input.name} = ${shown}${at(input.from, say)}`;
    })
    .join('; ');
}

/** ` (…)`; empty for nothing. */
export function bracketed(text: string): string {
  return text === '' ? '' : ` (${text})`;
}

export function near(units: readonly NearUnit[], say: Say): string {
  return say.list(units.map(({ name, value }) => `${name} (${say.number(value)})`));
}

export function at(from: Where | null, say: Say): string {
  return from === null ? '' : ` (${say.place(from)})`;
}
