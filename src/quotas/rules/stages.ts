/** Sheets in a place that the stages chose. Which places they are: `quotas/places.ts`. */
import { placePopulation } from '../../plan/place-population.ts';
import type { Place, Plan, Take } from '../../plan/plan.ts';
import {
  countIn,
  exactIn,
  figureIn,
  figureName,
  inBoth,
  known,
  populationIn,
  type RowScope,
  type RowTrouble,
  type RuleOf,
  type RuleResult,
  rateIn,
  readAmount,
  shareOf,
  unknown,
  whenRead,
} from './result.ts';

export function stages(rule: RuleOf<'stages'>, plan: Plan): (scope: RowScope) => RuleResult {
  const { take, designEffect } = rule;
  const size =
    take.kind === 'share'
      ? shareOfPlace(take, plan)
      : numberInPlace(take, placePopulation(plan, rule));
  return (scope) => ({
    ...(scope.place === null ? notDrawn : size(scope, scope.place)),
    designEffect,
  });
}

const notDrawn = unknown({
  vi: 'Chưa rút địa bàn (chưa có “sample.seed”)',
  en: 'The places are not drawn yet (no `sample.seed`)',
});

type InPlace = (scope: RowScope, place: Place) => RuleResult;

/** The number is the plan's own: a population that it does not name warns and does not cut. */
function numberInPlace(take: Extract<Take, { kind: 'count' }>, figure: string | null): InPlace {
  return ({ group }, { type, attributes }) => {
    const byType = type === null ? undefined : take.byType[type];
    const size = byType ?? take.count;
    if (size === null) {
      return unknown({ vi: 'Chưa có số phiếu cho loại này', en: 'No size for this type' }, [
        { kind: 'type-without-size', type: type ?? '' },
      ]);
    }
    const { vi, en } = inBoth((lang) => countIn(size, lang));
    const reason =
      byType === undefined
        ? { vi: `${vi} phiếu mỗi địa bàn`, en: `${en} in each place` }
        : {
            vi: `${vi} phiếu mỗi địa bàn loại “${type}”`,
            en: `${en} in each place of type “${type}”`,
          };
    if (figure === null || group.modifiers.population !== null) return known(size, reason);
    return known(size, reason, { population: attributes[figure] ?? null, ceiling: 'warns' });
  };
}

function shareOfPlace(take: Extract<Take, { kind: 'share' }>, plan: Plan): InPlace {
  const name = figureName(plan, take.of);
  const { atLeast } = take;
  return (scope) => {
    const read = readAmount(scope, take.of);
    if (!read.ok) return read.lacking;
    const value = shareOf(read.value, take.percent);
    const population = populationIn(plan, take.of, read.value);
    const reason = whenRead(
      (lang) =>
        `${rateIn(take.percent, lang)} × ${figureIn(read.value, lang)} ${name} = ${exactIn(value, lang)}`,
    );
    const troubles: readonly RowTrouble[] =
      population !== null && atLeast > population
        ? [{ kind: 'floor-above-population', size: atLeast, population }]
        : [];
    return known(null, reason, { atLeast, population, troubles, exact: value });
  };
}
