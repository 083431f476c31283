/** Findings about how the plan says that points are given. */
import { kind } from './finding.ts';

export const planPointFindings = {
  'plan/step-not-appraised': kind<{ criterion: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tiêu chí ${w.quote(a.criterion)} có “step” nhưng không nhận điểm thẩm định.`,
      en: (a, w) =>
        `criterion ${w.quote(a.criterion)} has a \`step\` but takes no appraised points.`,
    },
    why: {
      vi: 'Mức chấm điểm chỉ dùng cho điểm thẩm định; điểm điều tra và điểm cộng từ tiêu chí con được tính ra.',
      en: 'Steps are for appraised points; points from the survey or from sub-criteria are computed.',
    },
    fix: {
      vi: 'Xóa “step” ở tiêu chí này, hoặc ghi “appraised: yes”.',
      en: 'Remove `step` here, or write `appraised: yes`.',
    },
  }),
  'plan/maximum-off-step': kind<{ criterion: string; max: string; step: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `điểm tối đa ${a.max.replace('.', ',')} của tiêu chí ${w.quote(a.criterion)} không phải bội số của “step” ${a.step.replace('.', ',')}.`,
      en: (a, w) =>
        `the maximum ${a.max} of criterion ${w.quote(a.criterion)} is no multiple of its \`step\` ${a.step}.`,
    },
    why: {
      vi: 'Khi đó không đơn vị nào đạt được điểm tối đa.',
      en: 'No unit could then be given the maximum.',
    },
    fix: {
      vi: 'Sửa “step” hoặc “max”; có thể ghi “step” riêng cho tiêu chí này.',
      en: 'Mend `step` or `max`; the criterion may have a step of its own.',
    },
  }),
};
