/** Ratings that were taken twice: the first one, and its second entry or back-check. */
import type { Plan, Question, QuestionId } from '../plan/plan.ts';
import type { Rating } from '../returns/batch.ts';
import { answerTo } from '../stats/answers.ts';

export interface Pair {
  /** Serial, or for a reply without one what it is known by. */
  readonly sheet: string;
  readonly first: Rating;
  readonly second: Rating;
  /** Questions asked once on the sheet are compared with its first pair, from whichever rating carries them. */
  readonly once: ReadonlyMap<QuestionId, readonly [string | null, string | null]> | null;
}

/** What both say to one question, with the question. */
export interface Field {
  readonly question: Question;
  readonly first: string | null;
  readonly second: string | null;
}

interface Side {
  readonly ratings: Map<string, Rating>;
  /** By sheet: answers to the questions asked once. */
  readonly once: Map<string, Map<QuestionId, string>>;
}

/** Second ones are held, as they are few; of the first ones only those that they are about. */
export class Pairing {
  readonly #asked: ReadonlyMap<string, readonly Question[]>;
  readonly #first: Side = { ratings: new Map(), once: new Map() };
  readonly #second: Side = { ratings: new Map(), once: new Map() };
  readonly #sheets = new Set<string>();
  /** Ratings that nobody can tell apart: neither serial nor code. */
  nameless = 0;
  /** First ratings without a second one. */
  single = 0;

  constructor(plan: Plan) {
    this.#asked = new Map(plan.forms.map(({ id, questions }) => [id, questions]));
  }

  /** All of these come before the first `takeFirst`. */
  takeSecond(rating: Rating): void {
    const id = idOf(rating);
    if (id === null) this.nameless += 1;
    else {
      this.#sheets.add(id);
      this.#take(this.#second, rating, id);
    }
  }

  takeFirst(rating: Rating): void {
    const id = idOf(rating);
    if (id === null || !this.#second.ratings.has(ratingKey(rating, id))) this.single += 1;
    if (id !== null && this.#sheets.has(id)) this.#take(this.#first, rating, id);
  }

  get secondSheets(): ReadonlySet<string> {
    return this.#sheets;
  }

  /** By sheet, then by unit: whatever the order of the imports. */
  pairs(): readonly Pair[] {
    const keys = [...this.#second.ratings.keys()].filter((key) => this.#first.ratings.has(key));
    const seen = new Set<string>();
    return keys.sort().flatMap((key): readonly Pair[] => {
      const [first, second] = [this.#first.ratings.get(key), this.#second.ratings.get(key)];
      const sheet = second === undefined ? null : idOf(second);
      if (first === undefined || second === undefined || sheet === null) return [];
      const once = seen.has(sheet) ? null : this.#onceOf(sheet);
      seen.add(sheet);
      return [{ sheet, first, second, once }];
    });
  }

  /** Second sheets whose first one is not there. */
  orphans(): readonly string[] {
    const found = new Set([...this.#first.ratings.values()].map(idOf));
    return [...this.#sheets].filter((sheet) => !found.has(sheet)).sort();
  }

  /** The closed questions of a pair, in the order of its form. */
  fields({ first, second, once }: Pair): readonly Field[] {
    const questions = this.#asked.get(first.form) ?? [];
    return questions
      .filter(({ kind }) => kind !== 'open')
      .flatMap((question): readonly Field[] => {
        if (question.per === 'rating') {
          const both = [first, second].map((one) => answerTo(one, question.id));
          return [{ question, first: both[0] ?? null, second: both[1] ?? null }];
        }
        if (once === null) return [];
        const [one, other] = once.get(question.id) ?? [null, null];
        return [{ question, first: one, second: other }];
      });
  }

  #take(side: Side, rating: Rating, id: string): void {
    side.ratings.set(ratingKey(rating, id), rating);
    const once = side.once.get(id) ?? new Map<QuestionId, string>();
    side.once.set(id, once);
    for (const { id: question, per } of this.#asked.get(rating.form) ?? []) {
      const answer = per === 'sheet' ? answerTo(rating, question) : null;
      if (answer !== null) once.set(question, answer);
    }
  }

  #onceOf(sheet: string): Pair['once'] {
    const [first, second] = [this.#first.once.get(sheet), this.#second.once.get(sheet)];
    const questions = new Set([...(first?.keys() ?? []), ...(second?.keys() ?? [])]);
    return new Map(
      [...questions].map((one) => [one, [first?.get(one) ?? null, second?.get(one) ?? null]]),
    );
  }
}

function idOf({ serial, reply }: Rating): string | null {
  return serial ?? reply;
}

function ratingKey({ unit }: Rating, id: string): string {
  return `${id}\n${unit}`;
}
