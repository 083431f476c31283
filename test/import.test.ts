/** `survey import`, `returns` and `status` as a whole, in memory: what is written, and what a kill leaves. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exit } from '../src/commands/exit.ts';
import { type ImportOptions, importCommand } from '../src/commands/import.ts';
import { readReturns } from '../src/commands/read-returns.ts';
import { returnsList } from '../src/commands/returns.ts';
import { returnsDump } from '../src/commands/returns-dump.ts';
import { returnsRejected } from '../src/commands/returns-rejected.ts';
import { returnsUndo } from '../src/commands/returns-undo.ts';
import { statusCommand } from '../src/commands/status.ts';
import type { Io } from '../src/io.ts';
import { writeSerial } from '../src/packets/serial.ts';
import { answerTo } from '../src/stats/answers.ts';

import { type MemoryIo, memoryIo } from './memory-io.ts';

const planText = readFileSync(
  join(import.meta.dirname, 'bad', 'returns', 'repeated', 'plan.yaml'),
  'utf8',
);

const common = { plan: '.', json: false, strict: false, maxErrors: 20 };
const importing: ImportOptions = {
  ...common,
  dryRun: false,
  out: null,
  files: ['phieu.csv'],
  sheet: null,
  kind: null,
  group: null,
  form: null,
  as: 'returns',
  sheets: null,
  mapping: null,
  delimiter: null,
  encoding: null,
  decimal: null,
  dates: null,
  separate: false,
};

/** Sheets of staff in An Bình, as the packets print them. */
const shape = { prefix: 'T24', formDigits: 2, packetDigits: 3 };
const s1 = writeSerial(shape, 1, 1, 1);
const s2 = writeSerial(shape, 1, 1, 2);
const s3 = writeSerial(shape, 1, 1, 3);
const good = `serial,q1,q2,gy\n${s1},5,4,"Tốt, cảm ơn"\n${s2},3,,\n`;
const mixed = `${good}${s3},7,4,=1+1\n`;

function store(files: Readonly<Record<string, string>> = {}): MemoryIo {
  return memoryIo({ 'plan.yaml': planText, ...files });
}

function kept(io: MemoryIo): readonly string[] {
  return [...io.files.keys()].filter((file) => file.startsWith('returns/')).sort();
}

function id(io: MemoryIo): string {
  return kept(io)[0]?.split('/')[1] ?? '';
}

describe('survey import', () => {
  test('keeps the source, the accepted rows and the record in one folder', async () => {
    const io = store({ 'phieu.csv': good });
    expect(await importCommand(importing, io)).toBe(exit.done);
    const folder = `returns/${id(io)}`;
    expect(id(io)).toMatch(/^phieu-[0-9a-f]{8}$/);
    expect(kept(io)).toEqual(
      ['answers-01.csv', 'batch.json', 'source.csv'].map((name) => `${folder}/${name}`),
    );
    expect(io.text(`${folder}/source.csv`)).toBe(good);
    expect(io.text(`${folder}/answers-01.csv`)).toBe(
      'row,serial,form,group,unit,from_unit,from_place,void,q1,q2,gy\n' +
        `2,${s1},01,staff,an,an,,,5,4,"Tốt, cảm ơn"\n` +
        `3,${s2},01,staff,an,an,,,3,,\n`,
    );
    expect(JSON.parse(io.text(`${folder}/batch.json`))).toMatchObject({
      kind: 'rows',
      source: { name: 'phieu.csv', bytes: new TextEncoder().encode(good).length, sheet: null },
      counts: { read: 2, accepted: 2, rejected: 0 },
      importedBy: 'tester',
      importedAt: '2023-09-21T08:00:00Z',
      simulated: null,
    });
    expect(io.outText()).toContain('nhận 2, loại 0');
    expect(io.errText()).toContain('survey status');
  });

  test('takes the good rows, and gives the bad ones back with reasons in a file that can be mended', async () => {
    const io = store({ 'phieu.csv': mixed });
    expect(await importCommand(importing, io)).toBe(exit.rejections);
    const rejected = io.text(`returns/${id(io)}/rejected.csv`);
    expect(
      rejected.startsWith(
        '\ufeffrow,code,column,message,fix,serial,q1,q2,gy\r\n4,returns/unknown-option,q1,',
      ),
    ).toBe(true);
    expect(rejected).toContain(`,${s3},7,4,'=1+1`);
    await io.write('sua.csv', rejected.replace(',7,4,', ',2,4,'));
    expect(await importCommand({ ...importing, files: ['sua.csv'] }, io)).toBe(exit.done);
    const batches = await readReturns('.', io);
    expect(batches.ok && batches.value.map(({ ratings }) => ratings.length).sort()).toEqual([1, 2]);
  });

  test('nothing is taken when every row is rejected, and nothing is written with --dry-run', async () => {
    const io = store({ 'phieu.csv': `serial,q1,q2\n${s1},7,7\n` });
    expect(await importCommand(importing, io)).toBe(exit.findings);
    expect(kept(io)).toEqual([]);
    const dry = store({ 'phieu.csv': good });
    expect(await importCommand({ ...importing, dryRun: true }, dry)).toBe(exit.done);
    expect(kept(dry)).toEqual([]);
  });

  test('the same file again changes nothing, under another name too', async () => {
    const io = store({ 'phieu.csv': good, 'ban-sao.csv': good });
    await importCommand(importing, io);
    const before = [...io.files];
    expect(await importCommand(importing, io)).toBe(exit.findings);
    expect(await importCommand({ ...importing, files: ['ban-sao.csv'] }, io)).toBe(exit.findings);
    expect([...io.files]).toEqual(before);
    expect(io.errText()).toContain('returns/already-imported');
  });

  test('several files: each on its own, later ones seeing the earlier', async () => {
    const io = store({ 'a.csv': good, 'b.csv': `serial,q1,q2\n${s1},5,5\n${s3},1,1\n` });
    const files = ['a.csv', 'khong-co.csv', 'b.csv'];
    expect(await importCommand({ ...importing, files, json: true }, io)).toBe(exit.rejections);
    const { files: told } = JSON.parse(io.outText()) as {
      files: { counts: unknown; findings: { code: string }[] }[];
    };
    expect(told.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      [],
      ['file/not-found'],
      ['returns/conflict'],
    ]);
  });

  test('the mended original is imported again: rows that are there are passed over', async () => {
    const io = store({ 'phieu.csv': mixed });
    expect(await importCommand(importing, io)).toBe(exit.rejections);
    await io.write('phieu.csv', mixed.replace(',7,4,', ',2,4,'));
    expect(await importCommand(importing, io)).toBe(exit.done);
    expect(io.outText()).toContain('Bỏ qua 2 dòng đã nhập trước');
    const batches = await readReturns('.', io);
    expect(batches.ok && batches.value.map(({ ratings }) => ratings.length).sort()).toEqual([1, 2]);
    await io.write('phieu.csv', `${mixed.replace(',7,4,', ',2,4,')}\n`);
    const before = kept(io);
    expect(await importCommand(importing, io)).toBe(exit.done);
    expect(kept(io)).toEqual(before);
    expect(io.outText()).toContain('không có gì mới');
  });

  test('replies without serial are passed over when the whole earlier file comes again', async () => {
    const head = 'unit,group,q1,q3\n';
    const io = store({ 'qr.csv': `${head}hoa,visitors,5,K\nan,visitors,4,K\n` });
    await importCommand({ ...importing, files: ['qr.csv'] }, io);
    await io.write('qr.csv', `${head}hoa,visitors,5,K\nan,visitors,4,K\nan,visitors,4,K\n`);
    expect(await importCommand({ ...importing, files: ['qr.csv'] }, io)).toBe(exit.done);
    const batches = await readReturns('.', io);
    expect(batches.ok && batches.value.map(({ ratings }) => ratings.length).sort()).toEqual([1, 2]);
    const other = store({
      'a.csv': `${head}hoa,visitors,5,K\n`,
      'b.csv': `${head}hoa,visitors,5,K\n\n`,
    });
    await importCommand({ ...importing, files: ['a.csv', 'b.csv'] }, other);
    const both = await readReturns('.', other);
    expect(both.ok && both.value).toHaveLength(2);
  });

  test('void rows are named, a missing file among others is named again at the end', async () => {
    const io = store({ 'phieu.csv': `${good}${s3},,,\n` });
    const files = ['phieu.csv', 'khong-co.csv'];
    expect(await importCommand({ ...importing, files }, io)).toBe(exit.rejections);
    expect(io.outText()).toContain(`dòng 4 (phiếu ${s3}): để trắng`);
    expect(io.outText()).toContain('Nhận 1 trong 2 tệp. CHƯA NHẬP: khong-co.csv');
    const none = store();
    expect(await importCommand({ ...importing, files }, none)).toBe(exit.findings);
  });

  test('a workbook that is open, and lock files', async () => {
    const io = store({ 'phieu.csv': good, '~$phieu.csv': 'x', '.~lock.phieu.csv#': 'x' });
    expect(await importCommand(importing, io)).toBe(exit.done);
    expect(io.errText()).toContain('returns/workbook-open');
    expect(await importCommand({ ...importing, files: ['.~lock.phieu.csv#'] }, io)).toBe(
      exit.findings,
    );
    expect(io.errText()).toContain('file/lock-file');
  });

  test('rehearsal files go into a rehearsal folder only, and real ones only elsewhere', async () => {
    const simulated = `serial,q1,q2,simulated\n${s1},5,4,7\n`;
    const io = store({ 'tap/rehearsal.json': '{}', 'tap/incoming/phieu.csv': simulated });
    const files = ['tap/incoming/phieu.csv'];
    expect(await importCommand({ ...importing, files }, io)).toBe(exit.findings);
    expect(io.errText()).toContain('thư mục diễn tập của nó là “tap”');
    await io.write('rehearsal.json', '{}');
    expect(await importCommand({ ...importing, files }, io)).toBe(exit.done);
    await io.write('that.csv', good);
    expect(await importCommand({ ...importing, files: ['that.csv'] }, io)).toBe(exit.findings);
    expect(io.errText()).toContain('returns/rehearsal-folder');
  });

  test('a stored file that was edited or cut short is refused, not read', async () => {
    const io = store({ 'phieu.csv': good });
    await importCommand(importing, io);
    const file = `returns/${id(io)}/answers-01.csv`;
    await io.write(file, io.text(file).replace(',5,4,', ',1,4,'));
    const batches = await readReturns('.', io);
    expect(batches.ok).toBe(false);
    expect(batches.findings[0]).toMatchObject({
      code: 'returns/broken-batch',
      args: { why: 'changed' },
    });
  });

  test('an edited or missing source and data put beside it are noticed; notes are not data', async () => {
    const start = async () => {
      const io = store({ 'phieu.csv': good });
      await importCommand(importing, io);
      return { io, folder: `returns/${id(io)}` };
    };
    const changes: readonly ((io: MemoryIo, folder: string) => Promise<void>)[] = [
      (io, folder) => io.write(`${folder}/source.csv`, `${good}\n`),
      (io, folder) => io.remove(`${folder}/source.csv`),
      (io, folder) => io.write(`${folder}/answers-02.csv`, 'row\n'),
      (io, folder) => io.write(`${folder}/tallies.csv`, 'row\n'),
      (io, folder) => io.write(`${folder}/source.xlsx`, 'x'),
    ];
    for (const change of changes) {
      const { io, folder } = await start();
      await change(io, folder);
      const batches = await readReturns('.', io);
      expect(batches.findings.map(({ code, args }) => [code, args])).toEqual([
        ['returns/broken-batch', { batch: id(io), why: 'changed' }],
      ]);
    }
    const { io, folder } = await start();
    await io.write(`${folder}/ghi-chu.txt`, 'đã đối chiếu');
    expect((await readReturns('.', io)).findings).toEqual([]);
  });

  test('control characters in kept words reject their row; rejected.csv shows them written out', async () => {
    const head = 'serial,q1,q2,gy,Lý do\n';
    const text = `${head}${s1},5,4,a\u001b[31mb,\n${s2},5,4,,rách\u202e\n${s3},5,4,"Tốt\nlắm",\n`;
    const io = store({ 'phieu.csv': text });
    expect(await importCommand({ ...importing, json: true }, io)).toBe(exit.rejections);
    const { files } = JSON.parse(io.outText()) as {
      files: { findings: { code: string; row: number; heading: string }[] }[];
    };
    expect(files[0]?.findings.map(({ code, row, heading }) => [code, row, heading])).toEqual([
      ['returns/control-character', 2, 'gy'],
      ['returns/control-character', 3, 'Lý do'],
    ]);
    const rejected = io.text(`returns/${id(io)}/rejected.csv`);
    expect(rejected).toContain(String.raw`a\x1b[31mb`);
    expect(rejected).toContain(String.raw`rách\u202e`);
    for (const raw of ['\u001b', '\u202e']) expect(rejected).not.toContain(raw);
    const batches = await readReturns('.', io);
    expect(batches.ok && batches.value[0]?.ratings.map((one) => answerTo(one, 'gy'))).toEqual([
      'Tốt\nlắm',
    ]);
  });

  test('what does not read back is not published', async () => {
    const io = store({ 'phieu.csv': good });
    const forgetful: Io = {
      ...io,
      sink: async (file, overwrite) => {
        const sink = await io.sink(file, overwrite);
        const close = async () => {
          const written = await sink.close();
          if (file.includes('answers-')) await io.write(file, io.text(file).slice(0, -9));
          return written;
        };
        return { ...sink, close };
      },
    };
    await expect(importCommand(importing, forgetful)).rejects.toThrow('read back');
    expect(kept(io)).toEqual([]);
  });

  test('a returns that is no folder is a fault of the disk, not an empty store', async () => {
    const io = store({ 'phieu.csv': good, returns: 'x' });
    const broken = expect.objectContaining({ kind: 'not-a-folder', path: 'returns' });
    await expect(readReturns('.', io)).rejects.toEqual(broken);
    await expect(importCommand(importing, io)).rejects.toEqual(broken);
  });
});

describe('killed at any moment', () => {
  /** Throws at the n-th change of the disk, as a kill would. */
  function dyingAt(io: MemoryIo, at: number): { io: Io; steps: () => number } {
    let steps = 0;
    const step =
      <A extends unknown[], R>(action: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        if (steps++ >= at) throw new Error('killed');
        return action(...args);
      };
    return {
      io: {
        ...io,
        write: step(io.write),
        snapshot: step(io.snapshot.bind(io)),
        sink: step(async (file, overwrite) => {
          const sink = await io.sink(file, overwrite);
          return { write: step(sink.write), close: step(sink.close) };
        }),
        stage: step(io.stage),
        publish: step(io.publish),
        remove: step(io.remove),
        makeFolder: step(io.makeFolder),
      },
      steps: () => steps,
    };
  }

  async function dump(io: MemoryIo): Promise<string> {
    let said = '';
    const fresh: Io = {
      ...io,
      out: (text) => {
        said += text;
      },
    };
    expect(await returnsDump(common, fresh)).toBe(exit.done);
    return said;
  }

  test('an import is there whole or not at all, and running it again gives the whole', async () => {
    const whole = store({ 'phieu.csv': mixed });
    const counter = dyingAt(whole, Number.POSITIVE_INFINITY);
    await importCommand(importing, counter.io);
    const after = await dump(whole);
    const before = await dump(store());
    expect(counter.steps()).toBeGreaterThan(4);
    for (let at = 0; at < counter.steps(); at++) {
      const io = store({ 'phieu.csv': mixed });
      await expect(importCommand(importing, dyingAt(io, at).io)).rejects.toThrow('killed');
      expect([before, after]).toContain(await dump(io));
      await importCommand(importing, io);
      expect(await dump(io)).toBe(after);
      expect(kept(io).filter((file) => file.includes('/.'))).toEqual([]);
      expect(kept(io)).toEqual(kept(whole));
    }
  });

  test('an undo is done or not, and can be run again', async () => {
    const start = async () => {
      const io = store({ 'phieu.csv': good });
      await importCommand(importing, io);
      return io;
    };
    const undoing = async (io: Io, batch: string) =>
      returnsUndo({ ...common, id: batch, why: 'gõ nhầm' }, io);
    const example = await start();
    const counter = dyingAt(example, Number.POSITIVE_INFINITY);
    const batch = id(example);
    await undoing(counter.io, batch);
    for (let at = 0; at < counter.steps(); at++) {
      const io = await start();
      await expect(undoing(dyingAt(io, at).io, batch)).rejects.toThrow('killed');
      await undoing(io, batch);
      expect(kept(io)).toEqual(kept(example));
    }
  });

  test('an import whose folder is swept away by another one says busy and publishes nothing', async () => {
    const io = store({ 'phieu.csv': good, 'khac.csv': `serial,q1,q2\n${s3},1,1\n` });
    let isOther = false;
    const racing: Io = {
      ...io,
      write: async (file, content) => {
        await io.write(file, content);
        if (isOther) return;
        isOther = true;
        await importCommand({ ...importing, files: ['khac.csv'] }, io);
      },
    };
    expect(await importCommand(importing, racing)).toBe(exit.busy);
    const batches = await readReturns('.', io);
    expect(batches.ok && batches.value.map(({ record }) => record.source.name)).toEqual([
      'khac.csv',
    ]);
  });
});

describe('survey returns', () => {
  test('undo moves the import aside with its reason; it can be imported and undone again', async () => {
    const io = store({ 'phieu.csv': good });
    await importCommand(importing, io);
    const batch = id(io);
    const undo = { ...common, id: batch, why: 'nhập nhầm đợt' };
    expect(await returnsUndo({ ...undo, why: ' ' }, io)).toBe(exit.findings);
    expect(await returnsUndo(undo, io)).toBe(exit.done);
    expect(await importCommand(importing, io)).toBe(exit.done);
    expect(await returnsUndo(undo, io)).toBe(exit.done);
    expect(io.text(`returns/undone/${batch}/undo.json`)).toContain('nhập nhầm đợt');
    expect(io.files.has(`returns/undone/${batch}-2/source.csv`)).toBe(true);
    expect(await returnsUndo(undo, io)).toBe(exit.findings);
    await returnsList({ ...common, json: true, undone: true }, io);
    const said = JSON.parse(io.outText().slice(io.outText().indexOf('{'))) as {
      imports: { id: string; undo: { why: string; by: string } }[];
    };
    expect(said.imports.map((one) => [one.id, one.undo.why, one.undo.by])).toEqual([
      [batch, 'nhập nhầm đợt', 'tester'],
      [`${batch}-2`, 'nhập nhầm đợt', 'tester'],
    ]);
  });

  test('two offices merge by copying folders; the dump does not tell in which order', async () => {
    const one = store({ 'to-1.csv': good });
    const two = store({ 'to-2.csv': `unit,group,q1,q3\nhoa,visitors,5,K\n` });
    await importCommand({ ...importing, files: ['to-1.csv'] }, one);
    await importCommand({ ...importing, files: ['to-2.csv'] }, two);
    const files = (io: MemoryIo) => [...io.files].filter(([file]) => file.startsWith('returns/'));
    const merged = async (parts: readonly (readonly [string, Uint8Array])[]): Promise<string> => {
      const io = memoryIo({ 'plan.yaml': planText, ...Object.fromEntries(parts) });
      expect(await returnsDump(common, io)).toBe(exit.done);
      return io.outText();
    };
    const dump = await merged([...files(one), ...files(two)]);
    expect(await merged([...files(two), ...files(one)])).toBe(dump);
    const [head, ...rows] = dump.split('\n');
    expect(head).toBe(
      'form,group,unit,from_unit,from_place,serial,reply,void,at,collector,keyed_by,q1,q2,gy,nhom,q3,batch,row',
    );
    expect(rows.map((row) => row.split(',').slice(0, 3).join())).toEqual([
      '01,staff,an',
      '01,staff,an',
      '03,visitors,hoa',
      '',
    ]);
  });

  test('the dump does not print forms twice where a folder was copied', async () => {
    const io = store({ 'phieu.csv': mixed });
    await importCommand(importing, io);
    const copied = [...io.files].map(([file, bytes]) => {
      return [file.replace(/^returns\/[^/]+/, 'returns/ban-sao'), bytes] as const;
    });
    const both = memoryIo(Object.fromEntries([...io.files, ...copied]));
    expect(await returnsDump(common, both)).toBe(exit.findings);
    expect(both.outText()).toBe('');
    expect(both.errText()).toContain('returns/same-source');
  });

  test('rejected rows of one import, or of all', async () => {
    const io = store({ 'phieu.csv': mixed });
    await importCommand(importing, io);
    const only = memoryIo(Object.fromEntries(io.files));
    await returnsRejected({ ...common, id: null }, only);
    expect(only.outText()).toMatch(
      new RegExp(
        `^Lần nhập,Dòng,Sê-ri,.*,Cách sửa,Đã nhận ở lần nhập\\n${id(io)},4,${s3},,q1,returns/unknown-option,`,
      ),
    );
    const one = memoryIo(Object.fromEntries(io.files));
    await returnsRejected({ ...common, id: id(io) }, one);
    expect(one.outText()).toMatch(/^row,code,column,message,fix,serial,q1,q2,gy\n4,/);
    await only.write('phieu.csv', mixed.replace(',7,4,', ',2,4,'));
    await importCommand(importing, only);
    const since = memoryIo(Object.fromEntries(only.files));
    await returnsRejected({ ...common, id: null, json: true }, since);
    const { columns, rows } = JSON.parse(since.outText()) as {
      columns: string[];
      rows: string[][];
    };
    const [row] = rows;
    expect(columns).toContain('accepted_in');
    expect(row?.[columns.indexOf('accepted_in')]).toMatch(/^phieu-/);
    expect(row?.[columns.indexOf('accepted_in')]).not.toBe(row?.[0]);
  });
});

describe('survey status', () => {
  test('a surplus hides no gap, and a unit that the grid sheets pass over is named', async () => {
    const tally =
      'Đơn vị,Nhóm,Câu hỏi,5,4,3,2,1,Có,Không,Phát ra,Thu về,Hợp lệ,Không hợp lệ\n' +
      'an,delegates,q1,5,0,0,0,0,,,5,5,5,0\nan,delegates,q3,,,,,,0,5,,,,\n' +
      'an,visitors,q1,9,0,0,0,0,,,9,9,9,0\nan,visitors,q3,,,,,,0,9,,,,\n';
    const io = store({ 'dem.csv': tally });
    expect(await importCommand({ ...importing, files: ['dem.csv'] }, io)).toBe(exit.done);
    const json = memoryIo(Object.fromEntries(io.files));
    await statusCommand({ ...common, json: true }, json);
    const { page, gaps, surpluses } = JSON.parse(json.outText()) as {
      page: { rows: { cells: Record<string, unknown> }[]; notes: string[] };
      gaps: { unit: { id: string }; ratings: number; sheets: number }[];
      surpluses: unknown[];
    };
    expect(gaps.map(({ unit, ratings, sheets }) => [unit.id, ratings, sheets])).toEqual([
      ['hoa', 0, 5],
      ['cam', 0, 5],
    ]);
    const visitors = page.rows.find(({ cells }) => cells.name === 'Người dân giao dịch');
    expect(visitors?.cells).toMatchObject({ quota: 12, valid: 9, missing: 8, percent: '33.3' });
    expect(surpluses).toEqual([
      { kind: 'valid', name: 'Người dân giao dịch, Xã An Bình', count: 9, limit: 4 },
    ]);
    expect(page.notes).toContain('Đại biểu: còn thiếu lượt đánh giá cho Xã Hòa Bình (0/5).');
  });

  test('counts returned and valid forms against the quota, and the days that are left', async () => {
    const tally =
      'Đơn vị,Nhóm,Câu hỏi,5,4,3,2,1,Phát ra,Thu về,Hợp lệ,Không hợp lệ\n' +
      'Xã Hòa Bình,staff,q1,3,0,0,0,0,4,4,3,1\nXã Hòa Bình,staff,q2,0,3,0,0,0,,,,\n';
    const io = memoryIo(
      { 'plan.yaml': planText, 'phieu.csv': good, 'dem.csv': tally },
      { now: () => new Date('2024-09-27T18:00:00Z') },
    );
    await importCommand({ ...importing, files: ['phieu.csv', 'dem.csv'] }, io);
    const json = memoryIo(Object.fromEntries(io.files), { now: io.now });
    expect(await statusCommand({ ...common, json: true }, json)).toBe(exit.done);
    const { page } = JSON.parse(json.outText()) as {
      page: { rows: { style: string; cells: Record<string, unknown> }[]; notes: string[] };
    };
    const cells = page.rows.map(
      ({ cells: { name, quota, issued, returned, valid, missing, percent } }) => [
        name,
        quota,
        issued,
        returned,
        valid,
        missing,
        percent,
      ],
    );
    expect(cells.slice(0, 5)).toEqual([
      ['Công chức', 12, null, 6, 5, 7, '41.7'],
      ['Xã An Bình', 4, null, 2, 2, 2, '50.0'],
      ['Xã Hòa Bình', 4, 4, 4, 3, 1, '75.0'],
      ['Xã Cẩm Sơn', 4, null, 0, 0, 4, '0.0'],
      ['Đại biểu', 5, null, 0, 0, 5, '0.0'],
    ]);
    expect(cells.at(-1)).toEqual(['TỔNG CỘNG', 29, null, 6, 5, 24, '17.2']);
    // 18:00 UTC on the 27th is already the 28th in Vietnam.
    expect(page.notes[0]).toBe('Hạn thu phiếu: 30/09/2024, còn 2 ngày.');
  });
});
