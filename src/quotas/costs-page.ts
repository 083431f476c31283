/** The estimate as the table that is signed. */
import type { Lang } from '../findings/finding.ts';
import { vietnameseWords } from '../page/number-words.ts';
import { officialPage } from '../page/official.ts';
import { column, type PageRow, type PrintedPage } from '../page.ts';
import type { CostItem, Plan } from '../plan/plan.ts';
import type { Estimate, EstimateLine } from './costs.ts';

type Bilingual = Readonly<Record<Lang, string>>;

const words = {
  name: { vi: 'Dự toán', en: 'Estimate' },
  title: { vi: 'DỰ TOÁN KINH PHÍ ĐIỀU TRA XÃ HỘI HỌC', en: 'COST ESTIMATE OF THE SURVEY' },
  number: { vi: 'STT', en: 'No.' },
  item: { vi: 'Nội dung chi', en: 'Item' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  measure: { vi: 'Đơn vị tính', en: 'Unit' },
  quantity: { vi: 'Số lượng', en: 'Quantity' },
  rate: { vi: 'Định mức', en: 'Rate' },
  amount: { vi: 'Thành tiền', en: 'Amount' },
  whole: { vi: 'Toàn cuộc điều tra', en: 'Whole survey' },
  total: { vi: 'TỔNG CỘNG', en: 'TOTAL' },
  inWords: { vi: 'Bằng chữ', en: 'In words (Vietnamese)' },
  formsPerDay: { vi: 'phiếu/ngày', en: 'forms a day' },
  unknown: {
    vi: 'Ô trống: chưa xác định được số phiếu nên chưa tính được thành tiền và tổng cộng.',
    en: 'Blank: the quota is not known yet, so neither are the amount and the total.',
  },
} satisfies Record<string, Bilingual>;

/** What one of it is called, unless the plan says. */
export const measures: Readonly<Record<CostItem['per'], Bilingual>> = {
  printed: { vi: 'phiếu in', en: 'printed form' },
  issued: { vi: 'phiếu phát', en: 'issued form' },
  reply: { vi: 'phiếu thu', en: 'reply' },
  day: { vi: 'công', en: 'day' },
  packet: { vi: 'túi phiếu', en: 'packet' },
  survey: { vi: 'lần', en: 'time' },
};

/** How the quantity comes about, where its name does not say it. */
const bases: Readonly<Partial<Record<CostItem['per'], Bilingual>>> = {
  printed: {
    vi: 'Phiếu in: phiếu phát ra và phiếu dự phòng.',
    en: 'Printed forms: issued forms and spares.',
  },
  reply: {
    vi: 'Phiếu thu: phiếu hợp lệ cần thu về.',
    en: 'Replies: valid forms that are wanted back.',
  },
  day: {
    vi: 'Công: số phiếu của từng nhóm ở từng nơi chia cho số phiếu một người làm trong ngày, làm tròn lên.',
    en: 'Days: the forms of each group in each place over the forms done in a day, rounded up.',
  },
};

/** With the official head and signatures; `rehearsal`: the page says that its figures are made up. */
export function estimatePage(
  plan: Plan,
  made: Estimate,
  lang: Lang,
  rehearsal: boolean,
): PrintedPage {
  const money = (heading: Bilingual): string => `${heading[lang]} (${made.currency})`;
  const total: PageRow = {
    style: 'total',
    cells: [null, words.total[lang], null, null, null, null, made.total],
  };
  return {
    name: words.name[lang],
    columns: [
      column('no', words.number[lang], 'count', 6),
      column('item', words.item[lang], 'text', 40),
      column('scope', words.scope[lang], 'text', 28),
      column('measure', words.measure[lang], 'text', 13),
      column('quantity', words.quantity[lang], 'count', 10),
      column('rate', money(words.rate), 'count', 14),
      column('amount', money(words.amount), 'count', 17),
    ],
    rows: [...made.lines.map((line, at) => lineRow(line, at, lang)), total],
    notes: notes(made, lang),
    orientation: 'landscape',
    ...officialPage(plan, words.title[lang], lang, rehearsal),
  };
}

function lineRow(
  { item, groups, quantity, amount }: EstimateLine,
  at: number,
  lang: Lang,
): PageRow {
  const pace = item.per === 'day' ? ` (${item.formsPerDay} ${words.formsPerDay[lang]})` : '';
  const scope = groups?.map(({ name }) => name).join('; ') ?? words.whole[lang];
  const measure = item.measure ?? measures[item.per][lang];
  return {
    style: 'row',
    cells: [at + 1, `${item.name}${pace}`, scope, measure, quantity, item.rate, amount],
  };
}

function notes({ lines, total, currency }: Estimate, lang: Lang): readonly string[] {
  const used = new Set(lines.map(({ item }) => item.per));
  const basis = Object.entries(bases).flatMap(([per, text]) =>
    used.has(per as CostItem['per']) ? [text[lang]] : [],
  );
  if (total === null) return [words.unknown[lang], ...basis];
  return [`${words.inWords[lang]}: ${amountInWords(total, currency)}.`, ...basis];
}

/** 2.085.000 → “Hai triệu không trăm tám mươi lăm nghìn đồng”. */
export function amountInWords(amount: number, currency: string): string {
  const text = vietnameseWords(amount);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ${currency}`;
}
