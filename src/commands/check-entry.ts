/** `survey check entry`: the second entry against the first, and a workbook in which the differences are settled. */
import { join } from 'node:path';
import { siteName } from '../check/back-check-pages.ts';
import {
  compareEntries,
  type EntryComparison,
  type KeyerRate,
  type Settled,
} from '../check/entry.ts';
import {
  adjudicationPage,
  entryQuestionsPage,
  keyersPage,
  pendingPage,
  settledPage,
} from '../check/entry-pages.ts';
import { type SelectionRecord, selectedSerials } from '../check/selection.ts';
import { finding } from '../findings/catalogue.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsJson } from '../findings/json.ts';
import { wordsIn } from '../findings/words.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import type { Corrections } from '../returns/correct.ts';
import { settlementOf } from '../returns/settlement.ts';
import { type Exact, exactText, roundExact } from '../stats/exact.ts';
import { keptAdjudication, sayKept } from './check-adjudication.ts';
import { pairing } from './check-pairs.ts';
import { pageContext, readSelection, selectionFile, workbookFiles } from './check-read.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
import { readCorrections } from './read-corrections.ts';
import { readPlan } from './read-plan.ts';
import { paletteOf, refuse, say, sayFindings, sayNext, sayWritten, stops, word } from './say.ts';

export async function checkEntry(options: WriteOptions, io: Io): Promise<ExitCode> {
  const { plan: read, sources } = await readPlan(options.plan, io);
  if (!read.ok) return refuse(read.findings, options, io, sources);
  const { plan, folder } = read.value;
  const target = options.out ?? join(folder, 'out', 'check');
  const selection = await readSelection(selectionFile(target, 'second-entry'), io);
  if (!selection.ok) return refuse(selection.findings, options, io, sources);
  const pairs = await pairing(plan, folder, 'second-entry', io);
  if (!pairs.ok) return refuse(pairs.findings, options, io, sources);
  const standing = await readCorrections(folder, io);
  if (!standing.ok) return refuse(standing.findings, options, io, sources);
  const found = compareEntries(plan, pairs.value, settledBy(standing.value));
  const findings = [...pairs.findings, ...sameKeyer(found, folder)];
  const pending = pendingOf(plan, selection.value, pairs.value.secondSheets);
  const context = await pageContext(plan, folder, io);
  const keyers = keyersPage(found, context);
  const pages = [
    keyers,
    entryQuestionsPage(found, context),
    settledPage(found, context),
    pending.length === 0 ? null : pendingPage(pending, context),
  ].filter((page) => page !== null);
  // By itself, for it is read back: of two sheets with content nobody could say which is meant.
  const path = join(target, 'adjudication.xlsx');
  const adjudication = await keptAdjudication(path, adjudicationPage(found, context), io);
  const settle = adjudication.page;
  const files = [
    ...(adjudication.aside === null ? [] : [adjudication.aside]),
    ...(await workbookFiles(path, [settle], context)),
    ...(await workbookFiles(join(target, 'entry.xlsx'), pages, context)),
  ];
  if (!options.dryRun) for (const { path, content } of files) await io.write(path, content);
  const paths = files.map((file) => file.path);
  const orphans = pairs.value.orphans();
  const about = {
    sheets: found.sheets,
    compared: found.whole.compared,
    differing: found.whole.differing,
    differing_percent: found.whole.percent === null ? null : exactText(found.whole.percent),
    unsettled: found.unsettled,
    // A rating is what is keyed in one row.
    rows_without_second_entry: pairs.value.single,
    selected_without_second_entry: pending.map(({ serial }) => serial),
    second_entries_without_first: orphans,
  };
  if (options.json) {
    const told = findingsJson(findings, io.lang);
    const shown = [settle, ...pages].map(pageJson);
    const keyers = found.keyers.map(keyerJson);
    io.out(renderJson({ ok: true, ...about, keyers, pages: shown, files: paths, findings: told }));
  } else {
    sayFindings(findings, options, io, sources);
    io.out(
      renderTable(keyers, { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) }),
    );
    sayAbout(about, selection.value !== null, io);
    if (!options.dryRun) sayKept(adjudication, path, io);
  }
  sayWritten(io, paths, options.dryRun);
  const isOver = overLimit(plan, found);
  if (isOver) sayOver(plan, found, io);
  const next = found.unsettled > 0 ? `returns correct ${word(path)}` : 'check';
  sayNext(io, `survey ${next} --plan ${word(options.plan)}`);
  return (isOver && options.strict) || stops(findings, options) ? exit.findings : exit.done;
}

function overLimit({ checks }: Plan, { whole }: EntryComparison): boolean {
  return whole.percent !== null && whole.percent.compare(checks.secondEntry.limit) > 0;
}

function sayOver({ checks }: Plan, { whole }: EntryComparison, io: Io): void {
  const { int, decimal } = wordsIn(io.lang);
  const share = whole.percent === null ? '' : decimal(roundExact(whole.percent, 2, 'half-up'));
  const fields = `${int(whole.differing)}/${int(whole.compared)}`;
  const limit = decimal(exactText(checks.secondEntry.limit));
  say(io, {
    vi: `Tỷ lệ ô khác nhau ${share} % (${fields} ô) vượt mức ${limit} % (checks.second_entry.limit): nên nhập lần hai toàn bộ.`,
    en: `${share} % of the fields differ (${fields}), above the ${limit} % of checks.second_entry.limit: key everything a second time.`,
  });
}

/** Corrections say of a value what the paper says: that it is another one, or that it is right. */
function settledBy(standing: Corrections): Settled {
  return ({ pair, field, first }) =>
    settlementOf(
      standing,
      { rating: pair.first, batch: pair.batch },
      {
        question: field?.question.id ?? null,
        isOfSheet: field?.question.per === 'sheet',
        keyed: first,
      },
    );
}

function sameKeyer({ sameKeyer: sheets }: EntryComparison, folder: string): readonly Finding[] {
  if (sheets.length === 0) return [];
  const at = { kind: 'file', file: join(folder, 'returns') } as const;
  const args = { count: sheets.length, sheets: sheets.slice(0, 5) };
  return [finding('check/same-keyer', at, args)];
}

function keyerJson({ errors, percent, ...one }: KeyerRate): object {
  const text = (value: Exact | null): string | null => (value === null ? null : exactText(value));
  return { ...one, differing_percent: text(percent), error_percent: text(errors) };
}

function pendingOf(
  plan: Plan,
  selection: SelectionRecord | null,
  done: ReadonlyMap<string, string>,
): readonly { readonly serial: string; readonly where: string }[] {
  if (selection === null) return [];
  return [...selectedSerials(selection)]
    .filter(([serial]) => !done.has(serial))
    .map(([serial, stratum]) => ({ serial, where: siteName(plan, stratum) }))
    .sort((one, other) => (one.serial < other.serial ? -1 : 1));
}

function sayAbout(
  about: {
    readonly sheets: number;
    readonly differing: number;
    readonly unsettled: number;
    readonly rows_without_second_entry: number;
    readonly selected_without_second_entry: readonly string[];
    readonly second_entries_without_first: readonly string[];
  },
  isSelected: boolean,
  io: Io,
): void {
  const { sheets, differing, unsettled, rows_without_second_entry: single } = about;
  const settled = differing - unsettled;
  const waiting = about.selected_without_second_entry.length;
  const lost = about.second_entries_without_first;
  say(io, {
    vi: `${sheets} phiếu đã nhập hai lần, ${differing} ô khác nhau: ${settled} ô đã phân xử, ${unsettled} ô chưa (adjudication.xlsx).`,
    en: `${sheets} sheets were keyed twice, ${differing} fields differ: ${settled} settled, ${unsettled} to be settled (adjudication.xlsx).`,
  });
  // Rows that nobody selected are not work left over.
  if (!isSelected && single > 0) {
    say(io, {
      vi: `${single} dòng chỉ nhập một lần, không so được.`,
      en: `${single} rows were keyed only once and are not compared.`,
    });
  }
  if (isSelected && waiting === 0) {
    say(io, {
      vi: 'Mọi phiếu được chọn đều đã nhập lần hai.',
      en: 'Every selected sheet was keyed twice.',
    });
  }
  if (waiting > 0) {
    say(io, {
      vi: `${waiting} phiếu được chọn còn chưa nhập lần hai (trang “Còn thiếu”).`,
      en: `${waiting} selected sheets have no second entry yet (sheet “Pending”).`,
    });
  }
  if (lost.length > 0) {
    say(io, {
      vi: `${lost.length} phiếu chỉ có lần hai, chưa có lần một: ${lost.slice(0, 5).join(', ')}${lost.length > 5 ? ' …' : ''}.`,
      en: `${lost.length} sheets have a second entry and no first one: ${lost.slice(0, 5).join(', ')}${lost.length > 5 ? ' …' : ''}.`,
    });
  }
}
