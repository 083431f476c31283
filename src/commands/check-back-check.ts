/** `survey check back-check`: agreement with the second interview, and minutes with an outcome for each unit. */
import { join } from 'node:path';
import { type BackCheck, compareBackChecks } from '../check/back-check.ts';
import {
  agreementPage,
  backCheckCollectorsPage,
  siteName,
  sitesPage,
} from '../check/back-check-pages.ts';
import { pendingPage } from '../check/entry-pages.ts';
import { backCheckMinutes } from '../check/minutes.ts';
import { type SelectionRecord, selectedSerials } from '../check/selection.ts';
import { findingsJson } from '../findings/json.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { printedDocument } from '../formats/printed.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import { exactText } from '../stats/exact.ts';
import { pairing } from './check-pairs.ts';
import {
  pageContext,
  readSelection,
  selectionFile,
  type Written,
  workbookFiles,
} from './check-read.ts';
import { documentPdf } from './document-pdf.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readPlan } from './read-plan.ts';
import { readRehearsal } from './rehearsal.ts';
import { paletteOf, refuse, say, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';

export interface BackCheckOptions extends WriteOptions {
  readonly format: 'docx' | 'pdf' | 'all';
}

export async function checkBackCheck(options: BackCheckOptions, io: Io): Promise<ExitCode> {
  const { plan: read, sources } = await readPlan(options.plan, io);
  if (!read.ok) return refuse(read.findings, options, io, sources);
  const { plan, folder } = read.value;
  const target = options.out ?? join(folder, 'out', 'check');
  const selection = await readSelection(selectionFile(target, 'back-check'), io);
  if (!selection.ok) return refuse(selection.findings, options, io, sources);
  const pairs = await pairing(plan, folder, 'back-check', io);
  if (!pairs.ok) return refuse(pairs.findings, options, io, sources);
  const found = compareBackChecks(plan, pairs.value, sitesSelected(selection.value));
  const context = await pageContext(plan, folder, io);
  const sites = sitesPage(found, context);
  const { pending, strangers } = coverage(selection.value, pairs.value.secondSheets);
  const waiting = pending.map(([serial, stratum]) => ({ serial, where: siteName(plan, stratum) }));
  const pages = [
    sites,
    backCheckCollectorsPage(found, context),
    agreementPage(found, context),
    waiting.length === 0 ? null : pendingPage(waiting, context),
  ].filter((page) => page !== null);
  const isRehearsal = (await readRehearsal(folder, io)) !== null;
  const paper = printedDocument(backCheckMinutes(plan, found, selection.value, isRehearsal));
  const files: Written[] = [
    ...(await workbookFiles(join(target, 'back-check-result.xlsx'), pages, context)),
  ];
  if (options.format !== 'pdf') {
    const { renderDocx } = await import('../formats/docx.ts');
    files.push({ path: join(target, 'back-check-minutes.docx'), content: await renderDocx(paper) });
  }
  if (options.format !== 'docx') {
    const pdf = await documentPdf(paper, folder, io);
    if (!pdf.ok) return refuse(pdf.findings, options, io, sources);
    files.push({ path: join(target, 'back-check-minutes.pdf'), content: pdf.value });
  }
  if (!options.dryRun) for (const { path, content } of files) await io.write(path, content);
  const paths = files.map(({ path }) => path);
  if (options.json) {
    const about = jsonOf(found);
    const selected = { pending: waiting.map(({ serial }) => serial), not_selected: strangers };
    const findings = findingsJson(pairs.findings, io.lang);
    const shown = pages.map(pageJson);
    io.out(renderJson({ ok: true, ...about, ...selected, pages: shown, files: paths, findings }));
  } else {
    sayFindings(pairs.findings, options, io, sources);
    io.out(renderTable(sites, { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) }));
    sayCoverage(found, waiting.length, strangers, pairs.value.orphans().length, io);
  }
  sayWritten(io, paths, options.dryRun);
  sayNext(io, `survey check verify --for back-check --plan ${word(options.plan)}`);
  const isRefused = found.sites.some(({ decision }) => decision === 'redo' || decision === 'void');
  const isBad = (isRefused && options.strict) || stops(pairs.findings, options);
  return isBad ? exit.findings : exit.done;
}

/** Units and places that sheets were drawn from; a selection by collector or from the whole says nothing of them. */
function sitesSelected(selection: SelectionRecord | null): readonly string[] {
  if (selection?.by !== 'unit') return [];
  const drawn = selection.strata.filter(({ serials }) => serials.length > 0);
  return drawn.map(({ stratum }) => stratum);
}

/** Selected sheets nobody was asked about yet, and those asked about that were not selected. */
function coverage(
  selection: SelectionRecord | null,
  done: ReadonlySet<string>,
): {
  readonly pending: readonly (readonly [string, string])[];
  readonly strangers: readonly string[];
} {
  if (selection === null) return { pending: [], strangers: [] };
  const selected = selectedSerials(selection);
  const pending = [...selected].filter(([serial]) => !done.has(serial));
  return {
    pending: pending.sort(([one], [other]) => (one < other ? -1 : 1)),
    strangers: [...done].filter((sheet) => !selected.has(sheet)).sort(),
  };
}

function sayCoverage(
  { sheets, voids }: BackCheck,
  pending: number,
  strangers: readonly string[],
  orphans: number,
  io: Io,
): void {
  say(io, {
    vi: `Đã đối chiếu ${sheets} phiếu; còn ${pending} phiếu đã chọn chưa phúc tra; ${voids} phiếu không hợp lệ nên không so sánh.`,
    en: `${sheets} sheets were compared; ${pending} selected ones are still to be asked; ${voids} void ones were not compared.`,
  });
  if (strangers.length > 0) {
    const some = `${strangers.slice(0, 5).join(', ')}${strangers.length > 5 ? ' …' : ''}`;
    say(io, {
      vi: `${strangers.length} phiếu phúc tra không nằm trong danh sách đã chọn: ${some}.`,
      en: `${strangers.length} back-checked sheets were not selected: ${some}.`,
    });
  }
  if (orphans > 0) {
    say(io, {
      vi: `${orphans} phiếu phúc tra không có phiếu gốc trong kho.`,
      en: `${orphans} back-checked sheets have no returned form.`,
    });
  }
}

function jsonOf(found: BackCheck): unknown & object {
  const text = (value: BackCheck['whole']['kappa']): string | null =>
    value === null ? null : exactText(value);
  const agreement = ({ errors, agreement: same, kappa }: BackCheck['whole']) => ({
    compared: errors.compared,
    differing: errors.differing,
    error_percent: text(errors.percent),
    agreement_percent: text(same),
    kappa: text(kappa),
  });
  const parts = (some: BackCheck['sites']) =>
    some.map((one) => ({
      key: one.key,
      sheets: one.sheets,
      ...agreement(one),
      deciding_percent: text(one.deciding.percent),
      decision: one.decision,
    }));
  return {
    sheets: found.sheets,
    void_sheets: found.voids,
    whole: agreement(found.whole),
    questions: found.questions.map((one) => ({
      question: one.question,
      type: one.type,
      tolerance: text(one.tolerance),
      ...agreement(one),
      kappa_linear: text(one.linear),
      kappa_squared: text(one.squared),
    })),
    units: parts(found.sites),
    collectors: parts(found.collectors),
  };
}
