/** Every criterion with the rule that gives its points, in words. */
import type { Criterion, LeafSource } from '../plan/plan.ts';
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
  const max = decimalIn(lang, exactText(criterion.max));
  const names = plan.units
    .filter(({ id }) => criterion.notFor.includes(id))
    .map(({ name }) => name);
  const notFor = names.length === 0 ? '' : words.notFor(names.join(', '));
  return sourceText(criterion.source, max, setting) + notFor;
}

function sourceText(source: LeafSource | null, max: string, { plan, lang }: Setting): string {
  const words = methodWords[lang];
  if (source === null) return words.parent(max);
  if (source.kind === 'appraised') return words.appraisedLeaf(max);
  const parts = source.parts.map(({ group, with: others, weight, questions }) => {
    const name = [group, ...others]
      .map((one) => plan.groups.find(({ id }) => id === one)?.name ?? one)
      .join(' + ');
    const percent = decimalIn(lang, exactText(weight.mul(hundred)));
    return words.part(name, percent, questions.join(', '));
  });
  return words.surveyLeaf(max, source.as === 'mean' ? words.mean : words.share, parts.join('; '));
}
