/** Whether a stage finds as many places within a parent as the plan says. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { Group, Place, PlaceId, Plan, Stage } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { ChosenPlace } from './quota.ts';

/** A stage within one parent (null: the whole frame). */
export interface StageWithin {
  readonly plan: Plan;
  readonly group: Group;
  readonly where: PlanWhere;
  readonly stage: Stage;
  /** Of the stage, among those of its group. */
  readonly position: number;
  readonly parent: Place | null;
}

/** Of places that the plan chooses. `take` null: no number for the type of the parent. */
export function numberFindings(
  about: StageWithin,
  take: number | null,
  there: number,
): readonly Finding[] {
  if (take === null) return [noNumber(about)];
  if (there === take) return [];
  return [finding('quota/stage-does-not-foot', whereOf(about), { ...argsOf(about), take, there })];
}

/** Of places that chance chooses: how many could be drawn, and how many are in whatever is drawn. */
export function lotFindings(
  about: StageWithin,
  take: number | null,
  { able, certain }: { readonly able: number; readonly certain: number },
): readonly Finding[] {
  if (take === null) return [noNumber(about)];
  const at = whereOf(about);
  const args = argsOf(about);
  const { reserve } = about.stage;
  const left = able - take;
  return [
    ...(left < 0 ? [finding('quota/too-few-places', at, { ...args, take, there: able })] : []),
    ...(certain > take ? [finding('quota/too-many-certain', at, { ...args, take, certain })] : []),
    ...(left >= 0 && left < reserve
      ? [finding('quota/reserve-short', at, { ...args, reserve, there: left })]
      : []),
  ];
}

/** Places that nothing in reserve can stand in for. */
export function replacedFindings(
  about: StageWithin,
  short: readonly PlaceId[],
): readonly Finding[] {
  const { plan, where } = about;
  return short.map((id) => {
    const position = plan.sampling.replaced.findIndex(({ place }) => place === id);
    const place = plan.places.find((one) => one.id === id)?.name ?? id;
    const args = { ...argsOf(about), place, reserve: about.stage.reserve };
    return finding('quota/no-reserve-place-left', where.replaced(position), args);
  });
}

/** Places to be replaced that no draw took. */
export function notDrawnFindings(
  { sampling, places, groups }: Plan,
  made: readonly (readonly ChosenPlace[])[],
  where: PlanWhere,
): readonly Finding[] {
  const chosen = made.flat();
  const waiting = groups.some(({ quota }) => quota.rule === 'stages') && sampling.seed === null;
  if (waiting) return [];
  return sampling.replaced.flatMap(({ place: id }, position) => {
    const found = chosen.filter(({ place }) => place === id);
    const byChance = found.some(({ role }) => role !== 'named' && role !== 'purposive');
    const place = places.find((one) => one.id === id);
    if (byChance || place === undefined) return [];
    const args = { place: place.name, named: found.length > 0 };
    return [finding('quota/replaced-not-drawn', where.replaced(position), args)];
  });
}

function noNumber(about: StageWithin): Finding {
  const type = about.parent?.type ?? '';
  return finding('quota/stage-without-number', whereOf(about), { ...argsOf(about), type });
}

/** Purposive places: as many of each standing as the plan picks, and no other standing. */
export function standingFindings(about: StageWithin, chosen: readonly Place[]): readonly Finding[] {
  const { stage } = about;
  const picks = Object.entries(stage.picks);
  if (stage.how !== 'purposive' || picks.length === 0) return [];
  const counts = new Map<string, number>(picks.map(([standing]) => [standing, 0]));
  for (const { chosen: standing } of chosen) {
    if (standing !== null) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  const args = argsOf(about);
  return [...counts].flatMap(([standing, there]) => {
    const take = stage.picks[standing] ?? 0;
    if (there === take) return [];
    return [
      finding('quota/picks-do-not-match', whereOf(about, 'picks'), {
        ...args,
        standing,
        take,
        there,
      }),
    ];
  });
}

function argsOf({ plan, group, stage, parent }: StageWithin) {
  const level = plan.levels[stage.level] ?? '';
  return { group: group.people, within: parent?.name ?? '', level };
}

function whereOf(
  { where, group, position, parent }: StageWithin,
  key: 'level' | 'picks' = 'level',
): Where {
  return parent === null ? where.stage(group.id, position, key) : where.place(parent.id);
}
