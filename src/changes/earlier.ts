/** The scores of an earlier survey, as far as they are compared: from our own scores.json or from a published table. */
import type { Where } from '../findings/finding.ts';
import { type Exact, percentOf } from '../stats/exact.ts';

/** What is not known is null. */
export interface EarlierPart {
  readonly points: Exact | null;
  readonly max: Exact | null;
  readonly percent: Exact | null;
}

export interface EarlierUnit {
  /** The name again where only names are known. */
  readonly id: string;
  readonly name: string;
  /** Id or name of its block; null: not said. */
  readonly block: string | null;
  readonly total: EarlierPart;
  readonly rank: number | null;
  /** By code; criteria that did not apply are not there. */
  readonly criteria: ReadonlyMap<string, EarlierPart>;
  readonly at: Where;
}

export interface Earlier {
  readonly file: string;
  /** Of the bytes of the file; empty while it is not known. */
  readonly sha256: string;
  readonly simulated: boolean;
  /** Code of the survey; null: the file does not say. */
  readonly survey: string | null;
  /** Null: the file does not say. */
  readonly scheme: string | null;
  /** Rules of its index that change what a percent means, as the plan writes them; empty: the file does not say. */
  readonly method: Readonly<Record<string, string>>;
  /** Whether ranks restart in each block. */
  readonly within: 'block' | 'all';
  readonly units: readonly EarlierUnit[];
}

/** The percent that is written, else points ÷ maximum. */
export function partOf(
  points: Exact | null,
  max: Exact | null,
  percent: Exact | null,
): EarlierPart {
  const worked = points === null || max === null ? null : percentOf(points, max);
  return { points, max, percent: percent ?? worked };
}

/** The units ranked together with one, by key. */
export function earlierList({ block }: EarlierUnit, within: 'block' | 'all'): string {
  return within === 'block' ? (block ?? '') : '';
}

/** Where the file does not say it: ranks restart in the blocks when each has a first. */
export function rankedWithin(
  units: readonly Pick<EarlierUnit, 'block' | 'rank'>[],
): 'block' | 'all' {
  const best = new Map<string, number>();
  for (const { block, rank } of units) {
    if (rank === null) continue;
    best.set(block ?? '', Math.min(rank, best.get(block ?? '') ?? rank));
  }
  return [...best.values()].every((rank) => rank === 1) ? 'block' : 'all';
}
