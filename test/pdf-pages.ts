/**
 * Reads back what the packets print, without tools outside npm: the text of each page (through the fonts'
 * ToUnicode maps, forms inside pages included) and the modules of the QR code on it. For the plain objects
 * that Typst writes; not a PDF reader for any file.
 */
import { inflateSync } from 'node:zlib';

export interface PdfPage {
  /** All text in drawing order, white space removed: lines and tables break it anyhow. */
  readonly text: string;
  /** Dark modules of the QR code drawn on the page itself; null when there is none. */
  readonly qr: readonly (readonly boolean[])[] | null;
  readonly width: number;
  readonly height: number;
}

type Objects = ReadonlyMap<number, { readonly dict: string; readonly stream: string }>;

export function pdfPages(bytes: Uint8Array): readonly PdfPage[] {
  const objects = readObjects(bytes);
  const root = [...objects.values()].find(({ dict }) => /\/Type \/Pages\b/.test(dict));
  const kids = /\/Kids \[([^\]]*)\]/.exec(root?.dict ?? '')?.[1] ?? '';
  return refs(kids).map((page): PdfPage => {
    const dict = objects.get(page)?.dict ?? '';
    const [content = 0] = refs(/\/Contents (\d+ 0 R)/.exec(dict)?.[1] ?? '');
    const drawn = objects.get(content)?.stream ?? '';
    const [, width = '', height = ''] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dict) ?? [];
    return {
      text: textOf(drawn, dict, objects).replace(/\s/gu, ''),
      qr: modulesOf(drawn),
      width: Number(width),
      height: Number(height),
    };
  });
}

/** Names of the fonts, and whether each carries its font file. */
export function pdfFonts(bytes: Uint8Array): readonly { name: string; embedded: boolean }[] {
  return [...readObjects(bytes).values()]
    .filter(({ dict }) => /\/Type \/FontDescriptor\b/.test(dict))
    .map(({ dict }) => ({
      name: /\/FontName \/(\S+)/.exec(dict)?.[1] ?? '',
      embedded: /\/FontFile[23]? \d+ 0 R/.test(dict),
    }));
}

function readObjects(bytes: Uint8Array): Objects {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = new Map<number, { dict: string; stream: string }>();
  const start = /(?:^|\n)(\d+) 0 obj\r?\n/g;
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const rest = text.slice(start.lastIndex, text.indexOf('\nendobj', start.lastIndex));
    const head = /^([\s\S]*?>>)\s*stream\r?\n/.exec(rest);
    const dict = head?.[1] ?? rest;
    let stream = '';
    if (head !== null) {
      const at = start.lastIndex + head[0].length;
      const length = Number(/\/Length (\d+)/.exec(dict)?.[1]);
      const raw = bytes.subarray(at, at + length);
      stream = (/FlateDecode/.test(dict) ? inflateSync(raw) : Buffer.from(raw)).toString('latin1');
      start.lastIndex = at + length;
    }
    objects.set(Number(found[1]), { dict, stream });
  }
  return objects;
}

function refs(text: string): readonly number[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]));
}

/** `/f0 2 0 R` entries of one kind of resource; the resources may be an object of their own. */
function resources(dict: string, kind: string, objects: Objects): ReadonlyMap<string, number> {
  const [own] = refs(/\/Resources (\d+ 0 R)/.exec(dict)?.[1] ?? '');
  const there = own === undefined ? dict : (objects.get(own)?.dict ?? '');
  const listed = new RegExp(`/${kind}\\s*<<([^>]*)>>`).exec(there)?.[1] ?? '';
  return new Map(
    [...listed.matchAll(/\/(\S+) (\d+) 0 R/g)].map((match) => [match[1] ?? '', Number(match[2])]),
  );
}

function textOf(stream: string, dict: string, objects: Objects): string {
  const fonts = resources(dict, 'Font', objects);
  const forms = resources(dict, 'XObject', objects);
  let map: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (const token of tokens(stream)) {
    if (token.kind === 'font') map = unicodeMap(fonts.get(token.name), objects);
    const inner = token.kind === 'form' ? objects.get(forms.get(token.name) ?? 0) : undefined;
    if (inner !== undefined) text += textOf(inner.stream, inner.dict, objects);
    if (token.kind !== 'text') continue;
    for (let at = 0; at + 1 < token.codes.length; at += 2) {
      const code = token.codes.charCodeAt(at) * 256 + token.codes.charCodeAt(at + 1);
      text += map.get(code) ?? '\ufffd';
    }
  }
  return text;
}

type Token =
  | { readonly kind: 'font' | 'form'; readonly name: string }
  | { readonly kind: 'text'; readonly codes: string };

/** Fonts chosen, forms drawn and strings shown, in order; strings may hold balanced brackets. Marks of tags are skipped. */
function* tokens(stream: string): Generator<Token> {
  const next = /<<[\s\S]*?>>\s*BDC|\/(\S+) [\d.]+ Tf|\/(\S+) Do|<([0-9a-fA-F]+)>|\(/g;
  for (let found = next.exec(stream); found !== null; found = next.exec(stream)) {
    const [all, font, form, hex] = found;
    if (all.endsWith('BDC')) continue;
    if (font !== undefined) yield { kind: 'font', name: font };
    else if (form !== undefined) yield { kind: 'form', name: form };
    else if (hex !== undefined)
      yield { kind: 'text', codes: Buffer.from(hex, 'hex').toString('latin1') };
    else {
      const end = literalEnd(stream, next.lastIndex);
      yield { kind: 'text', codes: unescaped(stream.slice(next.lastIndex, end)) };
      next.lastIndex = end + 1;
    }
  }
}

function literalEnd(stream: string, start: number): number {
  let depth = 1;
  for (let at = start; at < stream.length; at += 1) {
    if (stream[at] === '\\') at += 1;
    else if (stream[at] === '(') depth += 1;
    else if (stream[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return stream.length;
}

function unescaped(literal: string): string {
  const plain: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_all, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (plain[code] ?? code),
  );
}

function unicodeMap(font: number | undefined, objects: Objects): ReadonlyMap<number, string> {
  const [cmap] = refs(/\/ToUnicode (\d+ 0 R)/.exec(objects.get(font ?? 0)?.dict ?? '')?.[1] ?? '');
  const text = objects.get(cmap ?? 0)?.stream ?? '';
  const map = new Map<number, string>();
  for (const [, from = '', to = ''] of text.matchAll(/^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$/gm)) {
    const units = to.match(/.{4}/g) ?? [];
    map.set(
      Number.parseInt(from, 16),
      String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
    );
  }
  return map;
}

/** The code is one path of horizontal strokes of width 1 along the middles of module rows. */
function modulesOf(stream: string): readonly (readonly boolean[])[] | null {
  const runs = [...stream.matchAll(/(\d+) (\d+)\.5 m\s+(\d+) \2\.5 l/g)];
  if (runs.length === 0) return null;
  const size = 1 + Math.max(...runs.map((run) => Number(run[2])));
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  for (const [, from, y, to] of runs) rows[Number(y)]?.fill(true, Number(from), Number(to));
  return rows;
}
