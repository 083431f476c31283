/** What `survey import` tells about each file: what was recognised, taken and rejected. */
import { join } from 'node:path';
import type { Finding, Lang } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import { formatCount } from '../formats/numbers.ts';
import { printable } from '../formats/printable.ts';
import type { Io } from '../io.ts';
import { fieldHeading, type Kind } from '../returns/fields.ts';
import type { Known } from '../returns/known.ts';
import type { ImportOptions } from './import.ts';
import type { FileOutcome } from './import-file.ts';
import { importTexts as texts } from './import-texts.ts';
import { mostTold, type Told } from './import-told.ts';
import type { Mappings } from './mapping.ts';
import { returnsFolder } from './returns-store.ts';
import { sayFindings, sayNext, word } from './say.ts';

/** Every row of the file is in the store already: nothing is wrong, and nothing is written. */
export function holdsNothingNew({ told }: FileOutcome): boolean {
  if (told === null || told.skipped === 0) return false;
  return told.counts.accepted === 0 && told.counts.rejected === 0;
}

export interface ImportCall {
  readonly folder: string;
  readonly questions: Known['questions'];
  readonly options: ImportOptions;
  readonly mappings: Pick<Mappings, 'sources'>;
}

/** Results on stdout, findings and the next command on stderr. */
export function sayImport(outcomes: readonly FileOutcome[], call: ImportCall, io: Io): void {
  const { options, mappings } = call;
  if (options.json) {
    const ok = outcomes.every((one) => one.record !== null || holdsNothingNew(one));
    io.out(renderJson({ ok, files: outcomes.map((outcome) => outcomeJson(outcome, options, io)) }));
    return;
  }
  for (const outcome of outcomes) {
    const findings = [...outcome.findings, ...reasonsOf(outcome)];
    sayFindings(findings, options, io, mappings.sources);
    for (const line of outcomeLines(outcome, call, io.lang)) io.out(`${printable(line)}\n`);
  }
  saySummary(outcomes, io);
  if (outcomes.some(({ record }) => record !== null)) {
    const next = options.as === 'returns' ? 'status' : 'check';
    sayNext(io, `survey ${next} --plan ${word(options.plan)}`);
  }
}

/** Of several files, which were not taken: among many lines that is easily missed. */
function saySummary(outcomes: readonly FileOutcome[], io: Io): void {
  const left = outcomes.filter((one) => one.record === null && !holdsNothingNew(one));
  if (outcomes.length < 2 || left.length === 0) return;
  const all = formatCount(outcomes.length, io.lang);
  const taken = formatCount(outcomes.length - left.length, io.lang);
  const names = left.map(nameOf).join(', ');
  io.out(`${printable(texts[io.lang].summary(taken, all, names))}\n`);
}

function nameOf({ file, sheet }: FileOutcome): string {
  return sheet === null ? file : `${file} [${sheet}]`;
}

/** A line that is rejected only because another one is wrong says nothing that the other does not. */
function reasonsOf({ told }: FileOutcome): readonly Finding[] {
  return told?.reasons.filter(({ code }) => code !== 'returns/with-wrong-line') ?? [];
}

function reasonCount({ reasonCounts }: Told): number {
  return [...reasonCounts.values()].reduce((sum, count) => sum + count, 0);
}

/** At most `mostTold` reasons and void rows are listed; `reasons` counts all, by code. */
function outcomeJson(
  { file, sheet, record, told, findings, busy, rejectedIn, mappingFile }: FileOutcome,
  options: ImportOptions,
  io: Io,
): object {
  const voids = told?.voidRows ?? [];
  return {
    file,
    sheet,
    batch: record?.id ?? null,
    written: record !== null && !options.dryRun,
    busy,
    kind: told?.kind ?? null,
    purpose: options.as,
    counts: told === null ? null : countsJson(told),
    excluded: told?.excluded ?? [],
    voids: voids.map(({ row, serial, unit, voidReason }) => ({
      row,
      serial,
      unit,
      reason: voidReason,
    })),
    simulated: told?.simulated ?? null,
    how: told?.how ?? null,
    system: told?.system ?? null,
    mapping_file: mappingFile,
    mapping: told?.mapping ?? [],
    rejected_in: rejectedIn,
    reasons: Object.fromEntries(told?.reasonCounts ?? []),
    truncated: told !== null && (reasonCount(told) > mostTold || told.voids > mostTold),
    findings: findingsJson([...findings, ...(told?.reasons ?? [])], io.lang),
  };
}

function countsJson({ counts, skipped, voids, totals }: Told): object {
  return { ...counts, skipped, void: voids, ...(totals > 0 ? { totals } : {}) };
}

const voidsShown = 5;

/** Which accepted rows do not count, and why: the first few. */
function voidLines({ voids, voidRows }: Told, lang: Lang): readonly string[] {
  const words = texts[lang];
  if (voids === 0) return [];
  const rest = voids - voidsShown;
  return [
    `  ${words.voids(formatCount(voids, lang))}`,
    ...voidRows
      .slice(0, voidsShown)
      .map(({ row, serial, voidReason }) => `    ${words.voidRow(row, serial, voidReason ?? '')}`),
    ...(rest > 0 ? [`    ${words.voidsMore(formatCount(rest, lang))}`] : []),
  ];
}

function outcomeLines(outcome: FileOutcome, call: ImportCall, lang: Lang): readonly string[] {
  const words = texts[lang];
  const { told, busy, record, rejectedIn, mappingFile } = outcome;
  const name = nameOf(outcome);
  if (busy) return [words.busy(name)];
  const saved = mappingFile === null ? [] : [`  ${words.mappingFile(mappingFile)}`];
  if (told === null) return [words.refused(name), ...saved];
  const lines = [
    words.kind(name, told.kind, call.options.as),
    ...readLines(told, call, lang).map((line) => `  ${line}`),
    ...countLines(told, lang).map((line) => `  ${line}`),
    ...voidLines(told, lang),
  ];
  if (record === null) {
    const none = holdsNothingNew(outcome) ? words.nothingNew : words.nothing;
    const where = told.hasNameless ? words.rejectedAlone : words.rejectedIn;
    const mend = rejectedIn === null ? [] : [`  ${where(rejectedIn)}`];
    return [...lines, `  ${none}`, ...mend, ...saved];
  }
  const folder = join(returnsFolder(call.folder), record.id);
  if (call.options.dryRun) return [...lines, `  ${words.wouldWrite(folder)}`];
  const rejected = rejectedIn ?? join(folder, 'rejected.csv');
  const isMended = told.counts.rejected > 0;
  const mend = told.hasNameless ? words.rejectedAlone : words.rejected;
  return [
    ...lines,
    `  ${words.wrote(folder)}`,
    ...(isMended ? [`  ${mend(rejected)}`] : []),
    ...saved,
  ];
}

/** What was assumed about the file, and what its columns were taken for. */
function readLines(told: Told, { questions, options }: ImportCall, lang: Lang): readonly string[] {
  const words = texts[lang];
  const { how, mapping, kind, system, simulated, savedMapping } = told;
  const parts = [
    ...(how.encoding === null ? [] : [words.encoding(how.encoding)]),
    ...(how.delimiter === null ? [] : [words.delimiter(markShown(how.delimiter, lang))]),
    ...(how.headerRow === 1 ? [] : [words.headerRow(how.headerRow)]),
  ];
  const renamed = mapping
    .filter(({ heading, as }) => !isPlain(heading, as, questions))
    .map(({ heading, as }) => ({ heading, as: meaning(kind, as, lang) }))
    .filter(({ heading, as }) => heading !== as)
    .map(({ heading, as }) => `${heading} → ${as}`);
  // A dry run is for looking at the columns: one a line.
  const isLong = options.dryRun && (system !== null || savedMapping !== null);
  const all = mapping
    .filter(({ as }) => as !== 'ignored')
    .map(({ heading, as }) => `    ${heading} → ${meaning(kind, as, lang)}`);
  const ignored = mapping.filter(({ as }) => as === 'ignored').map(({ heading }) => heading);
  return [
    ...(parts.length === 0 ? [] : [words.how(parts)]),
    ...(system === null ? [] : [words.system(system)]),
    ...(savedMapping === null ? [] : [words.savedMapping(savedMapping)]),
    ...(isLong ? [`${words.mapping}:`, ...all] : []),
    ...(isLong && ignored.length > 0 ? [words.ignored(ignored.join(', '))] : []),
    ...(isLong || renamed.length === 0 ? [] : [`${words.mapping}: ${renamed.join('; ')}`]),
    ...(simulated === null ? [] : [words.simulated(simulated)]),
  ];
}

function markShown(mark: string, lang: Lang): string {
  return mark === '\t' ? texts[lang].tab : `“${mark}”`;
}

function countLines(told: Told, lang: Lang): readonly string[] {
  const words = texts[lang];
  const { counts, skipped, totals, excluded, reasonCounts } = told;
  const number = (value: number): string => formatCount(value, lang);
  const reasons = reasonCount(told);
  const byCode = [...reasonCounts].map(([code, count]) => `${code} ${number(count)}`).join(', ');
  return [
    words.counts(number(counts.read), number(counts.accepted), number(counts.rejected)),
    ...(skipped === 0 ? [] : [words.skipped(number(skipped))]),
    ...(totals === 0 ? [] : [words.totals(number(totals))]),
    ...excluded.map(({ count, reason }) => words.excluded(number(count), reason)),
    ...(reasons > mostTold ? [words.more(number(mostTold), number(reasons), byCode)] : []),
  ];
}

/** Whether a heading needs no explanation: unused, or word for word what it was read as. */
function isPlain(heading: string, as: string, questions: Known['questions']): boolean {
  if (as === 'ignored' || as === 'unused' || as.endsWith(heading)) return true;
  const ids = as.startsWith('question ') ? as.slice('question '.length).split(', ') : [];
  return ids.some((id) => questions.get(id)?.question.text === heading);
}

/** `serial` → `Sê-ri` for Vietnamese readers; questions and options keep their ids. */
function meaning(kind: Kind, as: string, lang: Lang): string {
  if (lang === 'en') return as;
  const field = fieldHeading(kind, as);
  return field.replaceAll('question ', 'câu ').replaceAll('option ', 'phương án ');
}
