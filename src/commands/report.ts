/** `survey report`: the workbook for the council, with each page as CSV and all of them as JSON. */
import { join } from 'node:path';
import { findingsJson } from '../findings/json.ts';
import { renderCsv } from '../formats/csv-write.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { type Report, report } from '../report.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readScores } from './read-scores.ts';
import { refuse, say, sayFindings, sayWritten, stops } from './say.ts';
import { workbookOptions } from './workbook.ts';

export async function reportCommand(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { scored, sources } = await readScores(options.plan, io);
  if (!scored.ok || stops(scored.findings, options)) {
    return refuse(scored.findings, options, io, sources);
  }
  const { plan, quotas, tallies, scores, provenance, folder } = scored.value;
  const made = report(plan, quotas, tallies, scores, provenance, io.lang);
  const target = options.out ?? join(folder, 'out');
  const book = join(target, `${plan.survey}-report.xlsx`);
  const texts = textFiles(plan.survey, made, target);
  if (options.json) {
    const findings = findingsJson(scored.findings, io.lang);
    io.out(renderJson({ ok: true, ...reportData(plan.survey, made), findings }));
  } else sayFindings(scored.findings, options, io, sources);
  if (!options.dryRun) {
    const { renderWorkbook } = await import('../formats/xlsx-write.ts');
    // The workbook first: it is the one that Excel may hold open, and then nothing else has changed yet.
    await io.write(book, await renderWorkbook(made.pages, workbookOptions(plan, io.lang)));
    for (const [file, text] of texts) await io.write(file, text);
  }
  sayWritten(io, [book, ...texts.keys()], options.dryRun);
  if (!options.dryRun) {
    say(io, {
      vi: `Báo cáo để xem và in: mở ${book}`,
      en: `The report, to read and print: open ${book}`,
    });
  }
  return exit.done;
}

function textFiles(survey: string, made: Report, target: string): ReadonlyMap<string, string> {
  const csv = made.pages.map((page): [string, string] => {
    return [join(target, 'report', `${page.file}.csv`), renderCsv(page, { forPeople: false })];
  });
  return new Map([...csv, [join(target, 'report.json'), renderJson(reportData(survey, made))]]);
}

function reportData(survey: string, made: Report): object {
  const { title, lang, simulated, provenance, pages } = made;
  return {
    survey,
    title,
    lang,
    simulated,
    provenance: {
      plan_fingerprint: provenance.planFingerprint,
      tool: provenance.tool,
      seeds: provenance.simulated,
      batches: provenance.batches,
      corrections: provenance.corrections,
      points: provenance.pointFiles,
    },
    pages: pages.map((page) => ({ file: page.file, page: pageJson(page) })),
  };
}
