/** The simplest fraction near a number: what a quotient was before it was worked out step by step. */

export type Fraction = readonly [top: bigint, bottom: bigint];

/**
 * Of all fractions no further than `within` from `value` (both ≥ 0, bottoms > 0) the one with the smallest bottom, by continued
 * fractions. Quotients whose bottom is well below 1/√within come back whole: 33.333…3 (30 digits) within 10⁻²⁰ is 100/3.
 */
export function simplestFraction([top, bottom]: Fraction, [near, of]: Fraction): Fraction {
  let low: Fraction = [top * of - near * bottom, bottom * of];
  let high: Fraction = [top * of + near * bottom, bottom * of];
  if (low[0] <= 0n) return [0n, 1n];
  // Convergents: what the terms taken so far come to, and what they came to one term before.
  let [now, before]: [Fraction, Fraction] = [
    [1n, 0n],
    [0n, 1n],
  ];
  for (;;) {
    const whole = low[0] / low[1];
    const isWhole = whole * low[1] === low[0];
    const isLast = isWhole || (whole + 1n) * high[1] <= high[0];
    const term = isLast && !isWhole ? whole + 1n : whole;
    const next: Fraction = [term * now[0] + before[0], term * now[1] + before[1]];
    if (isLast) return next;
    [before, now] = [now, next];
    [low, high] = [
      [high[1], high[0] - whole * high[1]],
      [low[1], low[0] - whole * low[1]],
    ];
  }
}
