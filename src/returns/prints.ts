/** What a rating says, as 64 bits: equal for two that say the same, whatever order their questions stand in. */
import type { GroupId, UnitId } from '../plan/plan.ts';
import { type SheetMarks, sheetId, subjectHash } from '../stats/sheet-id.ts';
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
    let { a, b } = voidHash(voidReason);
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
  const print = answerHash(question, answer);
  if (memory !== undefined && memory.size < mostRemembered) memory.set(answer, print);
  return print;
}

/** What one answer adds to the print of its rating; a blank one adds nothing. */
export function answerHash(question: string, answer: string): Hash {
  return textHash(`${question}\n${answer}`);
}

/** What a void reason adds; null: the rating counts. */
export function voidHash(reason: string | null): Hash {
  return reason === null ? none : textHash(`\n${reason}`);
}

/** The same for two replies that nobody can tell apart: what they say about the same. */
export function replyHash(
  { group, unit, from }: Pick<Rating, 'group' | 'unit' | 'from'>,
  print: Hash,
): Hash {
  const about = textHash(`${group}\n${unit}\n${from.place ?? ''}`);
  return { a: (about.a + print.a) | 0, b: (about.b + print.b) | 0 };
}

/** Which sheet or reply a rating is of, about what, and what it says about that. */
export interface Identity {
  /** `sheetId`; null: nobody can tell it from others. */
  readonly sheet: string | null;
  /** The sheet; on a grid the sheet and the unit. Two ratings of one subject are one, or contradict each other. */
  readonly subject: Hash | null;
  /** What it says about the subject; outside grids also which unit it rates. */
  readonly print: Hash;
}

type Who = SheetMarks & { readonly unit: UnitId | null };

/** `grids`: groups whose sheets rate several units; while the group is not known, a sheet may be one of theirs. */
export function identifier(grids: ReadonlySet<GroupId>): (who: Who, said: Hash) => Identity {
  const units = new Map<UnitId, Hash>();
  return (who, said) => {
    const { group, unit } = who;
    const sheet = sheetId(who);
    if (sheet === null || unit === null) return { sheet, subject: null, print: said };
    if (group === null || grids.has(group)) {
      return { sheet, subject: subjectHash(sheet, unit), print: said };
    }
    const about = units.get(unit) ?? textHash(`\nunit\n${unit}`);
    units.set(unit, about);
    const print = { a: (said.a + about.a) | 0, b: (said.b + about.b) | 0 };
    return { sheet, subject: subjectHash(sheet, null), print };
  };
}
