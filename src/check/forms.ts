/** What the counters of the forms say: days, straight-lining, collectors who differ, missing answers. */
import { type Exact, exact, percentOf, zero } from '../stats/exact.ts';
import { Moments, meansDiffer } from '../stats/moments.ts';
import { twoSidedZ } from '../stats/normal.ts';
import { fewestShown } from '../stats/small-cells.ts';
import { upperTail } from '../stats/tail.ts';
import { type Bucket, handOf, type Tally, together } from './bucket.ts';
import { type Concern, type ConcernKind, nobody, plainConcern } from './concern.ts';
import type { Gathered } from './gather.ts';

export function formConcerns(gathered: Gathered): readonly Concern[] {
  return [
    ...timeConcerns(gathered),
    ...straightConcerns(gathered),
    ...collectorConcerns(gathered),
    ...missingConcerns(gathered),
  ];
}

function timeConcerns({ buckets, plan }: Gathered): readonly Concern[] {
  const asksAtDoors = new Set(
    plan.groups.filter(({ mode }) => mode === 'interview').map(({ id }) => id),
  );
  return together(buckets.values(), handOf).flatMap((bucket): readonly Concern[] => {
    const { holder, before, after, night, sheets: of } = bucket;
    const one = (kind: ConcernKind, tally: Tally, level: Concern['level']): readonly Concern[] => {
      if (tally.count === 0) return [];
      const note = tally.first === tally.last ? tally.first : `${tally.first} – ${tally.last}`;
      const { count, serials } = tally;
      return [{ ...plainConcern, kind, level, holder, count, of, note, serials: serials.list }];
    };
    const isHanded = holder.collector !== null || asksAtDoors.has(holder.group ?? '');
    return [
      ...one('before-opens', before, 'look'),
      ...one('after-closes', after, 'look'),
      // Whoever answers alone may do so at any hour.
      ...one('night', night, isHanded ? 'look' : 'know'),
    ];
  });
}

function straightConcerns({ buckets, plan }: Gathered): readonly Concern[] {
  const chance = plan.checks.collectors.chance.valueOf() / 100;
  const groups = together(buckets.values(), ({ group }) => ({ ...nobody, group }));
  const all = new Map(groups.map((group) => [group.holder.group, group]));
  const hands = together(buckets.values(), handOf).filter(({ judged }) => judged >= fewestShown);
  const odd = hands.flatMap((hand): readonly Concern[] => {
    const group = all.get(hand.holder.group);
    if (group === undefined || hand.straight.count === 0) return [];
    const tail = upperTail(hand.straight.count, hand.judged, group.straight.count, group.judged);
    if (tail * hands.length > chance) return [];
    const rest = exact(group.judged - hand.judged);
    const others = percentOf(exact(group.straight.count - hand.straight.count), rest);
    return [{ ...straightOf(hand, 'straight'), level: 'look', others }];
  });
  const shown = groups.filter(({ judged, straight }) => {
    return judged >= fewestShown && straight.count > 0;
  });
  return [...odd, ...shown.map((group) => straightOf(group, 'straight-group'))];
}

function straightOf({ holder, straight, judged }: Bucket, kind: ConcernKind): Concern {
  const serials = kind === 'straight' ? straight.serials.list : [];
  return {
    ...plainConcern,
    kind,
    level: 'know',
    holder,
    count: straight.count,
    of: judged,
    serials,
  };
}

/** The collectors of a group, each with all his or her forms in it. */
export function collectorsOf({ buckets }: Gathered): readonly Bucket[] {
  return together(buckets.values(), ({ group, collector }) =>
    collector === null ? null : { ...nobody, group, collector },
  );
}

type Figure = (bucket: Bucket) => Moments;

function collectorConcerns(gathered: Gathered): readonly Concern[] {
  const { collectors: rules } = gathered.plan.checks;
  const least = Math.max(fewestShown, rules.forms);
  const compared = collectorsOf(gathered).filter(({ valid }) => valid >= least);
  if (compared.length === 0) return [];
  // Two figures of each are looked at; the chance of a false remark is shared out among all of them.
  const z = twoSidedZ(exact(1).sub(rules.chance.div(100 * 2 * compared.length)));
  return [...new Set(compared.map(({ holder }) => holder.group))].flatMap((group) => {
    const own = compared.filter(({ holder }) => holder.group === group);
    return [
      ...outliers(own, 'collector-level', ({ level }) => level, rules.level, z),
      ...outliers(own, 'collector-blanks', ({ blanks }) => blanks, rules.blanks, z),
    ];
  });
}

/**
 * Who differs from the others: the one that stands out most is told and set aside, and the rest is looked at again, so that one
 * who stands out does not make all the others look odd.
 */
function outliers(
  collectors: readonly Bucket[],
  kind: ConcernKind,
  of: Figure,
  by: Exact,
  z: number,
): readonly Concern[] {
  let left = collectors.filter((one) => of(one).count >= fewestShown);
  const found: Concern[] = [];
  for (;;) {
    const all = new Moments();
    for (const one of left) all.addAll(of(one));
    const odd = left
      .map((one) => ({ one, rest: without(all, of(one)) }))
      .map(({ one, rest }) => ({ one, rest, apart: apartOf(of(one), rest) }))
      .filter(({ one, rest, apart }) => {
        return apart !== null && apart.compare(by) >= 0 && meansDiffer(of(one), rest, z);
      })
      .sort((a, b) => (b.apart ?? zero).compare(a.apart ?? zero) || compareNames(a.one, b.one));
    // Of two that differ nobody knows which is the odd one.
    const told = odd.slice(0, left.length === 2 ? 2 : 1);
    for (const { one, rest } of told) {
      const { holder, valid: count } = one;
      const figures = { value: of(one).mean(), others: rest.mean() };
      found.push({ ...plainConcern, kind, level: 'look', holder, count, ...figures });
    }
    if (told.length === 0) return found;
    left = left.filter((other) => !told.some(({ one }) => one === other));
  }
}

function without(all: Moments, one: Moments): Moments {
  const rest = new Moments();
  rest.addAll(all);
  rest.takeAway(one);
  return rest;
}

function apartOf(own: Moments, rest: Moments): Exact | null {
  const [one, other] = [own.mean(), rest.mean()];
  return one === null || other === null ? null : one.sub(other).abs();
}

function compareNames(one: Bucket, other: Bucket): number {
  return (one.holder.collector ?? '') < (other.holder.collector ?? '') ? -1 : 1;
}

function missingConcerns(gathered: Gathered): readonly Concern[] {
  const { buckets, plan, layouts } = gathered;
  const limit = plan.checks.missing;
  const isOver = (missing: number, asked: number): boolean =>
    asked > 0 && exact(missing * 100, asked).compare(limit) > 0;
  const questions = [...layouts.counts.values()].flatMap((one): readonly Concern[] => {
    const { form, question, missing: count, asked: of } = one;
    if (of < fewestShown || !isOver(count, of)) return [];
    const level = 'look' as const;
    const note = form;
    return [
      {
        ...plainConcern,
        kind: 'missing-question',
        level,
        holder: nobody,
        question,
        count,
        of,
        note,
      },
    ];
  });
  const hands = (['missing-unit', 'missing-collector'] as const).flatMap((kind) => {
    const isCollector = kind === 'missing-collector';
    const some = isCollector
      ? collectorsOf(gathered)
      : together(buckets.values(), (holder) => ({ ...holder, collector: null }));
    return some.flatMap(({ holder, blank: count, asked: of, valid }): readonly Concern[] => {
      if (valid < fewestShown || !isOver(count, of)) return [];
      return [{ ...plainConcern, kind, level: 'look', holder, count, of }];
    });
  });
  return [...questions, ...hands];
}
