/** The files of an import while they are written, row by row, into the folder that becomes its batch. */
import { join } from 'node:path';
import type { FileSink, Io } from '../io.ts';
import type { BatchRecord, Rating } from '../returns/batch.ts';
import { answersFile } from '../returns/batch-id.ts';
import { LineBytes } from '../returns/line-bytes.ts';
import { type ContextColumn, type RatingWriter, ratingWriter } from '../returns/rating-lines.ts';
import { type RejectedMark, rejectedWriter } from '../returns/rejected.ts';
import type { RowOutput } from '../returns/row-intake.ts';
import type { TableHead } from '../table.ts';

export const rejectedFile = 'rejected.csv';

export interface StageWriter {
  readonly output: RowOutput;
  /** Writes what has gathered; null: too little to be worth it. */
  readonly pause: () => Promise<void> | null;
  /** Writes the rest and closes the files: those that the record lists. */
  readonly close: () => Promise<readonly StagedFile[]>;
  /** Closes what is open, whatever becomes of it. */
  readonly abandon: () => Promise<void>;
  /** Rejected cells, for marking them in the clerk's workbook; after the last row. */
  readonly marks: () => readonly RejectedMark[];
}

export interface StagedFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Accepted rows in it; null for the rejected ones, which the record does not list. */
  readonly rows: number | null;
}

/** Bytes that are worth a write. */
const worthWriting = 1 << 18;

/** One file that grows. */
interface Growing {
  readonly pending: LineBytes;
  rows: number;
  sink: FileSink | null;
}

export function stageWriter(
  stage: string,
  head: TableHead,
  context: readonly ContextColumn[],
  /** Of the import. */
  id: string,
  io: Io,
): StageWriter {
  const files = new Map<string, Growing>();
  const leftOver: { name: string; file: Growing }[] = [];
  const writers = new Map<string, { readonly writer: RatingWriter; readonly file: Growing }>();
  let rejected = rejectedWriter(head, io.lang);
  const begin = (name: string, header: string): Growing => {
    const file: Growing = { pending: new LineBytes(), rows: 0, sink: null };
    file.pending.text(header);
    files.set(name, file);
    return file;
  };
  const answersOf = (rating: Rating) => {
    const { form, questions } = rating;
    const before = writers.get(form);
    if (before !== undefined) return before;
    const writer = ratingWriter(questions, context);
    const one = { writer, file: begin(answersFile(form), `${writer.header}\n`) };
    writers.set(form, one);
    return one;
  };
  const reject: RowOutput['reject'] = (row, reasons, nameless = null): void => {
    const file = files.get(rejectedFile) ?? begin(rejectedFile, rejected.header());
    file.pending.text(
      rejected.line(row, reasons, nameless === null ? null : (nameless.batch ?? id)),
    );
    file.rows += 1;
  };
  const flush = async (): Promise<void> => {
    // A first reading that proved wrong is begun anew, also where no row is left for its file.
    for (const { name, file } of leftOver.splice(0)) {
      if (file.sink === null) continue;
      await file.sink.close();
      await io.remove(join(stage, name));
    }
    for (const [name, file] of files) {
      if (file.pending.length === 0) continue;
      file.sink ??= await io.sink(join(stage, name), false);
      await file.sink.write(file.pending.view());
      file.pending.clear();
    }
  };
  const pending = (): number => {
    let bytes = 0;
    for (const file of files.values()) bytes += file.pending.length;
    return bytes;
  };
  return {
    output: {
      accept: (rating) => {
        const { writer, file } = answersOf(rating);
        writer.put(file.pending, rating);
        file.rows += 1;
      },
      reject,
      restart: () => {
        for (const [name, file] of files) leftOver.push({ name, file });
        files.clear();
        writers.clear();
        rejected = rejectedWriter(head, io.lang);
      },
    },
    pause: () => (pending() < worthWriting ? null : flush()),
    close: async () => {
      await flush();
      const closed: StagedFile[] = [];
      for (const [name, file] of files) {
        const { sink, rows } = file;
        file.sink = null;
        const { sha256 = '', bytes = 0 } = (await sink?.close()) ?? {};
        closed.push({ name, sha256, bytes, rows: name === rejectedFile ? null : rows });
      }
      return closed;
    },
    abandon: async () => {
      for (const { file } of leftOver) await file.sink?.close().catch(() => undefined);
      for (const file of files.values()) await file.sink?.close().catch(() => undefined);
    },
    marks: () => rejected.marks,
  };
}

/** The files as the record lists them: the data, not what is for people. */
export function listedFiles(files: readonly StagedFile[]): BatchRecord['files'] {
  return files.flatMap(({ name, sha256, rows }) => (rows === null ? [] : [{ name, sha256 }]));
}
