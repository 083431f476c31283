import { expect, test } from 'vitest';
import { checkDigit, checks } from '../src/stats/check-digit.ts';

test('the example of the literature: 572 has the check digit 4', () => {
  expect(checkDigit('572')).toBe('4');
  expect(checks('5724')).toBe(true);
});

test('every single mistyped digit is found, in every number of four digits', () => {
  let missed = 0;
  for (const whole of checkedNumbers(4)) {
    for (let at = 0; at < whole.length; at += 1) {
      for (let digit = 0; digit < 10; digit += 1) {
        const typed = whole.slice(0, at) + digit + whole.slice(at + 1);
        if (typed !== whole && checks(typed)) missed += 1;
      }
    }
  }
  expect(missed).toBe(0);
});

test('every swap of two neighbours is found, the check digit included', () => {
  let missed = 0;
  for (const whole of checkedNumbers(4)) {
    for (let at = 0; at + 1 < whole.length; at += 1) {
      const swapped = `${whole.slice(0, at)}${whole[at + 1]}${whole[at]}${whole.slice(at + 2)}`;
      if (swapped !== whole && checks(swapped)) missed += 1;
    }
  }
  expect(missed).toBe(0);
});

function checkedNumbers(digits: number): readonly string[] {
  return Array.from({ length: 10 ** digits }, (_, number) => {
    const text = String(number).padStart(digits, '0');
    return text + checkDigit(text);
  });
}
