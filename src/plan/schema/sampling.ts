/** `sample`, and the lists of people of a group, as written. */
import * as z from 'zod';
import { ways } from '../sampling.ts';
import { date, doc, id, line, listOf, object, oneOf, yesNo } from './scalar.ts';

export const sample = object({
  seed: doc(
    line.optional(),
    'What all draws start from. Public: anyone can draw again and get the same.',
    'Hạt giống của mọi lần rút. Công khai: ai cũng rút lại được đúng như vậy.',
  ),
  seed_source: doc(
    line.optional(),
    'How it came about (the lottery number of a day named before).',
    'Hạt giống từ đâu (giải đặc biệt xổ số ngày đã định trước …).',
  ),
  person: doc(
    oneOf('by-priority', 'several-units', 'every-list').optional(),
    'A person on several lists: asked once by priority (default), preferred because of several units, or asked on every list.',
    'Người có trong nhiều danh sách: hỏi một lần theo ưu tiên (mặc định), ưu tiên chọn vì làm việc với nhiều đơn vị, hoặc hỏi ở mọi danh sách.',
  ),
  replaced: doc(
    listOf(
      object({
        place: doc(id('id'), 'The place that was drawn.', 'Địa bàn đã rút được.'),
        why: doc(line, 'Why it cannot be surveyed.', 'Lý do không khảo sát được.'),
      }),
    ).optional(),
    'Drawn places that cannot be surveyed: the next place in reserve stands in for each. Add them as it comes out; the draw itself stays as it is.',
    'Địa bàn đã rút nhưng không khảo sát được: địa bàn dự phòng kế tiếp được dùng thay. Ghi thêm khi phát sinh; kết quả rút giữ nguyên.',
  ),
});

export const roster = z.union([
  id('file'),
  object({
    file: doc(
      id('file'),
      'One row each, with the columns unit (or place) and name; `survey sample check` says which heading it reads as what.',
      'Mỗi người một dòng, có cột đơn vị (hoặc địa bàn) và họ tên; `survey sample check` cho biết tiêu đề nào được hiểu là gì.',
    ),
    sheet: doc(
      line.optional(),
      'Sheet of the workbook, where several hold something.',
      'Trang tính cần đọc, khi tệp Excel có nhiều trang có nội dung.',
    ),
    due: doc(date.optional(), 'When the list is due.', 'Hạn nộp danh sách.'),
    holds: doc(
      oneOf('everybody', 'chosen').optional(),
      'everybody who could be asked (default; drawn from), or those already chosen (checked).',
      'everybody: mọi người có thể hỏi (mặc định; rút mẫu từ đó); chosen: người đã được chọn (đối chiếu).',
    ),
    within: doc(
      line.optional(),
      'Column that the rule counts by (division): 2 per division means 2 rows of each.',
      'Cột mà quy tắc tính theo (phòng): 02 người mỗi phòng là 2 dòng mỗi phòng.',
    ),
  }),
]);

export const select = object({
  how: doc(
    oneOf('random', 'systematic', 'pps').optional(),
    'random (default), systematic (every k-th), pps (chance by a size).',
    'random (ngẫu nhiên đơn giản, mặc định), systematic (hệ thống, theo bước nhảy), pps (xác suất theo quy mô).',
  ),
  size: doc(line.optional(), 'pps: column of the list.', 'pps: cột trong danh sách.'),
  strata: doc(
    line.optional(),
    'Column that divides the people; each part gives its share.',
    'Cột chia tầng; mỗi tầng rút theo tỷ lệ.',
  ),
  order: doc(
    listOf(line).optional(),
    'systematic: columns to sort by first.',
    'systematic: các cột sắp xếp trước khi rút.',
  ),
  tracked: doc(
    yesNo.optional(),
    'yes: the serial is tied to the person (reminders); default no: anonymous.',
    'yes: số sê-ri gắn với người (để nhắc); mặc định no: ẩn danh.',
  ),
  replace: doc(
    listOf(oneOf(...ways)).optional(),
    'When somebody cannot be reached: other ways of asking, then another person.',
    'Khi không gặp được: đổi hình thức lấy phiếu, rồi thay người khác.',
  ),
});
