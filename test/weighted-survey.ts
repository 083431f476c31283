/** A small survey whose respondents have weights: households of four villages in two communes, with sex and age. */

import type { Checked } from '../src/findings/finding.ts';
import type { Group, Plan, RespondentWeights } from '../src/plan/plan.ts';
import type { QuotaRow, Quotas } from '../src/quotas/quota.ts';
import type { Rating, TallyEntry } from '../src/returns/batch.ts';
import { type Exact, exact } from '../src/stats/exact.ts';
import { type Weighed, weigh } from '../src/weights.ts';
import { counted } from './counted.ts';
import { group, plainIndex, question, unit } from './hand-worked.ts';
import {
  emptyPlan,
  namedStage,
  nowhere,
  plainPlace,
  plainRow,
  stagesRule,
} from './plan-literals.ts';
import { batch } from './returns-plan.ts';

export const noRules: RespondentWeights = {
  design: false,
  nonResponse: false,
  margins: [],
  trim: null,
};

export const villages = ['thon-1', 'thon-2', 'thon-3', 'thon-4'] as const;
type Village = (typeof villages)[number];

const communeOf: Readonly<Record<Village, string>> = {
  'thon-1': 'an',
  'thon-2': 'an',
  'thon-3': 'binh',
  'thon-4': 'binh',
};

const households: Group = group('households', 'Hộ gia đình', {
  form: '01',
  over: { kind: 'places' },
  quota: stagesRule(10, namedStage(0, 4)),
});

export function weightedPlan(rules: RespondentWeights): Plan & { index: typeof plainIndex } {
  const sheetWide = { per: 'sheet', scored: false } as const;
  const plain = (code: string, points: number | null) => {
    const value = points === null ? null : exact(points);
    return { code, label: code, points: value, positive: (points ?? 0) > 50 };
  };
  return {
    ...emptyPlan,
    blocks: [{ id: 'xa', name: 'Cấp xã', units: ['an', 'binh'] }],
    units: [unit('an', 'Xã An'), unit('binh', 'Xã Bình')],
    levels: ['thon'],
    places: villages.map((id) => {
      const about = { id, name: `Thôn ${id}`, level: 0, parent: null, attributes: {} };
      return { ...plainPlace, ...about, unit: communeOf[id] };
    }),
    groups: [households],
    scales: [
      { id: 'hai-long', options: [plain('2', 100), plain('1', 0)] },
      { id: 'gioi', options: [plain('nam', null), plain('nu', null)] },
      { id: 'tuoi', options: [plain('tre', null), plain('vua', null), plain('gia', null)] },
    ],
    forms: [
      {
        ...{ id: '01', code: '01', title: 'Phiếu', request: null, howTo: null },
        questions: [
          { ...question('gioi'), scale: 'gioi', ...sheetWide },
          { ...question('tuoi'), scale: 'tuoi', ...sheetWide },
          question('q1'),
        ],
      },
    ],
    index: { ...plainIndex, weights: { households: rules } },
  };
}

/** Village, sex, age, answer; null is blank. */
export type Reply = readonly [Village, string | null, string | null, string];

export function ratingOf([village, sex, age, answer]: Reply, at: number): Rating {
  return {
    serial: `H${at}`,
    form: '01',
    group: 'households',
    unit: communeOf[village],
    from: { unit: communeOf[village], place: village },
    questions: ['gioi', 'tuoi', 'q1'],
    answers: [sex, age, answer],
    voidReason: null,
    reply: null,
    at: null,
    collector: null,
    keyedBy: null,
    row: 2,
  };
}

export function rowOf(village: Village, more: Partial<QuotaRow> = {}): QuotaRow {
  return {
    ...plainRow,
    group: 'households',
    target: { kind: 'place', place: village, unit: communeOf[village] },
    name: `Thôn ${village}`,
    size: 10,
    wanted: 10,
    least: null,
    most: null,
    population: null,
    reason: { vi: '', en: '' },
    send: null,
    ...more,
  };
}

export interface Extra {
  readonly rows?: readonly QuotaRow[];
  readonly entries?: readonly TallyEntry[];
  /** How many valid forms the tallies of each village state. */
  readonly tallied?: Readonly<Partial<Record<Village, number>>>;
}

export function weighed(
  rules: RespondentWeights,
  replies: readonly Reply[],
  { rows = villages.map((id) => rowOf(id)), entries = [], tallied = {} }: Extra = {},
): Checked<Weighed> {
  const plan = weightedPlan(rules);
  const custody = Object.entries(tallied).map(([place, valid = 0]) => ({
    ...{ form: '01', group: 'households', unit: communeOf[place as Village], place },
    ...{ issued: null, returned: valid, valid, void: 0, voids: [], part: null, row: 2 },
  }));
  const back = counted(plan, [
    batch('a', { kind: 'rows', ratings: replies.map(ratingOf), tallies: [], custody: [] }),
    batch('b', { kind: 'tallies', ratings: [], tallies: entries, custody }),
  ]);
  const quotas: Quotas = { groups: [], rows, total: null };
  return weigh({ plan, quotas, where: nowhere }, { ...back, entries });
}

export function value<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(checked.findings.map(({ code }) => code).join(' '));
  return checked.value;
}

/** So many alike. */
export function times(count: number, reply: Reply): readonly Reply[] {
  return Array.from({ length: count }, () => reply);
}

export function totals(entries: Readonly<Record<string, number>>): Readonly<Record<string, Exact>> {
  return Object.fromEntries(Object.entries(entries).map(([key, count]) => [key, exact(count)]));
}
