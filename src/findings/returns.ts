/** Findings about returned files: what their columns and rows say, and what the store already holds. */
import { kind } from './finding.ts';
import { paperTallyFindings } from './paper-tallies.ts';

type Thing = 'unit' | 'group' | 'form' | 'place' | 'question';

const things: Readonly<Record<'vi' | 'en', Readonly<Record<Thing, string>>>> = {
  vi: {
    unit: 'đơn vị',
    group: 'nhóm đối tượng',
    form: 'mẫu phiếu',
    place: 'địa bàn',
    question: 'câu hỏi',
  },
  en: { unit: 'unit', group: 'group', form: 'form', place: 'place', question: 'question' },
};

const brokenWhy = {
  vi: {
    'no-record': 'không có tệp batch.json',
    record: 'batch.json không đọc được',
    changed: 'tệp bên trong bị thiếu, chép dở, đã bị sửa hoặc có tệp dữ liệu được thêm vào',
    content: 'tệp dữ liệu bên trong không đọc được',
  },
  en: {
    'no-record': 'batch.json is not there',
    record: 'batch.json cannot be read',
    changed: 'a file in it is missing, cut short or was edited, or a data file was added',
    content: 'a data file in it cannot be read',
  },
} as const;

const wholeFileWhy = {
  vi: 'Phải biết chắc mỗi cột là gì thì mới nhận được dữ liệu; đoán sai một cột là sai cả tệp.',
  en: 'Every column must be known for certain before anything is taken; one wrong guess spoils the file.',
};

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

export const returnsFindings = {
  ...paperTallyFindings,

  'returns/no-rows': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () => 'có dòng tiêu đề nhưng không có dòng dữ liệu nào.',
      en: () => 'there are headings but no rows under them.',
    },
    why: {
      vi: 'Nhập một tệp trống thường là chọn nhầm tệp hoặc nhầm trang tính.',
      en: 'An empty file usually means that the wrong file or sheet was chosen.',
    },
    fix: {
      vi: 'Mở tệp xem dữ liệu nằm ở trang tính nào, rồi chọn bằng --sheet.',
      en: 'Open the file, see which sheet holds the data, and choose it with --sheet.',
    },
  }),
  'returns/unknown-layout': kind<{ headings: readonly string[]; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không nhận ra đây là tệp phiếu hay tệp kiểm đếm; các tiêu đề cột là: ${w.list(a.headings)}.`,
      en: (a, w) =>
        `this is neither a file of forms nor a tally; its headings are: ${w.list(a.headings)}.`,
    },
    why: wholeFileWhy,
    fix: {
      vi: 'Tệp phiếu cần cột Sê-ri (hoặc Đơn vị) và các cột mang mã câu hỏi; tệp kiểm đếm cần các cột Đơn vị, Câu hỏi, các phương án, Thu về, Hợp lệ, Không hợp lệ.',
      en: 'A file of forms needs a serial (or unit) column and columns named by question id; a tally needs unit, question, the options, returned, valid and void.',
    },
  }),
  'returns/no-question-column': kind<{
    headings: readonly string[];
    questions: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không thấy cột câu hỏi nào; tệp chỉ có các cột: ${w.list(a.headings)} (mã câu hỏi: ${w.list(a.questions, 4)}).`,
      en: (a, w) =>
        `no question column was found; there are only: ${w.list(a.headings)} (question ids: ${w.list(a.questions, 4)}).`,
    },
    why: {
      vi: 'Danh sách phiếu không có câu trả lời thì không có gì để tính điểm.',
      en: 'A list of forms without answers holds nothing to score.',
    },
    fix: {
      vi: 'Thêm cho mỗi câu hỏi một cột, tiêu đề là mã câu hỏi hoặc nội dung câu hỏi, và gõ phương án được chọn vào từng dòng.',
      en: 'Add one column for each question, headed by its id or its text, and key the option chosen in every row.',
    },
  }),
  'returns/workbook-open': kind<{ lock: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `bảng tính này đang mở (có tệp khóa ${w.quote(a.lock)} bên cạnh); những gì chưa lưu không có trong lần nhập này.`,
      en: (a, w) =>
        `this workbook is open somewhere (the lock file ${w.quote(a.lock)} lies beside it); changes not saved yet are not in this import.`,
    },
    why: {
      vi: 'Chương trình chỉ đọc được bản đã lưu trên đĩa.',
      en: 'Only what was saved to the disk can be read.',
    },
    fix: {
      vi: 'Lưu và đóng bảng tính rồi nhập lại: dòng đã nhập được bỏ qua, dòng mới được nhận. Nếu bảng tính không mở ở đâu cả thì xóa tệp khóa.',
      en: 'Save and close the workbook and import again: rows already there are passed over, new ones are taken. If it is not open anywhere, delete the lock file.',
    },
  }),
  'returns/rehearsal-file': kind<{ folder: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.folder === ''
          ? 'đây là tệp diễn tập (số liệu mô phỏng), không nhập được vào cuộc điều tra thật.'
          : `đây là tệp diễn tập (số liệu mô phỏng), không nhập được vào cuộc điều tra thật; thư mục diễn tập của nó là ${w.quote(a.folder)}.`,
      en: (a, w) =>
        a.folder === ''
          ? 'this is a rehearsal file (simulated figures); it cannot join a real survey.'
          : `this is a rehearsal file (simulated figures); it cannot join a real survey. Its rehearsal folder is ${w.quote(a.folder)}.`,
    },
    why: {
      vi: 'Số liệu mô phỏng lẫn vào phiếu thật thì kết quả không còn giá trị.',
      en: 'Simulated figures among real returns would make the results worthless.',
    },
    fix: {
      vi: 'Thêm --plan và thư mục diễn tập (nơi có tệp rehearsal.json do survey simulate tạo ra).',
      en: 'Add --plan and the rehearsal folder (where rehearsal.json is, written by survey simulate).',
    },
  }),
  'returns/rehearsal-folder': kind<Record<never, never>>({
    severity: 'error',
    text: {
      vi: () =>
        'thư mục này chỉ để diễn tập (có tệp rehearsal.json), không nhận phiếu không ghi “Mô phỏng”.',
      en: () =>
        'this folder is for rehearsals (it holds rehearsal.json); files that are not marked simulated stay out.',
    },
    why: {
      vi: 'Phiếu thật nhập vào thư mục diễn tập sẽ không được tính, hoặc bị trộn với số liệu mô phỏng.',
      en: 'Real returns in a rehearsal would not count, or would be mixed with simulated ones.',
    },
    fix: {
      vi: 'Nhập tệp này vào thư mục khảo sát thật: survey import --plan THƯ_MỤC TỆP.',
      en: 'Import the file into the real survey folder: survey import --plan FOLDER FILE.',
    },
  }),
  'returns/ignored-column': kind<{ heading: string; near: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `cột ${w.quote(a.heading)} không có trong phương án nên bị bỏ qua.`,
      en: (a, w) => `the column ${w.quote(a.heading)} is not in the plan and is ignored.`,
    },
    why: {
      vi: 'Nếu đó là một câu hỏi gõ sai tiêu đề thì câu trả lời của cả cột sẽ mất.',
      en: 'If it is a question with a mistyped heading, the answers of the whole column are lost.',
    },
    fix: {
      vi: 'Nếu cột này là câu hỏi hoặc phương án, sửa tiêu đề theo tên được gợi ý; nếu không thì để nguyên.',
      en: 'If it is a question or an option, mend its heading as suggested; otherwise leave it.',
    },
  }),
  'returns/ambiguous-heading': kind<{ heading: string; meanings: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tiêu đề ${w.quote(a.heading)} có thể hiểu theo nhiều cách: ${w.list(a.meanings)}.`,
      en: (a, w) =>
        `the heading ${w.quote(a.heading)} can mean several things: ${w.list(a.meanings)}.`,
    },
    why: wholeFileWhy,
    fix: {
      vi: 'Đặt tiêu đề bằng đúng nội dung câu hỏi, hoặc đổi mã câu hỏi trong plan.yaml.',
      en: 'Use the text of the question as the heading, or change the question id in plan.yaml.',
    },
  }),
  'returns/two-columns': kind<{ meaning: string; first: string; second: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột ${w.quote(a.second)} và cột ${w.quote(a.first)} cùng được hiểu là ${w.quote(a.meaning)}.`,
      en: (a, w) =>
        `the columns ${w.quote(a.first)} and ${w.quote(a.second)} both mean ${w.quote(a.meaning)}.`,
    },
    why: wholeFileWhy,
    fix: {
      vi: 'Giữ lại một cột, xóa hoặc đổi tiêu đề cột kia.',
      en: 'Keep one of them; delete or rename the other.',
    },
  }),
  'returns/column-missing': kind<{ column: string; headings: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `thiếu cột ${w.quote(a.column)}; trong tệp có: ${w.list(a.headings)}.`,
      en: (a, w) => `the column ${w.quote(a.column)} is missing; there are: ${w.list(a.headings)}.`,
    },
    why: {
      vi: 'Không có cột này thì không biết dòng nào thuộc đơn vị nào, hoặc không kiểm được tổng số phiếu.',
      en: 'Without it a row cannot be given to its unit, or the number of forms cannot be checked.',
    },
    fix: {
      vi: 'Thêm cột với đúng tiêu đề trên rồi nhập lại.',
      en: 'Add the column under that heading and import again.',
    },
  }),
  'returns/question-without-column': kind<{ form: string; questions: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mẫu phiếu ${w.quote(a.form)} có câu ${w.list(a.questions)} nhưng tệp không có cột nào cho các câu đó.`,
      en: (a, w) => `form ${w.quote(a.form)} asks ${w.list(a.questions)}, which no column answers.`,
    },
    why: {
      vi: 'Thiếu cột thì mọi phiếu bị coi là bỏ trống câu đó, và điểm của đơn vị sai.',
      en: 'Without the column every form would seem to leave the question blank, and the points would be wrong.',
    },
    fix: {
      vi: 'Thêm cột mang mã câu hỏi; phiếu nào bỏ trống câu đó thì để trống ô.',
      en: 'Add a column headed by the question id; leave the cells blank where the form is blank.',
    },
  }),
  'returns/partly-simulated': kind<{ seed: string; other: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột “Mô phỏng” ${a.other === '' ? 'để trống' : `ghi ${w.quote(a.other)}`} ở dòng này nhưng ${a.seed === '' ? 'để trống' : `ghi ${w.quote(a.seed)}`} ở dòng đầu.`,
      en: (a, w) =>
        `the simulated column ${a.other === '' ? 'is blank' : `says ${w.quote(a.other)}`} here but ${a.seed === '' ? 'is blank' : `says ${w.quote(a.seed)}`} in the first row.`,
    },
    why: {
      vi: 'Số liệu diễn tập và phiếu thật không bao giờ được nằm chung một tệp.',
      en: 'Rehearsal data and real forms must never share a file.',
    },
    fix: {
      vi: 'Tách phiếu thật ra một tệp riêng không có cột “Mô phỏng”.',
      en: 'Put the real forms in a file of their own, without the simulated column.',
    },
  }),
  'returns/rehearsal-mixed': kind<{ isSimulated: boolean; batch: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.isSimulated
          ? `tệp này là số liệu mô phỏng, nhưng kho đã có phiếu thật (${w.quote(a.batch)}).`
          : `kho đang chứa số liệu mô phỏng (${w.quote(a.batch)}), không nhận phiếu thật.`,
      en: (a, w) =>
        a.isSimulated
          ? `this file is a rehearsal, but the store holds real returns (${w.quote(a.batch)}).`
          : `the store holds a rehearsal (${w.quote(a.batch)}); real returns cannot join it.`,
    },
    why: {
      vi: 'Trộn số liệu diễn tập với phiếu thật thì không ai tách ra được nữa.',
      en: 'Once rehearsal and real data are mixed nobody can tell them apart.',
    },
    fix: {
      vi: 'Diễn tập trong một bản sao của thư mục khảo sát, hoặc rút các lần nhập mô phỏng bằng survey returns undo.',
      en: 'Rehearse in a copy of the survey folder, or take the rehearsal out with survey returns undo.',
    },
  }),
  'returns/already-imported': kind<{ batch: string; by: string; at: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `tệp này đã được nhập rồi: ${w.quote(a.batch)} (${a.by}, ${a.at}).`,
      en: (a, w) => `this file was imported before: ${w.quote(a.batch)} (${a.by}, ${a.at}).`,
    },
    why: onceWhy,
    fix: {
      vi: 'Không cần làm gì. Muốn nhập lại thì rút lần trước bằng survey returns undo.',
      en: 'Nothing to do. To import it again, first undo the earlier import with survey returns undo.',
    },
  }),

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

  'returns/serial-missing': kind<{ groups: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.groups.length === 0
          ? 'dòng không có số sê-ri của phiếu.'
          : `dòng không có số sê-ri, mà nhóm ${w.list(a.groups)} bắt buộc có.`,
      en: (a, w) =>
        a.groups.length === 0
          ? 'the row has no serial.'
          : `the row has no serial, which group ${w.list(a.groups)} requires.`,
    },
    why: sureSheetWhy,
    fix: {
      vi: 'Gõ số sê-ri in ở góc phiếu. Nhóm trả lời qua QR hoặc trực tuyến: ghi serial: optional trong plan.yaml.',
      en: 'Type the serial printed on the form. For QR or online replies set serial: optional in plan.yaml.',
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
      vi: 'Để riêng phiếu này và nhập vào đúng cuộc điều tra của nó.',
      en: 'Put this form aside and import it into its own survey.',
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
      vi: 'Không thể biết bản nào đúng nếu không xem lại phiếu giấy; không lấy bản sau đè bản trước. Các phiếu khác trong tệp không bị ảnh hưởng.',
      en: 'Only the paper form can tell which is right; the later one never overrides the earlier. Other forms in the file are not affected.',
    },
    fix: {
      vi: 'Tìm phiếu giấy, giữ dòng đúng, xóa dòng sai. Nếu bản đã nhập trước bị sai: survey returns undo rồi nhập lại.',
      en: 'Find the paper form, keep the right row, delete the wrong one. If the earlier import is wrong: survey returns undo, then import again.',
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
      vi: 'Ghi câu trả lời giống nhau ở mọi dòng của phiếu, hoặc chỉ ghi ở một dòng.',
      en: 'Write the same answer in every row of the sheet, or in only one of them.',
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
    fix: askPaper,
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

  'returns/broken-batch': kind<{ batch: string; why: keyof (typeof brokenWhy)['vi'] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `thư mục ${w.quote(a.batch)} không phải một lần nhập nguyên vẹn: ${brokenWhy.vi[a.why]}.`,
      en: (a, w) => `the folder ${w.quote(a.batch)} is not a whole import: ${brokenWhy.en[a.why]}.`,
    },
    why: {
      vi: 'Bỏ qua một phần phiếu mà không báo thì kết quả sai mà không ai biết.',
      en: 'To pass over a part of the returns without a word would make the results wrong unseen.',
    },
    fix: {
      vi: 'Chép lại cả thư mục từ máy gốc; nếu không phải lần nhập thì chuyển nó ra khỏi returns/.',
      en: 'Copy the whole folder again from where it came; if it is no import, move it out of returns/.',
    },
  }),
  'returns/loose-file': kind<{ name: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `tệp ${w.quote(a.name)} nằm trong returns/ nhưng chưa được nhập, nên không được tính.`,
      en: (a, w) =>
        `the file ${w.quote(a.name)} lies in returns/ but was not imported; it does not count.`,
    },
    why: {
      vi: 'Chép tệp vào returns/ không phải là nhập: chưa có dòng nào được kiểm tra.',
      en: 'Copying a file into returns/ does not import it: none of its rows was checked.',
    },
    fix: {
      vi: 'Chuyển tệp ra chỗ khác rồi nhập bằng survey import TỆP.',
      en: 'Move the file elsewhere and import it with survey import FILE.',
    },
  }),
  'returns/unknown-batch': kind<{ id: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có lần nhập ${w.quote(a.id)}.`,
      en: (a, w) => `there is no import ${w.quote(a.id)}.`,
    },
    why: {
      vi: 'Mã lần nhập là tên thư mục trong returns/.',
      en: 'The id of an import is the name of its folder under returns/.',
    },
    fix: {
      vi: 'Xem các mã bằng survey returns list.',
      en: 'See the ids with survey returns list.',
    },
  }),
  'returns/why-missing': kind<{ id: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `chưa ghi lý do rút lần nhập ${w.quote(a.id)}.`,
      en: (a, w) => `no reason is given for undoing ${w.quote(a.id)}.`,
    },
    why: {
      vi: 'Hội đồng phải biết vì sao một lần nhập bị rút ra.',
      en: 'The council must be able to see why an import was taken out.',
    },
    fix: { vi: 'Thêm --why "lý do".', en: 'Add --why "the reason".' },
  }),

  'returns/in-two-batches': kind<{ serial: string; unit: string; batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu ${w.quote(a.serial)} (đơn vị ${w.quote(a.unit)}) nằm trong nhiều lần nhập: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `the sheet ${w.quote(a.serial)} (unit ${w.quote(a.unit)}) is in several imports: ${w.list(a.batches)}.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Rút một trong các lần nhập bằng survey returns undo, bỏ dòng trùng khỏi tệp rồi nhập lại.',
      en: 'Undo one of the imports with survey returns undo, drop the repeated rows and import it again.',
    },
  }),
  'returns/counted-twice': kind<{ group: string; unit: string; batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `phiếu của nhóm ${w.quote(a.group)} về đơn vị ${w.quote(a.unit)} được đếm nhiều lần: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `forms of group ${w.quote(a.group)} about unit ${w.quote(a.unit)} are counted more than once: ${w.list(a.batches)}.`,
    },
    why: {
      vi: 'Phiếu đã kiểm đếm thì không nhập từng phiếu nữa, và ngược lại; nếu không sẽ đếm trùng.',
      en: 'Forms that are tallied are not keyed one by one as well, or they count twice.',
    },
    fix: {
      vi: 'Giữ một trong các lần nhập, rút các lần còn lại bằng survey returns undo.',
      en: 'Keep one of the imports and undo the others with survey returns undo.',
    },
  }),
  'returns/same-source': kind<{ source: string; batches: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cùng một tệp (${w.quote(a.source)}) nằm trong nhiều lần nhập: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `the same file (${w.quote(a.source)}) is in several imports: ${w.list(a.batches)}.`,
    },
    why: onceWhy,
    fix: {
      vi: 'Rút các lần nhập thừa bằng survey returns undo.',
      en: 'Undo the extra imports with survey returns undo.',
    },
  }),
  'returns/not-in-plan': kind<{ batch: string; thing: Thing | 'option'; name: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `lần nhập ${w.quote(a.batch)} có ${a.thing === 'option' ? 'phương án' : things.vi[a.thing]} ${w.quote(a.name)}, nay không còn trong phương án điều tra.`,
      en: (a, w) =>
        `the import ${w.quote(a.batch)} speaks of the ${a.thing === 'option' ? 'option' : things.en[a.thing]} ${w.quote(a.name)}, which the plan no longer has.`,
    },
    why: {
      vi: 'Phương án đã đổi sau khi nhập; phần phiếu này không biết tính vào đâu.',
      en: 'The plan was changed after the import, and these forms have no place in it.',
    },
    fix: {
      vi: 'Trả lại mã cũ trong plan.yaml, hoặc rút lần nhập rồi nhập lại theo phương án mới.',
      en: 'Put the old id back in plan.yaml, or undo the import and import again under the new plan.',
    },
  }),
  'returns/other-forms': kind<{ batches: readonly string[] }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `mẫu phiếu hoặc thang trả lời trong phương án đã đổi sau khi nhập: ${w.list(a.batches)}.`,
      en: (a, w) =>
        `the forms or scales of the plan were changed after these imports: ${w.list(a.batches)}.`,
    },
    why: {
      vi: 'Câu trả lời được lưu bằng mã; mã đổi nghĩa thì phiếu cũ bị hiểu theo nghĩa mới.',
      en: 'Answers are kept as codes; a code that means something else now changes what old forms say.',
    },
    fix: {
      vi: 'So mẫu phiếu và thang trong plan.yaml với phiếu đã in. Nếu mã đổi nghĩa: trả lại như cũ, hoặc rút các lần nhập này (survey returns undo) rồi nhập lại.',
      en: 'Compare forms and scales in plan.yaml with the printed forms. If codes changed their meaning: put them back, or undo these imports (survey returns undo) and import again.',
    },
  }),
  'returns/rehearsal-and-real': kind<{ simulated: readonly string[]; real: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `kho có cả số liệu mô phỏng (${w.list(a.simulated)}) lẫn phiếu thật (${w.list(a.real)}).`,
      en: (a, w) =>
        `the store holds both a rehearsal (${w.list(a.simulated)}) and real returns (${w.list(a.real)}).`,
    },
    why: {
      vi: 'Kết quả tính từ số liệu trộn lẫn là kết quả giả.',
      en: 'Results computed from a mixture are not real results.',
    },
    fix: {
      vi: 'Rút các lần nhập mô phỏng bằng survey returns undo.',
      en: 'Take the rehearsal imports out with survey returns undo.',
    },
  }),
};
