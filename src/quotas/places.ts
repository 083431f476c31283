/**
 * The places that a group's stages choose: by the plan's own marks, or by chance from its public seed. Every parent has a
 * stream of its own (`randomStream(seed, 'places', level, parent, method)`), so a place added elsewhere changes no draw. Whatever
 * changes which places come out needs a new `places-` version in the draw record (`src/sample/record.ts`).
 */
import type { Finding } from '../findings/finding.ts';
import type { Group, Place, PlaceId, Plan, Stage } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { ceilExact, type Exact, exact } from '../stats/exact.ts';
import { randomStream } from '../stats/random.ts';
import { drawWithReserve, type SelectionItem, type SelectionName } from '../stats/select.ts';
import { isMarked, type SamplingFrame } from './frame.ts';
import {
  lotFindings,
  numberFindings,
  replacedFindings,
  standingFindings,
} from './place-findings.ts';
import { type ChosenPlace, isAsked } from './quota.ts';
import { exactFigure, type RowTrouble } from './rules/result.ts';
import { standIns } from './stand-ins.ts';

export interface PlaceDraw {
  /** Every place chosen and every reserve, stage by stage, parent by parent. */
  readonly places: readonly ChosenPlace[];
  /** Where sheets go: chosen by the last stage, in the order of the plan; null: it cannot be drawn yet. */
  readonly last: readonly ChosenPlace[] | null;
  readonly findings: readonly Finding[];
  /** Figures that a draw by size lacks, by place. */
  readonly troubles: readonly { readonly place: Place; readonly trouble: RowTrouble }[];
}

/** A parent within which a stage chooses; null: the whole frame. */
interface Parent {
  readonly place: Place | null;
  /** Chance that the stages above took it; null: none of them left it to chance. */
  readonly inclusion: Exact | null;
}

interface DrawContext {
  readonly plan: Plan;
  readonly group: Group;
  readonly frame: SamplingFrame;
  readonly where: PlanWhere;
}

export function drawPlaces(context: DrawContext): PlaceDraw {
  const { plan, group, frame } = context;
  if (group.quota.rule !== 'stages') return { places: [], last: [], findings: [], troubles: [] };
  const all: ChosenPlace[] = [];
  const findings: Finding[] = [];
  const troubles: { place: Place; trouble: RowTrouble }[] = [];
  let parents = firstParents(plan, group.quota.stages[0], frame);
  let last: readonly ChosenPlace[] | null = [];
  for (const [position, stage] of group.quota.stages.entries()) {
    if (isByChance(stage) && plan.sampling.seed === null) {
      return { places: all, last: null, findings, troubles };
    }
    const drawn = parents.map((parent) => drawWithin(context, stage, position, parent));
    for (const one of drawn) {
      all.push(...one.places);
      findings.push(...one.findings);
      troubles.push(...one.troubles);
    }
    const taken = drawn.flatMap(({ places }) => places.filter(isAsked));
    last = inPlanOrder(taken, frame);
    parents = last.map(({ place, inclusion }) => {
      return { place: frame.byId.get(place) ?? null, inclusion };
    });
  }
  return { places: all, last: troubles.length > 0 ? null : last, findings, troubles };
}

type LotStage = Stage & { readonly how: SelectionName };

function isByChance(stage: Stage): stage is LotStage {
  return stage.how !== 'named' && stage.how !== 'purposive';
}

/** Stages may begin at any level: all places above it are parents then. */
function firstParents(
  plan: Plan,
  first: Stage | undefined,
  { inside }: SamplingFrame,
): readonly Parent[] {
  if (first === undefined || first.level === 0) return [{ place: null, inclusion: null }];
  const above = plan.places.filter(({ id, level }) => level === first.level - 1 && inside.has(id));
  return above.map((place) => ({ place, inclusion: null }));
}

function inPlanOrder(
  places: readonly ChosenPlace[],
  { order }: SamplingFrame,
): readonly ChosenPlace[] {
  const at = (id: PlaceId): number => order.get(id) ?? 0;
  return places.toSorted((one, other) => at(one.place) - at(other.place));
}

type Within = Pick<PlaceDraw, 'places' | 'findings' | 'troubles'>;

function drawWithin(context: DrawContext, stage: Stage, position: number, parent: Parent): Within {
  const there = context.frame.inside.get(parent.place?.id ?? null) ?? [];
  const here = there.filter(({ level }) => level === stage.level);
  return isByChance(stage)
    ? byChance(context, stage, position, parent, here)
    : byThePlan(context, stage, position, parent, here);
}

/** How many places a stage takes within a parent; null: its table does not name the parent's type. */
function placesToTake(stage: Stage, parent: Place | null, there: number): number | null {
  const type = parent?.type ?? null;
  const { take } = stage;
  if (take.kind === 'fraction') return ceilExact(take.percent.mul(there).div(100));
  return (type === null ? undefined : take.byType[type]) ?? take.count;
}

/** Named or purposive: the marks in the frame decide; where none is marked at this level, all of them are meant. */
function byThePlan(
  context: DrawContext,
  stage: Stage,
  position: number,
  { place: parent, inclusion }: Parent,
  here: readonly Place[],
): Within {
  const { plan, group, where, frame } = context;
  const marked = stage.how === 'purposive' || frame.marked.has(stage.level);
  const chosen = marked ? here.filter(isMarked) : here;
  const take = placesToTake(stage, parent, here.length);
  const about = { plan, group, where, stage, position, parent };
  const standing = standingFindings(about, chosen);
  const findings = standing.length > 0 ? standing : numberFindings(about, take, chosen.length);
  const role = stage.how === 'purposive' ? 'purposive' : 'named';
  const places = chosen.map(({ id }, at): ChosenPlace => {
    const own = { place: id, stage: position, role, order: at + 1, inclusion } as const;
    return { ...own, among: here.length, standsFor: null, why: null };
  });
  return { places, findings, troubles: [] };
}

function byChance(
  context: DrawContext,
  stage: LotStage,
  position: number,
  parent: Parent,
  here: readonly Place[],
): Within {
  const { plan, group, where } = context;
  const { how } = stage;
  // A draw must not depend on the order of the frame's rows; by interval that order is the point.
  const items = how === 'systematic' ? here : here.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const sizes = sizesOf(stage, items);
  if (sizes.troubles.length > 0) return { places: [], findings: [], troubles: sizes.troubles };
  const take = placesToTake(stage, parent.place, here.length);
  const certain = new Set(items.flatMap((place, at) => (place.certain ? [at] : [])));
  const able = sizes.items.filter(({ size }) => size.compare(0) > 0).length;
  const about = { plan, group, where, stage, position, parent: parent.place };
  const findings = lotFindings(about, take, { able, certain: certain.size });
  const numbers = { take: Math.max(take ?? 0, 0), reserve: stage.reserve };
  const level = plan.levels[stage.level] ?? '';
  const random = randomStream(
    plan.sampling.seed ?? '',
    'places',
    level,
    parent.place?.id ?? '',
    how,
  );
  const draw = drawWithReserve(how, sizes.items, numbers, random, certain);
  const above = parent.inclusion ?? exact(1);
  const alike = { stage: position, among: here.length, standsFor: null, why: null };
  const drawn = [
    ...draw.drawn.map(({ index, certain: sure, inclusion }, at): ChosenPlace => {
      const role = sure ? 'certain' : 'drawn';
      const chance = inclusion.mul(above);
      const place = items[index]?.id ?? '';
      return { place, role, order: at + 1, inclusion: chance, ...alike };
    }),
    ...draw.reserve.map(({ index }, at): ChosenPlace => {
      const place = items[index]?.id ?? '';
      return { place, role: 'reserve', order: at + 1, inclusion: null, ...alike };
    }),
  ];
  const { places, short } = standIns(drawn, plan.sampling.replaced);
  return { places, findings: [...findings, ...replacedFindings(about, short)], troubles: [] };
}

function sizesOf(
  { how, size: figure }: Stage,
  places: readonly Place[],
): { readonly items: readonly SelectionItem[]; readonly troubles: Within['troubles'] } {
  if (how !== 'pps' || figure === null)
    return { items: places.map(() => ({ size: exact(1) })), troubles: [] };
  const troubles: { place: Place; trouble: RowTrouble }[] = [];
  const items = places.map((place) => {
    const value = place.attributes[figure];
    if (value === undefined || value === null) {
      const kind = value === undefined ? 'figure-missing' : 'figure-unknown';
      troubles.push({ place, trouble: { kind, figure } });
    }
    return { size: exactFigure(value ?? 0) };
  });
  return { items, troubles };
}
