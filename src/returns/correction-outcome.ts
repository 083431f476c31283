/** What a corrections file makes of the forms it is about: those that do not count afterwards are said. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { CorrectionLine, Rating } from './batch.ts';
import { correctedValues, correctRating, sheetKeyOf } from './correct.ts';
import { type Change, type CorrectionContext, type Line, placeOf } from './correction-line.ts';
import { storedLine } from './correction-stored-line.ts';

interface Touched {
  readonly first: Line;
  readonly changes: Change[];
  readonly stored: CorrectionLine[];
}

/** `lines`: those that were accepted. Forms that a line of the file takes out are meant to be out. */
export function voidAfterwards(
  context: CorrectionContext,
  lines: readonly Line[],
): readonly Finding[] {
  const touched = new Map<string, Touched>();
  for (const line of lines) {
    for (const change of line.changes) {
      const { rating, batch } = change.held;
      const key = `${sheetKeyOf(rating, batch)}\n${rating.unit}`;
      const row = touched.get(key) ?? { first: line, changes: [], stored: [] };
      row.changes.push(change);
      row.stored.push(storedLine(change, line.written));
      touched.set(key, row);
    }
  }
  return [...touched.values()].flatMap((row) => voidFindings(context, row));
}

function voidFindings(
  context: CorrectionContext,
  { first, changes, stored }: Touched,
): readonly Finding[] {
  const [change] = changes;
  // A value that is only confirmed changes nothing.
  const isTouched = changes.some(({ subject, old, next }) => subject.id === null || old !== next);
  if (change === undefined || !isTouched) return [];
  const { held } = change;
  const after = ratingAfter(context, change, stored);
  const reason = after.voidReason;
  if (reason === null) return [];
  if (changes.some(({ subject, next }) => subject.id === null && next === reason)) return [];
  const at = placeOf(context, first.written, 'serial');
  const about = { serial: first.written.sheet, reason };
  if (held.rating.voidReason === null) return [finding('returns/correction-now-void', at, about)];
  const isEmpty = context.judge.whenEmpty(after) !== null;
  return [finding('returns/correction-still-void', at, { ...about, isEmpty })];
}

function ratingAfter(
  { standing, judge }: CorrectionContext,
  { held: { keyed, batch } }: Change,
  stored: readonly CorrectionLine[],
): Rating {
  const before = standing.bySheet.get(sheetKeyOf(keyed, batch)) ?? [];
  const lines = [
    ...before.flatMap((value) => value.lines),
    ...stored.map((line) => ({ ...line, batch: '' })),
  ];
  return correctRating(correctedValues(lines), keyed, judge);
}
