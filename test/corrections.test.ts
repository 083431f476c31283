/** Corrections: chained by their old values, held against the store, listed in the report, undone in order. */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { correctionsPage, withheldCorrections } from '../src/report/corrections.ts';
import type { Setting } from '../src/report/sheet.ts';
import type { CorrectionLine, Rating } from '../src/returns/batch.ts';
import { applyCorrections, corrections, lostCorrections } from '../src/returns/correct.ts';
import { trailEnd, trailStarts } from '../src/returns/correction-trail.ts';
import { isCorrections } from '../src/returns/corrections-file.ts';
import { restoreCorrections, storeCorrections } from '../src/returns/corrections-stored.ts';
import { listedCorrections } from '../src/returns/listed-corrections.ts';
import type { Tally } from '../src/tallies.ts';
import { plan as planOfReturns } from './returns-plan.ts';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-corrections-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const bad = join(import.meta.dirname, 'bad', 'returns', 'correction-old-differs', 'plan.yaml');
const head = 'serial,question,old,new,why\n';
const rows = 'serial,q1,q2\nT24-01001-00018,5,4\nT24-01001-00026,3,3\n';

let folders = 0;

/** A survey folder with these files. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = join(work, String(folders++));
  mkdirSync(folder);
  cpSync(bad, join(folder, 'plan.yaml'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function done(line: string, folder: string, code = 0): Promise<string> {
  const ran = await runLine(line, folder);
  expect(ran.code, ran.stderr + ran.stdout).toBe(code);
  return ran.stdout + ran.stderr;
}

/** One column of `returns dump`, by serial. */
async function dumped(folder: string, column: string, raw = false): Promise<readonly string[]> {
  const answer = await done(`returns dump --json${raw ? ' --raw' : ''}`, folder);
  const { columns, rows: all } = JSON.parse(answer) as { columns: string[]; rows: unknown[][] };
  return all.map((cells) => String(cells[columns.indexOf(column)] ?? ''));
}

function batchesOf(folder: string): readonly string[] {
  return readdirSync(join(folder, 'returns')).filter((name) => name !== 'undone');
}

describe('a walk over steps', () => {
  const value = fc.constantFrom('1', '2', '3', '4', null);
  const walk = fc.array(value, { minLength: 2, maxLength: 9 });

  test('ends where it ends, in whatever order its steps are found', () => {
    fc.assert(
      fc.property(walk, fc.infiniteStream(fc.nat()), (values, chance) => {
        const steps = values.slice(1).map((next, at) => ({ old: values[at] ?? null, next }));
        const mixed = steps
          .map((step) => ({ step, key: chance.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ step }) => step);
        expect(trailEnd(mixed, values[0] ?? null)).toEqual({ value: values.at(-1) ?? null });
      }),
    );
  });

  test('takes one step that two imports hold once, unless the walk needs it twice', () => {
    const same = { old: '3', next: '4' };
    expect(trailEnd([same, { ...same }], '3')).toEqual({ value: '4' });
    expect(trailEnd([same, { old: '4', next: '3' }, { ...same }], '3')).toEqual({ value: '4' });
  });

  test.each([
    [
      'forks',
      [
        { old: '5', next: '4' },
        { old: '5', next: '3' },
      ],
      '5',
    ],
    ['does not begin at the value', [{ old: '5', next: '4' }], '3'],
    [
      'has a gap',
      [
        { old: '5', next: '4' },
        { old: '3', next: '2' },
      ],
      '5',
    ],
    [
      'leaves a circle aside',
      [
        { old: '5', next: '4' },
        { old: '3', next: '2' },
        { old: '2', next: '3' },
      ],
      '5',
    ],
  ])('is none when it %s', (_why, steps, start) => {
    expect(trailEnd(steps, start)).toBeUndefined();
  });

  test('may begin wherever it can be taken whole', () => {
    expect(
      trailStarts([
        { old: '5', next: '4' },
        { old: '4', next: null },
      ]),
    ).toEqual(['5']);
    expect(
      trailStarts([
        { old: '5', next: '4' },
        { old: '5', next: '3' },
      ]),
    ).toEqual([]);
  });
});

const line: CorrectionLine = {
  ...{ serial: 'S1', reply: null, unit: 'an', question: 'q1', old: '5', next: '4' },
  ...{ why: 'gõ nhầm', by: null, row: 2 },
};

const rating: Rating = {
  ...{ serial: 'S1', form: '01', group: 'g', unit: 'an', from: { unit: 'an', place: null } },
  ...{ questions: ['q1', 'q2'], answers: ['5', null], voidReason: null },
  ...{ reply: null, at: null, collector: null, keyedBy: null, row: 2 },
};

function corrected(lines: readonly CorrectionLine[], of: Rating = rating) {
  const all = corrections([{ record: { id: 'dc' }, corrections: lines }]);
  if (!all.ok) throw new Error('not ok');
  return {
    rating: applyCorrections(all.value, of, 'phieu', null),
    lost: lostCorrections(all.value),
  };
}

describe('applying', () => {
  test('changes the answer, and leaves a rating that nothing is said about as it is', () => {
    expect(corrected([line]).rating.answers).toEqual(['4', null]);
    const other = { ...rating, serial: 'S2' };
    expect(corrected([line], other).rating).toBe(other);
    expect(corrected([line], { ...rating, unit: 'hoa' }).rating.answers).toEqual(['5', null]);
  });

  test('answers a question that had no column, takes a row out, and brings it back', () => {
    const added = corrected([{ ...line, question: 'q9', old: null, next: '2' }]).rating;
    expect([added.questions, added.answers]).toEqual([
      ['q1', 'q2', 'q9'],
      ['5', null, '2'],
    ]);
    const out: CorrectionLine = { ...line, question: null, old: null, next: 'phiếu photo' };
    expect(corrected([out]).rating.voidReason).toBe('phiếu photo');
    const back = { ...out, old: 'phiếu photo', next: null };
    expect(corrected([back, out]).rating.voidReason).toBeNull();
  });

  test('says which corrections have lost their row or the value they start from', () => {
    expect(corrected([line]).lost).toEqual([]);
    expect(corrected([line], { ...rating, serial: 'S2' }).lost.map(({ code }) => code)).toEqual([
      'returns/correction-without-row',
    ]);
    const changed = corrected([{ ...line, old: '1' }]);
    expect(changed.rating.answers).toEqual(['5', null]);
    expect(changed.lost.map(({ code }) => code)).toEqual(['returns/correction-without-old']);
  });

  test('a reply without serial is found by its import and row', () => {
    const reply = { ...line, serial: null, reply: { batch: 'phieu', row: 2 } };
    expect(corrected([reply], { ...rating, serial: null }).rating.answers[0]).toBe('4');
    expect(corrected([reply], { ...rating, serial: null, row: 3 }).rating.answers[0]).toBe('5');
  });
});

test('what is stored is read back', () => {
  const lines = [
    line,
    { ...line, serial: null, reply: { batch: 'b', row: 7 }, question: null, old: null },
  ];
  const { columns, rows: stored } = storeCorrections(lines);
  const cells = stored.map((row) => row.map((cell) => String(cell ?? '')));
  const table = {
    file: '',
    sheet: null,
    columns,
    rows: cells.map((one, at) => ({ row: at + 2, cells: one, faults: [] })),
  };
  expect(restoreCorrections(table)).toEqual(lines);
});

test('a corrections file is known by its headings, in either language', () => {
  const known = (columns: readonly string[]): boolean => isCorrections({ columns });
  expect(known(['Số phiếu', 'Câu hỏi', 'Giá trị cũ', 'Giá trị mới', 'Lý do'])).toBe(true);
  expect(known(['serial', 'question', 'old', 'new', 'why', 'by'])).toBe(true);
  expect(known(['STT', 'Số phiếu', 'Đơn vị', 'Câu hỏi', 'Giá trị cũ', 'Đúng là', 'Lý do'])).toBe(
    true,
  );
  expect(known(['serial', 'unit', 'question', 'count'])).toBe(false);
  expect(known(['serial', 'q1', 'q2'])).toBe(false);
});

describe('survey returns correct', () => {
  test('corrects dump and scores, leaves what was imported untouched, and says where refused lines are', async () => {
    const folder = folderWith({
      'phieu.csv': rows,
      'dc.csv': `${head}T24-01001-00018,q1,Rất hài lòng,Hài lòng,gõ nhầm\nT24-01001-00026,q2,4,5,gõ nhầm\n`,
    });
    await done('import phieu.csv', folder);
    const [batch = ''] = batchesOf(folder);
    const answers = join(folder, 'returns', batch, 'answers-01.csv');
    const before = readFileSync(answers, 'utf8');
    const said = await done('returns correct dc.csv', folder, 4);
    expect(said).toContain('nhận 1, loại 1');
    expect(said).toContain('kho đang giữ “3”');
    expect(await dumped(folder, 'q1')).toEqual(['4', '3']);
    expect(await dumped(folder, 'q1', true)).toEqual(['5', '3']);
    expect(readFileSync(answers, 'utf8')).toBe(before);
    const [stored = ''] = batchesOf(folder).filter((name) => name.startsWith('dc-'));
    const files = readdirSync(join(folder, 'returns', stored));
    expect(files).toEqual([
      'batch.json',
      'corrections.csv',
      'rejected.csv',
      'rejected.xlsx',
      'source.csv',
    ]);
    expect(await done('returns list', folder)).toContain('đính chính');
  });

  test('is what survey import does with such a file; twice changes nothing', async () => {
    const folder = folderWith({
      'phieu.csv': rows,
      'dc.csv': `${head}T24-01001-00018,q1,5,4,gõ nhầm\n`,
    });
    await done('import phieu.csv', folder);
    await done('import dc.csv', folder);
    expect(await done('import dc.csv', folder, 1)).toContain('đã được nhập rồi');
    // The same lines in another file are held already; what is not yet decided waits.
    const more = `${head}T24-01001-00018,q1,5,4,gõ nhầm\nT24-01001-00026,q1,3,,\nT24-01001-00026,q2,3,3,\n`;
    writeFileSync(join(folder, 'dc2.csv'), more);
    expect(await done('returns correct dc2.csv', folder)).toContain('Bỏ qua 3 dòng');
    expect(batchesOf(folder)).toHaveLength(2);
  });

  test('an old value written again with a reason is kept as a confirmation, once', async () => {
    const confirmed = 'T24-01001-00018,q1,5,5,lần một đúng';
    const folder = folderWith({
      'phieu.csv': rows,
      'dc.csv': `${head}${confirmed}\n`,
      'lai.csv': `${head}${confirmed}\nT24-01001-00018,q1,5,5,\n`,
      'hai-y.csv': `${head}${confirmed} thật\nT24-01001-00018,q1,5,4,gõ nhầm\n`,
      'sau.csv': `${head}T24-01001-00018,q1,5,4,gõ nhầm\n`,
    });
    await done('import phieu.csv', folder);
    // One file that says both that the value is right and that it is not.
    const torn = await done('returns correct hai-y.csv', folder, 1);
    expect(torn).toContain('returns/correction-twice');
    const before = await done('returns dump', folder);
    expect(await done('returns correct dc.csv', folder)).toContain('nhận 1');
    expect(await done('returns dump', folder)).toBe(before);
    expect(await done('returns correct lai.csv', folder)).toContain('Bỏ qua 2 dòng');
    // Somebody else may find later that it was wrong after all.
    expect(await done('returns correct sau.csv', folder)).toContain('nhận 1');
    expect(await done('returns dump', folder)).not.toBe(before);
  });

  test('a dry run writes nothing', async () => {
    const folder = folderWith({
      'phieu.csv': rows,
      'dc.csv': `${head}T24-01001-00018,q1,5,4,gõ nhầm\n`,
    });
    await done('import phieu.csv', folder);
    await done('returns correct dc.csv --dry-run', folder);
    expect(batchesOf(folder)).toHaveLength(1);
  });

  test('lines follow each other by their old values, not by their order', async () => {
    const folder = folderWith({
      'phieu.csv': rows,
      'dc.csv': `${head}T24-01001-00018,q1,4,3,lần hai\nT24-01001-00018,q1,5,4,lần một\n`,
    });
    await done('import phieu.csv', folder);
    await done('returns correct dc.csv', folder);
    expect((await dumped(folder, 'q1'))[0]).toBe('3');
  });

  test('a grid sheet: one unit, a question asked once a sheet, and the sheet as a whole', async () => {
    const grid = 'serial,unit,nhom,q1,q3\nT24-02005-00015,an,C,5,K\nT24-02005-00015,hoa,,4,K\n';
    const folder = folderWith({
      'luoi.csv': grid,
      'dc.csv':
        'serial,unit,question,old,new,why\nT24-02005-00015,Xã Hòa Bình,q1,4,2,nhầm\nT24-02005-00015,,nhom,C,K,nhầm\nT24-02005-00015,,void,valid,phiếu photo,nhầm\n',
    });
    await done('import luoi.csv', folder);
    await done('returns correct dc.csv', folder);
    expect(await dumped(folder, 'q1')).toEqual(['5', '2']);
    expect(await dumped(folder, 'nhom')).toEqual(['K', '']);
    expect(await dumped(folder, 'void')).toEqual(['phiếu photo', 'phiếu photo']);
    const answer = JSON.parse(await done('returns list --json', folder)) as {
      imports: { kind: string; counts: { accepted: number } }[];
    };
    expect(answer.imports.find(({ kind }) => kind === 'corrections')?.counts.accepted).toBe(3);
  });

  test('imports that corrections stand on are undone after them', async () => {
    const folder = folderWith({
      'phieu.csv': rows,
      'a.csv': `${head}T24-01001-00018,q1,5,4,nhầm\n`,
      'b.csv': `${head}T24-01001-00018,q1,4,3,nhầm\n`,
    });
    for (const file of ['phieu.csv', 'a.csv', 'b.csv']) await done(`import ${file}`, folder);
    const [a = '', b = '', phieu = ''] = batchesOf(folder);
    expect(await done(`returns undo ${phieu} --why x`, folder, 1)).toContain(`${a}, ${b}`);
    expect(await done(`returns undo ${a} --why x`, folder, 1)).toContain(b);
    await done(`returns undo ${b} --why x`, folder);
    expect((await dumped(folder, 'q1'))[0]).toBe('4');
    await done(`returns undo ${a} --why x`, folder);
    expect((await dumped(folder, 'q1'))[0]).toBe('5');
    await done(`returns undo ${phieu} --why x`, folder);
  });

  test('a corrections file that was edited in the store is noticed', async () => {
    const folder = folderWith({
      'phieu.csv': rows,
      'dc.csv': `${head}T24-01001-00018,q1,5,4,nhầm\n`,
    });
    await done('import phieu.csv', folder);
    await done('import dc.csv', folder);
    const [dc = ''] = batchesOf(folder);
    const file = join(folder, 'returns', dc, 'corrections.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(',4,', ',1,'));
    expect(await done('status', folder, 1)).toContain('returns/broken-batch');
  });
});

test('the report lists each line once, with labels, by import and row', () => {
  const stored = [
    { ...line, row: 3, batch: 'b' },
    { ...line, unit: 'hoa', row: 3, batch: 'b' },
    { ...line, question: null, old: null, next: 'phiếu photo', by: 'Lan', batch: 'a' },
  ];
  const listed = listedCorrections(
    stored,
    new Map([
      ['a', '2026-11-20T18:00:00Z'],
      ['b', '2026-11-21T01:00:00Z'],
    ]),
  );
  expect(listed.map(({ batch, row, units }) => [batch, row, units])).toEqual([
    ['a', 2, ['an']],
    ['b', 3, ['an', 'hoa']],
  ]);
  const setting = {
    plan: planOfReturns,
    lang: 'vi',
    words: { simulated: '' },
    simulated: false,
  } as unknown as Setting;
  expect(correctionsPage(setting, { corrections: [] })).toBeNull();
  const page = correctionsPage(setting, { corrections: listed });
  expect(page?.rows.map(({ cells }) => cells)).toEqual([
    [
      'S1',
      'Xã An Bình',
      'Hiệu lực phiếu',
      'hợp lệ',
      'không hợp lệ: phiếu photo',
      'gõ nhầm',
      'Lan',
      '2026-11-21',
      'a',
    ],
    [
      'S1',
      'Xã An Bình; Xã Hòa Bình',
      'q1',
      '5 – Rất hài lòng',
      '4 – Hài lòng',
      'gõ nhầm',
      null,
      '2026-11-21',
      'b',
    ],
  ]);
  const same = listedCorrections([{ ...line, next: line.old, batch: 'a' }]);
  const [confirmed] = correctionsPage(setting, { corrections: same })?.rows ?? [];
  expect(confirmed?.cells.slice(3, 5)).toEqual(['5 – Rất hài lòng', '(đã xác nhận, không đổi)']);
});

test('the report withholds values that tell what one person answered', () => {
  const setting = {
    plan: planOfReturns,
    index: { hideBelow: 5 },
    lang: 'vi',
    words: { simulated: '' },
    simulated: false,
  } as unknown as Setting;
  const cell = (unit: string, question: string, answered: number) =>
    ({ unit, question, group: 'g', counts: { 5: answered }, answered: null }) as unknown as Tally;
  const cells = [cell('an', 'q1', 4), cell('hoa', 'q1', 5), cell('hoa', 'q2', 9)];
  const listed = listedCorrections([
    { ...line, batch: 'a', row: 1 },
    { ...line, unit: 'hoa', batch: 'a', row: 2 },
    { ...line, unit: 'hoa', question: 'q2', batch: 'a', row: 3 },
    { ...line, question: null, old: null, next: 'phiếu photo', batch: 'a', row: 4 },
    { ...line, unit: 'hoa', question: 'gioi', batch: 'a', row: 5 },
  ]);
  const hidden = [{ unit: 'hoa', group: 'g', question: 'q2' }];
  const shown = withheldCorrections(setting, { cells }, hidden, listed);
  const values = shown.map(({ old, next, withheld }) => [old, next, withheld === true]);
  expect(values).toEqual([
    [null, null, true],
    ['5', '4', false],
    [null, null, true],
    [null, 'phiếu photo', false],
    [null, null, true],
  ]);
  const page = correctionsPage(setting, { corrections: shown });
  expect(page?.rows[0]?.cells.slice(3, 5)).toEqual(['(không nêu)', '(không nêu)']);
  expect(page?.notes).toHaveLength(2);
});
