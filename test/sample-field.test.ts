/** `survey sample invite` and `survey sample replace` over a folder. */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guarded, withoutGuard } from '../src/formats/spreadsheet-text.ts';
import { plainInvitation } from '../src/people/invitation.ts';
import { codeBytes, codeFrom, linkFor } from '../src/sample/invite.ts';
import { codesOf, drawnRows, edit, mark, newSurvey, run, staffLines } from './sample-folder.ts';

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
    const wanted = codes.map((code) =>
      createHash('sha256').update(plainInvitation(code)).digest('hex'),
    );
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

  test('a substitute of the same name gets a code of his own', async () => {
    const namesakes = ['an-binh', 'hoa-my'].flatMap((unit) =>
      Array.from({ length: 5 }, () => `${mark},${unit},,,`),
    );
    const folder = newSurvey(namesakes);
    await run('sample draw', folder);
    await run('sample invite', folder);
    const first = mailing(folder);
    const out = drawnRows(folder)[0];
    await run(`sample replace staff ${out} --mode person --why "nghỉ việc"`, folder);
    await run('sample invite', folder);
    expect(mailing(folder).slice(0, 4)).toEqual(first);
    expect(new Set(mailing(folder).map(codeOf)).size).toBe(5);
  });

  test.each([
    ['by staff code', staffLines(5)],
    ['as the only one of the name there', staffLines(5).map((line) => line.replace(/CB\d+/, ''))],
  ])(
    'what was mended in the list reaches the mailing list, the code stays: %s',
    async (_, lines) => {
      const folder = newSurvey(lines);
      await run('sample draw', folder);
      await run('sample invite', folder);
      const first = mailing(folder);
      const row = drawnRows(folder)[0] ?? 0;
      edit(folder, 'frame/staff.csv', `mocdinhdanh${row - 1}@`, 'mocdinhdanhmoi@');
      await run('sample draw --redraw "sửa thư điện tử"', folder);
      const ran = await run('sample invite', folder);
      expect(ran.stderr).toContain('đã cập nhật thông tin của 1 người');
      expect(mailing(folder).map(codeOf)).toEqual(first.map(codeOf));
      expect(mailing(folder).join()).toContain('mocdinhdanhmoi@');
    },
  );

  test('codes: 140 bits, every letter as likely; links', () => {
    expect(codeBytes * 5).toBeGreaterThanOrEqual(128);
    const bytes = Uint8Array.from({ length: codeBytes }, (_, at) => at);
    expect(codeFrom(bytes)).toBe('0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV');
    expect(plainInvitation('0123-45 67')).toBe('01234567');
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

describe('a log that people have edited', () => {
  const log = 'frame/replacements.csv';

  test.each([
    ['dòng 4,bưu điện,số 5', ['sample/log-row', 'sample/log-way']],
    ['4,Person,5', ['sample/log-way']],
    ['4,person,', ['sample/log-substitute']],
    ['99,post,', ['sample/not-drawn']],
    ['4', ['file/ragged-row']],
  ])('%s: said, and left as it is', async (cells, expected) => {
    const folder = newSurvey();
    await run('sample draw', folder);
    const row = drawnRows(folder)[0] ?? 0;
    await run(`sample replace staff ${row} --why "đi vắng"`, folder);
    const first = readFileSync(join(folder, log), 'utf8');
    const [, line = ''] = first.trim().split('\r\n');
    const edited = `${first}${line.replace(/staff,.*?,.*?,.*?,/, `staff,${cells},`)}\r\n`;
    writeFileSync(join(folder, log), edited);
    for (const command of [
      `sample replace staff ${row} --why "đi vắng"`,
      'sample replace',
      'sample invite',
    ]) {
      expect(await codesOf(command, folder)).toEqual(['exit 1', ...expected]);
    }
    expect(readFileSync(join(folder, log), 'utf8')).toBe(edited);
  });

  test('what keeps a spreadsheet from running a text is taken off again', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('=', '+', '-', '@', ' =', '\t', 'a', '‘', ''),
        fc.string(),
        (start, rest) => {
          const text = `${start}${rest}`;
          fc.pre(!text.startsWith("'"));
          expect(withoutGuard(guarded(text))).toBe(text);
        },
      ),
    );
    expect(guarded('=1')).toBe("'=1");
    expect(withoutGuard("'90")).toBe("'90");
  });

  test('lines of another list are another draw’s', async () => {
    const folder = newSurvey();
    await run('sample draw', folder);
    const row = drawnRows(folder)[0] ?? 0;
    await run(`sample replace staff ${row} --mode person --why "nghỉ việc"`, folder);
    const again = `sample replace staff ${row} --mode person --why "nghỉ việc" --json`;
    expect(await codesOf(again, folder)).toContain('sample/already-replaced');
    const letter = 'ABCDEFGHIJKLMN'[row - 2];
    edit(folder, 'frame/staff.csv', `${mark} ${letter}`, 'Người Mới');
    expect((await run('sample draw --redraw "thay danh sách"', folder)).code).toBe(0);
    expect(drawnRows(folder)[0]).toBe(row);
    expect((await run(again, folder)).code).toBe(0);
    expect(readFileSync(join(folder, log), 'utf8').trim().split('\r\n')).toHaveLength(3);
  });
});
