/**
 * Where answers came from, noted while the imports are read: for each group and unit the imports, and in each the
 * serials (or rows of the file) as ranges. Ranges grow while they are read, so that forms keyed in the order of their
 * serials take next to no room; in any order it is eight bytes for each rating.
 */
import type { GroupId, UnitId } from '../plan/plan.ts';
import type { Batch, BatchRecord, Rating } from '../returns/batch.ts';
import { checkDigit } from '../stats/check-digit.ts';
import { type IntList, intList } from '../stats/int-list.ts';

/** One import, as far as it says something about one unit for one group. */
export interface AnswerSource {
  readonly batch: string;
  /** Name of the imported file, and its sheet. */
  readonly file: string;
  readonly sheet: string | null;
  /** `rows`: forms one by one; `tallies`: counted on paper. */
  readonly kind: 'rows' | 'tallies';
  /** Valid ratings; of a tally null, whose counts stand at the questions. */
  readonly ratings: number | null;
  /** Forms that do not count. */
  readonly void: number;
  /** Printed serials, in order. */
  readonly serials: readonly SerialRange[];
  /** Rows of the file, of what has no printed serial and of tallies. */
  readonly rows: readonly NumberRange[];
  /** Forms on which something was corrected after their import. */
  readonly corrected: readonly string[];
}

export interface SerialRange {
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

export interface NumberRange {
  readonly first: number;
  readonly last: number;
}

export interface SourceCollector {
  /** A rating as it counts, and as it was keyed. */
  readonly rating: (rating: Rating, record: BatchRecord, keyed: Rating) => void;
  /** An import after its ratings. */
  readonly rest: (batch: Pick<Batch, 'record' | 'tallies'>) => void;
  readonly finish: () => AnswerSources;
}

/** By import, in the order in which they were read. */
export type AnswerSources = (group: GroupId, unit: UnitId) => readonly AnswerSource[];

interface Noted {
  readonly record: BatchRecord;
  readonly kind: AnswerSource['kind'];
  ratings: number;
  void: number;
  /** By what stands before the running number. */
  readonly serials: Map<string, Ranges>;
  /** Serials of another shape, one by one. */
  readonly others: string[];
  readonly rows: Ranges;
  readonly corrected: Set<string>;
}

/** `wants`: whether anything about the unit is to be noted. */
export function sourceCollector(wants: (unit: UnitId) => boolean = () => true): SourceCollector {
  const noted = new Map<string, Map<string, Noted>>();
  const of = (
    group: GroupId,
    unit: UnitId,
    record: BatchRecord,
    kind: AnswerSource['kind'],
  ): Noted => {
    // Ids hold no line ends.
    const about = `${group}\n${unit}`;
    const byBatch = noted.get(about) ?? new Map<string, Noted>();
    noted.set(about, byBatch);
    const known = byBatch.get(record.id) ?? emptyNote(record, kind);
    byBatch.set(record.id, known);
    return known;
  };
  return {
    rating: (rating, record, keyed) => {
      if (!wants(rating.unit)) return;
      const note = of(rating.group, rating.unit, record, 'rows');
      if (keyed !== rating) note.corrected.add(rating.serial ?? `${record.id}:${rating.row}`);
      if (rating.voidReason !== null) note.void++;
      else noteRating(note, rating);
    },
    rest: ({ record, tallies }) => {
      for (const { group, unit, row } of tallies) {
        if (wants(unit)) of(group, unit, record, 'tallies').rows.add(row);
      }
    },
    finish: () => (group, unit) => [...(noted.get(`${group}\n${unit}`)?.values() ?? [])].map(told),
  };
}

function emptyNote(record: BatchRecord, kind: AnswerSource['kind']): Noted {
  const rows = ranges();
  const lists = { serials: new Map(), others: [], rows, corrected: new Set<string>() };
  return { record, kind, ratings: 0, void: 0, ...lists };
}

function noteRating(note: Noted, { serial, row }: Rating): void {
  note.ratings++;
  if (serial === null) {
    note.rows.add(row);
    return;
  }
  const parts = serialParts(serial);
  if (parts === null) {
    note.others.push(serial);
    return;
  }
  const numbers = note.serials.get(parts.lead) ?? ranges();
  note.serials.set(parts.lead, numbers);
  numbers.add(parts.number);
}

function told(note: Noted): AnswerSource {
  const { record, kind, ratings, rows, serials, others, corrected } = note;
  const leads = [...serials.keys()].sort();
  const runs = leads.flatMap((lead) => {
    return (serials.get(lead)?.merged() ?? []).map(({ first, last }): SerialRange => {
      const [from, to] = [serialText(lead, first), serialText(lead, last)];
      return { first: from, last: to, count: last - first + 1 };
    });
  });
  const single = [...new Set(others)].sort().map((one) => ({ first: one, last: one, count: 1 }));
  return {
    batch: record.id,
    file: record.source.name,
    sheet: record.source.sheet,
    kind,
    ratings: kind === 'tallies' ? null : ratings,
    void: note.void,
    serials: [...runs, ...single],
    rows: rows.merged(),
    corrected: [...corrected].sort(),
  };
}

interface Ranges {
  readonly add: (value: number) => void;
  /** In order; neighbours are one. */
  readonly merged: () => readonly NumberRange[];
}

/** What goes on where the last one ended makes that one longer; everything else waits for the end. */
function ranges(): Ranges {
  let ends: IntList | null = null;
  let first = 0;
  let last = -1;
  return {
    add: (value) => {
      if (value === last + 1 && last >= first) last = value;
      else if (value < first || value > last) {
        if (last >= first) {
          ends ??= intList(4);
          ends.push(first);
          ends.push(last);
        }
        first = value;
        last = value;
      }
    },
    merged: () => {
      const all: { first: number; last: number }[] = [];
      for (let at = 0; ends !== null && at < ends.length(); at += 2) {
        all.push({ first: ends.at(at), last: ends.at(at + 1) });
      }
      if (last >= first) all.push({ first, last });
      return joined(all);
    },
  };
}

function joined(all: readonly NumberRange[]): readonly NumberRange[] {
  const runs: { first: number; last: number }[] = [];
  for (const { first, last } of all.toSorted((one, other) => one.first - other.first)) {
    const run = runs.at(-1);
    if (run !== undefined && first <= run.last + 1) run.last = Math.max(run.last, last);
    else runs.push({ first, last });
  }
  return runs;
}

/** `ST23-03019-00173`: what stands before the running number, and the number; null: of another shape. */
function serialParts(serial: string): { readonly lead: string; readonly number: number } | null {
  const [, lead = '', tail = ''] = /^(.*-\d+)-(\d{4,9})\d$/.exec(serial) ?? [];
  const number = Number(tail);
  return lead !== '' && serialText(lead, number) === serial ? { lead, number } : null;
}

function serialText(lead: string, number: number): string {
  const head = lead.slice(lead.lastIndexOf('-') + 1);
  const tail = String(number).padStart(4, '0');
  return `${lead}-${tail}${checkDigit(head + tail)}`;
}
