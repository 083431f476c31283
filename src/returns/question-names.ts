/** Questions as clerks head columns and lines with them: an id, the text, or the text with its number. */
import { nameKey } from '../names.ts';
import type { Question, QuestionId } from '../plan/plan.ts';
import { type Finder, finder } from './known.ts';

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
