/** What `survey explain CODE` says about a kind of finding. */
import type { Code } from './catalogue.ts';
import type { Lang, Words } from './finding.ts';
import { entryOf, severityNames } from './render.ts';

const labels = {
  vi: { stage: 'Bước', says: 'Thông báo', why: 'Vì sao', fix: 'Cách sửa' },
  en: { stage: 'Stage', says: 'Message', why: 'Why', fix: 'Fix' },
};

const effects = {
  vi: {
    error: 'dừng bước này lại',
    warning: 'vẫn chạy tiếp, trừ khi dùng --strict',
    note: 'chỉ để biết, không dừng gì',
  },
  en: {
    error: 'stops this stage',
    warning: 'does not stop, unless --strict is given',
    note: 'for information only',
  },
};

/**
 * Severity and its effect, stage, the sentence with `‹names›` where a real finding has values, why it
 * matters and how to mend it; ends in a line end.
 */
export function explainCode(code: Code, lang: Lang): string {
  const entry = entryOf(code);
  const label = labels[lang];
  const sentence = template(code, lang);
  const severity = severityNames[lang][entry.severity];
  return [
    `${code}: ${severity} (${effects[lang][entry.severity]})`,
    `${label.stage}: ${stageOf(code, lang)}`,
    ...(sentence === null ? [] : [`${label.says}: ${sentence}`]),
    `${label.why}: ${entry.why[lang]}`,
    `${label.fix}: ${entry.fix[lang]}`,
    '',
  ].join('\n');
}

const stages: ReadonlyMap<string, { readonly [L in Lang]: string }> = new Map([
  ['file', { vi: 'đọc tệp', en: 'reading files' }],
  ['plan', { vi: 'kiểm tra kế hoạch', en: 'checking the plan' }],
  ['frame', { vi: 'đọc danh sách khung mẫu', en: 'reading the frame' }],
  ['quota', { vi: 'phân bổ số phiếu', en: 'quotas' }],
  ['costs', { vi: 'lập dự toán', en: 'the cost estimate' }],
  ['document', { vi: 'lập văn bản kế hoạch', en: 'the official paper' }],
  ['packet', { vi: 'in bộ phiếu', en: 'packets' }],
  ['returns', { vi: 'nhập phiếu thu về', en: 'importing returns' }],
  ['tallies', { vi: 'kiểm đếm', en: 'tallies' }],
  ['points', { vi: 'đọc điểm tự chấm và thẩm định', en: 'reading appraised points' }],
  ['scores', { vi: 'tính điểm', en: 'scoring' }],
  ['simulate', { vi: 'diễn tập', en: 'rehearsal' }],
  ['weights', { vi: 'tính trọng số người trả lời', en: 'weights of respondents' }],
  [
    'uncertainty',
    { vi: 'tính khoảng tin cậy, khoảng thứ hạng', en: 'how sure scores and ranks are' },
  ],
  ['changes', { vi: 'so với kỳ trước', en: 'comparing with the earlier survey' }],
  ['trace', { vi: 'giải trình điểm', en: 'explaining a score' }],
  ['power', { vi: 'xét cỡ mẫu trước khi điều tra', en: 'what the sample can tell' }],
  ['sample', { vi: 'chọn mẫu', en: 'sampling' }],
  ['status', { vi: 'theo dõi tiến độ', en: 'progress' }],
  ['check', { vi: 'kiểm tra chất lượng phiếu', en: 'checking the returns' }],
  ['new', { vi: 'tạo cuộc khảo sát mới', en: 'a new survey' }],
  ['report', { vi: 'lập báo cáo', en: 'the report' }],
]);

/** What the part of a code before `/` stands for; that part itself when it has no name here. */
function stageOf(code: Code, lang: Lang): string {
  const stage = code.split('/', 1)[0] ?? '';
  return stages.get(stage)?.[lang] ?? stage;
}

const placeholders: Words = {
  int: (value) => String(value),
  decimal: (text) => String(text),
  date: (iso) => String(iso),
  moment: (instant) => String(instant),
  quote: (text) => `“${String(text)}”`,
  list: (texts) => String(texts),
};

/**
 * The sentence with its arguments' names for values; null for a sentence that computes or compares,
 * because placeholders would take it down a branch of no real finding.
 */
function template(code: Code, lang: Lang): string | null {
  const args = new Proxy({}, { get: (_, name) => placeholder(String(name)) });
  try {
    const sentence = entryOf(code).text[lang](args, placeholders);
    return sentence.includes('undefined') ? null : sentence;
  } catch {
    return null;
  }
}

/** A value that can be printed and nothing else. */
function placeholder(name: string): unknown {
  const print = (hint: string): string => {
    if (hint !== 'string') throw new TypeError(`${name} is only a name here`);
    return `‹${name}›`;
  };
  const get = (_: object, property: string | symbol) => {
    if (property === Symbol.toPrimitive) return print;
    throw new TypeError(`${name} is only a name here`);
  };
  return new Proxy({}, { get });
}
