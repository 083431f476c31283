/** The criteria as a table of points may name them. */
import { type NameIndex, nameIndex } from '../names.ts';
import type { Criterion, UnitId } from '../plan/plan.ts';
import type { Exact } from '../stats/exact.ts';

export interface Leaf {
  /** The code, as `matchName` wants it. */
  readonly id: string;
  readonly name: string;
  /** Whether it takes appraised points, and if not, why. */
  readonly takes: 'points' | 'survey' | 'parent';
  readonly max: Exact;
  readonly notFor: ReadonlySet<UnitId>;
}

export interface Leaves {
  readonly byCode: ReadonlyMap<string, Leaf>;
  readonly index: NameIndex<Leaf>;
  /** Codes of the criteria that take points: what may have been meant. */
  readonly codes: readonly string[];
}

export function leavesOf(criteria: readonly Criterion[]): Leaves {
  const all = flatten(criteria, []);
  return {
    byCode: new Map(all.map((leaf) => [leaf.id, leaf])),
    index: nameIndex(all),
    codes: all.filter(({ takes }) => takes === 'points').map(({ id }) => id),
  };
}

function flatten(criteria: readonly Criterion[], above: readonly UnitId[]): readonly Leaf[] {
  return criteria.flatMap((criterion) => {
    const notFor = new Set([...above, ...criterion.notFor]);
    const { code: id, name, max, children, source } = criterion;
    const takes =
      children.length > 0 ? 'parent' : source?.kind === 'appraised' ? 'points' : 'survey';
    return [{ id, name, takes, max, notFor }, ...flatten(children, [...notFor])];
  });
}
