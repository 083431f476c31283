/** Corrections as they are listed for people: one for each line of a file that was accepted. */
import type { UnitId } from '../plan/plan.ts';
import { type StoredCorrection, sheetName } from './correct.ts';

export interface ListedCorrection
  extends Pick<StoredCorrection, 'question' | 'old' | 'next' | 'why' | 'by' | 'batch' | 'row'> {
  /** Serial, or import and row of a reply without one. */
  readonly sheet: string;
  /** The units whose row was corrected: several where a line speaks of the whole of a grid sheet. */
  readonly units: readonly UnitId[];
  /** Serial and values are left out, as they would tell what one person answered; `sheet` is empty then, `old` and `next` are null. */
  readonly withheld?: boolean;
  /** When its file was imported; null: not known. */
  readonly at: string | null;
}

/** By time of their import and by row, whatever order they come in. `times`: by import. */
export function listedCorrections(
  lines: readonly StoredCorrection[],
  times: ReadonlyMap<string, string> = new Map(),
): readonly ListedCorrection[] {
  const listed = new Map<string, ListedCorrection>();
  for (const line of lines) {
    const { question, old, next, why, by, batch, row, unit } = line;
    const key = `${batch}\n${row}`;
    const at = times.get(batch) ?? null;
    const units = [...(listed.get(key)?.units ?? []), unit];
    listed.set(key, {
      question,
      old,
      next,
      why,
      by,
      batch,
      row,
      sheet: sheetName(line),
      units,
      at,
    });
  }
  return [...listed.values()].sort((a, b) => {
    const [one, other] = [a.at ?? '', b.at ?? ''];
    if (one !== other) return one < other ? -1 : 1;
    if (a.batch !== b.batch) return a.batch < b.batch ? -1 : 1;
    return a.row - b.row;
  });
}
