/** Returned forms taken row by row: what is accepted and what is rejected goes out as it is found. */
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import type { FormId } from '../plan/plan.ts';
import { type TableRow, whereIn } from '../table.ts';
import type { PassedOver, Purpose, Rating } from './batch.ts';
import { dayOrder } from './day-order.ts';
import type { Earlier } from './earlier.ts';
import { parseOrigin } from './earlier-replies.ts';
import type { Reading } from './reading.ts';
import { rowReader } from './rows.ts';
import { type SeedWatch, seedWatch } from './seed-watch.ts';
import { settling } from './settle.ts';
import { unansweredQuestions } from './unanswered.ts';

export interface RowOutput {
  readonly accept: (rating: Rating) => void;
  /** `nameless`: the row carries no id; `batch` rejected it before, where it came in the same file (null: nobody did). */
  readonly reject: (
    row: TableRow,
    reasons: readonly Finding[],
    nameless?: { readonly batch: string | null } | null,
  ) => void;
  /** Everything given so far is void: it comes again. */
  readonly restart: () => void;
}

export interface RowCounts {
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** The store has them word for word. */
  readonly skipped: number;
  /** Those, by the import that has them. */
  readonly passedOver: readonly PassedOver[];
  /** Accepted, and do not count. */
  readonly voids: number;
}

export interface RowIntake {
  /** The next row. False: the file is refused, and no more rows are wanted. */
  readonly row: (row: TableRow) => boolean;
  /** After the last row. `again`: all rows must be given once more, from the first. */
  readonly end: () =>
    | { readonly kind: 'again' }
    | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
    | {
        readonly kind: 'done';
        readonly counts: RowCounts;
        readonly simulated: string | null;
        /** What is worth knowing about the file as a whole. */
        readonly findings: readonly Finding[];
      };
}

export interface RowIntakeOptions {
  readonly purpose: Purpose;
  /** `--separate`: replies that look like an earlier import's are other people's. */
  readonly isSeparate: boolean;
  readonly isRehearsal: boolean;
  readonly rehearsal: string | null;
}

/** `reading.table` needs no rows. */
export function rowIntake(
  reading: Reading,
  earlier: Earlier,
  options: RowIntakeOptions,
  output: RowOutput,
): RowIntake {
  const named = reading.columns.fields.get('unit') ?? [];
  let firstNamed: number | null = null;
  const streamed: Reading = {
    ...reading,
    get firstNamed() {
      return firstNamed;
    },
  };
  const read = rowReader(streamed);
  const seed: SeedWatch = seedWatch(streamed, options, earlier.records);
  const settled = settling(streamed, earlier, options.isSeparate);
  const days = dayOrder(reading);
  const forms = new Set<FormId>();
  let warnings: readonly Finding[] = [];
  let counts = noRows();
  const heldBy = new Map<string, number>();
  let stage: 'first' | 'look' | 'last' = 'first';
  const judge = (row: TableRow, checked: ReturnType<typeof read>): void => {
    const verdict = settled.verdict(checked);
    if (verdict !== 'accepted' && 'heldBy' in verdict) {
      counts.skipped += 1;
      heldBy.set(verdict.heldBy, (heldBy.get(verdict.heldBy) ?? 0) + 1);
    } else if (verdict === 'accepted' && checked.rating !== null) {
      counts.accepted += 1;
      if (checked.rating.voidReason !== null) counts.voids += 1;
      output.accept(checked.rating);
    } else {
      counts.rejected += 1;
      const isNameless = checked.isNameless || parseOrigin(checked.reply) !== null;
      const nameless = isNameless ? { batch: settled.sourceBatch() } : null;
      output.reject(row, verdict === 'accepted' ? [] : verdict, nameless);
    }
  };
  return {
    row: (row) => {
      if (stage === 'first' && !seed.row(row)) return !seed.over();
      if (firstNamed === null && named.some((at) => (row.cells[at] ?? '') !== '')) {
        firstNamed = row.row;
      }
      const checked = read(row);
      if (stage === 'look') {
        settled.look(checked);
        return true;
      }
      counts.read += 1;
      if (stage === 'first') {
        settled.note(checked);
        days.note(row);
      }
      if (checked.rating !== null) forms.add(checked.rating.form);
      judge(row, checked);
      return true;
    },
    end: () => {
      if (stage === 'first') {
        const refused = wholeFile(reading, counts.read, forms, options.purpose, [
          ...seed.findings(),
          ...days.findings(),
          ...settled.findings(),
        ]);
        if (hasErrors(refused)) return { kind: 'refused', findings: refused };
        warnings = refused;
      }
      const isAgain = stage === 'look' || (stage === 'first' && settled.again());
      if (!isAgain) {
        const passedOver = [...heldBy].map(([batch, rows]) => ({ batch, rows }));
        const findings = [...warnings, ...settled.notes(), ...days.notes()];
        const all = { ...counts, passedOver };
        return { kind: 'done', counts: all, simulated: seed.value(), findings };
      }
      stage = stage === 'first' ? 'look' : 'last';
      settled.rewind();
      counts = noRows();
      heldBy.clear();
      if (stage === 'last') output.restart();
      return { kind: 'again' };
    },
  };
}

function noRows(): { -readonly [key in Exclude<keyof RowCounts, 'passedOver'>]: number } {
  return { read: 0, accepted: 0, rejected: 0, skipped: 0, voids: 0 };
}

/** A back-check asks some of the questions again, not all of them. */
function wholeFile(
  reading: Reading,
  rows: number,
  forms: ReadonlySet<FormId>,
  purpose: Purpose,
  found: readonly Finding[],
): readonly Finding[] {
  if (found.length > 0) return found;
  if (rows === 0) return [finding('returns/no-rows', whereIn(reading.table, null), {})];
  return purpose === 'back-check' ? [] : unansweredQuestions(reading, forms);
}
