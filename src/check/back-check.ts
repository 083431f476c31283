/** The same people asked again (phúc tra): how far their answers agree, and what follows for each unit. */
import { gridGroups } from '../plan/grids.ts';
import type { BackCheckRules, Plan, Question, QuestionId, Scale } from '../plan/plan.ts';
import { type Crossed, kappa, pooledKappa } from '../stats/agreement.ts';
import { type Exact, exact, percentOf } from '../stats/exact.ts';
import { missingOf } from '../stats/missing.ts';
import { fewestShown } from '../stats/small-cells.ts';
import { codesOf, crossedBy, distance, orderedCodes } from './answer-distance.ts';
import { type Rate, rate } from './entry.ts';
import type { Pair, Pairing } from './pairs.ts';

/** `pending`: nobody of it was asked again yet; `undecided`: somebody was, but no answer was compared that decides. */
export type Decision = 'accepted' | 'redo' | 'void' | 'undecided' | 'pending';

export interface Agreement {
  /** Answers given both times; those further apart than the tolerance differ. */
  readonly errors: Rate;
  /** Percent of the answers that are the very same; null of nothing. */
  readonly agreement: Exact | null;
  /** Cohen's, chance worked out question by question; null where it is not defined. */
  readonly kappa: Exact | null;
}

export interface QuestionAgreement extends Agreement {
  readonly question: QuestionId;
  readonly tolerance: Exact | null;
  readonly type: BackCheckRules['types'][string] | null;
  /** Of an ordered scale; else null. */
  readonly linear: Exact | null;
  readonly squared: Exact | null;
}

export interface PartAgreement extends Agreement {
  /** Unit or place, or the group where sheets belong to neither; of a collector: the name. */
  readonly key: string;
  readonly sheets: number;
  /** Of the questions that decide. */
  readonly deciding: Rate;
  readonly decision: Decision;
}

export interface BackCheck {
  readonly sheets: number;
  readonly whole: Agreement;
  /** Of the questions that decide. */
  readonly deciding: Rate;
  readonly questions: readonly QuestionAgreement[];
  readonly sites: readonly PartAgreement[];
  readonly collectors: readonly PartAgreement[];
  /** Sheets that count only one of the two times: not compared. */
  readonly voids: number;
  /** Sheets that were asked again without being selected: they count nowhere else here. */
  readonly strangers: readonly Stranger[];
}

export interface Stranger {
  readonly sheet: string;
  readonly site: string;
  readonly errors: Rate;
}

/** What was selected to be asked again. */
export interface Selected {
  readonly sheets: ReadonlySet<string>;
  /** Units and places (as `siteOf` has them) that sheets were selected from, told also where nobody was asked yet. */
  readonly sites: readonly string[];
}

/** Where a sheet belongs. */
export function siteOf(
  { first: { from, unit, group } }: Pick<Pair, 'first'>,
  isGrid: boolean,
): string {
  if (from.place !== null) return `place:${from.place}`;
  if (from.unit !== null) return `unit:${from.unit}`;
  return isGrid ? `group:${group}` : `unit:${unit}`;
}

interface Compared {
  readonly question: Question;
  readonly first: string;
  readonly second: string;
  readonly isError: boolean;
}

interface StrangerAnswers {
  readonly name: string;
  readonly site: string;
  readonly compared: Compared[];
}

/** Counts of some pairs, question by question. */
class Counts {
  readonly sheets = new Set<string>();
  readonly voids = new Set<string>();
  readonly #byQuestion = new Map<QuestionId, { question: Question; all: Compared[] }>();

  add(sheet: string, compared: readonly Compared[]): void {
    this.sheets.add(sheet);
    for (const one of compared) {
      const { question } = one;
      const own = this.#byQuestion.get(question.id) ?? { question, all: [] };
      this.#byQuestion.set(question.id, own);
      own.all.push(one);
    }
  }

  of(question: QuestionId): readonly Compared[] {
    return this.#byQuestion.get(question)?.all ?? [];
  }

  errors(isAmong: (question: QuestionId) => boolean): Rate {
    const some = [...this.#byQuestion].filter(([id]) => isAmong(id)).flatMap(([, { all }]) => all);
    return rate(some.length, some.filter(({ isError }) => isError).length);
  }

  agreement(crossed: (all: readonly Compared[], question: Question) => Crossed | null): Agreement {
    const all = [...this.#byQuestion.values()].flatMap((one) => one.all);
    const same = all.filter(({ first, second }) => first === second).length;
    const tables = [...this.#byQuestion.values()]
      .map((one) => crossed(one.all, one.question))
      .filter((table) => table !== null);
    return {
      errors: this.errors(() => true),
      agreement: percentOf(exact(same), exact(all.length)),
      kappa: pooledKappa(tables),
    };
  }
}

/** `selected` null: no selection is recorded, and every sheet counts. */
export function compareBackChecks(
  plan: Plan,
  pairing: Pairing,
  selected: Selected | null = null,
): BackCheck {
  const rules = plan.checks.backCheck;
  const scales = new Map(plan.scales.map((scale) => [scale.id, scale]));
  const grids = gridGroups(plan);
  const whole = new Counts();
  const sites = new Map<string, Counts>(selected?.sites.map((key) => [key, new Counts()]));
  const collectors = new Map<string, Counts>();
  const strangers = new Map<string, StrangerAnswers>();
  for (const pair of pairing.pairs()) {
    const site = siteOf(pair, grids.has(pair.first.group));
    const compared = comparedFields(pair, pairing, rules, scales);
    if (selected !== null && !selected.sheets.has(pair.sheet)) {
      const known = strangers.get(pair.sheet);
      if (known === undefined)
        strangers.set(pair.sheet, { name: pair.name, site, compared: [...compared] });
      else known.compared.push(...compared);
      continue;
    }
    const { collector } = pair.first;
    const own = [whole, countsOf(sites, site)];
    if (collector !== null) own.push(countsOf(collectors, collector));
    const isVoid = pair.first.voidReason !== null || pair.second.voidReason !== null;
    for (const counts of own) {
      if (isVoid) counts.voids.add(pair.sheet);
      else counts.add(pair.sheet, compared);
    }
  }
  const crossed = (all: readonly Compared[], question: Question): Crossed | null =>
    crossedBy(all, codesOf(question, scales));
  const parts = (some: ReadonlyMap<string, Counts>): readonly PartAgreement[] =>
    [...some]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, counts]) => partOf(key, counts, rules, crossed));
  return {
    sheets: whole.sheets.size,
    whole: whole.agreement(crossed),
    deciding: whole.errors((question) => isDeciding(rules, question)),
    questions: questionsOf(plan, whole, rules, scales),
    sites: parts(sites),
    collectors: parts(collectors),
    voids: whole.voids.size,
    strangers: [...strangers.values()].map(({ name, site, compared }) => {
      const differing = compared.filter(({ isError }) => isError).length;
      return { sheet: name, site, errors: rate(compared.length, differing) };
    }),
  };
}

/** Where questions have types, those that cannot have changed and those easily mistaken decide; else all do. */
export function isDeciding({ types }: BackCheckRules, question: QuestionId): boolean {
  const type = types[question];
  return Object.keys(types).length === 0 || type === '1' || type === '2';
}

export function decide({ percent }: Rate, { limit, voidAbove }: BackCheckRules): Decision {
  if (percent === null) return 'undecided';
  if (percent.compare(limit) <= 0) return 'accepted';
  return voidAbove !== null && percent.compare(voidAbove) > 0 ? 'void' : 'redo';
}

function countsOf(all: Map<string, Counts>, key: string): Counts {
  const counts = all.get(key) ?? new Counts();
  all.set(key, counts);
  return counts;
}

function comparedFields(
  pair: Pair,
  pairing: Pairing,
  rules: BackCheckRules,
  scales: ReadonlyMap<string, Scale>,
): readonly Compared[] {
  return pairing.fields(pair).flatMap(({ question, first, second }): readonly Compared[] => {
    if (first === null || second === null) return [];
    if (missingOf(first) !== null || missingOf(second) !== null) return [];
    const apart = distance(question, first, second, scales);
    const tolerance = rules.tolerance[question.id];
    const isError =
      first !== second &&
      (apart === null || tolerance === undefined || apart.compare(tolerance) > 0);
    return [{ question, first, second, isError: isError && apart?.equals(0) !== true }];
  });
}

function partOf(
  key: string,
  counts: Counts,
  rules: BackCheckRules,
  crossed: (all: readonly Compared[], question: Question) => Crossed | null,
): PartAgreement {
  const deciding = counts.errors((question) => isDeciding(rules, question));
  const { size: sheets } = counts.sheets;
  const isAsked = sheets + counts.voids.size > 0;
  const decision = isAsked ? decide(deciding, rules) : 'pending';
  const agreement = counts.agreement(crossed);
  // Of a handful of sheets kappa says nothing.
  const own = sheets < fewestShown ? null : agreement.kappa;
  return { key, sheets, ...agreement, kappa: own, deciding, decision };
}

function questionsOf(
  { forms }: Plan,
  whole: Counts,
  rules: BackCheckRules,
  scales: ReadonlyMap<string, Scale>,
): readonly QuestionAgreement[] {
  const asked = new Map(forms.flatMap(({ questions }) => questions.map((one) => [one.id, one])));
  return [...asked.values()].flatMap((question): readonly QuestionAgreement[] => {
    const all = whole.of(question.id);
    if (all.length === 0) return [];
    const same = all.filter(({ first, second }) => first === second).length;
    const crossed = crossedBy(all, codesOf(question, scales));
    const codes = question.kind === 'scale' ? orderedCodes(scales.get(question.scale ?? '')) : null;
    const ordered = crossedBy(all, codes);
    return [
      {
        question: question.id,
        tolerance: rules.tolerance[question.id] ?? null,
        type: rules.types[question.id] ?? null,
        errors: rate(all.length, all.filter(({ isError }) => isError).length),
        agreement: percentOf(exact(same), exact(all.length)),
        kappa: crossed === null ? null : kappa(crossed),
        linear: ordered === null ? null : kappa(ordered, 'linear'),
        squared: ordered === null ? null : kappa(ordered, 'squared'),
      },
    ];
  });
}
