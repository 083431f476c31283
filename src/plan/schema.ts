/**
 * The plan file as a person may write it. Every key is described in English and Vietnamese; the JSON
 * schema for editors comes from here. The only door to zod: it is slow to load.
 */
import * as z from 'zod';
import { form, questions, scales } from './schema/forms.ts';
import { group, mode, statedCount } from './schema/groups.ts';
import { index } from './schema/index-tree.ts';
import { date, dayOrMonth, doc, id, line, listOf, object, time } from './schema/scalar.ts';
import { places, units } from './schema/units.ts';

const texts = z.union([line, z.array(line)]);

const document = object({
  issuer: doc(line.optional(), 'Issuing agency.', 'Cơ quan ban hành.'),
  parent: doc(line.optional(), 'Agency above it.', 'Cơ quan chủ quản.'),
  number: doc(line.optional(), 'Number and signs, e.g. /KH-SNV.', 'Số, ký hiệu.'),
  place: doc(line.optional(), 'Place of issue.', 'Địa danh.'),
  date: doc(
    dayOrMonth.optional(),
    'Day, or month when the day is blank.',
    'Ngày, hoặc tháng khi chưa ghi ngày.',
  ),
  basis: doc(z.array(line).optional(), 'Decisions it rests on.', 'Căn cứ.'),
  recipients: doc(z.array(line).optional(), 'Recipients.', 'Nơi nhận.'),
  signer: doc(
    object({
      capacity: doc(line.optional(), 'KT. GIÁM ĐỐC, TM. UBND …', 'Thẩm quyền ký.'),
      title: doc(line, 'Office of the signer.', 'Chức vụ.'),
      name: doc(line, 'Name of the signer.', 'Họ tên.'),
    }).optional(),
    'Who signs.',
    'Người ký.',
  ),
});

const fieldwork = object({
  opens: doc(date.optional(), 'First day.', 'Ngày bắt đầu.'),
  closes: doc(date.optional(), 'Last day for answers.', 'Hạn trả lời.'),
  modes: doc(
    listOf(mode).optional(),
    'How people are asked; the first is the default.',
    'Hình thức; mục đầu là mặc định.',
  ),
  address: doc(line.optional(), 'Address of the online form.', 'Địa chỉ phiếu trực tuyến.'),
  windows: doc(
    z
      .array(
        object({
          name: doc(line, 'What happens.', 'Nội dung.'),
          from: doc(date, 'First day.', 'Từ ngày.'),
          to: doc(date, 'Last day.', 'Đến ngày.'),
          daily: doc(
            object({
              from: doc(time, 'From.', 'Từ giờ.'),
              to: doc(time, 'To.', 'Đến giờ.'),
            }).optional(),
            'Time of day it happens every day.',
            'Khung giờ hằng ngày.',
          ),
        }),
      )
      .optional(),
    'Hand-out, collection, delivery …',
    'Các đợt phát, thu, nộp phiếu …',
  ),
});

const stated = z.union([
  statedCount,
  listOf(
    object({
      name: doc(line.optional(), 'What the total is called.', 'Tên dòng tổng.'),
      groups: doc(
        listOf(line).optional(),
        'Groups it sums; default: all.',
        'Các nhóm được cộng; mặc định: tất cả.',
      ),
      total: doc(statedCount, 'The printed total.', 'Tổng in trong văn bản.'),
    }),
  ),
]);

const task = object({
  id: doc(id('id'), 'Short name.', 'Mã nhiệm vụ.'),
  phase: doc(line.optional(), 'Heading it stands under.', 'Giai đoạn.'),
  name: doc(line, 'What is to be done.', 'Nội dung công việc.'),
  lead: doc(texts.optional(), 'Who leads.', 'Cơ quan chủ trì.'),
  support: doc(texts.optional(), 'Who helps.', 'Cơ quan phối hợp.'),
  product: doc(line.optional(), 'What comes out.', 'Sản phẩm.'),
  from: doc(dayOrMonth.optional(), 'First day or month.', 'Từ ngày hoặc tháng.'),
  due: doc(dayOrMonth.optional(), 'Last day or month.', 'Hạn hoàn thành.'),
  when: doc(line.optional(), 'The time as the document words it.', 'Thời gian như văn bản ghi.'),
});

export const planSections = {
  survey: doc(
    id('id'),
    'Short name of the survey: goes into serials and file names.',
    'Mã cuộc điều tra.',
  ),
  serial: doc(
    id('serial').optional(),
    'What every serial begins with, e.g. ST23.',
    'Phần đầu số sê-ri, ví dụ ST23.',
  ),
  title: doc(line, 'Title of the survey.', 'Tên cuộc điều tra.'),
  scheme: doc(
    line.optional(),
    'Decision that issued the criteria set.',
    'Quyết định ban hành bộ tiêu chí.',
  ),
  document: doc(document.optional(), 'The document that is signed.', 'Thể thức văn bản.'),
  fieldwork: doc(
    fieldwork.optional(),
    'When and how people are asked.',
    'Thời gian, hình thức khảo sát.',
  ),
  units,
  places: places.optional(),
  groups: doc(
    listOf(group),
    'Groups of respondents, in the order of the annex.',
    'Các nhóm đối tượng, theo thứ tự phụ lục.',
  ),
  stated: doc(
    stated.optional(),
    'Totals that the document prints; checked.',
    'Các tổng in trong văn bản; được kiểm tra.',
  ),
  scales: scales.optional(),
  questions: questions.optional(),
  forms: doc(listOf(form), 'Form types.', 'Các mẫu phiếu.'),
  index: index.optional(),
  tasks: doc(z.array(task).optional(), 'Steps of the work.', 'Các bước triển khai.'),
};

export const planFile = object(planSections);

export type PlanFile = z.output<typeof planFile>;
export type Section = keyof PlanFile;
