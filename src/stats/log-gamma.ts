/** Logarithms of the gamma and beta functions, for beta and t distributions. */

/** From here on the series below is exact to the last digits of a binary number. */
const large = 16;

/**
 * ln Γ(x) for x > 0, to about 15 digits: moved up by Γ(x + 1) = x Γ(x), then Stirling's series
 * (Abramowitz and Stegun 1964, 6.1.15 and 6.1.41).
 */
export function logGamma(x: number): number {
  let product = 1;
  let at = x;
  for (; at < large; at++) product *= at;
  return (at - 0.5) * Math.log(at) - at + halfLogTwoPi + correction(at) - Math.log(product);
}

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b). Of large ones Stirling's series are subtracted term by term, for the three
 * logarithms would take the last digits with them.
 */
export function logBeta(a: number, b: number): number {
  const [small, big] = a < b ? [a, b] : [b, a];
  if (big < large) return logGamma(small) + logGamma(big) - logGamma(small + big);
  const rest = correction(big) - correction(small + big);
  const bigShare = (big - 0.5) * Math.log1p(small / big);
  if (small < large) {
    return logGamma(small) + small - bigShare - small * Math.log(small + big) + rest;
  }
  const smallShare = small * Math.log1p(big / small) + Math.log(small) / 2;
  return halfLogTwoPi - smallShare - bigShare + correction(small) + rest;
}

const halfLogTwoPi = Math.log(2 * Math.PI) / 2;

/** What Stirling's formula lacks, x from `large` on. */
function correction(x: number): number {
  const square = 1 / (x * x);
  const series = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];
  return series.reduceRight((sum, term) => sum * square + term, 0) / x;
}
