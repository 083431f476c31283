/** A trace for programs: every number exact and as printed, every equation and fact with its sentence. */
import { stepText, type TraceStyle } from '../report/trace-text.ts';
import { type Exact, exactText, isExact, roundExact } from '../stats/exact.ts';
import type { Step } from '../trace.ts';

export function stepJson(step: Step, style: TraceStyle): object {
  const text = stepText(step, style);
  const { decimals, mode } = style.rounding;
  const figure = (value: Exact | null): object | null =>
    value === null ? null : { exact: exactText(value), rounded: roundExact(value, decimals, mode) };
  return {
    ...(plain(step.about) as object),
    title: text.title,
    result: text.result,
    points: figure(step.points),
    max: step.max === null ? null : exactText(step.max),
    percent: figure(step.percent),
    equations: step.equations.map(({ rule, result }, at) => ({
      rule,
      words: text.equations[at]?.words ?? '',
      arithmetic: text.equations[at]?.line ?? '',
      result: figure(result),
    })),
    hidden: step.hidden,
    facts: step.facts.map((fact, at) => ({
      ...(plain(fact) as object),
      sentence: text.facts[at] ?? '',
    })),
    counts: plain(step.counts),
    sources: plain(step.sources),
    rule: step.rule,
    rule_text: text.rule,
    steps: step.steps.map((one) => stepJson(one, style)),
  };
}

/** The same value with exact numbers as text, and keys as the other JSON has them. */
function plain(value: unknown): unknown {
  if (isExact(value)) return exactText(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  // A formula or condition: as the plan writes it.
  if ('root' in value && 'text' in value) return value.text;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [keyOf(key), plain(one)]));
}

/** `blockName` → `block_name`. */
function keyOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
