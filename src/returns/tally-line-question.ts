/** The question that a line of a paper tally is about. */
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { QuestionId } from '../plan/plan.ts';
import { type TableRow, whereIn } from '../table.ts';
import { isCodeHeading } from './fields.ts';
import type { Finder, Found, KnownGroup, KnownQuestion } from './known.ts';
import { cellOf, fieldHeading, type Reading } from './reading.ts';

/** The question of a line: a code decides, and a text beside it must not name another question. */
export function readQuestion(
  reading: Reading,
  row: TableRow,
  group: KnownGroup | null,
  find: Finder,
  reasons: Finding[],
): KnownQuestion | null {
  const written = questionCells(reading, row);
  const [chosen = { text: '', heading: fieldHeading(reading, 'question') }] = written;
  const at = whereIn(reading.table, row, chosen.heading);
  const id = foundQuestion(reading, find(chosen.text), chosen.text, group, at, reasons);
  if (id === null) return null;
  for (const { text, heading } of written.slice(1)) {
    const other = find(text);
    if (other.kind !== 'one' || other.id === id) continue;
    const args = { thing: 'question', written: text, other: id, source: chosen.text } as const;
    reasons.push(finding('returns/disagrees', whereIn(reading.table, row, heading), args));
    return null;
  }
  const known = reading.known.questions.get(id) ?? null;
  if (known?.scale !== null) return known;
  reasons.push(finding('returns/open-question', at, { question: id }));
  return null;
}

/** The cells that name the question and are not blank; those of code columns come first. */
function questionCells({ columns, table }: Reading, row: TableRow) {
  return [...(columns.fields.get('question') ?? [])]
    .map((column) => ({ text: cellOf(row, column), heading: table.columns[column] ?? null }))
    .filter(({ text }) => text !== '')
    .sort(
      (one, other) => Number(isCodeHeading(other.heading)) - Number(isCodeHeading(one.heading)),
    );
}

function foundQuestion(
  reading: Reading,
  found: Found,
  text: string,
  group: KnownGroup | null,
  at: Where,
  reasons: Finding[],
): QuestionId | null {
  if (found.kind === 'one') return found.id;
  if (found.kind === 'several') {
    const args = { thing: 'question', name: text, among: found.ids } as const;
    reasons.push(finding('returns/ambiguous-name', at, args));
    return null;
  }
  const elsewhere = group !== null && reading.known.questions.has(text);
  reasons.push(
    elsewhere
      ? finding('returns/not-on-form', at, { question: text, form: group.form.code })
      : finding('returns/unknown-name', at, { thing: 'question', name: text, near: found.near }),
  );
  return null;
}
