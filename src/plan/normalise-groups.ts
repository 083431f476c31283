/** `groups` as written → groups with their quotas, units and dates resolved. */
import { zero } from '../stats/exact.ts';
import { record } from './entries.ts';
import type { Gathered } from './normalise.ts';
import { statedOf } from './normalise.ts';
import { modifiersOf, poolsOf, ruleOf } from './normalise-quota.ts';
import { rosterOf, selectOf } from './normalise-sampling.ts';
import type { About, Group, IsoDate, Mode, Over, UnitId } from './plan.ts';
import type { PlanFile } from './schema.ts';
import { nameOnForm } from './written-groups.ts';

export type GroupFile = PlanFile['groups'][number];

export function normaliseGroups(gathered: Gathered): readonly Group[] {
  const mode = gathered.file.fieldwork?.modes?.[0] ?? 'paper';
  return gathered.file.groups.flatMap((group) =>
    writtenForms(group).map((form, _, forms) =>
      normaliseGroup(group, form, forms.length > 1, mode, gathered),
    ),
  );
}

/** A form of a group as written, with whom it rates. */
export interface WrittenForm {
  readonly form: string;
  readonly about: GroupFile['about'];
}

/** The forms of a group, in the order written; its own `about` stands where a form has none. */
export function writtenForms(group: GroupFile): readonly WrittenForm[] {
  const forms = typeof group.form === 'string' ? [group.form] : group.form;
  return forms.map((one) =>
    typeof one === 'string'
      ? { form: one, about: group.about }
      : { form: one.form, about: one.about ?? group.about },
  );
}

/** Id of the group that stands for one of several forms: `deputies` on form `01` → `deputies-01`. */
export function groupOnForm(group: string, form: string): string {
  return `${group}-${form.toLowerCase()}`;
}

function normaliseGroup(
  group: GroupFile,
  { form, about }: WrittenForm,
  several: boolean,
  mode: Mode,
  gathered: Gathered,
): Group {
  const known = new Set(gathered.units.map((unit) => unit.id));
  const except = Object.entries(group.quota.except ?? {}).filter(([unit]) => known.has(unit));
  return {
    id: several ? groupOnForm(group.id, form) : group.id,
    name: several ? nameOnForm(group.name, formCode(form, gathered)) : group.name,
    people: group.id,
    form,
    about: aboutOf(about, gathered),
    priority: group.priority ?? 1,
    over: overOf(group.in, gathered),
    quota: ruleOf(group.quota, gathered),
    except: record(except.map(([unit, rule]) => [unit, ruleOf(rule, gathered)])),
    pools: poolsOf(group.quota, gathered),
    modifiers: modifiersOf(group.quota),
    roster: rosterOf(group, gathered),
    select: selectOf(group.select),
    spare: group.spare ?? { sheets: 0, percent: zero },
    ...sendOf(group.send, known),
    mode: group.mode ?? mode,
    serial: group.serial ?? 'required',
    stated: group.stated === undefined ? null : statedOf(group.stated),
  };
}

function formCode(form: string, { file }: Gathered): string {
  return file.forms.find(({ id }) => id === form)?.code ?? form;
}

function aboutOf(about: GroupFile['about'], gathered: Gathered): About {
  if (about === undefined || typeof about === 'string') return { kind: 'own' };
  return { kind: 'units', units: unitsIn(about, gathered) };
}

/** The units of these blocks and these units, each once, in the order of the plan. */
export function unitsIn(
  {
    blocks,
    units,
  }: {
    readonly blocks?: readonly string[] | undefined;
    readonly units?: readonly string[] | undefined;
  },
  gathered: Gathered,
): readonly UnitId[] {
  const listed = new Set(units);
  const whole = new Set(blocks);
  return gathered.blocks.flatMap((block) =>
    block.units.filter((unit) => whole.has(block.id) || listed.has(unit.id)).map((unit) => unit.id),
  );
}

function overOf(written: GroupFile['in'], gathered: Gathered): Over {
  if (written === undefined) return { kind: 'whole' };
  if (written === 'places') return { kind: 'places' };
  if (typeof written === 'string')
    return { kind: 'units', units: unitsIn({ blocks: [written] }, gathered) };
  const chosen = 'map' in written ? { blocks: written } : written;
  return { kind: 'units', units: unitsIn(chosen, gathered) };
}

function sendOf(
  written: GroupFile['send'],
  known: ReadonlySet<string>,
): { send: IsoDate | null; sendByUnit: Readonly<Record<UnitId, IsoDate>> } {
  if (written === undefined) return { send: null, sendByUnit: record([]) };
  if (typeof written === 'string') return { send: written, sendByUnit: record([]) };
  const byUnit = Object.entries(written).filter(([unit]) => known.has(unit));
  return { send: written.default ?? null, sendByUnit: record(byUnit) };
}
