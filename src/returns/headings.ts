/** What each heading of a file of forms may mean: a field, or questions. */
import { nameKey } from '../names.ts';
import type { FormId, QuestionId } from '../plan/plan.ts';
import type { TableHead } from '../table.ts';
import { type Field, fieldKeys } from './fields.ts';
import type { Known } from './known.ts';
import { headingQuestions } from './question-names.ts';

export interface HeadingMeaning {
  readonly column: number;
  readonly heading: string;
  readonly field: Field | null;
  readonly questions: readonly QuestionId[];
  /** Scale id → option code. */
  readonly options: ReadonlyMap<string, string>;
}

/** `form`: the one that all rows are said to be of; its printed numbers are then the ones meant. */
export function rowMeanings(
  known: Known,
  table: TableHead,
  form: FormId | null,
): readonly HeadingMeaning[] {
  const keys = fieldKeys('rows');
  const only = form === null ? undefined : known.forms.get(form);
  const questionsOf = headingQuestions(known, only && [only]);
  return table.columns.map((heading, column) => {
    const options = new Map<string, string>();
    const read = (words: string): HeadingMeaning => {
      const questions = questionsOf(words);
      return {
        column,
        heading,
        field: fieldOf(keys, words, questions.length > 0),
        questions,
        options,
      };
    };
    return wholeOrLower(
      heading,
      read,
      ({ field, questions }) => field !== null || questions.length > 0,
    );
  });
}

/** Of headings in two rows, read as `upper / lower`, the lower one may say it alone: `Phần II / Câu 3`. */
function wholeOrLower(
  heading: string,
  read: (words: string) => HeadingMeaning,
  isSomething: (meaning: HeadingMeaning) => boolean,
): HeadingMeaning {
  const whole = read(heading);
  if (isSomething(whole)) return whole;
  const parts = heading.split(' / ');
  for (let from = 1; from < parts.length; from++) {
    const lower = read(parts.slice(from).join(' / '));
    if (isSomething(lower)) return lower;
  }
  return whole;
}

/** A heading that is of no use gives way to a question or option of that name. */
function fieldOf(keys: ReadonlyMap<string, Field>, heading: string, isElse: boolean): Field | null {
  const field = keys.get(nameKey(heading)) ?? null;
  return field === 'unused' && isElse ? null : field;
}
