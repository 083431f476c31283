/** Where the parts of a plan stand: `PlanWhere` for one plan that has been read. */
import type { Where } from '../findings/finding.ts';
import type { Gathered } from './normalise.ts';
import { writtenCriteria } from './rules/index-tree.ts';
import { writtenQuestions } from './rules/references.ts';
import type { RuleContext } from './rules/rule.ts';
import { ruleNames } from './rules/written-rules.ts';
import type { TreePath } from './tree.ts';
import type { PlanWhere } from './where.ts';
import { writtenGroups } from './written-groups.ts';

export function planWhere(context: RuleContext): PlanWhere {
  const { file, plan, units, places, at } = context;
  const top: Where = at([]);
  // A group on several forms stands once in the file, and so do its figures.
  const groups = new Map(
    writtenGroups(file, plan.groups).flatMap(({ position, groups: some }) =>
      some.map(({ id }) => [id, position] as const),
    ),
  );
  const forms = positions(file.forms);
  const tasks = positions(file.tasks ?? []);
  const unitPlaces = new Map(units.map((unit) => [unit.id, unit.at]));
  const unitFigures = new Map(units.map(({ id, figureAt }) => [id, figureAt]));
  const placeFigures = new Map(places.map(({ id, figureAt }) => [id, figureAt]));
  const placePlaces = new Map(places.map((place) => [place.id, place.at]));
  const criteria = new Map(
    writtenCriteria(context).map(({ criterion, path }) => [criterion.code, path]),
  );
  const questions = questionPaths(context);
  const within = (position: number | undefined, ...path: TreePath): Where =>
    position === undefined ? top : at(path.map((step) => (step === '#' ? position : step)));
  return {
    file: () => top,
    document: () => (file.document === undefined ? top : at(['document'], 'key')),
    unit: (id) => unitPlaces.get(id) ?? top,
    place: (id) => placePlaces.get(id) ?? top,
    figure: (holder, figure) => {
      const figureAt =
        'unit' in holder ? unitFigures.get(holder.unit) : placeFigures.get(holder.place);
      const found = figureAt?.(figure) ?? null;
      return found?.kind === 'cell' ? found : null;
    },
    group: (id) => within(groups.get(id), 'groups', '#', 'id'),
    quota: (id, unit) => {
      const position = groups.get(id);
      return position === undefined ? top : at(quotaPath(file, position, unit ?? null));
    },
    stage: (id, position, key) => within(groups.get(id), ...stagePath(position), key),
    groupStated: (id) => within(groups.get(id), 'groups', '#', 'stated'),
    stated: (position) =>
      at(Array.isArray(file.stated) ? ['stated', position, 'total'] : ['stated']),
    form: (id) => within(forms.get(id), 'forms', '#', 'id'),
    question: (id) => {
      const path = questions.get(id);
      return path === undefined ? top : at(path, path[0] === 'forms' ? 'value' : 'key');
    },
    criterion: (code) => {
      const path = criteria.get(code);
      return path === undefined ? top : at([...path, 'code']);
    },
    previous: (code) =>
      at(['index', 'previous', ...(code === undefined ? ['from'] : ['criteria', code])]),
    ranking: (part) => at(file.index?.[part] === undefined ? ['index'] : ['index', part], 'key'),
    weights: (id, margin) => {
      const written = file.index?.weights ?? {};
      const people = plan.groups.find((group) => group.id === id)?.people ?? id;
      const key = [id, people].find((one) => Object.hasOwn(written, one));
      if (key === undefined) return at(['index'], 'key');
      const path: TreePath = ['index', 'weights', key];
      return margin === undefined ? at(path, 'key') : at([...path, 'margins', margin, 'question']);
    },
    task: (id) => within(tasks.get(id), 'tasks', '#', 'id'),
    sample: () => (file.sample === undefined ? top : at(['sample'], 'key')),
    replaced: (position) => at(['sample', 'replaced', position, 'place']),
    roster: (id) => {
      const position = groups.get(id);
      if (position === undefined) return top;
      const own = file.groups[position]?.roster !== undefined;
      return at(['groups', position, own ? 'roster' : 'quota']);
    },
    cost: (position) =>
      position === null ? at(['costs', 'stated']) : at(['costs', 'items', position, 'name']),
  };
}

function stagePath(position: number): TreePath {
  return ['groups', '#', 'quota', 'stages', 'by', position];
}

function positions(items: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, position) => [id, position]));
}

/** The unit's own figure where the quota has one, else the rule. */
function quotaPath(file: Gathered['file'], position: number, unit: string | null): TreePath {
  const quota = file.groups[position]?.quota ?? {};
  const path: TreePath = ['groups', position, 'quota'];
  if (unit !== null && Object.hasOwn(quota.except ?? {}, unit)) return [...path, 'except', unit];
  if (unit !== null && Object.hasOwn(quota.counts ?? {}, unit)) return [...path, 'counts', unit];
  const pool =
    unit === null ? -1 : (quota.pools ?? []).findIndex(({ units }) => units.includes(unit));
  if (pool >= 0) return [...path, 'pools', pool];
  const rule = ruleNames.find((name) => quota[name] !== undefined);
  return rule === undefined ? path : [...path, rule];
}

function questionPaths({ file }: Gathered): ReadonlyMap<string, TreePath> {
  const paths = new Map<string, TreePath>();
  for (const { id, path } of writtenQuestions(file)) {
    if (!paths.has(id)) paths.set(id, path[0] === 'forms' ? [...path, 'id'] : path);
  }
  return paths;
}
