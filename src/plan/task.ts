/** Tasks, bodies, working days and dates that are printed twice, as the normalised plan holds them. */
import type { IsoDate } from './plan.ts';

export interface Task {
  readonly id: string;
  /** Its number as printed (`2.1`); null: none. */
  readonly no: string | null;
  readonly phase: string | null;
  readonly name: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly product: string | null;
  readonly from: IsoDate | null;
  readonly due: IsoDate | null;
  /** Dates that name a month only were filled with its first and last day. */
  readonly months: boolean;
  /**
   * Working days it takes, the first included; null: not said. Where `due` is not written it follows from this,
   * and `from` from the end of the tasks in `after`.
   */
  readonly days: number | null;
  /** Tasks that end before it begins. */
  readonly after: readonly string[];
  /** As the document words the time (“Tháng 12/2024”, “Thường xuyên”). */
  readonly when: string | null;
}

/** A date of the plan that the document prints a second time (annex, note), and what it must agree with. */
export interface StatedDate {
  /** Where it is printed: “Phụ lục, Lưu ý”. */
  readonly name: string;
  /** The day printed there, twice; or the first and last day of a month that is printed without a day. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly of:
    | { readonly kind: 'opens' | 'closes' | 'document' }
    | { readonly kind: 'task'; readonly task: string };
}

/** Days on which offices differ from the national calendar: swapped working days, local holidays. */
export interface Calendar {
  readonly closed: readonly IsoDate[];
  readonly open: readonly IsoDate[];
}
