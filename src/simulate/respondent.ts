/** How a simulated respondent leans: a level for each unit and question, and one answer on a scale. */
import type { NumberRange, Plan, Question, Scale, UnitId } from '../plan/plan.ts';
import { missingSaid } from '../plan/returns-rules.ts';
import { exact, exactText, floorExact } from '../stats/exact.ts';
import { missingMark } from '../stats/missing.ts';
import { type Random, randomStream } from '../stats/random.ts';

export interface Leanings {
  /** 0 (dissatisfied) to 1 (satisfied) for this unit and question. */
  readonly level: (unit: UnitId, question: string) => number;
  /** The unit's own level. */
  readonly unit: (unit: UnitId) => number;
}

/** Units between 0.62 and 0.92; questions shift all units together, as hard questions do. */
export function leanings(plan: Plan, seed: string): Leanings {
  const units = new Map(
    plan.units.map((unit) => [unit.id, 0.62 + 0.3 * randomStream(seed, 'unit', unit.id)()]),
  );
  const questions = new Map(
    plan.forms.flatMap((form) =>
      form.questions.map(
        ({ id }) => [id, (randomStream(seed, 'question', id)() - 0.5) * 0.1] as const,
      ),
    ),
  );
  const unit = (id: UnitId): number => units.get(id) ?? 0.75;
  return { unit, level: (id, question) => unit(id) + (questions.get(question) ?? 0) };
}

/**
 * The code of one option. Scored options are ordered from worst to best; the level plus noise picks among them.
 * An option without points (“no opinion”) is taken once in thirty; a scale without any scored one is uniform.
 */
export function answer(scale: Scale, level: number, random: Random): string {
  const scored = scale.options
    .filter((option) => option.points !== null)
    .sort((one, other) => one.points?.compare(other.points ?? 0) ?? 0);
  const silent = scale.options.filter((option) => option.points === null);
  const pool = scored.length === 0 || (silent.length > 0 && random() < 1 / 30) ? silent : scored;
  const noise = (random() + random() - 1) * 0.45;
  const place = pool === scored ? level + noise : random();
  const at = Math.min(pool.length - 1, Math.max(0, Math.floor(place * pool.length)));
  return pool[at]?.code ?? '';
}

/** Codes of a multiple choice as they are stored: each option once in three, at least one, never too many. */
export function choices(scale: Scale, { atMost }: Question, random: Random): string {
  const codes = scale.options.map(({ code }) => code);
  const taken = codes.filter(() => random() < 1 / 3);
  const some = taken.length > 0 ? taken : codes.slice(0, 1);
  return some.slice(0, atMost ?? some.length).join(' ');
}

/** How far above its least a figure without an upper bound may lie. */
const spread = 100;

/** A figure within its range, as decimal text; null where no figure fits. */
export function figure({ from, to, decimals }: NumberRange, random: Random): string | null {
  const steps = 10 ** decimals;
  const least = from === null ? 0 : -floorExact(from.mul(-steps));
  const most = to === null ? least + spread * steps : floorExact(to.mul(steps));
  if (least > most) return null;
  const value = least + Math.floor(random() * (most - least + 1));
  return exactText(exact(value, steps));
}

/** Why a question has no answer: blank, or one of the reasons for which the plan has a code. */
export function missingAnswer(
  { returns }: Plan,
  { kind }: Question,
  random: Random,
): string | null {
  const said = missingSaid(returns).filter((why) => why !== 'two-marks' || kind === 'scale');
  // A plan without codes draws nothing here: its rehearsal stays what it was.
  if (said.length === 1) return null;
  const why = said[Math.floor(random() * said.length)] ?? 'blank';
  return why === 'blank' ? null : missingMark(why);
}
