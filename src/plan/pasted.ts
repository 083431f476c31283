/** What word processors and web pages put for the plain characters that YAML wants: no-break spaces and curly quotes. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { SourceText } from './source.ts';

/** A text of the same length, and what had to be taken for something else in it. */
interface Plain {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Spaces that do not break, as word processors put them, where YAML wants plain ones: before the first word of a line, and after its
 * dash or colon. They are reported and taken for plain ones, so that everything else is found too.
 */
export function hardSpaces({ text, where }: SourceText): Plain {
  const findings: Finding[] = [];
  const indents = /^[ \u00a0\u2000-\u200a\u202f\u3000]+(?=[^\s#])/gmu;
  const gaps =
    /^ *(?:- *)*(?:[\p{L}_][\p{L}\w-]*:|-)(?<gap>[ \u00a0\u2000-\u200a\u202f\u3000]+)/gmu;
  const plain = (part: string, start: number): string => {
    const at = part.search(/[^ ]/);
    if (at < 0) return part;
    findings.push(
      finding('plan/yaml-hard-space', where({ start: start + at, end: start + at + 1 }), {}),
    );
    return ' '.repeat(part.length);
  };
  const indented = text.replaceAll(indents, (part, start: number) => plain(part, start));
  const spaced = indented.replaceAll(gaps, (part, gap: string, start: number) => {
    return part.slice(0, -gap.length) + plain(gap, start + part.length - gap.length);
  });
  return { text: spaced, findings };
}

/** What stands inside the quotes that word processors put for straight ones; null: there are none round the whole. */
export function insideCurly(text: string): string | null {
  return /^[“”„‟‘’‚]([^“”„‟‘’‚]*)[“”‟‘’]$/u.exec(text)?.[1]?.trim() ?? null;
}
