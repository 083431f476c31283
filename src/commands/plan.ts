/** `survey plan validate | show | schema`. */
import { severityOf } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import { counted, formatCount } from '../formats/numbers.ts';
import type { Io } from '../io.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readQuotas, type Survey } from './read-quotas.ts';
import { findingsText, paletteOf, refuse, say, sayFindings, sayNext, stops, word } from './say.ts';

/** Findings are the result of validating, so they go to stdout; what they amount to goes to stderr. */
export async function planValidate(options: CommonOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  const stopped = !survey.ok || stops(survey.findings, options);
  if (options.json) {
    const facts = survey.ok ? planFacts(survey.value) : {};
    const findings = findingsJson(survey.findings, io.lang);
    io.out(renderJson({ ok: !stopped, ...facts, findings }));
  } else {
    io.out(findingsText(survey.findings, options, io, sources));
  }
  if (survey.ok) sayVerdict(survey.value, survey.findings, stopped, io);
  if (!stopped) sayNext(io, withPlan('survey quota', options.plan));
  return stopped ? exit.findings : exit.done;
}

function planFacts({ plan, fingerprint, quotas }: Survey) {
  const counts = { units: plan.units.length, groups: plan.groups.length, total: quotas.total };
  return { survey: plan.survey, plan_fingerprint: fingerprint, ...counts };
}

function sayVerdict(
  { plan, quotas }: Survey,
  findings: readonly Finding[],
  stopped: boolean,
  io: Io,
): void {
  const count = (value: number): string => formatCount(value, io.lang);
  const { total } = quotas;
  const warnings = findings.filter((found) => severityOf(found) === 'warning').length;
  const vi = [
    stopped ? 'Phương án có cảnh báo (--strict coi là lỗi)' : 'Phương án dùng được',
    `${count(plan.units.length)} đơn vị`,
    `${count(plan.groups.length)} nhóm`,
    total === null ? 'tổng số phiếu chưa xác định' : `${count(total)} phiếu`,
    ...(warnings === 0 ? [] : [`${count(warnings)} cảnh báo`]),
  ];
  const en = [
    stopped ? 'The plan has warnings (errors under --strict)' : 'The plan is usable',
    counted(plan.units.length, 'unit'),
    counted(plan.groups.length, 'group'),
    total === null ? 'the number of sheets is not known yet' : counted(total, 'sheet'),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning')]),
  ];
  say(io, { vi: `${vi.join(', ')}.`, en: `${en.join(', ')}.` });
}

/** What the plan means: in words, or (`--json`) normalised, with every default filled. */
export async function planShow(options: CommonOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok || stops(survey.findings, options)) {
    return refuse(survey.findings, options, io, sources);
  }
  const { plan, fingerprint, quotas } = survey.value;
  if (options.json) {
    const { planJson } = await import('../plan/fingerprint.ts');
    io.out(renderJson({ plan_fingerprint: fingerprint, plan: planJson(plan) }));
  } else {
    const { planText } = await import('./plan-show.ts');
    io.out(planText(plan, quotas, io.lang, paletteOf(io)));
    sayFindings(survey.findings, options, io, sources);
  }
  sayNext(io, withPlan('survey quota', options.plan));
  return exit.done;
}

/** The JSON schema of `plan.yaml`: what stands in `plan.schema.json`. */
export async function planSchema(io: Io): Promise<ExitCode> {
  const { planJsonSchema } = await import('../plan/json-schema.ts');
  io.out(renderJson(planJsonSchema()));
  return exit.done;
}

function withPlan(command: string, path: string): string {
  return path === '.' ? command : `${command} --plan ${word(path)}`;
}
