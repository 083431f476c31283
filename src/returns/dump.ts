/** Accepted returns in one fixed order: the same store gives the same text wherever it was put together. */

import type { PageCell } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { answerTo } from '../stats/answers.ts';
import { missingKinds } from '../stats/missing.ts';
import type { BatchRecord, Rating, TallyEntry } from './batch.ts';

const targetColumns = ['form', 'group', 'unit'];
const ratingColumns = [
  ...targetColumns,
  ...['from_unit', 'from_place', 'serial', 'reply', 'void', 'at', 'collector', 'keyed_by'],
];
const tallyColumns = [...targetColumns, 'place', 'question', 'option', 'count'];
const sourceColumns = ['batch', 'row'];

/** What is put in order, and how far the plan and the texts of its cells put it. */
interface Held<T> {
  readonly rank: number;
  readonly key: string;
  readonly row: number;
  readonly made: T;
}

/** Rows that come in any order; `T` is what one is kept as, for a store may hold millions. */
export interface Dump<One, T> {
  readonly columns: readonly string[];
  readonly add: (one: One, record: Pick<BatchRecord, 'id'>) => void;
  /** To be called once, after the last. */
  readonly rows: () => Iterable<T>;
}

/** Ratings by form, group, unit and serial; one column for every question of the plan. */
export function ratingDump<T>(
  plan: Plan,
  make: (cells: readonly PageCell[]) => T,
): Dump<Rating, T> {
  const questions = [...new Set(plan.forms.flatMap((form) => form.questions.map(({ id }) => id)))];
  // A question may be called as one of our own columns.
  const taken = [...ratingColumns, ...sourceColumns];
  const headings = questions.map((id) => (taken.includes(id.toLowerCase()) ? `q:${id}` : id));
  const rows = ordered<T>(plan);
  return {
    columns: [...ratingColumns, ...headings, ...sourceColumns],
    add: (rating, { id }) => {
      const about = ratingCells(rating);
      const answers = questions.map((question) => answerTo(rating, question));
      const made = make([...about, ...answers, id, rating.row]);
      rows.add([...about, id], rating.row, made);
    },
    rows: rows.all,
  };
}

/** Paper tallies by form, group, unit and question, one row per option. */
export function tallyDump<T>(
  plan: Plan,
  make: (cells: readonly PageCell[]) => T,
): Dump<TallyEntry, T> {
  const rows = ordered<T>(plan);
  return {
    columns: [...tallyColumns, ...sourceColumns],
    add: (entry, { id }) => {
      for (const cells of tallyRows(entry)) {
        rows.add([...cells, id], entry.row, make([...cells, id, entry.row]));
      }
    },
    rows: rows.all,
  };
}

function ratingCells(rating: Rating): PageCell[] {
  const { form, group, unit, from, serial, reply, voidReason, at, collector, keyedBy } = rating;
  const people = [at, collector, keyedBy];
  return [form, group, unit, from.unit, from.place, serial, reply, voidReason, ...people];
}

/** Among the options of a multiple choice, how many forms chose at least one, as the store has it. */
function tallyRows(entry: TallyEntry): readonly PageCell[][] {
  const { form, group, unit, place, question, counts, answered, missing } = entry;
  const chosen = answered === null ? [] : [['(answered)', answered] as const];
  const without = missingKinds
    .filter((kind) => kind === 'blank' || missing[kind] > 0)
    .map((kind) => [`(${kind})`, missing[kind]] as const);
  const options = [...Object.entries(counts), ...chosen, ...without];
  return options.map(([option, count]) => [form, group, unit, place, question, option, count]);
}

/** Plan order of form, group and unit; then the other cells as text, and the row. */
function ordered<T>(plan: Plan): {
  readonly add: (cells: readonly PageCell[], row: number, made: T) => void;
  readonly all: () => Iterable<T>;
} {
  const order = [plan.forms, plan.groups, plan.units].map(
    (items) => new Map<PageCell, number>(items.map(({ id }, position) => [id, position])),
  );
  const held: Held<T>[] = [];
  const compare = (one: Held<T>, other: Held<T>): number => {
    if (one.rank !== other.rank) return one.rank - other.rank;
    if (one.key !== other.key) return one.key < other.key ? -1 : 1;
    return one.row - other.row;
  };
  return {
    add: (cells, row, made) => {
      const rank = order.reduce(
        (sum, places, at) => sum * (places.size + 1) + place(places, cells[at]),
        0,
      );
      // No stored text holds that character, and it comes before every other.
      const key = cells.slice(order.length).map(keyText).join('\0');
      held.push({ rank, key, row, made });
    },
    *all() {
      for (const { made } of held.sort(compare)) yield made;
    },
  };
}

function keyText(cell: PageCell): string {
  return cell === null ? '' : String(cell);
}

function place(positions: ReadonlyMap<PageCell, number>, id: PageCell | undefined): number {
  return positions.get(id ?? null) ?? positions.size;
}
