/** `survey plan calendar`: the plan's dates as an .ics file, a Gantt sheet and a list. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Lang } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderIcs } from '../formats/ics.ts';
import { renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { bodiesLine } from '../page/bodies.ts';
import type { PrintedPage } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { ganttPage } from '../schedule/gantt.ts';
import { briefPage, kindWords, listPage } from '../schedule/list.ts';
import { scheduleWords } from '../schedule/words.ts';
import { type Schedule, type ScheduleEvent, schedule } from '../schedule.ts';
import { tool } from '../version.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas } from './read-quotas.ts';
import { readRehearsal } from './rehearsal.ts';
import { paletteOf, refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { workbookOptions } from './workbook.ts';

export async function planCalendar(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    return refuse(survey.findings, options, io, sources);
  }
  const { plan, folder, where } = survey.value;
  const { lang } = io;
  const rehearsal = (await readRehearsal(folder, io)) !== null;
  const dates = schedule(plan, lang);
  const gantt = ganttPage(plan, dates, lang, rehearsal);
  if (gantt === null) {
    const none = finding('document/no-dates', where.file(), {});
    return refuse([...survey.findings, none], options, io, sources);
  }
  const list = listPage(plan, dates, lang, rehearsal);
  if (options.json) {
    const findings = findingsJson(survey.findings, lang);
    io.out(
      renderJson({ ok: true, survey: plan.survey, events: dates.events.map(eventJson), findings }),
    );
  } else {
    sayFindings(survey.findings, options, io, sources);
    const { width } = io.terminal;
    io.out(renderTable(briefPage(list), { width, lang, palette: paletteOf(io) }));
  }
  await writeCalendar([gantt, list], dates, plan, options.out ?? join(folder, 'out'), options, io);
  sayNext(io, `survey packet --plan ${word(options.plan)}`);
  return exit.done;
}

async function writeCalendar(
  pages: readonly PrintedPage[],
  dates: Schedule,
  plan: Plan,
  target: string,
  { dryRun }: WriteOptions,
  io: Io,
): Promise<void> {
  const [book, calendar] = [join(target, 'calendar.xlsx'), join(target, 'calendar.ics')];
  if (!dryRun) {
    const { renderWorkbook } = await import('../formats/xlsx-write.ts');
    // The workbook first: it is the one that Excel may hold open, and then nothing else has changed yet.
    await io.write(book, await renderWorkbook(pages, workbookOptions(plan, io.lang)));
    await io.write(calendar, await freshIcs(calendar, dates, plan, io));
  }
  sayWritten(io, [book, calendar], dryRun);
}

/**
 * Calendar programs take the later of two stamps: what has changed since the last file is stamped anew, else the file stays as
 * it is, so that the same plan gives the same bytes.
 */
async function freshIcs(file: string, dates: Schedule, plan: Plan, io: Io): Promise<string> {
  const last = (await io.stat(file)) === null ? '' : Buffer.from(await io.read(file)).toString();
  const [, year, month, day, hour, minute, second] =
    /^DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/m.exec(last) ?? [];
  if (year !== undefined) {
    const stamp = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (icsText(dates, plan, io.lang, stamp) === last) return last;
  }
  return icsText(dates, plan, io.lang, io.now());
}

export function icsText({ events }: Schedule, plan: Plan, lang: Lang, stamp: Date): string {
  return renderIcs({
    name: plan.title,
    maker: tool,
    stamp,
    events: events.map((event) => ({
      uid: `${plan.survey}/${event.kind}/${event.id}@survey`,
      title:
        event.months === null ? event.title : `${event.title} (${monthsText(event.months, lang)})`,
      detail: detailOf(event, lang),
      category: scheduleWords[lang][kindWords[event.kind]],
      from: event.from,
      to: event.to,
      daily: event.daily,
    })),
  });
}

function monthsText(months: string, lang: Lang): string {
  return `${scheduleWords[lang].month.toLowerCase()} ${months}`;
}

function detailOf({ details, task }: ScheduleEvent, lang: Lang): string {
  const words = scheduleWords[lang];
  if (task === null) return details.join('\n');
  const lines = [
    [words.lead, bodiesLine(task.lead)],
    [words.support, bodiesLine(task.support)],
    [words.product, task.product ?? ''],
    [words.phase, task.phase ?? ''],
    [words.time, task.when ?? ''],
  ];
  return lines
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}`)
    .join('\n');
}

function eventJson({
  kind,
  id,
  title,
  from,
  to,
  deadline,
  daily,
  months,
  task,
}: ScheduleEvent): object {
  const who =
    task === null ? {} : { lead: task.lead, support: task.support, product: task.product };
  return { kind, id, title, from, to, deadline, daily, months, ...who };
}
