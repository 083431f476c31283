/**
 * The draw within one quota row.
 *
 * Divided rows: sizes of the parts first (in proportion to their people, largest remainder; or equal parts where the rule
 * counts by division), then a draw in each part with a stream of its own. Whoever deals with several units, where the plan
 * prefers such people, is taken before the others.
 */
import { compareText, type Person } from '../people.ts';
import type { Select } from '../plan/plan.ts';
import { allocate } from '../stats/allocate.ts';
import { type Exact, exact } from '../stats/exact.ts';
import { randomStream } from '../stats/random.ts';
import { drawWithReserve, type SelectionItem } from '../stats/select.ts';
import type { Part, RowFrame } from './frame.ts';

export interface DrawnPerson {
  readonly person: Person;
  readonly role: 'drawn' | 'reserve' | 'listed';
  /** From 1, in the order of the draw, within its row and role. */
  readonly order: number;
  /** Of its stratum or division; blank where the row is not divided. */
  readonly part: string;
  /** Chance to be drawn within the row, 0–1; null for people whom somebody else has chosen. */
  readonly chance: Exact | null;
  /** The same times the chance of the row's place; null where the place was not chosen by chance. */
  readonly inclusion: Exact | null;
}

export interface DrawSettings {
  readonly seed: string;
  /** The group as written: the name of its streams. */
  readonly group: string;
  readonly select: Select;
  /** Column of `select.size`, and columns of `select.order`. */
  readonly sizeColumn: number;
  readonly orderColumns: readonly number[];
  readonly preferred: ReadonlySet<Person>;
}

/** Whether anything is left to chance there. */
export function needsChance({ row, people }: RowFrame): boolean {
  return !row.census && row.size !== null && row.size > 0 && people.length > row.size;
}

/** Everybody of a census; otherwise so many of each part, and the reserve. At most as many as there are. */
export function drawRow(frame: RowFrame, settings: DrawSettings): readonly DrawnPerson[] {
  const { row, people, parts, target } = frame;
  const take = Math.min(row.size ?? 0, people.length);
  const reserve = Math.min(row.reserve, people.length - take);
  const sizes = sharesOf(frame, parts, take);
  const left = parts.map((part, at) => part.people.length - (sizes[at] ?? 0));
  const reserves = shareOut(reserve, parts, left);
  const name = ['people', settings.group, target];
  const drawn = parts.map((part, at) => {
    const stream = randomStream(settings.seed, ...name, ...(part.key === '' ? [] : [part.key]));
    const numbers = { take: sizes[at] ?? 0, reserve: reserves[at] ?? 0 };
    return drawPart(part, numbers, stream, row.census ? everybody(settings) : settings);
  });
  const place = row.target.kind === 'place' ? row.inclusion : exact(1);
  const numbered = (role: 'drawn' | 'reserve'): readonly DrawnPerson[] =>
    drawn
      .flatMap((part, at) => part[role].map((one) => ({ ...one, part: parts[at]?.label ?? '' })))
      .map(({ person, chance, part }, at) => {
        const inclusion = place === null ? null : chance.mul(place);
        return { person, role, order: at + 1, part, chance, inclusion };
      });
  return [...numbered('drawn'), ...numbered('reserve')];
}

/** A census draws nobody, so no size counts. */
function everybody(settings: DrawSettings): DrawSettings {
  return { ...settings, select: { ...settings.select, how: 'random' } };
}

/** Everybody there, as whoever made the list has chosen them. */
export function listedRow({ people, parts }: RowFrame): readonly DrawnPerson[] {
  const labels = new Map(parts.flatMap(({ label, people: own }) => own.map((one) => [one, label])));
  return people.map((person, at) => {
    const part = labels.get(person) ?? '';
    return { person, role: 'listed', order: at + 1, part, chance: null, inclusion: null };
  });
}

/** How many of each part: equal where the rule counts by division, else in proportion. */
function sharesOf({ perPart }: RowFrame, parts: readonly Part[], take: number): readonly number[] {
  const most = parts.map(({ people }) => people.length);
  return shareOut(take, parts, most, perPart === null ? most : parts.map(() => 1));
}

/** Never more than there are in all: whoever calls sees to it. */
function shareOut(
  total: number,
  parts: readonly Part[],
  most: readonly number[],
  weights: readonly number[] = most,
): readonly number[] {
  const shared = allocate(
    total,
    parts.map(({ key }, at) => ({
      id: key,
      weight: exact(weights[at] ?? 0),
      min: 0,
      max: most[at] ?? 0,
    })),
  );
  if (!shared.ok) throw new Error(`${total} people cannot be shared out: ${shared.problem.kind}`);
  return shared.sizes;
}

interface DrawnPart {
  readonly drawn: readonly { readonly person: Person; readonly chance: Exact }[];
  readonly reserve: readonly { readonly person: Person; readonly chance: Exact }[];
}

function drawPart(
  { people }: Part,
  numbers: { readonly take: number; readonly reserve: number },
  random: ReturnType<typeof randomStream>,
  settings: DrawSettings,
): DrawnPart {
  const ordered = inOrder(people, settings);
  const preferred = ordered.filter((person) => settings.preferred.has(person));
  if (preferred.length <= numbers.take) {
    return drawAmong(ordered, numbers, random, settings, new Set(preferred));
  }
  // More of them than are asked for: the draw is among them, and the others only fill up the reserve.
  const reserve = Math.min(numbers.reserve, preferred.length - numbers.take);
  const first = drawAmong(preferred, { take: numbers.take, reserve }, random, settings, new Set());
  const others = ordered.filter((person) => !settings.preferred.has(person));
  const rest = { take: 0, reserve: numbers.reserve - reserve };
  const more = drawAmong(others, rest, random, settings, new Set());
  return { drawn: first.drawn, reserve: [...first.reserve, ...more.reserve] };
}

function drawAmong(
  people: readonly Person[],
  numbers: { readonly take: number; readonly reserve: number },
  random: ReturnType<typeof randomStream>,
  { select, sizeColumn }: DrawSettings,
  certain: ReadonlySet<Person>,
): DrawnPart {
  const items = people.map((person): SelectionItem => {
    const size = Number(person.cells[sizeColumn] ?? '1');
    return { size: exact(select.how === 'pps' ? size : 1) };
  });
  const sure = new Set(people.flatMap((person, at) => (certain.has(person) ? [at] : [])));
  const { drawn, reserve } = drawWithReserve(select.how, items, numbers, random, sure);
  const named = (chosen: typeof drawn): DrawnPart['drawn'] =>
    chosen.flatMap(({ index, inclusion }) => {
      const person = people[index];
      return person === undefined ? [] : [{ person, chance: inclusion }];
    });
  return { drawn: named(drawn), reserve: named(reserve) };
}

/**
 * By the columns of `order`, numbers as numbers; people equal in them stand by content. A systematic draw without such
 * columns goes by the file's own order, every other draw by content.
 */
function inOrder(people: readonly Person[], settings: DrawSettings): readonly Person[] {
  const { select, orderColumns } = settings;
  if (orderColumns.length === 0) {
    return select.how === 'systematic' ? people.toSorted((a, b) => a.row - b.row) : people;
  }
  return people.toSorted((one, other) => {
    for (const column of orderColumns) {
      const found = compareCells(one.cells[column] ?? '', other.cells[column] ?? '');
      if (found !== 0) return found;
    }
    return 0;
  });
}

function compareCells(one: string, other: string): number {
  const numbers = /^\d{1,15}$/;
  if (numbers.test(one) && numbers.test(other)) return Number(one) - Number(other);
  return compareText(one.toLowerCase(), other.toLowerCase());
}
