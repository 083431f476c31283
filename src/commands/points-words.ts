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
  /** Values of figures of the index. */
  readonly figures: number;
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
    figures: points.figures.length,
  };
}

/** One line; null where no criterion takes points and no figure was given. */
export function pointsLine(read: PointsRead, lang: Lang): string | null {
  if (read.of === 0 && read.figures === 0) return null;
  const words = texts[lang];
  const more = (['explanation', 'second', 'evidence'] as const)
    .filter((what) => read[what] > 0)
    .map((what) => `${words[what]} ${read[what]}`);
  const beside = (['bonus', 'penalty'] as const)
    .filter((what) => read[what] > 0)
    .map((what) => words[what](read[what]));
  const appraised =
    read.of === 0
      ? []
      : [`${words.self} ${read.self}/${read.of}`, `${words.first} ${read.first}/${read.of}`];
  const figures = read.figures === 0 ? [] : [words.figures(read.figures)];
  const parts = [...appraised, ...more, ...beside, ...figures];
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
    bonus: (units: number) => `điểm thưởng của ${units} đơn vị`,
    penalty: (units: number) => `điểm trừ của ${units} đơn vị`,
    figures: (count: number) => `số liệu của bộ chỉ số ${count}`,
  },
  en: {
    read: 'Points read (unit × criterion)',
    self: 'self-assessed',
    first: 'first appraisal',
    explanation: 'explanations',
    second: 'second appraisal',
    evidence: 'evidence',
    bonus: (units: number) => `bonus points of ${units} units`,
    penalty: (units: number) => `penalty points of ${units} units`,
    figures: (count: number) => `figures of the index ${count}`,
  },
} as const;
