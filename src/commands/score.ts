/** `survey score`: the ranking of each block on the terminal, and all scores as CSV and JSON. */
import { join } from 'node:path';
import { changesJson } from '../changes/json.ts';
import { changesTable } from '../changes/table.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { printable } from '../formats/printable.ts';
import { renderTable, tableFits } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { type Page, withColumns } from '../page.ts';
import { moverLines } from '../report/changes-sentences.ts';
import { overallPage } from '../report/overall.ts';
import { rankingPages } from '../report/ranking.ts';
import { rankBeside } from '../report/ranks.ts';
import { type Sensitive, sensitivityPages } from '../report/sensitivity.ts';
import { settingOf } from '../report/sheet.ts';
import { marginBeside } from '../report/uncertainty.ts';
import { scoresJson } from '../scores/json.ts';
import { scoresTable } from '../scores/table.ts';
import { uncertaintyJson } from '../uncertainty/json.ts';
import { ranksTable } from '../uncertainty/ranks-table.ts';
import { sensitivityJson, sensitivityTable } from '../uncertainty/sensitivity-json.ts';
import { uncertaintyTable } from '../uncertainty/table.ts';
import type { Uncertainty } from '../uncertainty.ts';
import { weightsJson, weightsTable } from '../weights.ts';
import { type ExitCode, exit } from './exit.ts';
import { pointsLine, pointsRead } from './points-words.ts';
import { readScores, type ScoredSurvey } from './read-scores.ts';
import { paletteOf, refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { type ScoreOptions, sensitivityOf } from './sensitivity-of.ts';
import { uncertaintyOf } from './uncertainty-of.ts';

export async function scoreCommand(options: ScoreOptions, io: Io): Promise<ExitCode> {
  const { scored, sources } = await readScores(options.plan, io);
  if (!scored.ok || stops(scored.findings, options)) {
    return refuse(scored.findings, options, io, sources);
  }
  const { value, findings } = scored;
  const data = dataOf(value);
  const found = uncertaintyOf(value);
  const asked = sensitivityOf(value, found, options);
  if (!asked.ok) return refuse([...findings, ...asked.findings], options, io, sources);
  const sensitive = asked.value;
  const read = pointsRead(value.plan, value.points);
  if (options.json) {
    io.out(
      renderJson({
        ok: true,
        ...data,
        points_read: read,
        ...changesPart(value),
        ...(found === null ? {} : { uncertainty: uncertaintyJson(found) }),
        ...(sensitive === null ? {} : { sensitivity: sensitivityJson(sensitive.found) }),
        findings: findingsJson(findings, io.lang),
      }),
    );
  } else {
    sayFindings(findings, options, io, sources);
    const line = pointsLine(read, io.lang);
    if (line !== null) io.err(`${line}\n`);
    io.out(rankingText(value, found, io));
    io.out(moversText(value, io));
    io.out(sensitivityText(value, sensitive, io));
  }
  const target = options.out ?? join(value.folder, 'out');
  const files = filesOf(value, data, found, sensitive);
  if (!options.dryRun) {
    for (const [name, text] of files) await io.write(join(target, name), text());
  }
  sayWritten(
    io,
    [...files.keys()].map((name) => join(target, name)),
    options.dryRun,
  );
  sayNext(io, `survey report --plan ${word(options.plan)}`);
  return exit.done;
}

/** By name; made when they are written. */
function filesOf(
  { plan, scores, weights, changes }: ScoredSurvey,
  data: object,
  found: Uncertainty | null,
  sensitive: Sensitive | null,
): ReadonlyMap<string, () => string> {
  const csv = (table: () => Page) => (): string => renderCsv(table(), { forPeople: false });
  const files = new Map<string, () => string>([
    ['scores.json', () => renderJson(data)],
    ['scores.csv', csv(() => scoresTable(plan, plan.index, scores))],
  ]);
  if (weights.groups.length > 0) {
    files.set(
      'weights.csv',
      csv(() => weightsTable(plan.title, weights, plan.index.hideBelow)),
    );
  }
  if (changes !== null) {
    files.set(
      'changes.csv',
      csv(() => changesTable(plan, plan.index, changes)),
    );
  }
  if (sensitive !== null) {
    files.set(
      'sensitivity.csv',
      csv(() => sensitivityTable(plan.title, sensitive.found)),
    );
  }
  if (found === null) return files;
  const { ranks } = found;
  files.set('uncertainty.json', () => renderJson(uncertaintyJson(found)));
  files.set(
    'uncertainty.csv',
    csv(() => uncertaintyTable(plan.title, found)),
  );
  if (ranks !== null) {
    files.set(
      'ranks.csv',
      csv(() => ranksTable(plan, scores, ranks)),
    );
  }
  return files;
}

function dataOf({ plan, scores, weights, provenance }: ScoredSurvey): object {
  return {
    survey: plan.survey,
    scheme: plan.scheme,
    ranked_within: plan.index.rank.within,
    plan_fingerprint: provenance.planFingerprint,
    tool: provenance.tool,
    simulated: provenance.simulated,
    ...(weights.groups.length === 0 ? {} : { weights: weightsJson(weights, plan.index.hideBelow) }),
    ...scoresJson(plan, plan.index, scores),
  };
}

/** With how sure percents and ranks are to the right, where the terminal has room for it. */
function rankingText(
  { plan, scores, provenance }: ScoredSurvey,
  found: Uncertainty | null,
  io: Io,
): string {
  const setting = settingOf(plan, plan.index, io.lang, provenance.simulated.length > 0);
  const { width } = io.terminal;
  const beside =
    found === null ? [] : [...marginBeside(setting, found), ...rankBeside(setting, found.ranks)];
  const options = { width, lang: io.lang, palette: paletteOf(io) };
  const pages = beside
    .map((_, left) => rankingPages(setting, scores, beside.slice(0, beside.length - left)))
    .find((some) => some.every((page) => tableFits(page, options)));
  const overall = overallPage(setting, scores);
  return [...(pages ?? rankingPages(setting, scores)), ...(overall === null ? [] : [overall])]
    .map((page) => renderTable(page, options))
    .join('\n');
}

/** The first note of a page with a chart explains its colours. */
function withoutChart(page: Page): Page {
  const shown = withColumns(page, ({ kind }) => kind !== 'mark');
  const hasChart = shown.columns.length < page.columns.length;
  return hasChart ? { ...shown, notes: page.notes.slice(1) } : shown;
}

/** Without the chart of cells; blank where it was not asked for. */
function sensitivityText(
  { plan, scores, provenance }: ScoredSurvey,
  sensitive: Sensitive | null,
  io: Io,
): string {
  const setting = settingOf(plan, plan.index, io.lang, provenance.simulated.length > 0);
  const options = { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) };
  return sensitivityPages(setting, scores, sensitive)
    .map(withoutChart)
    .map((page) => `\n${renderTable(page, options)}`)
    .join('');
}

/** What has changed since the earlier survey, in a few lines; blank where nothing is compared. */
function moversText({ plan, changes, provenance }: ScoredSurvey, io: Io): string {
  if (changes === null) return '';
  const setting = settingOf(plan, plan.index, io.lang, provenance.simulated.length > 0);
  const lines = moverLines(changes, setting);
  return lines.length === 0 ? '' : `\n${lines.map(printable).join('\n')}\n`;
}

function changesPart({ changes, plan }: ScoredSurvey): object {
  return changes === null ? {} : { changes: changesJson(changes, plan.index) };
}
