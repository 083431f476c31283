/** Respondents of a group, counted by what their weight depends on: row of the quota, category in each margin. */
import type { Group, Plan } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import type { GroupMargin } from './margins.ts';

export interface WeightCell {
  /** Among the group's rows; -1: weights do not go by rows. */
  readonly row: number;
  /** One for each margin. */
  readonly categories: readonly number[];
  /** Respondents, those of paper tallies among them. */
  readonly count: number;
}

export interface GroupCells {
  /** In the order of rows and categories, whatever the order of the sheets. */
  readonly cells: readonly WeightCell[];
  /** By sheet number, its cell; -1: of another group, or of no known row. */
  readonly cellOf: Int32Array;
  /** Sheets whose packet is none of the quota's. */
  readonly homeless: number;
}

/** What the cells are made from. */
export interface CellSource {
  readonly plan: Plan;
  readonly group: Group;
  readonly rows: readonly QuotaRow[];
  /** Whether weights go by rows. */
  readonly byRow: boolean;
  readonly margins: readonly GroupMargin[];
  readonly ratings: Ratings;
  /** By row: all valid forms, those that only paper tallies know among them; null: there are no paper tallies. */
  readonly valid: readonly number[] | null;
}

const none = -1;

export function groupCells(source: CellSource): GroupCells {
  const { group, plan, margins, ratings, valid, rows, byRow } = source;
  const form = ratings.forms.find((one) => one.form === group.form);
  const position = plan.groups.findIndex(({ id }) => id === group.id);
  const coder = cellCoder(byRow ? rows.length : 0, margins);
  const codeOf = new Float64Array(ratings.sheets).fill(none);
  const counts = new Map<number, number>();
  const seen = new Uint8Array(ratings.sheets);
  let homeless = 0;
  if (form !== undefined) {
    const rowOf = byRow ? rowFinder(plan, rows, form) : () => none;
    const columns = margins.map(({ question }) => form.answers[form.questions.indexOf(question)]);
    for (let rating = 0; rating < form.count; rating++) {
      const sheet = form.sheet[rating] ?? 0;
      if (form.group[rating] !== position || seen[sheet] === 1) continue;
      seen[sheet] = 1;
      const row = rowOf(rating);
      if (byRow && row < 0) homeless++;
      else {
        const code = coder.of(row, (margin) => columns[margin]?.[rating] ?? none);
        codeOf[sheet] = code;
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
    }
  }
  // Paper tallies say nothing of margins: then a code is a row.
  for (const [row, count] of (valid ?? []).entries()) {
    const code = coder.of(row, () => none);
    if (count > 0) counts.set(code, Math.max(count, counts.get(code) ?? 0));
  }
  const codes = [...counts.keys()].sort((one, other) => one - other);
  const places = new Map(codes.map((code, at) => [code, at]));
  const cells = codes.map((code) => ({ ...coder.cell(code), count: counts.get(code) ?? 0 }));
  return { cells, cellOf: Int32Array.from(codeOf, (code) => places.get(code) ?? none), homeless };
}

/** Row and categories as one whole number, rows first. */
function cellCoder(rows: number, margins: readonly GroupMargin[]) {
  const radix = margins.map(({ categories }) => categories.length + 1);
  return {
    of: (row: number, answer: (margin: number) => number): number => {
      let code = rows === 0 ? 0 : row;
      for (const [at, { categories, categoryOf }] of margins.entries()) {
        const category = categoryOf[answer(at)] ?? categories.length;
        code = code * (radix[at] ?? 1) + category;
      }
      return code;
    },
    cell: (code: number): Omit<WeightCell, 'count'> => {
      const categories: number[] = [];
      let rest = code;
      for (const size of [...radix].reverse()) {
        categories.unshift(rest % size);
        rest = Math.floor(rest / size);
      }
      return { row: rows === 0 ? none : rest, categories };
    },
  };
}

/** The row that a rating's packet belongs to; -1: none of them. */
function rowFinder(
  plan: Plan,
  rows: readonly QuotaRow[],
  { fromUnit, fromPlace }: FormRatings,
): (rating: number) => number {
  const units = new Map(plan.units.map(({ id }, at) => [id, at]));
  const places = new Map(plan.places.map(({ id }, at) => [id, at]));
  const byKey = new Map(
    rows.map(({ target }, at) => {
      if (target.kind === 'group') return ['', at];
      if (target.kind === 'unit') return [`unit ${units.get(target.unit) ?? ''}`, at];
      return [`place ${places.get(target.place) ?? ''}`, at];
    }),
  );
  return (rating) => {
    const [unit, place] = [fromUnit[rating] ?? none, fromPlace[rating] ?? none];
    const ofPlace = place < 0 ? undefined : byKey.get(`place ${place}`);
    return ofPlace ?? byKey.get(unit < 0 ? '' : `unit ${unit}`) ?? none;
  };
}
