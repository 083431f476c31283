/** Findings about the size of single quota rows: figures they lack, sizes above their population, totals that cannot be shared out. */
import { kind, type Words } from './finding.ts';

/** A row whose size is above the number there are. */
export interface SizeAbove {
  readonly name: string;
  readonly size: number;
  readonly population: number;
}

const shown = 5;

function sizesIn(rows: readonly SizeAbove[], w: Words): string {
  return w.list(
    rows.map(({ name, size, population }) => `${name} ${w.int(size)}/${w.int(population)}`),
    shown,
  );
}

const everySize = {
  vi: 'Mỗi dòng của bảng phân bổ phải có số phiếu của chính nó.',
  en: 'Every row of the annex needs its own number of sheets.',
};

const oneEach = {
  vi: 'Mỗi người (hộ, hồ sơ) chỉ được hỏi một lần, nên không thể có nhiều phiếu hơn tổng thể.',
  en: 'Each person (household, dossier) is asked once, so there cannot be more sheets than there are of them.',
};

export const quotaSizeFindings = {
  'quota/attribute-missing': kind<{
    group: string;
    attribute: string;
    units: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.units.length === 0
          ? `nhóm ${w.quote(a.group)}: chưa có “${a.attribute}” của cả cuộc điều tra nên không tính được số phiếu.`
          : `nhóm ${w.quote(a.group)}: ${w.list(a.units, shown)} chưa khai “${a.attribute}” nên không tính được số phiếu.`,
      en: (a, w) =>
        a.units.length === 0
          ? `group ${w.quote(a.group)}: \`${a.attribute}\` of the survey as a whole is not given, so the quota cannot be computed.`
          : `group ${w.quote(a.group)}: ${w.list(a.units, shown)} ${a.units.length === 1 ? 'does' : 'do'} not state \`${a.attribute}\`, so the quota cannot be computed.`,
    },
    why: {
      vi: 'Quy tắc phân bổ dựa vào số liệu này của từng đơn vị, địa bàn.',
      en: 'The quota rule is computed from this figure of each unit or place.',
    },
    fix: {
      vi: 'Thêm số liệu vào đơn vị hoặc địa bàn (nhóm không theo đơn vị: figures: { <số liệu>: { value: … } }), hoặc ghi “unknown” nếu đến lúc lập phương án vẫn chưa có.',
      en: 'Add the figure to the unit or place (for a group as a whole: figures: { <figure>: { value: … } }), or write `unknown` if it is not available yet.',
    },
  }),
  'quota/type-without-size': kind<{ group: string; type: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: không có số phiếu cho ${a.type === '' ? 'nơi chưa ghi loại' : `loại “${a.type}”`} (${w.list(a.units, shown)}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: no size for ${a.type === '' ? 'what has no type' : `the type “${a.type}”`} (${w.list(a.units, shown)}).`,
    },
    why: everySize,
    fix: {
      vi: 'Ghi “type” cho đơn vị, địa bàn nếu còn thiếu, thêm loại vào “by_type”, hoặc thêm “default”.',
      en: 'Write the `type` of the unit or place where it is missing, add it to `by_type`, or give a `default`.',
    },
  }),
  'quota/value-without-size': kind<{
    group: string;
    figure: string;
    value: number;
    units: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: không có số phiếu cho ${a.figure} = ${a.value} (${w.list(a.units, shown)}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: no size for ${a.figure} = ${a.value} (${w.list(a.units, shown)}).`,
    },
    why: everySize,
    fix: {
      vi: 'Thêm giá trị này vào “sizes”, hoặc thêm “default”.',
      en: 'Add the value to `sizes`, or give a `default`.',
    },
  }),
  'quota/cost-not-positive': kind<{ group: string; figure: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chi phí “${a.figure}” của ${w.list(a.units, shown)} bằng 0.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the cost \`${a.figure}\` of ${w.list(a.units, shown)} is 0.`,
    },
    why: {
      vi: 'Cách chia Neyman chia cho căn bậc hai của chi phí, nên chi phí phải lớn hơn 0.',
      en: 'Neyman allocation divides by the square root of the cost, so it must be above 0.',
    },
    fix: {
      vi: 'Ghi chi phí thật của một phiếu, hoặc bỏ “cost” nếu mọi nơi như nhau.',
      en: 'Write the real cost of one reply, or leave out `cost` if it is the same everywhere.',
    },
  }),
  'quota/floor-above-population': kind<{ group: string; rows: readonly SizeAbove[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: mức tối thiểu cao hơn tổng thể ở ${sizesIn(a.rows, w)} (mức/tổng thể); ở đó lấy toàn bộ.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the floor is above the population in ${sizesIn(a.rows, w)} (floor/population); everybody is taken there.`,
    },
    why: oneEach,
    fix: {
      vi: 'Không cần sửa nếu chấp nhận lấy toàn bộ; nếu không, hạ mức tối thiểu hoặc kiểm tra lại số liệu.',
      en: 'Nothing to mend if taking everybody is right; else lower the floor or check the figure.',
    },
  }),
  'quota/above-population': kind<{ group: string; rows: readonly SizeAbove[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: số phiếu nhiều hơn tổng thể ở ${sizesIn(a.rows, w)} (phiếu/tổng thể).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: more sheets than there are in ${sizesIn(a.rows, w)} (sheets/population).`,
    },
    why: oneEach,
    fix: {
      vi: 'Kiểm tra lại số liệu. Phần vượt được cắt về tổng thể; riêng “split” giữ nguyên tổng và “stages” giữ nguyên số phiếu mỗi địa bàn: muốn chặn thì thêm “cap” vào “split”, hoặc “population” bên cạnh “stages”.',
      en: 'Check the figure. What is above is cut to the population; but `split` keeps its total and `stages` its number in each place: to hold them back give `split` a `cap`, or write `population` beside `stages`.',
    },
  }),
  'quota/replies-out-of-reach': kind<{ group: string; rows: readonly SizeAbove[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: theo tỷ lệ thu về phải phát nhiều phiếu hơn tổng thể ở ${sizesIn(a.rows, w)} (phải phát/tổng thể); phát cho tất cả mà vẫn có thể thiếu.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: at this response rate more sheets are needed than there are people in ${sizesIn(a.rows, w)} (needed/population); everybody gets one and replies may still fall short.`,
    },
    why: {
      vi: 'Số phiếu cần thu đã gần bằng tổng thể, nên không còn người để bù cho phiếu không về.',
      en: 'The replies wanted are close to the whole population, so nobody is left to make up for the others.',
    },
    fix: {
      vi: 'Giảm số phiếu cần thu ở nơi đó, hoặc có biện pháp để tỷ lệ thu về cao hơn.',
      en: 'Want fewer replies there, or see to a higher response rate.',
    },
  }),
  'quota/reserve-out-of-reach': kind<{ group: string; rows: readonly SizeAbove[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: không đủ người (hộ) để dự phòng ở ${sizesIn(a.rows, w)} (cần dự phòng/còn lại).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: there are not enough people or households for the reserve in ${sizesIn(a.rows, w)} (reserve wanted/left).`,
    },
    why: {
      vi: 'Người đã được hỏi thì không thể thay cho người khác, nên dự phòng chỉ lấy được từ số còn lại.',
      en: 'Whoever is asked cannot stand in for others, so the reserve can only come from those left.',
    },
    fix: {
      vi: 'Giảm “reserve”, hoặc kiểm tra lại số liệu của nơi đó. Dự phòng được tính bằng số còn lại.',
      en: 'Lower `reserve`, or check the figure of the place. The reserve is taken to be those who are left.',
    },
  }),
  'quota/split-infeasible': kind<{
    group: string;
    /** Blank: the group's own rule. */
    pool: string;
    kind: 'minima' | 'maxima' | 'no-weight';
    total: number;
    bound: number;
    parts: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => {
        const lead = `nhóm ${w.quote(a.group)}${a.pool === '' ? '' : `, cụm ${w.quote(a.pool)}`}: không chia được ${w.int(a.total)} phiếu: `;
        const parts = w.list(a.parts, shown);
        if (a.kind === 'minima') {
          return `${lead}riêng các mức tối thiểu đã cần ${w.int(a.bound)}, thiếu ${w.int(a.bound - a.total)} (${parts}).`;
        }
        const left = w.int(a.total - a.bound);
        return a.kind === 'maxima'
          ? `${lead}cộng mọi mức tối đa chỉ được ${w.int(a.bound)}, còn thừa ${left} (${parts}).`
          : `${lead}chỉ chia được ${w.int(a.bound)}, còn thừa ${left} mà những nơi còn chỗ có quy mô bằng 0 (${parts}).`;
      },
      en: (a, w) => {
        const lead = `group ${w.quote(a.group)}${a.pool === '' ? '' : `, pool ${w.quote(a.pool)}`}: ${w.int(a.total)} sheets cannot be shared out: `;
        const parts = w.list(a.parts, shown);
        if (a.kind === 'minima') {
          return `${lead}the minima alone need ${w.int(a.bound)}, ${w.int(a.bound - a.total)} too many (${parts}).`;
        }
        const left = w.int(a.total - a.bound);
        return a.kind === 'maxima'
          ? `${lead}all maxima together reach ${w.int(a.bound)}, ${left} are left over (${parts}).`
          : `${lead}only ${w.int(a.bound)} can be, ${left} are left over and those with room have size 0 (${parts}).`;
      },
    },
    why: {
      vi: 'Tổng được giữ đúng từng phiếu; khi các giới hạn mâu thuẫn với tổng thì phương án phải chọn, công cụ không tự bẻ.',
      en: 'The total is kept to the sheet; where the bounds contradict it the plan has to decide, nothing is bent.',
    },
    fix: {
      vi: 'Sửa “total”, hoặc nới “each”, “min”, “max”, “cap”.',
      en: 'Mend `total`, or loosen `each`, `min`, `max` or `cap`.',
    },
  }),
};
