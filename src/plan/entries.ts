/** Units and places from either source, the plan itself or a frame file, each knowing where it stands. */
import type { Finding, Where } from '../findings/finding.ts';
import type { Table } from '../table.ts';
import type { BlockId, Figure, FormerUnit, PlaceId, UnitId } from './plan.ts';
import type { TreePath } from './tree.ts';

export interface UnitEntry {
  readonly id: UnitId;
  readonly name: string;
  readonly type: string | null;
  readonly ranked: boolean;
  readonly was: readonly FormerUnit[];
  readonly attributes: Readonly<Record<string, number | null>>;
  readonly at: Where;
  readonly nameAt: Where;
  readonly figureAt: (figure: string) => Where;
  /** Of an entry of `was`, by position. */
  readonly wasAt: (position: number) => Where;
}

export interface BlockEntry {
  readonly id: BlockId;
  readonly name: string;
  readonly units: readonly UnitEntry[];
  readonly at: Where;
}

export interface PlaceEntry {
  readonly id: PlaceId;
  readonly name: string;
  /** Index into the levels; −1 for a level that is not there. */
  readonly level: number;
  readonly parent: PlaceId | null;
  /** Its own unit as written; null: its parent's. */
  readonly unit: string | null;
  readonly type: string | null;
  readonly chosen: string | null;
  readonly certain: boolean;
  readonly attributes: Readonly<Record<string, number | null>>;
  readonly at: Where;
  readonly parentAt: Where;
  readonly unitAt: Where;
  readonly figureAt: (figure: string) => Where;
}

export interface Entries<T> {
  readonly entries: readonly T[];
  /** False: entries are missing because they cannot be read, so nothing may be concluded from that. */
  readonly whole: boolean;
  /** Errors of entries that are there: single values of theirs are missing. */
  readonly findings: readonly Finding[];
}

/** What is needed to turn what is written into entries. */
export interface Reading {
  readonly at: (path: TreePath, part?: 'value' | 'key') => Where;
  /** By the name that the plan gives them; null: not there; no entry: there, but unreadable and reported. */
  readonly frame: ReadonlyMap<string, Table | null>;
  /** What the figures of units and places are. */
  readonly figures: Readonly<Record<string, Figure>>;
}

/** A record that has no inherited keys: `constructor` may be somebody's id. */
export function record<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const result: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}
