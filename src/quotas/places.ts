/** Places of the sampling frame that a group's stages end at, and whether each stage has as many as the plan says. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Group, Place, Plan } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';

/** The places where respondents are asked: those of the deepest stage. */
export function lastStage(plan: Plan, group: Group): readonly Place[] {
  if (group.quota.rule !== 'stages') return [];
  const level = group.quota.stages.at(-1)?.level;
  return plan.places.filter((place) => place.level === level);
}

/** `Khu phố 1, Phường 2, Thành phố Đông Hà`: the place and the places above it. */
export function placeName(plan: Plan, id: string): string {
  const places = new Map(plan.places.map((place) => [place.id, place]));
  const names: string[] = [];
  for (let place = places.get(id); place !== undefined; ) {
    names.push(place.name);
    place = place.parent === null ? undefined : places.get(place.parent);
  }
  return names.join(', ');
}

/** With named places the frame holds exactly the chosen ones, so every stage can be counted. */
export function stageFindings(plan: Plan, group: Group, where: PlanWhere): readonly Finding[] {
  if (group.quota.rule !== 'stages') return [];
  const findings: Finding[] = [];
  for (const stage of group.quota.stages) {
    const level = plan.levels[stage.level] ?? '';
    const here = plan.places.filter((place) => place.level === stage.level);
    const parents =
      stage.level === 0 ? [null] : plan.places.filter((place) => place.level === stage.level - 1);
    for (const parent of parents) {
      const there = here.filter((place) => place.parent === (parent?.id ?? null)).length;
      const take = stage.take.kind === 'count' ? stage.take.count : 0;
      if (there === take) continue;
      const at = parent === null ? where.quota(group.id) : where.place(parent.id);
      const args = { group: group.id, within: parent?.name ?? '', level, take, there };
      findings.push(finding('quota/stage-does-not-foot', at, args));
    }
  }
  return findings;
}
