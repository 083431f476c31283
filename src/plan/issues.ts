/** What zod found → findings of our catalogue, each at its line. zod's own words never reach anybody. */
import type { core } from 'zod';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Shape } from '../findings/plan-words.ts';
import { nearest } from '../names.ts';
import { placeInside } from './inside.ts';
import type { Problem } from './read.ts';
import type { SourceText } from './source.ts';
import { nodeAt, type TreeNode, type TreePath, whereAt } from './tree.ts';

type Issue = core.$ZodIssue;

export interface Written {
  readonly root: TreeNode;
  readonly source: SourceText;
}

/** Keys of the maps that also take figures; a value that is no figure may sit under a mistyped key. */
export type KnownKeys = readonly string[];

/** What is wrong at one key or value of the plan. */
export interface Mistake {
  readonly path: TreePath;
  readonly finding: Finding;
}

export function mistakesIn(
  issues: readonly Issue[],
  written: Written,
  keysBesideFigures: KnownKeys,
): readonly Mistake[] {
  const mistakes = issues.flatMap((issue) => fromIssue(issue, [], written, keysBesideFigures));
  // `qouta` explains why `quota` is missing.
  const mistyped = mistakes.flatMap(({ finding: found }) =>
    found.code === 'plan/unknown-key' ? found.args.near : [],
  );
  return mistakes.filter(
    ({ finding: found }) => found.code !== 'plan/missing-key' || !mistyped.includes(found.args.key),
  );
}

function fromIssue(
  issue: Issue,
  before: TreePath,
  written: Written,
  keys: KnownKeys,
): readonly Mistake[] {
  const path = [...before, ...(issue.path as TreePath)];
  const node = nodeAt(written.root, path);
  const at = whereAt(written.root, written.source, path);
  if (node === null)
    return [{ path, finding: finding('plan/missing-key', at, { key: keyOf(path) }) }];
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue, path, written);
  if (node.kind === 'text' && node.text === '') {
    return [{ path, finding: finding('plan/empty-value', at, { key: keyOf(path) }) }];
  }
  switch (issue.code) {
    case 'custom':
      return fromProblem(issue, path, written, keys);
    case 'too_small':
      return [{ path, finding: finding('plan/empty-list', at, { key: keyOf(path) }) }];
    case 'invalid_type':
      return wrongShape([shapeOf(issue.expected)], node, path, written);
    case 'invalid_union': {
      const branch = branchMeant(issue.errors);
      if (branch !== null) return branch.flatMap((inner) => fromIssue(inner, path, written, keys));
      return wrongShape(shapesOf(issue), node, path, written);
    }
    default:
      throw new Error(`the plan schema raised ${issue.code}, for which there is no finding`);
  }
}

function fromProblem(
  issue: Issue,
  path: TreePath,
  written: Written,
  keys: KnownKeys,
): readonly Mistake[] {
  const params = 'params' in issue ? (issue.params as { problem: Problem; scalar: string }) : null;
  if (params === null) throw new Error('a plan scalar raised an issue without its problem');
  const key = keyOf(path);
  const near = params.scalar === 'figure' ? nearest(key, keys) : [];
  if (near.length > 0) {
    const at = whereAt(written.root, written.source, path, 'key');
    return [{ path, finding: finding('plan/unknown-key', at, { key, near, known: keys }) }];
  }
  const { code, args } = params.problem;
  const whole = whereAt(written.root, written.source, path);
  const at = code === 'plan/bad-expression' ? placeInside(whole, args.text, args.at) : whole;
  return [{ path, finding: finding(code, at, args as never) }];
}

function unknownKeys(
  issue: Extract<Issue, { code: 'unrecognized_keys' }>,
  path: TreePath,
  { root, source }: Written,
): readonly Mistake[] {
  // The schema's `object` puts the keys that it knows where zod keeps its sentence.
  const known = issue.message.split(' ');
  return issue.keys.map((key) => {
    const near = nearest(key, known);
    const own = [...path, key];
    const at = whereAt(root, source, own, 'key');
    const above = key === 'to' && path.slice(0, 2).join('.') === 'index.classes';
    const args = { key, near, known, ...(above ? { isUpperLimit: above } : {}) };
    return { path: own, finding: finding('plan/unknown-key', at, args) };
  });
}

function wrongShape(
  expected: readonly Shape[],
  node: TreeNode,
  path: TreePath,
  { root, source }: Written,
): readonly Mistake[] {
  const at = whereAt(root, source, path);
  const key = keyOf(path);
  const isCap = (key === 'bonus' || key === 'penalty') && node.kind === 'text';
  const most = node.kind === 'text' && /^\d+$/.test(node.text) ? node.text : '2';
  const example = isCap ? { example: `${key}: { max: ${most} }` } : {};
  const args = { key, found: node.kind, expected: [...new Set(expected)], ...example };
  return [{ path, finding: finding('plan/wrong-shape', at, args) }];
}

/** Of several alternatives the one whose shape was written; of two maps the one that fits better. */
function branchMeant(errors: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const [first, ...others] = errors.filter((issues) => !issues.some(isShapeMismatch));
  if (first === undefined) return null;
  return others.reduce((best, issues) => (issues.length < best.length ? issues : best), first);
}

function isShapeMismatch(issue: Issue): boolean {
  if (issue.path.length > 0) return false;
  if (issue.code === 'invalid_type') return true;
  return issue.code === 'invalid_union' && branchMeant(issue.errors) === null;
}

function shapesOf(issue: Issue): readonly Shape[] {
  if (issue.code === 'invalid_type') return [shapeOf(issue.expected)];
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap(shapesOf) : [];
}

function shapeOf(expected: string): Shape {
  if (expected === 'array') return 'list';
  return expected === 'string' ? 'text' : 'map';
}

/** `groups[3]` for the third entry of a list. */
function keyOf(path: TreePath): string {
  const last = path.at(-1);
  if (typeof last === 'number') return `${keyOf(path.slice(0, -1))}[${last + 1}]`;
  return last ?? '';
}
