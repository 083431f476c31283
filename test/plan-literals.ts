/** Plans as values, for tests of the stages after reading. */
import { usualChecks } from '../src/plan/checks.ts';
import type { Group, Place, Plan, PlanDocument, QuotaRule, Stage } from '../src/plan/plan.ts';
import { plainReturns } from '../src/plan/returns-rules.ts';
import type { PlanWhere } from '../src/plan/where.ts';
import type { QuotaRow } from '../src/quotas/quota.ts';
import { zero } from '../src/stats/exact.ts';

export const emptyDocument: PlanDocument = {
  kind: 'KẾ HOẠCH',
  abstract: null,
  purpose: [],
  requirements: [],
  sections: [],
  issuer: null,
  parent: null,
  number: null,
  place: null,
  date: null,
  month: null,
  basis: [],
  recipients: [],
  signer: null,
};

/** What a group has when its plan says nothing of pools, modifiers, lists or draws. */
export const plainGroup: Pick<Group, 'pools' | 'modifiers' | 'roster' | 'select'> = {
  pools: [],
  modifiers: {
    round: 'ceil',
    min: null,
    max: null,
    population: null,
    responseRate: null,
    reserve: { count: 0, percent: zero },
  },
  roster: null,
  select: {
    how: 'random',
    size: null,
    strata: null,
    order: [],
    tracked: false,
    replace: ['person'],
  },
};

/** What a place has when nothing marks it. */
export const plainPlace: Pick<Place, 'type' | 'chosen' | 'certain'> = {
  type: null,
  chosen: null,
  certain: false,
};

/** A stage whose places the plan names. */
export function namedStage(level: number, count: number): Stage {
  const take = { kind: 'count', count, byType: {} } as const;
  return { level, how: 'named', take, reserve: 0, size: null, picks: {} };
}

/** `take` sheets in each place of these stages. */
export function stagesRule(count: number, ...stages: readonly Stage[]): QuotaRule {
  const take = { kind: 'count', count, byType: {} } as const;
  return { rule: 'stages', take, stages, designEffect: null };
}

/** What a quota row has when its rule yields a plain whole number. */
export const plainRow: Pick<
  QuotaRow,
  'wanted' | 'reserve' | 'exact' | 'source' | 'census' | 'designEffect' | 'inclusion'
> = {
  wanted: null,
  reserve: 0,
  exact: null,
  source: null,
  census: false,
  designEffect: null,
  inclusion: null,
};

export const emptyPlan: Plan = {
  survey: 'thu-2024',
  serialPrefix: 'T24',
  title: 'Khảo sát thử',
  scheme: null,
  document: emptyDocument,
  fieldwork: {
    opens: null,
    closes: null,
    modes: ['paper'],
    address: null,
    windows: [],
    times: 'minute',
  },
  figures: {},
  blocks: [],
  units: [],
  levels: [],
  places: [],
  groups: [],
  stated: [],
  scales: [],
  forms: [],
  returns: plainReturns,
  index: null,
  tasks: [],
  bodies: null,
  statedDates: [],
  calendar: { closed: [], open: [] },
  sampling: { seed: null, seedSource: null, person: 'by-priority', replaced: [] },
  costs: null,
  checks: usualChecks,
};

const here = () => ({ kind: 'file', file: 'plan.yaml' }) as const;

/** Every part of the plan stands nowhere in particular. */
export const nowhere: PlanWhere = {
  file: here,
  document: here,
  unit: here,
  place: here,
  group: here,
  quota: here,
  groupStated: here,
  stated: here,
  form: here,
  question: here,
  criterion: here,
  previous: here,
  ranking: here,
  weights: here,
  task: here,
  stage: here,
  figure: () => null,
  sample: here,
  replaced: here,
  roster: here,
  cost: here,
};
