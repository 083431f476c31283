/** Two entries compared, as pages: the differences to be settled (a corrections file once filled in), and the error rates. */
import type { Lang } from '../findings/finding.ts';
import { column, type Page, type PageRow } from '../page.ts';
import type { Plan, Question } from '../plan/plan.ts';
import type { Difference, EntryComparison } from './entry.ts';
import { type PageContext, percentText } from './pages.ts';

/** The headings are those that `survey returns correct` reads; what else stands here it passes over. */
export function adjudicationPage(
  { differences }: Pick<EntryComparison, 'differences'>,
  { plan, lang, mark }: PageContext,
): Page {
  const words = texts[lang];
  const fill = 9;
  const rows = differences.map((one, at): PageRow => {
    const { pair, field } = one;
    const question = field?.question ?? null;
    const cells = [
      at + 1,
      pair.first.serial,
      plan.units.find(({ id }) => id === pair.first.unit)?.name ?? pair.first.unit,
      question?.id ?? 'void',
      question?.text ?? words.validity,
      one.first,
      pair.first.keyedBy,
      one.second,
      pair.second.keyedBy,
      null,
      null,
    ];
    const choices = choicesOf(plan, question, one);
    return { style: 'row', cells, choices: new Map([[fill, choices]]) };
  });
  return {
    name: words.sheet,
    title: [mark, words.title, plan.title, words.how].filter((line) => line !== null),
    columns: [
      column('no', words.no, 'count', 6),
      column('serial', words.serial, 'text', 22),
      column('unit', words.unit, 'text', 26),
      column('question', words.question, 'text', 10),
      column('text', words.text, 'text', 44),
      column('old', words.old, 'text', 12),
      column('first_keyer', words.firstKeyer, 'text', 16),
      column('second', words.second, 'text', 12),
      column('second_keyer', words.secondKeyer, 'text', 16),
      column('new', words.new, 'text', 12),
      column('why', words.why, 'text', 30),
    ],
    rows,
    // Under the table nothing may stand: the file is read back.
    notes: [],
    orientation: 'landscape',
  };
}

/** The codes of the scale; of a figure or a sheet's validity, what both entries say. */
function choicesOf(
  { scales }: Plan,
  question: Question | null,
  { first, second }: Difference,
): readonly string[] {
  if (question?.kind === 'scale') {
    return scales.find(({ id }) => id === question.scale)?.options.map(({ code }) => code) ?? [];
  }
  const both = [first, second].filter((one) => one !== null);
  return both.some((one) => one.includes(',')) ? [] : both;
}

export function keyersPage({ keyers, whole }: EntryComparison, context: PageContext): Page {
  const { plan, lang, mark } = context;
  const words = texts[lang];
  const row = (
    name: string,
    entry: string,
    sheets: number | null,
    one: EntryComparison['whole'],
  ) => [name, entry, sheets, one.compared, one.differing, percentText(one.percent)];
  return {
    name: words.keyers,
    title: [mark, words.keyersTitle, plan.title].filter((line) => line !== null),
    columns: [
      column('keyer', words.keyer, 'text', 26),
      column('entry', words.entry, 'text', 12),
      column('sheets', words.sheets, 'count', 10),
      column('compared', words.compared, 'count', 14),
      column('differing', words.differing, 'count', 14),
      column('percent', words.percent, 'number', 12, { decimals: 1 }),
    ],
    rows: [
      ...keyers.map((one): PageRow => {
        const entry = one.entry === 'first' ? words.first : words.secondEntry;
        return { style: 'row', cells: row(one.keyer ?? words.unnamed, entry, one.sheets, one) };
      }),
      { style: 'total', cells: row(words.total, '', null, whole) },
    ],
    notes: [words.rule],
    orientation: 'portrait',
  };
}

export function entryQuestionsPage({ questions }: EntryComparison, context: PageContext): Page {
  const { plan, lang, mark } = context;
  const words = texts[lang];
  const asked = new Map(
    plan.forms.flatMap((form) => form.questions.map((one) => [one.id, one.text] as const)),
  );
  return {
    name: words.questions,
    title: [mark, words.questionsTitle, plan.title].filter((line) => line !== null),
    columns: [
      column('question', words.question, 'text', 10),
      column('text', words.text, 'text', 60),
      column('compared', words.compared, 'count', 14),
      column('differing', words.differing, 'count', 14),
      column('percent', words.percent, 'number', 12, { decimals: 1, bar: true }),
    ],
    rows: questions.map(({ question, compared, differing, percent }): PageRow => {
      const text = question === null ? words.validity : (asked.get(question) ?? null);
      const cells = [question ?? 'void', text, compared, differing, percentText(percent)];
      return { style: 'row', cells };
    }),
    notes: [],
    orientation: 'portrait',
  };
}

/** Sheets that were selected and have no second entry (or back-check) yet. */
export function pendingPage(
  serials: readonly { readonly serial: string; readonly where: string }[],
  context: PageContext,
): Page {
  const { plan, lang, mark } = context;
  const words = texts[lang];
  return {
    name: words.pending,
    title: [mark, words.pendingTitle, plan.title].filter((line) => line !== null),
    columns: [
      column('no', words.no, 'count', 6),
      column('serial', words.serial, 'text', 24),
      column('where', words.where, 'text', 40),
    ],
    rows: serials.map(({ serial, where }, at): PageRow => {
      return { style: 'row', cells: [at + 1, serial, where] };
    }),
    notes: [],
    orientation: 'portrait',
  };
}

const texts = {
  vi: {
    sheet: 'Phân xử',
    title: 'PHÂN XỬ CHỖ KHÁC NHAU GIỮA HAI LẦN NHẬP',
    how: 'Xem phiếu giấy, ghi giá trị đúng vào cột “Đúng là” (đúng là bỏ trống thì ghi: trống) và ghi lý do; lần một đã đúng thì không ghi gì. Xong: survey returns correct TỆP NÀY',
    no: 'STT',
    serial: 'Số phiếu',
    unit: 'Đơn vị',
    question: 'Câu hỏi',
    text: 'Nội dung câu hỏi',
    old: 'Giá trị cũ',
    firstKeyer: 'Lần một do',
    second: 'Lần hai ghi',
    secondKeyer: 'Lần hai do',
    new: 'Đúng là',
    why: 'Lý do',
    validity: 'Phiếu không hợp lệ (lý do)',
    keyers: 'Người nhập',
    keyersTitle: 'TỶ LỆ SAI KHÁC THEO NGƯỜI NHẬP',
    keyer: 'Người nhập',
    entry: 'Lần nhập',
    first: 'Lần một',
    secondEntry: 'Lần hai',
    unnamed: '(không ghi tên)',
    sheets: 'Số phiếu',
    compared: 'Số ô so sánh',
    differing: 'Số ô khác nhau',
    percent: 'Tỷ lệ %',
    total: 'TỔNG CỘNG',
    rule: 'Ô khác nhau tính cho cả hai người; ai sai chỉ biết sau khi phân xử. Câu trả lời bằng lời không so sánh.',
    questions: 'Câu hỏi',
    questionsTitle: 'TỶ LỆ SAI KHÁC THEO CÂU HỎI',
    pending: 'Còn thiếu',
    pendingTitle: 'PHIẾU ĐÃ CHỌN CHƯA CÓ LẦN HAI',
    where: 'Ở đâu',
  },
  en: {
    sheet: 'Adjudication',
    title: 'DIFFERENCES BETWEEN TWO ENTRIES, TO BE SETTLED',
    how: 'Look at the paper and write what is right under “New value” (blank: where nothing was answered), with the reason; leave it empty where the first entry is right. Then: survey returns correct THIS FILE',
    no: 'No.',
    serial: 'Serial',
    unit: 'Unit',
    question: 'Question',
    text: 'Text of the question',
    old: 'Old value',
    firstKeyer: 'First keyed by',
    second: 'Second entry says',
    secondKeyer: 'Second keyed by',
    new: 'New value',
    why: 'Why',
    validity: 'Void sheet (reason)',
    keyers: 'Keyers',
    keyersTitle: 'DIFFERENCES BY KEYER',
    keyer: 'Keyer',
    entry: 'Entry',
    first: 'First',
    secondEntry: 'Second',
    unnamed: '(not named)',
    sheets: 'Sheets',
    compared: 'Fields compared',
    differing: 'Fields differing',
    percent: 'Share %',
    total: 'TOTAL',
    rule: 'A difference counts for both; who was wrong is known once it is settled. Answers in words are not compared.',
    questions: 'Questions',
    questionsTitle: 'DIFFERENCES BY QUESTION',
    pending: 'Pending',
    pendingTitle: 'SELECTED SHEETS WITHOUT A SECOND ONE',
    where: 'Where',
  },
} as const satisfies Record<Lang, unknown>;
