/** The sampling frame, arranged for walking down it. */
import type { Place, PlaceId, Plan } from '../plan/plan.ts';

export interface SamplingFrame {
  readonly byId: ReadonlyMap<PlaceId, Place>;
  /** Places right below a place, in the order of the plan; the outermost ones below null. */
  readonly inside: ReadonlyMap<PlaceId | null, readonly Place[]>;
  /** Position in the plan. */
  readonly order: ReadonlyMap<PlaceId, number>;
  /** Levels at which the plan marks the chosen places. */
  readonly marked: ReadonlySet<number>;
}

export function samplingFrame({ places }: Plan): SamplingFrame {
  const inside = new Map<PlaceId | null, Place[]>();
  for (const place of places) {
    const siblings = inside.get(place.parent);
    if (siblings === undefined) inside.set(place.parent, [place]);
    else siblings.push(place);
  }
  return {
    byId: new Map(places.map((place) => [place.id, place])),
    inside,
    order: new Map(places.map(({ id }, at) => [id, at])),
    marked: new Set(places.filter(isMarked).map(({ level }) => level)),
  };
}

/** Whether the plan marks a place as chosen, with whatever word. */
export function isMarked({ chosen }: Place): boolean {
  return chosen !== null && chosen !== 'no';
}

/** `Khu phố 1, Phường 2, Thành phố Đông Hà`: the place and the places above it. */
export function placeName({ byId }: SamplingFrame, id: PlaceId): string {
  const names: string[] = [];
  for (let place = byId.get(id); place !== undefined; ) {
    names.push(place.name);
    place = place.parent === null ? undefined : byId.get(place.parent);
  }
  return names.join(', ');
}
