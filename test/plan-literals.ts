/** Plans as values, for tests of the stages after reading. */
import type { Plan } from '../src/plan/plan.ts';
import type { PlanWhere } from '../src/plan/where.ts';

export const emptyPlan: Plan = {
  survey: 'thu-2024',
  serialPrefix: 'T24',
  title: 'Khảo sát thử',
  scheme: null,
  document: {
    issuer: null,
    parent: null,
    number: null,
    place: null,
    date: null,
    month: null,
    basis: [],
    recipients: [],
    signer: null,
  },
  fieldwork: { opens: null, closes: null, modes: ['paper'], address: null, windows: [] },
  blocks: [],
  units: [],
  levels: [],
  places: [],
  groups: [],
  stated: [],
  scales: [],
  forms: [],
  index: null,
  tasks: [],
};

const here = () => ({ kind: 'file', file: 'plan.yaml' }) as const;

/** Every part of the plan stands nowhere in particular. */
export const nowhere: PlanWhere = {
  file: here,
  unit: here,
  place: here,
  group: here,
  quota: here,
  groupStated: here,
  stated: here,
  form: here,
  question: here,
  criterion: here,
  task: here,
};
