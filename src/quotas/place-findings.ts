/** Whether a stage finds as many places within a parent as the plan says. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { Group, Place, Plan, Stage } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';

/** A stage within one parent (null: the whole frame). */
export interface StageWithin {
  readonly plan: Plan;
  readonly group: Group;
  readonly where: PlanWhere;
  readonly stage: Stage;
  readonly parent: Place | null;
}

/** `take` null: no number for the type of the parent. Where chance decides, `lot` says how many could be drawn. */
export function namedFindings(
  about: StageWithin,
  take: number | null,
  there: number,
  lot: { readonly able: number; readonly certain: number } | null = null,
): readonly Finding[] {
  const { group, stage } = about;
  const args = { group: group.people, within: about.parent?.name ?? '', level: levelOf(about) };
  const at = whereOf(about);
  if (take === null) {
    const type = about.parent?.type ?? '–';
    return [finding('quota/stage-without-number', at, { ...args, type })];
  }
  if (lot === null) {
    return there === take
      ? []
      : [finding('quota/stage-does-not-foot', at, { ...args, take, there })];
  }
  const { able, certain } = lot;
  return [
    ...(able < take ? [finding('quota/too-few-places', at, { ...args, take, there: able })] : []),
    ...(certain > take ? [finding('quota/too-many-certain', at, { ...args, take, certain })] : []),
    ...(able >= take && able < take + stage.reserve
      ? [
          finding('quota/reserve-short', at, {
            ...args,
            reserve: stage.reserve,
            there: able - take,
          }),
        ]
      : []),
  ];
}

/** Purposive places: as many of each standing as the plan picks, and no other standing. */
export function standingFindings(about: StageWithin, chosen: readonly Place[]): readonly Finding[] {
  const { group, stage } = about;
  const picks = Object.entries(stage.picks);
  if (stage.how !== 'purposive' || picks.length === 0) return [];
  const counts = new Map<string, number>(picks.map(([standing]) => [standing, 0]));
  for (const { chosen: standing } of chosen) {
    if (standing !== null) counts.set(standing, (counts.get(standing) ?? 0) + 1);
  }
  const args = { group: group.people, within: about.parent?.name ?? '', level: levelOf(about) };
  return [...counts].flatMap(([standing, there]) => {
    const take = stage.picks[standing] ?? 0;
    if (there === take) return [];
    return [
      finding('quota/picks-do-not-match', whereOf(about), { ...args, standing, take, there }),
    ];
  });
}

function levelOf({ plan, stage }: StageWithin): string {
  return plan.levels[stage.level] ?? '';
}

function whereOf({ where, group, parent }: StageWithin): Where {
  return parent === null ? where.quota(group.id) : where.place(parent.id);
}
