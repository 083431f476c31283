/** The beta distribution, from which those of t and of exact binomial bounds follow. */
import { logBeta } from './log-gamma.ts';

const mostSteps = 10_000;
const smallestTerm = 1e-300;

/**
 * Probability that a beta(a, b) value lies below x: the regularised incomplete beta function I_x(a, b), a and b above 0.
 * Continued fraction of the Digital Library of Mathematical Functions, 8.17.22, on the side where it converges fast.
 */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front * fraction(x, a, b)) / a;
  return 1 - (front * fraction(1 - x, b, a)) / b;
}

/** The continued fraction, by the method of Lentz as Thompson and Barnett 1986 mended it. */
function fraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number): number =>
    Math.abs(value) < smallestTerm ? smallestTerm : value;
  let top = 1;
  let bottom = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let result = bottom;
  for (let step = 1; step <= mostSteps; step++) {
    const even = (step * (b - step) * x) / ((a + 2 * step - 1) * (a + 2 * step));
    const odd = -((a + step) * (a + b + step) * x) / ((a + 2 * step) * (a + 2 * step + 1));
    let change = 1;
    for (const coefficient of [even, odd]) {
      bottom = 1 / awayFromZero(1 + coefficient * bottom);
      top = awayFromZero(1 + coefficient / top);
      change = top * bottom;
      result *= change;
    }
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return result;
}

/**
 * The value below which a beta(a, b) value lies with probability `p`, 0 ≤ p ≤ 1: Newton's method, kept inside a bracket that
 * every step narrows.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const scale = logBeta(a, b);
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 500; step++) {
    const above = betaBelow(x, a, b) - p;
    if (above === 0) return x;
    if (above > 0) high = x;
    else low = x;
    const density = Math.exp((a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - scale);
    const newton = x - above / density;
    // Towards 0 the bracket is halved by orders of size: quantiles of a below 1 may be minute.
    const middle = low > 0 ? Math.sqrt(low) * Math.sqrt(high) : high / 16;
    const halved = high - low > high / 2 ? middle : (low + high) / 2;
    const next = newton > low && newton < high ? newton : halved;
    if (Math.abs(next - x) <= 1e-16 * x) return next;
    x = next;
  }
  return x;
}
