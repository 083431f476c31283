/** Earlier results as the true levels of the units, for `survey power --truth`. */
import { type Earlier, earlierCodes, earlierJson, earlierTable } from '../changes.ts';
import { finding, hasErrors } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import type { Io } from '../io.ts';
import { nameKey } from '../names.ts';
import { leafCriteria } from '../plan/criteria.ts';
import type { Index, Plan } from '../plan/plan.ts';
import type { TrueUnit, Truth } from '../power.ts';

/** A `scores.json`, or a published table. Units by id, else by name; those it does not know are a warning. */
export async function readTruth(
  file: string,
  plan: Plan & { readonly index: Index },
  io: Io,
): Promise<Checked<Truth>> {
  const at = { kind: 'file', file } as const;
  const entry = await io.stat(file);
  if (entry === null)
    return { ok: false, findings: [finding('power/no-truth-file', at, { path: file })] };
  const { checkEntry } = await import('../formats/read-table.ts');
  const refusal = checkEntry(file, entry);
  if (refusal !== null) return { ok: false, findings: [refusal] };
  const read = await earlierUnits(file, plan.index, io);
  if (!read.ok || hasErrors(read.findings)) return { ok: false, findings: read.findings };
  const byKey = new Map<string, Earlier['units'][number]>();
  for (const unit of read.value) {
    byKey.set(nameKey(unit.name), unit);
  }
  for (const unit of read.value) byKey.set(unit.id, unit);
  const leaves = plainLeaves(plan.index, 'survey');
  const appraised = plainLeaves(plan.index, 'appraised');
  const truth = new Map<string, TrueUnit>();
  const missing: string[] = [];
  for (const { id, name } of plan.units) {
    const found = byKey.get(id) ?? byKey.get(nameKey(name));
    if (found === undefined) missing.push(name);
    else truth.set(id, trueUnit(found, leaves, appraised));
  }
  const all = truth.size === 0;
  const findings: readonly Finding[] =
    missing.length === 0 ? [] : [finding('power/truth-unmatched', at, { units: missing, all })];
  return { ok: true, value: truth, findings: [...read.findings, ...findings] };
}

async function earlierUnits(
  file: string,
  index: Index,
  io: Io,
): Promise<Checked<Earlier['units']>> {
  const bytes = await io.read(file);
  if (/\.json$/i.test(file)) {
    const read = earlierJson(new TextDecoder().decode(bytes), file);
    return read.ok ? { ...read, value: read.value.units } : read;
  }
  const { parseTable } = await import('../formats/read-table.ts');
  const table = await parseTable(bytes, file);
  if (!table.ok || hasErrors(table.findings)) return { ok: false, findings: table.findings };
  const read = earlierTable(table.value, earlierCodes(index), index.decimal);
  return read.ok ? { ...read, value: read.value.units } : read;
}

/** Leaves whose points are their percent: bands and normalising do not lead back. */
function plainLeaves({ criteria }: Index, kind: 'survey' | 'appraised'): ReadonlySet<string> {
  const plain = leafCriteria(criteria).filter(
    ({ source, bands, normalise }) =>
      source?.kind === kind && bands.length === 0 && normalise === null,
  );
  return new Set(plain.map(({ code }) => code));
}

function trueUnit(
  { total, criteria }: Earlier['units'][number],
  leaves: ReadonlySet<string>,
  appraised: ReadonlySet<string>,
): TrueUnit {
  const own = [...criteria].flatMap(([code, { percent }]) =>
    percent === null ? [] : [[code, percent] as const],
  );
  return {
    percent: total.percent?.valueOf() ?? null,
    leaves: new Map(
      own.flatMap(([code, percent]) => (leaves.has(code) ? [[code, percent.valueOf()]] : [])),
    ),
    appraised: new Map(own.filter(([code]) => appraised.has(code))),
  };
}
