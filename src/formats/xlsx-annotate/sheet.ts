/** One sheet as a stream of text: marked cells get another style, all else goes through as it is. */
import { columnLetter } from '../cell-text.ts';
import type { TextChange } from './package.ts';
import {
  attribute,
  elementEnd,
  escapedXml,
  isClosed,
  skipped,
  tagAt,
  tagsNamed,
  withAttribute,
} from './tags.ts';

export interface SheetChange {
  /** Columns to mark, from 0 and ascending, by row. */
  readonly marked: ReadonlyMap<number, readonly number[]>;
  /** Index of the style that a marked cell gets, by the style it has. */
  readonly styleFor: (style: number) => number;
  /** What stands behind the cells, as it shall be written. */
  readonly tail: (text: string, prefix: string) => string;
}

interface Progress {
  readonly change: SheetChange;
  /** Read, not yet written. */
  buffer: string;
  part: 'before' | 'rows' | 'behind';
  /** Prefix of the elements, with its colon. */
  prefix: string;
  row: number;
  failed: boolean;
}

export function sheetChange(change: SheetChange): TextChange {
  const progress: Progress = {
    change,
    buffer: '',
    part: 'before',
    prefix: '',
    row: 0,
    failed: false,
  };
  return (piece) => {
    progress.buffer += piece ?? '';
    const done: string[] = [];
    if (progress.part === 'before') done.push(throughHead(progress));
    if (progress.part === 'rows') done.push(throughRows(progress));
    if (piece !== null) return progress.failed ? null : done.join('');
    if (progress.part !== 'behind' || progress.failed) return null;
    return done.join('') + change.tail(progress.buffer, progress.prefix);
  };
}

function throughHead(progress: Progress): string {
  const found = /<([\w.-]+:)?sheetData(?=[\s/>])/.exec(progress.buffer);
  const tag = found === null ? null : tagAt(progress.buffer, found.index);
  if (found === null || tag === null) return '';
  progress.prefix = found[1] ?? '';
  progress.part = isClosed(tag) ? 'behind' : 'rows';
  return taken(progress, found.index + tag.length);
}

/** The first `count` characters of what is waiting. */
function taken(progress: Progress, count: number): string {
  const text = progress.buffer.slice(0, count);
  progress.buffer = progress.buffer.slice(count);
  return text;
}

/** As far as whole rows that are marked, and any piece of the others, have come in. */
function throughRows(progress: Progress): string {
  const { buffer, prefix } = progress;
  const next = new RegExp(
    `<${prefix}row(?=[\\s/>])|</${prefix}sheetData\\s*>|<!--|<!\\[CDATA\\[`,
    'g',
  );
  const done: string[] = [];
  let at = 0;
  let passed = 0;
  for (let found = next.exec(buffer); found !== null; found = next.exec(buffer)) {
    const step = throughOne(progress, found.index, found[0]);
    if (step === null) {
      done.push(buffer.slice(at, found.index));
      progress.buffer = buffer.slice(found.index);
      return done.join('');
    }
    if (step.text !== null) {
      done.push(buffer.slice(at, found.index), step.text);
      at = step.end;
    }
    if (progress.part === 'behind') {
      done.push(buffer.slice(at, found.index));
      progress.buffer = buffer.slice(found.index);
      return done.join('');
    }
    next.lastIndex = step.end;
    passed = step.end;
  }
  // A tag that is cut in two at the end of the piece waits for its other half.
  const cut = buffer.lastIndexOf('<');
  const end = Math.max(passed, cut < 0 ? buffer.length : cut);
  done.push(buffer.slice(at, end));
  progress.buffer = buffer.slice(end);
  return done.join('');
}

interface Step {
  readonly end: number;
  /** What stands there instead; null: what stood there. */
  readonly text: string | null;
}

/** Null: more has to come in first. */
function throughOne(progress: Progress, at: number, begin: string): Step | null {
  const { buffer, prefix, change } = progress;
  if (begin.startsWith('<!')) {
    const end = skipped(buffer, at);
    return end === null ? null : { end, text: null };
  }
  if (begin.startsWith('</')) {
    progress.part = 'behind';
    return { end: at, text: null };
  }
  const tag = tagAt(buffer, at);
  if (tag === null) return null;
  const stated = attribute(tag, 'r');
  const row = stated === null ? progress.row + 1 : Number(stated);
  const marked = change.marked.get(row);
  if (marked === undefined) {
    progress.row = row;
    return { end: at + tag.length, text: null };
  }
  const end = isClosed(tag) ? at + tag.length : elementEnd(buffer, at + tag.length, `${prefix}row`);
  if (end === null) return null;
  progress.row = row;
  return { end, text: markedRow(buffer.slice(at, end), tag, row, marked, progress) };
}

function markedRow(
  text: string,
  tag: string,
  row: number,
  marked: readonly number[],
  { prefix, change }: Progress,
): string {
  const styled = attribute(tag, 'customFormat') === '1' ? Number(attribute(tag, 's') ?? 0) : 0;
  const left = [...marked];
  const made = (before: number): string => {
    const cells: string[] = [];
    for (let column = left[0]; column !== undefined && column < before; column = left[0]) {
      const style = change.styleFor(styled);
      cells.push(`<${prefix}c r="${columnLetter(column)}${row}" s="${style}"/>`);
      left.shift();
    }
    return cells.join('');
  };
  const done: string[] = [];
  let at = tag.length;
  let column = -1;
  for (const cell of tagsNamed(text, `${prefix}c`, tag.length)) {
    const stated = attribute(cell.tag, 'r');
    column = stated === null ? column + 1 : columnOf(stated);
    done.push(text.slice(at, cell.at), made(column));
    const isMarked = left[0] === column;
    if (isMarked) left.shift();
    const style = change.styleFor;
    const own = Number(attribute(cell.tag, 's') ?? 0);
    done.push(isMarked ? withAttribute(cell.tag, 's', String(style(own))) : cell.tag);
    at = cell.at + cell.tag.length;
  }
  // The span that a row states is about the cells it had.
  const open = left.length === 0 ? tag : withAttribute(tag, 'spans', null);
  if (isClosed(tag)) {
    return `${open.replace(/\s*\/>$/, '>')}${made(Number.POSITIVE_INFINITY)}</${prefix}row>`;
  }
  const rest = text.slice(at);
  const close = rest.lastIndexOf('</');
  done.push(rest.slice(0, close), made(Number.POSITIVE_INFINITY), rest.slice(close));
  return open + done.join('');
}

/** `AB12` → 27. */
export function columnOf(reference: string): number {
  const letters = /^\$?([A-Za-z]{1,3})/.exec(reference)?.[1]?.toUpperCase() ?? 'A';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Elements of a sheet that come after the reference to its comments' drawing. */
const afterLegacyDrawing = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];

/** The part of a sheet behind its cells with a reference to the drawing that holds its comments' boxes. */
export function withLegacyDrawing(tail: string, prefix: string, relation: string): string {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const reference = `<${prefix}legacyDrawing xmlns:r="${namespace}" r:id="${escapedXml(relation)}"/>`;
  const at = legacyDrawingPlace(tail, prefix);
  return tail.slice(0, at) + reference + tail.slice(at);
}

function legacyDrawingPlace(tail: string, prefix: string): number {
  const places = [
    ...afterLegacyDrawing.map((name) => prefix + name),
    'mc:AlternateContent',
  ].flatMap((name) => [...tagsNamed(tail, name)].slice(0, 1).map(({ at }) => at));
  const end = tail.lastIndexOf(`</${prefix}worksheet`);
  return Math.min(end < 0 ? tail.length : end, ...places);
}
