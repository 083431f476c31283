/** What the quota stage produces: how many sheets each group needs from each unit or place, and why. */
import type { Lang } from '../findings/finding.ts';
import type { GroupId, IsoDate, PlaceId } from '../plan/plan.ts';
import type { QuotaTarget } from '../plan/target.ts';
import type { Exact } from '../stats/exact.ts';

export type { QuotaTarget } from '../plan/target.ts';

export interface QuotaRow {
  readonly group: GroupId;
  readonly target: QuotaTarget;
  /** Name of the target as printed; a place carries the names above it. */
  readonly name: string;
  /** Sheets to issue (“drawn”); null while a list or a count that decides it is not there yet. */
  readonly size: number | null;
  /** Valid replies wanted (“target”): below `size` where a response rate is planned for. */
  readonly wanted: number | null;
  /** Further people to turn to, beyond `size`. */
  readonly reserve: number;
  /** What a formula or share gave before rounding and modifiers; null: the rule yields whole numbers. */
  readonly exact: Exact | null;
  /** Where the formula comes from; null: no formula. */
  readonly source: string | null;
  /** Whether everybody there is asked, so that nothing is left to sampling. */
  readonly census: boolean;
  /** By which the variance exceeds a simple random sample's; null: not stated. */
  readonly designEffect: Exact | null;
  /** Fewest and most replies that will be accepted, where a rule sets them (band); null: not limited. */
  readonly least: number | null;
  readonly most: number | null;
  /** How many people (households, dossiers, visitors) it is drawn from, when the plan knows. */
  readonly population: number | null;
  /** The rule in words, with its figures. */
  readonly reason: Readonly<Record<Lang, string>>;
  readonly send: IsoDate | null;
  /** Probability that the row's place is in the sample (all stages), 0–1; null: not chosen by chance, or no place. */
  readonly inclusion: Exact | null;
}

/** A place that a stage has chosen. */
export interface ChosenPlace {
  readonly place: PlaceId;
  /** Index into the rule's stages. */
  readonly stage: number;
  readonly role: PlaceRole;
  /** From 1, in the order of the draw, within its parent; the reserves are counted anew. */
  readonly order: number;
  /** So many of its level lie in its parent. */
  readonly among: number;
  /** Probability that a draw takes it (all stages so far), 0–1; null: not chosen by chance. */
  readonly inclusion: Exact | null;
  /** Of a place that stands in: the one that was drawn; else null. */
  readonly standsFor: PlaceId | null;
  /** Of a place that was replaced: why; else null. */
  readonly why: string | null;
}

/**
 * `replaced`: it was drawn, or held in reserve, and cannot be surveyed; `stand-in`: a reserve that came in for such a place.
 */
export type PlaceRole =
  | 'named'
  | 'purposive'
  | 'certain'
  | 'drawn'
  | 'stand-in'
  | 'reserve'
  | 'replaced';

/** Whether sheets go there, or further stages choose within it. */
export function isAsked({ role }: ChosenPlace): boolean {
  return role !== 'reserve' && role !== 'replaced';
}

export interface GroupQuota {
  readonly group: GroupId;
  readonly rows: readonly QuotaRow[];
  /** Of a selection by stages: every place chosen, stage by stage, and the reserves. */
  readonly places: readonly ChosenPlace[];
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
