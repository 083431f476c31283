/** What has changed, in sentences: “giảm 0,52 điểm và giảm 31 bậc”. */
import type { Changes, RankChange, UnitChange } from '../changes.ts';
import { type Exact, isZero, roundExact } from '../stats/exact.ts';
import { changesWords } from './changes-words.ts';
import type { Setting } from './sheet.ts';
import { decimalIn, notApplicable } from './words.ts';

/** `5/25 → 3/20`; blank where there is no rank on either side. */
export function ranksText({ before, now }: RankChange): string | null {
  const one = (rank: RankChange['now']): string =>
    rank === null ? notApplicable : `${rank.rank}/${rank.of}`;
  return before === null && now === null ? null : `${one(before)} → ${one(now)}`;
}

/** `▲ 2`, `▼ 31`, `0`; null where ranks are not compared. */
export function placesText({ up }: RankChange): string | null {
  if (up === null) return null;
  return up === 0 ? '0' : `${up > 0 ? '▲' : '▼'} ${Math.abs(up)}`;
}

/** “tăng 3,10 điểm và tăng 5 bậc (hạng 8/25 → 3/20)”; null where nothing is compared. */
export function changeSentence(change: UnitChange, setting: Setting): string | null {
  const words = changesWords[setting.lang];
  const { total, rank } = change;
  if (total === null || (total.points === null && total.percent === null)) return null;
  // Published percentages may contradict the points; who gained is told by percent.
  const isPercent =
    total.points === null || signOf(total.points) !== signOf(total.percent ?? total.points);
  const amount = isPercent
    ? amountText(total.percent, words.inPercent, setting)
    : amountText(total.points, words.inPoints, setting);
  const { up } = rank;
  if (up === null) return amount;
  const places =
    up === 0
      ? words.unchanged
      : `${up > 0 ? words.up : words.down} ${words.inPlaces(String(Math.abs(up)))}`;
  const from = ranksText(rank)?.split(' → ') ?? [];
  const ranks = words.rankFrom(from[0] ?? '', from[1] ?? '');
  return up === 0 ? `${amount} (${ranks})` : `${amount}${words.and}${places} (${ranks})`;
}

function signOf(value: Exact | null): number {
  return Math.sign(value?.compare(0) ?? 0);
}

function amountText(
  value: Exact | null,
  unit: (value: string) => string,
  { lang, index }: Setting,
): string {
  const words = changesWords[lang];
  if (value === null || isZero(value)) return words.unchanged;
  const { decimals, mode } = index.rounding;
  const size = decimalIn(lang, roundExact(value.abs(), decimals, mode));
  return `${value.compare(0) > 0 ? words.up : words.down} ${unit(size)}`;
}

/** How many went up and down, and who most: of totals, by percent. Empty where totals are not compared. */
export function moverLines(
  { units, mapped }: Pick<Changes, 'units' | 'mapped'>,
  setting: Setting,
): readonly string[] {
  if (mapped) return [];
  const words = changesWords[setting.lang];
  const moved = units.flatMap((unit) => {
    const by = unit.total?.percent ?? unit.total?.points ?? null;
    return by === null ? [] : [{ unit, by }];
  });
  const ordered = moved.toSorted((one, other) => other.by.compare(one.by));
  const up = moved.filter(({ by }) => by.compare(0) > 0).length;
  const down = moved.filter(({ by }) => by.compare(0) < 0).length;
  const fresh = units.filter(({ how }) => how === 'new').length;
  const [first, last] = [ordered[0], ordered.at(-1)];
  const told = (title: string, unit: UnitChange): string =>
    `${title}: ${unit.name}, ${changeSentence(unit, setting) ?? ''}.`;
  const counts = words.counts(up, down, moved.length - up - down);
  return [
    `${counts}${words.others(fresh, units.length - moved.length - fresh)}.`,
    ...(first !== undefined && up > 0 ? [told(words.most, first.unit)] : []),
    ...(last !== undefined && down > 0 ? [told(words.least, last.unit)] : []),
  ];
}
