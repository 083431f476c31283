/** Findings of `survey status`. */
import { kind } from './finding.ts';

export const statusFindings = {
  'status/no-folder': kind<{ folder: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có thư mục ${w.quote(a.folder)} để theo dõi.`,
      en: (a, w) => `there is no folder ${w.quote(a.folder)} to watch.`,
    },
    why: {
      vi: 'Theo dõi một thư mục không có thì sẽ không bao giờ báo tệp mới.',
      en: 'A folder that is not there would never show a new file.',
    },
    fix: {
      vi: 'Tạo thư mục (thường là “incoming” trong thư mục cuộc điều tra), hoặc ghi đúng tên sau --watch.',
      en: 'Make the folder (usually `incoming` in the folder of the survey), or name the right one after --watch.',
    },
  }),
};
