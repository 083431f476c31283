/**
 * An official document as it will be set on paper: one value feeds Word and PDF, so both say the same.
 * Layout follows Nghị định 30/2020/NĐ-CP, Annex I; the renderers own sizes and spacing.
 */

import type { HeadLine, Page, Signer } from '../page.ts';
import type { IsoDate } from '../plan/plan.ts';

export interface OfficialDocument {
  /** Properties of the file: never the clock's date, so that the same plan gives the same bytes. */
  readonly file: { readonly title: string; readonly author: string; readonly created: IsoDate };
  /** At the head of every sheet of paper: the warning on a rehearsal; null for none. */
  readonly mark: string | null;
  readonly head: DocumentHead;
  /** `KẾ HOẠCH` */
  readonly kind: string;
  readonly abstract: string;
  readonly body: readonly Block[];
  /** The last paragraph, which ends with ./. and stays on the sheet of the signature. */
  readonly closing: string;
  /** “Nơi nhận:”, line by line, each with the mark it ends with. */
  readonly recipients: readonly string[];
  readonly signer: Signer;
  readonly annexes: readonly Annex[];
}

/** Two columns: the agency and the number; the name of the state and the place with the date. */
export interface DocumentHead {
  readonly agency: readonly HeadLine[];
  readonly state: readonly HeadLine[];
  readonly number: string;
  readonly date: string;
}

/** `no`: the number or dash before the text; Word sets it by itself, the typesetter is told. */
export type Block =
  | { readonly kind: 'basis' | 'paragraph'; readonly text: string }
  | { readonly kind: 'section' | 'clause' | 'item'; readonly no: string; readonly text: string }
  | { readonly kind: 'table'; readonly table: Table };

/** The table of a page; title, notes and signatures stand around it as blocks. */
export type Table = Pick<Page, 'columns' | 'rows'>;

export interface Annex {
  /** `Phụ lục`, or `Phụ lục II` where there are several. */
  readonly label: string;
  readonly title: string;
  /** “(Kèm theo Kế hoạch số …)” */
  readonly attached: string;
  readonly orientation: Page['orientation'];
  readonly blocks: readonly Block[];
}
