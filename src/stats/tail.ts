/** How far out a count lies when chance alone dealt things out. */

const smallest = Array.from({ length: 64 }, (_, n) => {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
});

/** ln n!: summed for small n, beyond that Stirling's series, to about 12 digits. */
function logFactorial(n: number): number {
  const known = smallest[n];
  if (known !== undefined) return known;
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/**
 * Probability that a hand of `hand` forms dealt from `all`, of which `marked` are marked, holds `count` marked ones or more
 * (hypergeometric distribution, upper tail; the one-sided test of Fisher 1935, The Design of Experiments).
 */
export function upperTail(count: number, hand: number, marked: number, all: number): number {
  const most = Math.min(hand, marked);
  if (count <= Math.max(0, hand + marked - all)) return 1;
  const whole = logChoose(all, hand);
  let sum = 0;
  for (let k = count; k <= most; k++) {
    const term = Math.exp(logChoose(marked, k) + logChoose(all - marked, hand - k) - whole);
    sum += term;
    // Past the middle the terms only shrink.
    if (term < sum * 1e-12) break;
  }
  return Math.min(1, sum);
}
