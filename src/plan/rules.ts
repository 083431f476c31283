/** Rules across the plan. Each looks at sections that can be read and says what does not fit. */
import { hasErrors, severityOf } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { applyingRules } from './rules/applying.ts';
import { checkRules } from './rules/checks.ts';
import { combiningRules } from './rules/combining.ts';
import { costRules } from './rules/costs.ts';
import { dateRules } from './rules/dates.ts';
import { expressionRules } from './rules/expressions.ts';
import { figureKindRules } from './rules/figure-kinds.ts';
import { figureWordRules } from './rules/figure-words.ts';
import { figureRules, figureUseRules } from './rules/figures.ts';
import { formRules } from './rules/forms.ts';
import { groupRules, placeRules } from './rules/groups.ts';
import { idRules } from './rules/ids.ts';
import { indexRules } from './rules/index-tree.ts';
import { leafRules } from './rules/leaves.ts';
import { nameRules } from './rules/names.ts';
import { previousRules } from './rules/previous.ts';
import { quotaRules } from './rules/quotas.ts';
import { rankingRules } from './rules/ranking.ts';
import { referenceRules, useRules } from './rules/references.ts';
import { respondentWeightRules } from './rules/respondent-weights.ts';
import { returnsRules } from './rules/returns.ts';
import type { Rule, RuleContext } from './rules/rule.ts';
import { samplingRules } from './rules/sampling.ts';
import { taskRules } from './rules/tasks.ts';
import { uncertaintyRules } from './rules/uncertainty.ts';
import { unlikelyRules } from './rules/unlikely.ts';
import type { Section } from './schema.ts';

/** What is declared, and what refers to it. */
const structure: readonly Rule[] = [
  ...idRules,
  ...nameRules,
  ...referenceRules,
  ...quotaRules,
  ...placeRules,
  ...figureWordRules,
];

/** Whether the whole makes sense. */
const sense: readonly Rule[] = [
  ...useRules,
  ...figureRules,
  ...figureUseRules,
  ...figureKindRules,
  ...groupRules,
  ...dateRules,
  ...taskRules,
  ...samplingRules,
  ...costRules,
  ...checkRules,
  ...formRules,
  ...returnsRules,
  ...indexRules,
  ...leafRules,
  ...expressionRules,
  ...combiningRules,
  ...rankingRules,
  ...previousRules,
  ...respondentWeightRules,
  ...uncertaintyRules,
  ...applyingRules,
  ...unlikelyRules,
];

/** What the rules may not lean on. */
export interface Closed {
  /** What depends on these sections is not judged. */
  readonly unreadable: ReadonlySet<Section>;
  /** Sections that lack single values: what refers to them is judged, whether they make sense is not. */
  readonly lacking: ReadonlySet<Section>;
  /** Whether what is said at a place may only follow from a value that is lacking. */
  readonly isConsequence: (at: Where) => boolean;
}

export function ruleFindings(
  context: RuleContext,
  { unreadable, lacking, isConsequence }: Closed,
): readonly Finding[] {
  const spoilt = new Set([...unreadable, ...lacking]);
  const first = structure.flatMap((rule) => {
    const found = ask(rule, context, unreadable).filter(({ at }) => !isConsequence(at));
    if (found.length > 0) for (const section of rule.spoils ?? []) spoilt.add(section);
    return found;
  });
  const second = sense.flatMap((rule) => ask(rule, context, spoilt));
  const findings = [...first, ...second.filter(({ at }) => !isConsequence(at))];
  return findings.filter((found) => !isExplained(found, findings));
}

/** A figure that is not there needs no further remark on how it is used. */
function isExplained(found: Finding, findings: readonly Finding[]): boolean {
  if (severityOf(found) === 'error') return false;
  return findings.some(
    ({ code, at }) => code === 'plan/unknown-name' && placeOf(at) === placeOf(found.at),
  );
}

function placeOf(at: Where): string {
  return at.kind === 'text' ? `${at.file}:${at.line}:${at.column}` : JSON.stringify(at);
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
