/**
 * The corpus: files as offices send them, each made by code from a clean table. For each it is said what must come
 * out: the same as the clean table, or exactly these rows rejected, or the file refused.
 * What a clerk reads is kept in test/files/corpus/messages.vi.txt (UPDATE_CASES=1 writes it).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../src/cli.ts';
import type { FindingRecord } from '../src/findings/json.ts';
import type { CorpusCase, Expected } from './files/corpus/case.ts';
import { cellCases } from './files/corpus/cells.ts';
import { pointCases } from './files/corpus/points.ts';
import { refusedCases } from './files/corpus/refused.ts';
import { sheetCases } from './files/corpus/sheets.ts';
import { storeCases } from './files/corpus/store.ts';
import { counts, type Grid, planText } from './files/corpus/survey.ts';
import { csv as plainCsv, textCases } from './files/corpus/texts.ts';
import { writerCases } from './files/corpus/writers.ts';
import { type MemoryIo, memoryIo } from './memory-io.ts';

const families: Readonly<Record<string, readonly CorpusCase[]>> = {
  texts: textCases,
  cells: cellCases,
  sheets: sheetCases,
  writers: writerCases,
  refused: refusedCases,
  store: storeCases,
  points: pointCases,
};

const messagesFile = join(import.meta.dirname, 'files', 'corpus', 'messages.vi.txt');
const messages = new Map<string, string>();

describe.each(Object.keys(families))('%s', (family) => {
  test.each((families[family] ?? []).map((one) => [`${one.file}: ${one.odd}`, one] as const))(
    '%s',
    async (name, one) => {
      const said = await human(one);
      messages.set(name, said);
      await program(one);
      if (process.env.UPDATE_CASES !== undefined) return;
      expect(said).toBe(messagesOf(readFileSync(messagesFile, 'utf8')).get(name));
    },
    60_000,
  );
});

test('every file has a name of its own, and there are enough of them', () => {
  const all = Object.values(families).flat();
  const names = all.map(({ file, odd }) => `${file}: ${odd}`);
  expect(new Set(names).size).toBe(names.length);
  expect(all.length).toBeGreaterThanOrEqual(120);
});

afterAll(() => {
  if (process.env.UPDATE_CASES === undefined) return;
  const all = Object.values(families)
    .flat()
    .map(({ file, odd }) => `${file}: ${odd}`);
  const blocks = all.map((name) => `### ${name}\n${messages.get(name) ?? ''}`);
  writeFileSync(messagesFile, `${blocks.join('\n').trimEnd()}\n`);
});

function messagesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trimEnd()
      .split(/^### /m)
      .slice(1)
      .map((block) => {
        const end = block.indexOf('\n');
        return [block.slice(0, end), block.slice(end + 1).trimEnd()];
      }),
  );
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function runIn(io: MemoryIo, words: readonly string[]): Promise<Ran> {
  const before = [io.outText().length, io.errText().length];
  const code = await run([...words], io);
  return { code, out: io.outText().slice(before[0]), err: io.errText().slice(before[1]) };
}

/** The survey's folder with the files of the case in it, and what is imported before. */
async function prepared(one: CorpusCase): Promise<MemoryIo> {
  const others = Object.entries(one.others ?? {}).map(([name, make]) => [name, make()] as const);
  const io = memoryIo({
    'plan.yaml': planText,
    [one.file]: await one.make(),
    ...Object.fromEntries(others),
  });
  for (const file of one.before ?? []) {
    const ran = await runIn(io, ['import', file, '--json']);
    expect([0, 4], ran.err + ran.out).toContain(ran.code);
  }
  return io;
}

function commandOf(one: CorpusCase): readonly string[] {
  const line = one.command ?? `import "${one.file}"`;
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
}

/** What a clerk reads. */
async function human(one: CorpusCase): Promise<string> {
  const io = await prepared(one);
  const ran = await runIn(io, commandOf(one));
  expect(`${ran.out}${ran.err}`).not.toMatch(/\n\s+at .*:\d+:\d+/);
  expect(`${ran.out}${ran.err}`).not.toMatch(/undefined|\[object |NaN/);
  expect(ran.code, ran.err).not.toBe(70);
  const lines = `${ran.code === 0 ? '' : ran.out}\n${ran.err}`.split('\n');
  const said = lines.filter((line) => line.trim() !== '' && !/^(Tổng cộng|Tiếp theo): /.test(line));
  // Some writers put the time into their files, and the hash of a file is in the name of its import.
  const plain = said.map((line) => line.trimEnd().replace(/-[0-9a-f]{8}(?=\/|$)/g, '-########'));
  return [`(${ran.code})`, ...plain].join('\n');
}

async function program(one: CorpusCase): Promise<void> {
  const io = await prepared(one);
  const before = stored(io);
  const ran = await runIn(io, [...commandOf(one), '--json']);
  const findings = findingsIn(JSON.parse(ran.out) as Answer);
  for (const { file, message } of findings) {
    expect(file).not.toBe('');
    expect(message).not.toBe('');
  }
  await check(one.expect, { ran, io, before, findings, one });
  const codes = findings.map(({ code }) => code);
  for (const code of one.told ?? []) expect(codes).toContain(code);
}

const leftOut = ['returns/repeated', 'returns/already-counted'];

interface Outcome {
  readonly ran: Ran;
  readonly io: MemoryIo;
  readonly before: readonly string[];
  readonly findings: readonly FindingRecord[];
  readonly one: CorpusCase;
}

async function check(expected: Expected, outcome: Outcome): Promise<void> {
  const { ran, io, before, findings, one } = outcome;
  // A row that was counted before is left out with a warning.
  const errors = findings.filter(
    ({ severity, code }) => severity === 'error' || leftOut.includes(code),
  );
  if (expected.kind === 'refused') {
    expect(reasonsOf(errors, expected.findings)).toEqual([...expected.findings].sort());
    expect(ran.code).toBe(1);
    expect(stored(io)).toEqual(before);
    return;
  }
  if (expected.kind === 'nothing-new') {
    expect(ran.code).toBe(0);
    expect(stored(io)).toEqual(before);
    expect(await dump(io, expected.as)).toBe(await plainDump(expected.as, expected.as));
    return;
  }
  const reasons = expected.kind === 'rejects' ? expected.reasons : [];
  expect(reasonsOf(errors, reasons)).toEqual([...reasons].sort());
  expect(ran.code).toBe(reasons.length === 0 ? 0 : 4);
  if (one.command?.startsWith('score')) {
    expect(await scores(io)).toBe(await scores(memoryIo(pointsOf(expected.as))));
    return;
  }
  const rejected = new Set(reasons.map((reason) => Number.parseInt(reason, 10)));
  const { shift = 0, as } = expected;
  const left = as.filter((_, at) => at === 0 || !rejected.has(at + 1 + shift));
  expect(await dump(io, as)).toBe(await plainDump(left, as));
  if (reasons.length === 0) return;
  const listed = await runIn(io, ['returns', 'rejected', '--json']);
  const rows = new Set(findingsRows(listed.out));
  expect(rows).toEqual(rejected);
}

function findingsRows(json: string): readonly number[] {
  const { rows } = JSON.parse(json) as { rows: readonly (readonly string[])[] };
  return rows.map((row) => Number(row[1]));
}

/** The expected form decides how much is compared: `code`, `code place`, or `row:heading code`. */
function reasonsOf(
  findings: readonly FindingRecord[],
  expected: readonly string[],
): readonly string[] {
  const texts = findings.map((found) => {
    const { code, row, heading, line, column, sheet, file } = found;
    const cell = `${row}${heading === null ? '' : `:${heading}`} ${code}`;
    const place = [file + (sheet === null ? '' : `!${sheet}`), row ?? line, heading ?? column];
    const placed = `${code} ${place.filter((part) => part !== null).join(':')}`;
    return (
      [cell, placed, code].find((text) => expected.includes(text)) ?? (row === null ? placed : cell)
    );
  });
  return [...new Set(texts)].sort();
}

interface Answer {
  readonly findings?: readonly FindingRecord[];
  readonly files?: readonly Answer[];
}

function findingsIn({ findings = [], files = [] }: Answer): readonly FindingRecord[] {
  return [...findings, ...files.flatMap(findingsIn)];
}

/** Everything under returns/, with what it holds. */
function stored(io: MemoryIo): readonly string[] {
  return [...io.files]
    .filter(([name]) => name.startsWith('returns/') || name.includes('.tmp'))
    .map(([name, bytes]) => `${name} ${Buffer.from(bytes).toString('latin1')}`)
    .sort();
}

/** Accepted rows without the import and the row they came from. */
async function dump(io: MemoryIo, as: Grid): Promise<string> {
  const parts: string[] = [];
  for (const tallies of as === counts ? [['--tallies'], []] : [[]]) {
    const ran = await runIn(io, ['returns', 'dump', ...tallies, '--json']);
    expect(ran.code, ran.err + ran.out).toBe(0);
    const { columns, rows } = JSON.parse(ran.out) as { columns: string[]; rows: unknown[][] };
    const own = columns.flatMap((name, at) => (['batch', 'row'].includes(name) ? [] : [at]));
    const cells = [columns, ...rows].map((row) => own.map((at) => row[at]));
    parts.push(JSON.stringify(cells));
  }
  return parts.join('\n');
}

const plainDumps = new Map<string, Promise<string>>();

/** `as`: the whole clean table that `table` is of. */
function plainDump(table: Grid, as: Grid): Promise<string> {
  const text = plainCsv(table);
  const known = plainDumps.get(text);
  if (known !== undefined) return known;
  const made = (async () => {
    const io = memoryIo({ 'plan.yaml': planText, 'sach.csv': text });
    const ran = await runIn(io, ['import', 'sach.csv', '--json']);
    expect(ran.code, ran.out).toBe(0);
    return await dump(io, as);
  })();
  plainDumps.set(text, made);
  return made;
}

function pointsOf(table: Grid): Readonly<Record<string, string>> {
  return { 'plan.yaml': planText, 'points/diem.csv': plainCsv(table) };
}

async function scores(io: MemoryIo): Promise<string> {
  const ran = await runIn(io, ['score', '--json']);
  return ran.out.replace(/"findings": \[[\s\S]*$/, '');
}
