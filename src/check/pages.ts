/** The concerns as pages: what to look at first, a sheet for each check, and the figures behind them. */
import type { Lang } from '../findings/finding.ts';
import { column, type Page, type PageCell, type PageRow, withColumns } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { type Exact, exact, percentOf, roundExact } from '../stats/exact.ts';
import { fewestShown } from '../stats/small-cells.ts';
import { type Concern, checkNames, checkOf, type Holder } from './concern.ts';
import { collectorsOf } from './forms.ts';
import type { Gathered } from './gather.ts';
import { ruleNotes } from './rule-notes.ts';
import { checkTitles, kindWords, levelWords, pageWords } from './words.ts';

export interface PageContext {
  readonly plan: Plan;
  readonly lang: Lang;
  /** Stands above every page of a rehearsal; null for none. */
  readonly mark: string | null;
}

/** Lines of the first sheet. */
const mostFirst = 200;

/** The ranked list. `concerns` as `ranked` orders them; `know` is left to the sheets of the checks. */
export function firstPage(
  concerns: readonly Concern[],
  notes: readonly string[],
  context: PageContext,
): Page {
  const words = pageWords[context.lang];
  const urgent = concerns.filter(({ level }) => level !== 'know');
  const shown = urgent.slice(0, mostFirst);
  const rest = urgent.length - shown.length;
  const lastCheck = checkOf[urgent.at(-1)?.kind ?? 'night'];
  return {
    ...frame(words.first, context),
    ...concernTable(shown, context, true),
    notes: [
      ...(urgent.length === 0 ? [words.nothing] : []),
      ...(rest > 0 ? [words.more(rest, checkTitles[lastCheck][context.lang])] : []),
      ...notes,
    ],
  };
}

/** A sheet for each check that found anything, `know` included. */
export function checkPages(concerns: readonly Concern[], context: PageContext): readonly Page[] {
  return checkNames.flatMap((name): readonly Page[] => {
    const own = concerns.filter(({ kind }) => checkOf[kind] === name);
    if (own.length === 0) return [];
    return [
      {
        ...frame(checkTitles[name][context.lang], context),
        ...concernTable(own, context, false),
        notes: ruleNotes(name, context.plan.checks, context.lang),
      },
    ];
  });
}

export function collectorsPage(gathered: Gathered, context: PageContext): Page | null {
  const words = pageWords[context.lang];
  const collectors = collectorsOf(gathered);
  if (collectors.length === 0) return null;
  const rows = collectors.map((one): PageRow => {
    const isShown = one.valid >= fewestShown;
    const share = (part: number, whole: number): PageCell =>
      isShown ? percentText(percentOf(exact(part), exact(whole))) : null;
    return {
      style: 'row',
      cells: [
        one.holder.collector,
        groupName(context.plan, one.holder.group),
        one.valid,
        share(one.blank, one.asked),
        isShown ? percentText(one.level.mean()) : null,
        share(one.straight.count, one.judged),
      ],
    };
  });
  return {
    ...frame(words.collectors, context),
    columns: [
      column('collector', words.collector, 'text', 26),
      column('group', words.group, 'text', 30),
      column('forms', words.forms, 'count', 12),
      column('blank_percent', words.blanks, 'number', 12, { decimals: 1 }),
      column('mean', words.mean, 'number', 12, { decimals: 1 }),
      column('straight_percent', words.straight, 'number', 12, { decimals: 1 }),
    ],
    rows: byText(rows),
    notes: [words.small],
  };
}

export function questionsPage({ layouts }: Gathered, context: PageContext): Page | null {
  const { plan, lang } = context;
  const words = pageWords[lang];
  const rows = plan.forms.flatMap(({ id, code, questions }) =>
    questions.flatMap(({ id: question, text }): readonly PageRow[] => {
      const count = layouts.counts.get(`${id}\n${question}`);
      if (count === undefined || count.asked < fewestShown) return [];
      const { asked, missing } = count;
      const share = percentText(percentOf(exact(missing), exact(asked)));
      return [{ style: 'row', cells: [code, question, text, asked, missing, share] }];
    }),
  );
  if (rows.length === 0) return null;
  return {
    ...frame(words.questions, context),
    columns: [
      column('form', words.form, 'text', 18),
      column('question', words.question, 'text', 10),
      column('text', words.text, 'text', 60),
      column('asked', words.asked, 'count', 12),
      column('missing', words.missing, 'count', 12),
      column('share', words.share, 'number', 10, { decimals: 1, bar: true }),
    ],
    rows,
    notes: [],
  };
}

function frame(
  name: string,
  { plan, mark, lang }: PageContext,
): Pick<Page, 'name' | 'title' | 'orientation'> {
  const title = [mark, pageWords[lang].title, plan.title].filter((line) => line !== null);
  return { name, title, orientation: 'landscape' };
}

/** The first sheet says what and where, on one sheet of paper; the sheets of the checks say all. */
const firstKeys = ['no', 'level', 'check', 'what', 'where', 'count', 'of', 'note', 'todo'];

function concernTable(
  concerns: readonly Concern[],
  context: PageContext,
  isFirst: boolean,
): Pick<Page, 'columns' | 'rows'> {
  const words = pageWords[context.lang];
  const columns = [
    column('no', words.no, 'count', 5),
    column('level', words.level, 'text', 11),
    column('check', words.check, 'text', 12),
    column('what', words.what, 'text', 24),
    column('where', words.where, 'text', 28),
    column('count', words.count, 'count', 8),
    column('of', words.of, 'count', 8),
    column('share', words.share, 'number', 8, { decimals: 1 }),
    column('value', words.value, 'number', 8, { decimals: 1 }),
    column('others', words.others, 'number', 8, { decimals: 1 }),
    column('note', words.note, 'text', 22),
    column('todo', words.todo, 'text', 30),
    column('serials', words.serials, 'text', 36),
  ];
  const rows = concerns.map((one, at) => concernRow(one, at + 1, context));
  const left = ['check', 'todo'];
  return withColumns({ columns, rows }, ({ key }) =>
    isFirst ? firstKeys.includes(key) : !left.includes(key),
  );
}

function concernRow(one: Concern, no: number, { plan, lang }: PageContext): PageRow {
  const { what, todo } = kindWords[one.kind];
  const share = one.of === null ? null : percentOf(exact(one.count), exact(one.of));
  return {
    style: 'row',
    cells: [
      no,
      levelWords[one.level][lang],
      checkTitles[checkOf[one.kind]][lang],
      what[lang],
      whereText(plan, one, lang),
      one.count,
      one.of,
      percentText(share),
      percentText(one.value),
      percentText(one.others),
      noteText(plan, one, lang),
      todo[lang],
      serialText(one, lang),
    ],
  };
}

function serialText({ serials, count, kind }: Concern, lang: Lang): PageCell {
  if (serials.length === 0) return null;
  const rest = kind === 'same-sheet' ? 0 : count - serials.length;
  return [...serials, ...(rest > 0 ? [pageWords[lang].unlisted(rest)] : [])].join(', ');
}

function noteText(plan: Plan, one: Concern, lang: Lang): PageCell {
  const { kind, note, value } = one;
  if (kind === 'missing-question') return formCode(plan, note);
  const compared = comparison(one, lang);
  if (compared !== null) return compared;
  if (kind !== 'burst' || note === null || value === null)
    return note === null ? null : days(note, lang);
  const { minutes } = plan.checks.burst;
  const most = roundExact(value, 0, 'half-up');
  return lang === 'vi'
    ? `nhiều nhất ${most} phiếu trong ${minutes} phút, từ ${days(note, lang)}`
    : `at most ${most} in ${minutes} minutes, from ${note}`;
}

/** “41,2; người khác 68,5”. */
function comparison({ kind, value, count, of, others }: Concern, lang: Lang): string | null {
  const isMean = kind === 'collector-level';
  const own = value ?? (of === null ? null : percentOf(exact(count), exact(of)));
  if (others === null || own === null) return null;
  const figure = (one: Exact): string => {
    const text = percentText(one) ?? '';
    return `${lang === 'vi' ? text.replace('.', ',') : text}${isMean ? '' : ' %'}`;
  };
  const rest = lang === 'vi' ? 'nơi khác' : 'others';
  return `${figure(own)}; ${rest} ${figure(others)}`;
}

/** `2024-11-21` inside a text, as it is read. */
function days(text: string, lang: Lang): string {
  return lang === 'en' ? text : text.replace(/(\d{4})-(\d\d)-(\d\d)/g, '$3/$2/$1');
}

function formCode({ forms }: Plan, id: string | null): string | null {
  return forms.find((one) => one.id === id)?.code ?? id;
}

function whereText(plan: Plan, { holder, question }: Concern, lang: Lang): string {
  if (question !== null) {
    const asked = plan.forms
      .flatMap(({ questions }) => questions)
      .find(({ id }) => id === question);
    return asked === undefined ? question : `${question}. ${asked.text}`;
  }
  return holderName(plan, holder, lang);
}

/** “Công chức, Xã An Bình, điều tra viên Lan”. */
export function holderName(
  plan: Plan,
  { group, unit, place, collector }: Holder,
  lang: Lang,
): string {
  const site =
    place === null
      ? plan.units.find(({ id }) => id === unit)?.name
      : plan.places.find(({ id }) => id === place)?.name;
  const parts = [
    groupName(plan, group),
    site ?? place ?? unit,
    collector === null ? null : `${lang === 'vi' ? 'điều tra viên' : 'collector'} ${collector}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

export function groupName({ groups }: Plan, id: string | null): string | null {
  return groups.find((group) => group.id === id)?.name ?? id;
}

export function percentText(value: Exact | null): string | null {
  return value === null ? null : roundExact(value, 1, 'half-up');
}

function byText(rows: readonly PageRow[]): readonly PageRow[] {
  const key = ({ cells }: PageRow): string => JSON.stringify([cells[1], cells[0]]);
  return [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
