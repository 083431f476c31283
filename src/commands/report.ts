/** `survey report`: the workbook for the council, with each page as CSV and all of them as JSON. */
import { join } from 'node:path';
import type { Checked } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv } from '../formats/csv-write.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { type Sensitive, sensitivityPicture } from '../report/sensitivity.ts';
import { settingOf } from '../report/sheet.ts';
import { type Report, report } from '../report.ts';
import { sourceCollector, tracer } from '../trace.ts';
import { type ExitCode, exit } from './exit.ts';
import { readScores, type ScoredSurvey } from './read-scores.ts';
import { refuse, say, sayFindings, sayWritten, stops } from './say.ts';
import { type ScoreOptions, sensitivityOf } from './sensitivity-of.ts';
import { sensitivityPdf } from './sensitivity-pdf.ts';
import { uncertaintyOf } from './uncertainty-of.ts';
import { workbookOptions } from './workbook.ts';

export async function reportCommand(options: ScoreOptions, io: Io): Promise<ExitCode> {
  const collector = sourceCollector();
  const { scored, sources } = await readScores(options.plan, io, collector);
  if (!scored.ok || stops(scored.findings, options)) {
    return refuse(scored.findings, options, io, sources);
  }
  const { plan, folder } = scored.value;
  const traced = {
    of: tracer({ ...scored.value, index: plan.index, sources: collector.finish() }),
    folder,
  };
  const uncertainty = uncertaintyOf(scored.value);
  const sensitive = sensitivityOf(scored.value, uncertainty, options);
  if (!sensitive.ok) {
    return refuse([...scored.findings, ...sensitive.findings], options, io, sources);
  }
  const results = { ...scored.value, traced, uncertainty, sensitive: sensitive.value };
  const made = report(plan, results, io.lang);
  const picture = await pictureOf(scored.value, sensitive.value, io);
  if (picture?.ok === false) {
    return refuse([...scored.findings, ...picture.findings], options, io, sources);
  }
  const target = options.out ?? join(folder, 'out');
  const drawing = join(target, 'sensitivity.pdf');
  const book = join(target, `${plan.survey}-report.xlsx`);
  const texts = textFiles(plan.survey, made, target);
  if (options.json) {
    const findings = findingsJson(scored.findings, io.lang);
    io.out(renderJson({ ok: true, ...reportData(plan.survey, made), findings }));
  } else sayFindings(scored.findings, options, io, sources);
  if (!options.dryRun) {
    const { renderWorkbook } = await import('../formats/xlsx-write.ts');
    const sheets = made.pages.map((page) => page.sheet ?? page);
    // The workbook first: it is the one that Excel may hold open, and then nothing else has changed yet.
    await io.write(book, await renderWorkbook(sheets, workbookOptions(plan, io.lang)));
    for (const [file, text] of texts) await io.write(file, text);
    if (picture !== null) await io.write(drawing, picture.value);
  }
  const drawn = picture === null ? [] : [drawing];
  sayWritten(io, [book, ...texts.keys(), ...drawn], options.dryRun);
  if (!options.dryRun) {
    say(io, {
      vi: `Báo cáo để xem và in: mở ${book}`,
      en: `The report, to read and print: open ${book}`,
    });
  }
  return exit.done;
}

/** Null: it was not asked for. */
async function pictureOf(
  { plan, scores, provenance, folder }: ScoredSurvey,
  sensitive: Sensitive | null,
  io: Io,
): Promise<Checked<Uint8Array> | null> {
  if (sensitive === null) return null;
  const setting = settingOf(plan, plan.index, io.lang, provenance.simulated.length > 0);
  return await sensitivityPdf(sensitivityPicture(setting, scores, sensitive), folder, io);
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
