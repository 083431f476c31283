/** Lists of people as values: who stands in which row, with what tells one person from another. */
import type { Where } from '../findings/finding.ts';
import type { Table } from '../table.ts';

/**
 * Headings by which a column is known, the first being the one that is documented. What stands in brackets behind a heading does
 * not count (“Họ và tên (chữ in hoa)”). `code` is the number that an office gives its people, `citizen` the number that the state
 * gives everybody: a list may have both. A name may stand in two columns, `family` and `given`.
 */
export const peopleColumns = {
  unit: [
    'unit',
    'mã đơn vị',
    'đơn vị',
    'tên đơn vị',
    'cơ quan, đơn vị',
    'đơn vị công tác',
    'cơ quan',
    'tên cơ quan',
    'cơ quan công tác',
    'xã, phường',
    'tên xã, phường',
    'phường, xã',
    'xã, phường, thị trấn',
    'xã, phường, đặc khu',
  ],
  place: [
    'place',
    'mã địa bàn',
    'địa bàn',
    'tên địa bàn',
    'thôn',
    'thôn, khu phố',
    'thôn, tổ dân phố',
    'khu phố',
    'tổ dân phố',
    'ấp',
  ],
  name: ['name', 'full name', 'full_name', 'họ tên', 'họ và tên', 'chủ hộ', 'họ tên chủ hộ'],
  family: [
    'family',
    'family name',
    'họ đệm',
    'họ và đệm',
    'họ tên đệm',
    'họ và tên đệm',
    'họ và chữ đệm',
    'họ, chữ đệm',
    'họ lót',
    'họ',
  ],
  given: ['given', 'given name', 'tên'],
  code: [
    'code',
    'staff_code',
    'id',
    'mã',
    'mã số',
    'mã cán bộ',
    'mã cbcc',
    'mã cbccvc',
    'mã công chức',
    'mã công chức, viên chức',
    'mã viên chức',
    'mã nhân viên',
    'mã nv',
    'số hiệu',
    'số hiệu cán bộ',
    'số hiệu công chức',
  ],
  citizen: [
    'citizen',
    'số cccd',
    'cccd',
    'số căn cước',
    'căn cước',
    'số căn cước công dân',
    'căn cước công dân',
    'số thẻ căn cước',
    'số định danh',
    'số định danh cá nhân',
    'mã định danh',
    'mã định danh cá nhân',
    'số cmnd',
    'cmnd',
    'số cmnd/cccd',
    'cmnd/cccd',
    'số cccd/cmnd',
    'cccd/cmnd',
  ],
  email: ['email', 'e-mail', 'thư điện tử', 'hộp thư', 'địa chỉ thư điện tử', 'địa chỉ email'],
  phone: ['phone', 'điện thoại', 'số điện thoại', 'sđt', 'số đt', 'di động', 'số di động'],
  position: ['position', 'chức vụ', 'chức danh', 'chức vụ, chức danh', 'chức danh, chức vụ'],
  born: [
    'born',
    'date of birth',
    'ngày sinh',
    'năm sinh',
    'ngày tháng năm sinh',
    'ngày, tháng, năm sinh',
  ],
} as const;

export type PeopleColumn = keyof typeof peopleColumns;

export interface PeopleList {
  /** As the plan names it: `frame/staff.csv`. */
  readonly file: string;
  readonly table: Table;
  /** Position of each known column; −1: not there. */
  readonly positions: Readonly<Record<PeopleColumn, number>>;
  /** In file order. */
  readonly people: readonly Person[];
}

/** A row of a list. Personal data: only row numbers of it may leave `frame/`. */
export interface Person {
  /** The list it stands on. */
  readonly file: string;
  /** Row in the file as Excel counts it. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Id of its unit and of its place; null: not said, or none of the plan. */
  readonly unit: string | null;
  readonly place: string | null;
  /** As written, from one column or two; blank where the list has no such column. */
  readonly name: string;
  readonly email: string;
  readonly marks: PersonMarks;
  /** What rows are sorted by before a draw. It is made of the cells alone: how people are told apart may change, a draw may not. */
  readonly sortKey: string;
}

/** What people are told apart by, in one spelling each; blank: not known. */
export interface PersonMarks {
  /** The name's key (`nameKey`) without titles, and its letters without marks (`skeleton`). */
  readonly name: string;
  readonly letters: string;
  /** Its words without marks, sorted: the same for “Nguyễn Văn Anh” and “Anh Nguyễn Văn”. */
  readonly words: string;
  /** Of the office: two of them contradict one another, and so do two citizen numbers, but never one of each kind. */
  readonly code: string;
  readonly citizen: string;
  readonly email: string;
  readonly phone: string;
  readonly position: string;
  /** `1980-02-01`, or a year. */
  readonly born: string;
}

/** Where the person is asked: the place, else the unit; blank: neither is known. */
export function homeOf({ unit, place }: Pick<Person, 'unit' | 'place'>): string {
  if (place !== null) return `place:${place}`;
  return unit === null ? '' : `unit:${unit}`;
}

/** The order of a list that does not depend on the order of its rows: by code, name, then everything written there. */
export function byContent(one: Person, other: Person): number {
  return compareText(one.sortKey, other.sortKey) || one.row - other.row;
}

/** By code units: the same on every machine, whatever its language. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A row of the list, or one of its cells by the column's position (−1: the whole row). */
export function whereRow({ table }: PeopleList, row: number, column = -1): Where {
  const heading = table.columns[column] ?? null;
  return { kind: 'cell', file: table.file, sheet: table.sheet, row, column: heading };
}
