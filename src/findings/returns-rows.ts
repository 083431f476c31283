/** Findings about returned rows: whose sheet it is, and what was answered. */
import { kind } from './finding.ts';
import { type Thing, things } from './returns-words.ts';

const sureSheetWhy = {
  vi: 'Mỗi phiếu in ra có số sê-ri riêng; nhờ đó biết phiếu của ai, đánh giá đơn vị nào và không bị đếm hai lần.',
  en: 'Every printed sheet has its own serial; it tells whose it is, whom it rates, and that it is counted once.',
};

const oneAnswerWhy = {
  vi: 'Mỗi câu chỉ nhận đúng một phương án trên phiếu; chương trình không tự chọn thay người trả lời.',
  en: 'A question takes exactly one option as marked on the form; the tool never chooses for the respondent.',
};

const onceWhy = {
  vi: 'Mỗi phiếu chỉ được đếm một lần; đếm trùng làm sai điểm của đơn vị.',
  en: 'A form is counted once; counting it twice makes the unit’s points wrong.',
};

const askPaper = {
  vi: 'Xem lại phiếu giấy rồi sửa ô này (trong rejected.csv hoặc trong tệp gốc) và nhập lại; nếu phiếu đánh sai quy định, ghi lý do vào cột “Không hợp lệ”.',
  en: 'Look at the paper form, mend the cell (in rejected.csv or in the original) and import again; if the form breaks the rules, write the reason in the void column.',
};

export const returnsRowFindings = {
  'returns/unknown-name': kind<{ thing: Thing; name: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.name === ''
          ? `ô trống: dòng không ghi ${things.vi[a.thing]}.`
          : `phương án không có ${things.vi[a.thing]} ${w.quote(a.name)}.`,
      en: (a, w) =>
        a.name === ''
          ? `blank cell: the row names no ${things.en[a.thing]}.`
          : `the plan has no ${things.en[a.thing]} ${w.quote(a.name)}.`,
    },
    why: {
      vi: 'Tên gần giống không được tự nhận, vì có thể là một đơn vị khác.',
      en: 'A name that is nearly right is never taken: it may be another body.',
    },
    fix: {
      vi: 'Ghi đúng tên hoặc mã như trong plan.yaml.',
      en: 'Write the name or the id as it stands in plan.yaml.',
    },
  }),
  'returns/ambiguous-name': kind<{ thing: Thing; name: string; among: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${things.vi[a.thing]} ${w.quote(a.name)} có thể là: ${w.list(a.among)}.`,
      en: (a, w) => `the ${things.en[a.thing]} ${w.quote(a.name)} may be: ${w.list(a.among)}.`,
    },
    why: {
      vi: 'Hai đơn vị có thể trùng tên (xã và thị trấn chẳng hạn); không được chọn hộ.',
      en: 'Two bodies may share a name (a commune and a township); the tool does not choose.',
    },
    fix: { vi: 'Ghi mã thay cho tên.', en: 'Write the id instead of the name.' },
  }),
  'returns/disagrees': kind<{ thing: Thing; written: string; other: string; source: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dòng ghi ${things.vi[a.thing]} ${w.quote(a.written)} nhưng theo ${w.quote(a.source)} thì là ${w.quote(a.other)}.`,
      en: (a, w) =>
        `the row says ${things.en[a.thing]} ${w.quote(a.written)}, but by ${w.quote(a.source)} it is ${w.quote(a.other)}.`,
    },
    why: {
      vi: 'Hai chỗ nói khác nhau nghĩa là một chỗ gõ sai, có khi là số sê-ri.',
      en: 'Where two places disagree one of them is mistyped, perhaps the serial.',
    },
    fix: {
      vi: 'Đối chiếu với phiếu giấy, sửa chỗ sai.',
      en: 'Compare with the paper form and mend the wrong one.',
    },
  }),
  /** `isFile`: there is no such column at all. */
  'returns/serial-missing': kind<{ groups: readonly string[]; isFile?: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${a.isFile === true ? 'tệp không có cột số sê-ri' : 'dòng không có số sê-ri'}${a.groups.length === 0 ? (a.isFile === true ? ', mà phiếu của cuộc khảo sát này đều bắt buộc có.' : ' của phiếu.') : `, mà nhóm ${w.list(a.groups)} bắt buộc có.`}`,
      en: (a, w) =>
        `the ${a.isFile === true ? 'file has no column of serials' : 'row has no serial'}${a.groups.length === 0 ? (a.isFile === true ? ', which every form of this survey requires.' : '.') : `, which group ${w.list(a.groups)} requires.`}`,
    },
    why: sureSheetWhy,
    fix: {
      vi: 'Gõ số sê-ri in ở góc phiếu. Nhóm trả lời qua QR hoặc trực tuyến: ghi serial: optional trong nhóm đó ở plan.yaml. Số liệu lấy từ cuộc điều tra khác: ghi nhóm ở cột “Nhóm” hoặc --group.',
      en: 'Type the serial printed on the form. For QR or online replies set `serial: optional` in that group of plan.yaml. Answers taken from another survey: name the group in a column or with --group.',
    },
  }),
  'returns/serial-unreadable': kind<{ typed: string; example: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.typed)} không phải số sê-ri (số sê-ri có dạng ${w.quote(a.example)}).`,
      en: (a, w) => `${w.quote(a.typed)} is no serial (serials look like ${w.quote(a.example)}).`,
    },
    why: sureSheetWhy,
    fix: {
      vi: 'Gõ lại số sê-ri in ở góc phiếu, đủ cả chữ và số.',
      en: 'Type the serial from the corner of the form again, letters and digits.',
    },
  }),
  'returns/serial-mistyped': kind<{ typed: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `số sê-ri ${w.quote(a.typed)} gõ sai: chữ số kiểm tra không khớp.`,
      en: (a, w) => `the serial ${w.quote(a.typed)} is mistyped: its check digit does not fit.`,
    },
    why: sureSheetWhy,
    fix: {
      vi: 'Đối chiếu từng chữ số với phiếu giấy rồi gõ lại.',
      en: 'Compare it digit by digit with the paper form.',
    },
  }),
  'returns/serial-of-another-survey': kind<{ typed: string; prefix: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `số sê-ri ${w.quote(a.typed)} thuộc cuộc điều tra khác (cuộc này bắt đầu bằng ${w.quote(a.prefix)}).`,
      en: (a, w) =>
        `the serial ${w.quote(a.typed)} belongs to another survey (those of this one begin with ${w.quote(a.prefix)}).`,
    },
    why: sureSheetWhy,
    fix: {
      vi: 'Để riêng phiếu này và nhập vào đúng cuộc điều tra của nó. Nếu phương án lấy kết quả của cuộc điều tra đó: ghi nhóm ở cột “Nhóm” hoặc --group.',
      en: 'Put this form aside and import it into its own survey. If the plan takes that survey’s results: name the group in a column or with --group.',
    },
  }),
  'returns/serial-not-printed': kind<{ serial: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có phiếu nào được in với số sê-ri ${w.quote(a.serial)}.`,
      en: (a, w) => `no sheet was printed with the serial ${w.quote(a.serial)}.`,
    },
    why: {
      vi: 'Phiếu không do cuộc điều tra phát ra thì không được tính; cũng có thể phương án đã đổi sau khi in.',
      en: 'A sheet that the survey did not issue does not count; or the plan was changed after printing.',
    },
    fix: {
      vi: 'Kiểm tra lại số sê-ri trên phiếu. Nếu đã in đủ theo phương án cũ, dùng lại đúng bản plan.yaml lúc in.',
      en: 'Check the serial. If the sheets were printed from an earlier plan, use that plan.yaml again.',
    },
  }),
  'returns/repeated': kind<{ serial: string; source: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)} lặp lại y nguyên dòng ${a.source}; chỉ tính một lần.`,
      en: (a, w) =>
        `the sheet ${w.quote(a.serial)} repeats ${a.source} word for word; it counts once.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Không cần nhập lại. Nếu hai dòng là hai phiếu khác nhau thì một số sê-ri bị gõ nhầm: xem phiếu giấy rồi sửa.',
      en: 'Nothing to import again. If the rows are two different forms, one serial is mistyped: look at the paper and mend it.',
    },
  }),
  'returns/conflict': kind<{ serial: string; sources: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)} đã có nhưng câu trả lời khác (${w.list(a.sources)}); không dòng nào của phiếu này trong tệp được nhận.`,
      en: (a, w) =>
        `the sheet ${w.quote(a.serial)} is also there with other answers (${w.list(a.sources)}); no row of this form is taken from the file.`,
    },
    why: {
      vi: 'Chỉ bản gốc (phiếu giấy, hay hệ thống khảo sát) cho biết bản nào đúng; không lấy bản sau đè bản trước. Các phiếu khác trong tệp không bị ảnh hưởng.',
      en: 'Only the original (paper form, or survey system) can tell which is right; the later one never overrides the earlier. Other forms in the file are not affected.',
    },
    fix: {
      vi: 'Xem bản gốc (phiếu giấy, hay bản trả lời trên hệ thống), giữ dòng đúng, xóa dòng sai. Phiếu đã nhập mới là bản sai: sửa riêng phiếu đó bằng survey returns correct.',
      en: 'Look at the original (the paper form, or the reply in its system), keep the right row, delete the wrong one. If the form imported before is the wrong one: correct it alone with survey returns correct.',
    },
  }),
  'returns/sheet-answers-differ': kind<{
    serial: string;
    question: string;
    values: readonly string[];
    sources: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)}: câu ${w.quote(a.question)} chỉ hỏi một lần nhưng các dòng ghi khác nhau: ${w.list(a.values)} (${w.list(a.sources)}).`,
      en: (a, w) =>
        `sheet ${w.quote(a.serial)}: ${w.quote(a.question)} is asked once, but its rows say ${w.list(a.values)} (${w.list(a.sources)}).`,
    },
    why: oneAnswerWhy,
    fix: {
      vi: 'Ghi câu trả lời giống nhau ở mọi dòng của phiếu, hoặc chỉ ghi ở một dòng. Đã nhập rồi: sửa câu đó bằng survey returns correct, hoặc rút một lần nhập bằng survey returns undo.',
      en: 'Write the same answer in every row of the sheet, or in only one of them. Once imported: correct it with survey returns correct, or take one import out with survey returns undo.',
    },
  }),
  'returns/unit-needed': kind<{ source: string; units: readonly string[]; isBelow: boolean }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.isBelow
          ? 'ô đơn vị để trống; ô gộp trong Excel chỉ giữ tên ở dòng đầu, phải ghi tên đơn vị ở mọi dòng.'
          : a.units.length === 0
            ? 'dòng không ghi đơn vị.'
            : `dòng không ghi đơn vị; ${w.quote(a.source)} đánh giá ${w.int(a.units.length)} đơn vị: ${w.list(a.units, 4)}.`,
      en: (a, w) =>
        a.isBelow
          ? 'the unit cell is blank; merged cells keep the name in their first row only: write the unit in every row.'
          : a.units.length === 0
            ? 'the row names no unit.'
            : `the row names no unit; ${w.quote(a.source)} rates ${w.int(a.units.length)} of them: ${w.list(a.units, 4)}.`,
    },
    why: {
      vi: 'Không biết đơn vị nào được đánh giá thì câu trả lời không dùng được.',
      en: 'Without the unit that is rated the answers cannot be used.',
    },
    fix: {
      vi: 'Ghi tên đơn vị ở mọi dòng (bỏ gộp ô trong Excel rồi điền xuống); phiếu đánh giá nhiều đơn vị thì mỗi đơn vị một dòng.',
      en: 'Write the unit in every row (unmerge the cells in Excel and fill down); a sheet about several units takes one row for each.',
    },
  }),
  'returns/not-rated': kind<{ unit: string; source: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.source)} không đánh giá đơn vị ${w.quote(a.unit)} (chỉ đánh giá: ${w.list(a.units, 4)}).`,
      en: (a, w) =>
        `${w.quote(a.source)} does not rate the unit ${w.quote(a.unit)} (it rates ${w.list(a.units, 4)}).`,
    },
    why: {
      vi: 'Phiếu chỉ được tính cho đơn vị mà phương án giao cho phiếu đó đánh giá.',
      en: 'A form counts only for the units that the plan lets it rate.',
    },
    fix: {
      vi: 'Xem lại số sê-ri và tên đơn vị; một trong hai bị gõ sai.',
      en: 'Check the serial and the unit; one of them is mistyped.',
    },
  }),
  'returns/group-needed': kind<{ groups: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.groups.length === 0
          ? 'không có nhóm đối tượng nào đánh giá đơn vị này bằng mẫu phiếu này.'
          : `chưa rõ dòng thuộc nhóm đối tượng nào: ${w.list(a.groups)}.`,
      en: (a, w) =>
        a.groups.length === 0
          ? 'no group rates this unit with this form.'
          : `the row may belong to several groups: ${w.list(a.groups)}.`,
    },
    why: {
      vi: 'Mỗi nhóm có trọng số riêng khi tính điểm.',
      en: 'Each group has its own weight in the points.',
    },
    fix: {
      vi: 'Thêm cột Nhóm, hoặc cho cả tệp bằng --group.',
      en: 'Add a group column, or give the group of the whole file with --group.',
    },
  }),
  'returns/grid-without-serial': kind<{ group: string; units: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu của nhóm ${w.quote(a.group)} đánh giá ${w.int(a.units)} đơn vị, không có số sê-ri thì không ghép được các dòng của một phiếu.`,
      en: (a, w) =>
        `sheets of group ${w.quote(a.group)} rate ${w.int(a.units)} units; without serials their rows cannot be joined into sheets.`,
    },
    why: {
      vi: 'Không ghép được thì không đếm được số phiếu thu về.',
      en: 'Without joining them the returned sheets cannot be counted.',
    },
    fix: {
      vi: 'Thêm cột Sê-ri; mỗi phiếu một số, lặp lại ở các dòng của phiếu đó.',
      en: 'Add a serial column; one serial a sheet, repeated on each of its rows.',
    },
  }),
  'returns/void-unclear': kind<{ mark: string; reason: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột “Không hợp lệ” ghi ${w.quote(a.mark)} nhưng lại có lý do ${w.quote(a.reason)}.`,
      en: (a, w) =>
        `the void column says ${w.quote(a.mark)}, yet there is a reason: ${w.quote(a.reason)}.`,
    },
    why: {
      vi: 'Phiếu hợp lệ thì được tính, không hợp lệ thì không; phải rõ một trong hai.',
      en: 'A valid form counts and a void one does not; it must be clear which.',
    },
    fix: {
      vi: 'Xóa lý do nếu phiếu hợp lệ, hoặc ghi “x” vào cột “Không hợp lệ”.',
      en: 'Delete the reason if the form is valid, or put an x in the void column.',
    },
  }),
  'returns/unknown-option': kind<{
    question: string;
    answer: string;
    options: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.answer)} không phải phương án của câu ${w.quote(a.question)}; có: ${w.list(a.options)}.`,
      en: (a, w) =>
        `${w.quote(a.answer)} is no option of ${w.quote(a.question)}; there are: ${w.list(a.options)}.`,
    },
    why: oneAnswerWhy,
    fix: askPaper,
  }),
  'returns/two-marks': kind<{ question: string; answer: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ô ghi ${w.quote(a.answer)} là hai phương án (hoặc số lẻ); mỗi câu chỉ một.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.quote(a.answer)} is two marks (or a decimal); a question takes one.`,
    },
    why: oneAnswerWhy,
    fix: {
      vi: 'Xem lại phiếu giấy rồi sửa ô này (trong rejected.csv hoặc trong tệp gốc) và nhập lại. Nếu phiếu đánh hai ô thật: ghi mã của “two_marks” (khi plan.yaml có khai trong returns: codes), hoặc ghi lý do vào cột “Không hợp lệ”.',
      en: 'Look at the paper form, mend the cell (in rejected.csv or in the original) and import again. If two are really marked: write the code of `two_marks` (where plan.yaml declares one under `returns: codes`), or the reason in the void column.',
    },
  }),
  'returns/decimal-answer': kind<{ question: string; answer: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `câu ${w.quote(a.question)}: ${w.quote(a.answer)} là số lẻ, không phải mã phương án.`,
      en: (a, w) =>
        `question ${w.quote(a.question)}: ${w.quote(a.answer)} is a decimal number, not an option.`,
    },
    why: oneAnswerWhy,
    fix: askPaper,
  }),
  'returns/control-character': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `ô chứa ký tự điều khiển không nhìn thấy được: ${w.quote(a.text)}.`,
      en: (a, w) => `the cell holds control characters that cannot be seen: ${w.quote(a.text)}.`,
    },
    why: {
      vi: 'Ký tự điều khiển có thể làm hỏng tệp lưu hoặc làm sai chữ hiện trên màn hình.',
      en: 'Control characters can spoil the stored file or change what a screen shows.',
    },
    fix: {
      vi: 'Xóa nội dung ô này rồi gõ lại bằng tay, không dán từ nơi khác, và nhập lại.',
      en: 'Clear the cell, type its words again by hand instead of pasting them, and import again.',
    },
  }),
  'returns/not-on-form': kind<{ question: string; form: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `mẫu phiếu ${w.quote(a.form)} không có câu ${w.quote(a.question)}.`,
      en: (a, w) => `form ${w.quote(a.form)} does not ask ${w.quote(a.question)}.`,
    },
    why: {
      vi: 'Có câu trả lời cho câu không hỏi nghĩa là lệch cột hoặc nhầm mẫu phiếu.',
      en: 'An answer to a question that was not asked means a shifted column or another form.',
    },
    fix: {
      vi: 'Kiểm tra mẫu phiếu của dòng này và các cột có bị lệch không.',
      en: 'Check which form the row is, and whether its cells have shifted.',
    },
  }),
};
