/** Conditions and formulas with the names that readers know in place of codes: “Hồ sơ đúng hạn ÷ Tổng hồ sơ × 100”. */
import type { Lang } from '../findings/finding.ts';
import { type Expression, expressionText, type Name } from '../stats/expression.ts';
import type { Plan } from './plan.ts';

export function expressionWords(expression: Expression, plan: Plan, lang: Lang): string {
  const names: string[] = [];
  // Names stay out of the way while the signs are set, whatever letters they have.
  const skeleton = expressionText(expression, (name) => {
    names.push(nameWords(name, plan, lang));
    return `\ue000${names.length - 1}\ue001`;
  });
  return signs[lang]
    .reduce((text, [sign, word]) => text.replaceAll(sign, word), skeleton)
    .replace(/(?<=\d)\.(?=\d)/g, lang === 'vi' ? ',' : '.')
    .replace(/\ue000(\d+)\ue001/g, (_all, at) => names[Number(at)] ?? '');
}

function nameWords(name: Name, plan: Plan, lang: Lang): string {
  const words = partWords[lang];
  if (name.kind === 'figure') return figureName(name.name, plan);
  if (name.kind !== 'part') return words.max;
  const { what, of } = name;
  const own = Object.hasOwn(words.of, of) ? words.of[of]?.[what] : undefined;
  return own ?? words[what](of);
}

/** As the index calls it, else as the figures of the units do. */
export function figureName(id: string, { index, figures }: Plan): string {
  const own = index?.figures.find((figure) => figure.id === id)?.name;
  const ofUnits = Object.hasOwn(figures, id) ? figures[id]?.name : null;
  return own ?? ofUnits ?? id;
}

const marks = [
  [' * ', ' × '],
  [' / ', ' ÷ '],
  [' >= ', ' ≥ '],
  [' <= ', ' ≤ '],
  [' != ', ' ≠ '],
] as const;

const signs: Readonly<Record<Lang, readonly (readonly [string, string])[]>> = {
  vi: [
    [', ', '; '],
    ...marks,
    [' and ', ' và '],
    [' or ', ' hoặc '],
    ['not ', 'không '],
    ['round(', 'làm tròn('],
    ['min(', 'số nhỏ nhất('],
    ['max(', 'số lớn nhất('],
    ['abs(', 'giá trị tuyệt đối('],
    ['if(', 'nếu('],
  ],
  en: marks,
};

interface PartWords {
  readonly max: string;
  readonly points: (code: string) => string;
  readonly percent: (code: string) => string;
  /** What is no criterion. */
  readonly of: Readonly<Record<string, { readonly points: string; readonly percent?: string }>>;
}

const partWords: Readonly<Record<Lang, PartWords>> = {
  vi: {
    max: 'điểm tối đa',
    points: (code) => `điểm tiêu chí ${code}`,
    percent: (code) => `% đạt tiêu chí ${code}`,
    of: {
      total: { points: 'tổng điểm', percent: 'chỉ số %' },
      survey: { points: 'điểm điều tra', percent: '% đạt phần điều tra' },
      appraised: { points: 'điểm thẩm định', percent: '% đạt phần thẩm định' },
      bonus: { points: 'điểm thưởng' },
      penalty: { points: 'điểm trừ' },
    },
  },
  en: {
    max: 'maximum',
    points: (code) => `points of ${code}`,
    percent: (code) => `percent of ${code}`,
    of: {
      total: { points: 'total points', percent: 'index %' },
      survey: { points: 'survey points', percent: 'percent of the survey part' },
      appraised: { points: 'appraised points', percent: 'percent of the appraised part' },
      bonus: { points: 'bonus points' },
      penalty: { points: 'penalty points' },
    },
  },
};
