/** What a criterion of the plan means, in a reader's words: for `plan show` and the method page of the report. */
import type { Lang } from '../findings/finding.ts';
import { wordsIn } from '../findings/words.ts';
import { type Exact, exactText, hundred } from '../stats/exact.ts';
import { type CriterionPhrases, criterionPhrases } from './criterion-phrases.ts';
import { expressionWords, figureName } from './expression-words.ts';
import type { Criterion, LeafSource, Normalise, Plan } from './plan.ts';

type Survey = Extract<LeafSource, { readonly kind: 'survey' }>;

/** Decimal text with the reader's marks; a quotient without end as `7/3`. */
export function numberText(value: Exact, lang: Lang): string {
  return wordsIn(lang).decimal(exactText(value));
}

/** “thẩm định”, “điều tra, điểm trung bình: Công chức 60%” …; null for a criterion with children. */
export function sourceText({ source }: Criterion, plan: Plan, lang: Lang): string | null {
  const phrases = criterionPhrases[lang];
  if (source === null) return null;
  switch (source.kind) {
    case 'appraised':
      return phrases.appraised;
    case 'survey':
      return `${phrases[source.as]}: ${partTexts(source, plan, lang).join(', ')}`;
    case 'figure':
      return phrases.figure(figureName(source.figure, plan));
    case 'formula':
      return phrases.formula(`“${expressionWords(source.expression, plan, lang)}”`);
    case 'conditions': {
      const texts = source.conditions
        .map((one) => `“${expressionWords(one, plan, lang)}”`)
        .join('; ');
      return phrases.conditions[source.need](texts);
    }
  }
}

function partTexts({ parts }: Survey, plan: Plan, lang: Lang): readonly string[] {
  return parts.map(({ group, with: others, weight }) => {
    const names = [group, ...others].map((id) => groupName(id, plan)).join(' + ');
    return `${names} ${numberText(weight.mul(hundred), lang)}%`;
  });
}

export function groupName(id: string, { groups }: Plan): string {
  return groups.find((group) => group.id === id)?.name ?? id;
}

/** What holds beyond the source: steps, weights, tables, bands, normalising; in the order in which it is applied. */
export function furtherTexts(criterion: Criterion, lang: Lang): readonly string[] {
  const phrases = criterionPhrases[lang];
  const { source, step, normalise, bands } = criterion;
  const number = (value: Exact): string => numberText(value, lang);
  return [
    ...(source?.kind === 'appraised' && step !== null ? [phrases.step(number(step))] : []),
    ...(source?.kind === 'survey' ? surveyTexts(source, phrases, number) : []),
    ...(normalise === null ? [] : normaliseTexts(normalise, phrases, number)),
    ...(bands.length === 0
      ? []
      : [
          phrases.bands(
            bands.map((one) => phrases.band(number(one.from), number(one.points))).join('; '),
          ),
        ]),
  ];
}

/** How the children come together, with their weights where they differ; null for a leaf. */
export function combineText(
  { children, combine }: Pick<Criterion, 'children' | 'combine'>,
  lang: Lang,
): string | null {
  if (children.length === 0) return null;
  const phrases = criterionPhrases[lang];
  const weights = children.map(({ code, weight }) => `${code}: ${numberText(weight, lang)}`);
  const isMean = combine === 'mean' || combine === 'geometric' || combine === 'harmonic';
  if (!isMean || sameWeights(children.map(({ weight }) => weight))) return phrases.combine[combine];
  return `${phrases.combine[combine]}; ${phrases.weights(weights.join('; '))}`;
}

function surveyTexts(
  { parts, tables, minRatings }: Survey,
  phrases: CriterionPhrases,
  number: (value: Exact) => string,
): readonly string[] {
  const weighed = new Set(
    parts
      .filter(({ questionWeights }) => !sameWeights(questionWeights))
      .map(({ questions, questionWeights }) =>
        questions.map((id, at) => `${id} × ${number(questionWeights[at] ?? hundred)}`).join(', '),
      ),
  );
  return [
    ...[...weighed].map(phrases.questionWeights),
    ...tableTexts(tables, phrases, number),
    ...(minRatings > 1 ? [phrases.minRatings(minRatings)] : []),
  ];
}

/** Questions that share a table are named together. */
function tableTexts(
  tables: Survey['tables'],
  phrases: CriterionPhrases,
  number: (value: Exact) => string,
): readonly string[] {
  const byText = new Map<string, string[]>();
  for (const [question, table] of Object.entries(tables)) {
    const text = Object.entries(table)
      .map(([option, percent]) => `${option} ${number(percent)}%`)
      .join(', ');
    byText.set(text, [...(byText.get(text) ?? []), question]);
  }
  return [...byText].map(([text, questions]) => phrases.table(questions.join(', '), text));
}

function normaliseTexts(
  { method, low, high, goals, reversed, within }: Normalise,
  phrases: CriterionPhrases,
  number: (value: Exact) => string,
): readonly string[] {
  const range = { low: number(low), high: number(high), among: phrases.among[within] };
  return [
    phrases.normalise[method](range),
    ...(goals === null ? [] : [phrases.goals(number(goals.worst), number(goals.best))]),
    ...(reversed ? [phrases.reversed] : []),
    ...(method === 'goalposts' ? [] : [phrases.outside]),
  ];
}

function sameWeights(weights: readonly Exact[]): boolean {
  return weights.every((weight) => weights[0]?.equals(weight) === true);
}
