/**
 * The plan file as text → its tree. YAML guesses nothing here: `01`, `1.10` and `no` are the text that
 * stands there. What YAML can do beyond plain maps, lists and scalars is refused.
 */
import { Composer, type Document, isMap, isPair, isScalar, isSeq, Parser } from 'yaml';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { hardSpaces, insideCurly } from './pasted.ts';
import { syntaxFindings } from './slips.ts';
import { controlsIn, type SourceText, type Span, sourceText } from './source.ts';
import type { MapEntry, MapNode, TextNode, TreeNode } from './tree.ts';
import { structureOf } from './yaml-structure.ts';

/** At most so many bytes … */
export const largestPlan = 1 << 20;
/** … and maps or lists within each other. */
const deepestPlan = 30;

export interface ReadTree {
  /** Null when the text cannot be understood at all. */
  readonly root: MapNode | null;
  readonly source: SourceText;
  readonly findings: readonly Finding[];
}

/** Parses `text` (without its byte-order mark). All slips of spelling are found at once. */
export function readTree(text: string, file: string): ReadTree {
  const written = sourceText(text, file);
  const refused = refuseText(written);
  if (refused.length > 0) return { root: null, source: written, findings: refused };
  const pasted = hardSpaces(written);
  const tree = readPlain(sourceText(pasted.text, file));
  return { ...tree, findings: [...pasted.findings, ...tree.findings] };
}

function readPlain(source: SourceText): ReadTree {
  const tokens = [...new Parser().parse(source.text)];
  const structure = structureOf(tokens, source, deepestPlan);
  if (structure.tooDeep) return { root: null, source, findings: structure.findings };
  // `true`: an empty file still gives one empty document.
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false });
  const documents = [...composer.compose(tokens, true)] as readonly Document[];
  const findings = [
    ...structure.findings,
    ...syntaxFindings(
      documents.flatMap((document) => document.errors),
      source,
    ),
    ...secondDocument(documents, source),
  ];
  if (findings.length > 0) return { root: null, source, findings };
  return buildTree(documents[0]?.contents, source);
}

function refuseText(source: SourceText): readonly Finding[] {
  const bytes = new TextEncoder().encode(source.text).length;
  if (bytes > largestPlan) {
    return [finding('plan/too-large', { kind: 'file', file: source.file }, { most: largestPlan })];
  }
  return controlsIn(source.text).map(({ span, name }) =>
    finding('plan/control-character', source.where(span), { character: name }),
  );
}

function secondDocument(documents: readonly Document[], source: SourceText): readonly Finding[] {
  const second = documents[1];
  if (second === undefined) return [];
  // The first document ends where its “---” begins.
  const start = documents[0]?.range?.[2] ?? second.range?.[0] ?? 0;
  return [finding('plan/second-document', source.where({ start, end: start + 3 }), {})];
}

interface Building {
  readonly source: SourceText;
  readonly findings: Finding[];
}

function buildTree(content: unknown, source: SourceText): ReadTree {
  const building: Building = { source, findings: [] };
  const root = treeNode(content, { start: 0, end: 0 }, building);
  // A merge or an odd key stands for content that is not read: nothing can be said about the rest.
  const refused = building.findings.some(({ code }) => code === 'plan/yaml-feature');
  if (refused) return { root: null, source, findings: building.findings };
  if (root.kind === 'map') return { root, source, findings: building.findings };
  const empty = root.kind === 'text' && root.text === '';
  const found = finding(empty ? 'plan/empty-file' : 'plan/not-a-plan', source.where(root.span), {});
  return { root: null, source, findings: [...building.findings, found] };
}

/** `around` stands in for the place of a value that is not written. */
function treeNode(value: unknown, around: Span, building: Building): TreeNode {
  if (isScalar(value)) return textNode(value, around, building);
  if (isMap(value)) return mapNode(value.items, spanOf(value, around), building);
  if (isSeq(value)) {
    const span = spanOf(value, around);
    return { kind: 'list', items: value.items.map((item) => treeNode(item, span, building)), span };
  }
  return { kind: 'text', text: '', span: around };
}

function textNode(
  scalar: { value: unknown; type?: unknown; range?: unknown },
  around: Span,
  { source, findings }: Building,
): TextNode {
  const text = String(scalar.value ?? '').normalize('NFC');
  const span = spanOf(scalar, around);
  // An escape in a quoted text can smuggle in what the file itself does not hold.
  const [control] = controlsIn(text);
  if (control !== undefined) {
    const args = { character: control.name };
    findings.push(finding('plan/control-character', source.where(span), args));
  }
  const plain = scalar.type === 'PLAIN';
  const blank = plain && /^(~|null|Null|NULL)$/.test(text);
  const inside = plain ? insideCurly(text) : null;
  if (inside !== null) {
    findings.push(finding('plan/yaml-curly-quotes', source.where(span), { text, inside }));
  }
  const shown = blank ? '' : (inside ?? text);
  return { kind: 'text', text: shown, span: span.end > span.start ? span : around };
}

function mapNode(items: readonly unknown[], span: Span, building: Building): MapNode {
  const { source, findings } = building;
  const entries = new Map<string, MapEntry>();
  let last = '';
  for (const item of items) {
    if (!isPair(item)) continue;
    const keySpan = spanOf(item.key, span);
    const at = source.where(keySpan);
    if (!isScalar(item.key)) {
      findings.push(finding('plan/yaml-feature', at, { feature: 'complex-key' }));
      continue;
    }
    const { key, value } = splitKey(String(item.key.value ?? '').normalize('NFC'), item.value);
    if (value !== null) {
      const near = [`${key}: ${value}`];
      findings.push(finding('plan/yaml-space', at, { after: ':', near }));
    } else if (item.value === null) {
      const before = entries.get(last);
      const whole =
        withDecimals(before?.value, key, keySpan, building) ??
        withComma(before?.value, key, keySpan, building);
      if (before !== undefined && whole !== null) {
        entries.set(last, { ...before, value: whole });
        continue;
      }
    }
    const first = entries.get(key);
    if (key === '<<' || key === '__proto__') {
      const feature = key === '<<' ? 'merge' : 'reserved-key';
      findings.push(finding('plan/yaml-feature', at, { feature }));
    } else if (first !== undefined) {
      const { line } = source.position(first.keySpan.start);
      findings.push(finding('plan/duplicate-key', at, { key, line }));
    } else {
      const node = treeNode(item.value, keySpan, building);
      entries.set(key, {
        keySpan,
        value: value === null ? node : { kind: 'text', text: value, span: keySpan },
      });
      last = key;
    }
  }
  return { kind: 'map', entries, span };
}

/** Inside { } YAML takes `id:xa` for a key without a value; both halves are kept, so that nothing else seems to be missing. */
function splitKey(key: string, value: unknown): { key: string; value: string | null } {
  const [, name, rest] = /^([\p{L}_][\p{L}\w-]*):(.+)$/su.exec(key) ?? [];
  if (value !== null || name === undefined || rest === undefined) return { key, value: null };
  return { key: name, value: rest.replace(/^(["'])(.*)\1$/s, '$2') };
}

/** `{ max: 9,5 }` is a 9 and a key 5 to YAML; to whoever wrote it, one number: null when it is not so. */
function withDecimals(
  before: TreeNode | undefined,
  key: string,
  keySpan: Span,
  { source, findings }: Building,
): TextNode | null {
  if (before?.kind !== 'text' || !/^\d+$/.test(before.text) || !/^\d+%?$/.test(key)) return null;
  const span = { start: before.span.start, end: keySpan.end };
  if (!/^,\s*$/.test(source.text.slice(before.span.end, keySpan.start))) return null;
  const text = `${before.text},${key}`;
  const wanted = key.endsWith('%') ? ('percent' as const) : ('decimal' as const);
  const args = { text, wanted, near: [text.replace(',', '.')] };
  findings.push(finding('plan/not-a-decimal', source.where(span), args));
  return { kind: 'text', text, span };
}

/** `{ text: Ông, Bà có hài lòng không? }`: what follows the comma is no key, but the rest of the text; null when it may be a key. */
function withComma(
  before: TreeNode | undefined,
  key: string,
  keySpan: Span,
  { source, findings }: Building,
): TextNode | null {
  if (before?.kind !== 'text' || before.text === '' || /^[a-z_][\w-]*$/.test(key)) return null;
  const between = source.text.slice(before.span.end, keySpan.start);
  if (!/^,\s*$/.test(between)) return null;
  const span = { start: before.span.start, end: keySpan.end };
  const written = source.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  // Quoted already, or pasted with curly quotes.
  const inside = insideCurly(written) ?? written;
  if (!inside.startsWith('"') && !inside.startsWith("'")) {
    const near = [`"${inside}"`];
    findings.push(finding('plan/yaml-comma-text', source.where(span), { near }));
  }
  return { kind: 'text', text: inside, span };
}

function spanOf(node: unknown, around: Span): Span {
  const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : null;
  if (!Array.isArray(range)) return around;
  const [start, end] = range as [number, number];
  return { start, end };
}
