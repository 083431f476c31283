/** The sentences of `survey import`, in both languages. */
import type { Purpose } from '../returns/batch.ts';
import type { Kind } from '../returns/fields.ts';

const purposesVi: Readonly<Record<Purpose, string>> = {
  returns: '',
  'second-entry': ' – nhập lần hai, để đối chiếu, không tính điểm',
  'back-check': ' – phúc tra, để đối chiếu, không tính điểm',
};

const purposesEn: Readonly<Record<Purpose, string>> = {
  returns: '',
  'second-entry': ' – second entry, to be compared, not counted',
  'back-check': ' – back-check, to be compared, not counted',
};

export const importTexts = {
  vi: {
    kind: (name: string, kind: Kind, purpose: Purpose) =>
      `${name}: ${kind === 'rows' ? 'mỗi dòng một phiếu' : 'phiếu kiểm đếm'}${purposesVi[purpose]}`,
    mapping: 'Cột được hiểu là',
    how: (parts: readonly string[]) => `Đọc theo: ${parts.join(', ')}`,
    encoding: (name: string) => `bảng mã ${name}`,
    delimiter: (mark: string) => `dấu ngăn cách ô ${mark}`,
    tab: 'tab',
    headerRow: (row: number) => `tiêu đề ở dòng ${row}`,
    system: (name: string) => `Nhận ra là tệp xuất từ ${name}`,
    savedMapping: (file: string) => `Các cột được đọc theo ${file}`,
    ignored: (headings: string) => `Bỏ qua các cột: ${headings}`,
    mappingFile: (file: string) =>
      `Cách hiểu các cột được lưu ở ${file}; sửa được, lần sau đọc theo tệp đó`,
    excluded: (count: string, reason: string) => `Bỏ ${count} dòng theo quy tắc: ${reason}`,
    totals: (count: string) =>
      `${count} dòng tổng cộng khớp với các dòng trên (không tính là một đơn vị)`,
    more: (shown: string, all: string, counts: string) =>
      `Mới nêu ${shown} trong ${all} lý do (${counts}); đủ cả trong rejected.csv`,
    rejectedIn: (file: string) =>
      `Các dòng bị loại và lý do: ${file}. Sửa trong đó hoặc trong tệp gốc, rồi nhập lại`,
    simulated: (seed: string) => `SỐ LIỆU MÔ PHỎNG (hạt giống ${seed}), không phải phiếu thật`,
    counts: (read: string, accepted: string, rejected: string) =>
      `Đọc ${read} dòng: nhận ${accepted}, loại ${rejected}`,
    skipped: (count: string) => `Bỏ qua ${count} dòng đã nhập trước (giống hệt, không tính lại)`,
    voids: (count: string) => `Trong số đã nhận có ${count} dòng không tính điểm:`,
    voidRow: (row: number, serial: string | null, reason: string) =>
      `dòng ${row}${serial === null ? '' : ` (phiếu ${serial})`}: ${reason}`,
    voidsMore: (rest: string) => `… và ${rest} dòng khác (xem hết bằng survey returns dump)`,
    nothing: 'Không nhận dòng nào; kho phiếu không thay đổi',
    nothingNew: 'Mọi dòng đều đã nhập trước; không có gì mới để ghi',
    summary: (taken: string, all: string, left: string) =>
      `Nhận ${taken} trong ${all} tệp. CHƯA NHẬP: ${left} (lý do ở trên)`,
    wrote: (folder: string) => `Đã ghi ${folder}`,
    wouldWrite: (folder: string) => `Sẽ ghi ${folder}`,
    rejected: (file: string) =>
      `Các dòng bị loại và lý do: ${file}. Sửa các dòng đó ngay trong tệp này rồi nhập nó, hoặc sửa trong tệp gốc rồi nhập lại tệp gốc (dòng đã nhận được bỏ qua)`,
    rejectedAlone: (file: string) =>
      `Các dòng bị loại và lý do: ${file}. Tệp này chỉ có các dòng bị loại: sửa ngay trong đó rồi nhập nó. Phiếu ở đây không có mã, nên nếu sửa tệp gốc thì giữ nguyên tên tệp, thứ tự dòng và các dòng đã nhận`,
    refused: (name: string) => `${name}: KHÔNG NHẬP tệp này`,
    busy: (name: string) => `${name}: kho phiếu đang có người khác nhập; chưa ghi gì, hãy chạy lại`,
  },
  en: {
    kind: (name: string, kind: Kind, purpose: Purpose) =>
      `${name}: ${kind === 'rows' ? 'one form a row' : 'a paper tally'}${purposesEn[purpose]}`,
    mapping: 'Columns read as',
    how: (parts: readonly string[]) => `Read as: ${parts.join(', ')}`,
    encoding: (name: string) => `encoding ${name}`,
    delimiter: (mark: string) => `cells separated by ${mark}`,
    tab: 'tab',
    headerRow: (row: number) => `headings in row ${row}`,
    system: (name: string) => `Recognised as an export from ${name}`,
    savedMapping: (file: string) => `Its columns are read by ${file}`,
    ignored: (headings: string) => `Columns ignored: ${headings}`,
    mappingFile: (file: string) =>
      `How its columns are read is kept in ${file}; correct it there, the next import reads by it`,
    excluded: (count: string, reason: string) => `${count} rows left out by rule: ${reason}`,
    totals: (count: string) =>
      `${count} totals rows agree with the lines above (not taken as a unit)`,
    more: (shown: string, all: string, counts: string) =>
      `${shown} of ${all} reasons are told (${counts}); rejected.csv holds all`,
    rejectedIn: (file: string) =>
      `Rejected rows with reasons: ${file}. Mend them there or in the original, then import again`,
    simulated: (seed: string) => `SIMULATED FIGURES (seed ${seed}), not real returns`,
    counts: (read: string, accepted: string, rejected: string) =>
      `${read} rows read: ${accepted} accepted, ${rejected} rejected`,
    skipped: (count: string) =>
      `${count} rows imported before are passed over (word for word the same)`,
    voids: (count: string) =>
      `Of those accepted ${count} ${count === '1' ? 'row does' : 'rows do'} not count:`,
    voidRow: (row: number, serial: string | null, reason: string) =>
      `row ${row}${serial === null ? '' : ` (form ${serial})`}: ${reason}`,
    voidsMore: (rest: string) => `… and ${rest} more (survey returns dump shows them all)`,
    nothing: 'Nothing was taken; the store is unchanged',
    nothingNew: 'Every row was imported before; there is nothing new to write',
    summary: (taken: string, all: string, left: string) =>
      `${taken} of ${all} files taken. NOT IMPORTED: ${left} (reasons above)`,
    wrote: (folder: string) => `Wrote ${folder}`,
    wouldWrite: (folder: string) => `Would write ${folder}`,
    rejected: (file: string) =>
      `Rejected rows with reasons: ${file}. Mend them there and import that file, or mend the original and import it again (rows already taken are passed over)`,
    rejectedAlone: (file: string) =>
      `Rejected rows with reasons: ${file}. It holds the rejected rows alone: mend them there and import that file. These forms carry no id, so if you mend the original instead keep its name, the order of its rows and the rows already taken`,
    refused: (name: string) => `${name}: NOT IMPORTED`,
    busy: (name: string) => `${name}: somebody else is importing; nothing was written, run again`,
  },
} as const;
