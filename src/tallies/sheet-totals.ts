/** Returned and valid sheets by quota row and by day, and void ones by reason. A sheet is valid when any of its ratings is. */
import { borrowedFrom } from '../plan/borrowed.ts';
import type { FormId, GroupId, PlaceId, Plan, UnitId } from '../plan/plan.ts';
import type { Rating } from '../returns/batch.ts';
import { intList } from '../stats/int-list.ts';
import type { DayCount, VoidCount } from '../tallies.ts';
import { byTexts } from './by-texts.ts';
import { compare, positions } from './order.ts';

export interface Target {
  readonly group: GroupId;
  readonly form: FormId;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
}

export interface TargetTotal extends Target {
  readonly returned: number;
  readonly valid: number;
}

export interface SheetTotals {
  /** A rating of the sheet of this number; `isNew`: its first. */
  readonly of: (sheet: number, isNew: boolean, rating: Rating) => void;
  /** A rating that is a sheet by itself. */
  readonly single: (rating: Rating) => void;
  readonly targets: () => readonly TargetTotal[];
  /** `tallied`: forms that paper tallies count, which say no day. */
  readonly days: (tallied: readonly TargetTotal[]) => readonly DayCount[];
  readonly voids: () => readonly VoidCount[];
}

interface Day {
  returned: number;
  valid: number;
}

interface Counted extends Target {
  returned: number;
  valid: number;
  /** By day; the empty text where none is written. */
  readonly days: Map<string, Day>;
  readonly voids: Map<string, number>;
}

/** A group that another survey asked has no sheets of ours. */
export function sheetTotals(plan: Plan): SheetTotals {
  const borrowed = new Set(
    plan.groups.filter((group) => borrowedFrom(group) !== null).map(({ id }) => id),
  );
  const targets = new Map<string, Counted>();
  const found = byTexts<Counted>();
  /** Of each sheet: the void reason it is counted under, from 1; 0 when it is valid. And the earliest day of its ratings. */
  const [standing, dayOf] = [intList(), intList()];
  const reasons = numbered();
  const days = numbered();
  const targetOf = ({ group, form, from: { unit, place } }: Rating): Counted => {
    const before = found.get(group, unit ?? '', place ?? '');
    if (before !== undefined) return before;
    const counted = { group, form, unit, place, returned: 0, valid: 0, days: new Map() };
    const target: Counted = { ...counted, voids: new Map() };
    targets.set(targetKey(target), target);
    found.set(group, unit ?? '', place ?? '', target);
    return target;
  };
  const dayIn = (target: Counted, day: string): Day => {
    const before = target.days.get(day);
    if (before !== undefined) return before;
    const first = { returned: 0, valid: 0 };
    target.days.set(day, first);
    return first;
  };
  const single = (rating: Rating): void => {
    if (borrowed.has(rating.group)) return;
    const target = targetOf(rating);
    const day = dayIn(target, dayText(rating));
    target.returned += 1;
    day.returned += 1;
    if (rating.voidReason === null) {
      target.valid += 1;
      day.valid += 1;
    } else addVoid(target, rating.voidReason, 1);
  };
  const nowValid = (sheet: number, rating: Rating): void => {
    const target = targetOf(rating);
    const why = reasons.at(standing.at(sheet) - 1);
    addVoid(target, why, -1);
    target.valid += 1;
    dayIn(target, days.at(dayOf.at(sheet))).valid += 1;
    standing.set(sheet, 0);
  };
  /** The rows of a sheet may lie in several imports, whose names must not decide its day. */
  const nowEarlier = (sheet: number, rating: Rating, day: string): void => {
    const target = targetOf(rating);
    const valid = standing.at(sheet) === 0 ? 1 : 0;
    const before = dayIn(target, days.at(dayOf.at(sheet)));
    before.returned -= 1;
    before.valid -= valid;
    const own = dayIn(target, day);
    own.returned += 1;
    own.valid += valid;
    dayOf.set(sheet, days.of(day));
  };
  return {
    of: (sheet, isNew, rating) => {
      if (isNew) {
        standing.push(rating.voidReason === null ? 0 : reasons.of(rating.voidReason) + 1);
        dayOf.push(days.of(dayText(rating)));
        single(rating);
        return;
      }
      if (borrowed.has(rating.group)) return;
      const day = dayText(rating);
      const before = days.at(dayOf.at(sheet));
      if (day !== '' && (before === '' || day < before)) nowEarlier(sheet, rating, day);
      if (rating.voidReason === null && standing.at(sheet) > 0) nowValid(sheet, rating);
    },
    single,
    targets: () => [...targets.values()],
    days: (tallied) => {
      const all = new Map(
        [...targets].map(([key, { days: own, ...about }]) => [
          key,
          { ...about, days: new Map(own) },
        ]),
      );
      for (const { returned, valid, ...about } of tallied) {
        const key = targetKey(about);
        const target = all.get(key) ?? {
          ...about,
          returned,
          valid,
          days: new Map(),
          voids: new Map(),
        };
        const undated = target.days.get('') ?? { returned: 0, valid: 0 };
        target.days.set('', {
          returned: undated.returned + returned,
          valid: undated.valid + valid,
        });
        all.set(key, target);
      }
      return dayCounts(plan, [...all.values()]);
    },
    voids: () =>
      [...targets.values()].flatMap(({ group, unit, voids }) =>
        [...voids].flatMap(([reason, count]) =>
          count > 0 ? [{ group, unit, reason, count }] : [],
        ),
      ),
  };
}

function addVoid({ voids }: Counted, reason: string, count: number): void {
  voids.set(reason, (voids.get(reason) ?? 0) + count);
}

/** The day of a rating; the empty text where none is written. A text that is cut is a new one, and slow to look up. */
function dayText({ at }: Rating): string {
  if (at === null) return '';
  return at.length > dayLength ? at.slice(0, dayLength) : at;
}

const dayLength = 'yyyy-MM-dd'.length;

function targetKey({ group, unit, place }: Pick<Target, 'group' | 'unit' | 'place'>): string {
  return `${group}\n${unit ?? ''}\n${place ?? ''}`;
}

/** Texts that come again and again, by a number from 0. */
function numbered() {
  const numbers = new Map<string, number>();
  const texts: string[] = [];
  return {
    of: (text: string): number => {
      const before = numbers.get(text);
      if (before !== undefined) return before;
      numbers.set(text, texts.length);
      return texts.push(text) - 1;
    },
    at: (number: number): string => texts[number] ?? '',
  };
}

function dayCounts(plan: Plan, targets: readonly Counted[]): readonly DayCount[] {
  const order = targetOrder(plan);
  return [...targets]
    .sort((one, other) => compare(order(one), order(other)))
    .flatMap(({ group, unit, place, days }) =>
      [...days]
        .filter(([, { returned }]) => returned > 0)
        .sort(([one], [other]) => (dayKey(one) < dayKey(other) ? -1 : 1))
        .map(([day, { returned, valid }]) => {
          return { day: day === '' ? null : day, group, unit, place, returned, valid };
        }),
    );
}

/** What has no day comes last. */
function dayKey(day: string): string {
  return day === '' ? '9' : `0${day}`;
}

/** Plan order of group, place and unit; what the plan does not have, and whole groups, first. */
export function targetOrder(
  plan: Plan,
): (target: Pick<Target, 'group' | 'unit' | 'place'>) => readonly number[] {
  const groups = positions(plan.groups);
  const units = positions(plan.units);
  const places = positions(plan.places);
  return ({ group, unit, place }) => [
    groups.get(group) ?? -1,
    place === null ? -1 : (places.get(place) ?? -1),
    unit === null ? -1 : (units.get(unit) ?? -1),
  ];
}
