/** Findings of `survey power` and of the sensitivity analysis. */
import { kind } from './finding.ts';

const templateFix = {
  vi: 'Sửa tệp mẫu .typ theo chỗ được chỉ ra; nếu tệp nằm trong thư mục templates/report của cuộc điều tra thì có thể xóa đi để dùng lại mẫu có sẵn.',
  en: 'Mend the .typ file where it is pointed at; if it stands in the survey’s own templates/report, deleting it brings the supplied one back.',
};

export const powerFindings = {
  'power/no-survey': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'không tiêu chí nào trong bộ chỉ số lấy điểm từ phiếu điều tra.',
      en: () => 'no criterion of the index takes its points from the survey.',
    },
    why: {
      vi: 'Điểm không lấy từ phiếu thì không phụ thuộc vào số phiếu, nên không có gì để ước lượng.',
      en: 'Points that no form decides do not depend on the number of forms: there is nothing to estimate.',
    },
    fix: {
      vi: 'Khai “survey” cho tiêu chí lấy điểm từ phiếu (mục “index”), rồi chạy lại.',
      en: 'Write `survey` at the criteria that forms decide (under `index`), then run it again.',
    },
  }),
  'power/no-rivals': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'không khối nào có từ hai đơn vị được xếp hạng trở lên.',
      en: () => 'no block has two or more units that are ranked.',
    },
    why: {
      vi: 'Một đơn vị xếp một mình thì luôn đứng đầu; không có thứ tự nào để đúng hay sai.',
      en: 'A unit ranked alone is always first: there is no order that could be right or wrong.',
    },
    fix: {
      vi: 'Kiểm tra các khối và “ranked” của đơn vị; nếu xếp chung mọi đơn vị thì ghi “rank: { within: all }”.',
      en: 'Look at the blocks and at `ranked` of the units; if all are ranked together, write `rank: { within: all }`.',
    },
  }),
  'power/quota-unknown': kind<{ group: string; targets: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `chưa biết số phiếu của nhóm ${w.quote(a.group)}: ${w.list(a.targets)}.`,
      en: (a, w) =>
        `the number of forms of the group ${w.quote(a.group)} is not known yet: ${w.list(a.targets)}.`,
    },
    why: {
      vi: 'Phiếu của nhóm này quyết định điểm; không biết bao nhiêu người thì không biết kết quả chắc đến đâu.',
      en: 'Its forms decide points; without their number nobody can tell how sure the results will be.',
    },
    fix: {
      vi: 'Đưa danh sách vào thư mục frame, hoặc tạm ghi số người ước chừng vào “quota” rồi chạy lại.',
      en: 'Bring the list into the folder frame, or write a rough number into `quota` for now and run it again.',
    },
  }),
  'power/no-truth-file': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có tệp kết quả ${w.quote(a.path)}.`,
      en: (a, w) => `there is no file of results ${w.quote(a.path)}.`,
    },
    why: {
      vi: 'Kết quả kỳ trước được dùng làm mức thật của các đơn vị.',
      en: 'The earlier results are taken as the true levels of the units.',
    },
    fix: {
      vi: 'Ghi đúng đường dẫn đến out/scores.json của kỳ trước, hoặc bỏ --truth để rút mức ngẫu nhiên.',
      en: 'Give the path of the earlier out/scores.json, or leave --truth out and levels are drawn.',
    },
  }),
  'power/truth-unmatched': kind<{ units: readonly string[]; all: boolean }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        a.all
          ? 'tệp kết quả không có đơn vị nào của phương án; mức của mọi đơn vị được rút ngẫu nhiên.'
          : `tệp kết quả không có ${w.list(a.units, 10)}; mức của các đơn vị này được rút ngẫu nhiên.`,
      en: (a, w) =>
        a.all
          ? 'the results know none of the units of the plan; the levels of all are drawn.'
          : `the results do not know ${w.list(a.units, 10)}; their levels are drawn.`,
    },
    why: {
      vi: 'Đơn vị được tìm theo mã, rồi theo tên; tên gần giống không được tự lấy.',
      en: 'Units are looked up by id, then by name; a name that is only similar is not taken.',
    },
    fix: {
      vi: 'Sửa tên trong tệp kết quả cho khớp phương án, nếu là cùng một đơn vị.',
      en: 'If it is the same unit, mend its name in the file of results.',
    },
  }),
  'power/picture-template': kind<{ message: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `mẫu hình vẽ không dùng được: ${w.quote(a.message)}.`,
      en: (a, w) => `the template of the picture does not work: ${w.quote(a.message)}.`,
    },
    why: {
      vi: 'Hình vẽ độ nhạy do mẫu trong templates/report dựng nên.',
      en: 'The picture of the sensitivity analysis is set by the template in templates/report.',
    },
    fix: templateFix,
  }),
  'power/nothing-to-vary': kind<{ isRanked: boolean }>({
    severity: 'error',
    text: {
      vi: (a) =>
        a.isRanked
          ? 'bộ chỉ số chỉ có một cách tính, không có trọng số hay cách tính nào để thay đổi.'
          : 'chưa có đơn vị nào được xếp hạng, nên không phân tích được độ nhạy.',
      en: (a) =>
        a.isRanked
          ? 'the index leaves nothing to choose: it has no weights and no methods that could be others.'
          : 'no unit is ranked yet, so there is no sensitivity to look at.',
    },
    why: {
      vi: 'Phân tích độ nhạy cho biết thứ hạng thay đổi thế nào khi đổi trọng số và cách tính.',
      en: 'The sensitivity analysis says how ranks change with weights and method.',
    },
    fix: {
      vi: 'Nếu chưa xếp hạng: nhập phiếu và điểm còn thiếu (survey status cho biết còn thiếu gì). Bộ chỉ số chỉ có một tiêu chí thì bỏ --sensitivity.',
      en: 'If nobody is ranked: import the returns and points that are missing (survey status says which). With a single criterion, leave --sensitivity out.',
    },
  }),
};
