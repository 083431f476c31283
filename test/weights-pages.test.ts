import { describe, expect, test } from 'vitest';
import { settingOf } from '../src/report/sheet.ts';
import { weightsPages } from '../src/report/weights.ts';
import { exact } from '../src/stats/exact.ts';
import { weightsJson, weightsTable } from '../src/weights.ts';
import { noRules, times, totals, value, weighed, weightedPlan } from './weighted-survey.ts';

const rules = {
  ...noRules,
  nonResponse: true,
  margins: [{ question: 'gioi', totals: totals({ nam: 50, nu: 50 }) }],
  trim: exact(5, 2),
};
const replies = [
  ...times(2, ['thon-1', 'nam', 'tre', '2']),
  ...times(5, ['thon-2', 'nu', 'tre', '1']),
  ...times(1, ['thon-2', null, 'tre', '1']),
] as const;
const { weights } = value(weighed(rules, replies));

describe('the page on weights', () => {
  const page = (lang: 'vi' | 'en', hideBelow = 1) => {
    const plan = weightedPlan(rules);
    return weightsPages(settingOf(plan, { ...plan.index, hideBelow }, lang, false), weights)[0];
  };

  test('shows what weighting costs, and the respondents beside the population', () => {
    const rows = page('en')?.rows.map(({ cells }) => cells);
    // By row 10/2 and 10/6; the unanswered one keeps 5/3 of the mean 20/8. The others weigh 50 : 50 of 20 − 5/3.
    const [man, woman, silent] = [55 / 6 / 2 / 2.5, 55 / 6 / 5 / 2.5, 5 / 3 / 2.5];
    const sum = 2 * man + 5 * woman + silent;
    const squares = 2 * man ** 2 + 5 * woman ** 2 + silent ** 2;
    expect(rows).toEqual([
      [
        ...['Hộ gia đình', null, 8, null, null, null],
        ...[silent.toFixed(3), man.toFixed(3)],
        ...[(sum ** 2 / squares).toFixed(1), ((8 * squares) / sum ** 2).toFixed(3)],
      ],
      [null, 'Câu gioi', ...Array(8).fill(null)],
      [null, '– nam', 2, '28.57', '50.00', '50.00', ...Array(4).fill(null)],
      [null, '– nu', 5, '71.43', '50.00', '50.00', ...Array(4).fill(null)],
      [null, '– (no answer)', 1, ...Array(7).fill(null)],
    ]);
  });

  test('does not count few respondents apart, nor says what would tell how many they are', () => {
    const cells = page('en', 5)?.rows.map((row) => row.cells);
    expect(cells?.[0]?.slice(0, 8)).toEqual(['Hộ gia đình', null, 8, ...Array(5).fill(null)]);
    expect(cells?.slice(2).map((row) => row.slice(1, 6))).toEqual([
      ['– nam', null, null, '50.00', null],
      ['– nu', 5, null, '50.00', null],
      ['– (no answer)', null, null, null, null],
    ]);
    expect(page('en', 5)?.notes.at(-1)).toContain('fewer than 5 respondents');
    expect(page('en')?.notes.join()).not.toContain('fewer than');
  });

  test('says how, in both languages', () => {
    expect(page('en')?.notes[0]).toBe(
      'Hộ gia đình: sheets given out ÷ valid sheets of the row of the quota; post-stratified to the population; no weight beyond 2.5 times the mean (0 respondents at the limit).',
    );
    expect(page('vi')?.notes[0]).toBe(
      'Hộ gia đình: số phiếu phát ra ÷ số phiếu hợp lệ của dòng phân bổ; hậu phân tầng theo tổng thể; không trọng số nào quá 2,5 lần trung bình (0 người ở mức giới hạn).',
    );
  });

  test('is not there where nobody has a weight', () => {
    const plan = weightedPlan(noRules);
    const setting = settingOf(plan, plan.index, 'vi', false);
    const none = value(weighed(noRules, replies)).weights;
    expect(none.groups).toEqual([]);
    expect(weightsPages(setting, none)).toEqual([]);
  });
});

test('the table names rows and counts sheets, never serials', () => {
  const rows = weightsTable('x', weights, 1).rows.map(({ cells }) => cells);
  expect(rows.map((cells) => cells.slice(0, 7))).toEqual([
    ['households', 'an', 'thon-1', 'Thôn thon-1', 2, null, '5'],
    ['households', 'an', 'thon-2', 'Thôn thon-2', 1, null, '5/3'],
    ['households', 'an', 'thon-2', 'Thôn thon-2', 5, null, '5/3'],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/H\d/);
});

test('weights of few are not in the table, nor in the JSON', () => {
  const rows = weightsTable('x', weights, 5).rows.map(({ cells }) => cells);
  expect(rows.map((cells) => [cells[2], cells[4], cells[7] === null])).toEqual([
    ['thon-1', 2, false],
    ['thon-2', 6, true],
  ]);
  expect(weightsJson(weights, 5)).toMatchObject([
    {
      smallest: null,
      largest: null,
      trimmed: null,
      margins: [
        {
          unanswered: null,
          categories: [
            { options: ['nam'], respondents: null, percent: null, weighted_percent: null },
            { options: ['nu'], respondents: 5, percent: null, weighted_percent: null },
          ],
        },
      ],
    },
  ]);
});

test('as JSON', () => {
  expect(weightsJson(weights, 1)).toMatchObject([
    {
      group: 'households',
      respondents: 8,
      trimmed: 0,
      margins: [
        {
          question: 'gioi',
          unanswered: 1,
          categories: [
            {
              options: ['nam'],
              respondents: 2,
              percent: '28.571429',
              weighted_percent: '50.000000',
            },
            {
              options: ['nu'],
              respondents: 5,
              percent: '71.428571',
              weighted_percent: '50.000000',
            },
          ],
        },
      ],
    },
  ]);
});
