/** `survey new`: every scaffold is a survey that runs from plan to report as it stands. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { word } from '../src/commands/say.ts';
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
    const { units } = JSON.parse(score.stdout) as { units: readonly { percent: unknown }[] };
    expect(units.filter(({ percent }) => percent === null)).toEqual([]);
    await done(`report --plan ${rehearsal}`, home);
  }, 60_000);
});

describe('survey new', () => {
  test('alone lists every scaffold and makes nothing', async () => {
    const io = memoryIo();
    const ran = await runLine('new', '/', { ...io });
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

  test('with a folder but without --from is wrong usage, and says the line to type', async () => {
    const ran = await runLine('new nosuch', work);
    expect([ran.code, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr).toContain('survey new nosuch --from ');
    for (const template of templates) expect(ran.stderr).toContain(`\n${template} `);
    expect(existsSync(join(work, 'nosuch'))).toBe(false);
  });

  test('a wrong word of the command line is wrong usage; a folder in use is not', async () => {
    mkdirSync(join(work, 'in-use', 'frame'), { recursive: true });
    const codeOf = async (line: string) => (await runLine(line, work)).code;
    expect(await codeOf('new x1 --from spas')).toBe(2);
    expect(await codeOf('new --from spas')).toBe(2);
    expect(await codeOf('new "???" --from sipas')).toBe(2);
    expect(await codeOf('new in-use --from sipas')).toBe(1);
  });

  test('a bad name: the rule is said, and of which name', async () => {
    const folder = await runLine('new a --from sipas', work);
    expect(folder.stderr).toMatch(
      /^a {2}lỗi new\/name .*tên thư mục “a”: .*hai chữ cái.*60 ký tự/m,
    );
    const option = await runLine('new fine --from sipas --name "!!"', work);
    expect(option.stderr).toMatch(/^--name {2}lỗi new\/name .*--name “!!”: .*hai chữ cái/m);
    expect(option.stderr).not.toContain('Thêm --name');
  });

  test.each(['CON', 'aux.2027', 'a:b2', 'dau.', 'COM1', 'a*b'])(
    '%s: no folder on Windows',
    async (name) => {
      const ran = await runLine(`new "${name}" --from sipas`, work);
      expect(ran.stderr).toContain('new/folder-name');
      expect(existsSync(join(work, name))).toBe(false);
    },
  );

  test.each(['con-meo', 'auxiliary', 'com10'])('%s: a folder on Windows too', async (name) => {
    await done(`new ${name} --from chairman -n`, work);
  });

  test.skipIf(process.platform === 'win32')(
    'does not write past a link that leads nowhere',
    async () => {
      const home = join(work, 'links');
      mkdirSync(home);
      symlinkSync('nowhere', join(home, 'lost'));
      for (const line of ['new lost --from sipas', 'new lost -n --from sipas']) {
        const ran = await runLine(line, home);
        expect([ran.code, ran.stderr.includes('new/not-empty')]).toEqual([1, true]);
      }
      expect(readdirSync(home)).toEqual(['lost']);
    },
  );

  test('takes back what it staged when the folder has come meanwhile', async () => {
    const home = join(work, 'race');
    mkdirSync(home);
    const publish = async (): Promise<'exists'> => 'exists';
    const ran = await runLine(`new ${join(home, 'x1')} --from sipas`, '/', {
      ...nodeIo('vi'),
      publish,
    });
    expect(ran.code).toBe(1);
    expect(ran.stdout + ran.stderr).not.toContain('Đã ghi');
    expect(readdirSync(home)).toEqual([]);
  });

  test('a name that YAML reads as a blank is written as a text', async () => {
    await done('new null --from chairman', work);
    const shown = await done('plan show --json null', work);
    expect(JSON.parse(shown.stdout)).toMatchObject({ plan: { survey: 'null' } });
  });

  test('without a folder is wrong usage', async () => {
    const ran = await runLine('new --from sipas', work);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('survey new khao-sat-2026 --from sipas');
  });

  test('with -n makes nothing and says what it would', async () => {
    const ran = await done('new nothing -n --from chairman', work);
    expect(ran.stderr).toContain(`Sẽ ghi ${join('nothing', 'plan.yaml')}`);
    expect(ran.stderr).not.toContain('plan.yaml,');
    expect(ran.stderr).not.toContain('Tiếp theo');
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

  test.each([2025, 2026, 2028, 2031, 2033])('keep off 24 November too, in %i', (year) => {
    const calendar = { closed: [`${year}-11-24`], open: [] };
    for (const day of written)
      expect(dayOff(scaffoldText(day, 'x', year), calendar), day).toBeNull();
  });

  test('leave the id as it was given, whatever year it names', () => {
    const text = 'survey: chairman-2027 # mã\ntitle: năm 2027\n';
    const made = scaffoldText(text, 'khao-sat-2027', 2026);
    expect(made).toBe('survey: khao-sat-2027 # mã\ntitle: năm 2026\n');
  });

  test('are those of the autumn ahead', () => {
    expect(comingYear(new Date('2026-08-31T00:00:00Z'))).toBe(2026);
    expect(comingYear(new Date('2026-09-01T00:00:00Z'))).toBe(2027);
  });
});

describe('a path as one word of the command line', () => {
  test.each([
    ['khao-sat/2027', 'khao-sat/2027'],
    ['C:\\Khảo sát', '"C:\\Khảo sát"'],
    ['con mèo', '"con mèo"'],
    ['con mèo'.normalize('NFD'), `"${'con mèo'.normalize('NFD')}"`],
    ['mèo'.normalize('NFD'), 'mèo'.normalize('NFD')],
    ["d'oc", `"d'oc"`],
    ['say "hi"', `'say "hi"'`],
    [`a"b'c`, `'a"b'\\''c'`],
    ['$HOME x', `'$HOME x'`],
  ])('%s', (path, expected) => {
    expect(word(path)).toBe(expected);
  });

  test('is what the hint of plan validate shows', async () => {
    await done('new "con mèo" --from chairman', work);
    const ran = await done('plan validate "con mèo"', work);
    expect(ran.stderr).toContain('survey quota --plan "con mèo"');
  });
});

describe('what a scaffold puts into a signed paper', () => {
  test.each(templates)(
    '%s: no instruction to the user, and blanks for numbers and days',
    async (template) => {
      const text = readFileSync(join(supplied, template, 'plan.yaml'), 'utf8');
      const values = text.replace(/(^| +)#.*$/gm, '');
      expect(values).not.toMatch(/Thay bằng|ghi số|ấn định/);
      const basis = /^ {2}basis:\n((?: {4}.*\n)+)/m.exec(values)?.[1] ?? '';
      expect(basis).toMatch(/^ +- .*số …\/\S+ ngày …\/…\/2027 của /m);
      expect(values).toMatch(/^ {2}issuer: (Sở Nội vụ|UBND tỉnh \S.*)$/m);
    },
  );
});
