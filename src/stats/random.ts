/**
 * Seeded random streams. Chance is an argument: the same seed and name give the same stream for ever,
 * and streams of different names are independent, so adding a unit changes no other unit's draws.
 *
 * Method: the 128-bit state of xoroshiro128+ (Blackman and Vigna 2018; library pure-rand) is the first half of
 * SHA-256 over seed and name; a number in [0, 1) takes 53 bits of it.
 */
import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** The next number in [0, 1). */
export type Random = () => number;

export function randomStream(seed: string, ...name: readonly string[]): Random {
  // Lengths keep ('a', 'bc') and ('ab', 'c') apart.
  const parts = [seed, ...name].map((part) => `${part.length}:${part}`);
  const hash = createHash('sha256').update(parts.join('')).digest();
  const state = [0, 4, 8, 12].map((at) => hash.readInt32LE(at));
  const generator = xoroshiro128plusFromState(state);
  return () => uniformFloat64(generator);
}
