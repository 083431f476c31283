/** Exports through `survey import`: the store holds what the plain file would have put there. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const root = join(import.meta.dirname, 'files', 'exports');
const work = mkdtempSync(join(tmpdir(), 'survey-exports-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

function folderWith(...names: readonly string[]): string {
  const folder = mkdtempSync(join(work, 'case-'));
  for (const name of ['plan.yaml', ...names]) cpSync(join(root, name), join(folder, name));
  return folder;
}

/** Answers as kept, without the import they came by; `without`: columns that the file cannot say. */
async function dump(folder: string, without: readonly string[] = []): Promise<readonly object[]> {
  const { stdout } = await runLine('returns dump', folder);
  const ratings = parse(stdout, { columns: true, bom: true }) as Record<string, string>[];
  const left = new Set(['batch', 'row', ...without]);
  return ratings.map((one) =>
    Object.fromEntries(Object.entries(one).filter(([key]) => !left.has(key))),
  );
}

async function imported(folder: string, name: string) {
  const ran = await runLine(`import ${name} --json`, folder);
  const { files } = JSON.parse(ran.stdout) as {
    files: readonly {
      system: string | null;
      mapping_file: string | null;
      counts: Record<string, number> | null;
      excluded: readonly { reason: string; count: number }[];
      findings: readonly { code: string }[];
    }[];
  };
  const [file] = files;
  if (file === undefined) throw new Error(ran.stderr);
  return { ...file, code: ran.code };
}

describe('what is kept is what the plain file would have given', () => {
  test.each([
    ['kobo-names-both.csv', []],
    ['kobo-names-details.csv', []],
    ['kobo-names-summary.csv', []],
    ['kobo-labels-both.csv', []],
    ['kobo-labels-summary.csv', []],
    ['odk.csv', []],
    ['odk-split.csv', []],
    ['limesurvey-code.csv', ['reply']],
    ['limesurvey-em.csv', ['reply']],
    ['limesurvey-full-long.csv', ['reply']],
    ['limesurvey-codetext.csv', ['reply']],
    ['google-forms.csv', ['reply']],
    ['google-forms-download.csv', ['reply']],
  ])('%s', async (name, without) => {
    const plain = folderWith('twin.csv');
    await imported(plain, 'twin.csv');
    const folder = folderWith(name);
    const { counts, findings, code } = await imported(folder, name);
    expect(findings).toEqual([]);
    expect(counts).toMatchObject({ accepted: 3, rejected: 0 });
    expect(code).toBe(0);
    const wanted = await dump(plain, without);
    expect(wanted).toHaveLength(3);
    expect(await dump(folder, without)).toEqual(wanted);
  });
});

describe('the same replies come again', () => {
  test('in another way of writing, by another mapping: passed over by their id', async () => {
    const folder = folderWith('kobo-names-both.csv', 'kobo-labels-both.csv', 'odk.csv');
    expect(await imported(folder, 'kobo-names-both.csv')).toMatchObject({
      counts: { read: 6, accepted: 3 },
      excluded: [
        { reason: 'HXL', count: 1 },
        { reason: '_validation_status = Not approved', count: 1 },
        { reason: '_validation_status = On hold', count: 1 },
      ],
    });
    for (const name of ['kobo-labels-both.csv', 'odk.csv']) {
      const again = await imported(folder, name);
      expect(again.counts).toMatchObject({ accepted: 0, rejected: 0, skipped: 3 });
    }
    expect(await dump(folder)).toHaveLength(3);
  });
});

describe('the mapping of an export', () => {
  test('is written once, and read the next time', async () => {
    const folder = folderWith('kobo-names-both.csv', 'kobo-names-details.csv');
    const first = await imported(folder, 'kobo-names-both.csv');
    expect(first.mapping_file?.replaceAll('\\', '/')).toMatch(/mappings\/kobo-03\.yaml$/);
    cpSync(join(folder, 'kobo-names-both.csv'), join(folder, 'copy.csv'));
    expect((await imported(folder, 'copy.csv')).mapping_file).toBeNull();
    const second = await imported(folder, 'kobo-names-details.csv');
    expect(second.mapping_file).toBeNull();
    expect(readdirSync(join(folder, 'mappings'))).toEqual(['kobo-03.yaml']);
  });

  test('of several files of one call is written once', async () => {
    const folder = folderWith('odk.csv', 'odk-split.csv');
    const text = readFileSync(join(folder, 'odk.csv'), 'utf8');
    writeFileSync(join(folder, 'b.csv'), `${text.trimEnd()}\n`.replaceAll('6f3c1a52', '7a'));
    expect((await runLine('import odk.csv b.csv', folder)).code).toBe(0);
    expect(readdirSync(join(folder, 'mappings'))).toEqual(['odk-03.yaml']);
  });

  test('asks for what could not be told, and is obeyed when it is filled in', async () => {
    const folder = folderWith('limesurvey-sq.csv');
    const refused = await imported(folder, 'limesurvey-sq.csv');
    expect(refused.findings.map(({ code }) => code)).toEqual(['returns/export-part']);
    const file = join(folder, 'mappings', 'limesurvey-03.yaml');
    const asked = readFileSync(file, 'utf8');
    expect(asked).toContain('"kenh[SQ001]": "?"');
    const again = await imported(folder, 'limesurvey-sq.csv');
    expect(again.findings.map(({ code }) => code)).toEqual(['returns/mapping-meaning']);
    writeFileSync(file, asked.replace('"?"', '"kenh/1"'));
    const taken = await imported(folder, 'limesurvey-sq.csv');
    expect(taken.counts).toMatchObject({ accepted: 3 });
    const plain = folderWith('twin.csv');
    await imported(plain, 'twin.csv');
    expect(await dump(folder, ['reply'])).toEqual(await dump(plain, ['reply']));
  });

  test('a dry run writes none', async () => {
    const folder = folderWith('kobo-names-both.csv');
    await runLine('import kobo-names-both.csv --dry-run', folder);
    expect(readdirSync(folder).sort()).toEqual(['kobo-names-both.csv', 'plan.yaml']);
  });

  test('--mapping reads any table by it', async () => {
    const folder = folderWith();
    writeFileSync(
      join(folder, 'khac.csv'),
      'Ma;Noi;A;Luc\nx1;An Bình;Tuyệt;11/25/2024 08:00\nx2;Hoà Bình;Tệ;11/26/2024 09:30\n',
    );
    writeFileSync(
      join(folder, 'khac.yaml'),
      'columns: { Ma: reply, Noi: unit, A: q1, Luc: at }\nvalues: { q1: { Tuyệt: 5, Tệ: 1 } }\ndates: M/d/yyyy\n',
    );
    const ran = await runLine('import khac.csv --mapping khac.yaml --json', folder);
    const found = (
      JSON.parse(ran.stdout) as { files: readonly { findings: readonly { code: string }[] }[] }
    ).files[0]?.findings;
    // The form asks more than this table says.
    expect(found?.map(({ code }) => code)).toEqual(['returns/question-without-column']);
    writeFileSync(
      join(folder, 'khac.csv'),
      'Ma;Noi;A;B;C;D;E;Luc\nx1;An Bình;Tuyệt;4;C;1 3;34;11/25/2024 08:00\nx2;Hoà Bình;Tệ;3;K;;51;11/26/2024 09:30\n',
    );
    writeFileSync(
      join(folder, 'khac.yaml'),
      'columns: { Ma: reply, Noi: unit, A: q1, B: q2, C: q3, D: kenh, E: tuoi, Luc: at }\nvalues: { q1: { Tuyệt: 5, Tệ: 1 } }\ndates: M/d/yyyy\n',
    );
    const taken = await runLine('import khac.csv --mapping khac.yaml', folder);
    expect(taken.code, taken.stderr).toBe(0);
    expect(await dump(folder)).toMatchObject([
      { unit: 'an-binh', reply: 'x1', q1: '5', kenh: '1 3', at: '2024-11-25T08:00' },
      { unit: 'hoa-binh', reply: 'x2', q1: '1', q3: 'K', at: '2024-11-26T09:30' },
    ]);
  });
});

describe('rows that are rejected', () => {
  test('come back under headings that can be imported as they are, and point at the user’s own cell', async () => {
    const folder = folderWith('kobo-labels-both.csv');
    const file = join(folder, 'kobo-labels-both.csv');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"Rất hài lòng"', '"Rất tuyệt"'));
    const { counts, findings } = await imported(folder, 'kobo-labels-both.csv');
    expect(counts).toMatchObject({ accepted: 2, rejected: 1 });
    expect(findings).toMatchObject([
      { code: 'returns/unknown-option', row: 2, heading: 'Phần I. Đánh giá/Chất lượng phục vụ' },
    ]);
    const [batch = ''] = readdirSync(join(folder, 'returns'));
    const rejected = readFileSync(join(folder, 'returns', batch, 'rejected.csv'), 'utf8');
    expect(rejected).toContain('2,returns/unknown-option,q1,');
    writeFileSync(join(folder, 'sua.csv'), rejected.replaceAll('Rất tuyệt', 'Rất hài lòng'));
    const mended = await imported(folder, 'sua.csv');
    expect(mended.counts).toMatchObject({ accepted: 1, rejected: 0 });
    const plain = folderWith('twin.csv');
    await imported(plain, 'twin.csv');
    expect(await dump(folder)).toEqual(expect.arrayContaining([...(await dump(plain))]));
  });

  test('a wide grid without serials is told together by its submission', async () => {
    const folder = folderWith();
    const written = readFileSync(join(root, 'plan.yaml'), 'utf8');
    const open = written.replace(
      'quota: { total: 6 }',
      'quota: { total: 6 }, mode: online, serial: optional',
    );
    writeFileSync(join(folder, 'plan.yaml'), open);
    const grid = readFileSync(join(root, 'kobo-grid.csv'), 'utf8');
    writeFileSync(join(folder, 'grid.csv'), grid.replace('"serial"', '"_ghi_chu"'));
    const ran = await runLine('import grid.csv --group delegates --json', folder);
    const [file] = (JSON.parse(ran.stdout) as { files: { counts: object }[] }).files;
    expect(file?.counts, ran.stdout).toMatchObject({ accepted: 3, rejected: 0 });
    expect(await dump(folder)).toMatchObject([
      { unit: 'an-binh', reply: '6f3c1a52-0001', q1: '5', q2: '4' },
      { unit: 'hoa-binh', reply: '6f3c1a52-0001', q1: '3', q2: '' },
      { unit: 'cam-son', reply: '6f3c1a52-0001', q1: '4', q2: '2' },
    ]);
    const status = await runLine('status --json', folder);
    expect(status.code).toBe(0);
    writeFileSync(join(folder, 'again.csv'), grid.replace('"serial"', '"_note"'));
    const again = await runLine('import again.csv --group delegates --json', folder);
    const [held] = (JSON.parse(again.stdout) as { files: { counts: object }[] }).files;
    expect(held?.counts).toMatchObject({ accepted: 0, rejected: 0, skipped: 3 });
  });
});
