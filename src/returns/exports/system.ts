/** What tells the exports of one system apart, and what its own columns mean. One file per system beside this one. */
import type { Field } from '../fields.ts';
import type { ExportKind } from '../mapping.ts';
import { googleForms } from './google-forms.ts';
import { kobo } from './kobo.ts';
import { limesurvey } from './limesurvey.ts';
import { odk } from './odk.ts';

/**
 * A heading cut into the names that stand in it: `['grp', 'q1', '2']` of `grp/q1/2`. Neighbours may belong together
 * after all, for a name can hold the mark as well; `joint` is then what stands between them.
 */
export interface Pieces {
  readonly pieces: readonly string[];
  readonly joint: string;
}

export interface OwnFields {
  readonly field: Field;
  /** The first of these that the file has is read (`all`: every one of them, which together say it). */
  readonly headings: readonly string[];
  readonly all?: true;
}

export interface System {
  readonly name: string;
  /** Whether these are the headings of a whole table of submissions; all in lower case. */
  readonly recognises: (headings: ReadonlySet<string>, first: string) => boolean;
  /** Of the headings of a table of repeats, which holds no whole submissions: those that show it. */
  readonly repeats: readonly string[];
  /** What the system itself writes, in lower case: never a question. */
  readonly own: readonly string[];
  readonly fields: readonly OwnFields[];
  /** Of its own columns those that hold e-mail addresses, in lower case. */
  readonly addresses?: readonly string[];
  /** The ways to cut a heading, likeliest first. */
  readonly cuts: (heading: string) => readonly Pieces[];
  /** The heading without what the system adds to its own columns (`id. Response ID`). */
  readonly bare: (heading: string) => string;
  /** Pieces behind a question that hold neither an option nor a unit: a comment, a mark of a quiz. */
  readonly asides: readonly string[];
  /** Piece under which the words of “other, namely” stand. */
  readonly other: string | null;
  /** Submissions that do not count unless a mapping says otherwise; by heading, in lower case. */
  readonly exclude: Readonly<Record<string, readonly string[]>>;
  /** Whether its times without a zone are UTC or Vietnam time. */
  readonly times: 'utc' | 'local';
  readonly decimal: 'point' | null;
  /** A text that says that the question was not shown. */
  readonly notAsked: string | null;
}

export const systems: Readonly<Record<Exclude<ExportKind, 'table'>, System>> = {
  kobo,
  odk,
  limesurvey,
  'google-forms': googleForms,
};

/** Marks that nobody sees, and that no mapping file may hold. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: leaving them out is the point
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** A heading as a mapping file writes it. */
export function seenHeading(heading: string): string {
  return heading.normalize('NFC').replace(unseen, '').replace(/\s+/gu, ' ').trim();
}

/** What two headings are compared by. */
export function headingKey(heading: string): string {
  return seenHeading(heading).toLowerCase();
}
