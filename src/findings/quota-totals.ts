/** Findings about printed totals that are not what their rows add up to. */
import { kind, type Words } from './finding.ts';

export interface StatedPart {
  readonly name: string;
  readonly size: number;
}

/** A row whose figure may be a slip of the pen; `sure`: a group that is known to miss its own printed total. */
export interface SuspectPart extends StatedPart {
  readonly meant: number;
  readonly sure: boolean;
}

const shown = 20;

function partsIn(parts: readonly StatedPart[], w: Words): string {
  return w.list(
    parts.map(({ name, size }) => `${name} ${w.int(size)}`),
    shown,
  );
}

function suspectsIn(suspects: readonly SuspectPart[], w: Words): string {
  return w.list(
    suspects.map(({ name, size, meant, sure }) => {
      return `${name} ${w.int(size)} (${w.int(meant)}${sure ? '' : '?'})`;
    }),
  );
}

const footWhy = {
  vi: 'Tổng in trong văn bản và tổng các dòng phải khớp nhau; lệch một phiếu là cả bảng phân bổ không bảo vệ được.',
  en: 'The printed total and the sum of its rows must agree; one sheet off and the whole annex cannot be defended.',
};

export const quotaTotalFindings = {
  'quota/total-does-not-foot': kind<{
    /** Blank: the grand total. */
    what: string;
    stated: number;
    computed: number;
    parts: readonly StatedPart[];
    suspects: readonly SuspectPart[];
  }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${a.what || 'TỔNG CỘNG'}: văn bản ghi ${w.int(a.stated)} phiếu nhưng cộng lại được ${w.int(a.computed)} ` +
        `(${a.computed > a.stated ? 'thừa' : 'thiếu'} ${w.int(Math.abs(a.computed - a.stated))}). ` +
        (a.suspects.length > 0
          ? `Dòng có thể sai: ${suspectsIn(a.suspects, w)}.`
          : `Các dòng: ${partsIn(a.parts, w)}.`),
      en: (a, w) =>
        `${a.what || 'GRAND TOTAL'}: the document prints ${w.int(a.stated)} sheets but the rows add up to ${w.int(a.computed)} ` +
        `(${w.int(Math.abs(a.computed - a.stated))} too ${a.computed > a.stated ? 'many' : 'few'}). ` +
        (a.suspects.length > 0
          ? `Rows that may be wrong: ${suspectsIn(a.suspects, w)}.`
          : `The rows: ${partsIn(a.parts, w)}.`),
    },
    why: footWhy,
    fix: {
      vi: 'Đối chiếu từng dòng với văn bản đã ký, sửa dòng sai; chỉ sửa “stated” khi chính văn bản cộng sai.',
      en: 'Compare each row with the signed document and mend the wrong one; change `stated` only if the document itself adds up wrongly.',
    },
  }),
  'quota/about-total-differs': kind<{ what: string; stated: number; computed: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `${a.what || 'TỔNG CỘNG'}: văn bản ghi khoảng ${w.int(a.stated)} phiếu, tính ra ${w.int(a.computed)}.`,
      en: (a, w) =>
        `${a.what || 'GRAND TOTAL'}: the document says about ${w.int(a.stated)} sheets; the rows give ${w.int(a.computed)}.`,
    },
    why: {
      vi: 'Số ước lượng không phải là lỗi, nhưng người đọc cần thấy con số thật.',
      en: 'An approximate total is no mistake, but readers should see the real one.',
    },
    fix: {
      vi: 'Không cần sửa nếu chênh lệch chấp nhận được; nếu không, ghi tổng đúng vào “stated”.',
      en: 'Nothing to mend if the difference is acceptable; else write the exact total in `stated`.',
    },
  }),
};
