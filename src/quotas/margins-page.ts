/** Expected margins of error as a table, with the assumptions they rest on. */
import type { Lang } from '../findings/finding.ts';
import { simulatedMark } from '../page/official.ts';
import { column, type PageRow, type PrintedPage, plainPrint } from '../page.ts';
import type { Plan } from '../plan/plan.ts';
import { roman } from './annex.ts';
import { assumed, type ExpectedMargin, type Margins } from './margins.ts';

type Bilingual = Readonly<Record<Lang, string>>;

const words = {
  name: { vi: 'Sai số dự kiến', en: 'Expected margins' },
  title: {
    vi: 'SAI SỐ BIÊN DỰ KIẾN TRƯỚC KHI ĐIỀU TRA',
    en: 'MARGINS OF ERROR EXPECTED BEFORE FIELDWORK',
  },
  number: { vi: 'STT', en: 'No.' },
  row: { vi: 'Nhóm, đơn vị', en: 'Group, unit' },
  replies: { vi: 'Phiếu hợp lệ cần thu', en: 'Replies wanted' },
  population: { vi: 'Tổng thể (N)', en: 'Population (N)' },
  margin: { vi: 'Sai số (± điểm %)', en: 'Margin (± % points)' },
  remark: { vi: 'Ghi chú', en: 'Remark' },
  units: {
    vi: 'Từng đơn vị, gộp các nhóm đánh giá',
    en: 'Each unit, over all groups that rate it',
  },
  census: { vi: 'Toàn bộ: không có sai số do chọn mẫu', en: 'Everybody: no sampling error' },
  none: { vi: 'Không phát phiếu', en: 'No sheets' },
  notYet: { vi: 'Chưa xác định được số phiếu', en: 'Quota not known yet' },
  lowerBound: { vi: 'Ít nhất', en: 'At least' },
  withoutPopulation: { vi: 'Chưa biết N', en: 'N not known' },
  partly: { vi: 'Có nơi không phát phiếu', en: 'Some are not asked' },
} satisfies Record<string, Bilingual>;

/** Below this the normal approximation is a rough one. */
const fewReplies = 30;

const notes = {
  method: {
    vi: `Độ tin cậy ${assumed.confidence * 100} %, tỷ lệ giả định ${assumed.proportion * 100} % (sai số lớn nhất): z·√(deff·p(1 − p)/n·(N − n)/(N − 1)), n là số phiếu hợp lệ cần thu (Cochran 1977, Sampling Techniques, định lý 3.2). Gộp các đơn vị của một nhóm: phương sai theo bình phương tỷ trọng N, nơi chưa biết N thì theo tỷ trọng số phiếu (mục 5.10); gộp các nhóm: theo tỷ trọng số phiếu.`,
    en: `Confidence ${assumed.confidence * 100} %, assumed proportion ${assumed.proportion * 100} % (the widest): z·√(deff·p(1 − p)/n·(N − n)/(N − 1)), n being the replies wanted (Cochran 1977, Sampling Techniques, theorem 3.2). Over the units of a group: variances by the squared shares of N, or of the replies where an N is not known (section 5.10); over several groups: of the replies.`,
  },
  chance: {
    vi: 'Công thức giả định người trả lời được chọn ngẫu nhiên và trả lời đủ. Nơi người hoặc địa bàn do phương án chỉ định, con số chỉ để tham khảo.',
    en: 'The formula assumes that respondents are drawn at random and that all answer. Where the plan itself names people or places, the figure is a guide only.',
  },
  few: {
    vi: `Dưới ${fewReplies} phiếu: con số chỉ là gần đúng.`,
    en: `Below ${fewReplies} replies the figure is only approximate.`,
  },
  lowerBound: {
    vi: '“Ít nhất”: chọn mẫu nhiều giai đoạn mà phương án chưa ghi hệ số thiết kế (design_effect); sai số thực tế thường lớn hơn.',
    en: '“At least”: selected by stages, and the plan states no design effect (design_effect); the real margin is usually larger.',
  },
  withoutPopulation: {
    vi: '“Chưa biết N”: tính như tổng thể rất lớn, không hiệu chỉnh.',
    en: '“N not known”: worked out as for a very large population, without correction.',
  },
  partly: {
    vi: '“Có nơi không phát phiếu”: kết quả không nói lên điều gì về những người ở đó; đã biết ở đó có người thì không tính sai số cho cả nhóm.',
    en: '“Some are not asked”: the replies say nothing about the people there; where people are known to be there, the group as a whole has no margin.',
  },
} satisfies Record<string, Bilingual>;

/** Percentage points with two decimals: `4.99`. Null as it is. */
export function marginText(margin: number | null): string | null {
  return margin === null ? null : (margin * 100).toFixed(2);
}

/** `rehearsal`: the page says that its figures are made up. */
export function marginsPage(
  plan: Plan,
  margins: Margins,
  lang: Lang,
  rehearsal: boolean,
): PrintedPage {
  const mark = rehearsal ? simulatedMark[lang] : null;
  const all = [...margins.rows, ...margins.groups];
  return {
    name: words.name[lang],
    title: [...(mark === null ? [] : [mark]), words.title[lang], plan.title],
    columns: [
      column('no', words.number[lang], 'text', 6),
      column('name', words.row[lang], 'text', 40),
      column('replies', words.replies[lang], 'count', 11),
      column('population', words.population[lang], 'count', 11),
      column('margin', words.margin[lang], 'number', 11, { decimals: 2 }),
      column('remark', words.remark[lang], 'text', 26),
    ],
    rows: [...groupRows(margins, lang), ...unitRows(plan, margins, lang)],
    notes: [
      notes.method[lang],
      notes.chance[lang],
      ...(all.some(isFew) ? [notes.few[lang]] : []),
      ...(margins.groups.some(({ lowerBound }) => lowerBound) ? [notes.lowerBound[lang]] : []),
      ...(all.some(({ uncorrected }) => uncorrected) ? [notes.withoutPopulation[lang]] : []),
      ...(all.some(({ partly }) => partly) ? [notes.partly[lang]] : []),
    ],
    orientation: 'portrait',
    print: { ...plainPrint, mark },
  };
}

/** As in the annex: each group, and under it its rows where it has several. */
function groupRows({ groups, rows }: Margins, lang: Lang): readonly PageRow[] {
  return groups.flatMap(({ group, ...margin }, position): readonly PageRow[] => {
    const head: PageRow = {
      style: 'group',
      cells: [roman(position + 1), group.name, ...figures(margin, lang)],
    };
    const own = rows.filter(({ row }) => row.group === group.id);
    const whole = own.length === 1 && own[0]?.row.target.kind === 'group';
    const detail = own.map(({ row, ...one }, at): PageRow => {
      return {
        style: 'row',
        cells: [String(at + 1), row.name, ...figures(one, lang)],
      };
    });
    return whole || margin.replies === 0 ? [head] : [head, ...detail];
  });
}

/** Nothing where no unit is rated by more than one row: the figures would be those above. */
function unitRows({ units }: Plan, margins: Margins, lang: Lang): readonly PageRow[] {
  if (margins.units.every(({ parts }) => parts < 2)) return [];
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return [
    { style: 'group', cells: [null, words.units[lang], null, null, null, null] },
    ...margins.units.map(({ unit, parts: _parts, ...margin }, at): PageRow => {
      return {
        style: 'row',
        cells: [String(at + 1), names.get(unit) ?? unit, ...figures(margin, lang)],
      };
    }),
  ];
}

function figures(margin: ExpectedMargin, lang: Lang): PageRow['cells'] {
  const { replies, population } = margin;
  return [replies, population, marginText(margin.margin), remark(margin, lang)];
}

function remark(margin: ExpectedMargin, lang: Lang): string | null {
  if (margin.replies === null) return words.notYet[lang];
  if (margin.margin === null) return margin.partly ? words.partly[lang] : words.none[lang];
  if (margin.census) return words.census[lang];
  const remarks = [
    ...(margin.lowerBound ? [words.lowerBound[lang]] : []),
    ...(margin.uncorrected ? [words.withoutPopulation[lang]] : []),
    ...(margin.partly ? [words.partly[lang]] : []),
  ];
  return remarks.length === 0 ? null : remarks.join('; ');
}

function isFew({ replies, margin, census }: ExpectedMargin): boolean {
  return margin !== null && !census && (replies ?? 0) < fewReplies;
}
