/** The same people asked again (phúc tra): how far their answers agree, and what follows for each unit. */
import type { BackCheckRules, Plan, Question, QuestionId, Scale } from '../plan/plan.ts';
import { type Crossed, kappa, pooledKappa } from '../stats/agreement.ts';
import { type Exact, exact, parseExact, percentOf } from '../stats/exact.ts';
import { missingOf } from '../stats/missing.ts';
import { type Rate, rate } from './entry.ts';
import type { Pair, Pairing } from './pairs.ts';

/** `pending`: nobody of it was asked again yet. */
export type Decision = 'accepted' | 'redo' | 'void' | 'pending';

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
  readonly questions: readonly QuestionAgreement[];
  readonly sites: readonly PartAgreement[];
  readonly collectors: readonly PartAgreement[];
  /** Sheets that count only one of the two times: not compared. */
  readonly voids: number;
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

/** Counts of some pairs, question by question. */
class Counts {
  readonly sheets = new Set<string>();
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

/** `selected`: units and places that sheets were selected from (as `siteOf` has them), told also where nobody was asked yet. */
export function compareBackChecks(
  plan: Plan,
  pairing: Pairing,
  selected: readonly string[] = [],
): BackCheck {
  const rules = plan.checks.backCheck;
  const scales = new Map(plan.scales.map((scale) => [scale.id, scale]));
  const grids = new Set(
    plan.groups
      .filter(({ about }) => about.kind === 'units' && about.units.length > 1)
      .map(({ id }) => id),
  );
  const whole = new Counts();
  const sites = new Map<string, Counts>(selected.map((key) => [key, new Counts()]));
  const collectors = new Map<string, Counts>();
  const voids = new Set<string>();
  for (const pair of pairing.pairs()) {
    if (pair.first.voidReason !== null || pair.second.voidReason !== null) {
      voids.add(pair.sheet);
      continue;
    }
    const compared = comparedFields(pair, pairing, rules, scales);
    const { collector } = pair.first;
    const own = [whole, countsOf(sites, siteOf(pair, grids.has(pair.first.group)))];
    if (collector !== null) own.push(countsOf(collectors, collector));
    for (const counts of own) counts.add(pair.sheet, compared);
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
    questions: questionsOf(plan, whole, rules, scales),
    sites: parts(sites),
    collectors: parts(collectors),
    voids: voids.size,
  };
}

/** Where questions have types, those that cannot have changed and those easily mistaken decide; else all do. */
export function isDeciding({ types }: BackCheckRules, question: QuestionId): boolean {
  const type = types[question];
  return Object.keys(types).length === 0 || type === '1' || type === '2';
}

export function decide({ percent }: Rate, { limit, voidAbove }: BackCheckRules): Decision {
  if (percent === null) return 'pending';
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

/** Of two figures, or of two options in steps of their scale; null: there is none. */
function distance(
  { kind, scale }: Question,
  first: string,
  second: string,
  scales: ReadonlyMap<string, Scale>,
): Exact | null {
  if (kind === 'number') {
    const [one, other] = [parseExact(first), parseExact(second)];
    return one === null || other === null ? null : one.sub(other).abs();
  }
  if (kind !== 'scale') return null;
  const codes = orderedCodes(scales.get(scale ?? ''));
  const [one, other] = [codes?.indexOf(first) ?? -1, codes?.indexOf(second) ?? -1];
  return one < 0 || other < 0 ? null : exact(Math.abs(one - other));
}

/** Options with points, where these only rise or only fall; null: the scale has no order. */
function orderedCodes(scale: Scale | undefined): readonly string[] | null {
  const scored = (scale?.options ?? []).filter(({ points }) => points !== null);
  const steps = scored.slice(1).map(({ points }, at) => {
    const before = scored[at]?.points;
    return points === null || before == null ? 0 : Math.sign(points.compare(before));
  });
  const [way] = steps;
  if (way === undefined || way === 0 || steps.some((step) => step !== way)) return null;
  return scored.map(({ code }) => code);
}

function codesOf(
  { kind, scale }: Question,
  scales: ReadonlyMap<string, Scale>,
): readonly string[] | null {
  return kind === 'scale'
    ? (scales.get(scale ?? '')?.options.map(({ code }) => code) ?? null)
    : null;
}

/** Null: no table can be made of the question. */
function crossedBy(all: readonly Compared[], codes: readonly string[] | null): Crossed | null {
  if (codes === null) return null;
  const crossed = codes.map(() => codes.map(() => 0));
  for (const { first, second } of all) {
    const row = crossed[codes.indexOf(first)];
    const at = codes.indexOf(second);
    if (row !== undefined && at >= 0) row[at] = (row[at] ?? 0) + 1;
  }
  return crossed;
}

function partOf(
  key: string,
  counts: Counts,
  rules: BackCheckRules,
  crossed: (all: readonly Compared[], question: Question) => Crossed | null,
): PartAgreement {
  const deciding = counts.errors((question) => isDeciding(rules, question));
  const { size: sheets } = counts.sheets;
  const decision = decide(deciding, rules);
  return { key, sheets, ...counts.agreement(crossed), deciding, decision };
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
