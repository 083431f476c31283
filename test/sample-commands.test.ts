/** `survey sample …` over a folder, from the lists to the replacement log. */
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { codeBytes, codeFrom, linkFor, plainCode } from '../src/sample/invite.ts';
import { type Ran, runLine } from './run-line.ts';
import { planText } from './sample-survey.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-sample-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Nobody's name; found anywhere outside frame/, it is a leak. */
const mark = 'Mốc Định Danh';
let folders = 0;

const group = `    in: xa
    mode: online
    roster: frame/staff.csv
    quota: { each: 2, reserve: 1 }
    select: { tracked: yes, replace: [post, person] }`;

function staffLines(perUnit: number): string[] {
  return ['an-binh', 'hoa-my'].flatMap((unit, block) =>
    Array.from({ length: perUnit }, (_, at) => {
      const number = block * perUnit + at + 1;
      return `${mark} ${'ABCDEFGHIJKLMN'[number - 1]},${unit},CB${number},mocdinhdanh${number}@rieng.vn,0912000${100 + number}`;
    }),
  );
}

function newSurvey(lines = staffLines(5), text = planText({ group })): string {
  const folder = join(work, String(++folders));
  mkdirSync(join(folder, 'frame'), { recursive: true });
  writeFileSync(join(folder, 'plan.yaml'), text);
  writeList(folder, lines);
  return folder;
}

function writeList(folder: string, lines: readonly string[]): void {
  const text = `${['Họ tên,Đơn vị,Mã cán bộ,Email,Điện thoại', ...lines].join('\n')}\n`;
  writeFileSync(join(folder, 'frame', 'staff.csv'), text);
}

function edit(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
}

async function run(line: string, folder: string): Promise<Ran> {
  return await runLine(line, folder);
}

async function codesOf(line: string, folder: string): Promise<readonly string[]> {
  const ran = await run(`${line} --json`, folder);
  const { findings } = JSON.parse(ran.stdout) as { findings: { code: string }[] };
  return [`exit ${ran.code}`, ...new Set(findings.map(({ code }) => code))].sort();
}

function filesIn(folder: string, at = folder): readonly string[] {
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = join(at, entry.name);
    return entry.isDirectory() ? filesIn(folder, path) : [relative(folder, path)];
  });
}

describe('verify', () => {
  test('the same: here, again, and in a copy elsewhere', async () => {
    const folder = newSurvey();
    expect((await run('sample draw', folder)).code).toBe(0);
    const first = readFileSync(join(folder, 'out/sample/draw.json'), 'utf8');
    expect((await run('sample draw', folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'out/sample/draw.json'), 'utf8')).toBe(first);
    const copy = join(work, 'copy of another machine');
    cpSync(folder, copy, { recursive: true });
    for (const at of [folder, copy]) {
      const ran = await run('sample verify', at);
      expect([ran.code, ran.stderr]).toEqual([
        0,
        expect.stringMatching(/GIỐNG NHAU.*frame\/staff\.csv/),
      ]);
    }
    const given = await run('sample verify out/sample/draw.json --json', copy);
    expect(JSON.parse(given.stdout)).toMatchObject({
      same: true,
      checked: { seed: '1', people: 6 },
    });
  });

  test.each([
    [
      'plan.yaml',
      'seed: "1"',
      'seed: "2"',
      ['sample/verify-people', 'sample/verify-plan', 'sample/verify-seed'],
    ],
    ['frame/staff.csv', 'CB10', 'CB99', ['sample/verify-frame']],
    ['plan.yaml', 'each: 2', 'each: 3', ['sample/verify-people', 'sample/verify-plan']],
    ['out/sample/draw.json', 'people-1', 'people-0', ['sample/verify-algorithm']],
    [
      'out/sample/draw.json',
      /"row": (\d+)/,
      '"row": 999',
      ['sample/verify-people', 'sample/verify-table'],
    ],
    ['out/sample/draw.csv', 'reserve', 'drawn', ['sample/verify-table']],
  ])('%s: %s → %s', async (file, from, to, expected) => {
    const folder = newSurvey();
    await run('sample draw', folder);
    edit(folder, file, from, to);
    const found = await codesOf('sample verify', folder);
    expect(found).toEqual(expect.arrayContaining(['exit 1', ...expected]));
  });

  test('a plan changed elsewhere is a warning', async () => {
    const folder = newSurvey();
    await run('sample draw', folder);
    edit(folder, 'plan.yaml', 'Khảo sát thử', 'Khảo sát thử lần hai');
    expect(await codesOf('sample verify', folder)).toEqual(['exit 0', 'sample/verify-plan']);
  });
});

describe('an earlier draw', () => {
  test('is not replaced without a reason, and kept when it is', async () => {
    const folder = newSurvey();
    await run('sample draw', folder);
    const before = readFileSync(join(folder, 'out/sample/draw.json'), 'utf8');
    const list = readFileSync(join(folder, 'frame/drawn/staff.csv'), 'utf8');
    edit(folder, 'plan.yaml', 'seed: "1"', 'seed: "2"');
    expect(await codesOf('sample draw', folder)).toContain('sample/drawn-before');
    expect(readFileSync(join(folder, 'out/sample/draw.json'), 'utf8')).toBe(before);
    expect(readFileSync(join(folder, 'frame/drawn/staff.csv'), 'utf8')).toBe(list);
    expect((await run('sample draw --redraw "danh sách sai"', folder)).code).toBe(0);
    const record = JSON.parse(readFileSync(join(folder, 'out/sample/draw.json'), 'utf8'));
    const earlier = createHash('sha256').update(before).digest('hex');
    expect(record.redraws).toMatchObject([{ why: 'danh sách sai', by: 'test', earlier }]);
    const kept = join(folder, `out/sample/earlier/${earlier.slice(0, 12)}.json`);
    expect(readFileSync(kept, 'utf8')).toBe(before);
    expect((await run('sample verify', folder)).code).toBe(0);
  });

  test('one name put in another’s place is another draw, though the same rows come out', async () => {
    const folder = newSurvey();
    await run('sample draw', folder);
    edit(folder, 'frame/staff.csv', `${mark} A`, 'Người khác');
    expect(await codesOf('sample draw', folder)).toContain('sample/drawn-before');
  });

  test('a write that fails anywhere leaves a whole record, and the next run mends the rest', async () => {
    const base = nodeIo('vi');
    for (let failAt = 1; failAt <= 6; failAt++) {
      const folder = newSurvey();
      await run('sample draw', folder);
      edit(folder, 'plan.yaml', 'seed: "1"', 'seed: "2"');
      let writes = 0;
      const refused = await runLine('sample draw --redraw "danh sách sai"', folder, {
        write: (file, content) => {
          writes += 1;
          if (writes === failAt) throw new Error('the machine stopped');
          return base.write(join(folder, file), content);
        },
      });
      const record = JSON.parse(readFileSync(join(folder, 'out/sample/draw.json'), 'utf8'));
      expect(['1', '2']).toContain(record.seed);
      expect(refused.code).toBe(writes < failAt ? 0 : 70);
      expect((await run('sample draw --redraw "danh sách sai"', folder)).code).toBe(0);
      expect((await run('sample verify', folder)).code).toBe(0);
    }
  });

  test('--dry-run writes nothing', async () => {
    const folder = newSurvey();
    const before = filesIn(folder);
    expect((await run('sample draw -n', folder)).code).toBe(0);
    expect(filesIn(folder)).toEqual(before);
  });
});

test('no name leaves frame/: not into out/, not to the terminal, not into a rehearsal', async () => {
  // A namesake in another spelling, a row that stands twice, and a person of no unit make every kind of message speak.
  const lines = [...staffLines(5), 'Moc Dinh Danh A,an-binh,,,'];
  const folder = newSurvey(lines);
  const said: string[] = [];
  const row = '$ROW';
  for (const line of [
    'plan validate',
    'plan show',
    'plan show --json',
    'quota',
    'quota --json',
    'sample check',
    'sample check --json',
    'sample draw',
    'sample draw --json',
    'sample verify',
    'sample invite',
    'sample invite --json',
    `sample replace staff ${row} --why "đi công tác"`,
    'sample replace --json',
    'packet',
    'simulate',
    'status',
  ]) {
    const asked = line.includes(row) ? line.replace(row, String(drawnRows(folder)[0])) : line;
    const ran = await run(asked, folder);
    expect(ran.code, `${line}: ${ran.stderr}`).toBe(0);
    said.push(ran.stdout, ran.stderr);
  }
  const bad = newSurvey([...staffLines(5), `${mark} Z,khong-co,CB1,,`, `${mark} A,an-binh,CB1,,`]);
  for (const line of ['plan validate', 'plan validate --json', 'sample check --lang en']) {
    const ran = await run(line, bad);
    expect(ran.code).toBe(1);
    said.push(ran.stdout, ran.stderr);
  }
  const leak = /Mốc Định Danh|Moc Dinh Danh|mocdinhdanh|0912000/;
  expect(said.join('\n')).not.toMatch(leak);
  const outside = filesIn(folder).filter((file) => !file.startsWith('frame/'));
  expect(outside).toEqual(expect.arrayContaining(['out/sample/draw.csv', 'out/sample/alike.csv']));
  expect(outside.some((file) => file.endsWith('rehearsal/frame/staff.csv'))).toBe(true);
  for (const file of outside) {
    const bytes = readFileSync(join(folder, file));
    expect(bytes.toString('utf8'), file).not.toMatch(leak);
  }
  expect(readFileSync(join(folder, 'frame/drawn/staff.csv'), 'utf8')).toMatch(leak);
}, 240_000);

function drawnRows(folder: string): readonly number[] {
  const lines = readFileSync(join(folder, 'out/sample/draw.csv'), 'utf8').trim().split('\n');
  return lines.filter((line) => line.includes(',drawn,')).map((line) => Number(line.split(',')[6]));
}

test('tracked: each of the drawn has the serial of a sheet printed for the unit, in draw order', async () => {
  const folder = newSurvey();
  await run('sample draw', folder);
  await run('packet', folder);
  const register = readFileSync(join(folder, 'out/packets/register.csv'), 'utf8').split('\n');
  const own = register
    .filter((line) => line.includes(',an-binh,'))
    .map((line) => line.split(',')[0]);
  const list = readFileSync(join(folder, 'frame/drawn/staff.csv'), 'utf8').trim().split('\r\n');
  const serials = list
    .filter((line) => line.includes('Chính thức,Xã An Bình'))
    .map((line) => line.split(',').at(-1));
  expect(serials).toEqual(own.slice(0, 2));
}, 120_000);

describe('invitations', () => {
  const mailing = (folder: string): readonly string[] =>
    readFileSync(join(folder, 'frame/invitations/staff.csv'), 'utf8').trim().split('\r\n').slice(1);
  const codeOf = (line: string): string => line.split(',')[2] ?? '';

  test('one code a person; the hashes stand apart and in no order; a new run keeps every code', async () => {
    const folder = newSurvey();
    await run('sample draw', folder);
    expect((await run('sample invite', folder)).code).toBe(0);
    const first = mailing(folder);
    const codes = first.map(codeOf);
    expect(new Set(codes).size).toBe(4);
    for (const code of codes)
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
    const hashes = readFileSync(join(folder, 'frame/invitations/staff.codes.csv'), 'utf8');
    const wanted = codes.map((code) => createHash('sha256').update(plainCode(code)).digest('hex'));
    const listed = hashes
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0] ?? '');
    expect(listed).toEqual([...wanted].sort());
    expect(hashes).not.toMatch(/Mốc|rieng/);
    await run('sample invite', folder);
    expect(mailing(folder)).toEqual(first);
  });

  test('a substitute gets a code of his own; the others keep theirs', async () => {
    const folder = newSurvey();
    await run('sample draw', folder);
    await run('sample invite', folder);
    const first = mailing(folder);
    const out = drawnRows(folder)[0];
    await run(`sample replace staff ${out} --mode person --why "nghỉ việc"`, folder);
    await run('sample invite', folder);
    expect(mailing(folder).slice(0, 4)).toEqual(first);
    expect(mailing(folder)).toHaveLength(5);
    rmSync(join(folder, 'frame/invitations/staff.csv'));
    expect(await codesOf('sample invite', folder)).toEqual(['exit 1', 'sample/invitations-apart']);
  });

  test('codes: 140 bits, every letter as likely; links', () => {
    expect(codeBytes * 5).toBeGreaterThanOrEqual(128);
    const bytes = Uint8Array.from({ length: codeBytes }, (_, at) => at);
    expect(codeFrom(bytes)).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV');
    expect(plainCode('0123-45 67')).toBe('01234567');
    expect(linkFor('https://x.vn/p?a=1#b', 'C')).toBe('https://x.vn/p?a=1&code=C#b');
    expect(linkFor('https://x.vn/{code}', 'C')).toBe('https://x.vn/C');
  });
});

test('replacements: another way first, then the reserve of the same unit, once', async () => {
  const folder = newSurvey();
  await run('sample draw', folder);
  const [out = 0, second = 0] = drawnRows(folder);
  const replace = async (row: number): Promise<string> => {
    const ran = await run(`sample replace staff ${row} --why "=đi vắng" --json`, folder);
    const answer = JSON.parse(ran.stdout);
    return answer.ok ? `${answer.next} ${answer.by !== null}` : answer.findings[0].code;
  };
  expect(await replace(out)).toBe('post false');
  expect(await replace(out)).toBe('person true');
  expect(await replace(out)).toBe('sample/already-replaced');
  expect(await replace(second)).toBe('post false');
  expect(await replace(second)).toBe('sample/reserves-used-up');
  const log = readFileSync(join(folder, 'frame/replacements.csv'), 'utf8');
  expect(log.trim().split('\r\n')).toHaveLength(4);
  expect(log).toContain("'=đi vắng");
  expect(log).toContain('2026-01-15,test,staff,');
  const substitute = Number(/,person,(\d+),/.exec(log)?.[1]);
  expect(await replace(substitute)).toBe('post false');
  const shown = await run('sample replace', folder);
  expect(shown.stdout.split('\n')).toHaveLength(5);
  expect(statSync(join(folder, 'frame/replacements.csv')).size).toBeGreaterThan(0);
});
