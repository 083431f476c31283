/** Sections of `survey plan show` about the work: figures, draws, tasks and who does them, dates, rates. */
import type { Lang } from '../findings/finding.ts';
import { formatCount, formatDate, formatDecimalText } from '../formats/numbers.ts';
import type { Figure, Plan, StatedDate, Task } from '../plan/plan.ts';
import { measures } from '../quotas/costs-page.ts';
import { countWords } from '../quotas/rules/formula.ts';

export interface Shown {
  readonly heading: string;
  readonly lines: readonly string[];
}

export function figureSection(plan: Plan, lang: Lang): Shown {
  const words = labels[lang];
  const lines = Object.entries(plan.figures).map(([key, { name, counts, value }]) => {
    const holders = (all: readonly { attributes: Plan['units'][number]['attributes'] }[]): number =>
      all.filter(({ attributes }) => Object.hasOwn(attributes, key)).length;
    const found = [
      { count: holders(plan.units), word: words.units },
      { count: holders(plan.places), word: words.places },
    ];
    const held = found
      .filter(({ count }) => count > 0)
      .map(({ count, word }) => `${formatCount(count, lang)} ${word}`);
    return [
      `${key}: ${name ?? key}`,
      ...(counts === null ? [] : [countsText(counts, lang)]),
      ...(value === null ? [] : [`${words.survey} ${formatDecimalText(String(value), lang)}`]),
      ...held,
    ].join('; ');
  });
  return { heading: words.figures, lines };
}

export function drawSection({ sampling }: Plan, lang: Lang): Shown {
  const words = labels[lang];
  const { seed, seedSource, person } = sampling;
  const source = seedSource === null ? '' : ` (${seedSource})`;
  const lines = [`${words.seed}: ${seed === null ? words.undecided : `${seed}${source}`}`];
  return { heading: words.draws, lines: [...lines, personWords[lang][person]] };
}

export function taskSection({ tasks, bodies }: Plan, lang: Lang): Shown {
  const words = labels[lang];
  const listed = bodies === null ? [] : [`${words.bodies}: ${bodies.join('; ')}`];
  return { heading: words.tasks, lines: [...tasks.map((task) => taskLine(task, lang)), ...listed] };
}

function taskLine({ no, name, lead, from, due, when, days }: Task, lang: Lang): string {
  const dates = [from, due].flatMap((date) => (date === null ? [] : [formatDate(date, lang)]));
  const span = [...new Set(dates)].join(' – ');
  const working = days === null ? '' : `${formatCount(days, lang)} ${labels[lang].workingDays}`;
  const counted = [span, working].filter((text) => text !== '').join(', ');
  // The document's own words stand, with what was counted beside them.
  const time = [
    ...(when === null ? [] : [when]),
    ...(when === null || days !== null ? [counted] : []),
  ];
  const title = no === null ? name : `${no.replace(/\.$/, '')}. ${name}`;
  return [title, lead.join(', '), ...time].filter((text) => text !== '').join('; ');
}

export function dateSection(plan: Plan, lang: Lang): Shown {
  const words = labels[lang];
  const days = (dates: readonly string[]): string =>
    dates.map((date) => formatDate(date, lang)).join(', ');
  const { closed, open } = plan.calendar;
  return {
    heading: words.dates,
    lines: [
      ...plan.statedDates.map((stated) => statedLine(stated, plan, lang)),
      ...(closed.length === 0 ? [] : [`${words.closed}: ${days(closed)}`]),
      ...(open.length === 0 ? [] : [`${words.open}: ${days(open)}`]),
    ],
  };
}

function statedLine({ name, from, to, of }: StatedDate, plan: Plan, lang: Lang): string {
  const day = formatDate(from, lang);
  const month = lang === 'vi' ? `tháng ${day.slice(3)}` : day.replace(/^1 /, '');
  const date = from === to ? day : month;
  const task = of.kind === 'task' ? plan.tasks.find(({ id }) => id === of.task) : undefined;
  const what = of.kind === 'task' ? (task?.name ?? of.task) : ofWords[lang][of.kind];
  return `${name}: ${date} (${what})`;
}

export function costSection({ costs }: Plan, lang: Lang): Shown {
  const words = labels[lang];
  const { currency = '', items = [], stated = null } = costs ?? {};
  const lines = items.map(({ name, rate, per, measure, formsPerDay, times }) => {
    const forms = formsPerDay === null ? '' : ` (${formatCount(formsPerDay, lang)} ${words.forms})`;
    const many = times === 1 ? '' : ` × ${formatCount(times, lang)}`;
    return `${name}: ${formatCount(rate, lang)} ${currency}/${measure ?? measures[per][lang]}${forms}${many}`;
  });
  const total =
    stated === null ? [] : [`${words.stated}: ${formatCount(stated, lang)} ${currency}`];
  return { heading: words.costs, lines: [...lines, ...total] };
}

function countsText(counts: NonNullable<Figure['counts']>, lang: Lang): string {
  if (counts === 'amount') return labels[lang].amount;
  return `${labels[lang].counts} ${countWords[counts][lang]}`;
}

const personWords = {
  vi: {
    'by-priority': 'Một người có trong nhiều danh sách: hỏi một lần, theo thứ tự ưu tiên',
    'several-units': 'Một người có trong nhiều danh sách: ưu tiên chọn, hỏi một lần',
    'every-list': 'Một người có trong nhiều danh sách: hỏi ở mọi danh sách',
  },
  en: {
    'by-priority': 'A person on several lists: asked once, by priority',
    'several-units': 'A person on several lists: preferred, asked once',
    'every-list': 'A person on several lists: asked on each',
  },
} satisfies Record<Lang, Readonly<Record<Plan['sampling']['person'], string>>>;

const ofWords = {
  vi: { opens: 'ngày bắt đầu khảo sát', closes: 'hạn trả lời', document: 'ngày văn bản' },
  en: { opens: 'opening', closes: 'closing', document: 'date of the document' },
} satisfies Record<Lang, Readonly<Record<string, string>>>;

const labels = {
  vi: {
    figures: 'Số liệu',
    counts: 'đếm',
    amount: 'trị số',
    units: 'đơn vị',
    places: 'địa bàn',
    survey: 'cả cuộc điều tra:',
    draws: 'Rút mẫu',
    seed: 'Hạt giống',
    undecided: 'chưa định',
    tasks: 'Nhiệm vụ',
    bodies: 'Cơ quan được nêu',
    workingDays: 'ngày làm việc',
    dates: 'Ngày đối chiếu và lịch làm việc',
    closed: 'Nghỉ thêm',
    open: 'Làm bù',
    costs: 'Định mức dự toán',
    forms: 'phiếu/công',
    stated: 'Tổng in trong văn bản',
  },
  en: {
    figures: 'Figures',
    counts: 'counts',
    amount: 'an amount',
    units: 'units',
    places: 'places',
    survey: 'survey as a whole:',
    draws: 'Draws',
    seed: 'Seed',
    undecided: 'not decided',
    tasks: 'Tasks',
    bodies: 'Bodies named',
    workingDays: 'working days',
    dates: 'Dates to agree, working days',
    closed: 'Also closed',
    open: 'Worked in exchange',
    costs: 'Rates of the estimate',
    forms: 'forms a day',
    stated: 'Total as printed',
  },
} satisfies Record<Lang, Readonly<Record<string, string>>>;
