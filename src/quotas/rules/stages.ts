/** Sheets in a place that the stages chose. Which places they are: `quotas/places.ts`. */
import type { Place, Plan, Take } from '../../plan/plan.ts';
import {
  countIn,
  exactIn,
  figureName,
  inBoth,
  known,
  percentOf,
  type RowScope,
  type RowTrouble,
  type RuleOf,
  type RuleResult,
  rateIn,
  readFigure,
  unknown,
  whenRead,
} from './result.ts';

export function stages(rule: RuleOf<'stages'>, plan: Plan): (scope: RowScope) => RuleResult {
  const { take, designEffect } = rule;
  const size = take.kind === 'share' ? shareOfPlace(take, plan) : numberInPlace(take);
  return (scope) => ({
    ...(scope.place === null ? notDrawn : size(scope, scope.place)),
    designEffect,
  });
}

const notDrawn = unknown({
  vi: 'Chưa bốc thăm chọn địa bàn (chưa có “sample.seed”)',
  en: 'The places are not drawn yet (no `sample.seed`)',
});

type InPlace = (scope: RowScope, place: Place) => RuleResult;

function numberInPlace(take: Extract<Take, { kind: 'count' }>): InPlace {
  return (_scope, { type }) => {
    const byType = type === null ? undefined : take.byType[type];
    const size = byType ?? take.count;
    if (size === null) {
      return unknown({ vi: 'Chưa có số phiếu cho loại này', en: 'No size for this type' }, [
        { kind: 'type-without-size', type: type ?? '–' },
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
    return known(size, reason);
  };
}

function shareOfPlace(take: Extract<Take, { kind: 'share' }>, plan: Plan): InPlace {
  const name = figureName(plan, take.of);
  const { atLeast } = take;
  return (scope) => {
    const read = readFigure(scope, take.of);
    if (!read.ok) return read.lacking;
    const population = read.value;
    const value = percentOf(population, take.percent);
    const reason = whenRead(
      (lang) =>
        `${rateIn(take.percent, lang)} × ${countIn(population, lang)} ${name} = ${exactIn(value, lang)}`,
    );
    const troubles: readonly RowTrouble[] =
      atLeast > population ? [{ kind: 'floor-above-population', size: atLeast, population }] : [];
    return known(null, reason, { atLeast, population, troubles, exact: value });
  };
}
