/** `groups` as written → groups with their quotas, units and dates resolved. */
import { zero } from '../stats/exact.ts';
import { record } from './entries.ts';
import type { Gathered } from './normalise.ts';
import { statedOf } from './normalise.ts';
import type { About, Group, IsoDate, Mode, Over, QuotaRule, UnitId } from './plan.ts';
import type { PlanFile } from './schema.ts';

export type GroupFile = PlanFile['groups'][number];
export type RuleFile = Omit<GroupFile['quota'], 'except'>;

export function normaliseGroups(gathered: Gathered): readonly Group[] {
  const mode = gathered.file.fieldwork?.modes?.[0] ?? 'paper';
  return gathered.file.groups.map((group) => normaliseGroup(group, mode, gathered));
}

function normaliseGroup(group: GroupFile, mode: Mode, gathered: Gathered): Group {
  const known = new Set(gathered.units.map((unit) => unit.id));
  const except = Object.entries(group.quota.except ?? {}).filter(([unit]) => known.has(unit));
  return {
    id: group.id,
    name: group.name,
    form: group.form,
    about: aboutOf(group.about, gathered),
    priority: group.priority ?? 1,
    over: overOf(group.in, gathered),
    quota: ruleOf(group.quota, gathered),
    except: record(except.map(([unit, rule]) => [unit, ruleOf(rule, gathered)])),
    spare: group.spare ?? { sheets: 0, percent: zero },
    ...sendOf(group.send, known),
    mode: group.mode ?? mode,
    serial: group.serial ?? 'required',
    stated: group.stated === undefined ? null : statedOf(group.stated),
  };
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

/** The rule that is written; of none or several (an error) a total of 0 or the first. */
export function ruleOf(written: RuleFile, gathered: Gathered): QuotaRule {
  const { counts, each, census, per, stages, band } = written;
  if (counts !== undefined) {
    const known = new Set(gathered.units.map((unit) => unit.id));
    return {
      rule: 'counts',
      counts: record(Object.entries(counts).filter(([id]) => known.has(id))),
    };
  }
  if (each !== undefined) {
    if (typeof each === 'number') return { rule: 'each', size: each, byType: record([]) };
    return {
      rule: 'each',
      size: each.default ?? null,
      byType: record(Object.entries(each.by_type)),
    };
  }
  if (census !== undefined) return { rule: 'census', from: censusOf(census, gathered) };
  if (per !== undefined) return { rule: 'per', take: per.take, of: per.of };
  if (stages !== undefined) return stagesOf(stages, gathered);
  if (band !== undefined) return bandOf(band);
  return { rule: 'total', total: written.total ?? 0 };
}

function censusOf(
  census: NonNullable<RuleFile['census']>,
  gathered: Gathered,
): Extract<QuotaRule, { rule: 'census' }>['from'] {
  if (typeof census === 'string') return { kind: 'attribute', attribute: census };
  const counts = gathered.rosters.get(census.roster) ?? null;
  return { kind: 'roster', file: census.roster, due: census.due ?? null, counts };
}

function stagesOf(stages: NonNullable<RuleFile['stages']>, gathered: Gathered): QuotaRule {
  const levels = gathered.file.places?.levels ?? [];
  const steps = stages.by
    .map(({ level, take }) => ({ level: levels.indexOf(level), take, by: 'named' as const }))
    .filter(({ level }) => level >= 0);
  return { rule: 'stages', stages: steps, take: stages.take };
}

function bandOf(band: NonNullable<RuleFile['band']>): QuotaRule {
  return {
    rule: 'band',
    observed: band.observed,
    withinPercent: band.within ?? null,
    withinForms: band.within_forms ?? null,
    atLeast: band.at_least ?? 0,
    crowdedFrom: band.crowded_from ?? null,
    onePerVisitor: band.one_per_visitor ?? false,
  };
}
