/** Rates of the cost estimate (dự toán), as the normalised plan holds them. */
import type { GroupId } from './plan.ts';

export interface Costs {
  /** As printed: `đồng`. */
  readonly currency: string;
  readonly items: readonly CostItem[];
  /** What the document prints as the total; null: not printed. */
  readonly stated: number | null;
}

export interface CostItem {
  readonly name: string;
  /** Whole units of the currency for one. */
  readonly rate: number;
  /** Unit of measure as printed (`lớp`); null: what `per` says. */
  readonly measure: string | null;
  /** `printed` counts spares too; `day` is an enumerator's day of `formsPerDay` forms, rounded up for each quota row. */
  readonly per: 'printed' | 'issued' | 'reply' | 'day' | 'packet' | 'survey';
  /** Only for `day`. */
  readonly formsPerDay: number | null;
  /** How many of it, where it is charged several times (`survey` only); 1 otherwise. */
  readonly times: number;
  readonly groups: readonly GroupId[];
}
