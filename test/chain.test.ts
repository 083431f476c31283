/**
 * Every example under plans/ runs through the whole chain as a user would: validate, quota, packet, simulate,
 * import, status, score, report. The figures themselves are tested stage by stage; here they must agree.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const examples = join(import.meta.dirname, '..', 'plans');
const work = mkdtempSync(join(tmpdir(), 'survey-chain-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface ScoresFile {
  readonly units: readonly {
    readonly unit: string;
    readonly percent: string | null;
    readonly rank: number | null;
  }[];
}

describe.each(readdirSync(examples))('plans/%s', (name) => {
  test('goes from plan to report', { timeout: 240_000 }, async () => {
    const folder = join(work, name);
    cpSync(join(examples, name), folder, { recursive: true });
    if (name === 'vinh-linh-2024') giveRoster(folder);
    const run = async (line: string, accepted: readonly number[] = [0]) => {
      const ran = await runLine(line, folder);
      expect(accepted, `${line}\n${ran.stdout}\n${ran.stderr}`).toContain(ran.code);
      return ran;
    };
    await run('plan validate .');
    await run('quota');
    await run('packet -n');
    await run('simulate --seed 7 --out rehearsal');
    const incoming = readdirSync(join(folder, 'rehearsal', 'incoming'));
    await run('import --plan rehearsal rehearsal/incoming/*', [0, 4]);
    const again = await run(`import --plan rehearsal rehearsal/incoming/${incoming[0]}`, [1]);
    expect(again.stderr).toContain('returns/');
    await run('status --plan rehearsal');
    await run('score --plan rehearsal');
    await run('report --plan rehearsal');
    const scores = JSON.parse(
      readFileSync(join(folder, 'rehearsal', 'out', 'scores.json'), 'utf8'),
    ) as ScoresFile;
    expect(scores.units.length).toBeGreaterThan(2);
    expect(scores.units.filter((unit) => unit.percent === null)).toEqual([]);
  });
});

/** The document's list of delegates was still due; here is one of the right shape. */
function giveRoster(folder: string): void {
  const lines = readFileSync(join(folder, 'frame', 'units.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  const units = lines.flatMap((line) => /\bxa-\d+\b/.exec(line)?.[0] ?? []);
  const rows = units.flatMap((unit, at) =>
    Array.from({ length: 20 + (at % 7) }, (_, person) => `${unit},Đại biểu ${at}-${person}`),
  );
  writeFileSync(join(folder, 'frame', 'delegates.csv'), `Đơn vị,Họ tên\n${rows.join('\n')}\n`);
}
