/** Replies that carry no id, ids that several forms share, and files that come again: nobody is counted twice, nobody is lost. */
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseTable } from '../src/formats/read-table.ts';
import { renderTextWorkbook } from '../src/formats/xlsx-text.ts';
import type { TallyEntry } from '../src/returns/batch.ts';
import { talliesPrint } from '../src/returns/earlier.ts';
import { noneMissing } from '../src/stats/missing.ts';
import { runLine } from './run-line.ts';

const files = join(import.meta.dirname, 'files');
const work = mkdtempSync(join(tmpdir(), 'survey-twice-'));

afterAll(() => rmSync(work, { recursive: true, force: true }));

function newFolder(plan = 'replies'): string {
  const folder = mkdtempSync(join(work, 'case-'));
  cpSync(join(files, plan, 'plan.yaml'), join(folder, 'plan.yaml'));
  return folder;
}

interface Outcome {
  readonly code: number;
  readonly counts: { accepted: number; rejected: number; skipped: number } | null;
  readonly codes: readonly string[];
  readonly batch: string | null;
}

async function imported(folder: string, line: string): Promise<Outcome> {
  const ran = await runLine(`import ${line} --json`, folder);
  const { files: outcomes } = JSON.parse(ran.stdout) as {
    files: readonly (Omit<Outcome, 'code' | 'codes'> & { findings: readonly { code: string }[] })[];
  };
  const [file] = outcomes;
  if (file === undefined) throw new Error(ran.stdout);
  const { counts, batch } = file;
  return { code: ran.code, counts, batch, codes: file.findings.map(({ code }) => code) };
}

function put(folder: string, name: string, lines: readonly string[]): string {
  writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  return name;
}

async function putBook(folder: string, name: string, lines: readonly string[]): Promise<string> {
  const book = renderTextWorkbook(
    'P',
    lines.map((line) => line.split(',')),
  );
  writeFileSync(join(folder, name), book);
  return name;
}

/** Rows in the store. */
async function stored(folder: string): Promise<number> {
  const { stdout, code } = await runLine('returns dump --json', folder);
  expect(code).toBe(0);
  const { rows } = JSON.parse(stdout) as { rows: readonly unknown[] };
  return rows.length;
}

function rejectedOf(batch: string | null, ending: string): string {
  return join('returns', batch ?? '', `rejected.${ending}`);
}

/** Changes one cell of the rejected rows and saves them under another name. */
async function mend(
  folder: string,
  batch: string | null,
  ending: 'csv' | 'xlsx',
  [wrong, right]: readonly [string, string],
): Promise<string> {
  const from = join(folder, rejectedOf(batch, ending));
  if (ending === 'csv') {
    const text = readFileSync(from, 'utf8').replace(
      new RegExp(`,${wrong}(?=\\r?\\n)`),
      `,${right}`,
    );
    writeFileSync(join(folder, 'mended.csv'), text);
    return 'mended.csv';
  }
  const table = await parseTable(readFileSync(from), from, {});
  if (!table.ok) throw new Error(from);
  const { columns, rows } = table.value;
  const cells = rows.map((row) => row.cells.map((cell) => (cell === wrong ? right : cell)));
  writeFileSync(join(folder, 'mended.xlsx'), renderTextWorkbook('rejected', [columns, ...cells]));
  return 'mended.xlsx';
}

const head = 'Đơn vị,q1,q2';
const six = Array.from({ length: 6 }, () => 'Xã A,3,2');

describe('replies without any id', () => {
  test('another accepted row changed: the file is refused', async () => {
    const folder = newFolder();
    const name = put(folder, 'g.csv', [head, ...six, 'Xã B,1,9']);
    expect((await imported(folder, `${name} --group citizens`)).counts?.accepted).toBe(6);
    put(folder, 'g.csv', [head, ...six.slice(1), 'Xã A,3,3', 'Xã B,1,1']);
    const again = await imported(folder, `${name} --group citizens`);
    expect(again.codes).toEqual(['returns/replies-imported']);
    expect(again.code).not.toBe(0);
    expect(await stored(folder)).toBe(6);
  });

  test.each(['g.csv', 'khac.csv'])('sorted otherwise, as %s: refused', async (name) => {
    const folder = newFolder();
    const rows = ['Xã A,3,2', 'Xã B,1,1', 'Xã C,2,2'];
    await imported(folder, `${put(folder, 'g.csv', [head, ...rows])} --group citizens`);
    put(folder, name, [head, 'Xã C,1,3', ...rows.toReversed()]);
    const again = await imported(folder, `${name} --group citizens`);
    expect(again.codes).toEqual(['returns/replies-imported']);
    const apart = await imported(folder, `${name} --group citizens --separate`);
    expect(apart.counts?.accepted).toBe(4);
  });

  test('only new rows at the end: the old ones are passed over', async () => {
    const folder = newFolder();
    const name = put(folder, 'g.csv', [head, 'Xã A,3,2', 'Xã B,1,1']);
    await imported(folder, `${name} --group citizens`);
    put(folder, name, [head, 'Xã A,3,2', 'Xã B,1,1', 'Xã A,3,2']);
    const again = await imported(folder, `${name} --group citizens`);
    expect(again.counts).toMatchObject({ accepted: 1, skipped: 2 });
  });

  const wrong = [head, 'Xã A,3,2', 'Xã A,2,2', 'Xã B,1,9'];
  const right = [head, 'Xã A,3,2', 'Xã A,2,2', 'Xã B,1,1'];

  describe.each(['csv', 'xlsx'] as const)('a rejected row of a %s file', (ending) => {
    const write = (folder: string, lines: readonly string[]) =>
      ending === 'csv' ? put(folder, 'g.csv', lines) : putBook(folder, 'g.xlsx', lines);

    test.each(['csv', 'xlsx'] as const)(
      'mended in rejected.%s and in the original counts once, in either order',
      async (where) => {
        for (const isFirst of [true, false]) {
          const folder = newFolder();
          const name = await write(folder, wrong);
          const first = await imported(folder, `${name} --group citizens`);
          expect(first.counts).toMatchObject({ accepted: 2, rejected: 1 });
          const mended = await mend(folder, first.batch, where, ['9', '1']);
          await write(folder, right);
          const order = isFirst ? [mended, name] : [name, mended];
          const outcomes = [];
          for (const one of order) outcomes.push(await imported(folder, `${one} --group citizens`));
          expect(outcomes.map(({ codes }) => codes)).toEqual([[], []]);
          expect(await stored(folder)).toBe(3);
          // Saved once more, under another name.
          const copy = `lan-nua.${where}`;
          cpSync(join(folder, mended), join(folder, copy));
          if (where === 'csv')
            writeFileSync(join(folder, copy), `${readFileSync(join(folder, mended), 'utf8')}\r\n`);
          await imported(folder, `${copy} --group citizens`);
          expect(await stored(folder)).toBe(3);
        }
      },
    );

    test('mended in both places differently is a conflict', async () => {
      const folder = newFolder();
      const name = await write(folder, wrong);
      const first = await imported(folder, `${name} --group citizens`);
      await imported(
        folder,
        `${await mend(folder, first.batch, 'csv', ['9', '3'])} --group citizens`,
      );
      await write(folder, right);
      const again = await imported(folder, `${name} --group citizens`);
      expect(again.codes).toEqual(['returns/conflict']);
      expect(await stored(folder)).toBe(3);
    });
  });

  test('rejected.xlsx of a workbook holds the rejected rows alone', async () => {
    const folder = newFolder();
    const name = await putBook(folder, 'g.xlsx', wrong);
    const { batch } = await imported(folder, `${name} --group citizens`);
    const file = join(folder, rejectedOf(batch, 'xlsx'));
    const table = await parseTable(readFileSync(file), file, {});
    expect(table.ok && table.value.rows.map(({ cells }) => cells[0])).toEqual([`${batch}:4`]);
  });

  test('a rejected row that is rejected again keeps where it came from', async () => {
    const folder = newFolder();
    const name = put(folder, 'g.csv', [head, 'Xã A,3,2', 'Xã B,1,9', 'Xã C,9,1']);
    const first = await imported(folder, `${name} --group citizens`);
    const mended = await mend(folder, first.batch, 'csv', ['9', '2']);
    const second = await imported(folder, `${mended} --group citizens`);
    expect(second.counts).toMatchObject({ accepted: 1, rejected: 1 });
    const left = readFileSync(join(folder, rejectedOf(second.batch, 'csv')), 'utf8');
    expect(left).toContain(`${first.batch}:4,`);
    put(folder, 'g.csv', [head, 'Xã A,3,2', 'Xã B,1,2', 'Xã C,1,1']);
    expect((await imported(folder, `${name} --group citizens`)).counts).toMatchObject({
      accepted: 1,
      skipped: 2,
    });
    writeFileSync(join(folder, 'hai.csv'), left.replace('Xã C,9,1', 'Xã C,1,1'));
    expect((await imported(folder, 'hai.csv --group citizens')).counts).toMatchObject({
      accepted: 0,
      skipped: 1,
    });
    expect(await stored(folder)).toBe(3);
  });

  test('one cell of a wide grid mended: only that unit is new', async () => {
    const folder = newFolder('exports');
    const questions = [
      'Chất lượng phục vụ',
      'Thời gian/địa điểm giải quyết',
      'Có bị gây phiền hà không',
    ];
    const columns = questions.flatMap((text) =>
      ['Xã An Bình', 'Xã Hòa Bình'].map((unit) => `${text} [${unit}]`),
    );
    const row = (cell: string): string =>
      [
        '20/11/2024 8:30:15',
        cell,
        'Hài lòng',
        'Hài lòng',
        'Hài lòng',
        'Không',
        'Không',
        '',
        '',
        '',
      ].join(',');
    const lines = (cell: string) => [
      [
        'Dấu thời gian',
        ...columns,
        'Ông (bà) biết thông tin qua kênh nào',
        'Tuổi',
        'Ý kiến khác',
      ].join(','),
      row(cell),
      row('Hài lòng'),
    ];
    const name = put(folder, 'g.csv', lines('Hài lonq'));
    const first = await imported(folder, `${name} --group visitors`);
    expect(first.counts).toMatchObject({ accepted: 3, rejected: 1 });
    put(folder, name, lines('Hài lòng'));
    const again = await imported(folder, `${name} --group visitors`);
    expect(again.counts).toMatchObject({ accepted: 1, skipped: 3 });
    expect(await stored(folder)).toBe(4);
  });
});

describe('ids of replies', () => {
  test('two forms may both number theirs from 1', async () => {
    const folder = newFolder();
    put(folder, 'x.csv', ['reply,Đơn vị,q1,q2', '1,Xã A,3,3', '2,Xã A,2,3']);
    put(folder, 'y.csv', ['reply,Đơn vị,p1', '1,Xã A,3', '2,Xã B,3']);
    expect((await imported(folder, 'x.csv --group citizens')).counts?.accepted).toBe(2);
    expect((await imported(folder, 'y.csv --group staff')).counts?.accepted).toBe(2);
    expect((await runLine('status', folder)).code).toBe(0);
  });

  test('one reply about two units, where a form is about one, is a contradiction', async () => {
    const folder = newFolder();
    put(folder, 'r.csv', ['reply,Đơn vị,q1,q2', '7,Xã A,3,3', '7,Xã B,3,3', '8,Xã A,3,1']);
    const { counts, codes } = await imported(folder, 'r.csv --group citizens');
    expect(counts).toMatchObject({ accepted: 1, rejected: 2 });
    expect(codes).toEqual(['returns/conflict', 'returns/conflict']);
    expect((await runLine('status', folder)).code).toBe(0);
  });

  test('the same answers on another day are not word for word the same', async () => {
    const folder = newFolder();
    const columns = 'reply,Đơn vị,Thời gian,q1,q2';
    put(folder, 'x.csv', [columns, '1,Xã A,2026-11-05,3,3', '2,Xã A,,3,3']);
    put(folder, 'y.csv', [
      columns,
      '1,Xã A,2026-11-15,3,3',
      '2,Xã A,2026-11-06,3,3',
      '3,Xã A,,2,2',
    ]);
    await imported(folder, 'x.csv --group citizens');
    const { counts, codes } = await imported(folder, 'y.csv --group citizens');
    expect(counts).toMatchObject({ accepted: 1, rejected: 1, skipped: 1 });
    expect([...codes].sort()).toEqual(['returns/details-differ', 'returns/details-not-taken']);
    put(folder, 'z.csv', [columns, '9,Xã A,2026-11-05,3,3', '9,Xã A,2026-11-15,3,3']);
    const inside = await imported(folder, 'z.csv --group citizens');
    expect(inside.codes).toEqual(['returns/details-differ', 'returns/details-differ']);
  });

  test('a row mended as its correction says is held', async () => {
    const folder = newFolder();
    put(folder, 'x.csv', ['reply,Đơn vị,q1,q2', 'a,Xã A,3,3', 'b,Xã A,2,3']);
    const { batch } = await imported(folder, 'x.csv --group citizens');
    put(folder, 'c.csv', [
      'Số phiếu,Đơn vị,Câu hỏi,Giá trị cũ,Giá trị mới,Lý do',
      `${batch}:3,Xã A,q1,2,1,gõ nhầm`,
    ]);
    const corrected = await runLine('returns correct c.csv', folder);
    expect(corrected.code, corrected.stderr).toBe(0);
    for (const [value, held] of [
      ['1', 2],
      ['2', 2],
      ['3', 1],
    ] as const) {
      put(folder, 'y.csv', [
        'reply,Đơn vị,q1,q2',
        'a,Xã A,3,3',
        `b,Xã A,${value},3`,
        `${value}${value},Xã C,1,1`,
      ]);
      const { counts } = await imported(folder, 'y.csv --group citizens');
      expect(counts).toMatchObject({ skipped: held, rejected: 2 - held });
    }
  });
});

describe('returns rejected says what was taken since', () => {
  const since = async (folder: string): Promise<readonly string[]> => {
    const { stdout } = await runLine('returns rejected --json', folder);
    const { rows } = JSON.parse(stdout) as { rows: readonly (readonly string[])[] };
    return rows.map((row) => row.at(-1) ?? '');
  };

  test('of a reply by its id', async () => {
    const folder = newFolder();
    put(folder, 'x.csv', ['reply,Đơn vị,q1,q2', 'a,Xã A,3,3', 'c,Xã B,9,3', 'd,Xã B,9,3']);
    await imported(folder, 'x.csv --group citizens');
    put(folder, 'x.csv', ['reply,Đơn vị,q1,q2', 'a,Xã A,3,3', 'c,Xã B,1,3']);
    const { batch } = await imported(folder, 'x.csv --group citizens');
    expect(await since(folder)).toEqual([batch, '']);
  });

  test.each([true, false])(
    'of one without any by where it stood; mended in the list: %s',
    async (inList) => {
      const folder = newFolder();
      put(folder, 'g.csv', [head, 'Xã A,3,2', 'Xã A,2,2', 'Xã B,1,9']);
      const first = await imported(folder, 'g.csv --group citizens');
      const mended = await mend(folder, first.batch, 'csv', ['9', '1']);
      put(folder, 'g.csv', [head, 'Xã A,3,2', 'Xã A,2,2', 'Xã B,1,1']);
      const { batch } = await imported(folder, `${inList ? mended : 'g.csv'} --group citizens`);
      expect(await since(folder)).toEqual([batch]);
    },
  );
});

test('rows that were passed over for an import taken out since can be imported', async () => {
  const folder = newFolder();
  const rows = ['reply,Đơn vị,q1,q2', 'a,Xã A,3,3', 'b,Xã A,2,3'];
  put(folder, 'x.csv', [...rows, 'c,Xã B,9,3']);
  const first = await imported(folder, 'x.csv --group citizens');
  put(folder, 'x.csv', [...rows, 'c,Xã B,1,3']);
  await imported(folder, 'x.csv --group citizens');
  expect((await runLine(`returns undo ${first.batch} --why thu`, folder)).code).toBe(0);
  const again = await imported(folder, 'x.csv --group citizens');
  expect(again.counts).toMatchObject({ accepted: 2, skipped: 1 });
  expect(await stored(folder)).toBe(3);
  expect((await runLine('status', folder)).code).toBe(0);
});

describe('days written month first', () => {
  const columns = 'reply,Đơn vị,Thời gian,q1,q2';

  test('one of them proves the column: nothing is taken before it is said how days are written', async () => {
    const folder = newFolder();
    put(folder, 'x.csv', [columns, '1,Xã A,11/5/2026,3,3', '2,Xã A,11/13/2026,3,3']);
    const refused = await imported(folder, 'x.csv --group citizens');
    expect(refused.codes).toEqual(['returns/month-first']);
    expect(existsSync(join(folder, 'returns')) ? readdirSync(join(folder, 'returns')) : []).toEqual(
      [],
    );
    const said = await imported(folder, 'x.csv --group citizens --dates M/d/yyyy');
    expect(said.counts?.accepted).toBe(2);
  });

  test('in a column that is day first too the cell alone is wrong', async () => {
    const folder = newFolder();
    put(folder, 'x.csv', [columns, '1,Xã A,15/11/2026,3,3', '2,Xã A,11/13/2026,3,3']);
    const { counts, codes } = await imported(folder, 'x.csv --group citizens');
    expect(counts).toMatchObject({ accepted: 1, rejected: 1 });
    expect(codes).toEqual(['returns/date-unreadable']);
  });

  test('where nothing proves it, days outside the fieldwork are told; reading it again is not “nothing to do”', async () => {
    const folder = newFolder();
    put(folder, 'x.csv', [columns, '1,Xã A,11/5/2026,3,3', '2,Xã A,11/7/2026,3,3']);
    const { counts, codes } = await imported(folder, 'x.csv --group citizens');
    expect(counts?.accepted).toBe(2);
    expect(codes).toEqual(['returns/days-outside']);
    const again = await imported(folder, 'x.csv --group citizens --dates M/d/yyyy');
    expect(again.codes).toEqual(['returns/imported-otherwise']);
  });
});

test('a paper tally of a multiple choice that only says otherwise how many answered is not the same tally', () => {
  const entry: TallyEntry = {
    ...{ form: '01', group: 'citizens', unit: 'xa-a', place: null, part: null, question: 'm1' },
    ...{ counts: { 3: 5 }, answered: 8, missing: noneMissing, row: 2 },
  };
  expect(talliesPrint([entry])).toBe(talliesPrint([{ ...entry, row: 7 }]));
  expect(talliesPrint([entry])).not.toBe(talliesPrint([{ ...entry, answered: 10 }]));
});
