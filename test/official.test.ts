import { describe, expect, test } from 'vitest';
import {
  attachedTo,
  dayText,
  documentDay,
  officialHead,
  openDay,
  signersOf,
} from '../src/page/official.ts';
import type { PlanDocument } from '../src/plan/plan.ts';
import { emptyPlan } from './plan-literals.ts';

const nothing = emptyPlan.document;

describe('the day', () => {
  test.each<[Partial<PlanDocument>, string | null, string]>([
    [{ date: '2023-02-05', month: '2023-02' }, null, 'ngày 05 tháng 02 năm 2023'],
    [{ date: '2023-10-21', month: '2023-10' }, null, 'ngày 21 tháng 10 năm 2023'],
    [{ month: '2023-09' }, '2024-01-01', 'ngày … tháng 9 năm 2023'],
    [{}, '2024-05-06', 'ngày … tháng … năm 2024'],
    [{}, null, 'ngày … tháng … năm 20…'],
  ])('%o', (document, opens, text) => {
    expect(dayText(documentDay({ ...nothing, ...document }, opens), 'vi')).toBe(text);
  });
});

describe('the head', () => {
  test('is there when the plan says whose document it is', () => {
    expect(officialHead(nothing, openDay, 'vi')).toBeNull();
    const left = (document: Partial<PlanDocument>) =>
      officialHead({ ...nothing, ...document }, openDay, 'vi')?.left.map(({ text, style }) => [
        text,
        style,
      ]);
    const rule = ['', 'rule'];
    expect(left({ issuer: 'UBND huyện Ví Dụ' })).toEqual([['UBND HUYỆN VÍ DỤ', 'bold'], rule]);
    expect(left({ issuer: 'Sở Nội vụ', parent: 'UBND tỉnh' })).toEqual([
      ['UBND TỈNH', 'plain'],
      ['SỞ NỘI VỤ', 'bold'],
      rule,
    ]);
  });
});

test('without a signer the head of the office signs and stamps', () => {
  expect(signersOf(nothing, 'vi').at(-1)).toEqual({
    titles: ['THỦ TRƯỞNG CƠ QUAN'],
    note: '(Ký tên, đóng dấu)',
    name: null,
  });
});

test.each([
  ['/KH-SNV', 'KẾ HOẠCH', '(Kèm theo Kế hoạch số …/KH-SNV ngày … tháng … năm 20…)'],
  ['2229/QĐ-UBND', 'QUYẾT ĐỊNH', '(Kèm theo Quyết định số 2229/QĐ-UBND ngày … tháng … năm 20…)'],
  ['198-KH/BDVTU', 'KẾ HOẠCH', '(Kèm theo Kế hoạch số 198-KH/BDVTU ngày … tháng … năm 20…)'],
  ['1412/SNV-CCHC', 'PHƯƠNG ÁN', '(Kèm theo Phương án số 1412/SNV-CCHC ngày … tháng … năm 20…)'],
])('an annex to %s', (number, kind, text) => {
  expect(attachedTo({ ...nothing, number, kind }, openDay, 'vi')).toBe(text);
  expect(attachedTo(nothing, openDay, 'vi')).toBeNull();
});
