/** What each column of an export holds: as a saved mapping says, else as the system and the plan tell. */
import { finding } from '../../findings/catalogue.ts';
import type { Finding } from '../../findings/finding.ts';
import { nameKey, nearest } from '../../names.ts';
import { type TableHead, whereIn } from '../../table.ts';
import { optionList } from '../answers.ts';
import { type Field, fieldKeys } from '../fields.ts';
import type { Known } from '../known.ts';
import type { Mapping, Meaning } from '../mapping.ts';
import { meaningText } from '../mapping-text.ts';
import { headingResolver, type Resolved } from './resolve.ts';
import { headingKey, type Pieces, type System } from './system.ts';

export interface ExportColumn {
  readonly column: number;
  readonly heading: string;
  readonly meaning: Meaning;
  /** Nobody knows yet what it is; a finding asks. */
  readonly isOpen: boolean;
}

export interface Meanings {
  readonly columns: readonly ExportColumn[];
  readonly findings: readonly Finding[];
}

const ignored: Meaning = { kind: 'ignored' };

/** `saved` rules over what would be found out; `system` is null for a table that only a mapping explains. */
export function exportMeanings(
  head: TableHead,
  known: Known,
  system: System | null,
  saved: Mapping | null,
): Meanings {
  const findings: Finding[] = [];
  const told = new Map([...(saved?.columns ?? [])].map(([text, as]) => [headingKey(text), as]));
  const resolve = headingResolver(known);
  const keys = fieldKeys('rows');
  // What the form itself asks, under our own headings, rules over what the system writes.
  const asked = head.columns.map((heading) => fieldIn(keys, heading, system));
  const ownField = ownFields(head, system, new Set(asked));
  const columns = head.columns.map((heading, column): ExportColumn => {
    const written = told.get(headingKey(heading));
    if (written !== undefined) return { column, heading, meaning: written, isOpen: false };
    const own = ownField(column);
    if (own !== null) return { column, heading, meaning: own, isOpen: false };
    const field = asked[column] ?? null;
    if (field !== null && field !== 'unused') {
      return { column, heading, meaning: { kind: 'field', field }, isOpen: false };
    }
    const cuts = system?.cuts(heading) ?? [{ pieces: [heading], joint: ' ' }];
    const resolved = resolve(cuts, system);
    const isPlain = field === 'unused' && resolved.kind === 'none';
    if (!isPlain) findings.push(...resolvedFindings(head, known, heading, resolved));
    const meaning = resolved.kind === 'meaning' ? resolved.meaning : ignored;
    return { column, heading, meaning, isOpen: ['part', 'several'].includes(resolved.kind) };
  });
  const repeated = repeatedColumns(head, columns, (heading) => told.has(headingKey(heading)));
  findings.push(...repeated.findings, ...missingHeadings(head, columns, system, saved));
  return { columns: repeated.columns, findings };
}

/** A field by its heading, with or without the groups before it. */
function fieldIn(
  keys: ReadonlyMap<string, Field>,
  heading: string,
  system: System | null,
): Field | null {
  const ends = (system?.cuts(heading) ?? []).flatMap(({ pieces, joint }: Pieces) => {
    // Behind words in brackets stands no field; a name with low lines is one name.
    if (joint === '_' || (joint === ' ' && pieces.length > 1)) return [];
    return pieces.map((_, from) => pieces.slice(from).join(joint));
  });
  for (const name of [heading, ...ends]) {
    const field = keys.get(nameKey(name));
    if (field !== undefined) return field;
  }
  return null;
}

/** What the system's own columns hold; null for a column that is none of them. */
function ownFields(
  head: TableHead,
  system: System | null,
  taken: ReadonlySet<Field | null>,
): (column: number) => Meaning | null {
  if (system === null) return () => null;
  const keys = head.columns.map((heading) => headingKey(system.bare(heading)));
  const fields = new Map<number, Field>();
  for (const { field, headings, all } of system.fields) {
    if (taken.has(field)) continue;
    const there = headings.map((heading) => keys.indexOf(heading)).filter((at) => at >= 0);
    for (const at of all === true ? there : there.slice(0, 1)) fields.set(at, field);
  }
  return (column) => {
    const field = fields.get(column);
    if (field !== undefined) return { kind: 'field', field };
    return system.own.includes(keys[column] ?? '') ? ignored : null;
  };
}

function resolvedFindings(
  head: TableHead,
  known: Known,
  heading: string,
  resolved: Resolved,
): readonly Finding[] {
  const at = whereIn(head, null, heading);
  if (resolved.kind === 'several') {
    const meanings = resolved.meanings.map(meaningText);
    return [finding('returns/ambiguous-heading', at, { heading, meanings })];
  }
  if (resolved.kind === 'part') {
    const { ids, part } = resolved;
    const found = known.questions.get(ids[0] ?? '');
    const isMultiple = found?.question.kind === 'multiple' && found.scale !== null;
    const names = isMultiple
      ? optionList(found.scale.scale)
      : known.plan.units.map(({ name }) => name);
    const args = { heading, part, question: ids.join(', '), isMultiple, names };
    return [finding('returns/export-part', at, { ...args, near: nearest(part, names) })];
  }
  if (resolved.kind !== 'none') return [];
  const texts = [...known.questions.values()].map(({ question }) => question.text);
  const near = nearest(heading, texts);
  return [finding('returns/ignored-column', at, { heading, near })];
}

/** Fields that several columns may say: an id and a name, or the parts of one reply's name. */
const mayRepeat: readonly Field[] = ['unit', 'place', 'group', 'form', 'reply'];

/** Two columns for one thing are taken only where a mapping says so; else both are asked for. */
function repeatedColumns(
  head: TableHead,
  columns: readonly ExportColumn[],
  isTold: (heading: string) => boolean,
): Meanings {
  const findings: Finding[] = [];
  const open = new Set<number>();
  const first = new Map<string, ExportColumn>();
  for (const column of columns) {
    for (const key of thingsIn(column.meaning)) {
      const other = first.get(key);
      if (other === undefined) first.set(key, column);
      if (other === undefined || (isTold(column.heading) && isTold(other.heading))) continue;
      const args = { meaning: key, first: other.heading, second: column.heading };
      findings.push(finding('returns/two-columns', whereIn(head, null, column.heading), args));
      for (const one of [column, other]) if (!isTold(one.heading)) open.add(one.column);
    }
  }
  const asked = columns.map((one) => (open.has(one.column) ? { ...one, isOpen: true } : one));
  return { columns: asked, findings };
}

/** What a column says that no other may say as well. */
function thingsIn(meaning: Meaning): readonly string[] {
  if (meaning.kind === 'question') {
    return meaning.ids.map((id) => meaningText({ ...meaning, ids: [id] }));
  }
  const isOne = meaning.kind === 'field' && !mayRepeat.includes(meaning.field);
  return isOne ? [meaningText(meaning)] : [];
}

/** Headings of the saved mapping that this file has not, where no other column says what they said. */
function missingHeadings(
  head: TableHead,
  columns: readonly ExportColumn[],
  system: System | null,
  saved: Mapping | null,
): readonly Finding[] {
  const there = new Set(head.columns.map(headingKey));
  const free = columns
    .filter(({ meaning }) => meaning.kind === 'ignored')
    .map(({ heading }) => heading);
  return [...(saved?.columns ?? [])].flatMap(([heading, meaning]) => {
    if (meaning.kind === 'ignored' || there.has(headingKey(heading))) return [];
    if (columns.some((column) => saysSame(column.meaning, meaning))) return [];
    if (isSpared(heading, meaning, system)) return [];
    const as = meaningText(meaning);
    const at = saved?.whereHeading?.(heading) ?? whereIn(head, null);
    const args = { heading, as, file: head.file, near: nearest(heading, free) };
    return [finding('returns/mapping-heading', at, args)];
  });
}

/** The options of a multiple choice may stand in one column or in several. */
function saysSame(column: Meaning, wanted: Meaning): boolean {
  if (column.kind !== 'question' || wanted.kind !== 'question') {
    return meaningText(column) === meaningText(wanted);
  }
  const isWhole = column.option === null || wanted.option === null;
  const same = { ...column, option: isWhole ? null : column.option };
  return meaningText(same) === meaningText({ ...wanted, option: isWhole ? null : wanted.option });
}

/** Columns of the system itself, which nobody edits, may be left out of an export; who replied may not. */
function isSpared(heading: string, meaning: Meaning, system: System | null): boolean {
  if (meaning.kind !== 'field' || (meaning.field !== 'at' && meaning.field !== 'collector')) {
    return false;
  }
  return system?.own.includes(headingKey(system.bare(heading))) === true;
}
