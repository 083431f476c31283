/** `costs` as written: the rates of the estimate. */
import { count, countTo, doc, line, listOf, object, oneOf } from './scalar.ts';

const money = countTo(1_000_000_000_000);

export const costs = object({
  currency: doc(line.optional(), 'As printed; default đồng.', 'Đơn vị tiền; mặc định đồng.'),
  stated: doc(
    money.optional(),
    'Total that the document prints; checked.',
    'Tổng dự toán in trong văn bản; được kiểm tra.',
  ),
  items: doc(
    listOf(
      object({
        name: doc(line, 'What is paid for.', 'Nội dung chi.'),
        rate: doc(money, 'For one.', 'Định mức.'),
        measure: doc(
          line.optional(),
          'Unit of measure as printed; default: what `per` says.',
          'Đơn vị tính in trong bảng (ví dụ lớp); mặc định theo “per”.',
        ),
        per: doc(
          oneOf('printed', 'issued', 'reply', 'day', 'packet', 'survey'),
          'printed form (spares too), issued form, reply wanted, day of an enumerator, packet, or once.',
          'printed: phiếu in (cả dự phòng); issued: phiếu phát; reply: phiếu cần thu; day: công điều tra viên; packet: túi phiếu; survey: một lần.',
        ),
        forms_per_day: doc(
          count.optional(),
          'day: forms an enumerator does in a day.',
          'day: số phiếu một điều tra viên làm trong ngày.',
        ),
        times: doc(
          count.optional(),
          'survey: how many of it; default 1.',
          'survey: số lượng; mặc định 1.',
        ),
        groups: doc(
          listOf(line).optional(),
          'Only for these groups; default: all, for printed and packet those asked on paper.',
          'Chỉ cho các nhóm này; mặc định: tất cả, riêng printed và packet là các nhóm trả lời bằng phiếu giấy.',
        ),
      }),
    ),
    'The lines of the estimate.',
    'Các dòng của dự toán.',
  ),
});
