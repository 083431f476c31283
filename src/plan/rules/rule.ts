/** What every rule over the plan sees, and how it answers. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding, Where } from '../../findings/finding.ts';
import type { Thing } from '../../findings/plan-words.ts';
import { nearest } from '../../names.ts';
import type { Gathered } from '../normalise.ts';
import type { Plan } from '../plan.ts';
import type { Section } from '../schema.ts';
import type { TreePath } from '../tree.ts';

/** The plan as written and as normalised. References that do not resolve are missing from `plan`. */
export interface RuleContext extends Gathered {
  readonly plan: Plan;
  readonly at: (path: TreePath, part?: 'value' | 'key') => Where;
}

export interface Rule {
  /** Sections that must be readable; else nothing can be said. */
  readonly needs: readonly Section[];
  readonly check: (context: RuleContext) => readonly Finding[];
  /**
   * Sections whose references no longer hold once this rule has found something: rules of sense that need
   * them are not asked, because they would only complain about the consequences.
   */
  readonly spoils?: readonly Section[];
}

export interface Placed {
  readonly id: string;
  readonly at: Where;
}

/** Each id that stands a second time. */
export function duplicateIds(thing: Thing, placed: readonly Placed[]): readonly Finding[] {
  const first = new Map<string, Where>();
  return placed.flatMap(({ id, at }) => {
    const before = first.get(id);
    if (before !== undefined) {
      return [finding('plan/duplicate-id', at, { thing, id, first: shortPlace(before) })];
    }
    first.set(id, at);
    return [];
  });
}

/** Each reference that names nothing there is. */
export function unknownNames(
  thing: Thing,
  references: readonly Placed[],
  known: readonly string[],
): readonly Finding[] {
  const there = new Set(known);
  return references
    .filter(({ id }) => !there.has(id))
    .map(({ id, at }) => {
      const near = nearest(id, known);
      return finding('plan/unknown-name', at, { thing, text: id, near, known });
    });
}

/** References of a list: unknown ones, and ones that stand twice. */
export function listFindings(
  thing: Thing,
  ids: readonly string[] | undefined,
  path: TreePath,
  known: readonly string[],
  at: RuleContext['at'],
): readonly Finding[] {
  const placed = (ids ?? []).map((id, position) => ({ id, at: at([...path, position]) }));
  return [...unknownNames(thing, placed, known), ...duplicateIds(thing, placed)];
}

/** `plan.yaml:12`, for use inside a sentence. */
export function shortPlace(at: Where): string {
  if (at.kind === 'text') return `${at.file}:${at.line}`;
  return at.kind === 'cell' && at.row !== null ? `${at.file}:${at.row}` : at.file;
}
