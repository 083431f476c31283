/** What each concern is called, and what to do about it, in both languages. */
import type { Lang } from '../findings/finding.ts';
import type { CheckName, ConcernKind, Level } from './concern.ts';

type Bilingual = Readonly<Record<Lang, string>>;

export const checkTitles: Readonly<Record<CheckName, Bilingual>> = {
  custody: { vi: 'Cân đối phiếu', en: 'Custody' },
  repeats: { vi: 'Phiếu trùng', en: 'Repeats' },
  times: { vi: 'Thời điểm', en: 'Times' },
  'straight-lining': { vi: 'Đánh một kiểu', en: 'Straight-lining' },
  collectors: { vi: 'Điều tra viên', en: 'Collectors' },
  missing: { vi: 'Bỏ trống', en: 'Missing' },
};

export const levelWords: Readonly<Record<Level, Bilingual>> = {
  serious: { vi: 'Phải xử lý', en: 'Serious' },
  look: { vi: 'Cần xem lại', en: 'Look into' },
  know: { vi: 'Để biết', en: 'To know' },
};

export const kindWords: Readonly<
  Record<ConcernKind, { readonly what: Bilingual; readonly todo: Bilingual }>
> = {
  'returned-over-issued': {
    what: { vi: 'Thu về nhiều hơn phát ra', en: 'More returned than issued' },
    todo: {
      vi: 'Đối chiếu bảng giao nhận với phiếu kiểm đếm; sửa số sai rồi nhập lại.',
      en: 'Hold the hand-over list against the tally; mend the wrong figure and import again.',
    },
  },
  'issued-over-printed': {
    what: { vi: 'Phát ra nhiều hơn đã in', en: 'More issued than printed' },
    todo: {
      vi: 'Xem có phiếu sao chụp không; đối chiếu số phiếu đã in.',
      en: 'Look for copied forms; hold against the printed register.',
    },
  },
  'returned-over-printed': {
    what: { vi: 'Thu về nhiều hơn đã in', en: 'More returned than printed' },
    todo: {
      vi: 'Xem có phiếu sao chụp hoặc phiếu nhập hai lần không.',
      en: 'Look for copied forms, or forms that were counted twice.',
    },
  },
  'not-returned': {
    what: { vi: 'Phát ra chưa thu về', en: 'Issued and not returned' },
    todo: {
      vi: 'Đôn đốc nộp, hoặc ghi số phiếu mất vào biên bản giao nhận.',
      en: 'Ask for them, or write the lost ones into the hand-over list.',
    },
  },
  'void-share': {
    what: { vi: 'Nhiều phiếu không hợp lệ', en: 'Many void forms' },
    todo: {
      vi: 'Xem lý do không hợp lệ; hướng dẫn lại người thu phiếu.',
      en: 'Look at the reasons; instruct those who collect the forms again.',
    },
  },
  'too-many-replies': {
    what: { vi: 'Phiếu nhiều hơn số người đến cho phép', en: 'More replies than visitors allow' },
    todo: {
      vi: 'Kiểm tra sổ đếm người đến và nguồn gốc phiếu.',
      en: 'Check the count of visitors, and where the replies come from.',
    },
  },
  'too-few-replies': {
    what: { vi: 'Phiếu ít hơn mức tối thiểu', en: 'Fewer replies than asked for' },
    todo: {
      vi: 'Thu thêm phiếu, hoặc kiểm tra sổ đếm người đến.',
      en: 'Collect more, or check the count of visitors.',
    },
  },
  'same-sheet': {
    what: { vi: 'Một phiếu có hai lần', en: 'The same sheet twice' },
    todo: {
      vi: 'Giữ một lần nhập; rút lần kia bằng `survey returns undo`.',
      en: 'Keep one of the imports; take the other out with `survey returns undo`.',
    },
  },
  identical: {
    what: { vi: 'Nhiều phiếu trả lời giống hệt nhau', en: 'Forms with identical answers' },
    todo: {
      vi: 'Lấy bản giấy ra so nét chữ; phúc tra vài phiếu trong số này.',
      en: 'Compare the handwriting on paper; back-check some of these sheets.',
    },
  },
  burst: {
    what: { vi: 'Nhiều phiếu trong vài phút', en: 'Many replies within minutes' },
    todo: {
      vi: 'Hỏi lúc đó lấy phiếu thế nào (họp tập trung?); phúc tra vài phiếu.',
      en: 'Ask how they were collected (in a meeting?); back-check some.',
    },
  },
  'before-opens': {
    what: { vi: 'Trả lời trước ngày bắt đầu', en: 'Answered before the fieldwork' },
    todo: {
      vi: 'Kiểm tra ngày ghi trên phiếu, hoặc fieldwork.opens trong phương án.',
      en: 'Check the date on the sheets, or `fieldwork.opens` in the plan.',
    },
  },
  'after-closes': {
    what: { vi: 'Trả lời sau hạn', en: 'Answered after the fieldwork' },
    todo: {
      vi: 'Kiểm tra ngày ghi trên phiếu; quyết định có tính phiếu nộp muộn không.',
      en: 'Check the date on the sheets; decide whether late ones count.',
    },
  },
  night: {
    what: { vi: 'Trả lời ban đêm', en: 'Answered at night' },
    todo: {
      vi: 'Hỏi người thu phiếu; phúc tra vài phiếu.',
      en: 'Ask the collector; back-check some.',
    },
  },
  straight: {
    what: {
      vi: 'Đánh một phương án từ đầu đến cuối, nhiều hơn nơi khác',
      en: 'One option throughout, more than elsewhere',
    },
    todo: { vi: 'Xem bản giấy; phúc tra vài phiếu.', en: 'Look at the paper; back-check some.' },
  },
  'straight-group': {
    what: {
      vi: 'Đánh một phương án từ đầu đến cuối (cả nhóm)',
      en: 'One option throughout (whole group)',
    },
    todo: {
      vi: 'Nếu nhiều: xem lại phiếu có quá dài, thang đo có dễ hiểu không.',
      en: 'If many: see whether the form is too long, or its scale hard to understand.',
    },
  },
  'collector-level': {
    what: { vi: 'Điểm trung bình khác hẳn người khác', en: 'Mean far from the others’' },
    todo: {
      vi: 'Khác chưa chắc là sai: xem địa bàn của người đó, phúc tra vài phiếu.',
      en: 'Different is not wrong: look at where he or she worked, back-check some.',
    },
  },
  'collector-blanks': {
    what: { vi: 'Bỏ trống khác hẳn người khác', en: 'Blanks far from the others’' },
    todo: {
      vi: 'Nhiều hơn: hướng dẫn lại; gần như không có: xem có điền hộ không.',
      en: 'More: instruct again; hardly any: see whether they were filled in afterwards.',
    },
  },
  'missing-question': {
    what: { vi: 'Câu hỏi bị bỏ trống nhiều', en: 'Question often left blank' },
    todo: {
      vi: 'Xem câu hỏi có khó hiểu, khó thấy trên phiếu không.',
      en: 'See whether it is hard to understand, or to find on the form.',
    },
  },
  'missing-unit': {
    what: { vi: 'Đơn vị có nhiều câu bỏ trống', en: 'Unit with many blanks' },
    todo: {
      vi: 'Xem bản giấy; nhập sót thì sửa, bỏ trống thật thì nhắc người thu phiếu.',
      en: 'Look at the paper: mend what was not keyed, remind those who collect.',
    },
  },
  'missing-collector': {
    what: { vi: 'Điều tra viên có nhiều câu bỏ trống', en: 'Collector with many blanks' },
    todo: {
      vi: 'Nhắc soát phiếu trước khi nhận.',
      en: 'Remind to look the form over before taking it.',
    },
  },
};

export const pageWords = {
  vi: {
    first: 'Xem trước',
    title: 'KIỂM TRA CHẤT LƯỢNG PHIẾU THU VỀ',
    no: 'STT',
    level: 'Mức độ',
    check: 'Kiểm tra',
    what: 'Vấn đề',
    where: 'Ở đâu',
    count: 'Số lượng',
    of: 'Trên',
    share: 'Tỷ lệ %',
    value: 'Trị số',
    others: 'Nơi khác',
    note: 'Chi tiết',
    serials: 'Số phiếu',
    todo: 'Việc cần làm',
    collectors: 'Bảng điều tra viên',
    collector: 'Điều tra viên',
    group: 'Nhóm đối tượng',
    forms: 'Số phiếu hợp lệ',
    blanks: 'Bỏ trống %',
    mean: 'Điểm TB',
    straight: 'Một kiểu %',
    questions: 'Bỏ trống theo câu hỏi',
    question: 'Câu hỏi',
    text: 'Nội dung',
    form: 'Mẫu phiếu',
    asked: 'Phải trả lời',
    missing: 'Bỏ trống',
    unlisted: (rest: number) => `… và ${rest} phiếu khác`,
    more: (rest: number, sheet: string) => `… và ${rest} vấn đề khác; xem trang “${sheet}”.`,
    nothing: 'Không thấy gì bất thường.',
    taken: (sheets: string, ratings: string, batches: string) =>
      `Đã xét ${sheets} phiếu (${ratings} lượt đánh giá) của ${batches} lần nhập.`,
    rule: 'Các dấu hiệu chỉ để xem lại, không tự loại phiếu nào; ngưỡng ghi ở mục “checks” của phương án.',
    noDay: (sheets: string) =>
      `${sheets} phiếu không có ngày giờ: không xét được ngoài thời gian khảo sát, dồn dập, ban đêm.`,
    noMinute: (sheets: string) =>
      `${sheets} phiếu chỉ có ngày, không có giờ: không xét được dồn dập, ban đêm.`,
    tallied: 'Phiếu kiểm đếm chỉ có ở mục cân đối phiếu: không có từng câu trả lời để xét.',
    small: 'Không nêu riêng con số của dưới 5 phiếu.',
  },
  en: {
    first: 'Look first',
    title: 'QUALITY OF THE RETURNS',
    no: 'No.',
    level: 'Level',
    check: 'Check',
    what: 'What',
    where: 'Where',
    count: 'Count',
    of: 'Of',
    share: 'Share %',
    value: 'Figure',
    others: 'Others',
    note: 'Detail',
    serials: 'Serials',
    todo: 'What to do',
    collectors: 'Collectors table',
    collector: 'Collector',
    group: 'Group',
    forms: 'Valid forms',
    blanks: 'Blank %',
    mean: 'Mean',
    straight: 'One option %',
    questions: 'Blanks by question',
    question: 'Question',
    text: 'Text',
    form: 'Form',
    asked: 'Asked',
    missing: 'Blank',
    unlisted: (rest: number) => `… and ${rest} more`,
    more: (rest: number, sheet: string) => `… and ${rest} more; see the sheet “${sheet}”.`,
    nothing: 'Nothing out of the ordinary.',
    taken: (sheets: string, ratings: string, batches: string) =>
      `${sheets} sheets (${ratings} ratings) of ${batches} imports were looked at.`,
    rule: 'These are signs to look into; no form is left out by itself. The thresholds stand under `checks` in the plan.',
    noDay: (sheets: string) =>
      `${sheets} sheets have no date: dates outside the fieldwork, bursts and nights could not be judged for them.`,
    noMinute: (sheets: string) =>
      `${sheets} sheets have a day and no time: bursts and nights could not be judged for them.`,
    tallied: 'Paper tallies appear under custody only: they hold no single answers.',
    small: 'Figures of fewer than 5 forms are not shown apart.',
  },
} as const;
