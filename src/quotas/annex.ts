/** The quotas as tables: the annex that is signed, and every row with its reason. */
import type { Lang } from '../findings/finding.ts';
import {
  attachedTo,
  documentDay,
  officialHead,
  signersOf,
  simulatedMark,
} from '../page/official.ts';
import { type PageColumn, type PageRow, type PrintedPage, plainPrint } from '../page.ts';
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
  reasons: { vi: 'Căn cứ', en: 'Reasons' },
  reasonsTitle: { vi: 'CĂN CỨ TÍNH SỐ PHIẾU', en: 'HOW EACH QUOTA WAS COMPUTED' },
  groupId: { vi: 'Mã nhóm', en: 'Group ID' },
  unitId: { vi: 'Mã đơn vị', en: 'Unit ID' },
  placeId: { vi: 'Mã địa bàn', en: 'Place ID' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  least: { vi: 'Ít nhất', en: 'At least' },
  most: { vi: 'Nhiều nhất', en: 'At most' },
  population: { vi: 'Tổng thể', en: 'Population' },
  reason: { vi: 'Cách tính', en: 'Reason' },
} satisfies Record<string, Bilingual>;

/**
 * In the shape of the plans' own appendices: roman-numbered groups with sub-totals, then the grand total.
 * `rehearsal`: the plan stands in a folder of made-up figures, and the page says so.
 */
export function annexPage(plan: Plan, quotas: Quotas, lang: Lang, rehearsal: boolean): PrintedPage {
  const day = documentDay(plan.document, plan.fieldwork.opens);
  const attached = attachedTo(plan.document, day, lang);
  const mark = rehearsal ? simulatedMark[lang] : null;
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
    return whole ? [head] : [head, ...detail];
  });
  const notes = quotas.total === null ? [words.unknown[lang]] : [];
  const { closes } = plan.fieldwork;
  if (closes !== null) notes.push(`${words.closes[lang]} ${printedDate(closes)}.`);
  return {
    name: words.annex[lang],
    title: [
      ...(mark === null ? [] : [mark]),
      words.title[lang],
      plan.title,
      ...(attached === null ? [] : [attached]),
    ],
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
    print: {
      mark,
      head: officialHead(plan.document, day, lang),
      signers: signersOf(plan.document, lang),
    },
  };
}

/** A line break of ours stands between the name and the form: names bring none of their own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Every row with its bounds and the rule in words. */
export function reasonsPage(
  plan: Plan,
  quotas: Quotas,
  lang: Lang,
  rehearsal: boolean,
): PrintedPage {
  const names = new Map(plan.groups.map((group) => [group.id, group.name]));
  const rows = quotas.rows.map((row): PageRow => {
    const place = row.target.kind === 'place' ? row.target.place : null;
    const unit = row.target.kind === 'group' ? null : row.target.unit;
    const limits = [row.size, row.least, row.most, row.population];
    const cells = [row.group, names.get(row.group) ?? '', unit, place, row.name, ...limits];
    return { style: 'row', cells: [...cells, row.reason[lang], row.send] };
  });
  const mark = rehearsal ? simulatedMark[lang] : null;
  return {
    name: words.reasons[lang],
    title: [...(mark === null ? [] : [mark]), words.reasonsTitle[lang], plan.title],
    columns: [
      column('group', words.groupId[lang], 'text', 20),
      column('group_name', words.group[lang], 'text', 28),
      column('unit', words.unitId[lang], 'text', 18),
      column('place', words.placeId[lang], 'text', 16),
      column('name', words.unit[lang], 'text', 30),
      column('size', words.sheets[lang], 'count', 8),
      column('least', words.least[lang], 'count', 8),
      column('most', words.most[lang], 'count', 8),
      column('population', words.population[lang], 'count', 9),
      column('reason', words.reason[lang], 'text', 40),
      column('send', words.send[lang], 'date', 13),
    ],
    rows,
    notes: [],
    orientation: 'landscape',
    print: { ...plainPrint, mark },
  };
}

/** For readers: a column in which nothing stands says nothing. */
export function withoutEmptyColumns(page: PrintedPage): PrintedPage {
  const kept = page.columns.map((_, at) =>
    page.rows.some(({ cells }) => (cells[at] ?? null) !== null && cells[at] !== ''),
  );
  const keep = <T>(of: readonly T[]): readonly T[] => of.filter((_, at) => kept[at] === true);
  if (page.rows.length === 0) return page;
  return {
    ...page,
    columns: keep(page.columns),
    rows: page.rows.map((row) => ({ ...row, cells: keep(row.cells) })),
  };
}

function column(key: string, heading: string, kind: PageColumn['kind'], width: number): PageColumn {
  return { key, heading, over: null, kind, decimals: 0, width, bar: false };
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
