/** Rows of an export → rows with our own headings: one each, or one for each unit where a grid is written wide. */
import type { QuestionId, UnitId } from '../../plan/plan.ts';
import { type CellFault, isWhole, type TableHead, type TableRow } from '../../table.ts';
import type { Field } from '../fields.ts';
import type { Known } from '../known.ts';
import type { Mapping } from '../mapping.ts';
import { withoutNumber } from '../question-names.ts';
import { type OptionColumn, tickedOptions } from './cells.ts';
import type { ExportColumn } from './meanings.ts';
import { headingKey, type System } from './system.ts';
import { type Convert, fieldConvert, questionConvert } from './values.ts';

/** One column of ours: what it is made of. */
interface OutColumn {
  readonly heading: string;
  /** The columns it comes from; their faults are its own. */
  readonly from: readonly number[];
  /** Null: in every row; else only in the rows of this unit. */
  readonly unit: UnitId | null;
  readonly text: (cells: readonly string[]) => string;
}

export interface ExportRows {
  readonly head: TableHead;
  readonly row: (row: TableRow) => readonly TableRow[];
}

/** A field in two columns needs two headings; both are known to `columns.ts`. */
const second: Partial<Readonly<Record<Field, string>>> = {
  unit: 'unit_name',
  place: 'place_name',
  group: 'group_name',
  form: 'form_code',
};

export function exportRows(
  head: TableHead,
  columns: readonly ExportColumn[],
  known: Known,
  system: System | null,
  mapping: Mapping,
): ExportRows {
  const out = outColumns(columns, known, system, mapping);
  const units = [...new Set(out.flatMap(({ unit }) => unit ?? []))];
  const headings = [...new Set(out.map(({ heading }) => heading))];
  const written = new Map<string, string>();
  for (const { heading, from } of out) {
    const first = head.columns[from[0] ?? -1];
    if (first !== undefined && !written.has(heading)) written.set(heading, first);
  }
  const unitHeading = units.length === 0 ? [] : ['unit'];
  const newHead: TableHead = { ...head, columns: [...unitHeading, ...headings], written };
  const ofUnits = units.map((unit) => ({ unit, out: arranged(headings, out, unit) }));
  const common = units.length === 0 ? arranged(headings, out, null) : [];
  const rates = unitsOf(known, columns, units);
  return {
    head: newHead,
    row: (row) => {
      if (units.length === 0) return [made(row, common, [])];
      if (!isWhole(row)) return [made(row, ofUnits[0]?.out ?? [], [''])];
      const asked = rates(row);
      return ofUnits
        .filter(({ unit, out: mine }) => asked.has(unit) || isAnswered(row, mine))
        .map(({ unit, out: mine }) => made(row, mine, [unit]));
    },
  };
}

/** The columns of ours in the order of the headings, as they are in the rows of one unit. */
function arranged(
  headings: readonly string[],
  out: readonly OutColumn[],
  unit: UnitId | null,
): readonly (OutColumn | null)[] {
  return headings.map((heading) => {
    const mine = out.filter((one) => one.heading === heading);
    return mine.find((one) => one.unit === unit) ?? mine.find((one) => one.unit === null) ?? null;
  });
}

function isAnswered(row: TableRow, out: readonly (OutColumn | null)[]): boolean {
  return out.some((one) => {
    return one?.unit != null && one.from.some((column) => (row.cells[column] ?? '') !== '');
  });
}

function made(
  row: TableRow,
  out: readonly (OutColumn | null)[],
  before: readonly string[],
): TableRow {
  const cells = [...before, ...out.map((one) => one?.text(row.cells) ?? '')];
  const exact = exactIn(row, out, before.length);
  if (row.faults.length === 0) return { row: row.row, cells, faults: [], ...exact };
  const faults = row.faults.flatMap((fault): readonly CellFault[] => {
    if (fault.reason.endsWith('-cells')) return [{ ...fault, column: 0 }];
    const at = out.findIndex((one) => one?.from.includes(fault.column));
    return at < 0 ? [] : [{ ...fault, column: at + before.length }];
  });
  return { row: row.row, cells, faults, ...exact };
}

/** Which of our columns hold a number of the file (`TableRow.exact`): those made of one cell. */
function exactIn(
  { cells, exact }: TableRow,
  out: readonly (OutColumn | null)[],
  before: number,
): Pick<TableRow, 'exact'> {
  if (exact === undefined) return {};
  const columns = out.flatMap((one, at) => {
    const filled = one?.from.filter((column) => (cells[column] ?? '') !== '') ?? [];
    const isOne = filled.length === 1 && exact.includes(filled[0] ?? -1);
    return isOne ? [at + before] : [];
  });
  return { exact: columns };
}

function outColumns(
  columns: readonly ExportColumn[],
  known: Known,
  system: System | null,
  mapping: Mapping,
): readonly OutColumn[] {
  const hasUnits = columns.some(
    ({ meaning }) => meaning.kind === 'question' && meaning.unit !== null,
  );
  const fields = columns.flatMap(({ column, meaning }) => {
    if (meaning.kind !== 'field') return [];
    // The rows of a wide grid say their unit themselves; such a column is where the respondent works.
    if (hasUnits && meaning.field === 'unit') return [];
    return [{ column, field: meaning.field }];
  });
  return [...fieldOut(fields, known, mapping), ...questionOut(columns, known, system, mapping)];
}

function fieldOut(
  columns: readonly { readonly column: number; readonly field: Field }[],
  known: Known,
  mapping: Mapping,
): readonly OutColumn[] {
  const seen = new Map<Field, number>();
  const replies = columns.filter(({ field }) => field === 'reply').map(({ column }) => column);
  return columns.flatMap(({ column, field }): readonly OutColumn[] => {
    const before = seen.get(field) ?? 0;
    seen.set(field, before + 1);
    const convert = fieldConvert(known, field, mapping);
    if (field === 'reply') {
      return before === 0
        ? [{ heading: field, from: replies, unit: null, text: joined(replies, convert) }]
        : [];
    }
    const isName = second[field] !== undefined;
    if (before > (isName ? 1 : 0)) return [];
    const heading = before === 0 ? field : (second[field] ?? field);
    // What is left of a field in several columns belongs together as the columns of a question do.
    const same = columns.filter((one) => one.field === field).map((one) => one.column);
    const from = isName ? (before === 0 ? [column] : same.slice(1)) : same;
    const text = (cells: readonly string[]): string => onlyText(cells, from, convert);
    return [{ heading, from, unit: null, text }];
  });
}

/** Several columns that together name one reply; nothing where the first says nothing. */
function joined(columns: readonly number[], convert: Convert) {
  return (cells: readonly string[]): string => {
    const texts = columns.map((column) => cells[column] ?? '');
    return texts[0] === '' ? '' : convert(texts.filter((text) => text !== '').join('-'));
  };
}

interface Asked {
  readonly ids: readonly QuestionId[];
  readonly unit: UnitId | null;
  readonly whole: number[];
  readonly options: OptionColumn[];
}

function questionOut(
  columns: readonly ExportColumn[],
  known: Known,
  system: System | null,
  mapping: Mapping,
): readonly OutColumn[] {
  const asked = new Map<string, Asked>();
  for (const { column, heading, meaning } of columns) {
    if (meaning.kind !== 'question') continue;
    const { ids, unit, option } = meaning;
    const key = `${ids.join('|')}\n${unit ?? ''}`;
    const found = asked.get(key) ?? { ids, unit, whole: [], options: [] };
    asked.set(key, found);
    if (option === null) found.whole.push(column);
    else found.options.push({ column, code: option, isWords: isOther(heading, system) });
  }
  return [...asked.values()].map((one) => questionColumn(one, known, system, mapping));
}

function isOther(heading: string, system: System | null): boolean {
  if (system?.other == null) return false;
  return system
    .cuts(heading)
    .some(({ pieces }) => headingKey(pieces.at(-1) ?? '') === system.other);
}

function questionColumn(
  { ids, unit, whole, options }: Asked,
  known: Known,
  system: System | null,
  mapping: Mapping,
): OutColumn {
  const heading = questionHeading(known, ids);
  const notAsked = system?.notAsked ?? null;
  if (options.length > 0) {
    const scale = known.questions.get(ids[0] ?? '')?.scale?.scale.options ?? [];
    const order = new Map(scale.map(({ code }, at) => [code, at]));
    const sorted = [...options].sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));
    const from = sorted.map(({ column }) => column);
    return { heading, from, unit, text: (cells) => tickedOptions(cells, sorted, notAsked) };
  }
  const convert = questionConvert(known, ids, mapping, system);
  return { heading, from: whole, unit, text: (cells) => onlyText(cells, whole, convert) };
}

/** Of several columns for one question the one that is filled; two that differ are shown to the row check. */
function onlyText(cells: readonly string[], columns: readonly number[], convert: Convert): string {
  let said = '';
  for (const column of columns) {
    const text = convert(cells[column] ?? '');
    if (text === '' || text === said) continue;
    said = said === '' ? text : `${said} | ${text}`;
  }
  return said;
}

/** The id; the words where forms ask them under different ids, for the form of a row tells then which is meant. */
function questionHeading(known: Known, ids: readonly QuestionId[]): string {
  const [id = ''] = ids;
  if (ids.length === 1) return id;
  return withoutNumber(known.questions.get(id)?.question.text ?? id);
}

/**
 * The units that a respondent was asked about: those of the group that the row names; where it names none, those that
 * every group with a grid rates. Their rows are made even when nothing is answered, for that is an answer too.
 */
function unitsOf(
  known: Known,
  columns: readonly ExportColumn[],
  units: readonly UnitId[],
): (row: TableRow) => ReadonlySet<UnitId> {
  const grids = [...known.groups.values()].filter(({ isGrid, rates }) => {
    return isGrid && units.some((unit) => rates.includes(unit));
  });
  const common = new Set(units.filter((unit) => grids.every(({ rates }) => rates.includes(unit))));
  const column = columns.find(
    ({ meaning }) => meaning.kind === 'field' && meaning.field === 'group',
  )?.column;
  return (row) => {
    const found = column === undefined ? null : known.find.group(row.cells[column] ?? '');
    const group = found?.kind === 'one' ? known.groups.get(found.id) : undefined;
    return group === undefined
      ? common
      : new Set(group.rates.filter((unit) => units.includes(unit)));
  };
}
