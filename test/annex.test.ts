import { describe, expect, test } from 'vitest';
import { plain } from '../src/formats/palette.ts';
import { renderTable } from '../src/formats/terminal.ts';
import { annexPage, withoutEmptyColumns } from '../src/quotas/annex.ts';
import { reasonsForReaders, reasonsPage } from '../src/quotas/reasons.ts';
import { readSeed } from './read-seed.ts';

const seed = readSeed('soc-trang-2023');
const mark = 'SỐ LIỆU MÔ PHỎNG – KHÔNG PHẢI KẾT QUẢ THẬT';

describe('the annex', () => {
  test('has the head, the document it goes with and who signs', async () => {
    const { plan, quotas } = await seed;
    const { title, print } = annexPage(plan, quotas, 'vi', false);
    expect(title.at(-1)).toBe(
      '(Kèm theo Kế hoạch số …/KH-SNV ngày … tháng 9 năm 2023 của Sở Nội vụ)',
    );
    expect(print.mark).toBeNull();
    expect(print.head?.left.map(({ text }) => text).slice(0, 2)).toEqual([
      'UBND TỈNH SÓC TRĂNG',
      'SỞ NỘI VỤ',
    ]);
    expect(print.head?.right.at(-1)?.text).toBe('Sóc Trăng, ngày … tháng 9 năm 2023');
    expect(print.signers).toEqual([
      { titles: ['NGƯỜI LẬP BIỂU'], note: '(Ký, ghi rõ họ tên)', name: null },
      { titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], note: null, name: 'Huỳnh Văn Nam' },
    ]);
  });

  test('in a rehearsal says so on the page and on every printed sheet', async () => {
    const { plan, quotas } = await seed;
    for (const page of [
      annexPage(plan, quotas, 'vi', true),
      reasonsPage(plan, quotas, 'vi', true),
    ]) {
      expect([page.title[0], page.print.mark]).toEqual([mark, mark]);
    }
  });

  test('shows a group and its form in one line on the terminal', async () => {
    const { plan, quotas } = await seed;
    const [first, ...others] = plan.groups;
    if (first === undefined) throw new Error('groups');
    const groups = [{ ...first, name: 'Đại biểu\nHội đồng' }, ...others];
    const options = { width: 120, lang: 'vi', palette: plain } as const;
    const text = renderTable(annexPage({ ...plan, groups }, quotas, 'vi', false), options);
    expect(text).toContain('Đại biểu Hội đồng – Phiếu số 01/CCHC23-ĐBHĐND(CT)');
    expect(text).not.toContain('\\n');
  });
});

describe('the reasons', () => {
  test('have a heading of its own for each column', async () => {
    const { plan, quotas } = await seed;
    const headings = reasonsPage(plan, quotas, 'vi', false).columns.map(({ heading }) => heading);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headings).toEqual(expect.arrayContaining(['Mã nhóm', 'Mã đơn vị', 'Mã địa bàn']));
  });

  test('leave out columns in which nothing stands, with their cells', async () => {
    const { plan, quotas } = await seed;
    const whole = reasonsPage(plan, quotas, 'vi', false);
    const shown = withoutEmptyColumns(whole);
    const keys = shown.columns.map(({ key }) => key);
    expect(keys).not.toContain('place');
    expect(keys).toContain('send');
    expect(shown.rows.map(({ cells }) => cells.length)).toEqual(shown.rows.map(() => keys.length));
    const at = (page: typeof whole, key: string) =>
      page.rows.map(({ cells }) => cells[page.columns.findIndex((one) => one.key === key)]);
    expect(at(shown, 'reason')).toEqual(at(whole, 'reason'));
  });

  test('for readers stand under their group, with its total, and without the ids', async () => {
    const { plan, quotas } = await seed;
    const shown = reasonsForReaders(reasonsPage(plan, quotas, 'vi', false), quotas);
    const keys = shown.columns.map(({ key }) => key);
    expect(keys.slice(0, 2)).toEqual(['name', 'size']);
    expect(keys).not.toContain('group');
    // Issued and wanted are the same number in this plan: it is shown once.
    expect(keys).not.toContain('wanted');
    const heads = shown.rows.filter(({ style }) => style === 'group');
    expect(heads.map(({ cells }) => cells.slice(0, 2))).toEqual(
      quotas.groups.map(({ total }, at) => [plan.groups[at]?.name, total]),
    );
    expect(shown.rows).toHaveLength(quotas.rows.length + plan.groups.length);
    for (const { cells } of shown.rows) expect(cells).toHaveLength(keys.length);
  });

  test('keep the columns that programs know, and put new ones at the end', async () => {
    const { plan, quotas } = await seed;
    const keys = reasonsPage(plan, quotas, 'vi', false).columns.map(({ key }) => key);
    expect(keys).toEqual([
      ...['group', 'group_name', 'unit', 'place', 'name', 'size', 'least', 'most', 'population'],
      ...['reason', 'send', 'wanted', 'reserve', 'exact', 'source', 'population_kind'],
      ...['inclusion', 'inclusion_percent'],
    ]);
  });
});
