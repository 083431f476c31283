/** Lists of people as offices send them, over a folder: sheets, headings, people on two lists. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { codesOf, edit, newSurvey, run, staffLines } from './sample-folder.ts';
import { planText } from './sample-survey.ts';

const two = `    in: xa
    priority: 2
    roster: frame/staff.csv
    quota: { each: 2 }
  - id: heads
    name: Lãnh đạo xã
    form: "01"
    in: xa
    priority: 1
    roster: frame/heads.csv
    quota: { each: 1 }`;

test('whoever belongs to another list is named there by row, and the table goes away with the last', async () => {
  const folder = newSurvey(staffLines(5), planText({ group: two }));
  const heads = join(folder, 'frame/heads.csv');
  writeFileSync(heads, 'Đơn vị,Tên,Mã CBCC\nan-binh,Một Người,CB3\nhoa-my,Hai Người,X\n');
  edit(folder, 'frame/staff.csv', /Mốc Định Danh C/, 'Một Người');
  for (const command of ['sample check', 'sample draw']) {
    rmSync(join(folder, 'out'), { recursive: true, force: true });
    expect((await run(command, folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'out/sample/elsewhere.csv'), 'utf8')).toBe(
      'roster,row,asked_in,asked_row\nframe/staff.csv,4,frame/heads.csv,2\n',
    );
  }
  edit(folder, 'frame/heads.csv', 'CB3', 'CB33');
  await run('sample check', folder);
  expect(existsSync(join(folder, 'out/sample/elsewhere.csv'))).toBe(false);
});

test('check says which heading it reads as what', async () => {
  const folder = newSurvey();
  edit(folder, 'frame/staff.csv', 'Điện thoại', 'Ghi chú');
  const { stdout } = await run('sample check --json', folder);
  expect(JSON.parse(stdout).columns).toEqual([
    {
      file: 'frame/staff.csv',
      read: [
        { column: 'unit', heading: 'Đơn vị' },
        { column: 'name', heading: 'Họ tên' },
        { column: 'code', heading: 'Mã cán bộ' },
        { column: 'email', heading: 'Email' },
      ],
      others: ['Ghi chú'],
    },
  ]);
  const { stderr } = await run('sample check', folder);
  expect(stderr).toContain('Họ tên ← Họ tên; Mã ← Mã cán bộ');
  expect(stderr).toContain('không dùng để nhận ra ai: Ghi chú');
});

test('a workbook with a sheet of instructions: the plan names the sheet of the list', async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Hướng dẫn').addRows([['Mỗi người một dòng'], ['Không gộp ô']]);
  const rows = staffLines(5).map((line) => line.split(','));
  const head = ['Họ tên', 'Đơn vị', 'Mã cán bộ', 'Email', 'Điện thoại'];
  book.addWorksheet('Danh sách').addRows([head, ...rows]);
  const text = (roster: string) =>
    planText({ group: `    in: xa\n    roster: ${roster}\n    quota: { each: 2 }` });
  const folder = newSurvey([], text('frame/staff.xlsx'));
  await book.xlsx.writeFile(join(folder, 'frame/staff.xlsx'));
  expect(await codesOf('sample check', folder)).toEqual(['exit 1', 'file/several-sheets']);
  const plan = text('{ file: frame/staff.xlsx, sheet: Danh sách }');
  writeFileSync(join(folder, 'plan.yaml'), plan);
  expect(await codesOf('sample check', folder)).toEqual(['exit 0']);
});
