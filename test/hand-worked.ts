/**
 * The small survey of test/cases/hand-worked as values: three communes, two groups, one missing score, one
 * criterion that does not apply. Its points are worked out by hand in test/cases/hand-worked/derivation.md.
 */

import type { Where } from '../src/findings/finding.ts';
import type {
  ClassBand,
  Criterion,
  Group,
  Index,
  LeafSource,
  Plan,
  Question,
  SurveyPart,
  Unit,
} from '../src/plan/plan.ts';
import type { PlanWhere } from '../src/plan/where.ts';
import type { PointEntry, Points } from '../src/points.ts';
import { type Exact, exact, parseExact, zero } from '../src/stats/exact.ts';
import { noneMissing } from '../src/stats/missing.ts';
import type { Tallies, Tally } from '../src/tallies.ts';
import { emptyPlan, plainGroup } from './plan-literals.ts';

export function decimal(text: string): Exact {
  const value = parseExact(text);
  if (value === null) throw new Error(`not a decimal: ${text}`);
  return value;
}

const somewhere = (): Where => ({ kind: 'file', file: 'plan.yaml' });

export const where: PlanWhere = new Proxy({} as PlanWhere, { get: () => somewhere });

export function unit(id: string, name: string, block = 'xa', ranked = true): Unit {
  return { id, name, block, type: null, ranked, attributes: {}, was: [] };
}

export function group(id: string, name: string, more: Partial<Group> = {}): Group {
  return {
    ...plainGroup,
    id,
    name,
    people: id,
    form: id === 'staff' ? '01' : '02',
    about: { kind: 'own' },
    priority: 1,
    over: { kind: 'whole' },
    quota: { rule: 'total', total: 10 },
    except: {},
    spare: { sheets: 0, percent: zero },
    send: null,
    sendByUnit: {},
    mode: 'paper',
    serial: 'optional',
    stated: null,
    ...more,
  };
}

export function question(id: string): Question {
  const shape = {
    kind: 'scale',
    range: null,
    atMost: null,
    scale: 'hai-long',
    per: 'rating',
    scored: true,
  } as const;
  return { id, text: `Câu ${id}`, section: null, ...shape };
}

export function criterion(code: string, max: string, more: Partial<Criterion>): Criterion {
  return {
    code,
    name: `Tiêu chí ${code}`,
    max: decimal(max),
    weight: exact(1),
    children: [],
    combine: 'sum',
    source: null,
    normalise: null,
    bands: [],
    step: null,
    notFor: [],
    ...more,
  };
}

export const appraised: Partial<Criterion> = { source: { kind: 'appraised' } };

export function surveyed(as: 'mean' | 'share', questions: readonly string[]): Partial<Criterion> {
  const parts = [part('staff', '0.6', questions), part('delegates', '0.4', questions)];
  return { source: leafSource(as, parts) };
}

export function leafSource(as: 'mean' | 'share', parts: readonly SurveyPart[]): LeafSource {
  return { kind: 'survey', as, parts, tables: {}, minRatings: 1 };
}

export function part(
  group: string,
  weight: string,
  questions: readonly string[],
  others: readonly string[] = [],
): SurveyPart {
  const questionWeights = questions.map(() => exact(1));
  return { group, with: others, weight: decimal(weight), questions, questionWeights };
}

/** A class from a percentage on. */
export function band(name: string, from: number): ClassBand {
  return { name, from: exact(from), share: null, onlyIf: [] };
}

/** The rules of an index that says nothing special. */
export const plainIndex: Index = {
  criteria: [],
  combine: 'sum',
  max: exact(100),
  figures: [],
  notApplicable: 'shrink',
  missing: 'none',
  survey: 'required',
  rank: { within: 'block', on: 'percent', ties: 'joint', tieBreakers: [] },
  classes: [],
  classesByBlock: {},
  rounding: { decimals: 2, mode: 'half-up', shares: 'to-100' },
  bonus: null,
  penalty: null,
  highest: null,
  decimal: null,
  overall: null,
  previous: null,
  weights: {},
  uncertainty: {
    confidence: exact(95),
    rankConfidence: exact(90),
    replicates: 200,
    seed: 'hand-worked',
  },
  hideBelow: 5,
};

const units = [
  unit('an-binh', 'Xã An Bình'),
  unit('binh-hoa', 'Xã Bình Hòa'),
  unit('cam-son', 'Xã Cẩm Sơn'),
];
const ids = units.map(({ id }) => id);

export const plan: Plan = {
  ...emptyPlan,
  survey: 'hand-worked',
  serialPrefix: 'HW',
  title: 'Cuộc điều tra tính tay',
  blocks: [{ id: 'xa', name: 'Cấp xã', units: ids }],
  units,
  levels: [],
  places: [],
  groups: [
    group('staff', 'Công chức xã', {
      over: { kind: 'units', units: ids },
      quota: { rule: 'counts', counts: { 'an-binh': 8, 'binh-hoa': 7, 'cam-son': 6 } },
    }),
    group('delegates', 'Đại biểu HĐND huyện', { about: { kind: 'units', units: ids } }),
  ],
  stated: [],
  scales: [
    {
      id: 'hai-long',
      options: [
        { code: '5', label: 'Rất hài lòng', points: exact(100), positive: true },
        { code: '4', label: 'Hài lòng', points: exact(75), positive: true },
        { code: '3', label: 'Bình thường', points: exact(50), positive: false },
        { code: '2', label: 'Không hài lòng', points: exact(25), positive: false },
        { code: '1', label: 'Rất không hài lòng', points: exact(0), positive: false },
        { code: '9', label: 'Không có ý kiến', points: null, positive: false },
      ],
    },
  ],
  forms: ['01', '02'].map((id) => ({
    id,
    code: `${id}/HW`,
    title: 'Phiếu',
    request: null,
    howTo: null,
    questions: ['q1', 'q2', 'q3'].map(question),
  })),
  index: {
    ...plainIndex,
    criteria: [
      criterion('1', '10', {
        children: [
          criterion('1.1', '4', appraised),
          criterion('1.2', '6', surveyed('mean', ['q1', 'q2'])),
        ],
      }),
      criterion('2', '10', {
        children: [
          criterion('2.1', '5', { ...appraised, notFor: ['cam-son'] }),
          criterion('2.2', '5', surveyed('share', ['q3'])),
        ],
      }),
    ],
    max: exact(20),
    classes: [
      band('Xuất sắc', 90),
      band('Tốt', 80),
      band('Khá', 70),
      band('Trung bình', 50),
      band('Yếu', 0),
    ],
  },
  tasks: [],
};

/** `counts` for the options 5 4 3 2 1 9, then blanks. */
export function tally(
  groupId: string,
  unitId: string,
  q: string,
  counts: readonly number[],
): Tally {
  const [five = 0, four = 0, three = 0, two = 0, one = 0, nine = 0, blank = 0] = counts;
  return {
    form: groupId === 'staff' ? '01' : '02',
    group: groupId,
    unit: unitId,
    question: q,
    counts: { 5: five, 4: four, 3: three, 2: two, 1: one, 9: nine },
    weighted: null,
    answered: null,
    missing: { ...noneMissing, blank },
    batches: [`${groupId}-batch`],
  };
}

export const tallies: Tallies = {
  cells: [
    tally('staff', 'an-binh', 'q1', [2, 3, 1, 0, 0, 1, 1]),
    tally('staff', 'an-binh', 'q2', [4, 2, 2, 0, 0, 0, 0]),
    tally('staff', 'an-binh', 'q3', [3, 3, 1, 0, 1, 0, 0]),
    tally('staff', 'binh-hoa', 'q1', [3, 2, 2, 0, 0, 0, 0]),
    tally('staff', 'binh-hoa', 'q2', [2, 3, 1, 0, 0, 1, 0]),
    tally('staff', 'binh-hoa', 'q3', [2, 4, 1, 0, 0, 0, 0]),
    tally('staff', 'cam-son', 'q1', [1, 2, 2, 1, 0, 0, 0]),
    tally('staff', 'cam-son', 'q2', [2, 2, 1, 1, 0, 0, 0]),
    tally('staff', 'cam-son', 'q3', [1, 3, 2, 0, 0, 0, 0]),
    tally('delegates', 'an-binh', 'q1', [3, 4, 2, 1, 0, 0, 0]),
    tally('delegates', 'an-binh', 'q2', [2, 5, 2, 0, 0, 1, 0]),
    tally('delegates', 'an-binh', 'q3', [4, 3, 0, 1, 0, 1, 1]),
    tally('delegates', 'binh-hoa', 'q1', [4, 4, 1, 0, 0, 0, 1]),
    tally('delegates', 'binh-hoa', 'q2', [3, 4, 3, 0, 0, 0, 0]),
    tally('delegates', 'binh-hoa', 'q3', [5, 3, 2, 0, 0, 0, 0]),
    tally('delegates', 'cam-son', 'q1', [2, 4, 3, 0, 1, 0, 0]),
    tally('delegates', 'cam-son', 'q2', [1, 5, 4, 0, 0, 0, 0]),
    tally('delegates', 'cam-son', 'q3', [3, 3, 2, 2, 0, 0, 0]),
  ],
  custody: [
    custody('staff', 'an-binh', 8, 8, 8),
    custody('staff', 'binh-hoa', 7, 7, 7),
    custody('staff', 'cam-son', 6, 6, 6),
    custody('delegates', null, 12, 11, 10),
  ],
  days: [],
  voids: [],
  batches: ['delegates-batch', 'staff-batch'],
  simulated: [],
};

function custody(
  groupId: string,
  unitId: string | null,
  issued: number | null,
  returned: number,
  valid: number,
): Tallies['custody'][number] {
  const form = groupId === 'staff' ? '01' : '02';
  const counts = { issued, returned, valid, void: returned - valid };
  return { group: groupId, form, unit: unitId, place: null, ...counts, partial: false };
}

export function entry(
  unitId: string,
  code: string,
  self: string,
  given: string | null,
): PointEntry {
  const value = given === null ? null : decimal(given);
  const words = { explanation: null, evidence: null };
  const about = { unit: unitId, criterion: code, ...words };
  return { ...about, self: decimal(self), first: value, second: null, appraised: value };
}

/** The appraisal of 1.1 at Bình Hòa is missing: its self-assessment never stands in for it. */
export const points: Points = {
  entries: [
    entry('an-binh', '1.1', '4', '3.5'),
    entry('an-binh', '2.1', '4.5', '4.25'),
    entry('binh-hoa', '1.1', '3.75', null),
    entry('binh-hoa', '2.1', '4.5', '4.5'),
    entry('cam-son', '1.1', '3.5', '3.25'),
  ],
  adjustments: [],
  figures: [],
  simulated: [],
};
