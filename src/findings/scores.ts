/** Findings of the scoring stage: points that are missing and why, classes that rounding would change. */
import { kind } from './finding.ts';

const missingWhy = {
  vi: 'Thiếu điểm thì để trống, không tính là 0 và không dồn trọng số sang phần khác; đơn vị chưa có tổng điểm và chưa xếp hạng, trừ khi phương án ghi “missing: drop”.',
  en: 'Missing points stay blank: they are not 0 and no weight is moved to another part; the unit has no total and no rank yet, unless the plan says `missing: drop`.',
};

export const scoreFindings = {
  'scores/no-index': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'phương án chưa có bộ tiêu chí (mục “index”) nên chưa có gì để chấm điểm.',
      en: () => 'the plan has no `index`, so there is nothing to score.',
    },
    why: {
      vi: 'Điểm, chỉ số và xếp hạng được tính theo bộ tiêu chí ghi trong phương án.',
      en: 'Points, percentages and ranks follow the criteria written in the plan.',
    },
    fix: {
      vi: 'Thêm mục “index” với các tiêu chí, điểm tối đa và nguồn điểm của từng tiêu chí.',
      en: 'Add an `index` with the criteria, their maxima and where the points of each come from.',
    },
  }),
  'scores/mixed-rehearsal': kind<{ simulated: 'points' | 'returns' }>({
    severity: 'error',
    text: {
      vi: (a) =>
        a.simulated === 'points'
          ? 'điểm trong points/ là số liệu mô phỏng nhưng phiếu trong returns/ là phiếu thật.'
          : 'phiếu trong returns/ là số liệu mô phỏng nhưng điểm trong points/ là điểm thật.',
      en: (a) =>
        a.simulated === 'points'
          ? 'the points in points/ are simulated but the returns in returns/ are real.'
          : 'the returns in returns/ are simulated but the points in points/ are real.',
    },
    why: {
      vi: 'Kết quả thật không được lẫn số liệu diễn tập.',
      en: 'Real results must not contain figures of a rehearsal.',
    },
    fix: {
      vi: 'Diễn tập trong một thư mục riêng (survey simulate tạo sẵn), chuyển phần mô phỏng ra khỏi thư mục này.',
      en: 'Rehearse in a folder of its own (survey simulate makes one) and move the simulated part out of this one.',
    },
  }),
  'scores/no-points': kind<{ units: readonly string[]; criteria: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `chưa có điểm thẩm định tiêu chí ${w.list(a.criteria, 30)} của ${w.list(a.units, 10)}.`,
      en: (a, w) =>
        `no appraised points for ${a.criteria.length === 1 ? 'criterion' : 'criteria'} ${w.list(a.criteria, 30)} of ${w.list(a.units, 10)}.`,
    },
    why: missingWhy,
    fix: {
      vi: 'Ghi điểm thẩm định vào tệp trong thư mục points/; nếu tiêu chí không áp dụng cho đơn vị thì khai “not_for” trong phương án.',
      en: 'Write the appraised points into a file under points/; if the criterion does not apply to the unit, say so with `not_for` in the plan.',
    },
  }),
  'scores/no-answers': kind<{
    group: string;
    units: readonly string[];
    questions: readonly string[];
    criteria: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)} không có ý kiến hợp lệ nào ở câu ${w.list(a.questions, 30)} về ${w.list(a.units, 10)}; ` +
        `chưa có điểm tiêu chí ${w.list(a.criteria, 30)}.`,
      en: (a, w) =>
        `the group ${w.quote(a.group)} gave no valid answer to ${w.list(a.questions, 30)} about ${w.list(a.units, 10)}; ` +
        `no points for ${a.criteria.length === 1 ? 'criterion' : 'criteria'} ${w.list(a.criteria, 30)}.`,
    },
    why: missingWhy,
    fix: {
      vi: 'Nhập nốt phiếu của nhóm này (survey status cho biết còn thiếu ở đâu); nếu nhóm không đánh giá đơn vị thì sửa trọng số “by” trong phương án.',
      en: 'Import the remaining sheets of the group (survey status says where they are missing); if the group does not rate the unit, mend the weights `by` in the plan.',
    },
  }),
  'scores/class-edge': kind<{
    unit: string;
    printed: string;
    class: string;
    looksLike: string;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.unit)}: chỉ số in ra là ${a.printed.replace('.', ',')} %, nhìn như loại ${w.quote(a.looksLike)}, ` +
        `nhưng số chưa làm tròn thuộc loại ${w.quote(a.class)}.`,
      en: (a, w) =>
        `${w.quote(a.unit)}: the percentage is printed as ${a.printed} and looks like ${w.quote(a.looksLike)}, ` +
        `but before rounding it is in ${w.quote(a.class)}.`,
    },
    why: {
      vi: 'Xếp loại theo số chưa làm tròn; người đọc bảng sẽ hỏi vì sao con số và loại không khớp.',
      en: 'Classes are decided before rounding; readers of the table will ask why the figure and the class disagree.',
    },
    fix: {
      vi: 'Giữ nguyên và giải thích trong báo cáo, hoặc tăng số chữ số thập phân (“rounding.decimals”) để con số in ra không gây hiểu lầm.',
      en: 'Keep it and explain it in the report, or print more decimals (`rounding.decimals`).',
    },
  }),
  'scores/no-class': kind<{ unit: string; missed: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.missed.length > 0
          ? `${w.quote(a.unit)}: không đạt điều kiện kèm theo (${w.list(a.missed)}) của mọi loại mà chỉ số đủ nên không xếp loại.`
          : `${w.quote(a.unit)}: chỉ số thấp hơn ngưỡng của loại thấp nhất nên không xếp loại.`,
      en: (a, w) =>
        a.missed.length > 0
          ? `${w.quote(a.unit)}: it misses conditions (${w.list(a.missed)}) of every class that its percentage reaches, so it has none.`
          : `${w.quote(a.unit)}: its percentage is below the lowest class, so it has none.`,
    },
    why: {
      vi: 'Thang xếp loại trong phương án không bắt đầu từ 0, hoặc loại thấp nhất cũng có điều kiện.',
      en: 'The classes of the plan do not start at 0, or the lowest one has conditions.',
    },
    fix: {
      vi: 'Thêm một loại có “from: 0”, hoặc giữ nguyên nếu quy định không xếp loại dưới ngưỡng đó.',
      en: 'Add a class `from: 0`, or leave it if nothing below that threshold is classified.',
    },
  }),
};
