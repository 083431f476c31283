/** Findings of the quota stage: totals that do not foot, counts that are missing, bands that cannot hold. */
import { kind } from './finding.ts';
import { quotaPlaceFindings } from './quota-places.ts';
import { quotaSizeFindings } from './quota-sizes.ts';
import { quotaTotalFindings } from './quota-totals.ts';

export const quotaFindings = {
  ...quotaSizeFindings,
  ...quotaPlaceFindings,
  ...quotaTotalFindings,
  'quota/too-many-sheets': kind<{ total: number; most: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cộng lại được ${w.int(a.total)} phiếu, nhiều hơn mức ${w.int(a.most)} mà một cuộc điều tra xử lý được.`,
      en: (a, w) =>
        `the quotas add up to ${w.int(a.total)} sheets, more than the ${w.int(a.most)} that one survey can handle.`,
    },
    why: {
      vi: 'Số lớn như vậy gần như chắc chắn là gõ nhầm.',
      en: 'So large a number is almost certainly a slip.',
    },
    fix: {
      vi: 'Kiểm tra lại số phiếu của từng nhóm; nếu đúng là nhiều như vậy, tách thành nhiều cuộc điều tra.',
      en: 'Check the quota of each group; if it really is so many, split the survey.',
    },
  }),
  'quota/total-over-several-units': kind<{ group: string; units: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chỉ có một tổng (total) cho ${w.int(a.units)} đơn vị, chưa rõ mỗi đơn vị bao nhiêu phiếu.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: one \`total\` for ${w.int(a.units)} units does not say how many sheets each unit gets.`,
    },
    why: {
      vi: 'Mỗi dòng của bảng phân bổ phải có số phiếu của chính nó.',
      en: 'Every row of the annex needs its own number of sheets.',
    },
    fix: {
      vi: 'Dùng “counts” (bảng theo đơn vị) hoặc “each” (mỗi đơn vị), hoặc bỏ “in” nếu nhóm không chia theo đơn vị.',
      en: 'Use `counts` (a table by unit) or `each`, or leave out `in` if the group is not divided by unit.',
    },
  }),
  'quota/attribute-unknown': kind<{ group: string; attribute: string; units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.units.length === 0
          ? `nhóm ${w.quote(a.group)}: chưa có “${a.attribute}” của cả cuộc điều tra; số phiếu sẽ xác định khi có số liệu.`
          : `nhóm ${w.quote(a.group)}: chưa có “${a.attribute}” ở ${w.int(a.units.length)} nơi (${w.list(a.units, 3)}); số phiếu sẽ xác định khi có số liệu.`,
      en: (a, w) =>
        a.units.length === 0
          ? `group ${w.quote(a.group)}: \`${a.attribute}\` of the survey as a whole is not known yet; the quota follows when it is.`
          : `group ${w.quote(a.group)}: \`${a.attribute}\` is not known yet in ${w.int(a.units.length)} ${a.units.length === 1 ? 'place' : 'places'} (${w.list(a.units, 3)}); the quota follows when it is.`,
    },
    why: {
      vi: 'Phương án có thể được ký trước khi có số liệu, nhưng chưa in được phiếu cho những nơi này.',
      en: 'A plan may be signed before the figure is there, but nothing can be printed for them until then.',
    },
    fix: {
      vi: 'Khi có số liệu, thay “unknown” bằng con số và chạy lại.',
      en: 'When the figure arrives, write it in place of `unknown` and run again.',
    },
  }),
  'quota/count-not-taken': kind<{
    group: string;
    figure: string;
    units: readonly string[];
    /** That holds whatever the count is; null: there is none. */
    floor: number | null;
  }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${w.quote(a.figure)} ở ${w.int(a.units.length)} đơn vị chỉ đếm được khi khảo sát; ${
          a.floor === null
            ? 'số phiếu xác định theo số đếm được.'
            : `tạm tính ${w.int(a.floor)} phiếu, là mức tối thiểu.`
        }`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${w.quote(a.figure)} of ${w.int(a.units.length)} ${a.units.length === 1 ? 'unit' : 'units'} is counted during fieldwork; ${
          a.floor === null
            ? 'the quota follows from the count.'
            : `until then the quota is the floor of ${w.int(a.floor)}.`
        }`,
    },
    why: {
      vi: 'Khoảng cho phép chỉ tính được khi biết số lượt người đến.',
      en: 'The band can only be worked out from the number of visitors counted.',
    },
    fix: {
      vi: 'Sau mỗi ngày khảo sát, ghi số đếm vào đơn vị rồi chạy lại “survey status”.',
      en: 'After fieldwork write the counts into the units and run `survey status` again.',
    },
  }),
  'quota/roster-missing': kind<{ group: string; file: string; due: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: chưa có danh sách ${w.quote(a.file)}${a.due === '' ? '' : ` (hạn gửi ${w.date(a.due)})`}; số phiếu bằng số người trong danh sách nên chưa xác định.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the list ${w.quote(a.file)} is not there yet${a.due === '' ? '' : ` (due ${w.date(a.due)})`}; the quota is the number of people on it, so it is not known.`,
    },
    why: {
      vi: 'Điều tra toàn bộ thì số phiếu là số người trong danh sách, không ước lượng.',
      en: 'A census takes everybody on the list; the number is not guessed.',
    },
    fix: {
      vi: 'Chép danh sách vào đúng thư mục đã ghi rồi chạy lại; mỗi người một dòng, có cột đơn vị.',
      en: 'Put the list where the plan says and run again: one row a person, with a column naming the unit.',
    },
  }),
  'quota/roster-without-unit': kind<{ group: string; file: string; units: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: danh sách ${w.quote(a.file)} không có ai của ${w.int(a.units.length)} đơn vị: ${w.list(a.units, 5)}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: the list ${w.quote(a.file)} has nobody from ${w.int(a.units.length)} units: ${w.list(a.units, 5)}.`,
    },
    why: {
      vi: 'Đơn vị không có người trả lời sẽ không có điểm điều tra.',
      en: 'A unit without respondents gets no survey points.',
    },
    fix: {
      vi: 'Kiểm tra đơn vị đã gửi danh sách chưa và tên đơn vị trong danh sách có đúng không.',
      en: 'Check whether the unit has sent its list and how its name is written there.',
    },
  }),
  'quota/band-floor-above-count': kind<{
    group: string;
    unit: string;
    atLeast: number;
    observed: number;
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}: ${w.quote(a.unit)} chỉ có ${w.int(a.observed)} lượt người, ít hơn mức tối thiểu ${w.int(a.atLeast)} phiếu; lấy ý kiến tất cả.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}: ${w.quote(a.unit)} had ${w.int(a.observed)} visitors, fewer than the floor of ${w.int(a.atLeast)}; everybody is asked.`,
    },
    why: {
      vi: 'Mỗi người chỉ trả lời một lần, nên không thể có nhiều phiếu hơn số người đến.',
      en: 'With one reply per visitor there cannot be more replies than visitors.',
    },
    fix: {
      vi: 'Không cần sửa; ghi rõ trong báo cáo rằng đơn vị này không đạt mức tối thiểu vì ít người đến.',
      en: 'Nothing to mend; say in the report that this unit is below the floor because few people came.',
    },
  }),
};
