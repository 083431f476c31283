/** What the checks have to say: one suspicion with its place, its count and the sheets, in no language yet. */
import type { GroupId, PlaceId, QuestionId, UnitId } from '../plan/plan.ts';
import type { Exact } from '../stats/exact.ts';

/** The checks, in the order in which equally serious concerns are told. */
export const checkNames = [
  'custody',
  'repeats',
  'times',
  'straight-lining',
  'collectors',
  'missing',
] as const;

export type CheckName = (typeof checkNames)[number];

/** `serious`: cannot be right, settle it before anything is counted; `look`: look into it; `know`: good to know. */
export const levels = ['serious', 'look', 'know'] as const;

export type Level = (typeof levels)[number];

/** Whose forms: null where it does not matter or is not known. */
export interface Holder {
  readonly group: GroupId | null;
  readonly unit: UnitId | null;
  readonly place: PlaceId | null;
  readonly collector: string | null;
}

export const nobody: Holder = { group: null, unit: null, place: null, collector: null };

export type ConcernKind =
  | 'returned-over-issued'
  | 'issued-over-printed'
  | 'returned-over-printed'
  | 'not-returned'
  | 'void-share'
  | 'too-many-replies'
  | 'too-few-replies'
  | 'same-sheet'
  | 'identical'
  | 'burst'
  | 'before-opens'
  | 'after-closes'
  | 'night'
  | 'straight'
  | 'straight-group'
  | 'collector-level'
  | 'collector-blanks'
  | 'missing-question'
  | 'missing-unit'
  | 'missing-collector';

export const checkOf: Readonly<Record<ConcernKind, CheckName>> = {
  'returned-over-issued': 'custody',
  'issued-over-printed': 'custody',
  'returned-over-printed': 'custody',
  'not-returned': 'custody',
  'void-share': 'custody',
  'too-many-replies': 'custody',
  'too-few-replies': 'custody',
  'same-sheet': 'repeats',
  identical: 'repeats',
  burst: 'times',
  'before-opens': 'times',
  'after-closes': 'times',
  night: 'times',
  straight: 'straight-lining',
  'straight-group': 'straight-lining',
  'collector-level': 'collectors',
  'collector-blanks': 'collectors',
  'missing-question': 'missing',
  'missing-unit': 'missing',
  'missing-collector': 'missing',
};

export interface Concern {
  readonly kind: ConcernKind;
  readonly level: Level;
  readonly holder: Holder;
  /** The question that it is about; null: none in particular. */
  readonly question: QuestionId | null;
  /** Forms (`missing-…`: answers) that it is about, and those they are among; null: among nothing. */
  readonly count: number;
  readonly of: number | null;
  /** The same share, or mean, of the others in the group; null: nobody to compare with. */
  readonly others: Exact | null;
  /** Figures of its own, in percent or points; null: none. */
  readonly value: Exact | null;
  /** Words of its own: a day, a minute, imports. */
  readonly note: string | null;
  /** Serials, the first ones in their order; nothing else that could lead to a person. */
  readonly serials: readonly string[];
}

/** What most concerns have nothing of. */
export const plainConcern = {
  question: null,
  of: null,
  others: null,
  value: null,
  note: null,
  serials: [],
} as const;

/** Serials told of one concern. */
export const mostSerials = 20;

export function holderKey({ group, unit, place, collector }: Holder): string {
  return JSON.stringify([group, unit, place, collector]);
}

/** Most serious first; then by check, by how many forms, and by place: the order of the returns never matters. */
export function ranked(concerns: readonly Concern[]): readonly Concern[] {
  const order = (one: Concern): readonly number[] => [
    levels.indexOf(one.level),
    checkNames.indexOf(checkOf[one.kind]),
    -one.count,
  ];
  const key = (one: Concern): string =>
    JSON.stringify([one.kind, holderKey(one.holder), one.question, one.note, one.serials]);
  return concerns
    .map((one) => ({ one, order: order(one), key: key(one) }))
    .sort((a, b) => {
      const at = a.order.findIndex((value, index) => value !== b.order[index]);
      if (at >= 0) return (a.order[at] ?? 0) - (b.order[at] ?? 0);
      return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
    })
    .map(({ one }) => one);
}
