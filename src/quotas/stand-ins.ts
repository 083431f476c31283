/** Reserve places put to use: drawn places that cannot be surveyed, and those that stand in for them. */
import type { PlaceId } from '../plan/plan.ts';
import type { ReplacedPlace } from '../plan/sampling.ts';
import { type ChosenPlace, isAsked } from './quota.ts';

export interface StandIns {
  readonly places: readonly ChosenPlace[];
  /** Places to be replaced for which no reserve is left; they stay in. */
  readonly short: readonly PlaceId[];
}

/**
 * `places`: those of one draw, the reserves in their order. A stand-in takes over the chance of the place that it stands for: it
 * is counted in its stead, as is usual with substitutes. A reserve that is itself out of reach is passed over.
 */
export function standIns(
  places: readonly ChosenPlace[],
  replaced: readonly ReplacedPlace[],
): StandIns {
  const byId = new Map(places.map((place) => [place.place, place]));
  const short: PlaceId[] = [];
  for (const { place: id, why } of replaced) {
    const out = byId.get(id);
    if (out === undefined) continue;
    if (isAsked(out)) {
      const next = nextReserve(byId);
      if (next === null) {
        short.push(id);
        continue;
      }
      const { inclusion } = out;
      byId.set(next.place, { ...next, role: 'stand-in', standsFor: id, inclusion });
    }
    byId.set(id, { ...out, role: 'replaced', why });
  }
  return { places: [...byId.values()], short };
}

function nextReserve(places: ReadonlyMap<PlaceId, ChosenPlace>): ChosenPlace | null {
  for (const place of places.values()) if (place.role === 'reserve') return place;
  return null;
}
