/** How places came into the sample: which of them one draw chose among, so that the replies of one place stay together. */
import type { Group, Place, PlaceId, Plan, UnitId } from '../plan/plan.ts';
import type { ChosenPlace, Quotas } from '../quotas/quota.ts';

/** Where the replies of a place belong. */
export interface PlaceDesign {
  /** The draws that led to it, the first one first; none: nothing above the respondents was left to chance. */
  readonly steps: readonly DrawStep[];
  /** Of a place above them, or their own, only some were taken, by name or by judgement. */
  readonly named: boolean;
}

/** One draw of places, and the one in hand. */
export interface DrawStep {
  /** The place within which it was drawn; empty: the whole frame. */
  readonly within: PlaceId;
  readonly place: PlaceId;
  /** Places drawn ÷ places they were drawn from; 0: not known, or unequal chances. */
  readonly fraction: number;
  /** How many places were drawn, whether or not anything came back from them. */
  readonly drawn: number;
}

interface Draws {
  readonly byId: ReadonlyMap<PlaceId, Place>;
  readonly chosen: ReadonlyMap<PlaceId, ChosenPlace>;
  /** Places of a level that belong to a unit or hold places that do, by `level\nunit`. */
  readonly ofUnit: ReadonlyMap<string, number>;
  /** By stage and parent: places that the draw took, certain ones apart, and those named or chosen by judgement. */
  readonly drawn: ReadonlyMap<string, number>;
  readonly certain: ReadonlyMap<string, number>;
  readonly named: ReadonlyMap<string, number>;
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
 * From the outermost stage inwards: a place that was named, or is taken in every draw, stands for itself; one that was left to
 * chance is a cluster within whatever stands around it. A place that holds the whole unit is none of these: what is said of
 * the unit is said of it, however it came to be asked.
 */
function designOf(group: Group, draws: Draws, place: PlaceId): PlaceDesign {
  const unit = group.about.kind === 'own' ? (draws.byId.get(place)?.unit ?? null) : null;
  const steps: DrawStep[] = [];
  let named = false;
  for (const one of pathTo(draws, place)) {
    if (holdsWhole(unit, draws, one.place)) continue;
    if (isOneOfSome(draws, one)) named = true;
    const fraction = fractionOf(group, draws, one);
    if (isByLot(one) && fraction < 1) {
      const within = draws.byId.get(one.place)?.parent ?? '';
      const drawn = draws.drawn.get(drawKey(draws.byId, one.stage, one.place)) ?? 0;
      steps.push({ within, place: one.place, fraction, drawn });
    }
  }
  return { steps, named };
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

function holdsWhole(unit: UnitId | null, { byId, ofUnit }: Draws, id: PlaceId): boolean {
  const place = byId.get(id);
  return unit !== null && place !== undefined && ofUnit.get(`${place.level}\n${unit}`) === 1;
}

function isOneOfSome({ byId, named }: Draws, { role, stage, place, among }: ChosenPlace): boolean {
  if (role !== 'named' && role !== 'purposive') return false;
  return (named.get(drawKey(byId, stage, place)) ?? 0) < among;
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
    ofUnit: group.about.kind === 'own' ? placesOfUnits(plan, byId) : new Map(),
    drawn: counted(lots.map(keyOf)),
    certain: counted(asked.filter(({ role }) => role === 'certain').map(keyOf)),
    named: counted(asked.filter(({ role }) => role === 'named' || role === 'purposive').map(keyOf)),
  };
}

function placesOfUnits(
  { places }: Plan,
  byId: ReadonlyMap<PlaceId, Place>,
): ReadonlyMap<string, number> {
  const holders = new Set<string>();
  const keys: string[] = [];
  for (const { id, unit } of places) {
    if (unit === null) continue;
    for (let at = byId.get(id); at !== undefined; at = byId.get(at.parent ?? '')) {
      const holder = `${at.id}\n${unit}`;
      // Whatever is above has been counted with it.
      if (holders.has(holder)) break;
      holders.add(holder);
      keys.push(`${at.level}\n${unit}`);
    }
  }
  return counted(keys);
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
