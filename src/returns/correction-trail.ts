/**
 * Several corrections of one value follow each other by their old values, whatever their clocks and names say. As
 * arrows from old to new value they make one walk from what was keyed; where it ends does not depend on how it is walked.
 */

export interface Step {
  /** Null is blank, or a row that counts. */
  readonly old: string | null;
  readonly next: string | null;
}

/**
 * The value after every step, each taken once, from `start`; `undefined` when no walk takes them all. The same step of
 * two imports (two offices found the same slip) is taken twice where the walk asks for it, else once.
 */
export function trailEnd(
  steps: readonly Step[],
  start: string | null,
): { readonly value: string | null } | undefined {
  return walked(steps, start) ?? walked(distinctSteps(steps), start);
}

/** Where a walk over all the steps may begin; empty when there is none. */
export function trailStarts(steps: readonly Step[]): readonly (string | null)[] {
  const values = [...new Set(steps.flatMap(({ old, next }) => [old, next]))];
  return values.filter((value) => trailEnd(steps, value) !== undefined);
}

/** Steps that leave one value for different ones: what two people disagree on. */
export function forkedSteps<S extends Step>(steps: readonly S[]): readonly S[] {
  return steps.filter((one) => steps.some(({ old, next }) => old === one.old && next !== one.next));
}

function distinctSteps(steps: readonly Step[]): readonly Step[] {
  return steps.filter(
    (one, at) => steps.findIndex(({ old, next }) => old === one.old && next === one.next) === at,
  );
}

/** Euler: a walk over every arrow exists when all are in reach and each value is left as often as reached, but for the ends. */
function walked(
  steps: readonly Step[],
  start: string | null,
): { readonly value: string | null } | undefined {
  const surplus = new Map<string | null, number>([[start, 1]]);
  const add = (value: string | null, by: number): void => {
    surplus.set(value, (surplus.get(value) ?? 0) + by);
  };
  for (const { old, next } of steps) {
    add(old, -1);
    add(next, 1);
  }
  const left = [...surplus].filter(([, count]) => count !== 0);
  const [end] = left;
  if (end === undefined || left.length > 1 || end[1] !== 1) return undefined;
  const reached = new Set([start]);
  for (let before = -1; before !== reached.size; ) {
    before = reached.size;
    for (const { old, next } of steps) if (reached.has(old)) reached.add(next);
  }
  return steps.every(({ old }) => reached.has(old)) ? { value: end[0] } : undefined;
}
