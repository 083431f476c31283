/**
 * The workbook into which a clerk types the counts of one packet: a line for each group, unit and question,
 * under the headings that `survey import` takes for a wide paper tally. They are Vietnamese in every language.
 */
import { matchName, type Named, nameKey } from '../names.ts';
import type { Packet, PacketPart } from '../packets.ts';
import { column, type PageCell, type PageColumn, type PrintedPage, plainPrint } from '../page.ts';
import type { Plan, Question, Scale, UnitId } from '../plan/plan.ts';
import { missingSaid } from '../plan/returns-rules.ts';
import type { MissingKind } from '../stats/missing.ts';

/** Forms without an answer, by why. */
const missingHeadings: Readonly<Record<MissingKind, string>> = {
  blank: 'Bỏ trống',
  'two-marks': 'Đánh hai ô',
  'dont-know': 'Không biết',
  'not-asked': 'Không hỏi',
};

/** What became of the forms; the void ones also by the reasons that the plan names. */
function custodyHeadings({ returns }: Plan): readonly string[] {
  const reasons = (returns.reasons ?? []).map((reason) => `Không hợp lệ: ${reason}`);
  return ['Phát ra', 'Thu về', 'Hợp lệ', 'Không hợp lệ', ...reasons];
}

/** Labels that import would read as another column than an option (src/returns/fields.ts; a test compares). */
const taken = new Set(
  [
    'unit, unit_name, Đơn vị, Mã đơn vị, Tên đơn vị, Đơn vị được đánh giá',
    'place, place_name, Địa bàn, Mã địa bàn, Tên địa bàn',
    'group, group_name, Nhóm, Mã nhóm, Nhóm đối tượng, Tên nhóm',
    'form, form_code, Mẫu phiếu, Mã mẫu phiếu, Mẫu số, simulated, Mô phỏng',
    'stt, tt, no., note, Ghi chú, row, code, column, message, fix',
    'Dòng gốc, Mã lỗi, Cột bị lỗi, Lý do bị loại, Cách sửa',
    'question, question_id, Câu hỏi, Mã, Mã câu hỏi, Mã câu, Câu, Nội dung câu hỏi',
    'option, Phương án, Phương án trả lời, Mức, Lựa chọn, count, Số lượng, Số phiếu chọn',
    'blank, Bỏ trống, Để trống, Không trả lời, two_marks, Đánh hai ô, Hai dấu, Đánh nhiều ô',
    'Chọn nhiều phương án, Chọn hai phương án, dont_know, Không biết, Không rõ',
    'not_asked, Không hỏi, Không thuộc diện hỏi, Không áp dụng',
    'answered, Số phiếu trả lời, Số người trả lời, Có trả lời',
    'total, Cộng, Tổng, Tổng cộng, Tổng số',
    'part, Đợt, Đợt kiểm đếm, Lần kiểm đếm, Đợt thu, Kiểm một phần',
    'issued, Phát ra, Số phiếu phát ra',
    'returned, Thu về, Số phiếu thu về, valid, Hợp lệ, Số phiếu hợp lệ',
    'void, Không hợp lệ, Số phiếu không hợp lệ, two_marks, Đánh hai ô, Hai dấu, Đánh nhiều ô',
    'Chọn nhiều phương án, Chọn hai phương án, dont_know, Không biết, Không rõ, not_asked',
    'Không hỏi, Không thuộc diện hỏi, Không áp dụng, answered, Số phiếu trả lời',
    'Số người trả lời, Có trả lời, total, Cộng, Tổng, Tổng cộng, Tổng số, part, Đợt',
    'Đợt kiểm đếm, Lần kiểm đếm, Đợt thu, Kiểm một phần, percent, Tỷ lệ, void_by',
    'Không hợp lệ theo lý do',
  ]
    .flatMap((line) => line.split(', '))
    .map(nameKey),
);

/** Null when the forms of the packet ask nothing that is counted. */
export function tallyEntryPage(plan: Plan, packet: Packet): PrintedPage | null {
  const asked = packet.parts.map((part) => ({ part, questions: countedQuestions(plan, part) }));
  const options = optionHeadings(
    asked.flatMap(({ questions }) => questions.map((question) => scaleOf(plan, question))),
  );
  const hasPlace = packet.parts.some(({ place }) => place !== null);
  const custody = custodyHeadings(plan);
  const columns = columnsFor(options, missingSaid(plan.returns), custody, hasPlace);
  const first = columns.findIndex(({ key }) => key.startsWith('option_'));
  const all = asked.flatMap(({ questions }) => questions);
  const marks = {
    several: all.some(({ kind }) => kind === 'multiple'),
    unscored: all.some((question) => !isNeeded(question)),
    reasons: plan.returns.reasons !== null,
  };
  const rows = asked.flatMap(({ part, questions }) =>
    linesOf(part, questions).map(({ unit, question, isFirst }) => {
      const lead = leadCells(plan, part, unit, question, hasPlace);
      const scale = scaleOf(plan, question);
      const shut = options.flatMap((heading, at) =>
        scale.options.some((option) => headingOf(option) === heading) ? [] : [first + at],
      );
      const single = columns.findIndex(({ key }) => key === 'two-marks');
      const noTwoMarks = single >= 0 && question.kind === 'multiple' ? [single] : [];
      const noCustody = isFirst ? [] : custody.map((_, at) => columns.length - custody.length + at);
      const blank: PageCell[] = columns.slice(lead.length).map(() => null);
      const cells = [...lead, ...blank];
      return { style: 'row', cells, shaded: [...shut, ...noTwoMarks, ...noCustody] } as const;
    }),
  );
  if (rows.length === 0) return null;
  return {
    name: 'Kiểm đếm',
    title: [
      `BẢNG NHẬP KIỂM ĐẾM – ${packet.name}`,
      plan.title,
      howTo(missingSaid(plan.returns), marks),
    ],
    columns,
    rows,
    notes: [],
    orientation: 'landscape',
    print: plainPrint,
  };
}

/** How the sheet is filled in, as far as it concerns what stands on it. */
function howTo(
  missing: readonly MissingKind[],
  on: { readonly several: boolean; readonly unscored: boolean; readonly reasons: boolean },
): string {
  const none = missing.map((kind) => `“${missingHeadings[kind]}”`).join(', ');
  return [
    'Chỉ đếm phiếu hợp lệ; ghi số vào các ô trắng, không có phiếu nào thì ghi 0; để nguyên các ô xám.',
    `Ở mỗi dòng, các phương án cộng với ${none} phải bằng số phiếu hợp lệ.`,
    ...(on.several
      ? [
          'Câu được chọn nhiều phương án thì không cần cộng đủ: mỗi ô ghi số phiếu chọn phương án đó, “Bỏ trống” là số phiếu không chọn phương án nào.',
        ]
      : []),
    ...(on.unscored
      ? ['Dòng ghi “không tính điểm” thì điền nếu có kiểm; để trống cả dòng là không kiểm câu đó.']
      : []),
    ...(on.reasons
      ? ['Phiếu không hợp lệ ghi thêm theo từng lý do; không kiểm theo lý do thì để trống cả.']
      : []),
    'Nhóm hoặc đơn vị chưa kiểm thì để trống mọi dòng của nó: chương trình bỏ qua, điền sau rồi nhập lại tệp này.',
  ].join(' ');
}

const severalMark = '(được chọn nhiều phương án)';
const unscoredMark = '(không tính điểm)';

interface Line {
  readonly unit: UnitId;
  readonly question: Question;
  /** The line that also takes the custody figures. */
  readonly isFirst: boolean;
}

function linesOf(part: PacketPart, questions: readonly Question[]): readonly Line[] {
  return part.rates.flatMap((unit, nth) =>
    questions.map((question, at) => ({ unit, question, isFirst: nth === 0 && at === 0 })),
  );
}

/**
 * The closed questions of the form, those first that the import insists on: what counts for a score. On a sheet about
 * several units, what is asked once is no unit's.
 */
function countedQuestions(plan: Plan, part: PacketPart): readonly Question[] {
  const form = plan.forms.find(({ id }) => id === part.form);
  const closed = (form?.questions ?? []).filter(
    ({ kind, per }) =>
      (kind === 'scale' || kind === 'multiple') && !(part.rates.length > 1 && per === 'sheet'),
  );
  return [...closed.filter(isNeeded), ...closed.filter((question) => !isNeeded(question))];
}

function isNeeded({ kind, scored, per }: Question): boolean {
  return kind === 'scale' && scored && per === 'rating';
}

function leadCells(
  plan: Plan,
  part: PacketPart,
  unit: UnitId,
  question: Question,
  hasPlace: boolean,
): readonly PageCell[] {
  const place = part.place === null ? null : nameOrId(plan.places, part.place);
  return [
    nameOrId(plan.units, unit),
    ...(hasPlace ? [place] : []),
    nameOrId(plan.groups, part.group),
    question.id,
    [
      question.text,
      ...(question.kind === 'multiple' ? [severalMark] : []),
      ...(isNeeded(question) ? [] : [unscoredMark]),
    ].join(' '),
  ];
}

/** The name where import finds this one by it, else the id. */
function nameOrId(among: readonly Named[], id: string): string {
  const name = among.find((each) => each.id === id)?.name ?? id;
  const match = matchName(name, among);
  return match.kind === 'exact' && match.found.id === id ? name : id;
}

function scaleOf(plan: Plan, question: Question): Scale {
  return plan.scales.find(({ id }) => id === question.scale) ?? { id: '', options: [] };
}

/** The label, which a clerk knows from the form; the code where import would not take the label. */
function headingOf({ code, label }: Scale['options'][number]): string {
  const key = nameKey(label);
  return /\p{L}/u.test(key) && !taken.has(key) ? label : code;
}

/** In the order of the scales; options that read the same share a column. */
function optionHeadings(scales: readonly Scale[]): readonly string[] {
  return [...new Set(scales.flatMap(({ options }) => options.map(headingOf)))];
}

function columnsFor(
  options: readonly string[],
  missing: readonly MissingKind[],
  custody: readonly string[],
  hasPlace: boolean,
): readonly PageColumn[] {
  return [
    column('unit', 'Đơn vị', 'text', 24),
    ...(hasPlace ? [column('place', 'Địa bàn', 'text', 22)] : []),
    column('group', 'Nhóm', 'text', 20),
    column('question', 'Mã câu hỏi', 'text', 9),
    column('text', 'Câu hỏi', 'text', 46),
    ...options.map((heading, at) => column(`option_${at + 1}`, heading, 'count', 10)),
    ...missing.map((kind) => column(kind, missingHeadings[kind], 'count', 8)),
    ...custody.map((heading, at) => column(`custody_${at + 1}`, heading, 'count', 8)),
  ];
}
