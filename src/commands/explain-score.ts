/** `survey explain-score UNIT [CRITERION]`: why a number is what it is, down to the forms it was counted from. */
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import { matchName, nearest } from '../names.ts';
import { simulatedMark } from '../page/official.ts';
import type { Criterion } from '../plan/criterion.ts';
import type { Plan, Unit } from '../plan/plan.ts';
import { traceWords } from '../report/trace-words.ts';
import { adjustmentStep, criterionStep, type Step, sourceCollector, tracer } from '../trace.ts';
import { type ExitCode, exit } from './exit.ts';
import { stepJson } from './explain-json.ts';
import { type ShownDepth, traceText } from './explain-text.ts';
import type { CommonOptions } from './options.ts';
import { type ReadPlan, readPlan } from './read-plan.ts';
import { readScores, type ScoredSurvey } from './read-scores.ts';
import { paletteOf, refuse, sayNext, stops, word } from './say.ts';

export interface ExplainScoreOptions extends CommonOptions {
  /** Id or name; null: not given, which is refused with the units there are. */
  readonly unit: string | null;
  /** Code or name; null: the whole unit, down to its leaves. */
  readonly criterion: string | null;
  /** Down to the forms, of the whole unit too. */
  readonly full: boolean;
}

interface Wanted {
  readonly unit: Unit;
  /** Null: the whole unit. */
  readonly part: WantedPart | null;
}

type WantedPart =
  | { readonly kind: 'criterion'; readonly id: string; readonly name: string }
  | { readonly kind: 'adjustment'; readonly id: 'bonus' | 'penalty'; readonly name: string };

/** Exit code 2 where what was asked about is not in the plan. */
export async function explainScoreCommand(options: ExplainScoreOptions, io: Io): Promise<ExitCode> {
  const read = await readPlan(options.plan, io);
  if (!read.plan.ok) return refuse(read.plan.findings, options, io, read.sources);
  const wanted = wantedOf(read.plan.value, options);
  if ('code' in wanted) {
    refuse([wanted], options, io);
    return exit.usage;
  }
  const { unit, part } = wanted;
  const collector = sourceCollector((id) => id === unit.id);
  const { scored, sources } = await readScores(options.plan, io, collector);
  if (!scored.ok || stops(scored.findings, options)) {
    return refuse(scored.findings, options, io, sources);
  }
  const { value, findings } = scored;
  const whole = traceOf(value, unit, collector.finish());
  const step = stepOf(whole, part);
  if (step === null) throw new Error(`no step for ${part?.id ?? unit.id}`);
  if (options.json) io.out(renderJson(jsonOf(value, wanted, step, findings, io)));
  else sayTrace(value, wanted, step, options, io);
  return exit.done;
}

function stepOf(whole: Step, part: WantedPart | null): Step | null {
  if (part === null) return whole;
  return part.kind === 'criterion' ? criterionStep(whole, part.id) : adjustmentStep(whole, part.id);
}

function traceOf(
  { plan, scores, points, where }: ScoredSurvey,
  unit: Unit,
  sources: ReturnType<ReturnType<typeof sourceCollector>['finish']>,
): Step {
  const { index } = plan;
  const step = tracer({ plan, index, scores, points, where, sources })(unit.id);
  if (step === null) throw new Error(`not scored: ${unit.id}`);
  return step;
}

/** No file is wrong: what was typed is. */
const at = { kind: 'file', file: 'survey explain-score', typed: true } as const;

/** The first finding alone: without the unit nothing can be said of the criterion. */
function wantedOf({ plan, where }: ReadPlan, options: ExplainScoreOptions): Wanted | Finding {
  if (plan.index === null) return finding('scores/no-index', where.file(), {});
  if (options.unit === null) {
    const units = plan.units.map(({ id, name }) => `${name} (${id})`);
    return finding('trace/no-unit', at, { units });
  }
  const unit = matchName(options.unit, plan.units);
  if (unit.kind === 'ambiguous') {
    const units = unit.among.map(({ id, name }) => `${name} (${id})`);
    return finding('trace/ambiguous-unit', at, { name: options.unit, units });
  }
  if (unit.kind === 'none') {
    return finding('trace/unknown-unit', at, { name: options.unit, near: unit.near });
  }
  if (options.criterion === null) return { unit: unit.found, part: null };
  const part = partNamed(plan, options.criterion);
  if (part !== null) return { unit: unit.found, part };
  const near = nearParts(plan, options.criterion);
  return finding('trace/unknown-criterion', at, { code: options.criterion, near });
}

function partNamed(plan: Plan, text: string): WantedPart | null {
  for (const parts of [namedCriteria(plan), namedAdjustments(plan)]) {
    const match = matchName(text, parts);
    if (match.kind === 'exact') return match.found;
  }
  return null;
}

function nearParts(plan: Plan, text: string): readonly string[] {
  const all = [...namedCriteria(plan), ...namedAdjustments(plan)];
  const match = matchName(text, all);
  if (match.kind === 'ambiguous') return match.among.map(({ id }) => id);
  if (match.kind === 'none' && /\p{L}/u.test(text)) return match.near;
  return nearest(
    text,
    all.map(({ id }) => id),
  );
}

function namedCriteria({ index }: Plan): readonly WantedPart[] {
  const walk = (criteria: readonly Criterion[]): readonly Criterion[] =>
    criteria.flatMap((one) => [one, ...walk(one.children)]);
  return walk(index?.criteria ?? []).map(({ code, name }) => {
    return { kind: 'criterion', id: code, name };
  });
}

/** Where the scheme knows them, by their names in both languages. */
function namedAdjustments({ index }: Plan): readonly WantedPart[] {
  return (['bonus', 'penalty'] as const).flatMap((id): readonly WantedPart[] => {
    if (index === null || index[id] === null) return [];
    const names = (['vi', 'en'] as const).map((lang) => traceWords[lang][id]);
    return names.map((name) => ({ kind: 'adjustment', id, name }));
  });
}

function jsonOf(
  { plan, provenance }: ScoredSurvey,
  { unit, part }: Wanted,
  step: Step,
  findings: readonly Finding[],
  io: Io,
): object {
  return {
    ok: true,
    survey: plan.survey,
    plan_fingerprint: provenance.planFingerprint,
    tool: provenance.tool,
    simulated: provenance.simulated,
    unit: unit.id,
    criterion: part?.id ?? null,
    trace: stepJson(step, { lang: io.lang, plan, rounding: plan.index.rounding, folder: null }),
    findings: findingsJson(findings, io.lang),
  };
}

function sayTrace(
  { plan, provenance }: ScoredSurvey,
  { unit, part }: Wanted,
  step: Step,
  options: ExplainScoreOptions,
  io: Io,
): void {
  if (provenance.simulated.length > 0) io.out(`${simulatedMark[io.lang]}\n`);
  const depth: ShownDepth = part === null && !options.full ? 'leaves' : 'forms';
  const style = { lang: io.lang, plan, rounding: plan.index.rounding, folder: null };
  io.out(traceText(step, style, depth, io.terminal.width, paletteOf(io)));
  const where = `--plan ${word(options.plan)}`;
  const first = part === null ? firstLeaf(plan.index.criteria, unit.id) : null;
  sayNext(
    io,
    first === null
      ? `survey report ${where}`
      : `survey explain-score ${word(unit.id)} ${first} ${where}`,
  );
}

/** Of those that apply to the unit: a code to go on with. */
function firstLeaf(criteria: readonly Criterion[], unit: string): string | null {
  for (const { code, children, notFor } of criteria) {
    if (notFor.includes(unit)) continue;
    const found = children.length === 0 ? code : firstLeaf(children, unit);
    if (found !== null) return found;
  }
  return null;
}
