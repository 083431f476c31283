/** `survey check`: what looks wrong with the returns, most serious first. */
import { join } from 'node:path';
import { type Concern, checkNames, checkOf, levels } from '../check/concern.ts';
import type { Gathered } from '../check/gather.ts';
import {
  checkPages,
  collectorsPage,
  firstPage,
  holderName,
  type PageContext,
  questionsPage,
} from '../check/pages.ts';
import { checkTitles, kindWords, levelWords, pageWords } from '../check/words.ts';
import { type CustodyToCheck, checkReturns } from '../check.ts';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { wordsIn } from '../findings/words.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { printable, wrapText } from '../formats/printable.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { type Page, withColumns } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { formsPrinted } from '../plan/spare.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { pageContext, workbookFiles } from './check-read.ts';
import { eachRating } from './each-rating.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { readTallies } from './read-tallies.ts';
import { paletteOf, refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';

/** Lines on the screen. */
const mostShown = 12;

export async function checkCommand(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok) return refuse(survey.findings, options, io, sources);
  const { plan, folder } = survey.value;
  const { custody, findings } = await custodyOf(survey.value, io);
  let batches: readonly BatchRecord[] = [];
  const found: Finding[] = [...findings];
  const checked = await checkReturns(
    plan,
    async (visit) => {
      const read = await eachRating(folder, 'returns', io, visit, { plan });
      if (read.ok) batches = read.value.filter(({ kind }) => kind !== 'corrections');
      else found.splice(0, found.length, ...read.findings);
      return read.ok;
    },
    custody,
  );
  if (checked === null) return refuse(found, options, io, sources);
  const nothing = batches.length === 0 && (custody?.custody.length ?? 0) === 0;
  if (nothing && !hasErrors(found)) {
    const at = { kind: 'file', file: join(folder, 'returns') } as const;
    found.push(finding('check/nothing-imported', at, { purpose: 'returns' }));
    return refuse(found, options, io, sources);
  }
  const context = await pageContext(plan, folder, io);
  const notes = notesOf(checked, batches.length, context);
  const first = firstPage(checked.concerns, notes, context);
  const pages = [
    first,
    ...checkPages(checked.concerns, context),
    ...[collectorsPage(checked.gathered, context), questionsPage(checked.gathered, context)],
  ].filter((page) => page !== null);
  const target = join(options.out ?? join(folder, 'out', 'check'), 'check.xlsx');
  const files = await workbookFiles(target, pages, context, first);
  if (!options.dryRun) for (const { path, content } of files) await io.write(path, content);
  const paths = files.map(({ path }) => path);
  if (options.json) {
    const concerns = checked.concerns.map((one) => concernJson(one, context));
    const { ratings } = checked.gathered;
    const about = { survey: plan.survey, sheets: checked.sheets, ratings, concerns };
    const told = findingsJson(found, io.lang);
    const isGood = exitOf(checked.concerns, found, options) === exit.done;
    io.out(
      renderJson({
        ok: isGood,
        ...about,
        pages: pages.map(pageJson),
        files: paths,
        findings: told,
      }),
    );
  } else {
    sayFindings(found, options, io, sources);
    io.out(screen(first, checked.concerns, io));
  }
  sayWritten(io, paths, options.dryRun);
  sayNext(io, `survey ${nextOf(checked.concerns)} --plan ${word(options.plan)}`);
  return exitOf(checked.concerns, found, options);
}

/** Serious matters stop; what is to be looked into stops under `--strict`. */
function exitOf(
  concerns: readonly Concern[],
  findings: readonly Finding[],
  options: WriteOptions,
): ExitCode {
  const limit = levels.indexOf(options.strict ? 'look' : 'serious');
  const isBad = concerns.some(({ level }) => levels.indexOf(level) <= limit);
  return isBad || stops(findings, options) ? exit.findings : exit.done;
}

function nextOf(concerns: readonly Concern[]): string {
  const isOdd = concerns.some(({ kind, level }) => level === 'look' && checkOf[kind] !== 'custody');
  return isOdd ? 'check select --for back-check' : 'score';
}

/** Where the sheets went. Clashes between imports leave it uncounted, and are told. */
async function custodyOf(
  { plan, quotas, folder }: Survey,
  io: Io,
): Promise<{ readonly custody: CustodyToCheck | null; readonly findings: readonly Finding[] }> {
  const counted = await readTallies(plan, folder, io);
  if (!counted.ok) return { custody: null, findings: counted.findings };
  const { custody } = counted.value.tallies;
  const printed = (row: QuotaRow): number | null => printedFor(plan, row);
  return { custody: { quotas, custody, printed }, findings: counted.findings };
}

/** Forms printed for a row of the quota, spares included. */
function printedFor({ groups }: Plan, { group: id, size, most }: QuotaRow): number | null {
  const group = groups.find((one) => one.id === id);
  // Where more may answer than the quota asks for, so many may be handed out.
  return group === undefined ? null : formsPrinted(group, most ?? size);
}

function notesOf(
  {
    gathered,
    sheets,
  }: { readonly gathered: Pick<Gathered, 'ratings' | 'untold'>; readonly sheets: number },
  batches: number,
  { lang }: PageContext,
): readonly string[] {
  const words = pageWords[lang];
  const { int } = wordsIn(lang);
  const hasTallies = gathered.ratings === 0;
  return [
    words.taken(int(sheets), int(gathered.ratings), int(batches)),
    ...(hasTallies ? [words.tallied] : []),
    ...(hasTallies
      ? []
      : untimed(gathered.untold, { day: words.noDay, minute: words.noMinute }, int)),
    words.rule,
  ];
}

/** What could not be judged must not look as if nothing were wrong with it. */
function untimed(
  untold: Gathered['untold'],
  words: Readonly<Record<'day' | 'minute', (sheets: string) => string>>,
  int: (value: number) => string,
): readonly string[] {
  return (['day', 'minute'] as const).flatMap((what) => {
    return untold[what] === 0 ? [] : [words[what](int(untold[what]))];
  });
}

/** One screen: what, where, how many, how serious; counts by level; what to do with the first ones. */
function screen(page: Page, concerns: readonly Concern[], io: Io): string {
  const { lang } = io;
  const keys = ['level', 'what', 'where', 'count', 'of', 'note'];
  const narrow = withColumns(page, ({ key }) => keys.includes(key));
  const urgent = concerns.filter(({ level }) => level !== 'know');
  const rest = urgent.length - mostShown;
  const counts = levels.map((level) => {
    const count = concerns.filter((one) => one.level === level).length;
    return `${levelWords[level][lang]}: ${wordsIn(lang).int(count)}`;
  });
  const todo = [...new Set(urgent.slice(0, mostShown).map(({ kind }) => kind))].map(
    (kind) => `${kindWords[kind].what[lang]}: ${kindWords[kind].todo[lang]}`,
  );
  const shown: Page = {
    ...narrow,
    rows: narrow.rows.slice(0, mostShown),
    notes: [
      ...(rest > 0 ? [pageWords[lang].more(rest, pageWords[lang].first)] : []),
      counts.join(' · '),
      ...todo,
      ...page.notes,
    ],
  };
  if (shown.rows.length > 0) {
    return renderTable(shown, { width: io.terminal.width, lang, palette: paletteOf(io) });
  }
  const lines = [...page.title, '', ...shown.notes].flatMap((line) =>
    wrapText(printable(line), io.terminal.width),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function concernJson(one: Concern, { plan, lang }: PageContext): unknown {
  const { kind, level, holder, question, count, of, note, serials } = one;
  return {
    check: checkOf[kind],
    kind,
    level,
    what: kindWords[kind].what[lang],
    where: holderName(plan, holder, lang),
    ...holder,
    question,
    count,
    of,
    note,
    serials,
    remedy: kindWords[kind].todo[lang],
    order: checkNames.indexOf(checkOf[kind]) + 1,
    title: checkTitles[checkOf[kind]][lang],
  };
}
