/** Which units of the earlier survey a unit of today was: itself under the same name, or what the unit map says. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { type NameIndex, namedSo, nameIndex, nameKey, nearestOf } from '../names.ts';
import type { Plan, Unit } from '../plan/plan.ts';
import type { PlanWhere } from '../plan/where.ts';
import { type Exact, exact, hundred, isZero, sumExact } from '../stats/exact.ts';
import type { EarlierUnit } from './earlier.ts';

/** One unit of the earlier survey, and how much it says about the unit of today. */
export interface Former {
  /** As the plan, or today's unit, calls it. */
  readonly name: string;
  /** Null: the earlier survey has no results of it. */
  readonly found: EarlierUnit | null;
  /** How much of it is in the unit, in percent. */
  readonly share: Exact;
  readonly weight: Exact;
  /** Share × weight ÷ their sum; the parts of a unit add up to 1. */
  readonly part: Exact;
}

/**
 * `same`: the whole of one unit and nothing else; `part`: a piece of one; `merged`: several;
 * `new`: it was not there; `unclear`: several may be meant, nothing is compared.
 */
export type How = 'same' | 'part' | 'merged' | 'new' | 'unclear';

export interface Matched {
  readonly unit: Unit;
  readonly how: How;
  /** In the order of the plan; empty of a new or unclear one. */
  readonly from: readonly Former[];
}

export interface Matching {
  /** In the order of the plan. */
  readonly units: readonly Matched[];
  readonly findings: readonly Finding[];
}

type Meant = (text: string) => readonly string[];

interface Context {
  readonly index: NameIndex<EarlierUnit>;
  /** Names of today's blocks. */
  readonly blocks: ReadonlyMap<string, string>;
  readonly where: PlanWhere;
  readonly say: (found: Finding) => void;
  /** Near names among all earlier units. */
  readonly ofAll: Meant;
  /** Names that may have been meant; none after many searches: where hundreds are missing they are no slips. */
  readonly near: (text: string, meant: Meant) => readonly string[];
}

/** Whether any unit of today was in the earlier survey, or may have been. */
export function haveCommon(units: readonly Matched[]): boolean {
  return units.some(
    ({ how, from }) => how === 'unclear' || from.some(({ found }) => found !== null),
  );
}

export function matchUnits(
  plan: Plan,
  earlier: readonly EarlierUnit[],
  where: PlanWhere,
): Matching {
  const findings: Finding[] = [];
  const say = (found: Finding): void => void findings.push(found);
  const blocks = new Map(plan.blocks.map(({ id, name }) => [id, name]));
  const ofAll = nearestOf(earlier.map(({ name }) => name));
  const context = { index: nameIndex(earlier), blocks, where, say, ofAll, near: nearFew() };
  const found = plan.units.map((unit) =>
    unit.was.length > 0 ? fromMap(unit, context) : ownPast(unit, context),
  );
  const units = apart(found, context);
  sayRest(units, earlier, context);
  return { units, findings };
}

const mostSearches = 100;

function nearFew(): Context['near'] {
  let searches = 0;
  return (text, meant) => (++searches > mostSearches ? [] : meant(text));
}

/** A unit without a map: by its id, else by its name. */
function ownPast(unit: Unit, context: Context): Matched {
  const { index, where, say } = context;
  const at = where.unit(unit.id);
  const byName = namedSo(unit.name, index);
  const byId = index.byId.get(unit.id);
  const among = byId === undefined ? byName : [...new Set([byId, ...byName])];
  const inBlock = among.filter(({ block }) => block !== null && isBlock(block, unit, context));
  const [only, ...others] = inBlock.length === 1 ? inBlock : among;
  if (only === undefined) return { unit, how: 'new', from: [] };
  if (others.length > 0) {
    const names = among.map(({ id, name }) => (id === name ? name : `${name} (${id})`));
    say(finding('changes/unit-ambiguous', at, { unit: unit.name, among: names }));
    return { unit, how: 'unclear', from: [] };
  }
  if (nameKey(only.name) !== nameKey(unit.name) && !byName.includes(only)) {
    say(finding('changes/other-name', at, { unit: unit.name, id: unit.id, before: only.name }));
  }
  const former = { name: only.name, found: only, share: hundred, weight: exact(1), part: exact(1) };
  return { unit, how: 'same', from: [former] };
}

/** `block`: its id or its name, as the earlier survey wrote it. */
function isBlock(block: string, unit: Unit, { blocks }: Context): boolean {
  const key = nameKey(block);
  return key === nameKey(unit.block) || key === nameKey(blocks.get(unit.block) ?? '');
}

/** A unit with a map: of every former unit what share it says, whether there are results of it or not. */
function fromMap(unit: Unit, { index, where, say, ofAll, near: meant }: Context): Matched {
  const sizes = unit.was.map(({ share, weight }) => share.mul(weight));
  const sum = sumExact(sizes);
  const missing: string[] = [];
  const from = unit.was.map(({ unit: name, share, weight }, position): Former => {
    const among = namedSo(name, index);
    const [only = null] = among;
    const found = among.length === 1 ? only : null;
    if (found === null) missing.push(name);
    const size = sizes[position] ?? exact(0);
    const part = isZero(sum) ? exact(0) : size.div(sum);
    return { name, found, share, weight, part };
  });
  if (missing.length > 0) {
    const near = missing.length > 1 ? [] : meant(missing[0] ?? '', ofAll);
    const args = { unit: unit.name, former: missing, near };
    say(finding('changes/former-missing', where.unit(unit.id), args));
  }
  const [first] = unit.was;
  const alone = unit.was.length === 1;
  const how = !alone ? 'merged' : first?.share.equals(hundred) === true ? 'same' : 'part';
  return { unit, how, from };
}

/** “Xã An Bình” and “Phường An Bình” are both “An Bình”: whose results those are is not known. */
function apart(units: readonly Matched[], { where, say }: Context): readonly Matched[] {
  const owners = new Map<EarlierUnit, Matched[]>();
  for (const one of units.filter(({ unit }) => unit.was.length === 0)) {
    for (const { found } of one.from) {
      if (found !== null) owners.set(found, [...(owners.get(found) ?? []), one]);
    }
  }
  const unclear = new Set<Matched>();
  for (const [found, among] of owners) {
    if (among.length < 2) continue;
    for (const one of among) unclear.add(one);
    const names = among.map(({ unit }) => unit.name);
    const at = where.unit(among[1]?.unit.id ?? '');
    say(finding('changes/unit-shared', at, { before: found.name, units: names }));
  }
  return units.map((one) => (unclear.has(one) ? { ...one, how: 'unclear', from: [] } : one));
}

/**
 * New units that may only be spelled otherwise, those that are new for good, and those that are no longer there.
 * Where not one unit is found, that is said instead: it is more likely another file than another province.
 */
function sayRest(
  units: readonly Matched[],
  earlier: readonly EarlierUnit[],
  { where, say, near: meant }: Context,
): void {
  const used = new Set(units.flatMap(({ from }) => from.map(({ found }) => found)));
  const unclear = units.some(({ how }) => how === 'unclear');
  const free = earlier.filter((one) => !used.has(one));
  const ofFree = nearestOf(free.map(({ name }) => name));
  const fresh: string[] = [];
  for (const { unit, how } of units) {
    if (how !== 'new') continue;
    const near = meant(unit.name, ofFree);
    if (near.length === 0) fresh.push(unit.name);
    else say(finding('changes/unit-not-found', where.unit(unit.id), { unit: unit.name, near }));
  }
  if (!haveCommon(units)) {
    const names = { now: units.map(({ unit }) => unit.name), before: free.map(({ name }) => name) };
    say(finding('changes/no-common-unit', where.previous(), names));
    return;
  }
  if (fresh.length > 0) say(finding('changes/new-units', where.previous(), { units: fresh }));
  if (free.length === 0 || unclear) return;
  say(finding('changes/gone-units', where.previous(), { units: free.map(({ name }) => name) }));
}
