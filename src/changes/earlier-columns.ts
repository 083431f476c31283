/** What the columns of a published table of results mean. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { nameKey, nearest } from '../names.ts';
import { type Exact, parseExact } from '../stats/exact.ts';
import { type Table, whereIn } from '../table.ts';

type Role = 'unit' | 'name' | 'criterion' | 'points' | 'max' | 'percent' | 'rank' | 'block';

/** Positions in `cells`; null: not there. */
export interface EarlierColumns {
  /** Id or name. */
  readonly unit: number;
  /** A name beside an id. */
  readonly name: number | null;
  readonly criterion: number | null;
  readonly points: number | null;
  /** What stands in brackets behind the heading of the points: “Tổng điểm (100)”. */
  readonly maxOfAll: Exact | null;
  readonly max: number | null;
  readonly percent: number | null;
  readonly rank: number | null;
  readonly block: number | null;
  /** Points by criterion, where each has a column of its own. */
  readonly wide: readonly {
    readonly at: number;
    readonly code: string;
    readonly max: Exact | null;
  }[];
}

/** The first name of each is the one that is documented. */
export const earlierHeadings: Readonly<Record<Role, readonly string[]>> = {
  unit: [
    ...['unit', 'đơn vị', 'tên đơn vị', 'mã đơn vị', 'cơ quan', 'tên cơ quan', 'cơ quan, đơn vị'],
    ...['địa phương', 'tên địa phương', 'huyện, thị xã, thành phố', 'huyện, thành phố'],
    ...[
      'sở, ban, ngành',
      'xã, phường',
      'xã, phường, thị trấn',
      'xã, phường, đặc khu',
      'tỉnh, thành phố',
    ],
  ],
  name: ['name', 'tên'],
  criterion: ['criterion', 'code', 'tiêu chí', 'mã tiêu chí', 'lĩnh vực', 'nội dung'],
  points: [
    ...['points', 'total', 'điểm', 'số điểm', 'tổng điểm', 'tổng số điểm', 'điểm đánh giá'],
    ...['điểm đạt được', 'điểm đạt', 'kết quả', 'total points', 'score'],
  ],
  max: ['max', 'điểm tối đa', 'điểm chuẩn', 'thang điểm', 'maximum'],
  percent: [
    ...[
      'percent',
      'tỷ lệ',
      'tỷ lệ %',
      'tỉ lệ',
      'chỉ số',
      'chỉ số %',
      'chỉ số cchc',
      'chỉ số cchc %',
    ],
    ...[
      'chỉ số hài lòng',
      'tỷ lệ đạt',
      'kết quả %',
      'index',
      'index %',
      'par index',
      'sipas',
      'ddci',
    ],
  ],
  rank: ['rank', 'hạng', 'xếp hạng', 'thứ hạng', 'vị thứ', 'thứ tự xếp hạng', 'xếp thứ', 'vị trí'],
  block: ['block', 'khối', 'tên khối', 'nhóm', 'cụm', 'mã khối'],
};

const roles: ReadonlyMap<string, Role> = new Map(
  (Object.keys(earlierHeadings) as Role[]).flatMap((role) =>
    earlierHeadings[role].map((name) => [nameKey(name), role] as const),
  ),
);

/** `codes`: those that are looked for, so that a column may be headed by one of them. */
export function earlierColumns(table: Table, codes: ReadonlySet<string>): Checked<EarlierColumns> {
  const found = new Map<Role, { readonly at: number; readonly max: Exact | null }>();
  const wide: { at: number; code: string; max: Exact | null }[] = [];
  const findings: Finding[] = [];
  table.columns.forEach((heading, at) => {
    const { text, max } = splitHeading(heading);
    const code = codeIn(text);
    if (codes.has(code)) {
      wide.push({ at, code, max });
      return;
    }
    const role = roles.get(nameKey(text));
    if (role === undefined) return;
    const first = found.get(role);
    if (first === undefined) found.set(role, { at, max });
    else {
      const args = { first: table.columns[first.at] ?? '', second: heading };
      findings.push(finding('changes/same-column', whereIn(table, null, heading), args));
    }
  });
  const unit = found.get('unit') ?? found.get('name');
  const tells = found.has('points') || found.has('percent') || wide.length > 0;
  if (unit === undefined) findings.push(missing(table, 'unit'));
  if (!tells) findings.push(missing(table, 'points'));
  if (unit === undefined || findings.length > 0) return { ok: false, findings };
  const at = (role: Role): number | null => found.get(role)?.at ?? null;
  const value: EarlierColumns = {
    unit: unit.at,
    name: found.has('unit') ? at('name') : null,
    criterion: at('criterion'),
    points: at('points'),
    maxOfAll: found.get('points')?.max ?? null,
    max: at('max'),
    percent: at('percent'),
    rank: at('rank'),
    block: at('block'),
    wide,
  };
  return { ok: true, value, findings: [] };
}

/** “Tổng điểm (100)” → the words and the number; other brackets are part of the words. */
function splitHeading(heading: string): { readonly text: string; readonly max: Exact | null } {
  const [, text, number] =
    /^(.*\S)\s*\(\s*(\d+(?:[.,]\d+)?)\s*(?:điểm|đ)?\s*\)$/u.exec(heading) ?? [];
  if (text === undefined || number === undefined) return { text: heading, max: null };
  return { text, max: parseExact(number.replace(',', '.')) };
}

/** “1.2. Công khai kết quả”, “Tiêu chí 1.2” → `1.2`; a text without a code is answered as it is. */
export function codeIn(text: string): string {
  const plain = text.replace(/^(?:tiêu chí|lĩnh vực|criterion|field)\s+(?=\S)/iu, '').trim();
  const [, code] =
    /^([\p{L}\d]+(?:\.[\p{L}\d]+)*)(?:\.|\s*[:)–-]|\.\s+.*|\s*[:)–-]\s+.*)$/u.exec(plain) ?? [];
  const [, numbered] = /^(\d+(?:\.\d+)*)\s+\D/u.exec(plain) ?? [];
  return code ?? numbered ?? plain;
}

function missing(table: Table, role: 'unit' | 'points'): Finding {
  const near = [
    ...new Set(earlierHeadings[role].flatMap((name) => nearest(name, table.columns, 1))),
  ];
  const args = { missing: role, headings: table.columns, near: near.slice(0, 2) };
  return finding('changes/no-column', whereIn(table, null), args);
}
