/** Every criterion with the rule that gives its points, in words. */
import { combineText, furtherTexts, numberText, sourceText } from '../plan/criterion-words.ts';
import type { Criterion, LeafSource, Plan } from '../plan/plan.ts';
import { exactText, hundred } from '../stats/exact.ts';
import { methodWords } from './method-words.ts';
import type { Setting } from './sheet.ts';
import { decimalIn } from './words.ts';

export interface Entry {
  readonly topic: string;
  readonly content: string;
}

export function criteriaEntries(setting: Setting): readonly Entry[] {
  return entriesOf(setting.index.criteria, setting);
}

function entriesOf(criteria: readonly Criterion[], setting: Setting): readonly Entry[] {
  return criteria.flatMap((criterion) => [
    { topic: `${criterion.code}. ${criterion.name}`, content: contentOf(criterion, setting) },
    ...entriesOf(criterion.children, setting),
  ]);
}

function contentOf(criterion: Criterion, setting: Setting): string {
  const { plan, lang } = setting;
  const words = methodWords[lang];
  const names = plan.units
    .filter(({ id }) => criterion.notFor.includes(id))
    .map(({ name }) => name);
  const notFor = names.length === 0 ? '' : words.notFor(names.join(', '));
  const further = furtherTexts(criterion, lang).map((text) => ` ${capital(text)}.`);
  return ruleOf(criterion, setting) + further.join('') + notFor;
}

function ruleOf(criterion: Criterion, { plan, lang }: Setting): string {
  const words = methodWords[lang];
  const max = numberText(criterion.max, lang);
  const { source } = criterion;
  if (source?.kind === 'appraised') return words.appraisedLeaf(max);
  if (source?.kind === 'survey') return surveyText(source, max, plan, lang);
  const rule = sourceText(criterion, plan, lang) ?? combineText(criterion, lang) ?? '';
  return words.rule(capital(rule), max);
}

function surveyText(
  { as, parts }: Extract<LeafSource, { readonly kind: 'survey' }>,
  max: string,
  { groups }: Plan,
  lang: Setting['lang'],
): string {
  const words = methodWords[lang];
  const texts = parts.map(({ group, with: others, weight, questions }) => {
    const name = [group, ...others]
      .map((one) => groups.find(({ id }) => id === one)?.name ?? one)
      .join(' + ');
    const percent = decimalIn(lang, exactText(weight.mul(hundred)));
    return words.part(name, percent, questions.join(', '));
  });
  return words.surveyLeaf(max, as === 'mean' ? words.mean : words.share, texts.join('; '));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
