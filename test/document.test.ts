/**
 * The official paper: Word and PDF say the same; the annexes are those of two real documents, figure by figure;
 * what the plan leaves open is blank. `files/vinh-linh-tasks.txt` is the task annex of the Vĩnh Linh plan,
 * transcribed apart from plan.yaml.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { documentPdf } from '../src/commands/document-pdf.ts';
import { documentGaps, officialDocument } from '../src/document.ts';
import { renderDocx } from '../src/formats/docx.ts';
import { printedDocument } from '../src/formats/printed.ts';
import { nodeIo } from '../src/io.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { Quotas } from '../src/quotas/quota.ts';
import { docxText, squeezed } from './docx-text.ts';
import { pdfPages } from './pdf-pages.ts';
import { emptyPlan } from './plan-literals.ts';
import { readSeed } from './read-seed.ts';
import { runLine } from './run-line.ts';

const noQuotas: Quotas = { groups: [], rows: [], total: 0 };

async function printed(plan: Plan, quotas: Quotas, rehearsal = false) {
  const paper = printedDocument(officialDocument(plan, quotas, rehearsal));
  const docx = await renderDocx(paper);
  const pdf = await documentPdf(paper, '/no/templates/of/its/own', nodeIo('vi'));
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.findings));
  return { paper, docx, word: await docxText(docx), pages: pdfPages(pdf.value) };
}

async function seedPaper(name: string) {
  const { plan, quotas } = await readSeed(name);
  return printed(plan, quotas);
}

type Made = Awaited<ReturnType<typeof printed>>;

/**
 * The PDF's text without what only pages have: the mark, page numbers (counted from 1 in each annex, none on its
 * first page), and headings repeated where a table goes on.
 */
function flow({ paper, word, pages }: Made): string {
  const mark = squeezed(paper.mark ?? '');
  const starts = paper.annexes.map(({ label, title }) => squeezed(label + title));
  let number = 0;
  const texts = pages.map(({ text }) => {
    expect(text.startsWith(mark)).toBe(true);
    const rest = text.slice(mark.length);
    number = starts.some((start) => rest.startsWith(start)) ? 1 : number + 1;
    if (number === 1) return rest;
    expect(rest.slice(0, String(number).length)).toBe(String(number));
    const bare = rest.slice(String(number).length);
    const repeated = word.headings.find((heading) => bare.startsWith(heading)) ?? '';
    return bare.slice(repeated.length);
  });
  return texts.join('');
}

/** Where they differ first, with a little of what is around it: the whole would fill the screen. */
function expectSameText(made: Made): void {
  const [pdf, word] = [flow(made), made.word.paragraphs.join('')];
  let at = 0;
  while (at < word.length && pdf[at] === word[at]) at += 1;
  expect(pdf.slice(Math.max(0, at - 30), at + 60)).toBe(word.slice(Math.max(0, at - 30), at + 60));
  expect(pdf.length).toBe(word.length);
}

describe.each([
  'soc-trang-2023',
  'vinh-linh-2024',
  'quang-tri-sipas-2024',
  'chairman-2024',
  'thanh-mien-2023',
])('%s', (name) => {
  test('Word and PDF say the same, from the first word to the last', async () => {
    expectSameText(await seedPaper(name));
  });

  test('nothing of the machine stands on the paper', async () => {
    const { word } = await seedPaper(name);
    expect(word.paragraphs.join(' ')).not.toMatch(/null|undefined|NaN|\[object/);
  });
});

describe('the annex of Sóc Trăng beside the original', () => {
  const original = readFileSync(join(import.meta.dirname, 'files/soc-trang-annex.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => /^([^,]+),(?:"([^"]+)"|([^",]+)),(\d+),(\d+)-0?(\d+)-(\d+)$/.exec(line) ?? [])
    .map(([, group, quoted, plain, sheets, year, month, day]) => {
      return { group, name: quoted ?? plain, sheets, send: `${day}/${month}/${year}` };
    });

  test('unit, sheets and date of every row, sums of the groups, total', async () => {
    const { word } = await seedPaper('soc-trang-2023');
    const table = word.tables.find(([head]) => head?.includes('Số phiếu')) ?? [];
    const units = table.filter(([no]) => /^\d+$/.test(no ?? '')).map(([, ...cells]) => cells);
    const whole = original.filter(({ group }) => group === 'provincial-delegates');
    const expected = original.filter((row) => !whole.includes(row));
    expect(units).toEqual(expected.map(({ name, sheets, send }) => [name, sheets, send]));
    const groups = table.filter(([no]) => /^[IVX]+$/.test(no ?? ''));
    expect(groups.map(([no, , sheets]) => `${no} ${sheets}`)).toEqual([
      'I 51',
      'II 307',
      'III 149',
      'IV 563',
      'V 225',
      'VI 790',
    ]);
    expect(groups.map(([, name]) => /Phiếu số (\S+)$/.exec(name ?? '')?.[1])).toEqual([
      '01/CCHC23-ĐBHĐND(CT)',
      '02/CCHC23-ĐBHĐND(CH)',
      '04/CCHC23-CCVC(ĐVSN)',
      '03/CCHC23-CCVC(SN)',
      '05/CCHC23-CCVC(CQTV)',
      '06/CCHC23-CBCC(H-X)',
    ]);
    expect(table.at(-1)?.slice(0, 3)).toEqual(['', 'TỔNG CỘNG', '2.085']);
  });

  test('the body: totals, forms, priority, dates, address, signature', async () => {
    const { word } = await seedPaper('soc-trang-2023');
    const text = word.paragraphs.join('\n');
    for (const fact of [
      'Số:/KH-SNV',
      'SócTrăng,ngàytháng9năm2023',
      'CăncứQuyếtđịnhsố2229/QĐ-UBNDngày08/9/2023',
      'Tổngsốphiếukhảosátlà2.085phiếu,gồm06nhóm',
      'Mỗingườichỉtrảlời01phiếu',
      '(1)ĐạibiểuHộiđồngnhândântỉnh;(2)ĐạibiểuHộiđồngnhândâncấphuyện;(3)',
      'https://sipas.soctrang.gov.vn/',
      'Thờigianbắtđầukhảosát:ngày21/9/2023.',
      'chậmnhấtngày06/10/2023.',
      '02người/phòng',
      'KT.GIÁMĐỐC',
      'HuỳnhVănNam',
      '-Lưu:VT.',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).toMatch(/\.\/\.$/m);
  });
});

test('the task annex of Vĩnh Linh beside the original, cell by cell', async () => {
  const original = readFileSync(join(import.meta.dirname, 'files/vinh-linh-tasks.txt'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('|'));
  const { word, paper } = await seedPaper('vinh-linh-2024');
  const table = word.tables.find(([head]) => head?.includes('Sản phẩm')) ?? [];
  // The original has “Các” after a comma; the paper writes what is no name small there.
  const mended = original.map((row) => row.map((cell) => cell.replace(/, Các /g, ', các ')));
  expect(table.slice(1, original.length + 1)).toEqual(mended);
  const annex = paper.annexes.find(({ title }) => title.includes('NHIỆM VỤ'));
  expect(annex?.orientation).toBe('landscape');
});

test('Quảng Trị: 18 places with 27 sheets each under their districts, 486 in all', async () => {
  const { word } = await seedPaper('quang-tri-sipas-2024');
  const table = word.tables.find(([head]) => head?.at(-1) === 'Số phiếu') ?? [];
  expect(table.filter(([no]) => /^\d+$/.test(no ?? '')).map((row) => row.at(-1))).toEqual(
    Array(18).fill('27'),
  );
  expect(table.filter(([no]) => /^[IVX]+$/.test(no ?? '')).map((row) => row.at(-1))).toEqual([
    '162',
    '162',
    '162',
  ]);
  expect(table[2]).toEqual(['1', 'Phường 2', 'Khu phố 1', '27']);
  expect(table.at(-1)?.at(-1)).toBe('486');
  expect(word.paragraphs.join('')).toContain('(3×3×2×27=486phiếu)');
});

describe('layout of Nghị định 30/2020', () => {
  test('A4, margins, Times New Roman 14, Vietnamese, repeated headings, whole rows', async () => {
    const { word } = await seedPaper('vinh-linh-2024');
    const body = word.parts.get('word/document.xml') ?? '';
    const pages = [...body.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, w, h]) => [w, h]);
    expect(pages).toEqual([
      ['11906', '16838'],
      ['11906', '16838'],
      ['16838', '11906'],
    ]);
    const margin = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(
      body,
    );
    const mm = (margin ?? []).slice(1).map((twips) => Math.round((Number(twips) / 1440) * 25.4));
    expect(mm).toEqual([20, 15, 20, 30]);
    const styles = word.parts.get('word/styles.xml') ?? '';
    expect(styles).toMatch(
      /<w:docDefaults>.*?Times New Roman.*?<w:sz w:val="28"\/>.*?w:val="vi-VN"/s,
    );
    const rows = body.match(/<w:tr>/g)?.length ?? 0;
    expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(rows);
    expect(word.headings).toHaveLength(2);
  });

  test('the page number stands above every page but the first of each part', async () => {
    const { word } = await seedPaper('vinh-linh-2024');
    const headers = [...word.parts].filter(([name]) => name.startsWith('word/header'));
    const numbered = headers.filter(([, xml]) => xml.includes('PAGE'));
    expect([headers.length, numbered.length]).toEqual([6, 3]);
    const body = word.parts.get('word/document.xml') ?? '';
    expect(body.match(/<w:titlePg\/>/g)).toHaveLength(3);
    expect(body.match(/<w:pgNumType w:start="1"\/>/g)).toHaveLength(3);
  });
});

describe('what the plan leaves open', () => {
  test('stays blank on the paper and is said once, with every key', async () => {
    const made = await printed(emptyPlan, noQuotas);
    const text = made.word.paragraphs.join('\n');
    expect(text).not.toMatch(/null|undefined/);
    expect(text).toContain('Căncứ………………');
    expect(text).toContain('ngàythángnăm20');
    expectSameText(made);
    const [found, ...more] = documentGaps(emptyPlan, { kind: 'file', file: 'plan.yaml' });
    expect(more).toEqual([]);
    expect(found?.args).toEqual({
      keys: ['issuer', 'number', 'place', 'date', 'basis', 'recipients', 'signer', 'fieldwork'],
    });
  });

  test("a draft's blank number and day are no gaps", async () => {
    const { plan } = await readSeed('soc-trang-2023');
    expect(documentGaps(plan, { kind: 'file', file: 'plan.yaml' })).toEqual([]);
  });
});

describe('hostile texts', () => {
  const word = 'Đ'.repeat(400);
  const tall = Array.from({ length: 300 }, (_, at) => `dòng ${at + 1}`).join('\n');
  const hostile: Plan = {
    ...emptyPlan,
    title: `=1+1 <b>&amp; #panic("x") $x$ \\ \u202e\u0000 ${word}`,
    document: {
      ...emptyPlan.document,
      issuer: '<w:p>#import "x"',
      purpose: ['=HYPERLINK("x")\n- @gạch đầu dòng <!-- ẩn -->'],
      sections: [{ title: ']]> & *đậm*', text: [tall] }],
      recipients: ['_x0041_; `r`'],
    },
    tasks: [
      {
        id: 't',
        no: null,
        phase: null,
        name: `=x ${word}`,
        lead: ['#let x = 1'],
        support: [],
        product: null,
        from: null,
        due: null,
        months: false,
        days: null,
        after: [],
        // Last in its row: the cells before it are not drawn between its pages.
        when: tall,
      },
    ],
  };

  test('are text in both, whole and the same', async () => {
    const made = await printed(hostile, noQuotas);
    const text = made.word.paragraphs.join('');
    expectSameText(made);
    expect(text).toContain('<W:P>#IMPORT"X"');
    expect(text).toContain('=HYPERLINK("x")');
    expect(text).toContain(word);
    expect(text.match(/dòng300/g)).toHaveLength(2);
    expect(text).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});

describe('a rehearsal', () => {
  const mark = 'SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT';

  test('says so on every sheet of both', async () => {
    const { plan, quotas } = await readSeed('soc-trang-2023');
    const made = await printed(plan, quotas, true);
    expect(made.paper.mark).toBe(mark);
    const headers = [...made.word.parts].filter(([name]) => name.startsWith('word/header'));
    for (const [, xml] of headers) expect(xml).toContain(mark);
    expectSameText(made);
  });
});

test('the same plan gives the same bytes', async () => {
  const { plan, quotas } = await readSeed('vinh-linh-2024');
  const paper = printedDocument(officialDocument(plan, quotas, false));
  const [first, second] = [await renderDocx(paper), await renderDocx(paper)];
  expect(Buffer.compare(first, second)).toBe(0);
  const { parts } = await docxText(first);
  const core = parts.get('docProps/core.xml') ?? '';
  expect(core.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual(Array(2).fill('2024-11-19T00:00:00Z'));
});

describe('survey plan document', () => {
  const work = mkdtempSync(join(tmpdir(), 'survey-document-'));
  afterAll(() => rmSync(work, { recursive: true, force: true }));

  test.each([
    ['', ['document.docx', 'document.pdf']],
    ['--format docx', ['document.docx']],
    ['--format pdf', ['document.pdf']],
    ['--dry-run', []],
  ])('writes what was asked for: %s', async (options, files) => {
    const folder = mkdtempSync(join(work, 'survey-'));
    cpSync(join(import.meta.dirname, '../plans/soc-trang-2023'), folder, { recursive: true });
    const ran = await runLine(`plan document ${options}`, folder);
    expect(ran.code, ran.stderr).toBe(0);
    const out = join(folder, 'out');
    expect(existsSync(out) ? readdirSync(out) : []).toEqual(files);
    expect(ran.stderr).toContain('survey packet');
  });

  test('refuses two folders instead of leaving one out', async () => {
    const twice = await runLine('plan document a -p b', work);
    expect(twice.code).toBe(2);
    expect(twice.stderr).toContain('thư mục được ghi hai lần, khác nhau: “a” và “b”');
    const same = await runLine('plan validate a -p a', work);
    expect(same.stderr).not.toContain('hai lần');
  });

  test('a template at fault is named with its line, and nothing is written', async () => {
    const folder = mkdtempSync(join(work, 'survey-'));
    cpSync(join(import.meta.dirname, 'bad/document/template'), folder, { recursive: true });
    const ran = await runLine('plan document', folder);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toMatch(/templates.document.document\.typ:3:2 .*document\/template/);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
