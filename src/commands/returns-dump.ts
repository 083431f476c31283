/** `survey returns dump`: every accepted row, in pieces, for a store may hold millions. */
import { rowLine } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import type { PageCell } from '../page.ts';
import type { BatchRecord } from '../returns/batch.ts';
import { ratingDump, tallyDump } from '../returns/dump.ts';
import { sourceFindings } from '../tallies/clashes.ts';
import { eachImport } from './each-rating.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readPlan } from './read-plan.ts';
import { refuse, stops } from './say.ts';

export async function returnsDump(
  options: CommonOptions & { readonly tallies?: boolean; readonly raw?: boolean },
  io: Io,
): Promise<ExitCode> {
  const { plan: read, sources } = await readPlan(options.plan, io);
  if (!read.ok) return refuse(read.findings, options, io, sources);
  const { plan, folder } = read.value;
  const isTallies = options.tallies === true;
  const make = options.json ? jsonRow : rowLine;
  const ratings = ratingDump(plan, make);
  const tallies = tallyDump(plan, make);
  const batches: { readonly record: BatchRecord }[] = [];
  const shown = await eachImport(
    folder,
    'returns',
    io,
    {
      rating: isTallies ? () => undefined : ratings.add,
      rest: ({ record, tallies: entries }) => {
        batches.push({ record });
        if (isTallies) for (const entry of entries) tallies.add(entry, record);
      },
    },
    { plan, isRaw: options.raw === true },
  );
  const findings = [...read.findings, ...shown.findings, ...sourceFindings(batches)];
  if (!shown.ok || stops(findings, options)) return refuse(findings, options, io, sources);
  const { columns, rows } = isTallies ? tallies : ratings;
  inPieces(options.json ? jsonText(columns, rows()) : csvText(columns, rows()), io);
  return exit.done;
}

/** Characters that are worth a write. */
const piece = 1 << 20;

function inPieces(parts: Iterable<string>, io: Io): void {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < piece) continue;
    io.out(text);
    text = '';
  }
  if (text !== '') io.out(text);
}

function* csvText(columns: readonly string[], rows: Iterable<string>): Iterable<string> {
  yield rowLine(columns);
  yield* rows;
}

/** What `renderJson` makes of `{ ok, columns, rows }`; `rows` are what `jsonRow` made. */
function* jsonText(columns: readonly string[], rows: Iterable<string>): Iterable<string> {
  const none = renderJson({ ok: true, columns, rows: [] });
  const head = none.slice(0, none.lastIndexOf('[]'));
  let isEmpty = true;
  for (const row of rows) {
    yield `${isEmpty ? `${head}[` : ','}\n${spread(row)}`;
    isEmpty = false;
  }
  yield isEmpty ? none : '\n  ]\n}\n';
}

/** Kept short, and spread out when it is written. */
function jsonRow(cells: readonly PageCell[]): string {
  return JSON.stringify(cells);
}

function spread(row: string): string {
  return `    ${JSON.stringify(JSON.parse(row), null, 2).replaceAll('\n', '\n    ')}`;
}
