/** Whether each quota rule has what it needs. The arithmetic itself, and the totals, belong to `quotas`. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../names.ts';
import type { Group, QuotaRuleName } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { quotaStageRules } from './quota-stages.ts';
import { quotaValueRules } from './quota-values.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';
import { allRules, ruleNames, rulesWritten } from './written-rules.ts';

export const quotaRules: readonly Rule[] = [
  { needs: ['groups'], check: oneRule, spoils: ['groups'] },
  { needs: ['groups', 'places'], check: rulesHaveUnits, spoils: ['groups'] },
  { needs: ['groups', 'units'], check: countedUnits },
  { needs: ['groups', 'units'], check: exceptedUnits },
  { needs: ['groups'], check: exceptedRules },
  { needs: ['groups', 'units', 'places'], check: sizedTypes },
  { needs: ['groups'], check: bandLimits },
  { needs: ['groups', 'units'], check: pooledUnits },
  ...quotaStageRules,
  ...quotaValueRules,
];

/** Rules that make sense for a group asked as a whole, and for places without a choice by stages. */
const wholeRules: ReadonlySet<QuotaRuleName> = new Set([
  'total',
  'census',
  'per',
  'share',
  'formula',
  'from',
]);
const placeRules: ReadonlySet<QuotaRuleName> = new Set([
  'each',
  'census',
  'per',
  'share',
  'formula',
  'split',
  'stages',
  'from',
]);

function oneRule({ file, at }: RuleContext): readonly Finding[] {
  return allRules(file.groups).flatMap(({ group, rule, path }) => {
    const rules = rulesWritten(rule);
    const args = { group: group.id, rules, known: ruleNames };
    return rules.length === 1 ? [] : [finding('plan/one-quota-rule', at(path, 'key'), args)];
  });
}

/** Most rules work unit by unit or place by place, `stages` on places only. */
function rulesHaveUnits({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap((group, position) => {
    const path: TreePath = ['groups', position];
    if (group.in === 'places' && file.places === undefined) {
      return [finding('plan/missing-key', at([...path, 'in']), { key: 'places' })];
    }
    const [rule] = rulesWritten(group.quota);
    if (rule === undefined || fits(rule, group.in)) return [];
    const args = { group: group.id, rule, places: rule === 'stages' };
    return [finding('plan/quota-needs-in', at([...path, 'quota', rule], 'key'), args)];
  });
}

function fits(rule: QuotaRuleName, over: RuleContext['file']['groups'][number]['in']): boolean {
  if (over === undefined) return wholeRules.has(rule);
  return over === 'places' ? placeRules.has(rule) : rule !== 'stages';
}

function countedUnits(context: RuleContext): readonly Finding[] {
  return context.file.groups.flatMap((group, position) => {
    const { counts } = group.quota;
    const over = normalised(group.id, context)?.over;
    if (counts === undefined || over?.kind !== 'units') return [];
    const path: TreePath = ['groups', position, 'quota', 'counts'];
    const missing = over.units.filter((unit) => !Object.hasOwn(counts, unit));
    const outside = unitKeys(Object.keys(counts), path, over.units, group.id, 'counts', context);
    const args = { group: group.id, units: unitTexts(missing, context) };
    // A mistyped unit is missing only because of the slip.
    if (missing.length === 0 || outside.some(({ code }) => code === 'plan/unknown-name'))
      return outside;
    return [...outside, finding('plan/count-missing', context.at(path, 'key'), args)];
  });
}

/** An exception stands for one unit: a table of units, a total to share out or stages of places say nothing there. */
function exceptedRules({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap((group, position) =>
    Object.entries(group.quota.except ?? {}).flatMap(([unit, except]) => {
      const [rule] = rulesWritten(except);
      if (rule !== 'counts' && rule !== 'stages' && rule !== 'split') return [];
      const path: TreePath = ['groups', position, 'quota', 'except', unit, rule];
      return [finding('plan/except-rule', at(path, 'key'), { group: group.id, unit, rule })];
    }),
  );
}

function exceptedUnits(context: RuleContext): readonly Finding[] {
  return context.file.groups.flatMap((group, position) => {
    const units = Object.keys(group.quota.except ?? {});
    const path: TreePath = ['groups', position, 'quota', 'except'];
    const inside = unitsOf(normalised(group.id, context));
    return unitKeys(units, path, inside, group.id, 'except', context);
  });
}

/** Each unit of a pool: known, in the group, in no other pool and no exception. */
function pooledUnits(context: RuleContext): readonly Finding[] {
  return context.file.groups.flatMap((group, position) => {
    const path: TreePath = ['groups', position, 'quota', 'pools'];
    const inside = new Set(unitsOf(normalised(group.id, context)));
    const known = context.units.map(({ id }) => id);
    const taken = new Map(Object.keys(group.quota.except ?? {}).map((unit) => [unit, 'except']));
    return (group.quota.pools ?? []).flatMap(({ name, units }, index) => {
      const placed = units.map((id, at) => {
        return { id, at: context.at([...path, index, 'units', at]) };
      });
      const unknown = unknownNames('unit', placed, known);
      const strays = placed.filter(({ id, at }) => {
        return !inside.has(id) && !unknown.some((found) => found.at === at);
      });
      const twice = placed.flatMap(({ id: unit, at }) => {
        const first = taken.get(unit);
        taken.set(unit, name);
        if (first === undefined) return [];
        return [finding('plan/unit-in-two-pools', at, { group: group.id, unit, first })];
      });
      const outside = strays.map(({ id: unit, at }) =>
        finding('plan/outside-in', at, { group: group.id, unit, key: 'pools' }),
      );
      return [...unknown, ...outside, ...twice];
    });
  });
}

/** The (first) group of the plan that stands for a written one. */
function normalised(id: string, { plan }: RuleContext): Group | undefined {
  return plan.groups.find(({ people }) => people === id);
}

/** `Xã An Bình (an-binh)`: the name that people know and the id that the plan wants. */
export function unitTexts(ids: readonly string[], { units }: RuleContext): readonly string[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return ids.map((id) => `${names.get(id) ?? id} (${id})`);
}

export function unitsOf(group: Group | undefined): readonly string[] {
  return group?.over.kind === 'units' ? group.over.units : [];
}

/** Keys that should be units of the group: unknown ones, and ones outside `in`. */
export function unitKeys(
  keys: readonly string[],
  path: TreePath,
  inside: readonly string[],
  group: string,
  key: string,
  { units, at }: RuleContext,
): readonly Finding[] {
  const known = new Set(units.map(({ id }) => id));
  const wanted = new Set(inside);
  return keys.flatMap((unit) => {
    const where = at([...path, unit], 'key');
    if (!known.has(unit)) {
      const near = nearest(unit, [...known]);
      return [finding('plan/unknown-name', where, { thing: 'unit', text: unit, near })];
    }
    return wanted.has(unit) ? [] : [finding('plan/outside-in', where, { group, unit, key })];
  });
}

function sizedTypes({ file, units, places, at }: RuleContext): readonly Finding[] {
  const types = new Set([...units, ...places].flatMap(({ type }) => type ?? []));
  return allRules(file.groups).flatMap(({ group, rule, path }) => {
    if (rule.each === undefined || typeof rule.each === 'number') return [];
    const references = Object.keys(rule.each.by_type ?? {}).map((id) => {
      return { id, at: at([...path, 'each', 'by_type', id], 'key') };
    });
    return unknownNames(group.in === 'places' ? 'place-type' : 'type', references, [...types]);
  });
}

function bandLimits({ file, at }: RuleContext): readonly Finding[] {
  return allRules(file.groups).flatMap(({ group, rule: { band }, path }) => {
    const limits = [band?.within, band?.within_forms, band?.at_least];
    if (band === undefined || limits.some((limit) => limit !== undefined)) return [];
    const where = at([...path, 'band'], 'key');
    return [finding('plan/band-without-limit', where, { group: group.id })];
  });
}
