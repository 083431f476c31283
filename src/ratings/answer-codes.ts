/** Answers on a scale as small numbers: the option's place on the scale. */
import type { Option } from '../plan/plan.ts';

export const noAnswer = -1;

export interface AnswerCodes {
  /** Place of the option; -1: no answer, a mark of a missing one, or nothing that the scale has. */
  readonly of: (answer: string | null) => number;
}

const ascii = 128;

export function answerCodes(options: readonly Option[]): AnswerCodes {
  const places = new Map(options.map(({ code }, place) => [code, place]));
  const quick = new Int16Array(ascii).fill(noAnswer);
  for (const [code, place] of places) {
    const unit = code.charCodeAt(0);
    if (code.length === 1 && unit < ascii) quick[unit] = place;
  }
  return {
    of: (answer) => {
      if (answer === null) return noAnswer;
      // Codes of one character need no look-up.
      const unit = answer.length === 1 ? answer.charCodeAt(0) : ascii;
      return unit < ascii ? (quick[unit] as number) : (places.get(answer) ?? noAnswer);
    },
  };
}
