/** Sample pages for the tests of everything that shows pages. */
import { type PageColumn, type PageRow, type PrintedPage, plainPrint } from '../src/page.ts';

export function column(key: string, heading: string, more: Partial<PageColumn> = {}): PageColumn {
  const plain = { over: null, kind: 'text', decimals: 2, width: 12, bar: false } as const;
  return { key, heading, ...plain, ...more };
}

export function page(more: Partial<PrintedPage>): PrintedPage {
  const empty = { name: 'Trang', title: [], columns: [], rows: [], notes: [] };
  return { ...empty, orientation: 'portrait', print: plainPrint, ...more };
}

export function rows(...cells: PageRow['cells'][]): readonly PageRow[] {
  return cells.map((row) => ({ style: 'row', cells: row }));
}

/** The annex of a quota decision, in the shape of the Sóc Trăng appendix. */
export const annex: PrintedPage = page({
  name: 'Phân bổ phiếu',
  title: [
    'BẢNG PHÂN BỔ SỐ MẪU ĐIỀU TRA XÃ HỘI HỌC',
    '(Kèm theo Kế hoạch xác định Chỉ số cải cách hành chính tỉnh Sóc Trăng năm 2023)',
  ],
  columns: [
    column('stt', 'STT', { kind: 'count', width: 6 }),
    column('unit', 'Đơn vị', { width: 48 }),
    column('sheets', 'Số phiếu', { kind: 'count', width: 11, bar: true }),
    column('send', 'Thời gian gửi phiếu khảo sát', { kind: 'date', width: 15 }),
  ],
  rows: [
    {
      style: 'group',
      cells: [
        'I',
        'Đại biểu Hội đồng nhân dân tỉnh – Phiếu số 01/CCHC23-ĐBHĐND(CT)',
        51,
        '2023-09-21',
      ],
    },
    {
      style: 'group',
      cells: ['II', 'Đơn vị sự nghiệp công lập tỉnh – Phiếu số 04/CCHC23-CCVC(ĐVSN)', 149, null],
    },
    ...rows(
      [1, 'Ban Quản lý Dự án 1', 24, '2023-09-22'],
      [2, 'Ban Quản lý Dự án 2', 22, '2023-09-22'],
      [3, 'Trường Cao đẳng Cộng đồng Sóc Trăng', 63, '2023-09-22'],
      [4, 'Trường Cao đẳng Nghề Sóc Trăng', 40, '2023-09-22'],
    ),
    {
      style: 'group',
      cells: ['III', 'Cơ quan Trung ương đặt tại tỉnh – Phiếu số 05/CCHC23-CCVC(CQTV)', 225, null],
    },
    ...rows(
      [1, 'Bảo hiểm xã hội', 78, '2023-09-27'],
      [2, 'Công an tỉnh', 65, '2023-09-27'],
      [3, 'Cục Thuế', 34, '2023-09-27'],
      [4, 'Chi cục Hải quan', 12, '2023-09-27'],
      [5, 'Ngân hàng Nhà nước chi nhánh tỉnh Sóc Trăng', 16, '2023-09-27'],
      [6, 'Kho bạc Nhà nước', 20, '2023-09-27'],
    ),
    { style: 'total', cells: [null, 'TỔNG CỘNG', 2085, null] },
  ],
  notes: ['Lưu ý: Thời gian trả lời phiếu khảo sát chậm nhất ngày 06/10/2023.'],
});

/** A ranking with headings on two levels, a missing score and a mean row. */
export const ranking: PrintedPage = page({
  name: 'Xếp hạng: Sở/ngành',
  title: ['BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH', 'Khối sở, ngành tỉnh'],
  columns: [
    column('rank', 'Xếp hạng', { kind: 'count', width: 7 }),
    column('unit', 'Tên đơn vị', { width: 36 }),
    column('appraised', 'Thẩm định (65)', { over: 'Điểm', kind: 'number', width: 12 }),
    column('survey', 'Điều tra xã hội học (35)', { over: 'Điểm', kind: 'number', width: 14 }),
    column('total', 'Tổng (100)', { over: 'Điểm', kind: 'number', width: 12 }),
    column('percent', 'Chỉ số CCHC (%)', { kind: 'number', width: 16, bar: true }),
    column('class', 'Xếp loại', { width: 12 }),
  ],
  rows: [
    ...rows(
      [1, 'Sở Nội vụ', '60.10', '31.23', '91.33', '91.33', 'Xuất sắc'],
      [2, 'Sở Tài chính', '58.00', '30.05', '88.05', '88.05', 'Tốt'],
      [3, 'Sở Thông tin và Truyền thông', '52.25', '26.08', '78.33', '78.33', 'Khá'],
      [4, 'Thanh tra tỉnh', '25.00', '20.50', '45.50', '45.50', 'Yếu'],
      [null, 'Văn phòng Ủy ban nhân dân tỉnh', '55.50', null, null, null, null],
    ),
    { style: 'mean', cells: [null, 'Trung bình', '50.17', '26.97', '75.80', '75.80', null] },
  ],
  notes: ['Đơn vị chưa đủ phiếu hợp lệ thì chưa có điểm điều tra và chưa xếp hạng.'],
  orientation: 'landscape',
});
