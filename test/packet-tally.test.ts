/** The workbook for a packet's counts: filled in as a clerk would, import takes every line of it. */
import { describe, expect, test } from 'vitest';
import { parseTable } from '../src/formats/read-table.ts';
import { renderWorkbook } from '../src/formats/xlsx-write.ts';
import { nameKey } from '../src/names.ts';
import { tallyEntryPage } from '../src/packets/tally-entry.ts';
import { type Packet, packets } from '../src/packets.ts';
import type { PrintedPage } from '../src/page.ts';
import type { Plan } from '../src/plan/plan.ts';
import { fieldKeys } from '../src/returns/fields.ts';
import { known } from '../src/returns/known.ts';
import { take } from '../src/returns/take.ts';
import { voidReasonOf } from '../src/returns/tally-headings.ts';
import { nowhere } from './packet-plan.ts';
import { plainTaking } from './plain-taking.ts';
import { plan, planQuotas, sheets, taken } from './returns-plan.ts';

const book = { lang: 'vi', title: '', author: '', created: new Date(0) } as const;
const made = packets(plan, planQuotas, nowhere);
const printed = made.ok ? made.value : [];

/** Three valid forms, all of which chose the first option of every question. */
function filled(page: PrintedPage): PrintedPage {
  const figures: Readonly<Record<string, number>> = { 'Thu về': 3, 'Hợp lệ': 3, 'Phát ra': 3 };
  const rows = page.rows.map((row) => {
    let left = 3;
    const cells = row.cells.map((cell, at) => {
      const column = page.columns[at];
      if (cell !== null || column?.kind !== 'count' || row.shaded?.includes(at)) return cell;
      if (!column.key.startsWith('option_')) return figures[column.heading] ?? 0;
      const count = left;
      left = 0;
      return count;
    });
    return { ...row, cells };
  });
  return { ...page, rows };
}

function firstOption(id: string): string {
  const question = plan.forms.flatMap(({ questions }) => questions).find((one) => one.id === id);
  const scale = plan.scales.find((one) => one.id === question?.scale);
  return scale?.options[0]?.code ?? '';
}

function pageOf(on: Plan, packet: Packet | undefined): PrintedPage {
  const page = packet === undefined ? null : tallyEntryPage(on, packet);
  if (page === null) throw new Error('no page');
  return page;
}

describe('the workbook for the counts of a packet', () => {
  test.each(printed.map((packet) => [packet.id, packet] as const))(
    '%s: filled in, it is imported without a rejection',
    async (_id, packet) => {
      const page = filled(pageOf(plan, packet));
      const read = await parseTable(await renderWorkbook([page], book), 'kiem-dem.xlsx');
      expect(read.findings.map(({ code }) => code)).toEqual(['file/header-row']);
      if (!read.ok) return;
      const intake = taken(read.value);
      expect(intake.rejected).toEqual([]);
      expect(intake.tallies.length).toBe(page.rows.length);
      const rated = packet.parts.flatMap(({ group, place, rates }) =>
        rates.map((unit) => `${group} ${unit} ${place ?? ''}`),
      );
      const counted = intake.tallies.map(
        ({ group, unit, place }) => `${group} ${unit} ${place ?? ''}`,
      );
      expect(new Set(counted)).toEqual(new Set(rated));
      for (const { question, counts, missing } of intake.tallies) {
        expect([counts[firstOption(question)], missing.blank]).toEqual([3, 0]);
        expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(3);
      }
    },
  );

  test('left blank, it waits: neither a tally of zeros nor a list of mistakes', async () => {
    const page = pageOf(plan, printed[0]);
    const read = await parseTable(await renderWorkbook([page], book), 'kiem-dem.xlsx');
    const intake = read.ok ? taken(read.value) : null;
    expect(intake?.tallies).toEqual([]);
    expect([intake?.rejected, intake?.counts.read]).toEqual([[], 0]);
  });

  test('a unit not filled in yet is passed over, one begun is not', async () => {
    const page = pageOf(
      plan,
      printed.find(({ id }) => id === 'group:delegates'),
    );
    const full = filled(page);
    const mixed = (begun: number) => ({
      ...page,
      rows: page.rows.map((row, at) => (at < begun ? (full.rows[at] ?? row) : row)),
    });
    const read = async (begun: number) => {
      const parsed = await parseTable(await renderWorkbook([mixed(begun)], book), 'kiem-dem.xlsx');
      if (!parsed.ok) throw new Error('not read');
      return taken(parsed.value);
    };
    const whole = await read(2);
    expect([whole.tallies.length, whole.counts]).toEqual([
      2,
      { read: 2, accepted: 2, rejected: 0 },
    ]);
    const begun = await read(3);
    expect(begun.counts).toEqual({ read: 4, accepted: 2, rejected: 2 });
  });

  test('void forms by the reasons of the plan; what no score needs may stay blank', async () => {
    const reasons = ['Không có dấu', 'Phiếu rách (nát)'];
    const forms = plan.forms.map((form) => ({
      ...form,
      questions: form.questions.map((one) => (one.id === 'q2' ? { ...one, scored: false } : one)),
    }));
    const other = { ...plan, forms, returns: { ...plan.returns, reasons } };
    const page = pageOf(other, printed[0]);
    expect(page.columns.slice(-2).map(({ heading }) => voidReasonOf(heading))).toEqual(reasons);
    const full = filled(page);
    const rows = page.rows.map((row, at) =>
      row.cells.some((cell) => String(cell).includes('không tính điểm'))
        ? row
        : (full.rows[at] ?? row),
    );
    const parsed = await parseTable(
      await renderWorkbook([{ ...page, rows }], book),
      'kiem-dem.xlsx',
    );
    const context = known(other, sheets);
    const intake = parsed.ok ? take(context, parsed.value, plainTaking, []) : null;
    if (intake?.ok !== true) throw new Error('not taken');
    expect(intake.value.rejected).toEqual([]);
    expect(intake.findings.map(({ code }) => code)).toContain('returns/not-tallied');
    expect(intake.value.custody[0]?.voids).toEqual(reasons.map((reason) => ({ reason, count: 0 })));
  });

  test('a unit of every packet; options of another scale and later custody cells are shut', () => {
    const page = pageOf(
      plan,
      printed.find(({ id }) => id === 'group:delegates'),
    );
    const shut = page.rows.map(({ cells, shaded = [] }) => [
      cells[0],
      cells[2],
      shaded
        .map((at) => page.columns[at]?.heading)
        .filter((heading) => !custody.includes(heading ?? '')),
      shaded.some((at) => custody.includes(page.columns[at]?.heading ?? '')),
    ]);
    const satisfaction = plan.scales[0]?.options.map(({ label }) => label);
    expect(shut.slice(0, 3)).toEqual([
      ['Xã An Bình', 'q1', ['Có', 'Không'], false],
      ['Xã An Bình', 'q3', satisfaction, true],
      ['Xã Hòa Bình', 'q1', ['Có', 'Không'], true],
    ]);
  });

  test('a label that import reads as another column gives way to its code', () => {
    const keys = [...fieldKeys('tallies').keys()];
    const labels = [...keys, '100'];
    const options = labels.map((label, at) => ({
      code: `C${at}`,
      label,
      points: null,
      positive: false,
    }));
    const odd = { ...plan, scales: [{ id: 'hai-long', options }, ...plan.scales.slice(1)] };
    const headings = pageOf(odd, printed[0]).columns.map(({ heading }) => heading);
    for (const { code } of options) expect(headings).toContain(code);
    const folded = headings.map(nameKey);
    expect(new Set(folded).size).toBe(folded.length);
  });
});

const custody = ['Phát ra', 'Thu về', 'Hợp lệ', 'Không hợp lệ'];
