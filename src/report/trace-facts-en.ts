/** What a trace tells beside its arithmetic, in English. */
import { missingKinds } from '../stats/missing.ts';
import type { ClassEdge, ConditionTold, FactOf, LeftOut } from '../trace/facts.ts';
import { answerWords } from './answer-words.ts';
import { at, bracketed, type FactWords, near, type Say, used } from './trace-say.ts';

const inputWords = { missing: 'missing', yes: 'yes', no: 'no' } as const;

const leavesText: Readonly<Record<LeftOut, string>> = {
  out: 'not in the maximum',
  filled: 'the maximum stays and the others fill it',
  others: 'the maximum stays and the others alone are looked at',
};

const conditionText = ({ condition, holds, inputs }: ConditionTold, say: Say): string => {
  const told = holds === null ? 'cannot be told' : holds ? 'holds' : 'does not hold';
  return `“${say.expression(condition)}” ${told}${bracketed(used(inputs, say, inputWords))}`;
};

const edgeText = (edge: ClassEdge, say: Say): string =>
  edge.kind === 'from'
    ? `${edge.class}: from ${say.plain(edge.from)}%`
    : `${edge.class}: the best ${say.plain(edge.share)}%, down to place ${edge.places}`;

export const enFacts: FactWords = {
  'not-applicable': ({ leaves }) =>
    leaves === 'out'
      ? 'Does not apply to this unit and is not in its maximum.'
      : `Does not apply to this unit; of the criterion above ${leavesText[leaves]}.`,
  'left-out': ({ codes, leaves }, say) =>
    `Does not apply to the unit: ${say.list(codes)}; ${leavesText[leaves]}.`,
  weightless: ({ codes }, say) => `Of weight 0, not in the mean: ${say.list(codes)}.`,
  dropped: ({ codes }, say) => `Without points, left out as the plan says: ${say.list(codes)}.`,
  missing: ({ codes }, say) => `Points are missing: ${say.list(codes)}.`,
  'no-appraisal': () => 'No appraised points in points/ yet.',
  self: ({ points, from }, say) => `Self-assessed: ${say.plain(points)}${at(from, say)}`,
  first: ({ points, from }, say) => `First appraisal: ${say.plain(points)}${at(from, say)}`,
  second: ({ points, from }, say) =>
    `Second appraisal (this one counts): ${say.plain(points)}${at(from, say)}`,
  explanation: ({ text, from }, say) =>
    `Explanation of the unit: ${say.quote(text)}${at(from, say)}`,
  evidence: ({ text, from }, say) => `Evidence: ${say.quote(text)}${at(from, say)}`,
  'no-adjustment': ({ kind, claimed }) =>
    claimed
      ? 'Not appraised, so that it does not count.'
      : `No ${kind} points were given to the unit in points/.`,
  outside: ({ value, max }, say) =>
    `The result ${say.number(value)} lies outside of 0 to ${say.plain(max)}, so there are no points.`,
  'no-rater': () => 'No group rates this unit on this criterion.',
  'no-answers': ({ groups }, say) =>
    `No value, for lack of answers from ${say.list(groups)}; weights are not moved to others.`,
  'few-answers': ({ groups, least }, say) =>
    `No value: the plan asks for at least ${least} answers of each group; too few are there from ${say.list(groups.map(({ name, base }) => `${name}${base === null ? '' : ` (${base})`}`))}.`,
  'too-few': ({ base, least }) =>
    base === 0
      ? 'No answer that counts yet.'
      : `Only ${base} answers that count; the plan asks for at least ${least}.`,
  hidden: ({ groups, fewest, together }, say) =>
    `Not shown apart: ${say.list(groups)}; one of them has fewer than ${fewest} answers, or would give such a group away${together === null ? '' : `; together they add ${say.number(together)}`}.`,
  'not-counted': ({ answers }, say) =>
    `${say.count(answers)} on options without points, not counted.`,
  weighted: () =>
    'Answers are multiplied by the weights of the respondents (see the sheet of weights).',
  'few-alike': ({ fewest }) =>
    `Weighted counts by option are not shown: fewer than ${fewest} answers share one of the weights, and could be told apart by it.`,
  unanswered: ({ missing }, say) =>
    `Without an answer, not counted: ${missingKinds
      .filter((kind) => missing[kind] > 0)
      .map((kind) => `${answerWords.en.missing[kind].toLowerCase()} ${say.count(missing[kind])}`)
      .join(', ')}.`,
  figure: ({ figure }, say) => `A figure of the unit: ${used([figure], say, inputWords)}`,
  formula: ({ formula, inputs }, say) =>
    `Formula: ${say.expression(formula)}${inputs.length === 0 ? '' : `; ${used(inputs, say, inputWords)}`}`,
  'no-figures': ({ names }, say) =>
    `No points, for these figures are missing in points/: ${say.list(names)}.`,
  'zero-divisor': ({ divisor }, say) =>
    `No points: the formula divides by ${say.expression(divisor)}, which is 0.`,
  rounded: ({ digits, value }, say) =>
    `By the formula rounded to ${digits} decimals: ${say.plain(value)}.`,
  picked: ({ which, values, value }, say) =>
    `The ${which === 'min' ? 'smaller' : 'larger'} of ${values.map(say.number).join(' and ')} counts: ${say.number(value)}.`,
  'without-sign': ({ value }, say) => `Without its sign: ${say.number(value)}.`,
  branch: ({ condition, holds }, say) =>
    `“${say.expression(condition)}” ${holds ? 'holds, so the first of the two ways counts' : 'does not hold, so the second of the two ways counts'}.`,
  condition: (told, say) => `Condition ${conditionText(told, say)}`,
  need: ({ need, met }) =>
    `${need === 'all' ? 'All conditions must hold' : 'One condition is enough'}: ${met === null ? 'cannot be told' : met ? 'the whole maximum' : '0 points'}.`,
  full: ({ need, full, others }, say) =>
    `${[
      need === 'all'
        ? 'All criteria below must have their maximum'
        : 'One criterion below with its maximum is enough',
      ...(full.length === 0 ? [] : [`with it: ${say.list(full)}`]),
      ...(others.length === 0 ? [] : [`without: ${say.list(others)}`]),
    ].join('; ')}.`,
  negative: ({ codes }, say) => `Below 0, so that this mean cannot be taken: ${say.list(codes)}.`,
  zero: ({ codes }, say) => `A criterion at 0 makes this mean 0: ${say.list(codes)}.`,
  band: ({ value, from, points, next }, say) =>
    `The value ${say.number(value)} reaches the step from ${say.plain(from)}: ${say.plain(points)} points${next === null ? ' (the highest)' : `; the next: from ${say.plain(next.from)}, ${say.plain(next.points)}`}.`,
  'below-bands': ({ value, lowest }, say) =>
    `The value ${say.number(value)} does not reach the lowest step (from ${say.plain(lowest)}).`,
  against: ({ within, units, method, low, high, reversed }, say) =>
    method === 'goalposts' && low !== null && high !== null
      ? `Set against two goals, whatever the other units have: ${say.number(low)} and ${say.number(high)}.`
      : `Set against ${say.count(units)} units of ${within === 'block' ? 'its block' : 'all blocks'}${low === null || high === null ? '' : `: ${bounds[method]} ${say.number(low)} and ${say.number(high)}`}${reversed ? '; the smaller the better' : ''}.`,
  'all-alike': ({ units }, say) =>
    `The ${say.count(units)} units cannot be told apart by this value, so there are no points.`,
  beyond: ({ points }, say) =>
    `The value lies outside of what it is set against and gets the end of the scale: ${say.plain(points)}.`,
  unwritten: () => 'This does not fit one line of arithmetic; the result is as scored.',
  capped: ({ highest, max, points }, say) =>
    `Beyond what the plan allows: at most ${say.plain(highest)}% of ${say.plain(max)} count, which is ${say.number(points)}.`,
  'no-survey': ({ block }) =>
    `No survey was held in ${block}; as the plan says, the appraised part alone counts.`,
  rank: ({ rank, of, within, above, below, tied }, say) =>
    [
      `Rank ${rank} of ${of} ${within === null ? '(all units)' : `(${within})`}`,
      ...(tied.length === 0 ? [] : [`tied with ${say.list(tied)}`]),
      ...(above.length === 0 ? [] : [`just above: ${near(above, say)}`]),
      ...(below.length === 0 ? [] : [`just below: ${near(below, say)}`]),
    ].join('; '),
  'tie-broken': ({ by, own, others }, say) =>
    by === 'name'
      ? `The same result as ${say.list(others.map(({ name }) => name))}; nothing decided between them but their names.`
      : `The same result; decided by ${breakerText(by)}: ${say.maybe(own)}, against ${say.list(others.map(({ name, value }) => `${name} ${say.maybe(value)}`))}.`,
  unranked: () => 'Scored, not ranked.',
  'rank-missing': () => 'Not ranked yet: points are missing.',
  class: ({ reached, next }, say) =>
    `Class ${reached === null ? '– (reaches none)' : edgeText(reached, say)}${next === null ? '' : `; next better: ${edgeText(next, say)}`}.`,
  'class-met': ({ class: name, conditions }, say) =>
    `Conditions of ${name}: ${conditions.map((one) => conditionText(one, say)).join('; ')}.`,
  'class-missed': ({ class: name, conditions }, say) =>
    `Reaches ${name}, but misses its conditions: ${conditions.map((one) => conditionText(one, say)).join('; ')}.`,
};

const bounds = {
  'min-max': 'smallest and largest',
  goalposts: '',
  'z-score': 'mean and standard deviation',
  rank: '',
  percentile: '',
} as const;

function breakerText(by: Exclude<FactOf<'tie-broken'>['by'], 'name'>): string {
  if (by.kind === 'criterion') return `criterion ${by.code} (%)`;
  const names = { points: 'total points', percent: 'index %' } as const;
  const parts = { survey: 'survey part (%)', appraised: 'appraised part (%)' } as const;
  return { ...names, ...parts }[by.kind];
}
