/** Rows of people who belong to another list or row, by row numbers. */
import type { PeopleFrame } from '../people.ts';

export const elsewhereColumns = ['roster', 'row', 'asked_in', 'asked_row'] as const;

/** One row for each that is left out, with the list and the row by which its person may be drawn. In the order of the lists. */
export function elsewhereRows({ lists, elsewhere }: PeopleFrame): (string | number)[][] {
  return [...lists.values()].flatMap(({ people }) =>
    people.flatMap((person) => {
      const asked = elsewhere.get(person);
      return asked === undefined ? [] : [[person.file, person.row, asked.file, asked.row]];
    }),
  );
}
