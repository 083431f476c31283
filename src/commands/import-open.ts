/** A file whose headings are there: understood, adapted where it is an export, the writer set up behind the checks. */
import { hasErrors } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import { excludedWatch } from '../returns/excluded-rows.ts';
import type { Adapted } from '../returns/exports.ts';
import { isMendedList } from '../returns/mended-rows.ts';
import { type ContextColumn, contextColumns } from '../returns/rating-lines.ts';
import type { RowOutput } from '../returns/row-intake.ts';
import { fileIntake } from '../returns/take.ts';
import type { TableHead } from '../table.ts';
import type { Import, ImportSource } from './import-file.ts';
import type { Opened } from './import-read.ts';
import { type StageWriter, stageWriter } from './import-stage.ts';
import type { ImportNotes } from './import-told.ts';

/** What is set up once the headings are there. */
export interface Seen {
  /** The id that the import gets. */
  id: string;
  writer: StageWriter | null;
  adapted: Adapted | null;
  /** Rows that carry no id came: those that were rejected are known by where they stand. */
  hasNameless: boolean;
}

export function openFile(
  { known, asked, held, mappings, io }: Import,
  source: ImportSource,
  head: TableHead,
  stage: string,
  notes: ImportNotes,
  staged: Seen,
): Checked<Opened> {
  const { adapted, findings } = mappings.read(head);
  staged.adapted = adapted;
  if (hasErrors(findings)) return { ok: false, findings };
  const readHead = adapted?.head ?? head;
  const context: ContextColumn[] = [];
  const writer = stageWriter(stage, readHead, context, staged.id, io);
  staged.writer = writer;
  const output: RowOutput = {
    accept: (rating) => {
      staged.hasNameless ||= rating.serial === null && rating.reply === null;
      notes.accept(rating);
      writer.output.accept(rating);
    },
    reject: (row, reasons, nameless) => {
      staged.hasNameless ||= nameless != null;
      notes.reject(reasons);
      writer.output.reject(row, reasons, nameless);
    },
    restart: () => {
      notes.restart();
      writer.output.restart();
    },
  };
  const options = {
    ...asked,
    group: asked.group ?? adapted?.mapping.group ?? null,
    form: asked.form ?? adapted?.mapping.form ?? null,
    decimal: asked.decimal ?? adapted?.mapping.decimal ?? null,
    dates: asked.dates ?? adapted?.mapping.dates ?? null,
    rehearsal: source.rehearsal,
  };
  const intake = fileIntake(known, readHead, options, held.earlier(), output);
  const all = [...findings, ...intake.findings];
  if (!intake.ok) return { ok: false, findings: all };
  const fields = new Set(intake.value.mapping.map(({ as }) => as));
  if (fields.has('invitation') || isMendedList(readHead)) fields.add('reply');
  context.push(...contextColumns.filter((column) => fields.has(column)));
  const excluded = excludedWatch(known, readHead, held.earlier);
  const value = { intake: intake.value, adapted, excluded, pause: writer.pause };
  return { ok: true, value, findings: all };
}
