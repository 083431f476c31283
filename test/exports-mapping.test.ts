/** Mappings of exports: written, read again, corrected, and held against forms that were edited. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packets, sheetRegister } from '../src/packets.ts';
import { openPlan } from '../src/plan/parse.ts';
import { quotas } from '../src/quotas.ts';
import { adaptTable } from '../src/returns/exports.ts';
import { known } from '../src/returns/known.ts';
import type { Mapping, Meaning } from '../src/returns/mapping.ts';
import { parseMapping } from '../src/returns/mapping-file.ts';
import { fittingMapping, headReader } from '../src/returns/mapping-fit.ts';
import { meaningText, readMeaning, renderMapping } from '../src/returns/mapping-text.ts';
import type { TableHead } from '../src/table.ts';

const root = join(import.meta.dirname, 'files', 'exports');
const parsed = openPlan(readFileSync(join(root, 'plan.yaml'), 'utf8'), 'plan.yaml').parse(
  new Map(),
);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
const { plan, where } = parsed.value;
const printed = packets(plan, quotas(plan, where).quotas, where);
if (!printed.ok) throw new Error(JSON.stringify(printed.findings));
const context = known(plan, sheetRegister(printed.value));

function head(...columns: readonly string[]): TableHead {
  return { file: 'tep.csv', sheet: null, columns };
}

function read(text: string, name = 'google') {
  return parseMapping(text, `mappings/${name}.yaml`, name, context);
}

function line(found: { readonly code: string; readonly at: object }): string {
  const at = found.at as { line?: number; column?: number | string };
  return `${found.code} ${at.line ?? '-'}:${at.column ?? '-'}`;
}

const google = head(
  'Dấu thời gian',
  'Đơn vị',
  'Chất lượng phục vụ',
  'Thời gian/địa điểm giải quyết',
  'Có bị gây phiền hà không',
  'Tuổi',
);

describe('a mapping that was written is read back the same', () => {
  const ids = [...context.questions.keys()];
  const units = plan.units.map(({ id }) => id);
  const meaning: fc.Arbitrary<Meaning> = fc.oneof(
    fc.constant<Meaning>({ kind: 'ignored' }),
    fc
      .constantFrom('serial', 'unit', 'at', 'reply')
      .map((field) => ({ kind: 'field', field }) as Meaning),
    fc.record({
      kind: fc.constant('question' as const),
      ids: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 2 }),
      option: fc.constant(null),
      unit: fc.option(fc.constantFrom(...units)),
    }),
    fc.record({
      kind: fc.constant('question' as const),
      ids: fc.constant(['kenh']),
      option: fc.constantFrom('1', '2', '3', '4'),
      unit: fc.option(fc.constantFrom(...units)),
    }),
  );
  // Headings as the readers give them: no marks that nobody sees, white space folded.
  const heading = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 1500 })
    .map((text) =>
      text
        .normalize('NFC')
        .replace(/[\p{C}\s]+/gu, ' ')
        .trim(),
    )
    .filter((text) => text !== '' && text !== '<<' && text !== '__proto__');

  test('meanings as text', () => {
    fc.assert(
      fc.property(meaning, (one) => {
        expect(readMeaning(context, meaningText(one))).toEqual(one);
      }),
    );
  });

  test('whole files', () => {
    const texts = fc.array(heading, { maxLength: 3 });
    const mapping = fc.record({
      columns: fc.array(fc.tuple(heading, meaning), { maxLength: 12 }).map((all) => new Map(all)),
      exclude: fc.array(fc.tuple(heading, texts), { maxLength: 2 }).map((all) => new Map(all)),
      values: fc
        .array(fc.tuple(heading, fc.constantFrom('5', '4', '3')), { minLength: 1, maxLength: 5 })
        .map((all) => new Map([['q1', new Map(all)]])),
      times: fc.constantFrom('utc' as const, 'local' as const),
      dates: fc.constantFrom(null, 'M/d/yyyy' as const),
      decimal: fc.constantFrom(null, 'comma' as const, 'point' as const),
      group: fc.constantFrom(null, 'visitors'),
      form: fc.constantFrom(null, '03'),
    });
    fc.assert(
      fc.property(mapping, (one) => {
        const full: Mapping = { ...one, name: 'm', export: 'kobo', whereHeading: null };
        const back = read(renderMapping(full, [], 'Tựa đề\nhai dòng'), 'm');
        expect(back.findings).toEqual([]);
        expect({ ...back.mapping, whereHeading: null }).toEqual(full);
      }),
    );
  });

  test('what an export was read as reads it again', () => {
    const first = adaptTable(google, context, null);
    if (first === null) throw new Error('not recognised');
    const back = read(renderMapping(first.mapping, [], ''));
    expect(back.findings).toEqual([]);
    const again = adaptTable(google, context, back.mapping);
    expect(again?.isSaved).toBe(true);
    expect(again?.columns).toEqual(first.columns);
    expect(again?.head).toEqual(first.head);
  });
});

describe('a form whose questions were edited', () => {
  const saved = read(`export: google-forms
columns:
  "Dấu thời gian": at
  "Đơn vị": unit
  "Chất lượng phục vụ": q1
  "Thời gian/địa điểm giải quyết": q2
  "Có bị gây phiền hà không": q3
`);

  test('the mapping is found, and the line of the old heading is told with the near new one', () => {
    const edited = head(...google.columns.map((one) => one.replace('Có bị', 'Ông bà có bị')));
    expect(fittingMapping(edited, [saved]).saved).toBe(saved);
    const { findings } = headReader(context, [saved], null)(edited);
    expect(findings.map(line)).toContain('returns/mapping-heading 7:3');
    const told = findings.find(({ code }) => code === 'returns/mapping-heading');
    expect(told?.args).toMatchObject({ near: ['Ông bà có bị gây phiền hà không'], as: 'q3' });
  });

  test('a heading corrected in the mapping is taken', () => {
    const edited = head('Dấu thời gian', 'Đơn vị', 'Phục vụ thế nào?', 'Câu hai', 'Câu ba');
    const mended = read(`export: google-forms
columns: { "Dấu thời gian": at, "Đơn vị": unit, "Phục vụ thế nào?": q1, "Câu hai": q2, "Câu ba": q3 }
values: { q1: { "Tuyệt": 5, "Tệ": 1 } }
`);
    const { adapted, findings } = headReader(context, [mended], null)(edited);
    expect(findings).toEqual([]);
    const made = adapted?.row({
      row: 2,
      cells: ['20/11/2024 8:30', 'An Bình', 'tuyệt', '4', 'Yes'],
      faults: [],
    });
    expect(made).toEqual([
      { row: 2, cells: ['20/11/2024 8:30', 'An Bình', '5', '4', 'C'], faults: [] },
    ]);
  });

  test('two mappings that fit as well and say otherwise are the user’s to choose; one that fits better is taken', () => {
    expect(fittingMapping(google, [saved, { ...saved }]).saved).toBe(saved);
    const swapped = read(`export: google-forms
columns:
  "Dấu thời gian": at
  "Đơn vị": unit
  "Chất lượng phục vụ": q2
  "Thời gian/địa điểm giải quyết": q1
  "Có bị gây phiền hà không": q3
`);
    const twice = fittingMapping(google, [saved, swapped]);
    expect(twice.findings.map(({ code }) => code)).toEqual(['returns/mapping-choice']);
    const fuller = read(
      renderMapping(adaptTable(google, context, null)?.mapping as Mapping, [], ''),
      'fuller',
    );
    expect(fittingMapping(google, [saved, fuller]).saved?.mapping?.name).toBe('fuller');
  });

  test('a mapping of another system is left alone, and so is one for another form', () => {
    const kobo = head('_uuid', '_submission_time', 'Đơn vị', 'q1');
    expect(fittingMapping(kobo, [saved]).saved).toBeNull();
    expect(fittingMapping(head('Dấu thời gian', 'Họ tên', 'Điểm danh'), [saved]).saved).toBeNull();
  });

  test('what the system itself writes does not make a file one of the form', () => {
    const system = ['end', 'unit', '_uuid', '_submission_time', '_submitted_by'];
    const kobo = read(
      `export: kobo
columns: { end: at, unit: unit, q1: q1, q2: q2, _uuid: reply, _submitted_by: collector }
`,
      'kobo-01',
    );
    expect(fittingMapping(head(...system, 'q1', 'q2'), [kobo]).saved).toBe(kobo);
    expect(fittingMapping(head(...system, 'p1', 'p2'), [kobo])).toEqual({
      saved: null,
      findings: [],
    });
  });
});

describe('slips in a mapping file are told at their line', () => {
  test.each([
    ['export: kobbo\ncolumns: {}\n', ['returns/mapping-key 1:9']],
    ['exprot: kobo\n', ['returns/mapping-key 1:1']],
    ['columns:\n  "A": q99\n', ['returns/mapping-meaning 2:8']],
    ['columns:\n  "A": "?"\n', ['returns/mapping-meaning 2:8']],
    ['columns:\n  "A": q1[so-noi-vu]\n', ['returns/mapping-meaning 2:8']],
    ['columns:\n  "A": q1/5\n', ['returns/mapping-meaning 2:8']],
    ['columns:\n  "A": [q1]\n', ['returns/mapping-shape 2:8']],
    ['columns: q1\n', ['returns/mapping-shape 1:1']],
    ['values:\n  q1: { "A1": 6 }\n', ['returns/mapping-value 2:15']],
    ['values:\n  gy: { "A1": 6 }\n', ['returns/mapping-value 2:3']],
    ['dates: tháng/ngày\n', ['returns/mapping-key 1:8']],
    ['group: Người dân giao dich\n', ['returns/mapping-key 1:8']],
    ['group: Người dân giao dịch\nform: "03"\n', []],
    ['', ['returns/mapping-shape 1:1']],
    ['- a\n- b\n', ['returns/mapping-shape 1:1']],
  ])('%j', (text, wanted) => {
    expect(read(text).findings.map(line)).toEqual(wanted);
  });
});

test.each(['exports.md', 'exports.vi.md'])(
  'the mapping in docs/%s is read as it stands',
  (page) => {
    const text = readFileSync(join(import.meta.dirname, '..', 'docs', page), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
    const { mapping, findings } = read(example);
    expect(findings.map(({ code }) => code)).toEqual(['returns/mapping-meaning']);
    expect(mapping).toMatchObject({
      export: 'kobo',
      times: 'utc',
      group: 'visitors',
      decimal: 'point',
    });
  },
);
