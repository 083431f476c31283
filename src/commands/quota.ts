/** `survey quota`: plan → quotas, as a table, CSV, JSON and the Excel annex. */
import { join } from 'node:path';
import { findingsJson } from '../findings/json.ts';
import { renderCsv } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { annexPage, reasonsPage, withoutEmptyColumns } from '../quotas/annex.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { readRehearsal } from './rehearsal.ts';
import { paletteOf, refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { workbookOptions } from './workbook.ts';

export async function quotaCommand(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    return refuse(survey.findings, options, io, sources);
  }
  const { plan, quotas, folder } = survey.value;
  const rehearsal = (await readRehearsal(folder, io)) !== null;
  const annex = annexPage(plan, quotas, io.lang, rehearsal);
  const data = { survey: plan.survey, total: quotas.total, groups: quotas.groups };
  if (options.json) {
    io.out(renderJson({ ok: true, ...data, findings: findingsJson(survey.findings, io.lang) }));
  } else {
    sayFindings(survey.findings, options, io, sources);
    io.out(renderTable(annex, { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) }));
  }
  const target = options.out ?? join(folder, 'out');
  const files = ['quota.csv', 'quota.json', 'quota.xlsx'].map((name) => join(target, name));
  if (!options.dryRun) await writeQuotas(survey.value, target, rehearsal, io);
  sayWritten(io, files, options.dryRun);
  sayNext(io, `survey packet --plan ${word(options.plan)}`);
  return exit.done;
}

async function writeQuotas(
  survey: Survey,
  target: string,
  rehearsal: boolean,
  io: Io,
): Promise<void> {
  const { plan, quotas, fingerprint } = survey;
  const { renderWorkbook } = await import('../formats/xlsx-write.ts');
  const pages = [
    annexPage(plan, quotas, io.lang, rehearsal),
    withoutEmptyColumns(reasonsPage(plan, quotas, io.lang, rehearsal)),
  ];
  const data = { survey: plan.survey, plan_fingerprint: fingerprint, ...quotas };
  // The workbook first: it is the one that Excel may hold open, and then nothing else has changed yet.
  await io.write(
    join(target, 'quota.xlsx'),
    await renderWorkbook(pages, workbookOptions(plan, io.lang)),
  );
  await io.write(
    join(target, 'quota.csv'),
    renderCsv(reasonsPage(plan, quotas, 'vi', rehearsal), { forPeople: false }),
  );
  await io.write(join(target, 'quota.json'), renderJson({ ...data, rows: undefined }));
}
