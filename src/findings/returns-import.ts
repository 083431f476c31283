/** Findings about a file while it is imported: dates, invitations, what comes again, what changes under the reading. */
import { kind } from './finding.ts';

export const returnsImportFindings = {
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
      vi: 'Viết ngày/tháng/năm (vd. 20/11/2024) hoặc để trống. Nếu cả cột viết kiểu khác, khai khi nhập: --dates M/d/yyyy.',
      en: 'Write day/month/year (20/11/2024) or leave it blank. If the whole column is written otherwise, say so: --dates M/d/yyyy.',
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
  'returns/replies-imported': kind<{ batch: string; source: string; rows: number }>({
    severity: 'error',
    text: {
      vi: (a, w) =>
        `tệp này bắt đầu bằng đúng ${w.int(a.rows)} dòng của tệp ${w.quote(a.source)} đã nhập (${w.quote(a.batch)}), dưới một tên khác.`,
      en: (a, w) =>
        `this file begins with exactly the ${w.int(a.rows)} rows of ${w.quote(a.source)} imported before (${w.quote(a.batch)}), under another name.`,
    },
    why: {
      vi: 'Các phiếu này không có số phiếu hay mã, nên nếu nhập nữa thì mỗi người được tính hai lần.',
      en: 'These replies carry no serial or code, so taking them again would count each person twice.',
    },
    fix: {
      vi: 'Nếu là bản mới của tệp cũ: đổi lại tên cũ rồi nhập, dòng đã nhập sẽ được bỏ qua. Nếu thật sự là những người khác: thêm --separate.',
      en: 'If it is a newer copy: give it the old name and import it, rows taken before are passed over. If they really are other people: add --separate.',
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
