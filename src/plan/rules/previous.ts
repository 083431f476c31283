/** The comparison with an earlier survey: the map of criteria, the weights of former units. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { isZero } from '../../stats/exact.ts';
import { writtenCriteria } from './index-tree.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';

export const previousRules: readonly Rule[] = [
  { needs: ['index'], check: mapFindings },
  { needs: ['units'], check: formerWeights },
];

function mapFindings(context: RuleContext): readonly Finding[] {
  const { file, at } = context;
  const map = Object.entries(file.index?.previous?.criteria ?? {});
  const path = ['index', 'previous', 'criteria'];
  const placed = map.map(([id]) => ({ id, at: at([...path, id], 'key') }));
  const known = writtenCriteria(context).map(({ criterion }) => criterion.code);
  const twice = map.flatMap(([code, before], position): readonly Finding[] => {
    const same = map.filter(([, other]) => other === before).map(([one]) => one);
    const isLast = map.findLastIndex(([, other]) => other === before) === position;
    if (same.length < 2 || !isLast) return [];
    return [finding('plan/previous-twice', at([...path, code]), { before, codes: same })];
  });
  return [...unknownNames('criterion', placed, known), ...twice];
}

/** Some of a unit's former units weigh what is written, the others 1. */
function formerWeights({ file, at }: RuleContext): readonly Finding[] {
  if ('from' in file.units) return [];
  return file.units.flatMap(({ units }, block) =>
    units.flatMap(({ name, was = [] }, position): readonly Finding[] => {
      const without = was.filter(({ weight }) => weight === undefined || isZero(weight));
      if (without.length === 0 || was.every(({ weight }) => weight === undefined)) return [];
      const place = at(['units', block, 'units', position, 'was']);
      const args = { unit: name, without: without.map(({ unit }) => unit) };
      return [finding('plan/former-weights', place, args)];
    }),
  );
}
