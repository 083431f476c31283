import { describe, expect, it } from 'vitest';
import { codes, finding, severityOf } from '../src/findings/catalogue.ts';
import { explainCode } from '../src/findings/explain.ts';
import type { Finding, Where } from '../src/findings/finding.ts';
import { findingsJson } from '../src/findings/json.ts';
import { entryOf, type RenderOptions, renderFindings } from '../src/findings/render.ts';
import { wordsIn } from '../src/findings/words.ts';
import { plain } from '../src/formats/palette.ts';
import { displayWidth } from '../src/formats/printable.ts';

function options(more: Partial<RenderOptions> = {}): RenderOptions {
  const sources = new Map<string, string>();
  return { lang: 'vi', palette: plain, width: 80, maxErrors: 20, sources, ...more };
}

function missing(at: Where, near: readonly string[] = []): Finding {
  return finding('file/not-found', at, { path: 'frame/unit.csv', near });
}

function warned(at: Where): Finding {
  return finding('quota/about-total-differs', at, { what: 'Sở ngành', stated: 560, computed: 563 });
}

function inText(line: number, column: number, length = 1, file = 'plan.yaml'): Where {
  return { kind: 'text', file, line, column, length };
}

function inCell(row: number | null, column: string | null, sheet: string | null = null): Where {
  return { kind: 'cell', file: 'phieu.xlsx', sheet, row, column };
}

describe('renderFindings', () => {
  it('shows place, sentence, excerpt with caret, suggestion, remedy and totals', () => {
    const sources = new Map([['plan.yaml', 'survey: thu\nunits: { from: frame/unit.csv }\n']]);
    const found = [missing(inText(2, 16, 14), ['frame/units.csv', 'frame/xa.csv'])];
    const { fix } = entryOf('file/not-found');
    const vi = renderFindings(found, options({ sources })).replace(fix.vi, '(sửa)');
    expect(vi).toMatchInlineSnapshot(`
      "plan.yaml:2:16  lỗi file/not-found  không tìm thấy tệp “frame/unit.csv”.
          2 | units: { from: frame/unit.csv }
            |                ^^^^^^^^^^^^^^
        Có phải là “frame/units.csv” hay “frame/xa.csv” không?
        Cách sửa: (sửa)

      Tổng cộng: 1 lỗi trong 1 tệp.
      "
    `);
    const en = renderFindings(found, options({ sources, lang: 'en' })).replace(fix.en, '(fix)');
    expect(en).toMatchInlineSnapshot(`
      "plan.yaml:2:16  error file/not-found  the file “frame/unit.csv” is not there.
          2 | units: { from: frame/unit.csv }
            |                ^^^^^^^^^^^^^^
        Did you mean “frame/units.csv” or “frame/xa.csv”?
        Fix: (fix)

      In all: 1 error in 1 file.
      "
    `);
  });

  it('says in words where in a workbook', () => {
    const text = renderFindings([missing(inCell(1012, 'Số phiếu', '01'))], options());
    expect(text).toContain('phieu.xlsx, trang tính “01”, dòng 1012, cột “Số phiếu”');
    const english = renderFindings([missing(inCell(12, null))], options({ lang: 'en' }));
    expect(english).toContain('phieu.xlsx, row 12  error');
  });

  it('sorts by file, sheet, row or line, column, and keeps the order within a place', () => {
    const found = [
      missing(inText(10, 1)),
      missing(inCell(12, 'B', '02')),
      missing(inCell(12, 'B', '01')),
      missing(inText(9, 30)),
      missing(inText(9, 4)),
      missing(inCell(3, 'Z', '01')),
      missing(inCell(3, 'A', '01')),
      missing({ kind: 'file', file: 'plan.yaml' }),
    ];
    expect(
      findingsJson(found, 'vi').map((at) => [at.sheet, at.row ?? at.line, at.heading ?? at.column]),
    ).toEqual([
      ['01', 3, 'Z'],
      ['01', 3, 'A'],
      ['01', 12, 'B'],
      ['02', 12, 'B'],
      [null, null, null],
      [null, 9, 4],
      [null, 9, 30],
      [null, 10, 1],
    ]);
  });

  it('shows the first errors and counts the rest, but totals are of all', () => {
    const found = Array.from({ length: 25 }, (_, at) => missing(inCell(at + 2, 'A')));
    const text = renderFindings([...found, warned(inCell(40, 'A'))], options());
    expect(text.match(/không tìm thấy tệp/g)).toHaveLength(20);
    expect(text).toContain('dòng 21,');
    expect(text).not.toContain('dòng 22,');
    expect(text).toContain('… còn 5 lỗi chưa hiện');
    expect(text).toContain('dòng 40,');
    expect(text.trimEnd().endsWith('Tổng cộng: 25 lỗi, 1 cảnh báo trong 1 tệp.')).toBe(true);
  });

  it('prints the remedy of a code once', () => {
    const text = renderFindings([missing(inCell(2, 'A')), missing(inCell(3, 'A'))], options());
    expect(text.match(/Cách sửa/g)).toHaveLength(1);
  });

  it('puts the caret under the place whatever stands before it', () => {
    const line = '\tghi_chú: "Đắk Lắk 日本", units: sai';
    const column = line.indexOf('sai') + 1;
    const text = renderFindings(
      [missing(inText(1, column, 3))],
      options({ sources: new Map([['plan.yaml', line]]) }),
    );
    const [, shown = '', carets = ''] = text.split('\n');
    expect(displayWidth(carets.slice(0, carets.indexOf('^')))).toBe(
      displayWidth(shown.slice(0, shown.indexOf('sai'))),
    );
    expect(carets.trimEnd().endsWith('^^^')).toBe(true);
  });

  it('cuts a long line around the place and keeps within the width', () => {
    const line = `${'trước '.repeat(100)}ĐÂY ${'sau '.repeat(100)}`;
    const text = renderFindings(
      [missing(inText(1, line.indexOf('ĐÂY') + 1, 3))],
      options({ sources: new Map([['plan.yaml', line]]) }),
    );
    const [, shown = '', carets = ''] = text.split('\n');
    expect(displayWidth(shown)).toBeLessThanOrEqual(80);
    expect(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('ĐÂY');
  });

  it('copes with places outside the source, such as a key missing at its end', () => {
    const sources = new Map([['plan.yaml', 'a: 1']]);
    expect(renderFindings([missing(inText(1, 5, 9))], options({ sources }))).toContain('    ^\n');
    expect(renderFindings([missing(inText(7, 1))], options({ sources }))).not.toContain('|');
  });

  it('escapes what comes from files and their names', () => {
    const evil = '\u001b[2J\u202e';
    const at = { ...inText(1, 1, 3), file: `${evil}.yaml` };
    const hostile = finding('file/not-found', at, { path: evil, near: [evil] });
    const sources = new Map([[`${evil}.yaml`, `${evil}: 1`]]);
    const cell = { ...inCell(1, evil, evil), file: evil };
    const text = renderFindings([hostile, missing(cell)], options({ sources }));
    expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it('says nothing about nothing', () => {
    expect(renderFindings([], options())).toBe('');
  });
});

describe('findingsJson', () => {
  it('has every part of the place apart, the sentence, the suggestions and the arguments', () => {
    expect(findingsJson([missing(inText(2, 16, 14), ['frame/units.csv'])], 'en')).toEqual([
      {
        code: 'file/not-found',
        severity: 'error',
        file: 'plan.yaml',
        line: 2,
        column: 16,
        sheet: null,
        row: null,
        heading: null,
        message: 'the file “frame/unit.csv” is not there.',
        suggestions: ['frame/units.csv'],
        args: { path: 'frame/unit.csv', near: ['frame/units.csv'] },
      },
    ]);
  });
});

describe('wordsIn', () => {
  it('quotes, cuts and counts in the language', () => {
    const vi = wordsIn('vi');
    expect(vi.int(2085)).toBe('2.085');
    expect(vi.quote('a\u0000')).toBe('“a\\x00”');
    expect(displayWidth(vi.quote('dài '.repeat(50)))).toBeLessThanOrEqual(62);
    expect(vi.list(['a', 'b', 'c'], 2)).toBe('a, b và 1 mục khác');
    expect(wordsIn('en').list(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
    expect(vi.list(['a', 'b'])).toBe('a, b');
  });
});

describe('explainCode', () => {
  it.each(['vi', 'en'] as const)('explains every code in %s', (lang) => {
    for (const code of codes) {
      const text = explainCode(code, lang);
      expect(text.startsWith(`${code}: `)).toBe(true);
      expect(text).toContain(entryOf(code).why[lang]);
      expect(text).toContain(entryOf(code).fix[lang]);
      expect(text).not.toContain('undefined');
    }
  });

  it('shows the sentence with names for what differs', () => {
    expect(explainCode('file/not-found', 'vi')).toContain('không tìm thấy tệp “‹path›”.');
  });

  it('has a severity that findings of the code have', () => {
    const found = warned({ kind: 'file', file: 'plan.yaml' });
    expect(severityOf(found)).toBe('warning');
    expect(explainCode(found.code, 'vi')).toContain('cảnh báo');
  });
});
