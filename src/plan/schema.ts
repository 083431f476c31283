/**
 * The plan file as a person may write it. Every key is described in English and Vietnamese; the JSON
 * schema for editors comes from here. The only door to zod: it is slow to load.
 */
import * as z from 'zod';
import { checks } from './schema/checks.ts';
import { costs } from './schema/costs.ts';
import { document } from './schema/document.ts';
import { form, questions, scales } from './schema/forms.ts';
import { group, mode, statedCount } from './schema/groups.ts';
import { index } from './schema/index-rules.ts';
import { returns } from './schema/returns.ts';
import { sample } from './schema/sampling.ts';
import { date, doc, id, line, listOf, object, oneOf, time } from './schema/scalar.ts';
import { bodies, calendar, statedDates, tasks } from './schema/tasks.ts';
import { figures, places, units } from './schema/units.ts';

const fieldwork = object({
  opens: doc(date.optional(), 'First day.', 'Ngày bắt đầu.'),
  closes: doc(date.optional(), 'Last day for answers.', 'Hạn trả lời.'),
  modes: doc(
    listOf(mode).optional(),
    'How people are asked; the first is the default of the groups; default paper.',
    'Hình thức; mục đầu là mặc định của các nhóm; không ghi là paper (phiếu giấy).',
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
  times: doc(
    oneOf('day', 'minute').optional(),
    'How exactly times of returns are kept: to the minute (default) or only the day, so that nobody is known by it.',
    'Giữ thời điểm của phiếu thu về đến phút (minute, mặc định) hay chỉ đến ngày (day), để không nhận ra ai.',
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
  figures: figures.optional(),
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
  sample: doc(
    sample.optional(),
    'How places and people are drawn.',
    'Cách rút địa bàn và người trả lời.',
  ),
  scales: scales.optional(),
  questions: questions.optional(),
  forms: doc(listOf(form), 'Form types.', 'Các mẫu phiếu.'),
  returns: returns.optional(),
  index: index.optional(),
  tasks,
  bodies,
  calendar,
  stated_dates: statedDates,
  costs: doc(costs.optional(), 'Rates of the cost estimate.', 'Định mức của dự toán kinh phí.'),
  checks: doc(
    checks.optional(),
    'What the checks of the returns look for, and from where on.',
    'Kiểm tra chất lượng phiếu thu về: xét gì, từ ngưỡng nào.',
  ),
};

export const planFile = object(planSections);

export type PlanFile = z.output<typeof planFile>;
export type Section = keyof PlanFile;
