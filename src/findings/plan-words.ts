/** Nouns of the plan language in both languages, for sentences that are the same for several of them. */
import type { Lang } from './finding.ts';

export const things = {
  unit: { vi: 'đơn vị', en: 'unit' },
  block: { vi: 'khối', en: 'block' },
  type: { vi: 'loại đơn vị', en: 'unit type' },
  place: { vi: 'địa bàn', en: 'place' },
  'place-type': { vi: 'loại địa bàn', en: 'place type' },
  level: { vi: 'cấp địa bàn', en: 'level' },
  group: { vi: 'nhóm đối tượng', en: 'group' },
  form: { vi: 'mẫu phiếu', en: 'form' },
  'form-code': { vi: 'ký hiệu mẫu phiếu', en: 'form code' },
  question: { vi: 'câu hỏi', en: 'question' },
  scale: { vi: 'thang đo', en: 'scale' },
  option: { vi: 'phương án trả lời', en: 'option' },
  label: { vi: 'nhãn phương án trả lời', en: 'option label' },
  criterion: { vi: 'tiêu chí', en: 'criterion' },
  class: { vi: 'mức xếp loại', en: 'class' },
  'tie-breaker': { vi: 'tiêu chí phụ', en: 'tie-breaker' },
  task: { vi: 'nhiệm vụ', en: 'task' },
  window: { vi: 'đợt', en: 'window' },
  mode: { vi: 'hình thức', en: 'mode' },
  figure: { vi: 'số liệu', en: 'figure' },
} satisfies Record<string, Readonly<Record<Lang, string>>>;

export type Thing = keyof typeof things;

/** Kinds of identifiers, and what each may be made of. */
export const idKinds = {
  id: {
    vi: 'chữ thường không dấu, chữ số và gạch nối (ví dụ so-noi-vu)',
    en: 'small letters without marks, digits and hyphens (so-noi-vu)',
  },
  form: {
    vi: 'chữ cái không dấu, chữ số và gạch nối (ví dụ 01 hoặc PKS02)',
    en: 'letters without marks, digits and hyphens (01, PKS02)',
  },
  question: {
    vi: 'chữ cái không dấu rồi chữ số, tối đa 20 ký tự (ví dụ q1)',
    en: 'a letter, then letters and digits, at most 20 in all (q1)',
  },
  option: {
    vi: '1 đến 5 chữ cái không dấu hoặc chữ số (ví dụ 5 hoặc A)',
    en: '1 to 5 letters and digits (5 or A)',
  },
  criterion: {
    vi: 'số và chữ cách nhau bằng dấu chấm (ví dụ 1.2)',
    en: 'digits and letters with full stops between (1.2)',
  },
  attribute: {
    vi: 'chữ thường không dấu, chữ số, gạch nối hoặc gạch dưới (ví dụ divisions)',
    en: 'small letters, digits, hyphens or underscores (divisions)',
  },
  serial: {
    vi: '2 đến 8 chữ in hoa không dấu và chữ số, bắt đầu bằng chữ (ví dụ ST23)',
    en: '2 to 8 capital letters and digits, a letter first (ST23)',
  },
  file: {
    vi: 'tệp .csv hoặc .xlsx trong thư mục frame (ví dụ frame/units.csv)',
    en: 'a .csv or .xlsx file in the folder `frame` (frame/units.csv)',
  },
  results: {
    vi: 'tệp .json, .csv hoặc .xlsx trong thư mục frame (ví dụ frame/ket-qua-2023.json)',
    en: 'a .json, .csv or .xlsx file in the folder `frame` (frame/results-2023.json)',
  },
} satisfies Record<string, Readonly<Record<Lang, string>>>;

export type IdKind = keyof typeof idKinds;

/** What a value can be in the file. */
export const shapes = {
  text: { vi: 'một giá trị', en: 'a single value' },
  list: { vi: 'một danh sách', en: 'a list' },
  map: { vi: 'các cặp “khóa: giá trị”', en: '`key: value` pairs' },
} satisfies Record<string, Readonly<Record<Lang, string>>>;

export type Shape = keyof typeof shapes;
