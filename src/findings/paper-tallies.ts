/** Findings about paper tallies: counts, sums, and where the forms went. */
import { kind, type Words } from './finding.ts';

const addUpWhy = {
  vi: 'Tổng không khớp nghĩa là đếm hoặc ghi sai ở đâu đó; số liệu của đơn vị này chưa tin được.',
  en: 'Figures that do not add up were miscounted or miswritten; this unit cannot be trusted yet.',
};

const recount = {
  vi: 'Kiểm đếm lại phiếu của đơn vị này, sửa số sai rồi nhập lại.',
  en: 'Count the forms of this unit again, mend the wrong figure and import again.',
};

export const paperTallyFindings = {
  'returns/open-question': kind<{ question: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)} là câu hỏi mở hoặc câu ghi số, không có phương án để kiểm đếm.`,
      en: (a, w) =>
        `${w.quote(a.question)} is answered in words or with a figure: it has no options to tally.`,
    },
    why: {
      vi: 'Chỉ đếm được số phiếu chọn từng phương án.',
      en: 'Only forms that chose an option can be counted.',
    },
    fix: {
      vi: 'Xóa dòng (hoặc xóa số ở cột) của câu này.',
      en: 'Delete the line, or the figures in the column, of this question.',
    },
  }),
  'returns/unknown-tally-option': kind<{
    question: string;
    option: string;
    options: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.option === ''
          ? `câu ${w.quote(a.question)}: ô phương án để trống; có: ${w.list(a.options)}, Bỏ trống.`
          : `câu ${w.quote(a.question)} không có phương án ${w.quote(a.option)}; có: ${w.list(a.options)}, Bỏ trống.`,
      en: (a, w) =>
        a.option === ''
          ? `question ${w.quote(a.question)}: the option cell is blank; there are: ${w.list(a.options)}, blank.`
          : `question ${w.quote(a.question)} has no option ${w.quote(a.option)}; there are: ${w.list(a.options)}, blank.`,
    },
    why: {
      vi: 'Số đếm không gắn được vào phương án nào thì tổng của câu hỏi không tin được.',
      en: 'A count that belongs to no option leaves the total of the question in doubt.',
    },
    fix: {
      vi: 'Ghi đúng mã hoặc nhãn của phương án như trên mẫu phiếu; phiếu không trả lời câu này thì ghi “Bỏ trống”.',
      en: 'Write the code or the label of the option as on the form; write “blank” for forms that leave the question out.',
    },
  }),
  'returns/lines-not-filled': kind<{ rows: number; pieces: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `${w.int(a.rows)} dòng chưa điền gì, tạm bỏ qua: ${w.list(a.pieces.map(w.quote), 6)}.`,
      en: (a, w) =>
        `${w.int(a.rows)} lines are not filled in yet and are passed over: ${w.list(a.pieces.map(w.quote), 6)}.`,
    },
    why: {
      vi: 'Đơn vị hoặc nhóm chưa kiểm xong thì chưa được tính; không có phiếu nào trả lời thì phải ghi 0, không để trống.',
      en: 'What is not counted yet does not count; where nobody answered, 0 is to be written, not a blank.',
    },
    fix: {
      vi: 'Khi kiểm xong, điền tiếp vào chính tệp này rồi nhập lại: phần đã nhập không bị tính lần nữa.',
      en: 'Once they are counted, fill them in in this same file and import it again: what was taken is not counted twice.',
    },
  }),
  'returns/not-tallied': kind<{ questions: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `phiếu kiểm không có số liệu câu ${w.list(a.questions)}; các câu này không tính điểm nên vẫn nhận.`,
      en: (a, w) =>
        `the tally leaves out ${w.list(a.questions)}; no score needs them, so it is taken all the same.`,
    },
    why: {
      vi: 'Báo cáo sẽ không có số liệu của các câu này.',
      en: 'The report will have no figures for these questions.',
    },
    fix: {
      vi: 'Không cần làm gì; muốn có số liệu thì rút lần nhập (survey returns undo), điền dòng của các câu này rồi nhập lại.',
      en: 'Nothing to do; to have their figures, undo the import (survey returns undo), fill in their lines and import again.',
    },
  }),
  'returns/not-a-count': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        isNegative(a.text)
          ? `${w.quote(a.text)} không phải số đếm: số phiếu không thể âm.`
          : `${w.quote(a.text)} không phải số đếm (viết như 1234).`,
      en: (a, w) =>
        isNegative(a.text)
          ? `${w.quote(a.text)} is no count: there cannot be fewer than 0 forms.`
          : `${w.quote(a.text)} is no count (write it like 1234).`,
    },
    why: {
      vi: '“1.234” có thể là một nghìn hai trăm ba mươi tư hoặc một phẩy hai ba tư; chương trình không đoán.',
      en: '“1.234” may be one thousand two hundred and thirty-four or one point two; it is not guessed.',
    },
    fix: {
      vi: 'Xem lại phiếu kiểm giấy rồi ghi đúng số phiếu đã đếm, không có dấu chấm, dấu phẩy hay chữ; nếu cả tệp dùng dấu chấm ngăn hàng nghìn thì nhập với --decimal comma.',
      en: 'Look at the paper tally and write the number of forms counted, without points, commas or words; for a file that writes thousands with a point import with --decimal comma.',
    },
  }),
  'returns/count-missing': kind<{ question: string; options: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: thiếu số đếm của ${w.list(a.options.map((one) => w.quote(countVi[one] ?? one)))}.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: no count of ${w.list(a.options.map((one) => w.quote(one)))}.`,
    },
    why: {
      vi: 'Ô trống không có nghĩa là 0: có thể là chưa đếm.',
      en: 'A blank is not 0: perhaps it was not counted.',
    },
    fix: {
      vi: 'Ghi số đếm; không có phiếu nào thì ghi 0.',
      en: 'Write the count; write 0 where there is none.',
    },
  }),
  'returns/not-on-scale': kind<{ question: string; option: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)} không có phương án ${w.quote(a.option)} nhưng ô lại có số.`,
      en: (a, w) =>
        `question ${w.quote(a.question)} has no option ${w.quote(a.option)}, yet its cell is filled.`,
    },
    why: {
      vi: 'Có thể số bị ghi lệch cột.',
      en: 'The figure may stand in the wrong column.',
    },
    fix: {
      vi: 'Chuyển số về đúng cột, hoặc xóa ô.',
      en: 'Move the figure to its column, or clear the cell.',
    },
  }),
  'returns/line-twice': kind<{ question: string; option: string; row: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)} (${countVi[a.option] ?? a.option}) đã có ở dòng ${w.int(a.row)} cho cùng đơn vị và nhóm.`,
      en: (a, w) =>
        `question ${w.quote(a.question)} (${a.option}) already stands in row ${w.int(a.row)} for the same unit and group.`,
    },
    why: {
      vi: 'Hai dòng cho một câu thì không biết lấy dòng nào; cộng lại cũng có thể sai.',
      en: 'With two lines for a question neither can be chosen, and adding them may be wrong too.',
    },
    fix: {
      vi: 'Giữ một dòng; nếu là hai đợt kiểm đếm phiếu khác nhau thì thêm cột “Đợt” và ghi tên đợt ở mọi dòng.',
      en: 'Keep one; if they are two rounds of counting other forms, add a column “part” and name the round on every line.',
    },
  }),
  'returns/question-missing': kind<{ unit: string; group: string; questions: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `đơn vị ${w.quote(a.unit)}, nhóm ${w.quote(a.group)}: thiếu câu ${w.list(a.questions)}.`,
      en: (a, w) =>
        `unit ${w.quote(a.unit)}, group ${w.quote(a.group)}: ${w.list(a.questions)} is missing.`,
    },
    why: {
      vi: 'Phiếu đã kiểm phải kiểm đủ mọi câu của mẫu, nếu không điểm sẽ thiếu.',
      en: 'A tally covers every question of its form, or points will be missing.',
    },
    fix: {
      vi: 'Thêm dòng cho các câu còn thiếu; tên câu gõ sai cũng bị tính là thiếu.',
      en: 'Add the missing lines; a question with a mistyped name is missing too.',
    },
  }),
  'returns/does-not-add-up': kind<{
    question: string;
    sum: number;
    blank: number;
    /** Other forms without an answer: two marks, don't know, not asked. */
    without: number;
    valid: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) => {
        const more = a.without === 0 ? '' : ` + ${w.int(a.without)} không có câu trả lời khác`;
        return `câu ${w.quote(a.question)}: ${w.int(a.sum)} lượt chọn + ${w.int(a.blank)} bỏ trống${more} = ${w.int(a.sum + a.blank + a.without)}, nhưng có ${w.int(a.valid)} phiếu hợp lệ.`;
      },
      en: (a, w) => {
        const more = a.without === 0 ? '' : ` + ${w.int(a.without)} without an answer otherwise`;
        return `question ${w.quote(a.question)}: ${w.int(a.sum)} marks + ${w.int(a.blank)} blank${more} = ${w.int(a.sum + a.blank + a.without)}, but ${w.int(a.valid)} forms are valid.`;
      },
    },
    why: addUpWhy,
    fix: recount,
  }),
  'returns/answered-differs': kind<{ question: string; answered: number; sum: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ghi ${w.int(a.answered)} phiếu trả lời, nhưng các số khác cho ${w.int(a.sum)}.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.int(a.answered)} forms are said to answer, but the other figures give ${w.int(a.sum)}.`,
    },
    why: addUpWhy,
    fix: recount,
  }),
  'returns/more-than-answered': kind<{
    question: string;
    option: string;
    count: number;
    most: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ${w.int(a.count)} phiếu chọn ${w.quote(a.option)}, nhưng chỉ có ${w.int(a.most)} phiếu trả lời câu này.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.int(a.count)} forms chose ${w.quote(a.option)}, but only ${w.int(a.most)} answer it.`,
    },
    why: {
      vi: 'Được chọn nhiều phương án, nhưng mỗi phiếu chỉ chọn một phương án một lần.',
      en: 'Several options may be chosen, but each at most once a form.',
    },
    fix: recount,
  }),
  'returns/wrong-total': kind<{ stated: number; sum: number }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tổng ghi ${w.int(a.stated)}, nhưng cộng các số lại được ${w.int(a.sum)}.`,
      en: (a, w) => `the sum says ${w.int(a.stated)}, but the figures add up to ${w.int(a.sum)}.`,
    },
    why: {
      vi: 'Tổng sai nghĩa là ghi sai một số, hoặc mất một dòng; chưa biết chỗ nào đúng nên chưa nhận các dòng được cộng.',
      en: 'A wrong sum means a wrong figure or a lost line; until it is known which, the lines it sums are not taken.',
    },
    fix: {
      vi: 'Đối chiếu với phiếu kiểm giấy: sửa số sai, thêm dòng thiếu, hoặc sửa (hay xóa) dòng tổng nếu chính nó sai.',
      en: 'Compare with the paper tally: mend the figure, add the lost line, or mend or delete the row of sums if it is wrong itself.',
    },
  }),
  'returns/percents-passed-over': kind<{ headings: readonly string[] }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `không đọc cột tỷ lệ ${w.list(a.headings.map((one) => w.quote(one)))}; tỷ lệ được tính lại từ số đếm.`,
      en: (a, w) =>
        `columns of shares are not read: ${w.list(a.headings.map((one) => w.quote(one)))}; the counts give them.`,
    },
    why: {
      vi: 'Tỷ lệ trong phiếu kiểm đã làm tròn; số đếm mới chính xác.',
      en: 'Shares on a tally are rounded; the counts are exact.',
    },
    fix: { vi: 'Không cần sửa.', en: 'Nothing to mend.' },
  }),
  'returns/unit-of-file': kind<{ unit: string; source: 'above' | 'sheet' }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `các dòng không ghi đơn vị; tất cả được tính cho ${w.quote(a.unit)}, theo ${a.source === 'sheet' ? 'tên trang tính' : 'dòng ghi đơn vị phía trên bảng'}.`,
      en: (a, w) =>
        `the lines name no unit; all are counted for ${w.quote(a.unit)}, by ${a.source === 'sheet' ? 'the name of the sheet' : 'the line above the table'}.`,
    },
    why: {
      vi: 'Bảng không có cột “Đơn vị”.',
      en: 'The table has no column of units.',
    },
    fix: {
      vi: 'Không cần sửa nếu đúng; nếu không, thêm cột “Đơn vị”.',
      en: 'Nothing to mend if that is right; else add a column “unit”.',
    },
  }),
  'returns/unit-of-sheet-unknown': kind<{ sheet: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không biết phiếu kiểm của đơn vị nào: bảng không có cột “Đơn vị”, và tên trang tính ${w.quote(a.sheet)} không phải tên một đơn vị.`,
      en: (a, w) =>
        `whose tally this is cannot be told: there is no column of units, and the sheet's name ${w.quote(a.sheet)} is no unit.`,
    },
    why: {
      vi: 'Số đếm phải thuộc về một đơn vị của phương án.',
      en: 'Counts must belong to a unit of the plan.',
    },
    fix: {
      vi: 'Đặt tên trang tính là tên (hoặc mã) đơn vị, hoặc ghi “Đơn vị: …” phía trên bảng, hoặc thêm cột “Đơn vị”.',
      en: 'Name the sheet after the unit, write “Đơn vị: …” above the table, or add a column “unit”.',
    },
  }),
  'returns/void-reason-missing': kind<{
    group: string;
    unit: string;
    reasons: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${ofWhom(a, w)}: có đếm phiếu không hợp lệ theo lý do nhưng để trống ${w.list(a.reasons.map((one) => w.quote(one)))}.`,
      en: (a, w) =>
        `${whose(a, w)}: void forms are counted by reason, but ${w.list(a.reasons.map((one) => w.quote(one)))} is blank.`,
    },
    why: {
      vi: 'Ô trống không có nghĩa là 0: có thể là chưa đếm.',
      en: 'A blank is not 0: perhaps it was not counted.',
    },
    fix: {
      vi: 'Ghi số phiếu của từng lý do; không có phiếu nào thì ghi 0.',
      en: 'Write the forms of each reason; write 0 where there are none.',
    },
  }),
  'returns/void-reasons-do-not-add-up': kind<{
    group: string;
    unit: string;
    sum: number;
    void: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${ofWhom(a, w)}: các lý do cộng lại ${w.int(a.sum)} phiếu, nhưng có ${w.int(a.void)} phiếu không hợp lệ.`,
      en: (a, w) =>
        `${whose(a, w)}: the reasons make up ${w.int(a.sum)} forms, but ${w.int(a.void)} are void.`,
    },
    why: addUpWhy,
    fix: recount,
  }),
  'returns/unknown-void-column': kind<{
    reason: string;
    reasons: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `lý do không hợp lệ ${w.quote(a.reason)} không có trong phương án; có: ${w.list(a.reasons.map((one) => w.quote(one)))}.`,
      en: (a, w) =>
        `the plan has no reason ${w.quote(a.reason)} for void forms; there are: ${w.list(a.reasons.map((one) => w.quote(one)))}.`,
    },
    why: {
      vi: 'Phương án đã liệt kê các lý do để thống kê thống nhất giữa các đơn vị.',
      en: 'The plan lists the reasons so that all units are counted alike.',
    },
    fix: {
      vi: 'Đổi tiêu đề cột cho đúng lý do, hoặc thêm lý do vào “returns: reasons” trong plan.yaml.',
      en: 'Head the column with a reason of the plan, or add the reason under `returns: reasons` in plan.yaml.',
    },
  }),
  'returns/custody-missing': kind<{ group: string; unit: string; missing: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${ofWhom(a, w)}: chưa ghi số phiếu ${w.list(a.missing.map(inVietnamese))}.`,
      en: (a, w) => `${whose(a, w)}: the forms ${w.list(a.missing)} are not stated.`,
    },
    why: {
      vi: 'Không có số phiếu thu về, hợp lệ, không hợp lệ thì không kiểm được số đếm.',
      en: 'Without the forms returned, valid and void the counts cannot be checked.',
    },
    fix: {
      vi: 'Ghi đủ các số này ở ít nhất một dòng của đơn vị (phiếu chung của cả nhóm: một dòng bất kỳ của nhóm); không có thì ghi 0.',
      en: 'State them on at least one line of the unit (forms of a whole group: any line of the group); write 0 where there are none.',
    },
  }),
  'returns/custody-differs': kind<{ group: string; unit: string; source: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${ofWhom(a, w)}: số phiếu phát ra, thu về, hợp lệ, không hợp lệ ở đây khác với ở ${a.source}.`,
      en: (a, w) =>
        `${whose(a, w)}: the forms issued, returned, valid and void differ from those at ${a.source}.`,
    },
    why: {
      vi: 'Cùng một tập phiếu thì các số này phải như nhau ở mọi dòng.',
      en: 'The same forms have the same figures on every line.',
    },
    fix: {
      vi: 'Ghi cùng một số ở mọi dòng, hoặc chỉ ghi ở một dòng.',
      en: 'Write the same figure on every line, or on only one of them.',
    },
  }),
  'returns/custody-does-not-add-up': kind<{
    group: string;
    unit: string;
    returned: number;
    valid: number;
    void: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${ofWhom(a, w)}: hợp lệ ${w.int(a.valid)} + không hợp lệ ${w.int(a.void)} = ${w.int(a.valid + a.void)}, nhưng thu về ${w.int(a.returned)}.`,
      en: (a, w) =>
        `${whose(a, w)}: ${w.int(a.valid)} valid + ${w.int(a.void)} void = ${w.int(a.valid + a.void)}, but ${w.int(a.returned)} returned.`,
    },
    why: addUpWhy,
    fix: recount,
  }),
  'returns/more-than-issued': kind<{
    group: string;
    unit: string;
    returned: number;
    issued: number;
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${ofWhom(a, w)}: thu về ${w.int(a.returned)} phiếu nhưng chỉ phát ra ${w.int(a.issued)}.`,
      en: (a, w) =>
        `${whose(a, w)}: ${w.int(a.returned)} forms returned, but only ${w.int(a.issued)} were issued.`,
    },
    why: addUpWhy,
    fix: recount,
  }),
  'returns/more-than-printed': kind<{ group: string; unit: string; out: number; printed: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${ofWhom(a, w)}: ghi ${w.int(a.out)} phiếu nhưng chỉ in ${w.int(a.printed)} (kể cả dự phòng).`,
      en: (a, w) =>
        `${whose(a, w)}: ${w.int(a.out)} forms are stated, but only ${w.int(a.printed)} were printed (spares included).`,
    },
    why: {
      vi: 'Nhiều phiếu hơn số đã in nghĩa là đếm sai, hoặc có phiếu không do cuộc điều tra phát ra.',
      en: 'More forms than were printed were miscounted, or did not come from this survey.',
    },
    fix: {
      vi: 'Kiểm đếm lại; nếu phiếu được in thêm hợp lệ thì tăng số phiếu hoặc dự phòng trong plan.yaml.',
      en: 'Count again; if more forms were properly printed, raise the quota or the spares in plan.yaml.',
    },
  }),
  'returns/already-counted': kind<{
    group: string;
    unit: string;
    batch: string;
    kind: 'rows' | 'tallies';
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `nhóm ${w.quote(a.group)}, đơn vị ${w.quote(a.unit)}: đã được ${a.kind === 'rows' ? 'nhập từng phiếu' : 'kiểm đếm'} ở ${a.batch}.`,
      en: (a, w) =>
        `group ${w.quote(a.group)}, unit ${w.quote(a.unit)}: already ${a.kind === 'rows' ? 'keyed form by form' : 'tallied'} in ${a.batch}.`,
    },
    why: {
      vi: 'Một tập phiếu chỉ được đếm một lần, hoặc từng phiếu hoặc kiểm đếm.',
      en: 'A set of forms is counted once: form by form, or as a tally.',
    },
    fix: {
      vi: 'Nếu lần trước sai, rút nó bằng survey returns undo rồi nhập lại. Nếu là hai đợt kiểm đếm phiếu khác nhau thì cả hai bảng phải có cột “Đợt” ghi tên đợt khác nhau.',
      en: 'If the earlier one is wrong, undo it with survey returns undo and import again. Two rounds that count other forms both need a column “part” with names that differ.',
    },
  }),
  'returns/with-wrong-line': kind<{ unit: string; rows: readonly number[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dòng này không sai, nhưng cùng phiếu kiểm${a.unit === '' ? '' : ` của đơn vị ${w.quote(a.unit)}`} với dòng ${w.list(a.rows.map(String))} bị sai.`,
      en: (a, w) =>
        `this line is not wrong itself, but belongs with row ${w.list(a.rows.map(String))}${a.unit === '' ? '' : ` of unit ${w.quote(a.unit)}`}, which is.`,
    },
    why: {
      vi: 'Kiểm đếm của một đơn vị được nhận cả hoặc không nhận, vì không thể tính một phần số phiếu.',
      en: 'The tally of a unit is taken whole or not at all: its forms cannot be counted in part.',
    },
    fix: {
      vi: 'Sửa các dòng sai đã nêu rồi nhập lại cả đơn vị.',
      en: 'Mend the rows named and import the whole unit again.',
    },
  }),
};

function isNegative(text: string): boolean {
  return /^[-\u2212]\s*\d/.test(text);
}

interface Whose {
  readonly group: string;
  /** Empty where the forms are those of a whole group. */
  readonly unit: string;
}

function ofWhom({ group, unit }: Whose, w: Words): string {
  return unit === ''
    ? `nhóm ${w.quote(group)}`
    : `đơn vị ${w.quote(unit)} (nhóm ${w.quote(group)})`;
}

function whose({ group, unit }: Whose, w: Words): string {
  return unit === ''
    ? `group ${w.quote(group)}`
    : `unit ${w.quote(unit)} (group ${w.quote(group)})`;
}

/** Counts of a question that are no option of it. */
const countVi: Readonly<Record<string, string>> = {
  blank: 'Bỏ trống',
  answered: 'Số phiếu trả lời',
};

const vietnamese: Readonly<Record<string, string>> = {
  issued: 'phát ra',
  returned: 'thu về',
  valid: 'hợp lệ',
  void: 'không hợp lệ',
};

function inVietnamese(field: string): string {
  return vietnamese[field] ?? field;
}
