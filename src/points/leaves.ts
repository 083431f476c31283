/** The criteria as a table of points may name them. */
import { type NameIndex, nameIndex, nameKey } from '../names.ts';
import type { Criterion, Index, UnitId } from '../plan/plan.ts';
import { type Exact, zero } from '../stats/exact.ts';

export interface Leaf {
  /** The code, as `matchName` wants it. */
  readonly id: string;
  readonly name: string;
  /** Whether it takes appraised points, and if not, why. */
  readonly takes: 'points' | 'survey' | 'parent' | AdjustmentKind;
  readonly max: Exact;
  /** Points come in whole steps; null: any number will do. */
  readonly step: Exact | null;
  readonly notFor: ReadonlySet<UnitId>;
}

/** Points beside the criteria: read and checked, but no part of the index's sum. */
export type AdjustmentKind = 'bonus' | 'penalty';

export interface Leaves {
  readonly byCode: ReadonlyMap<string, Leaf>;
  readonly index: NameIndex<Leaf>;
  /** Codes of the criteria that take points: what may have been meant. */
  readonly codes: readonly string[];
  /** Null: the plan knows no such points. */
  readonly adjustments: Readonly<Record<AdjustmentKind, Leaf | null>>;
}

export function leavesOf(index: Index | null): Leaves {
  const all = flatten(index?.criteria ?? [], []);
  return {
    byCode: new Map(all.map((leaf) => [leaf.id, leaf])),
    index: nameIndex(all),
    codes: all.filter(({ takes }) => takes === 'points').map(({ id }) => id),
    adjustments: {
      bonus: adjustment('bonus', 'Điểm thưởng', index?.bonus ?? null),
      penalty: adjustment('penalty', 'Điểm trừ', index?.penalty ?? null),
    },
  };
}

function adjustment(kind: AdjustmentKind, name: string, max: Exact | null): Leaf | null {
  return max === null ? null : { id: kind, name, takes: kind, max, step: null, notFor: new Set() };
}

/** Stands in for what the plan does not know, so that a table that gives such points can be told. */
export function unknownAdjustment(kind: AdjustmentKind): Leaf {
  return { id: kind, name: kind, takes: kind, max: zero, step: null, notFor: new Set() };
}

export const adjustmentHeadings: Readonly<Record<AdjustmentKind, readonly string[]>> = {
  bonus: ['bonus', 'điểm thưởng', 'điểm cộng', 'điểm cộng thêm', 'thưởng'],
  penalty: ['penalty', 'điểm trừ', 'điểm phạt', 'điểm trừ (phạt)', 'trừ điểm', 'phạt'],
};

const adjustmentNames: ReadonlyMap<string, AdjustmentKind> = new Map(
  (['bonus', 'penalty'] as const).flatMap((kind) =>
    adjustmentHeadings[kind].map((name) => [nameKey(name), kind] as const),
  ),
);

/** Which points beside the criteria a heading or cell names; a criterion of that name comes first. */
export function adjustmentNamed(text: string): AdjustmentKind | null {
  return adjustmentNames.get(nameKey(text)) ?? null;
}

function flatten(criteria: readonly Criterion[], above: readonly UnitId[]): readonly Leaf[] {
  return criteria.flatMap((criterion) => {
    const notFor = new Set([...above, ...criterion.notFor]);
    const { code: id, name, max, children, source, step } = criterion;
    const takes =
      children.length > 0 ? 'parent' : source?.kind === 'appraised' ? 'points' : 'survey';
    return [{ id, name, takes, max, step, notFor }, ...flatten(children, [...notFor])];
  });
}
