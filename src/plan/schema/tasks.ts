/** `tasks`, `bodies`, `calendar` and `stated_dates` as written. */
import * as z from 'zod';
import { countTo, date, dayOrMonth, doc, id, line, listOf, object, oneOf } from './scalar.ts';

const texts = z.union([line, z.array(line)]);

const task = object({
  id: doc(id('id'), 'Short name.', 'Mã nhiệm vụ.'),
  no: doc(line.optional(), 'Its number as printed, e.g. 2.1.', 'Số thứ tự như in, ví dụ 2.1.'),
  phase: doc(line.optional(), 'Heading it stands under.', 'Giai đoạn.'),
  name: doc(line, 'What is to be done.', 'Nội dung công việc.'),
  lead: doc(texts.optional(), 'Who leads.', 'Cơ quan chủ trì.'),
  support: doc(texts.optional(), 'Who helps.', 'Cơ quan phối hợp.'),
  product: doc(line.optional(), 'What comes out.', 'Sản phẩm.'),
  from: doc(dayOrMonth.optional(), 'First day or month.', 'Từ ngày hoặc tháng.'),
  due: doc(dayOrMonth.optional(), 'Last day or month.', 'Hạn hoàn thành.'),
  days: doc(
    countTo(1000).optional(),
    'Working days it takes, the first included; without due, the last day follows from it.',
    'Số ngày làm việc, kể cả ngày đầu; không ghi due thì hạn được tính từ đây.',
  ),
  after: doc(
    texts.optional(),
    'Ids of the tasks that end before it begins.',
    'Mã các nhiệm vụ phải xong trước.',
  ),
  when: doc(line.optional(), 'The time as the document words it.', 'Thời gian như văn bản ghi.'),
});

export const tasks = doc(z.array(task).optional(), 'Steps of the work.', 'Các bước triển khai.');

export const bodies = doc(
  listOf(line).optional(),
  'Bodies that tasks may name as lead or support, beside the units and the issuer.',
  'Các cơ quan được nêu ở chủ trì, phối hợp, ngoài các đơn vị và cơ quan ban hành.',
);

export const calendar = doc(
  object({
    closed: doc(
      z.array(date).optional(),
      'Further days off: local ones, and those of laws later than the Labour Code of 2019.',
      'Ngày nghỉ thêm: của địa phương, hoặc theo luật ban hành sau Bộ luật Lao động 2019.',
    ),
    open: doc(z.array(date).optional(), 'Days worked in exchange.', 'Ngày làm bù.'),
  }).optional(),
  'Where offices differ from the national calendar: swapped days, local holidays.',
  'Khác với lịch chung: ngày nghỉ hoán đổi, ngày làm bù, nghỉ lễ của địa phương.',
);

export const statedDates = doc(
  z
    .array(
      object({
        name: doc(line, 'Where it is printed: “Annex, note”.', 'In ở đâu: “Phụ lục, Lưu ý”.'),
        date: doc(dayOrMonth, 'The day printed there, or the month.', 'Ngày (hoặc tháng) in ở đó.'),
        of: doc(
          z.union([
            oneOf('opens', 'closes', 'document'),
            object({ task: doc(line, 'Id of the task.', 'Mã nhiệm vụ.') }),
          ]),
          'What it repeats: opens, closes, document, or the end of a task.',
          'Là ngày nào: opens, closes, document, hoặc hạn của một nhiệm vụ.',
        ),
      }),
    )
    .optional(),
  'Dates that the document prints a second time; checked.',
  'Các ngày văn bản in lần thứ hai; được kiểm tra.',
);
