/** `survey check back-check`: agreement with the second interview, and minutes with an outcome for each unit. */
import { join } from 'node:path';
import { type BackCheck, compareBackChecks, type Selected } from '../check/back-check.ts';
import {
  agreementPage,
  backCheckCollectorsPage,
  narrowSites,
  siteName,
  sitesPage,
  strangersPage,
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
import { notSelected } from './check-not-selected.ts';
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
  const found = compareBackChecks(plan, pairs.value, selectedOf(selection.value));
  const context = await pageContext(plan, folder, io);
  const sites = sitesPage(found, context);
  const pending = pendingOf(selection.value, pairs.value.secondSheets);
  const strangers = notSelected(selection.value, pairs.value.secondSheets.values(), folder);
  const findings = [...pairs.findings, ...strangers];
  const waiting = pending.map(([serial, stratum]) => ({ serial, where: siteName(plan, stratum) }));
  const pages = [
    sites,
    backCheckCollectorsPage(found, context),
    agreementPage(found, context),
    strangersPage(found, context),
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
    const selected = {
      pending: waiting.map(({ serial }) => serial),
      not_selected: found.strangers.map(({ sheet }) => sheet),
    };
    const told = findingsJson(findings, io.lang);
    const shown = pages.map(pageJson);
    const files = { files: paths, findings: told };
    io.out(renderJson({ ok: true, ...about, ...selected, pages: shown, ...files }));
  } else {
    sayFindings(findings, options, io, sources);
    const narrow = narrowSites(sites, context);
    io.out(
      renderTable(narrow, { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) }),
    );
    sayCoverage(found, waiting.length, pairs.value.orphans().length, io);
  }
  sayWritten(io, paths, options.dryRun);
  sayNext(io, `survey check verify --for back-check --plan ${word(options.plan)}`);
  const isRefused = found.sites.some(({ decision }) => decision === 'redo' || decision === 'void');
  const isBad = (isRefused && options.strict) || stops(findings, options);
  return isBad ? exit.findings : exit.done;
}

/** A selection by collector or from the whole says nothing of units and places. */
function selectedOf(selection: SelectionRecord | null): Selected | null {
  if (selection === null) return null;
  const drawn = selection.strata.filter(({ serials }) => serials.length > 0);
  return {
    sheets: new Set(selectedSerials(selection).keys()),
    sites: selection.by === 'unit' ? drawn.map(({ stratum }) => stratum) : [],
  };
}

/** Selected sheets nobody was asked about yet, with their stratum. */
function pendingOf(
  selection: SelectionRecord | null,
  done: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  if (selection === null) return [];
  const pending = [...selectedSerials(selection)].filter(([serial]) => !done.has(serial));
  return pending.sort(([one], [other]) => (one < other ? -1 : 1));
}

function sayCoverage({ sheets, voids }: BackCheck, pending: number, orphans: number, io: Io): void {
  say(io, {
    vi: `Đã đối chiếu ${sheets} phiếu; còn ${pending} phiếu đã chọn chưa phúc tra; ${voids} phiếu không hợp lệ nên không so sánh.`,
    en: `${sheets} sheets were compared; ${pending} selected ones are still to be asked; ${voids} void ones were not compared.`,
  });
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
    deciding: {
      compared: found.deciding.compared,
      differing: found.deciding.differing,
      error_percent: text(found.deciding.percent),
    },
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
