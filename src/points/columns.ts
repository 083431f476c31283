/** What each column of a table of points means. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { matchName, nameKey, nearest } from '../names.ts';
import { type Table, whereIn } from '../table.ts';
import type { Leaf, Leaves } from './leaves.ts';

/** One row of the table says something about these cells; all positions are indexes into `cells`. */
export interface Columns {
  readonly unit: number;
  readonly simulated: number | null;
  readonly shape:
    | {
        readonly kind: 'long';
        readonly criterion: number;
        readonly self: number | null;
        readonly appraised: number | null;
      }
    /** A column of appraised points for every criterion. */
    | {
        readonly kind: 'wide';
        readonly criteria: readonly { readonly at: number; readonly leaf: Leaf }[];
      };
}

type Role = 'unit' | 'criterion' | 'self' | 'appraised' | 'simulated' | 'unused';

const aliases: readonly (readonly [Role, readonly string[]])[] = [
  ['unit', ['unit', 'đơn vị', 'tên đơn vị', 'mã đơn vị', 'cơ quan', 'cơ quan, đơn vị']],
  ['criterion', ['criterion', 'code', 'tiêu chí', 'mã tiêu chí', 'tiêu chí thành phần']],
  ['self', ['self', 'tự đánh giá', 'điểm tự đánh giá', 'tự chấm', 'điểm tự chấm']],
  ['appraised', ['appraised', 'thẩm định', 'điểm thẩm định']],
  ['simulated', ['simulated', 'mô phỏng']],
  ['unused', ['note', 'ghi chú', 'stt', 'tt', 'max', 'điểm tối đa', 'tên tiêu chí']],
];

const roles: ReadonlyMap<string, Role> = new Map(
  aliases.flatMap(([role, names]) => names.map((name) => [nameKey(name), role] as const)),
);

/** The long form when there is a column of criteria, else the wide one. */
export function readColumns(table: Table, leaves: Leaves): Checked<Columns> {
  const found = new Map<Role, number>();
  const findings: Finding[] = [];
  const others: number[] = [];
  table.columns.forEach((heading, at) => {
    const role = leaves.byCode.has(heading) ? undefined : roles.get(nameKey(heading));
    if (role === undefined) others.push(at);
    else if (role !== 'unused' && found.has(role)) {
      const first = table.columns[found.get(role) ?? 0] ?? '';
      const where = whereIn(table, null, heading);
      findings.push(finding('points/same-column', where, { first, second: heading }));
    } else found.set(role, at);
  });
  const shape = found.has('criterion')
    ? longShape(table, found, others, findings)
    : wideShape(table, found, others, leaves, findings);
  const unit = found.get('unit');
  if (unit === undefined) findings.push(missing(table, '“Đơn vị” (unit)'));
  const broken = findings.some(({ code }) => code !== 'points/unknown-column');
  if (broken || unit === undefined || shape === null) return { ok: false, findings };
  const simulated = found.get('simulated') ?? null;
  return { ok: true, value: { unit, simulated, shape }, findings };
}

function longShape(
  table: Table,
  found: ReadonlyMap<Role, number>,
  others: readonly number[],
  findings: Finding[],
): Columns['shape'] | null {
  const known = [...roles.keys()];
  for (const at of others)
    findings.push(unused(table, at, nearest(table.columns[at] ?? '', known)));
  const self = found.get('self') ?? null;
  const appraised = found.get('appraised') ?? null;
  const criterion = found.get('criterion');
  if (criterion === undefined) return null;
  if (self === null && appraised === null) {
    findings.push(missing(table, '“Thẩm định” (appraised)'));
    return null;
  }
  return { kind: 'long', criterion, self, appraised };
}

function wideShape(
  table: Table,
  found: ReadonlyMap<Role, number>,
  others: readonly number[],
  leaves: Leaves,
  findings: Finding[],
): Columns['shape'] | null {
  const criteria: { at: number; leaf: Leaf }[] = [];
  for (const at of others) {
    const heading = table.columns[at] ?? '';
    const match = matchName(heading, leaves.index);
    if (match.kind !== 'exact') {
      findings.push(unused(table, at, match.kind === 'none' ? match.near : []));
    } else if (match.found.takes !== 'points') {
      const where = whereIn(table, null, heading);
      const args = { code: match.found.id, because: match.found.takes };
      findings.push(finding('points/not-appraised', where, args));
    } else criteria.push({ at, leaf: match.found });
  }
  for (const role of ['self', 'appraised'] as const) {
    const at = found.get(role);
    if (at !== undefined) findings.push(unused(table, at, []));
  }
  if (criteria.length > 0) return { kind: 'wide', criteria };
  findings.push(missing(table, '“Tiêu chí” (criterion)'));
  return null;
}

function unused(table: Table, at: number, near: readonly string[]): Finding {
  const column = table.columns[at] ?? '';
  return finding('points/unknown-column', whereIn(table, null, column), { column, near });
}

function missing(table: Table, column: string): Finding {
  const near = nearest(column, table.columns, 2);
  return finding('points/no-column', whereIn(table, null), { missing: column, near });
}
