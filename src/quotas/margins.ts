/**
 * Margins of error that are to be expected before fieldwork, for a proportion: of each quota row, of each group, and of each
 * unit over all groups that rate it. They are of the replies wanted, not of the sheets issued.
 */
import type { Group, GroupId, Plan, UnitId } from '../plan/plan.ts';
import { sumKnown } from '../stats/known.ts';
import { type MarginRow, stratifiedMargin } from '../stats/margin.ts';
import type { QuotaRow, Quotas } from './quota.ts';

/** Fractions from 0 to 1; one yardstick for all, whatever confidence a formula of the plan was given. */
export const assumed = { confidence: 0.95, proportion: 0.5 } as const;

export interface ExpectedMargin {
  /** Valid replies (of a unit: answers about it) that are wanted; null: not known yet. */
  readonly replies: number | null;
  /** N; null: not known, or (over several groups) people and dossiers cannot be added up. */
  readonly population: number | null;
  /** Half the width of the interval, 0–1; null: not known yet, or nobody is asked, or not in every part where there are people. */
  readonly margin: number | null;
  /** Everybody is asked, so nothing is left to sampling. */
  readonly census: boolean;
  /** Selected by stages without a stated design effect: the margin is at least this. */
  readonly lowerBound: boolean;
  /** Worked out as for a very large population, because an N is not known. */
  readonly uncorrected: boolean;
  /** In a part of the group nobody is asked, so that the replies do not speak for it. */
  readonly partly: boolean;
}

export interface Margins {
  /** As `Quotas.rows`. */
  readonly rows: readonly (ExpectedMargin & { readonly row: QuotaRow })[];
  /** As `Plan.groups`. */
  readonly groups: readonly (ExpectedMargin & { readonly group: Group })[];
  /** Units that are rated, in the order of the plan; `parts`: how many quota rows or selections it is made of. */
  readonly units: readonly (ExpectedMargin & { readonly unit: UnitId; readonly parts: number })[];
}

/** Replies that are drawn as one simple (or, with a design effect, cluster) sample. */
interface Stratum {
  readonly replies: number | null;
  readonly population: number | null;
  readonly census: boolean;
  readonly designEffect: number;
  readonly lowerBound: boolean;
}

type StrataByPeople = Map<GroupId, readonly Stratum[]>;

/** Everything is worked out from the rows, whatever rule made them. */
export function expectedMargins(plan: Plan, quotas: Quotas): Margins {
  const aboutUnits = new Map<UnitId, StrataByPeople>();
  const groups = plan.groups.map((group) => {
    const rows = quotas.groups.find((quota) => quota.group === group.id)?.rows ?? [];
    for (const [unit, strata] of strataByUnit(group, rows)) {
      const byPeople: StrataByPeople = aboutUnits.get(unit) ?? new Map();
      byPeople.set(group.people, larger(byPeople.get(group.people), strata));
      aboutUnits.set(unit, byPeople);
    }
    return { group, ...marginOf(strataOf(group, rows), 'population') };
  });
  return {
    rows: quotas.rows.map((row) => ({ row, ...marginOf([stratumOf(row)], 'population') })),
    groups,
    units: plan.units.flatMap(({ id }) => {
      const strata = [...(aboutUnits.get(id)?.values() ?? [])].flat();
      const made = { unit: id, parts: strata.length, ...marginOf(strata, 'replies') };
      return strata.length === 0 ? [] : [made];
    }),
  };
}

/** The same people on a second form are no second sample: the form that brings more answers about the unit stands. */
function larger(
  before: readonly Stratum[] | undefined,
  strata: readonly Stratum[],
): readonly Stratum[] {
  const answers = (of: readonly Stratum[]): number =>
    of.reduce((sum, { replies }) => sum + (replies ?? 0), 0);
  return before === undefined || answers(strata) > answers(before) ? strata : before;
}

/** The answers of a group about each unit: of its own row, its own places, or of the whole group where all its sheets rate it. */
function strataByUnit(
  group: Group,
  rows: readonly QuotaRow[],
): ReadonlyMap<UnitId, readonly Stratum[]> {
  if (group.about.kind === 'units') {
    const strata = strataOf(group, rows);
    return new Map(group.about.units.map((unit) => [unit, strata]));
  }
  const byUnit = new Map<UnitId, QuotaRow[]>();
  for (const row of rows) {
    const unit = row.target.kind === 'group' ? null : row.target.unit;
    if (unit === null) continue;
    const own = byUnit.get(unit);
    if (own === undefined) byUnit.set(unit, [row]);
    else own.push(row);
  }
  return new Map([...byUnit].map(([unit, own]) => [unit, strataOf(group, own)]));
}

/** Rows are strata of their group; places that were themselves chosen are clusters of one sample. */
function strataOf({ quota }: Group, rows: readonly QuotaRow[]): readonly Stratum[] {
  if (quota.rule !== 'stages') return rows.map(stratumOf);
  return [
    {
      replies: sumKnown(rows.map(({ wanted }) => wanted)),
      // What is known is the population of the chosen places, not of those they stand for.
      population: null,
      census: false,
      designEffect: quota.designEffect?.valueOf() ?? 1,
      lowerBound: quota.designEffect === null,
    },
  ];
}

/** Within a place people are drawn as they are: the design effect of the selection of places is none of theirs. */
function stratumOf(row: QuotaRow): Stratum {
  const { wanted, population, census } = row;
  const isPlace = row.target.kind === 'place';
  const designEffect = isPlace ? 1 : (row.designEffect?.valueOf() ?? 1);
  return { replies: wanted, population, census, designEffect, lowerBound: false };
}

/**
 * `by`: rows of one group count by how many people they stand for, where that is known; groups by how many reply. Where nobody
 * lives, nobody need be asked; a group that does not rate a unit says nothing about it.
 */
function marginOf(parts: readonly Stratum[], by: 'population' | 'replies'): ExpectedMargin {
  const replies = sumKnown(parts.map((part) => part.replies));
  const asked = parts.filter((part) => part.replies !== 0);
  const weighed = by === 'population' && asked.length > 0;
  const unasked = weighed ? parts.filter(isUnasked) : [];
  const standing = [...asked, ...unasked];
  const rest = {
    replies,
    population: weighed ? peopleIn(standing) : null,
    census: asked.length > 0 && standing.every(isCensus),
    lowerBound: asked.some((part) => part.lowerBound),
    partly: unasked.length > 0,
  };
  const passedOver = unasked.some((part) => part.population !== null);
  if (replies === null || asked.length === 0 || passedOver) {
    return { ...rest, uncorrected: false, margin: null };
  }
  const uncorrected = asked.some((part) => part.population === null && !isCensus(part));
  if (rest.census) return { ...rest, uncorrected, margin: 0 };
  const weight = weighed && peopleIn(asked) !== null ? 'population' : 'replies';
  const margin = stratifiedMargin(asked.map(sampleOf), assumed, weight);
  return { ...rest, uncorrected, margin };
}

function peopleIn(parts: readonly Stratum[]): number | null {
  return sumKnown(parts.map(({ population }) => population));
}

function isUnasked({ replies, population }: Stratum): boolean {
  return replies === 0 && population !== 0;
}

/** A census is a sample of everybody, however many are expected to reply. */
function sampleOf({ replies, population, census, designEffect }: Stratum): MarginRow {
  const size = (census ? population : null) ?? replies ?? 0;
  return { size, population: census ? size : population, designEffect };
}

function isCensus({ replies, population, census }: Stratum): boolean {
  return census || (replies !== null && population !== null && replies >= population);
}
