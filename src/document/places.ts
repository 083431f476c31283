/** The list of places that were chosen stage by stage, with the sheets of each. */
import type { Table } from '../page/document.ts';
import { column, type PageCell, type PageRow } from '../page.ts';
import type { Place, PlaceId, Plan } from '../plan/plan.ts';
import { roman } from '../quotas/annex.ts';
import type { ChosenPlace, GroupQuota, Quotas } from '../quotas/quota.ts';
import { sumKnown } from '../stats/known.ts';
import { levelName } from './stage-words.ts';
import { capital } from './words.ts';

const roles: Readonly<Record<ChosenPlace['role'], string>> = {
  named: '',
  purposive: 'Chọn có chủ đích',
  certain: 'Chọn chắc chắn',
  drawn: 'Chọn ngẫu nhiên',
  'stand-in': 'Dự phòng, đưa vào thay',
  reserve: 'Dự phòng',
  replaced: 'Không khảo sát được',
};

interface PlaceLine {
  /** From the outermost place to the chosen one. */
  readonly path: readonly Place[];
  readonly role: string;
  readonly isReserve: boolean;
  readonly size: number | null;
}

/** Null where no group is asked at chosen places. Each of several groups has its own part under its name. */
export function placesTable(plan: Plan, quotas: Quotas): Table | null {
  const places = new Map(plan.places.map((place) => [place.id, place]));
  const parts = plan.groups.flatMap(({ name }, at) => {
    const quota = quotas.groups[at];
    const lines = quota === undefined ? [] : groupLines(quota, places);
    return lines.length === 0 ? [] : [{ name, lines }];
  });
  if (parts.length === 0) return null;
  const all = parts.flatMap(({ lines }) => lines);
  const levels = Math.max(...all.map(({ path }) => path.length));
  const shape = {
    levels,
    first: Math.min(1, levels - 1),
    hasRoles: all.some(({ role }) => role !== ''),
  };
  const rows = parts.flatMap(({ name, lines }) => {
    const own = partRows(lines, shape);
    return parts.length === 1 ? own : [sumRow('group', ['', name, ''], lines, shape), ...own];
  });
  const total = sumRow('total', ['', 'TỔNG CỘNG', ''], all, shape);
  return { columns: columnsOf(plan, shape), rows: [...rows, total] };
}

type Places = ReadonlyMap<PlaceId, Place>;

function groupLines(quota: GroupQuota, places: Places): readonly PlaceLine[] {
  const roleOf = new Map(quota.places.map(({ place, role }) => [place, role]));
  const asked = quota.rows.flatMap(({ target, size }): readonly PlaceLine[] => {
    if (target.kind !== 'place') return [];
    const role = roles[roleOf.get(target.place) ?? 'named'];
    return [{ path: pathOf(target.place, places), role, isReserve: false, size }];
  });
  const reserves = quota.places
    .filter(({ role }) => role === 'reserve')
    .map(({ place, order }): PlaceLine => {
      const role = `${roles.reserve} ${order}`;
      return { path: pathOf(place, places), role, isReserve: true, size: null };
    });
  return [...asked, ...reserves];
}

function pathOf(id: PlaceId, places: Places): readonly Place[] {
  const place = places.get(id);
  if (place === undefined) return [];
  return place.parent === null ? [place] : [...pathOf(place.parent, places), place];
}

interface Shape {
  /** Down to the deepest place of the table. */
  readonly levels: number;
  /** The first level with a column: outermost places head the rows of those below them. */
  readonly first: number;
  readonly hasRoles: boolean;
}

function columnsOf(plan: Plan, { levels, first, hasRoles }: Shape): Table['columns'] {
  const names = Array.from({ length: levels - first }, (_, at) => first + at);
  return [
    column('no', 'TT', 'text', 6),
    ...names.map((level) =>
      column('place', capital(levelName(plan, level)), 'text', level === levels - 1 ? 30 : 26),
    ),
    ...(hasRoles ? [column('role', 'Cách chọn', 'text', 20)] : []),
    column('sheets', 'Số phiếu', 'count', 12),
  ];
}

/** Under a heading row for each outermost place, with its sum, where there is more than one level. */
function partRows(lines: readonly PlaceLine[], shape: Shape): readonly PageRow[] {
  if (shape.first === 0) return lines.map((line, at) => placeRow(at + 1, line, shape));
  const outermost = new Map<Place | undefined, PlaceLine[]>();
  for (const line of lines) {
    const there = outermost.get(line.path[0]);
    if (there === undefined) outermost.set(line.path[0], [line]);
    else there.push(line);
  }
  return [...outermost].flatMap(([top, there], at) => {
    const role = there.find(({ path }) => path.length === 1)?.role ?? '';
    const head = sumRow('group', [roman(at + 1), top?.name ?? '', role], there, shape);
    const below = there.filter(({ path }) => path.length > 1);
    return [head, ...below.map((line, no) => placeRow(no + 1, line, shape))];
  });
}

/** Every name in the column of its level: a reserve of a higher stage has nothing in those below. */
function placeRow(no: number, { path, role, size }: PlaceLine, shape: Shape): PageRow {
  const names = path.slice(shape.first).map(({ name }) => name);
  return { style: 'row', cells: rowCells(String(no), names, role, size, shape) };
}

function sumRow(
  style: 'group' | 'total',
  [no, name, role]: readonly [string, string, string],
  lines: readonly PlaceLine[],
  shape: Shape,
): PageRow {
  const asked = lines.filter(({ isReserve }) => !isReserve);
  const sum = asked.length === 0 ? null : sumKnown(asked.map(({ size }) => size));
  return { style, cells: rowCells(no, [name], role, sum, shape) };
}

function rowCells(
  no: string,
  names: readonly string[],
  role: string,
  size: number | null,
  { levels, first, hasRoles }: Shape,
): readonly PageCell[] {
  const empty = Array<string>(Math.max(0, levels - first - names.length)).fill('');
  return [no, ...names, ...empty, ...(hasRoles ? [role] : []), size];
}
