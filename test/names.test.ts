import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchName, nameIndex, nameKey, nearest } from '../src/names.ts';

const communes = [
  { id: 'hoa-an', name: 'Xã Hòa An' },
  { id: 'chau-thanh-x', name: 'Xã Châu Thành' },
  { id: 'chau-thanh-tt', name: 'Thị trấn Châu Thành' },
  { id: 'p1', name: 'Phường 1' },
  { id: 'p2', name: 'Phường 02' },
  { id: 'vinh-chau', name: 'Thị xã Vĩnh Châu' },
  { id: 'so-noi-vu', name: 'Sở Nội vụ' },
  { id: 'ld', name: 'Sở Lao động, Thương binh và Xã hội' },
];

function idOf(text: string): string | null {
  const match = matchName(text, communes);
  return match.kind === 'exact' ? match.found.id : null;
}

describe('what was probably meant', () => {
  it.each([
    ['Xã Cầu Chúc', 'Xã Cầu Trúc'],
    ['Xã Xuối Ngà', 'Xã Suối Ngà'],
    ['Xã Dao An', 'Xã Giao An'],
  ])('letters that sound alike are one slip: %s for %s', (written, meant) => {
    expect(nearest(written, ['Xã Cầu Trúc', 'Xã Suối Ngà', 'Xã Giao An'])).toEqual([meant]);
  });

  it('other letters are not', () => {
    expect(nearest('Xã Cầu Phúc', ['Xã Cầu Trúc'])).toEqual([]);
  });
});

describe('nameKey', () => {
  it.each([
    ['Hòa', 'Hoà'],
    ['khỏe', 'khoẻ'],
    ['Thủy', 'Thuỷ'],
    ['Ủy ban', 'Uỷ ban'],
    ['quý', 'qúy'],
    ['Hòa'.normalize('NFD'), 'hoà'],
    ['Phường 01', 'P.1'],
    ['Phường 1', 'P1'],
    ['TP. Sóc Trăng', 'Thành phố Sóc Trăng'],
    ['TX Ngã Năm', 'thị xã  Ngã\u00a0Năm'],
    ['UBND TT. Gio Linh', 'Thị trấn Gio Linh'],
    ['Ủy ban nhân dân huyện Kế Sách', 'H. Kế Sách'],
    ['Sở Lao động, Thương binh và Xã hội', 'Sở Lao động - Thương binh & Xã hội'],
  ])('%s is %s', (left, right) => expect(nameKey(left)).toBe(nameKey(right)));

  it.each([
    ['Đông', 'Dông'],
    ['Tân Hà', 'Tân Hạ'],
    ['Hoàn', 'Hòn'],
    ['Xã Hòa An', 'Phường Hòa An'],
    ['Phường 1', 'Phường 10'],
    ['Phường 10', 'Phường 100'],
    ['Sở Y tế', 'Y tế'],
    ['X An', 'Xã An'],
  ])('%s is not %s', (left, right) => expect(nameKey(left)).not.toBe(nameKey(right)));

  it('is stable: the key of a key is itself', () => {
    const syllables = fc.constantFrom(
      'hòa',
      'Hoà',
      'thủy',
      'X.',
      'P.',
      '01',
      'Đông',
      'TT.',
      'UBND',
      'an',
      '-',
    );
    fc.assert(
      fc.property(fc.array(syllables, { minLength: 1, maxLength: 5 }), (parts) => {
        const key = nameKey(parts.join(' ').normalize('NFD'));
        expect(nameKey(parts.join('  '))).toBe(key);
      }),
    );
  });
});

describe('matchName', () => {
  it('takes an id before a name', () => expect(idOf('p1')).toBe('p1'));

  it.each([
    ['xã hoà an', 'hoa-an'],
    ['UBND xã Hòa An', 'hoa-an'],
    ['Hoà An', 'hoa-an'],
    ['P. 2', 'p2'],
    ['TT. Châu Thành', 'chau-thanh-tt'],
    ['TX. Vĩnh Châu', 'vinh-chau'],
    ['SỞ NỘI VỤ', 'so-noi-vu'],
  ])('%s → %s', (text, id) => expect(idOf(text)).toBe(id));

  it('does not choose between two bodies of one name', () => {
    const match = matchName('Châu Thành', communes);
    expect(match.kind).toBe('ambiguous');
    expect(match.kind === 'ambiguous' && match.among.map(({ id }) => id)).toEqual([
      'chau-thanh-x',
      'chau-thanh-tt',
    ]);
  });

  it('never takes another kind of body, a bare number or a near miss', () => {
    expect(matchName('Huyện Hòa An', communes).kind).toBe('none');
    expect(matchName('1', communes).kind).toBe('none');
    expect(matchName('Sở Nội vu', communes)).toEqual({ kind: 'none', near: ['Sở Nội vụ'] });
    expect(matchName('', communes)).toEqual({ kind: 'none', near: [] });
  });

  it('looks names up in a prepared index', () => {
    const index = nameIndex(communes);
    expect(matchName('hoà an', index)).toEqual(matchName('hoà an', communes));
  });
});

describe('nearest', () => {
  it('offers no other short name that shares a prefix or a syllable', () => {
    expect(nearest('Xã Phú Lợi', ['Xã Thủy Lợi', 'Xã Phú Lộc', 'Xã Tân Lợi'])).toEqual([
      'Xã Phú Lộc',
    ]);
    expect(nearest('Phường Hòa An', ['Xã Hòa An', 'Phường Hưng An'])).toEqual(['Xã Hòa An']);
    expect(nearest('Phường 3', ['Phường 1', 'Phường 2'])).toEqual([]);
  });

  it('offers the nearest first and nothing far away', () => {
    expect(nearest('so-noivu', ['so-y-te', 'so-noi-vu', 'cuc-thue'])).toEqual(['so-noi-vu']);
    expect(nearest('quotas', ['quota', 'quote', 'groups'])).toEqual(['quota']);
    expect(nearest('xyz', ['survey', 'title'])).toEqual([]);
  });
});
