/**
 * Mean and variance of many quotients, exactly, in memory that does not grow with them: sums by denominator, so that the order
 * in which they come never matters.
 */
import { type Exact, exact, zero } from './exact.ts';

/** Small sums are kept as numbers, which are much faster, and carried over before they could lose a digit. */
interface Sums {
  count: number;
  first: bigint;
  second: bigint;
  smallFirst: number;
  smallSecond: number;
}

const mostSmall = 2 ** 52;

function carry(sums: Sums): void {
  sums.first += BigInt(sums.smallFirst);
  sums.second += BigInt(sums.smallSecond);
  sums.smallFirst = 0;
  sums.smallSecond = 0;
}

export class Moments {
  readonly #byBottom = new Map<number, Sums>();

  /** One more value, `top` ÷ `bottom`: whole numbers, `bottom` above 0. */
  add(top: number, bottom: number): void {
    const sums = this.#sums(bottom);
    sums.count += 1;
    const square = top * top;
    if (square > mostSmall) {
      sums.first += BigInt(top);
      sums.second += BigInt(top) * BigInt(top);
      return;
    }
    if (sums.smallSecond + square > mostSmall || sums.smallFirst + top > mostSmall) carry(sums);
    sums.smallFirst += top;
    sums.smallSecond += square;
  }

  addAll(other: Moments): void {
    this.#merge(other, 1);
  }

  /** Takes out values that were added before. */
  takeAway(other: Moments): void {
    this.#merge(other, -1);
  }

  #merge(other: Moments, sign: 1 | -1): void {
    for (const [bottom, theirs] of other.#byBottom) {
      const sums = this.#sums(bottom);
      carry(theirs);
      sums.count += sign * theirs.count;
      sums.first += BigInt(sign) * theirs.first;
      sums.second += BigInt(sign) * theirs.second;
    }
  }

  get count(): number {
    let all = 0;
    for (const { count } of this.#byBottom.values()) all += count;
    return all;
  }

  /** Null of nothing. */
  mean(): Exact | null {
    const { count } = this;
    return count === 0 ? null : this.#sum('first').div(count);
  }

  /** With n − 1 below; null of fewer than two. */
  variance(): Exact | null {
    const { count } = this;
    if (count < 2) return null;
    const sum = this.#sum('first');
    return this.#sum('second')
      .sub(sum.mul(sum).div(count))
      .div(count - 1);
  }

  #sum(which: 'first' | 'second'): Exact {
    let sum = zero;
    for (const [bottom, sums] of this.#byBottom) {
      carry(sums);
      const below = BigInt(bottom);
      sum = sum.add(exact(sums[which], which === 'first' ? below : below * below));
    }
    return sum;
  }

  #sums(bottom: number): Sums {
    const before = this.#byBottom.get(bottom);
    if (before !== undefined) return before;
    const sums = { count: 0, first: 0n, second: 0n, smallFirst: 0, smallSecond: 0 };
    this.#byBottom.set(bottom, sums);
    return sums;
  }
}

/**
 * Whether two means differ by more than chance: |difference| above z standard errors, variances of their own (Welch 1947,
 * Biometrika 34, 28–35, with the normal quantile for large samples). False while one of them has fewer than two values; where
 * nothing varies at all, any difference is one.
 */
export function meansDiffer(one: Moments, other: Moments, z: number): boolean {
  const [a, b] = [one.mean(), other.mean()];
  const [va, vb] = [one.variance(), other.variance()];
  if (a === null || b === null || va === null || vb === null) return false;
  const difference = a.sub(b).valueOf();
  const error = Math.sqrt(va.valueOf() / one.count + vb.valueOf() / other.count);
  return Math.abs(difference) > z * error;
}
