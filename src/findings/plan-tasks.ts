/** Findings about tasks, the bodies that do them, and their dates. */
import { kind } from './finding.ts';

const onePlan = {
  vi: 'Bảng phân công là chỗ mỗi cơ quan tìm việc của mình; chỗ nào không khớp thì việc dễ bị bỏ sót.',
  en: 'The table of tasks is where each body looks for its own; what does not fit there is left undone.',
};

const compareTable = {
  vi: 'Đối chiếu với bảng nhiệm vụ của văn bản và sửa chỗ sai.',
  en: 'Compare with the table of the document and mend what is wrong.',
};

export const planTaskFindings = {
  'plan/task-days': kind<{
    task: string;
    days: number;
    from: string;
    due: string;
    computed: string;
    holidays: readonly string[];
  }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.task)}: ${w.int(a.days)} ngày làm việc từ ${w.date(a.from)} là hết ${w.date(a.computed)}${a.holidays.length > 0 ? ` (trừ ngày nghỉ ${w.list(a.holidays.map(w.date))})` : ''}, ở đây ghi ${w.date(a.due)}.`,
      en: (a, w) =>
        `${w.quote(a.task)}: ${w.int(a.days)} working days from ${w.date(a.from)} end on ${w.date(a.computed)}${a.holidays.length > 0 ? ` (days off between: ${w.list(a.holidays.map(w.date))})` : ''}; here it says ${w.date(a.due)}.`,
    },
    why: {
      vi: 'Số ngày và hạn nói cùng một điều; lệch nhau thì không biết theo cái nào.',
      en: 'The days and the deadline say one thing; when they differ nobody knows which holds.',
    },
    fix: {
      vi: 'Sửa “days” hoặc “due”, hoặc bỏ một trong hai; ngày làm bù, nghỉ hoán đổi ghi ở “calendar”.',
      en: 'Mend `days` or `due`, or leave one out; swapped days belong into `calendar`.',
    },
  }),
  'plan/days-without-start': kind<{ task: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.task)}: có số ngày làm việc nhưng không biết bắt đầu từ ngày nào nên chưa tính được hạn.`,
      en: (a, w) =>
        `${w.quote(a.task)}: it has working days but no first day, so no deadline follows.`,
    },
    why: {
      vi: 'Hạn được tính từ “from”, hoặc từ ngày xong của việc ghi ở “after”.',
      en: 'The deadline is counted from `from`, or from the end of the tasks in `after`.',
    },
    fix: {
      vi: 'Ghi ngày bắt đầu (năm-tháng-ngày), hoặc việc phải xong trước.',
      en: 'Write the first day (year-month-day), or the tasks that end before it.',
    },
  }),
  'plan/task-before': kind<{ task: string; begins: string; before: string; ends: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.quote(a.task)} làm sau ${w.quote(a.before)} nhưng vào ngày ${w.date(a.begins)}, trước khi việc ấy xong (${w.date(a.ends)}).`,
      en: (a, w) =>
        `${w.quote(a.task)} comes after ${w.quote(a.before)} but is on ${w.date(a.begins)}, before that one ends (${w.date(a.ends)}).`,
    },
    why: {
      vi: 'Việc sau cần kết quả của việc trước.',
      en: 'The later task needs what the earlier one yields.',
    },
    fix: {
      vi: 'Sửa ngày, hoặc bỏ việc ấy khỏi “after” nếu hai việc làm song song.',
      en: 'Mend a date, or take it out of `after` if the two run side by side.',
    },
  }),
  'plan/task-cycle': kind<{ tasks: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `các nhiệm vụ chờ nhau thành vòng: ${w.list(a.tasks)}.`,
      en: (a, w) => `tasks wait for each other in a circle: ${w.list(a.tasks)}.`,
    },
    why: {
      vi: 'Không việc nào trong vòng có thể bắt đầu trước.',
      en: 'None of them can begin first.',
    },
    fix: {
      vi: 'Bỏ một mục “after” trong vòng.',
      en: 'Take one entry out of `after`.',
    },
  }),
  'plan/task-number-repeats': kind<{ no: string; first: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) => `số thứ tự ${w.quote(a.no)} ghi hai lần (lần đầu: ${a.first}).`,
      en: (a, w) => `the number ${w.quote(a.no)} stands twice (first: ${a.first}).`,
    },
    why: onePlan,
    fix: {
      vi: 'Đánh lại số; nếu văn bản đã ký in như vậy thì để nguyên.',
      en: 'Number them anew; leave it if the signed document prints it so.',
    },
  }),
  'plan/task-number-jumps': kind<{ no: string; expected: string }>({
    severity: 'note',
    text: {
      vi: (a, w) => `số thứ tự nhảy đến ${w.quote(a.no)}; lẽ ra là ${w.quote(a.expected)}.`,
      en: (a, w) => `the numbers jump to ${w.quote(a.no)}; ${w.quote(a.expected)} would come next.`,
    },
    why: {
      vi: 'Có thể một nhiệm vụ bị bỏ sót khi chép.',
      en: 'A task may have been left out in copying.',
    },
    fix: compareTable,
  }),
  'plan/unknown-body': kind<{ body: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.body)} không có trong “bodies”, cũng không phải đơn vị nào.`,
      en: (a, w) => `${w.quote(a.body)} is neither in \`bodies\` nor a unit.`,
    },
    why: onePlan,
    fix: {
      vi: 'Sửa lại tên, hoặc thêm vào “bodies” (kể cả tên chung như “Các cơ quan liên quan”).',
      en: 'Mend the name, or add it to `bodies` (collective names too).',
    },
  }),
  'plan/body-written-twice': kind<{ body: string; other: string; first: string }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${w.quote(a.body)} gần giống ${w.quote(a.other)} (${a.first}): một cơ quan ghi hai cách chăng?`,
      en: (a, w) =>
        `${w.quote(a.body)} is almost ${w.quote(a.other)} (${a.first}): one body written in two ways?`,
    },
    why: {
      vi: 'Lịch và bảng phân công xếp việc theo tên cơ quan; hai cách ghi thành hai cơ quan.',
      en: 'Calendar and tables sort tasks by body; two spellings become two bodies.',
    },
    fix: {
      vi: 'Ghi thống nhất một tên; nếu là hai cơ quan khác nhau thì để nguyên.',
      en: 'Write one name throughout; leave it if they are two.',
    },
  }),
};
