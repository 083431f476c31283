/** The headings a returned file may have, beside questions and options, in Vietnamese and English. */
import { nameKey } from '../names.ts';

export type Kind = 'rows' | 'tallies';

export type Field =
  | 'serial'
  | 'unit'
  | 'place'
  | 'group'
  | 'form'
  | 'void'
  | 'reason'
  | 'simulated'
  /** When it was answered. */
  | 'at'
  | 'collector'
  | 'keyed_by'
  /** Submission id of an online reply. */
  | 'reply'
  /** Invitation code. */
  | 'invitation'
  | 'question'
  | 'option'
  | 'count'
  | 'blank'
  /** Forms without an answer, by why. */
  | 'two_marks'
  | 'dont_know'
  | 'not_asked'
  /** Forms that answer the question. */
  | 'answered'
  /** The sum of a line, printed beside it. */
  | 'total'
  /** Shares, which the counts give. */
  | 'percent'
  /** The round of counting that a line belongs to. */
  | 'part'
  | 'issued'
  | 'returned'
  | 'valid'
  /** Void forms for one reason, which the heading names. */
  | 'void_by'
  /** Known, and of no use here: running numbers, notes, the columns of our own `rejected.csv`. */
  | 'unused';

type Headings = Partial<Readonly<Record<Field, readonly string[]>>>;

const inBoth: Headings = {
  unit: ['unit', 'unit_name', 'Đơn vị', 'Mã đơn vị', 'Tên đơn vị', 'Đơn vị được đánh giá'],
  place: ['place', 'place_name', 'Địa bàn', 'Mã địa bàn', 'Tên địa bàn'],
  group: ['group', 'group_name', 'Nhóm', 'Mã nhóm', 'Nhóm đối tượng', 'Tên nhóm'],
  form: ['form', 'form_code', 'Mẫu phiếu', 'Mã mẫu phiếu', 'Mẫu số'],
  simulated: ['simulated', 'Mô phỏng'],
  unused: [
    ...['stt', 'tt', 'no.', 'note', 'Ghi chú', 'row', 'code', 'column', 'message', 'fix'],
    ...['Dòng gốc', 'Mã lỗi', 'Cột bị lỗi', 'Lý do bị loại', 'Cách sửa'],
  ],
};

const inRows: Headings = {
  ...inBoth,
  serial: [
    'serial',
    'Sê-ri',
    'Số phiếu',
    'Mã phiếu',
    'Seri',
    'Số sê-ri',
    'Số seri',
    'Mã số phiếu',
    'Sê-ri phiếu',
  ],
  void: ['void', 'Không hợp lệ', 'Phiếu không hợp lệ'],
  reason: ['reason', 'void_reason', 'Lý do', 'Lý do không hợp lệ'],
  at: [
    'at',
    'answered_at',
    'Ngày',
    'Ngày trả lời',
    'Ngày phỏng vấn',
    'Ngày khảo sát',
    'Ngày điều tra',
    'Ngày thu phiếu',
    'Ngày giờ',
    'Thời gian',
    'Thời gian trả lời',
  ],
  collector: [
    'collector',
    'interviewer',
    'enumerator',
    'Điều tra viên',
    'ĐTV',
    'Họ tên điều tra viên',
    'Người điều tra',
    'Người thu',
    'Người thu phiếu',
    'Người phỏng vấn',
    'Cán bộ điều tra',
  ],
  keyed_by: ['keyed_by', 'Người nhập', 'Người nhập liệu', 'Người nhập phiếu', 'Cán bộ nhập liệu'],
  reply: ['reply', 'submission', 'submission_id', 'Mã trả lời', 'Mã lượt trả lời'],
  invitation: ['invitation', 'invitation_code', 'Mã mời', 'Mã thư mời', 'Mã lời mời'],
};

const inTallies: Headings = {
  ...inBoth,
  question: [
    'question',
    'question_id',
    'Câu hỏi',
    'Mã',
    'Mã câu hỏi',
    'Mã câu',
    'Câu',
    'Nội dung câu hỏi',
  ],
  option: ['option', 'Phương án', 'Phương án trả lời', 'Mức', 'Lựa chọn'],
  count: ['count', 'Số lượng', 'Số phiếu chọn'],
  blank: ['blank', 'Bỏ trống', 'Để trống', 'Không trả lời'],
  two_marks: [
    'two_marks',
    'Đánh hai ô',
    'Hai dấu',
    'Đánh nhiều ô',
    'Chọn nhiều phương án',
    'Chọn hai phương án',
  ],
  dont_know: ['dont_know', 'Không biết', 'Không rõ'],
  not_asked: ['not_asked', 'Không hỏi', 'Không thuộc diện hỏi', 'Không áp dụng'],
  answered: ['answered', 'Số phiếu trả lời', 'Số người trả lời', 'Có trả lời'],
  total: ['total', 'Cộng', 'Tổng', 'Tổng cộng', 'Tổng số'],
  percent: ['percent', 'Tỷ lệ'],
  void_by: ['void_by', 'Không hợp lệ theo lý do'],
  part: ['part', 'Đợt', 'Đợt kiểm đếm', 'Lần kiểm đếm', 'Đợt thu', 'Kiểm một phần'],
  issued: ['issued', 'Phát ra', 'Số phiếu phát ra'],
  returned: ['returned', 'Thu về', 'Số phiếu thu về'],
  valid: ['valid', 'Hợp lệ', 'Số phiếu hợp lệ'],
  void: ['void', 'Không hợp lệ', 'Số phiếu không hợp lệ'],
};

const headings: Readonly<Record<Kind, Headings>> = { rows: inRows, tallies: inTallies };

/** Name key of every heading → its field. */
export function fieldKeys(kind: Kind): ReadonlyMap<string, Field> {
  const entries = Object.entries(headings[kind]) as [Field, readonly string[]][];
  return new Map(
    entries.flatMap(([field, texts]) => texts.map((text) => [nameKey(text), field] as const)),
  );
}

/** Every heading of a kind as written here, to offer near ones. */
export function fieldHeadings(kind: Kind): readonly string[] {
  return Object.values(headings[kind]).flat();
}

/** How a message names a field: the English key that always works, and the Vietnamese heading. */
export function fieldName(kind: Kind, field: Field): string {
  const heading = fieldHeading(kind, field);
  return heading === field ? field : `${field} (${heading})`;
}

/** The Vietnamese heading of a field; what is no field stays as it is. */
export function fieldHeading(kind: Kind, field: string): string {
  const texts = Object.hasOwn(headings[kind], field) ? headings[kind][field as Field] : undefined;
  return texts?.find((text) => /[^\x20-\x7e]/.test(text)) ?? field;
}

const codeHeadings = new Set(['question_id', 'Mã', 'Mã câu hỏi', 'Mã câu'].map(nameKey));

/** Whether a question column holds codes; where there is a column of texts as well, the codes decide. */
export function isCodeHeading(heading: string | null): boolean {
  return heading !== null && codeHeadings.has(nameKey(heading));
}

/** Whether a text is the English key of a field. */
export function isField(kind: Kind, text: string): text is Field {
  return Object.hasOwn(headings[kind], text);
}

/** The fields of a kind, in the order in which they stand here. */
export function fieldsOf(kind: Kind): readonly Field[] {
  return Object.keys(headings[kind]) as Field[];
}

/** Every heading of one field, as written here. */
export function headingsOf(kind: Kind, field: Field): readonly string[] {
  return headings[kind][field] ?? [];
}

const blankWords = new Set(['blank', 'Bỏ trống', 'Để trống', 'Không trả lời'].map(nameKey));

/** Whether an option cell of a long tally means the forms that left the question blank. */
export function isBlankWord(text: string): boolean {
  return blankWords.has(nameKey(text));
}

const yes = new Set(['x', '1', 'có', 'co', 'yes', 'y', 'true', 'đúng', 'v'].map(nameKey));
const no = new Set(['0', 'không', 'khong', 'no', 'n', 'false', 'sai'].map(nameKey));

/** What a cell of the void column says: not void, void, or void for this reason. */
export function readVoid(text: string): {
  readonly isVoid: boolean;
  readonly reason: string | null;
} {
  if (/^[-–—]?$/.test(text) || no.has(nameKey(text))) return { isVoid: false, reason: null };
  return { isVoid: true, reason: yes.has(nameKey(text)) ? null : text };
}
