/** `groups` and their quotas as written. */
import * as z from 'zod';
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
  percent,
  spare,
  yesNo,
} from './scalar.ts';

/** Every base rule by its name: the keys of `quota` and of the error texts. */
export const quotaRuleSchemas = {
  total: doc(
    count.optional(),
    'So many sheets for the group as a whole (or for its one unit).',
    'Tổng số phiếu của cả nhóm (hoặc của đơn vị duy nhất).',
  ),
  counts: doc(
    byName(count).optional(),
    'So many sheets for each unit: a table by unit.',
    'Bảng số phiếu theo từng đơn vị.',
  ),
  each: doc(
    z
      .union([
        count,
        object({
          default: doc(count.optional(), 'For any other type.', 'Cho các loại còn lại.'),
          by_type: doc(byName(count), 'By type of unit.', 'Theo loại đơn vị.'),
        }),
      ])
      .optional(),
    'The same number for each unit, or by its type.',
    'Mỗi đơn vị một số phiếu như nhau, hoặc theo loại.',
  ),
  census: doc(
    z
      .union([
        id('attribute'),
        object({
          roster: doc(
            id('file'),
            'List of people: one row each, with a column unit.',
            'Danh sách người trả lời: mỗi người một dòng, có cột đơn vị.',
          ),
          due: doc(date.optional(), 'When the list is due.', 'Hạn nộp danh sách.'),
        }),
      ])
      .optional(),
    'Everybody: a figure of each unit, or the rows of a list of people.',
    'Toàn bộ: theo số liệu của đơn vị, hoặc theo danh sách người.',
  ),
  per: doc(
    object({
      take: doc(count, 'So many …', 'Số phiếu …'),
      of: doc(id('attribute'), '… for each one of this figure.', '… cho mỗi một của số liệu này.'),
    }).optional(),
    'So many for each division, hall, desk … of the unit.',
    'Số phiếu cho mỗi phòng, bộ phận … của đơn vị.',
  ),
  stages: doc(
    object({
      take: doc(
        count,
        'Sheets in each place of the last stage.',
        'Số phiếu ở mỗi địa bàn cuối cùng.',
      ),
      by: doc(
        listOf(
          object({
            level: doc(line, 'A level of `places`.', 'Một cấp của “places”.'),
            take: doc(
              count,
              'So many within each place above.',
              'Số địa bàn trong mỗi địa bàn cấp trên.',
            ),
          }),
        ),
        'The stages, outermost first.',
        'Các bước chọn, từ ngoài vào trong.',
      ),
    }).optional(),
    'Places chosen step by step; the plan names them.',
    'Chọn địa bàn theo nhiều bước; phương án ghi tên từng nơi.',
  ),
  band: doc(
    object({
      observed: doc(
        id('attribute'),
        'Figure of the unit that holds the count taken in the field.',
        'Số liệu của đơn vị ghi số lượt người đếm được.',
      ),
      within: doc(
        percent.optional(),
        'At most this share away from the count.',
        'Lệch không quá tỷ lệ này.',
      ),
      within_forms: doc(
        count.optional(),
        '… and at most so many forms.',
        '… và không quá bấy nhiêu phiếu.',
      ),
      at_least: doc(count.optional(), 'At least so many replies.', 'Ít nhất bấy nhiêu phiếu.'),
      crowded_from: doc(
        count.optional(),
        'From so many visitors on, at_least replaces the lower bound.',
        'Từ bấy nhiêu lượt người trở lên, at_least thay cho cận dưới.',
      ),
      one_per_visitor: doc(
        yesNo.optional(),
        'Never more replies than visitors.',
        'Mỗi người một phiếu.',
      ),
    }).optional(),
    'Replies checked against the visitors counted in the field.',
    'So số phiếu với số lượt người đếm được khi khảo sát.',
  ),
};

const rule = object(quotaRuleSchemas);

const quota = doc(
  object({
    ...quotaRuleSchemas,
    except: doc(
      byName(rule).optional(),
      'Units that follow another rule.',
      'Đơn vị áp dụng quy tắc khác.',
    ),
  }),
  'How many sheets: exactly one rule, and exceptions by unit.',
  'Cách tính số phiếu: đúng một quy tắc, kèm ngoại lệ theo đơn vị.',
);

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

export const group = doc(
  object({
    id: doc(id('id'), 'Short name of the group.', 'Mã nhóm.'),
    name: doc(line, 'Name as printed.', 'Tên nhóm đối tượng.'),
    form: doc(line, 'Id of the form its members fill.', 'Mã mẫu phiếu nhóm này trả lời.'),
    about: doc(
      z.union([oneOf('own'), unitChoice]).optional(),
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
      'Hình thức lấy phiếu.',
    ),
    serial: doc(
      oneOf('required', 'optional').optional(),
      'optional: returned rows may come without a serial (QR, open forms).',
      'optional: phiếu thu về có thể không có số sê-ri (QR, phiếu mở).',
    ),
    spare: doc(
      spare.optional(),
      'Spare sheets per packet: 2, or 5%.',
      'Phiếu dự phòng mỗi túi: 2 hoặc 5%.',
    ),
  }),
  'A group of respondents.',
  'Nhóm đối tượng trả lời.',
);
