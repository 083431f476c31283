/**
 * A mistake is a folder: `test/bad/<stage>/<code>/` holds a survey with that one mistake and `expected`, the
 * findings as `code file:line:column` (tables: `file!sheet:row:heading`). `command` is what is run; without
 * it, `plan validate plan.yaml`. `grow` names a file and the bytes to which comment lines make it grow.
 * The cases of `file/` are whole files: read-table.test.ts reads them.
 */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codes } from '../src/findings/catalogue.ts';
import type { FindingRecord } from '../src/findings/json.ts';
import { runLine } from './run-line.ts';

const root = join(import.meta.dirname, 'bad');
const work = mkdtempSync(join(tmpdir(), 'survey-bad-'));
const stages = readdirSync(root).filter((stage) => stage !== 'file');

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(stages)('%s', (stage) => {
  const names = readdirSync(join(root, stage));

  test.each(names)('%s', async (name) => {
    const source = join(root, stage, name);
    const folder = join(work, stage, name);
    cpSync(source, folder, { recursive: true });
    grow(folder);
    const command = textOf(source, 'command') ?? 'plan validate plan.yaml';
    const ran = await runLine(`${command.trim()} --json`, folder);
    expect(ran.code, ran.stderr).not.toBe(70);
    const findings = findingsIn(JSON.parse(ran.stdout) as Answer);
    // A heading without a row may be written `file:-:heading`.
    const expected = textOf(source, 'expected')?.trimEnd().replaceAll(':-:', ':').split('\n') ?? [];
    expect(findings.map(lineOf).sort()).toEqual(expected.sort());
  });

  test('every code has a case', () => {
    const expected = names.map((name) => textOf(join(root, stage, name), 'expected')).join('\n');
    const own = codes.filter((code) => code.startsWith(`${stage}/`));
    expect(own.filter((code) => !expected.includes(`${code} `))).toEqual([]);
  });
});

/** `import` answers file by file, every other command once. */
interface Answer {
  readonly findings?: readonly FindingRecord[];
  readonly files?: readonly Answer[];
}

function findingsIn({ findings = [], files = [] }: Answer): readonly FindingRecord[] {
  return [...findings, ...files.flatMap(findingsIn)];
}

function textOf(folder: string, name: string): string | null {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function lineOf({ code, file, line, column, sheet, row, heading }: FindingRecord): string {
  const place = line === null ? [row, heading] : [line, column];
  const holder = sheet === null ? file : `${file}!${sheet}`;
  return `${code} ${[holder, ...place].filter((part) => part !== null).join(':')}`;
}

function grow(folder: string): void {
  const [file, bytes] = (textOf(folder, 'grow') ?? '').trim().split(' ');
  if (file === undefined || file === '') return;
  const line = `# ${'ghi chú '.repeat(12)}\n`;
  appendFileSync(join(folder, file), line.repeat(Math.ceil(Number(bytes) / line.length)));
}
