/** Findings of `survey explain-score`: what was asked about is not there. */
import { kind } from './finding.ts';

const nothingElse = {
  vi: 'Lệnh này giải thích điểm của một đơn vị, nên cần biết đúng đơn vị nào, tiêu chí nào.',
  en: 'The command explains the points of one unit, so it must know exactly which unit and criterion.',
};

export const traceFindings = {
  'trace/no-unit': kind<{ units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `chưa nói giải thích điểm của đơn vị nào; phương án có: ${w.list(a.units, 20)}.`,
      en: (a, w) => `which unit is to be explained? The plan has: ${w.list(a.units, 20)}.`,
    },
    why: nothingElse,
    fix: {
      vi: 'Thêm tên hoặc mã đơn vị vào sau lệnh: survey explain-score "Xã An Bình".',
      en: 'Put the name or id of the unit after the command: survey explain-score "Xã An Bình".',
    },
  }),
  'trace/unknown-unit': kind<{ name: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `phương án không có đơn vị ${w.quote(a.name)}.`,
      en: (a, w) => `the plan has no unit ${w.quote(a.name)}.`,
    },
    why: nothingElse,
    fix: {
      vi: 'Viết tên hoặc mã như trong mục “units”; tên có dấu cách thì đặt trong ngoặc kép.',
      en: 'Write the name or id as under `units`; quote a name that has spaces.',
    },
  }),
  'trace/ambiguous-unit': kind<{ name: string; units: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `${w.quote(a.name)} có thể là một trong các đơn vị: ${w.list(a.units)}.`,
      en: (a, w) => `${w.quote(a.name)} may be any of these units: ${w.list(a.units)}.`,
    },
    why: nothingElse,
    fix: {
      vi: 'Viết tên đầy đủ (xã, phường, thị trấn …) hoặc mã đơn vị ghi trong ngoặc.',
      en: 'Write the whole name (with xã, phường, thị trấn …) or the id in brackets.',
    },
  }),
  'trace/unknown-criterion': kind<{ code: string; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `bộ tiêu chí không có tiêu chí ${w.quote(a.code)}.`,
      en: (a, w) => `the index has no criterion ${w.quote(a.code)}.`,
    },
    why: nothingElse,
    fix: {
      vi: 'Viết mã tiêu chí như trong mục “index”, ví dụ 1.2; điểm thưởng, điểm trừ viết “bonus”, “penalty”; không ghi mã thì xem cả đơn vị.',
      en: 'Write the code as under `index`, e.g. 1.2, or `bonus`, `penalty`; without a code the whole unit is shown.',
    },
  }),
};
