import { describe, expect, it } from 'vitest';
import type { Finding } from '../src/findings/finding.ts';
import { planJson } from '../src/plan/fingerprint.ts';
import { openPlan, type ParsedPlan, parsePlan } from '../src/plan/parse.ts';
import type { Table } from '../src/table.ts';
import { samplePlan } from './plan-sample.ts';

const frameFiles = (text: string): readonly string[] => openPlan(text, 'plan.yaml').frameFiles;

const noFrame: ReadonlyMap<string, Table | null> = new Map();

function parsed(text: string, frame = noFrame): ParsedPlan {
  const result = parsePlan(text, 'plan.yaml', frame);
  if (!result.ok) throw new Error(result.findings.map(lineOf).join('\n'));
  return result.value;
}

function lineOf({ code, at }: Finding): string {
  return at.kind === 'text' ? `${code} ${at.line}:${at.column}` : code;
}

function found(text: string, frame = noFrame): readonly string[] {
  return parsePlan(text, 'plan.yaml', frame).findings.map(lineOf);
}

function table(file: string, ...rows: readonly string[]): Table {
  const [columns = [], ...cells] = rows.map((row) => row.split(','));
  const body = cells.map((row, position) => ({ row: position + 2, cells: row, faults: [] }));
  return { file, sheet: null, columns, rows: body };
}

describe('a plan that is right', () => {
  const { plan, fingerprint, where } = parsed(samplePlan);
  const json = planJson(plan) as Record<string, unknown>;

  it('has every default filled', () => {
    expect(json).toMatchObject({
      survey: 'vi-du-2024',
      serialPrefix: 'VD24',
      document: {
        issuer: 'UBND huyện Ví Dụ',
        parent: null,
        date: null,
        month: '2024-09',
        basis: [],
      },
      fieldwork: { modes: ['online', 'paper'], address: null },
      stated: [{ name: 'Cộng hai nhóm', groups: ['deputies', 'staff'], value: 44, about: false }],
    });
    expect(plan.document.signer).toEqual({ capacity: '', title: 'CHỦ TỊCH', name: 'Nguyễn Văn A' });
  });

  it('resolves units: types of blocks, figures, those that are not ranked', () => {
    expect(plan.units.map(({ id, block, type, ranked }) => [id, block, type, ranked])).toEqual([
      ['noi-vu', 'phong', 'division', true],
      ['tu-phap', 'phong', 'legal', false],
      ['an-binh', 'xa', null, true],
      ['constructor', 'xa', null, true],
    ]);
    expect(plan.units.map(({ attributes }) => ({ ...attributes }))).toEqual([
      { desks: 3 },
      { desks: null },
      { staff: 8, visitors: 60 },
      { staff: 6, visitors: null },
    ]);
  });

  it('lets places inherit the unit that people there rate', () => {
    expect(plan.places.map(({ id, level, parent, unit }) => [id, level, parent, unit])).toEqual([
      ['ab', 0, null, 'an-binh'],
      ['ab-1', 1, 'ab', 'an-binh'],
      ['hm', 0, null, 'constructor'],
      ['hm-1', 1, 'hm', 'constructor'],
    ]);
  });

  it('resolves groups: units, quota rules, exceptions, dates, spare sheets', () => {
    expect(json.groups).toMatchObject([
      {
        about: { kind: 'units', units: ['noi-vu', 'an-binh', 'constructor'] },
        over: { kind: 'whole' },
        quota: { rule: 'total', total: 30 },
        send: '2024-09-10',
        mode: 'online',
        serial: 'required',
        stated: { value: 30, about: true },
      },
      {
        about: { kind: 'own' },
        over: { kind: 'units', units: ['an-binh', 'constructor'] },
        quota: { rule: 'counts', counts: { 'an-binh': 8, constructor: 6 } },
        except: {
          constructor: { rule: 'census', from: { kind: 'attribute', attribute: 'staff' } },
        },
        send: '2024-09-11',
        sendByUnit: { constructor: '2024-09-12' },
        mode: 'paper',
        serial: 'optional',
        spare: { sheets: 0, percent: '5' },
        stated: null,
      },
      {
        over: { kind: 'units', units: ['noi-vu'] },
        quota: { rule: 'per', take: 2, of: 'desks' },
        spare: { sheets: 2, percent: '0' },
      },
      {
        over: { kind: 'places' },
        quota: {
          rule: 'stages',
          take: { count: 5 },
          stages: [
            { level: 0, how: 'named', take: { count: 2 } },
            { level: 1, how: 'named', take: { count: 1 } },
          ],
        },
      },
      {
        quota: {
          rule: 'band',
          observed: 'visitors',
          withinPercent: '50',
          withinForms: 10,
          atLeast: 20,
          crowdedFrom: null,
          onePerVisitor: true,
        },
      },
    ]);
  });

  it('keeps codes as text and points exact', () => {
    expect(json.index).toMatchObject({
      criteria: [
        {
          code: '1',
          max: '10',
          source: null,
          notFor: ['noi-vu', 'tu-phap'],
          children: [
            {
              code: '1.10',
              max: '2.5',
              source: { kind: 'appraised' },
              notFor: ['noi-vu', 'tu-phap', 'an-binh'],
            },
            {
              code: '1.2',
              source: {
                kind: 'survey',
                as: 'share',
                parts: [
                  { group: 'deputies', weight: '0.4', questions: ['q1'] },
                  { group: 'staff', weight: '0.3', questions: ['q1', 'q2'] },
                  { group: 'households', weight: '0.1' },
                  { group: 'visitors', weight: '0.2' },
                ],
              },
            },
          ],
        },
      ],
      rank: { within: 'block', on: 'percent', ties: 'joint' },
      classes: [{ name: 'Đạt', from: '50' }, { name: 'Chưa đạt' }],
      classesByBlock: { xa: [{ name: 'Một', from: '0' }] },
      rounding: { decimals: 2, mode: 'truncate' },
    });
    expect(json.scales).toMatchObject([
      { options: [{ points: '100', positive: true }, { points: '50.5' }, { points: null }] },
    ]);
  });

  it('writes questions out on every form', () => {
    const [first, second] = plan.forms.map(({ questions }) => questions);
    expect(first).toEqual(second?.slice(0, 1));
    expect(second?.map(({ id, kind, scale, scored }) => [id, kind, scale, scored])).toEqual([
      ['q1', 'scale', 'hai-long', true],
      ['q2', 'scale', 'hai-long', true],
      ['gy', 'open', null, false],
    ]);
  });

  it('reads a month as its first and last day', () => {
    const [task] = plan.tasks;
    expect(task).toMatchObject({
      from: '2024-09-01',
      due: '2024-09-30',
      lead: ['Phòng Nội vụ'],
      support: ['A', 'B'],
    });
  });

  it('knows where its parts stand', () => {
    const lines = samplePlan.split('\n');
    const textAt = (at: ReturnType<typeof where.file>): string =>
      at.kind === 'text'
        ? (lines[at.line - 1] ?? '').slice(at.column - 1, at.column - 1 + at.length)
        : '';
    expect(textAt(where.unit('an-binh'))).toBe('an-binh');
    expect(textAt(where.place('hm-1'))).toBe('hm-1');
    expect(textAt(where.group('staff'))).toBe('staff');
    expect(textAt(where.quota('deputies'))).toBe('30');
    expect(textAt(where.quota('staff', 'an-binh'))).toBe('8');
    expect(where.quota('staff', 'an-binh')).not.toEqual(where.quota('staff', 'constructor'));
    expect(textAt(where.stated(0))).toBe('44');
    expect(textAt(where.form('02'))).toBe('"02"');
    expect(textAt(where.question('q1'))).toBe('q1');
    expect(textAt(where.question('gy'))).toBe('gy');
    expect(textAt(where.criterion('1.10'))).toBe('"1.10"');
    expect(textAt(where.task('in-phieu'))).toBe('in-phieu');
    expect(where.unit('nobody')).toEqual(where.file());
  });

  it('has a fingerprint that notes, layout, line ends and NFD do not change, but figures do', () => {
    expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const same = [
      samplePlan.replace('title: Khảo', '# ghi chú\ntitle:   Khảo'),
      samplePlan.replaceAll('\n', '\r\n'),
      samplePlan.normalize('NFD'),
    ];
    for (const text of same) expect(parsed(text).fingerprint).toBe(fingerprint);
    expect(parsed(samplePlan.replace('take: 5', 'take: 6')).fingerprint).not.toBe(fingerprint);
  });
});

describe('frame files', () => {
  const inline = /units:\n {2}- block: phong[\s\S]*?(?=places:)/;
  const fromFile = samplePlan.replace(inline, 'units: { from: frame/units.csv }\n');
  const units = table(
    'frame/units.csv',
    'block,block_name,id,name,type,ranked,desks,staff,visitors,Ghi chú',
    'phong,Các phòng,noi-vu,Phòng Nội vụ,division,,3,,,',
    'phong,Các phòng,tu-phap,Phòng Tư pháp,legal,no,unknown,,,không xếp hạng',
    'xa,Các xã,an-binh,Xã An Bình,,,,8,60,',
    'xa,Các xã,constructor,Xã Hòa Mỹ,,yes,,6,unknown,',
  );

  it('gives the same plan as units written in it', () => {
    const { plan, fingerprint, where } = parsed(fromFile, new Map([['frame/units.csv', units]]));
    expect(plan.units).toEqual(parsed(samplePlan).plan.units);
    expect(fingerprint).toBe(parsed(samplePlan).fingerprint);
    expect(where.unit('an-binh')).toEqual({
      kind: 'cell',
      file: 'frame/units.csv',
      sheet: null,
      row: 4,
      column: 'id',
    });
  });

  it('is missing at the line that names it, and units are then judged nowhere else', () => {
    expect(found(fromFile, new Map([['frame/units.csv', null]]))).toEqual([
      'plan/frame-missing 14:16',
      'plan/stated-about 28:22',
    ]);
  });

  it('are listed before anything else is read', () => {
    const roster = 'quota: { census: { roster: frame/people.xlsx } }';
    const text = fromFile
      .replace('quota: { total: 30 }', roster)
      .replace(
        'constructor: { census: staff }',
        'constructor: { census: { roster: frame/b.csv } }',
      );
    expect(frameFiles(text)).toEqual(['frame/units.csv', 'frame/people.xlsx', 'frame/b.csv']);
    expect(frameFiles('units: { from: ../secret.csv }')).toEqual([]);
    expect(frameFiles('units: { from: frame/../../secret.csv }')).toEqual([]);
    expect(frameFiles('units: [')).toEqual([]);
  });

  it('count people by unit, however its name is written; a list that is not there is null', () => {
    const text = samplePlan.replace(
      /quota: \{ counts: .*/,
      'quota: { census: { roster: frame/people.csv, due: 2024-09-01 } }',
    );
    const people = table(
      'frame/people.csv',
      'họ tên,Đơn vị',
      'A,an-binh',
      'B,XÃ AN BÌNH',
      'C,X. Hoà Mỹ',
    );
    const quota = (frame: Table | null): unknown => {
      const rule = parsed(text, new Map([['frame/people.csv', frame]])).plan.groups[1]?.quota;
      return rule?.rule === 'census' && rule.from.kind === 'roster' ? rule.from : rule;
    };
    expect(quota(people)).toMatchObject({
      due: '2024-09-01',
      counts: { 'an-binh': 2, constructor: 1 },
    });
    expect(quota(null)).toMatchObject({ counts: null });
  });
});

describe('a plan that is wrong', () => {
  it('tells everything at once, also across sections', () => {
    const text = samplePlan
      .replace('closes: 2024-09-30', 'closes: 30/9/2024')
      .replace('max: 7.5', 'max: 7,5x')
      .replace('form: "01"', 'form: "1"')
      .replace('code: 3, label: Hài lòng', 'code: 9, label: Hài lòng');
    const codes = found(text).map((line) => line.split(' ')[0]);
    expect(codes.sort()).toEqual([
      'plan/duplicate-id',
      'plan/not-a-date',
      'plan/not-a-decimal',
      'plan/stated-about',
      'plan/unknown-name',
    ]);
  });

  it('does not complain about what follows from an unreadable section', () => {
    expect(found(samplePlan.replace('take: 5,', 'take: five,'))).toEqual([
      'plan/not-a-count 62:30',
      // True of the plan as it stands, whatever is mended above it.
      'plan/no-criterion-for 86:3',
    ]);
  });

  it('reads scalars as they stand', () => {
    const text = samplePlan.replace('ranked: no', 'ranked: No');
    expect(found(text)).toEqual(['plan/not-yes-no 20:69', 'plan/stated-about 39:22']);
  });
});
