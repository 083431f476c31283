/** Forms, their questions and the scales they are answered on, as the normalised plan holds them. */
import type { Exact } from '../stats/exact.ts';
import type { FormId, QuestionId } from './plan.ts';

export interface Scale {
  readonly id: string;
  readonly options: readonly Option[];
}

export interface Option {
  /** What stands in the data, e.g. `5`. */
  readonly code: string;
  readonly label: string;
  /** Percent of the maximum, 0–100; null: the answer says nothing (“no opinion”) and stays out of the base. */
  readonly points: Exact | null;
  /** Counts as satisfied / approving in a `share`. */
  readonly positive: boolean;
}

export interface Form {
  readonly id: FormId;
  /** As printed: `03/CCHC23-CCVC(SN)`. */
  readonly code: string;
  readonly title: string;
  /** Paragraph that asks for the answers. */
  readonly request: string | null;
  /** Lines under the title that say how to answer. */
  readonly howTo: string | null;
  readonly questions: readonly Question[];
}

export type QuestionKind = 'scale' | 'multiple' | 'number' | 'open';

/** What a figure may be; null: no bound. */
export interface NumberRange {
  readonly from: Exact | null;
  readonly to: Exact | null;
  /** Most decimals written. */
  readonly decimals: number;
}

export interface Question {
  readonly id: QuestionId;
  readonly text: string;
  /** Heading it stands under. */
  readonly section: string | null;
  /** One option of a scale, any number of them, a figure, or words written on dotted lines. */
  readonly kind: QuestionKind;
  /** Scale id, of `scale` and `multiple`; else null. */
  readonly scale: string | null;
  /** Of a `number` question; else null. */
  readonly range: NumberRange | null;
  /** Most options that may be chosen, of `multiple`; null: any number. */
  readonly atMost: number | null;
  /** `rating`: once for every unit rated; `sheet`: once on the sheet (about the respondent). */
  readonly per: 'rating' | 'sheet';
  /** False: asked, but no criterion is meant to use it. */
  readonly scored: boolean;
}
