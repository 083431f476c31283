/** `units` and `places` as written. */
import * as z from 'zod';
import {
  byName,
  decimal,
  doc,
  figure,
  formerUnit,
  id,
  line,
  listOf,
  object,
  oneOf,
  percent,
  yesNo,
} from './scalar.ts';

const unitKeys = {
  id: doc(id('id'), 'Short name in ids and files.', 'Mã ngắn của đơn vị.'),
  name: doc(line, 'Name as printed.', 'Tên đơn vị như in trên phiếu.'),
  type: doc(
    id('id').optional(),
    "Type, e.g. department, commune; default: its block's.",
    'Loại đơn vị (sở, xã …); mặc định theo khối.',
  ),
  ranked: doc(
    yesNo.optional(),
    'no: scored, but kept out of the ranking.',
    'no: có chấm điểm nhưng không xếp hạng.',
  ),
  was: doc(
    listOf(
      z.union([
        formerUnit,
        object({
          unit: doc(line, 'The former unit.', 'Đơn vị cũ.'),
          share: doc(percent, 'How much of it came here.', 'Phần nhập vào đây.'),
          weight: doc(
            decimal(0, 1_000_000_000).optional(),
            'What it weighs among the former units when results are compared with the year before (people, households …); only ratios matter; default 1.',
            'Trọng số giữa các đơn vị cũ khi so với năm trước (số dân, số hộ …); chỉ tỷ lệ giữa chúng có nghĩa; mặc định 1.',
          ),
        }),
      ]),
    ).optional(),
    'Units before a merger that went into this one; a part of one as “xã B (40%)”.',
    'Các đơn vị trước sáp nhập nay thuộc đơn vị này; chỉ một phần thì ghi “xã B (40%)”.',
  ),
};

export const unitKeyNames: readonly string[] = Object.keys(unitKeys);

const unit = doc(
  z
    .object(unitKeys)
    .catchall(
      doc(
        figure,
        'A figure of the unit that quota rules use (divisions: 8), or unknown.',
        'Số liệu của đơn vị dùng để tính số phiếu (divisions: 8), hoặc unknown khi chưa biết.',
      ),
    ),
  'A body that is scored. Any further key is a figure for quota rules.',
  'Đơn vị được đánh giá. Khóa khác là số liệu để tính số phiếu.',
);

const block = doc(
  object({
    block: doc(id('id'), 'Short name of the block.', 'Mã khối.'),
    name: doc(line, 'Name as printed.', 'Tên khối.'),
    type: doc(id('id').optional(), 'Type of its units.', 'Loại đơn vị mặc định của khối.'),
    units: doc(listOf(unit), 'In the order of the annex.', 'Các đơn vị, theo thứ tự phụ lục.'),
  }),
  'Units that are ranked together.',
  'Khối: các đơn vị xếp hạng chung với nhau.',
);

const unitsFile = object({
  from: doc(
    id('file'),
    'CSV or XLSX with the columns block, block_name, id, name, type, ranked, was (xã A; xã B (40%); xã C (40%, 5200) with its weight) and any figures.',
    'Tệp CSV hoặc XLSX có các cột block, block_name, id, name, type, ranked, was (xã A; xã B (40%); xã C (40%, 5200) kèm trọng số) và các số liệu khác.',
  ),
});

export const units = doc(
  z.union([listOf(block), unitsFile]),
  'The bodies that are scored: a list of blocks, or a file.',
  'Các đơn vị được đánh giá: danh sách khối, hoặc một tệp.',
);

export interface PlaceFile {
  readonly id: string;
  readonly name: string;
  readonly unit?: string | undefined;
  readonly type?: string | undefined;
  readonly chosen?: string | undefined;
  readonly certain?: boolean | undefined;
  readonly places?: readonly PlaceFile[] | undefined;
  /** Figures: counts, or null. */
  readonly [figure: string]: unknown;
}

const placeKeys = {
  id: doc(id('id'), 'Short name of the place.', 'Mã địa bàn.'),
  name: doc(line, 'Name as printed.', 'Tên địa bàn.'),
  unit: doc(
    line.optional(),
    'Unit that people found here rate; inherited by the places inside.',
    'Đơn vị mà người dân ở đây đánh giá; các địa bàn bên trong theo cùng.',
  ),
  type: doc(
    id('id').optional(),
    'Class of place, e.g. ward, commune; stages and takes can go by it; inherited by the places inside.',
    'Loại địa bàn (phường, xã …); cách chọn và số phiếu có thể theo loại; các địa bàn bên trong theo cùng.',
  ),
  chosen: doc(
    line.optional(),
    'Chosen by the plan: yes, or its standing (good, average, weak).',
    'Do phương án chọn: yes, hoặc mức (tốt, trung bình, yếu).',
  ),
  certain: doc(
    yesNo.optional(),
    'yes: taken in every draw (a provincial capital).',
    'yes: luôn được chọn (ví dụ tỉnh lỵ).',
  ),
  get places(): z.ZodOptional<z.ZodArray<z.ZodType<PlaceFile>>> {
    return doc(listOf(place).optional(), 'Places inside.', 'Các địa bàn bên trong.');
  },
};

const place: z.ZodType<PlaceFile> = doc(
  z
    .object(placeKeys)
    .catchall(
      doc(
        figure,
        'A figure of the place (households: 310), or unknown.',
        'Số liệu của địa bàn (households: 310), hoặc unknown.',
      ),
    ),
  'A place where respondents are found. Any further key is a figure.',
  'Địa bàn nơi lấy phiếu. Khóa khác là số liệu.',
);

export const placeKeyNames: readonly string[] = Object.keys(placeKeys);

const levels = doc(
  listOf(id('id')),
  'Names of the levels, outermost first.',
  'Tên các cấp địa bàn, từ ngoài vào trong.',
);

export const places = doc(
  z.union([
    object({
      levels,
      list: doc(listOf(place), 'The outermost places.', 'Các địa bàn ngoài cùng.'),
    }),
    object({
      levels,
      from: doc(
        id('file'),
        'CSV or XLSX with the columns id, name, level, parent, unit, type, chosen, certain and any figures.',
        'Tệp CSV hoặc XLSX có các cột id, name, level, parent, unit, type, chosen, certain và các số liệu khác.',
      ),
    }),
  ]),
  'The sampling frame: where respondents are found.',
  'Khung mẫu: các địa bàn lấy phiếu.',
);

export const figures = doc(
  byName(
    object({
      name: doc(line.optional(), 'As readers call it.', 'Tên gọi.'),
      counts: doc(
        oneOf('people', 'households', 'transactions', 'places', 'amount').optional(),
        'What it counts; amount: no count (a cost, a standard deviation), may have decimals; default: not said.',
        'Đếm gì: người, hộ, giao dịch (hồ sơ), địa bàn; amount: không phải số đếm (chi phí, độ lệch chuẩn), có thể có phần thập phân; mặc định: chưa nói rõ.',
      ),
      value: doc(
        figure.optional(),
        'Of the survey as a whole, for groups without units.',
        'Của cả cuộc điều tra, cho nhóm không theo đơn vị.',
      ),
    }),
  ),
  'What the figures of units and places are.',
  'Ý nghĩa của các số liệu ở đơn vị và địa bàn.',
);
