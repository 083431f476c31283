/** A file that was imported before: whether it may come again, and under which id. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { BatchRecord, Purpose } from '../returns/batch.ts';
import { batchId } from '../returns/batch-id.ts';
import type { ImportOptions } from './import.ts';

type Same = { readonly sha256: string; readonly sheet: string | null; readonly purpose: Purpose };

/**
 * Null: it may be imported. That is so too where rows of it were passed over for an import that has been taken out since:
 * those rows are then in none, and what the store still has of the file is passed over as any other row.
 */
export function alreadyThere(
  records: readonly BatchRecord[],
  same: Same,
  file: string,
  options: ImportOptions,
): Finding | null {
  const ids = new Set(records.map(({ id }) => id));
  const before = records.filter(
    ({ source, purpose }) =>
      source.sha256 === same.sha256 && source.sheet === same.sheet && purpose === same.purpose,
  );
  const [first] = before;
  if (first === undefined) return null;
  if (before.some(({ passedOver }) => passedOver.some(({ batch }) => !ids.has(batch)))) return null;
  const asked = readingOptions(options);
  if (asked.length === 0) return alreadyImported(first, file);
  const args = { batch: first.id, options: asked };
  return finding('returns/imported-otherwise', { kind: 'file', file }, args);
}

/** A second entry or back-check that is byte for byte the returns it will be held against would agree with itself. */
export function sameForAnother(
  records: readonly BatchRecord[],
  same: Same,
  file: string,
): readonly Finding[] {
  const other = records.find(
    ({ source, purpose }) =>
      source.sha256 === same.sha256 && source.sheet === same.sheet && purpose !== same.purpose,
  );
  if (other === undefined) return [];
  const args = { batch: other.id, purpose: other.purpose };
  return [finding('returns/same-bytes', { kind: 'file', file }, args)];
}

export function alreadyImported(
  { id, importedBy, importedAt }: BatchRecord,
  file: string,
): Finding {
  const args = { batch: id, by: importedBy, at: importedAt };
  return finding('returns/already-imported', { kind: 'file', file }, args);
}

/** Options that say how a file is to be read. */
function readingOptions(options: ImportOptions): readonly string[] {
  const { dates, decimal, encoding, mapping } = options;
  const said = Object.entries({ dates, decimal, encoding, mapping });
  return said.flatMap(([name, value]) => (value == null ? [] : [`--${name}`]));
}

/** The id of a file's import; of one that comes again for rows that were lost the next that is free. */
export function freeId(
  records: readonly BatchRecord[],
  name: string,
  { sha256, sheet, purpose }: Same,
): string {
  const id = batchId(name, sha256, sheet, purpose);
  const ids = new Set(records.map((record) => record.id));
  let free = id;
  for (let next = 2; ids.has(free); next += 1) free = `${id}-${next}`;
  return free;
}
