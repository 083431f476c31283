/** How places came into the sample: which of them one draw chose among, so that the replies of one place stay together. */
import type { Group, Place, PlaceId, Plan } from '../plan/plan.ts';
import type { ChosenPlace, Quotas } from '../quotas/quota.ts';

/** Where the replies of a place belong. */
export interface PlaceDesign {
  /** The place within which it was drawn (empty: the whole frame); where nothing was drawn, the place itself. */
  readonly within: PlaceId;
  /** The place drawn first; null: nothing above the respondents was left to chance. */
  readonly cluster: PlaceId | null;
  /** Places drawn ÷ places they were drawn from; 0: not known, or unequal chances. */
  readonly fraction: number;
  /** A place above them, or their own, was named or chosen by judgement. */
  readonly named: boolean;
}

interface Draws {
  readonly byId: ReadonlyMap<PlaceId, Place>;
  readonly chosen: ReadonlyMap<PlaceId, ChosenPlace>;
  /** Places of a level that belong to a unit, by `level\nunit`. */
  readonly ofUnit: ReadonlyMap<string, number>;
  /** By stage and parent: places that the draw took, certain ones apart. */
  readonly drawn: ReadonlyMap<string, number>;
  readonly certain: ReadonlyMap<string, number>;
}

/** For the places where a group's respondents are found. Groups without places have no use for it. */
export function placeDesign(
  plan: Plan,
  group: Group,
  quotas: Quotas,
): (place: PlaceId) => PlaceDesign {
  const draws = drawsOf(plan, group, quotas);
  const known = new Map<PlaceId, PlaceDesign>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const design = designOf(group, draws, place);
    known.set(place, design);
    return design;
  };
}

/**
 * From the outermost stage inwards: a place that was named, or is taken in every draw, stands for itself; the first one that was
 * left to chance is a cluster. The only place of a unit is that unit: what is said is said of it, and the next stage decides.
 */
function designOf(group: Group, draws: Draws, place: PlaceId): PlaceDesign {
  let named = false;
  for (const one of pathTo(draws, place)) {
    const { role, place: id } = one;
    if (role === 'named' || role === 'purposive') named = true;
    const fraction = fractionOf(group, draws, one);
    if (isByLot(one) && fraction < 1 && !isWholeUnit(group, draws, id)) {
      return { within: draws.byId.get(id)?.parent ?? '', cluster: id, fraction, named };
    }
  }
  return { within: place, cluster: null, fraction: 0, named };
}

function isByLot({ role }: ChosenPlace): boolean {
  return role === 'drawn' || role === 'stand-in';
}

/** Chosen places from the outermost to the one given. */
function pathTo({ byId, chosen }: Draws, place: PlaceId): readonly ChosenPlace[] {
  const path: ChosenPlace[] = [];
  for (let at = byId.get(place); at !== undefined; at = byId.get(at.parent ?? '')) {
    const one = chosen.get(at.id);
    if (one !== undefined) path.unshift(one);
  }
  return path;
}

function isWholeUnit({ about }: Group, { byId, ofUnit }: Draws, id: PlaceId): boolean {
  const place = byId.get(id);
  if (about.kind !== 'own' || place === undefined || place.unit === null) return false;
  return ofUnit.get(`${place.level}\n${place.unit}`) === 1;
}

/** With equal chances within the parent; places that are taken in every draw are left out of both counts. */
function fractionOf({ quota }: Group, draws: Draws, { place, stage, among }: ChosenPlace): number {
  const how = quota.rule === 'stages' ? quota.stages[stage]?.how : undefined;
  if (how !== 'random' && how !== 'systematic') return 0;
  const key = drawKey(draws.byId, stage, place);
  const all = among - (draws.certain.get(key) ?? 0);
  return all <= 0 ? 0 : Math.min(1, (draws.drawn.get(key) ?? 0) / all);
}

function drawKey(byId: ReadonlyMap<PlaceId, Place>, stage: number, place: PlaceId): string {
  return `${stage}\n${byId.get(place)?.parent ?? ''}`;
}

function drawsOf(plan: Plan, group: Group, quotas: Quotas): Draws {
  const byId = new Map(plan.places.map((place) => [place.id, place]));
  const asked = (quotas.groups.find((one) => one.group === group.id)?.places ?? []).filter(
    ({ role }) => role !== 'reserve' && role !== 'replaced',
  );
  const keyOf = ({ stage, place }: ChosenPlace): string => drawKey(byId, stage, place);
  const lots = asked.filter(isByLot);
  return {
    byId,
    chosen: new Map(asked.map((one) => [one.place, one])),
    ofUnit: counted(plan.places.map(({ level, unit }) => `${level}\n${unit ?? ''}`)),
    drawn: counted(lots.map(keyOf)),
    certain: counted(asked.filter(({ role }) => role === 'certain').map(keyOf)),
  };
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
