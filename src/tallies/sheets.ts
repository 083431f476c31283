/** Sheets and replies as they come back, rating by rating: each counted once, in a few bytes. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { BatchRecord, Rating } from '../returns/batch.ts';
import { hashIndex } from '../stats/hash-index.ts';
import { intList } from '../stats/int-list.ts';
import { sheetId, sheetShown, subjectHash } from '../stats/sheet-id.ts';
import { type SheetTotals, sheetTotals } from './sheet-totals.ts';

export interface Sheets extends SheetTotals {
  /** The number of the rating's sheet; -1 for a reply that nobody can tell from others. */
  readonly add: (rating: Rating, record: BatchRecord) => number;
  /** Sheets that came twice. */
  readonly findings: () => readonly Finding[];
}

/** More are a matter of one mistake (an import taken twice), and one message for each helps nobody. */
export const mostFindings = 1_000;

interface Repeat {
  readonly serial: string;
  readonly unit: string;
  readonly batches: string[];
}

/** `grids`: groups whose sheets rate several units, one rating each. */
export function sheets(plan: Plan, grids: ReadonlySet<string>): Sheets {
  const index = hashIndex();
  const first = intList();
  const subjects = hashIndex();
  const subjectFirst = intList();
  const repeats = new Map<string, Repeat>();
  const totals = sheetTotals(plan);
  const batches: string[] = [];
  const names = new Map(plan.units.map(({ id, name }) => [id, name]));
  const repeat = (sheet: string, rating: Rating, before: number, batch: string): void => {
    const { unit } = rating;
    const key = `${sheet}\n${unit}`;
    const one = repeats.get(key);
    if (one !== undefined) one.batches.push(batch);
    else if (repeats.size < mostFindings) {
      const held = [batches[before] ?? '', batch];
      repeats.set(key, {
        serial: sheetShown(rating),
        unit: names.get(unit) ?? unit,
        batches: held,
      });
    }
  };
  return {
    ...totals,
    add: (rating, { id }) => {
      if (batches.at(-1) !== id) batches.push(id);
      const sheet = sheetId(rating);
      if (sheet === null) {
        totals.single(rating);
        return -1;
      }
      const size = index.size();
      const at = index.add(subjectHash(sheet, null));
      const isNew = at === size;
      if (isNew) first.push(batches.length - 1);
      if (grids.has(rating.group)) {
        const known = subjects.size();
        const subject = subjects.add(subjectHash(sheet, rating.unit));
        if (subject === known) subjectFirst.push(batches.length - 1);
        else repeat(sheet, rating, subjectFirst.at(subject), id);
      } else if (!isNew) repeat(sheet, rating, first.at(at), id);
      totals.of(at, isNew, rating);
      return at;
    },
    findings: () =>
      [...repeats.values()].map((held) => {
        const at = { kind: 'file', file: `returns/${held.batches[0] ?? ''}` } as const;
        return finding('returns/in-two-batches', at, held);
      }),
  };
}
