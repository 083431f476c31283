/** What a draw leaves to chance: items that are certain are set aside, the others have shares in the ratio of their chances. */
import { type Exact, exact, zero } from './exact.ts';
import { integerRatio } from './integer-ratio.ts';

export interface SelectionItem {
  /** ≥ 0. Only `pps` looks at it; an item of size 0 is never drawn by it. */
  readonly size: Exact;
}

/** An item that may or may not be drawn. */
export interface Ticket {
  readonly index: number;
  /** Above 0. */
  readonly share: bigint;
}

export interface Lot {
  /** Indices of what is taken without chance, in list order. */
  readonly certain: readonly number[];
  /** In list order: more than `take`, or none. */
  readonly open: readonly Ticket[];
  /** Items to be drawn from `open`. */
  readonly take: number;
  /** Sum of the shares. */
  readonly whole: bigint;
}

/** The same chance for every item that is not certain, whatever its size. */
export function evenLot(
  items: readonly SelectionItem[],
  take: number,
  certain: ReadonlySet<number>,
): Lot {
  const tickets = items.map((_, index) => ({ index, share: 1n }));
  return withoutCertain(tickets, take, certain);
}

/** Chances in proportion to size. */
export function sizedLot(
  items: readonly SelectionItem[],
  take: number,
  certain: ReadonlySet<number>,
): Lot {
  const shares = integerRatio(items.map(({ size }) => size));
  const tickets = shares.map((share, index) => ({ index, share }));
  return withoutCertain(tickets, take, certain);
}

/** Sets aside what is certain, then again and again every item whose chance take·share/Σ share would reach 1. */
function withoutCertain(
  tickets: readonly Ticket[],
  wanted: number,
  certain: ReadonlySet<number>,
): Lot {
  const aside = new Set(tickets.map(({ index }) => index).filter((index) => certain.has(index)));
  for (;;) {
    const take = Math.max(0, wanted - aside.size);
    const open = tickets.filter(({ index, share }) => share > 0n && !aside.has(index));
    const whole = open.reduce((sum, { share }) => sum + share, 0n);
    const sure = open.filter(({ share }) => BigInt(take) * share >= whole);
    if (sure.length === 0) {
      const known = [...aside].sort((a, b) => a - b);
      return { certain: known, open, take: open.length === 0 ? 0 : take, whole };
    }
    for (const { index } of sure) aside.add(index);
  }
}

/** The chance of each of `count` items, in their order. */
export function inclusions({ certain, open, take, whole }: Lot, count: number): readonly Exact[] {
  const chances = Array.from({ length: count }, () => zero);
  for (const index of certain) chances[index] = exact(1);
  for (const { index, share } of open) chances[index] = exact(BigInt(take) * share, whole);
  return chances;
}
