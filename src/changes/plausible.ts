/** What no published result can be, however it was scored: such a figure is a slip of the pen, or of the column. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { type Exact, exact, hundred } from '../stats/exact.ts';
import { type Earlier, type EarlierPart, type EarlierUnit, earlierList } from './earlier.ts';

/** More than any rounding of published figures to one decimal explains. */
const tolerance = exact(1, 10);

/** Bonus points take totals above 100 %, never by half. */
const mostOfAll = exact(150);

/** Whether a percent cannot be one of the whole index, or of a criterion. */
export function isOutside(percent: Exact, whole: boolean): boolean {
  const most = whole ? mostOfAll : hundred.add(tolerance);
  return percent.compare(0) < 0 || percent.gt(most);
}

/** The percent that points ÷ maximum give, where the one that is written is another. */
export function otherPercent(written: Exact | null, worked: Exact | null): Exact | null {
  if (written === null || worked === null) return null;
  return written.sub(worked).abs().gt(tolerance) ? worked : null;
}

/** Percents that were written as shares of 1: not one is above 1, and not all are 0 or 1. */
export function areShares(percents: readonly Exact[]): boolean {
  const between = percents.filter((one) => one.compare(0) > 0 && one.compare(1) < 0);
  return between.length > 0 && percents.every((one) => one.compare(1) <= 0);
}

/** Ranks that their own list cannot hold, and lists that hold one rank for different results. */
export function rankFindings(
  units: readonly EarlierUnit[],
  within: Earlier['within'],
  at: (unit: EarlierUnit) => Where,
): { readonly findings: readonly Finding[]; readonly restarted: ReadonlySet<EarlierUnit> } {
  const findings: Finding[] = [];
  const restarted = new Set<EarlierUnit>();
  for (const list of listsIn(units, within)) {
    const beyond = list.filter(({ rank }) => (rank ?? 0) > list.length);
    for (const unit of beyond) {
      const args = { unit: unit.name, rank: unit.rank ?? 0, of: list.length };
      findings.push(finding('changes/rank-beyond', at(unit), args));
    }
    const twice = sameRank(list);
    if (twice === null || beyond.length > 0) continue;
    const [one, other] = twice;
    const args = { rank: one.rank ?? 0, units: [one.name, other.name] };
    findings.push(finding('changes/rank-repeated', at(other), args));
    for (const unit of list) restarted.add(unit);
  }
  return { findings, restarted };
}

function listsIn(
  units: readonly EarlierUnit[],
  within: Earlier['within'],
): Iterable<readonly EarlierUnit[]> {
  const lists = new Map<string, EarlierUnit[]>();
  for (const unit of units) {
    if (unit.rank === null) continue;
    const key = earlierList(unit, within);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [unit]);
    else list.push(unit);
  }
  return lists.values();
}

/** The first two of one rank whose totals differ: they were ranked in different lists. */
function sameRank(list: readonly EarlierUnit[]): readonly [EarlierUnit, EarlierUnit] | null {
  const byRank = new Map<number, EarlierUnit>();
  for (const unit of list) {
    const rank = unit.rank ?? 0;
    const first = byRank.get(rank);
    if (first === undefined) byRank.set(rank, unit);
    else if (differ(first.total, unit.total)) return [first, unit];
  }
  return null;
}

function differ(one: EarlierPart, other: EarlierPart): boolean {
  const pairs = [
    [one.percent, other.percent],
    [one.points, other.points],
  ] as const;
  const [first] = pairs.filter(([left, right]) => left !== null && right !== null);
  const [left = null, right = null] = first ?? [];
  return left !== null && right !== null && !left.equals(right);
}
