/** Questions as clerks head columns and lines with them: an id, the text, or the text with its number. */
import { nameKey } from '../names.ts';
import type { Form, Question, QuestionId } from '../plan/plan.ts';
import { groupBy } from './group-by.ts';
import { type Finder, finder, type Known } from './known.ts';

/** “1. ”, “2.1) ”, “Câu 3: ”, “Câu hỏi 4 - ” before the words of a question. */
const numbered =
  /^(?:câu(?:\s+hỏi)?\s*\d+(?:\.\d+)*\s*[.):\-–—]?\s*|\d+(?:\.\d+)*\s*[.):]\s*|\d+(?:\.\d+)+\s+|\d+\s*[-–—]\s+)(?=\S)/iu;

/** The text without its leading number; the text itself where it has none. */
export function withoutNumber(text: string): string {
  return text.replace(numbered, '');
}

/** The key that tells questions' texts apart whether or not they are numbered. */
export function questionKey(text: string): string {
  return nameKey(withoutNumber(text));
}

/** Looks a question up by its id, its text, or its text with a number before it. */
export function questionFinder(questions: readonly Pick<Question, 'id' | 'text'>[]): Finder {
  const asWritten = finder(questions.map(({ id, text }) => ({ id, name: text })));
  const plain = finder(questions.map(({ id, text }) => ({ id, name: withoutNumber(text) })));
  const ids = new Map<string, QuestionId>(questions.map(({ id }) => [id.toLowerCase(), id]));
  return (typed) => {
    const found = asWritten(typed);
    if (found.kind !== 'none' || typed === '') return found;
    // “Câu q2” and “Q2” are the question q2.
    const id = ids.get(typed.replace(/^câu(?:\s+hỏi)?\s+/iu, '').toLowerCase());
    if (id !== undefined) return { kind: 'one', id };
    const bare = plain(withoutNumber(typed));
    return bare.kind === 'none' ? found : bare;
  };
}

/** A heading that is a number alone, as printed before the question: “Câu 3.”, “3)”, “C3”, “Q3”. */
const numberAlone =
  /^(?:(?:câu(?:\s+hỏi)?|question|[cq])\s*(\d{1,3})\s*[.):]?|(\d{1,3})\s*[.)])$/iu;

/** A text that was cut: its end is an ellipsis. So few letters before it may belong to any question. */
const cut = /\s*(?:…|\.{2,})\s*$/u;
const fewestBeforeCut = 10;

/**
 * The questions that a heading names, by id, whole text, text without its number, printed number, or a text cut
 * short with an ellipsis. Several: the forms ask the same words under different ids, or it cannot be told. `numbered`:
 * the forms whose printed numbers may be meant.
 */
export function headingQuestions(
  known: Known,
  numbered: Iterable<Form> = known.forms.values(),
): (heading: string) => readonly QuestionId[] {
  const questions = [...known.questions.values()].map(({ question }) => question);
  const byText = groupBy(questions, ({ text }) => nameKey(text));
  const byWords = groupBy(questions, ({ text }) => questionKey(text));
  const byId = new Map(questions.map(({ id }) => [id.toLowerCase(), id]));
  const byNumber = printedNumbers(numbered);
  return (heading) => {
    const bare = heading.replace(/^câu(?:\s+hỏi)?\s+(?=\p{L})/iu, '');
    const id = known.questions.has(heading) ? heading : byId.get(bare.toLowerCase());
    if (id !== undefined) return [id];
    const found = byText.get(nameKey(heading)) ?? byWords.get(questionKey(heading));
    if (found !== undefined) return found.map((question) => question.id);
    const [, worded, plain] = numberAlone.exec(heading) ?? [];
    const number = worded ?? plain;
    if (number !== undefined) return byNumber.get(Number(number)) ?? [];
    return cut.test(heading) ? begunSo(heading.replace(cut, ''), byWords) : [];
  };
}

/** Forms are printed with their questions numbered from 1. */
function printedNumbers(forms: Iterable<Form>): ReadonlyMap<number, readonly QuestionId[]> {
  const numbered = [...forms].flatMap(({ questions }) =>
    questions.map(({ id }, index) => ({ id, number: index + 1 })),
  );
  const byNumber = groupBy(numbered, ({ number }) => number);
  return new Map(
    [...byNumber].map(([number, all]) => [number, [...new Set(all.map(({ id }) => id))]]),
  );
}

function begunSo(
  start: string,
  byWords: ReadonlyMap<string, readonly Question[]>,
): readonly QuestionId[] {
  const key = questionKey(start);
  if (key.length < fewestBeforeCut) return [];
  const found = [...byWords].filter(([words]) => words.startsWith(key));
  return found.flatMap(([, questions]) => questions.map(({ id }) => id));
}
