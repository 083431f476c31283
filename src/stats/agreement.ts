/**
 * Agreement of two observations of the same things. Exact: kappas of tables are quotients of whole numbers.
 *
 * Cohen 1960, Educational and Psychological Measurement 20(1), 37–46; weights: Cohen 1968, Psychological Bulletin 70(4),
 * 213–220, as disagreements 0 on the diagonal.
 */
import { type Exact, exact, isZero, zero } from './exact.ts';

/** Counts by category of the first (row) and of the second observation (column), in the order of the categories. */
export type Crossed = readonly (readonly number[])[];

/** `linear`, `squared`: by the distance of two categories in their order. */
export type KappaWeight = 'none' | 'linear' | 'squared';

/**
 * κ = 1 − n·Σ w·O ÷ Σ w·r·c, with the counts O, row and column sums r and c, and w = 0 or 1 (none), |i − j| or (i − j)².
 * Null when nothing could have differed by chance, as when both used one and the same category: it is not 1 then.
 */
export function kappa(crossed: Crossed, weight: KappaWeight = 'none'): Exact | null {
  return pooledKappa([crossed], weight);
}

/**
 * One kappa over several questions: observed and expected disagreements are worked out question by question and then summed,
 * 1 − Σ (Σ w·O) ÷ Σ (Σ w·r·c ÷ n), so that a category of one question is never compared with another question's.
 */
export function pooledKappa(
  tables: readonly Crossed[],
  weight: KappaWeight = 'none',
): Exact | null {
  let observed = zero;
  let expected = zero;
  for (const table of tables) {
    const { top, bottom, total } = disagreements(table, weight);
    if (total === 0) continue;
    observed = observed.add(exact(top));
    expected = expected.add(exact(bottom, BigInt(total)));
  }
  return isZero(expected) ? null : exact(1).sub(observed.div(expected));
}

function disagreements(
  crossed: Crossed,
  weight: KappaWeight,
): { readonly top: bigint; readonly bottom: bigint; readonly total: number } {
  const rows = crossed.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = crossed.map((_, at) => crossed.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  let top = 0n;
  let bottom = 0n;
  for (const [i, row] of crossed.entries()) {
    for (const [j, count] of row.entries()) {
      const distance = weightOf(weight, i, j);
      top += BigInt(distance * count);
      bottom += BigInt(distance) * BigInt(rows[i] ?? 0) * BigInt(columns[j] ?? 0);
    }
  }
  return { top, bottom, total: rows.reduce((sum, one) => sum + one, 0) };
}

function weightOf(weight: KappaWeight, i: number, j: number): number {
  if (weight === 'none') return i === j ? 0 : 1;
  const distance = Math.abs(i - j);
  return weight === 'linear' ? distance : distance * distance;
}
