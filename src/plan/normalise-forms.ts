/** `scales`, `questions` and `forms` as written → scales and forms whose questions are all there. */
import type { Form, NumberRange, Question, QuestionKind, Scale } from './plan.ts';
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
  const kind = kindOf(written);
  const { scale = null, multiple = null } = written;
  return {
    id,
    text: written.text,
    section: written.section ?? null,
    kind,
    scale: kind === 'scale' ? scale : kind === 'multiple' ? multiple : null,
    range: kind === 'number' ? rangeOf(written.number) : null,
    atMost: kind === 'multiple' ? (written.at_most ?? null) : null,
    per: written.per ?? 'rating',
    scored: kind === 'scale' ? (written.scored ?? true) : false,
  };
}

/** The kinds that its keys name; one that names several is reported. */
export function kindsOf({
  scale,
  multiple,
  number,
  open,
}: QuestionFile): readonly (QuestionKind & keyof QuestionFile)[] {
  return [
    ...(open === true ? ['open' as const] : []),
    ...(number !== undefined && number !== false ? ['number' as const] : []),
    ...(multiple === undefined ? [] : ['multiple' as const]),
    ...(scale === undefined ? [] : ['scale' as const]),
  ];
}

function kindOf(written: QuestionFile): QuestionKind {
  return kindsOf(written)[0] ?? 'scale';
}

function rangeOf(written: QuestionFile['number']): NumberRange {
  const { from = null, to = null, decimals = 0 } = typeof written === 'object' ? written : {};
  return { from, to, decimals };
}
