/** Findings of `survey new`. */
import { kind } from './finding.ts';

export const newFindings = {
  'new/not-empty': kind<{ folder: string; found: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `thư mục ${w.quote(a.folder)} đã có tệp (${w.list(a.found, 3)}), không chép mẫu vào đó.`,
      en: (a, w) =>
        `the folder ${w.quote(a.folder)} already holds ${w.list(a.found, 3)}; no scaffold is copied into it.`,
    },
    why: {
      vi: 'Chép mẫu đè lên có thể làm mất tệp đang dùng.',
      en: 'A scaffold copied over it could destroy files in use.',
    },
    fix: {
      vi: 'Đặt tên một thư mục mới, ví dụ: survey new khao-sat-moi --from sipas.',
      en: 'Name a new folder, e.g.: survey new my-survey --from sipas.',
    },
  }),
  'new/unknown-template': kind<{
    template: string;
    near: readonly string[];
    known: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có mẫu ${w.quote(a.template)}. Các mẫu có sẵn: ${w.list(a.known, 20)}.`,
      en: (a, w) =>
        `there is no scaffold ${w.quote(a.template)}. There are: ${w.list(a.known, 20)}.`,
    },
    why: {
      vi: 'Mỗi loại khảo sát có một mẫu kèm theo phần mềm.',
      en: 'The tool brings one scaffold for each kind of survey.',
    },
    fix: {
      vi: 'Gõ survey new để xem từng mẫu dùng cho việc gì.',
      en: 'Run survey new to see what each of them is for.',
    },
  }),
  'new/name': kind<{ name: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không lập được mã cuộc điều tra từ tên ${w.quote(a.name)}.`,
      en: (a, w) => `no short name of the survey can be made from ${w.quote(a.name)}.`,
    },
    why: {
      vi: 'Mã đi vào số sê-ri và tên tệp: cần ít nhất hai chữ cái, hoặc một chữ cái và năm; không quá 60 ký tự.',
      en: 'It goes into serials and file names: at least two letters, or a letter and the year; at most 60 characters.',
    },
    fix: {
      vi: 'Thêm --name, ví dụ: --name cchc-2027.',
      en: 'Add --name, e.g.: --name par-2027.',
    },
  }),
};
