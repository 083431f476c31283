import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type PacketOptions, packetCommand } from '../src/commands/packet.ts';
import { packetPrinter } from '../src/commands/packet-print.ts';
import { type Press, readPress } from '../src/commands/press.ts';
import type { TypstEngine } from '../src/formats/typst.ts';
import { nodeIo } from '../src/io.ts';
import { packets } from '../src/packets.ts';
import type { Plan } from '../src/plan/plan.ts';
import type { QuotaRow } from '../src/quotas/quota.ts';
import { exact } from '../src/stats/exact.ts';
import { type MemoryIo, memoryIo } from './memory-io.ts';
import { group, nowhere, plan, question, quotasOf, row, units } from './packet-plan.ts';
import { type PdfPage, pdfFonts, pdfPages } from './pdf-pages.ts';
import { readQr } from './read-qr.ts';

const root = join(import.meta.dirname, '..');
const names = ['Sở Nội vụ', 'Sở Kế hoạch và Đầu tư'];
const two = units(2, (n) => names[n - 1] ?? '');
const survey = plan({
  units: two,
  groups: [
    group('delegates', 'Đại biểu Hội đồng nhân dân tỉnh', {
      form: '01',
      about: { kind: 'units', units: ['u1', 'u2'] },
    }),
    group('staff', 'Công chức, viên chức', {
      over: { kind: 'units', units: ['u1', 'u2'] },
      spare: { sheets: 1, percent: exact(0) },
    }),
  ],
});
const rows = [
  row('delegates', { kind: 'group' }, 2, { name: 'Đại biểu Hội đồng nhân dân tỉnh' }),
  row('staff', { kind: 'unit', unit: 'u1' }, 3, { name: 'Sở Nội vụ' }),
  row('staff', { kind: 'unit', unit: 'u2' }, 2, { name: 'Sở Kế hoạch và Đầu tư' }),
];

// Both builds of the typesetter are part of the product: the second prints where the first does not load.
describe.each<TypstEngine>(['native', 'wasm'])('printed by the %s build', (engine) => {
  let press: Press;
  beforeAll(async () => {
    press = await readPress('/no/templates/of/its/own', nodeIo('vi'), engine);
  });

  function print(of: Plan, quota: readonly QuotaRow[]): readonly (readonly PdfPage[])[] {
    return printBytes(of, quota).map(pdfPages);
  }

  function printBytes(of: Plan, quota: readonly QuotaRow[]): readonly Uint8Array[] {
    const made = packets(of, quotasOf(quota), nowhere);
    const printer = packetPrinter(of, press.typesetter);
    return (made.ok ? made.value : []).map((packet) => {
      const pdf = printer.packet(packet);
      if (!pdf.ok) throw new Error(JSON.stringify(pdf.problems));
      return pdf.value;
    });
  }

  test('every page of every sheet carries its serial, its QR code, its form, its unit, page n/m', () => {
    const made = packets(survey, quotasOf(rows), nowhere);
    const sheets = (made.ok ? made.value : []).map(({ parts }) =>
      parts.flatMap((part) => part.sheets),
    );
    for (const [at, pages] of print(survey, rows).entries()) {
      const stamped = pages.filter(({ qr }) => qr !== null);
      const expected = sheets[at] ?? [];
      const perSheet = stamped.length / expected.length;
      expect(Number.isInteger(perSheet)).toBe(true);
      for (const [index, page] of stamped.entries()) {
        const sheet = expected[Math.floor(index / perSheet)];
        const serial = sheet?.serial ?? '';
        expect(page.qr === null ? null : readQr(page.qr)).toBe(serial);
        expect(page.text).toContain(serial);
        expect(page.text).toContain(`Trang${(index % perSheet) + 1}/${perSheet}`);
        const form = survey.forms.find(({ id }) => id === sheet?.form);
        expect(page.text).toContain(`Phiếusố${form?.code}`);
        expect(page.text).toContain(
          sheet?.group === 'staff' ? packed(names[at] ?? '') : '2cơquan,đơnvị',
        );
        expect(page.text.includes('PHIẾUDỰPHÒNG')).toBe(sheet?.kind === 'spare');
      }
    }
  });

  test('every question and option of the form is on each sheet; the tally sheet has the closed ones', () => {
    const [first = [], , grid = []] = print(survey, rows);
    const sheet = first.filter(({ qr, text }) => qr !== null && text.includes('ST23-02001-0001'));
    for (const { text } of survey.forms[1]?.questions ?? []) {
      expect(textOf(sheet)).toContain(packed(text));
    }
    for (const { label } of survey.scales.flatMap(({ options }) => options)) {
      expect(textOf(sheet)).toContain(packed(label));
    }
    const gridSheet = grid.filter(
      ({ qr, text }) => qr !== null && text.includes('ST23-01003-0001'),
    );
    for (const { text } of survey.forms[0]?.questions ?? []) {
      expect(textOf(gridSheet)).toContain(packed(text));
    }
    for (const name of names) expect(textOf(gridSheet)).toContain(packed(name));
    const tally = textOf(first.filter(({ text }) => text.includes('Phiếukiểmđếm–trang')));
    const closed = survey.forms[1]?.questions.filter(({ kind }) => kind === 'scale') ?? [];
    expect(closed.length).toBe(11);
    for (const { id, text } of closed) expect(tally).toContain(`${id}${numbered(text, closed)}`);
  });

  test('cover and hand-over list name the unit, the ranges of serials and the dates', () => {
    const [pages = []] = print(survey, rows);
    const cover = pages[0]?.text ?? '';
    expect(cover).toContain('Kínhgửi:SởNộivụ');
    expect(cover).toContain(`${serialsOf(0)[0]}–${serialsOf(0)[2]}`);
    expect(cover).toContain('05/09/2023');
    expect(cover).toContain('chậmnhấtngày06/10/2023');
    const handover = textOf(pages.filter(({ text }) => text.includes('Bảngkêgiaonhận–trang')));
    for (const serial of serialsOf(0)) expect(handover).toContain(serial);
    expect(handover).toContain(`${serialsOf(0)[3]}(DP)`);
  });

  test('an address can be copied: nothing invisible in it, on one line, nothing after it', () => {
    const address = 'https://khao-sat.soctrang.gov.vn/phieu/cai-cach-hanh-chinh-2023';
    const online = plan({ ...survey, fieldwork: { ...survey.fieldwork, address } });
    const [bytes = new Uint8Array()] = printBytes(online, rows);
    expect(pdfPages(bytes)[0]?.text).toContain(`Trảlờitrựctuyếntại:${address}Khinhận`);
    expect(textOf(pdfPages(bytes))).not.toContain('\u200b');
  });

  test('fonts are embedded, text is text, the same input gives the same bytes', () => {
    const [first = new Uint8Array()] = printBytes(survey, rows);
    const fonts = pdfFonts(first);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ name, embedded }) => !embedded || !/\+Tinos-/.test(name))).toEqual([]);
    expect(textOf(pdfPages(first))).not.toContain('\ufffd');
    const [again] = printBytes(survey, rows);
    expect(Buffer.compare(first, again ?? new Uint8Array())).toBe(0);
    expect(Buffer.from(first).toString('latin1')).not.toMatch(/CreationDate|ModDate/);
  });

  test('hostile names are printed as they stand', () => {
    const hostile = [
      '#panic("x") *đậm* $x^2$ @y <z> \\ // `c`',
      '#image("/etc/passwd") [a](b) ~ -- … ]})',
      '\u202eđảo\u0007 = + - @',
      'Đ'.repeat(300),
      'Tên rất dài '.repeat(40),
    ];
    const many = units(hostile.length, (n) => hostile[n - 1] ?? '');
    const nasty = plan({
      units: many,
      title: hostile.join(' '),
      groups: [
        group('g', hostile[0] ?? '', {
          form: '01',
          about: { kind: 'units', units: many.map(({ id }) => id) },
        }),
        group('h', hostile[1] ?? '', { over: { kind: 'units', units: many.map(({ id }) => id) } }),
      ],
    });
    const quota = [
      row('g', { kind: 'group' }, 1, { name: hostile[0] ?? '' }),
      ...many.map(({ id, name }) => row('h', { kind: 'unit', unit: id }, 1, { name })),
    ];
    const printed = print(nasty, quota);
    for (const [at, name] of hostile.slice(0, 2).entries()) {
      expect(printed[at]?.find(({ qr }) => qr !== null)?.text).toContain(packed(name));
      expect(textOf(printed.at(-1)?.filter(({ qr }) => qr !== null) ?? [])).toContain(packed(name));
    }
    expect(textOf(printed.flat())).toContain('đảo=+-@');
    for (const sign of ['\u0007', '\u202e']) expect(textOf(printed.flat())).not.toContain(sign);
  });

  test('40 units × 10 questions: the head is repeated, every unit has a row for every question', () => {
    const forty = units(40, (n) => `Cơ quan thứ ${String(n).padStart(2, '0')}`);
    const about = { kind: 'units', units: forty.map(({ id }) => id) } as const;
    const wide = plan({ units: forty, groups: [group('g', 'Đại biểu', { form: '01', about })] });
    const [pages = []] = print(wide, [row('g', { kind: 'group' }, 1)]);
    const sheet = pages.filter(({ qr }) => qr !== null);
    expect(sheet.every(({ width, height }) => width > height)).toBe(true);
    const ratings = wide.forms[0]?.questions.filter(({ per }) => per === 'rating') ?? [];
    expect(ratings.length).toBe(10);
    const text = textOf(sheet);
    const tables = new Set<string>();
    for (const page of sheet.filter((one) => one.text.includes('Cơquanthứ'))) {
      expect(page.text).toContain('5=Rấthàilòng;4=Hàilòng');
      for (const { text: words } of ratings)
        if (page.text.includes(packed(words))) tables.add(words);
    }
    expect(tables.size).toBe(10);
    // 10 questions in tables of equal width: each lists every unit once, each row has the five codes for each question.
    const perTable = (text.match(/Cơquanthứ40/g) ?? []).length;
    for (const { name } of forty) expect(text.split(packed(name)).length - 1).toBe(perTable);
    const boxes = '54321'.repeat(10 / perTable);
    expect(text.split(`Cơquanthứ07${boxes}`).length - 1).toBe(perTable);
  });

  test('a template that cannot be set is a problem at its line', () => {
    const source = readFileSync(join(root, 'templates/packet/cover.typ'), 'utf8');
    press.typesetter.put('cover.typ', source.replace('official-head(data.survey)', 'nothing-here'));
    const printer = packetPrinter(survey, press.typesetter);
    const made = packets(survey, quotasOf(rows), nowhere);
    const [packet] = made.ok ? made.value : [];
    const pdf = packet === undefined ? null : printer.packet(packet);
    press.typesetter.put('cover.typ', source);
    const line = source.slice(0, source.indexOf('official-head(data.survey)')).split('\n').length;
    expect(pdf).toMatchObject({ ok: false, problems: [{ file: 'cover.typ', line, column: 3 }] });
  });

  test('a packet of 40 sheets stays below 5 KB a page, 8 KB with structure tags', () => {
    const [pdf = new Uint8Array()] = printBytes(survey, [
      row('staff', { kind: 'unit', unit: 'u1' }, 40, { name: 'Sở Nội vụ' }),
    ]);
    expect(pdf.length / pdfPages(pdf).length).toBeLessThan(engine === 'native' ? 5000 : 8000);
  });
});

const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;

// Compares pixels, which needs poppler's pdftoppm; skipped where it is not installed.
test.skipIf(!hasPoppler)('no box cuts off the marks above letters, or the dots below', async () => {
  const tall = plan({
    ...survey,
    units: units(2, () => 'Sở Ế Ổ Ẫ Ậ Ợ'),
    forms: survey.forms.map((form) => ({ ...form, code: 'Ế Ổ Ẫ Ậ Ợ/KS25' })),
  });
  const [cut, whole] = [true, false].map((isClipped) => rasterOf(tall, isClipped));
  expect((await cut)?.equals((await whole) ?? Buffer.of())).toBe(true);
});

/** All pages of a packet and of a grid as pixels, with or without the clipping of the templates. */
async function rasterOf(of: Plan, isClipped: boolean): Promise<Buffer> {
  const press = await readPress('/no/templates/of/its/own', nodeIo('vi'));
  for (const name of isClipped ? [] : ['style.typ', 'part.typ', 'tally.typ']) {
    const source = readFileSync(join(root, 'templates/packet', name), 'utf8');
    press.typesetter.put(name, source.replaceAll('clip: true', 'clip: false'));
  }
  const printer = packetPrinter(of, press.typesetter);
  const quota = rows.slice(0, 2).map((row) => ({ ...row, name: 'Sở Ế Ổ Ẫ Ậ Ợ' }));
  const made = packets(of, quotasOf(quota), nowhere);
  const pages = (made.ok ? made.value : []).map((packet) => {
    const pdf = printer.packet(packet);
    if (!pdf.ok) throw new Error(JSON.stringify(pdf.problems));
    const drawn = spawnSync('pdftoppm', ['-r', '100', '-gray', '-'], {
      input: pdf.value,
      maxBuffer: 2 ** 28,
    });
    return drawn.stdout;
  });
  expect(pages.length).toBe(2);
  return Buffer.concat(pages);
}

test('an open question asked of each unit has a line for each unit', async () => {
  const press = await readPress('/no/templates/of/its/own', nodeIo('vi'));
  const [, other] = survey.forms;
  const lines = question('y', 'Góp ý cho từng đơn vị', { kind: 'open', scale: null });
  const asked = plan({
    ...survey,
    forms: [
      { id: '01', code: 'X', title: 'T', request: null, howTo: null, questions: [lines] },
      ...(other ? [other] : []),
    ],
  });
  const pdf = packetPrinter(asked, press.typesetter).form({ form: '01', rates: ['u1', 'u2'] });
  const text = textOf(pdf.ok ? pdfPages(pdf.value) : []);
  for (const words of ['Góp ý cho từng đơn vị', ...names]) expect(text).toContain(packed(words));
});

const options: PacketOptions = {
  plan: 's',
  json: false,
  strict: false,
  maxErrors: 20,
  dryRun: false,
  out: null,
  force: false,
  units: [],
};

describe('survey packet', () => {
  test('prints what it can, says what it cannot, and the register lists every sheet', async () => {
    const io = withOurFiles(memoryIo(planFiles('soc-trang-2023')));
    expect(await packetCommand({ ...options, units: ['so-y-te'] }, io)).toBe(0);
    const pdfs = [...io.files.keys()].filter((file) => file.endsWith('.pdf'));
    expect(pdfs.map((file) => file.replace(/-[0-9a-f]{8}\.pdf$/, ''))).toEqual([
      's/out/packets/forms/03-cchc23-ccvc-sn',
      's/out/packets/so-y-te',
    ]);
    expect(io.text('s/out/packets/register.csv').trimEnd().split('\n').length).toBe(2086);
    const before = io.files.size;
    expect(await packetCommand({ ...options, units: ['so-y-t'] }, io)).toBe(1);
    expect(await packetCommand({ ...options, units: [], dryRun: true }, io)).toBe(0);
    expect(io.files.size).toBe(before);
  });

  test('serials printed before are not dropped, unless forced; more of them are no matter', async () => {
    const plan = readFileSync(join(root, 'test/bad/packet/old-files/plan.yaml'), 'utf8');
    const fewerStaff = plan.replace('staff: 4', 'staff: 3');
    const io = withOurFiles(memoryIo({ 's/plan.yaml': fewerStaff }));
    const run = (over: Partial<PacketOptions>) => packetCommand({ ...options, ...over }, io);
    const register = 's/out/packets/register.csv';
    const only = { units: ['xã an bình'] };
    expect(await run(only)).toBe(0);
    const fewer = io.text(register);
    await io.write('s/plan.yaml', plan);
    expect(await run(only)).toBe(0);
    const printed = io.text(register);
    expect(printed.length).toBeGreaterThan(fewer.length);
    await io.write('s/plan.yaml', fewerStaff);
    expect(await run(only)).toBe(1);
    expect(io.errText()).toContain('1 sê-ri đã in sẽ mất (Xã An Bình)');
    expect(io.text(register)).toBe(printed);
    expect(await run({ ...only, force: true })).toBe(0);
    expect(io.text(register)).toBe(fewer);
  });

  test('counts that somebody typed in stay; files of a former name are named', async () => {
    const io = withOurFiles(memoryIo(planFiles('soc-trang-2023')));
    const only = { ...options, units: ['so-y-te'] };
    expect(await packetCommand(only, io)).toBe(0);
    const book = [...io.files.keys()].find((file) => file.endsWith('.xlsx')) ?? '';
    expect(book).toMatch(/^s\/out\/packets\/tally\/so-y-te-[0-9a-f]{8}\.xlsx$/);
    expect(await packetCommand(only, io)).toBe(0);
    expect(io.errText()).not.toMatch(/packet\/(old-files|tally-kept)/);
    await io.write(book, 'đã điền');
    await io.write('s/out/packets/so-y-te-cu-00000000.pdf', '');
    expect(await packetCommand(only, io)).toBe(0);
    expect(io.text(book)).toBe('đã điền');
    expect(io.errText()).toMatch(/packet\/old-files .*: so-y-te-cu-00000000\.pdf\./);
    expect(io.errText()).toMatch(/packet\/tally-kept .*: so-y-te-[0-9a-f]{8}\.xlsx\./);
  });
});

function planFiles(name: string): Readonly<Record<string, Uint8Array>> {
  return { 's/plan.yaml': readFileSync(join(root, 'plans', name, 'plan.yaml')) };
}

/** Fonts and templates come from the disk, everything else from memory. */
function withOurFiles(memory: MemoryIo): MemoryIo {
  const disk = nodeIo('vi');
  return {
    ...memory,
    read: (file) => (isAbsolute(file) ? disk : memory).read(file),
    list: (folder) => (isAbsolute(folder) ? disk : memory).list(folder),
  };
}

function serialsOf(packet: number): readonly string[] {
  const made = packets(survey, quotasOf(rows), nowhere);
  const found = made.ok ? made.value[packet] : undefined;
  return found?.parts.flatMap(({ sheets }) => sheets.map(({ serial }) => serial)) ?? [];
}

function textOf(pages: readonly PdfPage[]): string {
  return pages.map(({ text }) => text).join('');
}

function packed(text: string): string {
  return text.replace(/\s/gu, '');
}

/** As the tally sheet numbers it: the first closed question is number 1 of the form. */
function numbered(text: string, closed: readonly { readonly text: string }[]): string {
  return packed(`${closed.findIndex((one) => one.text === text) + 1}.${text}`);
}
