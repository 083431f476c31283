/** Ratings that were taken twice: the first one, and its second entry or back-check. */
import type { Plan, Question, QuestionId } from '../plan/plan.ts';
import type { Rating } from '../returns/batch.ts';
import { answerTo } from '../stats/answers.ts';
import { sheetId, sheetShown } from '../stats/sheet-id.ts';

export interface Pair {
  /** As `sheetId` has it. */
  readonly sheet: string;
  /** The sheet as people see it: its serial, or the id of a reply. */
  readonly name: string;
  readonly first: Rating;
  /** The import of the first. */
  readonly batch: string;
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
  readonly #sheets = new Map<string, string>();
  readonly #batches = new Map<Rating, string>();
  /** Ratings that nobody can tell apart: neither serial nor code. */
  nameless = 0;
  /** First ratings without a second one. */
  single = 0;

  constructor(plan: Plan) {
    this.#asked = new Map(plan.forms.map(({ id, questions }) => [id, questions]));
  }

  /** All of these come before the first `takeFirst`. */
  takeSecond(rating: Rating): void {
    const id = sheetId(rating);
    if (id === null) this.nameless += 1;
    else {
      this.#sheets.set(id, sheetShown(rating));
      this.#take(this.#second, rating, id);
    }
  }

  /** `batch`: the id of its import. */
  takeFirst(rating: Rating, batch: string): void {
    const id = sheetId(rating);
    if (id === null || !this.#second.ratings.has(ratingKey(rating, id))) this.single += 1;
    if (id === null || !this.#sheets.has(id)) return;
    this.#batches.set(rating, batch);
    this.#take(this.#first, rating, id);
  }

  /** Each with its name. */
  get secondSheets(): ReadonlyMap<string, string> {
    return this.#sheets;
  }

  /** By sheet, then by unit: whatever the order of the imports. */
  pairs(): readonly Pair[] {
    const keys = [...this.#second.ratings.keys()].filter((key) => this.#first.ratings.has(key));
    const seen = new Set<string>();
    return keys.sort().flatMap((key): readonly Pair[] => {
      const [first, second] = [this.#first.ratings.get(key), this.#second.ratings.get(key)];
      const sheet = second === undefined ? null : sheetId(second);
      if (first === undefined || second === undefined || sheet === null) return [];
      const once = seen.has(sheet) ? null : this.#onceOf(sheet);
      seen.add(sheet);
      const batch = this.#batches.get(first) ?? '';
      const name = sheetShown(first);
      return [{ sheet, name, first, batch, second, once }];
    });
  }

  /** Second sheets whose first one is not there. */
  orphans(): readonly string[] {
    const found = new Set([...this.#first.ratings.values()].map(sheetId));
    const lost = [...this.#sheets].filter(([sheet]) => !found.has(sheet));
    return lost.map(([, name]) => name).sort();
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

function ratingKey({ unit }: Rating, id: string): string {
  return `${id}\n${unit}`;
}
