/** What goes with the document: sheets by unit, chosen places, criteria and their rules, cost estimate, tasks. */

import { dated } from '../page/dates.ts';
import type { Annex, Table } from '../page/document.ts';
import { attachedTo, documentDay } from '../page/official.ts';
import { withColumns } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { annexPage, roman } from '../quotas/annex.ts';
import { estimate } from '../quotas/costs.ts';
import { estimatePage } from '../quotas/costs-page.ts';
import type { Quotas } from '../quotas/quota.ts';
import { blocksOf, type Line, paragraph } from './blocks.ts';
import { placesTable } from './places.ts';
import { openSize } from './respondents.ts';
import { scoringLines, scoringTitle } from './scoring.ts';
import { isWide, taskTable } from './tasks.ts';

type AnnexKind = 'quotas' | 'places' | 'scoring' | 'costs' | 'tasks';

interface Draft {
  readonly kind: AnnexKind;
  readonly title: string;
  readonly orientation: Annex['orientation'];
  readonly lines: readonly Line[];
}

export interface Annexes {
  readonly list: readonly Annex[];
  /** What an annex is called where the body points at it; null: there is none of this kind. */
  readonly label: (kind: AnnexKind) => string | null;
}

export function annexesOf(plan: Plan, quotas: Quotas): Annexes {
  // In the order in which the body points at them.
  const drafts = [
    ...quotaDrafts(plan, quotas),
    ...scoringDrafts(plan),
    ...taskDrafts(plan),
    ...costDrafts(plan, quotas),
  ];
  const labels = drafts.map((_, at) =>
    drafts.length === 1 ? 'Phụ\u00a0lục' : `Phụ\u00a0lục\u00a0${roman(at + 1)}`,
  );
  const document = { ...plan.document, number: plan.document.number ?? '…' };
  const attached =
    attachedTo(document, documentDay(plan.document, plan.fieldwork.opens), 'vi') ?? '';
  return {
    list: drafts.map(({ title, orientation, lines }, at) => {
      return { label: labels[at] ?? '', title, attached, orientation, blocks: blocksOf(lines) };
    }),
    label: (kind) => labels[drafts.findIndex((draft) => draft.kind === kind)] ?? null,
  };
}

/** A survey asked only at chosen places has its figures in the list of places. */
function quotaDrafts(plan: Plan, quotas: Quotas): readonly Draft[] {
  const places = placesTable(plan, quotas);
  const page = annexPage(plan, quotas, 'vi', false);
  const isPlaced = places !== null && plan.groups.every(({ over }) => over.kind === 'places');
  const sheets: Draft = {
    kind: 'quotas',
    title: page.title[0] ?? '',
    orientation: page.orientation,
    lines: tableLines(withoutEmptyDates(page), quotaNotes(plan, quotas)),
  };
  if (places === null) return [sheets];
  const list: Draft = {
    kind: 'places',
    title: 'DANH SÁCH ĐỊA BÀN KHẢO SÁT',
    orientation: isWide(places) ? 'landscape' : 'portrait',
    lines: tableLines(places, []),
  };
  return isPlaced ? [list] : [sheets, list];
}

/** The estimate as the quota workbook shows it. */
function costDrafts(plan: Plan, quotas: Quotas): readonly Draft[] {
  const made = estimate(plan, quotas);
  if (made === null) return [];
  const page = estimatePage(plan, made, 'vi', false);
  const [title = ''] = page.title;
  const lines = tableLines(page, page.notes);
  return [{ kind: 'costs', title, orientation: page.orientation, lines }];
}

/** Criteria and rules, where no decision has issued them or the plan says more than such a decision does. */
function scoringDrafts(plan: Plan): readonly Draft[] {
  const lines = scoringLines(plan);
  if (lines.length === 0) return [];
  return [{ kind: 'scoring', title: scoringTitle, orientation: 'portrait', lines }];
}

function taskDrafts(plan: Plan): readonly Draft[] {
  const table = taskTable(plan);
  if (table === null || !isWide(table)) return [];
  const title = 'NHIỆM VỤ VÀ TIẾN ĐỘ THỰC HIỆN';
  return [{ kind: 'tasks', title, orientation: 'landscape', lines: tableLines(table, []) }];
}

/** The page's own notes point at sheets of the workbook. */
function quotaNotes(plan: Plan, quotas: Quotas): readonly string[] {
  const { total, rows } = quotas;
  const { closes } = plan.fieldwork;
  const isFloor = rows.some(({ least }) => least !== null);
  return [
    ...(isFloor
      ? ['Số phiếu trong bảng là mức tối thiểu; số thực tế theo số lượt người đến.']
      : []),
    ...(total === null ? [`Ô trống: ${openSize(plan, quotas)}.`] : []),
    ...(closes === null
      ? []
      : [`Thời gian trả lời phiếu khảo sát: chậm nhất ngày ${dated(closes)}.`]),
  ];
}

function tableLines(table: Table, notes: readonly string[]): readonly Line[] {
  return [{ kind: 'table', table: withDates(table) }, ...notes.map(paragraph)];
}

/** A column to be filled in stays; one for dates that nobody has set does not. */
function withoutEmptyDates(table: Table): Table {
  return withColumns(
    table,
    ({ kind }, at) =>
      kind !== 'date' || table.rows.some(({ cells }) => (cells[at] ?? null) !== null),
  );
}

/** Dates as the body of the paper writes them. */
function withDates({ columns, rows }: Table): Table {
  return {
    columns,
    rows: rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, at) =>
        columns[at]?.kind === 'date' && typeof cell === 'string' ? dated(cell) : cell,
      ),
    })),
  };
}
