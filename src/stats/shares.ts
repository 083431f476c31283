/** Percentages of the parts of one whole, as they are printed. */
import {
  type Exact,
  exact,
  hundred,
  parseExact,
  percentOf,
  type RoundingMode,
  roundExact,
  sumExact,
  zero,
} from './exact.ts';
import { largestRemainder } from './largest-remainder.ts';

export interface PrintedShares {
  /** In the order of the parts; null: the whole is 0. */
  readonly texts: readonly (string | null)[];
  /** Whether any text is another than plain rounding would give. */
  readonly isBent: boolean;
  /** Sum of the texts; null where there are none. */
  readonly sum: string | null;
}

export interface SharePart {
  readonly id: string;
  /** ≥ 0. */
  readonly value: Exact;
}

/**
 * Each part in percent of their sum, with so many decimals. `as-is`: each is rounded by itself, and the texts may add up to
 * a little more or less than 100. `to-100`: by largest remainder at the last printed digit (also where digits are cut off),
 * so that they add up to 100 exactly; no text is then a whole digit or more away from its true value, a part of 0 stays 0, and
 * where plain half-up rounding already adds up to 100 nothing changes. Equal remainders: the larger part first, then the id.
 */
export function printedShares(
  parts: readonly SharePart[],
  decimals: number,
  mode: RoundingMode,
  how: 'to-100' | 'as-is',
): PrintedShares {
  const whole = sumExact(parts.map(({ value }) => value));
  const percents = parts.flatMap(({ id, value }) => {
    const percent = percentOf(value, whole);
    return percent === null ? [] : [{ id, value: percent }];
  });
  if (percents.length === 0) {
    return { texts: parts.map(() => null), isBent: false, sum: null };
  }
  const plain = percents.map(({ value }) => roundExact(value, decimals, mode));
  const texts = how === 'as-is' ? plain : bent(percents, decimals);
  const sum = sumExact(texts.map((text) => parseExact(text) ?? zero));
  return {
    texts,
    isBent: texts.some((text, at) => text !== plain[at]),
    sum: roundExact(sum, decimals, mode),
  };
}

function bent(percents: readonly SharePart[], decimals: number): readonly string[] {
  const digit = exact(10n ** BigInt(decimals));
  const units = percents.map(({ id, value }) => ({ id, value: value.mul(digit) }));
  return largestRemainder(units, Number(hundred.mul(digit).n)).map((size) =>
    roundExact(exact(size).div(digit), decimals, 'truncate'),
  );
}
