/** What reading a scalar answers: its value, or a finding that has no place yet. */
import type { Code, FindingArgs } from '../findings/catalogue.ts';

/** A finding that has no place yet. */
export type Problem = { [C in Code]: { readonly code: C; readonly args: FindingArgs<C> } }[Code];

export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** The value. */
export const read = <T>(value: T): Read<T> => ({ ok: true, value });
export const fault = (problem: Problem): Read<never> => ({ ok: false, problem });
