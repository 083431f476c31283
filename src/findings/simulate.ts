/** Findings of the rehearsal. */
import { kind } from './finding.ts';

export const simulateFindings = {
  'simulate/real-folder': kind<{ folder: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.folder)} là thư mục của một cuộc điều tra thật, không ghi phiếu mô phỏng vào đó.`,
      en: (a, w) =>
        `${w.quote(a.folder)} is the folder of a real survey; made-up returns are not written into it.`,
    },
    why: {
      vi: 'Số liệu mô phỏng nằm lẫn với phiếu thật thì có ngày bị công bố nhầm.',
      en: 'Made-up figures among real returns would one day be published.',
    },
    fix: {
      vi: 'Bỏ --out để ghi vào out/rehearsal, hoặc chọn một thư mục mới.',
      en: 'Leave out --out to write to out/rehearsal, or name a new folder.',
    },
  }),
};
