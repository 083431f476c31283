/**
 * The accepted rows of one form as lines of CSV (RFC 4180, `\n`), and ratings read back from them: written and read
 * piece by piece, for a file may hold millions.
 */
import type { FormId, QuestionId } from '../plan/plan.ts';
import { answerTo } from '../stats/answers.ts';
import type { Rating } from './batch.ts';
import { csvLines } from './csv-lines.ts';

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
  /** Without its line end. */
  readonly line: (rating: Rating) => string;
}

/** For ratings of one form; `questions` in the order in which their columns shall stand. */
export function ratingWriter(
  questions: readonly QuestionId[],
  context: readonly ContextColumn[],
): RatingWriter {
  const more = contextColumns.filter((column) => context.includes(column));
  const headings = [...ratingColumns, ...more, ...questions.map(questionHeading)];
  return {
    header: headings.map(field).join(','),
    line: (rating) => {
      const { row, serial, form, group, unit, from, voidReason } = rating;
      // One array and one text for a line: texts added to each other bit by bit keep every bit alive.
      const cells = [String(row), field(serial), field(form), field(group), field(unit)];
      cells.push(field(from.unit), field(from.place), field(voidReason));
      for (const column of more) cells.push(field(contextOf[column](rating)));
      if (rating.questions === questions) cells.push(...answerFields(rating.answers));
      else for (const id of questions) cells.push(field(answerTo(rating, id)));
      return cells.join(',');
    },
  };
}

/** Codes need no quotes, so the answers of nearly every row can be joined as they are (null as nothing). */
function answerFields(answers: Rating['answers']): readonly string[] {
  if (answers.length === 0) return [];
  const joined = answers.join(',');
  let commas = 0;
  for (let at = joined.indexOf(','); at >= 0; at = joined.indexOf(',', at + 1)) commas += 1;
  const isPlain = commas === answers.length - 1 && !/["\r\n]/.test(joined);
  return isPlain ? [joined] : answers.map(field);
}

/** A question may be called `unit` or `Void`; its column then says that it is a question. */
function questionHeading(id: QuestionId): string {
  return ownColumns.includes(id.toLowerCase()) ? `q:${id}` : id;
}

const special = /[",\r\n]/;

function field(text: string | null): string {
  if (text === null || text === '') return '';
  if (text.length === 1) {
    const unit = text.charCodeAt(0);
    if (unit > 44 || (unit !== 34 && unit !== 44 && unit !== 10 && unit !== 13)) return text;
  } else if (!special.test(text)) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

export interface RatingReader {
  /** The next piece of the text. False: this is nothing that a `RatingWriter` wrote. */
  readonly push: (text: string) => boolean;
  /** After the last piece: how many ratings there were; null: the text is not whole. */
  readonly end: () => number | null;
}

export function ratingReader(visit: (rating: Rating) => void): RatingReader {
  let layout: Layout | null = null;
  let count = 0;
  const lines = csvLines((cells) => {
    if (layout === null) {
      layout = layoutOf(cells);
      return layout !== null;
    }
    const rating = cells.length === layout.width ? ratingIn(layout, cells) : null;
    if (rating === null) return false;
    count += 1;
    visit(rating);
    return true;
  });
  return {
    push: lines.push,
    end: () => (lines.end() && layout !== null ? count : null),
  };
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

function ratingIn({ lead, questions, context }: Layout, cells: readonly string[]): Rating | null {
  const row = count(cells[0] ?? '');
  const form: FormId = cells[2] ?? '';
  const group = cells[3] ?? '';
  const unit = cells[4] ?? '';
  if (row === null || form === '' || group === '' || unit === '') return null;
  const answers: (string | null)[] = [];
  for (let at = lead; at < cells.length; at++) answers.push(cells[at] || null);
  return {
    serial: cells[1] || null,
    form,
    group,
    unit,
    from: { unit: cells[5] || null, place: cells[6] || null },
    questions,
    answers,
    voidReason: cells[7] || null,
    reply: cells[context.reply] || null,
    at: cells[context.at] || null,
    collector: cells[context.collector] || null,
    keyedBy: cells[context.keyed_by] || null,
    row,
  };
}

function count(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
