/** The accumulator behind `tally`: everything that came back is counted while it is read, and not kept. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { formsFingerprint } from '../plan/fingerprint.ts';
import { gridGroups } from '../plan/grids.ts';
import type { Plan, QuestionId } from '../plan/plan.ts';
import type { Batch, BatchRecord, CustodyEntry, Rating } from '../returns/batch.ts';
import type { Tallies, VoidCount } from '../tallies.ts';
import { byTexts } from './by-texts.ts';
import { type ClashBatch, clashFindings, type Piece } from './clashes.ts';
import { cellCounter } from './count.ts';
import { custodyOfTotals, ownEntries } from './custody.ts';
import { foreignNames } from './foreign.ts';
import { onceAnswers } from './once.ts';
import { compare, positions } from './order.ts';
import { renamedUnits } from './renamed.ts';
import { sheets } from './sheets.ts';

export interface Tallying {
  /** The number of its sheet, from 0; -1: a reply that nobody can tell from others. */
  readonly rating: (rating: Rating, record: BatchRecord) => number;
  /** What a grid sheet answers to a question asked once on it, on whichever row; null: nothing so far. */
  readonly once: (sheet: number, question: QuestionId) => string | null;
  /** An import without its ratings; before or after they were given. Every import needs it. */
  readonly batch: (batch: Pick<Batch, 'record' | 'tallies' | 'custody'>) => void;
  readonly finish: () => Checked<Tallies>;
}

type OwnPiece = Omit<Piece, 'batch'>;

/** Imports come one after the other, in the order of their ids; only those that count (purpose `returns`). */
export function tallying(plan: Plan): Tallying {
  const grids = gridGroups(plan);
  const counter = cellCounter(plan);
  const held = sheets(plan, grids);
  const once = onceAnswers(plan);
  const foreign = foreignNames(plan);
  const pieces = new Map<string, Map<string, OwnPiece>>();
  const batches: Pick<Batch, 'record' | 'custody'>[] = [];
  let current = '';
  let own = new Map<string, OwnPiece>();
  /** What rows of the present import are about; without places. */
  let rows = byTexts<true>();
  const begin = (id: string): void => {
    if (current === id) return;
    current = id;
    foreign.of(id);
    rows = byTexts();
    own = pieces.get(id) ?? new Map();
    pieces.set(id, own);
  };
  /** What is said of the same again and again is looked at once an import. */
  const seen = (piece: OwnPiece, form: string): boolean => {
    const { kind, group, unit, place, part } = piece;
    const key = `${kind}\n${form}\n${group}\n${unit}\n${place ?? ''}\n${part ?? ''}`;
    if (own.has(key)) return true;
    own.set(key, piece);
    return false;
  };
  return {
    rating: (rating, record) => {
      begin(record.id);
      const { form, group, unit, from } = rating;
      if (from.place !== null || rows.get(form, group, unit) === undefined) {
        if (from.place === null) rows.set(form, group, unit, true);
        if (!seen({ group, unit, place: from.place, part: null, kind: 'rows' }, form)) {
          foreign.about(rating);
          foreign.place(from.place);
        }
      }
      const sheet = held.add(rating, record);
      const isGrid = sheet >= 0 && grids.has(group);
      if (isGrid) once.note(sheet, rating, record);
      counter.rating(rating, record.id, isGrid ? sheet : -1, foreign.report);
      return sheet;
    },
    once: once.answer,
    batch: (batch) => {
      const { record, tallies, custody } = batch;
      begin(record.id);
      batches.push({ record, custody });
      for (const entry of tallies) {
        const { form, group, unit, place, part } = entry;
        if (!seen({ group, unit, place, part, kind: 'tallies' }, form)) {
          foreign.about(entry);
          foreign.place(place);
        }
        counter.entry(entry, record.id, foreign.report);
      }
    },
    finish: () => {
      const clashing = batches.map((batch): ClashBatch => {
        return { ...batch, pieces: [...(pieces.get(batch.record.id)?.values() ?? [])] };
      });
      const records = batches.map(({ record }) => record);
      const findings = [
        ...foreign.findings(),
        ...clashFindings(plan, clashing, [...held.findings(), ...once.findings()]),
        ...otherForms(plan, records),
        ...renamedUnits(plan, records),
      ];
      if (hasErrors(findings)) return { ok: false, findings };
      const entries = batches.flatMap(({ custody }) => custody);
      const stated = ownEntries(plan, entries);
      const value: Tallies = {
        cells: counter.cells(once.answer),
        custody: custodyOfTotals(plan, held.targets(), entries),
        days: held.days(stated),
        voids: voidCounts(plan, held.voids(), stated),
        batches: records.map(({ id }) => id),
        simulated: [...new Set(records.flatMap(({ simulated }) => simulated ?? []))].sort(),
      };
      return { ok: true, value, findings };
    },
  };
}

/** Those of rows and those that tallies give reasons for, added up. */
function voidCounts(
  plan: Plan,
  ofRows: readonly VoidCount[],
  entries: readonly CustodyEntry[],
): readonly VoidCount[] {
  const ofTallies = entries.flatMap(({ group, unit, voids }) =>
    voids.map(({ reason, count }) => ({ group, unit, reason, count })),
  );
  const sums = new Map<string, VoidCount>();
  for (const one of [...ofRows, ...ofTallies]) {
    const key = `${one.group}\n${one.unit ?? ''}\n${one.reason}`;
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  const groups = positions(plan.groups);
  const units = positions(plan.units);
  const order = ({ group, unit }: VoidCount): readonly number[] => [
    groups.get(group) ?? -1,
    unit === null ? -1 : (units.get(unit) ?? -1),
  ];
  return [...sums.values()]
    .filter(({ count }) => count > 0)
    .sort((a, b) => compare(order(a), order(b)) || (a.reason < b.reason ? -1 : 1));
}

/** Imports whose answers were read under other forms or scales: a code may mean something else now. */
function otherForms(plan: Plan, records: readonly BatchRecord[]): readonly Finding[] {
  const now = formsFingerprint(plan);
  const differing = records
    .filter((record) => (record.formsFingerprint ?? now) !== now)
    .map(({ id }) => id);
  if (differing.length === 0) return [];
  return [
    finding('returns/other-forms', { kind: 'file', file: 'returns' }, { batches: differing }),
  ];
}
