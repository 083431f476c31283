/** Weights under which a handful of respondents speak for all: no standard error can be believed there. */

/** Who rated what, a row for each rating: a respondent (sheet) rates a unit once. */
export interface RatedRows {
  readonly count: number;
  readonly sheet: Int32Array;
  /** Any numbers from 0. */
  readonly group: Int32Array;
  readonly unit: Int32Array;
}

export interface Concentration {
  readonly group: number;
  readonly unit: number;
  readonly respondents: number;
  /** Kish's effective sample size (see `effective-size.ts`). */
  readonly effective: number;
}

/** Groups' respondents about a unit whose weights leave too few of them. `weights`: by sheet. */
export function concentrations(
  forms: readonly RatedRows[],
  weights: Float64Array,
): readonly Concentration[] {
  const sums = new Map<string, { group: number; unit: number; n: number; w: number; w2: number }>();
  for (const { count, sheet, group, unit } of forms) {
    for (let row = 0; row < count; row++) {
      const [of, about] = [group[row] as number, unit[row] as number];
      const weight = weights[sheet[row] as number] as number;
      const key = `${of} ${about}`;
      const sum = sums.get(key) ?? { group: of, unit: about, n: 0, w: 0, w2: 0 };
      sum.n += 1;
      sum.w += weight;
      sum.w2 += weight * weight;
      sums.set(key, sum);
    }
  }
  return [...sums.values()]
    .map(({ group, unit, n, w, w2 }) => {
      return { group, unit, respondents: n, effective: w2 === 0 ? 0 : (w * w) / w2 };
    })
    .filter(({ respondents, effective }) => isConcentrated(respondents, effective));
}

/**
 * Linearisation and the bootstrap only know the spread among those who answered; where one or two carry the weight there is none to
 * see. Few respondents alone are another matter: degrees of freedom and `hide_below` see to them.
 */
export function isConcentrated(respondents: number, effective: number): boolean {
  const isFew = effective < 5 && effective < respondents / 2;
  return isFew || (effective < 30 && effective < respondents / 4);
}
