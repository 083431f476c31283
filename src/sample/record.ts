/** The draw record: what a draw was made from and whom it took, so that anyone can make it again. No names. */
import type { Draw } from '../sample.ts';
import { type Exact, exactText } from '../stats/exact.ts';
import { selectionVersion } from '../stats/select.ts';

/**
 * What turns seed and lists into people: order of rows, names of streams, shares of parts (`people`, `src/sample`), the same for
 * places (`places`, `src/quotas/places.ts`), the methods of selection (`select`), the generator. A change in any of them is
 * another algorithm.
 */
export const algorithm = `people-1 places-1 select-${selectionVersion} xoroshiro128plus-sha256`;

export interface DrawRecord {
  readonly record: 'survey-draw';
  /**
   * Of seed, lists, places and people: the same draw has the same id, and row numbers of another list are another draw. It stands
   * on the lists that go out.
   */
  readonly draw_id: string;
  readonly survey: string;
  readonly seed: string;
  readonly seed_source: string | null;
  readonly algorithm: string;
  readonly tool: string;
  readonly plan_fingerprint: string;
  /** By name, as the plan writes it. */
  readonly frame: readonly FrameFile[];
  readonly places: readonly RecordedPlace[];
  readonly rows: readonly RecordedRow[];
  /** Earlier draws that this one replaced, oldest first. */
  readonly redraws: readonly Redraw[];
}

export interface FrameFile {
  readonly file: string;
  readonly sha256: string;
}

export interface RecordedPlace {
  readonly group: string;
  readonly place: string;
  readonly stage: number;
  readonly role: string;
  readonly order: number;
  /** `0.25` or `1/3`; of a place that stands in, that of the place it stands for. */
  readonly inclusion: string | null;
  readonly stands_for: string | null;
  /** Why it was replaced. */
  readonly why: string | null;
}

export interface RecordedRow {
  readonly group: string;
  readonly unit: string | null;
  readonly place: string | null;
  readonly roster: string;
  readonly method: string;
  /** People on the list, of whom `size` were to be drawn and `reserve` held ready. */
  readonly population: number;
  readonly size: number;
  readonly reserve: number;
  readonly people: readonly RecordedPerson[];
}

export interface RecordedPerson {
  readonly role: 'drawn' | 'reserve' | 'listed';
  readonly order: number;
  /** Row of the roster. */
  readonly row: number;
  /** To be drawn within its unit, place or group; `inclusion` is null where the place itself was not chosen by chance. */
  readonly chance: string | null;
  readonly inclusion: string | null;
}

export interface Redraw {
  readonly why: string;
  readonly by: string;
  readonly at: string;
  /** SHA-256 of the record that was replaced. */
  readonly earlier: string;
}

/** What a record holds beside the draw itself. */
export interface RecordContext {
  readonly survey: string;
  readonly tool: string;
  readonly planFingerprint: string;
  readonly frame: readonly FrameFile[];
  readonly redraws: readonly Redraw[];
  readonly sha256: (text: string) => string;
}

export function drawRecord(drawn: Draw, context: RecordContext): DrawRecord {
  const { survey, tool, planFingerprint, redraws, sha256 } = context;
  const places = drawn.places.flatMap(({ group, places: chosen }) =>
    chosen.map(({ place, stage, role, order, inclusion, standsFor, why }) => {
      const chance = textOf(inclusion);
      return { group, place, stage, role, order, inclusion: chance, stands_for: standsFor, why };
    }),
  );
  const rows = recordedRows(drawn);
  const frame = [...context.frame].sort((one, other) => (one.file < other.file ? -1 : 1));
  return {
    record: 'survey-draw',
    draw_id: drawId({ seed: drawn.seed, frame, places, rows }, sha256),
    survey,
    seed: drawn.seed,
    seed_source: drawn.seedSource,
    algorithm,
    tool,
    plan_fingerprint: planFingerprint,
    frame,
    places,
    rows,
    redraws,
  };
}

/**
 * The id that a record with this draw has. A letter first: a spreadsheet would take `12e4567890` for a number, and the log of
 * replacements is opened in one.
 */
export function drawId(
  { seed, frame, places, rows }: Pick<DrawRecord, 'seed' | 'frame' | 'places' | 'rows'>,
  sha256: (text: string) => string,
): string {
  // The wording of a reason is no part of the draw.
  const taken = places.map(({ why: _why, ...place }) => place);
  return `d${sha256(JSON.stringify([seed, frame, taken, rows])).slice(0, 9)}`;
}

function recordedRows({ groups }: Draw): readonly RecordedRow[] {
  return groups.flatMap(({ group, list, rows }) =>
    rows.map(({ row, population, people }) => ({
      group: group.people,
      unit: row.target.kind === 'group' ? null : row.target.unit,
      place: row.target.kind === 'place' ? row.target.place : null,
      roster: list.file,
      method: row.census
        ? 'census'
        : group.roster?.holds === 'chosen'
          ? 'chosen'
          : group.select.how,
      population,
      size: row.size ?? 0,
      reserve: row.reserve,
      people: people.map(({ person, role, order, chance, inclusion }) => {
        const chances = { chance: textOf(chance), inclusion: textOf(inclusion) };
        return { role, order, row: person.row, ...chances };
      }),
    })),
  );
}

function textOf(value: Exact | null): string | null {
  return value === null ? null : exactText(value);
}

/** Null: the text is no draw record. */
export function parseRecord(text: string): DrawRecord | null {
  try {
    const data: unknown = JSON.parse(text);
    return isRecord(data) ? data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(data: unknown): data is DrawRecord {
  if (!isObject(data) || data.record !== 'survey-draw') return false;
  const texts = ['draw_id', 'survey', 'seed', 'algorithm', 'tool', 'plan_fingerprint'];
  if (!texts.every((key) => typeof data[key] === 'string')) return false;
  return (
    listOf(data.frame, ({ file, sha256 }) => areTexts(file, sha256)) &&
    listOf(data.redraws, ({ why, by, at, earlier }) => areTexts(why, by, at, earlier)) &&
    listOf(data.places, ({ group, place, role, order, stage }) => {
      return areTexts(group, place, role) && typeof order === 'number' && typeof stage === 'number';
    }) &&
    listOf(data.rows, ({ group, roster, people }) => {
      return areTexts(group, roster) && listOf(people, isPerson);
    })
  );
}

function isPerson(one: Readonly<Record<string, unknown>>): boolean {
  const { role, order, row, chance, inclusion } = one;
  return (
    areTexts(role) &&
    typeof order === 'number' &&
    typeof row === 'number' &&
    [chance, inclusion].every(isChance)
  );
}

/** `0.25`, `1/3`, or nothing said. */
function isChance(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' && /^\d+(\.\d+|\/[1-9]\d*)?$/.test(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listOf(
  value: unknown,
  check: (item: Readonly<Record<string, unknown>>) => boolean,
): boolean {
  return Array.isArray(value) && value.every((item) => isObject(item) && check(item));
}

function areTexts(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'string');
}
