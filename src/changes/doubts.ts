/** What was compared, looked at as a whole: points without a maximum, and this survey set beside itself. */
import type { UnitChange } from '../changes.ts';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Index } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { type Exact, roundExact } from '../stats/exact.ts';
import type { Earlier } from './earlier.ts';
import type { PartChange } from './values.ts';

/** Points that stand on both sides but were out of no one knows what, where no percent stands in for them. */
export function noMaximum(units: readonly UnitChange[], { file }: Earlier): readonly Finding[] {
  const isLost = (change: PartChange | null): boolean =>
    change?.maxUnknown === true && change.before.percent === null;
  const whole = units.some(({ total }) => isLost(total));
  const codes = new Set(
    units.flatMap(({ criteria }) =>
      [...criteria].flatMap(([code, change]) => (isLost(change) ? [code] : [])),
    ),
  );
  if (!whole && codes.size === 0) return [];
  return [finding('changes/no-maximum', { kind: 'file', file }, { whole, codes: [...codes] })];
}

/** The file of today's own scores, copied as those of last year: the likeliest slip of all. */
export function ownScores(
  units: readonly UnitChange[],
  earlier: Earlier,
  survey: string,
  index: Index,
  where: PlanWhere,
): Finding | null {
  const isSame = earlier.survey === survey;
  const unchanged = areUnchanged(units, index);
  if (isSame && unchanged) return finding('changes/own-scores', where.previous(), { survey });
  if (isSame) return finding('changes/same-survey', where.previous(), { survey });
  if (unchanged) return finding('changes/same-figures', where.previous(), { units: units.length });
  return null;
}

/** Every unit and criterion of two units and more has the figures it had, as they are published. */
function areUnchanged(units: readonly UnitChange[], { rounding }: Index): boolean {
  const shown = (value: Exact | null): string =>
    value === null ? '' : roundExact(value, rounding.decimals, rounding.mode);
  const isSame = ({ before, now }: PartChange): boolean =>
    shown(before.percent) === shown(now.percent) &&
    (before.points === null || shown(before.points) === shown(now.points));
  const parts = units.map(({ total, criteria }) =>
    [...(total === null ? [] : [total]), ...criteria.values()].filter(
      ({ before, now }) => before.percent !== null || now.percent !== null,
    ),
  );
  const scored = parts.filter((one) => one.length > 0);
  return scored.length > 1 && scored.every((one) => one.every(isSame));
}
