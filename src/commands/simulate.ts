/**
 * `survey simulate`: a rehearsal as a survey folder of its own — the plan, simulated files to import,
 * simulated points — so that the real `returns/` never sees a made-up answer.
 */
import { join } from 'node:path';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { renderRows } from '../formats/csv-write.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { packets } from '../packets.ts';
import { simulatedMark } from '../page/official.ts';
import { type PrintedPage, plainPrint } from '../page.ts';
import { maskedList } from '../people/masked.ts';
import type { Plan } from '../plan/plan.ts';
import type { SimulatedTable } from '../simulate/tables.ts';
import { type Simulated, simulate } from '../simulate.ts';
import { tool } from '../version.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { readRehearsal, rehearsalFile, renderRehearsal } from './rehearsal.ts';
import { refuse, say, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';
import { workbookOptions } from './workbook.ts';

export interface SimulateOptions extends WriteOptions {
  readonly seed: string;
}

export async function simulateCommand(options: SimulateOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options))
    return refuse(survey.findings, options, io, sources);
  const { plan, quotas, where, folder } = survey.value;
  const made = packets(plan, quotas, where);
  if (!made.ok) return refuse(made.findings, options, io, sources);
  sayFindings([...survey.findings, ...made.findings], options, io, sources);
  const target = options.out ?? join(folder, 'out', 'rehearsal');
  const real = await realFolder(target, io);
  if (real !== null) return refuse([real], options, io, sources);
  const result = simulate(plan, made.value, options.seed);
  const files = await rehearsalFiles(survey.value, result, options.seed, io);
  if (!options.dryRun) {
    for (const [name, content] of files) await io.write(join(target, name), content);
  }
  const names = [...files.keys()].map((name) => join(target, name));
  if (options.json) io.out(renderJson({ ok: true, seed: options.seed, files: names }));
  sayWritten(io, names, options.dryRun);
  say(io, {
    vi: `Đây là số liệu mô phỏng (hạt giống ${options.seed}), nằm riêng trong ${target}; không trộn được với phiếu thật.`,
    en: `These are simulated figures (seed ${options.seed}), kept apart in ${target}; they cannot be mixed with real returns.`,
  });
  sayNext(io, `survey import --plan ${word(target)} ${word(join(target, 'incoming', '*'))}`);
  return exit.done;
}

/** A folder that holds a survey which is no rehearsal is not written into. */
async function realFolder(target: string, io: Io): Promise<Finding | null> {
  const holdsPlan = (await io.stat(join(target, 'plan.yaml'))) !== null;
  if (!holdsPlan || (await readRehearsal(target, io)) !== null) return null;
  return finding('simulate/real-folder', { kind: 'file', file: target }, { folder: target });
}

/**
 * Relative path → content: what marks the folder as a rehearsal (first, so that a folder written halfway
 * is marked too), the plan and its frame as they are, and what was made up.
 */
async function rehearsalFiles(
  survey: Survey,
  result: Simulated,
  seed: string,
  io: Io,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const files = new Map<string, Uint8Array | string>([
    [rehearsalFile, renderRehearsal({ seed, tool, planFingerprint: survey.fingerprint })],
    ['plan.yaml', await io.read(survey.file)],
  ]);
  for (const name of survey.frameFiles) {
    // Names of people stay where they are: the rehearsal gets a list without them.
    const masked = maskedRoster(survey, name);
    files.set(name, masked ?? (await io.read(join(survey.folder, name))));
  }
  const previous = survey.plan.index?.previous?.from ?? null;
  if (previous !== null && (await io.stat(join(survey.folder, previous))) !== null) {
    files.set(previous, await io.read(join(survey.folder, previous)));
  }
  for (const { name, format, table } of result.incoming) {
    const content = format === 'csv' ? csvText(table) : await workbook(table, survey.plan);
    files.set(join('incoming', `${name}.${format}`), content);
  }
  if (result.points !== null) files.set(join('points', 'simulated.csv'), csvText(result.points));
  return files;
}

/** Null: no list of people. */
function maskedRoster({ plan, people }: Survey, file: string): string | null {
  const list = people.lists.get(file);
  if (list === undefined) return null;
  const groups = plan.groups.filter(({ roster }) => roster?.file === file);
  const sizes = groups.flatMap(({ select: { size } }) => size ?? []);
  const parts = groups.flatMap(({ roster, select }) =>
    [roster?.within ?? null, select.strata].filter((heading) => heading !== null),
  );
  const ordered = groups.flatMap(({ select }) => select.order);
  const { columns, rows } = maskedList(list, people, { sizes, parts, ordered });
  return renderRows(columns, rows);
}

function csvText(table: SimulatedTable): string {
  return renderRows(
    table.columns,
    table.rows.map((row) => [...row]),
  );
}

async function workbook(table: SimulatedTable, plan: Plan): Promise<Uint8Array> {
  const { renderWorkbook } = await import('../formats/xlsx-write.ts');
  const columns = table.columns.map((heading, at) => ({
    key: `c${at}`,
    heading,
    over: null,
    kind: table.rows.some((row) => typeof row[at] === 'number')
      ? ('count' as const)
      : ('text' as const),
    decimals: 0,
    width: 16,
    bar: false,
  }));
  const rows = table.rows.map((cells) => ({ style: 'row' as const, cells }));
  const page: PrintedPage = {
    name: 'Phiếu',
    title: [],
    columns,
    rows,
    notes: [],
    orientation: 'landscape',
    print: { ...plainPrint, mark: simulatedMark.vi },
  };
  return renderWorkbook([page], workbookOptions(plan, 'vi'));
}
