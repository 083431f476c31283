/** Who a row is of beside its serial, and who brought it when: reply, invitation, date, collector, keyer. */
import { createHash } from 'node:crypto';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { plainInvitation } from '../people/invitation.ts';
import { codeMark } from '../stats/sheet-id.ts';
import { readDate } from '../table/date-text.ts';
import { type TableRow, whereIn } from '../table.ts';
import type { Rating } from './batch.ts';
import { hasControl } from './control.ts';
import type { Field } from './fields.ts';
import { fieldHeading, fieldText, type Reading } from './reading.ts';
import type { Subject } from './subject.ts';

export type RowContext = Pick<Rating, 'reply' | 'at' | 'collector' | 'keyedBy'>;

export type ContextReader = (
  row: TableRow,
  subject: Pick<Subject, 'serial' | 'group'>,
  reasons: Finding[],
) => RowContext;

const nothing: RowContext = { reply: null, at: null, collector: null, keyedBy: null };

export function contextReader(reading: Reading): ContextReader {
  const { fields } = reading.columns;
  const own: readonly Field[] = ['at', 'collector', 'keyed_by', 'reply', 'invitation'];
  if (!own.some((field) => fields.has(field))) return () => nothing;
  const days = dayReader(reading);
  return (row, subject, reasons) => ({
    reply: replyOf(reading, row, subject, reasons),
    at: days(row, reasons),
    collector: words(reading, row, 'collector', reasons),
    keyedBy: words(reading, row, 'keyed_by', reasons),
  });
}

function words(reading: Reading, row: TableRow, field: Field, reasons: Finding[]): string | null {
  const text = fieldText(reading, row, field);
  if (text === '') return null;
  if (!hasControl(text)) return text;
  const at = whereIn(reading.table, row, fieldHeading(reading, field));
  reasons.push(finding('returns/control-character', at, { text }));
  return null;
}

/** Who sent a reply: told by its invitation, else by its submission; a printed serial says it better than both. */
function replyOf(
  reading: Reading,
  row: TableRow,
  { serial, group }: Pick<Subject, 'serial' | 'group'>,
  reasons: Finding[],
): string | null {
  if (serial !== null) return null;
  const code = fieldText(reading, row, 'invitation');
  if (code === '') return words(reading, row, 'reply', reasons);
  const hash = createHash('sha256').update(plainInvitation(code)).digest('hex');
  const people = group === null ? null : (reading.known.groups.get(group)?.group.people ?? group);
  const invited = people === null ? null : reading.asked.invited(people);
  if (invited?.has(hash) !== true) {
    const at = whereIn(reading.table, row, fieldHeading(reading, 'invitation'));
    const name = group === null ? '' : reading.known.nameOf('group', group);
    const args = { group: name, isListed: invited !== null, people: people ?? '' };
    if (group !== null) reasons.push(finding('returns/unknown-invitation', at, args));
  }
  return `${codeMark}${hash}`;
}

/** `at` of a row: a day, or a minute where the plan keeps times. Cells that say the same are read once. */
function dayReader(reading: Reading): (row: TableRow, reasons: Finding[]) => string | null {
  const remembered = new Map<string, string>();
  const keepsTimes = reading.known.plan.fieldwork.times !== 'day';
  return (row, reasons) => {
    const text = fieldText(reading, row, 'at');
    if (text === '') return null;
    const before = remembered.get(text);
    if (before !== undefined) return before;
    const read = readDate(text, reading.asked.dates);
    if (read.kind !== 'date') {
      const at = whereIn(reading.table, row, fieldHeading(reading, 'at'));
      const fits = read.kind === 'not-a-date' ? read.fits : null;
      const isAmbiguous = read.kind === 'ambiguous';
      reasons.push(finding('returns/date-unreadable', at, { text, isAmbiguous, fits: fits ?? '' }));
      return null;
    }
    const said = keepsTimes && read.time !== null ? `${read.iso}T${read.time}` : read.iso;
    if (remembered.size < mostRemembered) remembered.set(text, said);
    return said;
  };
}

const mostRemembered = 4096;
