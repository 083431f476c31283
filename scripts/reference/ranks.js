/** Rank intervals of what an example's `counts` say was answered, taken as counted from paper. */
import { formatDecimalText } from '../../dist/formats/numbers.js';
import { intervalText } from '../../dist/report/ranks.js';
import { roundExact } from '../../dist/stats/exact.js';
import { influences } from '../../dist/uncertainty/influences.js';
import { rankUncertainty } from '../../dist/uncertainty/ranks.js';
import { words } from './answer-words.js';
import { scoresGiven } from './scores.js';

const nobody = { forms: [], sheets: 0 };

export function ranksAnswer({ plan, where, quotas }, { notes }) {
  const { tallies, scored } = scoresGiven({ plan, where }, notes);
  if (!scored.ok) return { answer: null, tables: () => [] };
  const moves = influences(plan, quotas, nobody, null, tallies, scored.value);
  const ranks = rankUncertainty(plan, plan.index, scored.value, moves);
  const { decimals, mode } = plan.index.rounding;
  const rows = ranks.units.map((one) => {
    const { percent } = scored.value.units.find(({ unit }) => unit === one.unit);
    const [name] = plan.units.filter(({ id }) => id === one.unit).map((unit) => unit.name);
    const first = Math.round(one.first * 100);
    return { ...one, name, first, percent: roundExact(percent, decimals, mode) };
  });
  const answer = rows
    .map((one) => `${one.percent} ${one.rank} ${intervalText(one)} ${one.first}% ${one.band}`)
    .join(' | ');
  return { answer, tables: (lang) => [rankTable(rows, lang)] };
}

function rankTable(rows, lang) {
  const columns = [
    ['unit', false, ({ name }) => name],
    ['percent', true, ({ percent }) => formatDecimalText(percent, lang)],
    ['rank', true, ({ rank }) => String(rank)],
    ['interval', true, intervalText],
    ['first', true, ({ first }) => `${first}%`],
    ['band', true, ({ band }) => String(band)],
  ];
  return {
    head: columns.map(([key]) => (key === 'percent' ? '%' : words[key][lang])),
    numbers: columns.map(([, number]) => number),
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
  };
}
