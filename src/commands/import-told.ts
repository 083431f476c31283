/** What a clerk is told about the rows of a file: the first of them, and how many there are of each kind. */
import type { Finding } from '../findings/finding.ts';
import type { HowRead } from '../formats/read-table.ts';
import type { UnitId } from '../plan/plan.ts';
import type { BatchRecord, Rating } from '../returns/batch.ts';
import type { Kind } from '../returns/fields.ts';
import type { Taken } from '../returns/take.ts';

/** A file may have a million wrong rows: `rejected.csv` holds them all, memory and messages do not. */
export const mostTold = 1_000;

export type VoidRow = Pick<Rating, 'row' | 'serial' | 'unit' | 'voidReason'>;

export interface NotedRows {
  /** The first of the accepted rows that do not count. */
  readonly voidRows: readonly VoidRow[];
  /** The first of the reasons for which rows were rejected. */
  readonly reasons: readonly Finding[];
  /** All of them, by code. */
  readonly reasonCounts: ReadonlyMap<string, number>;
  /** Units that accepted rows are about, or were collected at. */
  readonly ratedUnits: ReadonlySet<UnitId>;
}

export interface Told extends NotedRows, Pick<Taken, 'skipped' | 'totals' | 'voids' | 'simulated'> {
  readonly kind: Kind;
  readonly mapping: BatchRecord['mapping'];
  /** read = accepted + rejected + skipped + totals + excluded */
  readonly counts: BatchRecord['counts'];
  readonly excluded: BatchRecord['excluded'];
  readonly how: HowRead;
  /** Rows came that carry no id: rejected ones are then to be mended in their own file. */
  readonly hasNameless: boolean;
  /** Whose export it was recognised as, or by which mapping it was read; null: as it stands. */
  readonly system: string | null;
  /** The saved mapping that it was read by; null: none. */
  readonly savedMapping: string | null;
}

export interface ImportNotes {
  readonly accept: (rating: Rating) => void;
  readonly reject: (reasons: readonly Finding[]) => void;
  readonly restart: () => void;
  readonly told: () => NotedRows;
}

export function importNotes(): ImportNotes {
  const voidRows: VoidRow[] = [];
  const reasons: Finding[] = [];
  const reasonCounts = new Map<string, number>();
  const ratedUnits = new Set<UnitId>();
  return {
    accept: ({ row, serial, unit, from, voidReason }) => {
      ratedUnits.add(unit);
      if (from.unit !== null) ratedUnits.add(from.unit);
      if (voidReason === null || voidRows.length >= mostTold) return;
      voidRows.push({ row, serial, unit, voidReason });
    },
    reject: (found) => {
      for (const reason of found) {
        reasonCounts.set(reason.code, (reasonCounts.get(reason.code) ?? 0) + 1);
        // A row of a wide grid makes several rows, and each is rejected for the same cell.
        const isNew = JSON.stringify(reason) !== JSON.stringify(reasons.at(-1));
        if (isNew && reasons.length < mostTold) reasons.push(reason);
      }
    },
    restart: () => {
      voidRows.length = 0;
      reasons.length = 0;
      reasonCounts.clear();
      ratedUnits.clear();
    },
    told: () => ({ voidRows, reasons, reasonCounts, ratedUnits }),
  };
}
