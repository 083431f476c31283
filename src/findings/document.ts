/** Findings of the official papers: the document and its calendar. */
import { kind, type Lang } from './finding.ts';

type Gap = 'issuer' | 'number' | 'place' | 'date' | 'basis' | 'recipients' | 'signer' | 'fieldwork';

const gaps: Readonly<Record<Gap, Readonly<Record<Lang, string>>>> = {
  issuer: { vi: 'cơ quan ban hành (issuer)', en: 'the issuing agency (issuer)' },
  number: { vi: 'số, ký hiệu (number)', en: 'number and signs (number)' },
  place: { vi: 'địa danh (place)', en: 'the place of issue (place)' },
  date: { vi: 'tháng, năm ban hành (date)', en: 'month and year of issue (date)' },
  basis: { vi: 'căn cứ (basis)', en: 'the decisions it rests on (basis)' },
  recipients: { vi: 'nơi nhận (recipients)', en: 'recipients (recipients)' },
  signer: { vi: 'người ký (signer)', en: 'who signs (signer)' },
  fieldwork: { vi: 'thời gian khảo sát (fieldwork)', en: 'when people are asked (fieldwork)' },
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
      vi: 'Ghi thêm các khóa này vào mục document của plan.yaml (fieldwork là một mục riêng); bản dự thảo chưa có số thì ghi phần ký hiệu, ví dụ number: /KH-SNV.',
      en: 'Add these keys under document in plan.yaml (fieldwork is a section of its own); a draft without a number has its signs only, e.g. number: /KH-SNV.',
    },
  }),
  'document/long-title': kind<{ key: string; letters: number; most: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.key)} dài ${w.int(a.letters)} ký tự; trên giấy nên dưới ${w.int(a.most)}.`,
      en: (a, w) =>
        `${w.quote(a.key)} has ${w.int(a.letters)} characters; on paper it should have fewer than ${w.int(a.most)}.`,
    },
    why: {
      vi: 'Tên này in ở đầu văn bản, trong câu mở đầu, câu kết và đầu mỗi phụ lục, mỗi bảng; dài quá thì bảng bị cắt chữ.',
      en: 'It stands at the head, in the first and last sentence, and above every annex and table, where it would be cut.',
    },
    fix: {
      vi: 'Viết gọn lại; nội dung thì đưa vào purpose hoặc requirements.',
      en: 'Shorten it; what it says beyond a name belongs under purpose or requirements.',
    },
  }),
  'document/other-layout': kind<{ kind: string }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `văn bản được trình bày như kế hoạch (các mục I, II, III); ${w.quote(a.kind)} có bố cục khác.`,
      en: (a, w) =>
        `the document is laid out as a plan (sections I, II, III); a ${w.quote(a.kind)} has another layout.`,
    },
    why: {
      vi: 'Quyết định có các điều, công văn không có tên loại và có nơi gửi đến; công cụ không lập các bố cục ấy.',
      en: 'A decision has articles, an official letter has an addressee and no heading; the tool makes neither.',
    },
    fix: {
      vi: 'Ban hành quyết định, công văn riêng và kèm theo kế hoạch (kind: KẾ HOẠCH), hoặc sửa lại trong Word.',
      en: 'Issue the decision or letter by itself and attach the plan (kind: KẾ HOẠCH), or rearrange it in Word.',
    },
  }),
  'document/no-dates': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'phương án chưa ghi ngày nào nên không lập được lịch.',
      en: () => 'the plan has no dates yet, so no calendar can be made.',
    },
    why: {
      vi: 'Tệp lịch lập lần trước (nếu có) còn nguyên trong out/ và không còn đúng với phương án.',
      en: 'Calendar files of an earlier run, if any, are still in out/ and no longer agree with the plan.',
    },
    fix: {
      vi: 'Ghi ngày ở fieldwork (opens, closes), hoặc from, due của các nhiệm vụ trong tasks.',
      en: 'Write dates under fieldwork (opens, closes), or from and due of the tasks.',
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
