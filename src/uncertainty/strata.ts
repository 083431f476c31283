/** Which respondents were drawn together: every sheet finds its seat, every seat its stratum and the draws of places that led to it. */
import type { Group, Plan } from '../plan/plan.ts';
import { targetId } from '../plan/target.ts';
import type { QuotaRow, Quotas } from '../quotas/quota.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import { type DrawStep, type PlaceDesign, placeDesign } from './place-design.ts';
import { rowPopulation } from './rows-about.ts';

/** What is known of a stratum beside its sheets. */
export interface StratumHead {
  readonly group: number;
  readonly row: string;
  readonly population: number | null;
  readonly census: boolean;
  readonly named: boolean;
  /** Of its clusters; null: it has none, and its sheets decide. */
  readonly draw: Pick<DrawStep, 'fraction' | 'drawn'> | null;
}

/** A row of the quota, or whatever else its sheets were found in. */
export interface Seat {
  /** Index into the heads. */
  readonly stratum: number;
  /** Unit or place, as id; empty: the whole group. */
  readonly row: string;
  readonly steps: readonly DrawStep[];
  /** How many there are to ask; null: not known. */
  readonly population: number | null;
}

export interface SheetStrata {
  /** In the order of groups and their rows. */
  readonly heads: readonly StratumHead[];
  readonly seats: readonly Seat[];
  /** By sheet: index into `seats`. */
  readonly seat: Int32Array;
}

/** A head while sheets are looked at. */
interface Found extends StratumHead {
  readonly order: number;
}

export function sheetStrata(plan: Plan, quotas: Quotas, ratings: Ratings): SheetStrata {
  const seat = new Int32Array(ratings.sheets).fill(-1);
  const finder = seatFinder(plan, quotas);
  for (const form of ratings.forms) {
    for (let row = 0; row < form.count; row++) {
      const sheet = form.sheet[row] as number;
      // The ratings of a grid share their sheet's seat.
      if ((seat[sheet] as number) < 0) seat[sheet] = finder.of(form, row);
    }
  }
  return { ...inOrder(finder.found, finder.seats), seat };
}

/** Numbered as they are met; the order of the sheets must not decide. */
function inOrder(
  found: readonly Found[],
  seats: readonly Seat[],
): Pick<SheetStrata, 'heads' | 'seats'> {
  const order = found
    .map((_, at) => at)
    .sort((one, other) => placeOf(found[one]) - placeOf(found[other]));
  const rank = new Int32Array(found.length);
  for (const [to, from] of order.entries()) rank[from] = to;
  return {
    heads: order.flatMap((at) => found[at] ?? []),
    seats: seats.map((seat) => ({ ...seat, stratum: rank[seat.stratum] as number })),
  };
}

function placeOf(found: Found | undefined): number {
  return found?.order ?? 0;
}

interface SeatFinder {
  readonly found: readonly Found[];
  readonly seats: readonly Seat[];
  /** Number of the seat. */
  readonly of: (form: FormRatings, row: number) => number;
}

function seatFinder(plan: Plan, quotas: Quotas): SeatFinder {
  const found: Found[] = [];
  const seats: Seat[] = [];
  const strata = new Map<string, number>();
  const numbers = new Map<string, number>();
  const rows = rowsById(quotas);
  const designs = plan.groups.map((group) => placeDesign(plan, group, quotas));
  const orders = ordersOf(plan);
  const seatAt = (group: number, id: string): Seat => {
    const of = plan.groups[group];
    if (of === undefined) return { stratum: 0, row: id, steps: [], population: null };
    const design = of.over.kind === 'places' ? designs[group]?.(id) : undefined;
    const quota = rows.get(`${of.id}\n${targetOf(of, id)}`);
    const head = headOf(group, id, quota, design);
    const isDrawn = head.draw !== null;
    const stratum = numberOf(strata, JSON.stringify([group, isDrawn, head.row]));
    const before = found[stratum];
    const place = group * orders.size + (orders.get(head.row) ?? 0);
    const order = 2 * place + (isDrawn ? 0 : 1);
    if (before === undefined) found.push({ ...head, order });
    else found[stratum] = { ...before, named: before.named || head.named };
    const population = quota === undefined ? null : rowPopulation(quota);
    return { stratum, row: id, steps: design?.steps ?? [], population };
  };
  return {
    found,
    seats,
    of: (form, row) => {
      const group = form.group[row] as number;
      const id = rowId(plan, form, row);
      const number = numberOf(numbers, `${group}\n${id}`);
      if (number === seats.length) seats.push(seatAt(group, id));
      return number;
    },
  };
}

function numberOf(numbers: Map<string, number>, key: string): number {
  const before = numbers.get(key);
  if (before !== undefined) return before;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

/** Whole groups first, then units, then places, each in the order of the plan. */
function ordersOf({ units, places }: Plan): ReadonlyMap<string, number> {
  const ids = ['', ...units.map(({ id }) => id), ...places.map(({ id }) => id)];
  return new Map(ids.map((id, at) => [id, at]));
}

/** Unit or place of the quota row; empty: the whole group, or it is not known where the sheet was found. */
function rowId(plan: Plan, form: FormRatings, row: number): string {
  const over = plan.groups[form.group[row] as number]?.over.kind ?? 'whole';
  if (over === 'whole') return '';
  if (over === 'places') return plan.places[form.fromPlace[row] as number]?.id ?? '';
  const from = form.fromUnit[row] as number;
  return plan.units[from < 0 ? (form.unit[row] as number) : from]?.id ?? '';
}

function rowsById({ rows }: Quotas): ReadonlyMap<string, QuotaRow> {
  return new Map(rows.map((row) => [`${row.group}\n${targetId(row)}`, row]));
}

function targetOf({ id: group, over }: Group, id: string): string {
  return { whole: `group:${group}`, units: `unit:${id}`, places: `place:${id}` }[over.kind];
}

function headOf(
  group: number,
  id: string,
  row: QuotaRow | undefined,
  design: PlaceDesign | undefined,
): StratumHead {
  const named = design?.named ?? false;
  const [first] = design?.steps ?? [];
  if (first !== undefined) {
    const alone = { population: null, census: false } as const;
    return { group, row: first.within, ...alone, named, draw: first };
  }
  return {
    group,
    row: id,
    population: row === undefined ? null : rowPopulation(row),
    census: row?.census ?? false,
    named,
    draw: null,
  };
}
