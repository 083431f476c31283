/**
 * Cronbach's alpha: how well questions that are to measure the same thing go together (Cronbach 1951, Psychometrika 16, 297–334):
 * k ÷ (k − 1) × (1 − Σ variances ÷ Σ all covariances), k items. All items must point the same way.
 */

export interface Items {
  /** By item and rating: index into `values`; -1: no answer. */
  readonly answers: readonly Int16Array[];
  /** NaN: the answer says nothing. At most 254. */
  readonly values: readonly number[];
}

/** Of the ratings with every answer, where the covariances add up to the variance of the sums; null: fewer than two of them, or items, or nothing varies. */
export function alphaComplete({ answers, values }: Items): number | null {
  const { isComplete } = completeRatings({ answers, values });
  const sums = new Float64Array(isComplete.length);
  for (const item of answers) {
    for (let at = 0; at < sums.length; at++) {
      sums[at] = (sums[at] as number) + (values[item[at] as number] ?? 0);
    }
  }
  const variances = answers.map((item) =>
    varianceOf(isComplete, (at) => values[item[at] as number] ?? 0),
  );
  const whole = varianceOf(isComplete, (at) => sums[at] as number);
  const diagonal = variances.reduce<number | null>((sum, one) => {
    return sum === null || one === null ? null : sum + one;
  }, 0);
  return diagonal === null || whole === null ? null : alphaOf(answers.length, diagonal, whole);
}

/** Every covariance from the ratings that have both answers; null: some pair has fewer than two, or nothing varies. */
export function alphaPairwise({ answers, values }: Items): number | null {
  const width = values.length + 1;
  // A code of their own for blanks, so that counting need not ask.
  const columns = answers.map((item) => coded(item, values.length));
  let [diagonal, whole] = [0, 0];
  for (const [at, one] of columns.entries()) {
    for (const other of columns.slice(at)) {
      const shared = tableCovariance(crossed(one, other, width), values, width);
      if (shared === null) return null;
      whole += one === other ? shared : 2 * shared;
      if (one === other) diagonal += shared;
    }
  }
  return alphaOf(answers.length, diagonal, whole);
}

export interface CompleteRatings {
  readonly count: number;
  /** By rating, 1 or 0. */
  readonly isComplete: Uint8Array;
}

export function completeRatings({ answers, values }: Items): CompleteRatings {
  const isComplete = new Uint8Array(answers[0]?.length ?? 0).fill(1);
  for (const item of answers) {
    for (let at = 0; at < isComplete.length; at++) {
      if (Number.isNaN(values[item[at] as number] ?? Number.NaN)) isComplete[at] = 0;
    }
  }
  return { count: isComplete.reduce((sum, one) => sum + one, 0), isComplete };
}

function alphaOf(items: number, diagonal: number, whole: number): number | null {
  if (items < 2 || whole <= 0) return null;
  return (items / (items - 1)) * (1 - diagonal / whole);
}

/** With n − 1 below; null: fewer than two. */
function varianceOf(only: Uint8Array, value: (at: number) => number): number | null {
  let [count, sum] = [0, 0];
  for (let at = 0; at < only.length; at++) {
    if (only[at] === 0) continue;
    count++;
    sum += value(at);
  }
  if (count < 2) return null;
  let squares = 0;
  for (let at = 0; at < only.length; at++) {
    if (only[at] !== 0) squares += (value(at) - sum / count) ** 2;
  }
  return squares / (count - 1);
}

function coded(item: Int16Array, blank: number): Uint8Array {
  const codes = new Uint8Array(item.length);
  for (let at = 0; at < codes.length; at++) {
    const code = item[at] as number;
    codes[at] = code < 0 ? blank : code;
  }
  return codes;
}

/** There are few options, so that pairs are counted first. */
function crossed(one: Uint8Array, other: Uint8Array, width: number): Int32Array {
  const table = new Int32Array(width * width);
  for (let at = 0; at < one.length; at++) {
    const cell = (one[at] as number) * width + (other[at] as number);
    table[cell] = (table[cell] as number) + 1;
  }
  return table;
}

function tableCovariance(
  table: Int32Array,
  values: readonly number[],
  width: number,
): number | null {
  const said = values.flatMap((value, at) => (Number.isNaN(value) ? [] : [at]));
  const cells = said.flatMap((x) =>
    said.map((y) => {
      return { count: table[x * width + y] ?? 0, x: values[x] ?? 0, y: values[y] ?? 0 };
    }),
  );
  const sum = (of: (cell: (typeof cells)[number]) => number): number =>
    cells.reduce((all, cell) => all + cell.count * of(cell), 0);
  const count = sum(() => 1);
  if (count < 2) return null;
  const [meanX, meanY] = [sum(({ x }) => x) / count, sum(({ y }) => y) / count];
  return sum(({ x, y }) => (x - meanX) * (y - meanY)) / (count - 1);
}
