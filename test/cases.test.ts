/**
 * A case is a folder: `test/cases/<name>/` holds the inputs, `command` (one `survey …` line a line, run in order
 * in a copy of the folder) and `expected/` — files that the commands must leave (`stdout`, `exit` are the last
 * command's). A workbook is compared by its cells, written as `<name>.xlsx.txt`.
 * `UPDATE_CASES=1 npm test` rewrites what is expected.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runLine } from './run-line.ts';
import { workbookText } from './workbook-text.ts';

const root = join(import.meta.dirname, 'cases');
const work = mkdtempSync(join(tmpdir(), 'survey-cases-'));
const update = process.env.UPDATE_CASES === '1';

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(readdirSync(root))('case %s', (name) => {
  test('leaves what is expected', async () => {
    const source = join(root, name);
    const folder = join(work, name);
    cpSync(source, folder, { recursive: true });
    const expected = join(source, 'expected');
    rmSync(join(folder, 'expected'), { recursive: true, force: true });
    let last = { stdout: '', stderr: '', code: 0 };
    for (const line of readFileSync(join(source, 'command'), 'utf8').split('\n')) {
      if (line.trim() !== '') last = await runLine(line, folder);
    }
    const produced = (file: string): Promise<string> => producedText(folder, file, last);
    if (update) await rewrite(expected, produced);
    const files = listFiles(expected);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      expect(await produced(file), `${name}/${file}\n${last.stderr}`).toBe(
        readFileSync(join(expected, file), 'utf8'),
      );
    }
  });
});

async function producedText(
  folder: string,
  file: string,
  last: { stdout: string; code: number },
): Promise<string> {
  if (file === 'stdout') return last.stdout;
  if (file === 'exit') return `${last.code}\n`;
  if (file.endsWith('.xlsx.txt'))
    return workbookText(readFileSync(join(folder, file.slice(0, -4))));
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '(not written)';
}

async function rewrite(
  expected: string,
  produced: (file: string) => Promise<string>,
): Promise<void> {
  for (const file of listFiles(expected)) {
    mkdirSync(dirname(join(expected, file)), { recursive: true });
    writeFileSync(join(expected, file), await produced(file));
  }
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
