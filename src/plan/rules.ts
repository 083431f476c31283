/** Rules across the plan. Each looks at sections that can be read and says what does not fit. */
import { hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { costRules } from './rules/costs.ts';
import { dateRules } from './rules/dates.ts';
import { figureRules, figureUseRules } from './rules/figures.ts';
import { formRules } from './rules/forms.ts';
import { groupRules, placeRules } from './rules/groups.ts';
import { idRules } from './rules/ids.ts';
import { indexRules } from './rules/index-tree.ts';
import { leafRules } from './rules/leaves.ts';
import { nameRules } from './rules/names.ts';
import { quotaRules } from './rules/quotas.ts';
import { referenceRules, useRules } from './rules/references.ts';
import type { Rule, RuleContext } from './rules/rule.ts';
import { samplingRules } from './rules/sampling.ts';
import { taskRules } from './rules/tasks.ts';
import type { Section } from './schema.ts';

/** What is declared, and what refers to it. */
const structure: readonly Rule[] = [
  ...idRules,
  ...nameRules,
  ...referenceRules,
  ...quotaRules,
  ...placeRules,
  ...figureRules,
];

/** Whether the whole makes sense. */
const sense: readonly Rule[] = [
  ...useRules,
  ...figureUseRules,
  ...groupRules,
  ...dateRules,
  ...taskRules,
  ...samplingRules,
  ...costRules,
  ...formRules,
  ...indexRules,
  ...leafRules,
];

/** `unreadable`: sections with mistakes of their own; what depends on them is not judged. */
export function ruleFindings(
  context: RuleContext,
  unreadable: ReadonlySet<Section>,
): readonly Finding[] {
  const spoilt = new Set(unreadable);
  const first = structure.flatMap((rule) => {
    const found = ask(rule, context, unreadable);
    if (found.length > 0) for (const section of rule.spoils ?? []) spoilt.add(section);
    return found;
  });
  return [...first, ...sense.flatMap((rule) => ask(rule, context, spoilt))];
}

/** Whether nothing is wrong among these sections themselves, whatever is wrong elsewhere. */
export function rulesHold(context: RuleContext, among: readonly Section[]): boolean {
  const asked = [...structure, ...sense].filter(({ needs }) =>
    needs.every((section) => among.includes(section)),
  );
  return !hasErrors(asked.flatMap((rule) => rule.check(context)));
}

function ask(rule: Rule, context: RuleContext, closed: ReadonlySet<Section>): readonly Finding[] {
  return rule.needs.some((section) => closed.has(section)) ? [] : rule.check(context);
}
