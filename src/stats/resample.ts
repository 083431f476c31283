/**
 * Drawing with replacement, fast: what a bootstrap spends its time on.
 *
 * Generator: xoshiro128+ (Blackman and Vigna 2018, “Scrambled linear pseudorandom number generators”), 32-bit words, seeded with
 * four numbers of a stream of `random.ts`; a draw among n takes all 32 bits times n, of which the whole part is kept.
 */
import { normalQuantile } from './normal.ts';
import type { Random } from './random.ts';

/** Four 32-bit words, moved on by each draw. */
export type DrawState = Int32Array;

const words = 2 ** 32;

export function drawState(random: Random): DrawState {
  const state = Int32Array.from({ length: 4 }, () => Math.floor(random() * words) | 0);
  // The one state that the generator never leaves.
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/** Where the results of replicate r go: `sums[offset + r × stride]`. */
export interface Slots {
  readonly sums: Float64Array;
  readonly offset: number;
  readonly stride: number;
  readonly replicates: number;
}

/** In each replicate as many draws among `values` as there are; their sum is added to the replicate's slot. */
export function addDraws(state: DrawState, values: Float64Array, slots: Slots): void {
  const { sums, offset, stride, replicates } = slots;
  const count = values.length;
  const width = count / words;
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let replicate = 0; replicate < replicates; replicate++) {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) {
      const at = (((a + d) >>> 0) * width) | 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      sum += values[at] as number;
    }
    const slot = offset + replicate * stride;
    sums[slot] = (sums[slot] as number) + sum;
  }
  state.set([a, b, c, d]);
}

/** Things that each move several targets: entries `start[i]` to `start[i + 1]` are those of thing i. */
export interface SparseRows {
  readonly start: Int32Array;
  readonly target: Int32Array;
  readonly value: Float64Array;
}

/** In each replicate as many draws among the things as there are; whatever they move is added at `offset + target` of the replicate. */
export function addRowDraws(state: DrawState, rows: SparseRows, slots: Slots): void {
  const { start, target, value } = rows;
  const { sums, offset, stride, replicates } = slots;
  const count = start.length - 1;
  const width = count / words;
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const base = offset + replicate * stride;
    for (let draw = 0; draw < count; draw++) {
      const at = (((a + d) >>> 0) * width) | 0;
      const shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      const end = start[at + 1] as number;
      for (let entry = start[at] as number; entry < end; entry++) {
        const slot = base + (target[entry] as number);
        sums[slot] = (sums[slot] as number) + (value[entry] as number);
      }
    }
  }
  state.set([a, b, c, d]);
}

/** A number between 0 and 1, never either: (32 bits + ½) ÷ 2³². */
export function drawUniform(state: DrawState): number {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  const drawn = (a + d) >>> 0;
  const shifted = b << 9;
  c ^= a;
  d ^= b;
  b ^= c;
  a ^= d;
  c ^= shifted;
  d = (d << 11) | (d >>> 21);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
  return (drawn + 0.5) / words;
}

/** A standard normal number, by inversion. */
export function drawNormal(state: DrawState): number {
  return normalQuantile(drawUniform(state));
}
