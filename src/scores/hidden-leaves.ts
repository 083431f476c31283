/** What is published of survey leaves, and what it gives away of the answers that are hidden. */
import { givesAway } from '../stats/disclosure.ts';
import type { Exact } from '../stats/exact.ts';
import type { CriterionScore, PartValue, QuestionValue } from './score.ts';

/** What a group (or groups counted together) answered to a question, as a leaf counts it. */
export interface Term {
  /** The first group: answers are hidden under its name. */
  readonly group: string;
  readonly question: string;
  /** Group and question. */
  readonly cell: string;
  /** Each group that is counted, with the question. */
  readonly members: readonly string[];
  /** Answers that count, of each of them. */
  readonly bases: readonly number[];
  /** Of all of them. */
  readonly base: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly table: Readonly<Record<string, Exact>>;
  readonly isWeighted: boolean;
  /** What it counts in the percent of the leaf. */
  readonly factor: number;
}

export interface Leaf {
  readonly code: string;
  /** A leaf without points publishes counts only. */
  readonly isPublished: boolean;
  readonly terms: readonly Term[];
}

/** Of cells, or of members. */
export type Cells = Pick<ReadonlySet<string>, 'has'>;

export function leafTerms({ code, leaf }: CriterionScore): readonly Leaf[] {
  if (leaf?.kind !== 'survey') return [];
  const terms = leaf.parts.flatMap((part) => {
    const whole = part.questions.reduce((sum, one) => sum + one.weight.valueOf(), 0);
    return part.questions.map((one) => termOf(part, one, whole));
  });
  return [{ code, isPublished: leaf.percent !== null, terms }];
}

/** Ids hold no line ends. */
function termOf(
  { group, with: others, weight }: PartValue,
  one: QuestionValue,
  whole: number,
): Term {
  const { question, table, base, counts } = one;
  return {
    group,
    question,
    cell: `${group}\n${question}`,
    members: [group, ...others].map((id) => `${id}\n${question}`),
    bases: one.bases ?? [base],
    base,
    counts,
    table,
    isWeighted: one.weighted !== null,
    factor: whole === 0 ? 0 : (weight.valueOf() * one.weight.valueOf()) / whole,
  };
}

/** Answers whose sum the leaf publishes; what counts nothing in it is not among them. */
export function hiddenTerms({ terms }: Leaf, hidden: Cells): readonly Term[] {
  return terms.filter((term) => counts(term) && hidden.has(term.cell));
}

function counts({ factor, base }: Term): boolean {
  return factor > 0 && base > 0;
}

/**
 * Whether what is published tells some figure that is made of the answers of `own` (members) alone. Known are: how many answered,
 * the counts by option of all that is not hidden, and the percents of the leaves. Unknown is what each hidden group answered,
 * option by option: so percents by other tables, and groups counted together here and alone there, are about the same answers.
 */
export function isGivenAway(leaves: readonly Leaf[], hidden: Cells, own: Cells): boolean {
  const known = shownAlone(leaves, hidden);
  return connected(leaves, known, own).some((together) => {
    const [only] = together;
    if (only !== undefined && together.length === 1 && !hasShownPool(only, hidden)) {
      return isOwnAlone(only, hidden, known, own);
    }
    const columns = new Columns(own);
    const sums = new Map<string, Row>();
    const rows: Row[] = [];
    for (const leaf of together) {
      const terms = leaf.terms.filter(counts);
      for (const term of terms) addSums(term, known, sums, columns);
      for (const term of terms) {
        if (!hidden.has(term.cell)) rows.push(...shownRows(term, known, columns));
      }
      const row: Row = new Map();
      for (const term of terms) if (hidden.has(term.cell)) addPercent(row, term, known, columns);
      if (leaf.isPublished) rows.push(row);
    }
    return givesAway(
      rows.map((row) => columns.full(row)),
      columns.isOwn,
      [...sums.values()].map((row) => columns.full(row)),
    );
  });
}

function hasShownPool({ terms }: Leaf, hidden: Cells): boolean {
  return terms.some(({ members, cell }) => members.length > 1 && !hidden.has(cell));
}

/** One sum tells of its unknowns when they are all of one owner: what is the same on every option says nothing. */
function isOwnAlone(leaf: Leaf, hidden: Cells, known: Cells, own: Cells): boolean {
  if (!leaf.isPublished) return false;
  const telling = hiddenTerms(leaf, hidden)
    .filter(({ table }) => !isFlat(table))
    .flatMap(({ members }) => members.filter((member) => !known.has(member)));
  return telling.length > 0 && telling.every((member) => own.has(member));
}

function isFlat(table: Term['table']): boolean {
  const percents = Object.values(table);
  return percents.every((percent) => percent.equals(percents[0] ?? percent));
}

/** Coefficient by column. */
type Row = Map<number, number>;

/** Unknowns: answers of a member on an option. */
class Columns {
  readonly isOwn: boolean[] = [];
  readonly #at = new Map<string, number>();
  readonly #own: Cells;

  constructor(own: Cells) {
    this.#own = own;
  }

  of(member: string, option: string): number {
    const key = `${member}\n${option}`;
    const found = this.#at.get(key) ?? this.isOwn.push(this.#own.has(member)) - 1;
    this.#at.set(key, found);
    return found;
  }

  full(row: Row): readonly number[] {
    return this.isOwn.map((_, column) => row.get(column) ?? 0);
  }
}

function add(row: Row, column: number, value: number): void {
  row.set(column, (row.get(column) ?? 0) + value);
}

/** How many answered is no secret. */
function addSums(
  { members, table }: Term,
  known: Cells,
  sums: Map<string, Row>,
  columns: Columns,
): void {
  const options = Object.keys(table);
  for (const member of members) {
    const key = [member, ...options].join('\n');
    if (known.has(member) || sums.has(key)) continue;
    sums.set(key, new Map(options.map((option) => [columns.of(member, option), 1])));
  }
}

/** Groups that are shown together: option by option what they answered, less those that are known. */
function shownRows({ members, table }: Term, known: Cells, columns: Columns): readonly Row[] {
  const unknown = members.filter((member) => !known.has(member));
  if (unknown.length === 0) return [];
  return Object.keys(table).map(
    (option) => new Map(unknown.map((member) => [columns.of(member, option), 1])),
  );
}

function addPercent(
  row: Row,
  { members, table, base, factor }: Term,
  known: Cells,
  columns: Columns,
): void {
  for (const member of members) {
    if (known.has(member)) continue;
    for (const [option, percent] of Object.entries(table)) {
      // Of the order of 1, as the sums are.
      add(row, columns.of(member, option), (factor * percent.valueOf()) / (100 * base));
    }
  }
}

/** Members that some leaf shows alone. */
function shownAlone(leaves: readonly Leaf[], hidden: Cells): ReadonlySet<string> {
  return new Set(
    leaves.flatMap(({ terms }) =>
      terms.flatMap(({ members, cell }) =>
        members.length === 1 && !hidden.has(cell) ? members : [],
      ),
    ),
  );
}

function unknownMembers({ terms }: Leaf, known: Cells): readonly string[] {
  return terms
    .filter(counts)
    .flatMap(({ members }) => members.filter((member) => !known.has(member)));
}

/** Leaves that share unknown answers, directly or by way of others, come together; those that lead to none of `own` are left out. */
export function connected(
  leaves: readonly Leaf[],
  known: Cells,
  own: Cells,
): readonly (readonly Leaf[])[] {
  const holders = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    for (const member of unknownMembers(leaf, known)) {
      const same = holders.get(member);
      if (same === undefined) holders.set(member, [leaf]);
      else same.push(leaf);
    }
  }
  const seen = new Set<Leaf>();
  return leaves.flatMap((start) => {
    if (seen.has(start) || !holdsOwn(start, own)) return [];
    const together: Leaf[] = [];
    const next = [start];
    for (let leaf = next.pop(); leaf !== undefined; leaf = next.pop()) {
      if (seen.has(leaf)) continue;
      seen.add(leaf);
      together.push(leaf);
      next.push(...unknownMembers(leaf, known).flatMap((member) => holders.get(member) ?? []));
    }
    return [together];
  });
}

export function holdsOwn({ terms }: Leaf, own: Cells): boolean {
  return terms.some(({ members }) => members.some((member) => own.has(member)));
}
