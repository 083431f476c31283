/** What a plan's own words become on the paper: its name in a sentence, recipients, signature, modes, days, figures. */
import { describe, expect, test } from 'vitest';
import { documentPdf } from '../src/commands/document-pdf.ts';
import { fieldworkSection } from '../src/document/fieldwork.ts';
import { paperName, recipientLines, signerOf } from '../src/document/head.ts';
import { quotaWords } from '../src/document/rule-words.ts';
import { figureCount, unitsWord } from '../src/document/words.ts';
import { officialDocument } from '../src/document.ts';
import { renderDocx } from '../src/formats/docx.ts';
import { printedDocument } from '../src/formats/printed.ts';
import { nodeIo } from '../src/io.ts';
import { bodiesLine } from '../src/page/bodies.ts';
import type { OfficialDocument } from '../src/page/document.ts';
import { attachedTo, openDay } from '../src/page/official.ts';
import type { Group, Plan, PlanDocument } from '../src/plan/plan.ts';
import { docxText, squeezed } from './docx-text.ts';
import { group, units } from './packet-plan.ts';
import { pdfPages } from './pdf-pages.ts';
import { emptyPlan, namedStage, stagesRule } from './plan-literals.ts';

const planWith = (document: Partial<PlanDocument>, more: Partial<Plan> = {}): Plan => ({
  ...emptyPlan,
  ...more,
  document: { ...emptyPlan.document, ...document },
});

const paperOf = (plan: Plan): OfficialDocument =>
  officialDocument(plan, { groups: [], rows: [], total: 0 }, false);

const textOf = (plan: Plan): string =>
  paperOf(plan)
    .body.map((block) => ('text' in block ? block.text : ''))
    .join('\n');

describe('the paper named in a sentence', () => {
  test.each([
    ['Điều tra xã hội học năm 2027', 'Kế hoạch điều tra xã hội học năm 2027'],
    ['Kế hoạch điều tra năm 2027', 'Kế hoạch điều tra năm 2027'],
    ['KẾ HOẠCH điều tra năm 2027.', 'Kế hoạch điều tra năm 2027'],
    ['Về việc điều tra năm 2027', 'Kế hoạch điều tra năm 2027'],
    ['Đông Hà: khảo sát năm 2027', 'Kế hoạch Đông Hà: khảo sát năm 2027'],
    ['Khảo sát\nsự hài lòng.', 'Kế hoạch khảo sát sự hài lòng'],
  ])('%j → %s', (abstract, name) => expect(paperName(planWith({ abstract }))).toBe(name));

  test('an abstract in capitals leaves the title, or nothing but the kind', () => {
    const abstract = 'KHẢO SÁT TẠI SÓC TRĂNG';
    expect(paperName(planWith({ abstract }, { title: 'Khảo sát tại Sóc Trăng' }))).toBe(
      'Kế hoạch khảo sát tại Sóc Trăng',
    );
    expect(paperName(planWith({ abstract }, { title: abstract }))).toBe('Kế hoạch');
  });

  test('an annex goes with the kind that is written, whatever letters its number has', () => {
    const day = openDay;
    const of = (document: Partial<PlanDocument>) =>
      attachedTo({ ...emptyPlan.document, ...document }, day, 'vi');
    expect(of({ number: '198-KH/BDVTU' })).toBe(
      '(Kèm theo Kế hoạch số 198-KH/BDVTU ngày … tháng … năm 20…)',
    );
    expect(of({ kind: 'PHƯƠNG ÁN', number: '/QĐ-X' })).toContain('Kèm theo Phương án số …/QĐ-X');
    const open = paperOf(planWith({})).annexes[0]?.attached;
    expect(open).toBe('(Kèm theo Kế hoạch số … ngày … tháng … năm 20…)');
  });
});

describe('head and foot', () => {
  test('a dash that was typed is not doubled; a basis begins large', () => {
    const recipients = ['- UBND tỉnh;', '– Sở Nội vụ', 'Lưu: VT.'];
    expect(recipientLines({ ...emptyPlan.document, recipients })).toEqual([
      '- UBND tỉnh;',
      '- Sở Nội vụ;',
      '- Lưu: VT.',
    ]);
    expect(textOf(planWith({ basis: ['thực hiện Kế hoạch số 1'] }))).toMatch(/^Thực hiện Kế hoạch/);
  });

  test('lines of the signature: by a line feed, or by a dash before KT.', () => {
    const titlesOf = (capacity: string) =>
      signerOf({ ...emptyPlan.document, signer: { capacity, title: 'Trưởng ban', name: '' } })
        .titles;
    expect(titlesOf('TM. BAN CHỈ ĐẠO\nKT. Trưởng ban')).toEqual([
      'TM. BAN CHỈ ĐẠO',
      'KT. TRƯỞNG BAN',
      'TRƯỞNG BAN',
    ]);
    expect(titlesOf('TM. UBND - KT. CHỦ TỊCH')).toEqual(['TM. UBND', 'KT. CHỦ TỊCH', 'TRƯỞNG BAN']);
    expect(titlesOf('Phó Bí thư kiêm')[0]).toBe('PHÓ BÍ THƯ kiêm');
  });

  test.each([
    ['a line each', 80, (at: number) => `UBND xã số ${at}`],
    ['two lines each', 80, (at: number) => `Ủy ban nhân dân, Ủy ban Mặt trận Tổ quốc xã số ${at}`],
    ['a page in one', 2, (at: number) => Array(90).fill(`dòng ${at}`).join('\n')],
  ])('no recipient is lost: %s', async (_, count, name) => {
    const recipients = [...Array.from({ length: count }, (_each, at) => name(at + 1)), 'Lưu: VT'];
    const signer = { capacity: '', title: 'CHỦ TỊCH', name: 'Nguyễn Văn Mẫu' };
    const paper = printedDocument(paperOf(planWith({ recipients, signer })));
    const pdf = await documentPdf(paper, '/no/templates/of/its/own', nodeIo('vi'));
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.findings));
    const pages = pdfPages(pdf.value).map(({ text }) => text);
    const flow = pages.join('');
    // A page number may stand inside an entry that goes on.
    const entries = flow.match(count === 2 ? /dòng2/g : /số(\d+)(?=;)/g) ?? [];
    expect(entries).toHaveLength(count === 2 ? 90 : count);
    expect(flow).toContain('Lưu:VT.');
    // The last paragraph stays with the signature.
    const signed = pages.find((text) => text.includes('NguyễnVănMẫu'));
    expect(signed).toContain('giảiquyết./.');
    const { word } = { word: await docxText(await renderDocx(paper)) };
    expect(word.paragraphs.join('')).toContain(squeezed('- Lưu: VT.'));
  });

  test('codes and addresses are not broken over lines, and there is a rule under the abstract', async () => {
    const codes = Array.from(
      { length: 40 },
      (_, at) => `số ${'a'.repeat(at % 7)}${at}/CCHC23-ĐBHĐND(CT)`,
    );
    const purpose = [`${codes.join(', ')}, https://sipas.soctrang.gov.vn/`];
    const paper = printedDocument(paperOf(planWith({ purpose })));
    const pdf = await documentPdf(paper, '/no/templates/of/its/own', nodeIo('vi'));
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.findings));
    expect(pdfPages(pdf.value)[0]?.text).toContain('https://sipas.soctrang.gov.vn/');
    const xml = (await docxText(await renderDocx(paper))).parts.get('word/document.xml') ?? '';
    expect(xml.match(/<w:pBdr><w:top/g)).toHaveLength(3);
    expect(xml.match(/<w:keepNext\/>/g)?.length ?? 0).toBeGreaterThan(0);
  });
});

describe('how and when', () => {
  const online: Group = { ...group('a', 'Công chức'), mode: 'online' };
  const paper: Group = { ...group('b', 'Người dân'), mode: 'paper' };
  const borrowed: Group = {
    ...group('c', 'Doanh nghiệp'),
    mode: 'online',
    quota: { rule: 'from', survey: 'DDCI 2027' },
  };
  const linesOf = (plan: Plan, clause: number): readonly string[] =>
    (fieldworkSection(plan, null).clauses[clause]?.lines ?? []).map((line) =>
      'text' in line ? line.text : '',
    );
  const fieldwork = { ...emptyPlan.fieldwork, modes: ['paper', 'online'] as const };

  test('the address belongs to the online form; a group that another survey asks is not listed', () => {
    const address = 'https://khaosat.vn/';
    const plan = planWith(
      {},
      { groups: [online, paper, borrowed], fieldwork: { ...fieldwork, address } },
    );
    expect(linesOf(plan, 0)).toEqual([
      'Khảo sát bằng các hình thức: phát và thu phiếu giấy; trả lời trực tuyến tại địa chỉ https://khaosat.vn/.',
      'Công chức: trả lời trực tuyến.',
      'Người dân: phát và thu phiếu giấy.',
    ]);
    const only = planWith({}, { groups: [paper, borrowed], fieldwork });
    expect(linesOf(only, 0)).toEqual(['Khảo sát bằng hình thức phát và thu phiếu giấy.']);
    expect(textOf(plan)).toContain('gồm 02 nhóm đối tượng');
    expect(textOf(plan)).toMatch(/Người dân\.\nDoanh nghiệp: sử dụng kết quả của DDCI 2027/);
  });

  test('windows and the last day stand in the order of their days', () => {
    const window = (name: string, from: string) => ({ name, from, to: from, daily: null });
    const plan = planWith(
      {},
      {
        fieldwork: {
          ...fieldwork,
          opens: '2027-11-21',
          closes: '2027-11-24',
          windows: [window('Nhận phiếu', '2027-11-27'), window('Phát phiếu', '2027-11-21')],
        },
      },
    );
    expect(linesOf(plan, 1).map((text) => text.split(':')[0])).toEqual([
      'Thời gian bắt đầu khảo sát',
      'Phát phiếu',
      'Thời gian trả lời phiếu khảo sát',
      'Nhận phiếu',
    ]);
  });
});

describe('words', () => {
  const plan = planWith(
    {},
    {
      levels: ['commune'],
      units: units(3, (n) => ['Xã A', 'UBND thị trấn B', 'Sở C'][n - 1] ?? ''),
      figures: {
        population: { name: 'Dân số', counts: 'people', value: null },
        households: { name: 'Hộ gia đình', counts: 'households', value: null },
        dossiers: { name: 'Số lượng hồ sơ', counts: null, value: null },
        total: { name: 'Tổng số hồ sơ', counts: null, value: null },
        cost: { name: 'Chi phí một phiếu', counts: 'amount', value: null },
      },
    },
  );

  test.each([
    ['population', 'dân số'],
    ['households', 'số hộ gia đình'],
    ['dossiers', 'số hồ sơ'],
    ['total', 'tổng số hồ sơ'],
    ['cost', 'chi phí một phiếu'],
  ])('the figure %s: %s', (figure, text) => expect(figureCount(plan, figure)).toBe(text));

  test('units are called what all of them are', () => {
    const [a = '', b = '', c = ''] = plan.units.map(({ id }) => id);
    expect(unitsWord(plan, [a, b])).toBe('xã, thị trấn');
    expect(unitsWord(plan, [a, b, c])).toBe('cơ quan, đơn vị');
    const standIn = { ...plan, units: units(2, (n) => `Xã, thị trấn số ${n}`) };
    expect(
      unitsWord(
        standIn,
        standIn.units.map(({ id }) => id),
      ),
    ).toBe('xã, thị trấn');
  });

  test('agencies in general begin small after a comma', () => {
    expect(bodiesLine(['Các phòng', 'Các xã', 'Cơ quan liên quan', 'UBND tỉnh'])).toBe(
      'Các phòng, các xã, cơ quan liên quan, UBND tỉnh',
    );
  });

  test('beside a pool the rule counts the other units; standings are in Vietnamese', () => {
    const ids = plan.units.map(({ id }) => id);
    const split = {
      total: 100,
      each: 0,
      by: 'equal',
      of: null,
      spread: null,
      cost: null,
      parameter: null,
      min: 0,
      max: null,
      cap: null,
    } as const;
    const pooled: Group = {
      ...group('p', 'Nhóm'),
      over: { kind: 'units', units: ids },
      quota: { rule: 'split', ...split },
      pools: [{ name: 'Cụm 1', units: ids.slice(0, 1), split }],
    };
    expect(quotaWords(plan, pooled, null)).toMatch(/^02 nơi không thuộc cụm: tổng số 100 phiếu/);
    const stage = { ...namedStage(0, 2), how: 'purposive', picks: { good: 1, weak: 1 } } as const;
    const staged = { ...group('s', 'Nhóm'), quota: stagesRule(5, stage) };
    expect(quotaWords(plan, staged, null)).toContain('(tốt: 01, yếu: 01)');
  });
});
