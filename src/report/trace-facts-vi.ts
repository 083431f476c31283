/** What a trace tells beside its arithmetic, in Vietnamese. */
import { missingKinds } from '../stats/missing.ts';
import type { ClassEdge, ConditionTold, FactOf, LeftOut } from '../trace/facts.ts';
import { answerWords } from './answer-words.ts';
import { at, bracketed, type FactWords, near, type Say, used } from './trace-say.ts';

const inputWords = { missing: 'chưa có', yes: 'có', no: 'không' } as const;

const leavesText: Readonly<Record<LeftOut, string>> = {
  out: 'không tính vào điểm tối đa',
  filled: 'điểm tối đa giữ nguyên, phần còn lại được quy đổi lên',
  others: 'điểm tối đa giữ nguyên, chỉ xét các tiêu chí còn lại',
};

const conditionText = ({ condition, holds, inputs }: ConditionTold, say: Say): string => {
  const told = holds === null ? 'chưa xét được' : holds ? 'đạt' : 'không đạt';
  return `“${say.expression(condition)}”: ${told}${bracketed(used(inputs, say, inputWords))}`;
};

const edgeText = (edge: ClassEdge, say: Say): string =>
  edge.kind === 'from'
    ? `${edge.class}: từ ${say.plain(edge.from)}%`
    : `${edge.class}: ${say.plain(edge.share)}% đứng đầu, đến vị trí thứ ${edge.places}`;

export const viFacts: FactWords = {
  'not-applicable': ({ leaves }) =>
    leaves === 'out'
      ? 'Không áp dụng cho đơn vị này, không tính vào điểm tối đa.'
      : `Không áp dụng cho đơn vị này; ở mục trên, ${leavesText[leaves]}.`,
  'left-out': ({ codes, leaves }, say) =>
    `Không áp dụng cho đơn vị: ${say.list(codes)}; ${leavesText[leaves]}.`,
  weightless: ({ codes }, say) => `Trọng số 0, không tính vào trung bình: ${say.list(codes)}.`,
  dropped: ({ codes }, say) => `Chưa có điểm nên bỏ ra theo phương án: ${say.list(codes)}.`,
  missing: ({ codes }, say) => `Còn thiếu điểm: ${say.list(codes)}.`,
  'no-appraisal': () => 'Chưa có điểm thẩm định trong points/.',
  self: ({ points, from }, say) => `Đơn vị tự chấm: ${say.plain(points)}${at(from, say)}`,
  first: ({ points, from }, say) => `Thẩm định lần 1: ${say.plain(points)}${at(from, say)}`,
  second: ({ points, from }, say) =>
    `Thẩm định lần 2 (lấy điểm này): ${say.plain(points)}${at(from, say)}`,
  explanation: ({ text, from }, say) => `Giải trình của đơn vị: ${say.quote(text)}${at(from, say)}`,
  evidence: ({ text, from }, say) => `Tài liệu kiểm chứng: ${say.quote(text)}${at(from, say)}`,
  'no-adjustment': ({ kind, claimed }) =>
    claimed
      ? 'Chưa thẩm định nên chưa tính.'
      : `Đơn vị không có điểm ${kind === 'bonus' ? 'thưởng' : 'trừ'} nào trong points/.`,
  outside: ({ value, max }, say) =>
    `Kết quả ${say.number(value)} nằm ngoài khoảng 0 đến ${say.plain(max)} nên chưa có điểm.`,
  'no-rater': () => 'Không có nhóm nào đánh giá đơn vị này ở tiêu chí này.',
  'no-answers': ({ groups }, say) =>
    `Chưa có giá trị vì thiếu ý kiến của: ${say.list(groups)}; không dồn trọng số sang nhóm khác.`,
  'few-answers': ({ groups, least }, say) =>
    `Chưa có giá trị: phương án đòi ít nhất ${least} ý kiến ở mỗi nhóm, chưa đủ ở ${say.list(groups.map(({ name, base }) => `${name}${base === null ? '' : ` (mới có ${base})`}`))}.`,
  'too-few': ({ base, least }) =>
    base === 0
      ? 'Chưa có ý kiến nào được tính.'
      : `Mới có ${base} ý kiến được tính, phương án đòi ít nhất ${least}.`,
  hidden: ({ groups, fewest, together }, say) =>
    `Không nêu riêng ${say.list(groups)}: có nhóm dưới ${fewest} phiếu, hoặc nêu ra thì suy được nhóm đó${together === null ? '' : `; các nhóm này gộp lại góp ${say.number(together)}`}.`,
  'not-counted': ({ answers }, say) =>
    `${say.count(answers)} phiếu chọn mức không có điểm, không tính.`,
  weighted: () => 'Số phiếu được nhân trọng số của người trả lời (xem trang trọng số).',
  'few-alike': ({ fewest }) =>
    `Không nêu số phiếu đã nhân trọng số theo từng mức: có trọng số chỉ dưới ${fewest} phiếu mang, nêu ra thì nhận được các phiếu đó.`,
  unanswered: ({ missing }, say) =>
    `Không trả lời câu này, không tính: ${missingKinds
      .filter((kind) => missing[kind] > 0)
      .map(
        (kind) => `${say.count(missing[kind])} phiếu ${answerWords.vi.missing[kind].toLowerCase()}`,
      )
      .join(', ')}.`,
  figure: ({ figure }, say) => `Lấy từ số liệu: ${used([figure], say, inputWords)}`,
  formula: ({ formula, inputs }, say) =>
    `Công thức: ${say.expression(formula)}${inputs.length === 0 ? '' : `; ${used(inputs, say, inputWords)}`}`,
  'no-figures': ({ names }, say) =>
    `Chưa có điểm vì trong points/ còn thiếu số liệu: ${say.list(names)}.`,
  'zero-divisor': ({ divisor }, say) =>
    `Chưa có điểm vì công thức phải chia cho ${say.expression(divisor)}, mà số này bằng 0.`,
  rounded: ({ digits, value }, say) =>
    `Theo công thức, làm tròn còn ${digits} chữ số thập phân: ${say.plain(value)}.`,
  picked: ({ which, values, value }, say) =>
    `Lấy số ${which === 'min' ? 'nhỏ' : 'lớn'} hơn trong ${values.map(say.number).join(' và ')}: ${say.number(value)}.`,
  'without-sign': ({ value }, say) => `Lấy giá trị tuyệt đối: ${say.number(value)}.`,
  branch: ({ condition, holds }, say) =>
    `“${say.expression(condition)}”: ${holds ? 'đạt nên tính theo vế thứ nhất' : 'không đạt nên tính theo vế thứ hai'}.`,
  condition: (told, say) => `Điều kiện ${conditionText(told, say)}`,
  need: ({ need, met }) =>
    `${need === 'all' ? 'Phải đạt mọi điều kiện' : 'Chỉ cần một điều kiện'}: ${met === null ? 'chưa xét được' : met ? 'được điểm tối đa' : '0 điểm'}.`,
  full: ({ need, full, others }, say) =>
    `${[
      need === 'all'
        ? 'Phải đạt tối đa ở mọi tiêu chí bên dưới'
        : 'Chỉ cần đạt tối đa ở một tiêu chí bên dưới',
      ...(full.length === 0 ? [] : [`đạt: ${say.list(full)}`]),
      ...(others.length === 0 ? [] : [`chưa đạt: ${say.list(others)}`]),
    ].join('; ')}.`,
  negative: ({ codes }, say) =>
    `Có tiêu chí âm điểm nên không lấy được trung bình này: ${say.list(codes)}.`,
  zero: ({ codes }, say) => `Có tiêu chí 0 điểm nên trung bình này bằng 0: ${say.list(codes)}.`,
  band: ({ value, from, points, next }, say) =>
    `Giá trị ${say.number(value)} đạt mức từ ${say.plain(from)}: ${say.plain(points)} điểm${next === null ? ' (mức cao nhất)' : `; mức trên: từ ${say.plain(next.from)} được ${say.plain(next.points)}`}.`,
  'below-bands': ({ value, lowest }, say) =>
    `Giá trị ${say.number(value)} chưa đạt mức thấp nhất (từ ${say.plain(lowest)}).`,
  against: ({ within, units, method, low, high, reversed }, say) =>
    method === 'goalposts' && low !== null && high !== null
      ? `So với hai mốc định trước, không phụ thuộc đơn vị khác: ${say.number(low)} và ${say.number(high)}.`
      : `So với ${say.count(units)} đơn vị ${within === 'block' ? 'cùng khối' : 'của tất cả các khối'}${low === null || high === null ? '' : `: ${bounds[method]} ${say.number(low)} và ${say.number(high)}`}${reversed ? '; càng nhỏ càng tốt' : ''}.`,
  'all-alike': ({ units }, say) =>
    `${say.count(units)} đơn vị có giá trị như nhau nên không so được, chưa có điểm.`,
  beyond: ({ points }, say) =>
    `Giá trị nằm ngoài khoảng so sánh nên lấy đầu mút: ${say.plain(points)}.`,
  unwritten: () =>
    'Phép tính này không viết gọn được thành một dòng; kết quả lấy từ phần chấm điểm.',
  capped: ({ highest, max, points }, say) =>
    `Vượt mức cho phép nên chỉ lấy ${say.plain(highest)}% của ${say.plain(max)}, là ${say.number(points)}.`,
  'no-survey': ({ block }) =>
    `${block} không có điều tra; theo phương án, chỉ tính phần thẩm định.`,
  rank: ({ rank, of, within, above, below, tied }, say) =>
    [
      `Hạng ${rank}/${of} ${within === null ? '(xếp chung)' : `(${within})`}`,
      ...(tied.length === 0 ? [] : [`đồng hạng với ${say.list(tied)}`]),
      ...(above.length === 0 ? [] : [`ngay trên: ${near(above, say)}`]),
      ...(below.length === 0 ? [] : [`ngay dưới: ${near(below, say)}`]),
    ].join('; '),
  'tie-broken': ({ by, own, others }, say) =>
    by === 'name'
      ? `Bằng kết quả với ${say.list(others.map(({ name }) => name))}, không tiêu chí phụ nào phân định, xếp theo tên.`
      : `Bằng kết quả; phân định theo ${breakerText(by)}: ${say.maybe(own)}, còn ${others.map(({ name, value }) => `${name} ${say.maybe(value)}`).join(', ')}.`,
  unranked: () => 'Có chấm điểm, không xếp hạng.',
  'rank-missing': () => 'Chưa xếp hạng vì chưa đủ điểm.',
  class: ({ reached, next }, say) =>
    `Xếp loại ${reached === null ? '– (không đạt mức nào)' : edgeText(reached, say)}${next === null ? '' : `; loại liền trên: ${edgeText(next, say)}`}.`,
  'class-met': ({ class: name, conditions }, say) =>
    `Điều kiện kèm theo của loại ${name}: ${conditions.map((one) => conditionText(one, say)).join('; ')}.`,
  'class-missed': ({ class: name, conditions }, say) =>
    `Đủ mức loại ${name} nhưng không đạt điều kiện: ${conditions.map((one) => conditionText(one, say)).join('; ')}.`,
};

const bounds = {
  'min-max': 'thấp nhất và cao nhất là',
  goalposts: '',
  'z-score': 'trung bình và độ lệch chuẩn là',
  rank: '',
  percentile: '',
} as const;

function breakerText(by: Exclude<FactOf<'tie-broken'>['by'], 'name'>): string {
  if (by.kind === 'criterion') return `tiêu chí ${by.code} (%)`;
  const names = { points: 'tổng điểm', percent: 'chỉ số %' } as const;
  const parts = { survey: 'phần điều tra (%)', appraised: 'phần thẩm định (%)' } as const;
  return { ...names, ...parts }[by.kind];
}
