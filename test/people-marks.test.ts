/** What people are told apart by, as offices write it: numbers, titles, names in two columns, headings. */
import { describe, expect, test } from 'vitest';
import { nameIndex } from '../src/names.ts';
import { alikePeople } from '../src/people/alike.ts';
import { readPeople } from '../src/people/read.ts';
import { type PeopleList, whoIsWho } from '../src/people.ts';
import { tableOf } from './sample-survey.ts';

const units = nameIndex([{ id: 'an-binh', name: 'Xã An Bình' }]);

/** Row numbers of those taken for one person. */
function same(list: PeopleList): readonly string[] {
  return whoIsWho([list]).same.map(({ rows, proof }) => {
    return `${proof} ${rows
      .map(({ row }) => row)
      .sort()
      .join('=')}`;
  });
}

/** A list under these headings. */
function under(headings: string, ...rows: readonly string[]): PeopleList {
  const table = tableOf('a', headings, ...rows);
  return readPeople({ file: 'a', table, needs: new Set() }, { units, places: nameIndex([]) }).list;
}

describe('numbers of the office and of the state', () => {
  const both = 'họ tên,mã cán bộ,số cccd,ngày sinh';

  test.each([
    [
      'a citizen number beside a staff code',
      ['An,CB017,075089000099,', 'An,,075089000099,'],
      ['citizen 2=3'],
    ],
    ['codes of two offices', ['An,CB017,075089000099,', 'An,YT5,075089000099,'], ['citizen 2=3']],
    ['zeros that Excel dropped', ['An,,075080000077,', 'An,,75080000077,'], ['citizen 2=3']],
    ['two zeros that Excel dropped', ['An,,001080000077,', 'An,,1080000077,'], ['citizen 2=3']],
    ['a citizen number under “Mã”', ['An,075080000077,,', 'An,,075080000077,'], ['citizen 2=3']],
    ['zeros before a staff code', ['An,007,,', 'An,7,,'], ['code 2=3']],
    ['CMND and CCCD', ['An,7,212345678,', 'An,7,075080000077,'], ['code 2=3']],
    [
      'words in another order',
      ['Nguyễn Văn Anh,7,,1/2/1980', 'Anh Nguyễn Văn,7,,1/2/1980'],
      ['code 2=3'],
    ],
    ['titles', ['Ông Hoàng Minh,7,,', 'PGS.TS. HOÀNG MINH,7,,'], ['code 2=3']],
  ])('one person: %s', (_name, rows, expected) => {
    expect(same(under(both, ...rows))).toEqual(expected);
  });

  test.each([
    ['two citizen numbers', ['An,7,075080000077,', 'An,7,075080000078,']],
    [
      'what Excel left of a number',
      ['An,,"7.508E+10",', 'An,,"7.508E+10",'].map((row) => row.replaceAll('"', '')),
    ],
    ['two dates of birth', ['An,,075080000077,1980', 'An,,075080000077,1981']],
  ])('not: %s', (_name, rows) => {
    expect(same(under(both, ...rows))).toEqual([]);
  });

  test('namesakes of one birthday with other telephones and addresses', () => {
    const heads = 'họ tên,đơn vị,ngày sinh,email,điện thoại';
    const rows = ['Lê An,an-binh,1980,a@x.vn,0912', 'Lê An,an-binh,1980,b@x.vn,0913'];
    const list = under(heads, ...rows);
    expect(same(list)).toEqual([]);
    expect(alikePeople([list], [])).toMatchObject([{ why: 'same-name' }]);
  });

  test.each([
    ['Ông Hoàng Minh Phượng', 'hoàng minh phượng'],
    ['Đ/c Lê An Bình', 'lê an bình'],
    ['ThS. BS Lê An', 'lê an'],
    ['BS.CKII Lê An', 'lê an'],
    ['Bà Sáu', 'bà sáu'],
    ['Bùi Sơn', 'bùi sơn'],
    ['Lê Bà Trưng', 'lê bà trưng'],
  ])('%s is known as %s', (written, expected) => {
    expect(under('họ tên', written).people[0]?.marks.name).toBe(expected);
  });
});

describe('headings of offices', () => {
  test.each([['Họ đệm,Tên'], ['Họ và tên đệm,Tên'], ['Họ,Tên']])(
    'a name in two columns: %s',
    (headings) => {
      const [person] = under(`STT,${headings}`, '1,Nguyễn Văn,An').people;
      expect([person?.name, person?.marks.name]).toEqual(['Nguyễn Văn An', 'nguyễn văn an']);
    },
  );

  test('“Tên” alone is the name', () => {
    expect(under('Tên', 'Nguyễn Văn An').people[0]?.name).toBe('Nguyễn Văn An');
  });

  test.each([
    ['Mã CBCC', 'code'],
    ['Mã công chức', 'code'],
    ['Số căn cước', 'citizen'],
    ['Số định danh', 'citizen'],
    ['CMND/CCCD', 'citizen'],
    ['Xã, phường', 'unit'],
    ['Đơn vị (xã, phường)', 'unit'],
    ['CƠ QUAN', 'unit'],
    ['Họ và tên (chữ in hoa)', 'name'],
  ] as const)('%s is %s', (heading, column) => {
    expect(under(`Tên,${heading.replaceAll(',', '‚')}`, 'An,x').positions[column]).toBe(1);
  });
});

test('how people are told apart does not order a draw: the cells do', () => {
  const rows = ['Ông Lê Văn An,075080000077,an-binh', 'TS. Đỗ Hữu,75080000078,an-binh'];
  const keys = under('họ tên,số cccd,đơn vị', ...rows).people.map(({ sortKey }) => sortKey);
  expect(keys.map((key) => key.split('\u0000'))).toEqual([
    ['075080000077', 'ông lê văn an', 'Ông Lê Văn An', '075080000077', 'an-binh'],
    ['75080000078', 'ts đỗ hữu', 'TS. Đỗ Hữu', '75080000078', 'an-binh'],
  ]);
});
