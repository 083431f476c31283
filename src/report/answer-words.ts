/** Words of the pages on missing answers, several choices and void forms. */
import type { Lang } from '../findings/finding.ts';
import type { MissingKind } from '../stats/missing.ts';

export interface AnswerWords {
  /** Headings of forms without an answer, by why. */
  readonly missing: Readonly<Record<MissingKind, string>>;
  readonly missingNote: string;

  readonly choicesName: string;
  readonly choicesOf: (scale: string) => string;
  readonly choicesTitle: string;
  readonly answered: string;
  readonly share: string;
  readonly choicesNote: string;

  readonly voidsName: string;
  readonly voidsTitle: string;
  readonly reason: string;
  readonly count: string;
  readonly ofReturned: string;
  readonly noReason: string;
  readonly voidsNote: string;
}

const vi: AnswerWords = {
  missing: {
    blank: 'Bỏ trống',
    'two-marks': 'Đánh hai ô',
    'dont-know': 'Không biết',
    'not-asked': 'Không hỏi',
  },
  missingNote:
    'Bỏ trống, đánh hai ô, không biết, không hỏi được đếm riêng và không tính vào tỷ lệ nào.',

  choicesName: 'Chọn nhiều',
  choicesOf: (scale) => `Chọn nhiều ${scale}`,
  choicesTitle: 'CÂU ĐƯỢC CHỌN NHIỀU PHƯƠNG ÁN',
  answered: 'Có trả lời',
  share: '% số phiếu có trả lời',
  choicesNote:
    'Mỗi phiếu chọn được nhiều phương án, nên các tỷ lệ cộng lại có thể quá 100%; mẫu số là số phiếu có trả lời câu đó.',

  voidsName: 'Phiếu không hợp lệ',
  voidsTitle: 'PHIẾU KHÔNG HỢP LỆ THEO LÝ DO',
  reason: 'Lý do',
  count: 'Số phiếu',
  ofReturned: '% số phiếu thu về',
  noReason: 'không ghi lý do (phiếu kiểm đếm)',
  voidsNote:
    'Tỷ lệ tính trên số phiếu thu về của nhóm hoặc đơn vị ở dòng đó. Phiếu không hợp lệ không tính vào kết quả.',
};

const en: AnswerWords = {
  missing: {
    blank: 'Blank',
    'two-marks': 'Two marks',
    'dont-know': 'Don’t know',
    'not-asked': 'Not asked',
  },
  missingNote:
    'Blank, two marks, don’t know and not asked are counted apart and are in no percentage.',

  choicesName: 'Several choices',
  choicesOf: (scale) => `Several ${scale}`,
  choicesTitle: 'QUESTIONS OF SEVERAL CHOICES',
  answered: 'Answered',
  share: '% of those who answered',
  choicesNote:
    'A form may choose several options, so the percentages may add up to more than 100; they are of the forms that answer the question.',

  voidsName: 'Void forms',
  voidsTitle: 'VOID FORMS BY REASON',
  reason: 'Reason',
  count: 'Forms',
  ofReturned: '% of returned',
  noReason: 'no reason given (paper tally)',
  voidsNote:
    'Percentages are of the returned forms of the group or unit in that row. Void forms are not counted.',
};

export const answerWords: Readonly<Record<Lang, AnswerWords>> = { vi, en };
