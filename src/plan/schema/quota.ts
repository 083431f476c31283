/** A group's quota as written: one base rule, modifiers, exceptions. */
import * as z from 'zod';
import { formula, share, splitKeys, stages } from './quota-parts.ts';
import {
  byName,
  count,
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
          by_type: doc(byName(count).optional(), 'By type of unit.', 'Theo loại đơn vị.'),
          by: doc(
            id('attribute').optional(),
            'A figure of the unit (commune_class) that `sizes` goes by.',
            'Số liệu của đơn vị (commune_class) mà “sizes” căn cứ.',
          ),
          sizes: doc(
            byName(count).optional(),
            'Sheets for each value of that figure.',
            'Số phiếu cho từng giá trị của số liệu đó.',
          ),
        }),
      ])
      .optional(),
    'The same number for each unit, or by its type or class.',
    'Mỗi đơn vị một số phiếu như nhau, hoặc theo loại, theo hạng.',
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
  share: doc(
    share.optional(),
    'A share of a population: dossiers, households.',
    'Tỷ lệ trên tổng thể: hồ sơ, hộ gia đình.',
  ),
  formula: doc(
    formula.optional(),
    'A sample size by formula (Slovin, Cochran).',
    'Cỡ mẫu theo công thức (Slovin, Cochran).',
  ),
  split: doc(
    object(splitKeys).optional(),
    'A total shared out among the units.',
    'Chia một tổng số phiếu cho các đơn vị.',
  ),
  stages: doc(
    stages.optional(),
    'Places chosen step by step, by the plan or by lot.',
    'Chọn địa bàn theo nhiều bước, do phương án ấn định hoặc rút ngẫu nhiên.',
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
  from: doc(
    line.optional(),
    'Another survey that asks this group (SIPAS 2025): no sheets.',
    'Cuộc khảo sát khác đã hỏi nhóm này (SIPAS 2025): không phát phiếu.',
  ),
};

const rule = object(quotaRuleSchemas);

/** What may stand beside the rule. */
export const modifierSchemas = {
  round: doc(
    oneOf('ceil', 'half-up', 'floor', 'largest-remainder').optional(),
    'How sizes become whole; default ceil. largest-remainder keeps the rounded sum.',
    'Cách làm tròn; mặc định ceil (lên). largest-remainder giữ nguyên tổng đã làm tròn.',
  ),
  min: doc(count.optional(), 'Never fewer than this.', 'Không ít hơn số này.'),
  max: doc(count.optional(), 'Never more than this.', 'Không nhiều hơn số này.'),
  population: doc(
    id('attribute').optional(),
    'Figure that no quota may exceed; what is above is cut.',
    'Số liệu mà số phiếu không được vượt quá; phần vượt bị cắt.',
  ),
  response_rate: doc(
    percent.optional(),
    'Share of sheets that come back valid: more are issued so that enough come back.',
    'Tỷ lệ phiếu thu về hợp lệ: phát nhiều hơn để thu đủ.',
  ),
  reserve: doc(
    spare.optional(),
    'Further people to turn to: 5, or 10%.',
    'Người dự phòng để thay thế: 5 hoặc 10%.',
  ),
};

export const quota = doc(
  object({
    ...quotaRuleSchemas,
    ...modifierSchemas,
    except: doc(
      byName(rule).optional(),
      'Units that follow another rule.',
      'Đơn vị áp dụng quy tắc khác.',
    ),
    pools: doc(
      listOf(
        object({
          name: doc(line, 'What the pool is called.', 'Tên cụm dùng chung.'),
          units: doc(listOf(line), 'Units that share it.', 'Các đơn vị dùng chung.'),
          ...splitKeys,
        }),
      ).optional(),
      'Units that share one total between them, on top of what the rule gives the others: a `split` shares its own total among the rest.',
      'Các đơn vị dùng chung một tổng số phiếu, ngoài số phiếu mà quy tắc của nhóm cho các đơn vị còn lại: tổng của “split” chỉ chia cho phần còn lại.',
    ),
  }),
  'How many sheets: exactly one rule, modifiers, and exceptions by unit.',
  'Cách tính số phiếu: đúng một quy tắc, kèm điều chỉnh và ngoại lệ theo đơn vị.',
);
