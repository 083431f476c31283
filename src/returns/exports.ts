/**
 * Exports of KoboToolbox, ODK Central, LimeSurvey and Google Forms, told by their headings alone, and any table
 * that a saved mapping fits → the headings and cells that `columns.ts` and `rows.ts` read.
 */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { isWhole, type TableHead, type TableRow, whereIn } from '../table.ts';
import { type ExportColumn, exportMeanings } from './exports/meanings.ts';
import { exportRows } from './exports/rows.ts';
import { headingKey, type System, systems } from './exports/system.ts';
import { hasUnitColumns, unitColumns } from './exports/unit-columns.ts';
import type { Known } from './known.ts';
import type { ExportKind, Mapping } from './mapping.ts';
import { meaningText } from './mapping-text.ts';

/** A row that a rule leaves out, and which: `_validation_status = Not approved`. */
export interface Excluded {
  readonly excluded: string;
  /** What it would have made. */
  readonly rows: readonly TableRow[];
}

export interface Adapted {
  /** `KoboToolbox`; null: no survey system's, but read by a mapping, or with columns for each unit. */
  readonly name: string | null;
  /** Whether `mapping` was read from a file, or found out from the headings just now. */
  readonly isSaved: boolean;
  /** Headings that `readColumns` knows: fields by their English key, questions by id. */
  readonly head: TableHead;
  /** The rows of ours that one row of the file makes: one, or one for each unit where the file holds a grid wide. */
  readonly row: (row: TableRow) => readonly TableRow[] | Excluded;
  /** Every heading of the file and what it is read as: for `batch.json` and for showing. */
  readonly columns: readonly { readonly heading: string; readonly as: string }[];
  /** What is saved, so that the next export of this form is read the same way. */
  readonly mapping: Mapping;
  /** Headings of which nobody knows yet what they are: the mapping file asks. */
  readonly undecided: readonly string[];
  /** An error among them: the file cannot be taken. */
  readonly findings: readonly Finding[];
}

/** Whose export has these headings; null: nobody's that is known. */
export function exportOf(head: TableHead): Exclude<ExportKind, 'table'> | null {
  const headings = new Set(head.columns.map(headingKey));
  const first = headingKey(head.columns[0] ?? '');
  const kinds = Object.keys(systems) as (keyof typeof systems)[];
  const isRepeat = (kind: keyof typeof systems): boolean =>
    systems[kind].repeats.some((heading) => headings.has(heading));
  return (
    kinds.find((kind) => systems[kind].recognises(headings, first)) ?? kinds.find(isRepeat) ?? null
  );
}

/**
 * Null: no export that is known, and no saved mapping: the headings are read as they stand. `saved` is one that fits
 * (`fittingMapping`) or that the user chose; it rules over what the headings seem to say.
 */
export function adaptTable(head: TableHead, known: Known, saved: Mapping | null): Adapted | null {
  const kind = exportOf(head);
  const isByUnits = kind === null && hasUnitColumns(head, known);
  if (kind === null && saved === null && !isByUnits) return null;
  const system = kind !== null ? systems[kind] : isByUnits ? unitColumns : null;
  const { columns, findings } = exportMeanings(head, known, system, saved);
  const mapping = saved ?? newMapping(head, known, kind ?? 'table', system, columns);
  const repeated = repeatFindings(head, system);
  const rows = exportRows(head, columns, known, system, mapping);
  const excluded = excludedBy(head, mapping);
  return {
    name: kind === null ? null : systems[kind].name,
    isSaved: saved !== null,
    head: rows.head,
    row: (row) => {
      if (isHashtags(row)) return { excluded: 'HXL', rows: [] };
      const reason = isWhole(row) ? excluded(row) : null;
      return reason === null ? rows.row(row) : { excluded: reason, rows: rows.row(row) };
    },
    columns: columns.map(({ heading, meaning }) => ({ heading, as: meaningText(meaning) })),
    mapping,
    undecided: columns.filter(({ isOpen }) => isOpen).map(({ heading }) => heading),
    findings: repeated ?? [
      ...findings,
      ...subjectFindings(head, system, columns),
      ...addressFindings(head, system),
      ...(kind === null ? unitFindings(head, known, columns) : []),
    ],
  };
}

/** A second heading row of HXL tags, which KoboToolbox writes when it is asked to. */
function isHashtags({ cells }: TableRow): boolean {
  const texts = cells.filter((cell) => cell !== '');
  return texts.length > 0 && texts.every((cell) => /^#[a-z]/.test(cell));
}

function excludedBy(head: TableHead, { exclude }: Mapping): (row: TableRow) => string | null {
  const keys = head.columns.map(headingKey);
  const rules = [...exclude].flatMap(([heading, texts]) => {
    const column = keys.indexOf(headingKey(heading));
    const wanted = new Set(texts.map(headingKey));
    const blank = wanted.delete('');
    return column < 0 ? [] : [{ heading, column, wanted, blank }];
  });
  return ({ cells }) => {
    for (const { heading, column, wanted, blank } of rules) {
      const text = cells[column] ?? '';
      if (text === '' && blank) return `${heading} = ""`;
      // A day stands in such a column as well, another in every row: no key is made of it in vain.
      if (wanted.size > 0 && wanted.has(headingKey(text))) return `${heading} = ${text}`;
    }
    return null;
  };
}

/** A table of repeats holds parts of submissions, without who answered and which review they passed. */
function repeatFindings(head: TableHead, system: System | null): readonly Finding[] | null {
  const found = head.columns.find((heading) => system?.repeats.includes(headingKey(heading)));
  if (found === undefined) return null;
  const args = { system: system?.name ?? '', heading: found };
  return [finding('returns/export-repeat', whereIn(head, null, found), args)];
}

/** Rows that say neither a serial nor a unit are about nobody. */
function subjectFindings(
  head: TableHead,
  system: System | null,
  columns: readonly ExportColumn[],
): readonly Finding[] {
  const isTold = columns.some(({ meaning }) => {
    if (meaning.kind === 'question') return meaning.unit !== null;
    return meaning.kind === 'field' && ['serial', 'unit'].includes(meaning.field);
  });
  if (system === null || isTold) return [];
  const headings = columns
    .filter(({ meaning }) => meaning.kind === 'ignored')
    .map(({ heading }) => heading)
    .filter((heading) => !system.own.includes(headingKey(system.bare(heading))));
  const args = { system: system.name, headings };
  return [finding('returns/export-subject', whereIn(head, null), args)];
}

/** The source is kept as it came: what the answers keep of an address is not all that the store has of it. */
function addressFindings(head: TableHead, system: System | null): readonly Finding[] {
  const found = head.columns.filter((heading) => system?.addresses?.includes(headingKey(heading)));
  return found.map((heading) =>
    finding('returns/addresses-kept', whereIn(head, null, heading), { heading }),
  );
}

/** One row becomes several: whoever counts the rows of the file must be told. */
function unitFindings(
  head: TableHead,
  known: Known,
  columns: readonly ExportColumn[],
): readonly Finding[] {
  const ids = columns.flatMap(({ meaning }) =>
    meaning.kind === 'question' && meaning.unit !== null ? [meaning.unit] : [],
  );
  if (ids.length === 0) return [];
  const units = [...new Set(ids)].map((id) => known.nameOf('unit', id));
  return [finding('returns/unit-columns', whereIn(head, null), { units })];
}

function newMapping(
  head: TableHead,
  known: Known,
  kind: ExportKind,
  system: System | null,
  columns: readonly ExportColumn[],
): Mapping {
  const exclude = new Map(
    head.columns.flatMap((heading) => {
      const texts = system?.exclude[headingKey(system.bare(heading))];
      return texts === undefined ? [] : [[heading, texts] as const];
    }),
  );
  return {
    name: `${kind}-${formOf(known, columns)}`,
    export: kind,
    columns: new Map(columns.map(({ heading, meaning }) => [heading, meaning])),
    values: new Map(),
    exclude,
    group: null,
    form: null,
    dates: null,
    times: system?.times ?? 'local',
    decimal: system?.decimal ?? null,
    whereHeading: null,
  };
}

/** The form that most of the columns belong to, for the name of the mapping. */
function formOf({ plan }: Known, columns: readonly ExportColumn[]): string {
  const asked = new Set(
    columns.flatMap(({ meaning }) => (meaning.kind === 'question' ? meaning.ids : [])),
  );
  const [best] = plan.forms
    .map(({ id, questions }) => {
      const found = questions.filter((question) => asked.has(question.id)).length;
      return { id, found, left: questions.length - found };
    })
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found || a.left - b.left);
  return (best?.id ?? 'phieu').toLowerCase();
}
