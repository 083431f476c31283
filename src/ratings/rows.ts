/** Rows of ratings that grow: 20 bytes about each, and two for each answer. */
import type { FormRatings } from '../ratings.ts';

type Abouts = Pick<FormRatings, 'sheet' | 'group' | 'unit' | 'fromUnit' | 'fromPlace'>;

/** Sheet, group, unit, fromUnit, fromPlace. */
export type About = readonly [number, number, number, number, number];

export interface Rows {
  readonly count: () => number;
  /** The number of the new row. */
  readonly add: (about: About) => number;
  readonly answer: (row: number, column: number, place: number) => void;
  /** As far as they are filled; nothing is copied. */
  readonly abouts: () => Abouts;
  readonly answers: () => readonly Int16Array[];
}

const first = 1024;
/** Pages that nobody writes to are not in memory, while what is outgrown stays until it is collected: seldom and far is the cheaper way. */
const growth = 4;

export function rows(columns: number): Rows {
  let capacity = 0;
  let count = 0;
  let about = Array.from({ length: 5 }, () => new Int32Array(0));
  let answers = Array.from({ length: columns }, () => new Int16Array(0));
  // Column by column, so that no more than one of them is held twice at a time.
  const grow = (): void => {
    capacity = Math.max(first, capacity * growth);
    about = about.map((values) => widened(new Int32Array(capacity), values));
    answers = answers.map((values) => widened(new Int16Array(capacity), values));
  };
  const aboutOf = (place: number): Int32Array =>
    (about[place] ?? new Int32Array(0)).subarray(0, count);
  return {
    count: () => count,
    add: (values) => {
      if (count === capacity) grow();
      for (let place = 0; place < about.length; place++) {
        (about[place] as Int32Array)[count] = values[place] as number;
      }
      return count++;
    },
    answer: (row, column, place) => {
      (answers[column] as Int16Array)[row] = place;
    },
    abouts: () => {
      return {
        sheet: aboutOf(0),
        group: aboutOf(1),
        unit: aboutOf(2),
        fromUnit: aboutOf(3),
        fromPlace: aboutOf(4),
      };
    },
    answers: () => answers.map((values) => values.subarray(0, count)),
  };
}

function widened<Column extends Int32Array | Int16Array>(wider: Column, values: Column): Column {
  wider.set(values);
  return wider;
}
