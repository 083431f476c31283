/** Two entries compared, as pages: the differences to be settled (a corrections file once filled in), and the error rates. */
import type { Lang } from '../findings/finding.ts';
import { column, type Page, type PageCell, type PageColumn, type PageRow } from '../page.ts';
import { gridGroups } from '../plan/grids.ts';
import type { Plan } from '../plan/plan.ts';
import { type Exact, roundExact } from '../stats/exact.ts';
import { missingOf } from '../stats/missing.ts';
import { type Difference, type EntryComparison, wrongEntries } from './entry.ts';
import { entryWords } from './entry-words.ts';
import type { PageContext } from './pages.ts';

/** What is still to be settled. The headings are those that `survey returns correct` reads; what else stands here it passes over. */
export function adjudicationPage(
  { differences }: Pick<EntryComparison, 'differences'>,
  { plan, lang, mark }: PageContext,
): Page {
  const words = entryWords[lang];
  const unsettled = differences.filter(({ settled }) => settled === null);
  const rows = unsettled.map((one, at): PageRow => {
    const cells = [at + 1, ...entryCells(one, plan, words), null, null, null];
    const choices = choicesOf(plan, one, words);
    return { style: 'row', cells, choices: new Map([[entryColumns(words).length + 1, choices]]) };
  });
  return {
    name: words.sheet,
    title: [mark, words.title, plan.title, words.how].filter((line) => line !== null),
    columns: [
      column('no', words.no, 'count', 6),
      ...entryColumns(words),
      column('new', words.new, 'text', 12),
      column('why', words.why, 'text', 30),
      column('by', words.by, 'text', 16),
    ],
    rows,
    // Under the table nothing may stand: the file is read back.
    notes: [],
    orientation: 'landscape',
  };
}

/** Who was wrong, and who says so. Null: nothing is settled. */
export function settledPage(
  { differences }: Pick<EntryComparison, 'differences'>,
  { plan, lang, mark }: PageContext,
): Page | null {
  const words = entryWords[lang];
  const rows = differences.flatMap((one): readonly PageRow[] => {
    const { settled, field } = one;
    const wrong = wrongEntries(one);
    if (settled === null || wrong === null) return [];
    const who = wrong.first ? (wrong.second ? 'both' : 'first') : 'second';
    const texts = (values: readonly (string | null)[]): string =>
      [...new Set(values.filter((text) => text !== null))].join('; ');
    const { lines } = settled;
    const right = settled.value ?? (field === null ? words.valid : words.blank);
    const about = [words.wrongEntry[who], texts(lines.map(({ why }) => why))];
    const by = [texts(lines.map((line) => line.by)), texts(lines.map(({ batch }) => batch))];
    return [{ style: 'row', cells: [...entryCells(one, plan, words), right, ...about, ...by] }];
  });
  if (rows.length === 0) return null;
  return {
    name: words.settled,
    title: [mark, words.settledTitle, plan.title].filter((line) => line !== null),
    columns: [
      ...entryColumns(words),
      column('right', words.new, 'text', 12),
      column('wrong', words.whoWrong, 'text', 10),
      column('why', words.why, 'text', 30),
      column('by', words.by, 'text', 16),
      column('batch', words.batch, 'text', 22),
    ],
    rows,
    notes: [],
    orientation: 'landscape',
  };
}

type Words = (typeof entryWords)[Lang];

function entryColumns(words: Words): readonly PageColumn[] {
  return [
    column('serial', words.serial, 'text', 22),
    column('unit', words.unit, 'text', 26),
    column('question', words.question, 'text', 10),
    column('text', words.text, 'text', 44),
    column('old', words.old, 'text', 12),
    column('first_keyer', words.firstKeyer, 'text', 16),
    column('second', words.second, 'text', 12),
    column('second_keyer', words.secondKeyer, 'text', 16),
    column('meaning', words.meaning, 'text', 30),
  ];
}

function entryCells(
  { pair, field, first, second }: Difference,
  plan: Plan,
  words: Words,
): readonly PageCell[] {
  const { unit, group, keyedBy } = pair.first;
  // Asked once on a sheet about several units, the answer may stand at any of them.
  const isOfSheet = field?.question.per === 'sheet' && gridGroups(plan).has(group);
  return [
    pair.name,
    isOfSheet ? null : (plan.units.find(({ id }) => id === unit)?.name ?? unit),
    field?.question.id ?? 'void',
    field?.question.text ?? words.validity,
    first,
    keyedBy,
    second,
    pair.second.keyedBy,
    meanings({ field, first, second }, plan, words),
  ];
}

/** `4 = Hài lòng; (two-marks) = Đánh hai ô`: what the codes of the two entries stand for; null where they are no codes. */
function meanings(
  { field, first, second }: Pick<Difference, 'field' | 'first' | 'second'>,
  { scales }: Plan,
  words: Words,
): string | null {
  const options = scales.find(({ id }) => id === field?.question.scale)?.options ?? [];
  const told = [first, second].flatMap((value) => {
    if (value === null || field === null) return [];
    const kind = missingOf(value);
    if (kind !== null) return [`${value} = ${words.missing[kind]}`];
    const chosen = options.filter(({ code }) => value.split(' ').includes(code));
    return chosen.map(({ code, label }) => `${code} = ${label}`);
  });
  return told.length === 0 ? null : [...new Set(told)].join('; ');
}

/** The codes of the scale; of a figure or a sheet's validity, what both entries say; and the word for nothing. */
function choicesOf(
  { scales }: Plan,
  { field, first, second }: Difference,
  words: Words,
): readonly string[] {
  const none = field === null ? words.valid : words.blank;
  const scale = field?.question.kind === 'scale' ? field.question.scale : null;
  if (scale !== null) {
    const codes = scales.find(({ id }) => id === scale)?.options.map(({ code }) => code) ?? [];
    return [...codes, none];
  }
  const both = [first, second].filter((one) => one !== null);
  return both.some((one) => one.includes(',')) ? [] : [...both, none];
}

export function keyersPage(
  { keyers, whole, sheets, unsettled }: EntryComparison,
  context: PageContext,
): Page {
  const { plan, lang, mark } = context;
  const words = entryWords[lang];
  const total = [whole.compared, whole.differing, finePercent(whole.percent)];
  return {
    name: words.keyers,
    title: [mark, words.keyersTitle, plan.title].filter((line) => line !== null),
    columns: [
      column('keyer', words.keyer, 'text', 20),
      column('entry', words.entry, 'text', 8),
      column('sheets', words.sheets, 'count', 8),
      column('compared', words.compared, 'count', 9),
      column('differing', words.differing, 'count', 9),
      column('percent', words.percent, 'number', 9, { decimals: 2 }),
      column('unsettled', words.unsettled, 'count', 9),
      column('wrong', words.wrong, 'count', 9),
      column('errors', words.errors, 'number', 9, { decimals: 2 }),
    ],
    rows: [
      ...keyers.map((one): PageRow => {
        const entry = one.entry === 'first' ? words.first : words.secondEntry;
        const fields = [one.compared, one.differing, finePercent(one.percent)];
        const settled = [one.unsettled, one.wrong, finePercent(one.errors)];
        const name = one.keyer ?? words.unnamed;
        return { style: 'row', cells: [name, entry, one.sheets, ...fields, ...settled] };
      }),
      { style: 'total', cells: [words.total, '', sheets, ...total, unsettled, null, null] },
    ],
    notes: [words.rule],
    orientation: 'portrait',
  };
}

export function entryQuestionsPage({ questions }: EntryComparison, context: PageContext): Page {
  const { plan, lang, mark } = context;
  const words = entryWords[lang];
  const asked = new Map(
    plan.forms.flatMap((form) => form.questions.map((one) => [one.id, one.text] as const)),
  );
  return {
    name: words.questions,
    title: [mark, words.questionsTitle, plan.title].filter((line) => line !== null),
    columns: [
      column('question', words.question, 'text', 10),
      column('text', words.text, 'text', 60),
      column('compared', words.compared, 'count', 14),
      column('differing', words.differing, 'count', 14),
      column('percent', words.percent, 'number', 12, { decimals: 2, bar: true }),
    ],
    rows: questions.map(({ question, compared, differing, percent }): PageRow => {
      const text = question === null ? words.validity : (asked.get(question) ?? null);
      const cells = [question ?? 'void', text, compared, differing, finePercent(percent)];
      return { style: 'row', cells };
    }),
    notes: [],
    orientation: 'portrait',
  };
}

/** Two digits: 1.04 % is above a limit of 1 %, and must look it. */
function finePercent(value: Exact | null): string | null {
  return value === null ? null : roundExact(value, 2, 'half-up');
}

/** Sheets that were selected and have no second entry (or back-check) yet. */
export function pendingPage(
  serials: readonly { readonly serial: string; readonly where: string }[],
  context: PageContext,
): Page {
  const { plan, lang, mark } = context;
  const words = entryWords[lang];
  return {
    name: words.pending,
    title: [mark, words.pendingTitle, plan.title].filter((line) => line !== null),
    columns: [
      column('no', words.no, 'count', 6),
      column('serial', words.serial, 'text', 24),
      column('where', words.where, 'text', 40),
    ],
    rows: serials.map(({ serial, where }, at): PageRow => {
      return { style: 'row', cells: [at + 1, serial, where] };
    }),
    notes: [],
    orientation: 'portrait',
  };
}
