/** `document` as written. */
import * as z from 'zod';
import { dayOrMonth, doc, line, object, prose } from './scalar.ts';

export const document = object({
  issuer: doc(
    line.optional(),
    'Issuing agency, written as in a sentence (Sở Nội vụ): the head of the paper puts it in capitals.',
    'Cơ quan ban hành, viết như trong câu (Sở Nội vụ): đầu văn bản tự in hoa.',
  ),
  parent: doc(line.optional(), 'Agency above it.', 'Cơ quan chủ quản.'),
  kind: doc(
    line.optional(),
    'What the document is called; default KẾ HOẠCH.',
    'Tên loại văn bản; mặc định KẾ HOẠCH.',
  ),
  abstract: doc(
    line.optional(),
    'Abstract under it; default: the title of the survey.',
    'Trích yếu; mặc định: tên cuộc điều tra.',
  ),
  number: doc(line.optional(), 'Number and signs, e.g. /KH-SNV.', 'Số, ký hiệu.'),
  place: doc(line.optional(), 'Place of issue.', 'Địa danh.'),
  date: doc(
    dayOrMonth.optional(),
    'Day, or month when the day is blank.',
    'Ngày, hoặc tháng khi chưa ghi ngày.',
  ),
  basis: doc(z.array(line).optional(), 'Decisions it rests on.', 'Căn cứ.'),
  purpose: doc(
    z.array(prose).optional(),
    'Purpose, one paragraph each; one that begins with “- ” is an entry of a list.',
    'Mục đích, mỗi mục một đoạn; đoạn mở đầu bằng “- ” là một gạch đầu dòng.',
  ),
  requirements: doc(
    z.array(prose).optional(),
    'Requirements, written like the purpose.',
    'Yêu cầu, viết như mục đích.',
  ),
  sections: doc(
    z
      .array(
        object({
          title: doc(line, 'Heading.', 'Tiêu đề mục.'),
          text: doc(
            z.array(prose),
            'Paragraphs; one that begins with “- ” is an entry of a list.',
            'Các đoạn; đoạn mở đầu bằng “- ” là một gạch đầu dòng.',
          ),
        }),
      )
      .optional(),
    'Further sections after the groups and tasks: funding, organisation.',
    'Các mục khác sau phần đối tượng và nhiệm vụ: kinh phí, tổ chức thực hiện.',
  ),
  recipients: doc(z.array(line).optional(), 'Recipients.', 'Nơi nhận.'),
  signer: doc(
    object({
      capacity: doc(
        prose.optional(),
        'KT. GIÁM ĐỐC, TM. UBND …; a new line in it, or “ - ” before KT., begins a new line on the paper.',
        'Thẩm quyền ký (KT. GIÁM ĐỐC, TM. UBND …); xuống dòng, hoặc “ - ” trước KT., thì trên giấy cũng sang dòng mới.',
      ),
      title: doc(line, 'Office of the signer.', 'Chức vụ.'),
      name: doc(line, 'Name of the signer.', 'Họ tên.'),
    }).optional(),
    'Who signs.',
    'Người ký.',
  ),
});
