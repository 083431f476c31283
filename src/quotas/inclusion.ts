/** Inclusion probabilities as cells: the fraction that anyone can re-check, and the percentage that anyone can read. */
import type { Lang } from '../findings/finding.ts';
import { column, type PageCell, type PageColumn } from '../page.ts';
import { type Exact, hundred, roundExact } from '../stats/exact.ts';

const headings = {
  fraction: { vi: 'Xác suất được chọn', en: 'Chance of selection' },
  percent: { vi: 'Xác suất được chọn (%)', en: 'Chance of selection (%)' },
} as const;

/** Chances are small: 0,3125 % is not 0,31 %. */
const percentDecimals = 4;

export function inclusionColumns(lang: Lang): readonly PageColumn[] {
  return [
    column('inclusion', headings.fraction[lang], 'text', 14),
    column('inclusion_percent', headings.percent[lang], 'number', 12, {
      decimals: percentDecimals,
    }),
  ];
}

export function inclusionCells(inclusion: Exact | null): readonly PageCell[] {
  return [fractionText(inclusion), percentText(inclusion)];
}

/** `1/12`; 1 for certainty. */
export function fractionText(inclusion: Exact | null): string | null {
  return inclusion === null ? null : inclusion.toFraction();
}

function percentText(inclusion: Exact | null): string | null {
  return inclusion === null ? null : roundExact(inclusion.mul(hundred), percentDecimals, 'half-up');
}
