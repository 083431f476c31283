import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv, renderRows } from '../src/formats/csv-write.ts';
import { renderPageJson } from '../src/formats/json-write.ts';
import { annex, column, page, ranking, rows } from './pages.ts';

const mixed = page({
  columns: [
    column('code', 'Mã', { over: 'Phiếu' }),
    column('count', 'Số phiếu', { kind: 'count' }),
    column('points', 'Điểm', { kind: 'number' }),
    column('sent', 'Ngày gửi', { kind: 'date' }),
  ],
  rows: [
    ...rows(['01', 2085, '-78.30', '2023-09-21'], ['a,b "c"\r\nd', null, null, null]),
    { style: 'total', cells: [null, 2085, '-78.30', null] },
  ],
});

describe('renderCsv', () => {
  it('gives programs keys, exact figures, ISO dates and the kind of each row', () => {
    expect(renderCsv(mixed, { forPeople: false })).toBe(
      '\ufeffcode,count,points,sent,row_style\r\n' +
        '01,2085,-78.30,2023-09-21,row\r\n' +
        '"a,b ""c""\r\nd",,,,row\r\n' +
        ',2085,-78.30,,total\r\n',
    );
  });

  it('gives people a BOM, both levels of headings and a decimal comma where ; separates', () => {
    const lines = renderCsv(mixed, { forPeople: true, sep: ';' }).split('\r\n');
    expect(lines[0]).toBe('\ufeffPhiếu – Mã;Số phiếu;Điểm;Ngày gửi');
    expect(lines[1]).toBe('01;2085;-78,30;2023-09-21');
  });

  it('neutralises formulas in texts and headings', () => {
    const hostile = ['=1+1', '+84', '-cmd', '@SUM(A1)', '\tx', '＝1', '－1', ' =1', '\ufeff=1'];
    const shown = page({
      columns: [column('a', '=A1')],
      rows: rows(...hostile.map((text) => [text])),
    });
    const people = parse(renderCsv(shown, { forPeople: true }), { bom: true }) as string[][];
    expect(people.map(([cell]) => cell?.slice(0, 1))).toEqual(Array(hostile.length + 1).fill("'"));
    const data = parse(renderCsv(shown, { forPeople: false }), { bom: true }) as string[][];
    expect(data.slice(1).map(([cell]) => cell)).toEqual(hostile.map((text) => `'${text}`));
  });

  it('does not take a negative figure for a formula', () => {
    expect(renderCsv(mixed, { forPeople: true })).toContain(',-78.30,');
  });
});

describe('renderRows', () => {
  it('is read back as it was by another reader', () => {
    const cell = fc.string({ unit: 'binary' }).map((text) => text.replace(/\p{Cs}/gu, ''));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (table) => {
        const text = renderRows(['x', 'y'], table);
        expect(text.startsWith('x,y\n')).toBe(true);
        const read = parse(text, { record_delimiter: '\n' }) as string[][];
        expect(read.slice(1)).toEqual(table);
      }),
    );
  });

  it('shows a single blank cell as a record, not as an empty line', () => {
    expect(renderRows(['only'], [[null], ['x']])).toBe('only\n""\nx\n');
  });
});

describe('renderPageJson', () => {
  it('keeps the published digits of decimals, and null for what is missing', () => {
    const read = JSON.parse(renderPageJson(ranking));
    expect(read.rows[0].cells).toEqual({
      rank: 1,
      unit: 'Sở Nội vụ',
      appraised: '60.10',
      survey: '31.23',
      total: '91.33',
      percent: '91.33',
      class: 'Xuất sắc',
    });
    expect(read.rows[4].cells.survey).toBeNull();
    expect(read.columns[2]).toMatchObject({ over: 'Điểm', kind: 'number', decimals: 2 });
  });

  it('keeps a column called __proto__ as data', () => {
    const odd = page({ columns: [column('__proto__', 'P')], rows: rows(['x']) });
    expect(renderPageJson(odd)).toContain('"__proto__": "x"');
  });

  it('has counts as numbers and says which rows are groups', () => {
    const read = JSON.parse(renderPageJson(annex));
    expect(read.rows[0]).toMatchObject({ style: 'group', cells: { stt: 'I', sheets: 51 } });
  });
});
