/** Pages on several choices, missing answers and void forms. */
import { describe, expect, test } from 'vitest';
import type { Page } from '../src/page.ts';
import type { Plan } from '../src/plan/plan.ts';
import { plainReturns } from '../src/plan/returns-rules.ts';
import { choicesPages } from '../src/report/choices.ts';
import { detailPages } from '../src/report/detail.ts';
import { returnsEntries } from '../src/report/method-returns.ts';
import { settingOf } from '../src/report/sheet.ts';
import { voidsPage } from '../src/report/voids.ts';
import { exact } from '../src/stats/exact.ts';
import type { Tallies, Tally } from '../src/tallies.ts';
import { plan as handPlan, tallies as handTallies, tally } from './hand-worked.ts';

const index = handPlan.index;
if (index === null) throw new Error('the plan has an index');
const settingFor = (plan: Plan, lang: 'vi' | 'en' = 'vi') => settingOf(plan, index, lang, false);

const cells = (page: Page | null | undefined) => page?.rows.map((row) => row.cells) ?? [];
const headings = (page: Page | undefined) => page?.columns.map(({ heading }) => heading) ?? [];

const [someQuestion] = handPlan.forms.flatMap((form) => form.questions);
const asked = someQuestion?.id ?? '';

describe('missing answers', () => {
  const said = (missing: Partial<Tally['missing']>): Tally => {
    const cell = tally('staff', 'an-binh', asked, [5, 4, 0, 0, 0, 0, 2]);
    return { ...cell, missing: { ...cell.missing, ...missing } };
  };

  test('kinds that nobody had get no column', () => {
    const [page] = detailPages(settingFor(handPlan), { ...handTallies, cells: [said({})] }, []);
    expect(headings(page)).toContain('Bỏ trống');
    expect(headings(page)).not.toContain('Đánh hai ô');
    expect(page?.notes.join(' ')).not.toContain('đánh hai ô');
  });

  test('those that occur are apart, counted as ratings and in no percentage', () => {
    const plain = detailPages(settingFor(handPlan), { ...handTallies, cells: [said({})] }, [])[0];
    const [page] = detailPages(
      settingFor(handPlan),
      {
        ...handTallies,
        cells: [said({ 'two-marks': 3, 'not-asked': 1 })],
      },
      [],
    );
    const at = headings(page).indexOf('Bỏ trống');
    expect(headings(page).slice(at, at + 3)).toEqual(['Bỏ trống', 'Đánh hai ô', 'Không hỏi']);
    const [row] = cells(page);
    expect(row?.slice(at, at + 3)).toEqual([2, 3, 1]);
    expect(row?.[4]).toBe(15);
    expect(row?.slice(-2)).toEqual(cells(plain)[0]?.slice(-2));
  });
});

describe('several choices', () => {
  const several: Plan = {
    ...handPlan,
    forms: handPlan.forms.map((form) => ({
      ...form,
      questions: form.questions.map((one) =>
        one.id === asked ? { ...one, kind: 'multiple' as const, scored: false } : one,
      ),
    })),
  };
  // 9 of 12 valid forms chose 15 options.
  const cell: Tally = {
    ...tally('staff', 'an-binh', asked, [9, 6, 0, 0, 0, 0, 3]),
    answered: 9,
  };

  test('have a page of their own, in percent of the forms that answer', () => {
    const tallies = { ...handTallies, cells: [cell] };
    expect(detailPages(settingFor(several), tallies, [])).toEqual([]);
    const [page] = choicesPages(settingFor(several), tallies, []);
    const [row = []] = cells(page);
    const keys = page?.columns.map(({ key }) => key) ?? [];
    const at = (key: string) => row[keys.indexOf(key)];
    expect([at('ratings'), at('answered'), at('n_5'), at('n_4')]).toEqual([12, 9, 9, 6]);
    expect([at('share_n_5'), at('share_n_4'), at('share_n_3')]).toEqual([
      '100.00',
      '66.67',
      '0.00',
    ]);
    expect(at('blank')).toBe(3);
  });

  test('of few forms show nothing apart', () => {
    const few: Tally = { ...tally('staff', 'an-binh', asked, [2, 2]), answered: 2 };
    const [page] = choicesPages(settingFor(several), { ...handTallies, cells: [few] }, []);
    const [row = []] = cells(page);
    expect(row.slice(5).every((one) => one === null)).toBe(true);
    expect(row.length).toBe(page?.columns.length);
  });
});

describe('void forms', () => {
  const custody = (group: string, unit: string | null, returned: number, spoilt: number) => ({
    group,
    form: group === 'staff' ? '01' : '02',
    unit,
    place: null,
    issued: null,
    returned,
    valid: returned - spoilt,
    void: spoilt,
    partial: false,
  });
  const tallies: Tallies = {
    ...handTallies,
    custody: [
      custody('staff', 'an-binh', 8, 3),
      custody('staff', 'binh-hoa', 7, 1),
      custody('delegates', null, 10, 0),
    ],
    voids: [
      { group: 'staff', unit: 'an-binh', reason: 'để trắng', count: 1 },
      { group: 'staff', unit: 'an-binh', reason: 'Không có dấu', count: 2 },
    ],
  };

  test('every void form is under a reason, the frequent ones first; shares are of the returned', () => {
    const page = voidsPage(settingFor(handPlan), tallies);
    const staff = handPlan.groups.find(({ id }) => id === 'staff')?.name;
    expect(cells(page)).toEqual([
      [staff, null, null, 4, '26.67'],
      [null, 'Xã An Bình', 'Không có dấu', 2, '25.00'],
      [null, 'Xã An Bình', 'để trắng', 1, '12.50'],
      [null, 'Xã Bình Hòa', 'không ghi lý do (phiếu kiểm đếm)', 1, '14.29'],
      ['Tổng cộng', null, 'Không có dấu', 2, '8.00'],
      ['Tổng cộng', null, 'để trắng', 1, '4.00'],
      ['Tổng cộng', null, 'không ghi lý do (phiếu kiểm đếm)', 1, '4.00'],
    ]);
  });

  test('no page where no form is void', () => {
    const none = { ...tallies, custody: [custody('staff', 'an-binh', 8, 0)], voids: [] };
    expect(voidsPage(settingFor(handPlan), none)).toBeNull();
  });
});

describe('the method page', () => {
  test('a plan that says nothing of returns needs no line but that of the checks', () => {
    const topics = returnsEntries(settingFor(handPlan)).map(({ topic }) => topic);
    expect(topics).toEqual(['Kiểm tra phiếu thu về']);
  });

  test('rules and codes are told in words, in both languages', () => {
    const plan: Plan = {
      ...handPlan,
      returns: {
        ...plainReturns,
        codes: { ...plainReturns.codes, 'dont-know': ['98', 'KB'] },
        void: [
          { when: 'blank', reason: null, over: { kind: 'percent', percent: exact(75, 2) } },
          { when: 'two-marks', reason: 'Đánh sai', over: null },
        ],
      },
    };
    const entries = returnsEntries(settingFor(plan)).map(({ content }) => content);
    expect(entries.slice(0, 2)).toEqual([
      'để trống mọi câu hỏi về đơn vị; để trống quá 37,5% số câu được hỏi về đơn vị; đánh nhiều phương án ở bất kỳ câu nào (Đánh sai)',
      'không biết: 98, KB. Được đếm riêng, không tính vào điểm hay tỷ lệ nào.',
    ]);
    expect(returnsEntries(settingFor(plan, 'en'))[0]?.content).toContain(
      'more than 37.5% of the questions asked about the unit left blank',
    );
  });
});
