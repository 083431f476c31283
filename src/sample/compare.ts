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

/** Findings at the record (`file`), those of lists at their own path. Empty: the same in everything. */
export function compareRecords(
  recorded: DrawRecord,
  now: DrawRecord,
  file: string,
  pathOf: (frameFile: string) => string,
  nameOf: (row: RecordedRow) => string,
): readonly Finding[] {
  const at = { kind: 'file', file } as const;
  const people = rowChanges(recorded, now).map(({ row, gone, added }) =>
    finding('sample/verify-people', at, { group: row.group, target: nameOf(row), gone, added }),
  );
  const places = placeChanges(recorded, now).map((change) =>
    finding('sample/verify-places', at, change),
  );
  const frame = frameChanges(recorded, now).map(({ file: name, state }) =>
    finding('sample/verify-frame', { kind: 'file', file: pathOf(name) }, { file: name, state }),
  );
  const causes = [
    ...(recorded.seed === now.seed
      ? []
      : [finding('sample/verify-seed', at, { recorded: recorded.seed, now: now.seed })]),
    ...(recorded.algorithm === now.algorithm
      ? []
      : [
          finding('sample/verify-algorithm', at, {
            recorded: recorded.algorithm,
            now: now.algorithm,
          }),
        ]),
    ...frame,
  ];
  const changed = recorded.plan_fingerprint !== now.plan_fingerprint;
  const plan = changed
    ? [finding('sample/verify-plan', at, { same: people.length + places.length === 0 })]
    : [];
  return [...causes, ...plan, ...places, ...people];
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

function personKey({ role, order, row, inclusion }: RecordedPerson): string {
  return JSON.stringify([role, order, row, inclusion ?? null]);
}

function peopleKeys({ rows }: DrawRecord): readonly string[] {
  return rows.flatMap((row) => row.people.map((one) => `${rowKey(row)} ${personKey(one)}`));
}

interface RowChange {
  readonly row: RecordedRow;
  /** Rows of the roster, sorted. */
  readonly gone: readonly number[];
  readonly added: readonly number[];
}

function rowChanges(recorded: DrawRecord, now: DrawRecord): readonly RowChange[] {
  const before = new Map(recorded.rows.map((row) => [rowKey(row), row]));
  const after = new Map(now.rows.map((row) => [rowKey(row), row]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key): readonly RowChange[] => {
    const [old, fresh] = [before.get(key)?.people ?? [], after.get(key)?.people ?? []];
    const row = before.get(key) ?? after.get(key);
    if (row === undefined || old.map(personKey).join() === fresh.map(personKey).join()) return [];
    const asked = ({ role, row: number }: RecordedPerson): string => `${role} ${number}`;
    const [olds, news] = [new Set(old.map(asked)), new Set(fresh.map(asked))];
    const only = (people: readonly RecordedPerson[], others: ReadonlySet<string>) =>
      people.filter((one) => !others.has(asked(one))).map(({ row: number }) => number);
    const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
    return [{ row, gone: sorted(only(old, news)), added: sorted(only(fresh, olds)) }];
  });
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
        .map(({ place, stage, role, order, inclusion }) => [
          JSON.stringify([place, stage, role, order, inclusion ?? null]),
          place,
        ]),
    );
  const groups = new Set([...recorded.places, ...now.places].map(({ group }) => group));
  return [...groups].flatMap((group) => {
    const [before, after] = [keysOf(recorded, group), keysOf(now, group)];
    const gone = [...before].flatMap(([key, place]) => (after.has(key) ? [] : [place]));
    const added = [...after].flatMap(([key, place]) => (before.has(key) ? [] : [place]));
    return gone.length + added.length === 0 ? [] : [{ group, gone, added }];
  });
}

function symmetric(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const missing = [...one].filter((key) => !other.has(key)).length;
  return missing + [...other].filter((key) => !one.has(key)).length;
}
