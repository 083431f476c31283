/** Replies checked against a count that is taken in the field. */
import type { Lang } from '../../findings/finding.ts';
import type { Band } from '../../plan/plan.ts';
import { ceilExact, exact, exactText, floorExact } from '../../stats/exact.ts';
import {
  countIn,
  figureName,
  known,
  type RowScope,
  type RowTrouble,
  type RuleOf,
  type RuleResult,
  readCount,
} from './result.ts';

export function band(rule: RuleOf<'band'>): (scope: RowScope) => RuleResult {
  return (scope) => bandRow(rule, scope);
}

function bandRow(rule: RuleOf<'band'>, scope: RowScope): RuleResult {
  const read = readCount(scope, rule.observed);
  const name = figureName(scope.plan, rule.observed);
  const open = { ceiling: 'none' } as const;
  if (!read.ok) {
    const waits = read.lacking.troubles.every(({ kind }) => kind === 'figure-unknown');
    if (!waits) return read.lacking;
    return beforeTheCount(rule, name);
  }
  const observed = read.value;
  const { atLeast } = rule;
  const { least, most, floorCut } = bandBounds(rule, observed);
  const limits = bandWords(rule);
  const range = {
    vi: most === null ? `từ ${least} phiếu` : `từ ${least} đến ${most} phiếu`,
    en: most === null ? `${least} replies or more` : `${least} to ${most} replies`,
  };
  const vi = `${name} = ${observed}${limits.vi}: ${range.vi}`;
  const en = `${name} = ${observed}${limits.en}: ${range.en}`;
  const troubles: readonly RowTrouble[] = floorCut
    ? [{ kind: 'band-floor-above-count', atLeast, observed }]
    : [];
  return known(least, { vi, en }, { ...open, least, most, population: observed, troubles });
}

/** Until people are counted only a floor that holds whatever their number says how many replies there will be. */
function beforeTheCount({ atLeast, crowdedFrom }: Band, name: string): RuleResult {
  if (atLeast === 0 || crowdedFrom !== null) {
    const vi = `Theo ${name}; xác định khi đếm được`;
    return known(null, { vi, en: `By ${name}, once counted` }, { ceiling: 'none' });
  }
  const vi = `Tối thiểu ${countIn(atLeast, 'vi')}; khoảng cho phép tính theo ${name} khi đếm được`;
  const en = `At least ${countIn(atLeast, 'en')}; the band follows when ${name} is counted`;
  return known(atLeast, { vi, en }, { ceiling: 'none', least: atLeast });
}

/**
 * Fewest and most replies (null: no limit is stated) for a count of visitors. `within` bounds the difference from the count; the floor
 * `atLeast` comes on top of it, or, with `crowdedFrom`, stands instead of it from so many visitors on and not below.
 */
export function bandBounds(
  band: Band,
  observed: number,
): { least: number; most: number | null; floorCut: boolean } {
  const count = exact(observed);
  const share = band.withinPercent === null ? null : count.mul(band.withinPercent).div(100);
  const lows = [0];
  const highs: number[] = [];
  if (share !== null) {
    lows.push(ceilExact(count.sub(share)));
    highs.push(floorExact(count.add(share)));
  }
  if (band.withinForms !== null) {
    lows.push(observed - band.withinForms);
    highs.push(observed + band.withinForms);
  }
  if (band.onePerVisitor) highs.push(observed);
  const wanted = lowerBound(band, observed, Math.max(...lows));
  if (highs.length === 0) return { least: wanted, most: null, floorCut: false };
  const most = Math.min(...highs);
  return { least: Math.min(wanted, most), most, floorCut: wanted > most };
}

function lowerBound(band: Band, observed: number, low: number): number {
  if (band.crowdedFrom === null) return Math.max(low, band.atLeast);
  return observed >= band.crowdedFrom ? band.atLeast : low;
}

/** The floor stands with the crowd that it is for: elsewhere it would say what does not hold. */
function bandWords(band: Band): Readonly<Record<Lang, string>> {
  const { atLeast, crowdedFrom } = band;
  const within = [
    ...(band.withinPercent === null ? [] : [`±${exactText(band.withinPercent)} %`]),
    ...(band.withinForms === null ? [] : [`±${band.withinForms}`]),
  ].join(', ');
  const vi = [
    ...(within === '' ? [] : [`lệch không quá ${within}`]),
    ...(crowdedFrom === null
      ? [`tối thiểu ${atLeast}`]
      : [`từ ${crowdedFrom} lượt trở lên: tối thiểu ${atLeast}`]),
    ...(band.onePerVisitor ? ['mỗi người một phiếu'] : []),
  ];
  const en = [
    ...(within === '' ? [] : [`within ${within}`]),
    ...(crowdedFrom === null
      ? [`at least ${atLeast}`]
      : [`from ${crowdedFrom} on: at least ${atLeast}`]),
    ...(band.onePerVisitor ? ['one reply per visitor'] : []),
  ];
  return { vi: vi.map((text) => `, ${text}`).join(''), en: en.map((text) => `, ${text}`).join('') };
}
