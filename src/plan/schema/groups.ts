/** `groups` as written. */
import * as z from 'zod';
import { quota } from './quota.ts';
import { roster, select } from './sampling.ts';
import {
  byName,
  count,
  countTo,
  date,
  doc,
  id,
  line,
  listOf,
  object,
  oneOf,
  spare,
} from './scalar.ts';

export const statedCount = z.union([
  count,
  object({ about: doc(count, 'Approximate total.', 'Tổng ước lượng.') }),
]);

export const mode = oneOf('paper', 'online', 'qr', 'interview', 'post');

const unitChoice = object({
  blocks: doc(
    listOf(line).optional(),
    'All units of these blocks.',
    'Mọi đơn vị của các khối này.',
  ),
  units: doc(listOf(line).optional(), 'These units.', 'Các đơn vị này.'),
});

const about = z.union([oneOf('own'), unitChoice]);

export const group = doc(
  object({
    id: doc(id('id'), 'Short name of the group.', 'Mã nhóm.'),
    name: doc(line, 'Name as printed.', 'Tên nhóm đối tượng.'),
    form: doc(
      z.union([
        line,
        listOf(
          z.union([
            line,
            object({
              form: doc(line, 'Id of the form.', 'Mã mẫu phiếu.'),
              about: doc(
                about.optional(),
                'Whom this form rates; default: as the group.',
                'Mẫu này đánh giá ai; mặc định theo nhóm.',
              ),
            }),
          ]),
        ),
      ]),
      'Id of the form its members fill; a list where each member fills several.',
      'Mã mẫu phiếu nhóm này trả lời; danh sách khi mỗi người trả lời nhiều mẫu.',
    ),
    about: doc(
      about.optional(),
      'Whom a sheet rates: own (the unit of its quota row), or listed units; default: own.',
      'Phiếu đánh giá ai: own (đơn vị của mình) hoặc các đơn vị liệt kê; mặc định own.',
    ),
    in: doc(
      z.union([line, listOf(line), unitChoice]).optional(),
      'Units that get a quota row each: a block, blocks, or units; places for the sampling frame.',
      'Các đơn vị có dòng số phiếu riêng: khối, các khối hoặc đơn vị; places: theo khung mẫu.',
    ),
    priority: doc(
      countTo(1000).optional(),
      'One person fills one form: the lowest number wins; default 1.',
      'Một người chỉ trả lời một phiếu: số nhỏ được ưu tiên; mặc định 1.',
    ),
    quota,
    roster: doc(
      roster.optional(),
      'List of its people, in frame/. Personal data: it stays there.',
      'Danh sách người trong nhóm, để trong frame/. Dữ liệu cá nhân: chỉ nằm ở đó.',
    ),
    select: doc(
      select.optional(),
      'How respondents are drawn from the list; default: at random.',
      'Cách rút người trả lời từ danh sách; mặc định: ngẫu nhiên đơn giản.',
    ),
    send: doc(
      z.union([date, byName(date)]).optional(),
      'When forms go out: a date, or dates by unit (default: the others).',
      'Ngày gửi phiếu: một ngày, hoặc theo đơn vị (default: các đơn vị còn lại).',
    ),
    stated: doc(
      statedCount.optional(),
      'Total that the document prints; checked.',
      'Tổng in trong văn bản; được kiểm tra.',
    ),
    mode: doc(
      mode.optional(),
      'How it is asked; default: the first of fieldwork.modes.',
      'Hình thức lấy phiếu; mặc định: mục đầu của fieldwork.modes.',
    ),
    serial: doc(
      oneOf('required', 'optional').optional(),
      'optional: returned rows may come without a serial (QR, open forms); default required.',
      'optional: phiếu thu về có thể không có số sê-ri (QR, phiếu mở); mặc định required.',
    ),
    spare: doc(
      spare.optional(),
      'Spare sheets per packet: 2, or 5%; default none.',
      'Phiếu dự phòng mỗi túi: 2 hoặc 5%; mặc định không có.',
    ),
  }),
  'A group of respondents.',
  'Nhóm đối tượng trả lời.',
);
