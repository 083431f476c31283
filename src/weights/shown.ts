/** What is shown of the weights within a row of the quota. */
import type { WeightPart } from '../weights.ts';

/** Null: several weights are counted together. */
export type ShownPart = Omit<WeightPart, 'weight'> & {
  readonly weight: WeightPart['weight'] | null;
};

/** Few of one weight are counted with others of their row; a row that has one weight says nothing of anybody. */
export function shownParts(parts: readonly WeightPart[], fewest: number): readonly ShownPart[] {
  const rows = new Map<WeightPart['row'], WeightPart[]>();
  for (const part of parts) rows.set(part.row, [...(rows.get(part.row) ?? []), part]);
  return [...rows.values()].flatMap((own): readonly ShownPart[] => {
    if (own.length < 2) return own;
    const sorted = own.toSorted((one, other) => one.respondents - other.respondents);
    let count = 0;
    let together = 0;
    while (count < sorted.length) {
      const next = sorted[count]?.respondents ?? 0;
      if (next >= fewest && (together === 0 || together >= fewest)) break;
      together += next;
      count++;
    }
    const pooled = new Set(sorted.slice(0, count));
    const [first] = own;
    if (first === undefined || pooled.size === 0) return own;
    const rest = own.filter((part) => !pooled.has(part));
    return [{ ...first, weight: null, respondents: together }, ...rest];
  });
}
