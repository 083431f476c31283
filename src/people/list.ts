/** Lists of people as values: who stands in which row, with what tells one person from another. */
import type { Where } from '../findings/finding.ts';
import type { Table } from '../table.ts';

/** Headings by which a column is known, the first being the one that is documented. */
export const peopleColumns = {
  unit: ['unit', 'mã đơn vị', 'đơn vị', 'tên đơn vị', 'cơ quan, đơn vị', 'cơ quan'],
  place: [
    'place',
    'mã địa bàn',
    'địa bàn',
    'tên địa bàn',
    'thôn',
    'thôn, khu phố',
    'khu phố',
    'ấp',
  ],
  name: ['name', 'full name', 'full_name', 'họ tên', 'họ và tên', 'tên', 'chủ hộ', 'họ tên chủ hộ'],
  code: [
    'code',
    'staff_code',
    'id',
    'mã',
    'mã số',
    'mã cán bộ',
    'mã công chức',
    'số hiệu công chức',
    'số định danh',
    'cccd',
    'số cccd',
  ],
  email: ['email', 'e-mail', 'thư điện tử', 'hộp thư', 'địa chỉ thư điện tử'],
  phone: ['phone', 'điện thoại', 'số điện thoại', 'sđt', 'di động'],
  position: ['position', 'chức vụ', 'chức danh', 'chức vụ, chức danh'],
  born: ['born', 'date of birth', 'ngày sinh', 'năm sinh', 'ngày tháng năm sinh'],
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
  /** As written; blank where the list has no such column. */
  readonly name: string;
  readonly email: string;
  readonly marks: PersonMarks;
}

/** What people are told apart by, in one spelling each; blank: not known. */
export interface PersonMarks {
  /** The name's key (`nameKey`) and its letters without marks (`skeleton`). */
  readonly name: string;
  readonly letters: string;
  readonly code: string;
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
  return (
    compareText(one.marks.code, other.marks.code) ||
    compareText(one.marks.name, other.marks.name) ||
    compareText(one.cells.join('\u0000'), other.cells.join('\u0000')) ||
    one.row - other.row
  );
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
