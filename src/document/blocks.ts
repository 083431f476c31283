/** Sections, clauses and items before they have their numbers; one pass gives them. */

import type { Block, Table } from '../page/document.ts';
import { roman } from '../quotas/annex.ts';

export interface Section {
  /** As a sentence; printed in capitals. */
  readonly title: string;
  readonly clauses: readonly Clause[];
}

export interface Clause {
  /** Null: its lines stand directly under the section. */
  readonly title: string | null;
  readonly lines: readonly Line[];
}

/** A paragraph, one entry of a list, or a table. */
export type Line =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table };

export function paragraph(text: string): Line {
  return { kind: 'paragraph', text };
}

export function item(text: string): Line {
  return { kind: 'item', text };
}

/** Sections that say nothing are left out, and take no number; so are clauses. */
export function numbered(sections: readonly Section[]): readonly Block[] {
  const kept = sections
    .map(({ title, clauses }) => ({
      title,
      clauses: clauses.filter(({ lines }) => lines.length > 0),
    }))
    .filter(({ clauses }) => clauses.length > 0);
  return kept.flatMap(({ title, clauses }, at) => {
    let clause = 0;
    return [
      { kind: 'section', no: `${roman(at + 1)}.`, text: title.toUpperCase() } as const,
      ...clauses.flatMap(({ title: heading, lines }): readonly Block[] => [
        ...(heading === null
          ? []
          : [{ kind: 'clause', no: `${++clause}.`, text: heading } as const]),
        ...blocksOf(lines),
      ]),
    ];
  });
}

export function blocksOf(lines: readonly Line[]): readonly Block[] {
  return lines.map((line): Block => {
    return line.kind === 'item' ? { ...line, no: '-' } : line;
  });
}

/** Text that the plan's author wrote: a line that begins with a dash is an entry of a list. */
export function writtenLines(texts: readonly string[]): readonly Line[] {
  return texts
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => (/^[-–+•]\s/.test(text) ? item(text.slice(1).trim()) : paragraph(text)));
}
