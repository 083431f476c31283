/** The table of tasks: phase by phase, with numbers as the plan prints them. */

import { bodiesLine } from '../page/bodies.ts';
import { dated, monthOf } from '../page/dates.ts';
import type { Table } from '../page/document.ts';
import { column, type PageRow } from '../page.ts';
import type { Plan, Task } from '../plan/plan.ts';
import { roman } from '../quotas/annex.ts';
import { capital, period } from './words.ts';

interface TaskColumn {
  readonly heading: string;
  readonly width: number;
  readonly text: (task: Task) => string;
}

const afterNumber: readonly TaskColumn[] = [
  { heading: 'Nội dung công việc', width: 36, text: ({ name }) => name },
  { heading: 'Cơ quan chủ trì', width: 24, text: ({ lead }) => bodiesLine(lead) },
  { heading: 'Cơ quan phối hợp', width: 24, text: ({ support }) => bodiesLine(support) },
  { heading: 'Sản phẩm', width: 18, text: ({ product }) => product ?? '' },
  { heading: 'Thời gian', width: 18, text: timeWords },
];

/** Null without tasks. Columns in which nothing stands are left out. */
export function taskTable(plan: Plan): Table | null {
  const { tasks } = plan;
  if (tasks.length === 0) return null;
  const columns = afterNumber.filter(({ text }) => tasks.some((task) => text(task) !== ''));
  const phases = phasesOf(tasks);
  const own = phases.some(({ name }) => name !== null && ownNumber.test(name));
  const named = phases.filter(({ name }) => name !== null);
  const rows = phases.flatMap((phase): readonly PageRow[] => [
    ...(phase.name === null
      ? []
      : [phaseRow(phase.name, own ? '' : roman(named.indexOf(phase) + 1), columns.length)]),
    ...phase.tasks.map(({ task, no }): PageRow => {
      return { style: 'row', cells: [no, ...columns.map(({ text }) => text(task))] };
    }),
  ]);
  return {
    columns: [
      column('no', 'TT', 'text', 6),
      ...columns.map(({ heading, width }) => column('', heading, 'text', width)),
    ],
    rows,
  };
}

/** Whether the table is too wide for a portrait page. */
export function isWide(table: Table): boolean {
  return table.columns.length > 5;
}

const ownNumber = /^(\d+|[IVXL]+)[.)]\s+(.+)$/su;

/** The number that a phase brings along (“2. Triển khai”) stands in its column; the others then have none. */
function phaseRow(name: string, no: string, more: number): PageRow {
  const [, own, rest] = ownNumber.exec(name) ?? [];
  const cells = [own ?? no, rest ?? name, ...Array<string>(more - 1).fill('')];
  return { style: 'group', cells };
}

interface Phase {
  readonly name: string | null;
  readonly tasks: readonly { readonly task: Task; readonly no: string }[];
}

/** Tasks of one phase together, in the order of the plan; those without a printed number are counted through. */
function phasesOf(tasks: readonly Task[]): readonly Phase[] {
  const names = [...new Set(tasks.map(({ phase }) => phase))];
  const isNumbered = tasks.some(({ no }) => no !== null);
  let next = 0;
  return names.map((name) => ({
    name,
    tasks: tasks
      .filter(({ phase }) => phase === name)
      .map((task) => ({ task, no: task.no ?? (isNumbered ? '' : String(++next)) })),
  }));
}

function timeWords({ when, from, due, months }: Task): string {
  if (when !== null) return when;
  if (months) return monthWords(from, due);
  if (from !== null && due !== null) return capital(period(from, due));
  if (due !== null) return `Chậm nhất ngày ${dated(due)}`;
  return from === null ? '' : `Từ ngày ${dated(from)}`;
}

function monthWords(from: string | null, due: string | null): string {
  const first = from ?? due;
  const last = due ?? from;
  if (first === null || last === null) return '';
  return first.slice(0, 7) === last.slice(0, 7)
    ? `Tháng ${monthOf(last)}`
    : `Từ tháng ${monthOf(first)} đến tháng ${monthOf(last)}`;
}
