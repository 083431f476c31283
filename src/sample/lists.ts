/** A draw as tables: rows without names for `out/`, and the group's list with its people for `frame/`. */
import type { Lang } from '../findings/finding.ts';
import { column, type PageColumn, type PageRow, type PrintedPage, plainPrint } from '../page.ts';
import type { PeopleList } from '../people.ts';
import type { Plan } from '../plan/plan.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import type { DrawnPerson, GroupDraw } from '../sample.ts';
import { type Exact, parseExact, roundExact } from '../stats/exact.ts';
import type { DrawRecord } from './record.ts';

type Bilingual = Readonly<Record<Lang, string>>;

export const drawColumns = [
  'group',
  'unit',
  'place',
  'role',
  'order',
  'roster',
  'roster_row',
  'chance',
  'inclusion',
] as const;

/** Who was drawn, by row number, under `drawColumns`. Chances have at most 10 decimals; the record has them exactly. */
export function drawRows({ rows }: DrawRecord): (string | number | null)[][] {
  return rows.flatMap(({ group, unit, place, roster, people }) =>
    people.map(({ role, order, row, chance, inclusion }) => {
      return [group, unit, place, role, order, roster, row, decimals(chance), decimals(inclusion)];
    }),
  );
}

/** `1/3` → `0.3333333333`: a spreadsheet would take the fraction for a date. */
function decimals(chance: string | null): string | null {
  if (chance === null) return null;
  const [top = '0', bottom = '1'] = chance.split('/');
  const value = parseExact(top)?.div(parseExact(bottom) ?? 1);
  return value === undefined ? null : roundExact(value, 10, 'half-up').replace(/\.?0+$/, '');
}

const words = {
  order: { vi: 'Thứ tự rút', en: 'Order' },
  role: { vi: 'Kết quả rút', en: 'Drawn' },
  unit: { vi: 'Đơn vị được đánh giá', en: 'Unit' },
  place: { vi: 'Địa bàn', en: 'Place' },
  row: { vi: 'Dòng', en: 'Row' },
  serial: { vi: 'Sê-ri phiếu', en: 'Serial' },
  title: { vi: 'DANH SÁCH NGƯỜI ĐƯỢC CHỌN', en: 'PEOPLE CHOSEN' },
  secret: {
    vi: 'Dữ liệu cá nhân: chỉ dùng để phát phiếu, không đưa ra khỏi thư mục frame/ và không gắn với câu trả lời.',
    en: 'Personal data: for handing out forms only; keep it in frame/ and apart from the answers.',
  },
  drawId: { vi: 'Mã lần rút', en: 'Draw' },
  tracked: {
    vi: 'Sê-ri gắn với người theo phương án (select.tracked); câu trả lời không ẩn danh.',
    en: 'Serials are tied to people by the plan (select.tracked); answers are not anonymous.',
  },
  roles: {
    drawn: { vi: 'Chính thức', en: 'drawn' },
    reserve: { vi: 'Dự phòng', en: 'reserve' },
    listed: { vi: 'Đã chọn sẵn', en: 'chosen' },
  },
} as const;

/** Serials of a person, one for each form of the group; none where answers are anonymous. */
export type SerialsOf = (row: QuotaRow, person: DrawnPerson) => readonly string[];

export interface GroupListOptions {
  /** Forms whose serials stand beside the people; none where answers are anonymous. */
  readonly forms: readonly string[];
  readonly serialsOf: SerialsOf;
  readonly drawId: string;
  /** On a rehearsal. */
  readonly mark: string | null;
}

/** For those who go out to ask: the list's own columns, the reserve after the drawn of each unit. Stays in `frame/`. */
export function groupListPage(
  plan: Plan,
  drawn: GroupDraw,
  { forms, serialsOf, drawId, mark }: GroupListOptions,
  lang: Lang,
): PrintedPage {
  const { group, list, rows } = drawn;
  const units = new Map(plan.units.map(({ id, name }) => [id, name]));
  const withPlaces = rows.some(({ row }) => row.target.kind === 'place');
  const body = rows.flatMap(({ row, people }): readonly PageRow[] =>
    people.map((one) => {
      const { target, name } = row;
      const unit = target.kind === 'group' ? null : target.unit;
      const cells = [
        one.order,
        words.roles[one.role][lang],
        unit === null ? null : (units.get(unit) ?? unit),
        ...(withPlaces ? [target.kind === 'place' ? name : null] : []),
        ...list.table.columns.map((_, at) => one.person.cells[at] ?? ''),
        one.person.row,
        ...serialsOf(row, one),
      ];
      return { style: 'row', cells };
    }),
  );
  return {
    name: group.people,
    title: [...(mark === null ? [] : [mark]), words.title[lang], group.name, plan.title],
    columns: groupListColumns(list, forms, withPlaces, lang),
    rows: body,
    notes: [
      `${words.drawId[lang]}: ${drawId}`,
      words.secret[lang],
      ...(forms.length > 0 ? [words.tracked[lang]] : []),
    ],
    orientation: 'landscape',
    print: { ...plainPrint, mark },
  };
}

function groupListColumns(
  { table }: PeopleList,
  forms: readonly string[],
  withPlaces: boolean,
  lang: Lang,
): readonly PageColumn[] {
  const serial = (form: string): string =>
    `${words.serial[lang]}${forms.length > 1 ? ` ${form}` : ''}`;
  return [
    column('order', words.order[lang], 'count', 8),
    column('role', words.role[lang], 'text', 12),
    column('unit', words.unit[lang], 'text', 26),
    ...(withPlaces ? [column('place', words.place[lang], 'text', 26)] : []),
    ...table.columns.map((heading, at) => column(`list_${at + 1}`, heading, 'text', 18)),
    column('row', words.row[lang], 'count', 7),
    ...forms.map((form) => column(`serial_${form}`, serial(form), 'text', 18)),
  ];
}

const drawHeadings = {
  group: { vi: 'Nhóm', en: 'Group' },
  target: { vi: 'Nơi hỏi', en: 'Where' },
  population: { vi: 'Danh sách', en: 'Listed' },
  drawn: { vi: 'Được chọn', en: 'Chosen' },
  reserve: { vi: 'Dự phòng', en: 'Reserve' },
  chance: { vi: 'Xác suất', en: 'Chance' },
  within: { vi: 'Trong địa bàn', en: 'Within place' },
} satisfies Record<string, Bilingual>;

/** For the terminal: how many are drawn of how many, row by row; no names. */
export function drawPage(plan: Plan, groups: readonly GroupDraw[], lang: Lang): PrintedPage {
  const all = groups.flatMap(({ group, rows }) => rows.map((drawn) => ({ group, drawn })));
  // Elsewhere the chance within the row is the chance.
  const withPlaces = all.some(({ drawn }) => drawn.row.target.kind === 'place');
  const rows = all.map(({ group, drawn: { row, population, people } }): PageRow => {
    const reserve = people.filter(({ role }) => role === 'reserve').length;
    const counts = [population, people.length - reserve, reserve];
    const chance = spanOf(
      people.map(({ role, inclusion }) => (role === 'drawn' ? inclusion : null)),
    );
    const within = spanOf(people.map(({ role, chance: own }) => (role === 'drawn' ? own : null)));
    const cells = [group.people, row.name, ...counts, ...(withPlaces ? [within] : []), chance];
    return { style: 'row', cells };
  });
  const heading = (key: keyof typeof drawHeadings, kind: PageColumn['kind'], width: number) =>
    column(key, drawHeadings[key][lang], kind, width);
  return {
    name: 'draw',
    title: [plan.title],
    columns: [
      heading('group', 'text', 22),
      heading('target', 'text', 30),
      heading('population', 'count', 10),
      heading('drawn', 'count', 10),
      heading('reserve', 'count', 10),
      ...(withPlaces ? [heading('within', 'text', 16)] : []),
      heading('chance', 'text', 16),
    ],
    rows,
    notes: [],
    orientation: 'portrait',
    print: plainPrint,
  };
}

/** `0.2500`, or from the smallest to the greatest; blank where nothing is known. */
function spanOf(chances: readonly (Exact | null)[]): string {
  const texts = chances.flatMap((one) => (one === null ? [] : [roundExact(one, 4, 'half-up')]));
  const different = [...new Set(texts)].sort();
  const ends = different.length > 2 ? [different[0], different.at(-1)] : different;
  return ends.join(' – ');
}
