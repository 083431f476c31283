import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameIndex } from '../src/names.ts';
import { alikePeople } from '../src/people/alike.ts';
import { maskedList } from '../src/people/masked.ts';
import { askedElsewhere } from '../src/people/once.ts';
import { readPeople } from '../src/people/read.ts';
import { compareText, type PeopleList, whoIsWho } from '../src/people.ts';
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
    ['the same e-mail', ['Lê An,an-binh,,,,an@x.vn,', 'LÊ AN,hoa-my,,,, AN@x.vn,'], ['email 2=3']],
    [
      'name, unit and birthday',
      ['Lê An,an-binh,,1/2/1980,,,', 'LÊ AN,Xã An Bình,,1980-02-01,,,'],
      ['born 2=3'],
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
    ['one code, two birthdays', ['Lê An,,7,1980,,,', 'Lê An,,7,1985,,,']],
    ['name, unit and position', ['Lê An,an-binh,,,Chuyên viên,,', 'Lê An,an-binh,,,Chuyên viên,,']],
    ['a shared mailbox', ['Lê An,an-binh,,1980,,vt@x.vn,', 'Lê Ân,an-binh,,1985,,vt@x.vn,']],
    ['a shared mailbox, names apart by a mark', ['Lê An,,,,,vt@x.vn,', 'Lê Ân,,,,,vt@x.vn,']],
    ['a row without a name', ['Lê An,,7,,,,', ',,7,,,,', 'Đỗ Hữu Phước,,7,,,,']],
    ['Đ is not D by name', ['Đỗ An,an-binh,,1/2/1980,,,', 'Dỗ Ân,an-binh,,1/2/1980,,,']],
  ])('not: %s', (_name, rows) => {
    expect(same(listOf('a', ...rows))).toEqual([]);
  });

  const birthdays = ['1980', '', '1985'];
  test.each([
    ['codes', ['7', '', '8'].map((code) => `Lê An,an-binh,${code},1/2/1980,,,`)],
    ['birthdays, by e-mail', birthdays.map((born) => `Vũ Hùng,,,${born},,vt@x.vn,`)],
    ['birthdays, by code', birthdays.map((born) => `Vũ Hùng,,7,${born},,,`)],
    ['birthdays, by position', birthdays.map((born) => `Vũ Hùng,an-binh,,${born},Phó,,`)],
    [
      'birthdays, by two marks',
      ['Vũ Hùng,,7,,,vt@x.vn,', 'Vũ Hùng,,7,1980,,,', 'Vũ Hùng,,,1985,,vt@x.vn,'],
    ],
  ])('a row that could be either of two who differ is neither: %s', (_name, rows) => {
    expect(same(listOf('a', ...rows))).toEqual([]);
    expect(same(listOf('a', ...rows.toReversed()))).toEqual([]);
  });

  test('of those who differ, the same code and birthday stay together', () => {
    const rows = [...birthdays, '1985'].map((born) => `Vũ Hùng,,7,${born},,,`);
    expect(same(listOf('a', ...rows))).toEqual(['code 4=5']);
    const dated = ['1980', '1/2/1980'].map((born) => `Vũ Hùng,,7,${born},,,`);
    expect(same(listOf('a', ...dated))).toEqual(['code 2=3']);
  });

  test('a code or a mailbox with two names is reported', () => {
    const list = listOf('a', 'Lê An,,7,,,vt@x.vn,', 'Đỗ Hữu Phước,,7,,,vt@x.vn,');
    expect(whoIsWho([list]).shared.map(({ mark, by }) => [mark, by])).toEqual([
      ['code', 'name'],
      ['email', 'name'],
    ]);
    const born = listOf('a', 'Lê An,,7,1980,,,', 'Lê An,,7,,,,', 'Lê An,,7,1985,,,');
    expect(whoIsWho([born]).shared.map(({ mark, by, other }) => [mark, by, other.row])).toEqual([
      ['code', 'born', 4],
    ]);
  });

  test('ten thousand rows with one code and one mailbox are looked through in a moment', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `Lê An ${at},,7,,,vt@x.vn,`);
    expect(whoIsWho([listOf('a', ...rows)]).shared.length).toBeLessThan(100);
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
    expect(
      pairs(listOf('a', 'Lê An,an-binh,,,Chuyên viên,,', 'Lê An,an-binh,,,Chuyên viên,,')),
    ).toEqual(['a2 a3 same-name']);
    expect(pairs(listOf('a', 'Lê An,,,1980,,vt@x.vn,', 'Lê Ân,,,1985,,vt@x.vn,'))).toEqual([
      'a2 a3 marks',
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

test('parts of a masked list sort as they did, by letters that say nothing', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `Người ${at},an-binh,,,Mật ${at + 1},,`);
  const list = listOf('a', ...rows);
  const frame = { lists: new Map([['a', list]]), same: [], shared: [], elsewhere: new Map() };
  const columns = { sizes: [], parts: ['chức vụ'], ordered: [] };
  const letters = maskedList(list, frame, columns).rows.map((row) => row[4] ?? '');
  expect(letters.every((text) => /^[A-Z]{2}$/.test(text))).toBe(true);
  const order = (texts: readonly string[]) =>
    texts.map((_, at) => at).sort((a, b) => compareText(texts[a] ?? '', texts[b] ?? ''));
  expect(order(letters)).toEqual(order(list.people.map(({ marks }) => marks.position)));
});

test('a masked list has the same people, and none of their names', () => {
  const [a, b] = [
    listOf('a', 'Lê An,an-binh,7,,Chủ tịch,an@x.vn,', 'Vũ Bảo,hoa-my,,,,,'),
    listOf('b', 'Lê An,an-binh,7,,,,'),
  ];
  const lists = new Map([a, b].map((list) => [list.file, list]));
  const frame = { lists, ...whoIsWho([a, b]), elsewhere: new Map() };
  const columns = { sizes: [], parts: ['chức vụ'], ordered: ['họ tên'] };
  const masked = [a, b].map((list) => {
    const { columns: headings, rows } = maskedList(list, frame, columns);
    expect(JSON.stringify(rows)).not.toMatch(/Lê|Vũ|x\.vn|Chủ tịch/);
    const table = tableOf(list.file, headings.join(), ...rows.map((row) => row.join()));
    return readPeople(
      { file: list.file, table, needs: new Set() },
      { units, places: nameIndex([]) },
    );
  });
  expect(masked[0]?.list.people.map(({ unit }) => unit)).toEqual(['an-binh', 'hoa-my']);
  expect(same(...masked.map(({ list }) => list))).toEqual(['code a2=b2']);
});
