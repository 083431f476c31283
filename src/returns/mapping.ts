/**
 * How the columns of one export are read: `mappings/<name>.yaml` in the survey folder. It is written when an
 * export is first recognised, a person may correct it, and every later export with these headings is read by it.
 */
import type { Where } from '../findings/finding.ts';
import type { FormId, GroupId, QuestionId, UnitId } from '../plan/plan.ts';
import type { DateFormat } from '../table/date-text.ts';
import type { Field } from './fields.ts';

export const exportKinds = ['kobo', 'odk', 'limesurvey', 'google-forms', 'table'] as const;

/** Who wrote the file; `table`: any other table, read by a mapping that a person wrote. */
export type ExportKind = (typeof exportKinds)[number];

/** What one column holds. */
export type Meaning =
  | { readonly kind: 'ignored' }
  | { readonly kind: 'field'; readonly field: Field }
  | {
      readonly kind: 'question';
      /** Several where forms ask the same words under different ids; the form of a row tells which. */
      readonly ids: readonly QuestionId[];
      /** The column says only whether this option of a multiple choice was ticked. */
      readonly option: string | null;
      /** The column is about this unit alone: a grid written wide. */
      readonly unit: UnitId | null;
    };

export interface Mapping {
  /** Of the file it was read from: `kobo-phieu-01`. */
  readonly name: string;
  readonly export: ExportKind;
  /** By heading. */
  readonly columns: ReadonlyMap<string, Meaning>;
  /** By question: what stands in the file → option code. */
  readonly values: ReadonlyMap<QuestionId, ReadonlyMap<string, string>>;
  /** Rows left out: by heading, the texts that say so; the empty text is a blank cell. */
  readonly exclude: ReadonlyMap<string, readonly string[]>;
  /** The group and the form of all rows, where no column and no option says them. */
  readonly group: GroupId | null;
  readonly form: FormId | null;
  /** How dates stand in the file; null: as the export usually writes them. */
  readonly dates: DateFormat | null;
  /** Whether times without a zone are UTC or Vietnam time. */
  readonly times: 'utc' | 'local';
  /** The decimal mark of numbers. */
  readonly decimal: 'comma' | 'point' | null;
  /** Where a heading stands in the mapping file; null in a mapping that was not read from one. */
  readonly whereHeading: ((heading: string) => Where) | null;
}
