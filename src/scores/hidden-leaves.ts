/** What the percents of survey leaves say of the answers that make them, and what they give away of those that are hidden. */
import { givesAway } from '../stats/disclosure.ts';
import type { CriterionScore, PartValue, QuestionValue } from './score.ts';

/** What a group answered to a question, as a leaf counts it. */
export interface Term {
  readonly group: string;
  readonly question: string;
  /** Group and question. */
  readonly cell: string;
  /** The cell as this leaf counts it: means and shares, tables of percents, and groups counted together are told apart. */
  readonly unknown: string;
  readonly base: number;
  /** What it counts in the percent of the leaf. */
  readonly factor: number;
}

export interface Leaf {
  readonly code: string;
  /** A leaf without points gives nothing away. */
  readonly isPublished: boolean;
  readonly terms: readonly Term[];
}

/** Of cells. */
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
  const { question, table, base } = one;
  const cell = `${group}\n${question}`;
  const points = Object.entries(table).map(([option, percent]) => `${option}=${percent.valueOf()}`);
  const unknown = [cell, ...others, ...points].join('\n');
  const factor = whole === 0 ? 0 : (weight.valueOf() * one.weight.valueOf()) / whole;
  return { group, question, cell, unknown, base, factor };
}

/** Whether the published leaves tell some figure that is made of `own` answers alone; all that is not hidden is known. */
export function isGivenAway(leaves: readonly Leaf[], hidden: Cells, own: Cells): boolean {
  const published = leaves.filter(({ isPublished }) => isPublished);
  return connected(published, hidden, own).some((together) => {
    const unknowns = new Map<string, { readonly at: number; readonly isOwn: boolean }>();
    for (const { unknown, cell } of together.flatMap((leaf) => hiddenTerms(leaf, hidden))) {
      if (unknowns.has(unknown)) continue;
      unknowns.set(unknown, { at: unknowns.size, isOwn: own.has(cell) });
    }
    const equations = together.map((leaf) => {
      const row = new Array<number>(unknowns.size).fill(0);
      for (const { unknown, factor } of hiddenTerms(leaf, hidden)) {
        const at = unknowns.get(unknown)?.at ?? 0;
        row[at] = (row[at] ?? 0) + factor;
      }
      return row;
    });
    return givesAway(
      equations,
      [...unknowns.values()].map(({ isOwn }) => isOwn),
    );
  });
}

/** Answers whose sum the leaf publishes; what counts nothing in it is not among them. */
export function hiddenTerms({ terms }: Leaf, hidden: Cells): readonly Term[] {
  return terms.filter(({ cell, factor }) => factor > 0 && hidden.has(cell));
}

/** Leaves that share hidden answers, directly or by way of others, come together; those that hold none of `own` are left out. */
function connected(
  leaves: readonly Leaf[],
  hidden: Cells,
  own: Cells,
): readonly (readonly Leaf[])[] {
  const holders = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    for (const { unknown } of hiddenTerms(leaf, hidden)) {
      const same = holders.get(unknown);
      if (same === undefined) holders.set(unknown, [leaf]);
      else same.push(leaf);
    }
  }
  const seen = new Set<Leaf>();
  return leaves.flatMap((start) => {
    if (seen.has(start) || !start.terms.some(({ cell }) => own.has(cell))) return [];
    const together: Leaf[] = [];
    const next = [start];
    for (let leaf = next.pop(); leaf !== undefined; leaf = next.pop()) {
      if (seen.has(leaf)) continue;
      seen.add(leaf);
      together.push(leaf);
      next.push(...hiddenTerms(leaf, hidden).flatMap(({ unknown }) => holders.get(unknown) ?? []));
    }
    return [together];
  });
}
