/** What batches must not share: sheets, units counted twice, the same file, rehearsals with real returns. */

import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Batch } from '../returns/batch.ts';
import { answerTo } from '../stats/answers.ts';

/** Every clash between the batches, each naming those it is between. */
export function clashFindings(plan: Plan, batches: readonly Batch[]): readonly Finding[] {
  const names: Names = {
    unit: new Map(plan.units.map(({ id, name }) => [id, name])),
    group: new Map(plan.groups.map(({ id, name }) => [id, name])),
  };
  return [
    ...rehearsalFindings(batches),
    ...sourceFindings(batches),
    ...sheetFindings(names, batches),
    ...sheetAnswerFindings(plan, batches),
    ...pieceFindings(plan, names, batches),
    ...custodyFindings(names, batches),
  ];
}

/** Names by id, for the sentences. */
type Names = Readonly<Record<'unit' | 'group', ReadonlyMap<string, string>>>;

function at(batch: string): Where {
  return { kind: 'file', file: `returns/${batch}` };
}

function rehearsalFindings(batches: readonly Batch[]): readonly Finding[] {
  const ids = (isSimulated: boolean): readonly string[] =>
    batches
      .filter(({ record }) => (record.simulated !== null) === isSimulated)
      .map(({ record }) => record.id);
  const [simulated, real] = [ids(true), ids(false)];
  const [first] = simulated;
  if (first === undefined || real.length === 0) return [];
  return [finding('returns/rehearsal-and-real', at(first), { simulated, real })];
}

function sourceFindings(batches: readonly Batch[]): readonly Finding[] {
  const bySource = new Map<string, Batch[]>();
  for (const batch of batches) {
    const { sha256, sheet } = batch.record.source;
    add(bySource, `${sha256}\n${sheet ?? ''}`, batch);
  }
  return [...bySource.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length < 2) return [];
    const args = { source: first.record.source.name, batches: same.map(({ record }) => record.id) };
    return [finding('returns/same-source', at(first.record.id), args)];
  });
}

function sheetFindings(names: Names, batches: readonly Batch[]): readonly Finding[] {
  const holders = new Map<string, { serial: string; unit: string; batches: string[] }>();
  for (const { record, ratings } of batches) {
    for (const { serial, unit } of ratings) {
      if (serial === null) continue;
      const key = `${serial}\n${unit}`;
      const before = holders.get(key);
      if (before === undefined) holders.set(key, { serial, unit, batches: [record.id] });
      else before.batches.push(record.id);
    }
  }
  return [...holders.values()]
    .filter((held) => held.batches.length > 1)
    .map((held) => {
      const unit = names.unit.get(held.unit) ?? held.unit;
      return finding('returns/in-two-batches', at(held.batches[0] ?? ''), { ...held, unit });
    });
}

/** Rows of one grid sheet may lie in two batches; what is asked once a sheet must be the same in both. */
function sheetAnswerFindings(plan: Plan, batches: readonly Batch[]): readonly Finding[] {
  const questions = plan.forms.flatMap((form) => form.questions);
  const once = [...new Set(questions.filter(({ per }) => per === 'sheet').map(({ id }) => id))];
  const said = new Map<string, { value: string; batch: string }>();
  const findings: Finding[] = [];
  for (const { record, ratings } of batches) {
    for (const rating of ratings) {
      const { serial } = rating;
      if (serial === null) continue;
      for (const question of once) {
        const value = answerTo(rating, question);
        if (value === null) continue;
        const before = said.get(`${serial}\n${question}`) ?? { value, batch: record.id };
        said.set(`${serial}\n${question}`, before);
        if (before.value === value) continue;
        const values = [before.value, value];
        const args = { serial, question, values, sources: [before.batch, record.id] };
        findings.push(finding('returns/sheet-answers-differ', at(record.id), args));
      }
    }
  }
  return findings;
}

interface Piece {
  readonly group: string;
  readonly unit: string;
  readonly place: string | null;
  readonly batch: string;
  readonly kind: 'rows' | 'tallies';
}

/** Forms counted by a tally must not be counted again, by rows or by another tally. */
function pieceFindings(plan: Plan, names: Names, batches: readonly Batch[]): readonly Finding[] {
  const grids = new Set(
    plan.groups.filter(({ about }) => about.kind === 'units').map(({ id }) => id),
  );
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

function piecesOf({ record, ratings, tallies }: Batch): readonly Piece[] {
  const pieces = new Map<string, Piece>();
  const put = (group: string, unit: string, place: string | null, kind: Piece['kind']): void => {
    const key = [kind, group, unit, place ?? ''].join('\n');
    if (!pieces.has(key)) pieces.set(key, { group, unit, place, batch: record.id, kind });
  };
  for (const { group, unit, from } of ratings) put(group, unit, from.place, 'rows');
  for (const { group, unit, place } of tallies) put(group, unit, place, 'tallies');
  return [...pieces.values()];
}

/** A piece without a place covers every place. */
function countedTwice(pieces: readonly Piece[]): boolean {
  return pieces.some((one, index) =>
    pieces
      .slice(index + 1)
      .some(
        (other) =>
          (one.kind === 'tallies' || other.kind === 'tallies') &&
          (one.place === null || other.place === null || one.place === other.place),
      ),
  );
}

/** Custody of a whole group that several files state must be the same in each. */
function custodyFindings(names: Names, batches: readonly Batch[]): readonly Finding[] {
  const stated = new Map<string, { print: string; batch: string }>();
  return batches.flatMap(({ record, custody }) =>
    custody.flatMap((entry) => {
      const { group, unit, issued, returned, valid } = entry;
      if (unit !== null) return [];
      const print = [issued, returned, valid, entry.void].join();
      const before = stated.get(group);
      if (before === undefined) stated.set(group, { print, batch: record.id });
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
