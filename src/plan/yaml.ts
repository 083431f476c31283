/**
 * The plan file as text → its tree. YAML guesses nothing here: `01`, `1.10` and `no` are the text that
 * stands there. What YAML can do beyond plain maps, lists and scalars is refused.
 */
import {
  Composer,
  type Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Parser,
  type YAMLError,
} from 'yaml';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { SyntaxProblem } from '../findings/plan-text.ts';
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
  const source = sourceText(text, file);
  const refused = refuseText(source);
  if (refused.length > 0) return { root: null, source, findings: refused };
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

/**
 * One slip often confuses the parser twice on the same line, and one that breaks the structure makes it
 * stumble over everything that follows: the first report is the useful one.
 */
function syntaxFindings(errors: readonly YAMLError[], source: SourceText): readonly Finding[] {
  const lines = new Set<number>();
  const broken = errors.findIndex(({ code }) => !local.has(problems[code] ?? 'other'));
  const trusted = broken < 0 ? errors : errors.slice(0, broken + 1);
  return trusted.flatMap(({ code, pos: [start, end] }) => {
    const { line } = source.position(start);
    if (lines.has(line)) return [];
    lines.add(line);
    return [
      finding('plan/yaml-syntax', source.where({ start, end }), {
        problem: problems[code] ?? 'other',
      }),
    ];
  });
}

/** Slips after which the parser still knows where it is. */
const local: ReadonlySet<SyntaxProblem> = new Set(['colon', 'escape']);

const problems: Readonly<Partial<Record<YAMLError['code'], SyntaxProblem>>> = {
  BAD_INDENT: 'indent',
  TAB_AS_INDENT: 'tab',
  MISSING_CHAR: 'bracket',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  BLOCK_IN_FLOW: 'colon',
  MULTILINE_IMPLICIT_KEY: 'colon',
  BAD_SCALAR_START: 'character',
  UNEXPECTED_TOKEN: 'character',
  BAD_DQ_ESCAPE: 'escape',
};

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
  const blank = scalar.type === 'PLAIN' && /^(~|null|Null|NULL)$/.test(text);
  return { kind: 'text', text: blank ? '' : text, span: span.end > span.start ? span : around };
}

function mapNode(items: readonly unknown[], span: Span, building: Building): MapNode {
  const { source, findings } = building;
  const entries = new Map<string, MapEntry>();
  for (const item of items) {
    if (!isPair(item)) continue;
    const keySpan = spanOf(item.key, span);
    const at = source.where(keySpan);
    if (!isScalar(item.key)) {
      findings.push(finding('plan/yaml-feature', at, { feature: 'complex-key' }));
      continue;
    }
    const key = String(item.key.value ?? '').normalize('NFC');
    const first = entries.get(key);
    if (key === '<<' || key === '__proto__') {
      const feature = key === '<<' ? 'merge' : 'reserved-key';
      findings.push(finding('plan/yaml-feature', at, { feature }));
    } else if (first !== undefined) {
      const { line } = source.position(first.keySpan.start);
      findings.push(finding('plan/duplicate-key', at, { key, line }));
    } else {
      entries.set(key, { keySpan, value: treeNode(item.value, keySpan, building) });
    }
  }
  return { kind: 'map', entries, span };
}

function spanOf(node: unknown, around: Span): Span {
  const range = node !== null && typeof node === 'object' && 'range' in node ? node.range : null;
  if (!Array.isArray(range)) return around;
  const [start, end] = range as [number, number];
  return { start, end };
}
