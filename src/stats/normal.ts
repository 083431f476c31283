/**
 * The standard normal distribution. Written out, for the library whose quantile the tests compare it with costs a third of
 * the time in which a plan is validated.
 */
import { type Exact, exact } from './exact.ts';

/** Beyond this a binary number cannot be told from 1, and z would be endless. */
const mostConfident = 1 - 2 ** -53;

/**
 * z such that a standard normal value lies within ±z with this probability: 0.95 → 1.959963984540054.
 * `confidence` is a fraction from 0 to below 1; z is never above 8.3.
 */
export function twoSidedZ(confidence: Exact): number {
  // Halved before it becomes a binary number: 0.95 asks for the quantile of 0.975 and of nothing beside it.
  const probability = confidence.add(1).div(exact(2)).valueOf();
  return normalQuantile(Math.min(probability, mostConfident));
}

/** Coefficients of PPND16, rounded to binary numbers: constant term first, numerator and denominator. */
const centre = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
    45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597,
    39307.89580009271, 28729.085735721943, 5226.495278852854,
  ],
] as const;
const shoulder = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
    1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008,
    0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-9,
  ],
] as const;
const tail = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
    0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
    1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
  ],
] as const;

/**
 * The value below which a standard normal one lies with probability `p` (0 < p < 1), to about 16 digits: algorithm AS 241,
 * Wichura 1988, Applied Statistics 37(3), 477–484.
 */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * quotient(centre, 0.180625 - fromCentre * fromCentre);
  }
  const depth = Math.sqrt(-Math.log(fromCentre < 0 ? p : 1 - p));
  const size = depth <= 5 ? quotient(shoulder, depth - 1.6) : quotient(tail, depth - 5);
  return fromCentre < 0 ? -size : size;
}

function quotient(
  [top, bottom]: readonly [readonly number[], readonly number[]],
  x: number,
): number {
  return polynomial(top, x) / polynomial(bottom, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, one) => sum * x + one, 0);
}
