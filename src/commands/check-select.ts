/** `survey check select`: sheets drawn by chance for a second entry or a back-check, with a record and a list without answers. */
import { join } from 'node:path';
import { fieldListPage } from '../check/back-check-pages.ts';
import type { SelectionPurpose } from '../check/purpose.ts';
import {
  type SelectableSheet,
  type SelectionRecord,
  type SelectionRequest,
  type SelectionSize,
  selectSheets,
} from '../check/selection.ts';
import { finding } from '../findings/catalogue.ts';
import type { Checked, Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { gridGroups } from '../plan/grids.ts';
import type { Plan } from '../plan/plan.ts';
import { sha256 } from '../returns/batch-id.ts';
import { type Exact, hundred, parseExact, zero } from '../stats/exact.ts';
import { tool } from '../version.ts';
import { pageContext, readSelection, selectionFile, workbookFiles } from './check-read.ts';
import { eachRating } from './each-rating.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readPlan } from './read-plan.ts';
import { paletteOf, refuse, say, sayFindings, sayNext, sayWritten, word } from './say.ts';

export interface SelectOptions extends WriteOptions {
  readonly for: SelectionPurpose;
  readonly share: string | null;
  readonly count: number | null;
  /** Null: as the plan says. */
  readonly by: 'unit' | 'collector' | 'whole' | null;
  readonly seed: string | null;
  /** Why an earlier selection is replaced; null: it is not. */
  readonly redraw: string | null;
}

export async function checkSelect(options: SelectOptions, io: Io): Promise<ExitCode> {
  const { plan: read, sources } = await readPlan(options.plan, io);
  if (!read.ok) return refuse(read.findings, options, io, sources);
  const { plan, folder, fingerprint } = read.value;
  const asked = requestFor(plan, options);
  if (!asked.ok) return refuse(asked.findings, options, io, sources);
  const sheets = await selectableSheets(plan, folder, null, io);
  if (!sheets.ok) return refuse(sheets.findings, options, io, sources);
  const target = options.out ?? join(folder, 'out', 'check');
  const path = selectionFile(target, options.for);
  const { batches, list, without } = sheets.value;
  if (list.size === 0) {
    const at = { kind: 'file', file: join(folder, 'returns') } as const;
    return refuse([finding('check/nothing-to-select', at, { without })], options, io, sources);
  }
  const context = { survey: plan.survey, tool, planFingerprint: fingerprint, batches, sha256 };
  const now = selectSheets([...list.values()], asked.value, { ...context, redraws: [] });
  const earlier = await earlierSelection(now, path, options, io);
  if (!earlier.ok) return refuse(earlier.findings, options, io, sources);
  const record = { ...now, redraws: earlier.value.redraws };
  const pages = await pageContext(plan, folder, io);
  const page = fieldListPage(record, list, pages);
  const files = [
    ...earlier.value.kept,
    { path, content: renderJson(record) },
    ...(await workbookFiles(join(target, `${options.for}.xlsx`), [page], pages)),
  ];
  if (!options.dryRun) for (const { path, content } of files) await io.write(path, content);
  const paths = files.map(({ path }) => path);
  if (options.json) {
    const findings = findingsJson(sheets.findings, io.lang);
    io.out(renderJson({ ok: true, ...record, without_serial: without, files: paths, findings }));
  } else {
    sayFindings(sheets.findings, options, io, sources);
    const shown = { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) };
    io.out(renderTable(page, shown));
    sayWithout(without, io);
  }
  sayWritten(io, paths, options.dryRun);
  const next = `import --as ${options.for} FILE`;
  sayNext(io, `survey ${next} --plan ${word(options.plan)}`);
  return exit.done;
}

function sayWithout(without: number, io: Io): void {
  if (without === 0) return;
  say(io, {
    vi: `${without} phiếu không có số phiếu nên không nằm trong danh sách để chọn.`,
    en: `${without} forms have no serial and could not be selected.`,
  });
}

function requestFor(plan: Plan, options: SelectOptions): Checked<SelectionRequest> {
  const at = { kind: 'file', file: '--share' } as const;
  const refused = (found: Finding): Checked<never> => ({ ok: false, findings: [found] });
  const { share, count } = options;
  if (share !== null && count !== null) {
    return refused(finding('check/share-and-count', at, { share, count }));
  }
  const { backCheck, secondEntry } = plan.checks;
  const isBackCheck = options.for === 'back-check';
  const usual = isBackCheck ? backCheck.share : secondEntry.share;
  const percent = share === null ? usual : percentOf(share);
  if (percent === null) return refused(finding('check/bad-share', at, { text: share ?? '' }));
  const seed = options.seed ?? plan.sampling.seed;
  if (seed === null || seed.trim() === '') {
    const file = { kind: 'file', file: '--seed' } as const;
    return refused(finding('check/no-seed', file, { option: '--seed' }));
  }
  const size: SelectionSize =
    count === null ? { share: percent, count: null } : { share: null, count };
  const usualBy = isBackCheck ? backCheck.by : null;
  const by = options.by === null ? usualBy : options.by === 'whole' ? null : options.by;
  return { ok: true, value: { for: options.for, by, size, seed }, findings: [] };
}

/** `10%`, `7,5 %` → percent. */
function percentOf(text: string): Exact | null {
  const digits = /^(\d+(?:[.,]\d+)?)\s*%$/.exec(text.trim())?.[1];
  const value = digits === undefined ? null : parseExact(digits.replace(',', '.'));
  if (value === null || value.compare(zero) <= 0 || value.compare(hundred) > 0) return null;
  return value;
}

export interface Selectable {
  /** Ids of the imports, in order. */
  readonly batches: readonly string[];
  readonly list: ReadonlyMap<string, SelectableSheet>;
  /** Ratings without a serial. */
  readonly without: number;
}

/** Every returned sheet with a serial, void ones too; `among`: only of these imports. */
export async function selectableSheets(
  plan: Plan,
  folder: string,
  among: readonly string[] | null,
  io: Io,
): Promise<Checked<Selectable>> {
  const list = new Map<string, SelectableSheet>();
  const grids = gridGroups(plan);
  let without = 0;
  const read = await eachRating(folder, 'returns', io, (rating, { id }) => {
    if (among !== null && !among.includes(id)) return;
    const { serial, from, group, unit, collector } = rating;
    if (serial === null) without += 1;
    else if (!list.has(serial)) {
      // A sheet that rates several units was filled in at none of them.
      const rated = from.place === null && !grids.has(group) ? unit : null;
      const own = from.unit ?? rated;
      list.set(serial, { serial, unit: own, place: from.place, group, collector });
    }
  });
  if (!read.ok) return read;
  const batches = read.value.filter(({ kind }) => kind === 'rows').map(({ id }) => id);
  return { ok: true, value: { batches, list, without }, findings: read.findings };
}

interface Earlier {
  readonly redraws: SelectionRecord['redraws'];
  /** The record that is replaced, kept aside. */
  readonly kept: readonly { readonly path: string; readonly content: Uint8Array | string }[];
}

async function earlierSelection(
  now: SelectionRecord,
  path: string,
  { redraw }: SelectOptions,
  io: Io,
): Promise<Checked<Earlier>> {
  const at = { kind: 'file', file: path } as const;
  if (redraw !== null && redraw.trim() === '') {
    const findings = [finding('sample/why-missing', at, { option: '--redraw' })];
    return { ok: false, findings };
  }
  const read = await readSelection(path, io);
  if (!read.ok) return read;
  const before = read.value;
  const done = (value: Earlier): Checked<Earlier> => ({ ok: true, value, findings: [] });
  if (before === null) return done({ redraws: [], kept: [] });
  if (before.selection_id === now.selection_id) return done({ redraws: before.redraws, kept: [] });
  if (redraw === null) {
    const args = { path, id: before.selection_id };
    return { ok: false, findings: [finding('check/selected-before', at, args)] };
  }
  const content = await io.read(path);
  const earlier = sha256(content);
  const when = `${io.now().toISOString().slice(0, 19)}Z`;
  const aside = path.replace(/([^/\\]+)\.json$/, `earlier/$1-${earlier.slice(0, 12)}.json`);
  const why = { why: redraw.trim(), by: io.user, at: when, earlier };
  return done({ redraws: [...before.redraws, why], kept: [{ path: aside, content }] });
}
