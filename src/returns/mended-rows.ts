/**
 * Rows of our own list of rejected ones, mended and imported. One without any id is known by where it stood when it was
 * rejected, so that it is not taken again from the file that it came from.
 */
import { rowMark } from '../stats/sheet-id.ts';
import type { TableHead, TableRow } from '../table.ts';

/** Headings of our own, before those of the file. */
export const rejectedLead = ['row', 'code', 'column', 'message', 'fix'] as const;

/** The same in the workbook that Vietnamese clerks mend. */
export const rejectedLeadVi = [
  'Dòng gốc',
  'Mã lỗi',
  'Cột bị lỗi',
  'Lý do bị loại',
  'Cách sửa',
] as const;

export function isMendedList({ columns }: Pick<TableHead, 'columns'>): boolean {
  return [rejectedLead, rejectedLeadVi].some((lead) =>
    lead.every((heading, at) => columns[at] === heading),
  );
}

/** What stands under `row`: for a row without any id with the import that rejected it first. */
export function originCell(row: number, batch: string | null): string {
  return batch === null ? String(row) : `${batch}:${row}`;
}

/** The row in that cell; not a number: none. */
export function originRow(cell: string): number {
  return Number(/(?:^|:)(\d{1,9})$/.exec(cell)?.[1] ?? 'none');
}

/** That cell of a row without any id; null: the row has one, or the file is not such a list. */
export function originReader(head: Pick<TableHead, 'columns'>): (row: TableRow) => string | null {
  if (!isMendedList(head)) return () => null;
  return ({ cells }) => origin(cells[0] ?? '');
}

/** What stands under `row`, when it says which import rejected the row. */
export function origin(cell: string): string | null {
  const text = cell.trim();
  return /^.+:\d{1,9}$/.test(text) ? text : null;
}

/** The same as what stands for a reply. */
export function originReply(cell: string | null): string | null {
  return cell === null ? null : rowMark + cell;
}
