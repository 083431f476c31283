/** Progress: by day with nobody shown apart, the forecast, the message for the chat group, watching a folder. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importCommand } from '../src/commands/import.ts';
import { statusCommand } from '../src/commands/status.ts';
import { statusMessage } from '../src/commands/status-message.ts';
import type { IsoDate, Plan } from '../src/plan/plan.ts';
import { formsPrinted } from '../src/plan/spare.ts';
import { exact, exactText } from '../src/stats/exact.ts';
import { fewestShown, smallTable } from '../src/stats/small-cells.ts';
import { dayLines } from '../src/status/days.ts';
import { forecast, lastForecast } from '../src/status/forecast.ts';
import type { Progress } from '../src/status/progress.ts';
import { status } from '../src/status.ts';
import type { Custody, DayCount, Tallies } from '../src/tallies.ts';
import { memoryIo } from './memory-io.ts';
import { plan, planQuotas } from './returns-plan.ts';

/** Fieldwork from Sunday 1 to Monday 30 September 2024; 2 and 3 September are the National Day's holidays. */
const nothing: Tallies = {
  cells: [],
  custody: [],
  days: [],
  voids: [],
  batches: [],
  simulated: [],
};

function custody(group: string, unit: string | null, valid: number, more = {}): Custody {
  const form = plan.groups.find(({ id }) => id === group)?.form ?? '';
  const about = { group, form, unit, place: null, issued: null };
  return { ...about, returned: valid, valid, void: 0, partial: false, ...more };
}

function day(on: IsoDate | null, group: string, unit: string | null, valid: number): DayCount {
  return { day: on, group, unit, place: null, returned: valid, valid };
}

function statusOf(tallies: Partial<Tallies>, today = '2024-09-20', of: Plan = plan) {
  return status(of, planQuotas, { ...nothing, ...tallies }, today, () => null, 'vi');
}

describe('the forecast', () => {
  const progress = (valid: number, missing: number): Progress => ({
    quota: valid + missing,
    least: null,
    most: null,
    issued: null,
    returned: valid,
    valid,
    missing,
    covered: valid,
    partial: false,
  });
  const at = (days: readonly DayCount[], valid: number, missing: number, today: IsoDate) =>
    forecast(plan, progress(valid, missing), days, today);

  test('goes on at the pace of the last five days with returns, in working days', () => {
    // Monday 9 to Friday 13: 10 valid forms in 5 working days; 7 more take 4 days from Monday 16.
    const days = [9, 10, 11, 12, 13].map((date) =>
      day(`2024-09-${String(date).padStart(2, '0')}`, 'staff', 'an', 2),
    );
    const found = at(days, 10, 7, '2024-09-13');
    expect(found?.pace && exactText(found.pace)).toBe('2');
    expect(found).toMatchObject({ rule: 'recent', finish: '2024-09-19', late: false });
    // A week without returns halves the pace.
    expect(at(days, 10, 7, '2024-09-20')).toMatchObject({ finish: '2024-10-01', late: true });
    expect(at(days, 10, 40, '2024-09-20')).toMatchObject({ late: true });
  });

  test('days before the last five with returns say nothing about the pace', () => {
    const old = day('2024-09-04', 'staff', 'an', 100);
    const days = [
      old,
      ...[9, 10, 11, 12, 13].map((on) =>
        day(`2024-09-${on < 10 ? '0' : ''}${on}`, 'staff', 'an', 1),
      ),
    ];
    expect(at(days, 105, 5, '2024-09-13')?.finish).toBe('2024-09-20');
  });

  test('forms without a day count from the day fieldwork opened', () => {
    // Working days from 1 to 13 September 2024: 4, 5, 6, 9 to 13.
    const found = at([day(null, 'staff', 'an', 8)], 8, 2, '2024-09-13');
    expect(found?.pace && exactText(found.pace)).toBe('1');
    expect(found).toMatchObject({ rule: 'since-start', finish: '2024-09-17', late: false });
  });

  test('says nothing where nothing tells, and that it is late when it is', () => {
    expect(at([], 0, 5, '2024-09-13')).toEqual({
      rule: null,
      pace: null,
      finish: null,
      late: null,
    });
    expect(at([], 0, 5, '2024-10-01')?.late).toBe(true);
    expect(at([], 5, 0, '2024-10-01')).toBeNull();
  });

  test('more missing is never earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(100), fc.nat(100), (valid, one, more) => {
        const days = [day('2024-09-12', 'staff', 'an', valid)];
        const first = at(days, valid, one + 1, '2024-09-13')?.finish ?? '9999';
        const second = at(days, valid, one + 1 + more, '2024-09-13')?.finish ?? '9999';
        expect(first <= second).toBe(true);
        expect(first > '2024-09-13').toBe(true);
      }),
    );
  });
});

describe('sums', () => {
  const days = [
    ...[9, 10, 11, 12, 13].map((date) =>
      day(`2024-09-${String(date).padStart(2, '0')}`, 'staff', 'an', 10),
    ),
    day('2024-09-13', 'staff', 'hoa', 1),
  ];
  const tallies = { custody: [custody('staff', 'an', 50), custody('staff', 'hoa', 1)], days };

  test('are complete when their last row is, whatever the surplus of others', () => {
    const all = [...tallies.custody, custody('staff', 'cam', 8)];
    const full = [...days, day('2024-09-13', 'staff', 'cam', 8)];
    const found = statusOf({ custody: all, days: full }, '2024-09-13');
    const staff = found.groups.find(({ group }) => group === 'staff');
    const row = staff?.lines.find(({ unit }) => unit === 'hoa');
    expect([row?.forecast?.finish, staff?.forecast?.finish]).toEqual(['2024-09-18', '2024-09-18']);
    expect(staff?.forecast).toMatchObject({ rule: 'last-row', pace: null, late: false });
    // Rows that nothing has come back for have no day, and so the whole has none.
    expect(found.forecast).toMatchObject({ finish: null });
  });

  test('are late as soon as one part is, in time only when all are', () => {
    const part = (finish: IsoDate | null, late: boolean | null) =>
      ({ rule: null, pace: null, finish, late }) as const;
    const sum = { ...(statusOf({}).total as Progress), missing: 3 };
    const of = (...parts: Parameters<typeof lastForecast>[1]) => lastForecast(sum, parts)?.late;
    expect(of(part('2024-09-18', false), part('2024-10-18', true), part(null, null))).toBe(true);
    expect(of(part('2024-09-18', false), null)).toBe(false);
    expect(of(part('2024-09-18', false), part(null, null))).toBeNull();
    expect(lastForecast({ ...sum, missing: 0 }, [])).toBeNull();
  });

  test('one share of the quota in the table, by day and in the message', () => {
    const of = (by: 'row' | 'day') =>
      status(plan, planQuotas, { ...nothing, ...tallies }, '2024-09-13', () => null, 'vi', by);
    const last = (by: 'row' | 'day', key: string): unknown => {
      const { columns, rows } = of(by).page;
      return rows.at(-1)?.cells[columns.findIndex((one) => one.key === key)];
    };
    expect(last('day', 'percent')).toBe(last('row', 'percent'));
    expect(last('day', 'sum')).toBe(51);
    const { page, total } = of('row');
    expect(total.covered).toBe(5);
    expect(page.notes.join('\n')).toContain('không tính 46 phiếu hợp lệ vượt số phiếu giao');
    const text = statusMessage(plan, of('row'), false, 'vi');
    expect(text).toContain('- Công chức: 5/12 phiếu hợp lệ (41,7%)\n');
    expect(text).toContain('thu về 51, không hợp lệ 0, vượt số giao 46.');
  });

  test('replies within a band are no surplus; more than its most are', () => {
    const within = (most: number) => {
      const rows = planQuotas.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, least: 2, most })),
      }));
      const quotas = { ...planQuotas, groups: rows };
      return status(plan, quotas, { ...nothing, ...tallies }, '2024-09-13', () => null, 'vi');
    };
    expect(within(60).surpluses).toEqual([]);
    expect(within(40).surpluses).toMatchObject([{ kind: 'over-most', count: 50, limit: 40 }]);
  });

  test('forms that need no numbered sheet are not held against what was printed', () => {
    const spare = { sheets: 2, percent: exact(10) };
    expect(formsPrinted({ serial: 'required', spare }, 20)).toBe(24);
    expect(formsPrinted({ serial: 'optional', spare }, 20)).toBeNull();
    expect(formsPrinted({ serial: 'required', spare }, null)).toBeNull();
  });

  test('after the deadline nobody is told that fieldwork will close', () => {
    const notes = statusOf(tallies, '2024-10-05').page.notes.join('\n');
    expect(notes).toContain('Đã hết hạn mà chưa đủ phiếu: Công chức');
    expect(notes).not.toContain('trước hạn');
  });
});

describe('day by day', () => {
  test('groups with few forms on a day are not shown apart, nor to be worked out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), {
          minLength: 2,
          maxLength: 6,
        }),
        (counts) => {
          const hidden = smallTable(counts, fewestShown);
          const columns = [0, 1, 2].map((column) => hidden.map((row) => row[column] === true));
          for (const line of [...hidden, ...columns]) {
            expect(line.filter((one) => one).length).not.toBe(1);
          }
          for (const [at, row] of counts.entries()) {
            for (const [column, count] of row.entries()) {
              if (count > 0 && count < fewestShown) expect(hidden[at]?.[column]).toBe(true);
            }
          }
        },
      ),
    );
    expect(smallTable([[3], [9]], fewestShown)).toEqual([[false], [false]]);
  });

  test('days in their order, those without one last, sums whole', () => {
    const counts = [
      day('2024-09-10', 'staff', 'an', 3),
      day(null, 'staff', 'hoa', 8),
      day('2024-09-09', 'staff', 'an', 20),
      day('2024-09-10', 'visitors', 'an', 9),
    ];
    const lines = dayLines(counts, ['staff', 'visitors'], ({ group }) => group, fewestShown);
    expect(lines.map((line) => [line.day, line.valid])).toEqual([
      ['2024-09-09', 20],
      ['2024-09-10', 12],
      [null, 8],
    ]);
    expect(lines[1]?.parts.map(({ returned }) => returned)).toEqual([null, null]);
  });

  test('the table says what is not dated and what is dated after today', () => {
    const days = [day(null, 'staff', 'an', 2), day('2024-09-25', 'staff', 'an', 2)];
    const tallies = { ...nothing, custody: [custody('staff', 'an', 4)], days };
    const { page } = status(plan, planQuotas, tallies, '2024-09-20', () => null, 'vi', 'day');
    expect(page.notes).toEqual(
      expect.arrayContaining([
        expect.stringContaining('2 phiếu không ghi ngày'),
        expect.stringContaining('2 phiếu ghi ngày sau hôm nay (muộn nhất 25/9/2024)'),
      ]),
    );
    expect(page.rows.at(-1)?.cells.slice(0, 6)).toEqual(['TỔNG CỘNG', null, 4, 4, 0, 4]);
  });
});

describe('tables', () => {
  test('by unit: what all groups have of it, and the forms of whole groups under them', () => {
    const tallies = {
      ...nothing,
      custody: [
        custody('staff', 'an', 4),
        custody('visitors', 'an', 1),
        custody('delegates', null, 5),
      ],
    };
    const { page, units } = status(
      plan,
      planQuotas,
      tallies,
      '2024-09-20',
      () => null,
      'vi',
      'unit',
    );
    expect(units.map(({ unit, total }) => [unit, total.valid])).toEqual([
      ['an', 5],
      ['hoa', 0],
      ['cam', 0],
    ]);
    expect(page.rows.map(({ cells }) => cells[0])).toContain('Đại biểu (chung cả nhóm)');
  });

  test('units that were counted in part are named until they are complete', () => {
    const part = { partial: true };
    const some = statusOf({
      custody: [custody('staff', 'an', 2, part), custody('staff', 'hoa', 4, part)],
    });
    expect(some.page.notes.filter((note) => note.startsWith('Mới kiểm đếm'))).toEqual([
      'Mới kiểm đếm một phần (theo đợt): Công chức, Xã An Bình.',
    ]);
  });
});

describe('the message', () => {
  const tallies = {
    ...nothing,
    custody: [custody('staff', 'an', 4), custody('staff', 'hoa', 1)],
    days: [day('2024-09-19', 'staff', 'an', 4), day('2024-09-19', 'staff', 'hoa', 1)],
  };

  test('is plain, short, and names who is behind', () => {
    const text = statusMessage(plan, statusOf(tallies), false, 'vi');
    expect(text).toMatch(/^TIẾN ĐỘ THU PHIẾU\n/);
    expect(text).toContain('Tính đến ngày 20/09/2024\nHạn thu phiếu: 30/09/2024 (còn 10 ngày)\n');
    expect(text).toContain('- Công chức: 5/12 phiếu hợp lệ (41,7%)\n');
    expect(text).toContain('1. Xã Cẩm Sơn: thiếu 8 phiếu, 0/8 phiếu hợp lệ (0,0%)\n');
    expect(text).not.toMatch(/[*_`|#]/);
    expect(statusMessage(plan, statusOf(tallies), true, 'en')).toContain('SIMULATED');
  });

  test('never longer than a screen, whatever the plan, and never in control of the terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const text = statusMessage({ ...plan, title }, statusOf(tallies), true, 'vi');
        expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
        expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });

  test('says thanks when nothing is missing', () => {
    const all = planQuotas.groups.flatMap(({ rows }) =>
      rows.map(({ group, size, target }) => ({
        ...custody(group, target.kind === 'group' ? null : target.unit, size ?? 0),
        place: target.kind === 'place' ? target.place : null,
      })),
    );
    const text = statusMessage(plan, statusOf({ custody: all }), false, 'vi');
    expect(text).toContain('Đã đủ số phiếu');
    expect(text).not.toContain('chậm nhất');
  });
});

const planText = `survey: thu-2024
serial: T24
title: Khảo sát thử
fieldwork: { opens: 2024-09-04, closes: 2024-09-30, modes: [paper] }
units:
  - { block: xa, name: Cấp xã, units: [{ id: an, name: Xã An Bình }, { id: hoa, name: Xã Hòa Bình }] }
groups:
  - { id: staff, name: Công chức, form: "01", in: xa, quota: { each: 4 } }
scales:
  hai-long: [{ code: 2, label: Hài lòng, points: 100 }, { code: 1, label: Chưa hài lòng, points: 0 }]
forms:
  - { id: "01", code: Mẫu 01, title: Phiếu, questions: [{ id: q1, text: Chất lượng, scale: hai-long, scored: no }] }
`;

const counted = `Đơn vị,Câu hỏi,2,1,Phát ra,Thu về,Hợp lệ,Không hợp lệ
an,q1,2,1,4,3,3,0
`;

const plainOptions = { plan: '.', json: false, strict: false, maxErrors: 20 };

describe('watching', () => {
  test('shows the status again when a file comes or is imported, and ends when asked to', async () => {
    const rounds: string[] = [];
    const io = memoryIo(
      { 'plan.yaml': planText, 'incoming/.keep': '' },
      {
        sleep: async () => {
          rounds.push(io.outText());
          if (rounds.length === 2) await io.write('incoming/dem.csv', counted);
          if (rounds.length === 4) {
            const none = { sheet: null, sheets: null, kind: null, group: null, form: null };
            const more = {
              mapping: null,
              delimiter: null,
              encoding: null,
              decimal: null,
              dates: null,
            };
            await importCommand(
              {
                ...{ ...plainOptions, ...none, ...more, files: ['incoming/dem.csv'] },
                ...{ as: 'returns', separate: false, dryRun: false, out: null },
              },
              io,
            );
          }
          return rounds.length < 6;
        },
      },
    );
    expect(await statusCommand({ ...plainOptions, watch: '' }, io)).toBe(0);
    const shown = rounds.map((text) => text.split('TIẾN ĐỘ THU PHIẾU').length - 1);
    expect(shown).toEqual([1, 1, 2, 2, 3, 3]);
    expect(rounds[0]).toContain('Thư mục theo dõi chưa có tệp nào.');
    expect(rounds[2]).toContain('CHƯA NHẬP 1 tệp:\n  dem.csv');
    expect(rounds[4]?.trimEnd()).toMatch(/Mọi tệp trong thư mục theo dõi đều đã nhập\.$/);
    expect(io.errText()).toContain('Đã dừng theo dõi.');
  });

  test('JSON and message carry the same figures', async () => {
    const io = memoryIo({ 'plan.yaml': planText });
    expect(await statusCommand({ ...plainOptions, json: true, text: true }, io)).toBe(0);
    const value = JSON.parse(io.outText()) as { total: { quota: number }; text: string; days: [] };
    expect([value.total.quota, value.days]).toEqual([8, []]);
    expect(value.text).toContain('0/8 phiếu hợp lệ');
  });
});

test('rounds and void reasons of a tally survive the store', async () => {
  const head =
    'Đợt,Đơn vị,Câu hỏi,2,1,Phát ra,Thu về,Hợp lệ,Không hợp lệ: rách,Không hợp lệ: không dấu';
  const io = memoryIo({
    'plan.yaml': planText,
    'dot-1.csv': `${head}\nĐợt 1,an,q1,1,0,2,2,1,1,0\n`,
    'dot-2.csv': `${head}\nĐợt 2,an,q1,1,0,2,1,1,0,0\n`,
  });
  const none = { sheet: null, sheets: null, kind: null, group: null, form: null };
  const more = { mapping: null, delimiter: null, encoding: null, decimal: null, dates: null };
  const imported = await importCommand(
    {
      ...{ ...plainOptions, ...none, ...more, files: ['dot-1.csv', 'dot-2.csv'] },
      ...{ as: 'returns', separate: false, dryRun: false, out: null },
    },
    io,
  );
  expect(imported, io.errText()).toBe(0);
  const custodyFile = [...io.files.keys()].find((file) => file.endsWith('custody.csv')) ?? '';
  expect(io.text(custodyFile)).toContain('void: rách');
  const json = memoryIo(Object.fromEntries(io.files));
  await statusCommand({ ...plainOptions, json: true }, json);
  const { groups } = JSON.parse(json.outText()) as {
    groups: { rows: { valid: number; issued: number; partial: boolean }[] }[];
  };
  expect(groups[0]?.rows[0]).toMatchObject({ valid: 2, issued: 4, partial: true });
});
