/** What has changed since the earlier results that an example names. */
import { readChanges } from '../../dist/commands/read-previous.js';
import { formatDecimalText } from '../../dist/formats/numbers.js';
import { hundred, roundExact } from '../../dist/stats/exact.js';
import { unknown, words } from './answer-words.js';
import { scoresGiven } from './scores.js';

export async function changesAnswer({ plan, where }, { notes }, io) {
  const { scored } = scoresGiven({ plan, where }, notes);
  if (!scored.ok) throw new Error('the example is not scored');
  const compared = { plan, scores: scored.value, simulated: false, folder: '.', where };
  const read = await readChanges(compared, io);
  if (!read.ok || read.value === null) throw new Error('the example is not compared');
  const { units, criteria, mapped } = read.value;
  const { decimals, mode } = plan.index.rounding;
  const figure = (value) => (value === null ? unknown : roundExact(value, decimals, mode));
  const shown = mapped
    ? units.flatMap((unit) =>
        criteria.map(({ code }) => ({ unit, code, change: unit.criteria.get(code) })),
      )
    : units.map((unit) => ({ unit, code: null, change: unit.total }));
  const answer = shown
    .map(({ unit, change }) =>
      [
        figure(change.before.percent),
        figure(change.now.percent),
        figure(change.percent),
        upText(unit),
      ]
        .filter((text) => text !== '')
        .join(' '),
    )
    .join(' | ');
  return {
    answer,
    findings: read.findings,
    tables: (lang) => [table(shown, figure, mapped, lang)],
  };
}

function table(shown, figure, mapped, lang) {
  const number = (value) => formatDecimalText(figure(value), lang);
  const columns = [
    ['unit', false, ({ unit }) => unit.name],
    mapped && ['criterion', false, ({ code }) => code],
    !mapped && [
      'former',
      false,
      ({ unit }) => unit.from.map((one) => formerText(one, lang)).join('; '),
    ],
    ['percentBefore', true, ({ change }) => number(change.before.percent)],
    ['percentNow', true, ({ change }) => number(change.now.percent)],
    ['change', true, ({ change }) => number(change.percent)],
    !mapped && ['ranks', false, ({ unit }) => ranksText(unit.rank)],
  ].filter((column) => column !== false);
  return {
    head: columns.map(([key]) => words[key][lang]),
    numbers: columns.map(([, isNumber]) => isNumber),
    rows: shown.map((one) => columns.map(([, , cell]) => cell(one))),
  };
}

function formerText({ name, part }, lang) {
  const percent = part.mul(hundred);
  return percent.equals(hundred)
    ? name
    : `${name} ${formatDecimalText(roundExact(percent, 2, 'half-up'), lang)} %`;
}

function ranksText({ before, now, up }) {
  const one = (rank) => (rank === null ? '–' : `${rank.rank}/${rank.of}`);
  const moved = up === null ? '' : ` (${up === 0 ? '=' : up > 0 ? `▲ ${up}` : `▼ ${-up}`})`;
  return `${one(before)} → ${one(now)}${moved}`;
}

function upText({ rank: { up } }) {
  return up === null ? '' : `(${up > 0 ? '+' : ''}${up})`;
}
