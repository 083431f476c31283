/** Tallies as the index counts them: groups pooled in a leaf come together, small ones are hidden. */

import { leafCriteria } from '../plan/criteria.ts';
import type { GroupId, Plan } from '../plan/plan.ts';
import type { HiddenAnswers } from '../scores/score.ts';
import { addedCounts, addedWeights, answerBase } from '../stats/answers.ts';
import { addedMissing, missingTotal } from '../stats/missing.ts';
import { fewestShown, smallCells } from '../stats/small-cells.ts';
import type { Tally } from '../tallies.ts';

export interface PooledTally {
  /** Under the first group's id. */
  readonly tally: Tally;
  /** Names of the groups, joined. */
  readonly groups: string;
  readonly hidden: boolean;
  /** Hidden because few answered, not because of others. */
  readonly isSmall: boolean;
}

/** `hidden`: what scoring hides; what else would give back a small group by question is hidden with it. */
export function pooled(
  plan: Plan,
  cells: readonly Tally[],
  hidden: readonly HiddenAnswers[],
): readonly PooledTally[] {
  const leader = leaders(plan);
  const names = new Map(plan.groups.map((group) => [group.id, group.name]));
  const pools = new Map<string, Tally[]>();
  for (const cell of cells) {
    const first = leader(cell.group, cell.question);
    const key = [cell.unit, cell.question, first].join('\n');
    pools.set(key, [...(pools.get(key) ?? []), cell]);
  }
  const inScores = new Set(hidden.map(cellOf));
  const answers = answersIn(plan);
  const isApart = apartFromPools(plan, cells);
  const added = [...pools.values()].flatMap((members) => {
    const [head] = members;
    if (head === undefined) return [];
    const groups = members.map(({ group }) => names.get(group) ?? group).join(' + ');
    const tally = addedTally(members, leader(head.group, head.question), head);
    const isHidden =
      isApart(members) || [tally, ...members].some((one) => inScores.has(cellOf(one)));
    return [{ tally, groups, isHidden, answers: answers(tally) }];
  });
  const fewest = plan.index?.hideBelow ?? fewestShown;
  const small = hiddenAmong(added, fewest);
  return added.map(({ tally, groups, isHidden, answers: count }) => ({
    tally,
    groups,
    hidden: isHidden || small.has(tally),
    isSmall: count > 0 && count < fewest,
  }));
}

/** Answers that count: on options with points where there is a scale, else those of all who answered. */
function answersIn({ forms, scales }: Plan): (tally: Tally) => number {
  const options = new Map(scales.map((scale) => [scale.id, scale.options]));
  const questions = forms.flatMap((form) => form.questions);
  const scored = new Map(
    questions
      .filter(({ kind }) => kind === 'scale')
      .map(({ id, scale }) => [id, scale === null ? [] : (options.get(scale) ?? [])]),
  );
  return (tally) => {
    const own = scored.get(tally.question);
    const base = own === undefined ? 0 : answerBase(tally.counts, own);
    return base === 0 ? ratingsOf(tally) : base;
  };
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

/**
 * Whether some of them are counted together with others in a criterion, but never just these: beside the counts of the criteria such
 * a row would give back a group that nothing shows alone.
 */
function apartFromPools(
  plan: Plan,
  cells: readonly Tally[],
): (members: readonly Tally[]) => boolean {
  const pools = new Map<string, Set<string>>();
  const inPool = new Set<string>();
  for (const { source } of leafCriteria(plan.index?.criteria ?? [])) {
    if (source?.kind !== 'survey') continue;
    for (const part of source.parts) {
      const groups = [part.group, ...part.with];
      for (const question of part.questions) {
        const own = pools.get(question) ?? new Set<string>();
        pools.set(question, own.add([...groups].sort().join('\n')));
        if (part.with.length > 0) for (const group of groups) inPool.add(`${group}\n${question}`);
      }
    }
  }
  const answered = new Set(cells.map(cellOf));
  return (members) => {
    const { question = '', unit = '' } = members[0] ?? {};
    if (!members.some(({ group }) => inPool.has(`${group}\n${question}`))) return false;
    const groups = members.map(({ group }) => group).sort();
    // A pool without those who did not answer is the pool.
    const isPool = [...(pools.get(question) ?? [])].some((pool) => {
      const all = pool.split('\n');
      return (
        groups.every((group) => all.includes(group)) &&
        all.every(
          (group) => groups.includes(group) || !answered.has(cellOf({ unit, group, question })),
        )
      );
    });
    return !isPool;
  };
}

function addedTally(members: readonly Tally[], group: GroupId, head: Tally): Tally {
  return {
    ...head,
    group,
    counts: addedCounts(members.map(({ counts }) => counts)),
    weighted: addedWeights(members),
    answered: head.answered === null ? null : sumOf(members.map(({ answered }) => answered ?? 0)),
    missing: addedMissing(members.map(({ missing }) => missing)),
    batches: [...new Set(members.flatMap(({ batches }) => batches))].sort(),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Ids hold no line ends. */
function cellOf({ unit, group, question }: HiddenAnswers): string {
  return [unit, group, question].join('\n');
}

function hiddenAmong(
  cells: readonly { readonly tally: Tally; readonly answers: number }[],
  fewest: number,
): ReadonlySet<Tally> {
  const figures = new Map<string, (typeof cells)[number][]>();
  for (const cell of cells) {
    const key = `${cell.tally.unit}\n${cell.tally.question}`;
    figures.set(key, [...(figures.get(key) ?? []), cell]);
  }
  const hidden = new Set<Tally>();
  for (const together of figures.values()) {
    const small = smallCells(
      together.map(({ tally, answers }) => ({ key: tally.group, ratings: answers })),
      fewest,
    );
    for (const { tally } of together) if (small.has(tally.group)) hidden.add(tally);
  }
  return hidden;
}
