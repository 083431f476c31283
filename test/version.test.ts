import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { version } from '../src/version.ts';
import { runLine } from './run-line.ts';

test('the tool says the version that package.json has', async () => {
  const text = readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8');
  expect(version).toBe((JSON.parse(text) as { version: string }).version);
  expect(await runLine('survey --version', '/')).toMatchObject({ stdout: `${version}\n`, code: 0 });
});
