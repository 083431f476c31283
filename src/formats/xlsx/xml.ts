/** One XML part of a package, read as a stream of elements. */
import { SaxesParser } from 'saxes';
import type { PartEnd, Pause, Zip } from './zip.ts';

export interface ElementReader {
  /** `local` is the name without prefix; `depth` is 1 at the root. */
  readonly open?: (
    local: string,
    attributes: Readonly<Record<string, string>>,
    depth: number,
  ) => void;
  readonly close?: (local: string, depth: number) => void;
  readonly text?: (text: string) => void;
  /** Called once, where the XML first turns out to be wrong. */
  readonly broken?: () => void;
  /** False: enough has been read. Asked after each chunk. */
  readonly goOn?: () => boolean;
  /** Awaited between chunks; see `Zip`. */
  readonly pause?: Pause;
  /** What is left of the bytes of a chunk for this reader; null: the end, for what was held back. */
  readonly only?: (chunk: Uint8Array | null) => Uint8Array;
}

/** Elements inside elements; the formats read here have no ten. */
const deepest = 200;

/** Characters that may pass without a tag beginning or ending; no cell is a tenth as long. */
const longestText = 4 * 1024 * 1024;

/** `doctype`: the part declares entities or a document type, which no Office program writes. */
export type XmlEnd = PartEnd | 'doctype';

/**
 * Reads one part. Prefixes are dropped (`x:row` is `row`), so both the usual and the prefixed, and both
 * the transitional and the strict form of a workbook, read alike.
 */
export async function readXml(zip: Zip, part: string, reader: ElementReader): Promise<XmlEnd> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const state = { depth: 0, quiet: 0, doctype: false, broken: false };
  parser.on('doctype', () => {
    state.doctype = true;
  });
  parser.on('error', () => {
    if (!state.broken) reader.broken?.();
    state.broken = true;
  });
  parser.on('opentag', (tag) => {
    state.depth += 1;
    state.quiet = 0;
    if (state.depth > deepest) state.broken = true;
    reader.open?.(localName(tag.name), tag.attributes, state.depth);
  });
  parser.on('closetag', (tag) => {
    reader.close?.(localName(tag.name), state.depth);
    state.depth -= 1;
    state.quiet = 0;
  });
  if (reader.text !== undefined) {
    parser.on('text', reader.text);
    parser.on('cdata', reader.text);
  }
  const decode = xmlDecoder();
  const take = (chunk: Uint8Array): boolean => {
    const text = decode(reader.only?.(chunk) ?? chunk);
    if (text === null) {
      state.broken = true;
      return false;
    }
    state.quiet += text.length;
    parser.write(text);
    const fine = !state.broken && !state.doctype && state.quiet <= longestText;
    return fine && (reader.goOn?.() ?? true);
  };
  const end = await zip.read(part, take, reader.pause);
  if (state.doctype) return 'doctype';
  if (state.broken) return 'damaged';
  if (state.quiet > longestText) return 'too-large';
  if (end !== 'done') return end;
  const held = decode(reader.only?.(null) ?? new Uint8Array(0));
  const rest = decode(null);
  if (held === null || rest === null) return 'damaged';
  parser.write(held + rest).close();
  return state.broken ? 'damaged' : 'done';
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** UTF-8, or UTF-16 by its byte-order mark: the encodings the package format allows. Null: wrong bytes. */
function xmlDecoder(): (chunk: Uint8Array | null) => string | null {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  return (chunk) => {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    try {
      return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true });
    } catch {
      return null;
    }
  };
}

function encodingOf(chunk: Uint8Array | null): string {
  if (chunk?.[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  return chunk?.[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The value of an attribute whose prefix may be anything, such as `r:id`. */
export function prefixed(
  attributes: Readonly<Record<string, string>>,
  local: string,
): string | null {
  const found = Object.entries(attributes).find(([name]) => name.endsWith(`:${local}`));
  return found?.[1] ?? null;
}
