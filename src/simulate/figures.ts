/** Simulated figures of units: within their bounds, and such that formulas give points that there can be. */
import { leafCriteria } from '../plan/criteria.ts';
import { figuresOfCriterion, unitsWithout } from '../plan/index-figures.ts';
import type { Criterion, Index, IndexFigure, LeafSource, Unit } from '../plan/plan.ts';
import { type Exact, exact, parseExact, zero } from '../stats/exact.ts';
import { namesIn, numberFrom } from '../stats/expression.ts';
import { type Random, randomStream } from '../stats/random.ts';

/** How far above its least a figure without an upper bound may lie, where those beside it in a formula have none either. */
const spread = exact(100);

/** Formulas of several figures may ask for one to be less than the other: drawn anew so often, then left. */
const tries = 300;

/** From so many draws on, small values come more often: bounds of two figures may be far apart. */
const patience = 20;

export interface SimulatedFigure {
  readonly figure: IndexFigure;
  readonly value: Exact;
}

/** `level`: 0 (bad) to 1 (good). In the order of the plan, without figures that the unit does not need. */
export function simulatedFigures(
  index: Index,
  unit: Unit,
  level: number,
  seed: string,
): readonly SimulatedFigure[] {
  const figures = index.figures.filter(({ id }) => !unitsWithout(id, index).has(unit.id));
  const leaves = leafCriteria(index.criteria).filter(({ notFor }) => !notFor.includes(unit.id));
  const draws = new Map(
    figures.map((figure) => {
      const random = randomStream(seed, 'figure', unit.id, figure.id);
      const range = rangeOf(figure, index, leaves);
      return [figure.id, (count: number) => drawn(figure, range, level, random, count)] as const;
    }),
  );
  const values = new Map([...draws].map(([id, draw]) => [id, draw(0)]));
  for (let count = 1; count <= tries; count++) {
    const odd = leaves.find((leaf) => isOdd(leaf, unit, values));
    if (odd === undefined) break;
    for (const id of figuresOfCriterion(odd)) {
      const again = draws.get(id)?.(count);
      if (again !== undefined) values.set(id, again);
    }
  }
  return figures.map((figure) => ({ figure, value: values.get(figure.id) ?? zero }));
}

/** Whether a figure or formula gives no points, or points beyond the bounds of its criterion. */
function isOdd(
  { source, max, bands, normalise }: Criterion,
  { attributes }: Unit,
  values: ReadonlyMap<string, Exact>,
): boolean {
  const figure = (name: string): Exact | null => {
    if (name === 'max') return max;
    const own = Object.hasOwn(attributes, name) ? attributes[name] : null;
    return values.get(name) ?? parseExact(String(own));
  };
  const value = valueFrom(source, figure);
  if (value === 'unknown') return false;
  if (value === null) return true;
  const lowest = bands.at(-1);
  if (lowest !== undefined) return value.lt(lowest.from);
  return normalise === null && (value.lt(zero) || value.gt(max));
}

/** Null: it cannot be worked out. `unknown`: a figure that the plan does not know yet, which no draw can mend, or none at all. */
function valueFrom(source: LeafSource | null, figure: Figures): Exact | null | 'unknown' {
  if (source?.kind === 'figure') return figure(source.figure) ?? 'unknown';
  if (source?.kind !== 'formula') return 'unknown';
  const { expression } = source;
  if (namesIn(expression).figures.some((name) => figure(name) === null)) return 'unknown';
  return numberFrom(expression, { figure, part: () => null });
}

type Figures = (name: string) => Exact | null;

/** `count`: how often it has been drawn before. */
function drawn(
  figure: IndexFigure,
  { from, to }: Range,
  level: number,
  random: Random,
  count: number,
): Exact {
  if (figure.kind === 'yes-no') return exact(random() < level ? 1 : 0);
  const near = Math.min(1, Math.max(0, level + (random() - 0.5) * 0.5));
  const share = count < patience ? near : random() ** (8 * random());
  const width = to.sub(from);
  const [whole, hundredths] = [wholeSteps(width), wholeSteps(width.mul(100))];
  // Counts have no decimals; a narrow range is no count.
  const isCount = from.d === 1n && whole >= 10;
  const steps = isCount ? whole : hundredths;
  const step = isCount ? exact(1) : exact(1, 100);
  return from.add(step.mul(Math.round(share * steps)));
}

interface Range {
  readonly from: Exact;
  readonly to: Exact;
}

/** Its own bounds; where there are none, 0 on, and no more than the criterion that takes it as its points gives. */
function rangeOf(figure: IndexFigure, index: Index, leaves: readonly Criterion[]): Range {
  const { id, from, to } = figure;
  const most = leaves
    .filter(({ source, bands, normalise }) => {
      const isPoints = bands.length === 0 && normalise === null;
      return isPoints && source?.kind === 'figure' && source.figure === id;
    })
    .map(({ max }) => max);
  const width = widthBeside(figure, index, leaves);
  const least = from ?? (to?.lt(zero) === true ? to.sub(width) : zero);
  const bounds = [...(to === null ? [] : [to]), ...most];
  const [first = least.add(width), ...others] = bounds;
  const top = others.reduce((low, one) => (one.lt(low) ? one : low), first);
  const bottom = most.length > 0 && least.lt(zero) ? zero : least;
  return { from: bottom, to: top.lt(bottom) ? bottom : top };
}

/** As wide as the figures that stand in a formula with it: cases in time need as many cases. */
function widthBeside({ id }: IndexFigure, { figures }: Index, leaves: readonly Criterion[]): Exact {
  const together = leaves.map(figuresOfCriterion).filter((names) => names.includes(id));
  const names = new Set(together.flat());
  const tops = figures.flatMap(({ id: other, from, to }) =>
    names.has(other) && to !== null ? [to.sub(from ?? zero).abs()] : [],
  );
  const [first = spread, ...others] = tops;
  return others.reduce((most, one) => (one.gt(most) ? one : most), first);
}

function wholeSteps(width: Exact): number {
  return Math.floor(width.valueOf());
}
