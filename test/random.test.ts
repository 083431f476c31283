import { expect, test } from 'vitest';
import { randomStream } from '../src/stats/random.ts';

const take = (count: number, ...name: [string, ...string[]]): readonly number[] => {
  const random = randomStream(...name);
  return Array.from({ length: count }, random);
};

test('same seed and name give the same numbers, another name gives others', () => {
  expect(take(5, '7', 'so-noi-vu')).toEqual(take(5, '7', 'so-noi-vu'));
  expect(take(5, '7', 'so-noi-vu')).not.toEqual(take(5, '7', 'so-y-te'));
  expect(take(5, '7', 'a', 'bc')).not.toEqual(take(5, '7', 'ab', 'c'));
});

test('the stream is pinned: a draw made today is re-drawn in ten years', () => {
  expect(take(3, '2023', 'draw')).toEqual([
    0.8259559268300213, 0.8121736810085368, 0.9421392933246798,
  ]);
});

test('numbers are in [0, 1) and fill ten equal bins within 4 standard errors', () => {
  const numbers = take(20_000, '1', 'bins');
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const bins = Array.from(
    { length: 10 },
    (_, bin) => numbers.filter((x) => Math.floor(x * 10) === bin).length,
  );
  const error = Math.sqrt(20_000 * 0.1 * 0.9);
  for (const bin of bins) expect(Math.abs(bin - 2_000)).toBeLessThan(4 * error);
});

test('two streams of one seed are uncorrelated within 4 standard errors', () => {
  const [left, right] = [take(20_000, '1', 'a'), take(20_000, '1', 'b')];
  const products = left.map((x, at) => (x - 0.5) * ((right[at] ?? 0) - 0.5));
  const correlation = (12 * products.reduce((sum, x) => sum + x, 0)) / products.length;
  expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(20_000));
});
