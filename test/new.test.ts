/** `survey new`: every scaffold is a survey that runs from plan to report as it stands. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { comingYear, scaffoldText } from '../src/commands/scaffold.ts';
import { EnvironmentProblem, nodeIo } from '../src/io.ts';
import { dayOff } from '../src/plan/working-days.ts';
import { memoryIo } from './memory-io.ts';
import { type Ran, runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-new-'));
const supplied = join(import.meta.dirname, '..', 'templates', 'survey');
const templates = readdirSync(supplied);

afterAll(() => rmSync(work, { recursive: true, force: true }));

function surveyIn(plan: string): string | undefined {
  return /^survey: (\S+) +# mã/m.exec(plan)?.[1];
}

async function done(line: string, folder: string): Promise<Ran> {
  const ran = await runLine(line, folder);
  expect(ran.code, `${line}\n${ran.stdout}\n${ran.stderr}`).toBe(0);
  return ran;
}

describe.each(templates)('%s', (template) => {
  const home = join(work, template);
  mkdirSync(home);

  test('is clean, and its dates keep off holidays in every coming year', async () => {
    for (const year of [2026, 2029, 2032, 2035]) {
      const now = (): Date => new Date(Date.UTC(year, 2, 1));
      const name = `khao-sat-${year}`;
      expect((await runLine(`new ${name} --from ${template}`, home, { now })).code).toBe(0);
      const ran = await done(`plan validate --strict ${name}`, home);
      expect(ran.stdout).toBe('');
      const text = readFileSync(join(home, name, 'plan.yaml'), 'utf8');
      expect(surveyIn(text)).toBe(name);
      expect(/^title: .* năm (\d+)/m.exec(text)?.[1]).toBe(String(year));
      expect(text.indexOf('2027')).toBe(-1);
    }
  });

  test('points at a schema that is there', async () => {
    const text = readFileSync(join(home, 'khao-sat-2026', 'plan.yaml'), 'utf8');
    const [, file] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
    expect(file).toBe('./plan.schema.json');
    const schema = readFileSync(join(home, 'khao-sat-2026', file ?? ''), 'utf8');
    expect(schema).toBe((await runLine('plan schema', home)).stdout);
  });

  test('runs to its report as a rehearsal', async () => {
    const folder = 'khao-sat-2026';
    await done(`plan show ${folder}`, home);
    await done(`plan calendar --plan ${folder}`, home);
    const quota = await done(`quota --json --plan ${folder}`, home);
    expect((JSON.parse(quota.stdout) as { total: number | null }).total).toBeGreaterThan(0);
    await done(`plan document -n --plan ${folder}`, home);
    await done(`sample draw --plan ${folder}`, home);
    await done(`sample verify --plan ${folder}`, home);
    await done(`packet --dry-run --plan ${folder}`, home);
    await done(`simulate --plan ${folder}`, home);
    const rehearsal = join(folder, 'out', 'rehearsal');
    const files = readdirSync(join(home, rehearsal, 'incoming')).map((name) =>
      join(rehearsal, 'incoming', name),
    );
    // A rehearsal also sends some forms twice: those rows are rejected.
    const taken = await runLine(`import --plan ${rehearsal} ${files.join(' ')}`, home);
    expect([0, 4], taken.stderr).toContain(taken.code);
    const score = await done(`score --json --plan ${rehearsal}`, home);
    expect(score.stdout).not.toMatch(/"percent": null/);
    await done(`report --plan ${rehearsal}`, home);
  }, 60_000);
});

describe('survey new', () => {
  test('without --from lists every scaffold and makes nothing', async () => {
    const io = memoryIo();
    const ran = await runLine('new somewhere', '/', { ...io });
    expect(ran.code).toBe(0);
    expect(
      io
        .outText()
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(' ')[0])
        .sort(),
    ).toEqual([...templates].sort());
    expect(io.files.size).toBe(0);
  });

  test('without a folder is wrong usage', async () => {
    const ran = await runLine('new --from sipas', work);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('survey new khao-sat-2026 --from sipas');
  });

  test('with -n makes nothing and says what it would', async () => {
    const ran = await done('new nothing -n --from chairman', work);
    expect(ran.stderr).toContain(`Sẽ ghi ${join('nothing', 'plan.yaml')}`);
    expect(existsSync(join(work, 'nothing'))).toBe(false);
  });

  test('takes the name that is given, in plain letters', async () => {
    await done('new named --from chairman --name "Tín nhiệm Đồng Văn 2026"', work);
    const text = readFileSync(join(work, 'named', 'plan.yaml'), 'utf8');
    expect(surveyIn(text)).toBe('tin-nhiem-dong-van-2026');
  });

  test('fills an empty folder, and one that only version control knows', async () => {
    mkdirSync(join(work, 'empty', '.git'), { recursive: true });
    await done('new empty --from people-council', work);
    expect(readdirSync(join(work, 'empty')).sort()).toEqual([
      '.git',
      'frame',
      'plan.schema.json',
      'plan.yaml',
    ]);
    expect((await runLine('new empty --from people-council', work)).code).toBe(1);
  });

  test('leaves nothing behind when the disk is full', async () => {
    const base = nodeIo('vi');
    let writes = 0;
    const write: typeof base.write = async (file, content) => {
      writes++;
      if (writes === 3) throw new EnvironmentProblem('disk-full', file, null);
      await base.write(file, content);
    };
    const folder = join(work, 'full');
    mkdirSync(folder);
    const target = join(folder, 'survey');
    expect((await runLine(`new ${target} --from sipas`, '/', { ...base, write })).code).toBe(3);
    expect(writes).toBe(3);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the dates of a scaffold', () => {
  const written = templates.flatMap((template) => {
    const text = readFileSync(join(supplied, template, 'plan.yaml'), 'utf8');
    return [...text.matchAll(/\b2027-\d\d-\d\d\b/g)].map(([day]) => day);
  });

  test('are working days from 8 September to 27 December', () => {
    expect(written.length).toBeGreaterThan(50);
    for (const day of written) {
      expect(day >= '2027-09-08' && day <= '2027-12-27', day).toBe(true);
      expect(dayOff(day, { closed: [], open: [] }), day).toBeNull();
    }
  });

  test.each([2025, 2026, 2028, 2033, 2040, 2045])('stay working days in %i', (year) => {
    for (const day of written) {
      const moved = scaffoldText(day, 'x', year);
      expect(moved.slice(0, 4)).toBe(String(year));
      expect(dayOff(moved, { closed: [], open: [] }), moved).toBeNull();
    }
  });

  test('are those of the autumn ahead', () => {
    expect(comingYear(new Date('2026-08-31T00:00:00Z'))).toBe(2026);
    expect(comingYear(new Date('2026-09-01T00:00:00Z'))).toBe(2027);
  });
});
