/** `survey status`: returned and valid forms against the quotas, as a table, a message, or JSON. */
import { findingsJson } from '../findings/json.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { dateInVietnam } from '../formats/numbers.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import { formsPrinted } from '../plan/spare.ts';
import type { QuotaRow } from '../quotas/quota.ts';
import { type By, status } from '../status.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readQuotas } from './read-quotas.ts';
import { readTallies } from './read-tallies.ts';
import { paletteOf, refuse, sayFindings, sayNext, stops, word } from './say.ts';
import { statusJson } from './status-json.ts';
import { statusMessage } from './status-message.ts';
import { watchStatus } from './status-watch.ts';

export interface StatusOptions extends CommonOptions {
  /** What the table is about. */
  readonly by?: By;
  /** A plain message instead of the table. */
  readonly text?: boolean;
  /** Stay, and show it again whenever something has changed: in `returns/` or in this folder (empty: `incoming/`). */
  readonly watch?: string | null;
}

export async function statusCommand(options: StatusOptions, io: Io): Promise<ExitCode> {
  const { watch = null } = options;
  if (watch === null) return showStatus(options, io);
  return watchStatus(options, watch, () => showStatus(options, io), io);
}

async function showStatus(options: StatusOptions, io: Io): Promise<ExitCode> {
  const { survey, sources } = await readQuotas(options.plan, io);
  if (!survey.ok) return refuse(survey.findings, options, io, sources);
  const { plan, quotas, folder } = survey.value;
  const counted = await readTallies(plan, folder, io);
  const findings = [...survey.findings, ...counted.findings];
  if (!counted.ok || stops(findings, options)) return refuse(findings, options, io, sources);
  const { tallies } = counted.value;
  const today = dateInVietnam(io.now());
  const printed = (row: QuotaRow): number | null => printedFor(plan, row);
  const now = status(plan, quotas, tallies, today, printed, io.lang, options.by);
  const message = (): string => statusMessage(plan, now, tallies.simulated.length > 0, io.lang);
  if (options.json) {
    const text = options.text ? { text: message() } : {};
    const whole = { survey: plan.survey, page: pageJson(now.page), ...statusJson(now), ...text };
    io.out(renderJson({ ok: true, ...whole, findings: findingsJson(findings, io.lang) }));
    return exit.done;
  }
  // What the plan itself warns of is for `plan validate`.
  const ofReturns = findings.filter(({ code }) => !code.startsWith('plan/'));
  sayFindings(ofReturns, options, io, sources);
  const { width } = io.terminal;
  const palette = paletteOf(io);
  io.out(options.text ? message() : renderTable(now.page, { width, lang: io.lang, palette }));
  sayNext(io, `survey score --plan ${word(options.plan)}`);
  return exit.done;
}

function printedFor({ groups }: Plan, { group: id, size, most }: QuotaRow): number | null {
  const group = groups.find((one) => one.id === id);
  return group === undefined ? null : formsPrinted(group, most ?? size);
}
