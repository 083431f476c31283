/** `survey plan calendar`: what has a date, the calendar file read back by a reader of its own, the Gantt sheet. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { icsText } from '../src/commands/plan-calendar.ts';
import { type IcsEvent, renderIcs } from '../src/formats/ics.ts';
import { addDays, daysBetween } from '../src/plan/dates.ts';
import type { Group, Plan, Task } from '../src/plan/plan.ts';
import { dayOff } from '../src/plan/working-days.ts';
import { monthPeriod } from '../src/schedule/days.ts';
import { ganttPage } from '../src/schedule/gantt.ts';
import { periodsOf, stepOf } from '../src/schedule/periods.ts';
import { schedule } from '../src/schedule.ts';
import { zero } from '../src/stats/exact.ts';
import { emptyPlan, plainGroup } from './plan-literals.ts';
import { runLine } from './run-line.ts';

const work = mkdtempSync(join(tmpdir(), 'survey-calendar-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Component {
  readonly name: string;
  /** `SUMMARY` → values; parameters are kept in the key: `DTSTART;VALUE=DATE`. */
  readonly lines: ReadonlyMap<string, readonly string[]>;
}

/** RFC 5545 §3.1 read from the text alone: CRLF, folding, one level of components. */
function readIcs(text: string): readonly Component[] {
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line, 'utf8'), line).toBeLessThanOrEqual(75);
  }
  const components: { name: string; lines: Map<string, string[]> }[] = [];
  const open: { name: string; lines: Map<string, string[]> }[] = [];
  for (const line of text.replaceAll('\r\n ', '').trimEnd().split('\r\n')) {
    const at = line.search(/:/);
    const [key, value] = [line.slice(0, at), line.slice(at + 1)];
    if (key === 'BEGIN') open.push({ name: value, lines: new Map() });
    else if (key === 'END') {
      const closed = open.pop();
      expect(closed?.name).toBe(value);
      if (closed !== undefined) components.push(closed);
    } else {
      const { lines } = open.at(-1) ?? { lines: new Map<string, string[]>() };
      lines.set(key, [...(lines.get(key) ?? []), value]);
    }
  }
  expect(open).toEqual([]);
  return components;
}

function textValue(component: Component | undefined, key: string): string | undefined {
  const value = component?.lines.get(key)?.[0];
  // §3.3.11: only \\ \; \, \n may stand in a text.
  expect(value ?? '').toMatch(/^(?:[^\\;,]|\\[\\;,nN])*$/);
  return value?.replace(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? '\n' : mark));
}

const eventsIn = (text: string): readonly Component[] =>
  readIcs(text).filter(({ name }) => name === 'VEVENT');

const plainTask: Task = {
  id: 'viec',
  no: null,
  phase: null,
  name: 'Việc',
  lead: [],
  support: [],
  product: null,
  from: null,
  due: null,
  months: false,
  days: null,
  after: [],
  when: null,
};

const group = (id: string, over: Partial<Group>): Group => ({
  ...plainGroup,
  id,
  name: `Nhóm ${id}`,
  people: id,
  form: '01',
  about: { kind: 'own' },
  priority: 1,
  over: { kind: 'whole' },
  quota: { rule: 'total', total: 5 },
  except: {},
  spare: { sheets: 0, percent: zero },
  send: null,
  sendByUnit: {},
  mode: 'paper',
  serial: 'required',
  stated: null,
  ...over,
});

const unit = (id: string, name: string) =>
  ({ id, name, block: 'xa', type: null, ranked: true, attributes: {}, was: [] }) as const;

const plan: Plan = {
  ...emptyPlan,
  survey: 'thu-2027',
  title: 'Khảo sát thử; "một, hai"',
  units: [unit('a', 'Xã A'), unit('b', 'Xã B'), unit('c', 'Xã C')],
  fieldwork: {
    ...emptyPlan.fieldwork,
    opens: '2027-10-18',
    closes: '2027-10-29',
    windows: [
      { name: 'Phát phiếu', from: '2027-10-18', to: '2027-10-19', daily: null },
      {
        name: 'Báo cáo',
        from: '2027-10-18',
        to: '2027-10-20',
        daily: { from: '16:30', to: '17:00' },
      },
      {
        name: 'Báo cáo',
        from: '2027-10-21',
        to: '2027-10-21',
        daily: { from: '06:00', to: '06:30' },
      },
    ],
  },
  groups: [
    group('mot', { send: '2027-10-18' }),
    group('hai', {
      over: { kind: 'units', units: ['a', 'b', 'c'] },
      send: '2027-10-18',
      sendByUnit: { c: '2027-10-20' },
    }),
    group('ba', {
      over: { kind: 'units', units: ['a', 'b'] },
      send: '2027-10-20',
      roster: {
        file: 'frame/ba.csv',
        due: '2027-10-08',
        holds: 'everybody',
        within: null,
        counts: null,
      },
    }),
  ],
  tasks: [
    {
      ...plainTask,
      id: 'in',
      no: '1',
      name: 'In phiếu',
      lead: ['Sở A'],
      from: '2027-10-04',
      due: '2027-10-15',
    },
    { ...plainTask, id: 'hop', name: 'Họp', due: '2027-10-11' },
    {
      ...plainTask,
      id: 'bao-cao',
      name: 'Báo cáo',
      from: '2027-11-01',
      due: '2027-11-30',
      months: true,
    },
    { ...plainTask, id: 'tuyen-truyen', name: 'Tuyên truyền', when: 'Thường xuyên' },
  ],
};

describe('what has a date', () => {
  const { events, undated } = schedule(plan, 'vi');

  test('is listed once, by day', () => {
    expect(events.map(({ kind, id, from, to }) => `${kind} ${id} ${from} ${to}`)).toEqual([
      'task in 2027-10-04 2027-10-15',
      'roster frame-ba-csv 2027-10-08 2027-10-08',
      'task hop 2027-10-11 2027-10-11',
      'send 2027-10-18 2027-10-18 2027-10-18',
      'fieldwork fieldwork 2027-10-18 2027-10-29',
      'window phat-phieu 2027-10-18 2027-10-19',
      'window bao-cao 2027-10-18 2027-10-20',
      'send 2027-10-20 2027-10-20 2027-10-20',
      'window bao-cao-2 2027-10-21 2027-10-21',
      'task bao-cao 2027-11-01 2027-11-30',
    ]);
    expect(undated.map(({ id }) => id)).toEqual(['tuyen-truyen']);
  });

  test('a send date names its groups, and the units where not all of a group go', () => {
    const sends = events.filter(({ kind }) => kind === 'send');
    expect(sends.map(({ title, details }) => [title, ...details])).toEqual([
      ['Gửi phiếu: Nhóm mot; Nhóm hai (2 đơn vị)', 'Nhóm hai: Xã A, Xã B'],
      ['Gửi phiếu: Nhóm hai (1 đơn vị); Nhóm ba', 'Nhóm hai: Xã C'],
    ]);
    const [, last] = schedule(plan, 'en').events.filter(({ kind }) => kind === 'send');
    expect(last?.title).toBe('Forms go out: Nhóm hai (1 unit); Nhóm ba');
  });

  test('names that are alike, or look like a numbered one, have ids of their own', () => {
    const windows = ['Đợt', 'Đợt', 'Đợt 2', 'Đợt…'].map((name) => {
      return { name, from: '2027-10-18', to: '2027-10-18', daily: null };
    });
    const dated = { ...plan, fieldwork: { ...plan.fieldwork, windows } };
    const found = schedule(dated, 'vi').events.filter(({ kind }) => kind === 'window');
    expect(found.map(({ id }) => id)).toEqual(['dot', 'dot-3', 'dot-2', 'dot-4']);
  });

  test('months stay months', () => {
    expect(events.at(-1)?.months).toBe('11/2027');
    expect(monthPeriod('2027-01-01', '2027-03-31')).toBe('01/2027 – 3/2027');
    expect(monthPeriod('2027-10-11', '2027-11-30')).toBe('11/10/2027 – 11/2027');
  });
});

describe('the calendar file', () => {
  const stamp = new Date('2027-10-29T08:00:00Z');
  const text = icsText(schedule(plan, 'vi'), plan, 'vi', stamp);
  const events = eventsIn(text);
  const byUid = (part: string): Component | undefined =>
    events.find(({ lines }) => lines.get('UID')?.[0]?.startsWith(`thu-2027/${part}`));

  test('has every event once, each with what RFC 5545 asks for', () => {
    expect(events).toHaveLength(10);
    const uids = events.map(({ lines }) => lines.get('UID')?.[0]);
    expect(new Set(uids).size).toBe(10);
    for (const { lines } of events) {
      expect(lines.get('DTSTAMP')).toEqual(['20271029T080000Z']);
      expect([...lines.keys()].filter((key) => key.startsWith('DTSTART'))).toHaveLength(1);
      expect(lines.get('SUMMARY')).toHaveLength(1);
    }
    const kinds = uids.map((uid) => uid?.split('/')[1]);
    expect(kinds.filter((kind) => kind === 'task')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'send')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'window')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'roster' || kind === 'fieldwork')).toHaveLength(2);
  });

  test('ends whole days on the day after', () => {
    const { lines } = byUid('task/in@') ?? { lines: new Map() };
    expect(lines.get('DTSTART;VALUE=DATE')).toEqual(['20271004']);
    expect(lines.get('DTEND;VALUE=DATE')).toEqual(['20271016']);
  });

  test('repeats daily windows at their time in Việt Nam', () => {
    const { lines } = byUid('window/bao-cao@') ?? { lines: new Map() };
    expect(lines.get('DTSTART;TZID=Asia/Ho_Chi_Minh')).toEqual(['20271018T163000']);
    expect(lines.get('DTEND;TZID=Asia/Ho_Chi_Minh')).toEqual(['20271018T170000']);
    expect(lines.get('RRULE')).toEqual(['FREQ=DAILY;COUNT=3']);
    expect(byUid('window/bao-cao-2@')?.lines.has('RRULE')).toBe(false);
    const zones = readIcs(text).filter(({ name }) => name === 'VTIMEZONE');
    expect(zones.map(({ lines: zone }) => zone.get('TZID')?.[0])).toEqual(['Asia/Ho_Chi_Minh']);
  });

  test('spells months, escapes names', () => {
    expect(textValue(byUid('task/bao-cao@'), 'SUMMARY')).toBe('Báo cáo (tháng 11/2027)');
    const calendar = readIcs(text).find(({ name }) => name === 'VCALENDAR');
    expect(textValue(calendar, 'X-WR-CALNAME')).toBe(plan.title);
    expect(textValue(byUid('send/2027-10-18'), 'DESCRIPTION')).toBe('Nhóm hai: Xã A, Xã B');
  });

  test('is the same on a machine elsewhere', () => {
    const home = process.env.TZ;
    try {
      for (const zone of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
        process.env.TZ = zone;
        expect(icsText(schedule(plan, 'vi'), plan, 'vi', stamp)).toBe(text);
      }
    } finally {
      if (home === undefined) delete process.env.TZ;
      else process.env.TZ = home;
    }
  });

  test('holds whatever a plan may say', () => {
    const words = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({
        unit: fc.constantFrom('a', 'ế', '\\', ';', ',', ':', '\n', '\r', ' '),
        maxLength: 90,
      }),
    );
    const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2027-01-01', days));
    fc.assert(
      fc.property(
        words,
        words,
        day,
        fc.integer({ min: 0, max: 90 }),
        (title, detail, from, days) => {
          const event: IcsEvent = {
            uid: `x/${title}@survey`,
            title,
            detail,
            category: 'Việc',
            from,
            to: addDays(from, days),
            daily: null,
          };
          const stamp = new Date('2027-01-01T00:00:00Z');
          const made = renderIcs({ name: title, maker: 'survey', stamp, events: [event] });
          const [read, ...others] = eventsIn(made);
          expect(others).toEqual([]);
          const shown = (text: string): string =>
            text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, '');
          expect(textValue(read, 'SUMMARY')).toBe(shown(title));
          expect(textValue(read, 'DESCRIPTION') ?? '').toBe(shown(detail));
        },
      ),
    );
  });

  test('a line of its own cannot be slipped in', () => {
    const event = {
      uid: 'a',
      detail: '',
      category: 'x',
      from: '2027-01-04',
      to: '2027-01-04',
      daily: null,
    };
    const title = 'Họp\r\nEND:VEVENT\r\nBEGIN:VALARM';
    const stamp = new Date('2027-01-01T00:00:00Z');
    const made = renderIcs({ name: title, maker: title, stamp, events: [{ ...event, title }] });
    expect(readIcs(made).map(({ name }) => name)).toEqual(['VEVENT', 'VCALENDAR']);
  });
});

describe('the columns of the Gantt sheet', () => {
  test('follow each other without a gap, from the first day to the last', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2024-01-01', days));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 900 }), (from, days) => {
        const to = addDays(from, days);
        const step = stepOf(daysBetween(from, to) + 1);
        const periods = periodsOf(from, to, step, () => false);
        expect(periods.length).toBeLessThanOrEqual(42);
        expect(periods[0]?.from.localeCompare(from)).toBeLessThanOrEqual(0);
        expect(periods.at(-1)?.to.localeCompare(to)).toBeGreaterThanOrEqual(0);
        periods.slice(1).forEach((period, at) => {
          expect(period.from).toBe(addDays(periods[at]?.to ?? '', 1));
        });
      }),
    );
  });
});

describe('the Gantt sheet', () => {
  const cellsOf = (name: string, of = plan): readonly (string | number | null)[] => {
    const page = ganttPage(of, schedule(of, 'vi'), 'vi', false);
    const first = page?.columns.findIndex(({ kind }) => kind === 'mark') ?? 0;
    return page?.rows.find(({ cells }) => cells[1] === name)?.cells.slice(first) ?? [];
  };

  test('of eight weeks is by week, with bars and deadlines', () => {
    // 4/10, 11/10, 18/10, 25/10, 1/11, 8/11, 15/11, 22/11, 29/11
    expect(cellsOf('In phiếu')).toEqual(['bar', 'due', ...Array(7).fill(null)]);
    expect(cellsOf('Họp')).toEqual([null, 'due', ...Array(7).fill(null)]);
    expect(cellsOf('Báo cáo')).toEqual([null, null, 'bar', null, null, null, null, null, null]);
    expect(cellsOf('Tuyên truyền')).toEqual(Array(9).fill(null));
    expect(cellsOf('Thời gian khảo sát')).toEqual([
      null,
      null,
      'bar',
      'due',
      ...Array(5).fill(null),
    ]);
  });

  test('of a month is by day, with days off', () => {
    const short: Plan = {
      ...plan,
      calendar: { closed: ['2027-10-20'], open: [] },
      groups: [],
      tasks: [],
      fieldwork: { ...plan.fieldwork, opens: '2027-10-15', closes: '2027-10-21', windows: [] },
    };
    expect(cellsOf('Thời gian khảo sát', short)).toEqual([
      'bar',
      'bar-off',
      'bar-off',
      'bar',
      'bar',
      'bar-off',
      'due',
    ]);
    expect(dayOff('2027-10-16', short.calendar)).toBe('saturday');
  });

  test('leaves out columns in which nothing stands, and a week that work reaches by its weekend only', () => {
    const [task] = plan.tasks;
    const saturday = {
      ...plan,
      groups: [],
      fieldwork: { ...plan.fieldwork, opens: null, closes: null, windows: [] },
      tasks: [{ ...plainTask, ...task, from: '2027-10-02', due: '2027-11-30' }],
    };
    const page = ganttPage(saturday, schedule(saturday, 'vi'), 'vi', false);
    const keys = page?.columns.map(({ key }) => key) ?? [];
    expect(keys.slice(0, 5)).toEqual(['no', 'content', 'lead', 'time', 'p20271004']);
    expect(page?.columns[4]?.over).toBe('10/2027');
    expect(page?.rows[1]?.cells[3]).toBe('02/10 – 30/11');
  });

  test('prints the numbers of the document, and counts tasks only where it has none', () => {
    const numbers = (tasks: readonly Task[]) => {
      const dated = { ...plan, tasks };
      const page = ganttPage(dated, schedule(dated, 'vi'), 'vi', false);
      const names = tasks.map(({ name }) => name);
      return page?.rows
        .filter(({ cells }) => names.includes(String(cells[1])))
        .map(({ cells }) => cells[0]);
    };
    const task = (no: string | null, name: string): Task => ({ ...plainTask, id: name, no, name });
    expect(numbers([task(null, 'A'), task('2', 'B'), task(null, 'C')])).toEqual([null, '2', null]);
    expect(numbers([task(null, 'A'), task(null, 'B')])).toEqual(['1', '2']);
  });

  test('of a plan without dates is not made', () => {
    expect(ganttPage(emptyPlan, schedule(emptyPlan, 'vi'), 'vi', false)).toBeNull();
  });
});

describe('survey plan calendar', () => {
  const seeds = join(import.meta.dirname, '..', 'plans');

  async function calendarOf(seed: string): Promise<{ ics: string; book: Buffer }> {
    const folder = join(work, seed);
    cpSync(join(seeds, seed), folder, { recursive: true });
    const ran = await runLine('plan calendar', folder);
    expect(ran.code, ran.stderr).toBe(0);
    expect(ran.stderr).toContain(join('out', 'calendar.ics'));
    const read = (name: string): Buffer => readFileSync(join(folder, 'out', name));
    return { ics: read('calendar.ics').toString('utf8'), book: read('calendar.xlsx') };
  }

  test('of Sóc Trăng: 8 send dates, the fieldwork, 7 dated tasks; the same bytes twice', async () => {
    const first = await calendarOf('soc-trang-2023');
    const kinds = eventsIn(first.ics).map(({ lines }) => lines.get('UID')?.[0]?.split('/')[1]);
    expect(kinds.filter((kind) => kind === 'send')).toHaveLength(8);
    expect(kinds.filter((kind) => kind === 'fieldwork')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'task')).toHaveLength(7);
    const second = await calendarOf('soc-trang-2023');
    expect(second.ics).toBe(first.ics);
    expect(second.book.equals(first.book)).toBe(true);
  });

  test('is stamped anew only when something has changed', async () => {
    const first = await calendarOf('soc-trang-2023');
    const folder = join(work, 'soc-trang-2023');
    const file = join(folder, 'out', 'calendar.ics');
    const stampOf = (text: string): string | undefined => /DTSTAMP:(\S+)/.exec(text)?.[1];
    // An older file of the same plan stays; one that says something else is replaced.
    const older = first.ics.replaceAll(stampOf(first.ics) ?? '', '20250101T000000Z');
    writeFileSync(file, older);
    await runLine('plan calendar', folder);
    expect(readFileSync(file, 'utf8')).toBe(older);
    writeFileSync(file, older.replace('DTEND;VALUE=DATE:20231007', 'DTEND;VALUE=DATE:20231008'));
    await runLine('plan calendar', folder);
    expect(readFileSync(file, 'utf8')).not.toContain('20250101T000000Z');
    expect(stampOf(readFileSync(file, 'utf8'))).toBe(stampOf(first.ics));
  });

  test('of the chairman survey: the daily report at 16:30', async () => {
    const { ics } = await calendarOf('chairman-2024');
    const daily = eventsIn(ics).filter(({ lines }) => lines.has('RRULE'));
    expect(daily.map(({ lines }) => lines.get('DTSTART;TZID=Asia/Ho_Chi_Minh'))).toEqual([
      ['20240612T163000'],
    ]);
  });

  test('the Gantt sheet fills cells, freezes its head and leaves the chart without filter buttons', async () => {
    const { book } = await calendarOf('quang-tri-sipas-2024');
    const workbook = new ExcelJS.Workbook();
    const { buffer, byteOffset, byteLength } = book;
    await workbook.xlsx.load(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    const fills = new Map<string, number>();
    sheet?.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, ({ fill }) => {
        const colour = fill?.type === 'pattern' ? (fill.fgColor?.argb ?? '') : '';
        fills.set(colour, (fills.get(colour) ?? 0) + 1);
      }),
    );
    expect(fills.get('FF8DB4E2')).toBeGreaterThan(4);
    expect(fills.get('FF1F4E8C')).toBeGreaterThan(0);
    const [view] = sheet?.views ?? [];
    expect(view).toMatchObject({ state: 'frozen', xSplit: 2 });
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    expect(JSON.stringify(sheet?.autoFilter)).toMatch(/:E\d+/);
  });

  test('--json gives the events, and -n writes nothing', async () => {
    const folder = join(work, 'dry');
    cpSync(join(seeds, 'thanh-mien-2023'), folder, { recursive: true });
    const ran = await runLine('plan calendar --json -n', folder);
    const { events } = JSON.parse(ran.stdout) as { events: readonly { kind: string }[] };
    expect(events.filter(({ kind }) => kind === 'fieldwork')).toHaveLength(1);
    expect(() => readFileSync(join(folder, 'out', 'calendar.ics'))).toThrow();
  });
});
