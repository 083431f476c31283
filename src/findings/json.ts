/** Findings as plain values for programs (`--json`). */
import { severityOf } from './catalogue.ts';
import { type Finding, type Lang, type Severity, suggestionsOf, type Where } from './finding.ts';
import { sortByPlace } from './place.ts';
import { messageOf } from './render.ts';

export interface FindingRecord {
  readonly code: string;
  readonly severity: Severity;
  readonly file: string;
  /** 1-based; of a text file only. */
  readonly line: number | null;
  readonly column: number | null;
  readonly sheet: string | null;
  /** Row of a table as a person counts it, the heading row included. */
  readonly row: number | null;
  /** Heading of the table column. */
  readonly heading: string | null;
  /** For people, in the language asked for; programs should use `code` and `args`. */
  readonly message: string;
  readonly suggestions: readonly string[];
  readonly args: unknown;
}

/** All findings, none left out, sorted by place. */
export function findingsJson(findings: readonly Finding[], lang: Lang): readonly FindingRecord[] {
  return sortByPlace(findings).map((found) => ({
    code: found.code,
    severity: severityOf(found),
    ...placeJson(found.at),
    message: messageOf(found, lang),
    suggestions: suggestionsOf(found),
    args: found.args,
  }));
}

function placeJson(at: Where) {
  const isText = at.kind === 'text';
  const isCell = at.kind === 'cell';
  return {
    file: at.file,
    line: isText ? at.line : null,
    column: isText ? at.column : null,
    sheet: isCell ? at.sheet : null,
    row: isCell ? at.row : null,
    heading: isCell ? at.column : null,
  };
}
