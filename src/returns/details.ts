/** When a form was answered, and who collected and keyed it: what two rows that answer alike may still say differently. */
import { textHash } from '../stats/text-hash.ts';
import type { Rating } from './batch.ts';

export const details = ['at', 'collector', 'keyed_by'] as const;

export type Detail = (typeof details)[number];

/** One number for each of `details`; 0 where the row says nothing. */
export type DetailPrints = readonly [number, number, number];

type Told = Pick<Rating, 'at' | 'collector' | 'keyedBy'>;

const nothing: DetailPrints = [0, 0, 0];

/** The days, collectors and keyers that are remembered: enough for any survey, too few to hold a file. */
const mostRemembered = 4096;

/** Of the time only the day counts: it may have been kept with the hour or without. */
export function detailPrinter(): (told: Told) => DetailPrints {
  const seen = new Map<string, number>();
  const of = (text: string | null): number => {
    if (text === null) return 0;
    const before = seen.get(text);
    if (before !== undefined) return before;
    const print = textHash(text).a | 1;
    if (seen.size < mostRemembered) seen.set(text, print);
    return print;
  };
  return ({ at, collector, keyedBy }) => {
    if (at === null && collector === null && keyedBy === null) return nothing;
    return [of(at === null ? null : at.slice(0, 10)), of(collector), of(keyedBy)];
  };
}

/** What both say, and not the same. */
export function differingDetails(one: DetailPrints, other: DetailPrints): readonly Detail[] {
  return details.filter((_, at) => one[at] !== 0 && other[at] !== 0 && one[at] !== other[at]);
}

/** What `now` says and `held` leaves blank. */
export function newDetails(held: DetailPrints, now: DetailPrints): readonly Detail[] {
  return details.filter((_, at) => held[at] === 0 && now[at] !== 0);
}
