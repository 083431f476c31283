/** A corrections file as an office writes it: known by its headings, read line by line. */
import { finding } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import { nameKey, nearest } from '../names.ts';
import { type Table, type TableHead, type TableRow, whereIn } from '../table.ts';
import { headingsOf } from './fields.ts';

export type CorrectionField = 'serial' | 'unit' | 'question' | 'old' | 'new' | 'why' | 'by';

/** `new` takes what a second keying settled, under the heading that its sheet has. */
export const correctionHeadings: Readonly<Record<CorrectionField, readonly string[]>> = {
  serial: [...headingsOf('rows', 'serial'), ...headingsOf('rows', 'reply')],
  unit: headingsOf('rows', 'unit'),
  question: headingsOf('tallies', 'question'),
  old: ['old', 'old_value', 'Giá trị cũ', 'Giá trị đã nhập', 'Đã nhập', 'Cũ'],
  new: ['new', 'new_value', 'Giá trị mới', 'Giá trị đúng', 'Đúng là', 'Mới'],
  why: ['why', 'reason', 'Lý do', 'Lý do sửa', 'Lý do đính chính'],
  by: ['by', 'corrected_by', 'Người sửa', 'Người đính chính'],
};

const needed: readonly CorrectionField[] = ['serial', 'question', 'old', 'new', 'why'];

const fields = new Map(
  (Object.keys(correctionHeadings) as CorrectionField[]).flatMap((field) =>
    correctionHeadings[field].map((heading) => [nameKey(heading), field] as const),
  ),
);

/** One line, its cells as they stand. */
export interface WrittenCorrection {
  readonly row: TableRow;
  readonly sheet: string;
  readonly unit: string;
  /** Id and words of the question may stand in columns of their own. */
  readonly questions: readonly string[];
  readonly old: string;
  readonly next: string;
  readonly why: string;
  readonly by: string;
}

export function correctionField(heading: string): CorrectionField | null {
  return fields.get(nameKey(heading)) ?? null;
}

/** Whether a file with these headings corrects rows: no file of rows or tallies has an old and a new value. */
export function isCorrections({ columns }: Pick<TableHead, 'columns'>): boolean {
  const found = columns.map(correctionField);
  return ['question', 'old', 'new'].every((field) => found.includes(field as CorrectionField));
}

export function correctionLines(table: Table): Checked<readonly WrittenCorrection[]> {
  const found = table.columns.map(correctionField);
  const missing = needed.filter((field) => !found.includes(field));
  if (missing.length > 0) {
    const strange = table.columns.filter((_, at) => found[at] === null);
    const args = {
      columns: missing.map(fieldTitle),
      headings: table.columns,
      near: missing.flatMap((field) =>
        correctionHeadings[field].flatMap((heading) => nearest(heading, strange, 1)),
      ),
    };
    const near = [...new Set(args.near)].slice(0, 3);
    const wrong = finding('returns/correction-columns', whereIn(table, null), { ...args, near });
    return { ok: false, findings: [wrong] };
  }
  if (table.rows.length === 0) {
    return { ok: false, findings: [finding('returns/no-rows', whereIn(table, null), {})] };
  }
  return { ok: true, value: table.rows.map((row) => written(found, row)), findings: [] };
}

/** The heading of a column as the file has it, for pointing at a cell. */
export function correctionHeading({ columns }: TableHead, field: CorrectionField): string | null {
  return columns.find((heading) => correctionField(heading) === field) ?? null;
}

function written(found: readonly (CorrectionField | null)[], row: TableRow): WrittenCorrection {
  const all = (field: CorrectionField): readonly string[] =>
    found.flatMap((one, at) => (one === field ? (row.cells[at] ?? '') : []));
  const first = (field: CorrectionField): string => all(field).find((text) => text !== '') ?? '';
  return {
    ...{ row, sheet: first('serial'), unit: first('unit') },
    questions: all('question').filter((text) => text !== ''),
    ...{ old: first('old'), next: first('new'), why: first('why'), by: first('by') },
  };
}

/** `old (Giá trị cũ)` */
function fieldTitle(field: CorrectionField): string {
  const own = correctionHeadings[field].find((text) => /[^\x20-\x7e]/.test(text));
  return own === undefined ? field : `${field} (${own})`;
}
