/** The plan as plain JSON values, and the hash that tells two plans apart. */
import { createHash } from 'node:crypto';
import { exactText, isExact } from '../stats/exact.ts';
import type { Plan, Question } from './plan.ts';
import { isPlain } from './returns-rules.ts';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** Exact numbers become decimal text (`"0.6"`), or `"1/3"` where no decimals end. */
export function planJson(plan: Plan): Json {
  return jsonOf(plan);
}

function jsonOf(value: unknown): Json {
  if (isExact(value)) return exactText(value);
  if (Array.isArray(value)) return value.map(jsonOf);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, jsonOf(inner)]));
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  if (value === null) return null;
  throw new Error(`a plan cannot hold a value of type ${typeof value}`);
}

/** SHA-256 (hexadecimal) of the plan with its keys sorted: notes and layout of the file do not count. */
export function fingerprint(plan: Plan): string {
  return hashOf(planJson(plan));
}

/**
 * SHA-256 (hexadecimal) of what stored answers mean: the scales and the questions of every form, and by which
 * rules answers were missing and forms void. The order of scales and forms does not count. What a plan does
 * not use is left out, so that its fingerprint stays what it was before the language had it.
 */
export function formsFingerprint({
  scales,
  forms,
  returns,
}: Pick<Plan, 'scales' | 'forms' | 'returns'>): string {
  const asked = forms.map(({ id, questions }) => ({ id, questions: questions.map(askedJson) }));
  const { reasons: _, ...rules } = returns;
  const read = isPlain(returns) ? {} : { returns: rules };
  return hashOf(jsonOf({ scales: byId(scales), forms: byId(asked), ...read }));
}

function askedJson({ id, scale, kind, range, atMost }: Question) {
  return {
    id,
    scale,
    kind,
    ...(range === null ? {} : { range }),
    ...(atMost === null ? {} : { atMost }),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((one, other) => (one.id < other.id ? -1 : 1));
}

function hashOf(value: Json): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex');
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
