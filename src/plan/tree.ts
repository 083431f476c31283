/** The plan file as a tree of text scalars that know where they stand. */
import type { Where } from '../findings/finding.ts';
import type { SourceText, Span } from './source.ts';

export interface TextNode {
  readonly kind: 'text';
  /** What is written; `~`, `null` and nothing at all are the empty text. */
  readonly text: string;
  readonly span: Span;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly TreeNode[];
  readonly span: Span;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly span: Span;
}

export interface MapEntry {
  readonly keySpan: Span;
  readonly value: TreeNode;
}

export type TreeNode = TextNode | ListNode | MapNode;

/** Keys and positions from the root: `['groups', 2, 'quota', 'total']`. */
export type TreePath = readonly (string | number)[];

/** Strings, arrays and plain objects. The tree holds no `__proto__` key. */
export type PlainValue = string | readonly PlainValue[] | { readonly [key: string]: PlainValue };

export function plainOf(node: TreeNode): PlainValue {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'list') return node.items.map(plainOf);
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, plainOf(value)]));
}

/** The node at a path; null when nothing is written there. */
export function nodeAt(root: TreeNode, path: TreePath): TreeNode | null {
  let node: TreeNode = root;
  for (const step of path) {
    const next: TreeNode | undefined =
      node.kind === 'map'
        ? node.entries.get(String(step))?.value
        : node.kind === 'list' && typeof step === 'number'
          ? node.items[step]
          : undefined;
    if (next === undefined) return null;
    node = next;
  }
  return node;
}

/** Points at the value of a path, or at its key, or at the nearest written thing around it. */
export function whereAt(
  root: TreeNode,
  source: SourceText,
  path: TreePath,
  part: 'value' | 'key' = 'value',
): Where {
  return source.where(spanAt(root, path, part));
}

/** A node from its key on; null when it is not there. */
export function spanWithKey(root: TreeNode, path: TreePath): Span | null {
  const node = nodeAt(root, path);
  const holder = nodeAt(root, path.slice(0, -1));
  if (node === null) return null;
  const key = holder?.kind === 'map' ? holder.entries.get(String(path.at(-1)))?.keySpan : undefined;
  return { start: key?.start ?? node.span.start, end: node.span.end };
}

function spanAt(root: TreeNode, path: TreePath, part: 'value' | 'key'): Span {
  const node = nodeAt(root, path);
  const last = path.at(-1);
  if (last === undefined) return { start: root.span.start, end: root.span.start + 1 };
  const parent = path.slice(0, -1);
  if (node === null) return spanAt(root, parent, 'key');
  const holder = nodeAt(root, parent);
  const keySpan = holder?.kind === 'map' ? holder.entries.get(String(last))?.keySpan : undefined;
  const asKey = part === 'key' || node.kind !== 'text' || node.text === '';
  if (asKey && keySpan !== undefined) return keySpan;
  return node.kind === 'map' ? firstKeyOf(node) : node.span;
}

/** A whole map is too much to underline: its first key in block style, its brace in flow style. */
function firstKeyOf(node: MapNode): Span {
  const [first] = node.entries.values();
  if (first === undefined || first.keySpan.start !== node.span.start) return node.span;
  return first.keySpan;
}
