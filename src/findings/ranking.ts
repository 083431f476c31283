/** Findings about ranks and classes as they came out. */
import { kind } from './finding.ts';

const ownTieBreakers = {
  points: { vi: 'tổng điểm', en: 'total points' },
  percent: { vi: 'chỉ số phần trăm', en: 'the index percentage' },
  survey: { vi: 'kết quả điều tra', en: 'the survey result' },
  appraised: { vi: 'kết quả thẩm định', en: 'the appraised result' },
};

export const rankingFindings = {
  'scores/placed-by-name': kind<{ units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.list(a.units, 10)} bằng nhau ở mọi tiêu chí phụ nên chỉ còn xếp theo thứ tự tên.`,
      en: (a, w) =>
        `${w.list(a.units, 10)} are equal in every tie-breaker, so only the order of their names ranks them.`,
    },
    why: {
      vi: 'Phương án yêu cầu thứ hạng liên tiếp (ties: consecutive); tên đứng trước không phải là kết quả tốt hơn.',
      en: 'The plan wants ranks one after the other (`ties: consecutive`); a name earlier in the alphabet is no better result.',
    },
    fix: {
      vi: 'Thêm tiêu chí phụ vào “tie_breakers”, hoặc cho đồng hạng (ties: joint); nếu giữ nguyên thì nêu rõ trong báo cáo.',
      en: 'Add to `tie_breakers`, or let them share the rank (`ties: joint`); if it stays, say so in the report.',
    },
  }),
  'scores/tie-breaker-missing': kind<{
    units: readonly string[];
    tieBreaker: 'points' | 'percent' | 'survey' | 'appraised' | 'criterion';
    code: string | null;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `đang bằng nhau, nhưng ${w.list(a.units, 10)} không có ${a.tieBreaker === 'criterion' ? `điểm tiêu chí ${w.quote(a.code ?? '')}` : ownTieBreakers[a.tieBreaker].vi} để xét nên xếp sau.`,
      en: (a, w) =>
        `tied, but ${w.list(a.units, 10)} ${a.units.length === 1 ? 'has' : 'have'} no ${a.tieBreaker === 'criterion' ? `points for ${w.quote(a.code ?? '')}` : ownTieBreakers[a.tieBreaker].en} to decide by, and so ${a.units.length === 1 ? 'comes' : 'come'} last.`,
    },
    why: {
      vi: 'Tiêu chí phụ không áp dụng hoặc chưa có điểm thì không chứng tỏ đơn vị kém hơn.',
      en: 'A tie-breaker that does not apply, or has no points yet, does not show that a unit is worse.',
    },
    fix: {
      vi: 'Bổ sung điểm còn thiếu, hoặc chọn tiêu chí phụ mà mọi đơn vị đều có.',
      en: 'Add the missing points, or choose a tie-breaker that all units have.',
    },
  }),
  'scores/small-group-exposed': kind<{
    group: string;
    criteria: readonly string[];
    units: readonly string[];
    fewest: number;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)} có dưới ${w.int(a.fewest)} trả lời về ${w.list(a.units, 10)}, nhưng điểm công bố của tiêu chí ${w.list(a.criteria, 30)} cho biết chính nhóm này đã trả lời thế nào.`,
      en: (a, w) =>
        `the group ${w.quote(a.group)} gave fewer than ${w.int(a.fewest)} answers about ${w.list(a.units, 10)}, yet the published points of ${w.list(a.criteria, 30)} tell what it answered.`,
    },
    why: {
      vi: 'Báo cáo đã ẩn câu trả lời của nhóm ít người, nhưng điểm tiêu chí do một mình nhóm đó quyết định thì không ẩn được: ai cũng suy ra được ý kiến của vài người.',
      en: 'The report hides the answers of few people, but points that such a group alone decides cannot be hidden: anybody can work out what a few persons said.',
    },
    fix: {
      vi: 'Tính nhóm này chung với nhóm khác (“with”), hỏi thêm người, đặt “min_ratings”, hoặc chỉ công bố điểm tổng chứ không công bố điểm tiêu chí đó.',
      en: 'Count the group together with another (`with`), ask more people, set `min_ratings`, or publish totals only and not the points of these criteria.',
    },
  }),
  'scores/class-condition-not-for': kind<{
    class: string;
    condition: string;
    criteria: readonly string[];
    units: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `điều kiện ${w.quote(a.condition)} của loại ${w.quote(a.class)} cần tiêu chí ${w.list(a.criteria)}, mà tiêu chí này không áp dụng (not_for) cho ${w.list(a.units, 10)}; các đơn vị này coi như không đạt.`,
      en: (a, w) =>
        `the condition ${w.quote(a.condition)} of ${w.quote(a.class)} needs the criterion ${w.list(a.criteria)}, which does not apply (not_for) to ${w.list(a.units, 10)}; for them it counts as not met.`,
    },
    why: {
      vi: 'Không thiếu số liệu nào: đơn vị bị xếp xuống loại dưới vì một tiêu chí mà đơn vị đó không phải làm.',
      en: 'Nothing is missing: a unit drops to a lower class for a criterion that it need not meet.',
    },
    fix: {
      vi: 'Một điều kiện không miễn được cho riêng một đơn vị. Cả khối không áp dụng: khai loại riêng, không có điều kiện đó, ở “classes: { default: …, by_block: … }”. Chỉ vài đơn vị: viết điều kiện theo tiêu chí cha hoặc tiêu chí khác mà đơn vị nào cũng có, hoặc xếp các đơn vị đó vào một khối riêng.',
      en: 'A condition cannot exempt single units. If the criterion does not apply to a whole block, give that its own classes without the condition: `classes: { default: …, by_block: … }`. If only to some units, write the condition on the criterion above or another that all have, or put these units into a block of their own.',
    },
  }),
  'scores/class-condition-unknown': kind<{
    class: string;
    condition: string;
    units: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `không xét được điều kiện ${w.quote(a.condition)} của loại ${w.quote(a.class)} cho ${w.list(a.units, 10)} (thiếu số liệu) nên coi như không đạt.`,
      en: (a, w) =>
        `the condition ${w.quote(a.condition)} of ${w.quote(a.class)} cannot be told for ${w.list(a.units, 10)} (figures are missing) and counts as not met.`,
    },
    why: {
      vi: 'Đơn vị bị xếp xuống loại dưới chỉ vì không xét được, không phải vì không đạt.',
      en: 'A unit drops to a lower class only because the condition cannot be judged.',
    },
    fix: {
      vi: 'Bổ sung số liệu hoặc điểm mà điều kiện cần; nếu điều kiện không áp dụng cho khối đó thì khai “classes.by_block”.',
      en: 'Add the figures or points that the condition needs; if it does not concern the block, give that its own `classes.by_block`.',
    },
  }),
};
