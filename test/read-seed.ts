/** The plans under plans/, read in memory so that a test can change a figure or put a file beside them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { readQuotas } from '../src/commands/read-quotas.ts';
import type { Code } from '../src/findings/catalogue.ts';
import type { Finding } from '../src/findings/finding.ts';
import { messageOf } from '../src/findings/render.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Quotas } from '../src/quotas/quota.ts';
import { memoryIo } from './memory-io.ts';

export const plansFolder = join(import.meta.dirname, '../plans');

export interface Read {
  readonly plan: Plan;
  readonly quotas: Quotas;
  readonly findings: readonly Finding[];
}

export type Edits = readonly (readonly [from: string, to: string])[];

/** The plan's folder in memory, with texts of plan.yaml replaced (each must occur) and files put beside it. */
export async function findingsOf(
  name: string,
  edits: Edits = [],
  files: Readonly<Record<string, string>> = {},
): Promise<{ read: Read | null; findings: readonly Finding[] }> {
  const folder = join(plansFolder, name);
  let text = readFileSync(join(folder, 'plan.yaml'), 'utf8');
  for (const [from, to] of edits) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  const frame = existsSync(join(folder, 'frame')) ? readdirSync(join(folder, 'frame')) : [];
  const given = frame.map((file): [string, string] => [
    `${name}/frame/${file}`,
    readFileSync(join(folder, 'frame', file), 'utf8'),
  ]);
  const put = Object.entries(files).map(([file, content]): [string, string] => [
    `${name}/${file}`,
    content,
  ]);
  const io = memoryIo(Object.fromEntries([[`${name}/plan.yaml`, text], ...given, ...put]));
  const { survey } = await readQuotas(name, io);
  const { findings } = survey;
  return { read: survey.ok ? { ...survey.value, findings } : null, findings };
}

export async function readSeed(
  name: string,
  edits: Edits = [],
  files: Readonly<Record<string, string>> = {},
): Promise<Read> {
  const { read, findings } = await findingsOf(name, edits, files);
  if (read === null) throw new Error(messages(findings).join('\n'));
  return read;
}

export function messages(findings: readonly Finding[]): readonly string[] {
  return findings.map((found) => `${found.code} ${messageOf(found, 'vi')}`);
}

/** Findings of one code, as the lines that a person reads. */
export async function said(name: string, code: Code, edits: Edits): Promise<readonly string[]> {
  const { findings } = await findingsOf(name, edits);
  return messages(findings.filter((found) => found.code === code));
}

export function totals({ quotas }: Read): Readonly<Record<string, number | null>> {
  return Object.fromEntries(quotas.groups.map((group) => [group.group, group.total]));
}
