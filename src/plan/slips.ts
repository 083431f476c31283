/**
 * What the parser stumbled over → the slip that a person made, at the place where it can be mended. The
 * parser reports where it gave up, which may be lines below an open quote or beside a line that stands
 * one column too far right.
 */
import { Lexer, type YAMLError } from 'yaml';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { SyntaxProblem } from '../findings/plan-yaml.ts';
import { indentSlip } from './slip-indent.ts';
import type { SourceText } from './source.ts';

/**
 * One slip often confuses the parser twice on the same line, and one that breaks the structure makes it
 * stumble over everything that follows: the first report is the useful one.
 */
export function syntaxFindings(
  errors: readonly YAMLError[],
  source: SourceText,
): readonly Finding[] {
  const findings: Finding[] = [];
  const lines = new Set<number>();
  const pieces = errors.length === 0 ? [] : piecesOf(source.text);
  for (const error of errors) {
    const { line } = source.position(error.pos[0]);
    if (lines.has(line)) continue;
    lines.add(line);
    const found = slip({ error, errors, source, pieces });
    findings.push(found);
    if (!isLocal(found)) break;
  }
  return findings;
}

/** Slips after which the parser still knows where it is. */
function isLocal(found: Finding): boolean {
  if (found.code === 'plan/yaml-syntax') return found.args.problem === 'escape';
  return found.code === 'plan/yaml-text' || found.code === 'plan/yaml-space';
}

interface Trouble {
  readonly error: YAMLError;
  readonly errors: readonly YAMLError[];
  readonly source: SourceText;
  readonly pieces: readonly Piece[];
}

function slip(trouble: Trouble): Finding {
  const { error, source } = trouble;
  const [start, end] = error.pos;
  if (error.code === 'TAB_AS_INDENT') {
    return finding('plan/yaml-tab', source.where({ start, end }), {});
  }
  const found =
    quoteSlip(trouble) ?? bracketSlip(trouble) ?? spaceSlip(trouble) ?? lineSlip(trouble);
  if (found !== null) return found;
  const problem = problems[error.code] ?? 'other';
  return finding('plan/yaml-syntax', source.where({ start, end }), { problem });
}

const problems: Readonly<Partial<Record<YAMLError['code'], SyntaxProblem>>> = {
  BAD_SCALAR_START: 'character',
  BAD_DQ_ESCAPE: 'escape',
};

/** A quote that is never closed runs on into the lines below, maybe up to the next quote there. */
function quoteSlip({ error, source, pieces }: Trouble): Finding | null {
  const [at] = error.pos;
  const quoted = pieces.findLast(({ text, start }) => /^["']/.test(text) && start < at);
  if (quoted === undefined) return null;
  const { text, start } = quoted;
  const between = source.text.slice(start + text.length, at);
  if (between.trim() !== '') return null;
  const mark = text.charAt(0);
  const closed = text.length > 1 && text.endsWith(mark);
  if (!closed || /\n[\s\-{[]*[\p{L}\w-]+:\s/u.test(text)) {
    const open = source.where({ start, end: start + 1 });
    return finding('plan/yaml-unclosed', open, { mark, close: mark });
  }
  if (error.code !== 'UNEXPECTED_TOKEN') return null;
  const [from, to] = error.pos;
  return finding('plan/yaml-syntax', source.where({ start: from, end: to }), {
    problem: 'after-quote',
  });
}

const closers = new Map([
  ['{', '}'],
  ['[', ']'],
]);

function bracketSlip({ error, source, pieces }: Trouble): Finding | null {
  const [start, end] = error.pos;
  const open: Piece[] = [];
  for (const piece of pieces) {
    if (piece.start >= start) break;
    if (closers.has(piece.text)) open.push(piece);
    else if (piece.text === '}' || piece.text === ']') open.pop();
  }
  const last = open.at(-1);
  if (last !== undefined && ['BAD_INDENT', 'MISSING_CHAR'].includes(error.code)) {
    const at = source.where({ start: last.start, end: last.start + 1 });
    const args = { mark: last.text, close: closers.get(last.text) ?? '' };
    return finding('plan/yaml-unclosed', at, args);
  }
  const at = source.where({ start, end });
  const inside = last !== undefined && aboutLines.includes(error.code);
  if (inside || error.code === 'BLOCK_IN_FLOW') return finding('plan/yaml-comma', at, {});
  const extra = error.code === 'UNEXPECTED_TOKEN' && /^[\]}]/.test(source.text.slice(start, end));
  return extra ? finding('plan/yaml-syntax', at, { problem: 'bracket' }) : null;
}

const aboutLines: readonly YAMLError['code'][] = [
  'BAD_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
];

/** `title:Xác định`, `-id: so-noi-vu`: YAML takes these for one word. */
function spaceSlip({ error, source }: Trouble): Finding | null {
  if (!aboutLines.includes(error.code)) return null;
  const { text, start } = lineAt(source, error.pos[0]);
  const dash = /^\s*-(?=[\p{L}{["'])/u.exec(text);
  const colon = /^\s*(?:- +)?[\p{L}_][\p{L}\w-]*:(?=[^\s:/])/u.exec(text);
  const found = dash ?? colon;
  if (found === null) return null;
  const at = start + found[0].length;
  const shown = `${found[0].trim()} ${text.slice(found[0].length).trim()}`;
  return finding('plan/yaml-space', source.where({ start: at - 1, end: at }), {
    after: dash === null ? ':' : '-',
    near: [shown],
  });
}

/** A line that stands in the wrong column, has no colon, or has one in its text. */
function lineSlip({ error, errors, source }: Trouble): Finding | null {
  const [start, end] = error.pos;
  const line = lineAt(source, start);
  const isKey = /^\s*[\p{L}_][^:]*:(\s|$)/u.test(line.text);
  if (
    error.code === 'UNEXPECTED_TOKEN' &&
    isKey &&
    !/\S/.test(source.text.slice(line.start, start))
  ) {
    return indentSlip(source, start);
  }
  if (!aboutLines.includes(error.code)) return null;
  // A nested key on the same line is a colon in the text; on a later line it is that line's indent.
  const later = errors.find(({ code, pos }) => {
    const near = source.position(pos[0]).line === source.position(start).line;
    return near && code === 'MULTILINE_IMPLICIT_KEY';
  });
  if (error.code === 'BAD_INDENT') return indentSlip(source, start);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    if (later !== undefined) return indentSlip(source, later.pos[1]);
    return finding('plan/yaml-text', source.where({ start, end: lineEnd(source, start) }), {});
  }
  if (/:(\s|$)/.test(line.text)) return indentSlip(source, start);
  const from = line.start + line.text.length - line.text.trimStart().length;
  return finding('plan/yaml-colon', source.where({ start: from, end: Math.max(end, from) }), {});
}

function lineAt({ text, position }: SourceText, offset: number): { text: string; start: number } {
  const start = offset - position(offset).column + 1;
  return { text: text.slice(start).split(/[\r\n]/, 1)[0] ?? '', start };
}

function lineEnd(source: SourceText, offset: number): number {
  const { text, start } = lineAt(source, offset);
  return start + text.length;
}

/** A word of the text as the parser's first pass cuts it. */
interface Piece {
  readonly text: string;
  readonly start: number;
}

/** Notes that the first pass puts between the words; they stand for no text. */
const notes: ReadonlySet<string> = new Set(['\u0002', '\u0018', '\u001f']);

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (const word of new Lexer().lex(text)) {
    if (notes.has(word)) continue;
    pieces.push({ text: word, start });
    start += word.length;
  }
  return pieces;
}
