/** Tallies as the index counts them: groups pooled in a leaf come together, small ones are hidden. */

import { leafCriteria } from '../plan/criteria.ts';
import type { GroupId, Plan } from '../plan/plan.ts';
import { addedCounts } from '../stats/answers.ts';
import { addedMissing, missingTotal } from '../stats/missing.ts';
import { smallCells } from '../stats/small-cells.ts';
import type { Tally } from '../tallies.ts';

export interface PooledTally {
  /** Under the first group's id. */
  readonly tally: Tally;
  /** Names of the groups, joined. */
  readonly groups: string;
  readonly hidden: boolean;
}

export function pooled(plan: Plan, cells: readonly Tally[]): readonly PooledTally[] {
  const leader = leaders(plan);
  const names = new Map(plan.groups.map((group) => [group.id, group.name]));
  const pools = new Map<string, Tally[]>();
  for (const cell of cells) {
    const first = leader(cell.group, cell.question);
    const key = [cell.unit, cell.question, first].join('\n');
    pools.set(key, [...(pools.get(key) ?? []), cell]);
  }
  const added = [...pools.values()].flatMap((members) => {
    const [head] = members;
    if (head === undefined) return [];
    const groups = members.map(({ group }) => names.get(group) ?? group).join(' + ');
    return [{ tally: addedTally(members, leader(head.group, head.question), head), groups }];
  });
  const hidden = hiddenAmong(added.map(({ tally }) => tally));
  return added.map((one) => ({ ...one, hidden: hidden.has(one.tally) }));
}

/** All ratings that were asked the question, blank ones too. */
export function ratingsOf(tally: Tally): number {
  return answeredOf(tally) + missingTotal(tally.missing);
}

/** Ratings with an answer: whatever number of options they chose. */
export function answeredOf({ counts, answered }: Tally): number {
  return answered ?? Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The group under whose name another is counted for a question; its own without a pool. */
function leaders(plan: Plan): (group: GroupId, question: string) => GroupId {
  const found = new Map<string, GroupId>();
  for (const { source } of leafCriteria(plan.index?.criteria ?? [])) {
    if (source?.kind !== 'survey') continue;
    for (const part of source.parts) {
      for (const question of part.questions) {
        for (const member of part.with) found.set(`${member}\n${question}`, part.group);
      }
    }
  }
  return (group, question) => found.get(`${group}\n${question}`) ?? group;
}

function addedTally(members: readonly Tally[], group: GroupId, head: Tally): Tally {
  return {
    ...head,
    group,
    counts: addedCounts(members.map(({ counts }) => counts)),
    answered: head.answered === null ? null : sumOf(members.map(({ answered }) => answered ?? 0)),
    missing: addedMissing(members.map(({ missing }) => missing)),
    batches: [...new Set(members.flatMap(({ batches }) => batches))].sort(),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function hiddenAmong(tallies: readonly Tally[]): ReadonlySet<Tally> {
  const figures = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const key = `${tally.unit}\n${tally.question}`;
    figures.set(key, [...(figures.get(key) ?? []), tally]);
  }
  const hidden = new Set<Tally>();
  for (const together of figures.values()) {
    const small = smallCells(
      together.map((tally) => ({ key: tally.group, ratings: ratingsOf(tally) })),
    );
    for (const tally of together) if (small.has(tally.group)) hidden.add(tally);
  }
  return hidden;
}
