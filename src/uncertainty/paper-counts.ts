/** Which of the counted answers came on paper tallies: the tallies without the ratings that were keyed one by one. */
import type { Plan } from '../plan/plan.ts';
import type { FormRatings, Ratings } from '../ratings.ts';
import type { Tallies } from '../tallies.ts';
import type { SheetWeights } from '../weights.ts';

export interface PaperCounts {
  /** By option code. */
  readonly counts: Readonly<Record<string, number>>;
  /** With the weights of the forms. */
  readonly weighted: Readonly<Record<string, number>>;
}

/** Answers by option of one group about one unit to one question, keyed one by one. */
interface Keyed {
  readonly counts: Float64Array;
  readonly weighted: Float64Array;
}

/** By `group\nunit\nquestion`; only where anything came on paper. */
export function paperCounts(
  plan: Plan,
  ratings: Ratings,
  weights: SheetWeights | null,
  { cells }: Pick<Tallies, 'cells'>,
): ReadonlyMap<string, PaperCounts> {
  const keyed = keyedCounts(plan, ratings, weights);
  const codes = new Map(
    plan.scales.map(({ id, options }) => [id, options.map(({ code }) => code)]),
  );
  const scales = new Map(
    plan.forms.flatMap(({ id, questions }) =>
      questions.map((one) => [`${id}\n${one.id}`, codes.get(one.scale ?? '') ?? []] as const),
    ),
  );
  const paper = new Map<string, PaperCounts>();
  for (const { form, group, unit, question, counts, weighted } of cells) {
    const key = `${group}\n${unit}\n${question}`;
    const taken = keyed(key);
    const rest = { counts: new Map<string, number>(), weighted: new Map<string, number>() };
    let any = false;
    for (const [at, code] of (scales.get(`${form}\n${question}`) ?? []).entries()) {
      const left = (counts[code] ?? 0) - (taken?.counts[at] ?? 0);
      if (left <= 0) continue;
      any = true;
      rest.counts.set(code, left);
      const heavy = weighted?.[code]?.valueOf();
      const weight = heavy === undefined ? left : heavy - (taken?.weighted[at] ?? 0);
      rest.weighted.set(code, Math.max(0, weight));
    }
    if (!any) continue;
    const both = [Object.fromEntries(rest.counts), Object.fromEntries(rest.weighted)] as const;
    paper.set(key, { counts: both[0], weighted: both[1] });
  }
  return paper;
}

function keyedCounts(
  plan: Plan,
  ratings: Ratings,
  weights: SheetWeights | null,
): (key: string) => Keyed | undefined {
  const most = Math.max(0, ...plan.scales.map(({ options }) => options.length));
  const found = new Map<string, Keyed>();
  for (const form of ratings.forms) {
    for (const [column, question] of form.questions.entries()) {
      const byAbout = new Map<number, Keyed>();
      countColumn(plan, form, column, weights, byAbout, most);
      for (const [about, keyed] of byAbout) {
        const [group, unit] = [Math.floor(about / plan.units.length), about % plan.units.length];
        const key = `${plan.groups[group]?.id ?? ''}\n${plan.units[unit]?.id ?? ''}\n${question}`;
        found.set(key, keyed);
      }
    }
  }
  return (key) => found.get(key);
}

function countColumn(
  plan: Plan,
  form: FormRatings,
  column: number,
  weights: SheetWeights | null,
  byAbout: Map<number, Keyed>,
  most: number,
): void {
  const answers = form.answers[column] ?? new Int16Array(0);
  for (let row = 0; row < form.count; row++) {
    const option = answers[row] as number;
    if (option < 0) continue;
    const about = (form.group[row] as number) * plan.units.length + (form.unit[row] as number);
    let keyed = byAbout.get(about);
    if (keyed === undefined) {
      keyed = { counts: new Float64Array(most), weighted: new Float64Array(most) };
      byAbout.set(about, keyed);
    }
    const weight = weights === null ? 1 : (weights[form.sheet[row] as number] as number);
    keyed.counts[option] = (keyed.counts[option] as number) + 1;
    keyed.weighted[option] = (keyed.weighted[option] as number) + weight;
  }
}
