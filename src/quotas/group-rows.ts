/** The rows of one group: whom each is for, by which rule, and how many sheets. */
import type { Group, IsoDate, Place, Plan, QuotaRule, Unit, UnitId } from '../plan/plan.ts';
import type { AllocationProblem } from '../stats/allocate.ts';
import type { Exact } from '../stats/exact.ts';
import { placeName, type SamplingFrame } from './frame.ts';
import { type RuledRow, rowModifier } from './modifiers.ts';
import type { ChosenPlace, QuotaRow, QuotaTarget } from './quota.ts';
import type { RowScope } from './rules/result.ts';
import { ruledRows } from './rules.ts';
import type { TroubledRow } from './troubles.ts';

export interface GroupRows {
  readonly rows: readonly QuotaRow[];
  readonly troubled: readonly TroubledRow[];
  /** Totals that cannot be shared out; `unit`: one of the pool's, null for the group's own rule. */
  readonly problems: readonly {
    readonly problem: AllocationProblem;
    readonly pool: string | null;
    readonly unit: UnitId | null;
  }[];
  /** Units that follow neither an exception nor a pool. */
  readonly own: readonly Unit[];
}

/** The plan, looked up by id. */
export interface RowContext {
  readonly plan: Plan;
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly frame: SamplingFrame;
}

/** A row to be: its target, and what a rule may look at. */
interface Target extends RowScope {
  /** Among the rows of the group. */
  readonly at: number;
  readonly id: string;
  readonly target: QuotaTarget;
  readonly name: string;
  /** Chance that the stages took its place. */
  readonly inclusion: Exact | null;
}

export function groupRows(
  context: RowContext,
  group: Group,
  chosen: readonly ChosenPlace[] | null,
): GroupRows {
  const targets = targetsOf(context, group, chosen);
  const parts = partsOf(group, targets);
  const problems: GroupRows['problems'][number][] = [];
  const ruled: RuledRow[] = [];
  for (const { rule, targets: some, pool, own } of parts) {
    const { rows, problem } = ruledRows(rule, some);
    for (const [at, result] of rows.entries()) {
      const target = some[at];
      if (target !== undefined) ruled[target.at] = { id: target.id, scope: target, result, own };
    }
    const unit = pool === null ? null : (some[0]?.unit?.id ?? null);
    if (problem !== null) problems.push({ problem, pool, unit });
  }
  const own = parts.flatMap((part) => (part.own ? part.targets : []));
  return {
    ...finishedRows(group, targets, ruled),
    problems,
    own: own.flatMap(({ unit }) => unit ?? []),
  };
}

function finishedRows(
  group: Group,
  targets: readonly Target[],
  ruled: readonly RuledRow[],
): Pick<GroupRows, 'rows' | 'troubled'> {
  const troubled: TroubledRow[] = [];
  const rows: QuotaRow[] = [];
  const sendOf = sendDates(group);
  const modify = rowModifier(group.modifiers, ruled);
  for (const { at, target, name, unit, place, inclusion } of targets) {
    const row = ruled[at];
    if (row === undefined) continue;
    const { result } = row;
    const numbers = modify(row, at);
    for (const trouble of numbers.troubles) {
      const holder = target.kind === 'group' ? '' : name;
      troubled.push({ name: holder, unit: unit?.id ?? null, place: place?.id ?? null, trouble });
    }
    rows.push({
      group: group.id,
      target,
      name,
      size: numbers.size,
      wanted: numbers.wanted,
      reserve: numbers.reserve,
      exact: result.exact,
      source: result.source,
      census: numbers.census,
      designEffect: result.designEffect,
      least: result.least,
      most: result.most,
      population: numbers.population,
      reason: numbers.reason,
      send: sendOf(unit),
      inclusion,
    });
  }
  return { rows, troubled };
}

function targetsOf(
  { plan, units, frame }: RowContext,
  group: Group,
  chosen: readonly ChosenPlace[] | null,
): readonly Target[] {
  const { over } = group;
  if (over.kind === 'units') {
    const targets: Target[] = [];
    for (const id of over.units) {
      const unit = units.get(id);
      if (unit === undefined) continue;
      const target = { kind: 'unit', unit: id } as const;
      targets.push({
        at: targets.length,
        id,
        target,
        name: unit.name,
        plan,
        group,
        unit,
        place: null,
        inclusion: null,
      });
    }
    return targets;
  }
  if (over.kind === 'whole' || chosen === null) {
    const { id, name } = group;
    const target = { kind: 'group' } as const;
    return [{ at: 0, id, target, name, plan, group, unit: null, place: null, inclusion: null }];
  }
  const targetAt = (at: number, place: Place, inclusion: Exact | null): Target => ({
    at,
    id: place.id,
    target: { kind: 'place', place: place.id, unit: place.unit },
    name: placeName(frame, place.id),
    plan,
    group,
    unit: null,
    place,
    inclusion,
  });
  if (group.quota.rule !== 'stages')
    return innermost(plan).map((place, at) => targetAt(at, place, null));
  return chosen.flatMap(({ place: id, inclusion }, at) => {
    const place = frame.byId.get(id);
    return place === undefined ? [] : [targetAt(at, place, inclusion)];
  });
}

/** Without stages every place of the innermost level has a row. */
function innermost({ places, levels }: Plan): readonly Place[] {
  return places.filter(({ level }) => level === levels.length - 1);
}

interface Part {
  readonly rule: QuotaRule;
  readonly targets: readonly Target[];
  readonly pool: string | null;
  readonly own: boolean;
}

/** Exceptions one by one, pools one by one, and all others by the group's rule. */
function partsOf(group: Group, targets: readonly Target[]): readonly Part[] {
  const except = new Map(Object.entries(group.except));
  const pooled = new Map(
    group.pools.flatMap((pool) => pool.units.map((unit) => [unit, pool] as const)),
  );
  const own: Target[] = [];
  const exceptions: Part[] = [];
  const inPools = new Map(group.pools.map((pool) => [pool, [] as Target[]]));
  for (const target of targets) {
    const unit = target.unit?.id ?? '';
    const rule = except.get(unit);
    const pool = pooled.get(unit);
    if (rule !== undefined) exceptions.push({ rule, targets: [target], pool: null, own: false });
    else if (pool !== undefined) inPools.get(pool)?.push(target);
    else own.push(target);
  }
  const pools = [...inPools].map(([{ name, split }, some]): Part => {
    return { rule: { rule: 'split', ...split }, targets: some, pool: name, own: false };
  });
  return [{ rule: group.quota, targets: own, pool: null, own: true }, ...exceptions, ...pools];
}

function sendDates({ send, sendByUnit }: Group): (unit: Unit | null) => IsoDate | null {
  const dates = new Map(Object.entries(sendByUnit));
  return (unit) => (unit === null ? undefined : dates.get(unit.id)) ?? send;
}
