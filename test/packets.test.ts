import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { qrModules, qrPath } from '../src/formats/qr.ts';
import { chooseRows } from '../src/packets/choose.ts';
import { pdfFileName } from '../src/packets/file-name.ts';
import { layoutForm } from '../src/packets/layout.ts';
import { registerRows } from '../src/packets/list.ts';
import { parseSerial, writeSerial } from '../src/packets/serial.ts';
import { packets, serialShape, sheetRegister } from '../src/packets.ts';
import type { Plan, Question } from '../src/plan/plan.ts';
import type { QuotaRow } from '../src/quotas/quota.ts';
import { exact } from '../src/stats/exact.ts';
import { group, nowhere, plan, question, quotasOf, row, units } from './packet-plan.ts';
import { plainPlace } from './plan-literals.ts';
import { readQr } from './read-qr.ts';
import { readSeed } from './read-seed.ts';

const shape = { prefix: 'ST23', formDigits: 2, packetDigits: 3 };

describe('serials', () => {
  test('are written as prefix, form, packet, number and check digit', () => {
    expect(writeSerial(shape, 3, 19, 17)).toBe('ST23-03019-00173');
  });

  test.each([
    'ST23-03019-00173',
    'st23-03019-00173',
    ' ST23 03019 00173 ',
    'ST230301900173',
    'ST23–03019—00173',
    'ＳＴ２３-０３０１９-００１７３',
    'ST23-03019-\u200b00173\u00a0',
  ])('%j is read', (typed) => {
    const read = { kind: 'ok', serial: 'ST23-03019-00173', form: 3, packet: 19, number: 17 };
    expect(parseSerial(typed, shape)).toEqual(read);
  });

  test.each([
    ['', 'bad-shape'],
    ['03019-00173', 'bad-shape'],
    ['ST23-03019-0017', 'bad-shape'],
    ['ST23-03019-O0174', 'bad-shape'],
    ['ST23-0301-900173', 'bad-shape'],
    ['ST23-03019-000173', 'bad-shape'],
    ['ST23-00000-00000', 'bad-shape'],
    ['ST23-03019-00137', 'bad-check'],
    ['ST23-03109-00173', 'bad-check'],
    ['ST24-03019-00173', 'other-prefix'],
    ['ST2-03019-00173', 'other-prefix'],
  ])('%j is %s', (typed, kind) => {
    expect(parseSerial(typed, shape).kind).toBe(kind);
  });

  test('a plan of many targets and packets of many sheets get longer ones, read back the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 1, max: 12_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.stringMatching(/^[A-Z0-9](-?[A-Z0-9]){0,7}$/),
        (form, packet, number, prefix) => {
          const wide = { prefix, formDigits: 3, packetDigits: 5 };
          const serial = writeSerial(wide, form, packet, number);
          const read = { kind: 'ok', serial, form, packet, number };
          expect(parseSerial(serial, wide)).toEqual(read);
          expect(parseSerial(serial.toLowerCase().replace(/-(?=\d+$)/, ' '), wide)).toEqual(read);
        },
      ),
    );
    const big = serialShape(
      plan({ units: units(998), groups: [group('a', 'A'), group('b', 'B')] }),
    );
    expect(big.packetDigits).toBe(4);
  });

  test('fit the smallest QR code and are read back by another reader', () => {
    for (let number = 1; number <= 300; number += 1) {
      const serial = writeSerial(shape, (number % 6) + 1, (number * 7) % 999, number);
      const modules = qrModules(serial);
      expect(modules.length).toBe(21);
      expect(readQr(modules)).toBe(serial);
    }
  });

  test('the QR path strokes exactly the dark modules', () => {
    const dark = qrModules('ST23-03019-00173').flat().filter(Boolean).length;
    const strokes = [...qrPath('ST23-03019-00173').path.matchAll(/h(\d+)/g)];
    expect(strokes.reduce((sum, [, length]) => sum + Number(length), 0)).toBe(dark);
  });
});

describe('packets', () => {
  const two = units(2);
  const own = group('staff', 'Công chức', {
    over: { kind: 'units', units: ['u1', 'u2'] },
    spare: { sheets: 1, percent: exact(5) },
  });
  const leaders = group('leaders', 'Lãnh đạo', { over: { kind: 'units', units: ['u1', 'u2'] } });
  const delegates = group('delegates', 'Đại biểu', {
    form: '01',
    about: { kind: 'units', units: ['u1', 'u2'] },
  });
  const base = plan({ units: two, groups: [delegates, own, leaders] });
  const rows = [
    row('delegates', { kind: 'group' }, 4),
    row('staff', { kind: 'unit', unit: 'u1' }, 21),
    row('staff', { kind: 'unit', unit: 'u2' }, 3),
    row('leaders', { kind: 'unit', unit: 'u2' }, 2),
  ];

  test('one for each target, numbered by its place in the plan', () => {
    const made = printed(base, rows);
    expect(made.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      ['unit:u1', 1],
      ['unit:u2', 2],
      ['group:delegates', 3],
    ]);
    const fewer = printed(base, rows.slice(2));
    expect(fewer[0]).toEqual(made[1]);
  });

  test('spares: the fixed number plus the percentage, rounded up, after the forms', () => {
    const kinds = printed(base, rows)[0]?.parts[0]?.sheets.map(({ kind }) => kind);
    expect(kinds?.filter((kind) => kind === 'form').length).toBe(21);
    // 1 + 5 % of 21 = 1 + 1.05, up to 2.
    expect(kinds?.slice(21)).toEqual(['spare', 'spare', 'spare']);
  });

  test('two groups with one form at one unit never share a serial', () => {
    const [, second] = printed(base, rows);
    const numbers = second?.parts.map(({ group: id, sheets }) => [
      id,
      sheets.map(({ serial }) => serial.slice(-5, -1)),
    ]);
    expect(numbers).toEqual([
      ['staff', ['0001', '0002', '0003', '0004', '0005']],
      ['leaders', ['0006', '0007']],
    ]);
  });

  test('each sheet knows whom it rates; the register holds every sheet once', () => {
    const made = printed(base, rows);
    const register = sheetRegister(made);
    expect(register.size).toBe(4 + 21 + 3 + 3 + 2 + 2);
    expect(registerRows(made).length).toBe(register.size);
    const rates = [...register.values()].map((sheet) => [sheet.group, sheet.rates.join(' ')]);
    expect(new Set(rates.map(String))).toEqual(
      new Set(['delegates,u1 u2', 'staff,u1', 'staff,u2', 'leaders,u2']),
    );
  });

  test('a place is its own packet and rates its unit', () => {
    const place = { level: 0, parent: null, unit: 'u2', ...plainPlace, attributes: {} };
    const villages = plan({
      ...base,
      levels: ['thôn'],
      places: [{ ...place, id: 'u1', name: 'Thôn Đông' }],
      groups: [group('homes', 'Hộ dân', { over: { kind: 'places' } })],
    });
    const [packet] = printed(villages, [
      row('homes', { kind: 'place', place: 'u1', unit: 'u2' }, 27),
    ]);
    expect(packet).toMatchObject({ id: 'place:u1', ordinal: 3 });
    expect(packet?.parts[0]).toMatchObject({ place: 'u1', unit: 'u2', rates: ['u2'] });
  });

  test('an unknown quota is a finding, and its target gets no packet, not even a part of one', () => {
    const unknown = [...rows.slice(0, 3), row('leaders', { kind: 'unit', unit: 'u2' }, null)];
    const made = packets(base, quotasOf(unknown), nowhere);
    expect(made.findings.map(({ code, args }) => [code, args])).toEqual([
      ['packet/quota-unknown', { group: 'Lãnh đạo', targets: ['u2'] }],
    ]);
    expect(made.ok && made.value.map(({ id }) => id)).toEqual(['unit:u1', 'group:delegates']);
  });

  test('sheets that rate nobody are a bug: the rules of the plan refuse such a group', () => {
    const nobody = plan({ ...base, groups: [group('x', 'Khác')] });
    expect(() => packets(nobody, quotasOf([row('x', { kind: 'group' }, 5)]), nowhere)).toThrow();
  });

  test('a quota of 0 prints nothing', () => {
    expect(printed(base, [row('staff', { kind: 'unit', unit: 'u1' }, 0)])).toEqual([]);
  });

  test('the Sóc Trăng plan: 2.085 sheets with 2.085 serials in 41 packets', async () => {
    const read = await readSeed('soc-trang-2023');
    const made = packets(read.plan, read.quotas, nowhere);
    expect(made.findings).toEqual([]);
    const value = made.ok ? made.value : [];
    expect(value.length).toBe(41);
    const sheets = value.flatMap(({ parts }) => parts.flatMap((part) => part.sheets));
    expect(sheets.filter(({ kind }) => kind === 'form').length).toBe(2085);
    expect(sheetRegister(value).size).toBe(sheets.length);
    const serials = serialShape(read.plan);
    expect(sheets.every(({ serial }) => parseSerial(serial, serials).kind === 'ok')).toBe(true);
  });
});

describe('asked for by name', () => {
  const rows = [row('g', { kind: 'unit', unit: 'so-y-te' }, 1), row('g', { kind: 'group' }, 1)];

  test('a unit, a group or a packet id', () => {
    expect(chooseRows(rows, ['so-y-te']).rows).toEqual([rows[0]]);
    expect(chooseRows(rows, ['group:g', 'so-y-te']).rows).toEqual(rows);
    expect(chooseRows(rows, []).rows).toEqual(rows);
    const wrong = chooseRows(rows, ['so-yte']).findings;
    expect(wrong.map(({ args }) => args)).toEqual([{ id: 'so-yte', near: ['so-y-te'] }]);
  });

  test('a name, as import takes it; a slip is offered, two of a name are told apart', () => {
    const at = (unit: string, name: string) => row('g', { kind: 'unit', unit }, 1, { name });
    const named = [
      at('hoa-an', 'Xã Hòa An'),
      at('cht', 'Xã Châu Thành'),
      at('tt', 'Thị trấn Châu Thành'),
    ];
    expect(chooseRows(named, ['UBND xã Hoà An']).rows).toEqual([named[0]]);
    expect(chooseRows(named, ['Xã Hòa Ân']).findings).toMatchObject([
      { code: 'packet/no-such-target', at: { file: '--unit' }, args: { near: ['Xã Hòa An'] } },
    ]);
    expect(chooseRows(named, ['Châu Thành']).findings).toMatchObject([
      { code: 'packet/ambiguous-target', args: { name: 'Châu Thành' } },
    ]);
  });
});

test('file names are plain ASCII, and different packets never share one', () => {
  expect(pdfFileName('Sở Đất đai – Ủy ban', 'unit:a')).toMatch(
    /^so-dat-dai-uy-ban-[0-9a-f]{8}\.pdf$/,
  );
  for (const name of ['../../etc/passwd', 'CON', '', '漢字', 'a\u0000b', 'x'.repeat(500)]) {
    expect(pdfFileName(name, name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*\.pdf$/);
    expect(pdfFileName(name, name).length).toBeLessThan(70);
  }
  expect(pdfFileName('Xã An', 'unit:a')).not.toBe(pdfFileName('Xã Ân', 'unit:b'));
});

test('whatever the form, each of its questions is set exactly once, in order', () => {
  const anyQuestion = fc.record({
    section: fc.constantFrom(null, 'A', 'B'),
    per: fc.constantFrom('rating' as const, 'sheet' as const),
    scale: fc.constantFrom('hai-long', 'gioi-tinh', null),
  });
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 12 }), fc.boolean(), (drawn, grid) => {
      const questions = drawn.map((over, at): Question => {
        return question(`q${at}`, `Câu ${at}`, {
          ...over,
          kind: over.scale === null ? 'open' : 'scale',
        });
      });
      const base = plan({});
      const form = { id: 'f', code: 'F', title: 'T', request: null, howTo: null, questions };
      const blocks = layoutForm(base, form, grid);
      const set = blocks.flatMap((block) => {
        if ('questions' in block) return block.questions.map(({ no, id }) => `${no} ${id}`);
        return 'question' in block ? [`${block.question.no} ${block.question.id}`] : [];
      });
      expect(set).toEqual(questions.map(({ id }, at) => `${at + 1} ${id}`));
    }),
  );
});

function printed(on: Plan, rows: readonly QuotaRow[]) {
  const made = packets(on, quotasOf(rows), nowhere);
  expect(made.findings).toEqual([]);
  return made.ok ? made.value : [];
}
