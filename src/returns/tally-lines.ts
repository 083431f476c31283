/** Paper tallies, line by line: one question of one unit (wide), or one option of it (long, crossed). */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { UnitId } from '../plan/plan.ts';
import { isWhole, type TableRow, whereIn } from '../table.ts';
import type { KnownGroup, KnownQuestion } from './known.ts';
import { questionFinder } from './question-names.ts';
import { cellOf, faultFindings, type Reading } from './reading.ts';
import {
  type Count,
  type Counted,
  nothingCounted,
  optionCount,
  readCount,
  readCounts,
} from './tally-counts.ts';
import { voidReasonIn } from './tally-headings.ts';
import { readQuestion } from './tally-line-question.ts';
import { type LinePiece, readPiece } from './tally-piece.ts';

export const custodyFields = ['issued', 'returned', 'valid', 'void'] as const;

export type CustodyField = (typeof custodyFields)[number];

/** What a line says about where the forms went. */
export interface LineCustody extends Readonly<Record<CustodyField, Count>> {
  /** Void forms by reason, one for each column of such; blank where the line leaves it out. */
  readonly voids: readonly { readonly reason: string; readonly count: Count }[];
}

export interface TallyLine extends Counted, LinePiece {
  readonly row: TableRow;
  readonly question: KnownQuestion | null;
  readonly custody: LineCustody;
  /** Later checks add to it; lines of one row share it. */
  readonly reasons: Finding[];
}

/** The lines of a row: one, or in a crossed tally one for each question. */
export type LineReader = (row: TableRow) => readonly TallyLine[];

/** `fileUnit`: the unit that the whole file is about, where its lines name none. */
export function lineReader(reading: Reading, fileUnit: UnitId | null): LineReader {
  const { known, columns } = reading;
  const ofForm = new Map(
    [...known.forms.values()].map((form) => [form.id, questionFinder(form.questions)]),
  );
  const ofAny = questionFinder([...known.questions.values()].map(({ question }) => question));
  const ignored = new Set([
    ...(columns.fields.get('unused') ?? []),
    ...(columns.fields.get('percent') ?? []),
  ]);
  const isCrossed = columns.questions.length > 0;
  return (row) => {
    const reasons: Finding[] = [...faultFindings(reading, row, (column) => !ignored.has(column))];
    if (!isWhole(row)) return [unreadable(row, reasons)];
    const piece = readPiece(reading, row, fileUnit, reasons);
    const custody = readCustody(reading, row, reasons);
    const about = { row, ...piece, custody, reasons };
    if (isCrossed) {
      const lines = crossedLines(reading, row, piece.group, reasons);
      return lines.length > 0 ? lines.map((line) => ({ ...about, ...line })) : [noQuestion(about)];
    }
    const find = ofForm.get(piece.group?.form.id ?? '') ?? ofAny;
    const question = readQuestion(reading, row, piece.group, find, reasons);
    const given = question === null ? nothingCounted : readCounts(reading, row, question, reasons);
    return [{ ...about, question, ...given }];
  };
}

function noQuestion(about: Omit<TallyLine, 'question' | keyof Counted>): TallyLine {
  return { ...about, question: null, ...nothingCounted };
}

/** What each question column says of the row's option; a column of another form must be blank. */
function crossedLines(
  reading: Reading,
  row: TableRow,
  group: KnownGroup | null,
  reasons: Finding[],
): readonly (Counted & Pick<TallyLine, 'question'>)[] {
  return reading.columns.questions.flatMap(({ column, ids }) => {
    const onForm = new Set(group?.form.questions.map(({ id }) => id) ?? ids);
    const id = ids.find((one) => onForm.has(one));
    const at = whereIn(reading.table, row, reading.table.columns[column] ?? null);
    if (id === undefined) {
      const args = { question: ids[0] ?? '', form: group?.form.code ?? '' };
      if (cellOf(row, column) !== '') reasons.push(finding('returns/not-on-form', at, args));
      return [];
    }
    const question = reading.known.questions.get(id);
    if (question?.scale == null) {
      if (cellOf(row, column) !== '') {
        reasons.push(finding('returns/open-question', at, { question: id }));
      }
      return [];
    }
    return [{ question, ...optionCount(reading, row, column, question, reasons) }];
  });
}

const noCustody: LineCustody = {
  issued: 'blank',
  returned: 'blank',
  valid: 'blank',
  void: 'blank',
  voids: [],
};

function unreadable(row: TableRow, reasons: Finding[]): TallyLine {
  const about = { group: null, unit: null, place: null, part: null };
  return noQuestion({ row, ...about, custody: noCustody, reasons });
}

function readCustody(reading: Reading, row: TableRow, reasons: Finding[]): LineCustody {
  const { fields } = reading.columns;
  const read = (field: CustodyField): Count => {
    const column = fields.get(field)?.[0];
    return column === undefined ? 'blank' : readCount(reading, row, column, reasons);
  };
  const voids = (fields.get('void_by') ?? []).map((column) => ({
    reason: voidReasonIn(reading.known, reading.table.columns[column] ?? ''),
    count: readCount(reading, row, column, reasons),
  }));
  return {
    issued: read('issued'),
    returned: read('returned'),
    valid: read('valid'),
    void: read('void'),
    voids,
  };
}
