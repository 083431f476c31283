/** How far two answers to one question are apart, and the table of first against second answers. */
import type { Question, Scale } from '../plan/plan.ts';
import type { Crossed } from '../stats/agreement.ts';
import { type Exact, exact, parseExact } from '../stats/exact.ts';

interface TwoAnswers {
  readonly first: string;
  readonly second: string;
}

/** Of two figures, or of two options in steps of their scale; null: there is none. */
export function distance(
  { kind, scale }: Question,
  first: string,
  second: string,
  scales: ReadonlyMap<string, Scale>,
): Exact | null {
  if (kind === 'number') {
    const [one, other] = [parseExact(first), parseExact(second)];
    return one === null || other === null ? null : one.sub(other).abs();
  }
  if (kind !== 'scale') return null;
  const codes = orderedCodes(scales.get(scale ?? ''));
  const [one, other] = [codes?.indexOf(first) ?? -1, codes?.indexOf(second) ?? -1];
  return one < 0 || other < 0 ? null : exact(Math.abs(one - other));
}

/** Options with points, where these only rise or only fall; null: the scale has no order. */
export function orderedCodes(scale: Scale | undefined): readonly string[] | null {
  const scored = (scale?.options ?? []).filter(({ points }) => points !== null);
  const steps = scored.slice(1).map(({ points }, at) => {
    const before = scored[at]?.points;
    return points === null || before == null ? 0 : Math.sign(points.compare(before));
  });
  const [way] = steps;
  if (way === undefined || way === 0 || steps.some((step) => step !== way)) return null;
  return scored.map(({ code }) => code);
}

export function codesOf(
  { kind, scale }: Question,
  scales: ReadonlyMap<string, Scale>,
): readonly string[] | null {
  return kind === 'scale'
    ? (scales.get(scale ?? '')?.options.map(({ code }) => code) ?? null)
    : null;
}

/** Null: no table can be made of the question. */
export function crossedBy(
  all: readonly TwoAnswers[],
  codes: readonly string[] | null,
): Crossed | null {
  if (codes === null) return null;
  const crossed = codes.map(() => codes.map(() => 0));
  for (const { first, second } of all) {
    const row = crossed[codes.indexOf(first)];
    const at = codes.indexOf(second);
    if (row !== undefined && at >= 0) row[at] = (row[at] ?? 0) + 1;
  }
  return crossed;
}
