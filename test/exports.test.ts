/** Exports of survey systems, each in every way it can be written, against the plain file that says the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as sheets from 'xlsx';
import { parseTable } from '../src/formats/read-table.ts';
import { packets, sheetRegister } from '../src/packets.ts';
import { openPlan } from '../src/plan/parse.ts';
import { quotas } from '../src/quotas.ts';
import { readColumns } from '../src/returns/columns.ts';
import { adaptTable } from '../src/returns/exports.ts';
import { known } from '../src/returns/known.ts';
import type { Mapping } from '../src/returns/mapping.ts';
import { readDate } from '../src/table/date-text.ts';
import type { Table } from '../src/table.ts';

const root = join(import.meta.dirname, 'files', 'exports');
const parsed = openPlan(readFileSync(join(root, 'plan.yaml'), 'utf8'), 'plan.yaml').parse(
  new Map(),
);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
const { plan, where } = parsed.value;
const printed = packets(plan, quotas(plan, where).quotas, where);
if (!printed.ok) throw new Error(JSON.stringify(printed.findings));
const context = known(plan, sheetRegister(printed.value));

async function tableOf(name: string): Promise<Table> {
  const read = await parseTable(readFileSync(join(root, name)), name);
  if (!read.ok) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

function adapt(table: Table, saved: Mapping | null = null) {
  const adapted = adaptTable(table, context, saved);
  if (adapted === null) throw new Error(`${table.file} is not recognised`);
  const rows = table.rows.map((row) => ({ row: row.row, made: adapted.row(row) }));
  return { adapted, rows };
}

/** Rows as heading → cell, moments as Vietnam time to the minute, and why others were left out. */
function said(table: Table, saved: Mapping | null = null) {
  const { adapted, rows } = adapt(table, saved);
  const kept = rows.flatMap(({ made }) => ('excluded' in made ? [] : made));
  const excluded = rows.flatMap(({ made }) => ('excluded' in made ? [made.excluded] : []));
  const records = kept.map(({ cells }) => record(adapted.head.columns, cells));
  return { adapted, records, excluded, rows: kept.map(({ row }) => row) };
}

function record(columns: readonly string[], cells: readonly string[]) {
  const texts = columns.map((heading, at): [string, string] => {
    const cell = cells[at] ?? '';
    if (heading === 'unit') return [heading, named(cell)];
    return [heading, heading === 'at' ? moment(cell) : coded(heading, cell)];
  });
  return Object.fromEntries(texts);
}

function named(cell: string): string {
  const found = context.find.unit(cell);
  return found.kind === 'one' ? found.id : cell;
}

function moment(cell: string): string {
  const read = readDate(cell, null);
  return read.kind === 'date' ? `${read.iso} ${read.time}` : cell;
}

/** Labels as their codes; which of the two stands in a cell is for the row check to read. */
function coded(heading: string, cell: string): string {
  const question = context.questions.get(heading);
  const codes = cell.split(/, (?=[LMK])/).map((part) => {
    return question?.scale?.byLabel.get(part.toLowerCase().replace(', ', ' ')) ?? part;
  });
  return question?.scale == null ? cell : codes.join(' ');
}

async function twin(name: string, without: readonly string[] = []) {
  const table = await tableOf(name);
  return table.rows.map(({ cells }) => {
    const all = record(table.columns, cells);
    return Object.fromEntries(
      Object.entries(all).filter(([heading]) => !without.includes(heading)),
    );
  });
}

describe('the same answers as the plain file', () => {
  const reply = ['reply'];
  test.each([
    ['kobo-names-both.csv', 'KoboToolbox', []],
    ['kobo-names-details.csv', 'KoboToolbox', []],
    ['kobo-names-summary.csv', 'KoboToolbox', []],
    ['kobo-labels-both.csv', 'KoboToolbox', []],
    ['kobo-labels-summary.csv', 'KoboToolbox', []],
    ['odk.csv', 'ODK Central', []],
    ['odk-split.csv', 'ODK Central', []],
    ['limesurvey-code.csv', 'LimeSurvey', reply],
    ['limesurvey-em.csv', 'LimeSurvey', reply],
    ['limesurvey-full-long.csv', 'LimeSurvey', reply],
    ['limesurvey-codetext.csv', 'LimeSurvey', reply],
    ['google-forms.csv', 'Google Forms', reply],
    ['google-forms-download.csv', 'Google Forms', reply],
  ])('%s', async (name, system, without) => {
    const { adapted, records } = said(await tableOf(name));
    expect(adapted.name).toBe(system);
    expect(adapted.findings).toEqual([]);
    const wanted = await twin('twin.csv', without);
    const cut = records.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([heading]) => !without.includes(heading))),
    );
    expect(cut).toEqual(wanted);
    const columns = readColumns(context, adapted.head, {
      kind: null,
      group: null,
      form: null,
    } as never);
    expect(columns.findings).toEqual([]);
  });
});

describe('a grid written wide becomes one row for each unit', () => {
  test.each(['google-forms-grid.csv', 'limesurvey-grid-full.csv', 'kobo-grid.csv'])(
    '%s',
    async (name) => {
      const { adapted, records } = said(await tableOf(name));
      expect(adapted.findings).toEqual([]);
      const rows = records
        .slice(0, 3)
        .map(({ serial, unit, q1, q2 }) => ({ serial, unit, q1, q2 }));
      expect(rows).toEqual(await twin('grid-twin.csv'));
    },
  );

  test('a unit of which nothing is said has its row all the same', async () => {
    const { records, rows } = said(await tableOf('google-forms-grid.csv'));
    expect(rows).toEqual([2, 2, 2, 3, 3, 3]);
    expect(records[4]).toMatchObject({ serial: '@2', unit: 'hoa-binh', q1: '', q2: '' });
  });

  test('the rows of a grid question may be our questions', async () => {
    const { adapted, records } = said(await tableOf('google-forms-rows.csv'));
    expect(adapted.findings).toEqual([]);
    expect(records).toMatchObject([{ unit: 'an-binh', q1: '5', q2: '4', q3: 'K' }]);
  });

  test('units by codes that nobody knows are asked for, not guessed by their order', async () => {
    const { adapted } = adapt(await tableOf('limesurvey-grid.csv'));
    const codes = adapted.findings.map(({ code }) => code);
    expect(codes).toEqual(Array(3).fill('returns/export-part'));
    expect(adapted.undecided).toEqual(['q1[anbinh]', 'q1[hoabinh]', 'q1[camson]']);
  });
});

describe('rows and tables that are left out', () => {
  test('a review that refuses a submission leaves its row out, and says why', async () => {
    const kobo = said(await tableOf('kobo-names-both.csv'));
    expect(kobo.excluded).toEqual([
      'HXL',
      '_validation_status = Not approved',
      '_validation_status = On hold',
    ]);
    expect(kobo.rows).toEqual([3, 4, 5]);
    const odk = said(await tableOf('odk.csv'));
    expect(odk.excluded).toEqual(['ReviewState = rejected', 'ReviewState = hasIssues']);
    const lime = said(await tableOf('limesurvey-code.csv'));
    expect(lime.excluded).toEqual(['submitdate = ""']);
  });

  test.each(['kobo-repeat.csv', 'odk-repeat.csv'])(
    '%s is no table of submissions',
    async (name) => {
      const { adapted } = adapt(await tableOf(name));
      expect(adapted.findings.map(({ code }) => code)).toContain('returns/export-repeat');
    },
  );

  test('a plain file is nobody’s export', async () => {
    expect(adaptTable(await tableOf('twin.csv'), context, null)).toBeNull();
  });
});

describe('workbooks', () => {
  /** As Google writes its linked sheet: the timestamp is a day number with a format. */
  function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
    const sheet = sheets.utils.aoa_to_sheet(rows.map((row) => [...row]));
    for (const [at, cell] of Object.entries(sheet)) {
      if (/^A[2-9]/.test(at)) (cell as { z?: string }).z = 'd/m/yyyy h:mm:ss';
    }
    const book = sheets.utils.book_new();
    sheets.utils.book_append_sheet(book, sheet, 'Câu trả lời biểu mẫu 1');
    return sheets.write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array;
  }

  test('Google’s linked sheet: the timestamp is a day with a time', async () => {
    const day = 45616 + (8 * 3600 + 30 * 60 + 15) / 86_400;
    const head = ['Dấu thời gian', 'Đơn vị', 'Chất lượng phục vụ', 'Có bị gây phiền hà không'];
    const bytes = workbook([head, [day, 'Xã An Bình', 'Hài lòng', 'Không']]);
    const read = await parseTable(bytes, 'cau-tra-loi.xlsx');
    if (!read.ok) throw new Error(JSON.stringify(read.findings));
    const { records } = said(read.value);
    expect(records).toEqual([{ unit: 'an-binh', at: '2024-11-20 08:30', q1: '4', q3: 'K' }]);
  });
});

describe('single cells', () => {
  const limesurvey = (heading: string) => ({
    file: 'lime.csv',
    sheet: null,
    columns: ['id', 'submitdate', 'lastpage', 'seed', 'unit', ...heading.split(' ')],
  });

  function lime(headings: string, ...cells: readonly string[]) {
    const adapted = adaptTable(limesurvey(headings), context, null);
    const row = {
      row: 2,
      cells: ['1', '2024-11-20 08:00:00', '1', '7', 'an', ...cells],
      faults: [],
    };
    const made = adapted?.row(row);
    return made !== undefined && 'excluded' in made ? [] : made?.[0]?.cells.slice(3);
  }

  test('a question that was not shown is not asked, and not blank', () => {
    expect(lime('q1 kenh[1] kenh[2]', 'N/A', 'N/A', 'N/A')).toEqual(['(not-asked)', '(not-asked)']);
    expect(lime('q1 kenh[1] kenh[2]', '', '', 'Y')).toEqual(['', '2']);
  });

  test('what says neither yes nor no is left for the row check to refuse', () => {
    expect(lime('kenh[1] kenh[2]', 'Y', 'có lẽ')).toEqual(['có lẽ']);
  });

  test('words beside an option are a tick; comments are nobody’s answer', () => {
    expect(lime('kenh[1] kenh[other] q1 q1[comment]', 'N', 'Zalo', '5', 'tốt')).toEqual(['4', '5']);
  });

  test('a masked formula is what was written', () => {
    expect(lime('gy', "'=1+1 là hai")).toEqual(['=1+1 là hai']);
  });

  test('a reply is its number and its seed; an address is kept as its hash alone', () => {
    const adapted = adaptTable(limesurvey('q1'), context, null);
    const made = adapted?.row({
      row: 2,
      cells: ['1', '2024-11-20 08:00:00', '1', '7', 'an', '5'],
      faults: [],
    });
    const cells = made !== undefined && 'excluded' in made ? [] : made?.[0]?.cells;
    expect(adapted?.head.columns.indexOf('reply')).toBe(0);
    expect(cells?.[0]).toBe('1-7');
    const google = {
      file: 'g.csv',
      sheet: null,
      columns: ['Timestamp', 'Email Address', 'unit', 'Chất lượng phục vụ'],
    };
    const mailed = adaptTable(google, context, null)?.row({
      row: 2,
      cells: ['1/1/2024 8:00:00', ' An@x.vn', 'an', '5'],
      faults: [],
    });
    const told = JSON.stringify(mailed);
    expect(told).toMatch(/mail:[0-9a-f]{32}/);
    expect(told.toLowerCase()).not.toContain('an@x.vn');
  });

  test('a shifted row stays one row, and is never left out by a rule', () => {
    const adapted = adaptTable(limesurvey('q1[an-binh] q1[hoa-binh]'), context, null);
    const faults = [{ column: 3, reason: 'missing-cells' as const }];
    const made = adapted?.row({ row: 2, cells: ['1', '', '', '', '', '', ''], faults });
    expect(made).toHaveLength(1);
    expect(made).toMatchObject([{ faults: [{ reason: 'missing-cells' }] }]);
  });

  test('a cell that cannot be trusted is so in the column it becomes', () => {
    const adapted = adaptTable(limesurvey('q1 kenh[1] kenh[2]'), context, null);
    const faults = [{ column: 7, reason: 'error-value' as const }];
    const cells = ['1', '2024-11-20 08:00:00', '1', '7', 'an', '5', 'Y', ''];
    const made = adapted?.row({ row: 2, cells, faults });
    const at = adapted?.head.columns.indexOf('kenh');
    expect(made).toMatchObject([{ faults: [{ column: at, reason: 'error-value' }] }]);
  });
});

describe('two columns for one thing', () => {
  const head = {
    file: 'kobo.csv',
    sheet: null,
    columns: [
      '_uuid',
      '_submission_time',
      'unit',
      'v1/q1',
      'v2/q1',
      'Ngày khảo sát',
      'Ngày thu phiếu',
    ],
  };

  test('are asked for', () => {
    const adapted = adaptTable(head, context, null);
    expect(adapted?.findings.map(({ code }) => code)).toEqual([
      'returns/two-columns',
      'returns/two-columns',
    ]);
    expect(adapted?.undecided).toEqual(head.columns.slice(3));
  });

  test('are one where the mapping says so: whichever is filled', () => {
    const found = adaptTable(head, context, null)?.mapping;
    if (found === undefined) throw new Error('not recognised');
    const adapted = adaptTable(head, context, { ...found, name: 'm' });
    expect(adapted?.findings).toEqual([]);
    const cellsOf = (...cells: readonly string[]) => {
      const made = adapted?.row({ row: 2, cells: ['u', '', 'an', ...cells], faults: [] });
      return made !== undefined && 'excluded' in made ? [] : made?.[0]?.cells;
    };
    expect(adapted?.head.columns).toEqual(['reply', 'unit', 'at', 'q1']);
    expect(cellsOf('', '5', '1/2/2024', '')).toEqual(['u', 'an', '1/2/2024', '5']);
    expect(cellsOf('4', '4', '', '')).toEqual(['u', 'an', '', '4']);
    expect(cellsOf('4', '5', '', '')).toEqual(['u', 'an', '', '4 | 5']);
  });
});
