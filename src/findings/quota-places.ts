/** Findings about places chosen by stages, and the seed of a draw. */
import { kind } from './finding.ts';

/** A stage within one place of the level above (blank: the whole frame). */
export interface Within {
  readonly group: string;
  readonly within: string;
  readonly level: string;
}

const thePlan = {
  vi: 'Số địa bàn ghi trong phương án và khung mẫu phải khớp, nếu không tổng số phiếu sai.',
  en: 'The number of places in the plan and the frame must agree, or the total is wrong.',
};

const inVi = (a: Within, quoted: (text: string) => string): string =>
  a.within === '' ? 'khung mẫu' : quoted(a.within);
const inEn = (a: Within, quoted: (text: string) => string): string =>
  a.within === '' ? 'the frame' : quoted(a.within);

export const quotaPlaceFindings = {
  'quota/stage-does-not-foot': kind<{
    group: string;
    within: string;
    level: string;
    take: number;
    there: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${a.within === '' ? 'khung mẫu' : w.quote(a.within)} có ${w.int(a.there)} địa bàn cấp “${a.level}”, phương án chọn ${w.int(a.take)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${a.within === '' ? 'the frame' : w.quote(a.within)} has ${w.int(a.there)} places at level “${a.level}”; the plan takes ${w.int(a.take)}.`,
    },
    why: {
      vi: 'Số địa bàn ghi trong phương án và danh sách địa bàn kèm theo phải khớp, nếu không tổng số phiếu sai.',
      en: 'The number of places in the plan and the places listed must agree, or the total is wrong.',
    },
    fix: {
      vi: 'Bổ sung hoặc bỏ bớt địa bàn trong “places”, hoặc sửa “take” của cấp đó.',
      en: 'Add or remove places, or mend `take` at that level.',
    },
  }),
  'quota/stage-without-number': kind<Within & { type: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chưa ghi chọn mấy địa bàn cấp “${a.level}” trong ${inVi(a, w.quote)} (${a.type === '' ? 'chưa ghi loại' : `loại “${a.type}”`}).`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: how many places of level “${a.level}” to take in ${inEn(a, w.quote)} (${a.type === '' ? 'no type' : `type “${a.type}”`}) is not said.`,
    },
    why: thePlan,
    fix: {
      vi: 'Thêm loại này vào “by_type” của “take”, hoặc thêm “default”.',
      en: 'Add the type to `by_type` of `take`, or give a `default`.',
    },
  }),
  'quota/too-few-places': kind<Within & { take: number; there: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: phải chọn ${w.int(a.take)} địa bàn cấp “${a.level}” trong ${inVi(a, w.quote)} nhưng ở đó chỉ có ${w.int(a.there)} địa bàn chọn được.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${w.int(a.take)} places of level “${a.level}” are to be drawn in ${inEn(a, w.quote)}, where only ${w.int(a.there)} can be.`,
    },
    why: thePlan,
    fix: {
      vi: 'Bổ sung địa bàn vào “places” (địa bàn có quy mô 0 không chọn được bằng pps), hoặc giảm “take”.',
      en: 'Add the places that are missing (one of size 0 cannot be drawn by pps), or lower `take`.',
    },
  }),
  'quota/too-many-certain': kind<Within & { take: number; certain: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${inVi(a, w.quote)} có ${w.int(a.certain)} địa bàn cấp “${a.level}” luôn được chọn (certain), nhiều hơn ${w.int(a.take)} địa bàn phải chọn.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${inEn(a, w.quote)} has ${w.int(a.certain)} places of level “${a.level}” that are taken for certain, more than the ${w.int(a.take)} to take.`,
    },
    why: {
      vi: 'Địa bàn luôn được chọn cũng nằm trong số phải chọn.',
      en: 'Places taken for certain are among those to take.',
    },
    fix: {
      vi: 'Tăng “take”, hoặc bỏ bớt “certain: yes”.',
      en: 'Raise `take`, or mark fewer places `certain: yes`.',
    },
  }),
  'quota/reserve-short': kind<Within & { reserve: number; there: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: trong ${inVi(a, w.quote)} ${a.there === 0 ? 'không còn' : `chỉ còn ${w.int(a.there)}`} địa bàn cấp “${a.level}” để dự phòng, phương án ghi ${w.int(a.reserve)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${a.there === 0 ? 'no' : `only ${w.int(a.there)}`} places of level “${a.level}” are left in ${inEn(a, w.quote)} for the reserve of ${w.int(a.reserve)}.`,
    },
    why: {
      vi: 'Địa bàn không khảo sát được mà hết dự phòng thì thiếu phiếu.',
      en: 'When a place falls out and the reserve is used up, sheets are missing.',
    },
    fix: {
      vi: 'Giảm “reserve”, hoặc chấp nhận ít địa bàn dự phòng hơn.',
      en: 'Lower `reserve`, or accept that there are fewer.',
    },
  }),
  'quota/no-reserve-place-left': kind<Within & { place: string; reserve: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.reserve === 0
          ? `nhóm ${w.quote(a.group)}: không có địa bàn dự phòng nào để thay ${w.quote(a.place)}.`
          : `nhóm ${w.quote(a.group)}: đã hết địa bàn dự phòng cấp “${a.level}” trong ${inVi(a, w.quote)} để thay ${w.quote(a.place)}.`,
      en: (a, w) =>
        a.reserve === 0
          ? `group ${w.quote(a.group)}: no place is held in reserve to stand in for ${w.quote(a.place)}.`
          : `group ${w.quote(a.group)}: no place of level “${a.level}” is left in reserve in ${inEn(a, w.quote)} to stand in for ${w.quote(a.place)}.`,
    },
    why: {
      vi: 'Địa bàn thay thế cũng phải do rút ngẫu nhiên mà có, không được tự chọn.',
      en: 'A place that stands in has to come from the draw too, not from somebody’s choice.',
    },
    fix: {
      vi: 'Tăng “reserve” của bước chọn này: các địa bàn đã rút không đổi, chỉ rút thêm dự phòng.',
      en: 'Raise `reserve` of this stage: the places drawn stay the same, further ones are drawn in reserve.',
    },
  }),
  'quota/replaced-not-drawn': kind<{ place: string; named: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.named
          ? `địa bàn ${w.quote(a.place)} do phương án ấn định, không phải rút được, nên không có dự phòng để thay.`
          : `địa bàn ${w.quote(a.place)} không được rút nên không có gì để thay.`,
      en: (a, w) =>
        a.named
          ? `the place ${w.quote(a.place)} was named by the plan, not drawn, so no reserve stands in for it.`
          : `the place ${w.quote(a.place)} was not drawn, so there is nothing to replace.`,
    },
    why: {
      vi: '“sample.replaced” ghi những địa bàn đã rút nhưng không khảo sát được.',
      en: '`sample.replaced` lists places that were drawn and cannot be surveyed.',
    },
    fix: {
      vi: 'Xem lại mã địa bàn trong bảng địa bàn được chọn (survey quota); địa bàn do phương án ấn định thì sửa “chosen” của các địa bàn.',
      en: 'Compare the id with the chosen places (survey quota); where the plan names the places, mend their `chosen` instead.',
    },
  }),
  'quota/picks-do-not-match': kind<Within & { standing: string; take: number; there: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${inVi(a, w.quote)} có ${w.int(a.there)} địa bàn cấp “${a.level}” ghi “chosen: ${a.standing}”, phương án chọn ${w.int(a.take)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${inEn(a, w.quote)} has ${w.int(a.there)} places of level “${a.level}” with \`chosen: ${a.standing}\`; the plan picks ${w.int(a.take)}.`,
    },
    why: {
      vi: 'Chọn có chủ đích thì phải ghi rõ đã chọn những nơi nào, đúng số lượng từng mức.',
      en: 'A choice by judgement has to say which places were chosen, as many of each standing as planned.',
    },
    fix: {
      vi: 'Sửa “chosen” của các địa bàn, hoặc sửa “picks”.',
      en: 'Mend `chosen` of the places, or mend `picks`.',
    },
  }),
  'quota/seed-missing': kind<{ group: string; steps: readonly number[]; total: number | null }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: phải rút ngẫu nhiên địa bàn nhưng chưa có “sample.seed”, nên chưa biết phát phiếu ở đâu.` +
        (a.total === null
          ? ''
          : ` Tổng sẽ là ${a.steps.map(w.int).join(' × ')} = ${w.int(a.total)} phiếu.`),
      en: (a, w) =>
        `group ${w.quote(a.group)}: places are to be drawn but there is no \`sample.seed\`, so it is not known where the sheets go.` +
        (a.total === null
          ? ''
          : ` The total will be ${a.steps.map(w.int).join(' × ')} = ${w.int(a.total)} sheets.`),
    },
    why: {
      vi: 'Địa bàn được rút từ một hạt giống công khai, để ai cũng rút lại được đúng như vậy.',
      en: 'Places are drawn from a public seed, so that anybody can draw again and get the same.',
    },
    fix: {
      vi: 'Ghi vào phương án: sample: { seed: "123456", seed_source: "giải đặc biệt xổ số ngày …" }; chọn ngày trước khi biết kết quả.',
      en: 'Write in the plan: sample: { seed: "123456", seed_source: "lottery of …" }; name the day before its result is known.',
    },
  }),
};
