/** Tables typed by hand with columns for each unit: read as exports are, and never half. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-unit-columns-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Answer {
  readonly files: readonly {
    readonly counts: { readonly read: number; readonly accepted: number } | null;
    readonly system: string | null;
    readonly mapping_file: string | null;
    readonly findings: readonly { readonly code: string; readonly fix?: string }[];
  }[];
}

async function imported(name: string, text: string, more = '') {
  const folder = join(work, name);
  cpSync(
    join(import.meta.dirname, 'bad', 'returns', 'unit-columns', 'plan.yaml'),
    `${folder}/plan.yaml`,
  );
  writeFileSync(join(folder, 'phieu.csv'), text);
  const ran = await runLine(`import phieu.csv ${more} --json`, folder);
  const [file] = (JSON.parse(ran.stdout) as Answer).files;
  if (file === undefined) throw new Error(ran.stderr);
  const dump = await runLine('returns dump --json', folder);
  const { columns, rows } = JSON.parse(dump.stdout) as { columns: string[]; rows: string[][] };
  const cell = (row: readonly string[], key: string) => row[columns.indexOf(key)] ?? '';
  const answers = rows.map((row) => ['unit', 'q1', 'q3'].map((key) => cell(row, key)).join(' '));
  return { file, answers, folder };
}

describe('columns for each unit', () => {
  test('every unit gets its own answers', async () => {
    const text =
      'Số phiếu,nhom,Chất lượng phục vụ [Xã An Bình],q3 [Xã An Bình],Xã Hòa Bình / q1,Xã Hòa Bình / q3\nT24-02005-00015,C,5,K,2,C\n';
    const { file, answers } = await imported('whole', text);
    expect(file.counts).toMatchObject({ read: 2, accepted: 2 });
    expect(answers.toSorted()).toEqual(['an 5 K', 'hoa 2 C']);
    expect(file.system).toBe(null);
  });

  test('a question that does not name its unit is not read as asked of all', async () => {
    const text = 'serial,Xã An Bình / q1,Xã Hòa Bình / q1,q3\nT24-02005-00015,5,2,C\n';
    const { file, answers } = await imported('half', text);
    expect(file.counts).toBe(null);
    expect(file.findings.map(({ code }) => code)).toContain('returns/two-columns');
    expect(answers).toEqual([]);
  });

  test('the remedy never says to delete a column', async () => {
    const text = 'serial,Xã An Bình / q1,Xã Hòa Bình / q1,q3\nT24-02005-00015,5,2,C\n';
    const { folder } = await imported('remedy', text);
    const ran = await runLine('import phieu.csv', folder);
    expect(ran.stderr).toContain('ghi mỗi đơn vị một dòng');
    expect(ran.stderr).toContain('--mapping');
    expect(ran.stderr).not.toContain('xóa');
  });

  test('a mapping that the user names is told where it is', async () => {
    const text = 'Phiếu số mấy,n,a,b\nT24-02005-00015,C,5,K\n';
    const folder = join(work, 'named');
    cpSync(
      join(import.meta.dirname, 'bad', 'returns', 'unit-columns', 'plan.yaml'),
      `${folder}/plan.yaml`,
    );
    writeFileSync(
      join(folder, 'ghep.yaml'),
      'export: table\ncolumns:\n  "Phiếu số mấy": serial\n  n: nhom\n  a: "q1[an]"\n  b: "q3[an]"\n',
    );
    writeFileSync(join(folder, 'phieu.csv'), text);
    const ran = await runLine('import phieu.csv --mapping ghep.yaml', folder);
    expect(ran.stdout).toContain('Các cột được đọc theo ghep.yaml');
    expect(ran.stdout).not.toContain('tệp xuất từ');
  });
});
