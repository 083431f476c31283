/** A plan for tests of returns: an own-unit form, a grid, replies without serial, villages; its sheets. */

import { packets, sheetRegister } from '../src/packets.ts';
import type { Form, Group, Option, Plan, Question, Unit } from '../src/plan/plan.ts';
import { quotas } from '../src/quotas.ts';
import type { Batch, BatchRecord } from '../src/returns/batch.ts';
import { known } from '../src/returns/known.ts';
import type { Intake, TakeOptions } from '../src/returns/take.ts';
import { take } from '../src/returns/take.ts';
import { exact } from '../src/stats/exact.ts';
import type { Table } from '../src/table.ts';
import { plainTaking } from './plain-taking.ts';
import {
  emptyPlan,
  namedStage,
  nowhere,
  plainGroup,
  plainPlace,
  stagesRule,
} from './plan-literals.ts';

function unit(id: string, name: string): Unit {
  return { id, name, block: 'xa', type: null, ranked: true, attributes: {}, was: [] };
}

function option(code: string, label: string, points: number | null): Option {
  const value = points === null ? null : exact(points);
  return { code, label, points: value, positive: (points ?? 0) > 50 };
}

function question(id: string, text: string, over: Partial<Question> = {}): Question {
  const shape = {
    section: null,
    kind: 'scale',
    range: null,
    atMost: null,
    scale: 'hai-long',
    per: 'rating',
    scored: true,
  } as const;
  return { id, text, ...shape, ...over };
}

function form(id: string, questions: readonly Question[]): Form {
  return { id, code: `Mẫu ${id}`, title: `Phiếu ${id}`, request: null, howTo: null, questions };
}

function group(id: string, name: string, over: Partial<Group>): Group {
  return {
    ...plainGroup,
    id,
    name,
    people: id,
    form: '01',
    about: { kind: 'own' },
    priority: 1,
    over: { kind: 'whole' },
    quota: { rule: 'each', size: 4, byType: {}, by: null },
    except: {},
    spare: { sheets: 1, percent: exact(0) },
    send: null,
    sendByUnit: {},
    mode: 'paper',
    serial: 'required',
    stated: null,
    ...over,
  };
}

const q1 = question('q1', 'Chất lượng phục vụ');
const q2 = question('q2', 'Thời gian giải quyết');
const q3 = question('q3', 'Có bị gây phiền hà không', { scale: 'co-khong' });
const sex = question('gioi', 'Giới tính', { scale: 'gioi-tinh', per: 'sheet', scored: false });
const words = question('gy', 'Ý kiến khác', { kind: 'open', scale: null, scored: false });

const units = [unit('an', 'Xã An Bình'), unit('hoa', 'Xã Hòa Bình'), unit('cam', 'Xã Cẩm Sơn')];
const all = units.map(({ id }) => id);

export const plan: Plan = {
  ...emptyPlan,
  survey: 'thu-2024',
  serialPrefix: 'T24',
  fieldwork: { ...emptyPlan.fieldwork, opens: '2024-09-01', closes: '2024-09-30' },
  blocks: [{ id: 'xa', name: 'Cấp xã', units: all }],
  units,
  levels: ['thon'],
  places: [
    {
      id: 'thon-1',
      name: 'Thôn 1',
      level: 0,
      parent: null,
      unit: 'an',
      ...plainPlace,
      attributes: {},
    },
    {
      id: 'thon-2',
      name: 'Thôn 2',
      level: 0,
      parent: null,
      unit: 'an',
      ...plainPlace,
      attributes: {},
    },
  ],
  groups: [
    group('staff', 'Công chức', { over: { kind: 'units', units: all } }),
    group('delegates', 'Đại biểu', {
      form: '02',
      about: { kind: 'units', units: all },
      quota: { rule: 'total', total: 5 },
    }),
    group('visitors', 'Người dân giao dịch', {
      form: '03',
      over: { kind: 'units', units: all },
      serial: 'optional',
    }),
    group('households', 'Hộ gia đình', {
      form: '04',
      over: { kind: 'places' },
      quota: stagesRule(3, namedStage(0, 2)),
    }),
  ],
  scales: [
    {
      id: 'hai-long',
      options: [
        option('5', 'Rất hài lòng', 100),
        option('4', 'Hài lòng', 75),
        option('3', 'Bình thường', 50),
        option('2', 'Không hài lòng', 25),
        option('1', 'Rất không hài lòng', 0),
        option('9', 'Không có ý kiến', null),
      ],
    },
    { id: 'co-khong', options: [option('C', 'Có', 0), option('K', 'Không', 100)] },
    { id: 'gioi-tinh', options: [option('1', 'Nam', null), option('2', 'Nữ', null)] },
  ],
  forms: [
    form('01', [q1, q2, words]),
    form('02', [sex, q1, q3]),
    form('03', [q1, q3]),
    form('04', [q2]),
  ],
};

const quota = quotas(plan, nowhere).quotas;
const printed = packets(plan, quota, nowhere);
if (!printed.ok) throw new Error('the plan of the tests cannot be printed');

export const planQuotas = quota;
export const sheets = sheetRegister(printed.value);
export const context = known(plan, sheets);

/** Serials of a group's sheets, in order; of one unit or place if asked. */
export function serialsOf(groupId: string, target: string | null = null): readonly string[] {
  return [...sheets.values()]
    .filter((one) => one.group === groupId)
    .filter((one) => target === null || one.unit === target || one.place === target)
    .map(({ serial }) => serial);
}

/** The n-th serial of a group (of a unit or place), from 0. */
export function serial(groupId: string, target: string | null, at: number): string {
  const found = serialsOf(groupId, target)[at];
  if (found === undefined) throw new Error(`no sheet ${at} of ${groupId} for ${target}`);
  return found;
}

/** A table as read from `phieu.csv`: headings, then rows of cells from row 2 on. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    file: 'phieu.csv',
    sheet: null,
    columns,
    rows: rows.map((cells, at) => ({ row: at + 2, cells, faults: [] })),
  };
}

export function taken(
  read: Table,
  batches: readonly Batch[] = [],
  options: Partial<TakeOptions> = {},
): Intake {
  const result = take(context, read, { ...plainTaking, ...options }, batches);
  if (!result.ok)
    throw new Error(`not taken: ${result.findings.map(({ code }) => code).join(' ')}`);
  return result.value;
}

/** Codes of the findings that refuse the whole file. */
export function refusal(
  read: Table,
  batches: readonly Batch[] = [],
  options: Partial<TakeOptions> = {},
): readonly string[] {
  const result = take(context, read, { ...plainTaking, ...options }, batches);
  return result.ok ? [] : result.findings.map(({ code }) => code);
}

/** `row:heading code` for every reason of every rejected row. */
export function reasons(intake: Pick<Intake, 'rejected'>): readonly string[] {
  return intake.rejected.flatMap(({ row, reasons: found }) =>
    found.map(({ code, at }) => {
      const heading = at.kind === 'cell' ? (at.column ?? '-') : '-';
      return `${row.row}:${heading} ${code.replace('returns/', '')}`;
    }),
  );
}

export function batch(
  id: string,
  intake: Pick<Intake, 'kind' | 'ratings' | 'tallies' | 'custody'>,
): Batch {
  const record: BatchRecord = {
    id,
    format: 1,
    kind: intake.kind,
    purpose: 'returns',
    source: { name: `${id}.csv`, sha256: id, bytes: 1, sheet: null },
    mapping: [],
    counts: { read: 1, accepted: 1, rejected: 0 },
    files: [],
    excluded: [],
    passedOver: [],
    units: [],
    importedBy: 'tester',
    importedAt: '2024-09-10T00:00:00Z',
    tool: 'survey',
    planFingerprint: '',
    formsFingerprint: null,
    simulated: null,
  };
  const { ratings, tallies, custody } = intake;
  return { record, ratings, tallies, custody, corrections: [] };
}
