/** What each column of a table of points means. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding, Where } from '../findings/finding.ts';
import { matchName, nameKey, nearest } from '../names.ts';
import { type Table, whereIn } from '../table.ts';
import {
  type AdjustmentKind,
  adjustmentHeadings,
  adjustmentNamed,
  type Leaf,
  type Leaves,
} from './leaves.ts';

/** What a cell says about a criterion: points at one of three stages, or words. */
export type Which = 'self' | 'first' | 'explanation' | 'second' | 'evidence';

export const whiches: readonly Which[] = ['self', 'first', 'explanation', 'second', 'evidence'];

/** The stages that give points. */
export type Round = 'self' | 'first' | 'second';

/** One row of the table says something about these cells; all positions are indexes into `cells`. */
export interface Columns {
  /** Null: no column, the whole table is about one unit. */
  readonly unit: number | null;
  readonly simulated: number | null;
  readonly adjustments: Readonly<Record<AdjustmentKind, number | null>>;
  readonly shape:
    | {
        readonly kind: 'long';
        readonly criterion: number;
        readonly cells: readonly { readonly which: Which; readonly at: number }[];
        /** Of figures alone; null: no such column. */
        readonly value: number | null;
      }
    /** A column for every criterion, or one for each of its stages. */
    | {
        readonly kind: 'wide';
        readonly criteria: readonly {
          readonly at: number;
          readonly leaf: Leaf;
          readonly which: Which;
        }[];
      };
}

type Role =
  | 'unit'
  | 'criterion'
  | Which
  | 'points'
  | 'value'
  | AdjustmentKind
  | 'simulated'
  | 'unused';

const whichNames: readonly (readonly [Which, readonly string[]])[] = [
  [
    'self',
    ['self', 'tự đánh giá', 'điểm tự đánh giá', 'tự chấm', 'điểm tự chấm', 'đơn vị tự đánh giá'],
  ],
  [
    'first',
    [
      ...['appraised', 'first', 'first appraisal', 'thẩm định', 'điểm thẩm định'],
      ...['thẩm định lần 1', 'điểm thẩm định lần 1', 'thẩm định lần đầu', 'thẩm định vòng 1'],
    ],
  ],
  [
    'second',
    [
      ...['second', 'second appraisal', 'thẩm định lần 2', 'điểm thẩm định lần 2'],
      ...['thẩm định lại', 'điểm thẩm định lại', 'thẩm định vòng 2', 'thẩm định sau giải trình'],
      'điểm sau giải trình',
    ],
  ],
  [
    'explanation',
    [
      'explanation',
      'giải trình',
      'nội dung giải trình',
      'ý kiến giải trình',
      'giải trình của đơn vị',
    ],
  ],
  ['evidence', ['evidence', 'tài liệu kiểm chứng', 'minh chứng', 'tài liệu minh chứng', 'tlkc']],
];

const aliases: readonly (readonly [Role, readonly string[]])[] = [
  ...whichNames,
  ['unit', ['unit', 'đơn vị', 'tên đơn vị', 'mã đơn vị', 'cơ quan', 'cơ quan, đơn vị']],
  ['criterion', ['criterion', 'code', 'tiêu chí', 'mã tiêu chí', 'tiêu chí thành phần']],
  ['points', ['points', 'điểm', 'số điểm']],
  ['value', ['value', 'giá trị', 'số liệu']],
  ['simulated', ['simulated', 'mô phỏng']],
  ['unused', ['note', 'ghi chú', 'stt', 'tt', 'max', 'điểm tối đa', 'điểm chuẩn', 'tên tiêu chí']],
];

/** Every heading of a table of points by what it means; a criterion's code or name is one too, and stands in no list. */
export const pointHeadings: readonly (readonly [string, readonly string[]])[] = [
  ...aliases,
  ...Object.entries(adjustmentHeadings),
];

const roles: ReadonlyMap<string, Role> = new Map(
  aliases.flatMap(([role, names]) => names.map((name) => [nameKey(name), role] as const)),
);

const whichByName: ReadonlyMap<string, Which> = new Map(
  whichNames.flatMap(([which, names]) => names.map((name) => [nameKey(name), which] as const)),
);

/** “Thẩm định lần 2” → `second`; null where the words name no stage. */
export function whichNamed(text: string): Which | null {
  return whichByName.get(nameKey(text)) ?? null;
}

function roleOf(heading: string, leaves: Leaves): Role | null {
  if (leaves.byCode.has(heading)) return null;
  const role = roles.get(nameKey(heading));
  // Without figures it is a column of something else.
  if (role === 'value' && !leaves.hasFigures) return null;
  if (role !== undefined) return role;
  // A criterion may itself be called “Điểm thưởng”.
  return matchName(heading, leaves.index).kind === 'exact' ? null : adjustmentNamed(heading);
}

/** The long form when there is a column of criteria, else the wide one. `round`: of points that no heading places; null: none is known. */
export function readColumns(table: Table, leaves: Leaves, round: Round | null): Checked<Columns> {
  const found = new Map<Role, number>();
  const findings: Finding[] = [];
  const others: number[] = [];
  table.columns.forEach((heading, at) => {
    const role = roleOf(heading, leaves);
    if (role === null) others.push(at);
    else if (role !== 'unused' && found.has(role)) {
      const first = table.columns[found.get(role) ?? 0] ?? '';
      const where = whereIn(table, null, heading);
      findings.push(finding('points/same-column', where, { first, second: heading }));
    } else found.set(role, at);
  });
  const shape = found.has('criterion')
    ? longShape(table, found, others, round, findings)
    : wideShape(table, found, others, leaves, round ?? 'first', findings);
  const broken = findings.some(({ code }) => code !== 'points/unknown-column');
  if (broken || shape === null) return { ok: false, findings };
  const at = (role: Role): number | null => found.get(role) ?? null;
  const adjustments = { bonus: at('bonus'), penalty: at('penalty') };
  const value = { unit: at('unit'), simulated: at('simulated'), adjustments, shape };
  return { ok: true, value, findings };
}

function longShape(
  table: Table,
  found: ReadonlyMap<Role, number>,
  others: readonly number[],
  round: Round | null,
  findings: Finding[],
): Columns['shape'] | null {
  const known = [...roles.keys()];
  for (const at of others)
    findings.push(unused(table, at, nearest(table.columns[at] ?? '', known)));
  const criterion = found.get('criterion');
  if (criterion === undefined) return null;
  const named = whiches.flatMap((which) => {
    const at = found.get(which);
    return at === undefined ? [] : [{ which, at }];
  });
  const plain = found.get('points');
  const isPlaced = plain !== undefined && round !== null;
  const cells = isPlaced ? [...named, { which: round, at: plain }] : named;
  const value = found.get('value') ?? null;
  const isTold = cells.length > 0 || value !== null || found.has('bonus') || found.has('penalty');
  if (isTold && plain !== undefined && !isPlaced) findings.push(unused(table, plain, []));
  if (isTold) return { kind: 'long', criterion, cells, value };
  findings.push(missing(table, '“Thẩm định” (appraised)'));
  return null;
}

function wideShape(
  table: Table,
  found: ReadonlyMap<Role, number>,
  others: readonly number[],
  leaves: Leaves,
  round: Round,
  findings: Finding[],
): Columns['shape'] | null {
  const criteria: { at: number; leaf: Leaf; which: Which }[] = [];
  for (const at of others) {
    const heading = table.columns[at] ?? '';
    const { name, which } = staged(heading, round);
    const match = matchName(name, leaves.index);
    if (match.kind !== 'exact') {
      findings.push(unused(table, at, match.kind === 'none' ? match.near : []));
    } else if (!takesCells(match.found)) {
      findings.push(notAppraised(match.found, whereIn(table, null, heading)));
    } else criteria.push({ at, leaf: match.found, which });
  }
  for (const role of [...whiches, 'points', 'value'] as const) {
    const at = found.get(role);
    if (at !== undefined) findings.push(unused(table, at, []));
  }
  const isTold = criteria.length > 0 || found.has('bonus') || found.has('penalty');
  if (isTold) return { kind: 'wide', criteria };
  findings.push(missing(table, '“Tiêu chí” (criterion)'));
  return null;
}

/** “1.1 / Tự chấm”, “1.1 (thẩm định lần 2)”, “1.1 - Giải trình” → the criterion and the stage; `1.1` alone is of `round`. */
function staged(heading: string, round: Round): { readonly name: string; readonly which: Which } {
  const [, name, words] = /^(.+?)\s*(?:\s[/–—-]\s|:|\()\s*([^()]+?)\s*\)?$/u.exec(heading) ?? [];
  const which = words === undefined ? null : whichNamed(words);
  return name === undefined || which === null ? { name: heading, which: round } : { name, which };
}

/** Of what the index names, what a table can give. */
export function takesCells({ takes }: Leaf): boolean {
  return takes === 'points' || takes === 'figure';
}

export function notAppraised({ id: code, takes }: Leaf, where: Where): Finding {
  const because = takes === 'parent' || takes === 'worked-out' ? takes : 'survey';
  return finding('points/not-appraised', where, { code, because });
}

function unused(table: Table, at: number, near: readonly string[]): Finding {
  const column = table.columns[at] ?? '';
  return finding('points/unknown-column', whereIn(table, null, column), { column, near });
}

function missing(table: Table, column: string): Finding {
  const near = nearest(column, table.columns, 2);
  return finding('points/no-column', whereIn(table, null), { missing: column, near });
}

export function unitColumnMissing(table: Table): Finding {
  return missing(table, '“Đơn vị” (unit)');
}
