/** The text of an expression → its words and signs. */

export interface Token {
  readonly kind: 'number' | 'name' | 'code' | 'sign' | 'end';
  /** Signs in one way of writing (`<>` and `≠` as `!=`); a code without its brackets. */
  readonly text: string;
  readonly at: number;
}

/** `inverted`: `=>`, `=<`. `percent`: `80%`. */
export type TokenFault = 'unexpected' | 'unclosed' | 'decimal-comma' | 'inverted' | 'percent';

export type Tokens =
  | { readonly ok: true; readonly tokens: readonly Token[] }
  | { readonly ok: false; readonly at: number; readonly why: TokenFault };

const sameSigns: Readonly<Record<string, string>> = {
  '==': '=',
  '<>': '!=',
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '×': '*',
  '−': '-',
};

/**
 * A hyphen between letters or digits belongs to the name, as figures may have one: `ho-so`; a minus stands after a space.
 * All letters are taken, so that a name which no figure can have is still named as a whole where it is unknown.
 */
const pieces: readonly (readonly ['space' | 'comma' | 'inverted' | Token['kind'], RegExp])[] = [
  ['space', /\s+/uy],
  // `2,5` may be two arguments or one number.
  ['comma', /\d+(\.\d+)?,(?=\d)/uy],
  ['number', /\d+(\.\d+)?(?![\p{L}\p{N}_.])/uy],
  ['name', /[\p{L}_][\p{L}\p{M}\p{N}_]*(-+[\p{L}\p{M}\p{N}_]+)*/uy],
  ['code', /\[[^[\]]*\]/uy],
  ['inverted', /=[<>]/uy],
  ['sign', /==|!=|<>|<=|>=|[-+*/()=<>,≠≤≥×−]/uy],
];

/** The last token is the end. */
export function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const piece = pieceAt(text, at);
    if (piece === null) {
      return { ok: false, at, why: faultOf(text[at]) };
    }
    const { kind, found } = piece;
    if (kind === 'inverted') return { ok: false, at, why: 'inverted' };
    if (kind === 'comma') return { ok: false, at: at + found.length - 1, why: 'decimal-comma' };
    if (kind !== 'space') tokens.push({ kind, text: meant(kind, found), at });
    at += found.length;
  }
  return { ok: true, tokens: [...tokens, { kind: 'end', text: '', at }] };
}

function faultOf(letter: string | undefined): TokenFault {
  if (letter === '%') return 'percent';
  return letter === '[' ? 'unclosed' : 'unexpected';
}

function pieceAt(text: string, at: number) {
  for (const [kind, pattern] of pieces) {
    // A fresh expression each time: a sticky one remembers where it stopped.
    const here = new RegExp(pattern);
    here.lastIndex = at;
    const found = here.exec(text)?.[0];
    if (found !== undefined) return { kind, found };
  }
  return null;
}

function meant(kind: Token['kind'], found: string): string {
  if (kind === 'code') return found.slice(1, -1).trim();
  return kind === 'sign' ? (sameSigns[found] ?? found) : found;
}
