/** What is wrong with the rows of a group → findings: rows with the same trouble are named in one. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { SizeAbove } from '../findings/quota-sizes.ts';
import { nearest } from '../names.ts';
import type { Group, PlaceId, Plan, UnitId } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { RowTrouble } from './rules/result.ts';

export interface TroubledRow {
  /** Blank: the group as a whole. */
  readonly name: string;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  readonly trouble: RowTrouble;
}

/** Rows with one trouble between them. */
interface Shared {
  readonly trouble: RowTrouble;
  readonly rows: readonly TroubledRow[];
}

type Kind = RowTrouble['kind'];

/** In the order in which they are reported. */
const kinds: readonly Kind[] = [
  'figure-missing',
  'figure-unknown',
  'type-without-size',
  'value-without-size',
  'cost-not-positive',
  'floor-above-population',
  'above-population',
  'replies-out-of-reach',
  'reserve-out-of-reach',
  'band-floor-above-count',
];

export function troubleFindings(
  group: Group,
  rows: readonly TroubledRow[],
  plan: Plan,
  where: PlanWhere,
): readonly Finding[] {
  const shared = new Map<string, { trouble: RowTrouble; rows: TroubledRow[] }>();
  for (const row of rows) {
    const key = keyOf(row.trouble, row.name, poolOf(group, row.unit));
    const same = shared.get(key);
    if (same === undefined) shared.set(key, { trouble: row.trouble, rows: [row] });
    else same.rows.push(row);
  }
  const found = [...shared.values()];
  return kinds.flatMap((kind) =>
    found
      .filter(({ trouble }) => trouble.kind === kind)
      .map((one) => findingOf(plan, group, one, placeOf(group, one, where))),
  );
}

/** What must be the same for rows to share a finding: each pool has a line of its own, a count of visitors is each desk's own. */
function keyOf(trouble: RowTrouble, name: string, pool: string | null): string {
  const facts =
    'figure' in trouble
      ? [trouble.figure, 'value' in trouble ? trouble.value : '']
      : 'type' in trouble
        ? [trouble.type]
        : [trouble.kind === 'band-floor-above-count' ? name : ''];
  return [trouble.kind, pool ?? '', ...facts].join('\n');
}

/**
 * The blank cell of the frame (of several rows the first); else the unit's own line in the quota where there is but one, or its
 * pool's, which the rows share.
 */
function placeOf(group: Group, { trouble, rows }: Shared, where: PlanWhere): Where {
  const [first] = rows;
  if (first === undefined) return where.quota(group.id);
  const { unit, place } = first;
  const lacking = trouble.kind === 'figure-missing' || trouble.kind === 'figure-unknown';
  const holder = unit !== null ? { unit } : place !== null ? { place } : null;
  const cell = lacking && holder !== null ? where.figure(holder, trouble.figure) : null;
  if (cell !== null) return cell;
  const own = rows.length === 1 || poolOf(group, unit) !== null;
  return where.quota(group.id, own ? (unit ?? undefined) : undefined);
}

function poolOf({ pools }: Group, unit: UnitId | null): string | null {
  return pools.find(({ units }) => unit !== null && units.includes(unit))?.name ?? null;
}

function findingOf(
  plan: Plan,
  { people: group }: Group,
  { trouble, rows }: Shared,
  at: Where,
): Finding {
  const units = rows.map(({ name }) => name).filter((name) => name !== '');
  switch (trouble.kind) {
    case 'figure-missing': {
      const attribute = trouble.figure;
      const near = nearest(attribute, [...figuresOf(plan)]);
      return finding('quota/attribute-missing', at, { group, attribute, units, near });
    }
    case 'figure-unknown':
      return finding('quota/attribute-unknown', at, { group, attribute: trouble.figure, units });
    case 'type-without-size':
      return finding('quota/type-without-size', at, { group, type: trouble.type, units });
    case 'value-without-size': {
      const { figure, value } = trouble;
      return finding('quota/value-without-size', at, { group, figure, value, units });
    }
    case 'cost-not-positive':
      return finding('quota/cost-not-positive', at, { group, figure: trouble.figure, units });
    case 'floor-above-population':
      return finding('quota/floor-above-population', at, { group, rows: sizesOf(rows, group) });
    case 'above-population':
      return finding('quota/above-population', at, { group, rows: sizesOf(rows, group) });
    case 'replies-out-of-reach':
      return finding('quota/replies-out-of-reach', at, { group, rows: sizesOf(rows, group) });
    case 'reserve-out-of-reach':
      return finding('quota/reserve-out-of-reach', at, { group, rows: sizesOf(rows, group) });
    case 'band-floor-above-count': {
      const { atLeast, observed } = trouble;
      const unit = units[0] ?? '';
      return finding('quota/band-floor-above-count', at, { group, unit, atLeast, observed });
    }
  }
}

/** Every figure that a unit, a place or the survey as a whole has. */
function figuresOf({ units, places, figures }: Plan): ReadonlySet<string> {
  const held = [...units, ...places].flatMap(({ attributes }) => Object.keys(attributes));
  return new Set([...held, ...Object.keys(figures)]);
}

/** The size that a row would have, and how many there are. */
function sizesOf(rows: readonly TroubledRow[], whole: string): readonly SizeAbove[] {
  return rows.flatMap(({ name, trouble }) =>
    'population' in trouble
      ? [{ name: name === '' ? whole : name, size: trouble.size, population: trouble.population }]
      : [],
  );
}
