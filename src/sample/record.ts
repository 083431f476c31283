/** The draw record: what a draw was made from and whom it took, so that anyone can make it again. No names. */
import type { Draw } from '../sample.ts';
import { type Exact, exactText } from '../stats/exact.ts';
import { selectionVersion } from '../stats/select.ts';

/**
 * What turns seed and lists into people: order of rows, names of streams, shares of parts (`people`), the methods of
 * selection (`select`), the generator. A change in any of them is another algorithm.
 */
export const algorithm = `people-1 select-${selectionVersion} xoroshiro128plus-sha256`;

export interface DrawRecord {
  readonly record: 'survey-draw';
  /** Of seed, places and people: the same draw has the same id. It stands on the lists that go out. */
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
  /** `0.25` or `1/3`. */
  readonly inclusion: string | null;
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
    chosen.map(({ inclusion, ...place }) => ({ group, ...place, inclusion: textOf(inclusion) })),
  );
  const rows = recordedRows(drawn);
  return {
    record: 'survey-draw',
    draw_id: sha256(JSON.stringify([drawn.seed, places, rows])).slice(0, 10),
    survey,
    seed: drawn.seed,
    seed_source: drawn.seedSource,
    algorithm,
    tool,
    plan_fingerprint: planFingerprint,
    frame: [...context.frame].sort((one, other) => (one.file < other.file ? -1 : 1)),
    places,
    rows,
    redraws,
  };
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
      people: people.map(({ person, role, order, inclusion }) => {
        return { role, order, row: person.row, inclusion: textOf(inclusion) };
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

function isPerson({ role, order, row }: Readonly<Record<string, unknown>>): boolean {
  return areTexts(role) && typeof order === 'number' && typeof row === 'number';
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
