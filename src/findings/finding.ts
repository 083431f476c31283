/**
 * A finding is one thing the tool has to say about the user's files: code + where + arguments.
 * Its sentences live in the catalogue; nothing here knows any language.
 */
import type { Code, FindingArgs } from './catalogue.ts';

/** Errors stop a stage; warnings do not, unless `--strict`; notes never do. */
export type Severity = 'error' | 'warning' | 'note';

export type Lang = 'vi' | 'en';

/** Where a finding points. Lines, columns and rows are 1-based, as an editor and Excel show them. */
export type Where =
  | {
      readonly kind: 'file';
      readonly file: string;
      /** No file is wrong but what was typed: `file` is the command. */
      readonly typed?: true;
    }
  | {
      readonly kind: 'text';
      readonly file: string;
      readonly line: number;
      readonly column: number;
      /** Characters to underline from `column` on; at least 1. */
      readonly length: number;
    }
  | {
      readonly kind: 'cell';
      readonly file: string;
      /** Sheet name; null in a CSV file. */
      readonly sheet: string | null;
      /** Row in the file as a person counts it (the header is usually row 1); null: the whole sheet. */
      readonly row: number | null;
      /** Heading of the column as it stands in the file; null: the whole row. */
      readonly column: string | null;
    };

/** One finding; the union is closed over the catalogue, so a wrong argument does not compile. */
export type Finding = {
  [C in Code]: { readonly code: C; readonly at: Where; readonly args: FindingArgs<C> };
}[Code];

/** The result of a step over the user's files: a value unless an error makes it meaningless. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Numbers and names written the way the reader's language writes them. */
export interface Words {
  readonly int: (value: number) => string;
  /** Plain decimal text (`12.5`) as the reader writes it. */
  readonly decimal: (text: string) => string;
  /** An ISO date as the reader writes it. */
  readonly date: (iso: string) => string;
  /** An instant (`2026-11-21T19:13:05Z`) as the clocks in Vietnam show it, to the minute. */
  readonly moment: (instant: string) => string;
  /** “quoted”, with control characters made visible and long texts cut. */
  readonly quote: (text: string) => string;
  /** Comma-separated, at most `most` entries (default 8), then how many more. */
  readonly list: (texts: readonly string[], most?: number) => string;
}

type Sentence<A> = { readonly [L in Lang]: (args: A, words: Words) => string };
type Prose = { readonly [L in Lang]: string };

/**
 * One entry of the catalogue. An argument called `near` (a list of names) is printed after the
 * sentence as “did you mean …”; an entry does not mention it itself.
 */
export interface FindingKind<A> {
  readonly severity: Severity;
  readonly text: Sentence<A>;
  /** Why it matters. */
  readonly why: Prose;
  /** How to mend it. */
  readonly fix: Prose;
}

export function kind<A>(entry: FindingKind<A>): FindingKind<A> {
  return entry;
}

/** The names a finding offers instead of the one it complains about. */
export function suggestionsOf(found: Finding): readonly string[] {
  if (!('near' in found.args)) return [];
  const { near } = found.args as { readonly near: unknown };
  return Array.isArray(near) ? near.filter((name) => typeof name === 'string') : [];
}
