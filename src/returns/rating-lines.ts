/**
 * The accepted rows of one form as lines of CSV (RFC 4180, `\n`), and ratings read back from them: written and read
 * piece by piece, for a file may hold millions.
 */
import type { FormId, QuestionId } from '../plan/plan.ts';
import { answerTo } from '../stats/answers.ts';
import type { Rating } from './batch.ts';
import { csvLines } from './csv-lines.ts';
import { LineBytes } from './line-bytes.ts';
import { hasQuote, plainLines } from './rating-bytes.ts';

export const ratingColumns: readonly string[] = [
  'row',
  'serial',
  'form',
  'group',
  'unit',
  'from_unit',
  'from_place',
  'void',
];

/** Stand behind them where the file says something of the kind, in this order. */
export const contextColumns = ['reply', 'at', 'collector', 'keyed_by'] as const;

export type ContextColumn = (typeof contextColumns)[number];

const ownColumns: readonly string[] = [...ratingColumns, ...contextColumns];

const contextOf: Readonly<Record<ContextColumn, (rating: Rating) => string | null>> = {
  reply: ({ reply }) => reply,
  at: ({ at }) => at,
  collector: ({ collector }) => collector,
  keyed_by: ({ keyedBy }) => keyedBy,
};

export interface RatingWriter {
  readonly header: string;
  /** With its line end. */
  readonly put: (bytes: LineBytes, rating: Rating) => void;
  /** Without its line end. */
  readonly line: (rating: Rating) => string;
}

/** For ratings of one form; `questions` in the order in which their columns shall stand. */
export function ratingWriter(
  questions: readonly QuestionId[],
  context: readonly ContextColumn[],
): RatingWriter {
  const names = contextColumns.filter((column) => context.includes(column));
  const more = names.map((column) => contextOf[column]);
  const headings = [...ratingColumns, ...names, ...questions.map(questionHeading)];
  const put = (bytes: LineBytes, rating: Rating): void => {
    const { from } = rating;
    bytes.number(rating.row);
    bytes.cell(rating.serial);
    bytes.cell(rating.form);
    bytes.cell(rating.group);
    bytes.cell(rating.unit);
    bytes.cell(from.unit);
    bytes.cell(from.place);
    bytes.cell(rating.voidReason);
    for (const cell of more) bytes.cell(cell(rating));
    if (rating.questions === questions) bytes.cells(rating.answers);
    else for (const id of questions) bytes.cell(answerTo(rating, id));
    bytes.end();
  };
  const line = (rating: Rating): string => {
    const bytes = new LineBytes();
    put(bytes, rating);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.view()).slice(0, -1);
  };
  return { header: headings.map(field).join(','), put, line };
}

/** A question may be called `unit` or `Void`; its column then says that it is a question. */
function questionHeading(id: QuestionId): string {
  return ownColumns.includes(id.toLowerCase()) ? `q:${id}` : id;
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export interface RatingReader {
  /** The next piece of the file, cut anywhere. False: this is nothing that a `RatingWriter` wrote. */
  readonly push: (piece: Uint8Array | string) => boolean;
  /** After the last piece: how many ratings there were; null: the text is not whole. */
  readonly end: () => number | null;
}

export function ratingReader(visit: (rating: Rating) => void): RatingReader {
  let layout: Layout | null = null;
  let count = 0;
  const take = (rating: Rating | null): boolean => {
    if (rating === null) return false;
    count += 1;
    visit(rating);
    return true;
  };
  const lines = csvLines((cells) => {
    if (layout === null) {
      layout = layoutOf(cells);
      return layout !== null;
    }
    if (cells.length !== layout.width) return false;
    return take(ratingIn(layout, cells, answersIn(layout, cells)));
  });
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const plain = plainLines();
  let rest: Uint8Array = noBytes;
  let isPlain = true;
  let isGood = true;
  const pushBytes = (piece: Uint8Array): boolean => {
    if (!isGood || !isPlain) return isGood && lines.push(decoder.decode(piece, { stream: true }));
    const all = rest.length === 0 ? asBuffer(piece) : Buffer.concat([rest, piece]);
    rest = noBytes;
    // The headings are read as text, and so is everything from the first quote on.
    const from = layout === null ? all.indexOf('\n') + 1 : 0;
    isPlain = !hasQuote(all);
    if (!isPlain) return lines.push(decoder.decode(all, { stream: true }));
    if (from > 0 && !lines.push(decoder.decode(all.subarray(0, from)))) return false;
    const body = all.subarray(from);
    const known = layout;
    const read =
      known === null
        ? 0
        : plain.read(body, known.lead, known.width, (lead, answers) =>
            take(ratingIn(known, lead, answers)),
          );
    isGood = read >= 0;
    // A copy: the piece may be filled again.
    if (isGood) rest = Buffer.from(body.subarray(read));
    return isGood;
  };
  return {
    push: (piece) => (typeof piece === 'string' ? lines.push(piece) : pushBytes(piece)),
    end: () => (isGood && rest.length === 0 && lines.end() && layout !== null ? count : null),
  };
}

const noBytes = Buffer.alloc(0);

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

interface Layout {
  readonly width: number;
  /** Where the answers begin. */
  readonly lead: number;
  readonly questions: readonly QuestionId[];
  readonly context: Readonly<Record<ContextColumn, number>>;
}

function layoutOf(headings: readonly string[]): Layout | null {
  if (!ratingColumns.every((column, at) => headings[at] === column)) return null;
  const own = headings.findIndex(
    (heading, at) => at >= ratingColumns.length && !ownColumns.includes(heading),
  );
  const lead = own < 0 ? headings.length : own;
  const at = (column: ContextColumn): number => headings.slice(0, lead).indexOf(column);
  return {
    width: headings.length,
    lead,
    questions: headings.slice(lead).map((heading) => heading.replace(/^q:/, '')),
    context: {
      reply: at('reply'),
      at: at('at'),
      collector: at('collector'),
      keyed_by: at('keyed_by'),
    },
  };
}

function answersIn({ lead }: Layout, cells: readonly string[]): Rating['answers'] {
  const answers: (string | null)[] = [];
  for (let at = lead; at < cells.length; at++) answers.push(cells[at] || null);
  return answers;
}

/** `cells`: those before the answers, at least. */
function ratingIn(
  { questions, context }: Layout,
  cells: readonly string[],
  answers: Rating['answers'],
): Rating | null {
  const row = count(cells[0] ?? '');
  const form: FormId = cells[2] ?? '';
  const group = cells[3] ?? '';
  const unit = cells[4] ?? '';
  if (row === null || form === '' || group === '' || unit === '') return null;
  return {
    serial: cells[1] || null,
    form,
    group,
    unit,
    from: { unit: cells[5] || null, place: cells[6] || null },
    questions,
    answers,
    voidReason: cells[7] || null,
    reply: contextIn(cells, context.reply),
    at: contextIn(cells, context.at),
    collector: contextIn(cells, context.collector),
    keyedBy: contextIn(cells, context.keyed_by),
    row,
  };
}

function contextIn(cells: readonly string[], at: number): string | null {
  return at < 0 ? null : cells[at] || null;
}

function count(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
