/** What batches must not share: sheets, units counted twice, the same file, rehearsals with real returns. */

import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { gridGroups } from '../plan/grids.ts';
import type { Plan } from '../plan/plan.ts';
import type { Batch } from '../returns/batch.ts';

/** What is kept of an import to find what it shares with others. */
export interface ClashBatch extends Pick<Batch, 'record' | 'custody'> {
  readonly pieces: readonly Omit<Piece, 'batch'>[];
}

/** Every clash between the batches, each naming those it is between; sheets are looked at one by one elsewhere. */
export function clashFindings(
  plan: Plan,
  batches: readonly ClashBatch[],
  ofSheets: readonly Finding[],
): readonly Finding[] {
  const names: Names = {
    unit: new Map(plan.units.map(({ id, name }) => [id, name])),
    group: new Map(plan.groups.map(({ id, name }) => [id, name])),
  };
  return [
    ...rehearsalFindings(batches),
    ...sourceFindings(batches),
    ...ofSheets,
    ...pieceFindings(plan, names, batches),
    ...custodyFindings(names, batches),
  ];
}

/** Names by id, for the sentences. */
type Names = Readonly<Record<'unit' | 'group', ReadonlyMap<string, string>>>;

function at(batch: string): Where {
  return { kind: 'file', file: `returns/${batch}` };
}

function rehearsalFindings(batches: readonly ClashBatch[]): readonly Finding[] {
  const ids = (isSimulated: boolean): readonly string[] =>
    batches
      .filter(({ record }) => (record.simulated !== null) === isSimulated)
      .map(({ record }) => record.id);
  const [simulated, real] = [ids(true), ids(false)];
  const [first] = simulated;
  if (first === undefined || real.length === 0) return [];
  return [finding('returns/rehearsal-and-real', at(first), { simulated, real })];
}

type Recorded = Pick<ClashBatch, 'record'>;

/** The same file in two imports of one purpose: a folder of `returns/` that somebody has copied. */
export function sourceFindings(batches: readonly Recorded[]): readonly Finding[] {
  const bySource = new Map<string, Recorded[]>();
  for (const batch of batches) {
    const { sha256, sheet } = batch.record.source;
    add(bySource, `${sha256}\n${sheet ?? ''}`, batch);
  }
  return [...bySource.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2 || same.every(shares)) return [];
    const args = { source: first.record.source.name, batches: same.map(({ record }) => record.id) };
    return [finding('returns/same-source', at(first.record.id), args)];
  });
}

/** A file may come again for rows that were lost with an import taken out: the others are then passed over. */
function shares(one: Recorded, _: number, same: readonly Recorded[]): boolean {
  const builtOn = (later: Recorded, before: Recorded): boolean =>
    later.record.passedOver.some(({ batch }) => batch === before.record.id);
  return same.every((other) => other === one || builtOn(one, other) || builtOn(other, one));
}

/** A part of the survey that somebody has counted. */
export interface Piece {
  readonly group: string;
  readonly unit: string;
  readonly place: string | null;
  /** The round of counting; null: all that came back. */
  readonly part: string | null;
  readonly batch: string;
  readonly kind: 'rows' | 'tallies';
}

/** Forms counted by a tally must not be counted again, by rows or by another tally. */
function pieceFindings(
  plan: Plan,
  names: Names,
  batches: readonly ClashBatch[],
): readonly Finding[] {
  const grids = gridGroups(plan);
  const byUnit = new Map<string, Piece[]>();
  const byGrid = new Map<string, Piece[]>();
  for (const piece of batches.flatMap(piecesOf)) {
    add(byUnit, `${piece.group}\n${piece.unit}`, piece);
    // A sheet that rates many units is either keyed or tallied for all of them.
    if (grids.has(piece.group)) add(byGrid, piece.group, piece);
  }
  const clashing = [
    ...[...byUnit.values()].filter(countedTwice),
    ...[...byGrid.values()].filter((same) => new Set(same.map(({ kind }) => kind)).size > 1),
  ];
  const told = new Set<string>();
  return clashing.flatMap((same) => {
    const [first] = same;
    const ids = [...new Set(same.map(({ batch }) => batch))];
    if (first === undefined || told.has(`${first.group}\n${ids.join()}`)) return [];
    told.add(`${first.group}\n${ids.join()}`);
    const group = names.group.get(first.group) ?? first.group;
    const unit = names.unit.get(first.unit) ?? first.unit;
    const args = { group, unit, batches: ids };
    return [finding('returns/counted-twice', at(first.batch), args)];
  });
}

function piecesOf({ record, pieces }: ClashBatch): readonly Piece[] {
  return pieces.map((piece) => ({ ...piece, batch: record.id }));
}

/** Two rounds of counting, each with its own name, add up. */
function areRounds(one: Piece, other: Piece): boolean {
  return one.part !== null && other.part !== null && one.part !== other.part;
}

/** A piece without a place covers every place. */
function countedTwice(pieces: readonly Piece[]): boolean {
  return pieces.some((one, index) =>
    pieces
      .slice(index + 1)
      .some(
        (other) =>
          (one.kind === 'tallies' || other.kind === 'tallies') &&
          !areRounds(one, other) &&
          (one.place === null || other.place === null || one.place === other.place),
      ),
  );
}

/** Custody of a whole group that several files state must be the same in each. */
function custodyFindings(names: Names, batches: readonly ClashBatch[]): readonly Finding[] {
  const stated = new Map<string, { print: string; batch: string }>();
  return batches.flatMap(({ record, custody }) =>
    custody.flatMap((entry) => {
      const { group, unit, part, issued, returned, valid } = entry;
      if (unit !== null) return [];
      const print = [issued, returned, valid, entry.void].join();
      const key = `${group}\n${part ?? ''}`;
      const before = stated.get(key);
      if (before === undefined) stated.set(key, { print, batch: record.id });
      if (before === undefined || before.print === print) return [];
      const name = names.group.get(group) ?? group;
      const args = { group: name, unit: '', source: before.batch };
      return [finding('returns/custody-differs', at(record.id), args)];
    }),
  );
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const before = lists.get(key);
  if (before === undefined) lists.set(key, [item]);
  else before.push(item);
}
