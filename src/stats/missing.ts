/** Why a question has no answer. Blank is nothing written; the others are said by a code that the plan declares. */

export const missingKinds = ['blank', 'two-marks', 'dont-know', 'not-asked'] as const;

export type MissingKind = (typeof missingKinds)[number];

/** Ratings or forms without an answer, by why. */
export type Missing = Readonly<Record<MissingKind, number>>;

export const noneMissing: Missing = { blank: 0, 'two-marks': 0, 'dont-know': 0, 'not-asked': 0 };

/** Why a rating does not count none of whose questions was put to the respondent (`Rating.voidReason`): it left nothing blank. */
export const nothingAsked = 'không được hỏi câu nào';

/** As a stored answer says it; blank is stored as nothing. No option code has brackets. */
export function missingMark(kind: Exclude<MissingKind, 'blank'>): string {
  return `(${kind})`;
}

/** Why a stored answer is none; null when it is one. */
export function missingOf(answer: string | null): MissingKind | null {
  if (answer === null) return 'blank';
  if (!answer.startsWith('(')) return null;
  const kind = answer.slice(1, -1) as MissingKind;
  return answer.endsWith(')') && missingKinds.includes(kind) ? kind : null;
}

export function addedMissing(parts: readonly Missing[]): Missing {
  const sum = (kind: MissingKind): number => parts.reduce((all, part) => all + part[kind], 0);
  return {
    blank: sum('blank'),
    'two-marks': sum('two-marks'),
    'dont-know': sum('dont-know'),
    'not-asked': sum('not-asked'),
  };
}

export function missingTotal(missing: Missing): number {
  return missingKinds.reduce((all, kind) => all + missing[kind], 0);
}
