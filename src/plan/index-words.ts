/** The rules of the index beside its tree, in a reader's words: for `plan show` and the method page of the report. */
import type { Lang } from '../findings/finding.ts';
import { type Exact, exact } from '../stats/exact.ts';
import { leafCriteria } from './criteria.ts';
import { groupName, numberText } from './criterion-words.ts';
import { expressionWords } from './expression-words.ts';
import { type IndexPhrases, indexPhrases } from './index-phrases.ts';
import type {
  ClassBand,
  Criterion,
  Index,
  IndexFigure,
  Overall,
  Plan,
  RespondentWeights,
  TieBreaker,
} from './plan.ts';

export interface RuleText {
  readonly topic: string;
  readonly content: string;
  /** It is as in every index that says nothing of it. */
  readonly usual: boolean;
  /** Readers ask for it, usual or not: how ties, rounding and what does not apply are dealt with. */
  readonly asked: boolean;
}

interface Setting {
  readonly plan: Plan;
  readonly index: Index;
  readonly lang: Lang;
  readonly phrases: IndexPhrases;
  readonly number: (value: Exact) => string;
}

/** Every rule, in the order in which it is applied. */
export function indexTexts(plan: Plan, index: Index, lang: Lang): readonly RuleText[] {
  const number = (value: Exact): string => numberText(value, lang);
  const setting: Setting = { plan, index, lang, phrases: indexPhrases[lang], number };
  return [
    ...figureRules(setting),
    ...pointRules(setting),
    ...totalRules(setting),
    rankRule(setting),
    ...classRules(setting),
    roundingRule(setting),
    ...overallRules(setting),
    ...previousRules(setting),
    ...weightRules(setting),
    ...uncertaintyRules(setting),
  ];
}

function ruled(topic: string, content: string, usual = false): RuleText {
  return { topic, content, usual, asked: false };
}

function figureRules({ index, phrases, number }: Setting): readonly RuleText[] {
  if (index.figures.length === 0) return [];
  const bounds = ({ kind, from, to }: IndexFigure): string =>
    kind === 'yes-no'
      ? phrases.yesNo
      : [
          ...(from === null ? [] : [phrases.atLeast(number(from))]),
          ...(to === null ? [] : [phrases.atMost(number(to))]),
        ].join(' ');
  const texts = index.figures.map((one) => phrases.figure(one.id, one.name, bounds(one)));
  return [ruled(phrases.figures, `${texts.join('; ')}.`)];
}

function pointRules({ index, phrases }: Setting): readonly RuleText[] {
  const { missing, notApplicable, survey } = index;
  const missed = missing === 'none' ? phrases.missingNone : phrases.missingDrop;
  return [
    ruled(phrases.missing, missed, missing === 'none'),
    {
      ...ruled(phrases.notApplicable, phrases[notApplicable], notApplicable === 'shrink'),
      asked: true,
    },
    ...(survey === 'optional' ? [ruled(phrases.survey, phrases.optional)] : []),
  ];
}

function totalRules({ index, phrases, number }: Setting): readonly RuleText[] {
  const { combine, criteria, max, bonus, penalty, highest } = index;
  const isMean = combine === 'mean' || combine === 'geometric' || combine === 'harmonic';
  const differ = criteria.some(({ weight }) => criteria[0]?.weight.equals(weight) !== true);
  const weights = criteria.map(({ code, weight }) => `${code}: ${number(weight)}`).join('; ');
  const weighed = isMean && differ ? phrases.totalWeights(weights) : '';
  const most = highest === null ? '' : phrases.highest(number(highest));
  const given = bonusText(phrases, bonus, penalty, number);
  const above = bonus === null || highest !== null ? '' : phrases.above;
  return [
    ...(combine === 'sum'
      ? []
      : [ruled(phrases.total, phrases.totals[combine](number(max)) + weighed)]),
    ...(given === null ? [] : [ruled(phrases.bonus, given + above)]),
    ruled(phrases.percent, phrases.percentRule + most, highest === null),
  ];
}

function bonusText(
  phrases: IndexPhrases,
  bonus: Exact | null,
  penalty: Exact | null,
  number: (value: Exact) => string,
): string | null {
  if (bonus === null && penalty === null) return null;
  const less = penalty === null ? null : number(penalty);
  if (bonus === null) return phrases.penaltyAlone(less ?? '') + phrases.bonusMaximum;
  const taken = less === null ? '' : `, ${phrases.penaltyMost(less)}`;
  return phrases.bonusMost(number(bonus)) + taken + phrases.bonusMaximum;
}

function rankRule({ index, phrases }: Setting): RuleText {
  const { within, on, ties, tieBreakers } = index.rank;
  const breakers = tieBreakers.map((one) => breakerText(one, index.criteria, phrases));
  const first = breakers.length === 0 ? '' : `${phrases.tieBreakers(breakers.join('; '))}; `;
  const rule = phrases.rankRule(
    phrases.within[within],
    phrases.on[on],
    breakers.length === 0 ? phrases.ties[ties] : lowered(first) + phrases.ties[ties],
  );
  const usual = within === 'block' && on === 'percent' && ties === 'joint' && first === '';
  return { ...ruled(phrases.rank, rule, usual), asked: true };
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function breakerText(
  breaker: TieBreaker,
  criteria: readonly Criterion[],
  phrases: IndexPhrases,
): string {
  if (breaker.kind !== 'criterion') return phrases.breakers[breaker.kind];
  return phrases.criterion(breaker.code, nameOf(breaker.code, criteria));
}

function nameOf(code: string, criteria: readonly Criterion[]): string {
  for (const criterion of criteria) {
    const name = criterion.code === code ? criterion.name : nameOf(code, criterion.children);
    if (name !== '') return name;
  }
  return '';
}

function classRules(setting: Setting): readonly RuleText[] {
  const { plan, index, phrases } = setting;
  const own = plan.blocks.flatMap(({ id, name }): readonly RuleText[] => {
    const bands = Object.hasOwn(index.classesByBlock, id) ? index.classesByBlock[id] : undefined;
    if (bands === undefined) return [];
    return [ruled(phrases.classesOf(name), classText(bands, setting))];
  });
  if (index.classes.length > 0) {
    return [ruled(phrases.classes, classText(index.classes, setting)), ...own];
  }
  return own.length > 0 ? own : [ruled(phrases.classes, phrases.noClasses, true)];
}

function classText(bands: readonly ClassBand[], { plan, lang, phrases, number }: Setting): string {
  const texts = bands.map(({ name, from, share, onlyIf }) => {
    const conditions = onlyIf.map((one) => `“${expressionWords(one, plan, lang)}”`).join('; ');
    const reached =
      share === null
        ? phrases.band(name, from === null ? '0' : number(from))
        : phrases.bandShare(name, number(share));
    return reached + (conditions === '' ? '' : phrases.onlyIf(conditions));
  });
  const isShared = bands.some(({ share }) => share !== null);
  const further = bands.some(({ onlyIf }) => onlyIf.length > 0) ? phrases.onlyIfRule : '';
  return `${texts.join('; ')}.${isShared ? phrases.shareRule : phrases.classRule}${further}`;
}

function roundingRule({ index, phrases }: Setting): RuleText {
  const { decimals, mode, shares } = index.rounding;
  const rule = phrases.roundingRule(decimals, mode) + phrases.shares[shares];
  const usual = decimals === 2 && mode === 'half-up' && shares === 'to-100';
  return { ...ruled(phrases.rounding, rule, usual), asked: true };
}

function overallRules(setting: Setting): readonly RuleText[] {
  const { index, phrases } = setting;
  const { overall } = index;
  return overall === null ? [] : [ruled(phrases.overall, overallText(overall, setting))];
}

function overallText(overall: Overall, { plan, phrases, number }: Setting): string {
  if (overall.kind !== 'stated') {
    return overall.kind === 'units' ? phrases.overallUnits : phrases.overallBlocks;
  }
  const texts = Object.entries(overall.weights).map(([id, weight]) => {
    const name = plan.blocks.find((block) => block.id === id)?.name ?? id;
    return `${name} ${number(weight)}`;
  });
  return phrases.overallStated(texts.join('; '));
}

function previousRules({ plan, index, phrases }: Setting): readonly RuleText[] {
  const { previous } = index;
  if (previous === null) return [];
  const { from, criteria } = previous;
  const pairs = Object.entries(criteria ?? {}).map(([now, then]) => `${now} ← ${then}`);
  const rule =
    criteria === null ? phrases.previousRule(from) : phrases.previousMapped(from, pairs.join('; '));
  const isMerged = plan.units.some(({ was }) => was.length > 1);
  return [ruled(phrases.previous, rule + (isMerged ? phrases.merged : ''))];
}

function weightRules({ plan, index, phrases, number }: Setting): readonly RuleText[] {
  const texts = Object.entries(index.weights).flatMap(([group, weights]) => {
    const steps = weightSteps(weights, phrases, number);
    return steps.length === 0 ? [] : [phrases.weightsOf(groupName(group, plan), steps.join('; '))];
  });
  return texts.length === 0 ? [] : [ruled(phrases.weights, texts.join(' '))];
}

function weightSteps(
  { design, nonResponse, margins, trim }: RespondentWeights,
  phrases: IndexPhrases,
  number: (value: Exact) => string,
): readonly string[] {
  const questions = margins.map(({ question }) => question).join(', ');
  return [
    ...(design ? [phrases.design] : []),
    ...(nonResponse ? [phrases.nonResponse] : []),
    ...(margins.length === 1 ? [phrases.post(questions)] : []),
    ...(margins.length > 1 ? [phrases.raking(questions)] : []),
    ...(trim === null ? [] : [phrases.trim(number(trim))]),
  ];
}

const usually = { confidence: 95, rankConfidence: 90, replicates: 2000, hideBelow: 5 };

/** Only of an index that a survey is part of. */
function uncertaintyRules({ plan, index, phrases, number }: Setting): readonly RuleText[] {
  if (leafCriteria(index.criteria).every(({ source }) => source?.kind !== 'survey')) return [];
  const { uncertainty, hideBelow } = index;
  const { confidence, rankConfidence, replicates, seed } = uncertainty;
  const isUsual =
    confidence.equals(usually.confidence) &&
    rankConfidence.equals(usually.rankConfidence) &&
    replicates === usually.replicates &&
    seed === plan.survey;
  const times = number(exact(replicates));
  const rule =
    replicates === 0
      ? phrases.uncertaintyOfPoints(number(confidence))
      : phrases.uncertaintyRule(number(confidence), number(rankConfidence), times, seed);
  const hidden = hideBelow <= 1 ? phrases.hiddenNone : phrases.hiddenRule(String(hideBelow));
  return [
    ruled(phrases.uncertainty, rule, isUsual),
    ruled(phrases.hidden, hidden, hideBelow === usually.hideBelow),
  ];
}
