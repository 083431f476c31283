/**
 * Choosing among items by chance, one method an entry. The numbers come from a `Random`, so the same stream chooses the same.
 *
 * Whatever changes what is chosen from a stream needs a new `selectionVersion`: draw records carry it, and a draw of an
 * earlier version must not be called falsified.
 */
import type { Select } from '../plan/sampling.ts';
import type { Exact } from './exact.ts';
import { evenLot, inclusions, type Lot, type SelectionItem, sizedLot, type Ticket } from './lot.ts';
import type { Random } from './random.ts';
import { runningTotals } from './running-totals.ts';

export type { SelectionItem } from './lot.ts';

export const selectionVersion = '1';

export type SelectionName = Select['how'];

export interface Selected {
  /** Of the item, from 0. */
  readonly index: number;
  /** Taken without chance. */
  readonly certain: boolean;
  /** Probability that the draw takes this item (first order, exact). */
  readonly inclusion: Exact;
}

/** How a method sees its items, and how it draws from them. */
interface Scheme {
  readonly lot: (
    items: readonly SelectionItem[],
    take: number,
    certain: ReadonlySet<number>,
  ) => Lot;
  readonly draw: (lot: Lot, random: Random) => readonly Ticket[];
}

/**
 * `random`: simple random sampling without replacement; one number for each item drawn.
 * `systematic`: every (N/n)-th in list order with the interval not rounded, so that each has the chance n/N; one number in all.
 * `pps`: the same along the running total of the sizes, so that the chance is n·size/Σ size; one number in all. Items for which
 * that would reach 1 are taken without chance and set aside, and the rest is looked at again; size 0 is never drawn.
 * Where nothing is left to chance, no number is used.
 *
 * Madow 1949, Annals of Mathematical Statistics 20(3), 333–354; Särndal, Swensson and Wretman 1992, Model Assisted Survey
 * Sampling, sections 3.3, 3.4 and 3.6.
 */
const schemes: Readonly<Record<SelectionName, Scheme>> = {
  random: { lot: evenLot, draw: ({ open, take }, random) => strikeOut(open, take, random) },
  systematic: { lot: evenLot, draw: everyInterval },
  pps: { lot: sizedLot, draw: everyInterval },
};

/**
 * Draws `take` items, or as many as there are. Those of `certain` are always among them (beyond `take`, if they are more).
 * What is taken without chance comes first, in list order; then in draw order (`systematic`, `pps`: list order).
 *
 * After them up to `reserve` further ones from those left, with the next numbers of the stream, one each: at random, or after
 * `pps` in proportion to the sizes of those left. `random` thereby goes on as if more had been asked for.
 * `inclusion` of a reserve item is its chance to have been drawn at first; the chance to come in as a replacement depends on who
 * fails to answer, and cannot be stated.
 */
export function drawWithReserve(
  how: SelectionName,
  items: readonly SelectionItem[],
  { take, reserve }: { readonly take: number; readonly reserve: number },
  random: Random,
  certain: ReadonlySet<number> = new Set(),
): { readonly drawn: readonly Selected[]; readonly reserve: readonly Selected[] } {
  const scheme = schemes[how];
  const lot = scheme.lot(items, take, certain);
  const chances = inclusions(lot, items.length);
  const tickets = scheme.draw(lot, random);
  const taken = new Set(tickets);
  const left = lot.open.filter((ticket) => !taken.has(ticket));
  const say = (index: number, isCertain: boolean): readonly Selected[] => {
    const inclusion = chances[index];
    return inclusion === undefined ? [] : [{ index, certain: isCertain, inclusion }];
  };
  return {
    drawn: [
      ...lot.certain.flatMap((index) => say(index, true)),
      ...tickets.flatMap(({ index }) => say(index, false)),
    ],
    reserve: strikeOut(left, reserve, random).flatMap(({ index }) => say(index, false)),
  };
}

/**
 * Draws one after the other, with chances in proportion to the shares of those left: along their running total, in list order,
 * the one that ⌊number · total⌋ falls on is taken and struck out.
 */
function strikeOut(open: readonly Ticket[], take: number, random: Random): readonly Ticket[] {
  const totals = runningTotals(open.map(({ share }) => share));
  return Array.from({ length: Math.min(take, open.length) }, () => {
    const at = totals.strike(below(totals.whole(), random));
    return open.slice(at, at + 1);
  }).flat();
}

/**
 * The running totals of the shares, multiplied by `take`, are walked in steps of the whole sum from a random start below it: all
 * in whole numbers, so that the last item is reached as well as the first.
 */
function everyInterval({ open, take, whole }: Lot, random: Random): readonly Ticket[] {
  if (take === 0) return [];
  let point = below(whole, random);
  let reached = 0n;
  return open.filter(({ share }) => {
    reached += share * BigInt(take);
    if (point >= reached) return false;
    point += whole;
    return true;
  });
}

/** A whole number from 0 to below `limit`: ⌊number · limit⌋, worked out without rounding; even up to limit/2⁵³. */
function below(limit: bigint, random: Random): bigint {
  const bits = 2n ** 53n;
  return (BigInt(Math.floor(random() * Number(bits))) * limit) / bits;
}
