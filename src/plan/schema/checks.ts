/** `checks` as written: thresholds of the data-quality checks, second entry and back-check. */
import { byName, count, countTo, decimal, doc, object, oneOf, percent, time } from './scalar.ts';

const secondEntry = object({
  share: doc(
    percent.optional(),
    'Share of the sheets that are keyed a second time; default 5%.',
    'Tỷ lệ phiếu nhập lần hai; mặc định 5%.',
  ),
  limit: doc(
    percent.optional(),
    'Share of the fields that may differ; default 1%.',
    'Tỷ lệ ô được phép khác nhau giữa hai lần nhập; mặc định 1%.',
  ),
});

const backCheck = object({
  share: doc(
    percent.optional(),
    'Share of the sheets that are asked again; default 10%.',
    'Tỷ lệ phiếu phúc tra; mặc định 10%.',
  ),
  by: doc(
    oneOf('unit', 'collector', 'whole').optional(),
    'The share is drawn in each unit (default), of each collector, or from the whole.',
    'Rút theo từng đơn vị (unit, mặc định), từng điều tra viên (collector) hay toàn bộ (whole).',
  ),
  limit: doc(
    percent.optional(),
    'Up to this share of differing answers a unit is accepted, above it is done again; default 10%.',
    'Đến tỷ lệ sai khác này thì đơn vị đạt, cao hơn phải làm lại; mặc định 10%.',
  ),
  void_above: doc(
    percent.optional(),
    'Above this share the forms of the unit are void; default: never by this alone.',
    'Cao hơn tỷ lệ này thì hủy phiếu của đơn vị; không ghi thì không tự hủy.',
  ),
  tolerance: doc(
    byName(decimal(0, 1_000_000)).optional(),
    'By question: how far two answers may be apart, in the figure or in steps of the scale; default 0.',
    'Theo câu hỏi: hai câu trả lời được lệch bao nhiêu (theo số, hoặc số bậc của thang đo); mặc định 0.',
  ),
  types: doc(
    byName(
      doc(
        oneOf('1', '2', '3'),
        'The type of the question; default: none.',
        'Loại của câu hỏi; mặc định: không phân loại.',
      ),
    ).optional(),
    'By question: 1 cannot have changed (sex, came or not), 2 easily mistaken, 3 an opinion. Where any is declared only 1 and 2 decide; default: all questions do.',
    'Theo câu hỏi: 1 không thể đổi (giới tính, có đến hay không), 2 dễ nhầm, 3 ý kiến. Có khai báo thì chỉ loại 1 và 2 quyết định; mặc định: mọi câu đều quyết định.',
  ),
});

export const checks = object({
  identical: doc(
    object({
      forms: doc(
        countTo(1000).optional(),
        'From so many forms on; default 3.',
        'Từ bấy nhiêu phiếu trở lên; mặc định 3.',
      ),
      questions: doc(
        count.optional(),
        'Only forms with so many closed questions answered; default 10.',
        'Chỉ xét phiếu trả lời ít nhất bấy nhiêu câu hỏi đóng; mặc định 10.',
      ),
    }).optional(),
    'Forms of one collector or unit with identical answers.',
    'Phiếu của một điều tra viên hoặc đơn vị trả lời giống hệt nhau.',
  ),
  straight_lining: doc(
    object({
      questions: doc(
        count.optional(),
        'Only where so many questions of one scale were answered; default 8.',
        'Chỉ xét khi trả lời ít nhất bấy nhiêu câu cùng thang đo; mặc định 8.',
      ),
    }).optional(),
    'The same option from top to bottom.',
    'Đánh một phương án từ đầu đến cuối.',
  ),
  burst: doc(
    object({
      replies: doc(
        count.optional(),
        'So many replies …; default 10.',
        'Bấy nhiêu phiếu …; mặc định 10.',
      ),
      minutes: doc(
        countTo(1440).optional(),
        '… within so many minutes; default 10.',
        '… trong bấy nhiêu phút; mặc định 10.',
      ),
    }).optional(),
    'Too many replies at once in one hand.',
    'Quá nhiều phiếu cùng lúc ở một điều tra viên hoặc đơn vị.',
  ),
  night: doc(
    object({
      from: doc(time, 'From this time of day.', 'Từ giờ này.'),
      to: doc(time, 'To this time of day.', 'Đến giờ này.'),
    }).optional(),
    'Hours at which nobody is asked; default 22:00 to 05:00.',
    'Khung giờ không ai đi lấy phiếu; mặc định 22:00 đến 05:00.',
  ),
  missing: doc(
    percent.optional(),
    'Share of the answers to a question, or of a unit, that may be missing; default 10%.',
    'Tỷ lệ bỏ trống được phép ở một câu hỏi hoặc một đơn vị; mặc định 10%.',
  ),
  void: doc(
    percent.optional(),
    'Share of the returned forms that may be void; default 10%.',
    'Tỷ lệ phiếu không hợp lệ được phép; mặc định 10%.',
  ),
  collectors: doc(
    object({
      forms: doc(
        count.optional(),
        'Only collectors with so many forms are compared; default 20.',
        'Chỉ so sánh điều tra viên có ít nhất bấy nhiêu phiếu; mặc định 20.',
      ),
      level: doc(
        decimal(0, 100).optional(),
        'Points (of 100) by which the mean must differ from the others; default 10.',
        'Điểm trung bình (thang 100) phải lệch ít nhất bấy nhiêu; mặc định 10.',
      ),
      blanks: doc(
        percent.optional(),
        'Percentage points by which the share of blanks must differ; default 5%.',
        'Tỷ lệ bỏ trống phải lệch ít nhất bấy nhiêu; mặc định 5%.',
      ),
      chance: doc(
        percent.optional(),
        'Chance of any remark at all if nobody differs; shared among those compared; default 1%.',
        'Xác suất nêu nhầm nếu thật ra không ai khác ai, chia cho số người được so; mặc định 1%.',
      ),
    }).optional(),
    'Collectors whose forms differ from those of the others in the group.',
    'Điều tra viên có phiếu khác hẳn phiếu của người khác cùng nhóm.',
  ),
  second_entry: doc(
    secondEntry.optional(),
    'Sheets keyed twice (`survey check entry`).',
    'Phiếu nhập hai lần (`survey check entry`).',
  ),
  back_check: doc(
    backCheck.optional(),
    'People asked again (`survey check back-check`).',
    'Phúc tra (`survey check back-check`).',
  ),
});
