/**
 * What the tool makes of an example, by what the example wants to show: one line that the test compares, and
 * tables for the page. Every figure comes from the code that the commands run.
 */
import { formatCount, formatDate, formatDecimalText } from '../../dist/formats/numbers.js';
import { estimate } from '../../dist/quotas/costs.js';
import { exactText } from '../../dist/stats/exact.js';
import { unknown, words } from './answer-words.js';
import { changesAnswer } from './changes.js';
import { chance, drawAnswer, placeTables } from './draws.js';
import { intervalsAnswer } from './intervals.js';
import { ranksAnswer } from './ranks.js';
import { returnsAnswer } from './returns.js';
import { scoreAnswer } from './scores.js';

/** `(survey, example) => { answer, tables(lang) }`; a table is `{ head, rows, numbers }`, numbers being columns set right. */
export const answers = {
  quota: quotaAnswer,
  draw: (survey) => both(quotaAnswer(survey), drawAnswer(survey)),
  units: ({ plan }) => ({ answer: null, tables: (lang) => [unitTable(plan, lang)] }),
  windows: ({ plan }) => ({ answer: null, tables: (lang) => [windowTable(plan, lang)] }),
  scales: ({ plan }) => ({ answer: null, tables: (lang) => [scaleTable(plan, lang)] }),
  forms: ({ plan }) => ({ answer: null, tables: (lang) => [formTable(plan, lang)] }),
  returns: returnsAnswer,
  tasks: taskAnswer,
  scores: scoreAnswer,
  ranks: ranksAnswer,
  intervals: intervalsAnswer,
  changes: changesAnswer,
  costs: costAnswer,
  nothing: () => ({ answer: null, tables: () => [] }),
};

export function quotaAnswer({ plan, quotas }) {
  const answer = quotas.groups
    .map(({ rows }) => rows.map(({ size }) => size ?? unknown).join(' '))
    .join(' | ');
  return {
    answer,
    tables: (lang) => [quotaTable(plan, quotas, lang), ...placeTables(plan, quotas, lang)],
  };
}

function quotaTable(plan, quotas, lang) {
  const count = (value) => (value === null ? unknown : formatCount(value, lang));
  const several = plan.groups.length > 1;
  const all = quotas.rows;
  const columns = [
    ['unit', false, (row) => row.name],
    ['size', true, (row) => count(row.size)],
    all.some((row) => row.wanted !== row.size) && ['wanted', true, (row) => count(row.wanted)],
    all.some((row) => row.reserve > 0) && ['reserve', true, (row) => count(row.reserve)],
    all.some((row) => row.most !== null) && ['range', true, (row) => rangeOf(row, count)],
    all.some((row) => row.inclusion !== null) && ['chance', true, (row) => chance(row.inclusion)],
    ['reason', false, (row) => row.reason[lang]],
  ].filter((column) => column !== false);
  const rows = quotas.groups.flatMap((quota, at) => {
    const own = quota.rows.map((row) => columns.map(([, , cell]) => cell(row)));
    const whole = quota.rows[0]?.target.kind === 'group';
    return several && !whole
      ? [[`**${plan.groups[at].name}**`, `**${count(quota.total)}**`], ...own]
      : own;
  });
  if (all.length > 1) rows.push([`**${words.total[lang]}**`, `**${count(quotas.total)}**`]);
  return {
    head: columns.map(([key]) => words[key][lang]),
    numbers: columns.map(([, number]) => number),
    rows,
  };
}

function both(one, other) {
  return {
    answer: `${one.answer}; ${other.answer}`,
    tables: (lang) => [...one.tables(lang), ...other.tables(lang)],
  };
}

function rangeOf({ least, most }, count) {
  if (most === null) return least === null ? '' : `≥ ${count(least)}`;
  return `${count(least ?? 0)}–${count(most)}`;
}

function unitTable(plan, lang) {
  const blocks = new Map(plan.blocks.map((block) => [block.id, block.name]));
  const figures = ({ attributes }) =>
    Object.entries(attributes)
      .map(([key, value]) => `${figureName(plan, key)}: ${figureText(value, lang)}`)
      .join('; ');
  const columns = [
    ['block', (unit) => blocks.get(unit.block)],
    ['unit', (unit) => unit.name],
    ['type', (unit) => unit.type ?? ''],
    ['ranked', (unit) => (unit.ranked ? words.yes : words.no)[lang]],
    ['figures', figures],
    ['was', (unit) => unit.was.map(({ unit: name, share }) => formerly(name, share)).join('; ')],
  ];
  const kept = columns.filter(([, cell]) => plan.units.some((unit) => cell(unit) !== ''));
  return {
    head: kept.map(([key]) => words[key][lang]),
    numbers: kept.map(() => false),
    rows: plan.units.map((unit) => kept.map(([, cell]) => cell(unit))),
  };
}

function figureName(plan, key) {
  return plan.figures[key]?.name ?? key;
}

function figureText(value, lang) {
  if (value === null) return words.unknown[lang];
  return typeof value === 'number'
    ? formatCount(value, lang)
    : formatDecimalText(exactText(value), lang);
}

function formerly(name, share) {
  const percent = exactText(share);
  return percent === '100' ? name : `${name} (${percent} %)`;
}

function windowTable({ fieldwork }, lang) {
  return {
    head: [words.window[lang], words.days[lang]],
    numbers: [false, false],
    rows: fieldwork.windows.map(({ name, from, to, daily }) => [
      name,
      `${formatDate(from, lang)} – ${formatDate(to, lang)}${daily === null ? '' : `, ${daily.from}–${daily.to}`}`,
    ]),
  };
}

function scaleTable({ scales }, lang) {
  const rows = scales.flatMap(({ id, options }) =>
    options.map(({ code, label, points, positive }) => [
      id,
      `${code}. ${label}`,
      points === null ? words.outside[lang] : exactText(points),
      positive ? words.yes[lang] : '',
    ]),
  );
  const head = ['scale', 'option', 'points', 'positive'].map((key) => words[key][lang]);
  return { head, numbers: [false, false, true, false], rows };
}

function formTable({ forms }, lang) {
  const all = forms.flatMap(({ questions }) => questions);
  const kinds = all.some(({ kind }) => kind === 'multiple' || kind === 'number');
  const columns = [
    ['form', (_, code) => code],
    ['question', ({ text }) => text],
    ...(kinds ? [['answeredWith', ({ kind }) => words.kinds[kind][lang]]] : []),
    ['asked', ({ per }) => (per === 'sheet' ? words.perSheet : words.perRating)[lang]],
    ['scored', ({ scored }) => (scored ? words.yes : words.no)[lang]],
  ];
  const rows = forms.flatMap(({ code, questions }) =>
    questions.map((question) => columns.map(([, cell]) => cell(question, code))),
  );
  const head = columns.map(([key]) => words[key][lang]);
  return { head, numbers: head.map(() => false), rows };
}

function taskAnswer({ plan }) {
  const date = (iso, lang) => (iso === null ? '' : formatDate(iso, lang));
  const table = (lang) => ({
    head: ['task', 'from', 'due', 'working'].map((key) => words[key][lang]),
    numbers: [false, false, false, true],
    rows: plan.tasks.map(({ name, from, due, days }) => [
      name,
      date(from, lang),
      date(due, lang),
      days === null ? '' : formatCount(days, lang),
    ]),
  });
  const answer = plan.tasks.map(({ from, due }) => `${from ?? unknown}…${due ?? unknown}`);
  return { answer: answer.join(' '), tables: (lang) => [table(lang)] };
}

function costAnswer({ plan, quotas }) {
  const { lines, total } = estimate(plan, quotas);
  const table = (lang) => {
    const count = (value) => (value === null ? unknown : formatCount(value, lang));
    return {
      head: ['item', 'quantity', 'rate', 'amount'].map((key) => words[key][lang]),
      numbers: [false, true, true, true],
      rows: [
        ...lines.map(({ item, quantity, amount }) => [
          item.name,
          count(quantity),
          count(item.rate),
          count(amount),
        ]),
        [`**${words.total[lang]}**`, '', '', `**${count(total)}**`],
      ],
    };
  };
  return { answer: String(total ?? unknown), tables: (lang) => [table(lang)] };
}
