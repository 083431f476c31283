/** Scores of what an example's `points` and `counts` say was given. */
import { formatDecimalText } from '../../dist/formats/numbers.js';
import { score } from '../../dist/scores.js';
import { exactText, parseExact, roundExact } from '../../dist/stats/exact.js';
import { unknown, words } from './answer-words.js';

export function scoreAnswer({ plan, where }, { notes }) {
  const cells = notes.counts.map(tallyOf);
  const entries = notes.points.flatMap((line) => line.split('; ').flatMap(pointsOf));
  const given = { cells: cells.map((cell) => ({ ...cell, form: formOf(plan, cell.group) })) };
  const tallies = { ...given, custody: [], batches: [], simulated: [] };
  const scored = score(plan, tallies, { entries, simulated: [] }, where);
  if (!scored.ok)
    return { answer: scored.findings.map(({ code }) => code).join(' '), tables: () => [] };
  const { decimals, mode } = plan.index.rounding;
  const figure = (value) => (value === null ? unknown : roundExact(value, decimals, mode));
  const { units } = scored.value;
  const answer = units
    .map((unit) => [figure(unit.percent), unit.class, unit.rank].filter((part) => part !== null))
    .map((parts) => parts.join(' '))
    .join(' | ');
  return { answer, tables: (lang) => [scoreTable(plan, units, notes, figure, lang)] };
}

function scoreTable(plan, units, notes, figure, lang) {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const shown = (value) => formatDecimalText(figure(value), lang);
  const columns = [
    ['unit', false, ({ unit }) => names.get(unit)],
    ['given', false, ({ unit }) => givenTo(unit, notes)],
    ['points', true, ({ total }) => (total.points === null ? unknown : shown(total.points))],
    ['max', true, ({ total }) => formatDecimalText(exactText(total.max), lang)],
    ['percent', true, ({ percent }) => (percent === null ? unknown : shown(percent))],
    ['class', false, (unit) => unit.class ?? ''],
    ['rank', true, ({ rank }) => (rank === null ? '' : String(rank))],
  ].filter(([key, , cell]) => key !== 'class' || units.some((unit) => cell(unit) !== ''));
  return {
    head: columns.map(([key]) => (key === 'percent' ? '%' : words[key][lang])),
    numbers: columns.map(([, number]) => number),
    rows: units.map((unit) => columns.map(([, , cell]) => cell(unit))),
  };
}

/** `nguoi-dan xa-an-binh q1 A=10 B=5` */
function tallyOf(line) {
  const [group, unit, question, ...counts] = line.split(' ');
  const pairs = counts.map((pair) => pair.split('='));
  return {
    group,
    unit,
    question,
    counts: Object.fromEntries(pairs.map(([code, count]) => [code, Number(count)])),
    blank: 0,
    batches: [],
  };
}

/** `xa-an-binh 1=62.62 2=12` */
function pointsOf(text) {
  const [unit, ...pairs] = text.split(' ');
  return pairs.map((pair) => {
    const [criterion, points] = pair.split('=');
    return { unit, criterion, self: null, appraised: parseExact(points) };
  });
}

function formOf(plan, group) {
  return plan.groups.find(({ id }) => id === group)?.form;
}

/** `1: 58.5` of an appraisal; `nguoi-dan A: 10, B: 5` of answers. */
function givenTo(unit, { points, counts }) {
  const appraised = points
    .flatMap((line) => line.split('; '))
    .filter((part) => part.startsWith(`${unit} `))
    .map((part) => readable(part.slice(unit.length + 1).split(' ')));
  const answered = counts
    .map((line) => line.split(' '))
    .filter(([, about]) => about === unit)
    .map(([group, , , ...pairs]) => `${group} ${readable(pairs)}`);
  return [...appraised, ...answered].join('; ');
}

function readable(pairs) {
  return pairs.map((pair) => pair.replace('=', ': ')).join(', ');
}
