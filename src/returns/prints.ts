/** What a rating says, as 64 bits: equal for two that say the same, whatever order their questions stand in. */
import { type Hash, textHash } from '../stats/text-hash.ts';
import type { Rating } from './batch.ts';

/** The answers that are remembered for each question: enough for every option, too few to hold a file. */
const mostRemembered = 512;

/** A printer remembers what it has seen often; one for each file or store is enough. */
export type RatingPrinter = (rating: Pick<Rating, 'questions' | 'answers' | 'voidReason'>) => Hash;

/** Blank answers add nothing, so a file that leaves out a column says the same as one where it is blank. */
export function ratingPrinter(): RatingPrinter {
  const byQuestion = new Map<string, Map<string, Hash>>();
  let seen: Rating['questions'] = [];
  let memories: readonly Map<string, Hash>[] = [];
  const memoryOf = (question: string): Map<string, Hash> => {
    const memory = byQuestion.get(question) ?? new Map<string, Hash>();
    byQuestion.set(question, memory);
    return memory;
  };
  return ({ questions, answers, voidReason }) => {
    if (questions !== seen) {
      seen = questions;
      memories = questions.map(memoryOf);
    }
    const why = voidReason === null ? none : textHash(`\n${voidReason}`);
    let { a, b } = why;
    for (let at = 0; at < answers.length; at++) {
      const answer = answers[at];
      if (answer === null || answer === undefined) continue;
      const print = answerPrint(memories[at], questions[at] ?? '', answer);
      // Sums of hashes do not depend on the order.
      a = (a + print.a) | 0;
      b = (b + print.b) | 0;
    }
    return { a, b };
  };
}

const none: Hash = { a: 0, b: 0 };

function answerPrint(
  memory: Map<string, Hash> | undefined,
  question: string,
  answer: string,
): Hash {
  const before = memory?.get(answer);
  if (before !== undefined) return before;
  const print = textHash(`${question}\n${answer}`);
  if (memory !== undefined && memory.size < mostRemembered) memory.set(answer, print);
  return print;
}

/** Who a row speaks for and about: a sheet or a reply, and a unit. */
export function subjectHash(sheet: string, unit: string): Hash {
  return textHash(`${sheet}\n${unit}`);
}

/** What stands for a sheet: its serial, or the id of a reply that has none; null: nobody can tell it from others. */
export function sheetId({ serial, reply }: Pick<Rating, 'serial' | 'reply'>): string | null {
  if (serial !== null) return serial;
  return reply === null ? null : `reply ${reply}`;
}

/** The same for two replies that nobody can tell apart: what they say about the same. */
export function replyHash(
  { group, unit, from }: Pick<Rating, 'group' | 'unit' | 'from'>,
  print: Hash,
): Hash {
  const about = textHash(`${group}\n${unit}\n${from.place ?? ''}`);
  return { a: (about.a + print.a) | 0, b: (about.b + print.b) | 0 };
}
