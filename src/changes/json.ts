/** What was compared, as a plain value for `--json`. Each number stands exact and rounded, as in scores.json. */
import type { Changes, PartChange, UnitChange } from '../changes.ts';
import type { Index } from '../plan/plan.ts';
import { type Exact, exactText, roundExact } from '../stats/exact.ts';

export function changesJson(changes: Changes, { rounding }: Index): object {
  const figure = (value: Exact | null): object | null =>
    value === null
      ? null
      : { exact: exactText(value), rounded: roundExact(value, rounding.decimals, rounding.mode) };
  const part = ({ before, now, points, percent, maxChanged }: PartChange): object => ({
    before: {
      points: figure(before.points),
      max: figure(before.max),
      percent: figure(before.percent),
    },
    now: { points: figure(now.points), max: figure(now.max), percent: figure(now.percent) },
    points: figure(points),
    percent: figure(percent),
    max_changed: maxChanged,
  });
  const unit = ({ unit: id, name, how, from, total, rank, criteria }: UnitChange): object => ({
    unit: id,
    name,
    how,
    from: from.map((former) => ({
      name: former.name,
      unit: former.found?.id ?? null,
      share: exactText(former.share),
      weight: exactText(former.weight),
      part: exactText(former.part),
    })),
    total: total === null ? null : part(total),
    rank,
    criteria: Object.fromEntries([...criteria].map(([code, change]) => [code, part(change)])),
  });
  const { file, sha256, scheme, mapped, units } = changes;
  return { file, sha256, scheme, mapped, units: units.map(unit) };
}
