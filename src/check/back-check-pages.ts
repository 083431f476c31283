/** A back-check as pages: the outcome by unit and collector, agreement by question, and the list for the field team. */
import type { Lang } from '../findings/finding.ts';
import {
  column,
  type Page,
  type PageCell,
  type PageColumn,
  type PageRow,
  withColumns,
} from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { type Exact, roundExact } from '../stats/exact.ts';
import type { Agreement, BackCheck, PartAgreement } from './back-check.ts';
import { backCheckWords, decisionWords } from './back-check-words.ts';
import { groupName, type PageContext, percentText } from './pages.ts';
import type { SelectableSheet, SelectionRecord } from './selection.ts';

/** `so-noi-vu` of `unit:so-noi-vu`, by its name. */
export function siteName({ units, places, ...plan }: Plan, key: string): string {
  const [kind = '', ...rest] = key.split(':');
  const id = rest.join(':');
  const some = kind === 'place' ? places : kind === 'unit' ? units : [];
  const name = some.find((one) => one.id === id)?.name;
  return name ?? (kind === 'group' ? (groupName({ ...plan, units, places }, id) ?? id) : id);
}

export function sitesPage(
  { sites, whole, sheets, deciding }: BackCheck,
  context: PageContext,
): Page {
  const words = backCheckWords[context.lang];
  return {
    ...frame(words.sites, words.sitesTitle, context),
    columns: partColumns(words.site, context.lang, true),
    rows: [
      ...sites.map((one): PageRow => {
        const cells = partCells(siteName(context.plan, one.key), one, context.lang, true);
        return { style: 'row', cells };
      }),
      {
        style: 'total',
        cells: [
          words.total,
          sheets,
          ...agreementCells(whole),
          ...[deciding.compared, deciding.differing, percentText(deciding.percent), null],
        ],
      },
    ],
    notes: [
      ...notesOf(context),
      ...(sites.some(({ decision }) => decision === 'undecided') ? [words.undecidedRule] : []),
      words.partKappa,
    ],
  };
}

/** As much of it as fits a screen: what decides, and the outcome. */
export function narrowSites(page: Page, { lang }: PageContext): Page {
  const kept = ['name', 'sheets', 'deciding_compared', 'deciding_differing', 'deciding_percent'];
  const narrow = withColumns(page, ({ key }) => [...kept, 'decision'].includes(key));
  const rest = backCheckWords[lang].partKappa;
  return { ...narrow, notes: page.notes.filter((note) => note !== rest) };
}

/** Sheets that were asked again without being selected. Null: there are none. */
export function strangersPage({ strangers }: BackCheck, context: PageContext): Page | null {
  if (strangers.length === 0) return null;
  const words = backCheckWords[context.lang];
  return {
    ...frame(words.strangers, words.strangersTitle, context),
    columns: [
      column('no', words.no, 'count', 6),
      column('serial', words.serial, 'text', 24),
      column('site', words.site, 'text', 34),
      column('compared', words.compared, 'count', 12),
      column('differing', words.differing, 'count', 12),
    ],
    rows: strangers.map(({ sheet, site, errors }, at): PageRow => {
      const figures = [errors.compared, errors.differing];
      return { style: 'row', cells: [at + 1, sheet, siteName(context.plan, site), ...figures] };
    }),
    notes: [words.strangersRule],
  };
}

export function backCheckCollectorsPage(
  { collectors }: BackCheck,
  context: PageContext,
): Page | null {
  if (collectors.length === 0) return null;
  const words = backCheckWords[context.lang];
  return {
    ...frame(words.collectors, words.collectorsTitle, context),
    columns: partColumns(words.collector, context.lang, false),
    rows: collectors.map((one): PageRow => {
      return { style: 'row', cells: partCells(one.key, one, context.lang, false) };
    }),
    notes: [words.partKappa],
  };
}

export function agreementPage({ questions }: BackCheck, context: PageContext): Page {
  const { plan, lang } = context;
  const words = backCheckWords[lang];
  const asked = new Map(
    plan.forms.flatMap((form) => form.questions.map((one) => [one.id, one.text] as const)),
  );
  return {
    ...frame(words.questions, words.questionsTitle, context),
    columns: [
      column('question', words.question, 'text', 10),
      column('text', words.text, 'text', 44),
      column('type', words.type, 'text', 7),
      column('tolerance', words.tolerance, 'number', 10, { decimals: 1 }),
      ...agreementColumns(lang),
      column('kappa_linear', words.linear, 'number', 10, { decimals: 3 }),
      column('kappa_squared', words.squared, 'number', 10, { decimals: 3 }),
    ],
    rows: questions.map((one): PageRow => {
      const { question, type, tolerance, linear, squared } = one;
      return {
        style: 'row',
        cells: [
          question,
          asked.get(question) ?? null,
          type,
          percentText(tolerance),
          ...agreementCells(one),
          kappaText(linear),
          kappaText(squared),
        ],
      };
    }),
    notes: [words.kappaRule],
  };
}

/** Serials and where they are from, with room for what the team finds; no answers on it. */
export function fieldListPage(
  record: SelectionRecord,
  sheets: ReadonlyMap<string, SelectableSheet>,
  context: PageContext,
): Page {
  const { plan, lang } = context;
  const words = backCheckWords[lang];
  let no = 0;
  const isBackCheck = record.for === 'back-check';
  const rows = record.strata.flatMap(({ serials }) =>
    [...serials].sort().map((serial): PageRow => {
      const sheet = sheets.get(serial);
      no += 1;
      const site = sheet === undefined ? null : siteOfSheet(plan, sheet);
      const group = sheet === undefined ? null : groupName(plan, sheet.group);
      const blanks = isBackCheck ? [null, null, null] : [null, null];
      return {
        style: 'row',
        cells: [no, serial, group, site, sheet?.collector ?? null, ...blanks],
      };
    }),
  );
  const title = isBackCheck ? words.fieldTitle : words.entryTitle;
  return {
    ...frame(words.field, title, context),
    columns: [
      column('no', words.no, 'count', 6),
      column('serial', words.serial, 'text', 24),
      column('group', words.group, 'text', 30),
      column('site', words.site, 'text', 30),
      column('collector', words.collector, 'text', 20),
      ...(isBackCheck
        ? [
            column('asked_on', words.askedOn, 'text', 14),
            column('asked_by', words.askedBy, 'text', 20),
            column('result', words.result, 'text', 24),
          ]
        : [
            column('keyed_by', words.keyedBy, 'text', 20),
            column('keyed_on', words.keyedOn, 'text', 14),
          ]),
    ],
    rows,
    notes: [words.drawn(record.selection_id, record.seed)],
  };
}

function siteOfSheet(plan: Plan, { unit, place }: SelectableSheet): string | null {
  if (place !== null) return siteName(plan, `place:${place}`);
  return unit === null ? null : siteName(plan, `unit:${unit}`);
}

function partColumns(first: string, lang: Lang, isDecided: boolean): readonly PageColumn[] {
  const words = backCheckWords[lang];
  return [
    column('name', first, 'text', 34),
    column('sheets', words.sheets, 'count', 10),
    ...agreementColumns(lang),
    ...(isDecided
      ? [
          column('deciding_compared', words.deciding, 'count', 12),
          column('deciding_differing', words.decidingErrors, 'count', 12),
          column('deciding_percent', words.percent, 'number', 10, { decimals: 1 }),
          column('decision', words.decision, 'text', 16),
        ]
      : []),
  ];
}

function partCells(
  name: string,
  one: PartAgreement,
  lang: Lang,
  isDecided: boolean,
): readonly PageCell[] {
  const { compared, differing, percent } = one.deciding;
  return [
    name,
    one.sheets,
    ...agreementCells(one),
    ...(isDecided
      ? [compared, differing, percentText(percent), decisionWords[lang][one.decision]]
      : []),
  ];
}

function agreementColumns(lang: Lang): readonly PageColumn[] {
  const words = backCheckWords[lang];
  return [
    column('compared', words.compared, 'count', 12),
    column('differing', words.differing, 'count', 12),
    column('error_percent', words.percent, 'number', 10, { decimals: 1 }),
    column('agreement', words.agreement, 'number', 10, { decimals: 1 }),
    column('kappa', words.kappa, 'number', 10, { decimals: 3 }),
  ];
}

function agreementCells({ errors, agreement, kappa }: Agreement): readonly PageCell[] {
  return [
    errors.compared,
    errors.differing,
    percentText(errors.percent),
    percentText(agreement),
    kappaText(kappa),
  ];
}

export function kappaText(value: Exact | null): string | null {
  return value === null ? null : roundExact(value, 3, 'half-up');
}

function notesOf({ plan, lang }: PageContext): readonly string[] {
  const { limit, voidAbove, types } = plan.checks.backCheck;
  const words = backCheckWords[lang];
  const percent = (value: Exact): string => {
    const text = roundExact(value, 1, 'half-up').replace(/\.0$/, '');
    return lang === 'vi' ? text.replace('.', ',') : text;
  };
  return [
    words.limitRule(percent(limit), voidAbove === null ? null : percent(voidAbove)),
    Object.keys(types).length === 0 ? words.allDecide : words.typesDecide,
  ];
}

function frame(
  name: string,
  title: string,
  { plan, mark }: PageContext,
): Pick<Page, 'name' | 'title' | 'orientation'> {
  const lines = [mark, title, plan.title].filter((line) => line !== null);
  return { name, title: lines, orientation: 'landscape' };
}
