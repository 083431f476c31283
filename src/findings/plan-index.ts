/** Findings about the scoring tree: sources, maxima, weights, classes. */
import { kind } from './finding.ts';

const scorable = {
  vi: 'Thiếu chỗ này thì không tính được điểm của đơn vị.',
  en: 'Without it the points of a unit cannot be computed.',
};

export const planIndexFindings = {
  'plan/no-criterion-for': kind<{ units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `không tiêu chí nào áp dụng cho ${w.list(a.units, 10)} (not_for).`,
      en: (a, w) => `no criterion applies to ${w.list(a.units, 10)} (not_for).`,
    },
    why: {
      vi: 'Đơn vị như vậy có điểm tối đa bằng 0: không có tổng điểm, không xếp hạng, dù không thiếu điểm nào.',
      en: 'Such a unit has a maximum of 0: no total and no rank, though nothing is missing.',
    },
    fix: {
      vi: 'Bớt đơn vị hoặc khối khỏi “not_for”, hoặc thêm tiêu chí cho các đơn vị này; nếu đúng là không chấm thì ghi “ranked: no” ở đơn vị.',
      en: 'Take units or blocks out of `not_for`, or add a criterion for them; where they are indeed not to be scored, write `ranked: no` at the unit.',
    },
  }),
  'plan/leaf-source': kind<{ criterion: string; sources: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.sources.length === 0
          ? `tiêu chí ${w.quote(a.criterion)} chưa có nguồn điểm.`
          : `tiêu chí ${w.quote(a.criterion)} có ${w.int(a.sources.length)} nguồn điểm cùng lúc (${w.list(a.sources)}).`,
      en: (a, w) =>
        a.sources.length === 0
          ? `the criterion ${w.quote(a.criterion)} has no source of points.`
          : `the criterion ${w.quote(a.criterion)} has ${w.int(a.sources.length)} sources of points (${w.list(a.sources)}).`,
    },
    why: scorable,
    fix: {
      vi: 'Ghi đúng một trong: criteria (tiêu chí thành phần), appraised: yes (thẩm định), survey (điều tra), figure (số liệu), formula (công thức), all hoặc any (điều kiện).',
      en: 'Give exactly one of criteria (sub-criteria), appraised: yes, survey, figure, formula, all, any.',
    },
  }),
  'plan/maximum-missing': kind<{ criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tiêu chí ${w.quote(a.criterion)} chưa có điểm tối đa lớn hơn 0.`,
      en: (a, w) => `the criterion ${w.quote(a.criterion)} has no maximum above 0.`,
    },
    why: scorable,
    fix: { vi: 'Thêm “max”, ví dụ max: 2.5', en: 'Add `max`, for example max: 2.5' },
  }),
  'plan/maxima-do-not-sum': kind<{
    criterion: string;
    max: string;
    sum: string;
    parts: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: ghi tối đa ${a.max} nhưng các tiêu chí thành phần cộng lại ${a.sum} (${w.list(a.parts, 12)}).`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: maximum ${a.max}, but its parts sum to ${a.sum} (${w.list(a.parts, 12)}).`,
    },
    why: {
      vi: 'Điểm tối đa của tiêu chí cha là tổng của các tiêu chí con; lệch thì tỷ lệ phần trăm sai.',
      en: "A parent's maximum is the sum of its parts; if not, every percentage is wrong.",
    },
    fix: {
      vi: 'Đối chiếu với bộ tiêu chí và sửa số sai, hoặc bỏ “max” ở tiêu chí cha.',
      en: 'Compare with the criteria set and mend the figure, or leave out `max` of the parent.',
    },
  }),
  'plan/weights-do-not-sum': kind<{
    criterion: string;
    block: string;
    units: readonly string[];
    groups: readonly string[];
    sum: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}, khối ${w.quote(a.block)} (${w.list(a.units, 3)}): trọng số ${w.list(a.groups)} cộng lại ${a.sum}, không phải 1.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}, block ${w.quote(a.block)} (${w.list(a.units, 3)}): the weights ${w.list(a.groups)} sum to ${a.sum}, not 1.`,
    },
    why: {
      vi: 'Với mỗi đơn vị, trọng số của các nhóm đánh giá nó phải đủ 1 (100%); không tự chia lại.',
      en: 'For each unit the groups that rate it share a weight of 1; nothing is re-weighted silently.',
    },
    fix: {
      vi: 'Sửa trọng số, hoặc thêm nhóm còn thiếu vào “by”.',
      en: 'Mend the weights, or add the missing group to `by`.',
    },
  }),
  'plan/leaf-not-rated': kind<{
    criterion: string;
    units: readonly string[];
    by: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: không nhóm nào trong “by” (${w.list(a.by)}) đánh giá ${w.list(a.units, 5)}.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: no group of \`by\` (${w.list(a.by)}) rates ${w.list(a.units, 5)}.`,
    },
    why: {
      vi: 'Đơn vị không được nhóm nào đánh giá thì tiêu chí này không có điểm.',
      en: 'A unit that nobody rates gets no points for this criterion.',
    },
    fix: {
      vi: 'Thêm nhóm vào “by”, thêm đơn vị vào “about” của nhóm, hoặc ghi “not_for”.',
      en: 'Add a group to `by`, add the unit to a group, or write `not_for`.',
    },
  }),
  'plan/unit-not-rated': kind<{ unit: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `đơn vị ${w.quote(a.unit)} không được nhóm nào đánh giá, mà bộ chỉ số có tiêu chí điều tra.`,
      en: (a, w) =>
        `no group rates the unit ${w.quote(a.unit)}, though the index has survey criteria.`,
    },
    why: scorable,
    fix: {
      vi: 'Thêm đơn vị vào “about” hoặc “in” của một nhóm, hoặc ghi “not_for” ở các tiêu chí điều tra.',
      en: 'Add the unit to `about` or `in` of a group, or write `not_for` at the survey criteria.',
    },
  }),
  'plan/weight-unused': kind<{ criterion: string; group: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: nhóm ${w.quote(a.group)} không đánh giá đơn vị nào của tiêu chí này.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the group ${w.quote(a.group)} rates none of its units.`,
    },
    why: {
      vi: 'Trọng số này không dùng đến; có thể đã ghi nhầm nhóm.',
      en: 'The weight is never used; perhaps another group was meant.',
    },
    fix: {
      vi: 'Xóa nhóm khỏi “by”, hoặc sửa lại nhóm.',
      en: 'Delete the group from `by`, or mend it.',
    },
  }),
  'plan/pooled-twice': kind<{ criterion: string; group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: nhóm ${w.quote(a.group)} được tính hai lần trong “by”.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the group ${w.quote(a.group)} is counted twice in \`by\`.`,
    },
    why: {
      vi: 'Một câu trả lời chỉ được tính một lần vào một tiêu chí.',
      en: 'An answer may count only once towards a criterion.',
    },
    fix: {
      vi: 'Giữ nhóm ở một chỗ: có trọng số riêng, hoặc tính chung với nhóm khác (with).',
      en: 'Keep the group in one place: with a weight of its own, or under `with` of another.',
    },
  }),
  'plan/pool-rates-others': kind<{ criterion: string; group: string; other: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: nhóm ${w.quote(a.other)} không đánh giá đúng các đơn vị mà nhóm ${w.quote(a.group)} đánh giá nên không tính chung được.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the group ${w.quote(a.other)} does not rate the same units as ${w.quote(a.group)}, so they cannot be counted together.`,
    },
    why: {
      vi: 'Tính chung thì mọi đơn vị phải được cùng những nhóm ấy đánh giá, nếu không điểm không so sánh được.',
      en: 'Counted together, every unit must be rated by the same groups, or points cannot be compared.',
    },
    fix: {
      vi: 'Cho nhóm trọng số riêng, hoặc sửa “about” để hai nhóm đánh giá cùng các đơn vị.',
      en: 'Give the group a weight of its own, or mend `about` so that both rate the same units.',
    },
  }),
  'plan/question-not-on-form': kind<{
    criterion: string;
    question: string;
    group: string;
    form: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: mẫu phiếu ${w.quote(a.form)} của nhóm ${w.quote(a.group)} không có câu hỏi ${w.quote(a.question)}.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the form ${w.quote(a.form)} of group ${w.quote(a.group)} does not ask ${w.quote(a.question)}.`,
    },
    why: scorable,
    fix: {
      vi: 'Thêm câu hỏi vào mẫu phiếu, hoặc ghi câu riêng của nhóm: { weight: 0.4, questions: [...] }.',
      en: 'Add the question to the form, or give the group its own: { weight: 0.4, questions: [...] }.',
    },
  }),
  'plan/question-not-ratable': kind<{ criterion: string; question: string; open: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: câu hỏi ${w.quote(a.question)} ${a.open ? 'trả lời bằng lời' : 'hỏi về người trả lời (per: sheet)'}, không chấm điểm đơn vị được.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: the question ${w.quote(a.question)} is ${a.open ? 'answered in words' : 'about the respondent (per: sheet)'} and rates no unit.`,
    },
    why: scorable,
    fix: {
      vi: 'Chọn câu hỏi đánh giá đơn vị trên một thang đo.',
      en: 'Use a question that rates the unit on a scale.',
    },
  }),
  'plan/leaf-without-questions': kind<{ criterion: string; group: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)}: không có câu hỏi nào của nhóm ${w.quote(a.group)}.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)}: no question of group ${w.quote(a.group)} feeds it.`,
    },
    why: scorable,
    fix: {
      vi: 'Thêm “questions” vào “survey”, hoặc vào riêng nhóm đó.',
      en: 'Add `questions` to `survey`, or to this group.',
    },
  }),
  'plan/share-without-positive': kind<{ criterion: string; scale: string; question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu chí ${w.quote(a.criterion)} tính tỷ lệ hài lòng, nhưng thang đo ${w.quote(a.scale)} của câu ${w.quote(a.question)} không có phương án nào ghi “positive: yes”.`,
      en: (a, w) =>
        `the criterion ${w.quote(a.criterion)} is a share of positive answers, but no option of scale ${w.quote(a.scale)} (question ${w.quote(a.question)}) is \`positive: yes\`.`,
    },
    why: {
      vi: 'Tỷ lệ sẽ luôn bằng 0.',
      en: 'The share would always be 0.',
    },
    fix: {
      vi: 'Ghi “positive: yes” cho các phương án được tính là hài lòng.',
      en: 'Write `positive: yes` at the options that count as satisfied.',
    },
  }),
  'plan/classes-out-of-order': kind<{
    name: string;
    from: string;
    above: string;
    aboveFrom: string;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `xếp loại ${w.quote(a.name)} từ ${a.from} phải thấp hơn ${w.quote(a.above)} từ ${a.aboveFrom} đứng trên nó.`,
      en: (a, w) =>
        `the class ${w.quote(a.name)} from ${a.from} must lie below ${w.quote(a.above)} from ${a.aboveFrom} that stands above it.`,
    },
    why: {
      vi: 'Hai mức chồng lên nhau thì một đơn vị có hai kết quả xếp loại.',
      en: 'Where classes overlap a unit would have two.',
    },
    fix: {
      vi: 'Xếp mức cao nhất trước, ngưỡng giảm dần, không trùng nhau.',
      en: 'Put the highest first; thresholds go down and differ.',
    },
  }),
  'plan/class-hole': kind<{ lowest: string; from: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `dưới ${a.from}% (mức ${w.quote(a.lowest)}) không có mức xếp loại nào.`,
      en: (a, w) => `below ${a.from}% (class ${w.quote(a.lowest)}) there is no class.`,
    },
    why: {
      vi: 'Đơn vị đạt thấp hơn sẽ để trống ô xếp loại.',
      en: 'A unit that gets less has no class.',
    },
    fix: {
      vi: 'Thêm mức thấp nhất với from: 0, nếu quy định có.',
      en: 'Add a lowest class with from: 0 if the scheme has one.',
    },
  }),
};
