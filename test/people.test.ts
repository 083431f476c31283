import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameIndex } from '../src/names.ts';
import { alikePeople } from '../src/people/alike.ts';
import { maskedList } from '../src/people/masked.ts';
import { askedElsewhere } from '../src/people/once.ts';
import { readPeople } from '../src/people/read.ts';
import { type PeopleList, whoIsWho } from '../src/people.ts';
import { tableOf } from './sample-survey.ts';

const units = nameIndex([
  { id: 'an-binh', name: 'Xã An Bình' },
  { id: 'hoa-my', name: 'Xã Hòa Mỹ' },
]);
const head = 'họ tên,đơn vị,mã,ngày sinh,chức vụ,email,điện thoại';

function listOf(file: string, ...rows: readonly string[]): PeopleList {
  const table = tableOf(file, head, ...rows);
  const read = readPeople({ file, table, needs: new Set() }, { units, places: nameIndex([]) });
  expect(read.findings).toEqual([]);
  return read.list;
}

/** Row numbers of those taken for one person. */
function same(...lists: readonly PeopleList[]): readonly string[] {
  const groups = whoIsWho(lists).same.map(({ rows, proof }) => {
    const numbers = rows.map(({ file, row }) => (lists.length > 1 ? `${file}${row}` : row)).sort();
    return `${proof} ${numbers.join('=')}`;
  });
  return groups.sort();
}

describe('one person for certain', () => {
  test.each([
    [
      'the same code, however it is typed',
      ['An,an-binh,CB 07,,,,', 'An,hoa-my,cb-07,,,,'],
      ['code 2=3'],
    ],
    ['the same code, tone on another letter', ['Hoà,,7,,,,', 'Hòa,,7,,,,'], ['code 2=3']],
    ['the same e-mail', ['Lê An,an-binh,,,,an@x.vn,', 'Lê Ân,hoa-my,,,, AN@x.vn,'], ['email 2=3']],
    [
      'name, unit and birthday',
      ['Lê An,an-binh,,1/2/1980,,,', 'LÊ AN,Xã An Bình,,1980-02-01,,,'],
      ['born 2=3'],
    ],
    [
      'name, unit and position',
      ['Lê An,an-binh,,,Chủ tịch,,', 'Lê An,an-binh,,,chủ tịch,,'],
      ['position 2=3'],
    ],
    [
      'through a third row',
      ['Lê An,,7,,,,', 'Lê An,,7,,,an@x.vn,', 'Lê An,,,,,an@x.vn,'],
      ['email 2=3=4'],
    ],
  ])('%s', (_name, rows, expected) => {
    expect(same(listOf('a', ...rows))).toEqual(expected);
  });

  test.each([
    ['a name alone', ['Lê An,an-binh,,,,,', 'Lê An,an-binh,,,,,']],
    ['another unit', ['Lê An,an-binh,,1/2/1980,,,', 'Lê An,hoa-my,,1/2/1980,,,']],
    [
      'codes that differ',
      ['Lê An,an-binh,7,1/2/1980,,an@x.vn,', 'Lê An,an-binh,8,1/2/1980,,an@x.vn,'],
    ],
    ['birthdays that differ', ['Lê An,an-binh,,1/2/1980,Phó,,', 'Lê An,an-binh,,2/2/1980,Phó,,']],
    ['one code of two people', ['Lê An,,7,,,,', 'Đỗ Hữu Phước,,7,,,,']],
    ['Đ is not D by name', ['Đỗ An,an-binh,,1/2/1980,,,', 'Dỗ Ân,an-binh,,1/2/1980,,,']],
  ])('not: %s', (_name, rows) => {
    expect(same(listOf('a', ...rows))).toEqual([]);
  });

  test('a person without a code never joins two people who have different ones', () => {
    const rows = [
      'Lê An,an-binh,7,1/2/1980,,,',
      'Lê An,an-binh,8,1/2/1980,,,',
      'Lê An,an-binh,,1/2/1980,,,',
    ];
    expect(same(listOf('a', ...rows))).toHaveLength(1);
    expect(whoIsWho([listOf('a', ...rows)]).same[0]?.rows).toHaveLength(2);
  });

  test('a code or a mailbox with two names is reported', () => {
    const list = listOf('a', 'Lê An,,7,,,vt@x.vn,', 'Đỗ Hữu Phước,,7,,,vt@x.vn,');
    expect(whoIsWho([list]).shared.map(({ mark }) => mark)).toEqual(['code', 'email']);
  });

  test('the order of rows changes nothing', () => {
    const rows = [
      'Lê An,an-binh,7,,,,',
      'Lê An,,7,,,a@x.vn,',
      'Lê Ân,,,,,a@x.vn,',
      'Lê An,an-binh,,,,,',
    ];
    const names = (given: readonly string[]): readonly string[] =>
      whoIsWho([listOf('a', ...given)])
        .same.map((group) =>
          group.rows
            .map(({ cells }) => cells.join())
            .sort()
            .join('|'),
        )
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: 4 }), (shuffled) => {
        expect(names(shuffled)).toEqual(names(rows));
      }),
    );
  });
});

test('asked once: lowest priority number, then the plan’s order', () => {
  const [a, b] = [
    listOf('a', 'Lê An,hoa-my,7,,,,'),
    listOf('b', 'Lê An,an-binh,7,,,,', 'Lê An,,7,,,,'),
  ];
  const { same: groups } = whoIsWho([a, b]);
  const order = new Map([['unit:an-binh', 0]]);
  const askedBy = (priorities: Readonly<Record<string, number>>): readonly string[] => {
    const rank = (file: string) => ({
      priority: priorities[file] ?? 0,
      order: file === 'a' ? 0 : 1,
    });
    const elsewhere = askedElsewhere(groups, rank, order);
    return [...new Set([...elsewhere.values()].map(({ file, row }) => `${file}${row}`))];
  };
  expect(askedBy({ a: 1, b: 2 })).toEqual(['a2']);
  expect(askedBy({ a: 2, b: 1 })).toEqual(['b2']);
  expect(askedBy({ a: 1, b: 1 })).toEqual(['a2']);
});

describe('people alike', () => {
  const pairs = (...lists: readonly PeopleList[]): readonly string[] =>
    alikePeople(lists, whoIsWho(lists).same).map(
      ({ one, other, why }) => `${one.file}${one.row} ${other.file}${other.row} ${why}`,
    );

  test('one name in one unit, or on two lists; marks; slips with something in common', () => {
    expect(pairs(listOf('a', 'Lê An,an-binh,,,,,', 'Lê An,an-binh,,,,,'))).toEqual([
      'a2 a3 same-name',
    ]);
    expect(pairs(listOf('a', 'Lê An,an-binh,,,,,'), listOf('b', 'Lê An,,,,,,'))).toEqual([
      'a2 b2 same-name',
    ]);
    expect(pairs(listOf('a', 'Vũ Hùng,an-binh,,,,,', 'Vu Hung,an-binh,,,,,'))).toEqual([
      'a2 a3 marks',
    ]);
    expect(
      pairs(
        listOf(
          'a',
          'Trần Minh Châu,an-binh,,,,,0912345678',
          'Trần Minh Chau,hoa-my,,,,,+84 912 345 678',
        ),
      ),
    ).toEqual(['a2 a3 marks']);
    expect(
      pairs(
        listOf('a', 'Trần Minh Châu,an-binh,,3/4/1981,,,', 'Trần Minh Châuu,hoa-my,,3/4/1981,,,'),
      ),
    ).toEqual(['a2 a3 typing']);
  });

  test('not those whom birthday or code tell apart, nor namesakes of two units of one list', () => {
    expect(pairs(listOf('a', 'Lê An,an-binh,,1980,,,', 'Lê An,an-binh,,1981,,,'))).toEqual([]);
    expect(pairs(listOf('a', 'Lê An,an-binh,1,,,,', 'Lê An,an-binh,2,,,,'))).toEqual([]);
    expect(pairs(listOf('a', 'Lê An,an-binh,,,,,', 'Lê An,hoa-my,,,,,'))).toEqual([]);
  });

  test('ten thousand namesakes are looked through in a moment', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, at) => `Lê An,${at % 2 ? 'an-binh' : 'hoa-my'},,,,,`,
    );
    expect(pairs(listOf('a', ...rows)).length).toBeLessThan(200_000);
  });
});

test('a masked list has the same people, and none of their names', () => {
  const [a, b] = [
    listOf('a', 'Lê An,an-binh,7,,Chủ tịch,an@x.vn,', 'Vũ Bảo,hoa-my,,,,,'),
    listOf('b', 'Lê An,an-binh,7,,,,'),
  ];
  const lists = new Map([a, b].map((list) => [list.file, list]));
  const frame = { lists, ...whoIsWho([a, b]), elsewhere: new Map() };
  const columns = { kept: ['chức vụ'], ordered: ['họ tên'] };
  const masked = [a, b].map((list) => {
    const { columns: headings, rows } = maskedList(list, frame, columns);
    expect(JSON.stringify(rows)).not.toMatch(/Lê|Vũ|x\.vn/);
    const table = tableOf(list.file, headings.join(), ...rows.map((row) => row.join()));
    return readPeople(
      { file: list.file, table, needs: new Set() },
      { units, places: nameIndex([]) },
    );
  });
  expect(masked[0]?.list.people.map(({ unit }) => unit)).toEqual(['an-binh', 'hoa-my']);
  expect(same(...masked.map(({ list }) => list))).toEqual(['code a2=b2']);
});
