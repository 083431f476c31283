/** `survey sample …` over a folder: draws, verification, what leaves `frame/`. */
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { runLine } from './run-line.ts';
import {
  codesOf,
  drawnRows,
  edit,
  filesIn,
  mark,
  newSurvey,
  run,
  staffLines,
  work,
} from './sample-folder.ts';

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
    ['out/sample/draw.json', /"tool": ".*"/, '"tool": "x"', ['sample/verify-tool']],
    ['out/sample/draw.json', /"draw_id": ".*"/, '"draw_id": "d1"', ['sample/verify-id']],
    ['out/sample/draw.json', '"thu-2024"', '"x-2024"', ['sample/verify-survey']],
    ['out/sample/draw.json', '"seed_source": null', '"seed_source": "x"', ['sample/verify-source']],
    ['out/sample/draw.json', '"population": 5', '"population": 50', ['sample/verify-row']],
    ['out/sample/draw.json', '"method": "random"', '"method": "x"', ['sample/verify-row']],
    ['out/sample/draw.json', '"size": 2', '"size": 3', ['sample/verify-row']],
    ['frame/drawn/staff.csv', mark, 'Người Khác', ['sample/verify-list']],
  ])('%s: %s → %s', async (file, from, to, expected) => {
    const folder = newSurvey();
    await run('sample draw', folder);
    edit(folder, file, from, to);
    const found = await codesOf('sample verify', folder);
    const code = file.endsWith('json') && expected.includes('sample/verify-tool') ? 0 : 1;
    expect(found).toEqual(expect.arrayContaining([`exit ${code}`, ...expected]));
  });

  test('lists that go out: gone, or of another draw; a copy without them is no mistake', async () => {
    const folder = newSurvey();
    await run('sample draw', folder);
    rmSync(join(folder, 'frame/drawn/staff.xlsx'));
    rmSync(join(folder, 'out/sample/draw.csv'));
    writeFileSync(join(folder, 'frame/drawn/old.csv'), 'x\n');
    expect(await codesOf('sample verify', folder)).toEqual([
      'exit 1',
      'sample/verify-list',
      'sample/verify-no-table',
    ]);
    rmSync(join(folder, 'frame/drawn'), { recursive: true });
    expect(await codesOf('sample verify', folder)).toEqual(['exit 0', 'sample/verify-no-table']);
  });

  test('drawn by an English terminal, verified by a Vietnamese one', async () => {
    const folder = newSurvey();
    await run('sample draw --lang en', folder);
    expect(await codesOf('sample verify', folder)).toEqual(['exit 0']);
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
  const bad = newSurvey([
    ...staffLines(5),
    `${mark} Z,khong-co,CB1,,`,
    // A row that has slipped by a cell, with a name that is near a unit’s.
    `7,${mark} An Bình,CB2,,`,
    `${mark} A,an-binh,CB1,,`,
  ]);
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
