/** Hashes numbered from 0 in the order in which they were first seen; about 20 bytes for each. */
import { type IntList, intList } from './int-list.ts';
import type { Hash } from './text-hash.ts';

export interface HashIndex {
  readonly size: () => number;
  /** The number of the hash; -1 when it was never added. */
  readonly find: (hash: Hash) => number;
  /** Its number, whether it was there or is new: a new one gets `size()` as it was before. */
  readonly add: (hash: Hash) => number;
}

export function hashIndex(): HashIndex {
  const first: IntList = intList();
  const second: IntList = intList();
  // Number + 1 by place; 0 is free. Never more than half full, so that searches stay short.
  let table = new Int32Array(2048);
  const placeOf = (hash: Hash, among: Int32Array): number => {
    const mask = among.length - 1;
    let place = hash.a & mask;
    for (;;) {
      const held = (among[place] ?? 0) - 1;
      if (held < 0 || (first.at(held) === hash.a && second.at(held) === hash.b)) return place;
      place = (place + 1) & mask;
    }
  };
  const grow = (): void => {
    const wider = new Int32Array(table.length * 2);
    for (let held = 0; held < first.length(); held++) {
      wider[placeOf({ a: first.at(held), b: second.at(held) }, wider)] = held + 1;
    }
    table = wider;
  };
  return {
    size: first.length,
    find: (hash) => (table[placeOf(hash, table)] ?? 0) - 1,
    add: (hash) => {
      const place = placeOf(hash, table);
      const held = (table[place] ?? 0) - 1;
      if (held >= 0) return held;
      const number = first.length();
      first.push(hash.a);
      second.push(hash.b);
      table[place] = number + 1;
      if (first.length() * 2 > table.length) grow();
      return number;
    },
  };
}
