/** `survey status`: returned and valid forms against the quotas. */
import { findingsJson } from '../findings/json.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { dateInVietnam } from '../formats/numbers.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import { spareSheets } from '../plan/spare.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import { status } from '../status.ts';
import { tally } from '../tallies.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readQuotas } from './read-quotas.ts';
import { readReturns } from './read-returns.ts';
import { paletteOf, refuse, sayFindings, sayNext, stops, word } from './say.ts';

export async function statusCommand(options: CommonOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok) return refuse(survey.findings, options, io, sources);
  const { plan, quotas, folder } = survey.value;
  const batches = await readReturns(folder, io);
  const tallies = batches.ok ? tally(plan, batches.value) : null;
  const findings = [...survey.findings, ...batches.findings, ...(tallies?.findings ?? [])];
  if (!tallies?.ok || stops(findings, options)) return refuse(findings, options, io, sources);
  const today = dateInVietnam(io.now());
  const printed = (row: QuotaRow): number | null => printedFor(plan, row);
  const { page, ...about } = status(plan, quotas, tallies.value, today, printed, io.lang);
  if (options.json) {
    const found = findingsJson(findings, io.lang);
    const whole = { survey: plan.survey, page: pageJson(page), ...about };
    io.out(renderJson({ ok: true, ...whole, findings: found }));
    return exit.done;
  }
  // What the plan itself warns of is for `plan validate`.
  const ofReturns = findings.filter(({ code }) => !code.startsWith('plan/'));
  sayFindings(ofReturns, options, io, sources);
  io.out(renderTable(page, { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) }));
  sayNext(io, `survey score --plan ${word(options.plan)}`);
  return exit.done;
}

/** Forms printed for a row of the quota, spares included. */
function printedFor({ groups }: Plan, { group: id, size }: QuotaRow): number | null {
  const group = groups.find((one) => one.id === id);
  return group === undefined || size === null ? null : size + spareSheets(group.spare, size);
}
