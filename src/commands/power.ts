/** `survey power`: before fieldwork, how often these quotas would rank the units rightly. */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import { findingsJson } from '../findings/json.ts';
import { renderCsv } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import { formatDecimalText } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { leafCriteria } from '../plan/criteria.ts';
import type { Plan } from '../plan/plan.ts';
import { type Points, points } from '../points.ts';
import { powerJson } from '../power/json.ts';
import { powerPages, powerTable } from '../power/table.ts';
import { powerWords } from '../power/words.ts';
import {
  type Power,
  type PowerOptions,
  power,
  spreadLeanings,
  surely,
  type Truth,
} from '../power.ts';
import { simulatedPoints } from '../simulate/points.ts';
import type { SimulatedTable } from '../simulate/tables.ts';
import { hundred } from '../stats/exact.ts';
import type { Table } from '../table.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas } from './read-quotas.ts';
import { readTruth } from './read-truth.ts';
import { paletteOf, refuse, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';

export interface PowerCommandOptions extends WriteOptions, Omit<PowerOptions, 'truth'> {
  /** File of earlier results; null: levels are drawn. */
  readonly truth: string | null;
}

export async function powerCommand(options: PowerCommandOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    return refuse(survey.findings, options, io, sources);
  }
  const { plan, quotas, where, folder } = survey.value;
  const { index } = plan;
  if (index === null) {
    const findings = [...survey.findings, finding('scores/no-index', where.file(), {})];
    return refuse(findings, options, io, sources);
  }
  const scored = { ...plan, index };
  const truth = options.truth === null ? null : await readTruth(options.truth, scored, io);
  const known = [...survey.findings, ...(truth?.findings ?? [])];
  if (truth?.ok === false || stops(known, options)) return refuse(known, options, io, sources);
  const levels: Truth | null = truth === null ? null : truth.value;
  const made = power(scored, quotas, pointsOf(plan, options, levels), where, {
    ...options,
    truth: levels,
  });
  const findings = [...known, ...made.findings];
  if (!made.ok) return refuse(findings, options, io, sources);
  if (options.json) {
    const found = findingsJson(findings, io.lang);
    io.out(
      renderJson({ ok: true, survey: plan.survey, ...powerJson(made.value), findings: found }),
    );
  } else {
    sayFindings(findings, options, io, sources);
    io.out(powerText(plan, made.value, io));
  }
  const file = join(options.out ?? join(folder, 'out'), 'power.csv');
  if (!options.dryRun) {
    await io.write(file, renderCsv(powerTable(plan.title, made.value), { forPeople: false }));
  }
  sayWritten(io, [file], options.dryRun);
  sayNext(io, `survey packet --plan ${word(options.plan)}`);
  return exit.done;
}

/** What no survey decides, as `survey simulate` makes it up; appraised points of earlier results, where there are any. */
function pointsOf(plan: Plan, { seed, spread }: PowerCommandOptions, truth: Truth | null): Points {
  const leaves = leafCriteria(plan.index?.criteria ?? []);
  const appraised = leaves.filter(({ source }) => source?.kind === 'appraised');
  const made = simulatedPoints(plan, appraised, spreadLeanings(plan, seed, spread), seed);
  if (made === null) return { entries: [], adjustments: [], figures: [], simulated: [] };
  const read = points(plan, [tableOf(made)]);
  if (!read.ok) throw new Error('simulated points cannot be read');
  return truth === null
    ? read.value
    : { ...read.value, entries: earlierEntries(plan, read.value, truth) };
}

/** As large a part of the maximum as before, whatever that was. */
function earlierEntries(plan: Plan, { entries }: Points, truth: Truth): Points['entries'] {
  const maxima = new Map(
    leafCriteria(plan.index?.criteria ?? []).map(({ code, max }) => [code, max]),
  );
  return entries.map((entry) => {
    const percent = truth.get(entry.unit)?.appraised.get(entry.criterion);
    const max = maxima.get(entry.criterion);
    if (percent === undefined || max === undefined) return entry;
    const points = percent.mul(max).div(hundred);
    return { ...entry, self: null, first: points, second: null, appraised: points };
  });
}

/** As if it had been read from a file: its numbers have a decimal point, whatever the plan declares. */
function tableOf({ columns, rows }: SimulatedTable): Table {
  const head = { file: 'simulated', sheet: null, columns };
  const figures = columns.map((_, at) => at);
  return {
    ...head,
    rows: rows.map((cells, at) => {
      const texts = cells.map((cell) => (cell === null ? '' : String(cell)));
      return { row: at + 2, cells: texts, faults: [], exact: figures };
    }),
  };
}

function powerText(plan: Plan, found: Power, io: Io): string {
  const { width } = io.terminal;
  const options = { width, lang: io.lang, palette: paletteOf(io) };
  const pages = powerPages(plan, found, io.lang).map((page) => renderTable(page, options));
  const lines = sentences(plan, found, io).map(printable);
  return `${pages.join('\n')}\n${lines.join('\n')}\n`;
}

/** What can be said of the plan's own sizes, and how it was found. */
function sentences(plan: Plan, found: Power, io: Io): readonly string[] {
  const words = powerWords[io.lang];
  const decimal = (value: number, decimals: number): string =>
    formatDecimalText(String(+value.toFixed(decimals)), io.lang);
  const all = (found.sizes.find(({ factor }) => factor === 1) ?? found.sizes[0])?.all;
  const { replicates, seed, spread, noise, isFromTruth } = found;
  const own = decimal(noise, 1);
  const apart = all?.toldApart ?? null;
  const widest = all?.byDistance.findLast(({ right }) => right !== null)?.right ?? 1;
  return [
    ...(widest < surely ? [words.neverApart] : []),
    ...(apart === null ? [] : [apart === 0 ? words.alwaysApart : words.apart(decimal(apart, 1))]),
    ...((all?.missing ?? 0) > 0 ? [words.missing(decimal((all?.missing ?? 0) * 100, 1))] : []),
    ...(all?.bestFirst == null ? [] : [words.first(decimal(all.bestFirst * 100, 0))]),
    isFromTruth
      ? words.howTruth(String(replicates), own, seed)
      : words.how(String(replicates), decimal(spread, 1), own, seed),
    words.limits,
    ...(Object.keys(plan.index?.weights ?? {}).length > 0 ? [words.weights] : []),
    ...(plan.returns.void.length > 0 ? [words.voids] : []),
    ...(plan.groups.some(({ over }) => over.kind === 'places') ? [words.places] : []),
  ];
}
