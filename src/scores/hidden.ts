/**
 * Answers of groups so small that showing them apart could tell what one person said, and the answers beside them that would
 * give them back: the points of a criterion are published, so with all other groups shown the small one is what is left over.
 * One decision for every page and file.
 */
import type { UnitId } from '../plan/plan.ts';
import {
  type Cells,
  hiddenTerms,
  isGivenAway,
  type Leaf,
  leafTerms,
  type Term,
} from './hidden-leaves.ts';
import type { CriterionScore, ExposedGroup, HiddenAnswers, UnitScore } from './score.ts';
import { leavesOf } from './tree.ts';

export interface Hidden {
  readonly hidden: readonly HiddenAnswers[];
  readonly exposed: readonly ExposedGroup[];
}

/** With fewer answers than `fewest` (and more than none) a group is small. */
export function hiddenAnswers(scores: readonly UnitScore[], fewest: number): Hidden {
  const all = scores.map((score) => hiddenOf(score.unit, score.criteria, fewest));
  return {
    hidden: all.flatMap(({ hidden }) => hidden),
    exposed: all.flatMap(({ exposed }) => exposed),
  };
}

function hiddenOf(unit: UnitId, criteria: readonly CriterionScore[], fewest: number): Hidden {
  const scored = leavesOf(criteria);
  // A national survey has hundreds of thousands of leaves, and hardly any with few answers.
  if (!scored.some((leaf) => hasFew(leaf, fewest))) return { hidden: [], exposed: [] };
  const leaves = scored.flatMap(leafTerms);
  const small = leaves.flatMap(({ terms }) =>
    terms.filter(({ base }) => base > 0 && base < fewest),
  );
  const hidden = new Map(small.map((term) => [term.cell, term]));
  const groups = [...new Set(small.map((term) => term.group))].sort();
  const cellsOf = (group: string): ReadonlySet<string> =>
    new Set(small.filter((term) => term.group === group).map(({ cell }) => cell));
  for (const own of groups.map(cellsOf)) hideBeside(leaves, hidden, own);
  // What was hidden for one group may protect another as well, so who is left is known only now.
  const exposed = groups.flatMap((group): readonly ExposedGroup[] => {
    const own = cellsOf(group);
    if (!isGivenAway(leaves, hidden, own)) return [];
    return [{ unit, group, criteria: givingAway(leaves, hidden, own) }];
  });
  const cells = [...hidden.values()].map(({ group, question }) => ({ unit, group, question }));
  return { hidden: cells, exposed };
}

function hasFew({ leaf }: CriterionScore, fewest: number): boolean {
  if (leaf?.kind !== 'survey') return false;
  return leaf.parts.some(({ questions }) =>
    questions.some(({ base }) => base > 0 && base < fewest),
  );
}

/** Adds to `hidden` what has to go with `own`: first a partner in each leaf, then more where several leaves together tell. */
function hideBeside(leaves: readonly Leaf[], hidden: Map<string, Term>, own: Cells): void {
  const touching = leaves.filter(
    ({ isPublished, terms }) => isPublished && terms.some(({ cell }) => own.has(cell)),
  );
  const hide = (terms: readonly Term[]): void => {
    for (const term of terms) hidden.set(term.cell, term);
  };
  for (const leaf of touching) {
    const isAlone = hiddenTerms(leaf, hidden).every(({ cell }) => own.has(cell));
    if (isAlone) hide(smallestBeside([leaf], hidden));
  }
  while (isGivenAway(leaves, hidden, own)) {
    const beside = smallestBeside(touching, hidden);
    if (beside.length === 0) return;
    hide(beside);
  }
}

/** What the smallest of the groups that are still shown answered in one of these leaves; empty when none is left. */
function smallestBeside(leaves: readonly Leaf[], hidden: Cells): readonly Term[] {
  const beside = leaves.flatMap(({ code, terms }) =>
    terms
      .filter(({ cell, factor }) => factor > 0 && !hidden.has(cell))
      .map((term) => ({ code, term, order: `${term.group}\n${code}` })),
  );
  const [least] = beside.toSorted(
    (one, other) =>
      one.term.base - other.term.base ||
      Number(one.order > other.order) - Number(one.order < other.order),
  );
  if (least === undefined) return [];
  return beside
    .filter(({ code, term }) => code === least.code && term.group === least.term.group)
    .map(({ term }) => term);
}

/** The criteria that give it away alone; where only several together do, those. */
function givingAway(leaves: readonly Leaf[], hidden: Cells, own: Cells): readonly string[] {
  const touching = leaves.filter(({ terms }) => terms.some(({ cell }) => own.has(cell)));
  const alone = touching.filter((leaf) => isGivenAway([leaf], hidden, own));
  return (alone.length > 0 ? alone : touching).map(({ code }) => code);
}
