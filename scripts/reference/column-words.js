/** What each column means; the headings themselves come from the code. */
export const columnTitles = {
  vi: {
    head: 'tiêu đề được nhận | ý nghĩa',
    rows: 'Tệp mỗi phiếu một dòng',
    tallies: 'Bảng kiểm đếm giấy',
    corrections: 'Tệp đính chính',
    points: 'Bảng điểm (thư mục `points/`)',
    lead: {
      rows: 'Ngoài các cột dưới đây, mỗi câu hỏi một cột: mã câu (`q1`) hoặc nguyên văn câu hỏi.',
      tallies:
        'Ngoài các cột dưới đây, mỗi phương án một cột: mã (`5`) hoặc nhãn (`Rất hài lòng`) của phương án.',
      corrections: 'Cần đủ: số phiếu, câu hỏi, giá trị cũ, giá trị mới, lý do.',
      points:
        'Mỗi dòng một tiêu chí của một đơn vị; hoặc mỗi tiêu chí một cột (`1.1`, `1.1 / Tự chấm`, `1.1 (thẩm định lần 2)`, `1.1 - Giải trình`). Số liệu khai ở `index.figures` cũng ghi như vậy: một dòng, hoặc một cột mang mã hay tên của nó. Số liệu có/không: có, đạt, đúng, x, 1 hoặc không, không đạt, chưa đạt, sai, 0; ô trống là chưa biết.',
    },
  },
  en: {
    head: 'headings that are read | meaning',
    rows: 'One row per form',
    tallies: 'Paper tallies',
    corrections: 'Corrections',
    points: 'Tables of points (folder `points/`)',
    lead: {
      rows: 'Beside these, one column per question: its id (`q1`) or its words.',
      tallies: 'Beside these, one column per option: its code (`5`) or its label (`Rất hài lòng`).',
      corrections: 'Needed: form, question, old value, new value, reason.',
      points:
        'One row per criterion of a unit; or one column per criterion (`1.1`, `1.1 / Tự chấm`, `1.1 (thẩm định lần 2)`, `1.1 - Giải trình`). Figures declared under `index.figures` are written in the same way: a row, or a column of their id or name. A yes-no figure is yes, x, true, có, đạt, 1, or no, false, không, không đạt, 0; a blank is not known.',
    },
  },
};

const both = {
  unit: {
    vi: 'Đơn vị được đánh giá: tên hoặc mã trong phương án',
    en: 'The unit rated: its name or id in the plan',
  },
  place: {
    vi: 'Địa bàn lấy phiếu, khi phương án chọn địa bàn',
    en: 'The place of the forms, where the plan chooses places',
  },
  group: { vi: 'Nhóm đối tượng', en: 'The group of respondents' },
  form: { vi: 'Mẫu phiếu: mã hoặc ký hiệu', en: 'The form: its id or code' },
  simulated: {
    vi: 'Hạt giống của số liệu mô phỏng; tệp thật không có cột này',
    en: 'The seed of a rehearsal; real files do not have it',
  },
  unused: {
    vi: 'Được nhận ra, không dùng đến (kể cả các cột của `rejected.csv`)',
    en: 'Known and passed over (with those of `rejected.csv`)',
  },
};

export const columnMeanings = {
  rows: {
    ...both,
    serial: { vi: 'Số phiếu in trên phiếu', en: 'The serial printed on the form' },
    void: {
      vi: 'Phiếu không hợp lệ: `x`, `có`, `1`, hoặc chính lý do; trống, `0`, `không`: phiếu hợp lệ',
      en: 'Void: `x`, `có`, `1`, or the reason itself; blank, `0`, `không`: it counts',
    },
    reason: { vi: 'Vì sao không hợp lệ', en: 'Why it is void' },
    at: {
      vi: 'Ngày, hoặc ngày giờ, trả lời (`22/09/2026 09:15`): cho `status --by day` và việc tìm phiếu dồn dập, phiếu ban đêm, phiếu ngoài thời gian khảo sát',
      en: 'Day, or day and time, of the answers (`22/09/2026 09:15`): for `status --by day`, and for finding bursts, forms at night and forms outside the fieldwork',
    },
    collector: {
      vi: 'Ai thu phiếu: `check` so sánh các điều tra viên và chọn phúc tra theo người',
      en: 'Who collected it: `check` compares collectors and selects back-checks by them',
    },
    keyed_by: {
      vi: 'Ai nhập phiếu: tỷ lệ nhập sai của từng người (`check entry`)',
      en: 'Who keyed it: each keyer’s error rate (`check entry`)',
    },
    reply: {
      vi: 'Mã lượt trả lời trực tuyến, để một lượt không bị tính hai lần',
      en: 'Id of an online submission, so that none counts twice',
    },
    invitation: { vi: 'Mã trong thư mời', en: 'The code of the invitation' },
  },
  tallies: {
    ...both,
    question: { vi: 'Câu hỏi: mã hoặc nguyên văn', en: 'The question: its id or words' },
    option: {
      vi: 'Phương án của dòng (bảng dọc)',
      en: 'The option that the line counts (long table)',
    },
    count: { vi: 'Số phiếu chọn phương án đó (bảng dọc)', en: 'Forms that chose it (long table)' },
    blank: { vi: 'Số phiếu bỏ trống câu này', en: 'Forms that left the question blank' },
    two_marks: {
      vi: 'Số phiếu đánh nhiều phương án ở câu chỉ chọn một',
      en: 'Forms with several marks where one is allowed',
    },
    dont_know: { vi: 'Số phiếu ghi “không biết”', en: 'Forms that say “don’t know”' },
    not_asked: { vi: 'Số phiếu không được hỏi câu này', en: 'Forms not asked the question' },
    answered: {
      vi: 'Số phiếu có trả lời câu chọn nhiều phương án (mẫu số của tỷ lệ)',
      en: 'Forms that answer a question of several choices (the base of its shares)',
    },
    total: {
      vi: 'Tổng của dòng: được kiểm tra, không cộng thêm',
      en: 'The sum of the line: checked, never added',
    },
    percent: { vi: 'Tỷ lệ: bỏ qua, chương trình tự tính', en: 'Shares: passed over' },
    void_by: {
      vi: 'Phiếu không hợp lệ theo từng lý do: `Không hợp lệ: không dấu`, mỗi lý do một cột',
      en: 'Void forms by reason: `Không hợp lệ: không dấu`, one column per reason',
    },
    part: {
      vi: 'Đợt kiểm đếm: các đợt cộng lại với nhau',
      en: 'The round of counting: rounds add up',
    },
    issued: { vi: 'Số phiếu phát ra', en: 'Forms issued' },
    returned: { vi: 'Số phiếu thu về', en: 'Forms returned' },
    valid: { vi: 'Số phiếu hợp lệ', en: 'Valid forms' },
    void: { vi: 'Số phiếu không hợp lệ', en: 'Void forms' },
  },
  corrections: {
    serial: {
      vi: 'Số phiếu, mã trả lời, hoặc `lần nhập:dòng`',
      en: 'Serial, submission id, or `import:row`',
    },
    unit: {
      vi: 'Đơn vị được đánh giá, khi một phiếu đánh giá nhiều đơn vị',
      en: 'The unit rated, where a form rates several',
    },
    question: {
      vi: 'Câu hỏi; `void` (`Không hợp lệ`, `Hiệu lực`) để bỏ phiếu ra hoặc nhận lại',
      en: 'The question; `void` (`Không hợp lệ`, `Hiệu lực`) takes the form out or back in',
    },
    old: { vi: 'Giá trị đang có trong kho', en: 'The value that the store holds' },
    new: {
      vi: 'Giá trị đúng; để trống câu thì ghi `(trống)`',
      en: 'The right value; a blank one is written `(trống)`',
    },
    why: { vi: 'Vì sao sửa', en: 'Why' },
    by: { vi: 'Ai sửa', en: 'Who corrects it' },
  },
  points: {
    self: { vi: 'Điểm đơn vị tự chấm', en: 'Points the unit gave itself' },
    first: { vi: 'Điểm thẩm định lần đầu', en: 'Points of the first appraisal' },
    second: {
      vi: 'Điểm thẩm định lần hai, sau giải trình: thay điểm lần đầu',
      en: 'Points of the second appraisal, after the explanation: takes the place of the first',
    },
    explanation: { vi: 'Giải trình của đơn vị (bằng lời)', en: 'The unit’s explanation (words)' },
    evidence: { vi: 'Tài liệu kiểm chứng (bằng lời)', en: 'Evidence (words)' },
    unit: { vi: 'Đơn vị', en: 'The unit' },
    criterion: {
      vi: 'Mã hoặc tên tiêu chí, hoặc mã hay tên của một số liệu (`index.figures`)',
      en: 'Code or name of the criterion, or id or name of a figure (`index.figures`)',
    },
    points: {
      vi: 'Điểm của lần chấm mà tên tệp, trang tính hay dòng trên bảng nói đến',
      en: 'Points of the stage that the name of the file or sheet, or a line above the table, tells',
    },
    value: {
      vi: 'Giá trị của số liệu mà cột tiêu chí nêu tên, khi phương án khai `index.figures`',
      en: 'Value of the figure that stands where the criterion does, where the plan declares `index.figures`',
    },
    bonus: {
      vi: 'Điểm thưởng, khi phương án khai `bonus`; cũng có thể là một dòng của cột tiêu chí',
      en: 'Bonus points, where the plan declares `bonus`; may also be a row under the criteria',
    },
    penalty: {
      vi: 'Điểm trừ, ghi số dương; khi phương án khai `penalty`',
      en: 'Penalty points, written without a minus; where the plan declares `penalty`',
    },
    simulated: both.simulated,
    unused: { vi: 'Được nhận ra, không dùng đến', en: 'Known and passed over' },
  },
};
