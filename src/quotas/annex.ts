/** The annex that is signed: the quotas group by group, as the plans' own appendices print them. */
import type { Lang } from '../findings/finding.ts';
import { officialPage } from '../page/official.ts';
import { column, type PageRow, type PrintedPage, withColumns } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import type { Quotas } from './quota.ts';

type Bilingual = Readonly<Record<Lang, string>>;

const words = {
  annex: { vi: 'Phụ lục', en: 'Annex' },
  title: {
    vi: 'BẢNG PHÂN BỔ SỐ MẪU ĐIỀU TRA XÃ HỘI HỌC',
    en: 'ALLOCATION OF SURVEY FORMS',
  },
  number: { vi: 'STT', en: 'No.' },
  unit: { vi: 'Đơn vị', en: 'Unit' },
  sheets: { vi: 'Số phiếu', en: 'Forms' },
  send: { vi: 'Thời gian gửi phiếu khảo sát', en: 'Date of sending' },
  total: { vi: 'TỔNG CỘNG', en: 'TOTAL' },
  form: { vi: 'Phiếu số', en: 'Form' },
  unknown: {
    vi: 'Ô trống: chưa xác định được số phiếu, xem trang “Căn cứ”.',
    en: 'Blank: not known yet; see the sheet “Reasons”.',
  },
  closes: { vi: 'Thời gian trả lời phiếu khảo sát: chậm nhất ngày', en: 'Forms are due by' },
} satisfies Record<string, Bilingual>;

/**
 * In the shape of the plans' own appendices: roman-numbered groups with sub-totals, then the grand total.
 * `rehearsal`: the plan stands in a folder of made-up figures, and the page says so.
 */
export function annexPage(plan: Plan, quotas: Quotas, lang: Lang, rehearsal: boolean): PrintedPage {
  const rows = quotas.groups.flatMap((quota, position): readonly PageRow[] => {
    const group = plan.groups[position];
    const form = plan.forms.find((one) => one.id === group?.form);
    const heading = `${oneLine(group?.name ?? '')}\n${words.form[lang]} ${oneLine(form?.code ?? '')}`;
    const whole = quota.rows.length === 1 && quota.rows[0]?.target.kind === 'group';
    const sends = [...new Set(quota.rows.map((row) => row.send))];
    const send = whole || sends.length === 1 ? (sends[0] ?? null) : null;
    const detail = quota.rows.map((row, at): PageRow => {
      return { style: 'row', cells: [String(at + 1), row.name, row.size, row.send] };
    });
    const head: PageRow = {
      style: 'group',
      cells: [roman(position + 1), heading, quota.total, send],
    };
    // A group that another survey asks gets no sheets anywhere: nothing to list.
    return whole || quota.total === 0 ? [head] : [head, ...detail];
  });
  const notes = quotas.total === null ? [words.unknown[lang]] : [];
  const { closes } = plan.fieldwork;
  if (closes !== null) notes.push(`${words.closes[lang]} ${printedDate(closes)}.`);
  return {
    name: words.annex[lang],
    // The last two are wide enough together for the name of the state above them.
    columns: [
      column('no', words.number[lang], 'text', 6),
      column('unit', words.unit[lang], 'text', 44),
      column('sheets', words.sheets[lang], 'count', 16),
      column('send', words.send[lang], 'date', 27),
    ],
    rows: [...rows, { style: 'total', cells: [null, words.total[lang], quotas.total, null] }],
    notes,
    orientation: 'portrait',
    ...officialPage(plan, words.title[lang], lang, rehearsal),
  };
}

/** A line break of ours stands between the name and the form: names bring none of their own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** For readers: a column in which nothing stands says nothing. */
export function withoutEmptyColumns(page: PrintedPage): PrintedPage {
  if (page.rows.length === 0) return page;
  return withColumns(page, (_, at) =>
    page.rows.some(({ cells }) => (cells[at] ?? null) !== null && cells[at] !== ''),
  );
}

/** 1 → I, 4 → IV, 14 → XIV. */
export function roman(value: number): string {
  const steps = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = value;
  let text = '';
  for (const [step, letters] of steps) {
    for (; rest >= step; rest -= step) text += letters;
  }
  return text;
}

function printedDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}
