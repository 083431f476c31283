/** The criteria and figures as a table of points may name them. */
import { type NameIndex, nameIndex, nameKey } from '../names.ts';
import { unitsWithout } from '../plan/index-figures.ts';
import type { Criterion, Index, IndexFigure, LeafSource, UnitId } from '../plan/plan.ts';
import { type Exact, zero } from '../stats/exact.ts';

export interface Leaf {
  /** The code of a criterion or the id of a figure, as `matchName` wants it. */
  readonly id: string;
  readonly name: string;
  /** Whether it takes appraised points, and if not, why. */
  readonly takes: 'points' | 'survey' | 'parent' | 'worked-out' | 'figure' | AdjustmentKind;
  /** Null: no figure. */
  readonly figure: IndexFigure | null;
  readonly max: Exact;
  /** Points come in whole steps; null: any number will do. */
  readonly step: Exact | null;
  /** Of a figure: units that need none. */
  readonly notFor: ReadonlySet<UnitId>;
}

/** Points beside the criteria. */
export type AdjustmentKind = 'bonus' | 'penalty';

export interface Leaves {
  readonly byCode: ReadonlyMap<string, Leaf>;
  readonly index: NameIndex<Leaf>;
  readonly hasFigures: boolean;
  /** Criteria that take points and figures: what may have been meant. */
  readonly codes: readonly string[];
  /** Null: the plan knows no such points. */
  readonly adjustments: Readonly<Record<AdjustmentKind, Leaf | null>>;
}

export function leavesOf(index: Index | null): Leaves {
  const figures = index === null ? [] : index.figures.map((figure) => figureLeaf(figure, index));
  const all = [...flatten(index?.criteria ?? [], []), ...figures];
  return {
    byCode: new Map(all.map((leaf) => [leaf.id, leaf])),
    index: nameIndex(all),
    hasFigures: figures.length > 0,
    codes: all.filter(({ takes }) => takes === 'points' || takes === 'figure').map(({ id }) => id),
    adjustments: {
      bonus: adjustment('bonus', 'Điểm thưởng', index?.bonus ?? null),
      penalty: adjustment('penalty', 'Điểm trừ', index?.penalty ?? null),
    },
  };
}

function adjustment(kind: AdjustmentKind, name: string, max: Exact | null): Leaf | null {
  return max === null ? null : { ...besideLeaf, id: kind, name, takes: kind, max };
}

/** Stands in for what the plan does not know, so that a table that gives such points can be told. */
export function unknownAdjustment(kind: AdjustmentKind): Leaf {
  return { ...besideLeaf, id: kind, name: kind, takes: kind, max: zero };
}

const besideLeaf = { figure: null, step: null, notFor: new Set<UnitId>() };

function figureLeaf(figure: IndexFigure, index: Index): Leaf {
  const { id, name } = figure;
  return {
    id,
    name,
    takes: 'figure',
    figure,
    max: zero,
    step: null,
    notFor: unitsWithout(id, index),
  };
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
    const takes = children.length > 0 ? 'parent' : takesOf(source);
    const leaf = { id, name, takes, figure: null, max, step, notFor };
    return [leaf, ...flatten(children, [...notFor])];
  });
}

function takesOf(source: LeafSource | null): Leaf['takes'] {
  if (source?.kind === 'appraised') return 'points';
  return source?.kind === 'survey' ? 'survey' : 'worked-out';
}
