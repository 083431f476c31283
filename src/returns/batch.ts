/**
 * One import as it is kept under `returns/<id>/`, and what later stages read from it.
 * Nothing here is ever edited after the folder has appeared.
 */
import type { FormId, GroupId, PlaceId, QuestionId, UnitId } from '../plan/plan.ts';
import type { Missing } from '../stats/missing.ts';

/** One respondent's answers about one unit: the atom of all scoring. A grid sheet gives several. */
export interface Rating {
  /** Printed serial; null for replies that come without one (QR, open online forms). */
  readonly serial: string | null;
  readonly form: FormId;
  readonly group: GroupId;
  /** The unit that is rated. */
  readonly unit: UnitId;
  /** Whose packet the sheet belongs to: a unit, a place (and its unit), or both null for a whole group. */
  readonly from: { readonly unit: UnitId | null; readonly place: PlaceId | null };
  /** What was asked, in the order of `answers`; one list for all ratings of a file. */
  readonly questions: readonly QuestionId[];
  /**
   * One for each of `questions` (`answerTo` finds it): an option code, the codes of a multiple choice in the order
   * of the scale with a space between, a number as decimal text, the words of an open question, a mark of
   * `missing.ts` such as `(two-marks)`, or null for blank.
   */
  readonly answers: readonly (string | null)[];
  /** Why the sheet does not count; null when it does. */
  readonly voidReason: string | null;
  /** Where a reply has no serial: who it is, by submission id or hash of its invitation code; null: nobody can tell. */
  readonly reply: string | null;
  /** When it was answered: a day, or a minute where the plan keeps times (`2024-11-21T08:30`); null: not written. */
  readonly at: string | null;
  /** Who collected it, and who keyed it, as the file names them. */
  readonly collector: string | null;
  readonly keyedBy: string | null;
  /** Row in the source file. */
  readonly row: number;
}

/** Option counts of one question about one unit, taken from a paper tally. */
export interface TallyEntry {
  readonly form: FormId;
  readonly group: GroupId;
  readonly unit: UnitId;
  /** Where the forms were found, when the tally says so. */
  readonly place: PlaceId | null;
  /** Of forms counted in several rounds: which round this one is; null: all that came back. */
  readonly part: string | null;
  readonly question: QuestionId;
  /** By option code; every option of the scale is there. */
  readonly counts: Readonly<Record<string, number>>;
  /** Forms that chose at least one option, of a multiple choice; else null: the counts add up to it. */
  readonly answered: number | null;
  /** Valid forms without an answer, by why. */
  readonly missing: Missing;
  readonly row: number;
}

/** Where the sheets of one packet part went, as a tally sheet reports it. */
export interface CustodyEntry {
  readonly form: FormId;
  readonly group: GroupId;
  /** Target of the quota row: both null for a whole group. */
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  readonly issued: number | null;
  readonly returned: number;
  readonly valid: number;
  readonly void: number;
  /** Void forms by reason, where the tally says why: they make up `void`. */
  readonly voids: readonly { readonly reason: string; readonly count: number }[];
  /** As in `TallyEntry`. */
  readonly part: string | null;
  readonly row: number;
}

/**
 * What was keyed wrongly about one row, and what stands on the form. A line of a corrections file about the whole of a
 * grid sheet gives one for each of its rows.
 */
export interface CorrectionLine {
  /** Printed serial; null where the reply has none, and then `reply` says which row it is. */
  readonly serial: string | null;
  /** Import and source row of a reply without serial; null where there is a serial. */
  readonly reply: { readonly batch: string; readonly row: number } | null;
  /** The rated unit. */
  readonly unit: UnitId;
  /** Null: whether the row counts; `old` and `next` are then reasons for which it does not, or null. */
  readonly question: QuestionId | null;
  /** As a rating keeps answers; null is blank. */
  readonly old: string | null;
  readonly next: string | null;
  readonly why: string;
  readonly by: string | null;
  /** Row in the source file. */
  readonly row: number;
}

/** `second-entry`: the same forms keyed again; `back-check`: the same people asked again (phúc tra). */
export type Purpose = 'returns' | 'second-entry' | 'back-check';

export const purposes: readonly Purpose[] = ['returns', 'second-entry', 'back-check'];

export interface PassedOver {
  /** The import that has them. */
  readonly batch: string;
  readonly rows: number;
}

export interface NamedUnit {
  readonly id: UnitId;
  readonly name: string;
}

/** `batch.json` */
export interface BatchRecord {
  readonly id: string;
  /** Layout version of the folder. */
  readonly format: 1;
  readonly kind: 'rows' | 'tallies' | 'corrections';
  /** What it is for: only `returns` are counted; the others are held against them by `survey check`. */
  readonly purpose: Purpose;
  readonly source: {
    readonly name: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly sheet: string | null;
  };
  /** Heading in the file → what it was read as. */
  readonly mapping: readonly { readonly heading: string; readonly as: string }[];
  readonly counts: { readonly read: number; readonly accepted: number; readonly rejected: number };
  /** Rows left out by a rule that says which submissions count (a review status, say), by reason; mostly none. */
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  /** Rows that are not in this import because others had them word for word, by import; mostly none. */
  readonly passedOver: readonly PassedOver[];
  /** The accepted data beside this record, with SHA-256: shows a copy that is cut short or edited. */
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly importedBy: string;
  /**
   * What the plan then called the units that its data are about, by id: an id that is given to another unit afterwards
   * shows. None in imports made before this was kept.
   */
  readonly units: readonly NamedUnit[];
  /** UTC, to the second. */
  readonly importedAt: string;
  readonly tool: string;
  readonly planFingerprint: string;
  /** Of the forms and scales alone; null in imports made before this was kept. */
  readonly formsFingerprint: string | null;
  /** Seed of `survey simulate` when the file says it is a rehearsal; null for real returns. */
  readonly simulated: string | null;
}

export interface Batch {
  readonly record: BatchRecord;
  readonly ratings: readonly Rating[];
  readonly tallies: readonly TallyEntry[];
  readonly custody: readonly CustodyEntry[];
  /** Of a batch of corrections, which has nothing else. */
  readonly corrections: readonly CorrectionLine[];
}
