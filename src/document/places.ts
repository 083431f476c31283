/** The list of places that were chosen stage by stage, with the sheets of each. */
import type { Table } from '../page/document.ts';
import type { PageRow } from '../page.ts';
import type { Place, PlaceId, Plan } from '../plan/plan.ts';
import { roman } from '../quotas/annex.ts';
import { column } from '../quotas/columns.ts';
import type { ChosenPlace, GroupQuota, Quotas } from '../quotas/quota.ts';
import { levelName } from './stage-words.ts';

const roles: Readonly<Record<ChosenPlace['role'], string>> = {
  named: '',
  purposive: 'Chọn có chủ đích',
  certain: 'Chọn chắc chắn',
  drawn: 'Chọn ngẫu nhiên',
  reserve: 'Dự phòng',
};

/** Null where no group is asked at chosen places. */
export function placesTable(plan: Plan, quotas: Quotas): Table | null {
  const places = new Map(plan.places.map((place) => [place.id, place]));
  const rows = quotas.groups.flatMap((quota) => groupRows(quota, places));
  if (rows.length === 0) return null;
  const level = Math.max(...rows.map(({ path }) => path.length)) - 1;
  const hasRoles = rows.some(({ role }) => role !== '');
  const above = Array.from({ length: Math.max(0, level - 1) }, (_, at) => at + 1);
  const columns = [
    column('no', 'TT', 'text', 6),
    ...above.map((one) => column('place', capital(levelName(plan, one)), 'text', 26)),
    column('place', capital(levelName(plan, level)), 'text', 30),
    ...(hasRoles ? [column('role', 'Cách chọn', 'text', 20)] : []),
    column('sheets', 'Số phiếu', 'count', 12),
  ];
  return { columns, rows: grouped(rows, columns.length, hasRoles) };
}

interface PlaceLine {
  /** From the outermost place to the chosen one. */
  readonly path: readonly Place[];
  readonly role: string;
  readonly size: number | null;
}

type Places = ReadonlyMap<PlaceId, Place>;

function groupRows(quota: GroupQuota, places: Places): readonly PlaceLine[] {
  const roleOf = new Map(quota.places.map((chosen) => [chosen.place, chosen]));
  const asked = quota.rows.flatMap(({ target, size }): readonly PlaceLine[] => {
    if (target.kind !== 'place') return [];
    const role = roles[roleOf.get(target.place)?.role ?? 'named'];
    return [{ path: pathOf(target.place, places), role, size }];
  });
  const reserves = quota.places
    .filter(({ role }) => role === 'reserve')
    .map(({ place, order }): PlaceLine => {
      return { path: pathOf(place, places), role: `${roles.reserve} ${order}`, size: null };
    });
  return [...asked, ...reserves];
}

function pathOf(id: PlaceId, places: Places): readonly Place[] {
  const place = places.get(id);
  if (place === undefined) return [];
  return place.parent === null ? [place] : [...pathOf(place.parent, places), place];
}

/** Under a heading row for each outermost place, with its sum, where there is more than one level. */
function grouped(
  lines: readonly PlaceLine[],
  width: number,
  hasRoles: boolean,
): readonly PageRow[] {
  const isNested = lines.some(({ path }) => path.length > 1);
  const cells = ({ path, role, size }: PlaceLine, no: number): PageRow => {
    const names = (isNested ? path.slice(1) : path).map(({ name }) => name);
    const room = width - 2 - (hasRoles ? 1 : 0);
    const padded = [...Array<string>(Math.max(0, room - names.length)).fill(''), ...names];
    return { style: 'row', cells: [String(no), ...padded, ...(hasRoles ? [role] : []), size] };
  };
  const total = (some: readonly PlaceLine[]): number | null => {
    const asked = some.filter(({ role }) => !role.startsWith(roles.reserve));
    return asked.some(({ size }) => size === null)
      ? null
      : asked.reduce((sum, { size }) => sum + (size ?? 0), 0);
  };
  const outermost = [...new Set(lines.map(({ path }) => path[0]))];
  const fill = Array<string>(width - 3).fill('');
  const body = outermost.flatMap((top, at): readonly PageRow[] => {
    const own = lines.filter(({ path }) => path[0] === top);
    if (!isNested) return own.map((line) => cells(line, lines.indexOf(line) + 1));
    const head = [roman(at + 1), top?.name ?? '', ...fill, total(own)];
    return [{ style: 'group', cells: head }, ...own.map((line, no) => cells(line, no + 1))];
  });
  return [...body, { style: 'total', cells: ['', 'TỔNG CỘNG', ...fill, total(lines)] }];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
