/** `scales`, `questions` and `forms` as written → scales and forms whose questions are all there. */
import type { Form, Question, Scale } from './plan.ts';
import type { PlanFile } from './schema.ts';

export type FormFile = PlanFile['forms'][number];
export type QuestionFile = NonNullable<PlanFile['questions']>[string];

export function normaliseScales(written: PlanFile['scales']): readonly Scale[] {
  return Object.entries(written ?? {}).map(([id, options]) => ({
    id,
    options: options.map(({ code, label, points, positive }) => {
      return { code, label, points: points ?? null, positive: positive ?? false };
    }),
  }));
}

/** Every question that is written out, in the bank or on a form: the first of each id. */
export function questionBank(file: PlanFile): ReadonlyMap<string, QuestionFile> {
  const bank = new Map(Object.entries(file.questions ?? {}));
  for (const question of file.forms.flatMap((form) => form.questions)) {
    if (typeof question !== 'string' && !bank.has(question.id)) bank.set(question.id, question);
  }
  return bank;
}

export function normaliseForms(file: PlanFile): readonly Form[] {
  const bank = questionBank(file);
  return file.forms.map((form) => ({
    id: form.id,
    code: form.code,
    title: form.title,
    request: form.request ?? null,
    howTo: form.how_to ?? null,
    questions: form.questions.flatMap((entry): readonly Question[] => {
      if (typeof entry !== 'string') return [normaliseQuestion(entry.id, entry)];
      const question = bank.get(entry);
      return question === undefined ? [] : [normaliseQuestion(entry, question)];
    }),
  }));
}

export function normaliseQuestion(id: string, written: QuestionFile): Question {
  const open = written.open ?? false;
  return {
    id,
    text: written.text,
    section: written.section ?? null,
    kind: open ? 'open' : 'scale',
    scale: open ? null : (written.scale ?? null),
    range: null,
    per: written.per ?? 'rating',
    scored: open ? false : (written.scored ?? true),
  };
}
