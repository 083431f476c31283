/** Styles, numbering and page of an official Word document: Nghị định 30/2020/NĐ-CP, Annex I. Lengths in twips. */
import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';

export const font = 'Times New Roman';

/** Points → the half-points that Word counts type sizes in. */
export const half = (points: number): number => Math.round(points * 2);
/** Millimetres → twips. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);

export const bodySize = 14;
export const tableSize = 12;

/** A4; left 30 mm for binding, right 15 mm, top and bottom 20 mm; the page number stands in the top margin. */
const sheet = { short: 210, long: 297, left: 30, right: 15, top: 20, bottom: 20, header: 10 };

export function pageOf(orientation: 'portrait' | 'landscape') {
  const { left, right, top, bottom, header } = sheet;
  return {
    // Word's files hold the portrait size and a mark; the library turns it.
    size: { width: mm(sheet.short), height: mm(sheet.long), orientation },
    margin: {
      left: mm(left),
      right: mm(right),
      top: mm(top),
      bottom: mm(bottom),
      header: mm(header),
      footer: mm(header),
    },
  };
}

/** Between the margins. */
export function roomOf(orientation: 'portrait' | 'landscape'): number {
  const width = orientation === 'portrait' ? sheet.short : sheet.long;
  return mm(width - sheet.left - sheet.right);
}

const firstLine = mm(12.7);
const body = { before: 120, line: 264, lineRule: LineRuleType.AUTO } as const;
const heading = { size: half(bodySize), bold: true, color: '000000', font } as const;

export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'outline',
      levels: [
        level(0, LevelFormat.UPPER_ROMAN, '%1.', true),
        level(1, LevelFormat.DECIMAL, '%2.', true),
      ],
    },
    { reference: 'dash', levels: [level(0, LevelFormat.BULLET, '-', false)] },
  ],
};

function level(
  at: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  bold: boolean,
) {
  return {
    level: at,
    format,
    text,
    alignment: AlignmentType.START,
    suffix: LevelSuffix.SPACE,
    style: { run: { font, bold }, paragraph: { indent: { left: 0, firstLine } } },
  };
}

export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: half(bodySize), language: { value: 'vi-VN', eastAsia: 'vi-VN' } },
      paragraph: { spacing: { before: 0, after: 0 } },
    },
    title: {
      run: { ...heading },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240 }, keepNext: true },
    },
    heading1: {
      run: heading,
      paragraph: { spacing: { before: 160 }, keepNext: true, outlineLevel: 0 },
    },
    heading2: {
      run: heading,
      paragraph: { spacing: { before: 120 }, keepNext: true, outlineLevel: 1 },
    },
    listParagraph: {
      run: { font, size: half(bodySize) },
      paragraph: { alignment: AlignmentType.BOTH, spacing: body, indent: { left: 0, firstLine } },
    },
  },
  paragraphStyles: [
    style('OfficialText', 'Văn bản', {}, AlignmentType.BOTH, body, { firstLine }),
    style('OfficialBasis', 'Căn cứ', { italics: true }, AlignmentType.BOTH, body, { firstLine }),
    style('OfficialAbstract', 'Trích yếu', { bold: true }, AlignmentType.CENTER, { before: 0 }),
    style('OfficialHead', 'Thể thức', { size: half(13) }, AlignmentType.CENTER, { before: 0 }),
    style('OfficialRecipients', 'Nơi nhận', { size: half(11) }, AlignmentType.START, { before: 0 }),
    style('OfficialCell', 'Ô bảng', { size: half(tableSize) }, AlignmentType.START, { before: 0 }),
  ],
};

function style(
  id: string,
  name: string,
  run: { readonly size?: number; readonly bold?: boolean; readonly italics?: boolean },
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  spacing: { readonly before: number; readonly line?: number; readonly lineRule?: 'auto' },
  indent: { readonly firstLine?: number } = {},
) {
  const paragraph = { alignment, spacing, indent };
  return { id, name, basedOn: 'Normal', quickFormat: true, run: { font, ...run }, paragraph };
}
