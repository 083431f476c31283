import { describe, expect, test } from 'vitest';
import { vietnameseWords } from '../src/page/number-words.ts';

describe('numbers in Vietnamese words', () => {
  test.each([
    [0, 'không'],
    [4, 'bốn'],
    [10, 'mười'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [55, 'năm mươi lăm'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [111, 'một trăm mười một'],
    [115, 'một trăm mười lăm'],
    [1000, 'một nghìn'],
    [1001, 'một nghìn không trăm linh một'],
    [1015, 'một nghìn không trăm mười lăm'],
    [1050, 'một nghìn không trăm năm mươi'],
    [21_000, 'hai mươi mốt nghìn'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [1_050_000, 'một triệu không trăm năm mươi nghìn'],
    [28_625_000, 'hai mươi tám triệu sáu trăm hai mươi lăm nghìn'],
    [1_000_100_000, 'một tỷ một trăm nghìn'],
    [1_000_000_001, 'một tỷ không trăm linh một'],
    [1_005_000_000_000, 'một nghìn không trăm linh năm tỷ'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [
      999_999_999_999,
      'chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín',
    ],
  ])('%d', (value, words) => expect(vietnameseWords(value)).toBe(words));

  test('two numbers are never read alike', () => {
    const values = Array.from({ length: 20_000 }, (_, at) => at * 7 + (at % 13) * 1_000_003);
    const read = new Map(values.map((value) => [vietnameseWords(value), value]));
    expect(read.size).toBe(new Set(values).size);
    for (const words of read.keys()) expect(words).toMatch(/^\S+( \S+)*$/);
  });
});
