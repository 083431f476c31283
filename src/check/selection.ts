/**
 * Sheets selected by chance for a second entry or a back-check: seeded, recorded, and drawn again by whoever doubts it. No answers
 * and no people: serials, and whose packet they were in.
 */
import type { PlaceId, UnitId } from '../plan/plan.ts';
import { ceilPercent, type Exact, exact, exactText, parseExact } from '../stats/exact.ts';
import { randomStream } from '../stats/random.ts';
import { drawWithReserve, selectionVersion } from '../stats/select.ts';
import { type SelectionPurpose, selectionPurposes } from './purpose.ts';

/** What turns seed and sheets into a selection: order of serials, names of streams, sizes, the method, the generator. */
export const selectionAlgorithm = `sheets-2 select-${selectionVersion} xoroshiro128plus-sha256`;

/** A sheet that may be selected. */
export interface SelectableSheet {
  readonly serial: string;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  readonly group: string;
  readonly collector: string | null;
}

/** How many: a percentage of each part (rounded up), or a number in each. */
export type SelectionSize =
  | { readonly share: Exact; readonly count: null }
  | { readonly share: null; readonly count: number };

export interface SelectionRequest {
  readonly for: SelectionPurpose;
  readonly by: 'unit' | 'collector' | null;
  readonly size: SelectionSize;
  readonly seed: string;
}

export interface SelectionRecord {
  readonly record: 'survey-check-selection';
  /** Of seed, sheets and selection: the same selection has the same id. */
  readonly selection_id: string;
  readonly survey: string;
  readonly for: SelectionPurpose;
  readonly seed: string;
  readonly algorithm: string;
  readonly tool: string;
  readonly plan_fingerprint: string;
  readonly by: 'unit' | 'collector' | null;
  /** Percent, or null where a number was asked for. */
  readonly share: string | null;
  readonly count: number | null;
  /** Imports that it was drawn from. */
  readonly batches: readonly string[];
  readonly population: { readonly sheets: number; readonly sha256: string };
  readonly strata: readonly Stratum[];
  /** Earlier selections that this one replaced, oldest first. */
  readonly redraws: readonly {
    readonly why: string;
    readonly by: string;
    readonly at: string;
    readonly earlier: string;
  }[];
}

export interface Stratum {
  /** `unit:…`, `place:…`, `group:…`, `collector:…`; empty for the whole. */
  readonly stratum: string;
  readonly population: number;
  /** In the order drawn. */
  readonly serials: readonly string[];
}

export interface SelectionContext {
  readonly survey: string;
  readonly tool: string;
  readonly planFingerprint: string;
  readonly batches: readonly string[];
  readonly redraws: SelectionRecord['redraws'];
  readonly sha256: (text: string) => string;
}

/** The same sheets in whatever order give the same selection; another stratum never changes it. */
export function selectSheets(
  sheets: readonly SelectableSheet[],
  request: SelectionRequest,
  context: SelectionContext,
): SelectionRecord {
  const strata = strataOf(sheets, request.by).map(([stratum, serials]): Stratum => {
    const take = sizeOf(request.size, serials.length);
    const random = randomStream(request.seed, 'check', request.for, stratum);
    const items = serials.map(() => ({ size: exact(1) }));
    const { drawn } = drawWithReserve('random', items, { take, reserve: 0 }, random);
    const taken = drawn.map(({ index }) => serials[index] ?? '');
    return { stratum, population: serials.length, serials: taken };
  });
  const { survey, tool, planFingerprint, redraws, sha256 } = context;
  const { share, count } = request.size;
  const named = sheets.map((sheet) => `${stratumOf(sheet, request.by)}\t${sheet.serial}`);
  const body = {
    survey,
    for: request.for,
    seed: request.seed,
    algorithm: selectionAlgorithm,
    by: request.by,
    share: share === null ? null : exactText(share),
    count,
    batches: [...context.batches].sort(),
    population: { sheets: sheets.length, sha256: sha256(named.sort().join('\n')) },
    strata,
  };
  return {
    record: 'survey-check-selection',
    selection_id: selectionId(body, sha256),
    ...body,
    tool,
    plan_fingerprint: planFingerprint,
    redraws,
  };
}

type IdParts = Pick<
  SelectionRecord,
  'survey' | 'for' | 'seed' | 'algorithm' | 'by' | 'share' | 'count' | 'population' | 'strata'
>;

/** A letter first, so that no spreadsheet takes it for a number. Which imports the sheets lay in does not count. */
export function selectionId(parts: IdParts, sha256: (text: string) => string): string {
  const { survey, for: purpose, seed, algorithm, by, share, count, population, strata } = parts;
  const text = JSON.stringify([
    survey,
    purpose,
    seed,
    algorithm,
    by,
    share,
    count,
    population,
    strata,
  ]);
  return `s${sha256(text).slice(0, 9)}`;
}

/** The request that a record answers; null: it makes no sense. */
export function requestOf({
  for: purpose,
  by,
  share,
  count,
  seed,
}: SelectionRecord): SelectionRequest | null {
  const percent = share === null ? null : parseExact(share);
  if (percent !== null) return { for: purpose, by, size: { share: percent, count: null }, seed };
  return count === null ? null : { for: purpose, by, size: { share: null, count }, seed };
}

export function stratumOf(
  { unit, place, group, collector }: SelectableSheet,
  by: SelectionRecord['by'],
): string {
  if (by === null) return '';
  if (by === 'collector') return `collector:${collector ?? ''}`;
  if (place !== null) return `place:${place}`;
  return unit === null ? `group:${group}` : `unit:${unit}`;
}

function strataOf(
  sheets: readonly SelectableSheet[],
  by: SelectionRecord['by'],
): readonly (readonly [string, readonly string[]])[] {
  const strata = new Map<string, string[]>();
  for (const sheet of sheets) {
    const key = stratumOf(sheet, by);
    const own = strata.get(key) ?? [];
    own.push(sheet.serial);
    strata.set(key, own);
  }
  return [...strata]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, serials]) => [key, serials.sort()]);
}

function sizeOf({ share, count }: SelectionSize, population: number): number {
  return Math.min(population, share === null ? count : ceilPercent(share, population));
}

/** Every selected serial with its stratum. */
export function selectedSerials(record: SelectionRecord): ReadonlyMap<string, string> {
  return new Map(
    record.strata.flatMap(({ stratum, serials }) =>
      serials.map((serial) => [serial, stratum] as const),
    ),
  );
}

/** Null: the text is no record of a selection. */
export function parseSelection(text: string): SelectionRecord | null {
  try {
    const data: unknown = JSON.parse(text);
    return isSelection(data) ? data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isSelection(data: unknown): data is SelectionRecord {
  if (!isObject(data) || data.record !== 'survey-check-selection') return false;
  const texts = ['selection_id', 'survey', 'seed', 'algorithm', 'tool', 'plan_fingerprint'];
  const { population, strata, batches, redraws, share, count, by } = data;
  return (
    texts.every((key) => typeof data[key] === 'string') &&
    selectionPurposes.some((one) => one === data.for) &&
    [null, 'unit', 'collector'].some((one) => one === by) &&
    (share === null || typeof share === 'string') &&
    (count === null || typeof count === 'number') &&
    isObject(population) &&
    typeof population.sheets === 'number' &&
    typeof population.sha256 === 'string' &&
    isTexts(batches) &&
    Array.isArray(redraws) &&
    redraws.every(isRedraw) &&
    Array.isArray(strata) &&
    strata.every((one) => isObject(one) && typeof one.stratum === 'string' && isTexts(one.serials))
  );
}

function isRedraw(one: unknown): boolean {
  const texts = isObject(one) ? [one.why, one.by, one.at, one.earlier] : [];
  const isSound = texts.length > 0 && texts.every((text) => typeof text === 'string');
  return isSound && Number.isFinite(Date.parse(String(texts[2])));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
