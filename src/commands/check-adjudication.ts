/** The adjudication workbook is written anew at every comparison, and what people have written into it is kept. */
import { refilled } from '../check/adjudication.ts';
import type { Io } from '../io.ts';
import type { Page } from '../page.ts';
import { sha256 } from '../returns/batch-id.ts';
import { correctionLines, isCorrections } from '../returns/corrections-file.ts';
import type { Table } from '../table.ts';
import type { Written } from './check-read.ts';
import { say } from './say.ts';

export interface KeptAdjudication {
  readonly page: Page;
  /** Lines taken over from the workbook that stands there. */
  readonly kept: number;
  /** The old workbook under a name of its own, where not all of it could be taken over; null: it could. */
  readonly aside: Written | null;
}

/** `page` with what is filled in at `path`; a workbook that cannot be read, or not wholly, is kept beside it. */
export async function keptAdjudication(
  path: string,
  page: Page,
  io: Io,
): Promise<KeptAdjudication> {
  if ((await io.stat(path))?.kind !== 'file') return { page, kept: 0, aside: null };
  const content = await io.read(path);
  const table = await tableIn(content, path);
  const lines = table === null ? null : correctionLines(table);
  const found =
    table === null || lines === null || !lines.ok
      ? { page, kept: 0, left: table?.rows.length === 0 ? 0 : 1 }
      : refilled(
          page,
          lines.value.map((line) => {
            const { sheet, unit, questions, next, why, by } = line;
            const more = hasMore(table, page, line.row);
            return { sheet, unit, questions, next, why, by, hasMore: more };
          }),
        );
  const aside = found.left === 0 ? null : { path: asideName(path, content), content };
  return { page: found.page, kept: found.kept, aside };
}

export function sayKept({ kept, aside }: KeptAdjudication, path: string, io: Io): void {
  if (kept > 0) {
    say(io, {
      vi: `Bảng phân xử đang điền dở: ${kept} dòng đã điền được giữ nguyên trong ${path}.`,
      en: `Somebody has filled in the adjudication workbook: its ${kept} written lines stand in ${path} as they were.`,
    });
  }
  if (aside !== null) {
    say(io, {
      vi: `Bảng phân xử trước đó được giữ ở ${aside.path}: có chỗ đã điền mà bảng mới không còn dòng hay cột ấy (thường là dòng đã phân xử xong).`,
      en: `The adjudication workbook as it was is kept in ${aside.path}: something is written there that the new one has no line or column for (most often a difference that is settled).`,
    });
  }
}

/** Null: it cannot be read as what it was, or a cell of it cannot. */
async function tableIn(content: Uint8Array, path: string): Promise<Table | null> {
  const { parseTable } = await import('../formats/read-table.ts');
  const read = await parseTable(content, path);
  if (!read.ok || !isCorrections(read.value)) return null;
  return read.value.rows.every(({ faults }) => faults.length === 0) ? read.value : null;
}

/** In either language the columns of the page stand in its order; what is beyond them somebody has added. */
function hasMore({ columns }: Table, page: Page, { cells }: Table['rows'][number]): boolean {
  return columns.some((_, at) => at >= page.columns.length && (cells[at] ?? '') !== '');
}

/** Under `earlier/`, named after what is in it: the same workbook is kept once. */
function asideName(path: string, content: Uint8Array): string {
  return path.replace(/([^/\\]+)\.xlsx$/, `earlier/$1-${sha256(content).slice(0, 12)}.xlsx`);
}
