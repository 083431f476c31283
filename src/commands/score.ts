/** `survey score`: the ranking of each block on the terminal, and all scores as CSV and JSON. */
import { join } from 'node:path';
import { findingsJson } from '../findings/json.ts';
import { renderCsv } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { rankingPages } from '../report/ranking.ts';
import { settingOf } from '../report/sheet.ts';
import { scoresJson } from '../scores/json.ts';
import { scoresTable } from '../scores/table.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { pointsLine, pointsRead } from './points-words.ts';
import { readScores, type ScoredSurvey } from './read-scores.ts';
import { paletteOf, refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';

export async function scoreCommand(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { scored, sources } = await readScores(options.plan, io);
  if (!scored.ok || stops(scored.findings, options)) {
    return refuse(scored.findings, options, io, sources);
  }
  const { value, findings } = scored;
  const data = dataOf(value);
  const read = pointsRead(value.plan, value.points);
  if (options.json) {
    io.out(
      renderJson({
        ok: true,
        ...data,
        points_read: read,
        findings: findingsJson(findings, io.lang),
      }),
    );
  } else {
    sayFindings(findings, options, io, sources);
    const line = pointsLine(read, io.lang);
    if (line !== null) io.err(`${line}\n`);
    io.out(rankingText(value, io));
  }
  const target = options.out ?? join(value.folder, 'out');
  const files = ['scores.json', 'scores.csv'].map((name) => join(target, name));
  if (!options.dryRun) {
    const { plan, scores } = value;
    await io.write(join(target, 'scores.json'), renderJson(data));
    const table = scoresTable(plan, plan.index, scores);
    await io.write(join(target, 'scores.csv'), renderCsv(table, { forPeople: false }));
  }
  sayWritten(io, files, options.dryRun);
  sayNext(io, `survey report --plan ${word(options.plan)}`);
  return exit.done;
}

function dataOf({ plan, scores, provenance }: ScoredSurvey): object {
  return {
    survey: plan.survey,
    plan_fingerprint: provenance.planFingerprint,
    tool: provenance.tool,
    simulated: provenance.simulated,
    units: scoresJson(plan, plan.index, scores),
  };
}

function rankingText({ plan, scores, provenance }: ScoredSurvey, io: Io): string {
  const setting = settingOf(plan, plan.index, io.lang, provenance.simulated.length > 0);
  const { width } = io.terminal;
  return rankingPages(setting, scores)
    .map((page) => renderTable(page, { width, lang: io.lang, palette: paletteOf(io) }))
    .join('\n');
}
