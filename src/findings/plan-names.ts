/** Findings about ids and names: unknown, repeated, too much alike; and about the frame files that hold them. */
import { kind } from './finding.ts';
import { type Thing, things } from './plan-words.ts';

const oneThing = {
  vi: 'Tên là cầu nối giữa phương án, phiếu và số liệu thu về; sai một chỗ thì số liệu không về đúng nơi.',
  en: 'Names tie the plan, the forms and the returns together; one slip and figures go astray.',
};

/** Where nothing comes near, what there is to choose from. */
function declared(
  { near, known = [] }: { readonly near: readonly string[]; readonly known?: readonly string[] },
  words: (names: readonly string[]) => string,
): string {
  return near.length > 0 || known.length === 0 ? '' : words(known);
}

export const planNameFindings = {
  'plan/unknown-name': kind<{
    thing: Thing;
    text: string;
    near: readonly string[];
    /** What there is. */
    known?: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `không có ${things[a.thing].vi} nào là ${w.quote(a.text)}${declared(a, (names) => ` (có: ${w.list(names, 12)})`)}.`,
      en: (a, w) =>
        `there is no ${things[a.thing].en} ${w.quote(a.text)}${declared(a, (names) => ` (there are: ${w.list(names, 12)})`)}.`,
    },
    why: oneThing,
    fix: {
      vi: 'Ghi đúng mã đã khai trong phương án, hoặc khai thêm nếu còn thiếu.',
      en: 'Write the id as it is declared in the plan, or declare it.',
    },
  }),
  'plan/ambiguous-name': kind<{ thing: Thing; text: string; among: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.text)} có thể là nhiều ${things[a.thing].vi}: ${w.list(a.among)}.`,
      en: (a, w) => `${w.quote(a.text)} may be several ${things[a.thing].en}s: ${w.list(a.among)}.`,
    },
    why: {
      vi: 'Không tự chọn một trong các tên trùng nhau.',
      en: 'None of several bodies is chosen silently.',
    },
    fix: {
      vi: 'Ghi cả loại (Xã …, Thị trấn …), hoặc ghi mã trong ngoặc.',
      en: 'Write the full name with its kind (Xã …, Thị trấn …), or the id.',
    },
  }),
  'plan/ids-differ-in-case': kind<{ id: string; other: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mã câu hỏi ${w.quote(a.id)} chỉ khác ${w.quote(a.other)} ở chữ hoa, chữ thường.`,
      en: (a, w) =>
        `the question id ${w.quote(a.id)} differs from ${w.quote(a.other)} in case only.`,
    },
    why: {
      vi: 'Mã câu hỏi là tiêu đề cột khi nhập phiếu; tiêu đề được đọc không phân biệt hoa thường nên hai câu sẽ lẫn vào nhau.',
      en: 'Question ids are column headings on import, and headings are matched whatever their case: the two would be mixed up.',
    },
    fix: { vi: 'Đổi một trong hai mã.', en: 'Change one of the two.' },
  }),
  'plan/duplicate-id': kind<{ thing: Thing; id: string; first: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${things[a.thing].vi} ${w.quote(a.id)} ghi hai lần (lần đầu: ${a.first}).`,
      en: (a, w) => `the ${things[a.thing].en} ${w.quote(a.id)} stands twice (first: ${a.first}).`,
    },
    why: {
      vi: 'Mã trùng thì số liệu của hai nơi cộng lẫn vào nhau.',
      en: 'With one id for two things their figures would run together.',
    },
    fix: {
      vi: 'Đổi một trong hai mã, hoặc xóa dòng ghi thừa.',
      en: 'Change one of them, or delete the line too many.',
    },
  }),
  'plan/reserved-id': kind<{ id: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `mã ${w.quote(a.id)} là từ riêng của phương án, không đặt cho khối hay đơn vị được.`,
      en: (a, w) =>
        `${w.quote(a.id)} is a word of the plan language and cannot name a block or a unit.`,
    },
    why: {
      vi: '“places” chỉ khung mẫu, “default” chỉ các đơn vị còn lại; trùng thì không phân biệt được.',
      en: '`places` means the sampling frame, `default` all other units; they could not be told apart.',
    },
    fix: { vi: 'Đặt mã khác.', en: 'Choose another id.' },
  }),
  'plan/duplicate-name': kind<{ thing: Thing; name: string; id: string; first: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${things[a.thing].vi} ${w.quote(a.id)} trùng tên với ${w.quote(a.first)}: ${w.quote(a.name)}.`,
      en: (a, w) =>
        `the ${things[a.thing].en} ${w.quote(a.id)} has the same name as ${w.quote(a.first)}: ${w.quote(a.name)}.`,
    },
    why: {
      vi: 'Tên được so sau khi bỏ qua chữ hoa, dấu cách, cách bỏ dấu (hòa/hoà); số liệu ghi theo tên sẽ không biết của ai.',
      en: 'Names are compared without case, spaces and tone style; returns that go by name could belong to either.',
    },
    fix: {
      vi: 'Ghi tên phân biệt được (thêm huyện, thêm loại), hoặc xóa mục ghi lặp.',
      en: 'Tell them apart in the name (district, kind), or delete the one too many.',
    },
  }),
  'plan/near-name': kind<{ thing: Thing; name: string; other: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${things[a.thing].vi} ${w.quote(a.name)} gần giống ${w.quote(a.other)}: một nơi ghi hai lần chăng?`,
      en: (a, w) =>
        `the ${things[a.thing].en} ${w.quote(a.name)} is almost ${w.quote(a.other)}: one body written twice?`,
    },
    why: {
      vi: 'Gõ sai một dấu tạo ra một đơn vị thừa, có chỉ tiêu phiếu mà không có ai trả lời.',
      en: 'A slip of one mark makes a body that gets a quota but no answers.',
    },
    fix: {
      vi: 'Nếu là hai nơi khác nhau thì để nguyên; nếu là một thì xóa mục ghi lặp.',
      en: 'Leave it if they are two; delete one if they are the same.',
    },
  }),
  'plan/unused': kind<{ thing: Thing; id: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `${things[a.thing].vi} ${w.quote(a.id)} không được dùng ở đâu.`,
      en: (a, w) => `the ${things[a.thing].en} ${w.quote(a.id)} is used nowhere.`,
    },
    why: {
      vi: 'Thường là quên gán, hoặc một mã gõ sai ở chỗ khác.',
      en: 'Usually something was forgotten, or an id was mistyped elsewhere.',
    },
    fix: {
      vi: 'Dùng ở nơi cần, hoặc xóa đi.',
      en: 'Use it where it belongs, or delete it.',
    },
  }),
  'plan/serial-needed': kind<{ survey: string; prefix: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `từ mã ${w.quote(a.survey)} không đặt được phần đầu số sê-ri; cần ghi “serial”.`,
      en: (a, w) => `no serial prefix can be made from ${w.quote(a.survey)}; \`serial\` is needed.`,
    },
    why: {
      vi: 'Mỗi phiếu in ra có một số sê-ri; phần đầu cho biết phiếu thuộc cuộc điều tra nào.',
      en: 'Each printed form has a serial whose beginning tells which survey it belongs to.',
    },
    fix: {
      vi: 'Thêm dòng serial, ví dụ: serial: ST23',
      en: 'Add a line such as: serial: ST23',
    },
  }),
  'plan/frame-missing': kind<{ path: string }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có tệp ${w.quote(a.path)} trong thư mục khảo sát.`,
      en: (a, w) => `the survey folder has no file ${w.quote(a.path)}.`,
    },
    why: {
      vi: 'Phương án lấy danh sách từ tệp này.',
      en: 'The plan takes its list from this file.',
    },
    fix: {
      vi: 'Chép tệp vào đúng chỗ, hoặc sửa lại tên tệp trong phương án.',
      en: 'Put the file there, or mend its name in the plan.',
    },
  }),
  'plan/frame-column': kind<{
    column: string;
    /** Other headings that would do. */
    also?: readonly string[];
    headings: readonly string[];
    near: readonly string[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `thiếu cột ${[a.column, ...(a.also ?? [])].map(w.quote).join(' hoặc ')} (tệp có: ${w.list(a.headings, 12)}).`,
      en: (a, w) =>
        `the column ${[a.column, ...(a.also ?? [])].map(w.quote).join(' or ')} is missing (there are: ${w.list(a.headings, 12)}).`,
    },
    why: {
      vi: 'Không có cột này thì không biết dòng nào của ai.',
      en: 'Without it nobody knows what a row is about.',
    },
    fix: {
      vi: 'Sửa tiêu đề cột cho đúng; tiêu đề ở dòng đầu của bảng.',
      en: 'Mend the heading; headings stand in the first row of the table.',
    },
  }),
  'plan/frame-heading': kind<{ heading: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `cột ${w.quote(a.heading)} chứa chữ nên không phải số liệu, và không có cột nào tên như vậy.`,
      en: (a, w) =>
        `the column ${w.quote(a.heading)} holds text, so it is no figure, and no column is called so.`,
    },
    why: {
      vi: 'Tiêu đề gõ sai thì cả cột bị bỏ qua mà không ai biết.',
      en: 'With a mistyped heading the whole column would be left out unnoticed.',
    },
    fix: {
      vi: 'Sửa tiêu đề cột ở dòng đầu của bảng, hoặc đặt tên khác hẳn nếu chỉ là cột ghi chú.',
      en: 'Mend the heading in the first row, or choose another one for a column of notes.',
    },
  }),
  'plan/frame-cell': kind<{ reason: string }>({
    severity: 'error',
    text: {
      vi: (a) => `ô này không đọc được như chữ (${faults[a.reason]?.vi ?? a.reason}).`,
      en: (a) => `this cell cannot be read as text (${faults[a.reason]?.en ?? a.reason}).`,
    },
    why: {
      vi: 'Giá trị không chắc chắn thì không dùng, không đoán.',
      en: 'A value that is not certain is not used and not guessed.',
    },
    fix: {
      vi: 'Trong Excel, chép ô rồi dán lại dưới dạng giá trị (Paste values), kiểm tra và lưu.',
      en: 'In Excel paste the cell as a value, check it and save.',
    },
  }),
};

const faults: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  'formula-without-value': { vi: 'công thức chưa có kết quả', en: 'a formula without its value' },
  'error-value': { vi: 'ô báo lỗi', en: 'an error value' },
  boolean: { vi: 'giá trị đúng/sai', en: 'TRUE or FALSE' },
  'too-long': { vi: 'quá dài', en: 'too long' },
  merged: { vi: 'nằm trong vùng ô gộp', en: 'merged with the cells beside it' },
  twice: { vi: 'có hai giá trị', en: 'two values' },
  'missing-text': { vi: 'chữ không có trong tệp', en: 'its text is not in the file' },
};
