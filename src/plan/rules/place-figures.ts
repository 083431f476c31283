/** Whether the frame agrees with itself: what the places inside a place add up to, against its own figure. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { PlaceEntry } from '../entries.ts';
import type { Stage } from '../plan.ts';
import type { Rule, RuleContext } from './rule.ts';

export const placeFigureRules: readonly Rule[] = [
  { needs: ['places', 'figures'], check: sumsOfPlaces },
  { needs: ['places', 'groups'], check: inhabitedWithoutSize },
];

/** A place with its own figure, and the figures of the places right below it (null: unknown, or not given). */
interface Holder {
  readonly place: PlaceEntry;
  readonly own: number;
  readonly below: readonly (number | null)[];
}

/**
 * Parts may not be more than the whole. They may be fewer, where the frame lists only the chosen places; not where chance
 * chooses among them, for then all of them must be there.
 */
function sumsOfPlaces({ figures, plan, places }: RuleContext): readonly Finding[] {
  const children = childrenOf(places);
  const complete = new Set(stagesOf(plan).flatMap(({ how, level }) => (isLot(how) ? level : [])));
  return Object.entries(figures).flatMap(([figure, { counts }]) => {
    if (counts === null || counts === 'amount') return [];
    const off = holdersOf(figure, places, children).flatMap(({ place, own, below }) => {
      const sum = below.reduce<number>((all, one) => all + (one ?? 0), 0);
      const whole = complete.has(place.level + 1) && !below.includes(null);
      return sum > own || (sum < own && whole) ? [{ place, own, sum }] : [];
    });
    const [first] = off;
    if (first === undefined) return [];
    const rows = off.map(({ place: { name }, own, sum }) => ({ name, own, sum }));
    return [finding('plan/places-do-not-add-up', first.place.figureAt(figure), { figure, rows })];
  });
}

/** Chance by a size of 0 never comes to a place where people live. */
function inhabitedWithoutSize({ plan, places }: RuleContext): readonly Finding[] {
  const children = childrenOf(places);
  const sizes = new Set(
    stagesOf(plan).flatMap(({ how, size, level }) =>
      how === 'pps' && size !== null ? [`${level} ${size}`] : [],
    ),
  );
  return [...sizes].flatMap((key) => {
    const [level, figure = ''] = key.split(' ');
    const empty = holdersOf(figure, places, children).filter(
      ({ place, own, below }) =>
        place.level === Number(level) && own === 0 && below.some((one) => one !== null && one > 0),
    );
    return empty.map(({ place, below }) => {
      const sum = below.reduce<number>((all, one) => all + (one ?? 0), 0);
      const args = { figure, place: place.name, sum };
      return finding('plan/inhabited-place-without-size', place.figureAt(figure), args);
    });
  });
}

function stagesOf({ groups }: RuleContext['plan']): readonly Stage[] {
  return groups.flatMap(({ quota }) => (quota.rule === 'stages' ? quota.stages : []));
}

function isLot(how: Stage['how']): boolean {
  return how !== 'named' && how !== 'purposive';
}

type Children = ReadonlyMap<string | null, readonly PlaceEntry[]>;

function childrenOf(places: readonly PlaceEntry[]): Children {
  const children = new Map<string | null, PlaceEntry[]>();
  for (const place of places) {
    const siblings = children.get(place.parent);
    if (siblings === undefined) children.set(place.parent, [place]);
    else siblings.push(place);
  }
  return children;
}

/** Places whose own figure is known and that have places below which state it too. */
function holdersOf(
  figure: string,
  places: readonly PlaceEntry[],
  children: Children,
): readonly Holder[] {
  return places.flatMap((place) => {
    const own = place.attributes[figure] ?? null;
    const below = (children.get(place.id) ?? []).map(
      ({ attributes }) => attributes[figure] ?? null,
    );
    return own === null || below.every((one) => one === null) ? [] : [{ place, own, below }];
  });
}
