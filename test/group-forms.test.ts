/** One group on several forms: a group for each, and everything that names the written one still finds it. */
import { describe, expect, test } from 'vitest';
import { packets, sheetRegister } from '../src/packets.ts';
import { parsePlan } from '../src/plan/parse.ts';
import type { LeafSource, Plan } from '../src/plan/plan.ts';
import { quotas } from '../src/quotas.ts';
import { known } from '../src/returns/known.ts';
import { type TakeOptions, take } from '../src/returns/take.ts';
import { accepted, takenSince } from '../src/returns/taken-since.ts';
import { plainTaking } from './plain-taking.ts';
import { batch, reasons, table } from './returns-plan.ts';

const text = (deputies: string, rest = ''): string => `survey: thu-2026
title: Khảo sát thử năm 2026
units:
  - { block: so, name: Các sở, units: [{ id: so-y-te, name: Sở Y tế }] }
  - { block: xa, name: Các xã, units: [{ id: an-binh, name: Xã An Bình }, { id: hoa-my, name: Xã Hòa Mỹ }] }
groups:
  - id: staff
    name: Công chức
    form: "09"
    in: xa
    quota: { each: 5, except: { hoa-my: { each: 7 } } }
  - id: deputies
    name: Đại biểu HĐND
${deputies}
    quota: { total: 30 }
    stated: 30
  - { id: guests, name: Khách mời, form: "09", about: { blocks: [xa] }, quota: { total: 4 } }
stated:
  - { name: Đại biểu, groups: [deputies], total: 60 }
  - { total: 76 }
scales: { s: [{ code: 1, label: Hài lòng, points: 100, positive: yes }, { code: 0, label: Không, points: 0 }] }
questions: { q1: { text: Câu 1, scale: s }, q2: { text: Câu 2, scale: s }, q3: { text: Câu 3, scale: s } }
forms:
  - { id: "01", code: 01/SO, title: Phiếu về sở, questions: [q1, q3] }
  - { id: "02", code: 02/XA, title: Phiếu về xã, questions: [q2, q3] }
  - { id: "09", code: 09/CC, title: Phiếu công chức, questions: [q2] }
${rest}`;

const twoForms = `    form: [{ form: "01", about: { blocks: [so] } }, { form: "02", about: { blocks: [xa] } }]`;

function parsed(plan: string) {
  const read = parsePlan(plan, 'plan.yaml', new Map());
  const codes = read.findings.map(({ code }) => code);
  return { codes, findings: read.findings, value: read.ok ? read.value : null };
}

const partsOf = (plan: Plan | undefined): LeafSource | null =>
  plan?.index?.criteria[0]?.source ?? null;

describe('a group for each form', () => {
  const { value } = parsed(text(twoForms));

  test('with the form’s own units, and the same quota on each', () => {
    expect(
      value?.plan.groups.map(({ id, people, name, form }) => [id, people, name, form]),
    ).toEqual([
      ['staff', 'staff', 'Công chức', '09'],
      ['deputies-01', 'deputies', 'Đại biểu HĐND – 01/SO', '01'],
      ['deputies-02', 'deputies', 'Đại biểu HĐND – 02/XA', '02'],
      ['guests', 'guests', 'Khách mời', '09'],
    ]);
    expect(value?.plan.groups.map(({ about }) => about)).toEqual([
      { kind: 'own' },
      { kind: 'units', units: ['so-y-te'] },
      { kind: 'units', units: ['an-binh', 'hoa-my'] },
      { kind: 'units', units: ['an-binh', 'hoa-my'] },
    ]);
  });

  test('printed totals count all its sheets; its own total is that of one form', () => {
    if (value === null) throw new Error('no plan');
    const made = quotas(value.plan, value.where);
    expect([made.quotas.total, made.findings]).toEqual([76, []]);
    const wrong = parsed(text(twoForms).replace('stated: 30', 'stated: 31')).value;
    if (wrong === null) throw new Error('no plan');
    const { findings } = quotas(wrong.plan, wrong.where);
    expect(findings).toMatchObject([
      { code: 'quota/total-does-not-foot', at: { line: 16 }, args: { what: 'Đại biểu HĐND' } },
    ]);
  });

  test('later stages are shown the line of the written group', () => {
    const line = (at: { kind: string } | undefined) =>
      at?.kind === 'text' ? (at as { line?: number }).line : null;
    const where = value?.where;
    expect(line(where?.group('deputies-02'))).toBe(12);
    expect(line(where?.quota('deputies-02'))).toBe(15);
    expect(line(where?.groupStated('deputies-01'))).toBe(16);
    // Groups after it have not moved.
    expect(line(where?.group('guests'))).toBe(17);
    expect(line(where?.quota('staff', 'hoa-my'))).toBe(11);
  });
});

describe('leaves name the written group', () => {
  const index = (survey: string): string =>
    `index: { criteria: [{ code: "1", name: Chung, max: 10, survey: ${survey} }] }`;

  test('the form that has the questions answers', () => {
    const leaf = index('{ questions: [q2], by: { deputies: 0.4, staff: 0.6 } }');
    const { value } = parsed(
      text(twoForms, leaf.replace('name: Chung,', 'name: Chung, not_for: { blocks: [so] },')),
    );
    expect(partsOf(value?.plan)).toMatchObject({
      parts: [{ group: 'deputies-02' }, { group: 'staff' }],
    });
  });

  test('forms that share a question each answer for the units they rate', () => {
    const { value, codes } = parsed(
      text(twoForms, index('{ questions: [q3], by: { deputies: 1 } }')),
    );
    expect(partsOf(value?.plan)).toMatchObject({
      parts: [
        { group: 'deputies-01', with: [] },
        { group: 'deputies-02', with: [] },
      ],
    });
    expect(codes).not.toContain('plan/weights-do-not-sum');
  });

  test('counted together with another group', () => {
    const leaf = index('{ questions: [q2], by: { guests: { weight: 1, with: [deputies] } } }');
    const { value } = parsed(
      text(twoForms, leaf.replace('name: Chung,', 'name: Chung, not_for: { blocks: [so] },')),
    );
    expect(partsOf(value?.plan)).toMatchObject({
      parts: [{ group: 'guests', with: ['deputies-02'] }],
    });
  });

  test('a question on none of its forms is still reported, once', () => {
    const bad = text(twoForms, index('{ questions: [q1, q2], by: { deputies: 1 } }'));
    expect(parsed(bad).codes.filter((code) => code === 'plan/question-not-on-form')).toHaveLength(
      1,
    );
  });
});

test('a list of one form is one group as written', () => {
  const { value } = parsed(
    text('    form: ["02"]\n    about: { blocks: [xa] }')
      .replace('total: 60', 'total: 30')
      .replace('total: 76', 'total: 46')
      .replace('"01", code: 01/SO', '"01", code: 01/SO'),
  );
  expect(value?.plan.groups.map(({ id }) => id)).toEqual(['staff', 'deputies', 'guests']);
});

describe('returned files name the written group', () => {
  const { value } = parsed(text(twoForms));
  if (value === null) throw new Error('no plan');
  const { plan, where } = value;
  const made = packets(plan, quotas(plan, where).quotas, where);
  if (!made.ok) throw new Error('no packets');
  const sheets = sheetRegister(made.value);
  const context = known(plan, sheets);

  const read = (
    columns: readonly string[],
    rows: readonly (readonly string[])[],
    asked: Partial<TakeOptions> = {},
  ) => {
    const intake = take(context, table(columns, rows), { ...plainTaking, ...asked }, []);
    if (!intake.ok) throw new Error(JSON.stringify(intake.findings));
    return intake.value;
  };
  const counts = ['Câu hỏi', '1', '0', 'Thu về', 'Hợp lệ', 'Không hợp lệ'];
  const columns = ['Nhóm', 'Mẫu phiếu', 'Đơn vị', ...counts];
  const lines = (...about: readonly string[]) => [
    [...about, 'q2', '20', '5', '25', '25', '0'],
    [...about, 'q3', '20', '5', '', '', ''],
  ];

  test.each(['deputies', 'Đại biểu HĐND', 'deputies-02'])('tally of “%s” with its form', (name) => {
    const intake = read(columns, lines(name, '02', 'an-binh'));
    expect(reasons(intake)).toEqual([]);
    expect(intake.tallies).toMatchObject([
      { group: 'deputies-02', form: '02', unit: 'an-binh' },
      { group: 'deputies-02', form: '02', unit: 'an-binh' },
    ]);
  });

  test('without a form it is asked which', () => {
    const intake = read(columns, lines('deputies', '', 'an-binh'));
    expect(reasons(intake)).toEqual(['2:Nhóm group-needed', '3:Nhóm group-needed']);
  });

  test('a serial has its form: the written group agrees with it', () => {
    const [serial = ''] = [...sheets.values()]
      .filter(({ group }) => group === 'deputies-01')
      .map((one) => one.serial);
    const rows = ['serial', 'Nhóm', 'Đơn vị', 'q1', 'q3'];
    const intake = read(rows, [[serial, 'Đại biểu HĐND', 'so-y-te', '1', '0']]);
    expect(reasons(intake)).toEqual([]);
    expect(intake.ratings).toMatchObject([{ group: 'deputies-01', unit: 'so-y-te' }]);
  });

  test.each([
    ['deputies', '', true],
    ['Đại biểu HĐND', '02/XA', true],
    ['Đại biểu HĐND – 02/XA', '', true],
    ['deputies', '01', false],
    ['deputies-01', '', false],
    ['guests', '', false],
  ])('a rejected line of “%s”, form “%s”, was taken since: %s', (group, form, isTaken) => {
    const intake = read(columns, lines('deputies', '02', 'an-binh'));
    const { record } = batch('rejected', intake);
    const since = accepted(plan, [batch('mended', intake)]);
    const said = { serial: '', reply: '', unit: 'Xã An Bình', group, form, message: '' };
    expect(takenSince(since, record, said)).toBe(isTaken ? 'mended' : null);
  });

  test('the user may say it for the whole file', () => {
    const some = read(['Đơn vị', ...counts], lines('an-binh'), {
      group: 'deputies',
      form: '02',
    });
    expect(some.tallies).toMatchObject([{ group: 'deputies-02' }, { group: 'deputies-02' }]);
  });
});
