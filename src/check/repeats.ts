/** The second time through the returns: which sheets they are that came twice, are alike, or came in a burst. */
import type { BatchRecord, Rating } from '../returns/batch.ts';
import { exact, percentOf } from '../stats/exact.ts';
import { hashBoth, hashOf } from '../stats/hash-counts.ts';
import { sheetId } from '../stats/sheet-id.ts';
import { upperTail } from '../stats/tail.ts';
import { type Bucket, handOf, Tally, together } from './bucket.ts';
import { type Concern, type Holder, holderKey, plainConcern } from './concern.ts';
import {
  alikeHash,
  answersText,
  comparedAnswers,
  type Gathered,
  leastAlike,
  sheetHash,
} from './gather.ts';
import { type Burst, bursts, countIn, isIn, minuteOf, minuteText } from './times.ts';

interface Repeat {
  readonly holder: Holder;
  readonly serial: string | null;
  readonly batches: Set<string>;
  count: number;
}

interface Alike {
  readonly bucket: Bucket;
  /** The chance that so many alike fall into one hand; null: there is nobody to compare with. */
  readonly chance: number | null;
  readonly share: Concern['others'];
  readonly forms: Tally;
}

interface InBurst {
  readonly bucket: Bucket;
  readonly stretches: readonly Burst[];
  readonly most: number;
  readonly at: number;
  readonly forms: Tally;
}

export class Details {
  readonly #gathered: Gathered;
  readonly #repeats = new Map<string, Repeat>();
  readonly #alike = new Map<string, Alike>();
  readonly #bursts: ReadonlyMap<string, InBurst>;

  constructor(gathered: Gathered) {
    this.#gathered = gathered;
    this.#bursts = burstsOf(gathered);
  }

  /** Whether anything is to be looked up at all. */
  get isNeeded(): boolean {
    const { repeated, candidates } = this.#gathered;
    return repeated > 0 || candidates > 0 || this.#bursts.size > 0;
  }

  take(rating: Rating, { id: batch }: Pick<BatchRecord, 'id'>): void {
    const bucket = this.#gathered.bucketOf(rating);
    this.#takeRepeat(rating, bucket, batch);
    if (rating.voidReason === null) this.#takeAlike(rating, bucket);
    const minute = rating.at === null ? null : minuteOf(rating.at);
    if (minute === null) return;
    const burst = this.#bursts.get(holderKey(handOf(bucket.holder)));
    if (burst !== undefined && isIn(minute, burst.stretches)) burst.forms.add(rating.serial);
  }

  concerns(): readonly Concern[] {
    return [...this.#repeatConcerns(), ...this.#alikeConcerns(), ...this.#burstConcerns()];
  }

  #takeRepeat(rating: Rating, { holder }: Bucket, batch: string): void {
    const id = sheetId(rating);
    if (id === null || this.#gathered.sheets.get(sheetHash(rating, id)) < 2) return;
    const key = `${id}\n${rating.unit}`;
    const { serial } = rating;
    const repeat = this.#repeats.get(key) ?? { holder, serial, batches: new Set(), count: 0 };
    repeat.count += 1;
    repeat.batches.add(batch);
    this.#repeats.set(key, repeat);
  }

  #takeAlike(rating: Rating, bucket: Bucket): void {
    const { plan, alike, layouts } = this.#gathered;
    const layout = layouts.of(rating);
    const compared = comparedAnswers(rating, layout, plan.checks.identical.questions);
    if (compared === null) return;
    const count = alike.get(alikeHash(rating, bucket, compared));
    if (count < leastAlike(plan)) return;
    const text = answersText(rating, layout);
    const key = [rating.form, rating.unit, holderKey(bucket.holder), text].join('\n');
    const one = this.#alike.get(key) ?? this.#newAlike(rating, bucket, compared, count);
    one.forms.add(rating.serial);
    this.#alike.set(key, one);
  }

  #newAlike({ form, group }: Rating, bucket: Bucket, compared: number, count: number): Alike {
    const { alikeInGroup, comparable } = this.#gathered;
    const all = comparable.get(`${form}\n${group}`) ?? 0;
    const marked = alikeInGroup.get(hashBoth(hashOf(`${form}\n${group}`), compared));
    const rest = all - bucket.comparable;
    return {
      bucket,
      chance: rest <= 0 ? null : upperTail(count, bucket.comparable, marked, all),
      share: rest <= 0 ? null : percentOf(exact(Math.max(0, marked - count)), exact(rest)),
      forms: new Tally(),
    };
  }

  #repeatConcerns(): readonly Concern[] {
    // Two texts may share a hash: only what really came twice is told.
    const real = [...this.#repeats.values()].filter(({ count }) => count > 1);
    return real.map(({ holder, serial, batches, count }) => ({
      ...plainConcern,
      kind: 'same-sheet',
      level: 'serious',
      holder,
      count,
      note: [...batches].sort().join(', '),
      serials: serial === null ? [] : [serial],
    }));
  }

  #alikeConcerns(): readonly Concern[] {
    const { plan, candidates } = this.#gathered;
    const limit = plan.checks.collectors.chance.valueOf() / 100;
    const least = leastAlike(plan);
    const real = [...this.#alike.values()].filter(({ forms }) => forms.count >= least);
    return real.map(({ bucket, chance, share, forms }) => {
      const isOdd = chance !== null && chance * candidates <= limit;
      return {
        ...plainConcern,
        kind: 'identical',
        level: isOdd ? 'look' : 'know',
        holder: bucket.holder,
        count: forms.count,
        of: bucket.comparable,
        others: share,
        serials: forms.serials.list,
      };
    });
  }

  #burstConcerns(): readonly Concern[] {
    return [...this.#bursts.values()].map(({ bucket, stretches, most, at, forms }) => ({
      ...plainConcern,
      kind: 'burst',
      level: 'look',
      holder: bucket.holder,
      count: countIn(bucket.minutes, stretches),
      of: bucket.sheets,
      value: exact(most),
      note: minuteText(at),
      serials: forms.serials.list,
    }));
  }
}

function burstsOf({ buckets, plan }: Gathered): ReadonlyMap<string, InBurst> {
  const hands = together(buckets.values(), handOf);
  return new Map(
    hands.flatMap((bucket) => {
      const found = bursts(bucket.minutes, plan.checks.burst);
      if (found.stretches.length === 0) return [];
      return [[holderKey(bucket.holder), { bucket, ...found, forms: new Tally() }] as const];
    }),
  );
}
