/** Findings of `survey new`. */
import { kind } from './finding.ts';

export const newFindings = {
  'new/not-empty': kind<{ folder: string; found: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.found.length === 0
          ? `${w.quote(a.folder)} đã có sẵn và không phải thư mục trống, không chép mẫu vào đó.`
          : `thư mục ${w.quote(a.folder)} đã có tệp (${w.list(a.found, 3)}), không chép mẫu vào đó.`,
      en: (a, w) =>
        a.found.length === 0
          ? `${w.quote(a.folder)} is already there and is no empty folder; no scaffold is copied into it.`
          : `the folder ${w.quote(a.folder)} already holds ${w.list(a.found, 3)}; no scaffold is copied into it.`,
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
  'new/name': kind<{ name: string; given: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không lập được mã cuộc điều tra từ ${a.given ? 'tên ghi ở --name' : 'tên thư mục'} ${w.quote(a.name)}: cần ít nhất hai chữ cái, hoặc một chữ cái và năm; không quá 60 ký tự.`,
      en: (a, w) =>
        `no short name of the survey can be made from ${a.given ? 'the --name' : 'the folder name'} ${w.quote(a.name)}: it takes two letters, or a letter and the year, and at most 60 characters.`,
    },
    why: {
      vi: 'Mã đi vào số phiếu (chữ đầu của từng từ và năm) và vào tên tệp.',
      en: 'It goes into the serials (initials and year) and into file names.',
    },
    fix: {
      vi: 'Ghi tên khác ở --name, ví dụ: --name cchc-2027.',
      en: 'Give another one with --name, e.g.: --name par-2027.',
    },
  }),
  'new/folder-name': kind<{ name: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `máy Windows không nhận thư mục tên ${w.quote(a.name)}: tên không được có < > : " | ? *, không kết thúc bằng dấu chấm hay dấu cách, không phải là CON, AUX, NUL …`,
      en: (a, w) =>
        `Windows takes no folder called ${w.quote(a.name)}: a name has no < > : " | ? *, does not end with a dot or a blank, and is not CON, AUX, NUL …`,
    },
    why: {
      vi: 'Thư mục cuộc điều tra hay được chép sang máy khác, phần lớn dùng Windows.',
      en: 'Survey folders are copied to other machines, and most of those run Windows.',
    },
    fix: {
      vi: 'Đặt tên bằng chữ, số và dấu gạch nối, ví dụ: khao-sat-moi.',
      en: 'Name it with letters, digits and hyphens, e.g.: my-survey.',
    },
  }),
};
