/** What only all lines of a corrections file show: whether they follow each other. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { heldValue, sheetKeyOf } from './correct.ts';
import { type Change, type CorrectionContext, type Line, placeOf } from './correction-line.ts';
import { forkedSteps, trailEnd } from './correction-trail.ts';
import { isBlankWord, keptValue } from './correction-values.ts';
import type { WrittenCorrection } from './corrections-file.ts';

/** Lines about one value must follow each other from what the store holds; those that do not are refused by name. */
export function settledLines(context: CorrectionContext, lines: readonly Line[]): readonly Line[] {
  const groups = new Map<string, { readonly line: Line; readonly change: Change }[]>();
  for (const line of lines) {
    if (line.reasons.length > 0 || line.isIdle) continue;
    for (const change of line.changes) {
      const { rating, batch } = change.held;
      const key = [sheetKeyOf(rating, batch), rating.unit, change.subject.id ?? ''].join('\n');
      groups.set(key, [...(groups.get(key) ?? []), { line, change }]);
    }
  }
  const reasons = new Map<Line, Finding>();
  for (const group of groups.values()) {
    for (const [line, reason] of misfits(context, group)) {
      if (!reasons.has(line)) reasons.set(line, reason);
    }
  }
  return lines.map((line) => {
    const reason = reasons.get(line);
    return reason === undefined ? line : { ...line, reasons: [reason] };
  });
}

function misfits(
  context: CorrectionContext,
  group: readonly { readonly line: Line; readonly change: Change }[],
): readonly (readonly [Line, Finding])[] {
  const [first] = group;
  if (first === undefined) return [];
  const { held, subject } = first.change;
  const question = subject.id;
  const now = keptValue(held, question);
  const isTorn = isConfirmedAndChanged(group.map(({ change }) => change));
  if (
    !isTorn &&
    trailEnd(
      group.map(({ change }) => change),
      now,
    ) !== undefined
  )
    return [];
  const forked = new Set(forkedSteps(group.map(({ change }) => change)));
  const twice = group.filter(({ change }) => forked.has(change));
  const about = { serial: first.line.written.sheet, question: question ?? '' };
  const rows = twice.map(({ line }) => line.written.row.row);
  const values = [...new Set(twice.map(({ line }) => line.written.next))];
  return group.map(({ line, change }) => {
    const at = placeOf(context, line.written, 'old');
    if (forked.has(change) && change.old === now) {
      return [line, finding('returns/correction-twice', at, { ...about, values, rows })] as const;
    }
    const args = { ...about, old: shownOld(line.written), now: heldValue(held.rating, question) };
    return [line, finding('returns/correction-old-differs', at, args)] as const;
  });
}

/** One line says that the value is right, another changes it: for a walk that is no fork, for people it is. */
function isConfirmedAndChanged(changes: readonly Change[]): boolean {
  return changes.some(
    ({ old, next }) =>
      old === next && changes.some((other) => other.old === old && other.next !== old),
  );
}

function shownOld({ old }: WrittenCorrection): string | null {
  return old === '' || isBlankWord(old) ? null : old;
}
