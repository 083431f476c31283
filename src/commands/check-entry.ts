/** `survey check entry`: the second entry against the first, and a workbook in which the differences are settled. */
import { join } from 'node:path';
import { siteName } from '../check/back-check-pages.ts';
import { compareEntries, type EntryComparison } from '../check/entry.ts';
import {
  adjudicationPage,
  entryQuestionsPage,
  keyersPage,
  pendingPage,
} from '../check/entry-pages.ts';
import { type SelectionRecord, selectedSerials } from '../check/selection.ts';
import { findingsJson } from '../findings/json.ts';
import { pageJson, renderJson } from '../formats/json-write.ts';
import { renderTable } from '../formats/terminal.ts';
import type { Io } from '../io.ts';
import type { Plan } from '../plan/plan.ts';
import { exactText } from '../stats/exact.ts';
import { pairing } from './check-pairs.ts';
import { pageContext, readSelection, selectionFile, workbookFiles } from './check-read.ts';
import { type ExitCode, exit } from './exit.ts';
import type { WriteOptions } from './options.ts';
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
  const found = compareEntries(plan, pairs.value);
  const pending = pendingOf(plan, selection.value, pairs.value.secondSheets);
  const context = await pageContext(plan, folder, io);
  const keyers = keyersPage(found, context);
  const settle = adjudicationPage(found, context);
  const pages = [
    keyers,
    entryQuestionsPage(found, context),
    ...(pending.length === 0 ? [] : [pendingPage(pending, context)]),
  ];
  // By itself, for it is read back: of two sheets with content nobody could say which is meant.
  const path = join(target, 'adjudication.xlsx');
  const files = [
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
    rate: found.whole.percent === null ? null : exactText(found.whole.percent),
    // A rating is what is keyed in one row.
    rows_without_second_entry: pairs.value.single,
    selected_without_second_entry: pending.map(({ serial }) => serial),
    second_entries_without_first: orphans,
  };
  if (options.json) {
    const findings = findingsJson(pairs.findings, io.lang);
    const shown = [settle, ...pages].map(pageJson);
    io.out(renderJson({ ok: true, ...about, pages: shown, files: paths, findings }));
  } else {
    sayFindings(pairs.findings, options, io, sources);
    io.out(
      renderTable(keyers, { width: io.terminal.width, lang: io.lang, palette: paletteOf(io) }),
    );
    sayAbout(about, io);
  }
  sayWritten(io, paths, options.dryRun);
  const isOver = overLimit(plan, found);
  if (isOver) sayOver(io);
  const next = found.differences.length > 0 ? `returns correct ${word(path)}` : 'check';
  sayNext(io, `survey ${next} --plan ${word(options.plan)}`);
  return (isOver && options.strict) || stops(pairs.findings, options) ? exit.findings : exit.done;
}

function overLimit({ checks }: Plan, { whole }: EntryComparison): boolean {
  return whole.percent !== null && whole.percent.compare(checks.secondEntry.limit) > 0;
}

function sayOver(io: Io): void {
  say(io, {
    vi: 'Tỷ lệ sai khác vượt mức cho phép (checks.second_entry.limit): nên nhập lần hai toàn bộ.',
    en: 'More fields differ than `checks.second_entry.limit` allows: key everything a second time.',
  });
}

function pendingOf(
  plan: Plan,
  selection: SelectionRecord | null,
  done: ReadonlySet<string>,
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
    readonly rows_without_second_entry: number;
    readonly selected_without_second_entry: readonly string[];
    readonly second_entries_without_first: readonly string[];
  },
  io: Io,
): void {
  const { sheets, differing, rows_without_second_entry: single } = about;
  const waiting = about.selected_without_second_entry.length;
  const lost = about.second_entries_without_first;
  say(io, {
    vi: `${sheets} phiếu đã nhập hai lần, ${differing} ô khác nhau cần phân xử; ${single} dòng chưa nhập lần hai.`,
    en: `${sheets} sheets were keyed twice, ${differing} fields differ and are to be settled; ${single} rows have no second entry.`,
  });
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
