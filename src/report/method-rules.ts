/** The rules of scoring in words. */
import { leafCriteria } from '../plan/criteria.ts';
import { indexTexts } from '../plan/index-words.ts';
import type { Scale } from '../plan/plan.ts';
import { exactText } from '../stats/exact.ts';
import type { Entry } from './method-criteria.ts';
import { returnsEntries } from './method-returns.ts';
import { methodWords } from './method-words.ts';
import type { Setting } from './sheet.ts';
import { decimalIn } from './words.ts';

export function ruleEntries(setting: Setting): readonly Entry[] {
  const { plan, index, lang } = setting;
  const words = methodWords[lang];
  const rules = indexTexts(plan, index, lang).map(({ topic, content }) => ({ topic, content }));
  return [
    ...surveyRules(setting),
    ...returnsEntries(setting),
    ...rules,
    { topic: words.meanRowTopic, content: words.meanRowRule },
  ];
}

function surveyRules(setting: Setting): readonly Entry[] {
  const { index, lang } = setting;
  const words = methodWords[lang];
  const ways = new Set(
    leafCriteria(index.criteria).flatMap(({ source }) =>
      source?.kind === 'survey' ? [source.as] : [],
    ),
  );
  if (ways.size === 0) return [];
  return [
    { topic: words.leafTopic, content: words.leafRule(weighsQuestions(setting)) },
    ...(ways.has('mean') ? [{ topic: words.meanTopic, content: words.meanRule }] : []),
    ...(ways.has('share') ? [{ topic: words.shareTopic, content: words.shareRule }] : []),
    ...usedScales(setting).map((scale) => ({
      topic: words.scaleTopic(scale.id),
      content: scale.options
        .map(({ label, points, positive }) => {
          const text = points === null ? null : decimalIn(lang, exactText(points));
          return words.option(label, text, positive);
        })
        .join('; '),
    })),
  ];
}

/** Scales of questions that some criterion uses. */
function usedScales({ plan, index }: Setting): readonly Scale[] {
  const used = new Set(
    leafCriteria(index.criteria).flatMap(({ source }) =>
      source?.kind === 'survey' ? source.parts.flatMap(({ questions }) => questions) : [],
    ),
  );
  const questions = plan.forms.flatMap((form) => form.questions).filter(({ id }) => used.has(id));
  return plan.scales.filter((scale) => questions.some((question) => question.scale === scale.id));
}

/** Whether any criterion gives its questions different weights. */
function weighsQuestions({ index }: Setting): boolean {
  return leafCriteria(index.criteria).some(
    ({ source }) =>
      source?.kind === 'survey' &&
      source.parts.some(({ questionWeights: [first, ...others] }) =>
        others.some((weight) => first?.equals(weight) !== true),
      ),
  );
}
