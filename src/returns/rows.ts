/**
 * Returned forms, one row per sheet (per sheet and unit on a grid). `rowReader` sees one row at a time and keeps no
 * row; `settling` then looks at what only the whole file shows. Rows can so come from a stream.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { gridGroups } from '../plan/grids.ts';
import type { FormId, QuestionId } from '../plan/plan.ts';
import type { Hash } from '../stats/text-hash.ts';
import { isWhole, markIn, type TableRow, whereIn } from '../table.ts';
import { answerFinding } from './answer-findings.ts';
import { type AnswerMemory, answerMemory } from './answer-memory.ts';
import { type Answer, readAnswer } from './answers.ts';
import type { Rating } from './batch.ts';
import { hasControl } from './control.ts';
import { type DetailPrints, detailPrinter } from './details.ts';
import { readVoid } from './fields.ts';
import { totalsWatch } from './form-totals.ts';
import type { KnownQuestion } from './known.ts';
import { originReader, originReply } from './mended-rows.ts';
import { answerHash, type Identity, identifier, voidHash } from './prints.ts';
import { cellOf, faultFindings, fieldHeading, fieldText, type Reading } from './reading.ts';
import { type ContextReader, contextReader } from './row-context.ts';
import { readSubject, type Subject } from './subject.ts';
import { justMarked, type VoidTest, voidBy } from './void.ts';

/** Its print is of unreadable answers too. */
export interface CheckedRow extends Identity {
  readonly row: TableRow;
  /** Null when the row is rejected; `reasons` says why. */
  readonly rating: Rating | null;
  readonly reasons: readonly Finding[];
  readonly serial: string | null;
  readonly reply: string | null;
  /** What it says, whomever it is of and whatever it is about. */
  readonly said: Hash;
  readonly details: DetailPrints;
  /** Nobody can tell it from others, and its group allows that. */
  readonly isNameless: boolean;
}

interface AskedColumn {
  readonly column: number;
  readonly known: KnownQuestion;
  readonly memory: AnswerMemory;
}

/** The question of each column for rows of one form, and the columns that this form does not ask. */
interface FormColumns {
  /** Of the questions in `asked`. */
  readonly ids: readonly QuestionId[];
  readonly asked: readonly AskedColumn[];
  readonly strange: readonly number[];
  readonly voidBy: VoidTest;
}

/** What is made once for all rows of a file. */
interface Readers {
  readonly context: ContextReader;
  readonly origin: ReturnType<typeof originReader>;
  readonly identify: ReturnType<typeof identifier>;
  readonly details: ReturnType<typeof detailPrinter>;
}

export type RowReader = (row: TableRow) => CheckedRow;

export function rowReader(reading: Reading): RowReader {
  const byForm = new Map<FormId | null, FormColumns>();
  const used = usedColumns(reading);
  const isUsed = (column: number): boolean => used.has(column);
  const readers: Readers = {
    context: contextReader(reading),
    origin: originReader(reading.table),
    identify: identifier(gridGroups(reading.known.plan)),
    details: detailPrinter(),
  };
  const sumOf = totalsWatch(reading);
  return (row) => {
    if (!isWhole(row)) return shifted(reading, row);
    const reasons: Finding[] = [...faultFindings(reading, row, isUsed)];
    const subject = readSubject(reading, row, reasons);
    const columns = byForm.get(subject.form) ?? formColumns(reading, subject.form);
    byForm.set(subject.form, columns);
    const checked = checkedRow(reading, row, subject, columns, readers, reasons);
    const sum = subject.serial === null ? sumOf(row) : null;
    return sum === null ? checked : { ...checked, rating: null, reasons: [sum] };
  };
}

function usedColumns({ columns }: Reading): ReadonlySet<number> {
  const used = [...columns.fields].flatMap(([field, at]) => (field === 'unused' ? [] : at));
  return new Set([...used, ...columns.questions.map(({ column }) => column)]);
}

const none: Hash = { a: 0, b: 0 };

function shifted(reading: Reading, row: TableRow): CheckedRow {
  const reasons = faultFindings(reading, row, () => false);
  const { fields } = reading.columns;
  const isNameless = !(['serial', 'reply', 'invitation'] as const).some((one) => fields.has(one));
  const nobody = { sheet: null, subject: null, serial: null, reply: null, isNameless };
  return { row, rating: null, reasons, ...nobody, details: [0, 0, 0], said: none, print: none };
}

function formColumns(reading: Reading, id: FormId | null): FormColumns {
  const { forms, questions } = reading.known;
  const onForm = new Set(id === null ? [] : forms.get(id)?.questions.map(({ id }) => id));
  const asked: AskedColumn[] = [];
  const strange: number[] = [];
  for (const { column, ids } of reading.columns.questions) {
    // While the form is not known, a column of one question can still be checked.
    const mine = id === null && ids.length === 1 ? ids : ids.filter((one) => onForm.has(one));
    const known = questions.get(mine[0] ?? '');
    if (known !== undefined) asked.push({ column, known, memory: answerMemory() });
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
  { context: readContext, origin, identify, details }: Readers,
  reasons: Finding[],
): CheckedRow {
  const { serial, form, group, unit, from } = subject;
  const marked = voidReason(reading, row, reasons);
  const read = readAnswers(reading, row, columns, marked === null ? reasons : null);
  if (marked === null && columns.strange.length > 0) {
    reasons.push(...strangeAnswers(reading, row, form, columns));
  }
  const context = readContext(row, subject, reasons);
  const reason = marked ?? columns.voidBy(read.print);
  const reply = context.reply ?? (serial === null ? originReply(origin(row)) : null);
  const questions = columns.ids;
  const why = voidHash(reason);
  const said = { a: (read.a + why.a) | 0, b: (read.b + why.b) | 0 };
  const { sheet, subject: about, print } = identify({ serial, reply, group, unit }, said);
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
        reply,
        at: context.at,
        collector: context.collector,
        keyedBy: context.keyedBy,
        row: row.row,
      }
    : null;
  const isNameless = sheet === null && fieldText(reading, row, 'serial') === '' && isOpen(reasons);
  const told = { serial, reply, said, details: details(context), isNameless };
  return { row, rating, reasons, sheet, subject: about, print, ...told };
}

/** Whether the row may come without an id. */
function isOpen(reasons: readonly Finding[]): boolean {
  return !reasons.some(({ code }) => code === 'returns/serial-missing');
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
  /** Sum of the hashes of `print`. */
  readonly a: number;
  readonly b: number;
}

/** `reasons` is null for a void sheet: what cannot be read on it is left blank, for it does not count. */
function readAnswers(
  reading: Reading,
  row: TableRow,
  { asked }: FormColumns,
  reasons: Finding[] | null,
): Answers {
  const { cells, exact } = row;
  const isSound = row.faults.length === 0;
  const answers = new Array<string | null>(asked.length);
  // Another list only where something could not be read, which is rare.
  let print: (string | null)[] = answers;
  let [a, b] = [0, 0];
  for (let at = 0; at < asked.length; at++) {
    const one = asked[at] as AskedColumn;
    const text = cells[one.column] ?? '';
    if (text === '') {
      answers[at] = null;
      if (print !== answers) print[at] = null;
      continue;
    }
    const isUsual = isSound && exact?.includes(one.column) !== true;
    const before = isUsual ? one.memory.get(text) : undefined;
    const answer = before?.answer ?? readOne(reading, row, one, reasons);
    answers[at] = answer;
    const isLost = answer === null && reasons !== null && isUnread(one.known, text);
    if (isLost && print === answers) print = answers.slice();
    const said = isLost ? `?${text}` : answer;
    if (print !== answers) print[at] = said;
    if (said === null) continue;
    // Sums of hashes do not depend on the order.
    const hash = before?.print ?? answerHash(one.known.question.id, said);
    a = (a + hash.a) | 0;
    b = (b + hash.b) | 0;
  }
  return { answers, print, a, b };
}

/** Not blank, though there is no answer. */
function isUnread({ missing }: KnownQuestion, text: string): boolean {
  return text !== '' && missing(text) !== 'blank';
}

function readOne(
  reading: Reading,
  row: TableRow,
  { column, known, memory }: AskedColumn,
  reasons: Finding[] | null,
): string | null {
  // What is wrong with the cell itself has been said.
  if (row.faults.some((fault) => fault.column === column)) return null;
  const text = cellOf(row, column);
  const { decimal } = reading.asked;
  const mark = markIn(row, column, decimal);
  const isUsual = mark === decimal;
  const read = (): Answer => readAnswer(known, text, mark);
  const answer = isUsual ? memory.unread(text, read) : read();
  if (answer === null) return null;
  if (isUsual && typeof answer === 'string' && known.question.kind !== 'open') {
    memory.set(text, { answer, print: answerHash(known.question.id, answer) });
    return answer;
  }
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
