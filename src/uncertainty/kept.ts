/** Six decimals are kept in files: the last digits of binary numbers may differ from machine to machine. */
export const decimals = 6;

export function kept(value: number): number;
export function kept(value: number | null): number | null;
export function kept(value: number | null): number | null {
  // + 0: no −0.
  return value === null ? null : Number(value.toFixed(decimals)) + 0;
}

export function keptText(value: number | null): string | null {
  return value === null ? null : String(kept(value));
}
