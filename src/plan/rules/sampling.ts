/** Whether lists, draws and the rules that need them fit together. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nameKey, nearest } from '../../names.ts';
import { rosterUses } from '../resolve-rosters.ts';
import type { TreePath } from '../tree.ts';
import { duplicateIds, type Rule, type RuleContext, unknownNames } from './rule.ts';

export const samplingRules: readonly Rule[] = [
  { needs: ['groups'], check: selectFits },
  { needs: ['groups'], check: withinCounts },
  { needs: ['groups', 'units', 'places'], check: columnsAreThere },
  { needs: ['groups'], check: listsOnce },
  { needs: ['groups'], check: sheetsAgree },
  { needs: ['places'], check: replacedPlaces },
];

/** Every key of `select` has something to work on. */
function selectFits({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap((group, position): readonly Finding[] => {
    const { select, name } = group;
    if (select === undefined) return [];
    const path: TreePath = ['groups', position, 'select'];
    const how = select.how ?? 'random';
    const unused = [
      ...(select.size !== undefined && how !== 'pps' ? (['size'] as const) : []),
      ...(select.order !== undefined && how === 'random' ? (['order'] as const) : []),
    ];
    const [own] = rosterUses([group]);
    return [
      ...(own === undefined
        ? [finding('sample/select-without-list', at(path, 'key'), { group: name })]
        : []),
      ...(how === 'pps' && select.size === undefined
        ? [finding('sample/pps-without-size', at([...path, 'how']), { group: name })]
        : []),
      ...unused.map((key) =>
        finding('sample/select-unused', at([...path, key], 'key'), { group: name, key, how }),
      ),
    ];
  });
}

function withinCounts({ file, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap(({ roster, quota, name }, position) => {
    if (typeof roster !== 'object' || roster.within === undefined) return [];
    const rules = [quota, ...Object.values(quota.except ?? {})];
    if (rules.some(({ per }) => per !== undefined)) return [];
    const where = at(['groups', position, 'roster', 'within']);
    return [finding('sample/within-without-per', where, { group: name, column: roster.within })];
  });
}

/** Columns that the plan names, in the lists that are there. */
function columnsAreThere({ file, people, at }: RuleContext): readonly Finding[] {
  return file.groups.flatMap((group, position) => {
    const [own] = rosterUses([group]);
    const list = own === undefined ? undefined : people.lists.get(own.file);
    if (own === undefined || list === undefined) return [];
    const { roster, select } = group;
    const { columns } = list.table;
    const keys = new Set(columns.map(nameKey));
    const named: readonly (readonly [string | undefined, TreePath])[] = [
      [typeof roster === 'object' ? roster.within : undefined, ['roster', 'within']],
      [select?.strata, ['select', 'strata']],
      [select?.size, ['select', 'size']],
      ...(select?.order ?? []).map((one, index) => [one, ['select', 'order', index]] as const),
    ];
    return named.flatMap(([column, path]) => {
      if (column === undefined || keys.has(nameKey(column))) return [];
      const args = { column, file: own.file, near: nearest(column, columns) };
      return [finding('sample/no-such-column', at(['groups', position, ...path]), args)];
    });
  });
}

/** One person is asked once, so a list has one group; unless everybody is asked on every list. */
function listsOnce({ file, at }: RuleContext): readonly Finding[] {
  if (file.sample?.person === 'every-list') return [];
  const first = new Map<string, number>();
  return rosterUses(file.groups).flatMap(({ file: list, group }) => {
    const before = first.get(list) ?? group;
    first.set(list, before);
    const [one, other] = [file.groups[before], file.groups[group]];
    if (before === group || one === undefined || other === undefined) return [];
    const own = other.roster !== undefined ? 'roster' : 'quota';
    const args = { file: list, group: other.name, first: one.name };
    return [finding('sample/list-shared', at(['groups', group, own]), args)];
  });
}

/** A file is read once, so one sheet of it. */
function sheetsAgree({ file, at }: RuleContext): readonly Finding[] {
  const first = new Map<string, string>();
  return file.groups.flatMap(({ roster }, group) => {
    if (typeof roster !== 'object' || roster.sheet === undefined) return [];
    const sheet = first.get(roster.file) ?? roster.sheet;
    first.set(roster.file, sheet);
    if (sheet === roster.sheet) return [];
    const args = { file: roster.file, sheet: roster.sheet, first: sheet };
    return [finding('sample/sheets-differ', at(['groups', group, 'roster', 'sheet']), args)];
  });
}

/** Places put out of the sample: there, and each once. */
function replacedPlaces({ file, places, at }: RuleContext): readonly Finding[] {
  const placed = (file.sample?.replaced ?? []).map(({ place: id }, position) => {
    return { id, at: at(['sample', 'replaced', position, 'place']) };
  });
  const known = places.map(({ id }) => id);
  return [...unknownNames('place', placed, known), ...duplicateIds('place', placed)];
}
