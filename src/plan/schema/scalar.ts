/** zod pieces of the plan language. Problems are ours (`Problem`); zod only carries them to their place. */
import * as z from 'zod';
import type { IdKind } from '../../findings/plan-words.ts';
import type { Read } from '../read.ts';
import {
  readCount,
  readDecimal,
  readFigureText,
  readPercent,
  readShare,
  readSpare,
  readThreshold,
} from '../scalar-numbers.ts';
import {
  readDate,
  readDayOrMonth,
  readExpression,
  readFormerUnit,
  readId,
  readLine,
  readOneOf,
  readProse,
  readTime,
  readYesNo,
} from '../scalars.ts';

/** What a scalar stands for; the JSON schema derives its types and patterns from it. */
export type ScalarName =
  | 'figure'
  | 'limit'
  | 'count'
  | 'date'
  | 'day-or-month'
  | 'decimal'
  | 'expression'
  | 'one-of'
  | 'percent'
  | 'share'
  | 'spare'
  | 'text'
  | 'threshold'
  | 'time'
  | 'yes-no'
  | IdKind;

/** A scalar: the text that is written → the value that it must be. */
function scalar<T>(name: ScalarName, read: (text: string) => Read<T>, allowed?: readonly string[]) {
  return z
    .string()
    .transform((text, context): T => {
      const result = text.trim() === '' ? blank : read(text);
      if (result.ok) return result.value;
      const params = { problem: result.problem, scalar: name };
      context.issues.push({ code: 'custom', params, input: text });
      return z.NEVER;
    })
    .meta(allowed === undefined ? { scalar: name } : { scalar: name, allowed });
}

/** The key is filled in where the place is known. */
const blank: Read<never> = {
  ok: false,
  problem: { code: 'plan/empty-value', args: { key: '' } },
};

export const line = scalar('text', readLine);
export const formerUnit = scalar('text', readFormerUnit);
export const prose = scalar('text', readProse);
/** A condition or formula over named figures (`src/stats/expression.ts`). */
export const expression = scalar('expression', readExpression);
export const count = scalar('count', (text) => readCount(text));
/** Whether it may have decimals depends on `figures`, so it is read there (`src/plan/figures.ts`). */
export const figure = scalar('figure', readFigureText);
export const percent = scalar('percent', readPercent);
export const share = scalar('share', readShare);
export const yesNo = scalar('yes-no', readYesNo);
export const date = scalar('date', readDate);
export const dayOrMonth = scalar('day-or-month', readDayOrMonth);
export const time = scalar('time', readTime);

export const spare = scalar('spare', readSpare);
/** So many, or so many percent; written as spare sheets are. */
export const limit = scalar('limit', readSpare);

export function decimal(least: number, most: number) {
  return scalar('decimal', (text) => readDecimal(text, least, most));
}

/** A percent that results are held against: `85` or `85%`. */
export function threshold(most: number) {
  return scalar('threshold', (text) => readThreshold(text, most));
}

export function countTo(most: number) {
  return scalar('count', (text) => readCount(text, most));
}

export function id(kind: IdKind) {
  return scalar(kind, (text) => readId(text, kind));
}

export function oneOf<const T extends readonly string[]>(...allowed: T) {
  return scalar('one-of', (text) => readOneOf<T[number]>(text, allowed), allowed);
}

/** A map with these keys and no others. The message of an unknown key lists the known ones. */
export function object<S extends z.core.$ZodLooseShape>(shape: S) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? known : undefined),
  });
}

/** A map whose keys are names given elsewhere in the plan. */
export function byName<T extends z.ZodType>(value: T) {
  return z.record(z.string(), value);
}

export function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).min(1);
}

/** Descriptions for the editor. */
export function doc<T extends z.ZodType>(schema: T, en: string, vi: string): T {
  return schema.meta({ description: en, vi });
}
