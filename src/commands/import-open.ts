/** A file whose headings are there: understood, adapted where it is an export, the writer set up behind the checks. */
import { hasErrors } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import { excludedWatch } from '../returns/excluded-rows.ts';
import type { Adapted } from '../returns/exports.ts';
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
  writer: StageWriter | null;
  adapted: Adapted | null;
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
  const writer = stageWriter(stage, readHead, context, io);
  staged.writer = writer;
  const output: RowOutput = {
    accept: (rating) => {
      notes.accept(rating);
      writer.output.accept(rating);
    },
    reject: (row, reasons) => {
      notes.reject(reasons);
      writer.output.reject(row, reasons);
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
  if (fields.has('invitation')) fields.add('reply');
  context.push(...contextColumns.filter((column) => fields.has(column)));
  const excluded = excludedWatch(known, readHead, held.earlier);
  const value = { intake: intake.value, adapted, excluded, pause: writer.pause };
  return { ok: true, value, findings: all };
}
