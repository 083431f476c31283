/** Reads back a Word file without Word: its paragraphs in order, with the numbers that Word would set before them. */
import { unzip } from './unzip.ts';

export interface DocxText {
  /** Text of every paragraph of the body, number included, white space removed; empty ones left out. */
  readonly paragraphs: readonly string[];
  /** Rows of every table as cell texts, spaces single. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  /** Heading rows that repeat on every page, white space removed. */
  readonly headings: readonly string[];
  /** Content of each part by name. */
  readonly parts: ReadonlyMap<string, string>;
}

export async function docxText(bytes: Uint8Array): Promise<DocxText> {
  const parts = new Map((await unzip(bytes)).map(({ name, text }) => [name, text]));
  const body = parts.get('word/document.xml') ?? '';
  const levels = numberingOf(parts.get('word/numbering.xml') ?? '');
  const counters = new Map<string, number>();
  const paragraphs = elements(body, 'w:p')
    .map((paragraph) => squeezed(prefix(paragraph, levels, counters) + textOf(paragraph)))
    .filter((text) => text !== '');
  const tables = elements(body, 'w:tbl').map((table) =>
    elements(table, 'w:tr').map((row) => elements(row, 'w:tc').map(textOf)),
  );
  const headings = elements(body, 'w:tr')
    .filter((row) => row.includes('<w:tblHeader/>'))
    .map((row) => squeezed(textOf(row)));
  return { paragraphs, tables, headings, parts };
}

export function squeezed(text: string): string {
  return text.replace(/\s/gu, '');
}

function elements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, 'g'))].map(([all]) => all);
}

function textOf(xml: string): string {
  const pieces = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g)];
  const text = pieces.map(([, piece]) => piece ?? ' ').join('');
  return unescaped(text).replace(/\s+/gu, ' ').trim();
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = {
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    amp: '&',
  };
  return text.replace(/&(\w+);/g, (all, name: string) => named[name] ?? all);
}

type Levels = ReadonlyMap<string, { readonly format: string; readonly text: string }>;

/** By `numId/level`. */
function numberingOf(xml: string): Levels {
  const abstract = new Map(
    elements(xml, 'w:abstractNum').map((one) => [attribute(one, 'w:abstractNumId'), one]),
  );
  return new Map(
    elements(xml, 'w:num').flatMap((num) => {
      const kind = abstract.get(attribute(num.slice(6), 'w:val')) ?? '';
      return elements(kind, 'w:lvl').map((level) => {
        const key = `${attribute(num, 'w:numId')}/${attribute(level, 'w:ilvl')}`;
        const format = /<w:numFmt w:val="(\w+)"/.exec(level)?.[1] ?? '';
        return [
          key,
          { format, text: /<w:lvlText w:val="([^"]*)"/.exec(level)?.[1] ?? '' },
        ] as const;
      });
    }),
  );
}

function attribute(xml: string, name: string): string {
  return new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1] ?? '';
}

function prefix(paragraph: string, levels: Levels, counters: Map<string, number>): string {
  const [, level, num] = /<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/.exec(paragraph) ?? [];
  const found = levels.get(`${num}/${level}`);
  if (found === undefined || found.format === 'bullet') return found?.text ?? '';
  const count = (counters.get(`${num}/${level}`) ?? 0) + 1;
  counters.set(`${num}/${level}`, count);
  // A number of a higher level starts those below it again.
  for (let below = Number(level) + 1; below < 9; below += 1) counters.delete(`${num}/${below}`);
  const shown = found.format === 'upperRoman' ? (romans[count] ?? '') : String(count);
  return found.text.replace(/%\d/, shown);
}

const romans = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
