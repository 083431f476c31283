/** People who may be the same: by row numbers for `out/`, with their rows under one another for `frame/`. */
import type { Lang } from '../findings/finding.ts';
import type { Page, PageColumn, PageRow } from '../page.ts';
import type { AlikePair } from '../people/alike.ts';
import type { PeopleColumn, PeopleList, Person } from '../people.ts';

export function alikeRows(pairs: readonly AlikePair[]): {
  readonly columns: readonly string[];
  readonly rows: (string | number)[][];
} {
  const rows = pairs.map(({ one, other, why }) => [one.file, one.row, other.file, other.row, why]);
  return { columns: ['roster', 'row', 'other_roster', 'other_row', 'why'], rows };
}

const shown: readonly PeopleColumn[] = [
  'name',
  'unit',
  'place',
  'position',
  'born',
  'code',
  'email',
  'phone',
];

const words: Readonly<
  Record<PeopleColumn | 'pair' | 'file' | 'row', Readonly<Record<Lang, string>>>
> = {
  pair: { vi: 'Cặp', en: 'Pair' },
  file: { vi: 'Danh sách', en: 'List' },
  row: { vi: 'Dòng', en: 'Row' },
  name: { vi: 'Họ tên', en: 'Name' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  place: { vi: 'Địa bàn', en: 'Place' },
  position: { vi: 'Chức vụ', en: 'Position' },
  born: { vi: 'Ngày sinh', en: 'Born' },
  code: { vi: 'Mã', en: 'Code' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
};

/** Two rows for each pair, numbered alike. */
export function alikePage(
  pairs: readonly AlikePair[],
  lists: ReadonlyMap<string, PeopleList>,
  lang: Lang,
): Page {
  const rows = pairs.flatMap(({ one, other }, at) =>
    [one, other].map((person): PageRow => {
      const cells = shown.map((key) => cellOf(person, key, lists));
      return { style: 'row', cells: [at + 1, person.file, person.row, ...cells] };
    }),
  );
  const column = (key: keyof typeof words, kind: PageColumn['kind']): PageColumn => {
    return { key, heading: words[key][lang], over: null, kind, decimals: 0, width: 16, bar: false };
  };
  return {
    name: 'alike',
    title: [],
    columns: [
      column('pair', 'count'),
      column('file', 'text'),
      column('row', 'count'),
      ...shown.map((key) => column(key, 'text')),
    ],
    rows,
    notes: [],
    orientation: 'landscape',
  };
}

function cellOf(
  person: Person,
  column: PeopleColumn,
  lists: ReadonlyMap<string, PeopleList>,
): string {
  return person.cells[lists.get(person.file)?.positions[column] ?? -1] ?? '';
}
