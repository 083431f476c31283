/** Accepted returns in one fixed order: the same store gives the same text wherever it was put together. */

import type { PageCell } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { answerTo } from '../stats/answers.ts';
import { missingKinds } from '../stats/missing.ts';
import type { Batch, Rating, TallyEntry } from './batch.ts';
import type { StoredTable } from './stored.ts';

const ratingColumns = [
  'form',
  'group',
  'unit',
  'from_unit',
  'from_place',
  'serial',
  'reply',
  'void',
  'at',
  'collector',
  'keyed_by',
];
const tallyColumns = ['form', 'group', 'unit', 'place', 'question', 'option', 'count'];
const sourceColumns = ['batch', 'row'];

/** Ratings by form, group, unit and serial; one column for every question of the plan. */
export function dumpRatings(plan: Plan, batches: readonly Batch[]): StoredTable {
  const questions = [...new Set(plan.forms.flatMap((form) => form.questions.map(({ id }) => id)))];
  const rows = batches.flatMap(({ record, ratings }) =>
    ratings.map((rating): PageCell[] => [
      ...ratingCells(rating),
      ...questions.map((id) => answerTo(rating, id)),
      record.id,
      rating.row,
    ]),
  );
  // A question may be called as one of our own columns.
  const taken = [...ratingColumns, ...sourceColumns];
  const headings = questions.map((id) => (taken.includes(id.toLowerCase()) ? `q:${id}` : id));
  return {
    columns: [...ratingColumns, ...headings, ...sourceColumns],
    rows: inOrder(plan, rows, ratingColumns.length - 1),
  };
}

/** Paper tallies by form, group, unit and question, one row per option. */
export function dumpTallies(plan: Plan, batches: readonly Batch[]): StoredTable {
  const rows = batches.flatMap(({ record, tallies }) =>
    tallies.flatMap((entry) => tallyRows(entry).map((cells) => [...cells, record.id, entry.row])),
  );
  return { columns: [...tallyColumns, ...sourceColumns], rows: inOrder(plan, rows, 5) };
}

function ratingCells(rating: Rating): PageCell[] {
  const { form, group, unit, from, serial, reply, voidReason, at, collector, keyedBy } = rating;
  const people = [at, collector, keyedBy];
  return [form, group, unit, from.unit, from.place, serial, reply, voidReason, ...people];
}

function tallyRows(entry: TallyEntry): readonly PageCell[][] {
  const { form, group, unit, place, question, counts, missing } = entry;
  const without = missingKinds
    .filter((kind) => kind === 'blank' || missing[kind] > 0)
    .map((kind) => [`(${kind})`, missing[kind]] as const);
  const options = [...Object.entries(counts), ...without];
  return options.map(([option, count]) => [form, group, unit, place, question, option, count]);
}

/** Plan order of form, group and unit; then `later` more cells as text, then batch and row. */
function inOrder(plan: Plan, rows: readonly PageCell[][], later: number): readonly PageCell[][] {
  const order = [plan.forms, plan.groups, plan.units].map(
    (items) => new Map<PageCell, number>(items.map(({ id }, position) => [id, position])),
  );
  const compare = (one: PageCell[], other: PageCell[]): number => {
    for (const [at, positions] of order.entries()) {
      const apart = place(positions, one[at]) - place(positions, other[at]);
      if (apart !== 0) return apart;
    }
    const texts = [...Array.from({ length: later }, (_, at) => at + 3), one.length - 2];
    for (const at of texts) {
      const [a, b] = [String(one[at] ?? ''), String(other[at] ?? '')];
      if (a !== b) return a < b ? -1 : 1;
    }
    return Number(one.at(-1)) - Number(other.at(-1));
  };
  return [...rows].sort(compare);
}

function place(positions: ReadonlyMap<PageCell, number>, id: PageCell | undefined): number {
  return positions.get(id ?? null) ?? positions.size;
}
