/** Whom groups rate, how they are asked, when forms reach them; and the frame of places. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import type { Plan } from '../plan.ts';
import { writtenGroups } from '../written-groups.ts';
import { placeFigureRules } from './place-figures.ts';
import { unitKeys, unitsOf, unitTexts } from './quotas.ts';
import type { Rule, RuleContext } from './rule.ts';
import { unknownNames } from './rule.ts';

export const placeRules: readonly Rule[] = [
  { needs: ['places'], check: placeParents, spoils: ['places'] },
  { needs: ['places'], check: placeLevels, spoils: ['places'] },
  ...placeFigureRules,
];

export const groupRules: readonly Rule[] = [
  { needs: ['groups', 'units'], check: ratesSomebody },
  { needs: ['groups', 'fieldwork'], check: plannedModes },
  { needs: ['groups', 'units'], check: sendUnits },
  { needs: ['groups', 'units'], check: everybodyIsSent },
  { needs: ['groups', 'stated'], check: approximateTotals },
  { needs: ['places', 'groups', 'units'], check: placesHaveUnits },
];

function ratesSomebody({ file, plan, at }: RuleContext): readonly Finding[] {
  return writtenGroups(file, plan.groups).flatMap(({ file: { id }, position, groups }) => {
    const nobody = groups.some(({ about, over }) => about.kind === 'own' && over.kind === 'whole');
    if (!nobody) return [];
    return [finding('plan/rates-nobody', at(['groups', position, 'about']), { group: id })];
  });
}

function plannedModes({ file, at }: RuleContext): readonly Finding[] {
  const modes = file.fieldwork?.modes;
  if (modes === undefined) return [];
  return file.groups.flatMap(({ id, mode }, position) => {
    if (mode === undefined || modes.includes(mode)) return [];
    const where = at(['groups', position, 'mode']);
    return [finding('plan/mode-not-planned', where, { group: id, mode, modes })];
  });
}

function sendUnits(context: RuleContext): readonly Finding[] {
  return context.file.groups.flatMap(({ id, send }, position) => {
    if (send === undefined || typeof send === 'string') return [];
    const units = Object.keys(send).filter((unit) => unit !== 'default');
    const path = ['groups', position, 'send'];
    const group = context.plan.groups.find(({ people }) => people === id);
    return unitKeys(units, path, unitsOf(group), id, 'send', context);
  });
}

/** Once the plan says when forms go out, it should say so for everybody. */
function everybodyIsSent(context: RuleContext): readonly Finding[] {
  const { plan, at } = context;
  const isSent = (group: Plan['groups'][number]): boolean =>
    group.send !== null || Object.keys(group.sendByUnit).length > 0;
  if (!plan.groups.some(isSent)) return [];
  return writtenGroups(context.file, plan.groups).flatMap(({ groups, position }) => {
    const [group] = groups;
    if (group === undefined || group.send !== null || group.quota.rule === 'from') return [];
    const left = isSent(group)
      ? unitsOf(group).filter((unit) => group.sendByUnit[unit] === undefined)
      : [];
    if (isSent(group) && left.length === 0) return [];
    const where = at(['groups', position, isSent(group) ? 'send' : 'id'], 'value');
    const args = { group: group.people, units: unitTexts(left, context) };
    return [finding('plan/nobody-sends', where, args)];
  });
}

function approximateTotals({ plan, file, at }: RuleContext): readonly Finding[] {
  const groups = file.groups.flatMap(({ id, stated }, position) => {
    if (stated === undefined || typeof stated === 'number') return [];
    const where = at(['groups', position, 'stated', 'about']);
    return [finding('plan/stated-about', where, { what: id, value: stated.about })];
  });
  const totals = plan.stated.flatMap(({ name, value, about }, position) => {
    const path = Array.isArray(file.stated) ? ['stated', position, 'total'] : ['stated'];
    const where = at([...path, 'about']);
    return about ? [finding('plan/stated-about', where, { what: name ?? 'stated', value })] : [];
  });
  return [...groups, ...totals];
}

/** A parent that is not there; only a table can name one. */
function placeParents({ places }: RuleContext): readonly Finding[] {
  const references = places.flatMap(({ parent, parentAt }) =>
    parent === null ? [] : [{ id: parent, at: parentAt }],
  );
  return unknownNames(
    'place',
    references,
    places.map(({ id }) => id),
  );
}

function placeLevels({ places, file }: RuleContext): readonly Finding[] {
  const levels = file.places?.levels ?? [];
  const byId = new Map(places.map((place) => [place.id, place]));
  return places.flatMap(({ name, level, parent, at }) => {
    if (level < 0) return [finding('plan/place-level', at, { place: name, level: '', parent: '' })];
    const above = parent === null ? -1 : byId.get(parent)?.level;
    if (above === undefined || above === level - 1) return [];
    const args = { place: name, level: levels[level] ?? '', parent: levels[level - 1] ?? '–' };
    return [finding('plan/place-level', at, args)];
  });
}

/** Where a sheet rates the unit of its place, every place of the last stage must have one. */
function placesHaveUnits({ file, plan, at }: RuleContext): readonly Finding[] {
  return writtenGroups(file, plan.groups).flatMap(({ groups, position }) => {
    const group = groups.find(({ about, over }) => about.kind === 'own' && over.kind === 'places');
    if (group === undefined) return [];
    const { quota, people } = group;
    const last = quota.rule === 'stages' ? quota.stages.at(-1)?.level : plan.levels.length - 1;
    const without = plan.places.filter(({ level, unit }) => level === last && unit === null);
    const args = { group: people, places: without.map(({ name }) => name) };
    return without.length === 0
      ? []
      : [finding('plan/place-without-unit', at(['groups', position, 'in']), args)];
  });
}
