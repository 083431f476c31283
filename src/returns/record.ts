/** `batch.json` as text and back. */
import { type BatchRecord, purposes } from './batch.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Null: not a record of ours, or of a layout that this version does not know. */
export function parseRecord(text: string): BatchRecord | null {
  const value = parsed(text);
  if (!isFields(value) || value.format !== 1) return null;
  const { source, counts, mapping, files } = value;
  if (!isFields(source) || !isFields(counts)) return null;
  if (!Array.isArray(mapping) || !Array.isArray(files)) return null;
  const areTexts =
    hasTexts(value, ['id', 'importedBy', 'importedAt', 'tool', 'planFingerprint']) &&
    hasTexts(source, ['name', 'sha256']);
  const areCounts =
    ['read', 'accepted', 'rejected'].every((key) => isCount(counts[key])) && isCount(source.bytes);
  const isKind = ['rows', 'tallies', 'corrections'].includes(String(value.kind));
  const areNullable = [value.simulated, source.sheet].every(
    (one) => one === null || typeof one === 'string',
  );
  const areLists =
    mapping.every((one) => hasTexts(one, ['heading', 'as'])) &&
    files.every((one) => hasTexts(one, ['name', 'sha256']));
  const isRecord = areTexts && areCounts && isKind && areNullable && areLists;
  if (!isRecord) return null;
  const { formsFingerprint = null } = value;
  if (formsFingerprint !== null && typeof formsFingerprint !== 'string') return null;
  // Imports made before there were other purposes are returns.
  const { purpose: written = 'returns' } = value;
  const purpose = purposes.find((one) => one === written);
  if (purpose === undefined) return null;
  // Nor was anything left out then.
  const { excluded = [] } = value;
  if (!Array.isArray(excluded) || !excluded.every(isExcluded)) return null;
  // Nor was it kept which rows others had.
  const { passedOver = [] } = value;
  if (!Array.isArray(passedOver) || !passedOver.every(isPassedOver)) return null;
  // Nor what the units were called.
  const { units = [] } = value;
  if (!Array.isArray(units) || !units.every((one) => hasTexts(one, ['id', 'name']))) return null;
  const record = value as unknown as BatchRecord;
  return { ...record, purpose, formsFingerprint, excluded, passedOver, units };
}

function isExcluded(one: unknown): boolean {
  return hasTexts(one, ['reason']) && isCount((one as Fields).count);
}

function isPassedOver(one: unknown): boolean {
  return hasTexts(one, ['batch']) && isCount((one as Fields).rows);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  return isFields(value) && keys.every((key) => typeof value[key] === 'string');
}
