/** What a trace tells beside its arithmetic, in English. */
import type { ClassEdge, FactOf } from '../trace/step.ts';
import { at, type FactWords, near, type Say, used } from './trace-say.ts';

const edgeText = (edge: ClassEdge, say: Say): string =>
  edge.kind === 'from'
    ? `${edge.class}: from ${say.plain(edge.from)}%`
    : `${edge.class}: the best ${say.plain(edge.share)}%, down to place ${edge.places}`;

export const enFacts: FactWords = {
  'not-applicable': () => 'Does not apply to this unit and is not in its maximum.',
  'left-out': ({ codes, kept }, say) =>
    `Does not apply to the unit: ${say.list(codes)}; ${kept ? 'the maximum stays and the others fill it' : 'not in the maximum'}.`,
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
  bonus: ({ points, most, from }, say) =>
    `Bonus: ${say.plain(points)}${most === null ? '' : `, at most ${say.plain(most)}`}${at(from, say)}`,
  penalty: ({ points, most, from }, say) =>
    `Penalty: ${say.plain(points)}${most === null ? '' : `, at most ${say.plain(most)}`}${at(from, say)}`,
  'no-rater': () => 'No group rates this unit on this criterion.',
  'no-answers': ({ groups }, say) =>
    `No value, for lack of answers from ${say.list(groups)}; weights are not moved to others.`,
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
  figure: ({ figure }, say) => `A figure of the unit: ${used([figure], say, 'missing')}`,
  formula: ({ text, inputs }, say) =>
    `Formula: ${text}${inputs.length === 0 ? '' : `; ${used(inputs, say, 'missing')}`}`,
  condition: ({ text, holds, inputs }, say) =>
    `Condition ${text}: ${holds === null ? 'cannot be told' : holds ? 'holds' : 'does not hold'} (${used(inputs, say, 'missing')})`,
  need: ({ need, met }) =>
    `${need === 'all' ? 'All conditions must hold' : 'One condition is enough'}: ${met === null ? 'cannot be told' : met ? 'the whole maximum' : '0 points'}.`,
  full: ({ need, full, others }, say) =>
    `${need === 'all' ? 'All criteria below must have their maximum' : 'One criterion below with its maximum is enough'}; with it: ${say.list(full)}; without: ${say.list(others)}.`,
  zero: ({ codes }, say) => `A criterion at 0 makes this mean 0: ${say.list(codes)}.`,
  band: ({ value, from, points, next }, say) =>
    `The value ${say.number(value)} reaches the step from ${say.plain(from)}: ${say.plain(points)} points${next === null ? ' (the highest)' : `; the next: from ${say.plain(next.from)}, ${say.plain(next.points)}`}.`,
  'below-bands': ({ value, lowest }, say) =>
    `The value ${say.number(value)} does not reach the lowest step (from ${say.plain(lowest)}).`,
  against: ({ within, units, method, low, high, reversed }, say) =>
    `Set against ${say.count(units)} units of ${within === 'block' ? 'its block' : 'all blocks'}${low === null || high === null ? '' : `: ${bounds[method]} ${say.number(low)} and ${say.number(high)}`}${reversed ? '; the smaller the better' : ''}.`,
  'all-alike': ({ units }, say) =>
    `The ${say.count(units)} units cannot be told apart by this value, so there are no points.`,
  beyond: () => 'The value lies outside of what it is set against and gets the end of the scale.',
  unwritten: () => 'This does not fit one line of arithmetic; the result is as scored.',
  capped: ({ highest }, say) =>
    `Beyond what the plan allows: only ${say.plain(highest)}% of the maximum count.`,
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
  'class-missed': ({ class: name, conditions }, say) =>
    `Reaches ${name}, but misses its conditions: ${say.list(conditions)}.`,
};

const bounds = {
  'min-max': 'smallest and largest',
  goalposts: 'goals',
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
