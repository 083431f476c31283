/** The workbook of rejected rows is headed in Vietnamese, and both ways of heading it are passed over at import. */
import { expect, test } from 'vitest';
import { rejectedWorkbook } from '../src/commands/returns-mending.ts';
import { bytesSource } from '../src/formats/byte-source.ts';
import { parseTable } from '../src/formats/read-table.ts';
import { nameKey } from '../src/names.ts';
import { fieldKeys } from '../src/returns/fields.ts';
import { isMendedList, rejectedLead, rejectedLeadVi } from '../src/returns/mended-rows.ts';

const csv =
  'row,code,column,message,fix,serial,q1\r\n3,returns/unknown-option,q1,sai,sửa,T-1,9\r\n';

test.each([
  ['vi', rejectedLeadVi],
  ['en', rejectedLead],
] as const)('in %s', async (lang, lead) => {
  const book = await rejectedWorkbook({
    ...{ file: 'a.csv', bytes: new Uint8Array(0), sheet: null, headerRow: 1, mapping: [], lang },
    csv: bytesSource(new TextEncoder().encode(csv)),
    marks: [{ row: 3, column: 'q1', text: 'sai' }],
  });
  const read = book === null ? null : await parseTable(book, 'rejected.xlsx');
  if (read?.ok !== true) throw new Error('not read');
  expect(read.value.columns).toEqual([...lead, 'serial', 'q1']);
  expect(isMendedList(read.value)).toBe(true);
  for (const kind of ['rows', 'tallies'] as const) {
    for (const heading of lead) expect(fieldKeys(kind).get(nameKey(heading))).toBe('unused');
  }
});
