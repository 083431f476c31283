/** Questions asked once a sheet: written on any row of a grid sheet, they count for each unit that it rates. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan, QuestionId } from '../plan/plan.ts';
import type { BatchRecord, Rating } from '../returns/batch.ts';
import { intList } from '../stats/int-list.ts';
import { sheetShown } from '../stats/sheet-id.ts';
import { mostFindings } from './sheets.ts';

export interface OnceAnswers {
  readonly note: (sheet: number, rating: Rating, record: BatchRecord) => void;
  /** What the sheet says to the question, on whichever row; null: nothing. */
  readonly answer: (sheet: number, question: QuestionId) => string | null;
  /** Rows of one sheet may lie in two imports; they must not say different things. */
  readonly findings: () => readonly Finding[];
}

export function onceAnswers(plan: Plan): OnceAnswers {
  const asked = plan.forms.flatMap(({ questions }) =>
    questions.filter(({ per }) => per === 'sheet'),
  );
  const questions = [...new Set(asked.map(({ id }) => id))];
  /** By sheet and question: the number of the text, from 1, and of the import that says it. */
  const [said, saidIn] = [intList(), intList()];
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const batches: string[] = [];
  const findings: Finding[] = [];
  let seen: Rating['questions'] = [];
  let places: readonly number[] = [];
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? texts.push(text);
    numbers.set(text, number);
    return number;
  };
  const differ = (rating: Rating, question: QuestionId, before: number, batch: string): void => {
    if (findings.length >= mostFindings) return;
    const at = { kind: 'file', file: `returns/${batch}` } as const;
    const serial = sheetShown(rating);
    const answer = rating.answers[rating.questions.indexOf(question)] ?? '';
    const values = [texts[said.at(before) - 1] ?? '', answer];
    const sources = [batches[saidIn.at(before)] ?? '', batch];
    findings.push(
      finding('returns/sheet-answers-differ', at, { serial, question, values, sources }),
    );
  };
  return {
    note: (sheet, rating, { id }) => {
      if (questions.length === 0) return;
      if (batches.at(-1) !== id) batches.push(id);
      if (rating.questions !== seen) {
        seen = rating.questions;
        places = questions.map((question) => seen.indexOf(question));
      }
      while (said.length() < (sheet + 1) * questions.length) {
        said.push(0);
        saidIn.push(0);
      }
      for (const [order, question] of questions.entries()) {
        const answer = rating.answers[places[order] ?? -1];
        if (answer === null || answer === undefined) continue;
        const number = numberOf(answer);
        const at = sheet * questions.length + order;
        if (said.at(at) === 0) {
          said.set(at, number);
          saidIn.set(at, batches.length - 1);
        } else if (said.at(at) !== number) differ(rating, question, at, id);
      }
    },
    answer: (sheet, question) => {
      const at = sheet * questions.length + questions.indexOf(question);
      return texts[said.at(at) - 1] ?? null;
    },
    findings: () => findings,
  };
}
