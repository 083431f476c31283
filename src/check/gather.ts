/** The returns, rating by rating, into counters that do not grow with them (but for a hash and a minute of each). */
import { gridGroups } from '../plan/grids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rating } from '../returns/batch.ts';
import { HashCounts, hashBoth, hashOf } from '../stats/hash-counts.ts';
import { sheetId } from '../stats/sheet-id.ts';
import { Bucket } from './bucket.ts';
import { type Holder, holderKey } from './concern.ts';
import { type Layout, Layouts } from './layout.ts';
import { SheetSum } from './sheet.ts';
import { dayOf, isNight, minuteOf } from './times.ts';

/** A grid's ratings come apart: what its sheet has so far. */
interface OpenSheet {
  readonly bucket: Bucket;
  readonly serial: string | null;
  readonly sum: SheetSum;
}

export class Gathered {
  readonly plan: Plan;
  readonly layouts: Layouts;
  readonly buckets = new Map<string, Bucket>();
  /** By sheet and unit rated: more than once is a repeat. */
  readonly sheets = new HashCounts();
  repeated = 0;
  /** By holder and answers, by group and answers. */
  readonly alike = new HashCounts();
  readonly alikeInGroup = new HashCounts();
  /** Sets of answers that reach the threshold in one hand. */
  candidates = 0;
  readonly comparable = new Map<string, number>();
  ratings = 0;
  /** Sheets of which the day, or only the minute, is not known. */
  readonly untold = { day: 0, minute: 0 };
  readonly #grids: ReadonlySet<string>;
  readonly #open = new Map<string, OpenSheet>();
  readonly #holders = new Map<string, Bucket>();

  constructor(plan: Plan) {
    this.plan = plan;
    this.layouts = new Layouts(plan);
    this.#grids = gridGroups(plan);
  }

  take(rating: Rating): void {
    this.ratings += 1;
    const bucket = this.bucketOf(rating);
    const id = sheetId(rating);
    if (id !== null && this.sheets.add(sheetHash(rating, id)) === 2) this.repeated += 1;
    const layout = this.layouts.of(rating);
    if (rating.voidReason === null) this.#compare(rating, bucket, layout);
    const isGrid = this.#grids.has(rating.group) && id !== null;
    const key = isGrid ? id : '';
    const open = isGrid ? this.#open.get(key) : undefined;
    if (open === undefined) this.#newSheet(rating, bucket);
    if (rating.voidReason !== null) return;
    const sheet = open ?? { bucket, serial: rating.serial, sum: new SheetSum() };
    sheet.sum.take(rating, layout);
    if (isGrid) this.#open.set(key, sheet);
    else this.#close(sheet);
  }

  /** After the last rating. */
  end(): void {
    for (const sheet of this.#open.values()) this.#close(sheet);
    this.#open.clear();
  }

  bucketOf(rating: Rating): Bucket {
    const { group, unit, from, collector } = rating;
    // Ids have no line feeds, and the collector stands last.
    const key = `${group}\n${unit}\n${from.unit ?? ''}\n${from.place ?? ''}\n${collector ?? '\n'}`;
    const known = this.#holders.get(key);
    if (known !== undefined) return known;
    const holder = this.holderOf(rating);
    const own = holderKey(holder);
    const bucket = this.buckets.get(own) ?? new Bucket(holder);
    this.buckets.set(own, bucket);
    this.#holders.set(key, bucket);
    return bucket;
  }

  holderOf({ group, from, unit, collector }: Rating): Holder {
    const own = this.#grids.has(group) ? null : unit;
    return {
      group,
      unit: from.unit ?? (from.place === null ? own : null),
      place: from.place,
      collector,
    };
  }

  #newSheet(rating: Rating, bucket: Bucket): void {
    const { at, serial } = rating;
    bucket.sheets += 1;
    if (at === null) {
      this.untold.day += 1;
      return;
    }
    const day = dayOf(at);
    const { opens, closes } = this.plan.fieldwork;
    if (opens !== null && day < opens) bucket.before.add(serial, day);
    if (closes !== null && day > closes) bucket.after.add(serial, day);
    const minute = minuteOf(at);
    if (minute === null) {
      this.untold.minute += 1;
      return;
    }
    bucket.minutes.push(minute);
    if (isNight(at, this.plan.checks.night)) bucket.night.add(serial, day);
  }

  #compare(rating: Rating, bucket: Bucket, layout: Layout): void {
    const { questions } = this.plan.checks.identical;
    const compared = comparedAnswers(rating, layout, questions);
    if (compared === null) return;
    bucket.comparable += 1;
    const group = `${rating.form}\n${rating.group}`;
    this.comparable.set(group, (this.comparable.get(group) ?? 0) + 1);
    this.alikeInGroup.add(hashBoth(hashOf(group), compared));
    const count = this.alike.add(alikeHash(rating, bucket, compared));
    if (count === leastAlike(this.plan)) this.candidates += 1;
  }

  #close({ bucket, serial, sum }: OpenSheet): void {
    sum.close();
    bucket.valid += 1;
    bucket.asked += sum.asked;
    bucket.blank += sum.blank;
    if (sum.asked > 0) bucket.blanks.add(sum.blank * 100, sum.asked);
    if (sum.pointCount > 0) {
      bucket.level.add(sum.points, sum.pointCount * this.layouts.pointUnit);
    }
    if (sum.lineCount < Math.max(2, this.plan.checks.straightLining.questions)) return;
    bucket.judged += 1;
    if (sum.line !== false) bucket.straight.add(serial);
  }
}

export function sheetHash({ unit }: Rating, id: string): number {
  return hashOf(`${id}\n${unit}`);
}

export function leastAlike({ checks }: Plan): number {
  return Math.max(2, checks.identical.forms);
}

/** Forms of one hand about one unit, so that the ratings of one grid are not held against each other. */
export function alikeHash({ form, unit }: Rating, { hash }: Bucket, compared: number): number {
  return hashBoth(hashBoth(hashOf(form), hashOf(unit)), hashBoth(hash, compared));
}

/**
 * A hash of the answers to all closed questions about the unit (whoever copies forms changes sex and age); null where too few
 * were answered, or where all on the shared scale are alike: that is straight-lining, and told as such.
 */
export function comparedAnswers(
  { answers }: Rating,
  { closed, line }: Layout,
  least: number,
): number | null {
  let hash = 1;
  let answered = 0;
  let shared: string | false | null = null;
  for (const { at, inLine, once } of closed) {
    if (once) continue;
    const answer = at === null ? null : (answers[at] ?? null);
    hash = hashBoth(hash, hashOf(answer ?? ''));
    if (answer === null || answer.startsWith('(')) continue;
    answered += 1;
    if (!inLine) continue;
    if (shared === null) shared = answer;
    else if (shared !== answer) shared = false;
  }
  const isStraight = shared !== false && line > 1;
  return answered < Math.max(1, least) || isStraight ? null : hash;
}

/** The same answers as a text: what is said of people is said of these, not of their hash. */
export function answersText({ answers }: Rating, { closed }: Layout): string {
  return closed
    .filter(({ once }) => !once)
    .map(({ at }) => (at === null ? '' : (answers[at] ?? '')))
    .join('\n');
}
