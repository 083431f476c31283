/** Figures, several choices, codes and void rules, from the plan through print, rehearsal and import to the report. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Block, layoutForm, tallyBlocks } from '../src/packets/layout.ts';
import { tallyEntryPage } from '../src/packets/tally-entry.ts';
import { packets } from '../src/packets.ts';
import { formsFingerprint } from '../src/plan/fingerprint.ts';
import { parsePlan } from '../src/plan/parse.ts';
import type { Form, Plan, Scale } from '../src/plan/plan.ts';
import { plainReturns } from '../src/plan/returns-rules.ts';
import { quotas } from '../src/quotas.ts';
import { exact } from '../src/stats/exact.ts';
import { question } from './packet-plan.ts';
import { pdfPages } from './pdf-pages.ts';
import { nowhere } from './plan-literals.ts';
import { runLine } from './run-line.ts';

const source = join(import.meta.dirname, 'files', 'question-kinds');
const work = mkdtempSync(join(tmpdir(), 'survey-kinds-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

function folderOf(name: string): string {
  const folder = join(work, name);
  cpSync(source, folder, { recursive: true });
  return folder;
}

function planOf(): Plan {
  const text = readFileSync(join(source, 'plan.yaml'), 'utf8');
  const parsed = parsePlan(text, 'plan.yaml', new Map());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.value.plan;
}

const plan = planOf();

describe('the plan', () => {
  test('kinds, ranges and limits; only one option on a scale is scored', () => {
    const found = plan.forms
      .flatMap((form) => form.questions)
      .map(({ id, kind, scale, atMost, scored }) => [id, kind, scale, atMost, scored]);
    expect(found.slice(0, 6)).toEqual([
      ['tuoi', 'number', null, null, false],
      ['q1', 'scale', 'hai-long', null, true],
      ['q2', 'scale', 'hai-long', null, true],
      ['kenh', 'multiple', 'kenh', 3, false],
      ['gio', 'number', null, null, false],
      ['gy', 'open', null, null, false],
    ]);
  });

  test('codes, void rules, reasons and times', () => {
    expect(plan.returns).toEqual({
      codes: {
        blank: [],
        'two-marks': ['99', 'HD'],
        'dont-know': ['98', 'KB'],
        'not-asked': ['97'],
      },
      acceptTwoMarks: false,
      void: [
        { when: 'blank', reason: null, over: { kind: 'percent', percent: exact(50) } },
        {
          when: 'two-marks',
          reason: 'Đánh sai quy định',
          over: { kind: 'questions', count: 1 },
        },
        { when: 'unanswered', reason: null, questions: ['q1'] },
      ],
      reasons: ['Không có dấu', 'Phiếu rách', 'Đánh sai quy định'],
    });
    expect(plan.fieldwork.times).toBe('day');
  });
});

describe('what stored answers mean', () => {
  const option = (code: string, label: string, points: number) => {
    return { code, label, points: exact(points, points === 1 ? 3 : 1), positive: points > 1 };
  };
  const scales: Scale[] = [{ id: 's', options: [option('2', 'Có', 100), option('1', 'Không', 1)] }];
  const asked = [
    question('q1', 'q1', { scale: 's' }),
    question('gy', 'gy', { kind: 'open', scale: null }),
  ];
  const form: Form = {
    id: '01',
    code: 'M1',
    title: 'T',
    request: null,
    howTo: null,
    questions: asked,
  };
  const said = (over: Partial<Plan> = {}) =>
    formsFingerprint({ scales, forms: [form], returns: plainReturns, ...over });

  test('a plan that uses none of it keeps the fingerprint of earlier imports', () => {
    expect(said()).toBe('8a02e43d0b6e4ab9b62f0bb65a644db13c1506be0d5e2e1ab7a1599923f28ea2');
    const reasons = { ...plainReturns, reasons: ['Phiếu rách'] };
    expect(said({ returns: reasons })).toBe(said());
  });

  test('codes, void rules, ranges and limits are part of it', () => {
    const kinds = (over: object): Partial<Plan> => {
      return { forms: [{ ...form, questions: [question('q1', 'q1', over)] }] };
    };
    const range = { from: exact(1), to: null, decimals: 0 };
    const all = [
      said(),
      said({ returns: { ...plainReturns, acceptTwoMarks: true } }),
      said({ returns: { ...plainReturns, codes: { ...plainReturns.codes, blank: ['-'] } } }),
      said({ returns: { ...plainReturns, void: [{ when: 'blank', over: null, reason: 'x' }] } }),
      said(kinds({ kind: 'multiple', scale: 's' })),
      said(kinds({ kind: 'multiple', scale: 's', atMost: 1 })),
      said(kinds({ kind: 'number', scale: null, range })),
      said(kinds({ kind: 'number', scale: null, range: { ...range, to: exact(2) } })),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('on paper', () => {
  const kindsOf = (blocks: readonly Block[]) => blocks.map(({ kind }) => kind);
  const formOf = (id: string) => plan.forms.find((form) => form.id === id) as Form;

  test('figures on a line, several choices by themselves', () => {
    const blocks = layoutForm(plan, formOf('01'), false);
    expect(kindsOf(blocks)).toEqual(['figure', 'table', 'choices', 'figure', 'open']);
    expect(blocks[0]).toMatchObject({ from: '16', to: '96' });
    expect(blocks[2]).toMatchObject({ most: 3, question: { no: 4, id: 'kenh' } });
    expect(kindsOf(tallyBlocks(blocks))).toEqual(['table', 'choices']);
  });

  test('on a grid several choices share the matrix, and a figure has a line for each unit', () => {
    const blocks = layoutForm(plan, formOf('02'), true);
    expect(kindsOf(blocks)).toEqual(['figure', 'matrix', 'figures']);
    const [, matrix] = blocks;
    const several = matrix?.kind === 'matrix' ? matrix.questions.map((one) => one.several) : [];
    expect(several).toEqual([false, true]);
    expect(kindsOf(tallyBlocks(blocks))).toEqual(['matrix']);
  });

  test('two questions on one scale, one option and several, share no table', () => {
    const forms = [
      {
        ...formOf('01'),
        questions: [question('a', 'a'), question('b', 'b', { kind: 'multiple' })],
      },
    ];
    expect(kindsOf(layoutForm(plan, forms[0] as Form, false))).toEqual(['choice', 'choices']);
  });

  test('the workbook for counts has a column for every reason that the plan can say', () => {
    const unscored = plan.forms.map((form) => {
      return { ...form, questions: form.questions.map((one) => ({ ...one, scored: false })) };
    });
    const own = { ...plan, forms: unscored };
    const made = packets(own, quotas(own, nowhere).quotas, nowhere);
    const packet = made.ok ? made.value.find(({ id }) => id === 'unit:an') : undefined;
    const page = packet === undefined ? null : tallyEntryPage(own, packet);
    const headings = page?.columns.map(({ heading }) => heading) ?? [];
    expect(headings).toEqual(
      expect.arrayContaining(['Bỏ trống', 'Đánh hai ô', 'Không biết', 'Không hỏi']),
    );
    const row = page?.rows.find(({ cells }) => cells.includes('kenh'));
    const asked = row?.cells.find((cell) => String(cell).startsWith('Đã nộp hồ sơ'));
    expect(asked).toMatch(/được chọn nhiều phương án.*không tính điểm/);
    expect(row?.shaded).toContain(headings.indexOf('Đánh hai ô'));
    expect(page?.title.at(-1)).toContain('không cần cộng đủ');
  });
});

test('the printed forms and tally sheets say how to answer and what to count', async () => {
  const folder = folderOf('printed');
  expect((await runLine('packet --unit an --unit delegates', folder)).code).toBe(0);
  const out = join(folder, 'out', 'packets');
  const text = (name: string): string => {
    const file = readdirSync(out).find((one) => one.startsWith(name)) ?? '';
    return pdfPages(readFileSync(join(out, file)))
      .map((page) => page.text)
      .join('');
  };
  const unit = text('xa-an-binh');
  expect(unit).toContain('Câu1.Tuổi(từ16đến96)');
  expect(unit).toContain('Câu4.Đãnộphồsơbằngnhữngcáchnào?(chọnnhiềunhất3phươngán)');
  expect(unit).toContain('Biếttinquađâu?(chọnmộthoặcnhiềuphươngán)');
  const tally = unit.slice(unit.indexOf('PHIẾUKIỂMĐẾM'));
  expect(tally).toContain('KhôngtrảlờiĐánhhaiôKhôngbiếtKhônghỏiCộng');
  expect(tally).toContain('KhôngtrảlờiKhôngbiếtKhônghỏiCótrảlời');
  const grid = text('dai-bieu');
  expect(grid).toContain('mỗicâuđánhdấuXvàomộtô(Câu3đượcchọnnhiềunhất3ô).');
  expect(grid).toContain('Câu4.Chờbaonhiêugiờ?(đến90)STTCơquan,đơnvịConsố');
});

describe('a rehearsal with every kind', () => {
  test('every file is taken without a rejection, and the report shows what is apart', async () => {
    const folder = folderOf('rehearsal');
    expect((await runLine('simulate --seed 5 --out thu', folder)).code).toBe(0);
    const files = readdirSync(join(folder, 'thu', 'incoming')).map(
      (file) => `thu/incoming/${file}`,
    );
    expect(files.length).toBe(4);
    const taken = await runLine(`import --plan thu --json ${files.join(' ')}`, folder);
    expect([taken.code, taken.stderr]).toEqual([0, expect.any(String)]);
    expect((await runLine('score --plan thu', folder)).code).toBe(0);
    expect((await runLine('report --plan thu', folder)).code).toBe(0);
    const page = (name: string) =>
      readFileSync(join(folder, 'thu', 'out', 'report', `${name}.csv`), 'utf8')
        .replace('\ufeff', '')
        .split(/\r?\n/);
    expect(page('choices')[0]).toMatch(/^unit,group,question,text,ratings,answered,n_1,/);
    expect(page('detail')[0]).toMatch(/,blank,(two_marks,)?(dont_know,)?(not_asked,)?mean,/);
    expect(page('void-forms')[0]).toBe('group,unit,reason,void,void_share,row_style');
    expect(page('method').join('\n')).toContain('để trống quá 50% số câu được hỏi về đơn vị');
  });
});

describe('what a clerk keys', () => {
  const heading = 'unit,group,q1,q2,tin,gio,sl,Không hợp lệ';

  async function stored(rows: readonly string[]): Promise<readonly string[]> {
    const folder = folderOf(`keyed-${rows.length}`);
    const own = readFileSync(join(folder, 'plan.yaml'), 'utf8').replace(
      'quota: { each: 30 } }\n  - { id: leaders',
      'quota: { each: 30 }, mode: qr, serial: optional }\n  - { id: leaders',
    );
    writeFileSync(join(folder, 'plan.yaml'), own);
    const lines = rows.map((row) => `an,visitors,${row}`);
    writeFileSync(join(folder, 'phieu.csv'), `${[heading, ...lines].join('\n')}\n`);
    const ran = await runLine('import phieu.csv --json', folder);
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    const dumped = await runLine('returns dump', folder);
    const [head = '', ...all] = dumped.stdout.replace('\ufeff', '').trim().split(/\r?\n/);
    const names = head.split(',');
    return all.map((line) => {
      const cells = line.split(',');
      const at = (name: string) => cells[names.indexOf(name)] ?? '?';
      return ['q1', 'q2', 'tin', 'gio', 'sl', 'void'].map(at).join('|');
    });
  }

  test('is kept as it was said, with the reason where the form does not count', async () => {
    const rows = [
      '5,Hài lòng,3 1,"1,5",2,',
      '5,99,"Qua bưu điện; Cổng dịch vụ công, trực tuyến",98,kb,',
      '5,4,97,97,97,',
      'HD,99,1,2,3,',
      ',4,1,2,3,',
      '5,,,,3,',
      ',,,,3,',
      '5,4,1,2,3,không  CÓ dấu',
    ];
    const kept = [
      '5|4|1 3|1.5|2|',
      '5|(two-marks)|2 3|(dont-know)|(dont-know)|',
      '5|4|(not-asked)|(not-asked)|(not-asked)|',
      '(two-marks)|(two-marks)|1|2|3|Đánh sai quy định',
      '|4|1|2|3|không trả lời câu q1',
      '5||||3|để trống quá 50% số câu',
      '||||3|để trắng',
      '5|4|1|2|3|Không có dấu',
    ];
    // A dump is sorted.
    expect(await stored(rows)).toEqual(expect.arrayContaining(kept));
  });
});
