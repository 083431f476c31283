/** Findings about ranks, classes and averages as the plan declares them. */
import { kind } from './finding.ts';

export const planRankingFindings = {
  'plan/few-replicates': kind<{ replicates: number; least: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `“replicates” là ${w.int(a.replicates)}: phải là 0 (không tính khoảng thứ hạng) hoặc ít nhất ${w.int(a.least)}.`,
      en: (a, w) =>
        `\`replicates\` is ${w.int(a.replicates)}: it must be 0 (no intervals of ranks) or at least ${w.int(a.least)}.`,
    },
    why: {
      vi: 'Khoảng thứ hạng rút ra từ vài lần lấy mẫu lại trông chắc chắn mà không nói lên điều gì.',
      en: 'Intervals of ranks from a few draws look certain and say nothing.',
    },
    fix: {
      vi: 'Bỏ dòng này (mặc định 2000), hoặc ghi một số lớn hơn.',
      en: 'Leave it out (2000 by default), or give a larger number.',
    },
  }),
  'plan/tie-breaker-idle': kind<{ tieBreaker: string; ranksAlready: boolean }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.ranksAlready
          ? `tiêu chí phụ ${w.quote(a.tieBreaker)} chính là kết quả dùng để xếp hạng nên không phân định được gì.`
          : `tiêu chí phụ ${w.quote(a.tieBreaker)} không có tác dụng: bộ chỉ số không có tiêu chí nào thuộc phần này.`,
      en: (a, w) =>
        a.ranksAlready
          ? `the tie-breaker ${w.quote(a.tieBreaker)} is what units are ranked on, so it decides nothing.`
          : `the tie-breaker ${w.quote(a.tieBreaker)} decides nothing: the index has no criterion of that part.`,
    },
    why: {
      vi: 'Đơn vị bằng nhau sẽ vẫn bằng nhau sau khi xét tiêu chí phụ này.',
      en: 'Units that are equal stay equal after it.',
    },
    fix: {
      vi: 'Xóa khỏi “tie_breakers”, hoặc thay bằng số của một tiêu chí.',
      en: 'Delete it from `tie_breakers`, or give the code of a criterion.',
    },
  }),
  'plan/tie-breaker-not-for-all': kind<{ criterion: string; units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tiêu chí phụ ${w.quote(a.criterion)} không áp dụng cho ${w.list(a.units, 5)}; khi bằng nhau các đơn vị này bị xếp sau.`,
      en: (a, w) =>
        `the tie-breaker ${w.quote(a.criterion)} does not apply to ${w.list(a.units, 5)}; among equals they come last.`,
    },
    why: {
      vi: 'Đơn vị không có tiêu chí này thì không so sánh được, xếp sau không phải vì kém hơn.',
      en: 'Units without the criterion cannot be compared by it and are not worse for that.',
    },
    fix: {
      vi: 'Chọn tiêu chí phụ mà mọi đơn vị được xếp hạng đều có, hoặc giữ nguyên nếu quy định như vậy.',
      en: 'Choose one that all ranked units have, or leave it if that is the rule.',
    },
  }),
  'plan/ties-by-name': kind<Record<never, never>>({
    severity: 'warning',
    text: {
      vi: () =>
        'ties: consecutive mà không có “tie_breakers” thì đơn vị bằng nhau chỉ được xếp theo thứ tự tên.',
      en: () =>
        '`ties: consecutive` without `tie_breakers` ranks equal units by nothing but their names.',
    },
    why: {
      vi: 'Hai đơn vị cùng kết quả mà khác hạng thì phải giải thích được vì sao.',
      en: 'Two units with one result and different ranks need a reason.',
    },
    fix: {
      vi: 'Thêm “tie_breakers: [survey, …]”, hoặc cho đồng hạng: ties: joint.',
      en: 'Add `tie_breakers: [survey, …]`, or let them share the rank: `ties: joint`.',
    },
  }),
  'plan/class-shares-of-one': kind<{ highest: string; from: string; near: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `mức cao nhất ${w.quote(a.highest)} chỉ cần từ ${w.decimal(a.from)} %: có nhầm không?`,
      en: (a, w) =>
        `the highest class ${w.quote(a.highest)} takes no more than ${w.decimal(a.from)} %: is that a slip?`,
    },
    why: {
      vi: '“from” tính bằng phần trăm: 0.85 là 0,85 %, nên hầu như mọi đơn vị đều được xếp mức cao nhất.',
      en: '`from` is in percent: 0.85 is 0.85 %, so nearly every unit gets the highest class.',
    },
    fix: {
      vi: 'Ghi 85 hoặc 85%; nếu đúng là như vậy thì để nguyên.',
      en: 'Write 85 or 85%; leave it if it is meant so.',
    },
  }),
  'plan/class-limit': kind<{ name: string; wanted: 'from' | 'share'; both: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.both
          ? `mức xếp loại ${w.quote(a.name)} có cả “from” và “share”.`
          : `mức xếp loại ${w.quote(a.name)} chưa có “${a.wanted}”.`,
      en: (a, w) =>
        a.both
          ? `the class ${w.quote(a.name)} has both \`from\` and \`share\`.`
          : `the class ${w.quote(a.name)} has no \`${a.wanted}\`.`,
    },
    why: {
      vi: 'Một bảng xếp loại chỉ theo một cách: theo ngưỡng phần trăm (from) hoặc theo tỷ lệ số đơn vị (share).',
      en: 'A list of classes goes one way: by percent (`from`) or by share of the units (`share`).',
    },
    fix: {
      vi: 'Ghi cùng một loại giới hạn cho mọi mức trong bảng; điều kiện thêm ghi ở “only_if”.',
      en: 'Give every class of the list the same kind of limit; further conditions go to `only_if`.',
    },
  }),
  'plan/class-shares': kind<{ sum: string }>({
    severity: 'error',
    text: {
      vi: (a) =>
        `tỷ lệ “share” của các mức cộng lại ${a.sum.replace('.', ',')} %, không phải 100 %.`,
      en: (a) => `the shares of the classes sum to ${a.sum} %, not 100 %.`,
    },
    why: {
      vi: 'Mọi đơn vị được xếp hạng phải thuộc đúng một mức.',
      en: 'Every ranked unit must be in one class.',
    },
    fix: {
      vi: 'Sửa cho đủ 100 %, ví dụ 33.33%, 33.33% và 33.34%; mức cuối nhận phần còn lại.',
      en: 'Make them 100 %, for example 33.33%, 33.33% and 33.34%; the last class takes what is left.',
    },
  }),
  'plan/class-shares-of-block': kind<{ block: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `khối ${w.quote(a.block)} xếp loại theo tỷ lệ số đơn vị riêng, nhưng xếp hạng chung một bảng (rank.within: all).`,
      en: (a, w) =>
        `the block ${w.quote(a.block)} has classes by share of its own, but ranks run over all units (\`rank.within: all\`).`,
    },
    why: {
      vi: 'Tỷ lệ được tính trên số đơn vị xếp hạng cùng nhau; một khối không có thứ hạng riêng thì không biết tính trên số nào.',
      en: 'Shares are of the units ranked together; a block without ranks of its own has no such number.',
    },
    fix: {
      vi: 'Xếp hạng theo khối (within: block), hoặc dùng chung một bảng xếp loại.',
      en: 'Rank within blocks (`within: block`), or use one list of classes for all.',
    },
  }),
  'plan/last-class-condition': kind<{ name: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `mức thấp nhất ${w.quote(a.name)} có điều kiện kèm theo; đơn vị không đạt sẽ không có xếp loại.`,
      en: (a, w) =>
        `the lowest class ${w.quote(a.name)} has further conditions; a unit that misses them has no class.`,
    },
    why: {
      vi: 'Thiếu điều kiện thì xuống mức sau, mà sau mức này không còn mức nào.',
      en: 'Who misses a condition gets the next class, and there is none after this one.',
    },
    fix: {
      vi: 'Bỏ “only_if” ở mức cuối, hoặc thêm một mức bên dưới.',
      en: 'Delete `only_if` of the last class, or add one below it.',
    },
  }),
  'plan/overall-block-missing': kind<{ blocks: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `trung bình chung (overall) chưa có trọng số của khối ${w.list(a.blocks, 10)}.`,
      en: (a, w) => `\`overall\` gives no weight to ${w.list(a.blocks, 10)}.`,
    },
    why: {
      vi: 'Bỏ sót một khối thì số chung không phải là của cả tỉnh, mà người đọc không biết.',
      en: 'Without a block the average is not of the whole, and no reader would know.',
    },
    fix: {
      vi: 'Ghi trọng số cho mọi khối có đơn vị được xếp hạng; ghi 0 nếu đúng là không tính.',
      en: 'Give a weight to every block with ranked units; write 0 where it is really left out.',
    },
  }),
  'plan/overall-no-weight': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'mọi trọng số của trung bình chung (overall) đều bằng 0.',
      en: () => 'all weights of `overall` are 0.',
    },
    why: {
      vi: 'Không có trọng số nào thì không tính được trung bình.',
      en: 'Without any weight there is no average.',
    },
    fix: {
      vi: 'Ghi trọng số lớn hơn 0 cho ít nhất một khối, hoặc dùng units, blocks.',
      en: 'Give at least one block a weight above 0, or write `units` or `blocks`.',
    },
  }),
};
