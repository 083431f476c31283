import { expect, it } from 'vitest';
import { nearPairs } from '../src/plan/rules/names.ts';

function near(...names: readonly string[]): readonly string[] {
  return nearPairs(names.map((name) => ({ name }))).map(
    ({ one, before }) => `${one.name} ~ ${before.name}`,
  );
}

it.each([
  [['Sở Nội vụ', 'Sở Nội vu'], ['Sở Nội vu ~ Sở Nội vụ']],
  [['TT-TDTT', 'TT-TD TT'], ['TT-TD TT ~ TT-TDTT']],
  [['Xã Thương Lạc', 'Xã Thượngg Lạc'], ['Xã Thượngg Lạc ~ Xã Thương Lạc']],
  [['Phường 1', 'Phường 2'], []],
  [['Xã Tân An', 'Xã Tân Ân B'], []],
  [['Xã Bình', 'Xã Minh'], []],
  [['Trường THCS số 11', 'Trường THCS số 1'], []],
])('%j', (names, expected) => expect(near(...names)).toEqual(expected));

it('tells a slip once, however often the names stand there', () => {
  expect(near('Sở Nội vụ', 'Sở Nội vụ', 'Sở Nội vu', 'Sở Nội vu', 'Sở Nội vụ')).toHaveLength(1);
});

it('is done with long lists of like names within seconds', () => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const like = letters.flatMap((one) =>
    letters.flatMap((two) => letters.map((three) => `Tổ dân phố ${one}${two}${three}`)),
  );
  const same = Array.from({ length: 20_000 }, () => 'Khu phố Một');
  expect(near(...like, ...same)).toEqual([]);
}, 10_000);
