/** Cells of one column that were read before: most come again and again, so each is read and hashed once for a file. */
import type { Hash } from '../stats/text-hash.ts';
import type { Answer } from './answers.ts';

export interface ReadCell {
  readonly answer: string;
  /** What the answer adds to the print of its row. */
  readonly print: Hash;
}

export interface AnswerMemory {
  readonly get: (text: string) => ReadCell | undefined;
  readonly set: (text: string, cell: ReadCell) => void;
  /** What `read` says of a text; remembered where it gives no answer, for looking for what it may stand for takes long. */
  readonly unread: (text: string, read: () => Answer) => Answer;
}

/** Enough for every spelling of a scale, too few to hold a file. */
const mostRemembered = 512;
const ascii = 128;

export function answerMemory(): AnswerMemory {
  const characters = new Array<ReadCell | undefined>(ascii).fill(undefined);
  const texts = new Map<string, ReadCell>();
  const bad = new Map<string, Answer>();
  return {
    // Codes of one character need no look-up.
    get: (text) => {
      if (text.length !== 1) return texts.get(text);
      const code = text.charCodeAt(0);
      return code < ascii ? characters[code] : texts.get(text);
    },
    set: (text, cell) => {
      const code = text.length === 1 ? text.charCodeAt(0) : ascii;
      if (code < ascii) characters[code] = cell;
      else if (texts.size < mostRemembered) texts.set(text, cell);
    },
    unread: (text, read) => {
      const before = bad.get(text);
      if (before !== undefined) return before;
      const answer = read();
      if (answer !== null && typeof answer !== 'string' && bad.size < mostRemembered)
        bad.set(text, answer);
      return answer;
    },
  };
}
