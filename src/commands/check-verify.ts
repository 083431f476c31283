/** `survey check verify`: selects again by the record and says “the same”, or where it differs. */
import { join } from 'node:path';
import { siteName } from '../check/back-check-pages.ts';
import type { SelectionPurpose } from '../check/purpose.ts';
import {
  requestOf,
  type SelectionRecord,
  selectionAlgorithm,
  selectionId,
  selectSheets,
} from '../check/selection.ts';
import { finding } from '../findings/catalogue.ts';
import type { Finding, Where } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import { sha256 } from '../returns/batch-id.ts';
import { readSelection, selectionFile } from './check-read.ts';
import { selectableSheets } from './check-select.ts';
import { type ExitCode, exit } from './exit.ts';
import type { CommonOptions } from './options.ts';
import { readPlan } from './read-plan.ts';
import { refuse, say, sayFindings, sayNext, stops, word } from './say.ts';

export interface VerifyOptions extends CommonOptions {
  readonly for: SelectionPurpose;
  /** Null: the one in `out/check`. */
  readonly record: string | null;
}

export async function checkVerify(options: VerifyOptions, io: Io): Promise<ExitCode> {
  const { plan: read, sources } = await readPlan(options.plan, io);
  if (!read.ok) return refuse(read.findings, options, io, sources);
  const { plan, folder } = read.value;
  const path = options.record ?? selectionFile(join(folder, 'out', 'check'), options.for);
  const at = { kind: 'file', file: path } as const;
  const found = await readSelection(path, io);
  if (!found.ok) return refuse(found.findings, options, io, sources);
  const record = found.value;
  if (record === null) {
    return refuse([finding('check/selection-missing', at, { path })], options, io, sources);
  }
  const sheets = await selectableSheets(plan, folder, record.batches, io);
  if (!sheets.ok) return refuse(sheets.findings, options, io, sources);
  const gone = record.batches.filter((id) => !sheets.value.batches.includes(id));
  const findings =
    gone.length > 0
      ? [finding('check/selection-batch-gone', at, { batches: gone })]
      : differences(plan, record, [...sheets.value.list.values()], at);
  if (options.json) {
    const same = findings.length === 0;
    const told = findingsJson(findings, io.lang);
    io.out(renderJson({ ok: same, selection_id: record.selection_id, same, findings: told }));
  } else {
    sayFindings(findings, options, io, sources);
    if (findings.length === 0) saySame(record, io);
  }
  sayNext(io, `survey check --plan ${word(options.plan)}`);
  return stops(findings, options) ? exit.findings : exit.done;
}

function saySame({ selection_id: id, strata, population }: SelectionRecord, io: Io): void {
  const count = strata.reduce((sum, { serials }) => sum + serials.length, 0);
  say(io, {
    vi: `Rút lại giống hệt: ${count} phiếu trong ${population.sheets} phiếu, mã ${id}.`,
    en: `Drawn again, the same: ${count} of ${population.sheets} sheets, ${id}.`,
  });
}

function differences(
  plan: Plan,
  record: SelectionRecord,
  sheets: Parameters<typeof selectSheets>[0],
  at: Where,
): readonly Finding[] {
  const differs = (
    what: 'population' | 'sheets' | 'id',
    stratum = '',
    gone: readonly string[] = [],
    added: readonly string[] = [],
  ): Finding => finding('check/selection-differs', at, { what, stratum, gone, added });
  if (record.algorithm !== selectionAlgorithm) {
    const args = { recorded: record.algorithm, now: selectionAlgorithm };
    return [finding('check/selection-algorithm', at, args)];
  }
  if (selectionId(record, sha256) !== record.selection_id) return [differs('id')];
  const request = requestOf(record);
  if (request === null) return [differs('id')];
  const context = {
    survey: plan.survey,
    tool: record.tool,
    planFingerprint: record.plan_fingerprint,
    batches: record.batches,
    redraws: [],
    sha256,
  };
  const now = selectSheets(sheets, request, context);
  const { population } = record;
  if (now.population.sha256 !== population.sha256) return [differs('population')];
  const before = new Map(record.strata.map(({ stratum, serials }) => [stratum, serials]));
  const after = new Map(now.strata.map(({ stratum, serials }) => [stratum, serials]));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((stratum) => {
    const [old, fresh] = [before.get(stratum) ?? [], after.get(stratum) ?? []];
    if (old.join('\n') === fresh.join('\n')) return [];
    const gone = old.filter((serial) => !fresh.includes(serial));
    const added = fresh.filter((serial) => !old.includes(serial));
    return [differs('sheets', siteName(plan, stratum), gone, added)];
  });
}
