/** Where the parts of a plan stand in `plan.yaml`, so that every later stage can point at the user's own line. */
import type { Where } from '../findings/finding.ts';
import type { FormId, GroupId, PlaceId, QuestionId, UnitId } from './plan.ts';

/** Each answers with the nearest line there is; an unknown id gives the file's first line. */
export interface PlanWhere {
  readonly file: () => Where;
  /** `document`, or the top of the file when it is not written. */
  readonly document: () => Where;
  readonly unit: (id: UnitId) => Where;
  readonly place: (id: PlaceId) => Where;
  /** Cell of a figure of a unit or place; null: it does not stand in a file of the frame. */
  readonly figure: (
    holder: { readonly unit: UnitId } | { readonly place: PlaceId },
    figure: string,
  ) => Where | null;
  readonly group: (id: GroupId) => Where;
  /** The group's quota; with a unit, that unit's own figure in it (`counts`, `except`) where it has one. */
  readonly quota: (id: GroupId, unit?: UnitId) => Where;
  /** A stage of its quota, by position, at one of its keys. */
  readonly stage: (id: GroupId, position: number, key: 'level' | 'picks') => Where;
  /** The group's stated total. */
  readonly groupStated: (id: GroupId) => Where;
  /** Entry of `Plan.stated` by position. */
  readonly stated: (position: number) => Where;
  readonly form: (id: FormId) => Where;
  readonly question: (id: QuestionId) => Where;
  readonly criterion: (code: string) => Where;
  /** `index.previous` at its file, or at a code of its map. */
  readonly previous: (code?: string) => Where;
  /** The rules of ranks, classes or the overall average; the index where they are not written. */
  readonly ranking: (part: 'rank' | 'classes' | 'overall') => Where;
  /** Weights of a group's respondents; with a position, that margin. The index where they are not written. */
  readonly weights: (id: GroupId, margin?: number) => Where;
  readonly task: (id: string) => Where;
  /** `sample`, or the top of the file when it is not written. */
  readonly sample: () => Where;
  /** Entry of `sample.replaced` by position. */
  readonly replaced: (position: number) => Where;
  /** The group's list of people, or its quota when the list is the census's. */
  readonly roster: (id: GroupId) => Where;
  /** Entry of `Plan.costs.items` by position; null: the stated total. */
  readonly cost: (position: number | null) => Where;
}
