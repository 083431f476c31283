/** Words of the back-check's pages. */
import type { Lang } from '../findings/finding.ts';
import type { Decision } from './back-check.ts';

export const decisionWords: Readonly<Record<Lang, Readonly<Record<Decision, string>>>> = {
  vi: {
    accepted: 'Đạt',
    redo: 'Làm lại',
    void: 'Hủy phiếu',
    undecided: 'Chưa kết luận được',
    pending: 'Chưa phúc tra',
  },
  en: {
    accepted: 'Accepted',
    redo: 'Do again',
    void: 'Void',
    undecided: 'Undecided',
    pending: 'Not asked yet',
  },
};

export const backCheckWords = {
  vi: {
    sites: 'Đơn vị',
    sitesTitle: 'KẾT QUẢ PHÚC TRA THEO ĐƠN VỊ',
    site: 'Đơn vị, địa bàn',
    collectors: 'Điều tra viên',
    collectorsTitle: 'KẾT QUẢ PHÚC TRA THEO ĐIỀU TRA VIÊN',
    collector: 'Điều tra viên',
    questions: 'Câu hỏi',
    questionsTitle: 'MỨC ĐỘ NHẤT QUÁN THEO CÂU HỎI',
    question: 'Câu hỏi',
    text: 'Nội dung',
    type: 'Loại',
    tolerance: 'Được lệch',
    sheets: 'Số phiếu',
    compared: 'Số câu so sánh',
    differing: 'Số câu sai khác',
    percent: 'Sai khác %',
    agreement: 'Trùng khớp %',
    kappa: 'Kappa',
    linear: 'Kappa tuyến tính',
    squared: 'Kappa bình phương',
    deciding: 'Số câu quyết định',
    decidingErrors: 'Trong đó sai khác',
    decision: 'Kết luận',
    total: 'TỔNG CỘNG',
    kappaRule:
      'Kappa của Cohen: trùng khớp sau khi trừ phần do ngẫu nhiên; chỉ tính cho câu chọn một phương án. Ô trống: câu ghi số hoặc chọn nhiều phương án, hoặc cả hai lần mọi người đều chọn một phương án nên không xác định được.',
    partKappa:
      'Kappa chỉ tính trên câu chọn một phương án (không tính câu ghi số, chọn nhiều phương án, không có độ lệch cho phép); dưới 5 phiếu thì để trống.',
    undecidedRule:
      'Chưa kết luận được: đã phúc tra nhưng không có câu quyết định nào được trả lời cả hai lần (hoặc phiếu không hợp lệ).',
    strangers: 'Ngoài danh sách',
    strangersTitle: 'PHIẾU PHÚC TRA KHÔNG NẰM TRONG DANH SÁCH ĐÃ CHỌN',
    strangersRule:
      'Các phiếu này không được chọn ngẫu nhiên (hoặc thuộc lần chọn đã bị thay) nên không tính vào kết quả và kết luận.',
    limitRule: (limit: string, voidAbove: string | null) =>
      `Đạt: sai khác không quá ${limit} %; cao hơn phải làm lại${voidAbove === null ? '' : `; quá ${voidAbove} % thì hủy phiếu`}.`,
    allDecide:
      'Mọi câu hỏi đóng trả lời cả hai lần đều tính; khác quá độ lệch cho phép là sai khác.',
    typesDecide: 'Kết luận chỉ theo câu loại 1 và 2; ý kiến (loại 3) chỉ để tham khảo.',
    field: 'Danh sách',
    fieldTitle: 'DANH SÁCH PHIẾU PHÚC TRA',
    entryTitle: 'DANH SÁCH PHIẾU NHẬP LẦN HAI',
    no: 'STT',
    serial: 'Số phiếu',
    group: 'Nhóm đối tượng',
    askedOn: 'Ngày phúc tra',
    askedBy: 'Người phúc tra',
    result: 'Kết quả (gặp / không gặp)',
    keyedBy: 'Người nhập lần hai',
    keyedOn: 'Ngày nhập',
    drawn: (id: string, seed: string) =>
      `Chọn ngẫu nhiên, mã ${id}, hạt giống ${seed}; kiểm chứng bằng survey check verify.`,
  },
  en: {
    sites: 'Units',
    sitesTitle: 'BACK-CHECK BY UNIT',
    site: 'Unit, place',
    collectors: 'Collectors',
    collectorsTitle: 'BACK-CHECK BY COLLECTOR',
    collector: 'Collector',
    questions: 'Questions',
    questionsTitle: 'AGREEMENT BY QUESTION',
    question: 'Question',
    text: 'Text',
    type: 'Type',
    tolerance: 'Tolerance',
    sheets: 'Sheets',
    compared: 'Answers compared',
    differing: 'Answers differing',
    percent: 'Differing %',
    agreement: 'Agreement %',
    kappa: 'Kappa',
    linear: 'Kappa, linear',
    squared: 'Kappa, squared',
    deciding: 'Deciding answers',
    decidingErrors: 'Of them differing',
    decision: 'Outcome',
    total: 'TOTAL',
    kappaRule:
      "Cohen's kappa: agreement beyond chance, for questions with one option to choose. Blank: a figure, several options, or not defined because everybody chose one and the same option both times.",
    partKappa:
      'Kappa counts questions with one option to choose only (no figures, no multiple choice, no tolerance); it is blank below 5 sheets.',
    undecidedRule:
      'Undecided: asked again, but no question that decides was answered both times (or the sheets are void).',
    strangers: 'Not selected',
    strangersTitle: 'BACK-CHECKED SHEETS THAT WERE NOT SELECTED',
    strangersRule:
      'These sheets were not selected by chance (or belong to a selection that was replaced) and count neither in the figures nor for an outcome.',
    limitRule: (limit: string, voidAbove: string | null) =>
      `Accepted up to ${limit} % differing, above it to be done again${voidAbove === null ? '' : `; above ${voidAbove} % the forms are void`}.`,
    allDecide:
      'All closed questions answered both times count; further apart than the tolerance is a difference.',
    typesDecide:
      'Only questions of type 1 and 2 decide; opinions (type 3) are shown for information.',
    field: 'List',
    fieldTitle: 'SHEETS TO BE BACK-CHECKED',
    entryTitle: 'SHEETS TO BE KEYED A SECOND TIME',
    no: 'No.',
    serial: 'Serial',
    group: 'Group',
    askedOn: 'Asked on',
    askedBy: 'Asked by',
    result: 'Result (met / not met)',
    keyedBy: 'Keyed by',
    keyedOn: 'Keyed on',
    drawn: (id: string, seed: string) =>
      `Selected by chance, ${id}, seed ${seed}; verify with survey check verify.`,
  },
} as const;
