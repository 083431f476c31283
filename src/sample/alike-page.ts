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

type Shown = Exclude<PeopleColumn, 'family' | 'given'>;

const shown: readonly Shown[] = [
  'name',
  'unit',
  'place',
  'position',
  'born',
  'code',
  'citizen',
  'email',
  'phone',
];

type Bilingual = Readonly<Record<Lang, string>>;

/** What each column of a list holds. */
export const columnWords: Readonly<Record<PeopleColumn, Bilingual>> = {
  unit: { vi: 'Đơn vị', en: 'Unit' },
  place: { vi: 'Địa bàn', en: 'Place' },
  name: { vi: 'Họ tên', en: 'Name' },
  family: { vi: 'Họ đệm', en: 'Family name' },
  given: { vi: 'Tên', en: 'Given name' },
  code: { vi: 'Mã', en: 'Code' },
  citizen: { vi: 'Số căn cước', en: 'Citizen number' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  phone: { vi: 'Điện thoại', en: 'Telephone' },
  position: { vi: 'Chức vụ', en: 'Position' },
  born: { vi: 'Ngày sinh', en: 'Born' },
};

const words: Readonly<Record<Shown | 'pair' | 'file' | 'row', Bilingual>> = {
  ...columnWords,
  pair: { vi: 'Cặp', en: 'Pair' },
  file: { vi: 'Danh sách', en: 'List' },
  row: { vi: 'Dòng', en: 'Row' },
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

function cellOf(person: Person, column: Shown, lists: ReadonlyMap<string, PeopleList>): string {
  if (column === 'name') return person.name;
  return person.cells[lists.get(person.file)?.positions[column] ?? -1] ?? '';
}
