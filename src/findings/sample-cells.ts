/** Findings of single cells of lists of people. They never repeat what a cell says: it may be a name. */
import { kind } from './finding.ts';

const thingVi = { unit: 'đơn vị', place: 'địa bàn' };

export const cellFindings = {
  'sample/blank-cell': kind<{ column: string }>({
    severity: 'error',
    text: {
      vi: (a) => `ô ${blankVi.get(a.column) ?? `“${a.column}”`} của dòng này để trống.`,
      en: (a) =>
        `this row has nothing in its cell for the ${blankEn.get(a.column) ?? `“${a.column}”`}.`,
    },
    why: {
      vi: 'Không có ô này thì không biết dòng là ai, ở đâu, hoặc không chia, không rút được.',
      en: 'Without it nobody knows who or where the row is, or it cannot be divided or drawn.',
    },
    fix: {
      vi: 'Điền ô. Nếu là ô gộp, bỏ gộp và điền vào từng dòng; nếu là dòng tổng cộng, ghi chú hay chữ ký thì xóa cả dòng.',
      en: 'Fill it in. Unmerge merged cells and fill each row; delete rows of totals, remarks or signatures.',
    },
  }),
  'sample/unknown-home': kind<{ thing: 'unit' | 'place'; near: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a) => `ô này không phải là ${thingVi[a.thing]} nào trong phương án.`,
      en: (a) => `this cell is no ${a.thing} of the plan.`,
    },
    why: {
      vi: 'Người không thuộc nơi nào thì không được tính và không được rút.',
      en: 'Somebody who belongs nowhere is not counted and cannot be drawn.',
    },
    fix: {
      vi: 'Xem dòng này trong danh sách: các ô có bị lệch cột không, tên có viết như trong phương án không.',
      en: 'Look at the row: whether its cells have slipped into other columns, and whether the name is written as in the plan.',
    },
  }),
  'sample/number-ruined': kind<{ column: string; count: number }>({
    severity: 'warning',
    text: {
      vi: (a, w) =>
        `cột ${w.quote(a.column)}: ${w.int(a.count)} ô đã bị Excel đổi thành dạng 7,5E+10 nên không còn là số nữa; chương trình bỏ qua các ô này.`,
      en: (a, w) =>
        `column ${w.quote(a.column)}: a spreadsheet turned ${w.int(a.count)} cells into the form 7.5E+10; they are no numbers any more and are passed over.`,
    },
    why: {
      vi: 'Các chữ số sau đã mất: nhiều người khác nhau có thể hiện ra cùng một số.',
      en: 'The last digits are lost: different people may show the same number.',
    },
    fix: {
      vi: 'Xin lại danh sách, cột này định dạng Text (Văn bản) trước khi nhập; gửi .xlsx thay vì .csv.',
      en: 'Ask for the list again with this column formatted as text; as .xlsx rather than .csv.',
    },
  }),
  'sample/zeros-lost': kind<{ column: string; count: number }>({
    severity: 'note',
    text: {
      vi: (a, w) =>
        `cột ${w.quote(a.column)}: ${w.int(a.count)} số có 10 hoặc 11 chữ số, hiểu là số căn cước 12 chữ số đã mất số 0 ở đầu.`,
      en: (a, w) =>
        `column ${w.quote(a.column)}: ${w.int(a.count)} numbers of 10 or 11 digits are read as citizen numbers that lost the zeros they began with.`,
    },
    why: {
      vi: 'Excel bỏ số 0 ở đầu; số đầy đủ ở danh sách khác vẫn phải là cùng một người.',
      en: 'Spreadsheets drop them; the whole number on another list must still be the same person.',
    },
    fix: {
      vi: 'Không phải sửa nếu đúng là số căn cước; nếu gõ thiếu chữ số thì sửa lại.',
      en: 'Nothing to mend if they are citizen numbers; mend those where a digit was left out.',
    },
  }),
  'sample/control-character': kind<Record<string, never>>({
    severity: 'error',
    text: {
      vi: () => 'ô chứa ký tự điều khiển không nhìn thấy được.',
      en: () => 'the cell holds control characters that cannot be seen.',
    },
    why: {
      vi: 'Danh sách này được in và gửi thư; ký tự như vậy làm đảo chữ hoặc hỏng tệp, và hai tên giống nhau thành khác nhau.',
      en: 'These lists are printed and mailed; such characters turn words around, spoil files and make equal names differ.',
    },
    fix: {
      vi: 'Xóa nội dung ô này rồi gõ lại bằng tay, không dán từ nơi khác.',
      en: 'Clear the cell and type it again by hand instead of pasting.',
    },
  }),
};

const blankVi = new Map([
  ['unit', 'đơn vị'],
  ['place', 'địa bàn'],
  ['name', 'họ tên'],
]);
const blankEn = new Map([
  ['unit', 'unit'],
  ['place', 'place'],
  ['name', 'name'],
]);
