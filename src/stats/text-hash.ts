/**
 * 64 bits that stand for a text, so that a million of them can be compared without keeping the texts.
 *
 * Two lanes of 32 bits, each multiplied and mixed (after cyrb53 by bryc, public domain, with both lanes kept whole and
 * finished as in MurmurHash3, A. Appleby). Not against somebody who builds texts to collide; by chance, two among a
 * million texts agree once in 37 million files.
 */
export interface Hash {
  readonly a: number;
  readonly b: number;
}

export function textHash(text: string): Hash {
  let a = 0x2c1b3c6d;
  let b = 0x297a2d39;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return { a: finished(a, b), b: finished(b ^ text.length, a) };
}

function finished(lane: number, other: number): number {
  const mixed =
    Math.imul(lane ^ (lane >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
