/** A survey for the tests of the checks: four communes, one form of twelve questions on one scale, collectors, times. */
import type { Plan, Question } from '../src/plan/plan.ts';
import type { Rating } from '../src/returns/batch.ts';
import { exact } from '../src/stats/exact.ts';
import { randomStream } from '../src/stats/random.ts';
import { emptyPlan, plainGroup } from './plan-literals.ts';

function question(id: string, over: Partial<Question> = {}): Question {
  return {
    id,
    text: `Câu ${id}`,
    section: null,
    kind: 'scale',
    scale: 'hai-long',
    range: null,
    atMost: null,
    per: 'rating',
    scored: true,
    ...over,
  };
}

export const rated = Array.from({ length: 12 }, (_, at) => `q${at + 1}`);
const asked = ['gioi', ...rated];
const points = [100, 75, 50, 25, 0];
const units = ['an', 'binh', 'cam', 'dai'];

export const plan: Plan = {
  ...emptyPlan,
  fieldwork: { ...emptyPlan.fieldwork, opens: '2026-01-02', closes: '2026-01-20' },
  blocks: [{ id: 'xa', name: 'Cấp xã', units }],
  units: units.map((id) => ({
    id,
    name: `Xã ${id}`,
    block: 'xa',
    type: null,
    ranked: true,
    attributes: {},
    was: [],
  })),
  groups: [
    {
      ...plainGroup,
      id: 'dan',
      name: 'Người dân',
      people: 'dan',
      form: '01',
      about: { kind: 'own' },
      priority: 1,
      over: { kind: 'units', units },
      quota: { rule: 'each', size: 60, byType: {}, by: null },
      except: {},
      spare: { sheets: 0, percent: exact(0) },
      send: null,
      sendByUnit: {},
      mode: 'interview',
      serial: 'required',
      stated: null,
    },
  ],
  scales: [
    {
      id: 'hai-long',
      options: points.map((worth, at) => {
        return {
          code: String(5 - at),
          label: `mức ${5 - at}`,
          points: exact(worth),
          positive: worth > 50,
        };
      }),
    },
    {
      id: 'gioi-tinh',
      options: ['1', '2'].map((code) => ({ code, label: code, points: null, positive: false })),
    },
  ],
  forms: [
    {
      id: '01',
      code: '01/KT',
      title: 'Phiếu',
      request: null,
      howTo: null,
      questions: [
        question('gioi', { scale: 'gioi-tinh', per: 'sheet', scored: false }),
        ...rated.map((id) => question(id)),
      ],
    },
  ],
};

export function rating(serial: string, unit: string, over: Partial<Rating> = {}): Rating {
  return {
    serial,
    form: '01',
    group: 'dan',
    unit,
    from: { unit, place: null },
    questions: asked,
    answers: asked.map(() => '4'),
    voidReason: null,
    reply: null,
    at: null,
    collector: null,
    keyedBy: null,
    row: 2,
    ...over,
  };
}

const collectors = ['Lan', 'Hùng', 'Mai', 'Tâm'];
const mix = ['5', '4', '4', '4', '3', '3', '2', '5'];

/** `each` forms of every collector, one collector a commune, answered by chance: nothing about them is odd. */
export function honestReturns(each: number, seed = 'thật'): readonly Rating[] {
  return units.flatMap((unit, place) =>
    Array.from({ length: each }, (_, at): Rating => {
      const random = randomStream(seed, unit, String(at));
      const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
      const day = String(3 + (at % 15)).padStart(2, '0');
      const hour = String(8 + (at % 9)).padStart(2, '0');
      const minute = String(Math.floor(random() * 60)).padStart(2, '0');
      return rating(`KT-${unit}-${String(at).padStart(4, '0')}`, unit, {
        answers: [pick(['1', '2']), ...rated.map(() => pick(mix))],
        at: `2026-01-${day}T${hour}:${minute}`,
        collector: collectors[place] ?? null,
      });
    }),
  );
}
