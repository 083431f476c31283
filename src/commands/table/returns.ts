/** Commands about packets and what comes back. */
import { purposes } from '../../returns/batch.ts';
import type { ImportOptions } from '../import.ts';
import {
  type CommandSpec,
  dryRun,
  forWriting,
  oneMore,
  plan,
  reading,
  text,
  texts,
  wholeNumber,
  writing,
} from './spec.ts';

function sheetsOf(names: readonly string[], all: boolean): Pick<ImportOptions, 'sheet' | 'sheets'> {
  const [only = null, ...others] = names;
  if (all) return { sheet: null, sheets: 'all' };
  return others.length === 0 ? { sheet: only, sheets: null } : { sheet: null, sheets: names };
}

export const returnsCommands: readonly CommandSpec[] = [
  {
    name: 'packet',
    description: {
      vi: 'In bộ phiếu: mỗi đơn vị một tệp PDF, phiếu có số và mã QR',
      en: 'Print the packets: one PDF per unit, sheets with serial and QR code',
    },
    arguments: [],
    options: [
      {
        flags: '-u, --unit <ids...>',
        description: {
          vi: 'chỉ các đơn vị (hoặc địa bàn, nhóm) này',
          en: 'only these units (or places, groups)',
        },
      },
      {
        flags: '--force',
        description: {
          vi: 'ghi đè register.csv dù mất sê-ri đã in',
          en: 'overwrite register.csv though printed serials are lost',
        },
      },
      ...writing,
    ],
    load: async () => {
      const { packetCommand } = await import('../packet.ts');
      return (_values, given, io) =>
        packetCommand(
          { ...forWriting(given), units: texts(given.unit), force: given.force === true },
          io,
        );
    },
  },
  {
    name: 'simulate',
    description: {
      vi: 'Diễn tập: sinh phiếu trả lời mô phỏng từ một hạt giống',
      en: 'Rehearse: make returns as they might come back, from a seed',
    },
    arguments: [],
    options: [
      {
        flags: '--seed <text>',
        description: {
          vi: 'hạt giống; cùng hạt giống thì cùng kết quả',
          en: 'the seed; same seed, same returns',
        },
        default: '1',
      },
      ...writing,
    ],
    load: async () => {
      const { simulateCommand } = await import('../simulate.ts');
      return (_values, given, io) =>
        simulateCommand({ ...forWriting(given), seed: String(given.seed) }, io);
    },
  },
  {
    name: 'import',
    description: {
      vi: 'Nhập phiếu đã thu hoặc phiếu kiểm đếm (CSV, Excel) vào returns/',
      en: 'Take returned forms or paper tallies (CSV, Excel) into returns/',
    },
    arguments: [
      { syntax: '<files...>', description: { vi: 'tệp CSV hoặc XLSX', en: 'CSV or XLSX files' } },
    ],
    options: [
      plan,
      {
        flags: '--sheet <name>',
        description: {
          vi: 'tên trang tính; có thể ghi nhiều lần',
          en: 'name of the sheet; may be given several times',
        },
        parse: oneMore,
      },
      {
        flags: '--all-sheets',
        description: {
          vi: 'mọi trang tính có dữ liệu, mỗi trang một lần nhập',
          en: 'every sheet that holds something, one import each',
        },
      },
      {
        flags: '--header-row <row>',
        description: { vi: 'dòng tiêu đề cột', en: 'row of the headings' },
        parse: wholeNumber,
      },
      {
        flags: '--kind <kind>',
        description: {
          vi: 'rows: mỗi dòng một phiếu; tallies: phiếu kiểm đếm',
          en: 'rows: one form a row; tallies: counts',
        },
        choices: ['rows', 'tallies'],
      },
      {
        flags: '--group <id>',
        description: {
          vi: 'nhóm đối tượng, khi tệp không ghi',
          en: 'the group, when the file does not say',
        },
      },
      {
        flags: '--form <id>',
        description: {
          vi: 'mẫu phiếu, khi tệp không ghi',
          en: 'the form, when the file does not say',
        },
      },
      {
        flags: '--as <purpose>',
        description: {
          vi: 'second-entry: nhập lần hai; back-check: phúc tra (để đối chiếu, không tính điểm)',
          en: 'second-entry or back-check: to be compared by `survey check`, not counted',
        },
        choices: purposes,
      },
      {
        flags: '--mapping <file>',
        description: {
          vi: 'bảng quy đổi cột đã lưu',
          en: 'a saved mapping of columns',
        },
      },
      {
        flags: '--delimiter <mark>',
        description: {
          vi: 'dấu ngăn cách ô: , ; | hoặc tab',
          en: 'the mark between cells: , ; | or tab',
        },
      },
      {
        flags: '--encoding <name>',
        description: {
          vi: 'bảng mã: utf-8, windows-1258, tcvn3, vni …',
          en: 'the encoding: utf-8, windows-1258, tcvn3, vni …',
        },
      },
      {
        flags: '--decimal <mark>',
        description: { vi: 'dấu thập phân trong tệp', en: 'the decimal mark in the file' },
        choices: ['comma', 'point'],
      },
      {
        flags: '--dates <format>',
        description: {
          vi: 'cách viết ngày: d/M/yyyy, M/d/yyyy, excel-1900, excel-1904',
          en: 'how dates are written: d/M/yyyy, M/d/yyyy, excel-1900, excel-1904',
        },
      },
      {
        flags: '--separate',
        description: {
          vi: 'đây là phiếu khác, dù giống một lần nhập trước',
          en: 'these are other replies, though they look like an earlier import',
        },
      },
      dryRun,
      ...reading,
    ],
    load: async () => {
      const { importCommand } = await import('../import.ts');
      return (values, given, io) =>
        importCommand(
          {
            ...forWriting(given),
            files: texts(values[0]),
            ...sheetsOf(texts(given.sheet), given.allSheets === true),
            as: purposes.find((one) => one === given.as) ?? 'returns',
            mapping: text(given.mapping),
            delimiter: text(given.delimiter),
            encoding: text(given.encoding),
            decimal: given.decimal === 'comma' || given.decimal === 'point' ? given.decimal : null,
            dates: text(given.dates),
            separate: given.separate === true,
            headerRow: typeof given.headerRow === 'number' ? given.headerRow : null,
            kind: given.kind === 'rows' || given.kind === 'tallies' ? given.kind : null,
            group: text(given.group),
            form: text(given.form),
          },
          io,
        );
    },
  },
];
