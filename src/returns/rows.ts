/**
 * Returned forms, one row per sheet (per sheet and unit on a grid). `readRow` sees one row at a time and
 * keeps nothing; `settle` then looks at what only the whole file shows. Rows can so come from a stream.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { FormId, QuestionId } from '../plan/plan.ts';
import type { Hash } from '../stats/text-hash.ts';
import { isWhole, type TableRow, whereIn } from '../table.ts';
import { answerFinding } from './answer-findings.ts';
import { readAnswer } from './answers.ts';
import type { Rating } from './batch.ts';
import { hasControl } from './control.ts';
import { readVoid } from './fields.ts';
import type { KnownQuestion } from './known.ts';
import { type RatingPrinter, ratingPrinter, sheetId, subjectHash } from './prints.ts';
import { cellOf, faultFindings, fieldHeading, fieldText, type Reading } from './reading.ts';
import { type ContextReader, contextReader } from './row-context.ts';
import { readSubject, type Subject } from './subject.ts';
import { justMarked, type VoidTest, voidBy } from './void.ts';

export interface CheckedRow {
  readonly row: TableRow;
  /** Null when the row is rejected; `reasons` says why. */
  readonly rating: Rating | null;
  readonly reasons: readonly Finding[];
  /** The sheet or reply (`sheetId`) that the row is of; null: nobody can tell it from others. */
  readonly sheet: string | null;
  /** That sheet and the unit it speaks about (`subjectHash`). */
  readonly subject: Hash | null;
  /** The same for two rows that say the same; unreadable answers included. */
  readonly print: Hash;
}

/** The question of each column for rows of one form, and the columns that this form does not ask. */
interface FormColumns {
  /** Of the questions in `asked`. */
  readonly ids: readonly QuestionId[];
  readonly asked: readonly { readonly column: number; readonly known: KnownQuestion }[];
  readonly strange: readonly number[];
  readonly voidBy: VoidTest;
}

export type RowReader = (row: TableRow) => CheckedRow;

export function rowReader(reading: Reading): RowReader {
  const byForm = new Map<FormId | null, FormColumns>();
  const used = usedColumns(reading);
  const tools: Tools = { print: ratingPrinter(), context: contextReader(reading) };
  return (row) => {
    if (!isWhole(row)) return shifted(reading, row);
    const reasons: Finding[] = [...faultFindings(reading, row, (column) => used.has(column))];
    const subject = readSubject(reading, row, reasons);
    const columns = byForm.get(subject.form) ?? formColumns(reading, subject.form);
    byForm.set(subject.form, columns);
    return checkedRow(reading, row, subject, columns, tools, reasons);
  };
}

/** Questions of the forms that occur, which no column of the file answers. */
export function unansweredQuestions(reading: Reading, forms: Iterable<FormId>): readonly Finding[] {
  const columns = new Set(reading.columns.questions.flatMap(({ ids }) => ids));
  return [...forms].flatMap((id) => {
    const questions = reading.known.forms.get(id)?.questions ?? [];
    const missing = questions.filter(({ id, kind }) => kind !== 'open' && !columns.has(id));
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
  return { row, rating: null, reasons, sheet: null, subject: null, print: { a: 0, b: 0 } };
}

/** What one file keeps from row to row. */
interface Tools {
  readonly print: RatingPrinter;
  readonly context: ContextReader;
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
  const own = asked.map(({ known }) => known.question);
  const test = voidBy(reading.known.plan.returns, own);
  return { ids: own.map(({ id }) => id), asked, strange, voidBy: test };
}

function checkedRow(
  reading: Reading,
  row: TableRow,
  subject: Subject,
  columns: FormColumns,
  tools: Tools,
  reasons: Finding[],
): CheckedRow {
  const { serial, form, group, unit, from } = subject;
  const marked = voidReason(reading, row, reasons);
  const read = readAnswers(reading, row, columns, marked === null ? reasons : null);
  if (marked === null && columns.strange.length > 0) {
    reasons.push(...strangeAnswers(reading, row, form, columns));
  }
  const context = tools.context(row, subject, reasons);
  const reason = marked ?? columns.voidBy(read.print);
  const sheet = sheetId({ serial, reply: context.reply });
  const questions = columns.ids;
  const print = tools.print({ questions, answers: read.print, voidReason: reason });
  const about = sheet === null || unit === null ? null : subjectHash(sheet, unit);
  const isSound = reasons.length === 0 && form !== null && group !== null && unit !== null;
  // Written out, for this is done a million times: spreading objects into each other costs more than all checks.
  const rating: Rating | null = isSound
    ? {
        serial,
        form,
        group,
        unit,
        from,
        questions,
        answers: read.answers,
        voidReason: reason,
        reply: context.reply,
        at: context.at,
        collector: context.collector,
        keyedBy: context.keyedBy,
        row: row.row,
      }
    : null;
  return { row, rating, reasons, sheet, subject: about, print };
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
  const written = reason !== '' ? reason : mark.reason;
  if (written === null) return justMarked;
  const given = reading.known.voidReason(written);
  if (given.kind === 'unknown') {
    const { near } = given;
    const allowed = reading.known.plan.returns.reasons ?? [];
    reasons.push(finding('returns/unknown-reason', at, { reason: written, near, allowed }));
    return justMarked;
  }
  return storable(given.reason, at, reasons) ?? justMarked;
}

/** The words as they can be kept; null, and reported, when characters in them cannot. */
export function storable(text: string, at: Where, reasons: Finding[]): string | null {
  if (!hasControl(text)) return text;
  reasons.push(finding('returns/control-character', at, { text }));
  return null;
}

interface Answers {
  readonly answers: Rating['answers'];
  /** As `answers`, with what could not be read as it stands. */
  readonly print: Rating['answers'];
}

/** `reasons` is null for a void sheet: what cannot be read on it is left blank, for it does not count. */
function readAnswers(
  reading: Reading,
  row: TableRow,
  { asked }: FormColumns,
  reasons: Finding[] | null,
): Answers {
  const answers = new Array<string | null>(asked.length);
  // Another list only where something could not be read, which is rare.
  let print: (string | null)[] = answers;
  for (let at = 0; at < asked.length; at++) {
    const { column, known } = asked[at] as FormColumns['asked'][number];
    const text = cellOf(row, column);
    const answer = text === '' ? null : readOne(reading, row, column, known, reasons);
    answers[at] = answer;
    const isLost = answer === null && text !== '' && reasons !== null && isUnread(known, text);
    if (isLost && print === answers) print = answers.slice();
    if (print !== answers) print[at] = isLost ? `?${text}` : answer;
  }
  return { answers, print };
}

/** Not blank, though there is no answer. */
function isUnread({ missing }: KnownQuestion, text: string): boolean {
  return text !== '' && missing(text) !== 'blank';
}

function readOne(
  reading: Reading,
  row: TableRow,
  column: number,
  known: KnownQuestion,
  reasons: Finding[] | null,
): string | null {
  // What is wrong with the cell itself has been said.
  if (row.faults.some((fault) => fault.column === column)) return null;
  const text = cellOf(row, column);
  const answer = readAnswer(known, text, reading.asked.decimal);
  if (answer === null) return null;
  if (typeof answer === 'string' && known.question.kind !== 'open') return answer;
  const at = whereIn(reading.table, row, reading.table.columns[column] ?? null);
  if (typeof answer === 'string') return storable(answer, at, reasons ?? []);
  reasons?.push(answerFinding(known, answer, text, at));
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
