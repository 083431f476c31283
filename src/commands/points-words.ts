/** What was read from points/: how many criteria have which points, so that what is missing is seen. */
import type { Lang } from '../findings/finding.ts';
import { leafCriteria } from '../plan/criteria.ts';
import type { Appraisal, Points } from '../points.ts';
import type { ScoredPlan } from '../report.ts';

/** Pairs of unit and criterion with each kind of entry; `of`: those that take points. */
export interface PointsRead {
  readonly of: number;
  readonly self: number;
  readonly first: number;
  readonly explanation: number;
  readonly second: number;
  readonly evidence: number;
  /** Units given such points. */
  readonly bonus: number;
  readonly penalty: number;
}

export function pointsRead({ units, index }: ScoredPlan, points: Points): PointsRead {
  const leaves = leafCriteria(index.criteria).filter(({ source }) => source?.kind === 'appraised');
  const of = leaves.reduce((sum, { notFor }) => sum + units.length - notFor.length, 0);
  const count = (what: keyof Appraisal): number =>
    points.entries.filter((entry) => entry[what] !== null).length;
  const beside = (kind: 'bonus' | 'penalty'): number =>
    points.adjustments.filter((one) => one.kind === kind).length;
  return {
    of,
    self: count('self'),
    first: count('first'),
    explanation: count('explanation'),
    second: count('second'),
    evidence: count('evidence'),
    bonus: beside('bonus'),
    penalty: beside('penalty'),
  };
}

/** One line; null where no criterion takes points. */
export function pointsLine(read: PointsRead, lang: Lang): string | null {
  if (read.of === 0) return null;
  const words = texts[lang];
  const more = (['explanation', 'second', 'evidence'] as const)
    .filter((what) => read[what] > 0)
    .map((what) => `${words[what]} ${read[what]}`);
  const beside = (['bonus', 'penalty'] as const)
    .filter((what) => read[what] > 0)
    .map((what) => words[what](read[what]));
  const parts = [
    `${words.self} ${read.self}/${read.of}`,
    `${words.first} ${read.first}/${read.of}`,
    ...more,
    ...beside,
  ];
  return `${words.read}: ${parts.join(', ')}.`;
}

const texts = {
  vi: {
    read: 'Điểm đã đọc (lượt đơn vị × tiêu chí)',
    self: 'tự đánh giá',
    first: 'thẩm định lần 1',
    explanation: 'giải trình',
    second: 'thẩm định lần 2',
    evidence: 'tài liệu kiểm chứng',
    bonus: (units: number) => `điểm thưởng của ${units} đơn vị (chưa tính vào chỉ số)`,
    penalty: (units: number) => `điểm trừ của ${units} đơn vị (chưa tính vào chỉ số)`,
  },
  en: {
    read: 'Points read (unit × criterion)',
    self: 'self-assessed',
    first: 'first appraisal',
    explanation: 'explanations',
    second: 'second appraisal',
    evidence: 'evidence',
    bonus: (units: number) => `bonus points of ${units} units (not in the index yet)`,
    penalty: (units: number) => `penalty points of ${units} units (not in the index yet)`,
  },
} as const;
