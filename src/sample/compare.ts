/** A draw record against the draw made again: the same, or exactly where they differ. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { DrawRecord, RecordedPerson, RecordedRow } from './record.ts';

/** How much of the people and places differs, whatever the reason. */
export interface Difference {
  readonly people: number;
  readonly places: number;
  /** Lists that are not the same to the letter. */
  readonly files: readonly string[];
}

export function differenceOf(recorded: DrawRecord, now: DrawRecord): Difference {
  const [before, after] = [new Set(peopleKeys(recorded)), new Set(peopleKeys(now))];
  const places = placeChanges(recorded, now).flatMap(({ gone, added }) => [...gone, ...added]);
  const files = frameChanges(recorded, now).map(({ file }) => file);
  return { people: symmetric(before, after), places: places.length, files };
}

/**
 * Whether one is the other made again. Other lists are another draw even where the same rows come out: a row may hold another
 * person now.
 */
export function sameDraw(recorded: DrawRecord, now: DrawRecord): boolean {
  const { people, places, files } = differenceOf(recorded, now);
  return people + places + files.length === 0 && recorded.seed === now.seed;
}

export interface RecordNames {
  /** Path of the record. */
  readonly file: string;
  readonly pathOf: (frameFile: string) => string;
  readonly nameOf: (row: RecordedRow) => string;
  /** The id that the recorded draw should have (`drawId`). */
  readonly ownId: string;
}

/** Findings at the record, those of lists at their own path. Empty: the same in everything. */
export function compareRecords(
  recorded: DrawRecord,
  now: DrawRecord,
  { file, pathOf, nameOf, ownId }: RecordNames,
): readonly Finding[] {
  const at = { kind: 'file', file } as const;
  const people = rowChanges(recorded, now).map(({ row, ...changes }) =>
    finding('sample/verify-people', at, { group: row.group, target: nameOf(row), ...changes }),
  );
  const numbers = numberChanges(recorded, now).map(({ row, changes }) =>
    finding('sample/verify-row', at, { group: row.group, target: nameOf(row), changes }),
  );
  const places = placeChanges(recorded, now).map((change) =>
    finding('sample/verify-places', at, change),
  );
  const frame = frameChanges(recorded, now).map(({ file: name, state }) =>
    finding('sample/verify-frame', { kind: 'file', file: pathOf(name) }, { file: name, state }),
  );
  const differs = (key: 'survey' | 'seed' | 'algorithm' | 'tool') =>
    recorded[key] === now[key] ? [] : [{ recorded: recorded[key], now: now[key] }];
  const causes = [
    ...differs('survey').map((args) => finding('sample/verify-survey', at, args)),
    ...differs('seed').map((args) => finding('sample/verify-seed', at, args)),
    ...(recorded.seed_source === now.seed_source ? [] : [finding('sample/verify-source', at, {})]),
    ...differs('algorithm').map((args) => finding('sample/verify-algorithm', at, args)),
    ...differs('tool').map((args) => finding('sample/verify-tool', at, args)),
    ...(recorded.draw_id === ownId
      ? []
      : [finding('sample/verify-id', at, { recorded: recorded.draw_id, own: ownId })]),
    ...frame,
  ];
  const changed = recorded.plan_fingerprint !== now.plan_fingerprint;
  const same = people.length + places.length + numbers.length === 0;
  const plan = changed ? [finding('sample/verify-plan', at, { same })] : [];
  return [...causes, ...plan, ...places, ...numbers, ...people];
}

interface NumberChange {
  readonly row: RecordedRow;
  readonly changes: readonly {
    readonly key: RowKey;
    readonly recorded: string;
    readonly now: string;
  }[];
}

const rowKeys = ['roster', 'method', 'population', 'size', 'reserve'] as const;

export type RowKey = (typeof rowKeys)[number];

/** Rows of both that state something else about the draw. */
function numberChanges(recorded: DrawRecord, now: DrawRecord): readonly NumberChange[] {
  const after = new Map(now.rows.map((row) => [rowKey(row), row]));
  return recorded.rows.flatMap((row) => {
    const fresh = after.get(rowKey(row));
    if (fresh === undefined) return [];
    const changes = rowKeys.flatMap((key) => {
      const [before, with_] = [String(row[key]), String(fresh[key])];
      return before === with_ ? [] : [{ key, recorded: before, now: with_ }];
    });
    return changes.length === 0 ? [] : [{ row, changes }];
  });
}

function frameChanges({ frame: before }: DrawRecord, { frame: after }: DrawRecord) {
  const hashes = new Map(after.map(({ file, sha256 }) => [file, sha256]));
  const known = new Set(before.map(({ file }) => file));
  return [
    ...before.flatMap(({ file, sha256 }) => {
      const hash = hashes.get(file);
      if (hash === sha256) return [];
      return [{ file, state: hash === undefined ? ('missing' as const) : ('changed' as const) }];
    }),
    ...after.flatMap(({ file }) => (known.has(file) ? [] : [{ file, state: 'added' as const }])),
  ];
}

function rowKey({ group, unit, place }: RecordedRow): string {
  return JSON.stringify([group, unit ?? null, place ?? null]);
}

function personKey({ role, order, row, chance, inclusion }: RecordedPerson): string {
  return JSON.stringify([role, order, row, chance ?? null, inclusion ?? null]);
}

function peopleKeys({ rows }: DrawRecord): readonly string[] {
  return rows.flatMap((row) => row.people.map((one) => `${rowKey(row)} ${personKey(one)}`));
}

interface RowChange {
  readonly row: RecordedRow;
  /** Rows of the roster, sorted. */
  readonly gone: readonly number[];
  readonly added: readonly number[];
  /** In both, drawn in one and in reserve in the other. */
  readonly moved: readonly number[];
}

function rowChanges(recorded: DrawRecord, now: DrawRecord): readonly RowChange[] {
  const before = new Map(recorded.rows.map((row) => [rowKey(row), row]));
  const after = new Map(now.rows.map((row) => [rowKey(row), row]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key): readonly RowChange[] => {
    const [old, fresh] = [before.get(key)?.people ?? [], after.get(key)?.people ?? []];
    const row = before.get(key) ?? after.get(key);
    if (row === undefined || old.map(personKey).join() === fresh.map(personKey).join()) return [];
    const [olds, news] = [rolesOf(old), rolesOf(fresh)];
    const only = (some: ReadonlyMap<number, string>, others: ReadonlyMap<number, string>) =>
      [...some.keys()].filter((number) => !others.has(number)).sort((a, b) => a - b);
    const moved = [...olds].flatMap(([number, role]) =>
      news.has(number) && news.get(number) !== role ? [number] : [],
    );
    return [
      { row, gone: only(olds, news), added: only(news, olds), moved: moved.sort((a, b) => a - b) },
    ];
  });
}

function rolesOf(people: readonly RecordedPerson[]): ReadonlyMap<number, string> {
  return new Map(people.map(({ row, role }) => [row, role]));
}

interface PlaceChange {
  readonly group: string;
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

function placeChanges(recorded: DrawRecord, now: DrawRecord): readonly PlaceChange[] {
  const keysOf = ({ places }: DrawRecord, wanted: string): ReadonlyMap<string, string> =>
    new Map(
      places
        .filter(({ group }) => group === wanted)
        .map(({ place, stage, role, order, inclusion, stands_for }) => [
          JSON.stringify([place, stage, role, order, inclusion ?? null, stands_for ?? null]),
          place,
        ]),
    );
  const groups = new Set([...recorded.places, ...now.places].map(({ group }) => group));
  return [...groups].flatMap((group) => {
    const [before, after] = [keysOf(recorded, group), keysOf(now, group)];
    const gone = [...before].flatMap(([key, place]) => (after.has(key) ? [] : [place]));
    const added = [...after].flatMap(([key, place]) => (before.has(key) ? [] : [place]));
    if (gone.length + added.length === 0) return [];
    // A place in reserve that came in, and the one it stands for, are not both “other places”.
    const [asked, others] = [askedIn(recorded, group), askedIn(now, group)];
    const left = asked.filter((place) => !others.includes(place));
    const came = others.filter((place) => !asked.includes(place));
    const isOther = left.length + came.length > 0;
    return [isOther ? { group, gone: left, added: came } : { group, gone, added }];
  });
}

function askedIn({ places }: DrawRecord, wanted: string): readonly string[] {
  return places
    .filter(({ group, role }) => group === wanted && role !== 'reserve' && role !== 'replaced')
    .map(({ place }) => place);
}

function symmetric(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const missing = [...one].filter((key) => !other.has(key)).length;
  return missing + [...other].filter((key) => !one.has(key)).length;
}
