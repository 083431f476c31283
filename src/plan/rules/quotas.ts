/** Whether each quota rule has what it needs. The arithmetic itself, and the totals, belong to `quotas`. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nearest } from '../../names.ts';
import type { GroupFile } from '../normalise-groups.ts';
import type { RuleFile } from '../normalise-quota.ts';
import type { Group, QuotaRuleName } from '../plan.ts';
import type { TreePath } from '../tree.ts';
import { type Rule, type RuleContext, unknownNames } from './rule.ts';

export const quotaRules: readonly Rule[] = [
  { needs: ['groups'], check: oneRule, spoils: ['groups'] },
  { needs: ['groups', 'places'], check: rulesHaveUnits, spoils: ['groups'] },
  { needs: ['groups', 'units'], check: countedUnits },
  { needs: ['groups', 'units'], check: exceptedUnits },
  { needs: ['groups'], check: exceptedRules },
  { needs: ['groups', 'units'], check: sizedTypes },
  { needs: ['groups', 'places'], check: stageLevels },
  { needs: ['groups'], check: bandLimits },
];

/** In the order in which error texts list them. */
export const ruleNames: readonly QuotaRuleName[] = [
  'total',
  'counts',
  'each',
  'census',
  'per',
  'share',
  'formula',
  'split',
  'stages',
  'band',
  'from',
];

function written(rule: RuleFile): readonly QuotaRuleName[] {
  return ruleNames.filter((name) => rule[name] !== undefined);
}

interface PlacedRule {
  readonly group: GroupFile;
  readonly rule: RuleFile;
  readonly path: TreePath;
}

/** The rule of each group, and those of its exceptions. */
function allRules(groups: readonly GroupFile[]): readonly PlacedRule[] {
  return groups.flatMap((group, position) => {
    const path = ['groups', position, 'quota'];
    const exceptions = Object.entries(group.quota.except ?? {}).map(([unit, rule]) => {
      return { group, rule, path: [...path, 'except', unit] };
    });
    return [{ group, rule: group.quota, path }, ...exceptions];
  });
}

function oneRule({ file, at }: RuleContext): readonly Finding[] {
  return allRules(file.groups).flatMap(({ group, rule, path }) => {
    const rules = written(rule);
    const args = { group: group.id, rules, known: ruleNames };
    return rules.length === 1 ? [] : [finding('plan/one-quota-rule', at(path, 'key'), args)];
  });
}

/** Every rule but `total` works unit by unit; `stages` place by place. */
function rulesHaveUnits({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap((group, position) => {
    const path: TreePath = ['groups', position];
    if (group.in === 'places' && file.places === undefined) {
      return [finding('plan/missing-key', at([...path, 'in']), { key: 'places' })];
    }
    const [rule] = written(group.quota);
    if (rule === undefined) return [];
    const needsPlaces = rule === 'stages';
    const fits =
      needsPlaces === (group.in === 'places') && (rule === 'total' || group.in !== undefined);
    const args = { group: group.id, rule, places: needsPlaces };
    return fits ? [] : [finding('plan/quota-needs-in', at([...path, 'quota', rule], 'key'), args)];
  });
}

function countedUnits(context: RuleContext): readonly Finding[] {
  return context.file.groups.flatMap((group, position) => {
    const { counts } = group.quota;
    const over = context.plan.groups[position]?.over;
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

/** An exception stands for one unit: a table of units or stages of places say nothing there. */
function exceptedRules({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap((group, position) =>
    Object.entries(group.quota.except ?? {}).flatMap(([unit, except]) => {
      const [rule] = written(except);
      if (rule !== 'counts' && rule !== 'stages') return [];
      const path: TreePath = ['groups', position, 'quota', 'except', unit, rule];
      return [finding('plan/except-rule', at(path, 'key'), { group: group.id, unit, rule })];
    }),
  );
}

function exceptedUnits(context: RuleContext): readonly Finding[] {
  return context.file.groups.flatMap((group, position) => {
    const units = Object.keys(group.quota.except ?? {});
    const path: TreePath = ['groups', position, 'quota', 'except'];
    const inside = unitsOf(context.plan.groups[position]);
    return unitKeys(units, path, inside, group.id, 'except', context);
  });
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

function sizedTypes({ file, units, at }: RuleContext): readonly Finding[] {
  const types = [...new Set(units.flatMap(({ type }) => (type === null ? [] : [type])))];
  return allRules(file.groups).flatMap(({ rule, path }) => {
    if (rule.each === undefined || typeof rule.each === 'number') return [];
    const references = Object.keys(rule.each.by_type ?? {}).map((id) => {
      return { id, at: at([...path, 'each', 'by_type', id], 'key') };
    });
    return unknownNames('type', references, types);
  });
}

function stageLevels({ file, at }: RuleContext): readonly Finding[] {
  const known = file.places?.levels ?? [];
  return allRules(file.groups).flatMap(({ group, rule, path }) => {
    if (rule.stages === undefined || file.places === undefined) return [];
    const levels = rule.stages.by.map(({ level }) => level);
    const by = [...path, 'stages', 'by'];
    const references = levels.map((id, position) => ({ id, at: at([...by, position, 'level']) }));
    const unknown = unknownNames('level', references, known);
    const expected = known.slice(0, Math.max(1, levels.length));
    const inOrder = levels.every((level, position) => level === known[position]);
    if (unknown.length > 0 || inOrder) return unknown;
    return [finding('plan/stage-order', at(by, 'key'), { group: group.id, levels, expected })];
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
