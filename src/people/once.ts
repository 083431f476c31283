/**
 * One person, one form: of the rows of one person only one is asked by, so that the lists are disjoint before anything is
 * drawn and every probability stays what the draw says. It is the row of the list with the lowest priority number, then of the
 * group that stands first in the plan, then of the unit or place that stands first.
 */
import { byContent, homeOf, type Person, type SamePerson } from '../people.ts';

/** Of a list: its best group's priority, and that group's position in the plan. */
export interface ListRank {
  readonly priority: number;
  readonly order: number;
}

/** Each row that is left out, with the row by which its person is asked. */
export function askedElsewhere(
  same: readonly SamePerson[],
  rankOf: (file: string) => ListRank,
  homeOrder: ReadonlyMap<string, number>,
): ReadonlyMap<Person, Person> {
  const place = (person: Person): number => homeOrder.get(homeOf(person)) ?? homeOrder.size;
  const before = (one: Person, other: Person): number => {
    const [rank, against] = [rankOf(one.file), rankOf(other.file)];
    return (
      rank.priority - against.priority ||
      rank.order - against.order ||
      place(one) - place(other) ||
      byContent(one, other)
    );
  };
  return new Map(
    same.flatMap(({ rows }) => {
      const [asked, ...others] = [...rows].sort(before);
      return asked === undefined ? [] : others.map((other) => [other, asked] as const);
    }),
  );
}
