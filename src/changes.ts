/**
 * Scores + those of an earlier survey → what has changed, unit by unit and criterion by criterion, across mergers.
 * Only what means the same is compared: points where the maxima are the same, ranks where the unit is the same and its list
 * comparable, and under another scheme only the criteria that the plan maps. What cannot be compared is null and a finding.
 */

import { noMaximum, ownScores } from './changes/doubts.ts';
import type { Earlier, EarlierPart, EarlierUnit } from './changes/earlier.ts';
import { type Lists, listsOf, type RankIn } from './changes/lists.ts';
import { type Former, type How, haveCommon, type Matched, matchUnits } from './changes/match.ts';
import { type PartChange, partChange, weighted } from './changes/values.ts';
import { finding } from './findings/catalogue.ts';
import type { Checked, Finding } from './findings/finding.ts';
import { nameKey } from './names.ts';
import type { Criterion, Index, Plan, UnitId } from './plan/plan.ts';
import type { PlanWhere } from './plan/where.ts';
import type { CriterionScore, Scores, UnitScore } from './scores/score.ts';
import type { Exact } from './stats/exact.ts';
import { percentOf } from './stats/exact.ts';

export type { Earlier } from './changes/earlier.ts';
export { earlierJson } from './changes/earlier-json.ts';
export { earlierTable } from './changes/earlier-table.ts';
export type { RankIn } from './changes/lists.ts';
export type { Former, How } from './changes/match.ts';
export type { PartChange } from './changes/values.ts';

export interface Changes {
  /** Of the earlier results, as the plan names it. */
  readonly file: string;
  readonly sha256: string;
  readonly scheme: string | null;
  /** Another scheme: totals and ranks are not compared, criteria on percent alone. */
  readonly mapped: boolean;
  /** Those that are compared, parents before children. */
  readonly criteria: readonly ComparedCriterion[];
  /** In the order of the plan. */
  readonly units: readonly UnitChange[];
}

export interface ComparedCriterion {
  readonly code: string;
  readonly name: string;
  /** Its code in the earlier scheme. */
  readonly before: string;
  /** A field: it stands at the top of the tree, or the plan maps it. */
  readonly main: boolean;
}

export interface UnitChange {
  readonly unit: UnitId;
  readonly name: string;
  readonly how: How;
  readonly from: readonly Former[];
  /** Null: totals are not compared. */
  readonly total: PartChange | null;
  readonly rank: RankChange;
  /** By code; criteria that do not apply to it today are not there. */
  readonly criteria: ReadonlyMap<string, PartChange>;
}

export interface RankChange {
  readonly now: RankIn | null;
  /** Null: it had none, or is not the same unit, or totals are not compared. */
  readonly before: RankIn | null;
  /** Places won; null where the two ranks cannot be compared. */
  readonly up: number | null;
}

/** `simulated`: the scores of today are a rehearsal; made-up earlier results are never set beside real ones. */
export function changes(
  plan: Plan & { readonly index: Index },
  scores: Scores,
  earlier: Earlier,
  simulated: boolean,
  where: PlanWhere,
): Checked<Changes | null> {
  const { previous } = plan.index;
  if (previous === null) return { ok: true, value: null, findings: [] };
  if (earlier.simulated && !simulated) {
    const at = where.previous();
    return { ok: false, findings: [finding('changes/simulated', at, { file: earlier.file })] };
  }
  const mapped = previous.criteria !== null;
  const other = otherScheme(plan, earlier);
  if (other !== null && !mapped) {
    return {
      ok: true,
      value: null,
      findings: [finding('changes/other-scheme', where.previous(), other)],
    };
  }
  const matching = matchUnits(plan, earlier.units, where);
  if (!haveCommon(matching.units)) return { ok: true, value: null, findings: matching.findings };
  const criteria = comparedCriteria(plan.index, earlier.units);
  const lists = listsOf(plan, scores, earlier, matching.units);
  const byUnit = new Map(scores.units.map((score) => [score.unit, score]));
  const units = matching.units.flatMap((matched): readonly UnitChange[] => {
    const score = byUnit.get(matched.unit.id);
    return score === undefined ? [] : [unitChange(matched, score, criteria, lists, mapped)];
  });
  const own = ownScores(units, earlier, plan.survey, plan.index, where);
  if (own?.code === 'changes/own-scores') return { ok: false, findings: [own] };
  const findings = [
    ...(own === null ? [] : [own]),
    ...matching.findings,
    ...noMaximum(units, earlier),
    ...absentCriteria(plan.index, earlier.units, where),
    ...otherMethod(plan.index, earlier, where),
  ];
  const { sha256, scheme } = earlier;
  const value = { file: previous.from, sha256, scheme, mapped, criteria, units };
  return { ok: true, value, findings };
}

/** Codes of criteria as the earlier scheme writes them: what is looked for in a table. */
export function earlierCodes({ criteria, previous }: Index): ReadonlySet<string> {
  const map = previous?.criteria ?? null;
  return new Set(map === null ? allOf(criteria).map(({ code }) => code) : Object.values(map));
}

function otherScheme(
  { scheme }: Plan,
  earlier: Earlier,
): { readonly now: string; readonly before: string } | null {
  if (scheme === null || earlier.scheme === null) return null;
  const [now, before] = [scheme, earlier.scheme];
  return nameKey(now) === nameKey(before) ? null : { now, before };
}

/** Rules that were other ones: what is compared is told apart by them too. */
function otherMethod(index: Index, { method }: Earlier, where: PlanWhere): readonly Finding[] {
  const now: Earlier['method'] = {
    combine: index.combine,
    not_applicable: index.notApplicable,
    missing: index.missing,
    survey: index.survey,
  };
  const differ = Object.keys(now).filter((key) => (method[key] ?? now[key]) !== now[key]);
  if (differ.length === 0) return [];
  const rules = differ.map((key) => `${key}: ${method[key]} → ${now[key]}`);
  return [finding('changes/other-method', where.previous(), { rules })];
}

function allOf(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.flatMap((criterion) => [criterion, ...allOf(criterion.children)]);
}

function comparedCriteria(
  { criteria, previous }: Index,
  earlier: readonly EarlierUnit[],
): readonly ComparedCriterion[] {
  const map = previous?.criteria ?? null;
  const there = codesOf(earlier);
  return allOf(criteria).flatMap((criterion): readonly ComparedCriterion[] => {
    const { code, name } = criterion;
    const before = map === null ? code : Object.hasOwn(map, code) ? map[code] : undefined;
    if (before === undefined || !there.has(before)) return [];
    return [{ code, name, before, main: map !== null || criteria.includes(criterion) }];
  });
}

function codesOf(units: readonly EarlierUnit[]): ReadonlySet<string> {
  return new Set(units.flatMap(({ criteria }) => [...criteria.keys()]));
}

/** Codes that the earlier results do not have; nothing is said where they have totals alone and nobody maps any. */
function absentCriteria(
  index: Index,
  earlier: readonly EarlierUnit[],
  where: PlanWhere,
): readonly Finding[] {
  const there = codesOf(earlier);
  const map = index.previous?.criteria ?? null;
  if (map !== null) {
    return Object.entries(map).flatMap(([code, before]) =>
      there.has(before)
        ? []
        : [finding('changes/no-criterion', where.previous(code), { codes: [before] })],
    );
  }
  // A table of totals, or of fields alone, is no mistake.
  const wanted = onlyFields(there, index) ? index.criteria : allOf(index.criteria);
  const absent = wanted.map(({ code }) => code).filter((code) => !there.has(code));
  if (there.size === 0 || absent.length === 0) return [];
  return [finding('changes/no-criterion', where.previous(), { codes: absent })];
}

function onlyFields(there: ReadonlySet<string>, { criteria }: Index): boolean {
  const below = criteria.flatMap(({ children }) => allOf(children));
  return !below.some(({ code }) => there.has(code));
}

function unitChange(
  { unit, how, from }: Matched,
  score: UnitScore,
  criteria: readonly ComparedCriterion[],
  lists: Lists,
  mapped: boolean,
): UnitChange {
  const parts = new Map(partsOf(score.criteria));
  const change = (now: EarlierPart, of: (unit: EarlierUnit) => EarlierPart | null): PartChange =>
    partChange(weighted(from, of), now, mapped);
  return {
    unit: unit.id,
    name: unit.name,
    how,
    from,
    total: mapped ? null : change(totalOf(score), ({ total }) => total),
    rank: rankChange(score, how, from, lists, mapped),
    criteria: new Map(
      criteria.flatMap(({ code, before }) => {
        const now = parts.get(code);
        if (now === undefined) return [];
        return [[code, change(now, (one) => one.criteria.get(before) ?? null)] as const];
      }),
    ),
  };
}

function totalOf({ total, percent }: UnitScore): EarlierPart {
  return { points: total.points, max: total.max, percent };
}

function partsOf(criteria: readonly CriterionScore[]): readonly (readonly [string, EarlierPart])[] {
  return criteria.flatMap((one) => {
    const { code, applies, points, max, children } = one;
    const percent: Exact | null = points === null ? null : percentOf(points, max);
    const own = applies ? [[code, { points, max, percent }] as const] : [];
    return [...own, ...partsOf(children)];
  });
}

function rankChange(
  { unit }: UnitScore,
  how: How,
  from: readonly Former[],
  lists: Lists,
  mapped: boolean,
): RankChange {
  const now = mapped ? null : lists.now(unit);
  const was = how === 'same' && !mapped ? (from[0]?.found ?? null) : null;
  const before = was === null ? null : lists.before(was);
  const isFair = was !== null && now !== null && before !== null && lists.comparable(unit, was);
  return { now, before, up: isFair ? before.rank - now.rank : null };
}
