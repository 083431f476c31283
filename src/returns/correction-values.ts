/** What the cells of one correction say about the rows that the store holds. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { nameKey, nearest } from '../names.ts';
import type { FormId, QuestionId } from '../plan/plan.ts';
import { missingMark, missingOf } from '../stats/missing.ts';
import { answerFinding } from './answer-findings.ts';
import { readAnswer } from './answers.ts';
import type { Rating } from './batch.ts';
import { heldValue } from './correct.ts';
import { readVoid } from './fields.ts';
import type { Known } from './known.ts';
import { questionFinder } from './question-names.ts';
import { missingWord } from './tally-headings.ts';
import { justMarked } from './void.ts';

/** A row of the store, corrected as far as it is. */
export interface HeldRow {
  readonly batch: string;
  readonly rating: Rating;
  readonly keyed: Rating;
  /** Its void reason without what the rules say of its corrected answers: where corrections of its validity go on. */
  readonly keptVoid: string | null;
}

/** The value that the next correction starts from. */
export function keptValue(
  { rating, keptVoid }: HeldRow,
  question: QuestionId | null,
): string | null {
  return question === null ? keptVoid : heldValue(rating, question);
}

/** What a line is about: a question, or, where `id` is null, whether the sheet counts. */
export interface Subject {
  readonly id: QuestionId | null;
  /** Asked once a sheet, not once a unit. */
  readonly isOfSheet: boolean;
}

const words = (...texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(nameKey));

const voidNames = words('void', 'Không hợp lệ', 'Phiếu không hợp lệ', 'Hiệu lực', 'Hiệu lực phiếu');
const blankWords = words('blank', 'trống', 'để trống', 'bỏ trống', 'không trả lời');
const validWords = words('valid', 'hợp lệ');
const invalidWords = words('void', 'invalid', 'không hợp lệ');

/** Null: no question of the form is meant. `texts`: what the line calls it, in one or more columns. */
export type SubjectFinder = (rating: Rating, texts: readonly string[]) => Subject | null;

/** One for a file: what a form asks is looked through once. */
export function subjectFinder({ forms }: Known): SubjectFinder {
  const finders = new Map<FormId, ReturnType<typeof questionFinder>>();
  return ({ form }, texts) => {
    if (texts.some((text) => voidNames.has(nameKey(text)))) return { id: null, isOfSheet: true };
    const questions = forms.get(form)?.questions ?? [];
    const find = finders.get(form) ?? questionFinder(questions);
    finders.set(form, find);
    for (const text of texts) {
      const found = find(text);
      const question = questions.find(({ id }) => found.kind === 'one' && id === found.id);
      if (question !== undefined) return { id: question.id, isOfSheet: question.per === 'sheet' };
    }
    return null;
  };
}

export function questionsNear({ forms }: Known, { form }: Rating, text: string): readonly string[] {
  return nearest(text, forms.get(form)?.questions.flatMap(({ id, text: own }) => [id, own]) ?? []);
}

/** A value as the store keeps it; `any`: void, whatever the reason. */
export type Value = { readonly value: string | null } | 'any';

/** An old value: what cannot be read stays as it is written, and will not be what the store holds. */
export function oldValue(known: Known, { id }: Subject, text: string): Value {
  if (id === null) return voidValue(text);
  const read = answerValue(known, id, text);
  return { value: typeof read === 'string' || read === null ? read : text };
}

/** A new value, which the plan must know; findings say why it cannot stand. */
export function newValue(
  known: Known,
  { id }: Subject,
  text: string,
  at: Where,
): { readonly value: string | null } | Finding {
  if (id === null) {
    const read = voidValue(text);
    if (read === 'any') return { value: justMarked };
    if (read.value === null) return read;
    const reason = known.voidReason(read.value);
    if (reason.kind === 'reason') return { value: reason.reason };
    return finding('returns/unknown-reason', at, {
      reason: text,
      allowed: known.plan.returns.reasons ?? [],
      near: reason.near,
    });
  }
  const read = answerValue(known, id, text);
  if (read === null || typeof read === 'string') return { value: read };
  const question = known.questions.get(id);
  if (question === undefined) throw new Error(`The plan has no question “${id}”`);
  return answerFinding(question, read, text, at);
}

export function isBlankWord(text: string): boolean {
  return /^[-–—]$/.test(text) || blankWords.has(nameKey(text));
}

function answerValue(known: Known, id: QuestionId, text: string): ReturnType<typeof readAnswer> {
  const question = known.questions.get(id);
  if (question === undefined || text === '') return null;
  // The marks of the store itself, as `returns dump` shows them.
  if (missingOf(text) !== null) return text === '(blank)' ? null : text;
  const read = readAnswer(question, text, null);
  const isOption = typeof read === 'string' && question.question.kind !== 'open';
  // “Đánh hai ô”, as the tally sheet and the reports call it; an option of that name is the option.
  const kind = isOption || question.question.kind === 'open' ? null : missingWord(known, text);
  if (kind !== null && kind !== 'blank') return missingMark(kind);
  return !isOption && isBlankWord(text) ? null : read;
}

function voidValue(text: string): Value {
  const key = nameKey(text);
  if (text === '' || validWords.has(key)) return { value: null };
  if (invalidWords.has(key)) return 'any';
  const { isVoid, reason } = readVoid(text);
  if (!isVoid) return { value: null };
  return reason === null ? 'any' : { value: reason };
}
