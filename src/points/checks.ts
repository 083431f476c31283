/** What only all tables together show: a stage without the one it answers, and who has not assessed themselves yet. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Unit } from '../plan/plan.ts';
import { type Kept, keptKey } from './cells.ts';
import type { Which } from './columns.ts';
import type { Leaf } from './leaves.ts';

/** A second appraisal answers a first one, an explanation a first appraisal of what the unit gave itself. */
export function orderFindings(
  units: readonly Unit[],
  leaves: readonly Leaf[],
  values: ReadonlyMap<string, Kept>,
): readonly Finding[] {
  return units.flatMap((unit) => {
    return leaves.flatMap((leaf): readonly Finding[] => {
      const kept = (which: Which): Kept | null => values.get(keptKey(unit.id, leaf, which)) ?? null;
      const names = { unit: unit.name, criterion: leaf.id };
      const [self, first, second] = [kept('self'), kept('first'), kept('second')];
      const explanation = kept('explanation');
      const alone =
        second !== null && first === null
          ? [finding('points/second-without-first', second.where, names)]
          : [];
      const lacks = [...(self === null ? ['self'] : []), ...(first === null ? ['first'] : [])];
      return explanation === null || lacks.length === 0
        ? alone
        : [...alone, finding('points/explanation-alone', explanation.where, { ...names, lacks })];
    });
  });
}

/** Figures that only the unit itself has given: like its points, they do not count before somebody has looked at them. */
export function figureFindings(
  units: readonly Unit[],
  figures: readonly Leaf[],
  values: ReadonlyMap<string, Kept>,
): readonly Finding[] {
  return units.flatMap((unit) =>
    figures.flatMap((leaf): readonly Finding[] => {
      const kept = (which: Which): Kept | null => values.get(keptKey(unit.id, leaf, which)) ?? null;
      const self = kept('self');
      if (self === null || kept('first') !== null || kept('second') !== null) return [];
      const args = { unit: unit.name, figure: leaf.name };
      return [finding('points/figure-self-only', self.where, args)];
    }),
  );
}

/** Where some units gave themselves points, those criteria on which others did not: counts, by unit. */
export function selfGaps(
  units: readonly Unit[],
  leaves: readonly Leaf[],
  values: ReadonlyMap<string, Kept>,
): readonly Finding[] {
  const own = leaves.filter(({ takes }) => takes === 'points');
  const has = (unit: Unit, leaf: Leaf): boolean => values.has(keptKey(unit.id, leaf, 'self'));
  const first = [...values].find(([key]) => key.endsWith('\nself'))?.[1];
  if (first === undefined) return [];
  const lacking = units.flatMap((unit) => {
    const asked = own.filter(({ notFor }) => !notFor.has(unit.id));
    const criteria = asked.filter((leaf) => !has(unit, leaf)).map(({ id }) => id);
    return criteria.length === 0 ? [] : [{ unit: unit.name, of: asked.length, criteria }];
  });
  if (lacking.length === 0) return [];
  const file = first.where.file.replace(/[^/\\]*$/, '').replace(/[/\\]$/, '');
  const where = { kind: 'file', file: file === '' ? 'points' : file } as const;
  return [finding('points/self-missing', where, { units: lacking })];
}
