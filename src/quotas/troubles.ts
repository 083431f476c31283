/** What is wrong with the rows of a group → findings: rows with the same trouble are named in one. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { SizeAbove } from '../findings/quota-sizes.ts';
import { nearest } from '../names.ts';
import type { Group, Plan, UnitId } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import type { RowTrouble } from './rules/result.ts';

export interface TroubledRow {
  /** Blank: the group as a whole. */
  readonly name: string;
  readonly unit: UnitId | null;
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
    const key = keyOf(row.trouble, row.name);
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

/** What must be the same for rows to share a finding; a count of visitors is each desk's own. */
function keyOf(trouble: RowTrouble, name: string): string {
  const facts =
    'figure' in trouble
      ? [trouble.figure, 'value' in trouble ? trouble.value : '']
      : 'type' in trouble
        ? [trouble.type]
        : [trouble.kind === 'band-floor-above-count' ? name : ''];
  return [trouble.kind, ...facts].join('\n');
}

/** The unit's own line where there is but one. */
function placeOf(group: Group, { rows }: Shared, where: PlanWhere): Where {
  const [only] = rows;
  const unit = rows.length === 1 ? only?.unit : null;
  return where.quota(group.id, unit ?? undefined);
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
