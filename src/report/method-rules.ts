/** The rules of scoring in words. */
import { leafCriteria } from '../plan/criteria.ts';
import type { ClassBand, Scale } from '../plan/plan.ts';
import { exactText } from '../stats/exact.ts';
import type { Entry } from './method-criteria.ts';
import { returnsEntries } from './method-returns.ts';
import { methodWords } from './method-words.ts';
import type { Setting } from './sheet.ts';
import { decimalIn } from './words.ts';

export function ruleEntries(setting: Setting): readonly Entry[] {
  const { index, lang } = setting;
  const words = methodWords[lang];
  const { rank, rounding } = index;
  return [
    ...surveyRules(setting),
    ...returnsEntries(setting),
    { topic: words.missingTopic, content: words.missingRule },
    { topic: words.notForTopic, content: words.notForRule },
    { topic: words.percentTopic, content: words.percentRule },
    { topic: words.rankTopic, content: words.rankRule(rank.within, rank.on) },
    ...classEntries(setting),
    { topic: words.roundingTopic, content: words.rounding(rounding.decimals, rounding.mode) },
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
    { topic: words.leafTopic, content: words.leafRule },
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

function classEntries({ plan, index, lang }: Setting): readonly Entry[] {
  const words = methodWords[lang];
  const text = (bands: readonly ClassBand[]) =>
    bands
      .map(({ name, from }) => words.classBand(name, decimalIn(lang, exactText(from))))
      .join('; ');
  const own = plan.blocks.flatMap(({ id, name }): readonly Entry[] => {
    const bands = Object.hasOwn(index.classesByBlock, id) ? index.classesByBlock[id] : undefined;
    if (bands === undefined) return [];
    return [{ topic: words.classTopicOf(name), content: `${text(bands)}.${words.classRule}` }];
  });
  if (index.classes.length > 0) {
    const content = `${text(index.classes)}.${words.classRule}`;
    return [{ topic: words.classTopic, content }, ...own];
  }
  return own.length > 0 ? own : [{ topic: words.classTopic, content: words.noClasses }];
}
