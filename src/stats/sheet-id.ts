/** Who a sheet is: one rule for everything that counts sheets, compares them or names them. */
import { type Hash, textHash } from './text-hash.ts';

export interface SheetMarks {
  /** Printed serial. */
  readonly serial: string | null;
  /** Who a reply without one is. */
  readonly reply: string | null;
  /** Ids of replies are told apart within their group only: two online forms may both number theirs from 1. */
  readonly group: string | null;
}

/** What stands for a sheet or reply; null: nobody can tell it from others. No reply is taken for a serial. */
export function sheetId({ serial, reply, group }: SheetMarks): string | null {
  if (serial !== null) return serial;
  return reply === null ? null : `reply ${group ?? ''}\n${reply}`;
}

/** Stands before the hash of an invitation code, which no submission id looks like. */
export const codeMark = 'code:';

/** Stands before the import and row where a reply that carries no id was first met, and rejected. */
export const rowMark = 'row:';

/** The sheet as a message names it; an invitation code by the beginning of its hash. */
export function sheetShown({ serial, reply }: Pick<SheetMarks, 'serial' | 'reply'>): string {
  if (serial !== null) return serial;
  const id = reply ?? '';
  if (id.startsWith(codeMark)) return id.slice(0, codeMark.length + 8);
  return id.startsWith(rowMark) ? id.slice(rowMark.length) : id;
}

/** What may be said once: a sheet, or on a grid (`unit` not null) what the sheet says about one unit. */
export function subjectHash(sheet: string, unit: string | null): Hash {
  return textHash(unit === null ? sheet : `${sheet}\n${unit}`);
}
