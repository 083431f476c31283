/** `sample`, `roster` and `select` as written → how people are listed and drawn. */
import type { Gathered } from './normalise.ts';
import type { GroupFile } from './normalise-groups.ts';
import type { Roster, Sampling, Select } from './plan.ts';
import type { PlanFile } from './schema.ts';

export function samplingOf(written: PlanFile['sample']): Sampling {
  return {
    seed: written?.seed ?? null,
    seedSource: written?.seed_source ?? null,
    person: written?.person ?? 'by-priority',
    replaced: written?.replaced ?? [],
  };
}

/** The group's own list, or the one its census counts. */
export function rosterOf({ roster, quota }: GroupFile, gathered: Gathered): Roster | null {
  const { census } = quota;
  const counted = census === undefined || typeof census === 'string' ? null : census;
  if (roster === undefined && counted === null) return null;
  const written =
    roster === undefined
      ? { file: counted?.roster ?? '', due: counted?.due }
      : typeof roster === 'string'
        ? { file: roster }
        : roster;
  const { file, due, holds, within } = {
    due: undefined,
    holds: undefined,
    within: undefined,
    ...written,
  };
  return {
    file,
    due: due ?? null,
    holds: holds ?? 'everybody',
    within: within ?? null,
    counts: gathered.rosters.get(file) ?? null,
  };
}

export function selectOf(written: GroupFile['select']): Select {
  return {
    how: written?.how ?? 'random',
    size: written?.size ?? null,
    strata: written?.strata ?? null,
    order: written?.order ?? [],
    tracked: written?.tracked ?? false,
    replace: written?.replace ?? ['person'],
  };
}
