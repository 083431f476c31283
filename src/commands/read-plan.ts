/** The survey's folder → its plan: the one place that opens plan.yaml and the tables it names. */
import { dirname, join } from 'node:path';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { decodeText } from '../formats/decode-text.ts';
import { type Entry, EnvironmentProblem, type Io } from '../io.ts';
import { type OpenedPlan, openPlan, type ParsedPlan } from '../plan/parse.ts';
import { largestPlan } from '../plan/yaml.ts';
import type { Table } from '../table.ts';

export interface ReadPlan extends ParsedPlan {
  /** The survey's folder; returns/, points/ and out/ stand in it. */
  readonly folder: string;
  /** The plan file, as the user would write its path. */
  readonly file: string;
  /** The tables it names, relative to the folder; only those that are there. */
  readonly frameFiles: readonly string[];
}

export interface PlanReading {
  readonly plan: Checked<ReadPlan>;
  /** Of a plan with mistakes: what its quotas can be worked out from all the same; null: nothing. */
  readonly forQuotas: Pick<ParsedPlan, 'plan' | 'where'> | null;
  /** Text of the files that findings point into, for the excerpts. */
  readonly sources: ReadonlyMap<string, string>;
}

/** `path`: the survey's folder or its plan file. A table that is absent is `null` to the plan, which says what that means. */
export async function readPlan(path: string, io: Io): Promise<PlanReading> {
  const found = await planFile(path, io);
  if (!found.ok) return { plan: found, forQuotas: null, sources: new Map() };
  const file = found.value;
  const read = await planText(file, io);
  if (!read.ok) return { plan: read, forQuotas: null, sources: new Map() };
  const text = read.value;
  const folder = dirname(file);
  const opened = openPlan(text, file);
  const frame = await readFrame(opened, folder, io);
  const parsed = opened.parse(frame.tables);
  const findings = [...frame.findings, ...parsed.findings];
  const sources = new Map([[file, text]]);
  if (!parsed.ok || hasErrors(frame.findings)) {
    const forQuotas = parsed.ok || hasErrors(frame.findings) ? null : parsed.forQuotas;
    return { plan: { ok: false, findings }, forQuotas, sources };
  }
  const there = [...frame.tables].filter(([, table]) => table !== null).map(([name]) => name);
  const value = { ...parsed.value, folder, file, frameFiles: there };
  return { plan: { ok: true, value, findings }, forQuotas: null, sources };
}

/** A folder means the `plan.yaml` inside; another name in it that ends in .yaml is offered. */
async function planFile(path: string, io: Io): Promise<Checked<string>> {
  const there = await io.stat(path);
  if (there?.kind === 'file') return { ok: true, value: path, findings: [] };
  if (there?.kind === 'other') {
    return { ok: false, findings: [finding('file/not-regular', { kind: 'file', file: path }, {})] };
  }
  const inside = there === null ? path : join(path, 'plan.yaml');
  if (there !== null && (await io.stat(inside))?.kind === 'file') {
    return { ok: true, value: inside, findings: [] };
  }
  const at = { kind: 'file', file: inside } as const;
  const folder = there === null ? dirname(path) : path;
  const entries = await io.list(folder);
  const files = entries.filter(({ kind, name }) => kind === 'file' && /\.ya?ml$/i.test(name));
  const near = files.map(({ name }) => join(folder, name));
  if (there === null) {
    return { ok: false, findings: [finding('file/not-found', at, { path: inside, near })] };
  }
  const surveys = await surveysBelow(folder, entries, io);
  const args = { folder: path, near: [...near, ...surveys] };
  return { ok: false, findings: [finding('plan/not-found', at, args)] };
}

/** Folders in this one that hold a plan; few, and only looked for when there is none here. */
async function surveysBelow(
  folder: string,
  entries: readonly Entry[],
  io: Io,
): Promise<readonly string[]> {
  const inner = entries.filter(({ kind, name }) => kind === 'folder' && !name.startsWith('.'));
  const found: string[] = [];
  for (const { name } of inner.slice(0, 100)) {
    const below = join(folder, name);
    if (found.length < 3 && (await holdsPlan(below, io))) found.push(below);
  }
  return found;
}

async function holdsPlan(folder: string, io: Io): Promise<boolean> {
  try {
    return (await io.stat(join(folder, 'plan.yaml')))?.kind === 'file';
  } catch (problem) {
    // A folder that may not be looked into is not the one that was meant.
    if (problem instanceof EnvironmentProblem) return false;
    throw problem;
  }
}

/** UTF-8, or UTF-16 by its mark (Notepad's “Unicode”); NFC, as the plan's columns count it. */
async function planText(file: string, io: Io): Promise<Checked<string>> {
  const at = { kind: 'file', file } as const;
  const size = (await io.stat(file))?.size ?? 0;
  if (size > 2 * largestPlan) {
    return { ok: false, findings: [finding('plan/too-large', at, { most: largestPlan })] };
  }
  const decoded = decodeText(await io.read(file));
  if (decoded.kind === 'text' && decoded.encoding.startsWith('UTF')) {
    const text = new TextDecoder().decode(decoded.utf8).normalize('NFC');
    return { ok: true, value: text, findings: [] };
  }
  const line = 'line' in decoded ? decoded.line : null;
  return { ok: false, findings: [finding('plan/not-text', at, { line })] };
}

async function readFrame(
  { frameFiles: names, sheets }: Pick<OpenedPlan, 'frameFiles' | 'sheets'>,
  folder: string,
  io: Io,
): Promise<{ tables: ReadonlyMap<string, Table | null>; findings: readonly Finding[] }> {
  const tables = new Map<string, Table | null>();
  const findings: Finding[] = [];
  if (names.length === 0) return { tables, findings };
  const { checkEntry, parseTable } = await import('../formats/read-table.ts');
  for (const name of names) {
    const path = join(folder, name);
    const entry = await io.stat(path);
    if (entry === null) {
      tables.set(name, null);
      continue;
    }
    const refusal = checkEntry(path, entry);
    if (refusal !== null) {
      findings.push(refusal);
      continue;
    }
    const table = await parseTable(await io.read(path), path, { sheet: sheets.get(name) });
    findings.push(...table.findings);
    if (table.ok) tables.set(name, table.value);
  }
  return { tables, findings };
}
