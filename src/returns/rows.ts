/**
 * Returned forms, one row per sheet (per sheet and unit on a grid). `readRow` sees one row at a time and
 * keeps nothing; `settle` then looks at what only the whole file shows. Rows can so come from a stream.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { FormId, GroupId, QuestionId, UnitId } from '../plan/plan.ts';
import { isWhole, type TableRow, whereIn } from '../table.ts';
import { optionList, readAnswer } from './answers.ts';
import type { Rating } from './batch.ts';
import { hasControl } from './control.ts';
import { ratingKey, ratingPrint } from './earlier.ts';
import { readVoid } from './fields.ts';
import type { KnownQuestion } from './known.ts';
import { cellOf, faultFindings, fieldHeading, fieldText, type Reading } from './reading.ts';
import { readSubject, type Subject } from './subject.ts';

export interface CheckedRow {
  readonly row: TableRow;
  /** Null when the row is rejected; `reasons` says why. */
  readonly rating: Rating | null;
  readonly reasons: readonly Finding[];
  /** Sheet and unit that the row speaks for; null without a serial. */
  readonly key: string | null;
  readonly serial: string | null;
  /** The same for two rows that say the same; unreadable answers included. */
  readonly print: string;
}

/** The question of each column for rows of one form, and the columns that this form does not ask. */
interface FormColumns {
  /** Of the questions in `asked`. */
  readonly ids: readonly QuestionId[];
  readonly asked: readonly { readonly column: number; readonly known: KnownQuestion }[];
  readonly strange: readonly number[];
}

/** Reasons of our own, kept with the rating; Vietnamese, like those that clerks write. */
const wholeBlank = 'để trắng';
const justMarked = 'đánh dấu không hợp lệ';

export type RowReader = (row: TableRow) => CheckedRow;

export function rowReader(reading: Reading): RowReader {
  const byForm = new Map<FormId | null, FormColumns>();
  const used = usedColumns(reading);
  return (row) => {
    if (!isWhole(row)) return shifted(reading, row);
    const reasons: Finding[] = [...faultFindings(reading, row, (column) => used.has(column))];
    const subject = readSubject(reading, row, reasons);
    const columns = byForm.get(subject.form) ?? formColumns(reading, subject.form);
    byForm.set(subject.form, columns);
    return checkedRow(reading, row, subject, columns, reasons);
  };
}

/** Questions of the forms that occur, which no column of the file answers. */
export function unansweredQuestions(reading: Reading, forms: Iterable<FormId>): readonly Finding[] {
  const columns = new Set(reading.columns.questions.flatMap(({ ids }) => ids));
  return [...forms].flatMap((id) => {
    const questions = reading.known.forms.get(id)?.questions ?? [];
    const missing = questions.filter(({ id, kind }) => kind === 'scale' && !columns.has(id));
    if (missing.length === 0) return [];
    const args = {
      form: reading.known.nameOf('form', id),
      questions: missing.map((question) => question.id),
    };
    return [finding('returns/question-without-column', whereIn(reading.table, null), args)];
  });
}

function usedColumns({ columns }: Reading): ReadonlySet<number> {
  const used = [...columns.fields].flatMap(([field, at]) => (field === 'unused' ? [] : at));
  return new Set([...used, ...columns.questions.map(({ column }) => column)]);
}

function shifted(reading: Reading, row: TableRow): CheckedRow {
  const reasons = faultFindings(reading, row, () => false);
  return { row, rating: null, reasons, key: null, serial: null, print: '' };
}

function formColumns(reading: Reading, id: FormId | null): FormColumns {
  const { forms, questions } = reading.known;
  const onForm = new Set(id === null ? [] : forms.get(id)?.questions.map(({ id }) => id));
  const asked: { column: number; known: KnownQuestion }[] = [];
  const strange: number[] = [];
  for (const { column, ids } of reading.columns.questions) {
    // While the form is not known, a column of one question can still be checked.
    const mine = id === null && ids.length === 1 ? ids : ids.filter((one) => onForm.has(one));
    const known = questions.get(mine[0] ?? '');
    if (known !== undefined) asked.push({ column, known });
    else if (id !== null) strange.push(column);
  }
  return { ids: asked.map(({ known }) => known.question.id), asked, strange };
}

function checkedRow(
  reading: Reading,
  row: TableRow,
  subject: Subject,
  columns: FormColumns,
  reasons: Finding[],
): CheckedRow {
  const { serial, form, group, unit } = subject;
  const marked = voidReason(reading, row, reasons);
  const read = readAnswers(reading, row, columns, marked === null ? reasons : null);
  if (marked === null) reasons.push(...strangeAnswers(reading, row, form, columns));
  const voidBy = marked ?? (read.isBlank ? wholeBlank : null);
  const common = {
    row,
    reasons,
    key: serial === null || unit === null ? null : ratingKey(serial, unit),
    serial,
    print: ratingPrint({ questions: columns.ids, answers: read.print, voidReason: voidBy }),
  };
  if (reasons.length > 0 || form === null || group === null || unit === null) {
    return { ...common, rating: null };
  }
  const said = { questions: columns.ids, answers: read.answers, voidReason: voidBy };
  return { ...common, rating: rating(subject, { form, group, unit }, said, row) };
}

function rating(
  { serial, from }: Subject,
  about: { form: FormId; group: GroupId; unit: UnitId },
  said: Pick<Rating, 'questions' | 'answers' | 'voidReason'>,
  row: TableRow,
): Rating {
  const people = { reply: null, at: null, collector: null, keyedBy: null };
  return { serial, ...about, from, ...said, ...people, row: row.row };
}

/** Why the sheet does not count, as the clerk marked it; null when it is not marked. */
function voidReason(reading: Reading, row: TableRow, reasons: Finding[]): string | null {
  const text = fieldText(reading, row, 'void');
  const reason = fieldText(reading, row, 'reason');
  const mark = readVoid(text);
  if (text !== '' && !mark.isVoid && reason !== '') {
    const at = whereIn(reading.table, row, fieldHeading(reading, 'void'));
    reasons.push(finding('returns/void-unclear', at, { mark: text, reason }));
  }
  if (!mark.isVoid && reason === '') return null;
  const field = reason === '' ? 'void' : 'reason';
  const at = whereIn(reading.table, row, fieldHeading(reading, field));
  return storable(reason !== '' ? reason : (mark.reason ?? justMarked), at, reasons) ?? justMarked;
}

/** The words as they can be kept; null, and reported, when characters in them cannot. */
function storable(text: string, at: Where, reasons: Finding[]): string | null {
  if (!hasControl(text)) return text;
  reasons.push(finding('returns/control-character', at, { text }));
  return null;
}

interface Answers {
  readonly answers: Rating['answers'];
  /** As `answers`, with what could not be read as it stands. */
  readonly print: Rating['answers'];
  /** No question about the unit is answered (an open question alone answers a form without scales). */
  readonly isBlank: boolean;
}

/** `reasons` is null for a void sheet: what cannot be read on it is left blank, for it does not count. */
function readAnswers(
  reading: Reading,
  row: TableRow,
  { asked }: FormColumns,
  reasons: Finding[] | null,
): Answers {
  const answers: (string | null)[] = [];
  const print: (string | null)[] = [];
  let isBlank = true;
  let scales = 0;
  let open = false;
  for (const { column, known } of asked) {
    const text = cellOf(row, column);
    const { per } = known.question;
    const answer = text === '' ? null : readOne(reading, row, column, known, reasons ?? []);
    answers.push(answer);
    print.push(answer ?? (text === '' || reasons === null ? null : `?${text}`));
    if (known.scale === null) open ||= text !== '';
    else if (per === 'rating') {
      scales += 1;
      isBlank &&= text === '';
    }
  }
  return { answers, print, isBlank: scales === 0 ? !open : isBlank };
}

function readOne(
  reading: Reading,
  row: TableRow,
  column: number,
  { question, scale }: KnownQuestion,
  reasons: Finding[],
): string | null {
  const text = cellOf(row, column);
  const at = whereIn(reading.table, row, reading.table.columns[column] ?? null);
  if (scale === null) return storable(text, at, reasons);
  const answer = readAnswer(scale, text);
  if (answer.kind === 'option') return answer.code;
  const args = { question: question.id, answer: text };
  if (answer.kind === 'two-marks') reasons.push(finding('returns/two-marks', at, args));
  else if (answer.kind === 'decimal') reasons.push(finding('returns/decimal-answer', at, args));
  else {
    const options = optionList(scale.scale);
    const { near } = answer;
    reasons.push(finding('returns/unknown-option', at, { ...args, options, near }));
  }
  return null;
}

function strangeAnswers(
  reading: Reading,
  row: TableRow,
  form: FormId | null,
  { strange }: FormColumns,
): readonly Finding[] {
  return strange
    .filter((column) => cellOf(row, column) !== '')
    .map((column) => {
      const heading = reading.table.columns[column] ?? '';
      const at = whereIn(reading.table, row, heading);
      const name = reading.known.nameOf('form', form ?? '');
      return finding('returns/not-on-form', at, { question: heading, form: name });
    });
}
