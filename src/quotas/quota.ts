/** What the quota stage produces: how many sheets each group needs from each unit or place, and why. */
import type { Lang } from '../findings/finding.ts';
import type { GroupId, IsoDate, PlaceId, UnitId } from '../plan/plan.ts';

/** Who a quota row is for. */
export type QuotaTarget =
  | { readonly kind: 'group' }
  | { readonly kind: 'unit'; readonly unit: UnitId }
  | { readonly kind: 'place'; readonly place: PlaceId; readonly unit: UnitId | null };

export interface QuotaRow {
  readonly group: GroupId;
  readonly target: QuotaTarget;
  /** Name of the target as printed; a place carries the names above it. */
  readonly name: string;
  /** Sheets to issue; null while a list or a count that decides it is not there yet. */
  readonly size: number | null;
  /** Fewest and most replies that will be accepted, where a rule sets them (band); null: not limited. */
  readonly least: number | null;
  readonly most: number | null;
  /** How many people (households, dossiers, visitors) it is drawn from, when the plan knows. */
  readonly population: number | null;
  /** The rule in words, with its figures. */
  readonly reason: Readonly<Record<Lang, string>>;
  readonly send: IsoDate | null;
}

export interface GroupQuota {
  readonly group: GroupId;
  readonly rows: readonly QuotaRow[];
  /** Sum of the rows; null when any row is not known yet. */
  readonly total: number | null;
}

export interface Quotas {
  readonly groups: readonly GroupQuota[];
  /** All rows, group by group in the order of the plan. */
  readonly rows: readonly QuotaRow[];
  /** Sum of all groups; null when any is not known yet. */
  readonly total: number | null;
}
