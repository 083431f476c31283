import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReturns, storeCaps } from '../src/commands/read-returns.ts';
import { cleanText } from '../src/formats/cell-text.ts';
import { renderRows } from '../src/formats/csv-write.ts';
import { parseTable } from '../src/formats/read-table.ts';
import type { Rating, TallyEntry } from '../src/returns/batch.ts';
import { batchFiles } from '../src/returns/batch-files.ts';
import { answersFile, batchId, sha256, sourceFile } from '../src/returns/batch-id.ts';
import { dumpRatings } from '../src/returns/dump.ts';
import { parseRecord } from '../src/returns/record.ts';
import {
  restoreCustody,
  restoreRatings,
  restoreTallies,
  type StoredTable,
  storeCustody,
  storeRatings,
  storeTallies,
} from '../src/returns/stored.ts';
import type { Table } from '../src/table.ts';
import { memoryIo } from './memory-io.ts';
import { batch, plan, table, taken } from './returns-plan.ts';

async function throughCsv({ columns, rows }: StoredTable): Promise<Table> {
  const bytes = new TextEncoder().encode(renderRows(columns, rows));
  const read = await parseTable(bytes, 'answers.csv', { headerRow: 1, delimiter: ',' });
  if (!read.ok || read.findings.length > 0) throw new Error(JSON.stringify(read.findings));
  return read.value;
}

/** Any text a cell can hold once it was read from a file. */
const cell = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1+1', '"x"', 'a,b', 'a\nb', "'", 'Đ'))
  .map(cleanText)
  .filter((text) => text !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const id = fc.constantFrom('an', 'hoa', 'cam', 'thon-1');

test('ratings come back from the store as they were', async () => {
  const rating = fc.record({
    serial: maybe(fc.constantFrom('T24-01001-00012', 'T24-01001-00023')),
    form: fc.constantFrom('01', '02'),
    group: id,
    unit: id,
    from: fc.record({ unit: maybe(id), place: maybe(id) }),
    questions: fc.constant(['q1', 'unit', 'Void']),
    answers: fc.tuple(maybe(cell), maybe(cell), maybe(cell)),
    reply: maybe(cell),
    at: maybe(fc.constantFrom('2024-09-11', '2024-09-11T08:30')),
    collector: maybe(cell),
    keyedBy: maybe(cell),
    voidReason: maybe(cell),
    row: fc.integer({ min: 2, max: 1_000_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(rating, { minLength: 1, maxLength: 8 }), async (ratings) => {
      const back: Rating[] = [];
      for (const stored of storeRatings(ratings).values()) {
        back.push(...(restoreRatings(await throughCsv(stored)) ?? []));
      }
      const inOrder = [...ratings].sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : 0));
      back.sort((a, b) => (a.form < b.form ? -1 : a.form > b.form ? 1 : 0));
      expect(back).toEqual(inOrder);
    }),
  );
});

test('tallies and custody come back from the store as they were', async () => {
  const head = [
    'unit',
    'group',
    'question',
    '5',
    '4',
    '3',
    '2',
    '1',
    '9',
    'blank',
    'returned',
    'valid',
    'void',
  ];
  const { tallies, custody } = taken(
    table(head, [
      ['an', 'staff', 'q1', '2', '0', '0', '0', '0', '0', '1', '4', '3', '1'],
      ['an', 'staff', 'q2', '0', '3', '0', '0', '0', '0', '0', '', '', ''],
    ]),
  );
  const placed: readonly TallyEntry[] = tallies.map((one) => ({ ...one, place: 'thon-1' }));
  expect(restoreTallies(await throughCsv(storeTallies([...tallies, ...placed])))).toEqual([
    ...tallies,
    ...placed,
  ]);
  expect(restoreCustody(await throughCsv(storeCustody(custody)))).toEqual(custody);
});

test('limits on what clerks send do not keep the store from being read', async () => {
  const names = Array.from({ length: 2100 }, (_, at) => `q${at}`);
  const said = { questions: names, answers: names.map(() => '5') };
  const nobody = { reply: null, at: null, collector: null, keyedBy: null };
  const about = { serial: null, form: '01', group: 'staff', unit: 'an', voidReason: null, row: 2 };
  const rating: Rating = { ...about, ...said, ...nobody, from: { unit: null, place: null } };
  const intake = { kind: 'rows', ratings: [rating], tallies: [], custody: [] } as const;
  const { record } = batch('a', intake);
  const source = new TextEncoder().encode('x');
  const head = { ...record, source: { ...record.source, name: 'a.csv', sha256: sha256(source) } };
  const { files } = batchFiles(head, { ratings: [rating], tallies: [], custody: [] }, source, null);
  const io = memoryIo(
    Object.fromEntries([...files].map(([name, text]) => [`returns/a/${name}`, text])),
  );
  const read = await readReturns('.', io);
  expect(read.ok && read.value[0]?.ratings).toEqual([rating]);
  const few = { ...storeCaps, rows: 0 };
  expect(storeCaps.rows).toBeGreaterThan(2 ** 31);
  const file = files.get('answers-01.csv');
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array();
  expect((await parseTable(bytes, 'answers-01.csv', { headerRow: 1, caps: few })).ok).toBe(false);
});

test('what is not ours is not read as ours', () => {
  expect(restoreRatings(table(['serial', 'q1'], [['x', '5']]))).toBeNull();
  const half = storeRatings([]).get('01')?.columns ?? [
    'row',
    'serial',
    'form',
    'group',
    'unit',
    'from_unit',
    'from_place',
    'void',
  ];
  expect(restoreRatings(table(half, [['two', '', '01', 'staff', 'an', '', '', '']]))).toBeNull();
  expect(parseRecord('{')).toBeNull();
  expect(parseRecord('{"format":2}')).toBeNull();
});

test('a question called as what every object has is blank where it was not answered', () => {
  const [form] = plan.forms;
  const [question] = form?.questions ?? [];
  if (form === undefined || question === undefined) throw new Error('no question');
  const odd = { ...plan, forms: [{ ...form, questions: [{ ...question, id: 'constructor' }] }] };
  const about = {
    serial: null,
    form: form.id,
    group: 'staff',
    unit: 'an',
    voidReason: null,
    row: 2,
  };
  const nobody = { reply: null, at: null, collector: null, keyedBy: null };
  const none = { questions: [], answers: [] };
  const rating: Rating = { ...about, ...none, ...nobody, from: { unit: null, place: null } };
  const kept = batch('a', { kind: 'rows', ratings: [rating], tallies: [], custody: [] });
  const { columns, rows } = dumpRatings(odd, [kept]);
  expect(rows[0]?.[columns.indexOf('constructor')]).toBeNull();
  const other = { ...rating, questions: ['constructor'], answers: ['x'] };
  const stored = storeRatings([other, rating]).get(form.id);
  expect(stored?.rows.map((cells) => cells.at(-1))).toEqual(['x', null]);
});

test('a record comes back as it was', () => {
  const { record } = batch('a', { kind: 'rows', ratings: [], tallies: [], custody: [] });
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
  const { formsFingerprint: _, ...older } = record;
  expect(parseRecord(JSON.stringify(older))).toEqual({ ...record, formsFingerprint: null });
});

test('names of folders and files are plain ASCII and tell files and sheets apart', () => {
  const sha = 'ab'.repeat(32);
  expect(batchId('Phiếu đợt 1 – Sở Nội vụ.xlsx', sha, 'Sheet1')).toMatch(
    /^phieu-dot-1-so-noi-vu-[0-9a-f]{8}$/,
  );
  expect(batchId('../../x/..\\CON?.csv', sha, null)).toMatch(/^con-[0-9a-f]{8}$/);
  expect(batchId('…', sha, null)).toMatch(/^file-[0-9a-f]{8}$/);
  expect(batchId('a.csv', sha, 'A')).not.toBe(batchId('a.csv', sha, 'B'));
  expect(answersFile('03')).toBe('answers-03.csv');
  expect(answersFile('../../Mẫu 1')).toMatch(/^answers-mau-1-[0-9a-f]{8}\.csv$/);
  expect(sourceFile('Phiếu.XLSX')).toBe('source.xlsx');
  expect(sourceFile('a.csv/../..')).toBe('source');
});
