/** To whom sheets go: a unit, a place of the sampling frame, or a group as a whole. */
import type { GroupId, PlaceId, UnitId } from './plan.ts';

/** Who a quota row is for. */
export type QuotaTarget =
  | { readonly kind: 'group' }
  | { readonly kind: 'unit'; readonly unit: UnitId }
  | { readonly kind: 'place'; readonly place: PlaceId; readonly unit: UnitId | null };

/** One id for each packet of a plan; the kind is part of it, for a unit and a group may share a name. */
export function targetId(row: { readonly group: GroupId; readonly target: QuotaTarget }): string {
  if (row.target.kind === 'unit') return `unit:${row.target.unit}`;
  if (row.target.kind === 'place') return `place:${row.target.place}`;
  return `group:${row.group}`;
}
