/** Findings of the official papers: the document and its calendar. */
import { kind, type Lang } from './finding.ts';

type Gap = 'issuer' | 'number' | 'place' | 'date' | 'basis' | 'recipients' | 'signer';

const gaps: Readonly<Record<Gap, Readonly<Record<Lang, string>>>> = {
  issuer: { vi: 'cơ quan ban hành (issuer)', en: 'the issuing agency (issuer)' },
  number: { vi: 'số, ký hiệu (number)', en: 'number and signs (number)' },
  place: { vi: 'địa danh (place)', en: 'the place of issue (place)' },
  date: { vi: 'tháng, năm ban hành (date)', en: 'month and year of issue (date)' },
  basis: { vi: 'căn cứ (basis)', en: 'the decisions it rests on (basis)' },
  recipients: { vi: 'nơi nhận (recipients)', en: 'recipients (recipients)' },
  signer: { vi: 'người ký (signer)', en: 'who signs (signer)' },
};

export const documentFindings = {
  'document/incomplete': kind<{ keys: readonly Gap[] }>({
    severity: 'warning',
    text: {
      vi: (a) => `văn bản còn để trống ${a.keys.map((key) => gaps[key].vi).join(', ')}.`,
      en: (a) => `the document leaves blank ${a.keys.map((key) => gaps[key].en).join(', ')}.`,
    },
    why: {
      vi: 'Văn bản vẫn được lập, các chỗ ấy để trống cho cơ quan điền tay; văn bản ban hành thì phải có đủ.',
      en: 'The document is made all the same, with room to fill these in by hand; what is issued must have them.',
    },
    fix: {
      vi: 'Ghi thêm các khóa này vào mục document của plan.yaml; bản dự thảo chưa có số thì ghi phần ký hiệu, ví dụ number: /KH-SNV.',
      en: 'Add these keys under document in plan.yaml; a draft without a number has its signs only, e.g. number: /KH-SNV.',
    },
  }),
  'document/template': kind<{ message: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `mẫu trình bày có lỗi, không lập được PDF: ${w.quote(a.message)}.`,
      en: (a, w) => `the template is at fault, no PDF can be made: ${w.quote(a.message)}.`,
    },
    why: {
      vi: 'Tệp .typ trong templates/document của cuộc điều tra thay cho tệp cùng tên kèm theo phần mềm.',
      en: 'A .typ file in templates/document of the survey replaces the supplied one of the same name.',
    },
    fix: {
      vi: 'Sửa dòng được nêu, hoặc xóa tệp ấy để dùng lại mẫu kèm theo.',
      en: 'Mend the line that is named, or delete that file to use the supplied one again.',
    },
  }),
};
