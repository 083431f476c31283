/** Columns and cells of the frame files, read with the same scalars as the plan. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { nameKey, nearest } from '../names.ts';
import { isWhole, type Table, type TableRow, whereIn } from '../table.ts';
import { record } from './entries.ts';
import { type Figures, isAmount } from './figures.ts';
import type { Read } from './read.ts';
import { readFigure } from './scalar-numbers.ts';
import { idPattern, readYesNo } from './scalars.ts';

/** Headings by which a column is known, the first being the one that is documented. */
export const frameColumns = {
  block: ['block', 'mã khối'],
  block_name: ['block_name', 'khối', 'tên khối'],
  id: ['id', 'mã', 'mã đơn vị', 'mã địa bàn'],
  name: ['name', 'tên', 'tên đơn vị', 'tên địa bàn'],
  type: ['type', 'loại', 'loại đơn vị', 'loại địa bàn'],
  ranked: ['ranked', 'xếp hạng'],
  was: ['was', 'đơn vị cũ', 'đơn vị trước sáp nhập', 'trước sáp nhập', 'sáp nhập từ'],
  level: ['level', 'cấp'],
  parent: ['parent', 'thuộc', 'trực thuộc'],
  unit: ['unit', 'đơn vị', 'tên đơn vị', 'cơ quan, đơn vị'],
  chosen: ['chosen', 'chọn', 'được chọn'],
  certain: ['certain', 'luôn chọn'],
} as const;

export type FrameColumn = keyof typeof frameColumns;

/** A table whose wanted columns have been found. */
export interface Frame {
  readonly table: Table;
  /** Position of each wanted column; −1: not there. */
  readonly positions: Readonly<Record<FrameColumn, number>>;
  readonly figures: readonly FigureColumn[];
  /** Whether it has every column that is needed. */
  readonly complete: boolean;
  readonly findings: Finding[];
}

/** A column that holds a figure of units or places. */
interface FigureColumn {
  readonly position: number;
  readonly figure: string;
  readonly amount: boolean;
}

/** `figures`: what the plan says of figures; their names may head columns too. */
export function openFrame(
  table: Table,
  needed: readonly FrameColumn[],
  optional: readonly FrameColumn[],
  figures: Figures = {},
): Frame {
  const keys = table.columns.map(nameKey);
  const position = (column: FrameColumn): number => {
    const wanted = frameColumns[column].map(nameKey);
    return keys.findIndex((key) => wanted.includes(key));
  };
  const positions = Object.fromEntries(
    (Object.keys(frameColumns) as FrameColumn[]).map((column) => [column, position(column)]),
  ) as Record<FrameColumn, number>;
  const findings = needed
    .filter((column) => positions[column] < 0)
    .map((column) => {
      const [, ...also] = frameColumns[column];
      const near = nearestOf(frameColumns[column], table.columns);
      const args = { column, also, headings: table.columns, near };
      return finding('plan/frame-column', whereIn(table, null), args);
    });
  const complete = findings.length === 0;
  const columns = figureColumns(table, positions, figures);
  findings.push(...mistypedHeadings(table, positions, optional));
  for (const { figure, position } of columns.filter(isSecond)) {
    const at = whereIn(table, null, table.columns[position] ?? null);
    findings.push(finding('plan/figure-twice', at, { figure }));
  }
  return { table, positions, figures: columns, complete, findings };
}

/**
 * Every other column whose heading is the key of a figure (`divisions`, `households`) or the name that the plan
 * gives it. Columns with other headings (notes) are left alone.
 */
function figureColumns(
  table: Table,
  positions: Frame['positions'],
  figures: Figures,
): readonly FigureColumn[] {
  const taken = new Set<number>(Object.values(positions));
  const byName = new Map(
    Object.entries(figures).flatMap(([key, { name }]) =>
      name === null ? [] : [[nameKey(name), key] as const],
    ),
  );
  return table.columns.flatMap((heading, position) => {
    const key = byName.get(nameKey(heading)) ?? heading;
    if (taken.has(position) || !idPattern('attribute').test(key)) return [];
    if (!Object.hasOwn(figures, key) && isText(table, position)) return [];
    return [{ position, figure: key, amount: isAmount(figures, key) }];
  });
}

/** A column of words is no figure that somebody mistyped. */
function isText({ rows }: Table, position: number): boolean {
  const written = rows.map(({ cells }) => cells[position] ?? '').filter((text) => text !== '');
  return written.length > 0 && written.every((text) => !/\d/.test(text) && text !== 'unknown');
}

/** `blockname`: a column of words that is almost one that is not there. */
function mistypedHeadings(
  table: Table,
  positions: Frame['positions'],
  optional: readonly FrameColumn[],
): readonly Finding[] {
  const taken = new Set<number>(Object.values(positions));
  const absent = optional.filter((column) => positions[column] < 0);
  return table.columns.flatMap((heading, position) => {
    const mistyped = idPattern('attribute').test(heading) && isText(table, position);
    const [near] = mistyped && !taken.has(position) ? nearest(heading, absent, 1) : [];
    if (near === undefined) return [];
    return [
      finding('plan/frame-heading', whereIn(table, null, heading), { heading, near: [near] }),
    ];
  });
}

/** The headings that come near any of these. */
function nearestOf(texts: readonly string[], headings: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap((text) => nearest(text, headings)))].slice(0, 3);
}

function isSecond(column: FigureColumn, at: number, all: readonly FigureColumn[]): boolean {
  return all.findIndex(({ figure }) => figure === column.figure) < at;
}

/** Rows that can be read at all; the table reader has already reported the others. */
export function frameRows({ table }: Frame): readonly TableRow[] {
  return table.rows.filter(isWhole);
}

export function whereCell({ table, positions }: Frame, row: TableRow, column: FrameColumn) {
  return whereIn(table, row, table.columns[positions[column]] ?? null);
}

/** The text of a cell; blank where the column is not there. A cell that cannot be trusted is a finding. */
export function cellText(frame: Frame, row: TableRow, column: FrameColumn): string {
  return textAt(frame, row, frame.positions[column]);
}

function textAt({ table, findings }: Frame, row: TableRow, position: number): string {
  const fault = row.faults.find((one) => one.column === position);
  if (fault !== undefined) {
    const at = whereIn(table, row, table.columns[position] ?? null);
    findings.push(finding('plan/frame-cell', at, { reason: fault.reason }));
    return '';
  }
  return row.cells[position] ?? '';
}

/** A cell through a scalar reader; null when it is blank or wrong. A blank is a finding where `needed`. */
export function cellValue<T>(
  frame: Frame,
  row: TableRow,
  column: FrameColumn,
  read: (text: string) => Read<T>,
  needed: boolean,
): T | null {
  const faults = frame.findings.length;
  const text = cellText(frame, row, column);
  const at = whereCell(frame, row, column);
  if (text === '') {
    const reported = frame.findings.length > faults || frame.positions[column] < 0;
    if (needed && !reported) frame.findings.push(finding('plan/empty-value', at, { key: column }));
    return null;
  }
  const result = read(text);
  if (result.ok) return result.value;
  frame.findings.push(finding(result.problem.code, at, result.problem.args as never));
  return null;
}

/** `yes` and `no` as a plan writes them, or as a table may: `có`, `không`. */
export function readCellYesNo(text: string): Read<boolean> {
  const word = text.toLowerCase();
  return readYesNo(word === 'có' ? 'yes' : word === 'không' ? 'no' : word);
}

/** The figures of a row; blank: the row does not have it. */
export function figuresOf(frame: Frame, row: TableRow): Readonly<Record<string, number | null>> {
  const { table, findings } = frame;
  const figures = frame.figures.flatMap(
    ({ position, figure, amount }): [string, number | null][] => {
      const text = textAt(frame, row, position);
      if (text === '') return [];
      const result = readFigure(text, amount);
      if (result.ok) return [[figure, result.value]];
      const { code, args } = result.problem;
      findings.push(finding(code, whereIn(table, row, table.columns[position]), args as never));
      return [];
    },
  );
  return record(figures);
}

/** Where the figure of a row stands. */
export function whereFigure({ table, figures }: Frame, row: TableRow, figure: string): Where {
  const column = figures.find((one) => one.figure === figure);
  return whereIn(table, row, table.columns[column?.position ?? -1] ?? null);
}
