import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCount, formatDate, formatDecimalText } from '../src/formats/numbers.ts';
import { plain } from '../src/formats/palette.ts';
import { cutText, displayWidth, printable, wrapText } from '../src/formats/printable.ts';
import { renderTable } from '../src/formats/terminal.ts';
import { annex, column, page, ranking, rows } from './pages.ts';

const options = { width: 100, lang: 'vi', palette: plain } as const;

describe('numbers', () => {
  it('groups and marks as the language does, without touching the digits', () => {
    expect(formatCount(2085, 'vi')).toBe('2.085');
    expect(formatCount(1234567, 'en')).toBe('1,234,567');
    expect(formatCount(-999, 'vi')).toBe('-999');
    expect(formatDecimalText('78.330', 'vi')).toBe('78,330');
    expect(formatDecimalText('-1234.50', 'vi')).toBe('-1.234,50');
    expect(formatDecimalText('0.125', 'en')).toBe('0.125');
    expect(formatDecimalText('không', 'vi')).toBe('không');
  });

  it('writes dates with two digits in Vietnamese and with the name of the month in English', () => {
    expect(formatDate('2023-09-01', 'vi')).toBe('01/09/2023');
    expect(formatDate('2023-09-01', 'en')).toBe('1 Sep 2023');
    expect(formatDate('tháng 9', 'vi')).toBe('tháng 9');
  });
});

describe('printable', () => {
  it('shows control, bidi and invisible characters and keeps Vietnamese', () => {
    expect(printable('\u001b[31mđỏ\u0007')).toBe('\\x1b[31mđỏ\\x07');
    expect(printable('xã\u202egnort')).toBe('xã\\u202egnort');
    expect(printable('a\nb\tc\r\u200bd\ufeff')).toBe('a\\nb\\tc\\r\\u200bd\\ufeff');
    expect(printable('Ủy ban “nhân dân” – Đắk Lắk')).toBe('Ủy ban “nhân dân” – Đắk Lắk');
  });

  it('leaves nothing that a terminal acts on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});

describe('widths', () => {
  it('counts columns of the terminal', () => {
    expect(displayWidth('Sở Nội vụ')).toBe(9);
    expect(displayWidth('Sở Nội vụ'.normalize('NFD'))).toBe(9);
    expect(displayWidth('日本Ａ')).toBe(6);
  });

  it('cuts and wraps within the width without losing text', () => {
    expect(cutText('Ủy ban nhân dân', 8)).toBe('Ủy ban…');
    expect(wrapText('Văn phòng Ủy ban nhân dân', 10)).toEqual(['Văn phòng', 'Ủy ban', 'nhân dân']);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 2, max: 20 }),
        (raw, width) => {
          const lines = wrapText(printable(raw), width);
          for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
          expect(lines.join('').replaceAll(' ', '')).toBe(printable(raw).replaceAll(' ', ''));
        },
      ),
    );
  });
});

describe('renderTable', () => {
  it('shows the annex', () => {
    expect(renderTable(annex, options)).toMatchInlineSnapshot(`
      "BẢNG PHÂN BỔ SỐ MẪU ĐIỀU TRA XÃ HỘI HỌC
      (Kèm theo Kế hoạch xác định Chỉ số cải cách hành chính tỉnh Sóc Trăng năm 2023)

                                                                               Số  Thời gian gửi
      STT  Đơn vị                                                           phiếu  phiếu khảo sát
      ───  ───────────────────────────────────────────────────────────────  ─────  ──────────────
        I  Đại biểu Hội đồng nhân dân tỉnh – Phiếu số 01/CCHC23-ĐBHĐND(CT)     51  21/09/2023
       II  Đơn vị sự nghiệp công lập tỉnh – Phiếu số 04/CCHC23-CCVC(ĐVSN)     149
        1  Ban Quản lý Dự án 1                                                 24  22/09/2023
        2  Ban Quản lý Dự án 2                                                 22  22/09/2023
        3  Trường Cao đẳng Cộng đồng Sóc Trăng                                 63  22/09/2023
        4  Trường Cao đẳng Nghề Sóc Trăng                                      40  22/09/2023
      III  Cơ quan Trung ương đặt tại tỉnh – Phiếu số 05/CCHC23-CCVC(CQTV)    225
        1  Bảo hiểm xã hội                                                     78  27/09/2023
        2  Công an tỉnh                                                        65  27/09/2023
        3  Cục Thuế                                                            34  27/09/2023
        4  Chi cục Hải quan                                                    12  27/09/2023
        5  Ngân hàng Nhà nước chi nhánh tỉnh Sóc Trăng                         16  27/09/2023
        6  Kho bạc Nhà nước                                                    20  27/09/2023
      ───  ───────────────────────────────────────────────────────────────  ─────  ──────────────
           TỔNG CỘNG                                                        2.085

      Lưu ý: Thời gian trả lời phiếu khảo sát chậm nhất ngày 06/10/2023.
      "
    `);
  });

  it('puts upper headings over their columns', () => {
    expect(renderTable(ranking, options)).toMatchInlineSnapshot(`
      "BẢNG XẾP HẠNG CHỈ SỐ CẢI CÁCH HÀNH CHÍNH
      Khối sở, ngành tỉnh

                                                         Điểm
       Xếp                                  Thẩm định   Điều tra xã   Tổng    Chỉ số
      hạng  Tên đơn vị                           (65)  hội học (35)  (100)  CCHC (%)  Xếp loại
      ────  ──────────────────────────────  ─────────  ────────────  ─────  ────────  ────────
         1  Sở Nội vụ                           60,10         31,23  91,33     91,33  Xuất sắc
         2  Sở Tài chính                        58,00         30,05  88,05     88,05  Tốt
         3  Sở Thông tin và Truyền thông        52,25         26,08  78,33     78,33  Khá
         4  Thanh tra tỉnh                      25,00         20,50  45,50     45,50  Yếu
            Văn phòng Ủy ban nhân dân tỉnh      55,50
      ────  ──────────────────────────────  ─────────  ────────────  ─────  ────────  ────────
            Trung bình                          50,17         26,97  75,80     75,80

      Đơn vị chưa đủ phiếu hợp lệ thì chưa có điểm điều tra và chưa xếp hạng.
      "
    `);
  });

  it('stays within the width, wrapping texts and never cutting numbers', () => {
    const lines = renderTable(annex, { ...options, width: 50 }).split('\n');
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(50);
    expect(lines.some((line) => line.includes('2.085'))).toBe(true);
  });

  it('says which columns found no room', () => {
    const many = Array.from({ length: 30 }, (_, at) =>
      column(`c${at}`, `Tiêu chí ${at}`, { kind: 'number' }),
    );
    const text = renderTable(page({ columns: many }), { ...options, width: 60 });
    expect(text).toMatch(/Còn \d+ cột không vừa màn hình: Tiêu chí /);
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
  });

  it('shows a line break in a cell as a dash and escapes every other control character', () => {
    const cells = ['Người dân\nPhiếu số 01', 'một\r\thai\n\u001b[2Jba', '\n'];
    const text = renderTable(
      page({ columns: [column('a', 'A')], rows: cells.flatMap((one) => rows([one])) }),
      options,
    );
    expect(text).toContain('Người dân – Phiếu số 01\n');
    expect(text).toContain('một\\r\\thai – \\x1b[2Jba\n');
    expect(text).not.toContain('\\n');
  });

  it('escapes what comes from users', () => {
    const hostile = page({
      columns: [column('a', 'A\u001b[2J')],
      rows: rows(['\u202edo\u0000c\n']),
    });
    expect(renderTable(hostile, options)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  });

  it('emphasises through the palette alone', () => {
    const palette = { ...plain, bold: (text: string) => `<b>${text}</b>` };
    const text = renderTable(annex, { ...options, palette });
    expect(text).toContain('<b>BẢNG PHÂN BỔ');
    expect(text).toMatch(/<b>.*TỔNG CỘNG.*<\/b>/);
    expect(text).not.toMatch(/<b>.*Cục Thuế/);
  });
});
