import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReturns, storeCaps } from '../src/commands/read-returns.ts';
import { cleanText } from '../src/formats/cell-text.ts';
import { renderRows } from '../src/formats/csv-write.ts';
import { parseTable } from '../src/formats/read-table.ts';
import type { Rating, TallyEntry } from '../src/returns/batch.ts';
import { answersFile, batchId, sha256, sourceFile } from '../src/returns/batch-id.ts';
import { ratingDump } from '../src/returns/dump.ts';
import { contextColumns, ratingReader, ratingWriter } from '../src/returns/rating-lines.ts';
import { parseRecord } from '../src/returns/record.ts';
import {
  restoreCustody,
  restoreTallies,
  type StoredTable,
  storeCustody,
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

test('ratings come back from the store as they were, however the text is cut', () => {
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
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(rating, { minLength: 1, maxLength: 8 }), cuts, (ratings, lengths) => {
      const text = stored(ratings);
      const back: Rating[] = [];
      const reader = ratingReader((one) => back.push(one));
      for (let at = 0, piece = 0; at < text.length; piece++) {
        const length = lengths[piece % lengths.length] ?? 1;
        expect(reader.push(text.slice(at, at + length))).toBe(true);
        at += length;
      }
      expect(reader.end()).toBe(ratings.length);
      expect(back).toEqual(ratings);
    }),
  );
});

test('what is written is CSV as any program reads it, and a cut file is not whole', async () => {
  const nobody = { reply: null, at: null, collector: 'Đỗ "Ba", Tư', keyedBy: null };
  const said = { questions: ['q1', 'row'], answers: ['a\nb', ','], voidReason: '"' };
  const about = { serial: null, form: '01', group: 'staff', unit: 'an', row: 2 };
  const rating: Rating = { ...about, ...said, ...nobody, from: { unit: null, place: null } };
  const text = stored([rating]);
  const bytes = new TextEncoder().encode(text);
  const read = await parseTable(bytes, 'a.csv', { headerRow: 1, delimiter: ',' });
  expect(read.ok && read.value.columns.slice(-3)).toEqual(['keyed_by', 'q1', 'q:row']);
  expect(read.ok && read.value.rows[0]?.cells.slice(7)).toEqual([
    ...['"', '', '', 'Đỗ "Ba", Tư', '', 'a\nb', ','],
  ]);
  for (let end = 1; end < text.length; end++) {
    const reader = ratingReader(() => undefined);
    const isGood = reader.push(text.slice(0, end));
    expect(isGood && reader.end() === 1).toBe(false);
  }
});

/** All ratings in one file, whatever their form. */
function stored(ratings: readonly Rating[]): string {
  const [first] = ratings;
  const writer = ratingWriter(first?.questions ?? [], contextColumns);
  return [writer.header, ...ratings.map(writer.line), ''].join('\n');
}

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
  const answers = stored([rating]);
  const files = [{ name: 'answers-01.csv', sha256: sha256(answers) }];
  const whole = {
    ...record,
    files,
    source: { ...record.source, name: 'a.csv', sha256: sha256('x') },
  };
  const io = memoryIo({
    'returns/a/source.csv': 'x',
    'returns/a/answers-01.csv': answers,
    'returns/a/batch.json': JSON.stringify(whole),
  });
  const read = await readReturns('.', io);
  expect(read.ok && read.value[0]?.ratings).toEqual([rating]);
  const few = { ...storeCaps, rows: 0 };
  expect(storeCaps.rows).toBeGreaterThan(2 ** 31);
  const bytes = new TextEncoder().encode(answers);
  expect((await parseTable(bytes, 'answers-01.csv', { headerRow: 1, caps: few })).ok).toBe(false);
});

test('what is not ours is not read as ours', () => {
  const isRead = (text: string): boolean => {
    const reader = ratingReader(() => undefined);
    return reader.push(text) && reader.end() !== null;
  };
  const head = 'row,serial,form,group,unit,from_unit,from_place,void\n';
  expect(isRead(`${head}2,,01,staff,an,,,\n`)).toBe(true);
  expect(isRead('serial,q1\nx,5\n')).toBe(false);
  expect(isRead(`${head}two,,01,staff,an,,,\n`)).toBe(false);
  expect(isRead(`${head}2,,01,staff,an,,,,\n`)).toBe(false);
  expect(isRead(`${head}2,,01,staff,"an"x,,,\n`)).toBe(false);
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
  const dump = ratingDump(odd, (cells) => cells);
  for (const one of kept.ratings) dump.add(one, kept.record);
  const [first] = dump.rows();
  expect(first?.[dump.columns.indexOf('constructor')]).toBeNull();
  const other = { ...rating, questions: ['constructor'], answers: ['x'] };
  const writer = ratingWriter(['constructor'], []);
  expect([other, rating].map((one) => writer.line(one).split(',').at(-1))).toEqual(['x', '']);
});

test('a record comes back as it was', () => {
  const { record } = batch('a', { kind: 'rows', ratings: [], tallies: [], custody: [] });
  expect(parseRecord(JSON.stringify(record))).toEqual(record);
  const { formsFingerprint: _, units: __, ...older } = record;
  expect(parseRecord(JSON.stringify(older))).toEqual({ ...record, formsFingerprint: null });
  const named = { ...record, units: [{ id: 'xa-a', name: 'Xã A' }] };
  expect(parseRecord(JSON.stringify(named))).toEqual(named);
  expect(parseRecord(JSON.stringify({ ...record, units: [{ id: 'xa-a' }] }))).toBeNull();
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
