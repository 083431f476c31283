/** What a quota rule sees of a row, and what it answers. */
import type { Lang } from '../../findings/finding.ts';
import { wordsIn } from '../../findings/words.ts';
import type { Group, Place, Plan, QuotaRule, QuotaRuleName, Unit } from '../../plan/plan.ts';
import { type Exact, exact, parseExact, roundExact } from '../../stats/exact.ts';

export type RuleOf<N extends QuotaRuleName> = Extract<QuotaRule, { rule: N }>;
export type Bilingual = Readonly<Record<Lang, string>>;

/** What a rule may look at: the plan, its group, and whom the row is for (neither: the group as a whole). */
export interface RowScope {
  readonly plan: Plan;
  readonly group: Group;
  readonly unit: Unit | null;
  readonly place: Place | null;
}

/** What is wrong with a row; rows of a group that have the same trouble are reported together. */
export type RowTrouble =
  | { readonly kind: 'figure-missing' | 'figure-unknown'; readonly figure: string }
  | { readonly kind: 'type-without-size'; readonly type: string }
  | { readonly kind: 'value-without-size'; readonly figure: string; readonly value: number }
  | { readonly kind: 'cost-not-positive'; readonly figure: string }
  | {
      readonly kind:
        | 'floor-above-population'
        | 'above-population'
        | 'replies-out-of-reach'
        | 'reserve-out-of-reach';
      readonly size: number;
      readonly population: number;
    }
  | {
      readonly kind: 'band-floor-above-count';
      readonly atLeast: number;
      readonly observed: number;
    };

export interface RuleResult {
  /** A whole number; null while it is not known, or while `exact` is still to be rounded. */
  readonly size: number | null;
  /** What a formula, share or split gave before rounding. */
  readonly exact: Exact | null;
  /** The rule's own bounds, after rounding: the floor and cap of a share. */
  readonly atLeast: number;
  readonly atMost: number | null;
  /** Replies that will be accepted (band). */
  readonly least: number | null;
  readonly most: number | null;
  readonly population: number | null;
  /** How the population bounds the size: it cuts it, a total that must be kept only warns, or it is no bound at all. */
  readonly ceiling: 'cuts' | 'warns' | 'none';
  readonly census: boolean;
  readonly source: string | null;
  readonly designEffect: Exact | null;
  readonly reason: Bilingual;
  readonly troubles: readonly RowTrouble[];
}

/** One shape for all results: rows come by the ten thousand. */
export function known(
  size: number | null,
  reason: Bilingual,
  over: Partial<RuleResult> = {},
): RuleResult {
  return {
    size,
    exact: over.exact ?? null,
    atLeast: over.atLeast ?? 0,
    atMost: over.atMost ?? null,
    least: over.least ?? null,
    most: over.most ?? null,
    population: over.population ?? null,
    ceiling: over.ceiling ?? 'cuts',
    census: over.census ?? false,
    source: over.source ?? null,
    designEffect: over.designEffect ?? null,
    reason,
    troubles: over.troubles ?? none,
  };
}

const none: readonly RowTrouble[] = [];

export function unknown(reason: Bilingual, troubles: readonly RowTrouble[] = []): RuleResult {
  return known(null, reason, { troubles });
}

/** A figure of the row: its unit's, its place's, or the survey's own where the group is asked as a whole. */
export type FigureRead =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly lacking: RuleResult };

/** As it stands: one that is declared an amount may have decimals. */
export function readAmount({ plan, unit, place }: RowScope, figure: string): FigureRead {
  const holder = unit ?? place;
  const value = holder === null ? plan.figures[figure]?.value : holder.attributes[figure];
  if (value !== undefined && value !== null) return { ok: true, value };
  const name = figureName(plan, figure);
  const kind = value === undefined ? 'figure-missing' : 'figure-unknown';
  const reason = { vi: `Chưa có số liệu: ${name}`, en: `Not known yet: ${name}` };
  const lacking = unknown(reason, [{ kind, figure }]);
  return { ok: false, lacking };
}

/** A whole number. An amount in its place is refused where the plan is read; here the row stays open. */
export function readCount(scope: RowScope, figure: string): FigureRead {
  const read = readAmount(scope, figure);
  if (!read.ok || Number.isInteger(read.value)) return read;
  const name = figureName(scope.plan, figure);
  const lacking = unknown({ vi: `Không phải số đếm: ${name}`, en: `Not a count: ${name}` });
  return { ok: false, lacking };
}

/** The value of a figure as a population; null: an amount (a cost, a volume) is nobody, and bounds no number of sheets. */
export function populationIn({ figures }: Plan, figure: string, value: number): number | null {
  return figures[figure]?.counts === 'amount' ? null : value;
}

/** As readers call it. */
export function figureName({ figures }: Plan, figure: string): string {
  return figures[figure]?.name ?? figure;
}

/** A figure as a rational: decimals as written, not as the nearest binary number. */
export function exactFigure(value: number): Exact {
  return Number.isInteger(value) ? exact(value) : (parseExact(String(value)) ?? exact(0));
}

/** So many percent of a figure. */
export function shareOf(value: number, percent: Exact): Exact {
  if (!Number.isInteger(value)) return exactFigure(value).mul(percent).div(100);
  // One quotient instead of three: rows come by the ten thousand.
  return exact(BigInt(value) * (percent.n as bigint), 100n * (percent.d as bigint));
}

const written = { vi: wordsIn('vi'), en: wordsIn('en') };

/** A count as readers write it. */
export function countIn(value: number, lang: Lang): string {
  return written[lang].int(value);
}

/** A count or an amount as readers write it. */
export function figureIn(value: number, lang: Lang): string {
  return Number.isInteger(value) ? countIn(value, lang) : decimalIn(String(value), lang);
}

/** An exact number as readers write it, to two decimals where it has more. */
export function exactIn(value: Exact, lang: Lang): string {
  return decimalIn(shortText(value), lang);
}

/** Plain decimal text as readers write it. */
export function decimalIn(text: string, lang: Lang): string {
  return text.length <= 3 && !text.includes('.') ? text : written[lang].decimal(text);
}

/** Plain decimal text of at most two decimals, without idle zeros: 117.25, 4.1, 30. */
export function shortText(value: Exact): string {
  const hundredths = smallHundredths(value);
  const text =
    hundredths === null
      ? roundExact(value, 2, 'half-up')
      : `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
  if (!text.endsWith('0')) return text;
  return text.endsWith('00') ? text.slice(0, -3) : text.slice(0, -1);
}

/** Rounded half up, without BigInts: below 2^53 the quotient of two whole numbers has the right whole part. */
function smallHundredths(value: Exact): number | null {
  const [top, bottom] = [Number(value.n), Number(value.d)];
  return top < 1e12 && bottom < 1e12 ? Math.floor((200 * top + bottom) / (2 * bottom)) : null;
}

/** `80 %` (vi), `80%` (en). */
export function rateIn(percent: Exact, lang: Lang): string {
  return `${exactIn(percent, lang)}${lang === 'vi' ? ' ' : ''}%`;
}

/** The same in both languages, numbers written as each does. */
export function inBoth<T>(sentence: (lang: Lang) => T): Readonly<Record<Lang, T>> {
  return { vi: sentence('vi'), en: sentence('en') };
}

/** The same for reasons of rows: put into words when somebody reads them, for most commands print none of them. */
export function whenRead(sentence: (lang: Lang) => string): Bilingual {
  return new LateWords(sentence);
}

/** A class, for getters on every object would cost more than the words do. */
class LateWords implements Bilingual {
  readonly #sentence: (lang: Lang) => string;

  constructor(sentence: (lang: Lang) => string) {
    this.#sentence = sentence;
  }

  get vi(): string {
    return this.#sentence('vi');
  }

  get en(): string {
    return this.#sentence('en');
  }

  toJSON(): Bilingual {
    return { vi: this.vi, en: this.en };
  }
}
