/** A line that is indented unlike the lines it belongs to, and the column where it was meant to begin. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { SourceText } from './source.ts';

/** `offset` lies on the line. */
export function indentSlip({ text, position, where }: SourceText, offset: number): Finding {
  const { line, column: at } = position(offset);
  const lines = text.split(/\r\n?|\n/);
  const written = lines[line - 1] ?? '';
  const column = written.length - written.trimStart().length + 1;
  const isDash = /^\s*-(\s|$)/.test(written);
  const meant = meantColumns(openMarks(lines.slice(0, line - 1)), column, isDash);
  const start = offset - at + column;
  const word = /^(- +)?[^\s:]*/.exec(written.trimStart())?.[0] ?? '';
  const span = { start, end: start + Math.max(1, word.length) };
  return finding('plan/yaml-indent', where(span), { column, columns: [...new Set(meant)] });
}

/** The nearest columns of its own kind; a key below a dash belongs to the key beside that dash. */
function meantColumns(open: readonly Mark[], column: number, isDash: boolean): readonly number[] {
  const dash = isDash ? -1 : open.findIndex((mark) => mark.isDash && mark.column === column);
  const candidates = (dash < 0 ? open : open.slice(dash, dash + 2))
    .filter((mark) => mark.isDash === isDash && mark.column !== column)
    .map((mark) => mark.column);
  const nearest = Math.min(...candidates.map((one) => Math.abs(one - column)));
  return candidates.filter((one) => Math.abs(one - column) === nearest);
}

interface Mark {
  /** 1-based. */
  readonly column: number;
  readonly isDash: boolean;
}

/** The dashes and keys that a line below these could continue, outermost first. */
function openMarks(lines: readonly string[]): readonly Mark[] {
  const open: Mark[] = [];
  for (const line of lines) {
    if (/^\s*(#|$)/.test(line)) continue;
    for (const mark of marksOf(line)) {
      while ((open.at(-1)?.column ?? 0) > mark.column) open.pop();
      const last = open.at(-1);
      if (last?.column !== mark.column || last.isDash !== mark.isDash) open.push(mark);
    }
  }
  return open;
}

function marksOf(line: string): readonly Mark[] {
  const dashes = /^\s*(?:- +)*/.exec(line)?.[0] ?? '';
  const marks = [...dashes.matchAll(/-/g)].map(({ index }) => ({
    column: index + 1,
    isDash: true,
  }));
  const isKey = /^[^\s#{["'][^:]*:(\s|$)/.test(line.slice(dashes.length));
  return isKey ? [...marks, { column: dashes.length + 1, isDash: false }] : marks;
}
