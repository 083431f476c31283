/** Intervals of units' percents, of what an example's `counts` say was answered, taken as counted from paper. */
import { formatDecimalText } from '../../dist/formats/numbers.js';
import { uncertaintyWords } from '../../dist/report/uncertainty-words.js';
import { uncertainty } from '../../dist/uncertainty.js';
import { words } from './answer-words.js';
import { scoresGiven } from './scores.js';

const nobody = { forms: [], sheets: 0 };

export function intervalsAnswer({ plan, where, quotas }, { notes }) {
  const { tallies, scored } = scoresGiven({ plan, where }, notes);
  if (!scored.ok) return { answer: null, tables: () => [] };
  const { leaves } = uncertainty(plan, quotas, nobody, null, tallies, scored.value);
  const { decimals } = plan.index.rounding;
  const rows = leaves.map(({ unit, respondents, estimate, interval }) => {
    const [name] = plan.units.filter(({ id }) => id === unit).map((one) => one.name);
    const { low, high, method } = interval;
    const between =
      low === null || low === high ? '' : `${low.toFixed(decimals)}–${high.toFixed(decimals)}`;
    return { name, respondents, percent: estimate.toFixed(decimals), between, method };
  });
  const answer = rows
    .map(({ percent, between, method }) => [percent, between, method].filter(Boolean).join(' '))
    .join(' | ');
  return { answer, tables: (lang) => [intervalTable(rows, lang)] };
}

function intervalTable(rows, lang) {
  const own = uncertaintyWords[lang];
  const shown = (text) =>
    text
      .split('–')
      .map((one) => formatDecimalText(one, lang))
      .join('–');
  return {
    head: [words.unit[lang], own.respondents, '%', words.between[lang], own.method],
    numbers: [false, true, true, true, false],
    rows: rows.map(({ name, respondents, percent, between, method }) => [
      name,
      String(respondents),
      shown(percent),
      between === '' ? '' : shown(between),
      own.methods[method],
    ]),
  };
}
