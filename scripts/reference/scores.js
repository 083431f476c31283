/** Scores of what an example's `points` and `counts` say was given. */

import { formatDecimalText } from '../../dist/formats/numbers.js';
import { score } from '../../dist/scores.js';
import { exactText, parseExact, roundExact } from '../../dist/stats/exact.js';
import { noneMissing } from '../../dist/stats/missing.js';
import { unknown, words } from './answer-words.js';
import { weighedReplies } from './replies.js';

/** Tallies and scores of what the notes of an example say was given. */
export function scoresGiven({ plan, where }, notes) {
  const cells = notes.counts.map(tallyOf);
  const given = { cells: cells.map((cell) => ({ ...cell, form: formOf(plan, cell.group) })) };
  const tallies =
    notes.replies.length > 0
      ? weighedReplies({ plan, where }, notes.replies)
      : { ...given, custody: [], days: [], voids: [], batches: [], simulated: [] };
  const scored = score(plan, tallies, pointsIn(plan.index, notes.points), where);
  return { tallies, scored };
}

export function scoreAnswer({ plan, where }, { notes }) {
  const { scored } = scoresGiven({ plan, where }, notes);
  if (!scored.ok)
    return { answer: scored.findings.map(({ code }) => code).join(' '), tables: () => [] };
  const { decimals, mode } = plan.index.rounding;
  const figure = (value) => (value === null ? unknown : roundExact(value, decimals, mode));
  const { units, overall } = scored.value;
  const answer = units
    .map((unit) => [figure(unit.percent), unit.class, unit.rank].filter((part) => part !== null))
    .map((parts) => parts.join(' '))
    .concat(overall === null ? [] : [`= ${figure(overall.percent)}`])
    .join(' | ');
  return { answer, tables: (lang) => [scoreTable(plan, scored.value, notes, figure, lang)] };
}

function scoreTable(plan, { units, overall }, notes, figure, lang) {
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const shown = (value) => formatDecimalText(figure(value), lang);
  const columns = [
    ['unit', false, ({ unit }) => names.get(unit)],
    ['given', false, ({ unit }) => givenTo(unit, plan.index, notes, lang)],
    ['points', true, ({ total }) => (total.points === null ? unknown : shown(total.points))],
    ['max', true, ({ total }) => formatDecimalText(exactText(total.max), lang)],
    ['percent', true, ({ percent }) => (percent === null ? unknown : shown(percent))],
    ['class', false, (unit) => unit.class ?? ''],
    ['rank', true, ({ rank }) => (rank === null ? '' : String(rank))],
  ].filter(([key, , cell]) => key !== 'class' || units.some((unit) => cell(unit) !== ''));
  return {
    head: columns.map(([key]) => (key === 'percent' ? '%' : words[key][lang])),
    numbers: columns.map(([, number]) => number),
    rows: [
      ...units.map((unit) => columns.map(([, , cell]) => cell(unit))),
      ...(overall === null ? [] : [columns.map(([key]) => overallCell(key))]),
    ],
  };

  function overallCell(key) {
    if (key === 'unit') return words.overall[lang];
    return key === 'percent' ? shown(overall.percent) : '';
  }
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
    weighted: null,
    missing: noneMissing,
    batches: [],
  };
}

/** `xa-an-binh 1=62.62 2=12 bonus=1.5 dan_so=1200`: points of criteria, points beside them, figures. */
function pointsIn(index, lines) {
  const ids = new Set(index.figures.map(({ id }) => id));
  const all = lines.flatMap((line) => line.split('; ').flatMap(pairsOf));
  const appraisal = (value) => {
    const words = { explanation: null, evidence: null };
    return { self: null, first: value, second: null, ...words, appraised: value };
  };
  const isBeside = (name) => name === 'bonus' || name === 'penalty';
  return {
    entries: all
      .filter(({ name }) => !ids.has(name) && !isBeside(name))
      .map(({ unit, name, value }) => ({ unit, criterion: name, ...appraisal(value) })),
    adjustments: all
      .filter(({ name }) => isBeside(name))
      .map(({ unit, name, value }) => ({ unit, kind: name, ...appraisal(value) })),
    figures: all
      .filter(({ name }) => ids.has(name))
      .map(({ unit, name, value }) => ({ unit, figure: name, value })),
    simulated: [],
  };
}

function pairsOf(text) {
  const [unit, ...pairs] = text.split(' ');
  return pairs.map((pair) => {
    const [name, value] = pair.split('=');
    return { unit, name, value: parseExact(value) };
  });
}

function formOf(plan, group) {
  return plan.groups.find(({ id }) => id === group)?.form;
}

/** `1: 58.5` of an appraisal; `Có kế hoạch: có` of a figure; `nguoi-dan A: 10, B: 5` of answers. */
function givenTo(unit, index, { points, counts, replies }, lang) {
  const appraised = points
    .flatMap((line) => line.split('; '))
    .filter((part) => part.startsWith(`${unit} `))
    .map((part) => named(part.slice(unit.length + 1).split(' '), index, lang));
  const answered = counts
    .map((line) => line.split(' '))
    .filter(([, about]) => about === unit)
    .map(([group, , , ...pairs]) => `${group} ${readable(pairs)}`);
  const sheets = replies
    .map((line) => line.split(' '))
    .filter(([, about]) => about === unit)
    .map(([group, , place, ...pairs]) => {
      const from = place === '-' ? group : `${group} ${place}`;
      return `${from} ${readable(pairs.slice(0, -1))} × ${pairs.at(-1).slice(1)}`;
    });
  return [...appraised, ...answered, ...sheets].join('; ');
}

function named(pairs, { figures }, lang) {
  const shown = pairs.map((pair) => {
    const [name, value] = pair.split('=');
    const figure = figures.find(({ id }) => id === name);
    const beside = name === 'bonus' || name === 'penalty' ? words[name][lang] : name;
    const yesNo = figure?.kind === 'yes-no' ? words[value === '0' ? 'no' : 'yes'][lang] : value;
    return `${figure?.name ?? beside}=${yesNo}`;
  });
  return readable(shown);
}

function readable(pairs) {
  return pairs.map((pair) => pair.replace('=', ': ')).join(', ');
}
