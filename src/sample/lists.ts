/** A draw as tables: rows without names for `out/`, and the group's list with its people for `frame/`. */
import type { Lang } from '../findings/finding.ts';
import { type PageColumn, type PageRow, type PrintedPage, plainPrint } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import type { GroupDraw, RowDraw } from '../sample.ts';
import { roundExact } from '../stats/exact.ts';
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
  'inclusion',
] as const;

/** Who was drawn, by row number, under `drawColumns`. `inclusion` has at most 10 decimals; the record has it exactly. */
export function drawRows({ rows }: DrawRecord): (string | number | null)[][] {
  return rows.flatMap(({ group, unit, place, roster, people }) =>
    people.map(({ role, order, row, inclusion }) => {
      return [group, unit, place, role, order, roster, row, decimals(inclusion)];
    }),
  );
}

/** `1/3` → `0.3333333333`: a spreadsheet would take the fraction for a date. */
function decimals(inclusion: string | null): string | null {
  if (inclusion === null || !inclusion.includes('/')) return inclusion;
  const [top = '0', bottom = '1'] = inclusion.split('/');
  const scaled = (BigInt(top) * 20_000_000_000n + BigInt(bottom)) / (2n * BigInt(bottom));
  return `0.${scaled.toString().padStart(10, '0')}`;
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
export type SerialsOf = (row: RowDraw, position: number) => readonly string[];

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
  const own = list.table.columns.map((heading, at) =>
    column(`list_${at + 1}`, heading, 'text', 18),
  );
  const serials = forms.map((form) =>
    column(
      `serial_${form}`,
      `${words.serial[lang]}${forms.length > 1 ? ` ${form}` : ''}`,
      'text',
      18,
    ),
  );
  const body = rows.flatMap((rowDraw): readonly PageRow[] =>
    rowDraw.people.map(({ person, role, order }, position) => {
      const { target, name } = rowDraw.row;
      const unit = target.kind === 'group' ? null : target.unit;
      const cells = [
        order,
        words.roles[role][lang],
        unit === null ? null : (units.get(unit) ?? unit),
        ...(withPlaces ? [target.kind === 'place' ? name : null] : []),
        ...list.table.columns.map((_, at) => person.cells[at] ?? ''),
        person.row,
        ...serialsOf(rowDraw, position).slice(0, forms.length),
      ];
      return { style: 'row', cells };
    }),
  );
  return {
    name: group.people,
    title: [...(mark === null ? [] : [mark]), words.title[lang], group.name, plan.title],
    columns: [
      column('order', words.order[lang], 'count', 8),
      column('role', words.role[lang], 'text', 12),
      column('unit', words.unit[lang], 'text', 26),
      ...(withPlaces ? [column('place', words.place[lang], 'text', 26)] : []),
      ...own,
      column('row', words.row[lang], 'count', 7),
      ...serials,
    ],
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

/** For the terminal: how many are drawn of how many, row by row; no names. */
export function drawPage(plan: Plan, groups: readonly GroupDraw[], lang: Lang): PrintedPage {
  const heading = {
    group: { vi: 'Nhóm', en: 'Group' },
    target: { vi: 'Nơi hỏi', en: 'Where' },
    population: { vi: 'Danh sách', en: 'Listed' },
    drawn: { vi: 'Được chọn', en: 'Chosen' },
    reserve: { vi: 'Dự phòng', en: 'Reserve' },
    chance: { vi: 'Xác suất', en: 'Chance' },
  } satisfies Record<string, Bilingual>;
  const rows = groups.flatMap(({ group, rows: drawn }) =>
    drawn.map(({ row, population, people }): PageRow => {
      const reserve = people.filter(({ role }) => role === 'reserve').length;
      const chances = new Set(
        people.flatMap(({ role, inclusion }) =>
          role !== 'drawn' || inclusion === null ? [] : [roundExact(inclusion, 4, 'half-up')],
        ),
      );
      const chance = [...chances].sort();
      const shown = chance.length > 2 ? [chance[0], chance.at(-1)] : chance;
      const counts = [population, people.length - reserve, reserve];
      return { style: 'row', cells: [group.people, row.name, ...counts, shown.join(' – ')] };
    }),
  );
  return {
    name: 'draw',
    title: [plan.title],
    columns: [
      column('group', heading.group[lang], 'text', 22),
      column('target', heading.target[lang], 'text', 30),
      column('population', heading.population[lang], 'count', 10),
      column('drawn', heading.drawn[lang], 'count', 10),
      column('reserve', heading.reserve[lang], 'count', 10),
      column('chance', heading.chance[lang], 'text', 16),
    ],
    rows,
    notes: [],
    orientation: 'portrait',
    print: plainPrint,
  };
}

function column(key: string, heading: string, kind: PageColumn['kind'], width: number): PageColumn {
  return { key, heading, over: null, kind, decimals: 0, width, bar: false };
}
