/** Which column of a returned file holds what: recognised by heading, never by position. */
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { nameKey, nearest } from '../names.ts';
import type { QuestionId } from '../plan/plan.ts';
import { type TableHead, whereIn } from '../table.ts';
import type { BatchRecord } from './batch.ts';
import { type Field, fieldHeadings, fieldName, headingsOf, type Kind } from './fields.ts';
import { type HeadingMeaning as Meaning, rowMeanings } from './headings.ts';
import { type Known, mayLackSerial } from './known.ts';
import type { Asked } from './reading.ts';
import { tallyMeanings } from './tally-headings.ts';

/** A heading may be the text of several questions, one on each form; the form of a row tells which. */
export interface QuestionColumn {
  readonly column: number;
  readonly ids: readonly QuestionId[];
}

export interface Columns {
  readonly kind: Kind;
  /** Columns of a field; several where a file has an id and a name. */
  readonly fields: ReadonlyMap<Field, readonly number[]>;
  readonly questions: readonly QuestionColumn[];
  /** For each scale id: option code → column. */
  readonly options: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly mapping: BatchRecord['mapping'];
}

/** Fields that may stand in two columns (id and name), which must then agree row by row. */
const mayRepeat: readonly Field[] = [
  ...(['unit', 'place', 'group', 'form', 'question', 'unused'] as const),
  ...(['void_by', 'percent'] as const),
];

/** The columns of the table; `asked` is what the user says about the file. */
export function readColumns(known: Known, table: TableHead, asked: Asked): Checked<Columns> {
  const form = asked.form ?? known.groups.get(asked.group ?? '')?.form.id ?? null;
  const rows = rowMeanings(known, table, form);
  const meanings = { rows, tallies: tallyMeanings(known, table) };
  const kind = asked.kind ?? kindOf(meanings);
  if (kind === null) return { ok: false, findings: [unknownLayout(known, table)] };
  const found = meanings[kind];
  const options = new Map(
    [...optionScales(found)].map((scale) => [scale, optionColumns(found, scale)]),
  );
  const free = offered(kind, [...fieldHeadings(kind), ...expected(known, kind)], found);
  const fields = fieldColumns(found);
  const findings = [
    ...found.flatMap((meaning) => headingFindings(table, kind, free, meaning)),
    ...repeatedFields(table, kind, found),
    ...repeatedOptions(table, found, options),
    ...repeatedQuestions(known, table, found),
    ...missingFields(table, kind, found),
    ...missingSerials(known, table, kind, found, asked),
  ];
  const broken = findings.some(({ code }) => code !== 'returns/ignored-column');
  if (broken) return { ok: false, findings };
  const value: Columns = {
    kind,
    fields,
    questions: found
      .filter(({ questions }) => questions.length > 0)
      .map(({ column, questions }) => ({ column, ids: questions })),
    options,
    mapping: found.map((meaning) => ({ heading: meaning.heading, as: meaningText(meaning) })),
  };
  return { ok: true, value, findings };
}

function kindOf(meanings: Readonly<Record<Kind, readonly Meaning[]>>): Kind | null {
  const { rows, tallies } = meanings;
  const has = (field: Field): boolean => tallies.some((meaning) => meaning.field === field);
  const counts = has('count') || tallies.some(({ options }) => options.size > 0);
  if (has('question') && counts) return 'tallies';
  const isCrossed = has('option') && tallies.some(({ questions }) => questions.length > 0);
  if (isCrossed && !rows.some(({ field }) => field === 'serial')) return 'tallies';
  return rows.some(({ questions }) => questions.length > 0) ? 'rows' : null;
}

function unknownLayout(known: Known, table: TableHead): Finding {
  const found = rowMeanings(known, table, null);
  const names = [...expected(known, 'rows'), ...fieldHeadings('tallies')];
  const free = offered('rows', names, found);
  const near = found.flatMap(({ heading, field }) =>
    field === null ? nearest(heading, free, 1) : [],
  );
  const isForms = found.some(({ field }) => field === 'serial' || field === 'form');
  const questions = [...known.questions.keys()];
  const args = { headings: table.columns, near: [...new Set(near)].slice(0, 3) };
  return isForms
    ? finding('returns/no-question-column', whereIn(table, null), { ...args, questions })
    : finding('returns/unknown-layout', whereIn(table, null), args);
}

function headingFindings(
  table: TableHead,
  kind: Kind,
  free: readonly string[],
  { heading, field, questions, options }: Meaning,
): readonly Finding[] {
  const at = whereIn(table, null, heading);
  const isQuestion = questions.length > 0;
  if (field !== null && (isQuestion || options.size > 0)) {
    const meanings = [fieldName(kind, field), ...questions, ...options.values()];
    return [finding('returns/ambiguous-heading', at, { heading, meanings })];
  }
  if (field !== null || isQuestion || options.size > 0) return [];
  return [finding('returns/ignored-column', at, { heading, near: nearest(heading, free) })];
}

/** The names worth offering: what no column of the file says yet, each meaning once. */
function offered(
  kind: Kind,
  names: readonly string[],
  meanings: readonly Meaning[],
): readonly string[] {
  const fields = meanings.flatMap(({ field }) => (field === null ? [] : headingsOf(kind, field)));
  const taken = [...meanings.map(({ heading }) => heading), ...fields].map(nameKey);
  const seen = new Set(taken);
  const questions = new Set(meanings.flatMap(({ questions: ids }) => ids));
  return names.filter((name) => {
    const key = nameKey(name);
    if (seen.has(key) || questions.has(name)) return false;
    seen.add(key);
    return true;
  });
}

function expected(known: Known, kind: Kind): readonly string[] {
  const questions = [...known.questions.values()];
  if (kind === 'rows') return questions.flatMap(({ question }) => [question.id, question.text]);
  return questions.flatMap(({ scale }) => scale?.scale.options.map(({ label }) => label) ?? []);
}

function fieldColumns(meanings: readonly Meaning[]): ReadonlyMap<Field, readonly number[]> {
  const columns = new Map<Field, number[]>();
  for (const { field, column } of meanings) {
    if (field !== null) columns.set(field, [...(columns.get(field) ?? []), column]);
  }
  return columns;
}

function optionScales(meanings: readonly Meaning[]): ReadonlySet<string> {
  return new Set(meanings.flatMap(({ options }) => [...options.keys()]));
}

function optionColumns(meanings: readonly Meaning[], scale: string): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { options, column } of meanings) {
    const code = options.get(scale);
    if (code !== undefined && !columns.has(code)) columns.set(code, column);
  }
  return columns;
}

function repeatedFields(
  table: TableHead,
  kind: Kind,
  meanings: readonly Meaning[],
): readonly Finding[] {
  const first = new Map<Field, string>();
  return meanings.flatMap(({ field, heading }) => {
    if (field === null || mayRepeat.includes(field)) return [];
    const other = first.get(field);
    if (other === undefined) first.set(field, heading);
    const args = { meaning: fieldName(kind, field), first: other ?? '', second: heading };
    return other === undefined
      ? []
      : [finding('returns/two-columns', whereIn(table, null, heading), args)];
  });
}

function repeatedOptions(
  table: TableHead,
  meanings: readonly Meaning[],
  options: Columns['options'],
): readonly Finding[] {
  return meanings.flatMap(({ options: codes, column, heading }) => {
    const clash = [...codes].find(([scale, code]) => options.get(scale)?.get(code) !== column);
    if (clash === undefined) return [];
    const [scale, code] = clash;
    const first = table.columns[options.get(scale)?.get(code) ?? 0] ?? '';
    const args = { meaning: code, first, second: heading };
    return [finding('returns/two-columns', whereIn(table, null, heading), args)];
  });
}

/** On every form a question has one column, and a column one question. */
function repeatedQuestions(
  known: Known,
  table: TableHead,
  meanings: readonly Meaning[],
): readonly Finding[] {
  const findings = new Map<string, Finding>();
  for (const form of known.plan.forms) {
    const first = new Map<QuestionId, string>();
    const onForm = new Set(form.questions.map(({ id }) => id));
    for (const { heading, questions } of meanings) {
      const at = whereIn(table, null, heading);
      const mine = questions.filter((id) => onForm.has(id));
      const [id] = mine;
      if (id === undefined) continue;
      const other = first.get(id);
      first.set(id, other ?? heading);
      if (mine.length > 1) {
        const args = { heading, meanings: mine };
        findings.set(heading, finding('returns/ambiguous-heading', at, args));
      } else if (other !== undefined) {
        const args = { meaning: id, first: other, second: heading };
        findings.set(heading, finding('returns/two-columns', at, args));
      }
    }
  }
  return [...findings.values()];
}

function missingFields(
  table: TableHead,
  kind: Kind,
  meanings: readonly Meaning[],
): readonly Finding[] {
  const has = (field: Field): boolean => meanings.some((meaning) => meaning.field === field);
  const isWide = meanings.some(({ options }) => options.size > 0);
  const isCrossed = has('option') && meanings.some(({ questions }) => questions.length > 0);
  const missing: Field[] =
    kind === 'rows'
      ? has('serial') || has('unit')
        ? []
        : ['serial']
      : (['question'] as const).filter((field) => !has(field) && !isCrossed);
  if (kind === 'tallies' && !isWide && !isCrossed) {
    missing.push(...(['option', 'count'] as const).filter((field) => !has(field)));
  }
  return missing.map((field) => columnMissing(table, kind, field));
}

/** Without that column not one row could be taken: said once, and not for each. */
function missingSerials(
  known: Known,
  table: TableHead,
  kind: Kind,
  meanings: readonly Meaning[],
  asked: Asked,
): readonly Finding[] {
  const has = (field: Field): boolean => meanings.some((meaning) => meaning.field === field);
  if (kind !== 'rows' || has('serial') || !has('unit')) return [];
  const group = known.groups.get(asked.group ?? '');
  const among = group === undefined ? [...known.groups.values()] : [group];
  if (among.some(mayLackSerial)) return [];
  const groups = group === undefined ? [] : [group.group.name];
  return [finding('returns/serial-missing', whereIn(table, null), { groups, isFile: true })];
}

export function columnMissing(table: TableHead, kind: Kind, field: Field): Finding {
  return finding('returns/column-missing', whereIn(table, null), {
    column: fieldName(kind, field),
    headings: table.columns,
  });
}

/** As `batch.json` keeps it. */
function meaningText({ field, questions, options }: Meaning): string {
  if (field !== null) return field;
  if (questions.length > 0) return questions.map((id) => `question ${id}`).join(', ');
  if (options.size > 0)
    return [...new Set(options.values())].map((code) => `option ${code}`).join(', ');
  return 'ignored';
}
