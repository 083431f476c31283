/** A share of a population, at rates that may go by its size. */
import type { Plan, ShareBand } from '../../plan/plan.ts';
import { exactText } from '../../stats/exact.ts';
import {
  exactFigure,
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
  whenRead,
} from './result.ts';

export function share(rule: RuleOf<'share'>, plan: Plan): (scope: RowScope) => RuleResult {
  const name = figureName(plan, rule.of);
  const rates = new Map(
    rule.bands.map((band) => [band, inBoth((lang) => rateIn(band.rate, lang))]),
  );
  return (scope) => {
    const read = readAmount(scope, rule.of);
    if (!read.ok) return read.lacking;
    const band = bandFor(rule.bands, read.value);
    const value = shareOf(read.value, band.rate);
    const population = populationIn(plan, rule.of, read.value);
    const reason = whenRead((lang) => {
      const rate = rates.get(band)?.[lang] ?? '';
      return `${rate} × ${figureIn(read.value, lang)} ${name} = ${exactIn(value, lang)}`;
    });
    const atLeast = band.atLeast ?? 0;
    const troubles: readonly RowTrouble[] =
      population !== null && atLeast > population
        ? [{ kind: 'floor-above-population', size: atLeast, population }]
        : [];
    const bounds = { atLeast, atMost: band.atMost, population, troubles };
    return known(null, reason, { ...bounds, exact: value });
  };
}

/** The band that a population falls into: the last one that begins at or below it. */
function bandFor(bands: readonly ShareBand[], population: number): ShareBand {
  const band = bands.findLast(({ from }) => from <= population) ?? bands[0];
  if (band === undefined)
    throw new Error(`No band for a population of ${exactText(exactFigure(population))}`);
  return band;
}
