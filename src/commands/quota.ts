/** `survey quota`: plan → quotas, as a table, CSV, JSON and a workbook with the annex, its reasons and what they rest on. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import type { PrintedPage } from '../page.ts';
import { annexPage, withoutEmptyColumns } from '../quotas/annex.ts';
import { type Estimate, estimate } from '../quotas/costs.ts';
import { estimatePage } from '../quotas/costs-page.ts';
import { quotasJson } from '../quotas/json.ts';
import { expectedMargins, type Margins } from '../quotas/margins.ts';
import { marginsPage } from '../quotas/margins-page.ts';
import { placesPage } from '../quotas/places-page.ts';
import { reasonsForReaders, reasonsPage } from '../quotas/reasons.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { readRehearsal } from './rehearsal.ts';
import { paletteOf, refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { workbookOptions } from './workbook.ts';

/** Which table the terminal shows; the files and `--json` hold all of them. */
type ShownTable = 'annex' | 'reasons' | 'margins' | 'costs';

export interface QuotaOptions extends WriteOptions {
  readonly show: ShownTable;
}

/** The command line has checked it; anything else is the annex. */
export function shownTable(given: unknown): ShownTable {
  return given === 'reasons' || given === 'margins' || given === 'costs' ? given : 'annex';
}

/** The quotas and what follows from them before anybody is asked. */
interface Computed extends Survey {
  readonly margins: Margins;
  readonly estimate: Estimate | null;
  readonly rehearsal: boolean;
}

export async function quotaCommand(options: QuotaOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    return refuse(survey.findings, options, io, sources);
  }
  const { plan, quotas, folder, where } = survey.value;
  if (options.show === 'costs' && plan.costs === null) {
    const missing = finding('costs/not-written', where.file(), {});
    return refuse([...survey.findings, missing], options, io, sources);
  }
  const rehearsal = (await readRehearsal(folder, io)) !== null;
  const margins = expectedMargins(plan, quotas);
  const computed = { ...survey.value, margins, estimate: estimate(plan, quotas), rehearsal };
  if (options.json) {
    const findings = findingsJson(survey.findings, io.lang);
    io.out(renderJson({ ok: true, survey: plan.survey, ...jsonOf(computed), findings }));
  } else {
    sayFindings(survey.findings, options, io, sources);
    const page = shownPage(computed, options.show, io);
    io.out(renderTable(page, { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) }));
  }
  const target = options.out ?? join(folder, 'out');
  const files = ['quota.csv', 'quota.json', 'quota.xlsx'].map((name) => join(target, name));
  if (!options.dryRun) await writeQuotas(computed, target, io);
  sayWritten(io, files, options.dryRun);
  // A list that is there is drawn from, or at least held against the quota, before anything is printed.
  const listed = plan.groups.some(({ roster }) => roster !== null && roster.counts !== null);
  sayNext(io, `survey ${listed ? 'sample draw' : 'packet'} --plan ${word(options.plan)}`);
  return exit.done;
}

function jsonOf({ quotas, margins, estimate: made }: Computed) {
  return quotasJson(quotas, margins, made);
}

function shownPage(computed: Computed, show: ShownTable, io: Io): PrintedPage {
  const { plan, quotas, margins, rehearsal } = computed;
  switch (show) {
    case 'annex':
      return annexPage(plan, quotas, io.lang, rehearsal);
    case 'reasons':
      return readersReasons(computed, io);
    case 'margins':
      return withoutEmptyColumns(marginsPage(plan, margins, io.lang, rehearsal));
    case 'costs':
      if (computed.estimate === null) throw new Error('An estimate without costs is refused');
      return estimatePage(plan, computed.estimate, io.lang, rehearsal);
  }
}

function readersReasons({ plan, quotas, rehearsal }: Computed, io: Io): PrintedPage {
  const page = reasonsPage(plan, quotas, io.lang, rehearsal);
  return withoutEmptyColumns(reasonsForReaders(page, quotas));
}

/** The sheets of the workbook: the two that are signed stand first and last. */
function workbookPages(computed: Computed, io: Io): readonly PrintedPage[] {
  const { plan, quotas, rehearsal } = computed;
  const places = placesPage(plan, quotas, io.lang, rehearsal);
  return [
    shownPage(computed, 'annex', io),
    shownPage(computed, 'reasons', io),
    ...(places === null ? [] : [withoutEmptyColumns(places)]),
    shownPage(computed, 'margins', io),
    ...(computed.estimate === null ? [] : [shownPage(computed, 'costs', io)]),
  ];
}

async function writeQuotas(computed: Computed, target: string, io: Io): Promise<void> {
  const { plan, quotas, fingerprint, rehearsal } = computed;
  const { renderWorkbook } = await import('../formats/xlsx-write.ts');
  const data = { survey: plan.survey, plan_fingerprint: fingerprint, ...jsonOf(computed) };
  // The workbook first: it is the one that Excel may hold open, and then nothing else has changed yet.
  await io.write(
    join(target, 'quota.xlsx'),
    await renderWorkbook(workbookPages(computed, io), workbookOptions(plan, io.lang)),
  );
  await io.write(
    join(target, 'quota.csv'),
    renderCsv(reasonsPage(plan, quotas, 'vi', rehearsal), { forPeople: false }),
  );
  await io.write(join(target, 'quota.json'), renderJson(data));
}
