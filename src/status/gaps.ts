/** What the counts of sheets alone do not show: units that many sheets pass over, and surpluses. */

import type { Lang } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';
import { missingTotal } from '../stats/missing.ts';
import type { Tallies } from '../tallies.ts';

/** A unit with fewer valid ratings than its group has valid sheets, each of which should rate it. */
export interface RatingGap {
  readonly group: { readonly id: string; readonly name: string };
  readonly unit: { readonly id: string; readonly name: string };
  readonly ratings: number;
  readonly sheets: number;
}

/** Groups whose sheets rate several units, in plan order; groups without a valid sheet have no gap yet. */
export function ratingGaps(plan: Plan, tallies: Tallies): readonly RatingGap[] {
  const ratings = ratingCounts(tallies);
  return plan.groups.flatMap(({ id, name, about }) => {
    if (about.kind !== 'units' || about.units.length < 2) return [];
    const sheets = tallies.custody
      .filter(({ group }) => group === id)
      .reduce((total, { valid }) => total + valid, 0);
    return about.units.flatMap((unitId): readonly RatingGap[] => {
      const count = ratings.get(`${id}\n${unitId}`) ?? 0;
      if (count >= sheets) return [];
      const unit = plan.units.find((one) => one.id === unitId);
      const named = { id: unitId, name: unit?.name ?? unitId };
      return [{ group: { id, name }, unit: named, ratings: count, sheets }];
    });
  });
}

/** Valid ratings of each group about each unit: every one is in each question's counts, or blank there. */
export function ratingCounts({ cells }: Tallies): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { group, unit, counts, answered, missing } of cells) {
    const chosen = answered ?? Object.values(counts).reduce((total, one) => total + one, 0);
    const count = chosen + missingTotal(missing);
    const key = `${group}\n${unit}`;
    most.set(key, Math.max(most.get(key) ?? 0, count));
  }
  return most;
}

/** More of something than there should be of it. */
export interface Surplus {
  readonly kind: 'valid' | 'over-most' | 'issued';
  /** Group and, where the row has one, unit or place. */
  readonly name: string;
  readonly count: number;
  /** The quota (`valid`), the most that is accepted where a rule sets that (`over-most`), or the forms printed (`issued`). */
  readonly limit: number;
}

const noted = 10;

export function gapNotes(gaps: readonly RatingGap[], lang: Lang): readonly string[] {
  return limited(gaps.map(texts[lang].gap), lang);
}

export function surplusNotes(surpluses: readonly Surplus[], lang: Lang): readonly string[] {
  return limited(
    surpluses.map((one) => texts[lang][one.kind](one)),
    lang,
  );
}

function limited(notes: readonly string[], lang: Lang): readonly string[] {
  const rest = notes.length - noted;
  return rest <= 0 ? notes : [...notes.slice(0, noted), texts[lang].more(rest)];
}

const texts = {
  vi: {
    gap: ({ group, unit, ratings, sheets }: RatingGap) =>
      `${group.name}: còn thiếu lượt đánh giá cho ${unit.name} (${ratings}/${sheets}).`,
    valid: ({ name, count, limit }: Surplus) =>
      `${name}: ${count} phiếu hợp lệ, nhiều hơn số phiếu giao (${limit}); phần thừa không bù cho chỗ khác.`,
    'over-most': ({ name, count, limit }: Surplus) =>
      `${name}: ${count} phiếu hợp lệ, nhiều hơn số được nhận nhiều nhất (${limit}); hãy kiểm tra lại.`,
    issued: ({ name, count, limit }: Surplus) =>
      `${name}: ghi phát ra ${count} phiếu, nhiều hơn số phiếu đã in (${limit}); hãy kiểm tra lại.`,
    more: (rest: number) => `… và ${rest} mục khác; xem hết bằng --json.`,
  },
  en: {
    gap: ({ group, unit, ratings, sheets }: RatingGap) =>
      `${group.name}: ratings of ${unit.name} are missing (${ratings}/${sheets}).`,
    valid: ({ name, count, limit }: Surplus) =>
      `${name}: ${count} valid forms, more than the quota (${limit}); the surplus makes up for nothing elsewhere.`,
    'over-most': ({ name, count, limit }: Surplus) =>
      `${name}: ${count} valid forms, more than the most that is accepted (${limit}); check this.`,
    issued: ({ name, count, limit }: Surplus) =>
      `${name}: ${count} forms are said to be issued, more than were printed (${limit}); check this.`,
    more: (rest: number) => `… and ${rest} more; --json lists them all.`,
  },
} as const;
