/** Whether a form counts once its answers were corrected, and whatever else is done to the store meanwhile. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nodeIo } from '../src/io.ts';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-validity-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const plan = readFileSync(
  join(import.meta.dirname, 'bad', 'returns', 'correction-old-differs', 'plan.yaml'),
  'utf8',
);
const head = 'serial,question,old,new,why\n';
const [first, second] = ['T24-01001-00018', 'T24-01001-00026'];

let folders = 0;

function folderWith(files: Readonly<Record<string, string>>, more = ''): string {
  const folder = join(work, String(folders++));
  mkdirSync(folder);
  writeFileSync(join(folder, 'plan.yaml'), `${plan}${more}`);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function done(line: string, folder: string, code = 0): Promise<string> {
  const ran = await runLine(line, folder);
  expect(ran.code, ran.stderr + ran.stdout).toBe(code);
  return ran.stdout + ran.stderr;
}

/** Serial → why it does not count. */
async function voids(folder: string): Promise<Readonly<Record<string, string>>> {
  const { columns, rows } = JSON.parse(await done('returns dump --json', folder)) as {
    columns: string[];
    rows: string[][];
  };
  const [serial, reason] = [columns.indexOf('serial'), columns.indexOf('void')];
  return Object.fromEntries(rows.map((row) => [row[serial], row[reason] ?? '']));
}

function batchesOf(folder: string): readonly string[] {
  return readdirSync(join(folder, 'returns')).filter((name) => name !== 'undone');
}

describe('a form whose answers are corrected is judged again by the rules', () => {
  test('one that loses its last answer no longer counts, though two imports took them away', async () => {
    const folder = folderWith({
      'p.csv': `serial,q1,q2\n${first},3,3\n${second},4,4\n`,
      'a.csv': `${head}${first},q1,3,(trống),nhầm\n`,
      'b.csv': `${head}${first},q2,3,(trống),nhầm\n`,
    });
    await done('import p.csv', folder);
    expect(await done('returns correct a.csv', folder)).not.toContain('không hợp lệ');
    expect(await done('returns correct b.csv', folder)).toContain('returns/correction-now-void');
    expect(await voids(folder)).toEqual({ [first]: 'để trắng', [second]: '' });
    const status = JSON.parse(await done('status --json', folder)) as Record<string, unknown>;
    expect(JSON.stringify(status)).toContain('"valid":1');
    const a = batchesOf(folder).find((name) => name.startsWith('a-')) ?? '';
    await done(`returns undo ${a} --why sai`, folder);
    expect(await voids(folder)).toEqual({ [first]: '', [second]: '' });
    // Said to be valid all the same: without one answer it does not count.
    await done('returns correct a.csv', folder);
    writeFileSync(join(folder, 'c.csv'), `${head}${first},void,để trắng,hợp lệ,xem lại\n`);
    const still = await done('returns correct c.csv', folder);
    expect(still).toContain('returns/correction-still-void');
    expect(still).toContain('không có câu trả lời nào');
    expect((await voids(folder))[first]).toBe('để trắng');
  });

  test('one that a rule took out counts when its answers are there', async () => {
    const folder = folderWith({
      'p.csv': `serial,q1,q2\n${first},,\n${second},4,4\n`,
      'a.csv': `${head}${first},q1,(trống),4,gõ sót\n`,
    });
    await done('import p.csv', folder);
    expect((await voids(folder))[first]).toBe('để trắng');
    expect(await done('returns correct a.csv', folder)).not.toContain('không hợp lệ');
    expect((await voids(folder))[first]).toBe('');
    // The reason that stands is the one to write, also where it was judged and not keyed.
    writeFileSync(join(folder, 'b.csv'), `${head}${first},void,hợp lệ,phiếu photo,xem lại\n`);
    await done('returns correct b.csv', folder);
    expect((await voids(folder))[first]).toBe('phiếu photo');
  });

  test('what people decided stands, whatever was corrected before or later', async () => {
    const rule = 'returns:\n  void: [{ when: unanswered, questions: [q1] }]\n';
    const files = {
      'p.csv': `serial,q1,q2,void\n${first},3,3,\n${second},4,,x\n`,
      'a.csv': `${head}${first},q1,3,(trống),nhầm\n`,
      'b.csv': `${head}${first},void,không trả lời câu q1,hợp lệ,hội đồng cho tính\n`,
      'c.csv': `${head}${first},q2,3,4,nhầm\n${second},q2,(trống),4,sót\n`,
    };
    const folder = folderWith(files, rule);
    await done('import p.csv', folder);
    await done('returns correct a.csv', folder);
    expect((await voids(folder))[first]).toBe('không trả lời câu q1');
    await done('returns correct b.csv', folder);
    // What a clerk marked is nothing that answers change.
    expect(await done('returns correct c.csv', folder)).toContain('returns/correction-still-void');
    expect(await voids(folder)).toEqual({ [first]: '', [second]: 'đánh dấu không hợp lệ' });
    // Nothing of it depends on which came first.
    writeFileSync(join(folder, 'b2.csv'), `${files['b.csv']}${second},q1,4,5,nhầm\n`);
    expect(await done('returns correct b2.csv', folder)).toContain('Bỏ qua 1 dòng');
  });
});

describe('two at once', () => {
  const rows = `serial,q1,q2\n${first},3,3\n${second},4,4\n`;

  /** Runs `line`, and right before it writes its first file, `other` to its end. */
  async function disturbed(line: string, other: string, folder: string) {
    const base = nodeIo('vi');
    let isDone = false;
    const meanwhile = async (): Promise<void> => {
      if (isDone) return;
      isDone = true;
      await runLine(other, folder);
    };
    const at = (path: string): string => (path.startsWith('/') ? path : join(folder, path));
    return runLine(line, folder, {
      sink: async (file, overwrite) => {
        await meanwhile();
        return base.sink(at(file), overwrite);
      },
      write: async (file, content) => {
        await meanwhile();
        return base.write(at(file), content);
      },
    });
  }

  test('of two corrections of one value the earlier finds itself overtaken', async () => {
    const folder = folderWith({
      'p.csv': rows,
      'a.csv': `${head}${first},q1,3,1,nhầm\n`,
      'b.csv': `${head}${first},q1,3,2,nhầm\n`,
    });
    await done('import p.csv', folder);
    const ran = await disturbed('returns correct a.csv', 'returns correct b.csv', folder);
    expect([ran.code, ran.stdout]).toEqual([5, expect.stringContaining('chạy lại')]);
    await done('status', folder);
    expect(await done('returns correct a.csv', folder, 1)).toContain('kho đang giữ “2”');
    expect(readdirSync(join(folder, 'returns')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a correction whose import is taken out meanwhile is not written, and the other way round', async () => {
    const files = { 'p.csv': rows, 'a.csv': `${head}${first},q1,3,1,nhầm\n` };
    const folder = folderWith(files);
    await done('import p.csv', folder);
    const [id = ''] = batchesOf(folder);
    const undo = `returns undo ${id} --why sai`;
    expect((await disturbed('returns correct a.csv', undo, folder)).code).toBe(5);
    expect(batchesOf(folder)).toEqual([]);
    await done('status', folder);

    const other = folderWith(files);
    await done('import p.csv', other);
    const ran = await disturbed(undo, 'returns correct a.csv', other);
    expect([ran.code, ran.stdout + ran.stderr]).toEqual([5, expect.stringContaining('chạy lại')]);
    expect(batchesOf(other)).toHaveLength(2);
    await done('status', other);
  });
});

describe('an import that was taken out', () => {
  test('of paper tallies too: an import knows from which others it left rows out', async () => {
    const line = (unit: string, question: string): string =>
      `${unit},staff,${question},1,1,0,0,0,0,2,2,0\n`;
    const tally = (...units: readonly string[]): string =>
      `unit,group,question,5,4,3,2,1,blank,returned,valid,void\n${units.map((unit) => line(unit, 'q1') + line(unit, 'q2')).join('')}`;
    const folder = folderWith({ 'k.csv': tally('an'), 'm.csv': tally('an', 'hoa') });
    await done('import k.csv', folder);
    const [k = ''] = batchesOf(folder);
    await done('import m.csv', folder);
    const said = await done(`returns undo ${k} --why nhầm --json`, folder);
    expect(said).toContain('returns/rows-left-out');
    expect(said).toContain('đã bỏ qua 2 dòng');
  });

  test('is missed by those that passed over its rows, and these can be imported again', async () => {
    const folder = folderWith({ 'p.csv': `serial,q1,q2\n${first},3,3\n${second},9,4\n` });
    await done('import p.csv', folder, 4);
    const [a = ''] = batchesOf(folder);
    writeFileSync(join(folder, 'p.csv'), `serial,q1,q2\n${first},3,3\n${second},4,4\n`);
    await done('import p.csv', folder);
    const said = await done(`returns undo ${a} --why "thử lại"`, folder);
    expect(said).toContain('returns/rows-left-out');
    expect(said).toContain('đã bỏ qua 1 dòng');
    await done('import p.csv', folder);
    expect(Object.keys(await voids(folder)).sort()).toEqual([first, second]);
    // Now nothing is missing, and the same file has nothing new.
    const before = batchesOf(folder);
    await done('import p.csv', folder);
    expect(batchesOf(folder)).toEqual(before);
  });
});
