/** Plan file → plan and quotas, for every command that starts from them. */

import { hasErrors } from '../findings/catalogue.ts';
import type { Checked } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import { estimateFindings } from '../quotas/costs.ts';
import type { Quotas } from '../quotas/quota.ts';
import { quotas } from '../quotas.ts';
import { type ReadPlan, readPlan } from './read-plan.ts';

export interface Survey extends ReadPlan {
  readonly quotas: Quotas;
}

export interface Opened {
  readonly survey: Checked<Survey>;
  /** Text of the files that findings point into. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Findings of the plan, of its quotas and of the estimate together. */
export async function readQuotas(path: string, io: Io): Promise<Opened> {
  const { plan: read, forQuotas, sources } = await readPlan(path, io);
  if (!read.ok) {
    // A wrong total is told at once, although a slip in the index stops the plan.
    const found = forQuotas === null ? [] : quotas(forQuotas.plan, forQuotas.where).findings;
    return { survey: { ok: false, findings: [...read.findings, ...found] }, sources };
  }
  const { plan, where } = read.value;
  const { quotas: value, findings: found } = quotas(plan, where);
  const findings = [...read.findings, ...found, ...estimateFindings(plan, value, where)];
  const survey: Checked<Survey> = hasErrors(findings)
    ? { ok: false, findings }
    : { ok: true, value: { ...read.value, quotas: value }, findings };
  return { survey, sources };
}
