/** The comments of a sheet (ECMA-376 §18.7) with ours among them; those that people wrote stay. */
import { workbookText } from '../spreadsheet-text.ts';
import { attribute, elementEnd, escapedXml, isClosed, rootPrefix, tagsNamed } from './tags.ts';

/** Who writes the comments, by which they are known again. */
export const commentAuthor = 'survey';

export interface CellComment {
  /** `B12` */
  readonly ref: string;
  readonly text: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const longestComment = 2_000;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface CommentsPart {
  readonly text: string;
  /** Cells whose comment is new: they need a box in the drawing. */
  readonly added: readonly string[];
  /** Cells that had a comment of ours from an earlier round and have none now. */
  readonly dropped: readonly string[];
}

export function newComments(comments: readonly CellComment[]): CommentsPart {
  const list = comments.map((comment) => element(comment, 0, '')).join('');
  const authors = `<authors><author>${commentAuthor}</author></authors>`;
  const text = `${declaration}<comments xmlns="${main}">${authors}<commentList>${list}</commentList></comments>`;
  return { text, added: comments.map(({ ref }) => ref), dropped: [] };
}

/**
 * `before` with the comments added: where a cell has one already ours is appended to it, but for our own of an
 * earlier round, which go. Null: it is not laid out as the standard has it.
 */
export function mergedComments(
  before: string,
  comments: readonly CellComment[],
): CommentsPart | null {
  const prefix = rootPrefix(before);
  const list = partOf(before, `${prefix}commentList`);
  const authors = partOf(before, `${prefix}authors`);
  if (list === null || authors === null || authors.end > list.at) return null;
  const known = [...tagsNamed(authors.inner, `${prefix}author`)];
  const mine = authorsNamed(authors.inner, prefix);
  const author = mine[0] ?? known.length;
  const wanted = new Map(comments.map((comment) => [comment.ref, comment]));
  const kept: string[] = [];
  const ours = new Set<string>();
  for (const { at, tag } of tagsNamed(list.inner, `${prefix}comment`)) {
    const end = isClosed(tag)
      ? at + tag.length
      : elementEnd(list.inner, at + tag.length, `${prefix}comment`);
    if (end === null) return null;
    const ref = attribute(tag, 'ref') ?? '';
    const isMine = mine.includes(Number(attribute(tag, 'authorId')));
    const own = isMine ? null : withoutOurs(list.inner.slice(at, end), prefix);
    if (own === null) {
      ours.add(ref);
      continue;
    }
    const more = wanted.get(ref);
    kept.push(more === undefined ? own : appended(own, more.text, prefix));
    wanted.delete(ref);
  }
  const made = [...wanted.values()].map((comment) => element(comment, author, prefix));
  const newAuthor = mine.length > 0 ? '' : `<${prefix}author>${commentAuthor}</${prefix}author>`;
  const text =
    before.slice(0, authors.at) +
    `<${prefix}authors>${authors.inner}${newAuthor}</${prefix}authors>` +
    before.slice(authors.end, list.at) +
    `<${prefix}commentList>${kept.join('')}${made.join('')}</${prefix}commentList>` +
    before.slice(list.end);
  const added = [...wanted.keys()].filter((ref) => !ours.has(ref));
  return { text, added, dropped: [...ours].filter((ref) => !wanted.has(ref)) };
}

function authorsNamed(inner: string, prefix: string): readonly number[] {
  const pattern = new RegExp(`<${prefix}author(?:\\s[^>]*)?(?:/>|>([^<]*)<)`, 'g');
  return [...inner.matchAll(pattern)].flatMap(([, name], at) =>
    name === commentAuthor ? [at] : [],
  );
}

function partOf(
  text: string,
  name: string,
): { readonly at: number; readonly inner: string; readonly end: number } | null {
  for (const { at, tag } of tagsNamed(text, name)) {
    if (isClosed(tag)) return { at, inner: '', end: at + tag.length };
    const end = elementEnd(text, at + tag.length, name);
    if (end === null) return null;
    return { at, inner: text.slice(at + tag.length, text.lastIndexOf('</', end - 1)), end };
  }
  return null;
}

function element({ ref, text }: CellComment, author: number, prefix: string): string {
  const body = `<${prefix}text>${run(ownLead + text, prefix)}</${prefix}text>`;
  return `<${prefix}comment ref="${ref}" authorId="${author}">${body}</${prefix}comment>`;
}

function run(text: string, prefix: string): string {
  const cut = text.length > longestComment ? `${text.slice(0, longestComment - 1)}…` : text;
  const font = `<${prefix}rPr><${prefix}sz val="9"/><${prefix}color indexed="81"/><${prefix}rFont val="Tahoma"/></${prefix}rPr>`;
  const written = escapedXml(workbookText(cut));
  return `<${prefix}r>${font}<${prefix}t xml:space="preserve">${written}</${prefix}t></${prefix}r>`;
}

/**
 * How our text begins, by which it is known again: LibreOffice forgets who wrote a comment, and nobody else begins so.
 */
const ownLead = '[survey] ';

/** The comment without what we wrote in an earlier round of mending; null: nothing else is in it. */
function withoutOurs(comment: string, prefix: string): string | null {
  const at = comment.indexOf(ownLead);
  if (at < 0) return comment;
  const before = comment.slice(0, at);
  const [body] = tagsNamed(comment, `${prefix}text`);
  const theirs = before.slice(body === undefined ? 0 : body.at).replace(/<[^>]*>/g, '');
  if (theirs.trim() === '') return null;
  return before.trimEnd() + comment.slice(comment.lastIndexOf(`</${prefix}t>`));
}

/** A comment of somebody else with our text behind theirs. */
function appended(comment: string, text: string, prefix: string): string {
  const close = `</${prefix}text>`;
  const more = `${run(`\n\n${ownLead}${text}`, prefix)}${close}`;
  const [open] = tagsNamed(comment, `${prefix}text`);
  if (open === undefined) return comment;
  const from = open.at + open.tag.length;
  if (isClosed(open.tag)) {
    return `${comment.slice(0, open.at)}<${prefix}text>${more}${comment.slice(from)}`;
  }
  const end = comment.indexOf(close, from);
  const inner = comment.slice(from, end);
  // A plain text beside runs is lost by some readers: it becomes a run itself.
  const isPlain = new RegExp(`^\\s*<${prefix}t[\\s>]`).test(inner);
  const runs = isPlain ? `<${prefix}r>${inner.trim()}</${prefix}r>` : inner;
  return `${comment.slice(0, from)}${runs}${more}${comment.slice(end + close.length)}`;
}
