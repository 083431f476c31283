/** The accumulator behind `Ratings`: the valid ratings in columns, while they are read. */
import { gridGroups } from '../plan/grids.ts';
import type { Form, Plan, QuestionId } from '../plan/plan.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import type { Rating } from '../returns/batch.ts';
import { type IntList, intList } from '../stats/int-list.ts';
import { type AnswerCodes, answerCodes, noAnswer } from './answer-codes.ts';
import { type Rows, rows } from './rows.ts';

export interface RatingColumns {
  /** `sheet`: its number among the tallies' sheets; -1: a reply that nobody can tell from others. Void ones are passed over. */
  readonly rating: (rating: Rating, sheet: number) => void;
  /** `once`: what a sheet says to a question asked once on it. Call it once, at the end. */
  readonly finish: (once: (sheet: number, question: QuestionId) => string | null) => Ratings;
}

interface FormColumns {
  readonly form: Form;
  readonly questions: readonly { readonly id: QuestionId; readonly isOnce: boolean }[];
  readonly codes: readonly AnswerCodes[];
  readonly rows: Rows;
}

const none = -1;

export function ratingColumns(plan: Plan): RatingColumns {
  const forms = new Map(plan.forms.map((form) => [form.id, columnsOf(plan, form)]));
  const grids = gridGroups(plan);
  const [groups, units, places] = [at(plan.groups), at(plan.units), at(plan.places)];
  const sheets = sheetNumbers();
  let seen: Rating['questions'] | null = null;
  let seenForm: FormColumns | null = null;
  let where: readonly number[] = [];
  return {
    rating: (rating, counted) => {
      if (rating.voidReason !== null) return;
      const form = forms.get(rating.form);
      const [group, unit] = [groups.get(rating.group), units.get(rating.unit)];
      if (form === undefined || group === undefined || unit === undefined) return;
      // The ratings of a file share their list of questions, so its places are looked up once.
      if (rating.questions !== seen || form !== seenForm) {
        seen = rating.questions;
        seenForm = form;
        where = form.questions.map(({ id }) => rating.questions.indexOf(id));
      }
      const { from } = rating;
      const row = form.rows.add([
        sheets.of(counted),
        group,
        unit,
        from.unit === null ? none : (units.get(from.unit) ?? none),
        from.place === null ? none : (places.get(from.place) ?? none),
      ]);
      for (let column = 0; column < where.length; column++) {
        const place = where[column] as number;
        const answer = place < 0 ? null : (rating.answers[place] as string | null);
        form.rows.answer(row, column, form.codes[column]?.of(answer) ?? noAnswer);
      }
    },
    finish: (once) => {
      const ids = plan.groups.map(({ id }) => id);
      const filled = [...forms.values()].filter(({ rows: held }) => held.count() > 0);
      for (const form of filled) {
        fillOnce(form, (group) => grids.has(ids[group] ?? ''), sheets.counted, once);
      }
      return { forms: filled.map(formRatings), sheets: sheets.count() };
    },
  };
}

function at(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, place) => [id, place]));
}

function columnsOf(plan: Plan, form: Form): FormColumns {
  const scales = new Map(plan.scales.map(({ id, options }) => [id, options]));
  const asked = form.questions.filter(({ kind, scale }) => kind === 'scale' && scale !== null);
  return {
    form,
    questions: asked.map(({ id, per }) => ({ id, isOnce: per === 'sheet' })),
    codes: asked.map(({ scale }) => answerCodes(scales.get(scale ?? '') ?? [])),
    rows: rows(asked.length),
  };
}

interface SheetNumbers {
  /** The number of a sheet by its number among the tallies' sheets; -1 is a new one each time. */
  readonly of: (counted: number) => number;
  /** And back; -1 of a reply that nobody can tell from others. */
  readonly counted: (sheet: number) => number;
  readonly count: () => number;
}

/** Sheets of which nothing is valid get no number, so that the numbers have no holes. */
function sheetNumbers(): SheetNumbers {
  const numbers: IntList = intList();
  const back: IntList = intList();
  const next = (counted: number): number => {
    back.push(counted);
    return back.length() - 1;
  };
  return {
    of: (counted) => {
      if (counted < 0) return next(none);
      while (numbers.length() <= counted) numbers.push(none);
      const known = numbers.at(counted);
      if (known >= 0) return known;
      const number = next(counted);
      numbers.set(counted, number);
      return number;
    },
    counted: back.at,
    count: back.length,
  };
}

/** Written on any row of a grid sheet, the answer holds for each unit that the sheet rates. */
function fillOnce(
  { questions, codes, rows: held }: FormColumns,
  isGrid: (group: number) => boolean,
  counted: (sheet: number) => number,
  once: (sheet: number, question: QuestionId) => string | null,
): void {
  const { sheet, group } = held.abouts();
  for (const [column, { id, isOnce }] of questions.entries()) {
    if (!isOnce) continue;
    for (let row = 0; row < held.count(); row++) {
      const number = counted(sheet[row] ?? 0);
      if (number < 0 || !isGrid(group[row] ?? 0)) continue;
      held.answer(row, column, codes[column]?.of(once(number, id)) ?? noAnswer);
    }
  }
}

function formRatings({ form, questions, rows: held }: FormColumns): FormRatings {
  return {
    form: form.id,
    count: held.count(),
    ...held.abouts(),
    questions: questions.map(({ id }) => id),
    answers: held.answers(),
  };
}
