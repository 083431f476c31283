/** Points of units and criteria, read from points/ by `score`. */
import { encodeLegacy } from '../encode.ts';
import { type CorpusCase, type Expected, refused, same } from './case.ts';
import { type Grid, mapped, points, withCells } from './survey.ts';
import { csv } from './texts.ts';

const file = 'points/diem.csv';

function scored(
  odd: string,
  make: () => Uint8Array | string,
  expect: Expected = same(points),
): CorpusCase {
  return { file, odd, make, command: 'score', expect };
}

const changed = (changes: Readonly<Record<string, string>>): Grid => withCells(points, changes);

export const pointCases: readonly CorpusCase[] = [
  scored('decimals with points', () =>
    csv(
      mapped(points, (cell, row, column) =>
        row > 1 && column > 2 ? cell.replace(',', '.') : cell,
      ),
    ),
  ),
  scored('semicolons and unquoted decimal commas', () => csv(points, { delimiter: ';' })),
  scored('TCVN3', () => encodeLegacy(csv(points), 'TCVN3')),
  scored('UTF-16', () => Buffer.from(`\ufeff${csv(points, { delimiter: '\t' })}`, 'utf16le')),
  scored('zeros behind the decimals', () => csv(changed({ '2:4': '4,50', '3:3': '3,0' }))),
  scored(
    'points beyond the maximum',
    () => csv(changed({ '2:4': '5,5' })),
    refused('points/out-of-range points/diem.csv:2:Thẩm định'),
  ),
  scored(
    'a percentage for points',
    () => csv(changed({ '2:4': '90%' })),
    refused('points/not-a-number points/diem.csv:2:Thẩm định'),
  ),
  scored(
    'a unit that is nearly right',
    () => csv(changed({ '2:1': 'Xã An Bìnn' })),
    refused('points/unknown-unit points/diem.csv:2:Đơn vị'),
  ),
  scored(
    'a criterion that Excel shortened (1.10 → 1.1)',
    () => csv([...points, ['Xã An Bình', '1.1', '1', '1']]),
    refused('points/repeated'),
  ),
];
