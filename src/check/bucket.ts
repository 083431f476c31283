/** What was found in the forms of one hand: a collector in a unit or place, of one group. */
import { hashOf } from '../stats/hash-counts.ts';
import { Moments } from '../stats/moments.ts';
import { type Holder, holderKey } from './concern.ts';
import { FirstTexts } from './first-texts.ts';

/** Forms of one kind, counted, with the first of their serials and the first and last day. */
export class Tally {
  count = 0;
  first: string | null = null;
  last: string | null = null;
  readonly serials = new FirstTexts();

  add(serial: string | null, day: string | null = null): void {
    this.count += 1;
    this.serials.add(serial);
    if (day !== null) this.#span(day);
  }

  addAll(other: Tally): void {
    this.count += other.count;
    this.serials.addAll(other.serials);
    for (const day of [other.first, other.last]) if (day !== null) this.#span(day);
  }

  #span(day: string): void {
    if (this.first === null || day < this.first) this.first = day;
    if (this.last === null || day > this.last) this.last = day;
  }
}

export class Bucket {
  readonly holder: Holder;
  /** Of the holder, for what is hashed with it. */
  readonly hash: number;
  /** Sheets, void ones too; and those that count. */
  sheets = 0;
  valid = 0;
  /** Long enough to be looked at for one option throughout, and those that have it. */
  judged = 0;
  readonly straight = new Tally();
  /** Ratings long enough to be compared word for word. */
  comparable = 0;
  asked = 0;
  blank = 0;
  /** Points of 100 of each sheet, and its share of blanks. */
  readonly level = new Moments();
  readonly blanks = new Moments();
  readonly before = new Tally();
  readonly after = new Tally();
  readonly night = new Tally();
  /** Minutes since 1970 at which sheets were answered. */
  readonly minutes: number[] = [];

  constructor(holder: Holder) {
    this.holder = holder;
    this.hash = hashOf(holderKey(holder));
  }

  addAll(other: Bucket): void {
    this.sheets += other.sheets;
    this.valid += other.valid;
    this.judged += other.judged;
    this.comparable += other.comparable;
    this.asked += other.asked;
    this.blank += other.blank;
    this.straight.addAll(other.straight);
    this.before.addAll(other.before);
    this.after.addAll(other.after);
    this.night.addAll(other.night);
    this.level.addAll(other.level);
    this.blanks.addAll(other.blanks);
    for (const minute of other.minutes) this.minutes.push(minute);
  }
}

/** The buckets put together that have the same new holder; null: left out. */
export function together(
  buckets: Iterable<Bucket>,
  holderOf: (holder: Holder) => Holder | null,
): readonly Bucket[] {
  const found = new Map<string, Bucket>();
  for (const one of buckets) {
    const holder = holderOf(one.holder);
    if (holder === null) continue;
    const key = JSON.stringify(holder);
    const bucket = found.get(key) ?? new Bucket(holder);
    found.set(key, bucket);
    bucket.addAll(one);
  }
  return [...found.values()];
}

/** In one hand: the collector's, wherever he or she worked; else the unit's or place's. */
export function handOf(holder: Holder): Holder {
  return holder.collector === null ? holder : { ...holder, unit: null, place: null };
}
