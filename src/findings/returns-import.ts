/** Findings about a file while it is imported: dates, invitations, what comes again, what changes under the reading. */
import { kind } from './finding.ts';

export const returnsImportFindings = {
  'returns/totals-row': kind<{ text: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `dòng này hình như là dòng tổng (ghi ${w.quote(a.text)}), không phải một phiếu.`,
      en: (a, w) =>
        `this looks like a row of totals (it says ${w.quote(a.text)}), not like a form.`,
    },
    why: {
      vi: 'Số cộng ở cuối bảng mà nhận là một phiếu thì mọi kết quả sai theo.',
      en: 'A row of sums taken as a form would spoil every result.',
    },
    fix: {
      vi: 'Dòng này không được nhập; để nguyên cũng không sao. Muốn hết báo thì xóa dòng đó khỏi tệp.',
      en: 'The row is not imported and may stay as it is. To be rid of this message delete it from the file.',
    },
  }),
  'returns/date-unreadable': kind<{ text: string; isAmbiguous: boolean; fits: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.isAmbiguous
          ? `${w.quote(a.text)} có thể là hai ngày khác nhau (ngày trước hay tháng trước?).`
          : `${w.quote(a.text)} không phải là ngày${a.fits === '' ? '' : `, trừ khi cột này viết kiểu ${a.fits}`}.`,
      en: (a, w) =>
        a.isAmbiguous
          ? `${w.quote(a.text)} may be either of two days (day first or month first?).`
          : `${w.quote(a.text)} is not a day${a.fits === '' ? '' : `, unless this column is written ${a.fits}`}.`,
    },
    why: {
      vi: 'Ngày trả lời dùng để theo dõi tiến độ và kiểm tra số liệu; ngày đoán sai thì hai việc đó sai theo.',
      en: 'The day is used for progress and for checks of the data; a guessed one would mislead both.',
    },
    fix: {
      vi: 'Viết ngày/tháng/năm (vd. 20/11/2024) hoặc để trống. Nếu cả cột viết kiểu khác, khai kiểu đó khi nhập, vd. --dates M/d/yyyy (số ngày của Excel: --dates excel-1900).',
      en: 'Write day/month/year (20/11/2024) or leave it blank. If the whole column is written otherwise, say how: --dates M/d/yyyy (day numbers of Excel: --dates excel-1900).',
    },
  }),
  'returns/unknown-invitation': kind<{ group: string; isListed: boolean; people: string }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        a.isListed
          ? `mã mời không có trong danh sách mã đã phát cho nhóm ${w.quote(a.group)}.`
          : `có mã mời, nhưng chưa có danh sách mã của nhóm ${w.quote(a.group)} (frame/invitations/${a.people}.codes.csv).`,
      en: (a, w) =>
        a.isListed
          ? `the invitation code is not among those given out to the group ${w.quote(a.group)}.`
          : `there is an invitation code, but no list of codes of the group ${w.quote(a.group)} (frame/invitations/${a.people}.codes.csv).`,
    },
    why: {
      vi: 'Chỉ người được mời mới được trả lời, mỗi mã một lần; mã lạ có thể do gõ sai hoặc do người ngoài mẫu.',
      en: 'Only those invited may answer, once with each code; an unknown code was mistyped or comes from outside the sample.',
    },
    fix: {
      vi: 'Đối chiếu mã với tệp trả lời gốc. Nếu thiếu danh sách mã: chép tệp .codes.csv do survey sample invite tạo vào frame/invitations.',
      en: 'Compare the code with the original reply. If the list is missing: copy the .codes.csv made by survey sample invite into frame/invitations.',
    },
  }),
  'returns/replies-imported': kind<{ batch: string; source: string; rows: number; same: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `${w.int(a.same)} trong ${w.int(a.rows)} phiếu không có mã của tệp ${w.quote(a.source)} đã nhập (${w.quote(a.batch)}) có y hệt trong tệp này, nhưng tệp này không phải chính tệp đó, cùng tên, cùng dòng, chỉ thêm dòng mới. Cả tệp chưa được nhập.`,
      en: (a, w) =>
        `${w.int(a.same)} of the ${w.int(a.rows)} replies without id of ${w.quote(a.source)} (${w.quote(a.batch)}) stand in this file too, but it is not that file with its name, its rows in their places, and new ones. Nothing of it is imported.`,
    },
    why: {
      vi: 'Các phiếu này không có số sê-ri hay mã, nên không biết được dòng nào đã tính; nhập nữa thì nhiều người bị tính hai lần.',
      en: 'These replies carry no serial or code, so nobody can tell which are counted already; taking them would count people twice.',
    },
    fix: {
      vi: 'Chỉ còn dòng bị loại chưa nhập: sửa trong tệp rejected của lần nhập đó rồi nhập riêng tệp ấy. Tệp đã sửa, sắp xếp hay tải lại: survey returns undo lần nhập đó rồi nhập cả tệp này. Chỉ thêm dòng mới ở cuối: trả lại tên cũ và thứ tự dòng cũ. Thật sự là những người khác: thêm --separate.',
      en: 'Only rejected rows are left: mend them in the rejected file of that import and import that file alone. The file was mended, sorted or downloaded anew: survey returns undo that import, then import this whole file. Only new rows at the end: give it its old name and order of rows. Really other people: add --separate.',
    },
  }),
  'returns/unknown-date-format': kind<{ format: string; formats: readonly string[] }>({
    severity: 'error',
    text: {
      vi: (a, w) => `không có cách viết ngày ${w.quote(a.format)}; có: ${w.list(a.formats)}.`,
      en: (a, w) =>
        `there is no way of writing dates called ${w.quote(a.format)}; there are: ${w.list(a.formats)}.`,
    },
    why: {
      vi: 'Cách viết ngày được khai để không phải đoán.',
      en: 'How dates are written is said so that nothing has to be guessed.',
    },
    fix: {
      vi: 'Chọn một cách trong danh sách, đúng như trong tệp.',
      en: 'Choose the one of the list that the file uses.',
    },
  }),
};
