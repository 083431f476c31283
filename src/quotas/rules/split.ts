/** A total shared out among rows: so many for each first, the rest by the method, within bounds, to the last sheet. */
import type { Lang } from '../../findings/finding.ts';
import type { AllocationMethod, Plan, Split } from '../../plan/plan.ts';
import { type AllocationPart, type AllocationProblem, allocate } from '../../stats/allocate.ts';
import { allocationWeights } from '../../stats/allocation-weights.ts';
import { type Exact, exact, zero } from '../../stats/exact.ts';
import {
  type Bilingual,
  countIn,
  exactFigure,
  figureIn,
  figureName,
  inBoth,
  known,
  type RowScope,
  type RowTrouble,
  type RuleResult,
  readAmount,
  readCount,
  unknown,
  whenRead,
} from './result.ts';

/** Rows in the order given; `problem`: the bounds leave no way to share the total out. */
export interface SplitResult {
  readonly rows: readonly RuleResult[];
  readonly problem: AllocationProblem | null;
}

/** One row before the total is shared out. */
interface Part {
  readonly scope: RowScope;
  readonly size: Exact;
  readonly spread: Exact | null;
  readonly cost: Exact | null;
  readonly population: number | null;
  /** Nobody gets more than there are. */
  readonly cap: number | null;
  /** What everybody gets first. */
  readonly first: number;
}

/** Every figure must be known before anything can be shared out: one unknown row would change all the others. */
export function splitRows(rule: Split, scopes: readonly RowScope[]): SplitResult {
  const read = scopes.map((scope) => readPart(rule, scope));
  const parts = read.flatMap((one) => (one.ok ? [one.part] : []));
  if (parts.length < scopes.length) {
    const waiting = unknown({
      vi: 'Chưa đủ số liệu để chia tổng số phiếu',
      en: 'The total cannot be shared out before all figures are known',
    });
    return { rows: read.map((one) => (one.ok ? waiting : one.lacking)), problem: null };
  }
  const shared = shareOut(rule, parts);
  if (!shared.ok) {
    const failed = unknown({
      vi: 'Không chia được tổng số phiếu',
      en: 'The total cannot be shared out',
    });
    return { rows: scopes.map(() => failed), problem: shared.problem };
  }
  const { sizes, exact: reals } = shared;
  const [first] = scopes;
  const words = inBoth((lang) => wordsAround(rule, first?.plan ?? null, lang));
  const rows = parts.map((part, at) =>
    rowOf(rule, part, sizes[at] ?? 0, sum(part.first, reals[at] ?? zero), words),
  );
  return { rows, problem: null };
}

const longest = 10n ** 18n;
const decimals = 10n ** 12n;

/** Exact, unless roots have left a quotient that nobody could read: then to 12 decimals. */
function sum(first: number, value: Exact): Exact {
  const bottom = value.d as bigint;
  const top = (value.n as bigint) + BigInt(first) * bottom;
  if (bottom < longest) return exact(top, bottom);
  return exact((2n * top * decimals + bottom) / (2n * bottom), decimals);
}

type PartRead =
  | { readonly ok: true; readonly part: Part }
  | { readonly ok: false; readonly lacking: RuleResult };

function readPart(rule: Split, scope: RowScope): PartRead {
  const figures = new Map<string, number>();
  for (const figure of [rule.of, rule.spread, rule.cost, rule.cap]) {
    if (figure === null || figures.has(figure)) continue;
    const read = figure === rule.cap ? readCount(scope, figure) : readAmount(scope, figure);
    if (!read.ok) return read;
    figures.set(figure, read.value);
  }
  const value = (figure: string | null): number | null =>
    figure === null ? null : (figures.get(figure) ?? null);
  const cost = value(rule.cost);
  if (cost !== null && cost <= 0) {
    const trouble: RowTrouble = { kind: 'cost-not-positive', figure: rule.cost ?? '' };
    return { ok: false, lacking: unknown({ vi: 'Chi phí bằng 0', en: 'A cost of 0' }, [trouble]) };
  }
  const size = value(rule.of);
  const cap = value(rule.cap);
  const caps = [cap, rule.max].filter((one) => one !== null);
  const part: Part = {
    scope,
    size: size === null ? exact(1) : exactFigure(size),
    spread: exactOrNull(value(rule.spread)),
    cost: exactOrNull(cost),
    population: cap ?? (countsPeople(scope.plan, rule.of) ? size : null),
    cap: caps.length === 0 ? null : Math.min(...caps),
    first: Math.min(rule.each, cap ?? rule.each),
  };
  return { ok: true, part };
}

function exactOrNull(value: number | null): Exact | null {
  return value === null ? null : exactFigure(value);
}

/** Whether a figure counts what sheets are asked of, so that there cannot be more sheets. */
function countsPeople({ figures }: Plan, figure: string | null): boolean {
  const counts = figure === null ? null : (figures[figure]?.counts ?? null);
  return counts === 'people' || counts === 'households' || counts === 'transactions';
}

type Shared =
  | { readonly ok: true; readonly sizes: readonly number[]; readonly exact: readonly Exact[] }
  | { readonly ok: false; readonly problem: AllocationProblem };

/** What is left after everybody's first sheets; the bounds hold for the sum of both. */
function shareOut(rule: Split, parts: readonly Part[]): Shared {
  const given = parts.reduce((sum, { first }) => sum + first, 0);
  const names = parts.map(({ scope }) => rowName(scope));
  if (given > rule.total) {
    const problem = { kind: 'minima', total: rule.total, bound: given, parts: names } as const;
    return { ok: false, problem };
  }
  const weights = allocationWeights[rule.by](parts, rule.parameter);
  const shares = parts.map(
    ({ scope, cap, first }, at): AllocationPart => ({
      id: (scope.unit ?? scope.place)?.id ?? scope.group.id,
      weight: weights[at] ?? zero,
      min: Math.max(0, rule.min - first),
      max: cap === null ? null : Math.max(0, cap - first),
    }),
  );
  const shared = allocate(rule.total - given, shares);
  if (shared.ok) return shared;
  const { kind, bound, parts: ids } = shared.problem;
  const byId = new Map(shares.map(({ id }, at) => [id, names[at] ?? id]));
  const culprits = ids.map((id) => byId.get(id) ?? id);
  const problem = { kind, total: rule.total, bound: bound + given, parts: culprits };
  return { ok: false, problem };
}

function rowName({ unit, place, group }: RowScope): string {
  return (unit ?? place ?? group).name;
}

function rowOf(
  rule: Split,
  part: Part,
  more: number,
  value: Exact,
  words: Readonly<Record<Lang, Around>>,
): RuleResult {
  const { first, population, cap } = part;
  const size = first + more;
  const reason = whenRead((lang) => splitWords(part, size, more, words[lang], lang));
  const capped = rule.cap !== null;
  const short = population !== null && rule.each > population && capped;
  return known(size, reason, {
    exact: value,
    population,
    // The total is kept to the last sheet: only `cap`, inside the split, may hold a row back.
    ceiling: capped && cap !== null ? 'cuts' : 'warns',
    troubles: short ? [{ kind: 'floor-above-population', size: rule.each, population }] : [],
  });
}

const methods: Readonly<Record<AllocationMethod, Bilingual>> = {
  equal: { vi: 'chia đều', en: 'in equal parts' },
  proportional: { vi: 'theo tỷ lệ', en: 'in proportion' },
  'square-root': { vi: 'theo căn bậc hai', en: 'by square root' },
  power: { vi: 'theo lũy thừa', en: 'by power' },
  kish: { vi: 'theo Kish', en: 'by Kish' },
  neyman: { vi: 'theo Neyman', en: 'by Neyman' },
};

/** The sentence around the numbers of a row. */
interface Around {
  readonly before: string;
  /** Name of the figure that is the size; null: all alike. */
  readonly figure: string | null;
}

function wordsAround(rule: Split, plan: Plan | null, lang: Lang): Around {
  const figure = rule.of === null || plan === null ? null : figureName(plan, rule.of);
  const [lead, sheets] = lang === 'vi' ? ['Chia', 'phiếu'] : ['Of', 'sheets'];
  const before = `${lead} ${countIn(rule.total, lang)} ${sheets} ${methods[rule.by][lang]}`;
  return { before, figure };
}

function splitWords(
  { size, first }: Part,
  sheets: number,
  more: number,
  { before, figure }: Around,
  lang: Lang,
): string {
  const own = figure === null ? '' : ` (${figure} ${figureIn(Number(size.valueOf()), lang)})`;
  if (first === 0) return `${before}${own}`;
  return `${before}${own}: ${countIn(first, lang)} + ${countIn(more, lang)} = ${countIn(sheets, lang)}`;
}
