/**
 * Answers of groups so small that showing them apart could tell what one person said, and the answers beside them that would
 * give them back: the points of a criterion are published, so with all other groups shown the small one is what is left over.
 * One decision for every page and file.
 */
import { leavesOf } from '../plan/criteria.ts';
import type { UnitId } from '../plan/plan.ts';
import { isOnlySolution, type ReachableSums, reachableSums } from './hidden-counts.ts';
import {
  type Cells,
  connected,
  holdsOwn,
  isGivenAway,
  type Leaf,
  leafTerms,
  type Term,
} from './hidden-leaves.ts';
import type { CriterionScore, ExposedGroup, HiddenAnswers, UnitScore } from './score.ts';

export interface Hidden {
  readonly hidden: readonly HiddenAnswers[];
  readonly exposed: readonly ExposedGroup[];
}

/** With fewer answers than `fewest` (and more than none) a group is small. */
export function hiddenAnswers(scores: readonly UnitScore[], fewest: number): Hidden {
  const reachable = reachableSums();
  const all = scores.map((score) => hiddenOf(score.unit, score.criteria, fewest, reachable));
  return {
    hidden: all.flatMap(({ hidden }) => hidden),
    exposed: all.flatMap(({ exposed }) => exposed),
  };
}

function hiddenOf(
  unit: UnitId,
  criteria: readonly CriterionScore[],
  fewest: number,
  reachable: ReachableSums,
): Hidden {
  const scored = leavesOf(criteria);
  // A national survey has hundreds of thousands of leaves, and hardly any with few answers.
  if (!scored.some((leaf) => mayBeFew(leaf, fewest))) return { hidden: [], exposed: [] };
  const leaves = scored.flatMap(leafTerms);
  const isFew = (base: number): boolean => base > 0 && base < fewest;
  const small = leaves.flatMap(({ terms }) => terms.filter(({ base }) => isFew(base)));
  const owns = smallMembers(leaves, isFew);
  const hidden = new Map(small.map((term) => [term.cell, term]));
  const inUnit: InUnit = { leaves, hidden, reachable };
  for (const own of owns.values()) hideBeside(inUnit, own);
  // What was hidden for one group may protect another as well, so who is left is known only now.
  const exposed = [...owns].flatMap(([group, own]): readonly ExposedGroup[] => {
    if (!isTold(inUnit, own)) return [];
    return [{ unit, group, criteria: givingAway(inUnit, own) }];
  });
  const cells = [...hidden.values()].map(({ group, question }) => ({ unit, group, question }));
  return { hidden: cells, exposed };
}

/** What is known of a unit while it is decided. */
interface InUnit {
  readonly leaves: readonly Leaf[];
  /** By cell. */
  readonly hidden: Map<string, Term>;
  readonly reachable: ReachableSums;
}

function mayBeFew({ leaf }: CriterionScore, fewest: number): boolean {
  if (leaf?.kind !== 'survey' || fewest < 2) return false;
  return leaf.parts.some(
    ({ with: others, questions }) =>
      others.length > 0 || questions.some(({ base }) => base > 0 && base < fewest),
  );
}

/**
 * By group, whose answers are to be kept: its own to questions where it gave few, those of few that are counted together under its
 * name, and what is left of groups counted together when others are taken from them that are counted together elsewhere.
 */
function smallMembers(
  leaves: readonly Leaf[],
  isFew: (base: number) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const keep = (group: string, members: readonly string[]): void => {
    found.set(group, new Set([...(found.get(group) ?? []), ...members]));
  };
  const terms = leaves.flatMap((leaf) => leaf.terms);
  for (const { group, members, base, bases } of terms) {
    if (isFew(base)) keep(group, members);
    for (const [at, member] of members.entries()) {
      if (members.length > 1 && isFew(bases[at] ?? 0)) keep(groupOf(member), [member]);
    }
  }
  for (const whole of terms) {
    if (whole.members.length < 3) continue;
    for (const { members, base } of terms) {
      const left = whole.members.filter((member) => !members.includes(member));
      const isNested = left.length === whole.members.length - members.length && left.length > 0;
      if (isNested && isFew(whole.base - base)) keep(groupOf(left[0] ?? ''), left);
    }
  }
  return new Map([...found].sort(([one], [other]) => Number(one > other) - Number(one < other)));
}

function groupOf(member: string): string {
  return member.slice(0, member.indexOf('\n'));
}

function isTold({ leaves, hidden, reachable }: InUnit, own: Cells): boolean {
  return (
    isGivenAway(leaves, hidden, own) ||
    leaves.some((leaf) => isOnlySolution(leaf, hidden, own, reachable))
  );
}

/** Adds to `hidden` what has to go with `own`: first partners in each leaf, then more where several leaves together tell. */
function hideBeside({ leaves, hidden, reachable }: InUnit, own: Cells): void {
  const touching = leaves.filter((leaf) => leaf.isPublished && holdsOwn(leaf, own));
  const isAlone = (leaf: Leaf): boolean =>
    isGivenAway([leaf], hidden, own) ||
    // Where nothing that could be hidden as well would leave it open, nothing more is hidden.
    (isOnlySolution(leaf, hidden, own, reachable) &&
      !isOnlySolution(leaf, everything, own, reachable));
  for (const leaf of touching) while (isAlone(leaf) && hide(smallestBeside([leaf], hidden)));
  const around = (): readonly Leaf[] => connected(leaves, nothing, own).flat();
  while (isGivenAway(leaves, hidden, own)) {
    if (!hide(smallestBeside(touching, hidden)) && !hide(smallestBeside(around(), hidden))) return;
  }

  function hide(terms: readonly Term[]): boolean {
    for (const term of terms) hidden.set(term.cell, term);
    return terms.length > 0;
  }
}

const everything: Cells = { has: () => true };
const nothing: Cells = { has: () => false };

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
function givingAway({ leaves, hidden, reachable }: InUnit, own: Cells): readonly string[] {
  const touching = leaves.filter((leaf) => holdsOwn(leaf, own));
  const alone = touching.filter(
    (leaf) => isGivenAway([leaf], hidden, own) || isOnlySolution(leaf, hidden, own, reachable),
  );
  return (alone.length > 0 ? alone : touching).map(({ code }) => code);
}
